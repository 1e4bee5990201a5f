// SPDX-License-Identifier: GPL-3.0-or-later
#include "input/pdf_text.hpp"

#include <fcntl.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/time.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <cstdio>
#include <cstring>

#include "base/error.hpp"
#include "input/pdf_pages.hpp"

namespace evident {

namespace {

constexpr time_t seconds_a_page = 5;         // of a processor
constexpr rlim_t seconds_a_file = 60;        // likewise
constexpr rlim_t memory = rlim_t{2} << 30U;  // beyond what this process has
constexpr size_t longest_text = size_t{256} << 20U;

// The child says: a letter for the part, eight bytes for its size, the part.

bool write_all(int to, const char* bytes, size_t size) {
  while (size > 0) {
    const ssize_t count = ::write(to, bytes, size);
    if (count < 0 && errno == EINTR) continue;
    if (count <= 0) return false;
    bytes += count;
    size -= static_cast<size_t>(count);
  }
  return true;
}

void bound(int resource, rlim_t most) {
  struct rlimit limit {};
  if (::getrlimit(static_cast<__rlimit_resource_t>(resource), &limit) != 0) return;
  limit.rlim_cur = std::min(limit.rlim_max, most);
  ::setrlimit(static_cast<__rlimit_resource_t>(resource), &limit);
}

/// Address space in use, by Linux's own account; 0 where it is not told.
rlim_t address_space() {
  unsigned long pages = 0;
  if (std::FILE* file = std::fopen("/proc/self/statm", "re")) {
    if (std::fscanf(file, "%lu", &pages) != 1) pages = 0;
    std::fclose(file);
  }
  return static_cast<rlim_t>(pages) * static_cast<rlim_t>(::sysconf(_SC_PAGESIZE));
}

void start_page_clock() {
  const struct itimerval time = {{0, 0}, {seconds_a_page, 0}};
  ::setitimer(ITIMER_PROF, &time, nullptr);  // SIGPROF ends the process
}

[[noreturn]] void draw_in_child(std::string_view bytes, int to) {
  ::prctl(PR_SET_PDEATHSIG, SIGKILL);
  if (to != 3 && ::dup2(to, 3) != 3) ::_exit(1);
  // Locks of the store and the like stay with the parent; poppler's complaints go nowhere.
  ::close_range(4, ~0U, 0);
  const int nowhere = ::open("/dev/null", O_RDWR);
  for (int standard : {0, 1, 2}) ::dup2(nowhere, standard);
  ::signal(SIGPROF, SIG_DFL);
  bound(RLIMIT_CORE, 0);
  bound(RLIMIT_CPU, seconds_a_file);
  if (const rlim_t used = address_space(); used > 0) bound(RLIMIT_AS, used + memory);
  size_t written = 0;
  try {
    read_pdf_pages(bytes, start_page_clock, [&](PdfPart part, std::string_view content) {
      char head[9] = {static_cast<char>(part)};
      const uint64_t size = content.size();
      std::memcpy(head + 1, &size, sizeof size);
      written += content.size();
      return written <= longest_text && write_all(3, head, sizeof head) &&
             write_all(3, content.data(), content.size());
    });
  } catch (...) {
    ::_exit(1);
  }
  ::_exit(0);
}

/// All that the child says, and how it ended.
struct Answer {
  std::string said;
  int status = 0;
};

Answer ask_child(std::string_view bytes) {
  int ends[2] = {-1, -1};
  if (::pipe2(ends, O_CLOEXEC) != 0)
    throw FileError(std::string("cannot make a pipe: ") + std::strerror(errno));
  const pid_t child = ::fork();
  if (child == 0) draw_in_child(bytes, ends[1]);
  ::close(ends[1]);
  Answer answer;
  if (child > 0) {
    std::string buffer(64 * 1024, '\0');
    for (;;) {
      const ssize_t count = ::read(ends[0], buffer.data(), buffer.size());
      if (count < 0 && errno == EINTR) continue;
      if (count <= 0) break;
      answer.said.append(buffer.data(), static_cast<size_t>(count));
    }
    while (::waitpid(child, &answer.status, 0) < 0 && errno == EINTR) {
    }
  }
  ::close(ends[0]);
  if (child < 0) throw FileError(std::string("cannot start a process: ") + std::strerror(errno));
  return answer;
}

/// Takes the answer apart; reports what went wrong.
class AnswerReader {
 public:
  AnswerReader(const std::string& path, DiagnosticSink& sink) : m_path(path), m_sink(sink) {}

  PdfText read(const Answer& answer) {
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
    } else if (m_text.text.size() > longest_text / 2) {
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
  return AnswerReader(path, sink).read(ask_child(bytes));
}

std::unique_ptr<Input> open_pdf_text(Input& file, const std::string& path, DiagnosticSink& sink) {
  return std::make_unique<OwnedBytesInput>(pdf_text(read_all(file, largest_pdf), path, sink).text);
}

}  // namespace evident
