# SPDX-License-Identifier: GPL-3.0-or-later
"""Records of one work meet, whatever their format and the order they come in; records of two works never do."""
import itertools
import random
import sys
import tempfile
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from support.evident import ask, dump, main, run
from support.records import nbib, pubmed, pubmed_set, ris

DOI, OTHER = "10.9999/ferns.1", "10.9999/ferns.2"


class Meeting(unittest.TestCase):
    def works(self, **files):
        """The works of some files, whose names stand for their suffix ("a_ris"), held to every order of ingestion."""
        folder = tempfile.TemporaryDirectory(prefix="evident-test-")
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name)
        inputs = self.folder / "in"
        inputs.mkdir()
        paths = []
        for name, text in files.items():
            paths.append(inputs / ".".join(name.rsplit("_", 1)))
            paths[-1].write_text(text, encoding="utf-8")
        run("ingest", inputs, store=self.folder / "whole", expect=(0, 1))
        whole = dump(self.folder / "whole")
        orders = list(itertools.permutations(paths))
        for number, order in enumerate(random.Random(1).sample(orders, min(6, len(orders)))):
            for path in order:
                run("ingest", path, store=self.folder / f"order{number}", expect=(0, 1))
            self.assertEqual(dump(self.folder / f"order{number}"), whole, order)
        self.edges = [line for line in whole if "edge" in line]
        return {line["id"]: line for line in whole if line.get("node") == "work" and not line["ghost"]}

    def givers(self, work, field):
        """Names of the files that gave a field."""
        return [Path(work["records"][i]["source"]["path"]).name for i in work["provenance"][field]]

    def test_one_work_of_pubmed_xml_nbib_and_ris(self):
        works = self.works(
            a_xml=pubmed_set(pubmed(90000001, "Title of the XML", mesh=["Ferns", "Shade"])),
            b_nbib=nbib(90000001, "Title of the nbib", ["MH  - Shade", "MH  - Moss", "AB  - Ferns grew in 40 gardens.", "OT  - gardens"]),
            c_ris=ris("Title of the RIS", AN="90000001", DB="PubMed", KW=["gardens", "tall"], N1="read it", UR="https://example.org/f",
                      DO=DOI, AB="Another wording."))
        (work,) = works.values()
        self.assertEqual("pmid:90000001", work["id"])
        self.assertEqual(["pubmed-xml", "medline", "ris"], [record["format"] for record in work["records"]])
        self.assertEqual(("Title of the XML", ["a.xml"]), (work["title"], self.givers(work, "title")))
        self.assertEqual((["Ferns", "Shade", "Moss"], ["a.xml", "b.nbib"]), (work["mesh"], self.givers(work, "mesh")))
        self.assertEqual((["gardens", "tall"], ["b.nbib", "c.ris"]), (work["keywords"], self.givers(work, "keywords")))
        self.assertEqual(("Ferns grew in 40 gardens.", ["b.nbib"]), (work["abstract"], self.givers(work, "abstract")))
        self.assertEqual((DOI, ["c.ris"]), (work["DOI"], self.givers(work, "doi")))
        self.assertEqual((["read it"], ["c.ris"]), (work["notes"], self.givers(work, "notes")))
        self.assertEqual(["c.ris"], self.givers(work, "url"))
        for identifier in ("pmid:90000001", f"doi:{DOI}"):
            self.assertEqual([work["id"]], [hit["id"] for hit in ask("search", identifier, store=self.folder / "whole")["hits"]])

    def test_a_third_record_joins_two(self):
        apart = self.works(a_xml=pubmed_set(pubmed(90000001)), b_ris=ris(DO=DOI))
        self.assertEqual({"pmid:90000001", f"doi:{DOI}"}, set(apart))
        joined = self.works(a_xml=pubmed_set(pubmed(90000001)), b_ris=ris(DO=DOI),
                            c_ris=ris(DO=DOI, AN="90000001", DB="PubMed"))
        self.assertEqual({"pmid:90000001"}, set(joined))
        self.assertEqual(3, len(joined["pmid:90000001"]["records"]))

    def test_a_pmcid_joins_too(self):
        works = self.works(a_xml=pubmed_set(pubmed(90000001, pmcid="PMC99999991")), b_ris=ris(C2="PMC99999991"))
        self.assertEqual({"pmid:90000001"}, set(works))

    def test_two_pmids_never_are_one(self):
        works = self.works(a_xml=pubmed_set(pubmed(90000001, doi=DOI), pubmed(90000002, doi=DOI)), b_ris=ris(DO=DOI))
        self.assertEqual({"pmid:90000001", "pmid:90000002", f"doi:{DOI}"}, set(works))

    def test_two_dois_are_one_only_where_a_record_states_both(self):
        works = self.works(a_ris=ris(DO=DOI, C2="PMC99999991"), b_ris=ris(DO=OTHER, C2="PMC99999991"))
        self.assertEqual({f"doi:{DOI}", f"doi:{OTHER}"}, set(works))
        both = pubmed(90000001, doi=DOI).replace("<AuthorList>", f'<ELocationID EIdType="doi">{OTHER}</ELocationID><AuthorList>')
        works = self.works(a_xml=pubmed_set(both), b_ris=ris(DO=DOI), c_ris=ris(DO=OTHER))
        (work,) = works.values()
        self.assertEqual((OTHER, [f"doi:{DOI}"]), (work["ids"]["doi"], work["ids"]["also"]))

    def test_parts_errata_and_preprints_stay_apart_and_are_linked(self):
        def says(kind, pmid):
            return (f'<CommentsCorrectionsList><CommentsCorrections RefType="{kind}"><RefSource>x</RefSource><PMID>{pmid}</PMID>'
                    "</CommentsCorrections></CommentsCorrectionsList>")
        works = self.works(a_xml=pubmed_set(
            pubmed(90000001, "Ferns, part I", doi=DOI, extra=says("ErratumIn", 90000003)),
            pubmed(90000002, "Ferns, part II", doi=OTHER),
            pubmed(90000003, "Erratum: Ferns, part I", extra=says("ErratumFor", 90000001)),
            pubmed(90000004, "Ferns, part I", year=1990, doi="10.9999/preprint.1", extra=says("UpdateIn", 90000001))))
        self.assertEqual(4, len(works))
        found = {(edge["edge"], edge["from"][-1], edge["to"][-1]) for edge in self.edges}
        self.assertEqual({("corrects", "3", "1"), ("version_of", "4", "1")}, found)

    def test_the_newer_version_goes_first_and_a_later_revision_of_other_files(self):
        works = self.works(old_xml=pubmed_set(pubmed(90000001, "Old", revised="2001-01-02", abstract="Kept.")),
                           efetch_xml=pubmed_set(pubmed(90000001, "New", revised="2003-01-02")))
        work = works["pmid:90000001"]
        self.assertEqual(("New", "Kept."), (work["title"], work["abstract"]))
        self.assertEqual((["efetch.xml"], ["old.xml"]), (self.givers(work, "title"), self.givers(work, "abstract")))

    def test_links_follow_a_work_that_gets_another_id(self):
        article = "On ferns\n\nShade promoted the growth of ferns.[1]\n\nReferences\n\n1. Fernleaf Q. Shade and the growth of ferns. doi:" + DOI + "\n"
        works = self.works(a_ris=ris(DO=DOI), ferns_txt=article, c_ris=ris(DO=DOI, AN="90000001", DB="PubMed"))
        self.assertEqual({"pmid:90000001"}, set(works))
        self.assertEqual({"pmid:90000001"}, {edge["to"] for edge in self.edges if edge["edge"] == "refers_to"})
        self.assertTrue(ask("check", store=self.folder / "whole")["ok"])

    def test_why_tells_which_record_gave_each_field(self):
        article = "On ferns\n\nShade promoted the growth of ferns.[1]\n\nReferences\n\n1. Fernleaf Q. Shade and the growth of ferns. PMID 90000001.\n"
        self.works(a_xml=pubmed_set(pubmed(90000001, "Title of the XML")), b_ris=ris("Title of the RIS", AN="90000001", DB="PubMed", DO=DOI, N1="read it"),
                   c_ris=ris(AN="90000001", DB="PubMed"), ferns_txt=article)
        store = self.folder / "whole"
        (edge,) = [edge for edge in self.edges if edge["edge"] == "refers_to"]
        for name in (edge["id"], next(other["id"] for other in self.edges if other["edge"] == "cites")):
            why = ask("why", name, store=store)
            work = why["work"] if "work" in why else why["works"][0]
            self.assertEqual(["a.xml", "c.ris", "b.ris"], [Path(record["source"]["path"]).name for record in work["records"]])
            self.assertEqual({"title": [0], "doi": [2], "notes": [2], "pmid": [0]},
                             {field: work["provenance"][field] for field in ("title", "doi", "notes", "pmid")})
            text = " ".join(run("why", name, store=store).stdout.split())
            self.assertRegex(text, r"records pubmed-xml \S+a.xml, bytes \d+ to \d+: authors, container, issued, pages, pmid, title, volume")
            self.assertRegex(text, r"ris \S+c.ris, bytes \d+ to \d+: nothing that the others lack")
            self.assertRegex(text, r"ris \S+b.ris, bytes \d+ to \d+: doi, notes")


if __name__ == "__main__":
    main()
