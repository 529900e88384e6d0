#include "service/engine/interrupted_phrases.h"

#include <algorithm>

namespace stance {
namespace {

// How many tokens may stand between a verb and its particle, or the rest of a
// phrase with a place for the object.
constexpr uint32_t kParticleReach = 6;
constexpr uint32_t kObjectReach = 8;
// Of a possessor inside a phrase, with its 's.
constexpr uint32_t kLongestPossessor = 7;

// "turned the offer down": a particle behind an object, and nothing behind it
// that it could govern as a preposition.
bool IsStrandedParticle(const Lexicon& lexicon, const Text& text, uint32_t i) {
  const auto info = [&](uint32_t t) -> const WordInfo& {
    return lexicon.Word(text.tokens[t].word);
  };
  if (!info(i).Has(lexicon::v1::FUNCTION_ROLE_PARTICLE)) {
    return false;
  }
  constexpr uint32_t kGoesOn =
      kPreposition | kCoordinator | kSubordinator | kTime | kAdverb;
  return i + 1 == text.tokens.size() ||
         text.tokens[i + 1].kind == TokenKind::kPunctuation ||
         text.tokens[i + 1].kind == TokenKind::kQuote ||
         (info(i + 1).classes & kGoesOn) != 0;
}

// The longest phrase that goes on from `node` with the token at i, and the
// token behind it where that is asked for; 0 for none.
PhraseTrie::Value PhraseFrom(const Lexicon& lexicon, const Text& text,
                             PhraseTrie::Node node, uint32_t i,
                             uint32_t* end = nullptr) {
  PhraseTrie::Value longest = 0;
  for (; i < text.tokens.size(); ++i) {
    node = lexicon.trie.Step(node, text.tokens[i].word);
    if (node == 0) break;
    if (lexicon.trie.At(node) == 0) continue;
    longest = lexicon.trie.At(node);
    if (end != nullptr) *end = i + 1;
  }
  return longest;
}

// Of a phrase that has a place for an object or a possessor inside: a match of
// what stands before it.
Match CueMatch(const Lexicon& lexicon, PhraseTrie::Value value, uint32_t begin,
               uint32_t end) {
  Match match{begin, end, value, 0};
  const Phrase& phrase = lexicon.phrases[value];
  for (uint32_t r = 0; r < phrase.count; ++r) {
    const bool cue = lexicon.readings[phrase.first + r].kind == EntryKind::kCue;
    match.mask |= uint64_t{cue} << r;
  }
  return match;
}

// The token behind the possessor at i, "the Kent growers'", "my"; i where there
// is none.
uint32_t BehindPossessor(const Lexicon& lexicon, const Text& text, uint32_t i) {
  const auto classes = [&](uint32_t t) {
    return lexicon.Word(text.tokens[t].word).classes;
  };
  if (classes(i) & kPossessivePronoun) return i + 1;
  const uint32_t end = std::min(static_cast<uint32_t>(text.tokens.size()),
                                i + kLongestPossessor);
  for (uint32_t j = i; j < end; ++j) {
    const TokenKind kind = text.tokens[j].kind;
    if (kind == TokenKind::kPunctuation || kind == TokenKind::kQuote) break;
    if (j > i && (classes(j) & kPossessiveClitic)) return j + 1;
    if (classes(j) & (kPreposition | kCoordinator | kRelative)) break;
    if (j == i && classes(j) == kAdverb) break;  // "is hardly her cup of tea"
  }
  return i;
}

// "get on | my | nerves", but not "clip | its | wings": the possessor is who
// feels so, which a pronoun tells, too.
bool IsOfPossessor(const Lexicon& lexicon, PhraseTrie::Value value) {
  const Phrase& phrase = lexicon.phrases[value];
  for (uint32_t r = phrase.first; r < phrase.first + phrase.count; ++r) {
    const EntryRef& ref = lexicon.readings[r];
    if (ref.kind == EntryKind::kCue &&
        lexicon.cues[ref.index].frames[0].holder.slot ==
            lexicon::v1::SLOT_POSSESSOR) {
      return true;
    }
  }
  return false;
}

// How many tokens may stand in a phrase before its preposition or its object.
constexpr uint32_t kParentheticalReach = 6;

// "wants the clause | left | out", "wants him | to bow | out": another verb
// takes the particle at `particle`.
bool HasOwnVerb(const Lexicon& lexicon, const Text& text, uint32_t object,
                uint32_t particle) {
  for (uint32_t i = object + 1; i < particle; ++i) {
    const uint32_t classes = lexicon.Word(text.tokens[i].word).classes;
    if ((classes & kTo) != 0 ||
        ((classes & kVerbParticiple) != 0 && (classes & kAnyNoun) == 0)) {
      return true;
    }
  }
  return false;
}

}  // namespace

Match SplitPhrase(const Lexicon& lexicon, const Text& text,
                  PhraseTrie::Node verb, uint32_t begin) {
  Match match;
  const PhraseTrie::Node around =
      lexicon.object_slot == 0 ? 0
                               : lexicon.trie.Step(verb, lexicon.object_slot);
  const uint32_t size = static_cast<uint32_t>(text.tokens.size());
  const Token* const tokens = text.tokens.data();
  // "gave, in the end, | the bill a third reading".
  const bool inserted =
      begin + 1 < size && tokens[begin + 1].kind == TokenKind::kPunctuation;
  const uint32_t object =
      inserted ? BehindParenthetical(lexicon, text, begin + 1) : begin + 1;
  const uint32_t end =
      std::min(size, object + (around == 0 ? kParticleReach : kObjectReach));
  if (object >= end || tokens[object].kind == TokenKind::kPunctuation) {
    return match;
  }
  for (uint32_t i = object + 1; i < end; ++i) {
    if (tokens[i].kind == TokenKind::kPunctuation) break;
    if (!lexicon.Word(tokens[i].word).closes) continue;
    uint32_t rest_end = 0;
    PhraseTrie::Value value =
        around == 0 ? 0 : PhraseFrom(lexicon, text, around, i, &rest_end);
    if (value != 0 && rest_end == i + 1 &&
        HasOwnVerb(lexicon, text, object, i)) {
      continue;
    }
    if (value == 0 && IsStrandedParticle(lexicon, text, i)) {
      const PhraseTrie::Node node = lexicon.trie.Step(verb, tokens[i].word);
      if (node == 0) break;
      value = lexicon.trie.At(node);
    }
    if (value == 0) continue;
    match = CueMatch(lexicon, value, begin, begin + 1);
    match.rest = i;
    break;
  }
  return match;
}

Match GenitivePhrase(const Lexicon& lexicon, const Text& text,
                     PhraseTrie::Node verb, const Match& longest,
                     uint32_t begin, uint32_t clitic) {
  const uint32_t size = static_cast<uint32_t>(text.tokens.size());
  PhraseTrie::Node node = verb;
  bool skipped = false;
  for (uint32_t i = begin + 1; i < size && node != 0; ++i) {
    // Most have no possessor near.
    const bool may_be =
        clitic < i + kLongestPossessor ||
        (lexicon.Word(text.tokens[i].word).classes & kPossessivePronoun) != 0;
    if (const PhraseTrie::Node inside =
            may_be ? lexicon.trie.Step(node, lexicon.genitive_slot) : 0) {
      const uint32_t behind = BehindPossessor(lexicon, text, i);
      uint32_t end = 0;
      PhraseTrie::Value value =
          behind == i ? 0 : PhraseFrom(lexicon, text, inside, behind, &end);
      // "has the mayor's | cautious | backing".
      if (value == 0 && behind != i && behind + 1 < size &&
          lexicon.Word(text.tokens[behind].word).classes == kAdjective) {
        value = PhraseFrom(lexicon, text, inside, behind + 1, &end);
      }
      const bool pronoun =
          (lexicon.Word(text.tokens[i].word).classes & kPossessivePronoun) != 0;
      if (value != 0 && (!pronoun || IsOfPossessor(lexicon, value))) {
        // A phrase that names the pronoun itself goes before.
        return end < longest.end + (pronoun ? 1 : 0)
                   ? Match{}
                   : CueMatch(lexicon, value, begin, i);
      }
    }
    const PhraseTrie::Node next = lexicon.trie.Step(node, text.tokens[i].word);
    // "is | firmly | on the tenants' side".
    const WordInfo& word = lexicon.Word(text.tokens[i].word);
    if (next == 0 && !skipped && word.classes == kAdverb) {
      skipped = true;
      continue;
    }
    node = next;
  }
  return {};
}

uint32_t BehindParenthetical(const Lexicon& lexicon, const Text& text,
                             uint32_t i) {
  const uint32_t size = static_cast<uint32_t>(text.tokens.size());
  // Of a word '\0'.
  const auto mark = [&](uint32_t t) {
    const TokenKind kind = text.tokens[t].kind;
    return kind == TokenKind::kPunctuation || kind == TokenKind::kQuote
               ? text.source[text.tokens[t].begin]
               : '\0';
  };
  const auto classes = [&](uint32_t t) {
    return t < size ? lexicon.Word(text.tokens[t].word).classes : 0;
  };
  if (mark(i) == ',') {
    const uint32_t limit = std::min(size, i + kParentheticalReach);
    for (uint32_t j = i + 2; j < limit; ++j) {
      if (mark(j) == ',') return j + 1;
      if (mark(j) != '\0') break;
    }
    return i;
  }
  if (classes(i) & kTime) return i + 1;
  // "that day", "on Monday", "last week".
  const bool opens =
      (classes(i) & (kDeterminer | kPreposition | kAdjective)) != 0;
  if (opens && (classes(i + 1) & kTime)) return i + 2;
  // "for a week", "for the past two days".
  if ((classes(i) & kPreposition) == 0) return i;
  uint32_t j = i + 1;
  while (j < i + 4 && (classes(j) & (kDeterminer | kNumberWord | kAdjective))) {
    ++j;
  }
  return j > i + 1 && (classes(j) & kTime) ? j + 1 : i;
}

uint32_t BehindAdverbs(const Lexicon& lexicon, const Text& text,
                       const WordInfo& modal, uint32_t begin) {
  constexpr uint32_t kMost = 2;
  const uint32_t size = static_cast<uint32_t>(text.tokens.size());
  uint32_t i = begin + 1;
  while (
      i < size && i <= begin + kMost &&
      (lexicon.Word(text.tokens[i].word).classes & (kAdverb | kQuantifier)) &&
      !(lexicon.Word(text.tokens[i].word).classes & (kNegation | kAnyVerb)) &&
      lexicon.trie.StepBelow(modal.node, text.tokens[i].word) == 0) {
    ++i;
  }
  return i < size ? i : begin + 1;
}

Match EndedInFront(const Lexicon& lexicon, const Text& text,
                   PhraseTrie::Node node, uint32_t begin, uint32_t end,
                   uint32_t relative) {
  constexpr uint32_t kReach = 8;
  if (relative == 0 || relative + kReach <= begin) return {};
  const uint32_t fronted = relative - 1;
  if ((lexicon.Word(text.tokens[fronted].word).classes & kPreposition) == 0) {
    return {};
  }
  const PhraseTrie::Node last =
      lexicon.trie.StepBelow(node, text.tokens[fronted].word);
  const PhraseTrie::Value value = last == 0 ? 0 : lexicon.trie.At(last);
  if (value == 0 || !lexicon.phrases[value].verbal) return {};
  return {begin, end, value, lexicon.phrases[value].All(), fronted};
}

}  // namespace stance
