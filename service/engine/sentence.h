// What the stance stages see of one sentence: the stages before, and where the
// sentence lies in them. Borrows everything; lives as long as the sentence is
// worked on.

#ifndef STANCE_ENGINE_SENTENCE_H_
#define STANCE_ENGINE_SENTENCE_H_

#include <algorithm>
#include <span>
#include <string_view>
#include <vector>

#include "service/engine/analysis.h"
#include "service/engine/match.h"
#include "service/engine/syntax/syntax.h"
#include "service/engine/text/text.h"

namespace stance {

struct SentenceView {
  const Lexicon& lexicon;
  const Text& text;
  const std::vector<Match>& matches;
  const Syntax& syntax;
  const Sentence& sentence;
  uint32_t index = 0;  // of the sentence in its part
  // The first quotation of the text that does not end before the sentence.
  size_t first_quotation = 0;
  Part part = Part::kText;
  // Where the speech that opens in the sentence and goes on after it is closed;
  // null for none, or where that is far off.
  const SentenceView* closing = nullptr;
  // Those of the text that may hold words of the sentence: mostly none.
  std::span<const Quotation> quotations = QuotationsIn();
  // Of `syntax`; asked for all the time.
  const Unit* units = syntax.units.data();
  const Group* groups = syntax.groups.data();
  const uint32_t group_count = static_cast<uint32_t>(syntax.size());

  const Group& At(int32_t group) const { return groups[group]; }
  const Unit& Head(int32_t group) const { return units[groups[group].head]; }
  const Clause& ClauseOf(int32_t group) const {
    return syntax.clauses[groups[group].clause];
  }
  bool Is(int32_t group, GroupKind kind) const {
    // No group is -1, which as a large number is none of the sentence's.
    return static_cast<uint32_t>(group) < group_count &&
           groups[group].kind == kind;
  }
  // "China" of "China's plan": the group that its possessives begin with; the
  // group itself where it has none.
  int32_t FirstOfPossessors(int32_t group) const {
    while (groups[group].possessor >= 0) group = groups[group].possessor;
    return group;
  }
  // "Peru" of "Chad, Fiji and Peru", given any of them.
  int32_t LastConjunct(int32_t group) const {
    while (groups[group].next_conjunct >= 0) {
      group = groups[group].next_conjunct;
    }
    return group;
  }
  uint32_t FirstToken(int32_t group) const {
    return units[At(group).begin].begin;
  }
  uint32_t EndToken(int32_t group) const {
    return units[At(group).end - 1].end;
  }

  // The clauses that begin near the group. What looks through all of them for
  // every cue would take a text without full stops in the square of its length.
  std::span<const Clause> ClausesAround(int32_t group) const {
    constexpr int32_t kNear = 32;
    const int32_t size = static_cast<int32_t>(syntax.clauses.size());
    const int32_t own = At(group).clause;
    const int32_t first = std::max(own - kNear, 0);
    return {syntax.clauses.data() + first,
            static_cast<size_t>(std::min(own + kNear, size) - first)};
  }
  // The clause that group `opener` opens and whose verb follows it; null for
  // none.
  const Clause* ClauseOpenedBy(int32_t opener) const {
    for (const Clause& clause : ClausesAround(opener)) {
      if (clause.opener == opener && clause.verb > opener) return &clause;
    }
    return nullptr;
  }

  // True where the token, one of the sentence's, lies inside speech in
  // quotation marks.
  bool InSpeech(uint32_t token) const { return IsQuoted(token, false); }
  // The same of words that are only named in them: 'called it "a curse"'.
  bool InScareQuotes(uint32_t token) const { return IsQuoted(token, true); }

  // The bytes of tokens [begin, end).
  Mention Span(uint32_t begin, uint32_t end) const {
    if (begin >= end) return {part, 0, 0};
    return {part, text.tokens[begin].begin, text.tokens[end - 1].end};
  }
  Mention UnitSpan(uint32_t unit) const {
    const Unit& u = units[unit];
    return Span(u.begin, u.end);
  }
  // Empty for a mention of the other part, the title's or the text's.
  std::string_view TextOf(const Mention& mention) const {
    if (mention.part != part) return {};
    return text.source.substr(mention.begin, mention.end - mention.begin);
  }

  // Calls visit(entry index, EntryRef) for readings of `kind` of a unit.
  template <typename Visitor>
  void ForEach(EntryKind kind, const Unit& unit, Visitor visit) const {
    if (unit.match < 0 || !unit.Reads(kind)) return;
    ForEachReading(lexicon, matches[unit.match], [&](const EntryRef& ref) {
      if (ref.kind == kind) visit(ref);
    });
  }

  // The last cue of the unit of that word class for which `property(cue)`
  // holds; null for none.
  template <typename Property>
  const CueEntry* FindCue(const Unit& unit, lexicon::v1::WordClass word_class,
                          Property property) const {
    const CueEntry* found = nullptr;
    ForEach(EntryKind::kCue, unit, [&](const EntryRef& ref) {
      const CueEntry& cue = lexicon.cues[ref.index];
      if (cue.word_class == word_class && property(cue)) found = &cue;
    });
    return found;
  }

  // The first reading of a kind, -1 for none.
  int32_t FirstReading(EntryKind kind, const Unit& unit) const {
    if (unit.match < 0 || !unit.Reads(kind)) return -1;
    const Match& match = matches[unit.match];
    const EntryRef* readings =
        lexicon.readings.data() + lexicon.phrases[match.phrase].first;
    for (uint64_t mask = match.mask; mask != 0; mask &= mask - 1) {
      const EntryRef& reading = readings[__builtin_ctzll(mask)];
      if (reading.kind == kind) return static_cast<int32_t>(reading.index);
    }
    return -1;
  }

 private:
  std::span<const Quotation> QuotationsIn() const {
    const auto first =
        text.quotations.begin() + static_cast<ptrdiff_t>(first_quotation);
    if (first == text.quotations.end() || first->begin >= sentence.end) {
      return {};
    }
    return {first, std::lower_bound(first, text.quotations.end(), sentence.end,
                                    [](const Quotation& quotation, uint32_t t) {
                                      return quotation.begin < t;
                                    })};
  }

  // Inside one that has its marks for that. Quotations lie inside one another
  // or apart, hence none before the last outermost one is looked at.
  bool IsQuoted(uint32_t token, bool scare) const {
    if (quotations.empty()) return false;
    auto it = std::upper_bound(quotations.begin(), quotations.end(), token,
                               [](uint32_t t, const Quotation& quotation) {
                                 return t < quotation.begin;
                               });
    while (it != quotations.begin()) {
      --it;
      if (token < it->end && it->scare == scare) return true;
      if (it->outer < 0) return false;
    }
    return false;
  }
};

}  // namespace stance

#endif  // STANCE_ENGINE_SENTENCE_H_
