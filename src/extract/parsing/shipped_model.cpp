// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/parsing/tagger.hpp"

// The model stands in the program's read-only data, so that no file of data must be found at run time; its
// pages are read from disk when the first reference is parsed.
asm(".section .rodata\n"
    ".balign 16\n"
    "evident_references_model:\n"
    ".incbin \"" EVIDENT_REFERENCES_MODEL
    "\"\n"
    "evident_references_model_end:\n"
    ".byte 0\n"
    ".text\n");

extern "C" {
extern const char evident_references_model[];      // NOLINT(modernize-avoid-c-arrays)
extern const char evident_references_model_end[];  // NOLINT(modernize-avoid-c-arrays)
}

namespace evident::extract::parsing {

const Model& shipped_model() {
  static const Model model(
      std::string_view(evident_references_model,
                       static_cast<size_t>(evident_references_model_end - evident_references_model)));
  return model;
}

}  // namespace evident::extract::parsing
