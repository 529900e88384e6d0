// Names that the lexicon does not know, told by their capitals.

#ifndef STANCE_ENGINE_SYNTAX_UNKNOWN_NAMES_H_
#define STANCE_ENGINE_SYNTAX_UNKNOWN_NAMES_H_

#include <algorithm>
#include <cstdint>
#include <string_view>
#include <vector>

#include "service/engine/lexicon/lexicon.h"
#include "service/engine/match.h"
#include "service/engine/text/text.h"

namespace stance {

// Written like a name: a word with a capital.
inline bool IsName(const Token& token) {
  return token.kind == TokenKind::kWord && (token.shape & kCapitalised) != 0;
}

// "von", "de": a short word in no lexicon may stand inside of a name; behind a
// given name, one that is a noun or verb too ("van", "bin").
inline bool MayBeParticle(const Token& token, const WordInfo& word,
                          bool given) {
  constexpr uint32_t kLongest = 4;
  const uint32_t others = given ? kNoun | kVerbBase : 0;
  return token.kind == TokenKind::kWord && (token.shape & kCapitalised) == 0 &&
         token.end - token.begin <= kLongest && (word.classes & ~others) == 0;
}

// Where names in tokens [.., end) of one sentence end.
class UnknownNames {
 public:
  UnknownNames(const Lexicon& lexicon, const Text& text,
               const std::vector<Match>& matches, uint32_t end)
      : lexicon_(lexicon), text_(text), matches_(matches), end_(end) {}

  // The first word of a sentence or quotation, which has a capital whatever it
  // is, is no name where it is an unknown word with the ending of adverbs or
  // numbers ("Deeply disturbed by", "Fifty-four said"), unless the next one is
  // written as a name too.
  bool HasPlainEnding(uint32_t token) const;

  // "Sixteen-year-old | Ana Reyes", "London-based | Reclaim": an unknown word
  // that goes on without a capital behind a hyphen describes the name behind.
  bool IsCompound(uint32_t token) const {
    const Token& written = text_.tokens[token];
    if (written.word != 0 || token + 1 >= end_ ||
        !IsName(text_.tokens[token + 1])) {
      return false;
    }
    const std::string_view word = text_.Of(written);
    const size_t hyphen = word.rfind('-');
    return hyphen != std::string_view::npos && hyphen + 2 < word.size() &&
           word[hyphen + 1] >= 'a' && word[hyphen + 1] <= 'z';
  }

  // "ACT opposes it": capitals, and the next word has none.
  bool IsAcronym(uint32_t token) const;

  // "the Bill", "this Agreement": a common noun for what can be contested,
  // between an article and a word without a capital, is no name.
  bool IsTitleCased(uint32_t token) const;

  // "Save Our Shores": a demand that a body is named by.
  bool IsSlogan(uint32_t token) const;

  // "Brighton & Hove", "Hope & Sons": a sign joins the word that ends before
  // `token` and the name behind it, unless that is an actor of its own.
  bool IsJoined(uint32_t token, size_t next_match) const {
    return token + 1 < end_ && IsAmpersand(token) &&
           GoesOnJoined(token, next_match);
  }

  // "Parents Against Fracking said", "the Coalition to Save Ashton", "Citizens
  // for Safe Streets backed it", "Stop the Incinerator condemned it": a body
  // named by what it is for or against. The unit that begins at `begin` ends at
  // `end`; `opens`: no word of the sentence stands before it. The end of the
  // name, or `begin` where there is none.
  uint32_t CauseEnd(uint32_t begin, uint32_t end, bool opens,
                    size_t next_match) const {
    constexpr uint32_t kNoDemand = kTime | kTitle | kModal;
    const uint32_t classes = Info(begin).classes;
    return end == begin + 1 && (classes & kVerbBase) != 0 &&
                   (classes & kNoDemand) == 0
               ? NamedByDemand(begin, opens, next_match)
               : CauseOf(begin, end, next_match);
  }

