// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace evident {

/// All that the process which drew a PDF said, and how it ended (as waitpid tells it).
struct PdfAnswer {
  std::string said;  ///< parts (PdfPart), each: its letter, eight bytes for its size, the part
  int status = 0;
};

constexpr size_t longest_pdf_text = size_t{256} << 20U;  ///< what such a process may say, in bytes

/// Draws a PDF in a process of its own, with bounds on its time and memory. Throws FileError where no process
/// can be had.
PdfAnswer ask_pdf_process(std::string_view bytes);

/// Starts the process from which those that draw PDF files are forked. To be called before a second thread is
/// started: what is forked from several threads inherits the locks that the others hold, and may wait for
/// them for ever. Later calls do nothing; where it was never called, this process itself is forked. Ends with
/// it.
void start_pdf_server();

}  // namespace evident
