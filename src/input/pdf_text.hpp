// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "base/diagnostic.hpp"
#include "input/input.hpp"

namespace evident {

/// What a PDF file prints.
struct PdfText {
  std::string text;        ///< UTF-8: the pages as page_layout.hpp draws them, parted by form feeds
  std::string title;       ///< the largest print of the first page; empty where none stands out
  std::string info_title;  ///< the title that the file itself gives, often of no use
  std::string metadata;    ///< its XMP packet, as it stands
};

/// True for the first bytes of a PDF file.
bool is_pdf(std::string_view head);

/// Draws the text of a PDF. That is done in a process of its own, with bounds on its time and memory, so that
/// no file can take this one down: what came of the pages before is kept. Reports "encrypted-pdf",
/// "damaged-pdf", "pdf-without-text" (scanned pages), "pdf-too-costly", "pdf-too-large". Only on POSIX.
PdfText pdf_text(std::string_view bytes, const std::string& path, DiagnosticSink& sink);

/// Provenance of what a PDF prints counts in the drawn text: "paper.pdf!text".
constexpr std::string_view pdf_text_member = "!text";

/// The drawn text of a PDF as a stream; `file` gives its bytes.
std::unique_ptr<Input> open_pdf_text(Input& file, const std::string& path, DiagnosticSink& sink);

constexpr size_t largest_pdf = size_t{512} << 20U;

}  // namespace evident
