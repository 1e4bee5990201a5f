// SPDX-License-Identifier: GPL-3.0-or-later
#include "eval/scifact.hpp"

#include <fstream>
#include <string>

#include <nlohmann/json.hpp>

namespace evident::eval {

std::map<long, model::WorkRecord> read_abstracts(const std::filesystem::path& file) {
  std::map<long, model::WorkRecord> abstracts;
  std::ifstream lines(file);
  for (std::string line; std::getline(lines, line);) {
    const auto item = nlohmann::json::parse(line);
    model::WorkRecord work;
    work.title = item.at("title");
    std::string text;
    for (const std::string sentence : item.at("abstract")) text += (text.empty() ? "" : " ") + sentence;
    work.abstract = {{"", "", text}};
    const auto& id = item.at("doc_id");
    abstracts[id.is_string() ? std::stol(id.get<std::string>()) : id.get<long>()] = std::move(work);
  }
  return abstracts;
}

}  // namespace evident::eval
