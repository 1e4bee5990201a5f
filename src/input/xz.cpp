// SPDX-License-Identifier: GPL-3.0-or-later
#include <lzma.h>

#include "input/compression.hpp"

namespace evident {

namespace {

/// `xz -9` needs 65 MiB; a header can ask for 4 GiB.
constexpr uint64_t most_memory = uint64_t{256} << 20U;

class XzCodec final : public Codec {
 public:
  XzCodec() : m_ready(start()) {}
  XzCodec(const XzCodec&) = delete;
  XzCodec& operator=(const XzCodec&) = delete;
  ~XzCodec() override { lzma_end(&m_stream); }
  bool ready() const { return m_ready; }

  Step step(Buffers& buffers) override {
    m_stream.next_in = reinterpret_cast<const uint8_t*>(buffers.in.data());
    m_stream.avail_in = buffers.in.size();
    m_stream.next_out = reinterpret_cast<uint8_t*>(buffers.out);
    m_stream.avail_out = buffers.room;
    m_result = lzma_code(&m_stream, LZMA_RUN);
    buffers.in.remove_prefix(buffers.in.size() - m_stream.avail_in);
    buffers.out += buffers.room - m_stream.avail_out;
    buffers.room = m_stream.avail_out;
    if (m_result == LZMA_STREAM_END) return Step::end;
    return m_result == LZMA_OK || m_result == LZMA_BUF_ERROR ? Step::more : Step::damaged;
  }
  bool restart() override { return start(); }
  bool may_begin(unsigned char byte) const override { return byte == 0xFD; }
  std::string detail() const override {
    switch (m_result) {
      case LZMA_MEMLIMIT_ERROR:
        return "unpacking it needs more than 256 MiB of memory";
      case LZMA_FORMAT_ERROR:
        return "no header where one should be";
      case LZMA_OPTIONS_ERROR:
        return "packed in a way that is not known here";
      default:
        return "a block does not fit its sum";
    }
  }

 private:
  bool start() { return lzma_stream_decoder(&m_stream, most_memory, 0) == LZMA_OK; }

  lzma_stream m_stream = LZMA_STREAM_INIT;
  bool m_ready;
  lzma_ret m_result = LZMA_OK;
};

}  // namespace

Compression xz_compression() {
  return {"xz", ".xz", "also several streams one after the other",
          [](std::string_view head) {
            return head.starts_with(
                std::string_view("\xFD"
                                 "7zXZ\0",
                                 6));
          },
          []() -> std::unique_ptr<Codec> {
            auto codec = std::make_unique<XzCodec>();
            return codec->ready() ? std::move(codec) : nullptr;
          }};
}

}  // namespace evident
