// PairQuotations(): one pass with a stack of the marks that are open.

#include <array>
#include <cstdint>
#include <string_view>

#include "service/engine/text/text.h"
#include "service/engine/text/token_tests.h"

namespace stance {
namespace {

// Deeper marks than these are not paired; nobody writes them.
constexpr uint32_t kDeepest = 6;
// A quotation of fewer words is words held at a distance.
constexpr int kSpeechWords = 4;

enum class Family : uint8_t { kDouble, kSingle, kGuillemet };

Family FamilyOf(std::string_view mark) {
  if (mark == "'" || mark == "`" || mark == "‘" || mark == "’" || mark == "‚" ||
      mark == "‛") {
    return Family::kSingle;
  }
  if (mark == "«" || mark == "»" || mark == "‹" || mark == "›") {
    return Family::kGuillemet;
  }
  return Family::kDouble;
}

class Pairing {
 public:
  explicit Pairing(Text* text) : text_(*text) {}

  void Run() {
    uint32_t begin = 0;
    for (const uint32_t mark : text_.quote_marks) {
      BeginParagraphs(begin, mark);
      begin = mark + 1;
      const Token& token = text_.tokens[mark];
      // The mark that a paragraph opens anew with belongs to the quotation
      // that it goes on with.
      if ((token.shape & kParagraphStart) != 0 && depth_ > 0 &&
          BeginParagraph(mark)) {
        continue;
      }
      if (token.shape & kOpensQuote) {
        Open(mark);
      } else {
        Close(mark);
      }
    }
    const auto size = static_cast<uint32_t>(text_.tokens.size());
    BeginParagraphs(begin, size);
    while (depth_ > 0) Abandon(size);
    DropStray();
  }

 private:
  struct Mark {
    uint32_t quotation;  // index into Text::quotations
    Family family;
    bool over_paragraphs;
  };

  void Open(uint32_t i) {
    if (depth_ == kDeepest) return;
    stack_[depth_] = {static_cast<uint32_t>(text_.quotations.size()),
                      FamilyOf(text_.Of(text_.tokens[i])), false};
    Quotation& quotation = text_.quotations.emplace_back();
    quotation.begin = i;
    quotation.outer = static_cast<int8_t>(static_cast<int>(depth_) - 1);
    ++depth_;
  }

  void Close(uint32_t i) {
    const Family family = FamilyOf(text_.Of(text_.tokens[i]));
    uint32_t level = depth_;
    while (level > 0 && stack_[level - 1].family != family) --level;
    if (level == 0) return;  // a stray mark
    while (depth_ > level) Abandon(i);
    const Mark& mark = stack_[--depth_];
    Quotation& quotation = text_.quotations[mark.quotation];
    quotation.end = i + 1;
    quotation.scare = !mark.over_paragraphs && IsScare(quotation.begin + 1, i);
  }

  // The innermost open quotation ends at `end`, unclosed.
  void Abandon(uint32_t end) {
    Quotation& quotation = text_.quotations[stack_[--depth_].quotation];
    quotation.end = end;
    quotation.closed = false;
  }

  // Ends what is open where a paragraph begins in [begin, end) without a mark.
  void BeginParagraphs(uint32_t begin, uint32_t end) {
    if (depth_ == 0) return;
    const Token* const tokens = text_.tokens.data();
    while (begin < end && (tokens[begin].shape & kParagraphStart) == 0) ++begin;
    if (begin < end) BeginParagraph(begin);
  }

  // Ends what is open before the paragraph that begins with token `i`; true
  // where the outermost quotation goes on, for `i` opens it anew.
  bool BeginParagraph(uint32_t i) {
    while (depth_ > 1) Abandon(i);
    const Token& token = text_.tokens[i];
    if (token.kind == TokenKind::kQuote && (token.shape & kOpensQuote) != 0 &&
        FamilyOf(text_.Of(token)) == stack_[0].family) {
      stack_[0].over_paragraphs = true;
      return true;
    }
    Abandon(i);
    return false;
  }

  // The words between the marks, [begin, end).
  bool IsScare(uint32_t begin, uint32_t end) const {
    if (begin >= end) return true;
    const std::string_view last = text_.Of(text_.tokens[end - 1]);
    if (last == "," || text_internal::IsTerminator(text_, end - 1)) {
      return false;
    }
    int words = 0;
    for (uint32_t i = begin; i < end; ++i) {
      const TokenKind kind = text_.tokens[i].kind;
      words += kind == TokenKind::kWord || kind == TokenKind::kNumber;
      if (words == kSpeechWords) return false;
    }
    return true;
  }

  // A straight ' that nothing closes is an apostrophe ("'em").
  void DropStray() {
    std::erase_if(text_.quotations, [this](const Quotation& quotation) {
      return !quotation.closed &&
             text_.Of(text_.tokens[quotation.begin]) == "'";
    });
  }

  Text& text_;
  std::array<Mark, kDeepest> stack_;
  uint32_t depth_ = 0;
};

}  // namespace

void PairQuotations(Text* text) {
  text->quotations.clear();
  Pairing(text).Run();
}

}  // namespace stance
