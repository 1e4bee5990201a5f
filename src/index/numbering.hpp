// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>

#include <xapian.h>

namespace evident::index {

/// Numbers of documents in all layers and in each: Xapian counts the layers' documents in turn.
class Numbering {
 public:
  explicit Numbering(size_t layers) : m_layers(static_cast<Xapian::docid>(layers)) {}
  size_t layer_of(Xapian::docid number) const { return (number - 1) % m_layers; }
  Xapian::docid in_layer(Xapian::docid number) const { return (number - 1) / m_layers + 1; }
  Xapian::docid in_all(size_t layer, Xapian::docid number) const {
    return (number - 1) * m_layers + static_cast<Xapian::docid>(layer) + 1;
  }

 private:
  Xapian::docid m_layers;
};

}  // namespace evident::index
