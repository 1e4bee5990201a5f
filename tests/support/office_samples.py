# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes small PDF, DOCX, ODT and EPUB files of made-up prose with Python's standard library alone."""
import json
import zipfile
import zlib

TITLE = "Effects of Fernleaf Extract on Moss Growth"
LEFT = ["Methods", "", "We gave fernleaf extract to forty moss beds and", "water to forty others [1]. Growth was read by two", "observers every week. Moss in treated beds grew fas-", "ter than moss in beds that had water alone, and the"]
RIGHT = ["difference lasted for a year [2, 3]. Nobody knew", "which beds were treated until the end of the study.", "", "References", "", "1. Fernleaf Q, Moss A (2001). Beds of moss.", "J Made Up Stud 3: 1-9.", "2. Moss A (2002). More moss. J Made Up Stud 4:", "11-19. doi:10.9999/moss.2002.", "3. Stone B (2003). Moss on stone. Wet Walls 1: 2-3."]


def pdf(pages, title="", encrypt=False):
    """A PDF; each page is a list of (x, y from the bottom, size, font, words)."""
    objects = ["<< /Type /Catalog /Pages 2 0 R >>", ""]
    fonts = "<< /F1 << /Type /Font /Subtype /Type1 /BaseFont /Times-Roman >> /F2 << /Type /Font /Subtype /Type1 /BaseFont /Times-Bold >> /F3 << /Type /Font /Subtype /Type1 /BaseFont /Courier >> >>"
    kids = []
    for page in pages:
        words = []
        for x, y, size, font, text in page:
            safe = text.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
            words.append(f"BT /{font} {size} Tf {x} {y} Td ({safe}) Tj ET")
        packed = zlib.compress("\n".join(words).encode("latin-1"))
        objects.append(f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font {fonts} >> /Contents {len(objects) + 2} 0 R >>")
        kids.append(f"{len(objects)} 0 R")
        objects.append((f"<< /Length {len(packed)} /Filter /FlateDecode >>\nstream\n", packed))
    objects[1] = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(kids)} >>"
    objects.append(f"<< /Title ({title}) >>")
    info = len(objects)
    trailer = f"/Info {info} 0 R"
    if encrypt:
        objects.append("<< /Filter /Standard /V 1 /R 2 /O <" + "41" * 32 + "> /U <" + "42" * 32 + "> /P -4 >>")
        trailer += f" /Encrypt {len(objects)} 0 R /ID [<00> <00>]"
    out, offsets = bytearray(b"%PDF-1.4\n"), []
    for number, body in enumerate(objects, 1):
        offsets.append(len(out))
        out += f"{number} 0 obj\n".encode()
        if isinstance(body, tuple):
            out += body[0].encode() + body[1] + b"\nendstream"
        else:
            out += body.encode("latin-1")
        out += b"\nendobj\n"
    start = len(out)
    out += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode()
    for offset in offsets:
        out += f"{offset:010} 00000 n \n".encode()
    out += f"trailer << /Size {len(objects) + 1} /Root 1 0 R {trailer} >>\nstartxref\n{start}\n%%EOF\n".encode()
    return bytes(out)


def column(lines, x, top):
    out = []
    for number, line in enumerate(lines):
        bold = line in ("Methods", "References", "Results")
        if line:
            out.append((x, top - 12 * number, 10, "F2" if bold else "F1", line))
    return out


def two_columns():
    """Two pages: a title and two columns with a running head and a page number; the second goes on in one column."""
    head = (56, 800, 8, "F1", "Fernleaf and Moss: Made-up Studies")
    first = [head, (56, 760, 18, "F2", TITLE), *column(LEFT, 56, 700), *column(RIGHT, 310, 700), (295, 40, 8, "F1", "1")]
    second = [head, *column(["4. Stone B (2004). Moss without stone. Wet Walls 2: 4-6."], 56, 700), (295, 40, 8, "F1", "2")]
    return pdf([first, second], TITLE)


def raised_numbers():
    """One column with citations as raised numbers."""
    lines = ["Moss grows on damp stone", " and on bark", " in every wood that was looked at", "."]
    page = [(56, 760, 18, "F2", TITLE)]
    x = 56
    for number, words in enumerate(lines, 1):
        page.append((x, 700, 10, "F3", words))
        x += 6 * len(words)
        if number < len(lines):
            page.append((x, 704, 6, "F3", str(number)))
            x += 3.6
    entries = ["References", "1. Fernleaf Q (2001). Beds of moss. J Made Up Stud 3: 1-9.", "2. Moss A (2002). More moss. J Made Up Stud 4: 11-19.", "3. Stone B (2003). Moss on stone. Wet Walls 1: 2-3."]
    return pdf([page + column(entries, 56, 640)], TITLE)


