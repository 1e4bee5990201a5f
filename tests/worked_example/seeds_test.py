#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The worked example: five real articles with the records of corpus/. One test a row of its table."""
import sys
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "support"))
import evident  # noqa: E402

SEEDS = evident.SHARED / "seeds"

LIVER_TRIAL = "pmid:18068515"
WITHDRAWAL_TRIAL = "pmid:16490478"
AMSTERDAM_TRIAL = "pmid:27842939"
SELF_REPORT = "doi:10.1093/alcalc/agh130"
REFLUX_TRIAL = "doi:10.1136/gut.50.1.19"


@unittest.skipUnless(SEEDS.is_dir(), "needs the five articles of the worked example (../shared/data/seeds)")
class WorkedExample(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder, cls.store = evident.new_store(SEEDS, evident.SOURCE / "corpus" / "records")
        cls.lines = evident.dump(cls.store)
        cls.nodes = {line["id"]: line for line in cls.lines if "node" in line}
        cls.edges = [line for line in cls.lines if "edge" in line]
        cls.articles = {Path(n["path"]).stem: n["id"] for n in cls.nodes.values() if n["node"] == "article"}

    def claim(self, article, *words):
        """The one claim of an article that has all the words."""
        found = [n for n in self.nodes.values() if n["node"] == "claim" and n["article"] == self.articles[article]
                 and all(word.lower() in n["text"].lower() for word in words)]
        self.assertEqual(len(found), 1, f"{words}: {[n['text'] for n in found]}")
        return found[0]

    def targets(self, node, *kinds):
        return {e["to"] for e in self.edges if e["from"] == node and e["edge"] in kinds and e.get("status") != "ambiguous"}

    def cited(self, claim):
        """Works that a claim's markers lead to."""
        return {work for reference in self.targets(claim["id"], "cites") for work in self.targets(reference, "refers_to")}

    def mentioned(self, claim):
        return self.targets(claim["id"], "mentions")

    def dangling(self, claim):
        return {n["marker"] for n in self.nodes.values()
                if n["node"] == "citation" and n["claim"] == claim["id"] and not n["references"]}

    def author_of(self, work):
        authors = self.nodes[work].get("author") or [{}]
        return authors[0].get("family", "")

    # wikipedia-mirror
    def test_fruit_fly_receptors(self):
        self.assertEqual(self.cited(self.claim("wikipedia-mirror", "Drosophila", "agonist")), {"pmid:11168554", "pmid:12692303"})

    def test_mdma_in_rats_without_identifier(self):
        works = self.cited(self.claim("wikipedia-mirror", "MDMA"))
        self.assertEqual([self.author_of(w) for w in works], ["Bexis"])
        self.assertFalse(any(self.nodes[w]["ghost"] for w in works))

    def test_tolerance(self):
        self.assertEqual(self.cited(self.claim("wikipedia-mirror", "tolerance")), {"pmid:200069"})

    def test_as_effective_as_diazepam(self):
        self.assertEqual(self.cited(self.claim("wikipedia-mirror", "as effective as diazepam")), {WITHDRAWAL_TRIAL})

    def test_italian_study_cites_news_and_mentions_the_trial(self):
        claim = self.claim("wikipedia-mirror", "An Italian study")
        cited = self.cited(claim)
        self.assertEqual(len(cited), 1)
        self.assertTrue(self.nodes[next(iter(cited))]["ghost"], "the news item is known from the list alone")
        self.assertEqual(self.mentioned(claim), {LIVER_TRIAL})

    def test_abuse_and_dependence_potential(self):
        self.assertEqual(self.cited(self.claim("wikipedia-mirror", "dependence potential")), {"pmid:18264695", "pmid:19010351"})

    def test_self_report_by_name_journal_and_year_off_by_one(self):
        self.assertEqual(self.mentioned(self.claim("wikipedia-mirror", "reported in 2004")), {SELF_REPORT})

    def test_two_case_reports_each_with_its_journal(self):
        works = self.mentioned(self.claim("wikipedia-mirror", "Bucknam"))
        journals = {self.author_of(w): self.nodes[w]["container-title"] for w in works}
        self.assertEqual(set(journals), {"Bucknam", "Agabio"})
        self.assertIn("alcohol and alcoholism", journals["Bucknam"].lower())
        self.assertIn("clinical psychopharmacology", journals["Agabio"].lower())

    def test_italian_team(self):
        self.assertEqual(self.cited(self.claim("wikipedia-mirror", "In 2007", "Italian team")), {LIVER_TRIAL})

    def test_reflux_with_year_off_by_one(self):
        self.assertEqual(self.cited(self.claim("wikipedia-mirror", "reflux")), {REFLUX_TRIAL})

    def test_recommencing(self):
        self.assertEqual(self.cited(self.claim("wikipedia-mirror", "recommencing")), {"pmid:16288128"})

    def test_list_of_withdrawal_symptoms(self):
        claim = self.claim("wikipedia-mirror", "auditory hallucinations")
        self.assertEqual(self.cited(claim), {"pmid:16288128", "pmid:9033759"})

    # wisegeek
    def test_trial_described_by_figures_alone(self):
        description = [("84 trial participants",), ("three times a day",), ("lasted for 12 weeks",), ("14 drinks a week",),
                       ("significantly higher percentage",), ("62.8 days",)]
        for words in description:
            with self.subTest(words):
                self.assertEqual(self.mentioned(self.claim("wisegeek", *words)), {LIVER_TRIAL})

    def test_general_sentences_mention_nothing(self):
        for article, words in [("wisegeek", "muscle relaxant and anti-spasmodic"), ("wisegeek", "gamma-aminobutyric"),
                               ("synapse", "cornerstone"), ("wikipedia-mirror", "hiccups"),
                               ("wikipedia-sentences", "Intrathecal pumps")]:
            with self.subTest(words):
                self.assertEqual(self.mentioned(self.claim(article, words)), set())

    # wikipedia-sentences
    def test_amsterdam_trial_by_place_with_dangling_marker(self):
        claim = self.claim("wikipedia-sentences", "anonymous donor")
        self.assertEqual(self.mentioned(claim), {AMSTERDAM_TRIAL})
        self.assertEqual(self.dangling(claim), {"[42]"})

    def test_mention_carried_over_with_dangling_marker(self):
        claim = self.claim("wikipedia-sentences", "did not find evidence")
        self.assertEqual(self.mentioned(claim), {AMSTERDAM_TRIAL})
        last = self.claim("wikipedia-sentences", "we cannot exclude")
        self.assertIn("[43]", self.dangling(claim) | self.dangling(last))

    # wikipedia-summary
    def test_experiment_on_himself(self):
        self.assertEqual(self.mentioned(self.claim("wikipedia-summary", "experimented on himself")), {SELF_REPORT})

    # not to be found
    def test_info_box_numbers_are_no_identifiers(self):
        self.assertFalse({"pmid:2284", "pmid:2197"} & set(self.nodes))

    def test_boilerplate_is_no_claim(self):
        for node in self.nodes.values():
            if node["node"] == "claim":
                for words in ("what is this?", "affiliate", "Make a comment", "Copy this link", "Set Alert", "Learn more",
                              "our readers", "Your email", "in your inbox"):
                    self.assertNotIn(words.lower(), node["text"].lower())

    # two ends must meet
    def evidence(self, query):
        answer = evident.ask("trace", query, "--limit", "20", store=self.store)
        return {(e["work"]["id"], e["stance"]) for claim in answer["claims"] for e in claim["evidence"]}

    def test_trace_shows_the_liver_trial_as_supporting(self):
        self.assertIn((LIVER_TRIAL, "supports"), self.evidence("baclofen maintains alcohol abstinence"))

    def test_trace_shows_the_amsterdam_trial_as_disputing_beside_support(self):
        evidence = self.evidence("baclofen is effective for alcohol dependence")
        self.assertIn((AMSTERDAM_TRIAL, "disputes"), evidence)
        self.assertIn("supports", {stance for work, stance in evidence if work != AMSTERDAM_TRIAL})

    def test_facts_of_the_trials(self):
        for work, size, groups, country in [(LIVER_TRIAL, 84, [42, 42], "Italy"),
                                            (AMSTERDAM_TRIAL, 151, [31, 58, 62], "Netherlands")]:
            study = self.nodes[work]["study"]
            self.assertEqual(self.nodes[work]["sample_size"], size)
            self.assertEqual(sorted(arm["size"] for arm in study["arms"]), groups)
            self.assertIn(country, study["countries"])
            self.assertEqual(self.nodes[work]["design"], "randomised controlled trial")

    def test_bibliography_holds_the_trial_that_found_no_effect(self):
        items = evident.ask("bib", "baclofen alcohol dependence", store=self.store)
        self.assertIn(AMSTERDAM_TRIAL.removeprefix("pmid:"), {item.get("PMID") for item in items})

    def test_trace_from_the_trial_reaches_two_articles(self):
        answer = evident.ask("trace", LIVER_TRIAL, "--limit", "50", store=self.store)
        via = {(claim["article"]["id"], e["via"]) for claim in answer["claims"] for e in claim["evidence"]}
        self.assertIn((self.articles["wikipedia-mirror"], "citation"), via)
        self.assertIn((self.articles["wisegeek"], "mention"), via)

    def test_sums_balance(self):
        for article in evident.ask("audit", store=self.store, expect=(0, 1))["articles"]:
            ledger = article["ledger"]
            references, citations, claims = ledger["references"], ledger["citations"], ledger["claims"]
            self.assertEqual(references["seen"], references["resolved"] + references["ambiguous"] + references["unresolved"])
            self.assertEqual(citations["seen"], citations["attached"] + citations["dangling"])
            self.assertEqual(claims["seen"], claims["with_evidence"] + claims["without_evidence"])


if __name__ == "__main__":
    evident.main()
