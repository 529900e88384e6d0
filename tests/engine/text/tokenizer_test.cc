// What Tokenize() makes of hard words, marks and scripts.

#include <gtest/gtest.h>

#include <string>

#include "service/engine/text/text.h"
#include "tests/engine/text/rules.h"

namespace stance {
namespace {

using std::string_literals::operator""s;

struct TokenRow {
  const char* name;
  std::string text;
  // Tokens apart by a space, each followed by its kind where it is no word:
  // _c clitic, _n number, _p punctuation, _( opening and _) closing quotation
  // mark, _o other.
  std::string tokens;
};

std::string WrittenTokens(const Text& text) {
  std::string written;
  for (const Token& token : text.tokens) {
    if (!written.empty()) written += ' ';
    written += text.Of(token);
    switch (token.kind) {
      case TokenKind::kWord:
        break;
      case TokenKind::kClitic:
        written += "_c";
        break;
      case TokenKind::kNumber:
        written += "_n";
        break;
      case TokenKind::kPunctuation:
        written += "_p";
        break;
      case TokenKind::kQuote:
        written += token.shape & kOpensQuote ? "_(" : "_)";
        break;
      case TokenKind::kOther:
        written += "_o";
        break;
    }
  }
  return written;
}

TEST(TokenizerTest, Tokens) {
  const TokenRow rows[] = {
      {"empty", "", ""},
      {"spaces only", " \t\n ", ""},
      {"one letter", "a", "a"},
      {"plain words", "The envoy left the room", "The envoy left the room"},
      {"comma and stop", "Yes, he did.", "Yes ,_p he did ._p"},
      {"title", "Mr. Li said", "Mr. Li said"},
      {"title at the end", "ask Mr.", "ask Mr."},
      {"country", "the U.S. Senate", "the U.S. Senate"},
      {"unlisted initials", "the E.U.K. plan", "the E.U.K. plan"},
      {"hyphen after initials", "a U.S.-led force", "a U.S.-led force"},
      {"hyphen in initials", "J.-P. Roy came", "J.-P. Roy came"},
      {"initials", "J. R. Tolkien", "J. R. Tolkien"},
      {"initial glued to a name", "J.Smith won", "J. Smith won"},
      {"letter that is a word", "So did I. They", "So did I ._p They"},
      {"initial before an initial", "I. M. Pei", "I. M. Pei"},
      {"letter at the end", "Plan B.", "Plan B ._p"},
      {"time", "at 5 p.m. today", "at 5_n p.m. today"},
      {"degree", "a Ph.D. student", "a Ph.D. student"},
      {"month", "Jan. 5", "Jan. 5_n"},
      {"unknown abbreviation", "Foo. Bar", "Foo ._p Bar"},
      {"missing space", "on Monday.The envoy", "on Monday ._p The envoy"},
      {"web address", "see example.com now", "see example.com now"},
      {"decimal", "12.5 points", "12.5_n points"},
      {"thousands", "1,000 and 1,000,000.", "1,000_n and 1,000,000_n ._p"},
      {"list of numbers", "1, 2", "1_n ,_p 2_n"},
      {"dollars", "$1.2 billion", "$1.2_n billion"},
      {"pounds with a unit", "£3.4bn takeover", "£3.4bn_n takeover"},
      {"country's dollars", "US$5", "US$5_n"},
      {"per cent", "up 31%.", "up 31%_n ._p"},
      {"score", "voted 4-3 on", "voted 4-3_n on"},
      {"range", "2019–23", "2019–23_n"},
      {"clock", "at 10:30", "at 10:30_n"},
      {"negative", "at -5 degrees", "at -5_n degrees"},
      {"bare fraction", "by .5 points", "by .5_n points"},
      {"compound with a number", "a 12-point plan", "a 12-point plan"},
      {"age", "18-year-old", "18-year-old"},
      {"ordinal", "the 31st", "the 31st_n"},
      {"decade", "the 1990s", "the 1990s_n"},
      {"short decade", "the ’90s", "the ’90s_n"},
      {"code", "COVID-19 and G7", "COVID-19 and G7"},
      {"hyphens", "co-chaired high-level", "co-chaired high-level"},
      {"hanging hyphen", "pre- and post-war", "pre -_p and post-war"},
      {"Unicode hyphen", "vice‐president", "vice‐president"},
      {"ampersand", "AT&T rose", "AT&T rose"},
      {"ampersand apart", "this & that", "this &_p that"},
      {"slash", "and/or", "and /_p or"},
      {"possessive", "China's plan", "China 's_c plan"},
      {"curly possessive", "China’s plan", "China ’s_c plan"},
      {"possessive capitals", "CHINA'S", "CHINA 'S_c"},
      {"negation", "don't", "do n't_c"},
      {"curly negation", "don’t", "do n’t_c"},
      {"wo n't", "won't", "wo n't_c"},
      {"ca n't", "can't cannot", "ca n't_c cannot"},
      {"clitic alone", "n't", "n't_c"},
      {"ll ve re d m", "we'll we've we're we'd I'm",
       "we 'll_c we 've_c we 're_c we 'd_c I 'm_c"},
      {"t after another letter", "it'twas", "it'twas"},
      {"plural possessive", "the farmers' vote", "the farmers '_c vote"},
      {"curly plural possessive", "the farmers’ vote", "the farmers ’_c vote"},
      {"number's", "2023's", "2023_n 's_c"},
      {"O'Brien", "O'Brien and O’Brien", "O'Brien and O’Brien"},
      {"N'Djamena", "in N'Djamena", "in N'Djamena"},
      {"d'Ivoire", "Côte d'Ivoire", "Côte d'Ivoire"},
      {"name and clitic", "O'Brien's", "O'Brien 's_c"},
      {"Turkish", "Türkiye Şahin İzmir", "Türkiye Şahin İzmir"},
      {"Polish", "Łódź", "Łódź"},
      {"decomposed", "Cafe\u0301 x", "Cafe\u0301 x"},
      {"Greek and Cyrillic", "Αθήνα, Москва", "Αθήνα ,_p Москва"},
      {"Arabic", "قال الوزير.", "قال الوزير ._p"},
      {"Hebrew quoted", "\"שלום\"", "\"_( שלום \"_)"},
      {"Chinese", "中国。", "中国 。_p"},
      {"em dash", "plan—he said", "plan —_p he said"},
      {"dash run", "a -- b", "a --_p b"},
      {"en dash", "a – b", "a –_p b"},
      {"dots", "well... yes", "well ..._p yes"},
      {"ellipsis", "well… yes", "well …_p yes"},
      {"two marks", "What?!", "What ?_p !_p"},
      {"straight quotes", "\"No,\" he", "\"_( No ,_p \"_) he"},
      {"curly quotes", "“No,” he", "“_( No ,_p ”_) he"},
      {"guillemets", "«Non»", "«_( Non »_)"},
      {"single quotes", "'No' he", "'_( No '_) he"},
      {"curly single", "‘No’ he", "‘_( No ’_) he"},
      {"nested", "\"He said 'no'\"", "\"_( He said '_( no '_) \"_)"},
      {"plural in single quotes", "‘the farmers’ vote’ is",
       "‘_( the farmers ’_c vote ’_) is"},
      {"single quotes after s", "‘the farmers’ is", "‘_( the farmers ’_) is"},
      {"quote after a dash", "said—\"no\"", "said —_p \"_( no \"_)"},
      {"quote in brackets", "(\"no\")", "(_p \"_( no \"_) )_p"},
      {"quotes with spaces", "\" no \" x", "\"_( no \"_) x"},
      {"TeX quotes", "``no'' x", "``_( no ''_) x"},
      {"inches", "a 12\" gun", "a 12_n \"_o gun"},
      {"elision", "rock ’n’ roll", "rock ’n ’_) roll"},
      {"emoji", "ok 🙂!", "ok 🙂_o !_p"},
      {"emoji family", "👩‍👩‍👧 x", "👩‍👩‍👧_o x"},
      {"skin tone", "👍🏽 x", "👍🏽_o x"},
      {"variation", "❤️ x", "❤️_o x"},
      {"NUL", "a\0b"s, "a b"},
      {"no-break space", "a\u00A0b", "a b"},
      {"zero width", "\uFEFFa\u200B b", "a b"},
      {"soft hyphen", "co\u00ADop", "co\u00ADop"},
      {"superscript", "deal² x", "deal ²_o x"},
      {"long word", "antidisestablishmentarianism x",
       "antidisestablishmentarianism x"},
      {"sixteen letters", "abcdefghijklmnop and abcdefghijklmnopq, x y z",
       "abcdefghijklmnop and abcdefghijklmnopq ,_p x y z"},
      {"comma last", "one two three four,", "one two three four ,_p"},
  };
  const TextRules rules = TestRules();
  Text text;
  for (const TokenRow& row : rows) {
    Tokenize(row.text, rules, &text);
    EXPECT_EQ(WrittenTokens(text), row.tokens) << row.name;
  }
}

TEST(TokenizerTest, Shapes) {
  const struct {
    const char* name;
    const char* text;
    int shape;  // of the last token
  } rows[] = {
      {"plain", "a word", kSpaceBefore},
      {"capitalised", "a Word", kSpaceBefore | kCapitalised},
      {"one capital", "x A", kSpaceBefore | kCapitalised},
      {"all capitals", "x NATO", kSpaceBefore | kCapitalised | kAllCaps},
      {"initials", "x U.S.",
       kSpaceBefore | kCapitalised | kAllCaps | kMayEndSentence},
      {"abbreviation", "x Mr.", kSpaceBefore | kCapitalised | kMayEndSentence},
      {"capital outside ASCII", "x Şahin", kSpaceBefore | kCapitalised},
      {"capitals outside ASCII", "x ŁÓDŹ",
       kSpaceBefore | kCapitalised | kAllCaps},
      {"Cyrillic", "x Москва", kSpaceBefore | kCapitalised},
      {"no case", "x 中国", kSpaceBefore},
      {"digits", "x 12", kSpaceBefore | kHasDigit},
      {"capitals and digits", "x COVID-19",
       kSpaceBefore | kCapitalised | kAllCaps | kHasDigit},
      {"one capital and a digit", "x G7",
       kSpaceBefore | kCapitalised | kHasDigit},
      {"first", "word", kParagraphStart | kLineStart},
      {"blank line", "x\n\nword", kSpaceBefore | kParagraphStart | kLineStart},
      {"blank line, CRLF", "x\r\n\r\nword",
       kSpaceBefore | kParagraphStart | kLineStart},
      {"line", "x\nWord",
       kSpaceBefore | kParagraphStart | kLineStart | kCapitalised},
      {"line in lower case", "x\nword", kSpaceBefore | kLineStart},
      {"lettered item", "x\na)", 0},
      {"paragraph separator", "x\u2029word",
       kSpaceBefore | kParagraphStart | kLineStart},
      {"clitic", "China's", 0},
      {"full stop", "x.", kMayEndSentence},
      {"ellipsis", "x…", kMayEndSentence},
      {"question mark", "x?", kMayEndSentence},
      {"opening", "x \"", kSpaceBefore | kOpensQuote},
  };
  const TextRules rules = TestRules();
  Text text;
  for (const auto& row : rows) {
    Tokenize(row.text, rules, &text);
    ASSERT_FALSE(text.tokens.empty()) << row.name;
    EXPECT_EQ(text.tokens.back().shape, row.shape) << row.name;
  }
}

// Plain words are read in blocks where there is room, and letter by letter
// elsewhere: what a word is does not depend on it.
TEST(TokenizerTest, ShapesDoNotDependOnWhatFollows) {
  const struct {
    const char* word;
    uint8_t shape;
  } rows[] = {
      {"in", 0},
      {"iN", 0},
      {"kWh", 0},
      {"eBay", kCapitalised},
      {"techUK", kCapitalised},
      {"In", kCapitalised},
      {"McKay", kCapitalised},
      {"NATO", kCapitalised | kAllCaps},
      {"A", kCapitalised},
  };
  const TextRules rules = TestRules();
  const std::string tail(200, ' ');
  for (const auto& row : rows) {
    SCOPED_TRACE(row.word);
    Text used;
    Tokenize(std::string(2000, ',') + tail, rules, &used);
    for (const std::string& behind : {std::string(), " x" + tail}) {
      Text fresh;
      for (Text* text : {&fresh, &used}) {
        Tokenize("x " + (row.word + behind), rules, text);
        ASSERT_GE(text->tokens.size(), 2u);
        EXPECT_EQ(text->tokens[1].shape & (kCapitalised | kAllCaps), row.shape);
      }
    }
  }
}

}  // namespace
}  // namespace stance
