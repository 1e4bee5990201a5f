// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string_view>

namespace evident::read::html {

namespace tag {

/// The elements that the reader treats in a way of their own; 0 is any other (b, i, span ...).
enum Role : uint16_t {
  other,
  html,
  head,
  body,
  base,
  link,
  meta,
  title,
  style,
  script,
  noscript,
  template_,
  iframe,
  noframes,
  object,
  embed,
  param,
  svg,
  math,
  annotation,
  img,
  source,
  track,
  video,
  audio,
  canvas,
  map,
  area,
  frameset,
  br,
  wbr,
  hr,
  a,
  p,
  div,
  section,
  article,
  main,
  aside,
  nav,
  header,
  footer,
  hgroup,
  address,
  center,
  h1,
  h2,
  h3,
  h4,
  h5,
  h6,
  ul,
  ol,
  menu,
  dir,
  li,
  dl,
  dt,
  dd,
  table,
  caption,
  colgroup,
  col,
  thead,
  tbody,
  tfoot,
  tr,
  td,
  th,
  figure,
  figcaption,
  blockquote,
  pre,
  plaintext,
  form,
  fieldset,
  legend,
  label,
  input,
  button,
  select,
  option,
  optgroup,
  textarea,
  datalist,
  details,
  summary,
  dialog,
  sup,
  sub,
  strong,
  cite,
  ruby,
  rt,
  rp,
  count
};

}  // namespace tag

/// What HTML says of an element.
struct Traits {
  bool empty = false;     ///< never has content nor end tag: <br>
  bool verbatim = false;  ///< its content is no mark-up: <script>
  bool decoded = false;   ///< its content is no mark-up but has character references: <title>
  bool special = false;   ///< end tags of inline elements do not reach across it: <div>
  bool ends_p = false;    ///< its start tag ends a paragraph: <ul>
  bool block = false;     ///< stands on lines of its own
};

/// By an element's name in any case.
uint16_t role_of(std::string_view name);
const Traits& traits_of(uint16_t role);

inline bool is_heading(uint16_t role) {
  return role >= tag::h1 && role <= tag::h6;
}

}  // namespace evident::read::html
