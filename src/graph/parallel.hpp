// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <atomic>
#include <cstddef>
#include <exception>
#include <mutex>
#include <thread>
#include <vector>

namespace evident::graph {

/// Calls work(first, last, block number) for the blocks of [begin, end), on several threads. The blocks
/// depend on `size_of_block` alone: sums taken within blocks and then over blocks in their order have the
/// same bits at every number of threads. What the work throws is thrown here, once.
template <typename Work>
void in_blocks(size_t begin, size_t end, size_t size_of_block, unsigned threads, Work work) {
  const size_t blocks = (end - begin + size_of_block - 1) / size_of_block;
  std::atomic<size_t> next = 0;
  std::exception_ptr failure;
  std::mutex failing;
  const auto run = [&] {
    try {
      for (size_t block = next++; block < blocks; block = next++) {
        const size_t first = begin + block * size_of_block;
        work(first, std::min(end, first + size_of_block), block);
      }
    } catch (...) {
      const std::lock_guard lock(failing);
      if (!failure) failure = std::current_exception();
      next = blocks;
    }
  };
  std::vector<std::thread> others;
  for (size_t thread = 1; thread < std::min<size_t>(threads, blocks); ++thread) others.emplace_back(run);
  run();
  for (auto& other : others) other.join();
  if (failure) std::rethrow_exception(failure);
}

}  // namespace evident::graph
