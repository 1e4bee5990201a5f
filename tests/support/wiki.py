# SPDX-License-Identifier: GPL-3.0-or-later
"""Pages of wikitext out of files, and what regular expressions find in them: an independent look at footnotes and citations."""
import html
import re

# What no mark-up is read in; blanked out, so that offsets stay.
VERBATIM = re.compile(r"<!--.*?-->|<(nowiki|pre|source|syntaxhighlight|math|code|timeline)\b[^>]*(?<!/)>.*?</\1\s*>", re.S | re.I)
REF = re.compile(r"<ref(?:\s[^<>]*?)?/>|<ref(?:\s[^<>]*)?>(.*?)</ref\s*>", re.S | re.I)
NAME = re.compile(r"""\bname\s*=\s*(?:"([^"]*)"|'([^']*)'|([^>]*?))\s*(?:/?>|\s\w+\s*=)""", re.I)
GROUP = re.compile(r"""\bgroup\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s/>]*))""", re.I)
SHORT = re.compile(r"\{\{\s*(?:sfn[mpb]*|harv(?!id)\w*|harvard citation[ \w]*)\s*\|", re.I)
CITE = re.compile(r"\{\{\s*(?:cite (?!needed|check|note)[\w ]+?|citation|v(?:an)?cite2? \w+|cita (?:web|libro|noticia|publicaci[oó]n)|literatur|internetquelle)\s*\|", re.I)


def pages(path):
    """(text, places) of each article of a file; places[i] is the byte offset in the file of character i of the text."""
    data = path.read_bytes()
    if b"<mediawiki" not in data[:4096]:
        text = data.decode("utf-8", errors="replace")
        yield "", text, byte_places(text, 0)
        return
    for page in re.finditer(rb"<page>.*?</page>", data, re.S):
        if b"<redirect" in page.group() or b"<ns>0</ns>" not in page.group():
            continue
        body = re.search(rb"<text[^>]*>(.*?)</text>", page.group(), re.S)
        if body is None:
            continue
        raw = body.group(1).decode()
        if re.match(r"\s*#redirect", raw, re.I):
            continue
        title = html.unescape(re.search(rb"<title>(.*?)</title>", page.group(), re.S).group(1).decode())
        raw_places = byte_places(raw, page.start() + body.start(1))
        text, places, at = [], [], 0
        for entity in re.finditer(r"&(?:lt|gt|quot|amp|apos|#\d+|#x[0-9a-fA-F]+);", raw):
            text.append(raw[at:entity.start()])
            places += raw_places[at:entity.start()]
            text.append(html.unescape(entity.group()))
            places += [raw_places[entity.start()]] * len(text[-1])
            at = entity.end()
        text.append(raw[at:])
        yield title, "".join(text), places + raw_places[at:]


def byte_places(text, start):
    """Byte offset of each character, and of the end."""
    out, at = [], start
    for character in text:
        out.append(at)
        at += len(character.encode())
    return out + [at]


def blank_verbatim(text):
    return VERBATIM.sub(lambda match: re.sub(r"[^\n]", " ", match.group()), text)


def template_end(text, start):
    """Behind the "}}" that answers to the "{{" at start."""
    depth = 0
    for brace in re.finditer(r"\{\{|\}\}", text[start:]):
        depth += 1 if brace.group() == "{{" else -1
        if depth == 0:
            return start + brace.end()
    return len(text)


def lists(text):
    """Spans in which footnotes are defined, not called."""
    out = [match.span() for match in re.finditer(r"<references\b[^>]*(?<!/)>.*?</references\s*>", text, re.S | re.I)]
    for match in re.finditer(r"\{\{\s*(?:reflist|notelist|refs|references|listaref)\b", text, re.I):
        out.append((match.start(), template_end(text, match.start())))
    return out


def first(match):
    return next((group for group in match.groups() if group is not None), "") if match else ""


class Page:
    """Footnotes of a page. Positions are characters of its text."""

    def __init__(self, text):
        self.text = blank_verbatim(text)
        spans = lists(self.text)
        self.calls, self.contents, self.inner, self.keys = [], [], [], set()
        for match in REF.finditer(self.text):
            tag = match.group()[: match.group().index(">") + 1]
            name, group = " ".join(first(NAME.search(tag)).split()), first(GROUP.search(tag))
            content = (match.group(1) or "").strip()
            if not name and not content:
                continue
            listed = any(start <= match.start() < end for start, end in spans)
            key = (group, name) if name else match.start()
            if content:
                self.contents.append((match.start(1), match.end(1), key, group))
                self.inner.append(match.span(1))
            if not listed:
                self.calls.append((match.start(), key))
            self.keys.add(key)
        notes = [(match.start(), template_end(self.text, match.start()))
                 for match in re.finditer(r"\{\{\s*(?:efn|refn|#tag:ref)", self.text, re.I)]
        inside = lambda at: any(start <= at < end for start, end in self.inner + notes)
        self.shorts = [match.start() for match in SHORT.finditer(self.text) if not inside(match.start())]
        self.cites = []
        end = 0
        for match in CITE.finditer(self.text):
            if match.start() >= end:  # one citation inside another is a part of it
                end = template_end(self.text, match.start())
                self.cites.append((match.start(), end))


def words(cut):
    """The words of a cut, as far as its mark-up prints them without a template; footnotes left out."""
    cut = re.sub(r"<!--.*?-->", "", cut, flags=re.S)
    cut = REF.sub("", cut)
    cut = re.sub(r"\[\[(?:[^|\[\]]*\|)?([^\[\]|]*)\]\]", r"\1", cut)
    cut = re.sub(r"\[\[(?:[^|\[\]]*\|)?|\]\]", "", cut)  # the cut begins or ends inside a link
    cut = re.sub(r"\[(?:https?:)?//\S+ ([^\]]*)\]?", r"\1", cut)
    cut = re.sub(r"'{2,}|</?[a-zA-Z][^<>]*>", "", cut)
    return "".join(html.unescape(cut).split())


def in_order(words, whole):
    """True where the letters of `words` stand in `whole` in their order."""
    letters = iter(whole)
    return all(letter in letters for letter in words)
