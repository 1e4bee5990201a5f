// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/normal.hpp"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>

#include "text/one_of.hpp"

namespace evident::text {

namespace {

/// Collects folded letters; everything between them becomes one blank.
class FoldedText {
 public:
  explicit FoldedText(size_t expected) { m_text.reserve(expected); }
  void letter(char c) {
    open_word();
    m_text += c;
  }
  void letter(char32_t c) {
    open_word();
    append_utf8(m_text, c);
  }
  void letters(std::string_view several) {
    open_word();
    m_text += several;
  }
  void gap() { m_gap = true; }
  std::string take() { return std::move(m_text); }

 private:
  void open_word() {
    if (m_gap && !m_text.empty()) m_text += ' ';
    m_gap = false;
  }
  std::string m_text;
  bool m_gap = false;
};

/// Letters that no decomposition takes apart, but that people write with ASCII ones; empty for all others.
std::string_view latin_spelling(char32_t c) {
  switch (c) {
    case 0xDF:
    case 0x1E9E:
      return "ss";
    case 0xC6:
    case 0xE6:
      return "ae";
    case 0x152:
    case 0x153:
      return "oe";
    case 0xD8:
    case 0xF8:
      return "o";
    case 0xD0:
    case 0xF0:
    case 0x110:
    case 0x111:
      return "d";
    case 0xDE:
    case 0xFE:
      return "th";
    case 0x126:
    case 0x127:
      return "h";
    case 0x131:
      return "i";
    case 0x141:
    case 0x142:
      return "l";
    case 0x166:
    case 0x167:
      return "t";
    default:
      return {};
  }
}

/// The name of a lower-case Greek letter; empty for all others.
std::string_view greek_name(char32_t c) {
  static constexpr std::array<std::string_view, 25> names = {
      "alpha", "beta",   "gamma",   "delta", "epsilon", "zeta",    "eta",  "theta", "iota",
      "kappa", "lambda", "mu",      "nu",    "xi",      "omicron", "pi",   "rho",   "sigma",
      "sigma", "tau",    "upsilon", "phi",   "chi",     "psi",     "omega"};
  if (c < 0x3B1 || c >= 0x3B1 + names.size()) return {};
  return names[c - 0x3B1];
}

/// Letters and digits of ASCII as folding writes them; 0 for all others.
constexpr std::array<char, 0x80> folded_ascii = [] {
  std::array<char, 0x80> folded{};
  for (unsigned char c = '0'; c <= '9'; ++c) folded[c] = static_cast<char>(c);
  for (unsigned char c = 'a'; c <= 'z'; ++c) folded[c] = static_cast<char>(c);
  for (unsigned char c = 'A'; c <= 'Z'; ++c) folded[c] = static_cast<char>(c - 'A' + 'a');
  return folded;
}();

void fold_decomposed(char32_t c, FoldedText& out) {
  if (c < 0x80) return folded_ascii[c] != 0 ? out.letter(folded_ascii[c]) : out.gap();
  const auto code = static_cast<UChar32>(c);
  const uint32_t category = U_MASK(u_charType(code));
  // Marks, soft hyphens and zero-width characters are no part of the word and do not end it either.
  if (category & (U_GC_M_MASK | U_GC_CF_MASK)) return;
  if (const std::string_view spelling = latin_spelling(c); !spelling.empty()) return out.letters(spelling);
  const auto folded = static_cast<char32_t>(u_foldCase(code, U_FOLD_CASE_DEFAULT));
  if (const std::string_view name = greek_name(folded); !name.empty()) return out.letters(name);
  if (category & (U_GC_L_MASK | U_GC_N_MASK)) return out.letter(folded);
  out.gap();
}

const icu::Normalizer2* compatibility_decomposition() {
  static const icu::Normalizer2* const instance = [] {
    UErrorCode status = U_ZERO_ERROR;
    const icu::Normalizer2* found = icu::Normalizer2::getNFKDInstance(status);
    return U_SUCCESS(status) ? found : nullptr;
  }();
  return instance;
}

void fold_code_point(char32_t c, FoldedText& out) {
  const icu::Normalizer2* normalizer = compatibility_decomposition();
  icu::UnicodeString parts;
  if (normalizer == nullptr || !normalizer->getDecomposition(static_cast<UChar32>(c), parts)) {
    return fold_decomposed(c, out);
  }
  for (int32_t i = 0; i < parts.length(); i = parts.moveIndex32(i, 1)) {
    fold_decomposed(static_cast<char32_t>(parts.char32At(i)), out);
  }
}

bool is_space(char32_t c) {
  return c == ' ' || (c >= 9 && c <= 13) || (c >= 0x80 && u_isUWhiteSpace(static_cast<UChar32>(c)));
}

}  // namespace

namespace {

/// True where what follows a line break belongs to the word before it: a stop, a comma or a closing bracket
/// that stands by itself ("Lancet" linked, and the comma on the next line).
bool is_torn_stop(std::string_view text, size_t at) {
  return one_of(text.substr(at, 1), {",", ".", ";", ":", ")", "]"}) &&
         (at + 1 == text.size() || text[at + 1] == ' ' || text[at + 1] == '\n' || text[at + 1] == '\r');
}

}  // namespace

std::string squeeze(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  bool gap = false, broken = false;  // `broken`: the gap has a line break
  for (size_t offset = 0; offset < text.size();) {
    const size_t start = offset;
    // Most text is ASCII words: they are taken whole.
    while (offset < text.size() && text[offset] > ' ' && text[offset] < 0x7F) ++offset;
    if (offset == start && is_space(next_code_point(text, offset))) {
      gap = true;
      broken = broken || text[start] == '\n';
      continue;
    }
    if (gap && !out.empty() && !(broken && is_torn_stop(text, start))) out += ' ';
    gap = broken = false;
    out.append(text, start, offset - start);
  }
  return out;
}

std::string fold(std::string_view text) {
  FoldedText out(text.size());
  for (size_t offset = 0; offset < text.size();) {
    const auto byte = static_cast<unsigned char>(text[offset]);
    if (byte < 0x80) {
      const char letter = folded_ascii[byte];
      ++offset;
      if (letter != 0) {
        out.letter(letter);
      } else {
        out.gap();
      }
    } else {
      fold_code_point(next_code_point(text, offset), out);
    }
  }
  return out.take();
}

std::string compose(std::string_view text) {
  UErrorCode error = U_ZERO_ERROR;
  const icu::Normalizer2* nfc = icu::Normalizer2::getNFCInstance(error);
  if (U_FAILURE(error)) return std::string(text);
  std::string out;
  icu::StringByteSink<std::string> sink(&out);
  nfc->normalizeUTF8(0, icu::StringPiece(text.data(), static_cast<int32_t>(text.size())), sink, nullptr,
                     error);
  return U_FAILURE(error) ? std::string(text) : out;
}

std::vector<std::string> fold_words(std::string_view text) {
  const std::string folded = fold(text);
  std::vector<std::string> words;
  for (size_t start = 0; start < folded.size();) {
    const size_t end = std::min(folded.find(' ', start), folded.size());
    words.emplace_back(folded, start, end - start);
    start = end + 1;
  }
  return words;
}

bool is_stop_word(std::string_view folded_word) {
  static constexpr std::string_view words[] = {
      "a",       "about", "after", "against", "all",     "also",    "although", "an",     "and",     "any",
      "are",     "as",    "at",    "be",      "because", "been",    "before",   "being",  "between", "both",
      "but",     "by",    "can",   "could",   "did",     "do",      "does",     "during", "each",    "either",
      "etc",     "for",   "from",  "had",     "has",     "have",    "he",       "her",    "his",     "how",
      "i",       "if",    "in",    "into",    "is",      "it",      "its",      "may",    "might",   "more",
      "most",    "must",  "nor",   "of",      "on",      "onto",    "or",       "other",  "our",     "over",
      "s",       "shall", "she",   "should",  "since",   "so",      "some",     "such",   "than",    "that",
      "the",     "their", "them",  "then",    "there",   "these",   "they",     "this",   "those",   "though",
      "through", "thus",  "to",    "under",   "until",   "upon",    "us",       "very",   "via",     "was",
      "we",      "were",  "what",  "when",    "where",   "whether", "which",    "while",  "who",     "whom",
      "whose",   "will",  "with",  "within",  "would",   "you",     "your"};
  return std::binary_search(std::begin(words), std::end(words), folded_word);
}

}  // namespace evident::text
