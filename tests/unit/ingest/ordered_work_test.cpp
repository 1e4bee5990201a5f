// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/ordered_work.hpp"

#include <chrono>
#include <memory>
#include <stdexcept>

#include <gtest/gtest.h>

namespace evident::ingest {
namespace {

using Work = OrderedWork<std::unique_ptr<int>, int>;

Work squares(int count, std::vector<int>& taken) {
  Work work;
  work.produce = [count](const Work::Give& give) {
    for (int i = 0; i < count; ++i) {
      if (!give(std::make_unique<int>(i), 1)) return;
    }
  };
  work.make_worker = [] {
    return [](std::unique_ptr<int> number) {
      // Those that come first take longest.
      if (*number % 8 == 0) std::this_thread::sleep_for(std::chrono::milliseconds(2));
      return *number * *number;
    };
  };
  work.take = [&taken](int square) { taken.push_back(square); };
  return work;
}

TEST(OrderedWork, ComesOutInTheOrderInWhichItWasGiven) {
  std::vector<int> expected, taken;
  for (int i = 0; i < 100; ++i) expected.push_back(i * i);
  for (const unsigned jobs : {1U, 2U, 5U}) {
    taken.clear();
    squares(100, taken).run(jobs, 10);
    EXPECT_EQ(taken, expected) << jobs << " jobs";
  }
}

TEST(OrderedWork, WhatAnyOfThemThrowsIsThrownToTheCaller) {
  for (const unsigned jobs : {1U, 3U}) {
    std::vector<int> taken;
    auto work = squares(1000, taken);
    work.take = [](int square) {
      if (square == 49) throw std::runtime_error("take");
    };
    EXPECT_THROW(work.run(jobs, 4), std::runtime_error);

    work = squares(1000, taken);
    work.make_worker = []() -> Work::Worker { throw std::runtime_error("worker"); };
    EXPECT_THROW(work.run(jobs, 4), std::runtime_error);

    work = squares(1000, taken);
    work.produce = [](const Work::Give& give) {
      give(std::make_unique<int>(1), 1);
      throw std::runtime_error("produce");
    };
    EXPECT_THROW(work.run(jobs, 4), std::runtime_error);
  }
}

}  // namespace
}  // namespace evident::ingest
