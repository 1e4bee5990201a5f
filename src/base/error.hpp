// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <stdexcept>
#include <string>

namespace evident {

/// Thrown when a command cannot go on; translated to an exit code once, in cli/main.cpp.
/// The message is for the user: it names the thing and says what to do.
struct Error : std::runtime_error {
  using std::runtime_error::runtime_error;
};

/// The command line or a query was not understood.
struct UsageError : Error {
  using Error::Error;
};

/// A file or folder could not be read or written.
struct FileError : Error {
  using Error::Error;
};

/// The store is absent, damaged, locked or of a newer format.
struct StoreError : Error {
  using Error::Error;
};

}  // namespace evident
