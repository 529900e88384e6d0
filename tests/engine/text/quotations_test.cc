// Which marks pair, and what stands between them.

#include <gtest/gtest.h>

#include <string>

#include "service/engine/text/text.h"
#include "tests/engine/text/rules.h"

namespace stance {
namespace {

struct QuotationRow {
  const char* name;
  const char* text;
  // A line for each quotation: depth, flags (S scare, U unclosed), colon, text.
  const char* quotations;
};

std::string WrittenQuotations(const Text& text) {
  std::string written;
  for (const Quotation& quotation : text.quotations) {
    if (!written.empty()) written += '\n';
    written += std::to_string(quotation.outer);
    if (quotation.scare) written += 'S';
    if (!quotation.closed) written += 'U';
    written += ':';
    written += text.Slice(quotation.begin, quotation.end);
  }
  return written;
}

TEST(QuotationsTest, Quotations) {
  const QuotationRow rows[] = {
      {"none", "He left.", ""},
      {"straight", "\"He left us today,\" Li said.",
       "-1:\"He left us today,\""},
      {"curly", "“He left us today,” Li said.", "-1:“He left us today,”"},
      {"guillemets", "«He left us today,» Li said.", "-1:«He left us today,»"},
      {"single", "‘He left us today,’ Li said.", "-1:‘He left us today,’"},
      {"two", "“He left us,” Li said. “It rained.”",
       "-1:“He left us,”\n-1:“It rained.”"},
      {"nested", "“Li told me ‘we never left it’ today.”",
       "-1:“Li told me ‘we never left it’ today.”\n0:‘we never left it’"},
      {"nested straight", "\"Li told me 'we never left it' today.\"",
       "-1:\"Li told me 'we never left it' today.\"\n0:'we never left it'"},
      {"clitics are no marks", "“We don’t like China’s plan,” he said.",
       "-1:“We don’t like China’s plan,”"},
      {"scare", "the so-called “peace plan” failed", "-1S:“peace plan”"},
      {"short but speech: comma", "“No,” he said.", "-1:“No,”"},
      {"short but speech: question", "“Why?” he said.", "-1:“Why?”"},
      {"four words", "the “peace plan for all” failed",
       "-1:“peace plan for all”"},
      {"empty", "the “” failed", "-1S:“”"},
      {"unclosed", "He said “We never left. It rained.",
       "-1U:“We never left. It rained."},
      {"unclosed at the paragraph's end", "He said “We left.\n\nIt rained.",
       "-1U:“We left."},
      {"paragraphs", "“We never left.\n\n“It rained,” he said.",
       "-1:“We never left.\n\n“It rained,”"},
      {"straight paragraphs", "\"We never left.\n\n\"It rained,\" he said.",
       "-1:\"We never left.\n\n\"It rained,\""},
      {"three paragraphs", "“We left.\n\n“It rained.\n\n“So be it.” He sat.",
       "-1:“We left.\n\n“It rained.\n\n“So be it.”"},
      {"closed, then opened", "“We left.”\n\n“It rained.”",
       "-1:“We left.”\n-1:“It rained.”"},
      {"stray closing", "He left.” It rained.", ""},
      {"inner unclosed", "“He said ‘we left it all,” Li said.",
       "-1:“He said ‘we left it all,”\n0U:‘we left it all,"},
      {"stray straight apostrophe", "tell 'em all", ""},
  };
  const TextRules rules = TestRules();
  Text text;
  for (const QuotationRow& row : rows) {
    Tokenize(row.text, rules, &text);
    PairQuotations(&text);
    EXPECT_EQ(WrittenQuotations(text), row.quotations) << row.name;
  }
}

}  // namespace
}  // namespace stance
