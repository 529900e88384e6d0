#include "service/engine/stance/sentence_mentions.h"

#include <algorithm>

#include "service/engine/stance/mention_parts.h"
#include "service/engine/stance/pronouns.h"
#include "service/engine/stance/targets.h"
#include "service/engine/stance/things.h"

namespace stance {

namespace pb = lexicon::v1;

SentenceMentions::SentenceMentions(const SentenceView& view,
                                   int32_t publish_date,
                                   SentenceMentionsScratch* scratch,
                                   Discourse* discourse)
    : v_(view),
      scratch_(*scratch),
      d_(*discourse),
      resolver_(view, publish_date, *discourse) {
  const size_t groups = v_.group_count;
  if (scratch_.groups.size() < groups) {
    scratch_.groups.resize(groups);
    scratch_.resolutions.resize(groups);
  }
  std::fill_n(scratch_.groups.begin(), groups, 0);
  for (const Clause& clause : v_.syntax.clauses) {
    if (clause.subject >= 0 && clause.verb >= 0 &&
        clause.kind != ClauseKind::kRelative &&
        v_.At(clause.verb).form == VerbForm::kFinite) {
      scratch_.groups[clause.subject] |= SentenceMentionsScratch::kSubject;
    }
  }
}

const Resolution& SentenceMentions::WhoPronoun(int32_t group, int32_t speaker) {
  ResolveInto(group, speaker, &scratch_.pronoun);
  return scratch_.pronoun;
}

const Resolution& SentenceMentions::WhoAhead(int32_t group, int32_t speaker) {
  const Unit& head = v_.Head(group);
  if (head.Is(kProper)) return Who(group, speaker);
  if (head.Is(kPronoun)) {
    // "When Ana Reyes spoke, | she said it": named in this sentence.
    for (int32_t i = 0; i < group; ++i) {
      if (!IsSubject(i) || !v_.Head(i).Is(kProper)) continue;
      const Resolution& named = Who(i, speaker);
      if (named.entities.size() != 1 ||
          !MayTakeUp(head, d_.entities[named.entities[0]])) {
        continue;
      }
      scratch_.pronoun = named;
      scratch_.pronoun.sieve = Sieve::kPronoun;
      return scratch_.pronoun;
    }
    return WhoPronoun(group, speaker);
  }
  // What may be asked for again keeps its own answer.
  if ((scratch_.groups[group] & SentenceMentionsScratch::kResolved) != 0) {
    return WhoPronoun(group, speaker);
  }
  Resolution& who = scratch_.resolutions[group];
  ResolveInto(group, speaker, &who);
  ahead_ = group;
  ahead_speaker_ = speaker;
  spoken_of_ = SpokenOf();
  return who;
}

bool SentenceMentions::IsObject(int32_t group) const {
  int32_t first = v_.FirstOfPossessors(group);
  return v_.Is(first - 1, GroupKind::kVerb) &&
         v_.At(first - 1).form == VerbForm::kFinite &&
         !v_.At(first - 1).copula && !v_.At(first - 1).passive;
}

void SentenceMentions::RememberCentral(int32_t group) {
  if (v_.InScareQuotes(v_.FirstToken(group))) return;
  const Unit& head = v_.Head(group);
  Discourse::Thing& thing = d_.central;
  if (!head.Is(kAnyNoun) || head.Is(kTime | kPronoun | kNumberWord) ||
      head.Has(pb::FUNCTION_ROLE_QUANTITY)) {
    return;
  }
  const TokenSpan span = TargetSpan(v_, {TargetRef::Kind::kNoun, group});
  thing.lemma = head.lemma;
  thing.mention = v_.Span(span.begin, span.end);
  thing.text = thing.last_text = v_.TextOf(thing.mention);
  thing.issue = v_.FirstReading(EntryKind::kIssue, head);
  thing.plural = v_.At(group).plural;
  thing.first_sentence = thing.last_sentence = v_.index;
}

void SentenceMentions::RememberThing(int32_t group) {
  if (v_.InScareQuotes(v_.FirstToken(group))) return;
  const Unit& head = v_.Head(group);
  const int32_t issue = v_.FirstReading(EntryKind::kIssue, head);
  const Group& g = v_.At(group);
  const bool full = g.end - g.begin > 2 || g.possessor >= 0 ||
                    NounPhraseEnd(v_, group) > group;
  const TokenSpan span = TargetSpan(v_, {TargetRef::Kind::kNoun, group});
  const Mention mention = v_.Span(span.begin, span.end);
  MentionThing(head.lemma, mention, v_.TextOf(mention), issue, g.plural, full,
               v_.index, &d_);
}

void SentenceMentions::RememberPlural(int32_t g) {
  EntityList list = Who(g, -1).entities;
  for (int32_t c = v_.At(g).next_conjunct; c >= 0; c = v_.At(c).next_conjunct) {
    if (!CanHold(v_, c)) continue;
    for (int32_t entity : Who(c, -1).entities) list.push_back(entity);
  }
  if (list.size() < 2) return;
  d_.last_plural = list;
  d_.last_plural_sentence = v_.index;
}

}  // namespace stance
