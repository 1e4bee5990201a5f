// SPDX-License-Identifier: GPL-3.0-or-later
#include "input/archive.hpp"

#include <archive.h>
#include <archive_entry.h>
#include <locale.h>  // NOLINT(modernize-deprecated-headers): newlocale is POSIX

#include <cwchar>
#include <exception>
#include <utility>

#include "base/error.hpp"

namespace evident {

namespace {

constexpr size_t block_size = size_t{64} << 10U;
constexpr size_t zip_end = 22 + 65'535;  // the last record of a zip with the longest comment

/// libarchive gives names in the encoding of the locale: for the length of a call, UTF-8.
class Utf8Locale {
 public:
  Utf8Locale() : m_before(::uselocale(utf8())) {}
  ~Utf8Locale() { ::uselocale(m_before); }
  Utf8Locale(const Utf8Locale&) = delete;
  Utf8Locale& operator=(const Utf8Locale&) = delete;

 private:
  static locale_t utf8() {
    static const locale_t locale = ::newlocale(LC_CTYPE_MASK, "C.UTF-8", nullptr);
    return locale;  // null where the system has none: uselocale then changes nothing
  }
  locale_t m_before;
};

/// The name in valid UTF-8, so that it can be printed, stored and compared. Under a Utf8Locale.
std::string valid_name(std::string_view raw) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  std::string name;
  for (size_t i = 0; i < raw.size();) {
    std::mbstate_t state{};
    const size_t length = std::mbrtowc(nullptr, raw.data() + i, raw.size() - i, &state);
    if (length == 0 || length > raw.size()) {
      const auto byte = static_cast<unsigned char>(raw[i++]);
      name += "\\x";
      name += digits[byte >> 4U];
      name += digits[byte & 0xFU];
    } else {
      name += raw.substr(i, length);
      i += length;
    }
  }
  return name;
}

bool is_zip(std::string_view head) {
  return head.starts_with("PK\x03\x04") || head.starts_with(std::string_view("PK\x05\x06", 4));
}

/// How many members the end of a zip says that there are; nullopt where the end is missing. From 65,535 on
/// the number stands elsewhere: that is passed over.
std::optional<uint64_t> stated_members(std::string_view tail) {
  constexpr size_t record = 22, count_at = 10;
  const size_t end = tail.rfind("PK\x05\x06");
  if (end == std::string_view::npos || tail.size() - end < record) return std::nullopt;
  return static_cast<unsigned char>(tail[end + count_at]) +
         256U * static_cast<unsigned char>(tail[end + count_at + 1]);
}

/// A tar header proves itself by the sum of its bytes, the sum's own place counted as blanks.
bool is_tar(std::string_view head) {
  if (head.size() < archive_head || head[0] == '\0') return false;
  constexpr size_t sum_at = 148, sum_size = 8;
  unsigned sum = 0, stated = 0;
  for (size_t i = 0; i < archive_head; ++i) {
    sum += i >= sum_at && i < sum_at + sum_size ? ' ' : static_cast<unsigned char>(head[i]);
  }
  for (size_t i = sum_at; i < sum_at + sum_size; ++i) {
    if (head[i] >= '0' && head[i] <= '7') stated = stated * 8 + static_cast<unsigned>(head[i] - '0');
  }
  return sum == stated;
}

Member::Kind kind_of(archive_entry* entry) {
  if (archive_entry_hardlink(entry) != nullptr) return Member::Kind::other;
  switch (archive_entry_filetype(entry)) {
    case 0:  // not told
    case AE_IFREG:
      return Member::Kind::file;
    case AE_IFDIR:
      return Member::Kind::folder;
    default:
      return Member::Kind::other;
  }
}

struct Free {
  void operator()(archive* handle) const { archive_read_free(handle); }
};

}  // namespace

