// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/encoding.hpp"

#include <algorithm>
#include <optional>

#include "text/normal.hpp"

namespace evident::text {

namespace {

constexpr size_t sample_size = 64 * 1024;
constexpr size_t reports_per_file = 20;
constexpr size_t bytes_a_nul = 200;  // text in which a NUL byte more is an accident
constexpr char32_t replacement = 0xFFFD;

/// What bytes 0x80 to 0x9F mean in Windows-1252; the five unassigned ones stay control characters, as
/// browsers do it.
constexpr char16_t windows1252_high[32] = {0x20AC, 0x0081, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
                                           0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x008D, 0x017D, 0x008F,
                                           0x0090, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
                                           0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x009D, 0x017E, 0x0178};

bool is_nul(char c) {
  return c == '\0';
}

/// Neither NUL nor white space nor an escape of a terminal.
bool is_control(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte == 0x7F || (byte > 0 && byte < 0x20 && !(byte >= 9 && byte <= 13) && byte != 0x1B);
}

/// Little or big endian where half of the bytes, every other one, are mostly zero.
std::optional<Encoding> utf16_by_zeros(std::string_view bytes) {
  const std::string_view sample = bytes.substr(0, sample_size);
  size_t zeros[2] = {0, 0};
  for (size_t i = 0; i < sample.size(); ++i) zeros[i % 2] += sample[i] == 0;
  const size_t pairs = sample.size() / 2;
  if (pairs < 2) return std::nullopt;
  const auto mostly = [&](size_t n) { return n * 10 > pairs * 6; };
  const auto hardly = [&](size_t n) { return n * 5 < pairs; };
  if (mostly(zeros[1]) && hardly(zeros[0])) return Encoding::utf16le;
  if (mostly(zeros[0]) && hardly(zeros[1])) return Encoding::utf16be;
  return std::nullopt;
}

std::optional<Encoding> by_byte_order_mark(std::string_view bytes) {
  if (bytes.starts_with("\xEF\xBB\xBF")) return Encoding::utf8_bom;
  if (bytes.starts_with("\xFF\xFE")) return Encoding::utf16le;
  if (bytes.starts_with("\xFE\xFF")) return Encoding::utf16be;
  return std::nullopt;
}

/// Valid sequences of several bytes against bytes that fit nowhere.
bool mostly_utf8(std::string_view bytes) {
  size_t good = 0;
  size_t bad = 0;
  for (size_t offset = 0; offset < bytes.size();) {
    const size_t start = offset;
    const char32_t c = next_code_point(bytes, offset);
    if (c < 0x80) continue;
    const bool stray = offset - start == 1;
    good += !stray;
    bad += stray;
  }
  return bad == 0 || good > bad;
}

/// Reports the first few invalid places of a file one by one and the rest as a number.
class InvalidReports {
 public:
  InvalidReports(std::string code, const std::string& path, DiagnosticSink& sink)
      : m_code(std::move(code)), m_path(path), m_sink(sink) {}

  void add(uint64_t line, Span source) {
    if (++m_count > reports_per_file) return;
    m_sink.report({Severity::warning, m_code, m_path, line, source,
                   "byte " + std::to_string(source.start) + " is not valid here; read as U+FFFD"});
  }
  void finish() {
    if (m_count <= reports_per_file) return;
    m_sink.report({Severity::warning,
                   m_code,
                   m_path,
                   0,
                   {},
                   std::to_string(m_count - reports_per_file) + " more invalid places; each read as U+FFFD"});
  }

