// SPDX-License-Identifier: GPL-3.0-or-later
#include "input/pdf_process.hpp"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <cstdio>
#include <cstring>
#include <memory>
#include <mutex>
#include <utility>

#include "base/descriptor.hpp"
#include "base/error.hpp"
#include "input/pdf_pages.hpp"

namespace evident {

namespace {

constexpr time_t seconds_a_page = 5;         // of a processor
constexpr rlim_t seconds_a_file = 60;        // likewise
constexpr rlim_t memory = rlim_t{2} << 30U;  // beyond what this process has

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
  size_t written = 0;
  const auto tell = [&](PdfPart part, std::string_view content) {
    char head[9] = {static_cast<char>(part)};
    const uint64_t size = content.size();
    std::memcpy(head + 1, &size, sizeof size);
    written += content.size();
    return written <= longest_pdf_text && write_all(3, head, sizeof head) &&
           write_all(3, content.data(), content.size());
  };
  try {
    ReadPdfPages& read = pdf_pages_reader();
    bound(RLIMIT_CORE, 0);
    bound(RLIMIT_CPU, seconds_a_file);
    if (const rlim_t used = address_space(); used > 0) bound(RLIMIT_AS, used + memory);
    read(bytes, start_page_clock, tell);
  } catch (const FileError& error) {
    tell(PdfPart::unavailable, error.what());
  } catch (...) {
    ::_exit(1);
  }
  ::_exit(0);
}

[[noreturn]] void fail(const char* what) {
  throw FileError(std::string(what) + ": " + std::strerror(errno));
}

struct Pipe {
  Pipe() {
    int ends[2] = {-1, -1};
    if (::pipe2(ends, O_CLOEXEC) != 0) fail("cannot make a pipe");
    from = Descriptor(ends[0]);
    to = Descriptor(ends[1]);
  }
  Descriptor from, to;
};

std::string read_to_end(int from) {
  std::string said;
  std::array<char, 64 * 1024> buffer;
  for (;;) {
    const ssize_t count = ::read(from, buffer.data(), buffer.size());
    if (count < 0 && errno == EINTR) continue;
    if (count <= 0) return said;
    said.append(buffer.data(), static_cast<size_t>(count));
  }
}

int wait_for(pid_t child) {
  int status = 0;
  while (::waitpid(child, &status, 0) < 0 && errno == EINTR) {
  }
  return status;
}

/// Where it cannot be had, each child says so.
void load_reader() {
  try {
    pdf_pages_reader();
  } catch (const FileError&) {
  }
}

PdfAnswer ask_own_child(std::string_view bytes) {
  load_reader();  // here, so that the next child has it too
  Pipe pipe;
  const pid_t child = ::fork();
  if (child < 0) fail("cannot start a process");
  if (child == 0) draw_in_child(bytes, pipe.to.number());
  pipe.to.close();
  std::string said = read_to_end(pipe.from.number());
  return {std::move(said), wait_for(child)};
}

// A request to the server is a message of one byte that carries two descriptors: of the PDF's bytes, and of
// the pipe for the answer. When the child has ended, the server sends its status.

using Carried = std::array<int, 2>;

/// A message of one byte with room for them.
class Message {
 public:
  Message() {
    m_head.msg_iov = &m_part;
    m_head.msg_iovlen = 1;
    m_head.msg_control = m_control;
    m_head.msg_controllen = sizeof m_control;
  }
  Message(const Message&) = delete;
  Message& operator=(const Message&) = delete;
  msghdr* head() { return &m_head; }
  cmsghdr* control() { return CMSG_FIRSTHDR(&m_head); }