struct Archive::State {
  State(Input& the_input, std::string the_path, DiagnosticSink& the_sink)
      : input(the_input), path(std::move(the_path)), sink(the_sink) {
    if (!handle) throw FileError("no memory to unpack '" + path + "'");
    archive_read_support_format_tar(handle.get());
    archive_read_support_format_zip(handle.get());
    archive_read_set_callback_data(handle.get(), this);
    archive_read_set_read_callback(handle.get(), &read_block);
    if (input.size()) archive_read_set_seek_callback(handle.get(), &seek_to);
    if (archive_read_open1(handle.get()) != ARCHIVE_OK) fail();
  }

  /// Called by libarchive, which is C: what the input throws is kept, and thrown again by fail().
  static la_ssize_t read_block(archive*, void* data, const void** block) {
    auto& self = *static_cast<State*>(data);
    *block = self.buffer.data();
    try {
      const size_t size = self.input.read(self.buffer.data(), self.buffer.size());
      self.position += size;
      self.ended = size == 0;
      if (!self.input.size()) self.keep_tail(size);
      return static_cast<la_ssize_t>(size);
    } catch (...) {
      self.thrown = std::current_exception();
      return ARCHIVE_FATAL;
    }
  }

  static la_int64_t seek_to(archive*, void* data, la_int64_t offset, int whence) {
    auto& self = *static_cast<State*>(data);
    if (whence == SEEK_CUR) offset += static_cast<la_int64_t>(self.position);
    if (whence == SEEK_END) offset += static_cast<la_int64_t>(*self.input.size());
    if (offset < 0) return ARCHIVE_FATAL;
    self.ended = false;
    self.position = static_cast<uint64_t>(offset);
    self.input.seek(self.position);
    return offset;
  }

  std::string detail() const {
    const char* text = archive_error_string(handle.get());
    return text != nullptr ? text : "cannot be unpacked";
  }

  void report(const char* code, const std::string& where, const std::string& message) const {
    sink.report({Severity::error, code, where, 0, {}, message});
  }

  /// Ends the reading; told once, as damage shows again in whatever is asked next.
  void fail() {
    if (std::exchange(done, true)) return;
    if (thrown) std::rethrow_exception(thrown);
    if (ended) {
      report("truncated-archive", path,
             "the file ends in the middle of the archive (" + detail() + "); what came before was read");
    } else {
      report("damaged-archive", path, "the archive is damaged (" + detail() + "); what came before was read");
    }
  }

  /// All members were given: is that all there were? A tar without an end mark may be cut between two of
  /// them. In a zip that is read as a stream, one whose header is damaged is not seen at all.
  void finish() {
    if (std::exchange(done, true)) return;
    const int format = archive_format(handle.get()) & ARCHIVE_FORMAT_BASE_MASK;
    if (format == ARCHIVE_FORMAT_TAR && ended) {
      warn("truncated-archive", "the archive has no end mark: members may be missing");
    } else if (format == ARCHIVE_FORMAT_ZIP) {
      const auto stated = stated_members(read_tail());
      if (!stated) {
        warn("truncated-archive", "the archive's list of members is cut: some may be missing");
      } else if (*stated != number && *stated != 0xFFFF) {
        warn("damaged-archive", "the archive lists " + std::to_string(*stated) + " members, " +
                                    std::to_string(number) + " were found");
      }
    }
  }
  void warn(const char* code, const std::string& message) const {
    sink.report({Severity::warning, code, path, 0, {}, message + "; those that are there were read"});
  }

  void keep_tail(size_t size) {
    tail.append(buffer.data(), size);
    if (tail.size() > zip_end) tail.erase(0, tail.size() - zip_end);
  }
  /// The last bytes of the input.
  const std::string& read_tail() {
    if (const auto size = input.size()) input.seek(*size > zip_end ? *size - zip_end : 0);
    while (const size_t size = input.read(buffer.data(), buffer.size())) keep_tail(size);
    return tail;
  }

  size_t count_in(size_t unpacked) {
    Origin* file = input.origin();
    if (file == nullptr || file->unpack(unpacked)) return unpacked;
    done = true;
    if (!std::exchange(file->reported, true))
      sink.report({Severity::error, swelling_code, path, 0, {}, swelling_message});
    return unpacked;
  }

