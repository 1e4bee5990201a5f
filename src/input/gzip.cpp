// SPDX-License-Identifier: GPL-3.0-or-later
#include <zlib.h>

#include <algorithm>
#include <climits>

#include "input/compression.hpp"

namespace evident {

namespace {

constexpr int with_gzip_header = 15 + 16;

class GzipCodec final : public Codec {
 public:
  GzipCodec() : m_ready(inflateInit2(&m_stream, with_gzip_header) == Z_OK) {}
  GzipCodec(const GzipCodec&) = delete;
  GzipCodec& operator=(const GzipCodec&) = delete;
  ~GzipCodec() override {
    if (m_ready) inflateEnd(&m_stream);
  }
  bool ready() const { return m_ready; }

  Step step(Buffers& buffers) override {
    const auto in = static_cast<uInt>(std::min<size_t>(buffers.in.size(), INT_MAX));
    const auto room = static_cast<uInt>(std::min<size_t>(buffers.room, INT_MAX));
    // zlib does not write to its input.
    m_stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(buffers.in.data()));
    m_stream.avail_in = in;
    m_stream.next_out = reinterpret_cast<Bytef*>(buffers.out);
    m_stream.avail_out = room;
    const int result = inflate(&m_stream, Z_NO_FLUSH);
    buffers.in.remove_prefix(in - m_stream.avail_in);
    buffers.out += room - m_stream.avail_out;
    buffers.room -= room - m_stream.avail_out;
    if (result == Z_STREAM_END) return Step::end;
    return result == Z_OK || result == Z_BUF_ERROR ? Step::more : Step::damaged;
  }
  bool restart() override { return inflateReset(&m_stream) == Z_OK; }
  bool may_begin(unsigned char byte) const override { return byte == 0x1F; }
  std::string detail() const override {
    return m_stream.msg != nullptr ? m_stream.msg : "cannot be unpacked";
  }

 private:
  z_stream m_stream{};
  bool m_ready;
};

}  // namespace

Compression gzip_compression() {
  return {"gzip", ".gz", "also several members one after the other",
          [](std::string_view head) { return head.starts_with("\x1F\x8B"); },
          []() -> std::unique_ptr<Codec> {
            auto codec = std::make_unique<GzipCodec>();
            return codec->ready() ? std::move(codec) : nullptr;
          }};
}

}  // namespace evident
