// SPDX-License-Identifier: GPL-3.0-or-later
#include "input/input.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <vector>

#include "base/error.hpp"
#include "base/hash.hpp"

namespace evident {

namespace {

constexpr size_t buffer_size = size_t{256} << 10U;
constexpr std::string_view standard_input = "stdin:";

/// The bytes of a file as they lie on disk.
class FileInput final : public Input {
 public:
  explicit FileInput(const std::filesystem::path& path) : m_path(path.string()) {
    m_descriptor = ::open(m_path.c_str(), O_RDONLY | O_CLOEXEC);
    if (m_descriptor < 0) fail("cannot open", errno);
    struct stat status {};
    if (::fstat(m_descriptor, &status) != 0) return;
    if (S_ISDIR(status.st_mode)) {
      ::close(m_descriptor);
      fail("cannot read", EISDIR);
    }
    m_regular = S_ISREG(status.st_mode);
    if (m_regular) m_origin.size = static_cast<uint64_t>(status.st_size);
  }
  /// A descriptor that somebody else opened and closes: read on from where it is.
  FileInput(int descriptor, std::string name)
      : m_path(std::move(name)), m_descriptor(descriptor), m_borrowed(true) {}
  FileInput(const FileInput&) = delete;
  FileInput& operator=(const FileInput&) = delete;
  ~FileInput() override {
    if (!m_borrowed) ::close(m_descriptor);
  }

  size_t read(char* buffer, size_t size) override {
    if (size == 0) return 0;
    ssize_t count = 0;
    do {
      count = ::read(m_descriptor, buffer, size);
    } while (count < 0 && errno == EINTR);
    if (count < 0) fail("cannot read", errno);
    m_position += static_cast<uint64_t>(count);
    m_origin.consumed = m_position;
    return static_cast<size_t>(count);
  }

  std::optional<uint64_t> size() const override {
    return m_regular ? std::optional(m_origin.size) : std::nullopt;
  }
  void seek(uint64_t position) override {
    if (::lseek(m_descriptor, static_cast<off_t>(position), SEEK_SET) < 0) fail("cannot read", errno);
    m_position = position;
  }
  Origin* origin() override { return &m_origin; }

 private:
  [[noreturn]] void fail(const char* what, int code) const {
    throw FileError(std::string(what) + " '" + m_path + "': " + std::strerror(code));
  }
  std::string m_path;
  int m_descriptor = -1;
  bool m_borrowed = false, m_regular = false;
  uint64_t m_position = 0;
  Origin m_origin;
};

}  // namespace

size_t BytesInput::read(char* buffer, size_t size) {
  if (m_position >= m_bytes.size()) return 0;
  const size_t count = m_bytes.copy(buffer, size, m_position);
  m_position += count;
  return count;
}

std::unique_ptr<Input> open_file(const std::filesystem::path& path) {
  return std::make_unique<FileInput>(path);
}

std::unique_ptr<Input> open_standard_input() {
  return std::make_unique<FileInput>(STDIN_FILENO, "standard input");
}

std::string standard_input_path(std::string_view sha256) {
  return std::string(standard_input) + std::string(sha256.substr(0, 12));
}

bool is_standard_input(std::string_view path) {
  return path.starts_with(standard_input);
}

std::string read_all(Input& input, size_t limit) {
  std::string all;
  std::vector<char> buffer(buffer_size);
  while (all.size() < limit) {
    const size_t count = input.read(buffer.data(), std::min(buffer.size(), limit - all.size()));
    if (count == 0) break;
    all.append(buffer.data(), count);
  }
  return all;
}

std::string file_sha256(const std::filesystem::path& path) {
  FileInput file(path);
  Sha256 hash;
  std::vector<char> buffer(buffer_size);
  while (const size_t count = file.read(buffer.data(), buffer.size())) {
    hash.update({buffer.data(), count});
  }
  return hash.hex();
}

}  // namespace evident
