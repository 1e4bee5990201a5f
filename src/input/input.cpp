// SPDX-License-Identifier: GPL-3.0-or-later
#include "input/input.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#include <zlib.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <vector>

#include "base/error.hpp"
#include "base/hash.hpp"

namespace evident {

namespace {

constexpr size_t buffer_size = 256 * 1024;

/// The bytes of a file as they lie on disk.
class FileInput final : public Input {
 public:
  explicit FileInput(const std::filesystem::path& path) : m_path(path.string()) {
    m_descriptor = ::open(m_path.c_str(), O_RDONLY | O_CLOEXEC);
    if (m_descriptor < 0) fail("cannot open", errno);
    struct stat status {};
    if (::fstat(m_descriptor, &status) == 0 && S_ISDIR(status.st_mode)) {
      ::close(m_descriptor);
      fail("cannot read", EISDIR);
    }
  }
  FileInput(const FileInput&) = delete;
  FileInput& operator=(const FileInput&) = delete;
  ~FileInput() override { ::close(m_descriptor); }

  size_t read(char* buffer, size_t size) override {
    if (size == 0) return 0;
    ssize_t count = 0;
    do {
      count = ::read(m_descriptor, buffer, size);
    } while (count < 0 && errno == EINTR);
    if (count < 0) fail("cannot read", errno);
    return static_cast<size_t>(count);
  }

 private:
  [[noreturn]] void fail(const char* what, int code) const {
    throw FileError(std::string(what) + " '" + m_path + "': " + std::strerror(code));
  }
  std::string m_path;
  int m_descriptor = -1;
};

/// Passes plain bytes through and undoes gzip, told apart by the first two bytes of the file.
class GzipInput final : public Input {
 public:
  GzipInput(const std::filesystem::path& path, DiagnosticSink& sink)
      : m_file(path), m_path(path.string()), m_sink(sink), m_buffer(buffer_size) {
    while (m_filled < 2 && fill()) {
    }
    m_gzip = m_filled >= 2 && byte(0) == 0x1F && byte(1) == 0x8B;
    if (m_gzip) {
      if (inflateInit2(&m_stream, 15 + 16) != Z_OK) throw FileError("no memory to unpack '" + m_path + "'");
      m_initialised = true;
    } else if (m_filled == 0 && path.extension() == ".gz") {
      report("truncated-gzip", "the file is empty; nothing was read");
    }
  }
  GzipInput(const GzipInput&) = delete;
  GzipInput& operator=(const GzipInput&) = delete;
  ~GzipInput() override {
    if (m_initialised) inflateEnd(&m_stream);
  }

  size_t read(char* buffer, size_t size) override {
    if (m_done || size == 0) return 0;
    return m_gzip ? read_gzip(buffer, size) : read_plain(buffer, size);
  }

 private:
  unsigned char byte(size_t i) const { return static_cast<unsigned char>(m_buffer[i]); }

  /// Adds bytes of the file behind those that are there; false at its end.
  bool fill() {
    const size_t count = m_file.read(m_buffer.data() + m_filled, m_buffer.size() - m_filled);
    m_filled += count;
    return count != 0;
  }
  /// Makes sure that there is an unread byte; false at the end of the file.
  bool more() {
    if (m_used < m_filled) return true;
    m_used = m_filled = 0;
    return fill();
  }

  size_t read_plain(char* buffer, size_t size) {
    if (m_used == m_filled) return m_file.read(buffer, size);
    const size_t count = std::min(size, m_filled - m_used);
    std::memcpy(buffer, m_buffer.data() + m_used, count);
    m_used += count;
    return count;
  }

  size_t read_gzip(char* buffer, size_t size) {
    const size_t wanted = std::min<size_t>(size, 1U << 30);
    m_stream.next_out = reinterpret_cast<Bytef*>(buffer);
    m_stream.avail_out = static_cast<uInt>(wanted);
    while (m_stream.avail_out != 0 && !m_done) {
      if (m_between_members && !start_next_member()) break;
      if (!more()) {
        finish("truncated-gzip", "the file ends in the middle of its gzip data; what came before was read");
        break;
      }
      m_stream.next_in = reinterpret_cast<Bytef*>(m_buffer.data() + m_used);
      m_stream.avail_in = static_cast<uInt>(m_filled - m_used);
      const int result = inflate(&m_stream, Z_NO_FLUSH);
      m_used = m_filled - m_stream.avail_in;
      if (result == Z_STREAM_END) {
        m_between_members = true;
      } else if (result != Z_OK && result != Z_BUF_ERROR) {
        const std::string detail = m_stream.msg != nullptr ? m_stream.msg : "cannot be unpacked";
        finish("damaged-gzip", "the gzip data is damaged (" + detail + "); what came before was read");
      }
    }
    return wanted - m_stream.avail_out;
  }

  /// After one member: another one, zero padding, the end of the file, or bytes that belong to nothing.
  bool start_next_member() {
    while (more()) {
      if (byte(m_used) == 0) {
        ++m_used;
        continue;
      }
      if (byte(m_used) == 0x1F) {
        m_between_members = false;
        return inflateReset(&m_stream) == Z_OK;
      }
      finish("damaged-gzip", "bytes that are no gzip data follow the gzip data; they were left out");
      return false;
    }
    m_done = true;
    return false;
  }

  void finish(const char* code, const std::string& message) {
    m_done = true;
    report(code, message);
  }
  void report(const char* code, const std::string& message) {
    m_sink.report({Severity::error, code, m_path, 0, {}, message});
  }

  FileInput m_file;
  std::string m_path;
  DiagnosticSink& m_sink;
  std::vector<char> m_buffer;
  size_t m_used = 0;
  size_t m_filled = 0;
  z_stream m_stream{};
  bool m_gzip = false;
  bool m_initialised = false;
  bool m_between_members = false;
  bool m_done = false;
};

}  // namespace

size_t BytesInput::read(char* buffer, size_t size) {
  if (m_position >= m_bytes.size()) return 0;
  const size_t count = m_bytes.copy(buffer, size, m_position);
  m_position += count;
  return count;
}

std::unique_ptr<Input> open_input(const std::filesystem::path& path, DiagnosticSink& sink) {
  return std::make_unique<GzipInput>(path, sink);
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
