// SPDX-License-Identifier: GPL-3.0-or-later
#include "read/html/names.hpp"

#include <algorithm>
#include <array>
#include <initializer_list>
#include <string>
#include <utility>

namespace evident::read::html {

namespace {

constexpr std::array<std::pair<std::string_view, tag::Role>, 105> names{{
    {"a", tag::a},
    {"address", tag::address},
    {"annotation", tag::annotation},
    {"area", tag::area},
    {"article", tag::article},
    {"aside", tag::aside},
    {"audio", tag::audio},
    {"b", tag::strong},
    {"base", tag::base},
    {"basefont", tag::param},
    {"bgsound", tag::source},
    {"blockquote", tag::blockquote},
    {"body", tag::body},
    {"br", tag::br},
    {"button", tag::button},
    {"canvas", tag::canvas},
    {"caption", tag::caption},
    {"center", tag::center},
    {"cite", tag::cite},
    {"col", tag::col},
    {"colgroup", tag::colgroup},
    {"datalist", tag::datalist},
    {"dd", tag::dd},
    {"details", tag::details},
    {"dialog", tag::dialog},
    {"dir", tag::dir},
    {"div", tag::div},
    {"dl", tag::dl},
    {"dt", tag::dt},
    {"embed", tag::embed},
    {"fieldset", tag::fieldset},
    {"figcaption", tag::figcaption},
    {"figure", tag::figure},
    {"footer", tag::footer},
    {"form", tag::form},
    {"frame", tag::source},
    {"frameset", tag::frameset},
    {"h1", tag::h1},
    {"h2", tag::h2},
    {"h3", tag::h3},
    {"h4", tag::h4},
    {"h5", tag::h5},
    {"h6", tag::h6},
    {"head", tag::head},
    {"header", tag::header},
    {"hgroup", tag::hgroup},
    {"hr", tag::hr},
    {"html", tag::html},
    {"iframe", tag::iframe},
    {"image", tag::img},
    {"img", tag::img},
    {"input", tag::input},
    {"keygen", tag::input},
    {"label", tag::label},
    {"legend", tag::legend},
    {"li", tag::li},
    {"link", tag::link},
    {"listing", tag::pre},
    {"main", tag::main},
    {"map", tag::map},
    {"marquee", tag::div},
    {"math", tag::math},
    {"menu", tag::menu},
    {"meta", tag::meta},
    {"nav", tag::nav},
    {"noembed", tag::noframes},
    {"noframes", tag::noframes},
    {"noscript", tag::noscript},
    {"object", tag::object},
    {"ol", tag::ol},
    {"optgroup", tag::optgroup},
    {"option", tag::option},
    {"p", tag::p},
    {"param", tag::param},
    {"plaintext", tag::plaintext},
    {"pre", tag::pre},
    {"rp", tag::rp},
    {"rt", tag::rt},
    {"ruby", tag::ruby},
    {"script", tag::script},
    {"search", tag::div},
    {"section", tag::section},
    {"select", tag::select},
    {"source", tag::source},
    {"strong", tag::strong},
    {"style", tag::style},
    {"sub", tag::sub},
    {"summary", tag::summary},
    {"sup", tag::sup},
    {"svg", tag::svg},
    {"table", tag::table},
    {"tbody", tag::tbody},
    {"td", tag::td},
    {"template", tag::template_},
    {"textarea", tag::textarea},
    {"tfoot", tag::tfoot},
    {"th", tag::th},
    {"thead", tag::thead},
    {"title", tag::title},
    {"tr", tag::tr},
    {"track", tag::track},
    {"ul", tag::ul},
    {"video", tag::video},
    {"wbr", tag::wbr},
    {"xmp", tag::pre},
}};

static_assert(std::is_sorted(names.begin(), names.end(),
                             [](const auto& left, const auto& right) { return left.first < right.first; }));

constexpr size_t longest_name = 10;

std::array<Traits, tag::count> make_traits() {
  std::array<Traits, tag::count> traits;
  const auto set = [&](bool Traits::*flag, std::initializer_list<tag::Role> roles) {
    for (tag::Role role : roles) traits[role].*flag = true;
  };
  set(&Traits::empty, {tag::base, tag::link, tag::meta, tag::embed, tag::param, tag::img, tag::source,
                       tag::track, tag::area, tag::br, tag::wbr, tag::hr, tag::col, tag::input});
  set(&Traits::verbatim, {tag::style, tag::script, tag::iframe, tag::noframes});
  set(&Traits::decoded, {tag::title, tag::textarea});
  set(&Traits::special,
      {tag::html,       tag::head,    tag::body,      tag::template_, tag::frameset, tag::p,
       tag::div,        tag::section, tag::article,   tag::main,      tag::aside,    tag::nav,
       tag::header,     tag::footer,  tag::hgroup,    tag::address,   tag::center,   tag::h1,
       tag::h2,         tag::h3,      tag::h4,        tag::h5,        tag::h6,       tag::ul,
       tag::ol,         tag::menu,    tag::dir,       tag::li,        tag::dl,       tag::dt,
       tag::dd,         tag::table,   tag::caption,   tag::colgroup,  tag::thead,    tag::tbody,
       tag::tfoot,      tag::tr,      tag::td,        tag::th,        tag::figure,   tag::figcaption,
       tag::blockquote, tag::pre,     tag::plaintext, tag::form,      tag::fieldset, tag::button,
       tag::select,     tag::details, tag::summary,   tag::dialog});
  set(&Traits::ends_p,
      {tag::hr,         tag::p,     tag::div,       tag::section, tag::article,  tag::main,
       tag::aside,      tag::nav,   tag::header,    tag::footer,  tag::hgroup,   tag::address,
       tag::center,     tag::h1,    tag::h2,        tag::h3,      tag::h4,       tag::h5,
       tag::h6,         tag::ul,    tag::ol,        tag::menu,    tag::dir,      tag::li,
       tag::dl,         tag::dt,    tag::dd,        tag::table,   tag::figure,   tag::figcaption,
       tag::blockquote, tag::pre,   tag::plaintext, tag::form,    tag::fieldset, tag::details,
       tag::summary,    tag::dialog});
  set(&Traits::block,
      {tag::html,    tag::body,     tag::hr,         tag::p,          tag::div,     tag::section,
       tag::article, tag::main,     tag::aside,      tag::nav,        tag::header,  tag::footer,
       tag::hgroup,  tag::address,  tag::center,     tag::h1,         tag::h2,      tag::h3,
       tag::h4,      tag::h5,       tag::h6,         tag::ul,         tag::ol,      tag::menu,
       tag::dir,     tag::li,       tag::dl,         tag::dt,         tag::dd,      tag::table,
       tag::caption, tag::thead,    tag::tbody,      tag::tfoot,      tag::tr,      tag::td,
       tag::th,      tag::figure,   tag::figcaption, tag::blockquote, tag::pre,     tag::plaintext,
       tag::form,    tag::fieldset, tag::legend,     tag::details,    tag::summary, tag::dialog});
  return traits;
}

}  // namespace

uint16_t role_of(std::string_view name) {
  if (name.size() > longest_name) return tag::other;
  std::array<char, longest_name> lower;
  std::transform(name.begin(), name.end(), lower.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  const std::string_view wanted(lower.data(), name.size());
  const auto* found =
      std::lower_bound(names.begin(), names.end(), wanted,
                       [](const auto& entry, std::string_view key) { return entry.first < key; });
  return found != names.end() && found->first == wanted ? found->second : tag::other;
}

const Traits& traits_of(uint16_t role) {
  static const std::array<Traits, tag::count> traits = make_traits();
  return traits[role < tag::count ? role : 0];
}

}  // namespace evident::read::html
