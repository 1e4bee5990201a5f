// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <exception>
#include <functional>
#include <future>
#include <thread>
#include <utility>
#include <vector>

#include "base/bounded_queue.hpp"

namespace evident::ingest {

/// Work that several threads do and one takes, in the order in which it was given out.
///
/// `produce(give)` runs in a thread of its own and calls give(input, weight) for each input, which waits
/// while more than `capacity` is under way and is false when no more is wanted; `make_worker()` is called
/// once a thread and returns what turns an input into an output; `take(output)` runs in the calling thread.
/// With one job all of it runs in the calling thread, in turn. What any of them throws is thrown here.
template <typename Input, typename Output>
class OrderedWork {
 public:
  using Give = std::function<bool(Input, size_t weight)>;
  using Worker = std::function<Output(Input)>;

  std::function<void(const Give&)> produce;
  std::function<Worker()> make_worker;
  std::function<void(Output)> take;

  void run(unsigned jobs, size_t capacity) const {
    if (jobs > 1) {
      run_beside(jobs, capacity);
      return;
    }
    const Worker work = make_worker();
    produce([&](Input input, size_t) {
      take(work(std::move(input)));
      return true;
    });
  }

 private:
  using Task = std::packaged_task<Output(Worker&)>;

  void run_beside(unsigned jobs, size_t capacity) const {
    BoundedQueue<Task> tasks(capacity);
    BoundedQueue<std::future<Output>> outputs(capacity);
    std::vector<std::thread> threads;
    std::exception_ptr failure;  // of the producer
    const auto stop = [&] {
      outputs.close();
      tasks.close();
      for (auto& thread : threads) thread.join();
    };
    try {
      for (unsigned i = 0; i < jobs; ++i) {
        threads.emplace_back([&] {
          Worker work;
          while (auto task = tasks.pop()) (*task)(work);
        });
      }
      threads.emplace_back([&] {
        try {
          produce([&](Input input, size_t weight) {
            Task task([this, input = std::move(input)](Worker& work) mutable {
              if (!work) work = make_worker();  // here, so that what it throws reaches take's thread
              return work(std::move(input));
            });
            return outputs.push(task.get_future(), weight) && tasks.push(std::move(task), weight);
          });
        } catch (...) {
          failure = std::current_exception();
        }
        tasks.close();
        outputs.close();
      });
      while (auto output = outputs.pop()) take(output->get());
    } catch (...) {
      stop();
      throw;
    }
    stop();
    if (failure) std::rethrow_exception(failure);
  }
};

}  // namespace evident::ingest
