// SPDX-License-Identifier: GPL-3.0-or-later
#include "read/bibtex/reader.hpp"
#include "read/csl_json/reader.hpp"
#include "read/csv/reader.hpp"
#include "read/docx/reader.hpp"
#include "read/endnote_xml/reader.hpp"
#include "read/epub/reader.hpp"
#include "read/html/reader.hpp"
#include "read/isi/reader.hpp"
#include "read/jats/reader.hpp"
#include "read/medline/reader.hpp"
#include "read/odt/reader.hpp"
#include "read/pdf/reader.hpp"
#include "read/plain/reader.hpp"
#include "read/pubmed/reader.hpp"
#include "read/reader.hpp"
#include "read/refer/reader.hpp"
#include "read/retractions/reader.hpp"
#include "read/ris/reader.hpp"
#include "read/wikitext/reader.hpp"

namespace evident::read {

const std::vector<const Reader*>& readers() {
  static const std::vector<const Reader*> table = {
      &pdf_reader(),   &docx_reader(),        &odt_reader(),         &epub_reader(),     &pubmed_reader(),
      &jats_reader(),  &endnote_xml_reader(), &medline_reader(),     &ris_reader(),      &isi_reader(),
      &refer_reader(), &bibtex_reader(),      &retractions_reader(), &csl_json_reader(), &wikitext_reader(),
      &html_reader(),  &csv_reader(),         &plain_reader(),
  };
  return table;
}

}  // namespace evident::read
