// The state of Tokenize(), one for a call. Internal to engine/text.
//
// tokenizer.cc holds the loop and the common cases: plain words and single
// spaces. What stops that loop is handled in words.cc and marks.cc.

#ifndef STANCE_ENGINE_TEXT_TOKENIZER_H_
#define STANCE_ENGINE_TEXT_TOKENIZER_H_

#include <cstdint>
#include <string_view>
#include <vector>

#include "service/engine/text/characters.h"
#include "service/engine/text/quote_marks.h"
#include "service/engine/text/text.h"
#include "service/engine/text/word_endings.h"

namespace stance::text_internal {

// "techUK", "eBay" are names; "kWh" is none.
inline constexpr uint32_t kShortestMixed = 4;

// The ASCII letters that some bytes begin with.
struct LetterRun {
  uint32_t length = 0;  // Tokenizer::kBlock: as many or more
  uint32_t lower = 0;   // by letter, from the lowest bit; above them, noise

  // The shape of a word that is these letters.
  uint8_t Shape() const {
    const uint32_t all = (1u << length) - 1;
    if ((lower & 1) != 0) {
      return length >= kShortestMixed && (lower & all) != all ? kCapitalised
                                                              : 0;
    }
    return length > 1 && (lower & all) == 0 ? kCapitalised | kAllCaps
                                            : kCapitalised;
  }
};

class Tokenizer {
 public:
  // `text` must outlive this; its tokens are overwritten by Run().
  Tokenizer(std::string_view source, const TextRules& rules, Text* text);

  void Run();

 private:
  // Written so that the token costs two stores: the vector is kept larger than
  // what is used of it, and cut at the end.
  void Emit(const Byte* begin, const Byte* end, TokenKind kind,
            uint8_t shape = 0) {
    if (next_ == limit_) Grow();
    if ((shape & kMayEndSentence) != 0) stops_.push_back(NextToken());
    next_->begin = static_cast<uint32_t>(begin - begin_);
    next_->end = static_cast<uint32_t>(end - begin_);
    next_->word = 0;
    next_->kind = kind;
    next_->shape = shape | pending_;
    ++next_;
    pending_ = 0;
  }
  void Grow();

  uint32_t NextToken() const { return static_cast<uint32_t>(next_ - first_); }

  // Plain words are shorter than this; longer ones take the slow path.
  static constexpr int kBlock = 16;

  // REQUIRES: kBlock bytes can be read.
  static LetterRun FindLetterRun(const Byte* p);

  // Plain words of ASCII letters with single spaces and commas between them,
  // up to the first thing else: most of a text. Needs room for two tokens.
  // Returns letters that the first thing else begins with, or none.
  LetterRun RunPlainWords();

  // marks.cc. `p_` is at the character asked about, and is moved past it.
  void Newline();
  bool BeginsParagraph(const Byte* line_end) const;
  void Other(Char c);
  void Run(uint8_t role, uint8_t shape);
  void Symbol(const Byte* after);
  void Quote(const Byte* after, QuoteFamily family, bool opens);
  bool Opens(const Byte* after, QuoteFamily family) const;
  bool OpensHere() const;
  bool ClosesAt(const Byte* p) const;

  // words.cc. A word or number whose first letter or digit is at `first`; the
  // token may begin earlier, at p_, with a sign or an apostrophe. `letters` are
  // known to stand at `first`.
  void ScanWord(const Byte* first, LetterRun letters = {});
  bool EmitLastWord(LetterRun letters);
  void ScanRun(uint8_t* bits);
  bool IsWordAt(const Byte* p) const;
  bool IsDigitAt(const Byte* p) const;
  bool JoinsDigits(const Byte* after) const;
  bool JoinsLetters(const Byte* after) const;
  bool IsBarePossessive(const Byte* after) const;
  void EmitWord(const Byte* begin, const Byte* end, uint8_t bits,
                uint8_t capital);
  bool IsNumber(const Byte* begin, const Byte* end, uint8_t bits) const;
  bool HoldsTwoCapitals(const Byte* p, const Byte* end) const;

  const Byte* const begin_;
  const Byte* const end_;
  // From before here a block can be read, with a comma and a space after it.
  const Byte* const blocks_end_;
  const Byte* p_;
  const Byte* line_;  // begins the line that p_ is in
  const size_t wrap_width_;
  const TextRules& rules_;
  TokenVector& tokens_;
  std::vector<uint32_t>& quote_marks_;
  std::vector<uint32_t>& clitics_;
  std::vector<uint32_t>& paragraphs_;
  std::vector<uint32_t>& stops_;
  Token* first_ = nullptr;  // tokens_, its next free one, and its end
  Token* next_ = nullptr;
  Token* limit_ = nullptr;
  OpenQuotes quotes_;
  uint8_t pending_ = kParagraphStart | kLineStart;  // shape of the next token
};

}  // namespace stance::text_internal

#endif  // STANCE_ENGINE_TEXT_TOKENIZER_H_
