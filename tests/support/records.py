# SPDX-License-Identifier: GPL-3.0-or-later
"""Made-up bibliographic records in the formats that may tell of one work, for tests."""


def pubmed(pmid, title="Shade and the growth of ferns", version=1, year=1991, doi="", extra="", revised="", mesh=(),
           abstract="", pmcid="", author="Fernleaf", data=""):
    ids = "".join(f'<ArticleId IdType="{kind}">{value}</ArticleId>' for kind, value in (("doi", doi), ("pmc", pmcid)) if value)
    headings = "".join(f"<MeshHeading><DescriptorName>{name}</DescriptorName></MeshHeading>" for name in mesh)
    number = f'<PMID Version="{version}">{pmid}</PMID>' if pmid else ""
    date = "<DateRevised><Year>{}</Year><Month>{}</Month><Day>{}</Day></DateRevised>".format(*revised.split("-")) if revised else ""
    text = f"<Abstract><AbstractText>{abstract}</AbstractText></Abstract>" if abstract else ""
    return f"""<PubmedArticle><MedlineCitation>{number}{date}<Article PubModel="Print">
<Journal><JournalIssue><Volume>7</Volume><PubDate><Year>{year}</Year></PubDate></JournalIssue>
<Title>Journal of made-up botany</Title></Journal><ArticleTitle>{title}.</ArticleTitle>
<Pagination><MedlinePgn>11-19</MedlinePgn></Pagination>{text}
<AuthorList><Author><LastName>{author}</LastName><Initials>Q</Initials></Author></AuthorList></Article>
<MeshHeadingList>{headings}</MeshHeadingList>{extra}</MedlineCitation>
<PubmedData><ArticleIdList>{ids}</ArticleIdList>{data}</PubmedData></PubmedArticle>
"""


def delete(*pmids):
    numbers = "".join(f'<PMID Version="{version}">{pmid}</PMID>' for pmid, version in pmids)
    return f"<DeleteCitation>{numbers}</DeleteCitation>\n"


def pubmed_set(*parts):
    return f"<?xml version=\"1.0\"?>\n<PubmedArticleSet>\n{''.join(parts)}</PubmedArticleSet>\n"


def nbib(pmid, title="Shade and the growth of ferns", lines=()):
    return "\n".join([f"PMID- {pmid}", f"TI  - {title}.", "AU  - Fernleaf Q", "DP  - 1991", "JT  - Journal of made-up botany",
                      *lines, "", ""])


def ris(title="Shade and the growth of ferns", **fields):
    lines = [f"{tag}  - {value}" for tag, values in fields.items() for value in ([values] if isinstance(values, str) else values)]
    return "\n".join(["TY  - JOUR", f"TI  - {title}", *lines, "ER  - ", "", ""])
