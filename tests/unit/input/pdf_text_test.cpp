// SPDX-License-Identifier: GPL-3.0-or-later
#include "input/pdf_text.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <atomic>
#include <chrono>
#include <random>
#include <thread>

#include "input/pdf_process.hpp"
#include "support/small_pdf.hpp"

namespace {

using namespace evident;
using testing::HasSubstr;

std::vector<std::string> codes(const DiagnosticList& sink) {
  std::vector<std::string> out;
  for (const auto& item : sink.items) out.push_back(item.code);
  return out;
}

TEST(PdfText, PagesArePartedByFormFeeds) {
  DiagnosticList sink;
  const PdfText text =
      pdf_text(test::small_pdf({"Moss on the first page", "Moss on the second"}), "a.pdf", sink);
  EXPECT_EQ(text.text, "Moss on the first page\n\fMoss on the second\n");
  EXPECT_TRUE(sink.items.empty());
  EXPECT_EQ(text.info_title, "A Small File");
}

TEST(PdfText, DamageIsReported) {
  for (const std::string& bytes : {std::string("%PDF-1.4\n"), std::string("no pdf"), std::string()}) {
    DiagnosticList sink;
    EXPECT_EQ(pdf_text(bytes, "a.pdf", sink).text, "");
    EXPECT_EQ(codes(sink), std::vector<std::string>{"damaged-pdf"});
  }
}

TEST(PdfText, PagesWithoutTextAreReported) {
  DiagnosticList sink;
  pdf_text(test::small_pdf({"", ""}), "a.pdf", sink);
  EXPECT_EQ(codes(sink), std::vector<std::string>{"pdf-without-text"});
  EXPECT_THAT(sink.items.at(0).message, HasSubstr("2 pages"));
}

/// What is forked while another thread holds a lock may wait for it for ever: an ingest of PDF files stood
/// still.
TEST(PdfText, ManyThreadsAskTheServerAtOnce) {
  start_pdf_server();
  const std::string good = test::small_pdf({"Moss"});
  std::vector<std::thread> threads;
  std::atomic<int> right{0};
  for (int i = 0; i < 4; ++i)
    threads.emplace_back([&] {
      for (int k = 0; k < 10; ++k) {
        DiagnosticList sink;
        if (pdf_text(good, "a.pdf", sink).text == "Moss\n" && sink.items.empty()) ++right;
        DiagnosticList damaged;
        if (pdf_text("%PDF-1.4\n", "b.pdf", damaged).text.empty() &&
            codes(damaged) == std::vector<std::string>{"damaged-pdf"})
          ++right;
      }
    });
  for (auto& thread : threads) thread.join();
  EXPECT_EQ(right, 80);
}

TEST(PdfText, IsToldByItsFirstBytes) {
  EXPECT_TRUE(is_pdf("%PDF-1.7\n"));
  EXPECT_TRUE(is_pdf("Content-Type: x\n%PDF-1.7\n1 0 obj"));
  EXPECT_FALSE(is_pdf("We speak of\n%PDF-1.7 here"));
  EXPECT_FALSE(is_pdf(""));
}

TEST(PdfText, AThousandMutationsEndInTextOrADiagnostic) {
  const std::string good = test::small_pdf({"Moss on the first page", "Moss on the second", "and the third"});
  std::mt19937 random(20240612);
  for (int round = 0; round < 1000; ++round) {
    std::string bytes = good;
    for (size_t change = 0, changes = 1 + random() % 4; change < changes && !bytes.empty(); ++change) {
      const size_t at = random() % bytes.size();
      switch (random() % 4) {
        case 0:
          bytes.erase(at, 1 + random() % 30);
          break;
        case 1:
          bytes.insert(at, bytes.substr(random() % bytes.size(), 1 + random() % 60));
          break;
        case 2:
          bytes[at] = static_cast<char>(random() % 256);
          break;
        default:
          if (random() % 4 == 0) bytes.resize(at);
      }
    }
    DiagnosticList sink;
    const auto start = std::chrono::steady_clock::now();
    const PdfText text = pdf_text(bytes, "a.pdf", sink);
    ASSERT_LT(std::chrono::steady_clock::now() - start, std::chrono::seconds(10)) << "round " << round;
    ASSERT_TRUE(!text.text.empty() || !sink.items.empty()) << "round " << round;
  }
}

}  // namespace
