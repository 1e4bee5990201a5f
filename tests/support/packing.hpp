// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <archive.h>
#include <archive_entry.h>
#include <bzlib.h>
#include <lzma.h>
#include <zlib.h>
#include <zstd.h>

#include <string>
#include <utility>
#include <vector>

namespace evident::test {

// What packs for tests, in memory.

inline std::string gzip(std::string text) {
  z_stream stream{};
  deflateInit2(&stream, 6, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY);
  std::string out(deflateBound(&stream, text.size()) + 32, '\0');
  stream.next_in = reinterpret_cast<Bytef*>(text.data());
  stream.avail_in = static_cast<uInt>(text.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = static_cast<uInt>(out.size());
  deflate(&stream, Z_FINISH);
  out.resize(stream.total_out);
  deflateEnd(&stream);
  return out;
}

inline std::string bzip2(std::string text) {
  auto size = static_cast<unsigned>(text.size() + text.size() / 50 + 1000);
  std::string out(size, '\0');
  BZ2_bzBuffToBuffCompress(out.data(), &size, text.data(), static_cast<unsigned>(text.size()), 1, 0, 0);
  out.resize(size);
  return out;
}

inline std::string xz(std::string text) {
  std::string out(lzma_stream_buffer_bound(text.size()), '\0');
  size_t size = 0;
  lzma_easy_buffer_encode(1, LZMA_CHECK_CRC32, nullptr, reinterpret_cast<const uint8_t*>(text.data()),
                          text.size(), reinterpret_cast<uint8_t*>(out.data()), &size, out.size());
  out.resize(size);
  return out;
}

inline std::string zstd(std::string text) {
  ZSTD_CCtx* context = ZSTD_createCCtx();
  ZSTD_CCtx_setParameter(context, ZSTD_c_checksumFlag, 1);
  std::string out(ZSTD_compressBound(text.size()), '\0');
  out.resize(ZSTD_compress2(context, out.data(), out.size(), text.data(), text.size()));
  ZSTD_freeCCtx(context);
  return out;
}

struct Entry {
  std::string name, bytes;
  std::string link = {};  ///< a symbolic link to there
};

/// An archive; `format` is "zip", "ustar", "gnutar" or "pax". A name that ends in a slash is a folder.
inline std::string pack(const std::string& format, const std::vector<Entry>& entries) {
  size_t size = 64 * 1024;
  for (const auto& entry : entries) size += 2 * entry.bytes.size() + 8 * 1024;
  std::string out(size, '\0');
  size_t used = 0;
  archive* writer = archive_write_new();
  archive_write_set_format_by_name(writer, format.c_str());
  archive_write_set_options(writer, "hdrcharset=BINARY");
  archive_write_open_memory(writer, out.data(), out.size(), &used);
  for (const auto& [name, bytes, link] : entries) {
    archive_entry* entry = archive_entry_new();
    archive_entry_set_pathname(entry, name.c_str());
    archive_entry_set_perm(entry, 0644);
    archive_entry_set_filetype(entry, name.back() == '/' ? AE_IFDIR : link.empty() ? AE_IFREG : AE_IFLNK);
    if (!link.empty()) archive_entry_set_symlink(entry, link.c_str());
    archive_entry_set_size(entry, static_cast<la_int64_t>(bytes.size()));
    archive_write_header(writer, entry);
    archive_write_data(writer, bytes.data(), bytes.size());
    archive_entry_free(entry);
  }
  archive_write_free(writer);
  out.resize(used);
  return out;
}

/// Letters that do not shrink to nothing.
inline std::string noise(size_t size) {
  std::string out;
  for (uint32_t state = 7; out.size() < size;) {
    state = state * 1664525 + 1013904223;
    out += static_cast<char>('a' + (state >> 24) % 26);
  }
  return out;
}

}  // namespace evident::test
