// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

#include <xapian.h>

/// The whole schema of a store on one screen: document kinds, term prefixes, value slots, metadata keys.
/// schema/index.md explains it.
namespace evident::index {

/// 4: a store may have layers, and documents that are gone.
inline constexpr int format_version = 4;
inline constexpr int oldest_format_written = 3;  ///< to what has neither

/// Boolean and text term prefixes.
namespace prefix {
inline constexpr std::string_view kind = "K";        ///< "Kclaim"; a ghost record bears "Kwork" and "Kghost"
inline constexpr std::string_view id = "Q";          ///< node id; the records of one work share it
inline constexpr std::string_view identifier = "I";  ///< "Ipmid:1", "Idoi:10.1/x", "Ipmcid:PMC1", "INCT1"
inline constexpr std::string_view edge = "E";  ///< edge id, on link documents and on claims for their "cites"
inline constexpr std::string_view title = "S";     ///< words of titles
inline constexpr std::string_view author = "A";    ///< words of authors' names
inline constexpr std::string_view journal = "J";   ///< words of journal names, full and abbreviated
inline constexpr std::string_view design = "XD";   ///< "XDcase report"
inline constexpr std::string_view article = "XA";  ///< key of the article a node belongs to
inline constexpr std::string_view file = "XF";     ///< hash of the path of the file a document came from
inline constexpr std::string_view from = "XO";     ///< link: start node
inline constexpr std::string_view to = "XT";       ///< link, or claim for its "cites": end node
inline constexpr std::string_view linked_article = "XL";  ///< link, ghost: article that it was derived for
inline constexpr std::string_view work_cites = "XR";      ///< work: id of a work in its reference list
inline constexpr std::string_view work_key = "XM";  ///< work: key by which references and mentions find it
inline constexpr std::string_view article_key =
    "XN";  ///< article: key under which one of its references or sentences looks
inline constexpr std::string_view notice = "XY";  ///< notice: identifier of the work that it is about
inline constexpr std::string_view identity =
    "XU";  ///< deletion, former record: identifier by which it is weighed against records ("XUpmid:1")
inline constexpr std::string_view claim_key = "XS";  ///< claim: key under which claims that say the same meet
inline constexpr std::string_view cited = "XC";      ///< "XC1": claim with a citation, ghost record
inline constexpr std::string_view abbreviation =
    "XB";  ///< work, article: abbreviation that its text defines, and its meaning ("XBaud=alcohol use
           ///< disord")
inline constexpr std::string_view meaning = "XW";  ///< the other way round ("XWalcohol use disord=aud")
inline constexpr std::string_view format = "XG";   ///< "XGwork jats": kind and reader's name, for counting
}  // namespace prefix

namespace term {
inline constexpr std::string_view to_link = "XLINK";    ///< article whose links must be made again
inline constexpr std::string_view to_unite = "XUNITE";  ///< record that lost one it shared an identifier with
inline constexpr std::string_view to_join = "XJOIN";    ///< claim whose "same_claim" edges must be made again
inline constexpr std::string_view cites = "XCITES";  ///< claim; its frequency there counts the "cites" edges
}  // namespace term

namespace slot {
inline constexpr Xapian::valueno year = 0;     ///< sortable_serialise
inline constexpr Xapian::valueno node_id = 1;  ///< for collapsing the records of a work
inline constexpr Xapian::valueno design = 2;
inline constexpr Xapian::valueno journal = 3;
inline constexpr Xapian::valueno article = 4;  ///< key
inline constexpr Xapian::valueno kind = 5;
inline constexpr Xapian::valueno gone =
    6;  ///< format of a work's record that another document stands for now
}  // namespace slot

namespace metadata {
inline constexpr const char* format = "format";  ///< format_version
inline constexpr const char* reading =
    "reading";                                   ///< path of the file that is being read; empty between files
inline constexpr const char* linked = "linked";  ///< highest document number that linking has seen
inline constexpr const char* commits =
    "commits";  ///< of a layer: how often all were committed; alike in all but after a kill
}  // namespace metadata

/// Prefix + value; a value too long for a term is replaced by its hash, never cut.
std::string make_term(std::string_view prefix, std::string_view value);

}  // namespace evident::index
