// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>

#include "extract/extract.hpp"

namespace evident::extract {
namespace {

Stance of(std::string_view claim, std::string_view finding) {
  return stance(claim, finding).stance;
}

TEST(Stance, OppositePolaritiesDispute) {
  EXPECT_EQ(of("Baclofen is effective for alcohol dependence.",
               "No effect of baclofen on time to first relapse was found."),
            Stance::disputes);
  EXPECT_EQ(
      of("Aspirin prevents migraine.", "Aspirin was not superior to placebo in preventing migraine attacks."),
      Stance::disputes);
}

TEST(Stance, EqualPolaritiesSupport) {
  EXPECT_EQ(
      of("baclofen maintains alcohol abstinence",
         "71% of patients on baclofen achieved and maintained abstinence compared with 29% on placebo."),
      Stance::supports);
  EXPECT_EQ(of("The study did not find evidence of a positive effect of either low or high doses of baclofen "
               "in AD patients.",
               "Neither low nor high doses of baclofen were effective."),
            Stance::supports);
  EXPECT_EQ(of("Baclofen is effective against alcohol craving.",
               "Baclofen significantly reduced craving for alcohol."),
            Stance::supports);
}

TEST(Stance, WhatKeepsPatientsAbstinentWorks) {
  const char* finding =
      "71% of patients on baclofen achieved and maintained abstinence compared with 29% on placebo.";
  EXPECT_EQ(of("Baclofen keeps alcoholics abstinent.", finding), Stance::supports);
  EXPECT_EQ(of("Baclofen does not keep alcoholics abstinent.", finding), Stance::disputes);
  EXPECT_NE(of("Baclofen keeps alcoholics drinking.", finding), Stance::supports);
}

TEST(Stance, EmphasisIsNoDenial) {
  EXPECT_EQ(of("Baclofen is effective against alcohol craving.",
               "Not surprisingly, baclofen significantly reduced craving for alcohol."),
            Stance::supports);
  EXPECT_EQ(of("No doubt baclofen is effective against alcohol craving.",
               "Baclofen significantly reduced craving for alcohol."),
            Stance::supports);
}

TEST(Stance, HarmIsNotEfficacy) {
  EXPECT_NE(of("Baclofen is effective for alcohol dependence in cirrhosis.",
               "No hepatic side-effects of baclofen were recorded in alcohol-dependent patients."),
            Stance::disputes);
}

TEST(Stance, EffectiveAndSafeIsEffective) {
  EXPECT_EQ(of("A team showed that baclofen is effective and safe in alcohol-dependent patients.",
               "Baclofen is effective in promoting alcohol abstinence, and was well tolerated."),
            Stance::supports);
  EXPECT_EQ(of("Baclofen is effective for alcohol dependence.",
               "Baclofen was ineffective against alcohol craving, but well tolerated."),
            Stance::disputes);
}

TEST(Stance, HedgesDecideNothing) {
  EXPECT_EQ(of("We cannot exclude the possibility that baclofen is effective for alcohol dependence.",
               "No effect of baclofen on relapse to drinking was found."),
            Stance::neutral);
}

TEST(Stance, WithoutSharedTopicUnknown) {
  EXPECT_EQ(of("Baclofen is effective for alcohol dependence.", "Diazepam reduced anxiety."),
            Stance::unknown);
  EXPECT_EQ(of("Baclofen is effective for spasticity.", "Baclofen reduced craving for alcohol."),
            Stance::unknown);
  EXPECT_EQ(of("", ""), Stance::unknown);
}

TEST(Stance, CuesAreShown) {
  StanceResult result = stance("Baclofen is effective for alcohol dependence.",
                               "No effect of baclofen on relapse to alcohol was found.");
  EXPECT_FALSE(result.cues.empty());
  EXPECT_GT(result.score, 0.4);
}

TEST(Stance, WhatIsInferredIsNotDecided) {
  EXPECT_EQ(stance("The yield of clover was high enough to reduce soil loss.",
                   "Clover reduced soil loss and gave a high yield.")
                .stance,
            Stance::neutral);
}

TEST(Stance, WhatIsNotClearIsNoSupport) {
  constexpr std::string_view finding =
      "Baclofen is effective in promoting alcohol abstinence in alcohol-dependent patients with liver "
      "cirrhosis, and was well tolerated.";
  EXPECT_EQ(of("Baclofen promotes alcohol abstinence in patients with liver cirrhosis.", finding),
            Stance::supports);
  for (std::string_view claim :
       {"Diazepam is effective in promoting alcohol abstinence in patients with liver cirrhosis.",
        "In liver cirrhosis, treatment with diazepam is effective in promoting alcohol abstinence.",
        "Alcohol abstinence in liver cirrhosis was promoted by diazepam.",
        "Placebo is effective in promoting alcohol abstinence in patients with liver cirrhosis.",
        "It is false that baclofen promotes alcohol abstinence in patients with liver cirrhosis.",
        "Critics deny that baclofen is effective in promoting alcohol abstinence.",
        "The claim that baclofen promotes alcohol abstinence in liver cirrhosis has been refuted.",
        "Baclofen is rarely effective in promoting alcohol abstinence.",
        "Some doubt that baclofen is effective in promoting alcohol abstinence.",
        "Baclofen is effective in promoting alcohol drinking in patients with liver cirrhosis."})
    EXPECT_NE(of(claim, finding), Stance::supports) << claim;
  EXPECT_NE(of("It is a myth that melatonin prevents jet lag.",
               "Melatonin is remarkably effective in preventing or reducing jet lag."),
            Stance::supports);
}

TEST(Stance, TheTitleMayNameWhatTheFindingLeavesOut) {
  constexpr std::string_view claim = "Melatonin is effective against jet lag in travellers.";
  constexpr std::string_view finding = "It was effective in preventing jet lag of travellers.";
  EXPECT_EQ(of(claim, finding), Stance::neutral);
  EXPECT_EQ(stance(claim, finding, "Melatonin for jet lag.").stance, Stance::supports);
}

TEST(Stance, WhatWentDownOrWasToleratedIsHeldAgainstTheSame) {
  constexpr std::string_view jet_lag = "Melatonin is remarkably effective in preventing or reducing jet lag.";
  EXPECT_EQ(of("Melatonin reduces jet lag.", jet_lag), Stance::supports);
  EXPECT_EQ(of("Melatonin does not reduce jet lag.", jet_lag), Stance::disputes);
  EXPECT_EQ(of("Melatonin increases jet lag.", jet_lag), Stance::disputes);
  EXPECT_EQ(of("Melatonin reduces blood sugar after jet lag.", jet_lag), Stance::neutral);
  EXPECT_EQ(of("Diazepam reduces jet lag.", jet_lag), Stance::neutral);
  constexpr std::string_view tolerated =
      "Baclofen is effective in promoting alcohol abstinence in cirrhosis, and was well tolerated.";
  EXPECT_EQ(of("Baclofen was not well tolerated.", tolerated), Stance::disputes);
  EXPECT_EQ(of("Baclofen was well tolerated.", tolerated), Stance::supports);
  EXPECT_EQ(of("Pioglitazone is not associated with an increased risk of cancer.",
               "Pioglitazone was associated with an increased risk of cancer."),
            Stance::disputes);
}

TEST(Stance, ThePlainestFindingAnswers) {
  const std::vector<model::Finding> findings = {
      {1, "Nine of the ten trials of melatonin found less jet lag in travellers.", {}},
      {2, "Melatonin is remarkably effective in preventing or reducing jet lag.", {}}};
  const BestFinding best = best_finding("Melatonin reduces jet lag.", findings);
  ASSERT_NE(best.finding, nullptr);
  EXPECT_EQ(best.finding->number, 2);
  EXPECT_EQ(best.answer.stance, Stance::supports);
}

TEST(Stance, WhoTellsTheSameFiguresSaysTheSame) {
  constexpr std::string_view finding = "Attacks of migraine fell from 6.2 to 2.1 per month with zolamine.";
  EXPECT_EQ(of("Attacks of migraine with zolamine fell from 6.2 to 2.1 per month.", finding),
            Stance::supports);
  EXPECT_NE(of("Attacks of migraine with zolamine fell from 2.1 to 6.2 per month.", finding),
            Stance::supports);
  EXPECT_NE(of("Attacks of migraine with zolamine fell from 6.2 to 1.9 per month.", finding),
            Stance::supports);
  EXPECT_NE(of("Zolamine increased attacks of migraine from 6.2 to 2.1.",
               "Zolamine decreased attacks of migraine from 6.2 to 2.1."),
            Stance::supports);
}

TEST(Stance, FiguresOfTheOtherGroupAreNotTheSame) {
  constexpr std::string_view finding = "Zolamine kept 71% of patients free of migraine, placebo 29%.";
  EXPECT_EQ(of("Of those on zolamine 71 % had no migraine, of those on placebo 29 %.", finding),
            Stance::supports);
  EXPECT_NE(of("Of those on placebo 71 % had no migraine, of those on zolamine 29 %.", finding),
            Stance::supports);
  EXPECT_EQ(of("On average, zolamine added up to 62.8 days without migraine; with placebo it was 30.8 days.",
               "Days without migraine: zolamine mean 62.8 (SE 5.4), placebo mean 30.8 (SE 5.5)."),
            Stance::supports);
  EXPECT_NE(of("Migraine on zolamine was higher than on aspirin (6.2 and 2.1 attacks per month).",
               "Migraine on zolamine was lower than on aspirin (6.2 and 2.1 attacks per month)."),
            Stance::supports);
}

TEST(Stance, WhatDoesAsWellIsHeldAgainstTheSameTwo) {
  constexpr std::string_view finding = "Zolamine was as effective as aspirin in acute migraine.";
  for (std::string_view claim :
       {"Zolamine is as effective as aspirin in migraine.",
        "In acute migraine, zolamine did as well as aspirin.",
        "Aspirin is as effective as zolamine in migraine.",
        "There was no difference between zolamine and aspirin in migraine.",
        "They compared zolamine with aspirin in migraine and saw no difference between them."})
    EXPECT_EQ(of(claim, finding), Stance::supports) << claim;
  for (std::string_view claim : {"Zolamine is as effective as codeine in migraine.",
                                 "Zolamine is not as effective as aspirin in migraine.",
                                 "Some doubt that zolamine is as effective as aspirin in migraine."})
    EXPECT_NE(of(claim, finding), Stance::supports) << claim;
  EXPECT_EQ(
      of("Zolamine is as effective as aspirin in migraine.", "Zolamine was effective in acute migraine."),
      Stance::neutral);
}

TEST(Stance, WhatIsKeptFromRisingIsPrevented) {
  EXPECT_EQ(of("Zolamine prevents rises in body temperature after cocaine.",
               "Zolamine prevented the rise in body temperature that cocaine induces."),
            Stance::supports);
  EXPECT_EQ(of("Zolamine lowered the number of attacks of vertigo.", "Zolamine reduced attacks of vertigo."),
            Stance::supports);
}

TEST(Stance, WhoRepeatsAFindingSaysTheSame) {
  constexpr std::string_view finding =
      "Sudden loss of foliage causes severe leaching of nitrate in sandy soil.";
  EXPECT_EQ(of("Sudden loss of foliage causes severe leaching of nitrate in sandy soils.", finding),
            Stance::supports);
  EXPECT_NE(of("Sudden loss of foliage never causes severe leaching of nitrate in sandy soils.", finding),
            Stance::supports);
  EXPECT_NE(of("Sudden loss of nitrate causes severe leaching of foliage in sandy soils.", finding),
            Stance::supports);
}

TEST(Stance, AnotherObjectOutcomeOrGroupIsNotTheSame) {
  const std::vector<std::pair<const char*, const char*>> pairs = {
      {"Statins increase the risk of diabetes.", "Statins reduced the risk of stroke."},
      {"Statins reduce the risk of diabetes.", "Statins reduced the risk of stroke."},
      {"TNF increases the expression of collagen in fibroblasts.",
       "TNF reduced the expression of elastin in fibroblasts."},
      {"Early feeding reduces weight in preterm infants.",
       "Early feeding reduced weight loss in preterm infants."},
      {"School-based mindfulness reduces anxiety in pupils.",
       "School-based exercise reduced anxiety in pupils."},
      {"Ibuprofen is as effective as paracetamol for fever in children.",
       "There was no difference between ibuprofen and paracetamol in bleeding of the gut."},
      {"Warfarin is as effective as apixaban in preventing stroke.",
       "Warfarin was similar to apixaban in the rate of discontinuation."},
      {"Ramipril increases blood pressure.", "Ramipril prevented the increase in blood pressure."},
      {"Ramipril reduces mortality in rats.", "Ramipril did not prevent the increase in mortality in rats."},
      {"Sepsis mortality has risen in Norway.", "Sepsis incidence has increased in Norway."},
      {"Exercise increases the risk of falls in the elderly.",
       "Exercise was offered to elderly people at increased risk of falls."},
      {"Ketamine improves recovery of children.", "Ketamine improves recovery of adults."}};
  for (const auto& [claim, finding] : pairs) EXPECT_EQ(of(claim, finding), Stance::neutral) << claim;
}

TEST(Stance, WhatIsLeftOutIsNotSaid) {
  const std::vector<std::pair<const char*, const char*>> pairs = {
      {"Rest improves back pain.", "Back pain improved with exercise but not with rest."},
      {"Exercise improves back pain in men.", "Exercise improved back pain in women but not in men."},
      {"Heat reduced back pain.", "Back pain was reduced by neither heat nor cold."},
      {"Hearing aids prevent falls.", "Hearing aids were not associated with falls."},
      {"Smoking improves survival.", "Quitting smoking improved survival."},
      {"The gene increased tumour growth.", "Deletion of the gene increased tumour growth."},
      {"Zolamine reduces craving in patients.", "Zolamine reduced craving in rats."}};
  for (const auto& [claim, finding] : pairs) EXPECT_NE(of(claim, finding), Stance::supports) << claim;
  EXPECT_EQ(of("Exercise improves back pain.", "Exercise, but not rest, improved back pain."),
            Stance::supports);
}

TEST(Stance, ARankAmongTwoSaysNotThatEitherWorks) {
  constexpr std::string_view works = "Naproxen is effective in osteoarthritis.";
  constexpr std::string_view fails = "Naproxen is ineffective in osteoarthritis.";
  for (std::string_view finding :
       {"Naproxen was not superior to celecoxib in osteoarthritis.",
        "Celecoxib was superior to naproxen in osteoarthritis.",
        "Naproxen was inferior to celecoxib in osteoarthritis.",
        "Naproxen did not differ from celecoxib in osteoarthritis.",
        "No significant differences were found between naproxen and celecoxib in osteoarthritis.",
        "Naproxen was as effective as placebo in osteoarthritis.",
        "Naproxen was cost-effective in osteoarthritis.",
        "Naproxen was non-inferior to celecoxib in osteoarthritis."}) {
    EXPECT_EQ(of(works, finding), Stance::neutral) << finding;
    EXPECT_EQ(of(fails, finding), Stance::neutral) << finding;
  }
  EXPECT_EQ(of(works, "Naproxen was superior to placebo in osteoarthritis."), Stance::supports);
}

TEST(Stance, WhatIsAskedSupposedOrToldIsNotHeld) {
  constexpr std::string_view finding = "Zolamine reduced attacks of vertigo.";
  for (std::string_view claim :
       {"Does zolamine reduce attacks of vertigo?", "Zolamine reduces attacks of vertigo. This is a myth.",
        "We hypothesised that zolamine reduces attacks of vertigo.",
        "Zolamine might reduce attacks of vertigo.",
        "Critics dispute that zolamine reduces attacks of vertigo.",
        "Early trials found that zolamine reduces attacks of vertigo. Later ones did not.",
        "Nobody in St. Louis found that zolamine reduces attacks of vertigo."}) {
    EXPECT_EQ(of(claim, finding), Stance::neutral) << claim;
    EXPECT_EQ(of(finding, claim), Stance::neutral) << claim;
  }
}

TEST(Stance, EqualFiguresOfOtherThingsAreNotTheSame) {
  const std::vector<std::pair<const char*, const char*>> pairs = {
      {"Cure rates were 71% with amoxicillin and 29% with doxycycline.",
       "Cure rates were 71% with doxycycline and 29% with amoxicillin."},
      {"Lithium led to remission in 45% and relapse in 30%.",
       "Lithium led to relapse in 45% and remission in 30%."},
      {"Response was 40% on adalimumab and 20% on placebo.",
       "Response was 40% on placebo and 20% on adalimumab."},
      {"Nest survival of larks was 35% in spring and 52% in autumn.",
       "Nest survival of larks was 52% in spring and 35% in autumn."},
      {"Children aged 6 to 12 years with autism improved with oxytocin.",
       "Children aged 6 to 12 years with autism received oxytocin."},
      {"Chlorhexidine had no influence on infections (3.2% versus 5.1%).",
       "Chlorhexidine had an influence on infections (3.2% versus 5.1%)."},
      {"Vaccination halved measles mortality (RR 0.5, 95% CI 0.3 to 0.8).",
       "Vitamin A halved measles mortality after vaccination (RR 0.5, 95% CI 0.3 to 0.8)."}};
  for (const auto& [claim, finding] : pairs) EXPECT_NE(of(claim, finding), Stance::supports) << claim;
}

TEST(Stance, ALaterSentenceOfAQuotationHedgesForItselfAlone) {
  EXPECT_EQ(
      of("They wrote: \"In summary, zolamine had no effect on migraine. However, we cannot exclude that "
         "more of it helps.\"",
         "Zolamine was not effective against migraine."),
      Stance::supports);
}

TEST(Stance, TheFindingWithTheSameFiguresIsTheOneMeant) {
  std::vector<model::Finding> findings(2);
  findings[0].text = "Zolamine was effective against migraine: 30 of 42 patients had no attack.";
  findings[0].number = 1;
  findings[1].text =
      "The mean time between attacks of migraine was 62.8 days with zolamine and 30.8 days with placebo.";
  findings[1].number = 2;
  const BestFinding best = best_finding(
      "With zolamine the mean time without migraine was 62.8 days, with placebo 30.8 days.", findings);
  ASSERT_NE(best.finding, nullptr);
  EXPECT_EQ(best.finding->number, 2);
}

TEST(Stance, SharesOfOtherGroupsAreNoSupport) {
  constexpr std::string_view finding =
      "Of 42 patients allocated baclofen, 30 (71%) achieved and maintained abstinence compared with 12 (29%) "
      "of 42 assigned placebo.";
  EXPECT_EQ(of("Baclofen achieved abstinence in 30 of 42 patients and placebo in 12 of 42.", finding),
            Stance::supports);
  EXPECT_EQ(of("Baclofen achieved abstinence in 12 of 42 patients and placebo in 30 of 42.", finding),
            Stance::neutral);
  EXPECT_EQ(of("Baclofen achieved abstinence in 90% of patients.", finding), Stance::neutral);
}

TEST(Stance, ADenialHoldsForTheWholeOfWhatItDenies) {
  constexpr std::string_view finding =
      "We found no evidence that lithium in combination with riluzole slows progression of ALS more than "
      "riluzole alone.";
  EXPECT_EQ(of("Lithium slows the progression of ALS.", finding), Stance::disputes);
  EXPECT_NE(of("Lithium does not slow the progression of ALS.", finding), Stance::disputes);
  EXPECT_EQ(of("Garlic lowers cholesterol.",
               "No study of raw garlic or of any garlic supplement given for six months has lowered "
               "cholesterol."),
            Stance::disputes);
  EXPECT_EQ(of("Vitamin D prevents falls.",
               "The results do not support the view held by many in this country that vitamin D prevents "
               "falls."),
            Stance::disputes);
}

TEST(Stance, NoMoreThanWithPlaceboIsNoEffect) {
  EXPECT_EQ(
      of("Omega-3 improves mood.", "The improvement in mood with omega-3 was not greater than with placebo."),
      Stance::disputes);
  EXPECT_EQ(of("Baclofen reduces craving.", "Baclofen reduced craving no more than placebo."),
            Stance::disputes);
  EXPECT_EQ(of("Baclofen reduces craving.",
               "The decrease in craving with baclofen did not exceed that with placebo."),
            Stance::disputes);
  EXPECT_EQ(of("Vitamin D improves mood.", "Mood improved with vitamin D, but no more than with placebo."),
            Stance::neutral);
  EXPECT_EQ(
      of("Baclofen reduces craving.", "The decrease in craving with baclofen was smaller than with placebo."),
      Stance::neutral);
}

TEST(Stance, WhichSideThePlaceboIsOn) {
  constexpr std::string_view claim = "Aspirin reduces mortality in sepsis.";
  EXPECT_EQ(of(claim, "Mortality in sepsis was lower with aspirin than with placebo."), Stance::supports);
  EXPECT_EQ(of(claim, "Mortality in sepsis was lower with placebo than with aspirin."), Stance::neutral);
  EXPECT_EQ(of(claim, "Mortality in sepsis was higher with placebo than with aspirin."), Stance::neutral);
  EXPECT_EQ(of("Baclofen improves abstinence.",
               "Patients on placebo had longer abstinence than those on baclofen."),
            Stance::neutral);
  EXPECT_EQ(of("Baclofen reduces craving.", "Placebo reduced craving compared with baclofen."),
            Stance::neutral);
}

TEST(Stance, LessOfAThingIsNotTheThing) {
  constexpr std::string_view claim = "Salt raises blood pressure.";
  EXPECT_EQ(of(claim, "Eating salt raised blood pressure."), Stance::supports);
  for (const std::string_view finding :
       {"Reducing salt lowered blood pressure.", "A reduction in salt lowered blood pressure.",
        "Salt restriction lowered blood pressure.", "A low-salt diet lowered blood pressure."})
    EXPECT_EQ(of(claim, finding), Stance::neutral) << finding;
  EXPECT_EQ(of("Avoiding gluten reduces bloating.", "Gluten reduced bloating."), Stance::neutral);
  EXPECT_EQ(of("Baclofen reduces craving.", "A reduction in craving was found in baclofen users."),
            Stance::supports);
}

TEST(Stance, WhatAStudyCouldNotShowIsNotShown) {
  for (const std::string_view finding : {"The study was underpowered to show that cannabis relieves pain.",
                                         "The sample was too small to show that cannabis relieves pain.",
                                         "The trial was planned to demonstrate that cannabis relieves pain."})
    EXPECT_EQ(of("Cannabis relieves pain.", finding), Stance::neutral) << finding;
}

TEST(Stance, WhatHoldsForSomeAloneHoldsForThem) {
  constexpr std::string_view finding = "Baclofen reduced craving in women but not in men.";
  EXPECT_EQ(of("Baclofen reduces craving in women.", finding), Stance::supports);
  EXPECT_EQ(of("Baclofen reduces craving.", finding), Stance::neutral);
  EXPECT_EQ(of("Baclofen reduces craving.", "Baclofen reduced craving but not withdrawal."),
            Stance::supports);
  EXPECT_EQ(of("Baclofen reduces craving.",
               "Baclofen significantly reduced craving in mice lacking the receptor but not in controls."),
            Stance::neutral);
}

TEST(Stance, WhatAClaimLeavesOutIsNotWhatItClaims) {
  EXPECT_EQ(of("baclofen increases abstinence but not in cirrhosis",
               "Baclofen is effective in promoting alcohol abstinence in patients with cirrhosis."),
            Stance::neutral);
  EXPECT_EQ(
      of("Exercise improves mood in everyone except the elderly.", "Exercise improved mood in the elderly."),
      Stance::neutral);
}

TEST(Stance, NoEffectIsNotHarm) {
  const std::vector<std::pair<const char*, const char*>> denied = {
      {"Rosiglitazone increases mortality in diabetes.",
       "Rosiglitazone had no effect on mortality in diabetes."},
      {"Zolamine had no effect on pain.", "Zolamine worsened pain."},
      {"Zolamine increased drinking.", "Zolamine neither increased nor decreased drinking."},
      {"Zolamine has no effect on mortality.", "Mortality was higher with zolamine than with placebo."},
      {"Zolamine increases relapse.", "There was no difference in relapse between zolamine and placebo."},
      {"Zolamine has no effect on mortality.", "Zolamine increased all-cause mortality (HR 1.42)."},
      {"Zolamine increases mortality.", "Zolamine did not increase mortality."},
      {"Zolamine increases relapse.", "There was no evidence that zolamine increased relapse."}};
  for (const auto& [claim, finding] : denied) EXPECT_EQ(of(claim, finding), Stance::disputes) << finding;
  // What did not get better stayed the same or got worse.
  const std::vector<std::pair<const char*, const char*>> open = {
      {"Zolamine worsened depression.", "Zolamine was ineffective for depression."},
      {"Zolamine worsens relapse.", "Zolamine did not reduce relapse."},
      {"Zolamine increases mortality.", "Zolamine did not improve survival."},
      {"Zolamine does not relieve pain.", "Zolamine worsened pain."},
      {"Zolamine has no effect on relapse.", "There was no evidence that zolamine increased relapse."},
      {"Zolamine has no harmful effect on recovery.", "Zolamine had no beneficial effect on recovery."},
      {"Zolamine has no effect on pain.", "Zolamine had no effect on pain, but it worsened pain in women."}};
  for (const auto& [claim, finding] : open) EXPECT_EQ(of(claim, finding), Stance::neutral) << finding;
}

TEST(Stance, AClauseOnAnotherSubjectHasNoVote) {
  for (const std::string_view finding :
       {"Ondansetron abolished vomiting in children; dexamethasone had no effect on vomiting in children.",
        "Ondansetron abolished vomiting in children, but dexamethasone had no effect on vomiting in "
        "children.",
        "Ondansetron abolished vomiting in children and dexamethasone had no effect on vomiting in "
        "children."}) {
    for (const std::string_view claim :
         {"Dexamethasone abolished vomiting in children.", "Dexamethasone reduces vomiting in children.",
          "Ondansetron has no effect on vomiting in children.",
          "Dexamethasone abolished vomiting in children; ondansetron had no "
          "effect on vomiting in children."})
      EXPECT_NE(of(claim, finding), Stance::supports) << claim << ' ' << finding;
    EXPECT_EQ(of("Ondansetron abolished vomiting in children.", finding), Stance::supports) << finding;
    EXPECT_EQ(of("Dexamethasone has no effect on vomiting in children.", finding), Stance::supports)
        << finding;
    EXPECT_EQ(of(finding, finding), Stance::supports) << finding;
  }
  constexpr std::string_view both = "Zolamine reduced pain, whereas aspirin had no effect on pain.";
  EXPECT_EQ(of("Zolamine reduces pain.", both), Stance::supports);
  EXPECT_EQ(of("Zolamine has no effect on pain.", both), Stance::disputes);
  EXPECT_EQ(of("Aspirin reduces pain.", both), Stance::disputes);
  EXPECT_EQ(of("Aspirin has no effect on pain.", both), Stance::supports);
  EXPECT_EQ(of("Zolamine reduces pain, whereas aspirin increases pain.", both), Stance::neutral);
  EXPECT_EQ(stance("Zolamine has no effect on vomiting in children.",
                   "Aspirin had no effect on vomiting in children.", "Zolamine and aspirin for vomiting.")
                .stance,
            Stance::neutral);
}

TEST(Stance, AClauseWithoutASubjectGoesOnWithTheOneBefore) {
  EXPECT_EQ(of("Zolamine reduces pain.", "Zolamine was given for a week; pain was reduced."),
            Stance::supports);
  EXPECT_EQ(of("Zolamine reduces pain.", "Zolamine reduced pain and improved sleep."), Stance::supports);
  EXPECT_EQ(
      of("Zolamine reduces vomiting.", "Zolamine was given to children, but vomiting was not reduced by it."),
      Stance::neutral);
  EXPECT_EQ(
      of("Eating whole grains increases the risk of diabetes.",
         "Greater consumption of whole grains, oats, and rye is associated with a lower risk of diabetes, "
         "whereas greater consumption of juice is associated with a higher risk."),
      Stance::neutral);
}

TEST(Stance, OtherFiguresOfOneMeasureAreNoSupport) {
  const std::vector<std::pair<const char*, const char*>> other = {
      {"Zolamine reduced blood pressure by 30 mmHg.", "Zolamine reduced blood pressure by 3 mmHg."},
      {"Zolamine reduced blood pressure by 30 mm Hg.", "Zolamine reduced blood pressure by 3 mmHg."},
      {"Zolamine reduced mortality (hazard ratio 0.60).", "Zolamine reduced mortality (hazard ratio 0.80)."},
      {"Zolamine reduced mortality (HR 0.60).", "Zolamine reduced mortality (HR 0.80, 95% CI 0.60 to 0.95)."},
      {"Zolamine reduced craving over 24 weeks.", "Zolamine reduced craving over 12 weeks."},
      {"Zolamine reduced pain by 12 points.", "Zolamine reduced pain by 2 points."},
      {"Zolamine reduced weight by 7 kg.", "Zolamine reduced weight by 4 kg."},
      {"Zolamine reduced weight by 7.2 kg.", "Zolamine reduced weight by 4.1 kg."},
      {"Zolamine reduced pain at 10 mg daily.", "Zolamine reduced pain at 40 mg daily."}};
  for (const auto& [claim, finding] : other) EXPECT_EQ(of(claim, finding), Stance::neutral) << claim;
  const std::vector<std::pair<const char*, const char*>> same = {
      {"Zolamine reduced blood pressure by 30 mmHg.", "Zolamine reduced blood pressure by 29.6 mmHg."},
      {"Zolamine reduced mortality (hazard ratio 0.6).", "Zolamine reduced mortality (hazard ratio 0.604)."},
      {"Zolamine reduced craving over three months.", "Zolamine reduced craving over 12 weeks."},
      {"Zolamine reduced craving over 12 weeks.",
       "Zolamine reduced craving over 12 weeks and over 24 weeks."},
      {"Zolamine reduced craving over 12 weeks.", "Zolamine reduced craving by 3 points."},
      {"Zolamine reduced weight by 7 kg.", "Zolamine reduced weight."}};
  for (const auto& [claim, finding] : same) EXPECT_EQ(of(claim, finding), Stance::supports) << claim;
}

TEST(Stance, ACommaBeforeANewSubjectEndsAClause) {
  constexpr std::string_view both = "Calcium reduced relapse, zolamine had no effect on relapse.";
  EXPECT_EQ(of("Calcium has no effect on relapse.", both), Stance::disputes);
  EXPECT_EQ(of("Calcium reduces relapse.", both), Stance::supports);
  EXPECT_EQ(of("Zolamine reduces relapse.", both), Stance::disputes);
  EXPECT_EQ(of("Zolamine reduces relapse.", "In adults given it early, zolamine reduced relapse."),
            Stance::supports);
}

TEST(Stance, ARiskOfOneKindIsNotThatOfAnother) {
  constexpr std::string_view none = "Zolamine is not associated with an increased risk of lung cancer.";
  EXPECT_EQ(of(none, "Zolamine was not associated with an increased risk of bladder cancer."),
            Stance::neutral);
  EXPECT_EQ(of(none, "Zolamine was associated with an increased risk of bladder cancer."), Stance::neutral);
  EXPECT_EQ(of("Zolamine is associated with an increased risk of lung cancer.",
               "Zolamine was not associated with an increased risk of bladder cancer."),
            Stance::neutral);
  EXPECT_EQ(of(none, "Zolamine was not associated with an increased risk of lung cancer in women."),
            Stance::supports);
}

TEST(Stance, WhatPlainlyAgreesOrContradictsIsDecided) {
  const std::vector<std::pair<const char*, const char*>> agreeing = {
      {"Zolamine reduces relapse.", "Zolamine significantly reduced relapse over one year."},
      {"Zolamine is effective for pain.", "Zolamine relieved pain in most patients."},
      {"Zolamine increases mortality.", "Mortality was higher with zolamine than with placebo."},
      {"Zolamine worsens depression.", "Depression was worsened by zolamine."},
      {"Zolamine has no effect on anxiety.", "No effect of zolamine on anxiety was found."},
      {"Zolamine is ineffective for anxiety.", "Zolamine had no effect on anxiety."},
      {"Zolamine does not improve survival.", "Zolamine did not improve survival in sepsis."},
      {"Zolamine had no effect on craving.", "Zolamine neither increased nor decreased craving."},
      {"Zolamine is not associated with an increased risk of stroke.",
       "Zolamine was not associated with an increased risk of stroke."}};
  for (const auto& [claim, finding] : agreeing) EXPECT_EQ(of(claim, finding), Stance::supports) << finding;
  const std::vector<std::pair<const char*, const char*>> contradicting = {
      {"Zolamine reduces relapse.", "Zolamine had no effect on relapse."},
      {"Zolamine reduces relapse.", "Zolamine increased relapse."},
      {"Zolamine relieves pain.", "Zolamine worsened pain."},
      {"Zolamine improves survival.", "Zolamine did not improve survival."},
      {"Zolamine is ineffective for craving.", "Zolamine reduced craving for alcohol."},
      {"Zolamine reduces craving.", "There was no evidence that zolamine reduced craving."},
      {"Zolamine does not increase mortality.", "Zolamine increased mortality."}};
  for (const auto& [claim, finding] : contradicting)
    EXPECT_EQ(of(claim, finding), Stance::disputes) << finding;
}

}  // namespace
}  // namespace evident::extract
