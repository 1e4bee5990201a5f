// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "input/input.hpp"

namespace evident {

/// A stream whose first bytes can be looked at before they are read. One that turns out to be no longer than
/// what was looked at can go back and forth.
class PeekedInput final : public Input {
 public:
  explicit PeekedInput(std::unique_ptr<Input> input) : m_input(std::move(input)) {}

  /// The first `wanted` bytes, or all where there are fewer. Before the first read().
  std::string_view peek(size_t wanted);

  size_t read(char* buffer, size_t size) override;
  std::optional<uint64_t> size() const override;
  void seek(uint64_t position) override;
  Origin* origin() override { return m_input->origin(); }

 private:
  std::unique_ptr<Input> m_input;
  std::string m_head;
  size_t m_given = 0;    ///< bytes of the head that were read
  bool m_whole = false;  ///< the head is all there is
};

}  // namespace evident
