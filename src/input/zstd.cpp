// SPDX-License-Identifier: GPL-3.0-or-later
#include <zstd.h>

#include "input/compression.hpp"

namespace evident {

namespace {

class ZstdCodec final : public Codec {
 public:
  ZstdCodec() : m_stream(ZSTD_createDStream()) {}
  bool ready() const { return m_stream != nullptr; }

  /// The library's own bound of memory holds: windows of 128 MiB.
  Step step(Buffers& buffers) override {
    ZSTD_inBuffer in{buffers.in.data(), buffers.in.size(), 0};
    ZSTD_outBuffer out{buffers.out, buffers.room, 0};
    m_result = ZSTD_decompressStream(m_stream.get(), &out, &in);
    buffers.in.remove_prefix(in.pos);
    buffers.out += out.pos;
    buffers.room -= out.pos;
    if (ZSTD_isError(m_result) != 0) return Step::damaged;
    return m_result == 0 ? Step::end : Step::more;
  }
  bool restart() override { return ZSTD_isError(ZSTD_initDStream(m_stream.get())) == 0; }
  bool may_begin(unsigned char byte) const override { return byte == 0x28 || is_skippable(byte); }
  std::string detail() const override {
    return ZSTD_isError(m_result) != 0 ? ZSTD_getErrorName(m_result) : "cannot be unpacked";
  }

  static bool is_skippable(unsigned char byte) { return (byte & 0xF0U) == 0x50; }

 private:
  struct Free {
    void operator()(ZSTD_DStream* stream) const { ZSTD_freeDStream(stream); }
  };
  std::unique_ptr<ZSTD_DStream, Free> m_stream;
  size_t m_result = 0;
};

/// A frame of data, or one to skip, with which parallel compressors begin.
bool is_zstd(std::string_view head) {
  if (head.starts_with("\x28\xB5\x2F\xFD")) return true;
  return head.size() >= 4 && ZstdCodec::is_skippable(static_cast<unsigned char>(head[0])) &&
         head.substr(1, 3) == "\x2A\x4D\x18";
}

}  // namespace

Compression zstd_compression() {
  return {"zstd", ".zst", "also several frames one after the other", &is_zstd,
          []() -> std::unique_ptr<Codec> {
            auto codec = std::make_unique<ZstdCodec>();
            return codec->ready() ? std::move(codec) : nullptr;
          }};
}

}  // namespace evident
