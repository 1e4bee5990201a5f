// SPDX-License-Identifier: GPL-3.0-or-later
#include "index/layers.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <fstream>
#include <string>

#include "base/error.hpp"
#include "index/replace_store.hpp"

namespace evident::index {

namespace fs = std::filesystem;

namespace {

constexpr const char* name_begins = "layer-";
constexpr const char* type = "auto ";  // of a database, as the file has it: Xapian is to find out

/// A layer is merged with what comes unless it is so many times as large.
constexpr uint64_t times_as_large = 4;

bool is_layered(const fs::path& directory) {
  return fs::exists(directory / layers_file);
}

/// Higher than all that are there.
std::string new_name(const fs::path& directory) {
  unsigned long highest = 0;
  for (const auto& entry : fs::directory_iterator(directory)) {
    const std::string name = entry.path().filename().string();
    if (name.starts_with(name_begins))
      highest = std::max(highest, std::strtoul(name.c_str() + std::string(name_begins).size(), nullptr, 10));
  }
  return name_begins + std::to_string(highest + 1);
}

void make_durable(const fs::path& path) {
  const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  const bool done = file >= 0 && ::fsync(file) == 0;
  const int failure = errno;
  if (file >= 0) ::close(file);
  if (!done) throw fs::filesystem_error("fsync", path, std::error_code(failure, std::generic_category()));
}

/// At one stroke, and before anything that it no longer names is removed.
void write_list(const fs::path& directory, const std::vector<std::string>& names) {
  const fs::path file = directory / layers_file;
  fs::path fresh = file;
  fresh += ".new";
  {
    std::ofstream out(fresh);
    for (const auto& name : names) out << type << name << '\n';
    out.flush();
    if (!out) throw StoreError("cannot write " + fresh.string());
  }
  make_durable(fresh);
  fs::rename(fresh, file);
  make_durable(directory);
}

/// Makes the first of two layers of a store that is one database: its files get a second name, and what is
/// open stays so.
bool begin_layers(const fs::path& directory, const fs::path& fresh, const fs::path& spare) {
  const std::string first = std::string(name_begins) + "1", second = std::string(name_begins) + "2";
  fs::create_directories(spare / first);
  for (const auto& entry : fs::directory_iterator(directory)) {
    const fs::path name = entry.path().filename();
    if (name != "iamglass" && name.extension() != ".glass") continue;
    std::error_code failure;
    fs::create_hard_link(entry.path(), spare / first / name, failure);
    if (!failure) continue;
    fs::remove_all(spare);
    return false;
  }
  fs::rename(fresh, spare / second);
  write_list(spare, {first, second});
  if (replace_store(directory, spare)) return true;
  fs::rename(spare / second, fresh);
  fs::remove_all(spare);
  return false;
}

}  // namespace

std::vector<fs::path> layers_of(const fs::path& directory) {
  if (!is_layered(directory)) return {directory};
  std::ifstream in(directory / layers_file);
  std::vector<fs::path> layers;
  for (std::string line; std::getline(in, line);) {
    const bool named = line.starts_with(type) && line.find('/') == std::string::npos;
    if (!named) throw StoreError((directory / layers_file).string() + " is not as it should be");
    layers.push_back(directory / line.substr(std::string(type).size()));
  }
  if (layers.empty()) throw StoreError((directory / layers_file).string() + " names no database");
  return layers;
}

size_t layers_kept(const std::vector<uint64_t>& bytes, uint64_t coming) {
  size_t kept = bytes.size();
  while (kept > 0 && bytes[kept - 1] / times_as_large < coming) coming += bytes[--kept];
  return kept;
}

bool put_layer(const fs::path& directory, size_t kept, const fs::path& fresh, const fs::path& spare) {
  if (!is_layered(directory)) return begin_layers(directory, fresh, spare);
  std::vector<std::string> names;
  for (const auto& layer : layers_of(directory)) names.push_back(layer.filename().string());
  names.resize(kept);
  names.push_back(new_name(directory));
  std::error_code failure;
  fs::rename(fresh, directory / names.back(), failure);
  if (failure) return false;  // something is mounted there
  write_list(directory, names);
  remove_stray_layers(directory);
  return true;
}

void remove_stray_layers(const fs::path& directory) {
  if (!is_layered(directory)) return;
  const auto layers = layers_of(directory);
  std::vector<fs::path> strays;
  for (const auto& entry : fs::directory_iterator(directory)) {
    if (entry.path().filename().string().starts_with(name_begins) &&
        std::find(layers.begin(), layers.end(), entry.path()) == layers.end())
      strays.push_back(entry.path());
  }
  for (const auto& stray : strays) fs::remove_all(stray);
}

}  // namespace evident::index
