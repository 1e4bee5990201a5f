// SPDX-License-Identifier: GPL-3.0-or-later
// Builds the model of printed references that the program ships.
//   train_references DATA_FOLDER WORK_FOLDER OUT.model
#include <cstdio>
#include <fstream>

#include "eval/reference_model.hpp"

int main(int argc, char** argv) {
  if (argc != 4)
    return std::fprintf(stderr, "usage: train_references DATA_FOLDER WORK_FOLDER OUT.model\n"), 2;
  using namespace evident::eval;
  const Options options{argv[1], argv[2], {}};
  const std::string bytes = train_model(read_corpus(options), "");
  std::ofstream out(argv[3], std::ios::binary);
  out << bytes;
  return out.flush() ? 0 : 1;
}
