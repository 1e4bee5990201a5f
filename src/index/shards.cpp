// SPDX-License-Identifier: GPL-3.0-or-later
#include "index/shards.hpp"

#include <fcntl.h>
#include <sys/stat.h>

#include <charconv>
#include <chrono>
#include <fstream>
#include <iterator>
#include <set>
#include <thread>
#include <utility>

#include <nlohmann/json.hpp>

#include "base/error.hpp"
#include "index/layers.hpp"
#include "index/schema.hpp"

namespace evident::index {

namespace fs = std::filesystem;

namespace {

constexpr int tries = 20;  // to open what a writer changes
constexpr std::chrono::milliseconds pause{5};
constexpr unsigned milliseconds_to_connect = 2'000;
constexpr unsigned milliseconds_to_answer = 60'000;

[[noreturn]] void refuse(const fs::path& file, const std::string& why) {
  throw StoreError(file.string() + " " + why +
                   R"(; it names the shards of a store: {"shards": ["FOLDER", "HOST:PORT"]})");
}

/// "HOST:PORT" where the colon is followed by a number, else a folder.
Shard shard_of(const std::string& name, const fs::path& directory) {
  Shard shard;
  const size_t colon = name.rfind(':');
  if (colon != std::string::npos && colon > 0) {
    const char* const end = name.data() + name.size();
    const auto [rest, error] = std::from_chars(name.data() + colon + 1, end, shard.port);
    if (error == std::errc() && rest == end && shard.port > 0) {
      shard.host = name.substr(0, colon);
      return shard;
    }
  }
  shard.folder = directory / name;
  return shard;
}

void check_format(const Xapian::Database& database, const std::string& name) {
  const std::string format = database.get_metadata(metadata::format);
  if (format.empty()) throw StoreError(name + " is a Xapian database, but no evident store");
  int number = 0;
  std::from_chars(format.data(), format.data() + format.size(), number);
  if (number > format_version) {
    throw StoreError(name + " was written by a newer evident (format " + format + ", this one reads up to " +
                     std::to_string(format_version) + "); use that version, or ingest into a new store");
  }
}

/// What tells a file from another of its name: the number of one that is removed is given to the next.
struct Identity {
  uint64_t number = 0;  // of the inode; 0 where there is none
  int64_t seconds = 0;  // of its birth
  uint32_t nanoseconds = 0;
  bool operator==(const Identity&) const = default;
};
Identity identity_of(const fs::path& path) {
  struct statx state {};
  if (statx(AT_FDCWD, path.c_str(), 0, STATX_INO | STATX_BTIME, &state) != 0) return {};
  return {state.stx_ino, state.stx_btime.tv_sec, state.stx_btime.tv_nsec};
}
/// A merge puts another folder in the place of the store's, or another list of layers into it.
std::pair<Identity, Identity> identities_of(const fs::path& directory) {
  return {identity_of(directory), identity_of(directory / layers_file)};
}

/// The databases of a store; false where they are not of one commit. A layer that is put in the place of
/// others brings another list.
bool add_layers(const fs::path& directory, OpenDatabase& open) {
  std::set<std::string> commits;
  for (const fs::path& layer : layers_of(directory)) {
    const Xapian::Database database(layer.string());
    commits.insert(database.get_metadata(metadata::commits));
    open.add(database, std::to_string(database.get_revision()));
  }
  return commits.size() == 1;
}

/// Throws StoreError where a folder cannot be a store.
void check_folder(const fs::path& directory) {
  if (!fs::exists(directory)) {
    throw StoreError("there is no store at " + directory.string() +
                     "; make one with: evident ingest PATH --store " + directory.string());
  }
  if (!fs::is_directory(directory) || fs::is_empty(directory)) {
    throw StoreError(directory.string() + " is " +
                     (fs::is_directory(directory) ? "an empty folder" : "a file") +
                     ", no store; make one with: evident ingest PATH --store DIR");
  }
}

/// Adds the store in a folder to what is open.
void open_folder(const fs::path& directory, OpenDatabase& whole) {
  for (int attempt = 0;; ++attempt) {
    const auto folder = identities_of(directory);
    std::string complaint;
    try {
      check_folder(directory);
      OpenDatabase open;
      const bool torn = !add_layers(directory, open);
      check_format(open.database, directory.string());
      if (torn && attempt < tries) {  // a writer is about to commit the others, unless it was killed
        std::this_thread::sleep_for(pause);
        continue;
      }
      if (identities_of(directory) == folder) {
        whole.database.add_database(open.database);
        whole.revision += (whole.revision.empty() ? "" : ".") + open.revision;
        return;
      }
    } catch (const StoreError&) {  // perhaps of a folder that was just replaced, or of its list
      if (identities_of(directory) == folder || attempt == tries) throw;
    } catch (const Xapian::DatabaseModifiedError& error) {  // a writer was faster
      complaint = error.get_msg();
    } catch (const Xapian::Error& error) {
      complaint = error.get_msg();
      if (identities_of(directory) == folder) attempt = tries;  // else files of two folders were opened
    }
    if (attempt < tries) continue;
    throw StoreError("cannot open the store " + directory.string() + ": " + complaint +
                     "; if it is damaged, ingest into a new one");
  }
}

}  // namespace

std::string Shard::name() const {
  return host.empty() ? folder.string() : host + ":" + std::to_string(port);
}

bool has_shards(const fs::path& directory) {
  return fs::exists(directory / shards_file);
}

std::vector<Shard> shards_of(const fs::path& directory) {
  const fs::path file = directory / shards_file;
  std::ifstream in(file);
  const std::string text{std::istreambuf_iterator<char>(in), {}};
  if (!in) refuse(file, "cannot be read");
  const auto json = nlohmann::json::parse(text, nullptr, false);
  if (!json.is_object() || !json.contains("shards") || !json["shards"].is_array() || json["shards"].empty())
    refuse(file, "is not as it should be");
  std::vector<Shard> shards;
  for (const auto& name : json["shards"]) {
    if (!name.is_string() || name.get_ref<const std::string&>().empty())
      refuse(file, "names a shard that is no text");
    shards.push_back(shard_of(name.get<std::string>(), directory));
  }
  return shards;
}

void OpenDatabase::add(const Xapian::Database& one, const std::string& state) {
  database.add_database(one);
  revision += (revision.empty() ? "" : ".") + one.get_uuid() + "-" + state;
}

OpenDatabase open_database(const fs::path& directory) {
  OpenDatabase open;
  if (!has_shards(directory)) {
    open_folder(directory, open);
    return open;
  }
  bool any = false;
  for (const Shard& shard : shards_of(directory)) {
    if (shard.host.empty()) {
      open_folder(shard.folder, open);
      any = true;
      continue;
    }
    try {
      auto remote =
          Xapian::Remote::open(shard.host, shard.port, milliseconds_to_answer, milliseconds_to_connect);
      check_format(remote, shard.name());
      open.add(remote, std::to_string(remote.get_lastdocid()));  // it tells no revision
      open.remote = true;
      any = true;
    } catch (const Xapian::NetworkError&) {
      open.missing.push_back(shard.name());
    }
  }
  if (!any) throw StoreError("no shard of " + directory.string() + " answers");
  return open;
}

}  // namespace evident::index
