#include "service/engine/syntax/syntax.h"

namespace stance {
namespace {

namespace pb = lexicon::v1;

constexpr uint32_t kAuxiliary = kBe | kHave | kDo | kModal;
constexpr uint32_t kOpensNoun =
    kDeterminer | kPossessivePronoun | kNumberWord | kQuantifier | kTitle;

// Without one of these no verb group and no noun group begins.
constexpr uint32_t kOpensVerb =
    kTo | kAuxiliary | kAnyVerb | kAdverb | kNegation;
constexpr uint32_t kInNoun =
    kOpensNoun | kPronoun | kNegation | kTime | kAnyNoun | kAdjective | kAdverb;

class Grouper {
 public:
  Grouper(const Text& text, Syntax& syntax)
      : text_(text),
        units_(syntax.units.data()),
        size_(static_cast<uint32_t>(syntax.units.size())),
        groups_(syntax.groups) {}

  void Run() {
    uint32_t i = 0;
    while (i < size_) i = Next(i);
  }

 private:
  bool Is(uint32_t i, uint32_t bits) const {
    return i < size_ && units_[i].Is(bits);
  }
  char Character(uint32_t i) const {
    return text_.source[text_.tokens[units_[i].begin].begin];
  }

  Group& Add(GroupKind kind, uint32_t begin, uint32_t end, uint32_t head) {
    Group& group = groups_.emplace_back();
    group.kind = kind;
    group.begin = begin;
    group.end = end;
    group.head = head;
    return group;
  }

  uint32_t Single(GroupKind kind, uint32_t i) {
    Add(kind, i, i + 1, i);
    return i + 1;
  }

  uint32_t Next(uint32_t i) {
    const Unit& unit = units_[i];
    if (unit.tag == 0) {
      // India's "balanced" intervention: the mark opens the group.
      if (OpensAfterPossessor(i)) {
        if (uint32_t end = NounGroup(i)) return end;
      }
      return Punctuation(i);
    }
    if (unit.Is(kOpensVerb)) {
      if (uint32_t end = VerbGroup(i)) return end;
    }
    if (unit.Is(kInNoun)) {
      if (uint32_t end = NounGroup(i)) return end;
    }
    if (unit.Is(kPossessiveClitic)) return Single(GroupKind::kOther, i);
    if (unit.Is(kTo | kPreposition)) return Single(GroupKind::kPreposition, i);
    if (unit.Is(kCoordinator)) {
      // "nor opposed it".
      Single(GroupKind::kCoordinator, i);
      groups_.back().negative = unit.Has(pb::FUNCTION_ROLE_ECHO);
      return i + 1;
    }
    if (unit.Is(kSubordinator)) return Single(GroupKind::kSubordinator, i);
    if (unit.Is(kRelative)) return Single(GroupKind::kRelative, i);
    if (unit.Is(kInterrogative)) return Single(GroupKind::kInterrogative, i);
    if (unit.Is(kAdjective)) return Single(GroupKind::kAdjective, i);
    if (unit.Is(kAdverb | kNegation | kConnective))
      return Single(GroupKind::kAdverb, i);
    return Single(GroupKind::kOther, i);
  }

  uint32_t Punctuation(uint32_t i) {
    const Token& token = text_.tokens[units_[i].begin];
    if (token.kind == TokenKind::kQuote) return Single(GroupKind::kQuote, i);
    switch (Character(i)) {
      case ',':
        return Single(GroupKind::kComma, i);
      case '(':
      case ')':
      case '[':
      case ']':
        return Single(GroupKind::kParenthesis, i);
      case '.':
      case '?':
      case '!':
      case ';':
      case ':':
      case '-':
        return Single(GroupKind::kBreak, i);
      default:
        // Dashes and ellipses are not ASCII; a footnote's star breaks nothing.
        return Single(token.kind == TokenKind::kPunctuation && Character(i) < 0
                          ? GroupKind::kBreak
                          : GroupKind::kOther,
                      i);
    }
  }

