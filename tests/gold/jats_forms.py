# SPDX-License-Identifier: GPL-3.0-or-later
"""The text of a JATS article as runs of words and citations, and the same article in other forms.

A paragraph is a list of runs: ("words", text), ("cite", [numbers of references], text as printed) and ("mark", text)
for what only encloses or parts citations ("[", ", ", "-"), which forms with marks of their own leave out.
"""
import html
import re
import xml.etree.ElementTree as tree

APART = {"fig", "fig-group", "table-wrap", "table-wrap-group", "boxed-text", "supplementary-material", "media", "fn",
         "disp-formula", "tex-math", "annotation", "object-id", "graphic", "inline-graphic", "disp-formula-group", "label"}
BLOCKS = {"p", "list", "list-item", "disp-quote", "def-list", "def-item", "def", "term", "speech", "statement", "verse-group", "sec", "title"}
DASHES = "-\u2010\u2011\u2012\u2013\u2014\u2212"


def local(node):
    return node.tag.rsplit("}", 1)[-1] if isinstance(node.tag, str) else ""


def words_of(node, skip=()):
    out = node.text or ""
    for child in node:
        if local(child) and local(child) not in skip:
            out += words_of(child, skip)
        out += child.tail or ""
    return out


def squeeze(text):
    return " ".join(text.split())


class Article:
    """title, sections [(heading, [paragraph])], references [(id, printed)]; None where it has no body to compare."""

    def __init__(self, path):
        root = tree.parse(path).getroot()
        article = root if local(root) == "article" else next(node for node in root.iter() if local(node) == "article")
        self.article = article
        title = next((node for node in article.iter() if local(node) == "article-title"), None)
        self.title = squeeze(words_of(title, {"xref", "fn"})) if title is not None else ""
        self.references, self.numbers = [], {}
        for ref in (node for part in article if local(part) not in ("sub-article", "response") for node in part.iter()
                    if local(node) == "ref"):
            number = len(self.references)
            for node in ref.iter():
                if node.get("id"):
                    self.numbers.setdefault(node.get("id"), number)
            self.references.append((ref.get("id") or f"ref{number}", self.printed(ref)))
        self.sections = []
        for part in article:
            if local(part) == "front":
                for abstract in (node for node in part.iter() if local(node) == "abstract"):
                    self.sections.append(["Abstract", []])
                    self.blocks(abstract)
            elif local(part) == "body":
                self.sections.append(["", []])
                self.blocks(part)
        self.sections = [section for section in self.sections if section[0] or section[1]]

    def printed(self, ref):
        cited = next((node for node in ref if "citation" in local(node)), ref)
        if (cited.text or "").strip() or any((child.tail or "").strip(" .,;:()\n\t") for child in cited):
            return squeeze(words_of(cited, {"label"}))
        found = {}
        for node in cited.iter():
            found.setdefault(local(node), []).append(squeeze(words_of(node)))
        names = [squeeze(" ".join(filter(None, (words_of(part) for part in name if local(part) in ("surname", "given-names")))))
                 for name in cited.iter() if local(name) in ("name", "string-name")]
        one = lambda key: (found.get(key) or [""])[0]  # noqa: E731
        place = f"{one('year')};{one('volume')}" + (f"({one('issue')})" if one("issue") else "")
        pages = one("fpage") + (f"-{one('lpage')}" if one("lpage") else "") or one("elocation-id")
        parts = [", ".join(names), one("article-title") or one("chapter-title"), one("source"), place + (f":{pages}" if pages else "")]
        for node in cited.iter():
            if local(node) == "pub-id" and node.get("pub-id-type") in ("doi", "pmid"):
                parts.append(f"{node.get('pub-id-type')}: {squeeze(words_of(node))}".replace("pmid", "PMID"))
        return ". ".join(part.strip(" .") for part in parts if part.strip(" .;")) + "."

    def blocks(self, node):
        for child in node:
            name = local(child)
            if name == "title":
                self.sections.append([squeeze(words_of(child, {"xref", "fn"})), []])
            elif name in ("sec", "list", "list-item", "disp-quote", "def-list", "def-item", "def", "abstract"):
                self.blocks(child)
            elif name in ("p", "term"):
                self.paragraph(child)

    def paragraph(self, node):
        runs = []

        def end():
            whole = joined(runs)
            if any(run[0] == "cite" or run[1].strip() for run in whole):
                self.sections[-1][1].append(whole)
            runs.clear()

        def walk(part, raised):
            runs.append(("words", part.text or ""))
            for child in part:
                name = local(child)
                cited = []
                if name == "xref":
                    cited = [self.numbers[rid] for rid in (child.get("rid") or "").split() if rid in self.numbers]
                if cited:
                    words = squeeze(words_of(child))
                    runs.append(("cite", cited, words, raised or any(local(n) == "sup" for n in child.iter())))
                elif name in BLOCKS:
                    end()
                    if name == "p":
                        walk(child, False)
                    else:
                        self.blocks(child)
                    end()
                elif name and name not in APART:
                    walk(child, raised or name == "sup")
                elif name:
                    runs.append(("words", " "))
                runs.append(("words", child.tail or ""))

        walk(node, False)
        end()


