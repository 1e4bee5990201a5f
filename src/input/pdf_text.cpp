// SPDX-License-Identifier: GPL-3.0-or-later
#include "input/pdf_text.hpp"

#include <sys/wait.h>

#include <csignal>
#include <cstdlib>
#include <cstring>

#include "input/pdf_pages.hpp"
#include "input/pdf_process.hpp"

namespace evident {

namespace {

/// Takes the answer apart; reports what went wrong.
class AnswerReader {
 public:
  AnswerReader(const std::string& path, DiagnosticSink& sink) : m_path(path), m_sink(sink) {}

  PdfText read(const PdfAnswer& answer) {
    std::string_view rest = answer.said;
    while (rest.size() >= 9) {
      uint64_t size = 0;
      std::memcpy(&size, rest.data() + 1, sizeof size);
      if (size > rest.size() - 9) break;
      take(static_cast<PdfPart>(rest[0]), rest.substr(9, size));
      rest.remove_prefix(9 + size);
    }
    if (!m_done && !m_refused) interrupted(answer.status);
    if (m_done && m_text.text.find_first_not_of(" \n\t\f") == std::string::npos)
      report(Severity::warning, "pdf-without-text",
             "its " + std::to_string(m_pages) +
                 " pages hold no text, but pictures of it at most: read it through a text recogniser first");
    return std::move(m_text);
  }

 private:
  void take(PdfPart part, std::string_view content) {
    switch (part) {
      case PdfPart::page:
        if (m_drawn++ > 0) m_text.text += '\f';
        m_text.text += content;
        break;
      case PdfPart::title:
        m_text.title = content;
        break;
      case PdfPart::info_title:
        m_text.info_title = content;
        break;
      case PdfPart::metadata:
        m_text.metadata = content;
        break;
      case PdfPart::count:
        m_pages = std::strtoull(std::string(content).c_str(), nullptr, 10);
        break;
      case PdfPart::encrypted:
        m_refused = true;
        report(Severity::error, "encrypted-pdf", "the file asks for a password; nothing of it was read");
        break;
      case PdfPart::damaged:
        m_refused = true;
        report(Severity::error, "damaged-pdf", "the file is damaged beyond repair; nothing of it was read");
        break;
      case PdfPart::unavailable:
        m_refused = true;
        report(Severity::error, "no-pdf-reader", std::string(content));
        break;
      case PdfPart::too_long:
        report(Severity::warning, "pdf-too-costly",
               "page " + std::string(content) + " has too many words; the first 20,000 were read");
        break;
      case PdfPart::done:
        m_done = true;
        if (m_drawn < m_pages) report(Severity::warning, "pdf-too-large", only("the others were not read"));
        break;
    }
  }

  std::string only(const std::string& others) const {
    return std::to_string(m_drawn) + " of " + std::to_string(m_pages) + " pages were read; " + others;
  }

  void interrupted(int status) {
    const int signal = WIFSIGNALED(status) ? WTERMSIG(status) : 0;
    if (signal == SIGPROF || signal == SIGXCPU || signal == SIGKILL) {
      report(Severity::error, "pdf-too-costly", only("the next takes too much time"));
    } else if (m_text.text.size() > longest_pdf_text / 2) {
      report(Severity::warning, "pdf-too-large", only("the text of the others is too long"));
    } else {
      report(Severity::error, "damaged-pdf",
             only(m_pages == 0 ? "the file cannot be taken apart" : "the next cannot be taken apart"));
    }
  }

  void report(Severity severity, const char* code, std::string message) {
    m_sink.report({severity, code, m_path, 0, {}, std::move(message)});
  }

  const std::string& m_path;
  DiagnosticSink& m_sink;
  PdfText m_text;
  uint64_t m_pages = 0, m_drawn = 0;
  bool m_done = false, m_refused = false;
};

}  // namespace

bool is_pdf(std::string_view head) {
  // Some files have other bytes before the mark; a text that speaks of PDF has no objects.
  if (head.starts_with("%PDF-")) return true;
  return head.substr(0, 1024 + 5).find("\n%PDF-1.") != std::string_view::npos &&
         head.find(" obj") != std::string_view::npos;
}

PdfText pdf_text(std::string_view bytes, const std::string& path, DiagnosticSink& sink) {
  return AnswerReader(path, sink).read(ask_pdf_process(bytes));
}

std::unique_ptr<Input> open_pdf_text(Input& file, const std::string& path, DiagnosticSink& sink) {
  return std::make_unique<OwnedBytesInput>(pdf_text(read_all(file, largest_pdf), path, sink).text);
}

}  // namespace evident
