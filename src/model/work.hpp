// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/span.hpp"
#include "model/identifier.hpp"
#include "model/quantity.hpp"
#include "text/offset_map.hpp"

namespace evident::model {

struct Person {
  std::string family;    ///< with particle ("van den Brink"); the whole name of a collective author
  std::string given;     ///< full given names where known
  std::string initials;  ///< "WR", no full stops
  std::string suffix;    ///< "Jr", "3rd"
  bool collective = false;
  bool operator==(const Person&) const = default;
};

struct Date {
  int year = 0;  ///< 0: unknown
  int month = 0;
  int day = 0;
  std::string printed;  ///< "1978-1979", "2000 Spring": as in the record where it is more than a date
  bool operator==(const Date&) const = default;
};

/// CSL-JSON types that evident tells apart.
enum class WorkType {
  article,
  book,
  chapter,
  news,
  webpage,
  thesis,
  report,
  conference,
  preprint,
  patent,
  other
};

enum class StudyDesign {
  unknown,
  randomised_controlled_trial,
  controlled_trial,
  clinical_trial,
  cohort,
  case_control,
  cross_sectional,
  case_report,
  case_series,
  systematic_review,
  meta_analysis,
  review,
  guideline,
  animal,
  in_vitro,
  qualitative,
  editorial,
  letter,
  comment
};

/// The words used in JSON and on the command line: "randomised controlled trial", "case report" ...; "" for
/// unknown.
std::string to_string(StudyDesign design);
StudyDesign study_design(
    std::string_view words);  ///< inverse; also short forms such as "rct"; unknown where not understood
/// CSL-JSON names: "article-journal", "book", "webpage", "article-newspaper" ...
std::string to_string(WorkType type);
WorkType work_type(std::string_view csl_name);

struct AbstractSection {
  std::string label;     ///< as printed, "METHODS"; empty where unstructured
  std::string category;  ///< NLM category, "METHODS", "RESULTS", "CONCLUSIONS"; empty where none
  std::string text;
  text::OffsetMap offsets = {};  ///< of the text into the file; not kept, empty where the reader has none
  /// What is kept is the same.
  bool operator==(const AbstractSection& other) const {
    return label == other.label && category == other.category && text == other.text;
  }
};

/// A sentence of a work's own abstract that states its result.
struct Finding {
  int number = 0;  ///< 1-based among the sentences of the abstract
  std::string text;
  Place source;  ///< bytes in the record's file; the whole record where its reader keeps no offsets inside
                 ///< records
  bool operator==(const Finding&) const = default;
};

struct Arm {
  std::string label;
  int size = 0;
  bool operator==(const Arm&) const = default;
};

/// What a study did and found, as far as its record tells.
struct StudyFacts {
  StudyDesign design = StudyDesign::unknown;
  int sample_size = 0;  ///< 0: not told. The number randomised or analysed, not the number screened
  std::vector<Arm> arms;
  std::vector<Quantity> quantities;  ///< every figure of title and abstract (doses, durations, outcomes ...)
  std::vector<std::string> countries;      ///< English names, "Italy"
  std::vector<std::string> cities;         ///< as in the affiliations and the text
  std::vector<std::string> institutions;   ///< "University of Amsterdam"
  std::vector<std::string> registrations;  ///< "NCT00525252"
  std::vector<Finding> findings;
  std::string path;  ///< the file of the record that told them, where that is not the work's own; not kept
  bool operator==(const StudyFacts&) const = default;
};

enum class WorkRelation {
  cites,
  retracts,
  retracted_by,
  corrects,
  corrected_by,
  comments_on,
  commented_by,
  concern_about,
  concern_raised_by,
  republishes,
  republished_by,
  version_of,
  part_of,
  related  ///< in some other way that a record names
};
std::string to_string(WorkRelation relation);       ///< "cites", "retracts", "retracted-by" ...
WorkRelation work_relation(std::string_view name);  ///< inverse; throws std::invalid_argument

struct WorkLink {
  WorkRelation relation = WorkRelation::cites;
  Identifiers target;   ///< may be empty where the record only prints the target
  std::string printed;  ///< as printed in the record
  bool operator==(const WorkLink&) const = default;
};

/// One record of a work, as read from one place of one file.
struct WorkRecord {
  Identifiers ids;
  WorkType type = WorkType::article;
  std::string title;
  std::string vernacular_title;
  std::vector<Person> authors;
  bool more_authors = false;  ///< "et al.": those named are not all
  std::vector<Person> editors;
  Date issued;                   ///< the year that citations use: print issue, else electronic
  Date electronic;               ///< online first
  Date entered;                  ///< entered into the database
  std::string container;         ///< full journal (or book) title
  std::string container_abbrev;  ///< NLM / ISO abbreviation
  std::string issn;
  std::string publisher;
  std::string place;  ///< of the publisher
  std::string volume, issue, pages;
  std::string page_count;  ///< of a book: "312"
  std::string language;
  std::string url;
  Date accessed;  ///< when the address was last looked at
  std::vector<AbstractSection> abstract;
  std::vector<std::string> mesh;  ///< descriptors
  std::vector<std::string> keywords;
  std::vector<std::string> notes;  ///< of whoever kept the record in a reference manager
  std::vector<std::string>
      tags;  ///< labels of whoever kept the record: groups, screening decisions ("included")
  std::vector<std::string> publication_types;
  std::vector<std::string> affiliations;   ///< distinct, in order
  std::vector<std::string> registrations;  ///< trial numbers of DataBankList
  std::vector<WorkLink> links;
  StudyFacts study;  ///< filled by extract::study_facts
  bool retracted = false;
  bool ghost = false;  ///< known from references only
  bool notice =
      false;  ///< an entry of a list of retractions: it tells of the work with these identifiers, and is none

  // provenance
  std::string path;     ///< file
  std::string format;   ///< reader's name, "pubmed-xml"
  Place source;         ///< bytes of the record in the (uncompressed) file
  int version = 1;      ///< PMID version
  std::string revised;  ///< ISO date of the record's last revision, to tell which of two records is newer
  /// The file that the spans of its findings are of.
  const std::string& findings_path() const { return study.path.empty() ? path : study.path; }
  bool operator==(const WorkRecord&) const = default;
};

/// True where some notice raises a concern about the work.
bool under_concern(const WorkRecord& work);

/// The abstract as one text, labels left out.
std::string abstract_text(const WorkRecord& work);

/// The key under which a work without identifier is known: a hash of folded first author, year, container,
/// volume, first page and title. Never empty.
std::string match_key(const WorkRecord& work);

/// work_id(ids), else "key:" + match_key.
std::string work_id(const WorkRecord& work);

/// The id of what a record of `work` points to; where it names no identifier, one of this link alone: two
/// notices that are printed alike are not one.
std::string target_id(const WorkLink& link, const std::string& work);

}  // namespace evident::model