def packed(path, members):
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in members:
            method = zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED
            archive.writestr(name, content, compress_type=method)


W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
STYLES = f'<w:styles {W}>' + "".join(
    f'<w:style w:type="paragraph" w:styleId="{key}"><w:name w:val="{name}"/></w:style>'
    for key, name in (("Titel", "Title"), ("H1", "heading 1"), ("Cap", "caption"))) + "</w:styles>"
NUMBERING = f'<w:numbering {W}><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/></w:lvl></w:abstractNum>' \
    '<w:num w:numId="7"><w:abstractNumId w:val="0"/></w:num></w:numbering>'


def p(text, style="", number=False):
    properties = (f'<w:pStyle w:val="{style}"/>' if style else "") + ('<w:numPr><w:ilvl w:val="0"/><w:numId w:val="7"/></w:numPr>' if number else "")
    return f"<w:p><w:pPr>{properties}</w:pPr>{text}</w:p>"


def r(text, properties=""):
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def field(code, shown):
    code = code.replace("&", "&amp;").replace("<", "&lt;")
    return ('<w:r><w:fldChar w:fldCharType="begin"/></w:r>' + f'<w:r><w:instrText xml:space="preserve">{code}</w:instrText></w:r>'
            '<w:r><w:fldChar w:fldCharType="separate"/></w:r>' + shown + '<w:r><w:fldChar w:fldCharType="end"/></w:r>')


ZOTERO = {"citationItems": [{"id": 5, "itemData": {"id": 5, "type": "article-journal", "title": "Beds of moss in made-up gardens", "container-title": "Journal of Made-up Studies",
                                                   "author": [{"family": "Fernleaf", "given": "Quentin"}], "issued": {"date-parts": [[2001]]}, "volume": "3", "page": "1-9", "DOI": "10.9999/beds.2001"}}]}


def docx(path, body, more=()):
    packed(path, [("[Content_Types].xml", "<Types/>"), ("word/document.xml", f'<?xml version="1.0" encoding="UTF-8"?><w:document {W}><w:body>{body}</w:body></w:document>'),
                  ("word/styles.xml", STYLES), ("word/numbering.xml", NUMBERING), *more])


def docx_with_list(path):
    docx(path, p(r(TITLE), "Titel") + p(r("Methods"), "H1")
         + p(r("We gave fernleaf extract to forty moss beds") + r("1,2", '<w:vertAlign w:val="superscript"/>') + r(". Growth was read every week by two observers")
             + r("3", '<w:vertAlign w:val="superscript"/>') + r("."))
         + p(r("Moss in treated beds ") + '<w:del w:id="1"><w:r><w:delText>never </w:delText></w:r></w:del>' + '<w:ins w:id="2">' + r("always ") + "</w:ins>" + r("grew faster."))
         + p(r("Figure 1. Beds of moss."), "Cap") + p(r("References"), "H1")
         + p(r("Fernleaf Q (2001). Beds of moss. J Made Up Stud 3: 1-9."), number=True)
         + p(r("Moss A (2002). More moss. J Made Up Stud 4: 11-19."), number=True)
         + p(r("Stone B (2003). Moss on stone. Wet Walls 1: 2-3."), number=True))


def docx_with_fields(path):
    docx(path, p(r(TITLE), "Titel") + p(r("Moss grows in beds ") + field("ADDIN ZOTERO_ITEM CSL_CITATION " + json.dumps(ZOTERO), r("(Fernleaf, 2001)")) + r(" and on walls."))
         + p(r("Sources"), "H1") + p(field("ADDIN ZOTERO_BIBL {} CSL_BIBLIOGRAPHY", r("Fernleaf, Q. (2001). Beds of moss in made-up gardens. Journal of Made-up Studies, 3, 1-9."))))


def docx_with_notes(path):
    note = '<w:r><w:footnoteReference w:id="{}"/></w:r>'
    notes = f'<w:footnotes {W}>' + "".join(
        f'<w:footnote w:id="{number}">{p(r(text))}</w:footnote>'
        for number, text in ((1, "Quentin Fernleaf, Beds of Moss (Mossville: Made-up Press, 2001), 12."), (2, "Anna Moss, More Moss (Mossville: Made-up Press, 2002), 5."))) + "</w:footnotes>"
    docx(path, p(r(TITLE), "Titel") + p(r("Moss grows in beds.") + note.format(1) + r(" It grows on walls too.") + note.format(2)), [("word/footnotes.xml", notes)])


