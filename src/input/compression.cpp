// SPDX-License-Identifier: GPL-3.0-or-later
#include "input/compression.hpp"

#include <algorithm>
#include <utility>

#include "base/error.hpp"

namespace evident {

namespace {

constexpr size_t buffer_size = size_t{256} << 10U;
constexpr size_t magic_size = 16;
constexpr int most_layers = 3;  // a stream can be made that unpacks to itself

/// Undoes one compression, one member after the other.
class UnpackedInput final : public Input {
 public:
  UnpackedInput(std::unique_ptr<Input> packed, const Compression& compression, std::string path,
                DiagnosticSink& sink)
      : m_packed(std::move(packed)),
        m_name(compression.name),
        m_codec(compression.make()),
        m_path(std::move(path)),
        m_sink(sink),
        m_buffer(buffer_size, '\0') {
    if (m_codec == nullptr) throw FileError("no memory to unpack '" + m_path + "'");
  }

  size_t read(char* buffer, size_t size) override {
    Codec::Buffers buffers{{}, buffer, size};
    while (!m_done && buffers.room > 0) {
      if (m_between_members && !start_next_member()) break;
      const bool drained = !more();
      buffers.in = m_rest;
      const size_t room = buffers.room;
      const Codec::Step step = m_codec->step(buffers);
      const bool moved = buffers.in.size() < m_rest.size() || buffers.room < room;
      m_rest = buffers.in;
      if (step == Codec::Step::end) {
        m_between_members = true;
      } else if (step == Codec::Step::damaged || (!moved && !drained)) {
        finish("damaged-",
               "the " + m_name + " data is damaged (" + m_codec->detail() + "); what came before was read");
      } else if (!moved) {
        finish("truncated-",
               "the file ends in the middle of its " + m_name + " data; what came before was read");
      }
    }
    const size_t count = size - buffers.room;
    if (Origin* file = origin(); file != nullptr && !file->unpack(count)) stop_swelling(*file);
    return count;
  }
  Origin* origin() override { return m_packed->origin(); }

 private:
  /// Makes sure that there is an unread byte; false at the end of the packed bytes.
  bool more() {
    if (m_rest.empty()) m_rest = {m_buffer.data(), m_packed->read(m_buffer.data(), m_buffer.size())};
    return !m_rest.empty();
  }

  /// After one member: another one, zero padding, the end of the file, or bytes that belong to nothing.
  bool start_next_member() {
    while (more()) {
      const auto byte = static_cast<unsigned char>(m_rest.front());
      if (byte == 0) {
        m_rest.remove_prefix(1);
      } else if (!m_codec->may_begin(byte)) {
        finish("damaged-",
               "bytes that are no " + m_name + " data follow the " + m_name + " data; they were left out");
        return false;
      } else {
        m_between_members = false;
        if (!m_codec->restart()) throw FileError("no memory to unpack '" + m_path + "'");
        return true;
      }
    }
    m_done = true;
    return false;
  }

  void finish(const std::string& kind, const std::string& message) {
    m_done = true;
    m_sink.report({Severity::error, kind + m_name, m_path, 0, {}, message});
  }
  void stop_swelling(Origin& file) {
    m_done = true;
    if (std::exchange(file.reported, true)) return;
    m_sink.report({Severity::error, swelling_code, m_path, 0, {}, swelling_message});
  }

  std::unique_ptr<Input> m_packed;
  std::string m_name;
  std::unique_ptr<Codec> m_codec;
  std::string m_path;
  DiagnosticSink& m_sink;
  std::string m_buffer;
  std::string_view m_rest;  ///< of the buffer
  bool m_between_members = false;
  bool m_done = false;
};

}  // namespace

const std::vector<Compression>& compressions() {
  static const std::vector<Compression> table = {gzip_compression(), bzip2_compression(), xz_compression(),
                                                 zstd_compression()};
  return table;
}

std::unique_ptr<PeekedInput> undo_compression(std::unique_ptr<Input> input, const std::string& path,
                                              DiagnosticSink& sink) {
  auto peeked = std::make_unique<PeekedInput>(std::move(input));
  for (int layer = 0; layer < most_layers; ++layer) {
    const std::string_view head = peeked->peek(magic_size);
    const auto& table = compressions();
    if (layer == 0 && head.empty()) {
      const auto meant = std::find_if(table.begin(), table.end(), [&](const Compression& compression) {
        return path.ends_with(compression.extension);
      });
      if (meant != table.end())
        sink.report({Severity::error,
                     "truncated-" + meant->name,
                     path,
                     0,
                     {},
                     "the file is empty; nothing was read"});
    }
    const auto found = std::find_if(table.begin(), table.end(),
                                    [&](const Compression& compression) { return compression.is(head); });
    if (found == table.end()) break;
    peeked =
        std::make_unique<PeekedInput>(std::make_unique<UnpackedInput>(std::move(peeked), *found, path, sink));
  }
  return peeked;
}

}  // namespace evident
