// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <cmath>
#include <deque>
#include <optional>
#include <string>

#include <fmt/format.h>

namespace evident::cli {

/// How fast something goes, by what was done in the last seconds.
class Pace {
 public:
  using Clock = std::chrono::steady_clock;

  void add(double done, Clock::time_point now = Clock::now()) {
    m_samples.push_back({now, done});
    while (m_samples.size() > 2 && now - m_samples[1].time > window) m_samples.pop_front();
  }
  /// A second; nullopt while too little was seen to tell.
  std::optional<double> rate() const {
    if (m_samples.empty()) return std::nullopt;
    const std::chrono::duration<double> time = m_samples.back().time - m_samples.front().time;
    if (time < std::chrono::seconds(1)) return std::nullopt;
    return (m_samples.back().done - m_samples.front().done) / time.count();
  }
  /// Seconds until `all` is done.
  std::optional<double> remaining(double all) const {
    const auto speed = rate();
    if (!speed || *speed <= 0 || m_samples.back().done > all) return std::nullopt;
    return (all - m_samples.back().done) / *speed;
  }

 private:
  static constexpr std::chrono::seconds window{15};
  struct Sample {
    Clock::time_point time;
    double done;
  };
  std::deque<Sample> m_samples;
};

/// "0:07", "1:02:03".
inline std::string clock_time(double seconds) {
  const auto whole = std::lround(seconds);
  if (whole < 3600) return fmt::format("{}:{:02}", whole / 60, whole % 60);
  return fmt::format("{}:{:02}:{:02}", whole / 3600, whole / 60 % 60, whole % 60);
}

}  // namespace evident::cli
