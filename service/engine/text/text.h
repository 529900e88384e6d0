// The written text: tokens, sentences and quotations, with byte offsets.
//
//   Text text;
//   Tokenize("Mr. Li said: “No.”", rules, &text);
//   SplitSentences(rules, &text);
//   PairQuotations(&text);
//   text.tokens[1]   // "Li", begin 4, end 6
//
// A Text borrows the bytes it was made from; they must outlive it. All the
// vectors keep their capacity from one article to the next, so a Text that is
// used again allocates nothing in steady state. Not thread-safe; const use is.

#ifndef STANCE_ENGINE_TEXT_TEXT_H_
#define STANCE_ENGINE_TEXT_TEXT_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "absl/container/flat_hash_set.h"
#include "service/engine/text/default_init_allocator.h"

namespace stance {

enum class TokenKind : uint8_t {
  kWord,    // letters, with inner apostrophes, hyphens and full stops
  kClitic,  // 's ’s 'll n't 've 're 'd 'm, cut off the word before; a bare
            // possessive ' after a plural ("farmers'") is one too
  kNumber,  // "12.5", "1,000", "4-3", "2023", "12-point" is a word
  kPunctuation,  // one character, but "...", "--" and "–" runs are one token
  kQuote,        // any quotation mark; Text::quotations pairs them
  kOther,        // anything else: symbols, emoji
};

// Bits of Token::shape.
enum TokenShape : uint8_t {
  kCapitalised = 1,  // first letter is upper case
  kAllCaps = 2,      // two letters or more, all upper case ("NATO", "U.S.")
  kSpaceBefore = 4,
  kParagraphStart = 8,  // first token of its paragraph
  kLineStart = 16,      // first token of its line
  kHasDigit = 32,
  kOpensQuote = 64,  // a kQuote that opens
  // . ! ? … "..." and words that end in a full stop ("U.S.", "Mr.").
  kMayEndSentence = 128,
};

// Without initialisers: see TokenVector.
struct Token {
  uint32_t begin;  // bytes, half-open
  uint32_t end;
  uint32_t word;  // WordId in the lexicon, 0 where it is in none
  TokenKind kind;
  uint8_t shape;  // TokenShape bits
};

struct Sentence {
  uint32_t begin = 0;  // tokens, half-open
  uint32_t end = 0;
  uint32_t paragraph = 0;  // 0, 1, …
  bool bullet =
      false;  // a list item ("•", "-", "1.", "(a)"); the mark is not in it
  bool question = false;  // ends in a question mark
  // "LONDON, May 3 (Agency) —" or "By Jane Smith": says where the text comes
  // from, and holds no statement. A stage that parses passes over it.
  bool dateline = false;
};

// Words between quotation marks. May run over sentences and, where each
// paragraph opens anew, over paragraphs.
struct Quotation {
  uint32_t begin = 0;  // the token of the opening mark
  uint32_t end = 0;    // one past the closing mark (or the paragraph's end)
  bool closed = true;
  // Fewer than four words with no verb-like end: words held at a distance or a
  // title, not speech.
  bool scare = false;
  // Depth: -1 for outermost, 0 for one inside an outermost one, and so on.
  int8_t outer = -1;
};

using TokenVector = std::vector<Token, DefaultInitAllocator<Token>>;

struct Text {
  std::string_view source;
  TokenVector tokens;
  std::vector<uint32_t> quote_marks;  // the tokens that are a kQuote
  std::vector<uint32_t> clitics;      // those that are a kClitic
  std::vector<uint32_t> paragraphs;   // those that are a kParagraphStart
  std::vector<uint32_t> stops;        // those that are a kMayEndSentence
  std::vector<Sentence> sentences;
  std::vector<Quotation> quotations;  // by `begin`

  std::string_view Slice(uint32_t begin_token, uint32_t end_token) const {
    if (begin_token >= end_token) return {};
    return source.substr(tokens[begin_token].begin,
                         tokens[end_token - 1].end - tokens[begin_token].begin);
  }
  std::string_view Of(const Token& token) const {
    return {source.data() + token.begin, token.end - token.begin};
  }
};

// What the text stage must know of the language; filled from the lexicon.
// Initials ("J.", "U.S.") are known by their shape and need no entry.
struct TextRules {
  // Written forms that hold a full stop inside their token ("Mr.", "U.S.",
  // "p.m."), and whether a sentence can end with them.
  absl::flat_hash_map<std::string, bool> abbreviations;

  // Those of them that are only before a number: "No. 5".
  absl::flat_hash_set<std::string> before_numbers;

  // Words that begin sentences and hardly ever names, in lower case: articles,
  // pronouns, prepositions, conjunctions. Only before one of these does an
  // abbreviation or an initial end its sentence ("in the U.S. The envoy", not
  // "the U.S. Senate"). Where the set is empty, their shape has to do: three
  // letters or fewer, and a lower-case word after them.
  absl::flat_hash_set<std::string> sentence_starters;

  // Endings that are cut off their word, with a plain apostrophe. Letters
  // before the apostrophe go with the ending ("do" + "n't").
  std::vector<std::string> clitics = {"'s",  "n't", "'ll", "'ve",
                                      "'re", "'d",  "'m"};
  // An apostrophe alone is a clitic after these letters ("farmers'").
  std::string bare_possessive_after = "sS";

  // Single letters that are words too: a full stop after them is an initial's
  // only where another initial follows.
  std::string word_letters;

  // Labels of the turns of a transcript, as they are written ("Q", "Answer"): a
  // full stop behind one at the start of a line ends no sentence.
  absl::flat_hash_set<std::string> turn_labels;

  // What tells whose a text is, in lower case. Of its title: labels
  // ("Editorial: …", words joined by hyphens), and words for minutes; of its
  // text: what stands behind "this" for whoever writes ("this newspaper").
  absl::flat_hash_set<std::string> opinion_labels;
  absl::flat_hash_set<std::string> minutes;
  absl::flat_hash_set<std::string> mastheads;

  // The word that begins a byline, in lower case. Empty: bylines are unknown.
  std::string byline;
};

// Splits `source` into tokens only; `text` is overwritten.
// REQUIRES: `source` is valid UTF-8 (utf8.h) and under 4 GiB.
void Tokenize(std::string_view source, const TextRules& rules, Text* text);

// Finds sentences and quotations of a tokenised text.
void SplitSentences(const TextRules& rules, Text* text);
void PairQuotations(Text* text);

}  // namespace stance

#endif  // STANCE_ENGINE_TEXT_TEXT_H_
