// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/abbreviations.hpp"

#include <algorithm>
#include <string>
#include <unordered_set>

namespace evident::text {

namespace {

using WordSet = std::unordered_set<std::string_view>;

/// The words of a list, which are parted by single blanks.
WordSet words_of(std::string_view list) {
  WordSet words;
  for (size_t start = 0; start < list.size();) {
    const size_t end = std::min(list.find(' ', start), list.size());
    words.insert(list.substr(start, end - start));
    start = end + 1;
  }
  return words;
}

const WordSet& titles() {
  static const WordSet words = words_of(
      "mr mrs ms dr drs prof rev hon sen rep gov gen col capt lt sgt maj cpl adm pres st mt ft "
      "mme mlle messrs supt insp atty");
  return words;
}

const WordSet& continuing() {
  static const WordSet words = words_of(
      "e.g eg i.e ie f.e viz cf vs v.s fig figs eq eqs eqn eqns ref refs pp p sect vol vols "
      "approx ca resp suppl nos n° nr med dept univ assoc incl esp btw cit ibid seq c.f w.r.t aka "
      "a.k.a op chap var vit cv prelim transl extd supp tel ext gmbh tab art");
  return words;
}

const WordSet& numbered() {
  static const WordSet words = words_of(
      "chr no ed eds ch sec par para pt jan feb mar apr jun jul aug sep sept oct nov dec ser iss "
      "pl lib app cat def prop cor lem thm ex n c l ll fol line min max rev sup bk");
  return words;
}

const WordSet& ending() {
  static const WordSet words = words_of(
      "sp spp subsp inc ltd co corp jr sr al esq bros ave blvd rd plc llc md ph.d m.d phd dist "
      "jan feb apr jun jul aug sep sept oct nov dec conc temp str nat");
  return words;
}

/// Names of states and the like, which are ordinary words in lower case.
const WordSet& capital_ending() {
  static const WordSet words = words_of("Mass Wash Ind Calif Conn Penn Est Fla Ont Tex");
  return words;
}

/// Words in capitals are mostly names of their own (CA, EST); these are abbreviations all the same.
const WordSet& kept_in_capitals() {
  static const WordSet words =
      words_of("FIG FIGS REF REFS VOL EQ NO NOS DR MR MRS INC LTD CO CORP JR SR SEC ST MT CH PP VS");
  return words;
}

const WordSet& journal_words() {
  static const WordSet words = words_of(
      "acad adv agric allergol am anal anat anesth ann annu antimicrob appl arch behav biochem "
      "bioinf biol biomed biophys biosci biotechnol br bull can cardiol chem chemother clin coll "
      "commun comput curr dermatol dev diagn dis ecol endocrinol eng environ epidemiol eur evol "
      "exp gastroenterol genet geriatr gynecol haematol hematol hepatol hum immunol infect int intern "
      "investig invest lett mater mech metab microbiol mol natl neurobiol neurol neuropharmacol "
      "nephrol neuropsychopharmacol neurosci neurosurg nutr obstet oncol ophthalmol opin org orthop "
      "paediatr parasitol pathol pediatr pharm pharmacol pharmacother philos phys physiol pract proc "
      "proteom psychiatr psychol psychopharmacol psychother publ q radiol rep reprod res "
      "rheumatol sci soc stat struct surg symp syst technol ther toxicol trans transplant trop "
      "urol vet virol zool");
  return words;
}

std::string lower_ascii(std::string_view word) {
  std::string lower(word);
  for (char& c : lower) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return lower;
}

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/// One or two letters between full stops, as in "U.S", "i.v", "Ph.D".
bool has_dotted_shape(std::string_view word) {
  if (word.find('.') == std::string_view::npos) return false;
  size_t letters = 0;
  for (const char c : word) {
    if (c == '.') {
      if (letters == 0) return false;
      letters = 0;
    } else if (!is_letter(c) || ++letters > 2) {
      return false;
    }
  }
  return letters != 0;
}

}  // namespace

bool is_title(std::string_view word) {
  return titles().contains(lower_ascii(word));
}

Abbreviation abbreviation_kind(std::string_view word) {
  const std::string lower = lower_ascii(word);
  const bool capital = !word.empty() && word[0] >= 'A' && word[0] <= 'Z';
  // "p", "v", "c" stand before numbers; capitals of one letter are initials.
  if (word.size() == 1 && capital) return Abbreviation::may_end;
  const bool in_capitals =
      capital && std::all_of(word.begin(), word.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
  if (in_capitals && !kept_in_capitals().contains(word)) return Abbreviation::none;
  if (lower == "a.m" || lower == "p.m") return Abbreviation::time;
  if (continuing().contains(lower)) return Abbreviation::continues;
  // "Gen", "Col", "Rep": titles only with a capital; "st" and "ft" in lower case are streets and feet.
  if (titles().contains(lower)) return capital ? Abbreviation::continues : Abbreviation::may_end;
  if (capital && journal_words().contains(lower)) return Abbreviation::journal;
  if (capital_ending().contains(word)) return Abbreviation::may_end;
  if (ending().contains(lower)) return Abbreviation::may_end;
  if (numbered().contains(lower)) return Abbreviation::before_number;
  return has_dotted_shape(word) ? Abbreviation::may_end : Abbreviation::none;
}

bool begins_sentences(std::string_view word) {
  static const WordSet words = words_of(
      "Of Conversely Collectively Based Accordingly Importantly Notably Specifically Our A An The "
      "This That These Those It Its He She They We I I'm I've You His Her Their My Your In On At "
      "For From To However Although Though As If When While Where Whereas Why What Who How Which "
      "There Here Then Thus Therefore Moreover Furthermore Additionally Also And But Nor So Yet "
      "Because Since After Before During Despite Both Each Some Most Many Several All No Not One "
      "Two Three Four Another Other Others Such By With Without Within Using Under Upon Among "
      "Between Is Are Was Were Do Does Did Has Have Had Can Could Would Should Later Finally "
      "First Secondly Next Meanwhile Similarly Interestingly Millions Thousands Hundreds "
      "Nevertheless Hence Consequently Overall Indeed Recently Further Subsequently Unlike Like "
      "Once Only Even Every Either Neither It's That's There's Patients Mice Cells Results Data "
      "Studies Given Until Today Now Subjects Samples Participants Images Sections Slides Animals "
      "Briefly Following");
  return words.contains(word);
}

bool takes_letter_name(std::string_view lower_word) {
  static const WordSet words = words_of(
      "gene lane region vitamin vitamins hepatitis type types group groups class phase stage panel part "
      "factor "
      "protein appendix grade influenza plan model allele table figure");
  return words.contains(lower_word);
}

}  // namespace evident::text
