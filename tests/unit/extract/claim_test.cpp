// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>

#include "extract/extract.hpp"

namespace evident::extract {
namespace {

class Asserting : public testing::TestWithParam<const char*> {};
class NotAsserting : public testing::TestWithParam<const char*> {};

TEST_P(Asserting, IsAClaim) {
  EXPECT_TRUE(is_claim(GetParam()));
}
TEST_P(NotAsserting, IsNoClaim) {
  EXPECT_FALSE(is_claim(GetParam()));
}

INSTANTIATE_TEST_SUITE_P(
    Claims, Asserting,
    testing::Values(
        "Willow bark is bitter.", "The harvest failed in three of nine years.", "It lowers fever.",
        "Their visible effects result from swelling.", "Many birds use a second nest [4].",
        "Losses range from 2 to 9 % [1][2].", "Note that the second field was flooded.",
        "Smoking kills people.", "Iron lowers fatigue [1].", "Daily rain feeds meadows.",
        "Three growers (among them a Dutch one) joined in 2015.", "CYP2X9 is active in roots [7].",
        "Your doctor sees the rash on the third day.", "Patients were told to see a doctor.",
        "Drains cut losses by half.", "Frost struck three fields.", "Contact lenses cause infections.",
        "Follow-up visits lowered losses by 12%.", "Take-up of nets fell.",
        "Log transformation reduced the skew.", "Women live longer than men.", "Bacteria swap genes.",
        "Glaciers carve valleys.", "Doctors prescribe it.", "The seed costs 20 dollars.",
        "Jones sold it at noon.", "Bud formation, however, proceeded normally.",
        "Hives with many mites die more slowly in summer.", "Check-ups save no hives.",
        "Smith et al. disagreed (see Fig. 2).", "Lithium, see above, lowers yields.",
        "Half of the growers quit.", "Seed 7-B increases gut weight.", "The risk of frost rises with height.",
        "Wet fields leads to root rot.", "Reed beds function in three rivers.", "Growth relies on rain.",
        "The fields up-regulate their drains.", "Of the wet fields 71 % stayed green, of dry ones 29 %.2",
        "Bisoprolol, a beta blocker, reduced deaths by 34%.", "Its ore, galena, relieved the shortage.",
        "The drug, sold as Lopressor, lowered blood pressure.", "The rust spread from barley to wheat.",
        "Os resultados do ensaio foram favoráveis para as plantas da costa."));
INSTANTIATE_TEST_SUITE_P(
    NoClaims, NotAsserting,
    testing::Values("Is willow bark bitter?", "Click the picture for a larger one.",
                    "Use the form below to order.", "See table 3.", "for trials of willow bark in rats",
                    "Nine fields near the river", "Share", "", "?", "Learn more.", "charged coupled device",
                    "Take two pills a day.", "Chicago, United States (1991)", "Drinking days per week.",
                    "Side effects and doses.", "Patients, nurses, doctors.", "All of it.",
                    "Patient groups 1 and 2.", "Please wash your hands.",
                    "Get emergency help if the rash spreads.", "Combine both seeds before the frost returns.",
                    "Consider a lower dose where yields fall.", "Contact us to read how it works.",
                    "Contact Dr Smith, who led the trial, for reprints.",
                    "Visit our shop, which opens daily.", "Subscribe now and you will receive our letters.",
                    "Note: this page was copied from another.", "Results of many blood samples.",
                    "If the rash spreads, talk to your doctor about it.",
                    "It is wise to consult your healthcare provider before a long trip.",
                    "You should not stop the pills at once.", "A randomized controlled trial of willow bark",
                    "Secondary outcome measures", "Patients treated with a placebo-controlled dose",
                    "Phase I trial of willow bark", "Ewes, aged two years, housed in pens.",
                    "Willow bark for pain, a blinded, randomized controlled trial.",
                    "Determinants of seed weight and growth rates"));

TEST(CitedSentences, AreClaimsWhateverTheirVerb) {
  const char* sentence = "Reeds and the mud between them drive succession [1].";
  EXPECT_TRUE(is_claim(sentence, true));
  EXPECT_TRUE(is_claim("Bad sleep kills.[3]", true));
  EXPECT_TRUE(is_claim("Sleep matters.[1]", true));
  EXPECT_TRUE(is_claim("The mites of wet hives came in 1994.1", true));
  EXPECT_TRUE(is_claim("Smith, Green and Hill agree.[1]", true));
  EXPECT_TRUE(is_claim("You should not take it with milk [3].", true));
  EXPECT_FALSE(is_claim("Is it safe in pregnancy?[1]", true));
  EXPECT_FALSE(is_claim("Is it safe in pregnancy? [1][2]", true));
  EXPECT_FALSE(is_claim("Adapted from the old map [3].", true));
  EXPECT_FALSE(is_claim("Lai et al. (2005).", true));
  EXPECT_FALSE(is_claim("(Hill, 1990, p. 26)", true));
  EXPECT_FALSE(is_claim("(Hill, 1990, pp. 25-26; emphasis in the original).12", true));
  EXPECT_FALSE(is_claim("Teachers' sense of efficacy scale [22]", true));
  EXPECT_FALSE(is_claim("See the full list of the older reports [3].", true));
}

}  // namespace
}  // namespace evident::extract
