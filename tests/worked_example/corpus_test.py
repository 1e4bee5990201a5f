# SPDX-License-Identifier: GPL-3.0-or-later
"""The shapes of the worked example on corpus/ and its own records: each article is read as what it is, and leads where it should."""
import sys
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from support.evident import SOURCE, ask, dump, main, new_store

LIVER_TRIAL = "pmid:18068515"
DUTCH_TRIAL = "pmid:27842939"
SELF_CASE = "doi:10.1093/alcalc/agh130"


class Corpus(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder, cls.store = new_store(SOURCE / "corpus" / "articles", SOURCE / "corpus" / "records")
        cls.nodes = dump(cls.store)

    def key(self, stem):
        return next(node["id"] for node in self.nodes if node.get("node") == "article" and node["id"].startswith(stem))

    def of(self, kind, stem):
        key = self.key(stem)
        return [node for node in self.nodes if node.get("node") == kind and node["id"].startswith(key)]

    def edges(self, kind, stem):
        key = self.key(stem)
        return [edge for edge in self.nodes if edge.get("edge") == kind and edge["from"].startswith(key)]

    def claims_on(self, work):
        return ask("trace", work, "--limit", 100, store=self.store)["claims"]

    def text_of(self, stem):
        return " ".join(claim["text"] for claim in self.of("claim", stem))

    def test_boilerplate_is_no_claim(self):
        for words in ("free of charge", "Advertiser Disclosure", "earn a commission", "Our Promise"):
            self.assertNotIn(words, " ".join(node["text"] for node in self.nodes if node.get("node") == "claim"))

    def test_titles_are_the_articles_own(self):
        titles = {node["id"].rsplit("-", 1)[0]: node["title"] for node in self.nodes if node.get("node") == "article"}
        self.assertEqual(titles["health-magazine"], "Can a Muscle Relaxant Help People to Stop Drinking?")
        self.assertEqual(titles["drug-database"], "Introduction to Baclofen")

    def test_mirror_resolves_its_list(self):
        linked = {edge["to"] for edge in self.edges("refers_to", "encyclopaedia-mirror")}
        self.assertIn(LIVER_TRIAL, linked)
        self.assertGreaterEqual(len(linked), 8)

    def test_mirror_names_a_study_without_a_marker(self):
        self.assertLessEqual({LIVER_TRIAL, SELF_CASE},
                             {edge["to"] for edge in self.edges("mentions", "encyclopaedia-mirror")})

    def test_page_of_a_wiki_leads_to_its_works(self):
        linked = {edge["to"] for edge in self.edges("refers_to", "wiki-page")}
        self.assertLessEqual({LIVER_TRIAL, DUTCH_TRIAL, SELF_CASE, "pmid:16490478", "pmid:12692303"}, linked)
        self.assertEqual(len(linked), 9)
        self.assertNotIn("pmid:2284", linked)
        self.assertNotIn("{{", self.text_of("wiki-page"))
        short = [node["references"] for node in self.of("citation", "wiki-page") if node["marker"] == "Beraha et al. (2016)"]
        self.assertEqual([reference.rsplit("/", 1)[1] for reference in short[0]], ["Beraha 2016"])

    def test_magazine_describes_a_trial_by_its_figures(self):
        found = self.edges("mentions", "health-magazine")
        self.assertEqual({edge["to"] for edge in found}, {LIVER_TRIAL})
        self.assertGreaterEqual(len(found), 3, "the description runs over several sentences")

    def test_database_page_is_rejoined(self):
        for sentence in self.of("claim", "drug-database"):
            self.assertRegex(sentence["text"], r"^[\"A-Z0-9]", "a broken line began a sentence")

    def test_lost_list_leaves_dangling_citations(self):
        citations = self.of("citation", "sentence-list") or [
            node for node in self.nodes if node.get("node") == "citation" and node["claim"].startswith("sentence-list")]
        self.assertTrue(citations)
        self.assertTrue(all(not citation["references"] for citation in citations))
        ledger = ask("audit", "sentence-list", store=self.store, expect=(0, 1))["articles"][0]["ledger"]["citations"]
        self.assertEqual(ledger["dangling"], ledger["seen"])

    def test_author_year_citations_are_attached(self):
        linked = {edge["to"] for edge in self.edges("refers_to", "critical-review")}
        self.assertLessEqual({LIVER_TRIAL, DUTCH_TRIAL}, linked)
        self.assertTrue(self.edges("cites", "critical-review"))

    def test_contradiction_and_wrong_figure_are_told(self):
        articles = ask("audit", store=self.store, expect=(0, 1))["articles"]
        review = next(article for article in articles if article["id"].startswith("critical-review"))
        self.assertIn("claim-figure-differs", {problem["code"] for problem in review["problems"]})

    def test_another_field_does_not_lead_to_baclofen(self):
        linked = {edge["to"] for kind in ("refers_to", "mentions") for edge in self.edges(kind, "flame-retardants")}
        self.assertTrue(linked)
        self.assertFalse(linked & {LIVER_TRIAL, DUTCH_TRIAL, SELF_CASE})

    def test_utf16_spans_cut_the_file(self):
        path = SOURCE / "corpus" / "articles" / "letter-utf16.txt"
        for claim in self.of("claim", "letter-utf16"):
            source = claim["source"]
            cut = path.read_bytes()[source["start"]:source["end"]].decode("utf-16-le" if path.read_bytes()[0] == 0xFF
                                                                          else "utf-16-be")
            self.assertEqual(" ".join(cut.split()), claim["text"])

    def test_windows_1252_is_read_with_its_umlauts(self):
        self.assertRegex(self.text_of("case-windows-1252"), "[äöüß]")

    def test_the_trial_is_reached_from_every_shape(self):
        reached = {claim["article"]["id"].rsplit("-", 1)[0] for claim in self.claims_on(LIVER_TRIAL)}
        self.assertLessEqual({"encyclopaedia-mirror", "health-magazine", "critical-review", "letter-utf16"}, reached)


if __name__ == "__main__":
    main()