def odt(path):
    space = ('xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" '
             'xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"')
    body = (f'<text:tracked-changes><text:changed-region><text:deletion><text:p>Gone for good.</text:p></text:deletion></text:changed-region></text:tracked-changes>'
            f'<text:p text:style-name="Title">{TITLE}</text:p><text:h text:style-name="Heading_20_1" text:outline-level="1">Methods</text:h>'
            '<text:p>We gave fernleaf extract<text:s/>to forty moss beds<text:span text:style-name="T1">1,2</text:span>. Growth was read every week<text:span text:style-name="T1">3</text:span>.</text:p>'
            '<text:h text:style-name="Heading_20_1" text:outline-level="1">References</text:h>'
            '<text:list text:style-name="L1">' + "".join(f"<text:list-item><text:p>{entry}</text:p></text:list-item>" for entry in (
                "Fernleaf Q (2001). Beds of moss. J Made Up Stud 3: 1-9.", "Moss A (2002). More moss. J Made Up Stud 4: 11-19.", "Stone B (2003). Moss on stone. Wet Walls 1: 2-3.")) + "</text:list>")
    content = (f'<?xml version="1.0" encoding="UTF-8"?><office:document-content {space}><office:automatic-styles>'
               '<style:style style:name="T1" style:family="text"><style:text-properties style:text-position="super 58%"/></style:style>'
               '<text:list-style style:name="L1"><text:list-level-style-number text:level="1" style:num-format="1"/></text:list-style>'
               f'</office:automatic-styles><office:body><office:text>{body}</office:text></office:body></office:document-content>')
    packed(path, [("mimetype", "application/vnd.oasis.opendocument.text"), ("content.xml", content), ("styles.xml", f"<office:document-styles {space}/>")])


def epub(path, chapters):
    """`chapters` are bodies of pages."""
    pages = [(f"EPUB/ch{number}.xhtml", f'<?xml version="1.0" encoding="UTF-8"?><html xmlns="http://www.w3.org/1999/xhtml"><head><title>Part {number}</title></head><body>{body}</body></html>')
             for number, body in enumerate(chapters, 1)]
    items = "".join(f'<item id="i{n}" href="ch{n}.xhtml" media-type="application/xhtml+xml"/>' for n in range(1, len(pages) + 1))
    spine = "".join(f'<itemref idref="i{n}"/>' for n in range(1, len(pages) + 1))
    opf = (f'<package xmlns="http://www.idpf.org/2007/opf"><metadata xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>{TITLE}</dc:title></metadata>'
           f"<manifest>{items}</manifest><spine>{spine}</spine></package>")
    packed(path, [("mimetype", "application/epub+zip"),
                  ("META-INF/container.xml", '<container><rootfiles><rootfile full-path="EPUB/book.opf"/></rootfiles></container>'), ("EPUB/book.opf", opf), *pages])


def epub_article(path):
    epub(path, [f"<h1>{TITLE}</h1><h2>Methods</h2><p>We gave fernleaf extract to forty moss beds [1]. Growth was read every week [2, 3].</p>",
                "<h2>References</h2><ol><li>Fernleaf Q (2001). Beds of moss. J Made Up Stud 3: 1-9.</li><li>Moss A (2002). More moss. J Made Up Stud 4: 11-19.</li>"
                "<li>Stone B (2003). Moss on stone. Wet Walls 1: 2-3.</li></ol>"])


def epub_book(path):
    chapter = ("<h1>Moss {0}</h1><p>Moss of kind {0} grows in beds of gardens [1] and on walls of stone [2].</p><h2>References</h2><ol><li>Fernleaf Q (200{0}). Beds of moss, part {0}. J Made Up Stud {0}: 1-9.</li>"
               "<li>Moss A (200{0}). Walls of moss, part {0}. J Made Up Stud {0}: 11-19.</li></ol>")
    epub(path, [chapter.format(1), chapter.format(2)])


def write_all(folder):
    (folder / "columns.pdf").write_bytes(two_columns())
    (folder / "raised.pdf").write_bytes(raised_numbers())
    docx_with_list(folder / "list.docx")
    docx_with_fields(folder / "fields.docx")
    docx_with_notes(folder / "notes.docx")
    odt(folder / "list.odt")
    epub_article(folder / "article.epub")
    epub_book(folder / "book.epub")
