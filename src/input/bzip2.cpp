// SPDX-License-Identifier: GPL-3.0-or-later
#include <bzlib.h>

#include <algorithm>
#include <climits>

#include "input/compression.hpp"

namespace evident {

namespace {

class Bzip2Codec final : public Codec {
 public:
  Bzip2Codec() : m_ready(BZ2_bzDecompressInit(&m_stream, 0, 0) == BZ_OK) {}
  Bzip2Codec(const Bzip2Codec&) = delete;
  Bzip2Codec& operator=(const Bzip2Codec&) = delete;
  ~Bzip2Codec() override {
    if (m_ready) BZ2_bzDecompressEnd(&m_stream);
  }
  bool ready() const { return m_ready; }

  Step step(Buffers& buffers) override {
    const auto in = static_cast<unsigned>(std::min<size_t>(buffers.in.size(), INT_MAX));
    const auto room = static_cast<unsigned>(std::min<size_t>(buffers.room, INT_MAX));
    m_stream.next_in = const_cast<char*>(buffers.in.data());  // bzlib does not write to its input
    m_stream.avail_in = in;
    m_stream.next_out = buffers.out;
    m_stream.avail_out = room;
    m_result = BZ2_bzDecompress(&m_stream);
    buffers.in.remove_prefix(in - m_stream.avail_in);
    buffers.out += room - m_stream.avail_out;
    buffers.room -= room - m_stream.avail_out;
    if (m_result == BZ_STREAM_END) return Step::end;
    return m_result == BZ_OK ? Step::more : Step::damaged;
  }
  bool restart() override {
    BZ2_bzDecompressEnd(&m_stream);
    m_stream = {};
    m_ready = BZ2_bzDecompressInit(&m_stream, 0, 0) == BZ_OK;
    return m_ready;
  }
  bool may_begin(unsigned char byte) const override { return byte == 'B'; }
  std::string detail() const override {
    return m_result == BZ_DATA_ERROR_MAGIC ? "no header where one should be" : "a block does not fit its sum";
  }

 private:
  bz_stream m_stream{};
  bool m_ready;
  int m_result = BZ_OK;
};

/// "BZh", the block size, then the mark of a block or of the end: a text may begin with the first four.
bool is_bzip2(std::string_view head) {
  if (head.size() < 4 || !head.starts_with("BZh") || head[3] < '1' || head[3] > '9') return false;
  constexpr std::string_view block = "1AY&SY", end = "\x17rE8P\x90";
  const std::string_view mark = head.substr(4, block.size());
  return block.starts_with(mark) || end.starts_with(mark);
}

}  // namespace

Compression bzip2_compression() {
  return {"bzip2", ".bz2", "also several streams one after the other", &is_bzip2,
          []() -> std::unique_ptr<Codec> {
            auto codec = std::make_unique<Bzip2Codec>();
            return codec->ready() ? std::move(codec) : nullptr;
          }};
}

}  // namespace evident
