// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

namespace evident::test {

/// A PDF file with one line of text a page, none where it is empty.
inline std::string small_pdf(const std::vector<std::string>& pages) {
  std::vector<std::string> objects = {"<< /Type /Catalog /Pages 2 0 R >>", "", "<< /Title (A Small File) >>",
                                      "<< /Type /Font /Subtype /Type1 /BaseFont /Times-Roman >>"};
  std::string kids;
  for (const std::string& line : pages) {
    const std::string content = line.empty() ? "0 0 m" : "BT /F1 12 Tf 72 700 Td (" + line + ") Tj ET";
    objects.push_back("<< /Length " + std::to_string(content.size()) + " >>\nstream\n" + content +
                      "\nendstream");
    const std::string contents = std::to_string(objects.size());
    objects.push_back(
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 4 0 R "
        ">> >> /Contents " +
        contents + " 0 R >>");
    kids += std::to_string(objects.size()) + " 0 R ";
  }
  objects[1] = "<< /Type /Pages /Count " + std::to_string(pages.size()) + " /Kids [" + kids + "] >>";
  std::string out = "%PDF-1.4\n", table;
  for (size_t at = 0; at < objects.size(); ++at) {
    const std::string offset = std::to_string(out.size());
    table += std::string(10 - offset.size(), '0') + offset + " 00000 n \n";
    out += std::to_string(at + 1) + " 0 obj\n" + objects[at] + "\nendobj\n";
  }
  const std::string start = std::to_string(out.size());
  const std::string size = std::to_string(objects.size() + 1);
  return out + "xref\n0 " + size + "\n0000000000 65535 f \n" + table + "trailer << /Size " + size +
         " /Root 1 0 R /Info 3 0 R >>\nstartxref\n" + start + "\n%%EOF\n";
}

}  // namespace evident::test