 private:
  char m_letter = 'p';
  iovec m_part{&m_letter, 1};
  alignas(cmsghdr) char m_control[CMSG_SPACE(sizeof(Carried))] = {};
  msghdr m_head{};
};

bool send_descriptors(int socket, const Carried& carried) {
  Message message;
  cmsghdr* control = message.control();
  control->cmsg_level = SOL_SOCKET;
  control->cmsg_type = SCM_RIGHTS;
  control->cmsg_len = CMSG_LEN(sizeof carried);
  std::memcpy(CMSG_DATA(control), carried.data(), sizeof carried);
  return ::sendmsg(socket, message.head(), MSG_NOSIGNAL) == 1;
}

bool receive_descriptors(int socket, Carried& carried) {
  Message message;
  if (::recvmsg(socket, message.head(), MSG_CMSG_CLOEXEC) != 1) return false;
  const cmsghdr* control = message.control();
  if (control == nullptr || control->cmsg_len != CMSG_LEN(sizeof carried)) return false;
  std::memcpy(carried.data(), CMSG_DATA(control), sizeof carried);
  return true;
}

[[noreturn]] void draw_carried(const Carried& carried) {
  const off_t size = ::lseek(carried[0], 0, SEEK_END);
  const auto length = static_cast<size_t>(std::max<off_t>(size, 0));
  void* bytes = length == 0 ? nullptr : ::mmap(nullptr, length, PROT_READ, MAP_PRIVATE, carried[0], 0);
  if (bytes == MAP_FAILED) ::_exit(1);
  draw_in_child({static_cast<const char*>(bytes), length}, carried[1]);
}

[[noreturn]] void serve(int socket) {
  ::prctl(PR_SET_PDEATHSIG, SIGKILL);
  if (socket != 3 && ::dup2(socket, 3) != 3) ::_exit(1);
  ::close_range(4, ~0U, 0);
  const int nowhere = ::open("/dev/null", O_RDWR | O_CLOEXEC);
  for (int standard : {0, 1, 2}) ::dup2(nowhere, standard);
  ::signal(SIGINT, SIG_IGN);  // whoever asks decides when to stop
  Carried carried{};
  while (receive_descriptors(3, carried)) {
    load_reader();  // once for all that are forked here
    const pid_t child = ::fork();
    if (child == 0) draw_carried(carried);
    for (int each : carried) ::close(each);
    const int status = child < 0 ? 0 : wait_for(child);
    if (::send(3, &status, sizeof status, MSG_NOSIGNAL) < 0) break;
  }
  ::_exit(0);
}

class Server {
 public:
  explicit Server(Descriptor socket) : m_socket(std::move(socket)) {}

  PdfAnswer ask(std::string_view bytes) {
    const std::lock_guard lock(m_mutex);
    const Descriptor content(::memfd_create("pdf", MFD_CLOEXEC));
    if (content.number() < 0 || !write_all(content.number(), bytes.data(), bytes.size()))
      fail("cannot hand the file to another process");
    Pipe pipe;
    if (!send_descriptors(m_socket.number(), {content.number(), pipe.to.number()}))
      fail("the process that draws PDF files is gone");
    pipe.to.close();
    PdfAnswer answer{read_to_end(pipe.from.number()), 0};
    ssize_t count = 0;
    do {
      count = ::recv(m_socket.number(), &answer.status, sizeof answer.status, 0);
    } while (count < 0 && errno == EINTR);
    if (count != sizeof answer.status) throw FileError("the process that draws PDF files is gone");
    return answer;
  }

 private:
  std::mutex m_mutex;
  Descriptor m_socket;
};

std::unique_ptr<Server> start() {
  int ends[2] = {-1, -1};
  if (::socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, ends) != 0) return nullptr;
  Descriptor ours(ends[0]);
  const Descriptor theirs(ends[1]);
  const pid_t child = ::fork();
  if (child == 0) serve(theirs.number());
  return child > 0 ? std::make_unique<Server>(std::move(ours)) : nullptr;
}

std::unique_ptr<Server>& server() {
  static std::unique_ptr<Server> only;
  return only;
}

}  // namespace

void start_pdf_server() {
  if (!server()) server() = start();
}

PdfAnswer ask_pdf_process(std::string_view bytes) {
  return server() ? server()->ask(bytes) : ask_own_child(bytes);
}

}  // namespace evident