 private:
  std::string m_code;
  const std::string& m_path;
  DiagnosticSink& m_sink;
  size_t m_count = 0;
};

void decode_utf8(std::string_view bytes, size_t start, Decoded& out, InvalidReports& invalid) {
  out.text.reserve(bytes.size() - start);
  uint64_t line = 1;
  size_t good_from = start;
  const auto copy_good = [&](size_t end) {
    out.offsets.add(out.text.size(), end - good_from, good_from, end - good_from);
    out.text.append(bytes, good_from, end - good_from);
  };
  for (size_t offset = start; offset < bytes.size();) {
    const size_t at = offset;
    const char32_t c = next_code_point(bytes, offset);
    if (c == '\n') ++line;
    if (c != replacement || offset - at != 1) continue;
    copy_good(at);
    out.offsets.add(out.text.size(), 3, at, 1);
    append_utf8(out.text, replacement);
    good_from = offset;
    invalid.add(line, {at, offset});
  }
  // Text that is byte for byte the file needs no pieces at all.
  if (good_from == 0) {
    out.text.assign(bytes);
  } else {
    copy_good(bytes.size());
  }
}

void decode_utf16(std::string_view bytes, size_t start, bool little, Decoded& out, InvalidReports& invalid) {
  out.text.reserve(bytes.size() / 2);
  const auto unit = [&](size_t i) {
    const auto first = static_cast<unsigned char>(bytes[i]);
    const auto second = static_cast<unsigned char>(bytes[i + 1]);
    return static_cast<char32_t>(little ? first | second << 8 : first << 8 | second);
  };
  uint64_t line = 1;
  for (size_t offset = start; offset < bytes.size();) {
    const size_t at = offset;
    char32_t c = replacement;
    bool good = false;
    if (bytes.size() - offset < 2) {
      offset = bytes.size();
    } else {
      c = unit(offset);
      offset += 2;
      good = c < 0xD800 || c >= 0xE000;
      if (c >= 0xD800 && c < 0xDC00 && bytes.size() - offset >= 2) {
        const char32_t low = unit(offset);
        if (low >= 0xDC00 && low < 0xE000) {
          c = 0x10000 + ((c - 0xD800) << 10) + (low - 0xDC00);
          offset += 2;
          good = true;
        }
      }
    }
    if (!good) {
      c = replacement;
      invalid.add(line, {at, offset});
    }
    if (c == '\n') ++line;
    const size_t text_start = out.text.size();
    append_utf8(out.text, c);
    out.offsets.add(text_start, out.text.size() - text_start, at, offset - at);
  }
}

void decode_windows1252(std::string_view bytes, Decoded& out) {
  out.text.reserve(bytes.size() + bytes.size() / 16);
  for (size_t i = 0; i < bytes.size(); ++i) {
    const auto byte = static_cast<unsigned char>(bytes[i]);
    const size_t text_start = out.text.size();
    append_utf8(out.text, windows1252(byte));
    out.offsets.add(text_start, out.text.size() - text_start, i, 1);
  }
}

}  // namespace

char32_t windows1252(unsigned char byte) {
  return byte >= 0x80 && byte < 0xA0 ? windows1252_high[byte - 0x80] : char32_t{byte};
}

bool is_utf32(std::string_view bytes) {
  const std::string_view units = bytes.substr(0, std::min(bytes.size(), sample_size) & ~size_t{3});
  if (units.size() < 16) return false;
  const auto all_characters = [&](size_t highest, size_t high) {
    for (size_t at = 0; at < units.size(); at += 4) {
      if (units[at + highest] != 0 || static_cast<unsigned char>(units[at + high]) > 0x10 ||
          units.substr(at, 4) == std::string_view("\0\0\0\0", 4))
        return false;
    }
    return true;
  };
  return all_characters(3, 2) || all_characters(0, 1);
}

bool admit_text(std::string& bytes, const std::string& path, DiagnosticSink& sink) {
  const auto mark = by_byte_order_mark(bytes);
  if (mark == Encoding::utf16le || mark == Encoding::utf16be || utf16_by_zeros(bytes)) return true;
  const auto report = [&](const char* code, const char* what, size_t count, bool (*is_one)(char),
                          const char* before, const char* done) {
    const auto first = std::find_if(bytes.begin(), bytes.end(), is_one);
    const auto at = static_cast<uint64_t>(first - bytes.begin());
    const auto line = 1 + static_cast<uint64_t>(std::count(bytes.begin(), first, '\n'));
    const std::string found = count == 1 ? "a " + std::string(what) + " at"
                                         : std::to_string(count) + " " + what + "s, the first at";
    sink.report(
        {Severity::warning,
         code,
         path,
         line,
         {at, at + 1},
         before + found + " line " + std::to_string(line) + ", byte " + std::to_string(at) + "; " + done});
  };
  const std::string_view sample = std::string_view(bytes).substr(0, sample_size);
  const auto controls = static_cast<size_t>(std::count_if(sample.begin(), sample.end(), is_control));
  const auto nuls = static_cast<size_t>(std::count(bytes.begin(), bytes.end(), '\0'));
  const bool many_nuls = nuls > 1 + bytes.size() / bytes_a_nul;
  if (many_nuls || controls * 50 > sample.size()) {
    constexpr const char* before = "the file is not text: ";
    constexpr const char* done = "it was left out";
    if (many_nuls)
      report("binary-content", "NUL byte", nuls, is_nul, before, done);
    else
      report("binary-content", "control character", controls, is_control, before, done);
    return false;
  }
  if (nuls > 0) {
    report("nul-bytes", "NUL byte", nuls, is_nul, "", "read as white space");
    std::replace(bytes.begin(), bytes.end(), '\0', ' ');
  }
  return true;
}

Decoded decode(std::string_view bytes, const std::string& path, DiagnosticSink& sink) {
  Decoded out;
  const auto mark = by_byte_order_mark(bytes);
  const auto guess = mark ? mark : utf16_by_zeros(bytes);
  if (guess == Encoding::utf16le || guess == Encoding::utf16be) {
    out.encoding = *guess;
    InvalidReports invalid("invalid-utf16", path, sink);
    decode_utf16(bytes, mark ? 2 : 0, out.encoding == Encoding::utf16le, out, invalid);
    invalid.finish();
  } else if (mark == Encoding::utf8_bom || mostly_utf8(bytes)) {
    out.encoding = mark ? Encoding::utf8_bom : Encoding::utf8;
    InvalidReports invalid("invalid-utf8", path, sink);
    decode_utf8(bytes, mark ? 3 : 0, out, invalid);
    invalid.finish();
  } else {
    out.encoding = Encoding::windows1252;
    const auto is_high = [](char c) { return static_cast<unsigned char>(c) >= 0x80; };
    const auto first =
        static_cast<uint64_t>(std::find_if(bytes.begin(), bytes.end(), is_high) - bytes.begin());
    sink.report({Severity::note,
                 "assumed-encoding",
                 path,
                 0,
                 {first, std::min<uint64_t>(first + 1, bytes.size())},
                 "the text is not UTF-8; it was read as Windows-1252"});
    decode_windows1252(bytes, out);
  }
  return out;
}

}  // namespace evident::text
