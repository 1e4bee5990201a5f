// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>

#include "render/text.hpp"

namespace evident::render {

namespace {

Ink ink_of(Severity severity) {
  switch (severity) {
    case Severity::note:
      return Ink::dim;
    case Severity::warning:
      return Ink::yellow;
    case Severity::error:
      return Ink::red;
  }
  return Ink::plain;
}

}  // namespace

std::string text_audit(const query::Audit& audit, const Terminal& terminal) {
  std::string out;
  for (const auto& article : audit.articles) {
    const auto& [references, citations, claims] = article.ledger;
    const auto& node = article.article;
    out += terminal.wrap(printable(node.title.empty() ? node.key : node.title), "", Ink::bold);
    out += terminal.paint(fmt::format("{}  {}\n", node.key, printable(node.path)), Ink::dim);
    const auto row = [&](const char* name, uint64_t seen, const std::string& text) {
      out += terminal.wrap(text, fmt::format("  {:<10} {:>5}   ", name, seen));
    };
    row("references", references.seen,
        fmt::format("{} parsed, {} with an identifier; {} resolved, {} ambiguous, {} unresolved",
                    references.parsed, references.identified, references.resolved, references.ambiguous,
                    references.unresolved));
    row("citations", citations.seen,
        fmt::format("{} attached, {} dangling", citations.attached, citations.dangling));
    row("claims", claims.seen,
        fmt::format("{} with evidence, {} without{}", claims.with_evidence, claims.without_evidence,
                    claims.said_elsewhere == 0
                        ? ""
                        : fmt::format("; {} said by other articles too", claims.said_elsewhere)));
    for (const auto& problem : article.problems) {
      const std::string lead = fmt::format("  {:<22} ", problem.code);
      const std::string where = problem.node.empty() ? "" : fmt::format(" ({})", problem.node);
      constexpr size_t least_room = 30;  // for the message, beside its code
      const bool beside = terminal.width() >= lead.size() + least_room;
      const std::string indent = beside ? lead : "    ";
      const std::string body = terminal.wrap(printable(problem.message + where), indent);
      out +=
          terminal.paint(lead, ink_of(problem.severity)) + (beside ? body.substr(lead.size()) : "\n" + body);
    }
    out += "\n";
  }
  return out;
}

}  // namespace evident::render
