// Where sentences end, and what is no sentence.

#include <gtest/gtest.h>

#include <string>

#include "service/engine/text/text.h"
#include "tests/engine/text/rules.h"

namespace stance {
namespace {

struct SentenceRow {
  const char* name;
  const char* text;
  // A line for each sentence: paragraph, flags (B bullet, Q question, D
  // dateline), a colon, its text.
  const char* sentences;
};

std::string WrittenSentences(const Text& text) {
  std::string written;
  for (const Sentence& sentence : text.sentences) {
    if (!written.empty()) written += '\n';
    written += std::to_string(sentence.paragraph);
    if (sentence.bullet) written += 'B';
    if (sentence.question) written += 'Q';
    if (sentence.dateline) written += 'D';
    written += ':';
    written += text.Slice(sentence.begin, sentence.end);
  }
  return written;
}

TEST(SentencesTest, Sentences) {
  const SentenceRow rows[] = {
      {"empty", "", ""},
      {"one", "He left.", "0:He left."},
      {"two", "He left. It rained!", "0:He left.\n0:It rained!"},
      {"no stop", "He left", "0:He left"},
      {"question", "Why? He left.", "0Q:Why?\n0:He left."},
      {"question in quotes", "“Why?” He left.", "0Q:“Why?”\n0:He left."},
      {"two marks", "What?! He left.", "0Q:What?!\n0:He left."},
      {"quote closes after stop", "\"He left.\" It rained.",
       "0:\"He left.\"\n0:It rained."},
      {"bracket closes after stop", "(He left.) It rained.",
       "0:(He left.)\n0:It rained."},
      {"question, then lower case", "\"Why?\" he asked.",
       "0:\"Why?\" he asked."},
      {"exclamation, then lower case", "“No!” she said.", "0:“No!” she said."},
      {"comma in quotes", "\"No,\" Li said.", "0:\"No,\" Li said."},
      {"question, then dash", "“Why?” — a voter.", "0:“Why?” — a voter."},
      {"semicolon", "He left; It rained.", "0:He left; It rained."},
      {"starts with a number", "He left. 12 stayed.",
       "0:He left.\n0:12 stayed."},
      {"starts with a quote", "He left. “It rained.”",
       "0:He left.\n0:“It rained.”"},
      {"quote in lower case", "He left. “and stayed” was said.",
       "0:He left. “and stayed” was said."},
      {"title", "Then Mr. Li and Gen. Wu left.",
       "0:Then Mr. Li and Gen. Wu left."},
      {"country inside", "the U.S. Senate met.", "0:the U.S. Senate met."},
      {"country at the end", "left the U.S. The envoy stayed.",
       "0:left the U.S.\n0:The envoy stayed."},
      {"country and a quote", "left the U.S. “The envoy” stayed.",
       "0:left the U.S.\n0:“The envoy” stayed."},
      {"country at the text's end", "left the U.S.", "0:left the U.S."},
      {"time", "At 5 p.m. Tuesday he left.", "0:At 5 p.m. Tuesday he left."},
      {"initials", "Then J. R. Tolkien left.", "0:Then J. R. Tolkien left."},
      {"decimals", "Up 12.5 or $1.2 Monday.", "0:Up 12.5 or $1.2 Monday."},
      {"missing space", "He left.The envoy stayed.",
       "0:He left.\n0:The envoy stayed."},
      {"dots inside", "Well... maybe so.", "0:Well... maybe so."},
      {"dots at the end", "Well... The envoy left.",
       "0:Well...\n0:The envoy left."},
      {"leading dots", "... The envoy left.", "0:... The envoy left."},
      {"caseless script", "He left. 中国 stayed.",
       "0:He left.\n0:中国 stayed."},
      {"capital outside ASCII", "He left. Élysée aides stayed.",
       "0:He left.\n0:Élysée aides stayed."},
      {"lower case outside ASCII", "He left. élan stayed.",
       "0:He left. élan stayed."},
      {"headline", "Envoy leaves\n\nHe left.", "0:Envoy leaves\n1:He left."},
      {"single line break", "Envoy leaves\nHe left.",
       "0:Envoy leaves\n1:He left."},
      {"broken line", "He left\nthe room.", "0:He left\nthe room."},
      {"hard-wrapped",
       "The envoy left the room after a long meeting that ended when\n"
       "President Wu had spoken to every one of the delegates from\n"
       "Ghana and to all of the press.",
       "0:The envoy left the room after a long meeting that ended when\n"
       "President Wu had spoken to every one of the delegates from\n"
       "Ghana and to all of the press."},
      {"paragraphs", "A b.\n\nC d.\n\n\nE f.", "0:A b.\n1:C d.\n2:E f."},
      {"dash", "LONDON — The envoy left.", "0D:LONDON —\n0:The envoy left."},
      {"day", "BEIJING, May 21 - Wu left.", "0D:BEIJING, May 21 -\n0:Wu left."},
      {"agency", "NEW YORK (Newsline) -- Wu left.",
       "0D:NEW YORK (Newsline) --\n0:Wu left."},
      {"day and agency", "N'DJAMENA, Jan 19 (Newsline) - Wu left.",
       "0D:N'DJAMENA, Jan 19 (Newsline) -\n0:Wu left."},
      {"two cities", "BRUSSELS/BONN, June 12 — A plan won.",
       "0D:BRUSSELS/BONN, June 12 —\n0:A plan won."},
      {"country", "BONN, Germany (Agency) – With that, he left.",
       "0D:BONN, Germany (Agency) –\n0:With that, he left."},
      {"short month", "SEOUL, Oct. 3 (Agency) — Wu left.",
       "0D:SEOUL, Oct. 3 (Agency) —\n0:Wu left."},
      {"unknown short month", "SEOUL, Aug. 3 — Wu left.",
       "0D:SEOUL, Aug. 3 —\n0:Wu left."},
      {"day in brackets", "GENEVA (3 February) – UN experts left.",
       "0D:GENEVA (3 February) –\n0:UN experts left."},
      {"slashes", "MOSCOW, October 11. /State Service/. Wu left.",
       "0D:MOSCOW, October 11. /State Service/.\n0:Wu left."},
      {"colon", "WOLLONGONG: The council met.",
       "0D:WOLLONGONG:\n0:The council met."},
      {"capitalised city", "Kyiv, Ukraine — Troops left.",
       "0D:Kyiv, Ukraine —\n0:Troops left."},
      {"agency only", "(Agency) - Wu left.", "0D:(Agency) -\n0:Wu left."},
      {"later dateline", "It rained.\n\nLONDON — Wu left.",
       "0:It rained.\n1D:LONDON —\n1:Wu left."},
      {"not: dash between clauses", "Ottawa — and its mayor — refused.",
       "0:Ottawa — and its mayor — refused."},
      {"not: verb before the dash", "Wu left London — The Hague was next.",
       "0:Wu left London — The Hague was next."},
      {"not: transcript", "SMITH: No.\n\nJONES: Yes.",
       "0:SMITH: No.\n1:JONES: Yes."},
      {"not: headline with a colon", "NATO: Talks resume",
       "0:NATO: Talks resume"},
      {"not: speaker", "Li: We oppose it.", "0:Li: We oppose it."},
      {"byline", "By Jane Smith\nIt rained.", "0D:By Jane Smith\n1:It rained."},
      {"byline of two", "By Jane Smith and Wu Li\n\nIt rained.",
       "0D:By Jane Smith and Wu Li\n1:It rained."},
      {"not: sentence with the word", "By Monday it rained.",
       "0:By Monday it rained."},
      {"bullet", "• He left.", "0B:He left."},
      {"hyphen", "- He left. It rained.", "0B:He left.\n0B:It rained."},
      {"dash bullet", "– He left", "0B:He left"},
      {"star", "* He left", "0B:He left"},
      {"square", "■ He left", "0B:He left"},
      {"number", "1. He left.", "0B:He left."},
      {"number and bracket", "2) He left.", "0B:He left."},
      {"letter in brackets", "(a) He left.", "0B:He left."},
      {"letter and bracket", "x:\nb) he left.", "0:x:\n1B:he left."},
      {"roman", "(iii) He left.", "0B:He left."},
      {"items", "Both:\n- peace\n- bread", "0:Both:\n1B:peace\n2B:bread"},
      {"not: year", "2023. He left.", "0:2023.\n0:He left."},
      {"not: brackets", "(He) left.", "0:(He) left."},
      {"not: mark alone", "-", "0:-"},
  };
  const TextRules rules = TestRules();
  Text text;
  for (const SentenceRow& row : rows) {
    Tokenize(row.text, rules, &text);
    SplitSentences(rules, &text);
    EXPECT_EQ(WrittenSentences(text), row.sentences) << row.name;
  }
}

// Without a list of starters, a short capitalised word before one in lower case
// is taken for one.
TEST(SentencesTest, StartersByShape) {
  TextRules rules = TestRules();
  rules.sentence_starters.clear();
  Text text;
  Tokenize("left the U.S. The envoy of the U.S. Senate stayed.", rules, &text);
  SplitSentences(rules, &text);
  EXPECT_EQ(WrittenSentences(text),
            "0:left the U.S.\n0:The envoy of the U.S. Senate stayed.");
}

}  // namespace
}  // namespace stance