def joined(runs):
    """Words of one stretch in one run; what only parts or encloses citations told apart."""
    out = []
    for run in runs:
        if run[0] == "words" and out and out[-1][0] == "words":
            out[-1] = ("words", out[-1][1] + run[1])
        elif run[0] != "words" or run[1]:
            out.append(run)
    out = [("words", re.sub(r"\s+", " ", run[1])) if run[0] == "words" else run for run in out]
    split = []
    for n, run in enumerate(out):
        before = n > 0 and out[n - 1][0] == "cite"
        after = n + 1 < len(out) and out[n + 1][0] == "cite"
        if run[0] != "words":
            split.append(run)
        elif before and after and re.fullmatch(rf"[\s,;\[\]()]*[{DASHES}]?[\s,;\[\]()]*", run[1]):
            split.append(("mark", run[1]))
        else:
            text = run[1]
            head = re.match(r"\s?[\])]", text) if before else None
            if head and "[" in "".join(r[1] for r in split if r[0] == "mark")[-1:]:
                split.append(("mark", head[0]))
                text = text[head.end():]
            tail = re.search(r"\[$", text) if after else None
            split.append(("words", text[:tail.start()] if tail else text))
            if tail:
                split.append(("mark", tail[0]))
    return split


def groups(paragraph):
    """Words and whole groups of citations: ("words", text), ("cites", sorted numbers, runs)."""
    out = []
    for run in paragraph:
        if run[0] == "words":
            out.append(("words", run[1]))
        elif out and out[-1][0] == "cites":
            out[-1][2].append(run)
        elif run[1]:
            out.append(("cites", set(), [run]))
    for kind, *rest in out:
        if kind != "cites":
            continue
        numbers, runs = rest
        last = None
        for run in runs:
            if run[0] == "mark":
                if last is not None and any(dash in run[1] for dash in DASHES):
                    last = ("range", last)
                continue
            if isinstance(last, tuple) and run[2].strip("[]() ").isdigit() and 0 < run[1][0] - last[1] < 60:
                numbers.update(range(last[1], run[1][0]))
            inside = re.fullmatch(rf"(\d{{1,3}})\s*[{DASHES}]\s*(\d{{1,3}})", run[2].strip("[]() "))
            if inside and len(run[1]) == 1:
                numbers.update(range(run[1][0], run[1][0] + int(inside[2]) - int(inside[1]) + 1))
            numbers.update(run[1])
            last = run[1][-1]
    return out


def brackets(numbers):
    """[1,3-5] as printed lists do."""
    parts, run = [], []
    for number in sorted(numbers) + [None]:
        if run and number == run[-1] + 1:
            run.append(number)
            continue
        if run:
            parts.append(str(run[0] + 1) if len(run) == 1 else f"{run[0] + 1}{',' if len(run) == 2 else '-'}{run[-1] + 1}")
        run = [] if number is None else [number]
    return "[" + ",".join(parts) + "]"


