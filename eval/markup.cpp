// SPDX-License-Identifier: GPL-3.0-or-later
#include "eval/markup.hpp"

#include <algorithm>
#include <fstream>
#include <map>
#include <sstream>

#include "text/normal.hpp"

namespace evident::eval {

namespace {

Tag tag_of(std::string_view inside) {
  Tag tag;
  tag.closes = inside.starts_with("/");
  tag.empty = inside.ends_with("/");
  if (tag.closes) inside.remove_prefix(1);
  const size_t name = inside.find_first_of(" \t\n/");
  tag.name = inside.substr(0, name);
  if (name != std::string_view::npos) tag.attributes = inside.substr(name);
  return tag;
}

}  // namespace

std::string read_file(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  std::ostringstream text;
  text << in.rdbuf();
  return text.str();
}

std::vector<std::filesystem::path> files_below(const std::filesystem::path& folder,
                                               std::string_view extension) {
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
    if (entry.path().extension() == extension) files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  return files;
}

std::string unescaped(std::string_view raw) {
  static const std::map<std::string, std::string, std::less<>> entities{
      {"amp", "&"}, {"lt", "<"}, {"gt", ">"}, {"quot", "\""}, {"apos", "'"}};
  std::string out;
  for (size_t at = 0; at < raw.size();) {
    const size_t end = raw[at] == '&' ? raw.find(';', at) : std::string_view::npos;
    if (end == std::string_view::npos || end - at > 10) {
      out += raw[at++];
      continue;
    }
    const std::string_view name = raw.substr(at + 1, end - at - 1);
    if (const auto found = entities.find(name); found != entities.end()) {
      out += found->second;
    } else if (!name.empty() && name[0] == '#') {
      const bool hex = name.size() > 1 && (name[1] == 'x' || name[1] == 'X');
      const std::string digits(name.substr(hex ? 2 : 1));
      text::append_utf8(out, static_cast<char32_t>(std::strtoul(digits.c_str(), nullptr, hex ? 16 : 10)));
    } else {
      out += raw.substr(at, end + 1 - at);
    }
    at = end + 1;
  }
  return out;
}

void scan_markup(std::string_view markup, const std::function<void(std::string_view raw)>& on_text,
                 const std::function<void(const Tag&)>& on_tag) {
  size_t at = 0;
  while (at < markup.size()) {
    const size_t start = markup.find('<', at);
    on_text(markup.substr(at, std::min(start, markup.size()) - at));
    if (start == std::string_view::npos) break;
    const size_t end = markup.find('>', start);
    if (end == std::string_view::npos) break;
    on_tag(tag_of(markup.substr(start + 1, end - start - 1)));
    at = end + 1;
  }
}

std::vector<Element> elements(std::string_view all, std::string_view name) {
  std::vector<Element> found;
  const std::string opening = "<" + std::string(name), closing = "</" + std::string(name) + ">";
  for (size_t at = all.find(opening); at != std::string_view::npos; at = all.find(opening, at)) {
    const size_t start = all.find('>', at);
    if (start == std::string_view::npos) break;
    const char after = all[at + opening.size()];
    const Tag tag = tag_of(all.substr(at + 1, start - at - 1));
    at = start + 1;
    if (after != '>' && after != ' ' && after != '\n') continue;
    const size_t end = std::min(all.find(closing, at), all.size());
    found.push_back({tag, all.substr(at, end - at)});
    at = end;
  }
  return found;
}

}  // namespace evident::eval
