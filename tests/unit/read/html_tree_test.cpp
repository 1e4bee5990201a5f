// SPDX-License-Identifier: GPL-3.0-or-later
// How HTML's bytes become a tree.
#include <gtest/gtest.h>

#include <string>

#include "read/html/tree.hpp"
#include "read/xml/entities.hpp"

namespace {

using evident::read::html::Tree;
using evident::read::xml::SourceNode;
namespace tag = evident::read::html::tag;

/// Elements as "(name children)", text as it stands.
std::string shape(SourceNode node) {
  std::string out;
  for (SourceNode child : node) {
    if (!child.is_element()) {
      out += child.raw();
    } else {
      out += "(" + std::string(child.name()) + " " + shape(child) + ")";
    }
  }
  return out;
}

std::string shape(const std::string& html) {
  Tree tree;
  tree.parse(html);
  return shape(tree.root());
}

TEST(HtmlTree, EndTagsThatMayBeLeftOut) {
  EXPECT_EQ(shape("<ul><li>a<li>b<ul><li>c</ul><li>d</ul>e"), "(ul (li a)(li b(ul (li c)))(li d))e");
  EXPECT_EQ(shape("<p>a<p>b<div>c</div>d"), "(p a)(p b)(div c)d");
  EXPECT_EQ(shape("<dl><dt>a<dd>b<dt>c</dl>"), "(dl (dt a)(dd b)(dt c))");
  EXPECT_EQ(shape("<table><tr><td>a<td>b<tr><th>c</table>"), "(table (tr (td a)(td b))(tr (th c)))");
  EXPECT_EQ(shape("<head><title>t</title><p>a"), "(head (title t))(p a)");
}

TEST(HtmlTree, EmptyElementsAndSlashes) {
  EXPECT_EQ(shape("a<br>b<img src=x>c<br/>d"), "a(br )b(img )c(br )d");
  EXPECT_EQ(shape("<a id=\"x\"/>b<span/>c"), "(a )b(span )c");
  EXPECT_EQ(shape("<a href=http://x/y/>b</a>c"), "(a b)c");
}

TEST(HtmlTree, EndTagsReachAsFarAsBrowsersLetThem) {
  EXPECT_EQ(shape("<p>a<b>b</p>c"), "(p a(b b))c");
  EXPECT_EQ(shape("<b><div>a</b>c</div>d"), "(b (div ac)d)");
  EXPECT_EQ(shape("<div><table><tr><td>a</div>b</td></tr></table>c</div>d"), "(div (table (tr (td ab)))c)d");
  EXPECT_EQ(shape("a</i>b</unknown>c"), "abc");
  EXPECT_EQ(shape("<h2>a</h3>b"), "(h2 a)b");
  EXPECT_EQ(shape("<html><body>a</body></html>b"), "(html (body ab))");
}

TEST(HtmlTree, ContentThatIsNoMarkup) {
  EXPECT_EQ(shape("<script>if (a<b) \"</p>\"</SCRIPT >c"), "(script )c");
  EXPECT_EQ(shape("<style>p>a{}</style><title>a <b> c</title>d"), "(style )(title a <b> c)d");
  EXPECT_EQ(shape("a<!-- <p> -->b<!doctype html>c<?php x ?>d"), "abcd");
  EXPECT_EQ(shape("a < b <3 & </ c>d"), "a < b <3 & d");
}

TEST(HtmlTree, XhtmlKeepsCdata) {
  EXPECT_EQ(shape("<?xml version=\"1.0\"?><p><![CDATA[a<b]]></p>"), "(p a<b)");
  EXPECT_EQ(shape("<p><![CDATA[a]]>b</p>"), "(p b)");
}

TEST(HtmlTree, AttributesInEveryForm) {
  Tree tree;
  tree.parse("<A HREF = x#y disabled Data-x='a > b \"c\"' title=\"1&amp;2\" epub:type=noteref>z</a>");
  const SourceNode node = tree.root().first();
  EXPECT_EQ(node.role(), tag::a);
  EXPECT_EQ(node.attribute("href"), "x#y");
  EXPECT_TRUE(node.has_attribute("disabled"));
  EXPECT_EQ(node.attribute("disabled"), "");
  EXPECT_EQ(node.attribute("data-x"), "a > b \"c\"");
  EXPECT_EQ(node.attribute("title"), "1&2");
  EXPECT_EQ(node.attribute("epub:type"), "noteref");
  EXPECT_FALSE(node.has_attribute("type"));
  EXPECT_EQ(shape(tree.root()), "(A z)");
}

TEST(HtmlTree, WhatIsCutIsToldAndTheRestKept) {
  Tree tree;
  for (const char* html : {"<p>a<a href=\"x", "<p>a<!-- b", "<p>a<script>b", "<title>a<p>b"}) {
    tree.parse(html);
    EXPECT_TRUE(tree.cut()) << html;
    EXPECT_TRUE(shape(tree.root()).find('a') != std::string::npos) << html;
  }
  EXPECT_EQ(shape("<p>a<!-- b><p>c"), "(p a)(p c)");
  tree.parse("<p>whole");
  EXPECT_FALSE(tree.cut());
}

TEST(HtmlTree, ReferencesOfHtml) {
  const evident::read::xml::Entities entities(evident::read::xml::Entities::Language::html);
  const auto text = [&](const char* reference) { return entities.reference(reference)->text.value_or("?"); };
  EXPECT_EQ(text("&eacute;"), "\u00e9");
  EXPECT_EQ(text("&copy 2024"), "\u00a9");
  EXPECT_EQ(entities.reference("&notit;")->size, 4U);
  EXPECT_EQ(text("&#150;"), "\u2013");
  EXPECT_EQ(text("&#x3b1 "), "\u03b1");
  EXPECT_FALSE(entities.reference("&unknown "));
  EXPECT_EQ(text("&unknown;"), "?");
}

}  // namespace