  bool OpensAfterPossessor(uint32_t i) const {
    return i > 0 && units_[i - 1].Is(kPossessiveClitic) &&
           text_.tokens[units_[i].begin].kind == TokenKind::kQuote;
  }

  bool IsAdverbial(uint32_t i) const {
    return Is(i, kAdverb | kNegation) && !Is(i, kPronoun | kDeterminer);
  }

  // (to) (modal | auxiliary | adverb)* verb
  uint32_t VerbGroup(uint32_t begin) {
    uint32_t i = begin;
    bool to = false;
    if (Is(i, kTo)) {
      to = true;
      ++i;
    }
    // An adverb may stand first: "strongly condemned", "not to sign".
    uint32_t probe = i;
    while (IsAdverbial(probe)) ++probe;
    if (Is(probe, kTo) && !to) {
      to = true;
      ++probe;
      while (IsAdverbial(probe)) ++probe;
    }
    if (!Is(probe, kAuxiliary | kAnyVerb)) return 0;
    bool be = false, have = false, has_do = false, modal = false;
    uint32_t head = probe;
    uint32_t first_verb = probe;
    uint32_t end = probe;
    i = probe;
    while (i < size_) {
      if (Is(i, kAuxiliary)) {
        const uint32_t tag = units_[i].tag;
        if (tag & kBe) be = true;
        if (tag & kHave) have = true;
        if (tag & kDo) has_do = true;
        if (tag & kModal) modal = true;
        head = i;
        end = ++i;
        // Do and have stand as main verbs where no verb follows.
        continue;
      }
      if (IsAdverbial(i)) {
        uint32_t after = i;
        while (IsAdverbial(after)) ++after;
        if (Is(after, kAuxiliary) ||
            (Is(after, kAnyVerb) &&
             Continues(after, be, have, has_do, modal, to, end == begin))) {
          i = after;
          continue;
        }
        break;
      }
      if (Is(i, kAnyVerb)) {
        if (end > first_verb &&
            !Continues(i, be, have, has_do, modal, to, false)) {
          break;
        }
        head = i;
        end = i + 1;
      }
      break;
    }
    if (end <= probe) return 0;
    Group& group = Add(GroupKind::kVerb, begin, end, head);
    const uint32_t tag = units_[head].tag;
    const bool auxiliary_head = (tag & kAuxiliary) != 0;
    const uint32_t first = units_[first_verb].tag;
    group.modal = modal;
    group.perfect = have && !auxiliary_head;
    group.passive = !auxiliary_head && be && (tag & kVerbParticiple) &&
                    !(tag & kVerbGerund);
    if (to) {
      group.form = VerbForm::kToInfinitive;
    } else if (modal || (first & (kFiniteVerb)) ||
               ((first & kAuxiliary) && (first & (kVerbThird | kVerbPast)))) {
      group.form = VerbForm::kFinite;
    } else if (first & kVerbGerund) {
      group.form = VerbForm::kGerund;
    } else if ((first & kVerbParticiple) && !(first & kAuxiliary)) {
      group.form = VerbForm::kParticiple;
      group.passive = true;
    } else if (first & kVerbBase) {
      group.form = (first & (kHave | kDo | kBe)) && end - probe > 1
                       ? VerbForm::kFinite
                       : VerbForm::kBase;
    }
    if ((units_[head].tag & kBe) != 0) group.copula = true;
    if (units_[head].Has(pb::FUNCTION_ROLE_COPULA)) group.copula = true;
    return end;
  }

  bool Continues(uint32_t i, bool be, bool have, bool has_do, bool modal,
                 bool to, bool first) const {
    if (first) return true;
    const uint32_t tag = units_[i].tag;
    if (be) return (tag & (kVerbParticiple | kVerbGerund)) != 0;
    if (have) return (tag & kVerbParticiple) != 0;
    if (has_do || modal || to) return (tag & kVerbBase) != 0;
    return true;
  }

