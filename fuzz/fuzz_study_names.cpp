// SPDX-License-Identifier: GPL-3.0-or-later
#include "resolve/study_names.hpp"

#include "fuzz.hpp"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const std::string_view text = evident::fuzz::view(data, size);
  const auto names = evident::resolve::study_names(text);
  for (const auto* list : {&names.registrations, &names.trials})
    for (const auto& name : *list) evident::fuzz::require(!name.empty(), "a name has letters");
  for (const auto& key : evident::resolve::study_name_keys(names))
    evident::fuzz::require(key.starts_with("m:") && key.size() <= 245, "a key fits a term");
  evident::model::WorkRecord work;
  work.title = text.substr(0, size / 2);
  work.abstract = {{"", "", std::string(text.substr(size / 2))}};
  evident::resolve::study_names(work);
  return 0;
}
