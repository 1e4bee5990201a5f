// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <ctime>

namespace evident::test {

/// Time that this process worked: tests that something ends soon must not fail because others work too.
struct CpuClock {
  using duration = std::chrono::microseconds;
  using rep = duration::rep;
  using period = duration::period;
  using time_point = std::chrono::time_point<CpuClock>;
  static constexpr bool is_steady = true;
  static time_point now() {
    return time_point(duration(static_cast<rep>(1e6 * static_cast<double>(std::clock()) / CLOCKS_PER_SEC)));
  }
};

}  // namespace evident::test