  // determiner? (adverb* adjective | number | noun)* noun; a possessive clitic
  // after it makes it the possessor of the next one.
  uint32_t NounGroup(uint32_t begin) {
    uint32_t i = begin;
    uint32_t head = size_;
    bool negative = false;
    bool quoted = false;
    if (Is(i, kPronoun)) {
      const bool no = Is(i, kNegation);
      Group& group = Add(GroupKind::kNoun, i, i + 1, i);
      group.negative = no;
      group.plural = units_[i].Has(pb::FUNCTION_ROLE_THIRD_PLURAL) ||
                     units_[i].Has(pb::FUNCTION_ROLE_FIRST_PLURAL);
      return i + 1;
    }
    bool opened = OpensAfterPossessor(begin);
    // "not every union", "not all members".
    if (Is(i, kNegation) && !Is(i, kPronoun | kDeterminer) &&
        Is(i + 1, kDeterminer | kQuantifier) &&
        (begin == 0 || units_[begin - 1].tag == 0)) {
      negative = true;
      ++i;
    }
    while (i < size_) {
      const Unit& unit = units_[i];
      if (unit.Is(kOpensNoun)) {
        if (i > begin && unit.Is(kDeterminer | kPossessivePronoun) &&
            !Is(i - 1, kQuantifier) &&
            !(i == begin + 1 && unit.Has(pb::FUNCTION_ROLE_INDEFINITE) &&
              Is(begin, kDeterminer))) {
          break;
        }
        if (unit.Is(kNegation)) negative = true;
        opened = true;
        // Numbers and quantities can head a group: "four of them", "most".
        if (unit.Is(kNumberWord | kQuantifier) &&
            (head == size_ || !units_[head].Is(kAnyNoun))) {
          head = i;
        }
        ++i;
        continue;
      }
      if (unit.Is(kTime)) {
        // "Monday night", "last year": its own group unless it modifies.
        if (head != size_ && units_[head].Is(kAnyNoun)) break;
        head = i++;
        continue;
      }
      if (unit.Is(kAnyNoun)) {
        // "the plan Russia backs": a relative clause without its pronoun.
        if (unit.Is(kProper) && head != size_ && head + 1 == i &&
            units_[head].Is(kNoun | kNounPlural) &&
            !units_[head].Reads(EntryKind::kAgent) &&
            !units_[head].Reads(EntryKind::kActor) &&
            (Is(begin, kDeterminer) ||
             (head == begin && units_[head].Is(kNounPlural))) &&
            Is(i + 1, kFiniteVerb | kVerbBase) && LeavesVerbs(begin, i + 1)) {
          break;
        }
        if (head != size_ && units_[head].Is(kTime) && unit.Is(kProper) &&
            !opened) {
          break;
        }
        head = i++;
        continue;
      }
      if (unit.Is(kAdjective)) {
        if (head != size_ && units_[head].Is(kAnyNoun)) {
          // "called the walkout reckless": an adjective after the noun ends
          // the group, unless another noun follows.
          uint32_t after = i + 1;
          while (Is(after, kAdjective)) ++after;
          if (!Is(after, kAnyNoun)) break;
        }
        ++i;
        continue;
      }
      // "about 200 residents".
      if (unit.Is(kAdverb) && i == begin &&
          Is(i + 1, kNumberWord | kQuantifier) && !unit.Is(kNegation)) {
        ++i;
        continue;
      }
      if (unit.Is(kAdverb) && !unit.Is(kNegation) && Is(i + 1, kAdjective) &&
          (opened || head != size_ || i > begin || FollowedByNoun(i + 1))) {
        if (head != size_ && units_[head].Is(kAnyNoun)) break;
        ++i;
        continue;
      }
      // "objective and impartial position"; countries are told apart below.
      if ((unit.Is(kCoordinator) || IsComma(i)) && i > begin &&
          Is(i - 1, kAdjective) && head == size_ &&
          !units_[i - 1].Reads(EntryKind::kActor) && Is(i + 1, kAdjective) &&
          FollowedByNoun(i + 1)) {
        ++i;
        continue;
      }
      // its “courage”: the mark opens inside the group.
      if (unit.tag == 0 && opened && head == size_ && !quoted &&
          text_.tokens[unit.begin].kind == TokenKind::kQuote &&
          Is(i + 1, kAdjective | kAnyNoun)) {
        ++i;
        quoted = false;
        continue;
      }
      // Scare quotes inside a group: a "balanced" proposal.
      if (unit.tag == 0 && (opened || head != size_ || i > begin) &&
          text_.tokens[unit.begin].kind == TokenKind::kQuote && !quoted &&
          Is(i + 1, kAdjective | kAnyNoun) && i + 2 < size_ &&
          text_.tokens[units_[i + 2].begin].kind == TokenKind::kQuote &&
          units_[i + 2].tag == 0) {
        if (head != size_ && units_[head].Is(kAnyNoun)) break;
        quoted = true;
        if (units_[i + 1].Is(kAnyNoun)) head = i + 1;
        i += 3;
        continue;
      }
      break;
    }
    if (head == size_ && i > begin && Is(i - 1, kAdjective) &&
        Is(i, kCoordinator) && Is(i + 1, kAdjective) && FollowedByNoun(i + 1)) {
      // "Russian and Belarusian officials": the first noun is left out.
      Add(GroupKind::kNoun, begin, i, i - 1);
      return i;
    }
    if (head == size_) {
      // A determiner or adjectives alone: "the former", "the rich".
      if (i > begin && Is(begin, kDeterminer) && i - begin >= 1) {
        Group& group = Add(GroupKind::kNoun, begin, i, i - 1);
        group.negative = negative;
        return i;
      }
      if (i > begin && Is(begin, kPossessivePronoun)) {
        Add(GroupKind::kNoun, begin, i, i - 1);
        return i;
      }
      return 0;
    }
    // Trailing adjectives that found no noun are not in the group.
    if (i > head + 1 && !quoted) i = head + 1;
    Group& group = Add(GroupKind::kNoun, begin, i, head);
    group.negative = negative;
    group.plural = units_[head].Is(kNounPlural | kQuantifier) ||
                   (units_[head].Is(kNumberWord));
    return i;
  }

