# SPDX-License-Identifier: GPL-3.0-or-later
"""The words of a cut out of an XML file, found without the program: mark-up stripped, references decoded."""
import html
import re

# What stands inside a sentence's bytes without being of it: floats, notes, formulas on lines of their own, pictures.
APART = ("fig|fig-group|table-wrap|table-wrap-group|boxed-text|supplementary-material|media|fn|disp-formula|tex-math|"
         "annotation|object-id|inline-graphic|graphic|disp-formula-group")
NESTED = re.compile(rf"<(?:\w+:)?({APART})\b(?:[^>]*/>|[^>]*[^/>]>(?:(?!<(?:\w+:)?\1\b).)*?</(?:\w+:)?\1\s*>|>(?:(?!<\1\b).)*?</\1\s*>)",
                    re.S)


def declared_encoding(data):
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return "utf-16-le" if data[:2] == b"\xff\xfe" else "utf-16-be"
    found = re.match(rb"<\?xml[^>]*encoding=[\"']([^\"']+)", data)
    return found.group(1).decode() if found else "utf-8"


def words(cut, entities=()):
    """`cut` decoded to text; letters and signs only, all white space dropped."""
    kept = {}

    def keep(match):
        kept[f"\0{len(kept)}\0"] = match.group(1)
        return list(kept)[-1]

    cut = re.sub(r"<!\[CDATA\[(.*?)\]\]>", keep, cut, flags=re.S)
    cut = re.sub(r"<!--.*?-->|<\?.*?\?>", "", cut, flags=re.S)
    before = None
    while before != cut:  # innermost first
        before, cut = cut, NESTED.sub(" ", cut)
    cut = re.sub(r"</?[A-Za-z][^<>]*>", "", cut)
    for name, value in entities:
        cut = cut.replace(f"&{name};", value)
    cut = html.unescape(cut)
    for key, value in kept.items():
        cut = cut.replace(key, value)
    return "".join(cut.split())


def page_words(cut):
    """A cut out of a page, decoded to text: letters and signs only, what is no mark-up dropped."""
    cut = re.sub(r"<(script|style)\b.*?</\1\s*>", "", cut, flags=re.S | re.I)
    cut = re.sub(r"<meta\b[^>]*\bcontent=(\"|')(.*?)\1[^>]*>", r"\2", cut, flags=re.S | re.I)
    cut = re.sub(r"<!--.*?-->|</?[A-Za-z](?:\"[^\"]*\"|'[^']*'|[^<>\"'])*>", "", cut, flags=re.S)
    return "".join(html.unescape(cut).split())
