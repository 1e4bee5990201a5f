// SPDX-License-Identifier: GPL-3.0-or-later
// Field parsing of printed references across sources: each source is scored by a model that saw none of it.
#include <fmt/format.h>

#include "eval/failures.hpp"
#include "eval/measure.hpp"
#include "eval/reference_model.hpp"
#include "eval/reference_score.hpp"

namespace evident::eval {

namespace {

struct Scored {
  std::vector<FieldTallies> each;  // of every reference
  FieldTallies total;
};

void add(FieldTallies& to, const FieldTallies& tallies) {
  for (size_t i = 0; i < to.size(); ++i) {
    to[i].right += tallies[i].right;
    to[i].found += tallies[i].found;
    to[i].wanted += tallies[i].wanted;
    to[i].soft += tallies[i].soft;
  }
}

Scored scored(const std::string& name, const std::vector<TaggedReference>& references,
              const extract::parsing::Model& model, Failures& failures) {
  Scored out;
  for (const auto& reference : references) {
    const auto wanted = fields_marked(reference), found = fields_read(reference.text, model);
    out.each.push_back(score(wanted, found));
    add(out.total, out.each.back());
    for (size_t i = 0; i < scored_fields.size(); ++i) {
      const Tally& field = out.each.back()[i];
      if (2 * field.right != field.found + field.wanted)
        failures.add(
            field_cause(scored_fields[i], wanted[i], found[i]),
            fmt::format("wanted \"{}\", found \"{}\": {} ({})", wanted[i], found[i], reference.text, name));
    }
  }
  return out;
}

}  // namespace

Result measure_references(const Options& options) {
  Result result;
  Failures failures;
  const ReferenceCorpus corpus = read_scored(options.data / "citations", tei_references(options));
  std::string header = "| scored on (model trained without it) | references |", line = "|---|---|";
  for (const auto field : scored_fields) header += fmt::format(" {} |", field), line += "---|";
  result.table = header + " micro-F1 (95 %) | soft |\n" + line + "---|---|\n";
  for (const auto& [name, references] : corpus.marked) {
    const std::string bytes = model_without(options, name);
    const extract::parsing::Model model(bytes);
    const Scored scores = scored(name, references, model, failures);
    const Interval interval = bootstrap(references.size(), [&](const std::vector<size_t>& sample) {
      FieldTallies total{};
      for (const size_t i : sample) add(total, scores.each[i]);
      return sum(total).f1();
    });
    const Tally all = sum(scores.total);
    result.table += fmt::format("| {} | {} |", name, references.size());
    for (const auto& field : scores.total) result.table += fmt::format(" {:.3f} |", field.f1());
    result.table += fmt::format(" {:.4f} ({:.4f}-{:.4f}) | {:.4f} |\n", all.f1(), interval.low, interval.high,
                                all.soft_f1());
    result.figures.push_back({name + " micro-F1", all.f1(), interval.low, interval.high, 0.005});
  }
  failures.report(result);
  return result;
}

}  // namespace evident::eval
