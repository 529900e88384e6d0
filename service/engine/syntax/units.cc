#include "service/engine/syntax/units.h"

#include <cstring>
#include <string_view>

namespace stance {
namespace {

namespace pb = lexicon::v1;

uint32_t VerbFormBits(FormKind form) {
  switch (form) {
    case FormKind::kBase:
      return kVerbBase;
    case FormKind::kThird:
      return kVerbThird;
    case FormKind::kPast:
      return kVerbPast;
    case FormKind::kParticiple:
      return kVerbParticiple;
    case FormKind::kPastOrParticiple:
      return kVerbPast | kVerbParticiple;
    case FormKind::kGerund:
      return kVerbGerund;
    default:
      return 0;
  }
}

uint32_t CueBits(const CueEntry& cue, FormKind form) {
  switch (cue.word_class) {
    case pb::WORD_CLASS_VERB:
      return VerbFormBits(form);
    case pb::WORD_CLASS_NOUN:
      return form == FormKind::kPlural ? kNounPlural : kNoun;
    case pb::WORD_CLASS_ADJECTIVE:
      return kAdjective;
    case pb::WORD_CLASS_ADVERB:
      return kAdverb;
    default:
      return kPreposition;
  }
}

// The classes that a reading gives to its phrase.
uint32_t ReadingBits(const Lexicon& lexicon, const EntryRef& ref) {
  switch (ref.kind) {
    case EntryKind::kActor:
      switch (ref.form) {
        case FormKind::kAdjective:
          return kAdjective | kProper;
        case FormKind::kDescription:
        case FormKind::kDemonym:
          return kNoun;
        case FormKind::kDemonymPlural:
          return kNounPlural;
        default:
          return kProper;
      }
    case EntryKind::kAgent:
      return ref.form == FormKind::kPlural ? kNounPlural : kNoun;
    case EntryKind::kIssue:
      return ref.form == FormKind::kPlural ? kNounPlural : kNoun;
    case EntryKind::kCue:
      return CueBits(lexicon.cues[ref.index], ref.form);
    case EntryKind::kModifier:
      switch (lexicon.modifiers[ref.index].effect) {
        case pb::MODIFIER_EFFECT_CONDITIONAL:
        case pb::MODIFIER_EFFECT_HYPOTHETICAL:
          return kSubordinator;
        default:
          return kAdverb;
      }
    case EntryKind::kLightVerb:
    case EntryKind::kReporting:
      return VerbFormBits(ref.form);
    case EntryKind::kNull:
      return lexicon.nulls[ref.index].name ? kProper : kNoun;
  }
  return 0;
}

// Unknown words: the longest suffix that the lexicon lists ("-ly").
uint32_t SuffixClasses(const Lexicon& lexicon, std::string_view word) {
  char buffer[8] = {'-'};
  for (size_t length = 5; length >= 2; --length) {
    if (word.size() < length + 2) continue;
    for (size_t i = 0; i < length; ++i) {
      char c = word[word.size() - length + i];
      buffer[1 + i] = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
    }
    if (WordId id = lexicon.Find(std::string_view(buffer, length + 1))) {
      return lexicon.Word(id).classes;
    }
  }
  return 0;
}

bool IsName(const Token& token) {
  return token.kind == TokenKind::kWord && (token.shape & kCapitalised) != 0;
}

// "Deeply disturbed by": an unknown word with the ending of adverbs, unless the
// next one is written as a name too.
bool IsAdverbByEnding(const Lexicon& lexicon, const Text& text, uint32_t i) {
  return text.tokens[i].word == 0 &&
         (SuffixClasses(lexicon, text.Of(text.tokens[i])) & kAdverb) != 0 &&
         (i + 1 >= text.tokens.size() || !IsName(text.tokens[i + 1]));
}

// Words that may stand in lower case inside a name: "of", "for", "and".
bool JoinsNames(const Lexicon& lexicon, const Token& token) {
  return token.word != 0 && (lexicon.Word(token.word).functions >>
                                 (pb::FUNCTION_ROLE_GENITIVE - 1) &
                             1) != 0;
}

// "the Competition and Markets Authority": capitalised words after a definite
// article, with "and" among them, that end in a noun for a body. The end of the
// name, or `begin` where there is none.
uint32_t BodyNameEnd(const Lexicon& lexicon, const Text& text,
                     const std::vector<Match>& matches, size_t next_match,
                     uint32_t begin, uint32_t end) {
  if (begin == 0) return begin;
  const auto has = [&](uint32_t t, pb::FunctionRole role) {
    return (lexicon.Word(text.tokens[t].word).functions >> (role - 1) & 1) != 0;
  };
  if (!has(begin - 1, pb::FUNCTION_ROLE_DEFINITE)) return begin;
  bool coordinated = false;
  for (uint32_t t = begin; t < end && t < begin + 7; ++t) {
    const Token& token = text.tokens[t];
    if (!IsName(token)) {
      if (!(lexicon.Word(token.word).classes & kCoordinator) || coordinated) {
        return begin;
      }
      coordinated = true;
      continue;
    }
    if (!coordinated) continue;
    size_t m = next_match;
    while (m < matches.size() && matches[m].end <= t) ++m;
    if (m >= matches.size() || matches[m].begin > t) continue;
    bool body = false;
    ForEachReading(lexicon, matches[m], [&](const EntryRef& ref) {
      body |= ref.kind == EntryKind::kAgent && ref.form != FormKind::kPlural &&
              lexicon.agents[ref.index].role != pb::AGENT_ROLE_OFFICIAL &&
              lexicon.agents[ref.index].role != pb::AGENT_ROLE_INDIVIDUAL;
    });
    return body ? matches[m].end : begin;
  }
  return begin;
}

Unit TokenUnit(const Lexicon& lexicon, const Text& text, uint32_t index) {
  const Token& token = text.tokens[index];
  Unit unit;
  unit.begin = index;
  unit.end = index + 1;
  unit.word = token.word;
  if (token.kind == TokenKind::kPunctuation ||
      token.kind == TokenKind::kQuote || token.kind == TokenKind::kOther) {
    return unit;
  }
  const WordInfo& info = lexicon.Word(token.word);
  unit.classes = info.classes;
  unit.lemma = info.lemma;
  unit.functions = info.functions;
  if (unit.Has(pb::FUNCTION_ROLE_INFINITIVE)) unit.classes |= kTo;
  if (unit.Has(pb::FUNCTION_ROLE_POSSESSIVE)) {
    unit.classes |= kPossessiveClitic;
  }
  // Closed classes are closed: "while" is no noun, "both" no verb.
  constexpr uint32_t kClosed = kCoordinator | kSubordinator | kDeterminer |
                               kRelative | kModal | kQuantifier | kPronoun |
                               kPossessivePronoun | kNegation;
  if ((unit.classes & kClosed) && !(unit.classes & (kBe | kHave | kDo))) {
    unit.classes &= ~(kNoun | kNounPlural | kAnyVerb | kAdjective);
  }
  if (token.kind == TokenKind::kNumber) {
    unit.classes |= kNumberWord;
  } else if (unit.classes == 0) {
    unit.classes = SuffixClasses(lexicon, text.Of(token));
    if (unit.classes == 0) {
      unit.classes = (token.shape & kHasDigit) ? kAdjective | kNoun : kNoun;
    }
  }
  return unit;
}

}  // namespace

void MakeUnits(const Lexicon& lexicon, const Text& text,
               const std::vector<Match>& matches, size_t next_match,
               uint32_t begin, uint32_t end, bool headline,
               std::vector<Unit>* units) {
  units->clear();
  for (uint32_t i = begin; i < end;) {
    while (next_match < matches.size() && matches[next_match].begin < i) {
      ++next_match;
    }
    const Match* match = next_match < matches.size() &&
                                 matches[next_match].begin == i &&
                                 matches[next_match].end <= end
                             ? &matches[next_match]
                             : nullptr;
    Unit unit = TokenUnit(lexicon, text, i);
    bool known_name = false;
    if (match != nullptr) {
      unit.match = static_cast<int32_t>(next_match);
      unit.end = match->end;
      uint32_t bits = 0;
      ForEachReading(lexicon, *match, [&](const EntryRef& ref) {
        bits |= ReadingBits(lexicon, ref);
        unit.kinds |= static_cast<uint8_t>(1u << static_cast<int>(ref.kind));
        known_name |= ref.kind == EntryKind::kActor;
        if (ref.kind == EntryKind::kCue) {
          unit.slots |= lexicon.cues[ref.index].slots;
        }
      });
      if (match->end - match->begin > 1) {
        unit.classes = bits;
        unit.functions = 0;
        unit.lemma = lexicon.Word(unit.word).lemma;
      } else {
        unit.classes |= bits;
        // A name in capitals is a name, whatever else the word may be.
        if (known_name && (bits & kProper) != 0 &&
            (text.tokens[i].shape & kCapitalised)) {
          unit.classes = bits;
        }
      }
    }
    // Unknown names: a capital inside a sentence, or at its start where the
    // word is in no list.
    const Token& token = text.tokens[i];
    // The first word of the sentence or of a quotation is written with a
    // capital whatever it is.
    const bool first =
        i == begin || text.tokens[i - 1].kind == TokenKind::kQuote;
    const bool common = (lexicon.Word(token.word).classes & ~kProper) != 0 ||
                        (first && IsAdverbByEnding(lexicon, text, i));
    if (match == nullptr && IsName(token) && !headline && (!first || !common) &&
        (unit.classes & (kPronoun | kTime | kTitle | kDeterminer |
                         kPossessivePronoun | kModal | kNegation)) == 0) {
      unit.classes = kProper;
      unit.name = true;
      uint32_t j = i + 1;
      // Runs of capitalised words are one name; so are two joined by "of".
      const auto unmatched_name = [&](uint32_t k) {
        if (k >= end || !IsName(text.tokens[k])) return false;
        size_t m = next_match;
        while (m < matches.size() && matches[m].end <= k) ++m;
        if (m >= matches.size() || matches[m].begin > k) return true;
        // "Qin Gang", "Bob Hope": a common word as a surname, where the word
        // before is none; "Kimani Ruto": the surname of somebody else.
        if (matches[m].end != k + 1) return false;
        const bool after_common_word = text.tokens[k - 1].word != 0;
        bool surname = true;
        ForEachReading(lexicon, matches[m], [&](const EntryRef& ref) {
          const bool common =
              ref.kind == EntryKind::kCue ||
              (ref.kind == EntryKind::kAgent &&
               lexicon.agents[ref.index].role == pb::AGENT_ROLE_GROUP);
          surname &=
              (common && !after_common_word) ||
              (ref.kind == EntryKind::kActor && ref.form == FormKind::kSurname);
        });
        return surname;
      };
      while (true) {
        if (unmatched_name(j) &&
            (lexicon.Word(text.tokens[j].word).classes & kTime) == 0) {
          ++j;
        } else if (j < end && JoinsNames(lexicon, text.tokens[j]) &&
                   unmatched_name(j + 1)) {
          j += 2;
        } else {
          break;
        }
      }
      unit.end = j;
    }
    if (!headline && !first && match == nullptr && IsName(token)) {
      const uint32_t body =
          BodyNameEnd(lexicon, text, matches, next_match, i, end);
      if (body > unit.end) {
        unit = Unit{};
        unit.begin = i;
        unit.end = body;
        unit.classes = kProper;
        unit.name = true;
      }
    }
    i = unit.end;
    units->push_back(unit);
  }
}

}  // namespace stance