  // The clause has a verb besides the one at `verb`: before its noun group at
  // `begin`, or after it.
  bool LeavesVerbs(uint32_t begin, uint32_t verb) const {
    for (uint32_t j = begin; j-- > 0 && j + 24 > begin;) {
      // "condemned it as a cover, an assertion Peru rejected".
      if (!IsComma(j) && Ends(j)) break;
      if (Is(j, kAnyVerb | kAuxiliary)) return true;
    }
    for (uint32_t j = verb + 1; j < size_ && j < verb + 12 && !Ends(j); ++j) {
      if (Is(j, kFiniteVerb | kModal)) return true;
    }
    return false;
  }
  bool Ends(uint32_t i) const {
    return units_[i].tag == 0 ||
           units_[i].Is(kCoordinator | kRelative | kSubordinator);
  }

  bool IsComma(uint32_t i) const {
    return i < size_ && units_[i].tag == 0 && Character(i) == ',';
  }

  bool FollowedByNoun(uint32_t i) const {
    while (Is(i, kAdjective)) ++i;
    return Is(i, kAnyNoun);
  }

  const Text& text_;
  const Unit* const units_;
  const uint32_t size_;
  std::vector<Group>& groups_;
};

}  // namespace

void FindGroups(const Text& text, Syntax* syntax) {
  syntax->groups.clear();
  Grouper(text, *syntax).Run();
}

}  // namespace stance