def plain(article):
    out = [article.title, ""]
    for heading, paragraphs in article.sections:
        out += [heading, ""] if heading else []
        for paragraph in paragraphs:
            out += [squeeze("".join(run[1] if run[0] == "words" else brackets(run[1]) for run in groups(paragraph))), ""]
    out += ["References", ""] + [f"{n}. {text}" for n, (_, text) in enumerate(article.references, 1)]
    return "\n".join(out) + "\n"


def escaped(text):
    return html.escape(text, quote=False)


def wiki(article):
    """As MediaWiki shows it: raised numbers in brackets that link to notes with links back."""
    uses = {}

    def mark(numbers):
        out = ""
        for n in sorted(numbers):
            uses[n] = uses.get(n, 0) + 1
            out += (f'<sup id="cite_ref-{n + 1}_{uses[n]}" class="reference"><a href="#cite_note-{n + 1}"><span class="cite-bracket">'
                    f'&#91;</span>{n + 1}<span class="cite-bracket">&#93;</span></a></sup>')
        return out

    body = ""
    for heading, paragraphs in article.sections:
        if heading:
            body += (f'<div class="mw-heading mw-heading2"><h2>{escaped(heading)}</h2><span class="mw-editsection"><span>[</span>'
                     f'<a href="/w/index.php?action=edit">edit</a><span>]</span></span></div>\n')
        for paragraph in paragraphs:
            body += "<p>" + "".join(escaped(run[1]) if run[0] == "words" else mark(run[1]) for run in groups(paragraph)) + "\n</p>\n"
    notes = ""
    for n, (_, text) in enumerate(article.references):
        back = "".join(f'<a href="#cite_ref-{n + 1}_{k}"><sup><i><b>{chr(96 + k)}</b></i></sup></a> ' for k in range(1, min(uses.get(n, 0), 26) + 1))
        notes += f'<li id="cite_note-{n + 1}"><span class="mw-cite-backlink">^ {back}</span> <span class="reference-text"><cite class="citation">{escaped(text)}</cite></span>\n</li>\n'
    return f"""<!DOCTYPE html>
<html class="client-nojs"><head><meta charset="UTF-8"><title>{escaped(article.title)} - Example Wiki</title>
<script>var RLCONF={{"a<b":1}};</script></head>
<body class="mediawiki ltr"><a class="mw-jump-link" href="#bodyContent">Jump to content</a>
<nav><ul><li><a href="/wiki/Main_Page">Main page</a><li><a href="/wiki/Random">Random article</a></ul></nav>
<main id="content" class="mw-body"><header><h1 id="firstHeading">{escaped(article.title)}</h1></header>
<div id="siteSub" class="noprint">From Example Wiki, the free encyclopedia</div>
<div id="toc" class="toc" role="navigation"><h2>Contents</h2><ul><li><a href="#A"><span>1</span> A</a></li></ul></div>
<div id="mw-content-text"><div class="mw-parser-output">
<table class="infobox"><caption>{escaped(article.title)}</caption><tr><th>Field</th><td>Medicine</td></tr></table>
{body}<h2>References</h2><div class="reflist"><ol class="references">
{notes}</ol></div>
<div role="navigation" class="navbox"><table><tr><td><a href="/wiki/A">A</a> <a href="/wiki/B">B</a></td></tr></table></div>
</div></div><div id="catlinks" class="catlinks"><a href="/wiki/Category:C">Categories</a>: <ul><li><a href="/wiki/Category:D">D</a></ul></div></main>
<footer><ul><li>This page was last edited on 1 May 2024.<li>Text is available under a licence; additional terms may apply.</ul></footer>
</body></html>
"""