  // The same without the demands: of a unit that is somebody. Behind most names
  // stands no preposition.
  uint32_t CauseOf(uint32_t begin, uint32_t end, size_t next_match) const {
    return end < end_ && (Info(end).classes & (kPreposition | kTo)) != 0
               ? NamedByPreposition(begin, end, next_match)
               : begin;
  }

  // The words behind a name go on with a verb of its own.
  bool ActsAt(uint32_t token) const;

  // "nurse Will Brandvik": a modal verb with a capital, and a name in no
  // lexicon behind it.
  bool IsGivenModal(uint32_t token) const;

  // "June Abbott": a month that is a given name, too, before a name in no
  // lexicon; but "in June Abbott left", "12 June", "last June".
  bool IsGivenMonth(uint32_t token, bool opens) const;

  // The same of a common noun or verb before a word in no lexicon that is
  // written as a name: "Grace Atieno opposed it".
  bool IsGivenName(uint32_t token, size_t next_match) const;

  // The end of the name that begins at token `begin`: capitalised words in a
  // row are one name; so are two joined by "of". `next_match` is the first
  // match that does not lie before `begin`.
  uint32_t End(uint32_t begin, size_t next_match) const;

  // "the Competition and Markets Authority": capitalised words after a definite
  // article or that are in no lexicon, with "and" among them, that end in a
  // noun for a body. The end of
  // the name, or `begin` where there is none.
  uint32_t BodyEnd(uint32_t begin, size_t next_match) const {
    const uint32_t limit = std::min(end_, begin + kLongestBody);
    uint32_t coordinator = begin;
    while (coordinator < limit && IsName(text_.tokens[coordinator])) {
      ++coordinator;
    }
    // Behind most names stands none.
    return coordinator < limit &&
                   (Info(coordinator).classes & kCoordinator) != 0
               ? BodyEnd(begin, coordinator, next_match)
               : begin;
  }

 private:
  // Words of the longest name of a body.
  static constexpr uint32_t kLongestBody = 7;

  const WordInfo& Info(uint32_t token) const {
    return lexicon_.Word(text_.tokens[token].word);
  }
  bool Has(uint32_t token, lexicon::v1::FunctionRole role) const {
    return Info(token).Has(role);
  }
  // The first match from `next_match` on that does not end before `token`.
  const Match* MatchAt(uint32_t token, size_t next_match) const;
  bool IsNameAt(uint32_t token) const;
  bool NamesPlace(const Match& match) const;
  bool NamesNobody(const Match& match) const;
  // The same with the coordinator behind the first capitalised words.
  uint32_t BodyEnd(uint32_t begin, uint32_t coordinator,
                   size_t next_match) const;
  bool IsAmpersand(uint32_t token) const {
    const Token& sign = text_.tokens[token];
    return sign.end == sign.begin + 1 && text_.source[sign.begin] == '&';
  }
  // A party, a firm, a minister: no part of another's name.
  bool NamesOther(const Match& match) const;
  bool GoesOnJoined(uint32_t token, size_t next_match) const;
  uint32_t NamedByPreposition(uint32_t begin, uint32_t preposition,
                              size_t next_match) const;
  uint32_t NamedByDemand(uint32_t begin, bool opens, size_t next_match) const;
  // The end of the words with capitals from `begin` on, whatever they are.
  uint32_t CapitalsEnd(uint32_t begin) const;
  // "Khalid | bin | Talal", "Maria | de la | Cruz": behind short words without
  // a capital that are no other part of speech, where a name goes on behind
  // them; else `token`.
  uint32_t BehindParticles(uint32_t token, size_t next_match) const;
  // True where the token may go on with a name.
  bool GoesOn(uint32_t token, size_t next_match) const;

  const Lexicon& lexicon_;
  const Text& text_;
  const std::vector<Match>& matches_;
  uint32_t end_;
};

}  // namespace stance

#endif  // STANCE_ENGINE_SYNTAX_UNKNOWN_NAMES_H_
