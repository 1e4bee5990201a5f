// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <string>
#include <vector>

#include "model/work.hpp"

namespace evident::model {

/// What could be split out of a reference.
struct ReferenceFields {
  std::vector<Person> authors;  ///< the editors, where the entry names no authors
  bool et_al = false;           ///< there are more authors than are named
  std::vector<Person> editors;  ///< of the book or collection around it
  int year = 0;
  std::string title, container, volume, issue, pages, publisher;
  std::string place;       ///< of the publisher
  std::string page_count;  ///< "312" of "312 p."
  std::string date;        ///< as printed: "May-Jun 1977"
  std::string accessed;    ///< "Retrieved 2009-03-26"
  std::string url;
  WorkType type = WorkType::other;
  /// How sure the reading of each field is, 0..1, by its name here; empty where mark-up names the fields.
  std::map<std::string, double> confidence;
};

}  // namespace evident::model
