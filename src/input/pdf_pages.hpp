// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <string>
#include <string_view>

namespace evident {

/// One thing that is known of a PDF.
enum class PdfPart : char {
  page = 'P',         ///< the drawn text of the next page
  title = 'T',        ///< the largest print of the first page
  info_title = 'I',   ///< the title that the file gives
  metadata = 'M',     ///< its XMP packet
  count = 'N',        ///< how many pages there are, in decimal digits
  encrypted = 'E',    ///< the file asks for a password
  damaged = 'D',      ///< it cannot be read
  unavailable = 'U',  ///< there is nothing to read PDFs with; why
  too_long = 'L',     ///< a page has more words than are read; its number
  done = 'Z'
};

/// Takes the parts as they come; false when no more are wanted.
using TakePdfPart = std::function<bool(PdfPart, std::string_view)>;

/// Goes through a PDF with poppler, page by page. `next_page` is called before each, so that its time can be
/// bounded. May take long and may crash: to be called in a process of its own (pdf_process.hpp).
using ReadPdfPages = void(std::string_view bytes, const std::function<void()>& next_page,
                          const TakePdfPart& take);

/// What does that, of the module evident-poppler.so: to load poppler and the thirty libraries behind it takes
/// longer than most answers of the program, and few processes read PDFs. Throws FileError where there is no
/// such module, with what the loader says.
ReadPdfPages& pdf_pages_reader();

}  // namespace evident