  size_t read_member(char* bytes, size_t size) {
    while (!done) {
      const la_ssize_t got = archive_read_data(handle.get(), bytes, size);
      if (got >= 0) return count_in(static_cast<size_t>(got));
      if (got == ARCHIVE_RETRY) continue;
      if (got == ARCHIVE_WARN) {
        report("damaged-member", path + "!" + name, "its bytes are damaged (" + detail() + ")");
        return 0;
      }
      if (got == ARCHIVE_FAILED) {
        report("unreadable-member", path + "!" + name, "it cannot be unpacked (" + detail() + ")");
        return 0;
      }
      fail();
    }
    return 0;
  }

  std::unique_ptr<Input> owned;  ///< keeps `input`, where nobody else does
  Input& input;
  std::string path;
  DiagnosticSink& sink;
  std::unique_ptr<archive, Free> handle{archive_read_new()};
  std::vector<char> buffer = std::vector<char>(block_size);
  std::string tail;  ///< the last bytes that a stream gave
  uint64_t position = 0;
  uint64_t number = 0;  ///< of the member, from 1
  std::string name;     ///< of the member
  bool ended = false;   ///< the last read of the input gave nothing
  bool done = false;
  std::exception_ptr thrown;
};

/// The bytes of one member, as long as the archive stands at it.
class Archive::Content final : public Input {
 public:
  explicit Content(std::shared_ptr<State> state) : m_state(std::move(state)), m_number(m_state->number) {}
  Origin* origin() override { return m_state->input.origin(); }
  size_t read(char* buffer, size_t size) override {
    if (m_over || size == 0 || m_state->number != m_number) return 0;
    const size_t count = m_state->read_member(buffer, size);
    m_over = count == 0;
    return count;
  }

 private:
  std::shared_ptr<State> m_state;
  uint64_t m_number;
  bool m_over = false;
};

Archive::Archive(Input& input, std::string path, DiagnosticSink& sink)
    : m_state(std::make_shared<State>(input, std::move(path), sink)) {}
Archive::Archive(std::unique_ptr<Input> input, std::string path, DiagnosticSink& sink)
    : Archive(*input, std::move(path), sink) {
  m_state->owned = std::move(input);
}
Archive::Archive(std::string_view bytes, std::string path, DiagnosticSink& sink)
    : Archive(std::make_unique<BytesInput>(bytes), std::move(path), sink) {}
Archive::~Archive() = default;
Archive::Archive(Archive&&) noexcept = default;

std::optional<Member> Archive::next() {
  State& state = *m_state;
  const Utf8Locale scope;
  while (!state.done) {
    archive_entry* entry = nullptr;
    const int result = archive_read_next_header(state.handle.get(), &entry);
    if (result == ARCHIVE_RETRY) continue;
    if (result == ARCHIVE_EOF) {
      state.finish();
    } else if (result != ARCHIVE_OK && result != ARCHIVE_WARN) {
      state.fail();
    } else {
      ++state.number;
      const char* name = archive_entry_pathname(entry);
      state.name = valid_name(name != nullptr ? name : "");
      Member member{state.name, kind_of(entry), {}, archive_entry_is_encrypted(entry) != 0};
      if (archive_entry_size_is_set(entry) != 0)
        member.size = static_cast<uint64_t>(archive_entry_size(entry));
      return member;
    }
  }
  ++state.number;  // ends the content of the last member
  return std::nullopt;
}

std::unique_ptr<Input> Archive::content() {
  return std::make_unique<Content>(m_state);
}

bool is_archive(std::string_view head) {
  return is_zip(head) || is_tar(head);
}

std::vector<std::string> member_names(std::string_view head) {
  std::vector<std::string> names;
  DiagnosticList ignored;  // a head is cut somewhere
  Archive archive(head, "", ignored);
  while (auto member = archive.next()) names.push_back(std::move(member->name));
  return names;
}

std::optional<std::string> read_member(std::string_view archive, std::string_view name,
                                       const std::string& path, DiagnosticSink& sink, size_t limit) {
  Archive members(archive, path, sink);
  while (const auto member = members.next()) {
    if (member->name == name) return read_all(*members.content(), limit);
  }
  return std::nullopt;
}

}  // namespace evident
