// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <new>
#include <vector>

#include <sys/mman.h>

namespace evident::graph {

/// Memory in pages of 2 MB where the system gives them: what is read in no order at all waits for the
/// addresses of its pages more than for the bytes.
template <typename Value>
struct HugePages {
  using value_type = Value;
  static constexpr size_t page = size_t{2} << 20;

  HugePages() = default;
  template <typename Other>
  explicit HugePages(const HugePages<Other>&) {}

  Value* allocate(size_t count) {
    const size_t bytes = count * sizeof(Value);
    if (bytes < page) return static_cast<Value*>(::operator new(bytes));
    void* memory = ::operator new((bytes + page - 1) / page * page, std::align_val_t(page));
    ::madvise(memory, bytes, MADV_HUGEPAGE);  // a wish: small pages are as good, but for the time
    return static_cast<Value*>(memory);
  }
  void deallocate(Value* memory, size_t count) {
    if (count * sizeof(Value) < page) return ::operator delete(memory);
    ::operator delete(memory, std::align_val_t(page));
  }
  bool operator==(const HugePages&) const { return true; }
};

template <typename Value>
using HugeVector = std::vector<Value, HugePages<Value>>;

}  // namespace evident::graph
