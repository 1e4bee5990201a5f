// SPDX-License-Identifier: GPL-3.0-or-later
#include "input/pdf_pages.hpp"

#include <poppler-document.h>
#include <poppler-global.h>
#include <poppler-page.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <memory>
#include <vector>

#include "input/page_layout.hpp"

namespace evident {

namespace {

constexpr int most_pages = 20000;
constexpr size_t most_words = 20000;  // of a page

std::string utf8(const poppler::ustring& text) {
  const poppler::byte_array bytes = text.to_utf8();
  return {bytes.begin(), bytes.end()};
}

/// Takes letters that are printed as one apart, and control characters out.
std::string plain_letters(const std::string& text) {
  constexpr std::array<std::string_view, 7> ligatures = {"ff", "fi", "fl", "ffi", "ffl", "st", "st"};
  std::string out;
  for (size_t at = 0; at < text.size(); ++at) {
    const auto byte = static_cast<unsigned char>(text[at]);
    if (byte == 0xEF && at + 2 < text.size() && text[at + 1] == '\xAC') {
      const size_t which = static_cast<unsigned char>(text[at + 2]) - 0x80U;
      if (which < ligatures.size()) {
        out += ligatures[which];
        at += 2;
        continue;
      }
    }
    if (byte >= 0x20 && byte != 0x7F) out += text[at];
  }
  return out;
}

bool is_bold(std::string font) {
  std::transform(font.begin(), font.end(), font.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  constexpr std::array<std::string_view, 5> names = {"bold", "black", "heavy", "cmbx", "-bd"};
  return font.ends_with("-medi") || std::any_of(names.begin(), names.end(), [&](std::string_view name) {
           return font.find(name) != std::string::npos;
         });
}

bool is_sane(const poppler::rectf& box) {
  constexpr double far = 1e5;
  return std::abs(box.left()) < far && std::abs(box.right()) < far && std::abs(box.top()) < far &&
         std::abs(box.bottom()) < far;  // false for what is no number
}

struct Words {
  std::vector<PageWord> upright;
  std::string turned;  ///< as text
  bool all = true;
};

Words words_of(const poppler::page& page) {
  Words out;
  for (const poppler::text_box& box : page.text_list(poppler::page::text_list_include_font)) {
    if (out.upright.size() == most_words) {
      out.all = false;
      break;
    }
    const poppler::rectf place = box.bbox();
    std::string text = plain_letters(utf8(box.text()));
    if (text.empty()) continue;
    if (box.rotation() != 0 || !is_sane(place)) {
      if (out.turned.size() < most_words * 16)
        out.turned += std::move(text) + (box.has_space_after() ? ' ' : '\n');
      continue;
    }
    const double size = std::clamp(box.get_font_size(), 1.0, 1000.0);
    out.upright.push_back({place.left(), place.top(), place.right(), place.bottom(), size,
                           is_bold(box.get_font_name()), box.has_space_after(), std::move(text)});
  }
  return out;
}

/// The rows of one size that have most weight among those larger than the body.
std::string largest_print(const std::vector<PageColumn>& columns) {
  std::vector<const PageRow*> rows;
  for (const PageColumn& column : columns) {
    for (const PageRow& row : column) rows.push_back(&row);
  }
  if (rows.empty()) return "";
  std::vector<double> sizes;
  for (const PageRow* row : rows) sizes.push_back(row->size);
  std::nth_element(sizes.begin(), sizes.begin() + static_cast<std::ptrdiff_t>(sizes.size() / 2), sizes.end());
  const double body = sizes[sizes.size() / 2];
  std::string best, run;
  double most = 0;
  for (size_t at = 0; at < rows.size(); ++at) {
    const PageRow& row = *rows[at];
    if (row.size < 1.15 * body) continue;
    const bool follows = at > 0 && std::abs(rows[at - 1]->size - row.size) < 0.05 * row.size &&
                         row.top > rows[at - 1]->top && row.top - rows[at - 1]->bottom < 1.2 * row.size;
    if (!follows) run.clear();
    for (const PageWord& word : row.words) run += (run.empty() ? "" : " ") + word.text;
    const double weight = row.size * row.size * static_cast<double>(std::min<size_t>(run.size(), 150));
    if (weight > most && run.size() < 600) {
      most = weight;
      best = run;
    }
  }
  return best;
}

bool read_page(const poppler::page& page, int number, const TakePdfPart& take) {
  Words words = words_of(page);
  const std::vector<PageColumn> columns = columns_of(std::move(words.upright));
  if (number == 1) take(PdfPart::title, largest_print(columns));
  std::string text = drawn(columns);
  if (!words.turned.empty()) text += (text.empty() ? "" : "\n") + words.turned;
  if (!words.all) take(PdfPart::too_long, std::to_string(number));
  return take(PdfPart::page, text);
}

void read_pages(std::string_view bytes, const std::function<void()>& next_page, const TakePdfPart& take) {
  poppler::set_debug_error_function([](const std::string&, void*) {}, nullptr);
  next_page();
  if (bytes.size() > static_cast<size_t>(std::numeric_limits<int>::max())) return;
  const std::unique_ptr<poppler::document> document(
      poppler::document::load_from_raw_data(bytes.data(), static_cast<int>(bytes.size())));
  if (!document) {
    take(PdfPart::damaged, "");
    return;
  }
  if (document->is_locked()) {
    take(PdfPart::encrypted, "");
    return;
  }
  const int pages = document->pages();
  take(PdfPart::count, std::to_string(pages));
  take(PdfPart::info_title, utf8(document->info_key("Title")));
  take(PdfPart::metadata, utf8(document->metadata()));
  for (int index = 0; index < std::min(pages, most_pages); ++index) {
    next_page();
    const std::unique_ptr<poppler::page> page(document->create_page(index));
    const bool wanted = page ? read_page(*page, index + 1, take) : take(PdfPart::page, "");
    if (!wanted) return;
  }
  take(PdfPart::done, "");
}

}  // namespace

}  // namespace evident

extern "C" __attribute__((visibility("default"))) void evident_read_pdf_pages(
    std::string_view bytes, const std::function<void()>& next_page, const evident::TakePdfPart& take) {
  evident::read_pages(bytes, next_page, take);
}
