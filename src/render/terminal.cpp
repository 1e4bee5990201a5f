// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/terminal.hpp"

#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>

#include "text/normal.hpp"

namespace evident::render {

namespace {

constexpr size_t narrowest = 40, widest = 110, unwatched = 100;
constexpr char hit_begin = '\x02', hit_end = '\x03';

const char* code_of(Ink ink) {
  switch (ink) {
    case Ink::plain:
      return "";
    case Ink::bold:
      return "\x1b[1m";
    case Ink::dim:
      return "\x1b[2m";
    case Ink::red:
      return "\x1b[31m";
    case Ink::green:
      return "\x1b[32m";
    case Ink::yellow:
      return "\x1b[33m";
    case Ink::blue:
      return "\x1b[34m";
    case Ink::cyan:
      return "\x1b[36m";
  }
  return "";
}

/// Columns of a word that may bear marks of hits, each `mark` columns wide.
size_t columns(std::string_view word, size_t mark) {
  std::string bare(word);
  const size_t marks = std::erase_if(bare, [](char byte) { return byte == hit_begin || byte == hit_end; });
  return text::display_width(bare) + marks * mark;
}

Terminal terminal_of(int descriptor, const std::string& color) {
  const bool watched = isatty(descriptor) == 1;
  size_t width = unwatched;
  winsize size{};
  if (watched && ioctl(descriptor, TIOCGWINSZ, &size) == 0 && size.ws_col > 0) {
    width = std::clamp<size_t>(size.ws_col, narrowest, widest);
  } else if (const char* columns = std::getenv("COLUMNS"); columns != nullptr && std::atoi(columns) > 0) {
    width = std::clamp<size_t>(static_cast<size_t>(std::atoi(columns)), narrowest, widest);
  }
  const char* refused = std::getenv("NO_COLOR");
  const char* kind = std::getenv("TERM");
  const bool wanted = watched && (refused == nullptr || *refused == '\0') &&
                      (kind == nullptr || std::string_view(kind) != "dumb");
  return {width, color == "always" || (color == "auto" && wanted)};
}

}  // namespace

Terminal Terminal::of_stdout(const std::string& color) {
  return terminal_of(STDOUT_FILENO, color);
}
Terminal Terminal::of_stderr(const std::string& color) {
  return terminal_of(STDERR_FILENO, color);
}

std::string Terminal::paint(std::string_view text, Ink ink) const {
  if (!m_color || ink == Ink::plain || text.empty()) return std::string(text);
  return code_of(ink) + std::string(text) + "\x1b[0m";
}

std::string Terminal::wrap(std::string_view text, std::string_view lead, Ink ink) const {
  const size_t indent = text::display_width(lead);
  const size_t room = m_width > indent + 20 ? m_width - indent : 20;
  std::string out(lead), line;
  size_t filled = 0;
  bool inside = false;  // a hit that goes on over the end of a line
  const auto flush = [&] {
    const bool opened = inside;
    for (const char byte : line) {
      if (byte == hit_begin) inside = true;
      if (byte == hit_end) inside = false;
    }
    std::string marked =
        (opened ? std::string(1, hit_begin) : "") + line + (inside ? std::string(1, hit_end) : "");
    out += ink == Ink::plain ? hits(marked) : paint(marked, ink);
    out += '\n';
    line.clear();
    filled = 0;
  };
  for (size_t offset = 0; offset < text.size();) {
    const size_t start = text.find_first_not_of(" \n\t\r", offset);
    if (start == std::string_view::npos) break;
    const size_t end = std::min(text.find_first_of(" \n\t\r", start), text.size());
    const auto word = text.substr(start, end - start);
    const size_t needed = columns(word, m_color ? 0 : 1);
    if (filled > 0 && filled + 1 + needed > room) {
      flush();
      out += std::string(indent, ' ');
    }
    if (filled > 0) line += ' ', ++filled;
    line += word;
    filled += needed;
    offset = end;
  }
  flush();
  return out;
}

std::string Terminal::hits(std::string_view snippet) const {
  std::string out;
  for (const char byte : snippet) {
    if (byte != hit_begin && byte != hit_end) {
      out += byte;
    } else if (m_color) {
      out += byte == hit_begin ? "\x1b[1m" : "\x1b[0m";
    } else {
      out += '*';
    }
  }
  return out;
}

std::string printable(std::string_view text) {
  std::string out(text);
  for (char& byte : out) {
    const auto value = static_cast<unsigned char>(byte);
    if ((value < 0x20 && byte != hit_begin && byte != hit_end) || value == 0x7F) byte = ' ';
  }
  return out;
}

}  // namespace evident::render
