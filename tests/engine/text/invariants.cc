#include "tests/engine/text/invariants.h"

#include <cstdint>
#include <vector>

#include "service/engine/text/offsets.h"

namespace stance {
namespace {

bool IsBoundary(std::string_view source, uint32_t at) {
  return at == source.size() ||
         (static_cast<uint8_t>(source[at]) & 0xC0) != 0x80;
}

std::string TokenComplaint(const Text& text) {
  const OffsetMap utf16(text.source, OffsetEncoding::kUtf16);
  const OffsetMap utf32(text.source, OffsetEncoding::kUtf32);
  uint32_t end = 0;
  uint32_t end16 = 0;
  uint32_t end32 = 0;
  for (const Token& token : text.tokens) {
    if (token.begin >= token.end) return "an empty token";
    if (end > token.begin) return "tokens overlap";
    if (token.end > text.source.size()) return "a token past the end";
    if (!IsBoundary(text.source, token.begin) ||
        !IsBoundary(text.source, token.end)) {
      return "a token cuts a character";
    }
    if (end16 > utf16.Map(token.begin) || end32 > utf32.Map(token.begin)) {
      return "offsets go back";
    }
    if (utf16.Map(token.begin) >= utf16.Map(token.end) ||
        utf32.Map(token.begin) >= utf32.Map(token.end)) {
      return "a token of no characters";
    }
    if (utf32.Map(token.end) > utf16.Map(token.end) ||
        utf16.Map(token.end) > token.end) {
      return "more characters than bytes";
    }
    end = token.end;
    end16 = utf16.Map(end);
    end32 = utf32.Map(end);
  }
  return "";
}

// True where `listed` are the tokens whose shape holds `bit`.
bool ListsShape(const Text& text, uint8_t bit,
                const std::vector<uint32_t>& listed) {
  std::vector<uint32_t> expected;
  for (uint32_t i = 0; i < text.tokens.size(); ++i) {
    if ((text.tokens[i].shape & bit) != 0) expected.push_back(i);
  }
  return listed == expected;
}

std::string ListComplaint(const Text& text) {
  if (!ListsShape(text, kParagraphStart, text.paragraphs)) {
    return "other paragraphs than the tokens have";
  }
  if (!ListsShape(text, kMayEndSentence, text.stops)) {
    return "other stops than the tokens have";
  }
  return "";
}

std::string SentenceComplaint(const Text& text) {
  uint32_t end = 0;
  uint32_t paragraph = 0;
  for (const Sentence& sentence : text.sentences) {
    if (sentence.begin >= sentence.end) return "an empty sentence";
    if (end > sentence.begin) return "sentences overlap";
    if (sentence.end > text.tokens.size()) return "a sentence past the end";
    if (paragraph > sentence.paragraph) return "paragraphs go back";
    end = sentence.end;
    paragraph = sentence.paragraph;
  }
  return "";
}

std::string QuotationComplaint(const Text& text) {
  uint32_t begin = 0;
  for (const Quotation& quotation : text.quotations) {
    if (begin > quotation.begin) return "quotations out of order";
    if (quotation.begin >= quotation.end) return "an empty quotation";
    if (quotation.end > text.tokens.size()) return "a quotation past the end";
    begin = quotation.begin;
  }
  return "";
}

}  // namespace

std::string TextComplaint(std::string_view source, const TextRules& rules) {
  Text text;
  Tokenize(source, rules, &text);
  SplitSentences(rules, &text);
  PairQuotations(&text);
  for (const auto complaint :
       {TokenComplaint, ListComplaint, SentenceComplaint, QuotationComplaint}) {
    if (std::string found = complaint(text); !found.empty()) return found;
  }
  return "";
}

}  // namespace stance
