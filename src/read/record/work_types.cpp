// SPDX-License-Identifier: GPL-3.0-or-later
#include "read/record/work_types.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "text/normal.hpp"

namespace evident::read::record {

model::WorkType work_type(std::string_view name) {
  using enum model::WorkType;
  /// Folded and without blanks: RIS codes, the types of BibTeX, BibLaTeX, CSL, Zotero, EndNote, Web of
  /// Science.
  constexpr std::array<std::pair<std::string_view, model::WorkType>, 94> types{{
      {"jour", article},
      {"ejour", article},
      {"jfull", article},
      {"abst", article},
      {"inpr", article},
      {"article", article},
      {"articlejournal", article},
      {"journalarticle", article},
      {"journal", article},
      {"journalpaper", article},
      {"electronicarticle", article},
      {"periodical", article},
      {"review", article},
      {"suppperiodical", article},
      {"articleinpress", article},
      {"j", article},
      {"letter", article},
      {"editorial", article},
      {"shortsurvey", article},
      {"originalarticle", article},
      {"book", book},
      {"ebook", book},
      {"edbook", book},
      {"ser", book},
      {"mvbook", book},
      {"collection", book},
      {"mvcollection", book},
      {"editedbook", book},
      {"electronicbook", book},
      {"booklet", book},
      {"reference", book},
      {"mvreference", book},
      {"monograph", book},
      {"b", book},
      {"wholebook", book},
      {"chap", chapter},
      {"echap", chapter},
      {"encyc", chapter},
      {"dict", chapter},
      {"chapter", chapter},
      {"inbook", chapter},
      {"incollection", chapter},
      {"bookinbook", chapter},
      {"suppbook", chapter},
      {"suppcollection", chapter},
      {"inreference", chapter},
      {"booksection", chapter},
      {"bookchapter", chapter},
      {"electronicbooksection", chapter},
      {"entryencyclopedia", chapter},
      {"encyclopediaarticle", chapter},
      {"dictionaryentry", chapter},
      {"thes", thesis},
      {"thesis", thesis},
      {"phdthesis", thesis},
      {"mastersthesis", thesis},
      {"dissertation", thesis},
      {"rprt", report},
      {"report", report},
      {"techreport", report},
      {"govdoc", report},
      {"governmentdocument", report},
      {"technicalreport", report},
      {"manual", report},
      {"conf", conference},
      {"cpaper", conference},
      {"conference", conference},
      {"inproceedings", conference},
      {"proceedings", conference},
      {"mvproceedings", conference},
      {"conferencepaper", conference},
      {"conferenceproceedings", conference},
      {"paperconference", conference},
      {"proceedingsarticle", conference},
      {"c", conference},
      {"conferenceabstract", conference},
      {"meetingabstract", conference},
      {"news", news},
      {"mgzn", news},
      {"newspaperarticle", news},
      {"magazinearticle", news},
      {"articlenewspaper", news},
      {"articlemagazine", news},
      {"elec", webpage},
      {"web", webpage},
      {"blog", webpage},
      {"webpage", webpage},
      {"online", webpage},
      {"electronic", webpage},
      {"www", webpage},
      {"blogpost", webpage},
      {"pat", patent},
      {"patent", patent},
      {"unpb", preprint},
  }};
  std::string folded = text::fold(name);
  folded.erase(std::remove(folded.begin(), folded.end(), ' '), folded.end());
  if (folded == "preprint" || folded == "postedcontent" || folded == "unpublished" ||
      folded == "manuscript" || folded == "unpublishedwork")
    return preprint;
  const auto found =
      std::find_if(types.begin(), types.end(), [&](const auto& type) { return type.first == folded; });
  return found == types.end() ? other : found->second;
}

}  // namespace evident::read::record
