// SPDX-License-Identifier: GPL-3.0-or-later
#include "eval/dev_references.hpp"

#include <nlohmann/json.hpp>

#include "eval/markup.hpp"

namespace evident::eval {

std::vector<GoldReference> read_gold_references(const std::filesystem::path& folder) {
  std::vector<GoldReference> all;
  for (const auto& file : files_below(folder / "gold", ".json")) {
    const auto gold = nlohmann::json::parse(read_file(file));
    for (const auto& item : gold.at("references")) {
      GoldReference reference;
      reference.text = item.at("text").get<std::string>();
      if (item.at("pmid").is_string()) reference.pmid = item.at("pmid").get<std::string>();
      for (const auto& also : item.at("also")) reference.also.insert(also.get<std::string>());
      reference.stripped = item.at("stripped") == true;
      all.push_back(std::move(reference));
    }
  }
  return all;
}

}  // namespace evident::eval