def journal(article):
    """As a journal shows it: links in the print of the article, a numbered list, meta tags, and the site around it."""
    def run_of(run):
        if run[0] != "cite":
            return escaped(run[1])
        link = f'<a id="xref-{run[1][0]}" class="xref-bibr" href="#{html.escape(article.references[run[1][0]][0])}">{escaped(run[2] or str(run[1][0] + 1))}</a>'
        if len(run[1]) > 1:
            link = ",".join(f'<a class="xref-bibr" href="#{html.escape(article.references[n][0])}">{n + 1}</a>' for n in run[1])
        return f"<sup>{link}</sup>" if run[3] else link

    body = ""
    for heading, paragraphs in article.sections:
        body += f'<div class="section"><h2>{escaped(heading)}</h2>\n' if heading else "<div>"
        for number, paragraph in enumerate(paragraphs):
            body += f'<p id="p-{number}">' + "".join(run_of(run) for run in paragraph) + "\n"
        body += "</div>\n"
    refs = "".join(f'<li><span class="ref-label">{n}.</span><div class="cit" id="{html.escape(key)}"><span>{escaped(text)}</span>'
                   f'<div class="cit-links"><a href="https://scholar.example/lookup">Google Scholar</a></div></div></li>\n'
                   for n, (key, text) in enumerate(article.references, 1))
    return f"""<!doctype html>
<HTML lang=en><HEAD><META charset=utf-8><TITLE>{escaped(article.title)} | Journal of Examples</TITLE>
<meta name="citation_title" content="{html.escape(article.title)}"><meta name="citation_journal_title" content="Journal of Examples">
<meta name=citation_doi content="10.9999/example.{len(article.title)}"></HEAD>
<BODY><div class="cookie-banner"><p>We use cookies so that this site works. You can change your settings at any time.</p><button>Accept</button></div>
<header class="site-header"><a href="/">Journal of Examples</a><form><input name=q><button>Search</button></form></header>
<div class="breadcrumbs"><a href="/">Home</a> &gt; <a href="/v1">Volume 1</a></div>
<article><h1>{escaped(article.title)}</h1><p class="byline authors">A. Writer<sup><a href="#aff1">1</a></sup></p><p id="aff1" class="affiliation"><sup>1</sup> Institute of Examples</p>
<div class="share-bar"><a href="/s">Share</a> <a href="/t">Tweet</a></div>
{body}<section class="ref-list"><h2>References</h2><ol class="cit-list">
{refs}</ol></section></article>
<aside class="related-articles"><h3>Related articles</h3><ul><li><a href="/x">An earlier study showed that nothing was found in any of the groups.</a></ul></aside>
<footer><p>Copyright 2024 The Publisher. All rights reserved.</p></footer></BODY></HTML>
"""


def wikitext(article):
    """As an editor of a wiki writes it: each reference where it is first used, by name after that."""
    def plain_words(text):
        return re.sub(r"[\[\]{}|<>&']", lambda match: f"&#{ord(match[0])};", text)

    used = set()

    def mark(numbers):
        out = ""
        for n in sorted(numbers):
            out += f'<ref name="r{n + 1}" />' if n in used else f'<ref name="r{n + 1}">{plain_words(article.references[n][1])}</ref>'
            used.add(n)
        return out

    out = f"{{{{Short description|{article.title.replace('|', ' ').replace('=', ' ')}}}}}\n"
    for heading, paragraphs in article.sections:
        out += f"== {heading} ==\n" if heading else ""
        for paragraph in paragraphs:
            out += "".join(plain_words(run[1]) if run[0] == "words" else mark(run[1]) for run in groups(paragraph)).strip() + "\n\n"
    rest = "".join(f'<ref name="r{n + 1}">{plain_words(text)}</ref>\n' for n, (_, text) in enumerate(article.references) if n not in used)
    return out + f"== References ==\n<references>\n{rest}</references>\n[[Category:Examples]]\n"


FORMS = {"plain": (plain, "txt"), "journal": (journal, "html"), "wiki": (wiki, "html"), "wikitext": (wikitext, "wiki")}
