// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/work.hpp"
#include "read/xml/dom.hpp"

namespace evident::read::endnote_xml {

/// The record of a <record> element, without its place.
model::WorkRecord work_of(xml::Node record);

}  // namespace evident::read::endnote_xml
