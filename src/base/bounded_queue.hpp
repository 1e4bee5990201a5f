// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <mutex>
#include <optional>
#include <utility>

namespace evident {

/// Hands values from one thread to another, in order. Bounded by the sum of their weights, so that a fast
/// producer waits for a slow consumer; one value heavier than the bound still passes, alone.
template <typename Value>
class BoundedQueue {
 public:
  explicit BoundedQueue(size_t capacity) : m_capacity(capacity) {}

  /// Waits for room. False when the queue was closed: the value is not wanted any more.
  bool push(Value value, size_t weight) {
    std::unique_lock lock(m_mutex);
    m_room.wait(lock, [&] { return m_closed || m_values.empty() || m_weight + weight <= m_capacity; });
    if (m_closed) return false;
    m_weight += weight;
    m_values.emplace_back(std::move(value), weight);
    m_ready.notify_one();
    return true;
  }

  /// Waits for a value; nullopt when the queue is closed and empty.
  std::optional<Value> pop() {
    std::unique_lock lock(m_mutex);
    m_ready.wait(lock, [&] { return m_closed || !m_values.empty(); });
    if (m_values.empty()) return std::nullopt;
    auto [value, weight] = std::move(m_values.front());
    m_values.pop_front();
    m_weight -= weight;
    m_room.notify_one();
    return std::move(value);
  }

  /// No more values: what is in the queue can still be taken.
  void close() {
    const std::lock_guard lock(m_mutex);
    m_closed = true;
    m_ready.notify_all();
    m_room.notify_all();
  }

 private:
  const size_t m_capacity;
  std::mutex m_mutex;
  std::condition_variable m_room, m_ready;
  std::deque<std::pair<Value, size_t>> m_values;
  size_t m_weight = 0;
  bool m_closed = false;
};

}  // namespace evident
