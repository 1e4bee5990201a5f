// SPDX-License-Identifier: GPL-3.0-or-later
#include <dlfcn.h>

#include "base/error.hpp"
#include "input/pdf_pages.hpp"

namespace evident {

namespace {

ReadPdfPages& loaded() {
  // Found by the path of libraries that the program carries. Never closed: poppler keeps state.
  void* module = ::dlopen("evident-poppler.so", RTLD_NOW | RTLD_LOCAL);
  void* function = module == nullptr ? nullptr : ::dlsym(module, "evident_read_pdf_pages");
  if (function == nullptr) throw FileError(std::string("PDF files cannot be read: ") + ::dlerror());
  return *reinterpret_cast<ReadPdfPages*>(function);
}

}  // namespace

ReadPdfPages& pdf_pages_reader() {
  static ReadPdfPages& reader = loaded();
  return reader;
}

}  // namespace evident
