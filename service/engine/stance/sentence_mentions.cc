#include "service/engine/stance/sentence_mentions.h"

#include <algorithm>

#include "service/engine/stance/attribution.h"
#include "service/engine/stance/mention_parts.h"
#include "service/engine/stance/phrase_ends.h"
#include "service/engine/stance/pronouns.h"
#include "service/engine/stance/slots.h"
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
      // "The fee is disliked by Bolt": who does it to a thing is as good.
      if (v_.At(clause.verb).passive && clause.subject < clause.verb &&
          !CanHold(v_, clause.subject)) {
        const int32_t by = PassiveBy(v_, clause.verb, clause.verb);
        const int32_t agent = by < 0 ? -1 : ObjectOf(v_, by);
        if (agent >= 0 && v_.Is(agent, GroupKind::kNoun)) {
          scratch_.groups[agent] |= SentenceMentionsScratch::kSubject;
        }
      }
    }
  }
}

const Resolution& SentenceMentions::WhoPronoun(int32_t group, int32_t speaker) {
  const Unit& head = v_.Head(group);
  if (head.Is(kPronoun) && !head.Is(kProper) &&
      (scratch_.groups[group] & SentenceMentionsScratch::kResolved) != 0) {
    return scratch_.resolutions[group];
  }
  ResolveInto(group, speaker, &scratch_.pronoun);
  return scratch_.pronoun;
}

const Resolution& SentenceMentions::WhoAhead(int32_t group, int32_t speaker) {
  const Unit& head = v_.Head(group);
  if (head.Is(kProper)) return Who(group, speaker);
  if (head.Is(kPronoun)) {
    // "When Ana Reyes spoke, | she said it": named in this sentence.
    constexpr int32_t kFarthest = 128;
    for (int32_t i = std::max(group - kFarthest, 0); i < group; ++i) {
      if (!IsSubject(i) || !v_.Head(i).Is(kProper) ||
          (v_.InSpeech(v_.FirstToken(i)) &&
           !v_.InSpeech(v_.FirstToken(group)))) {
        continue;
      }
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

namespace {

// "Gwenllian Parry", not "Main Street", "Halden": of several words, the last no
// common noun.
bool MayBeFullName(const Lexicon& lexicon, std::string_view name) {
  name = name.substr(0, name.find(" of "));
  const size_t space = name.rfind(' ');
  if (space == std::string_view::npos) return false;
  const WordId last = lexicon.vocabulary.Find(name.substr(space + 1));
  return (lexicon.Word(last).classes & kAnyNoun) == 0;
}

}  // namespace

bool SentenceMentions::NamePerson() {
  for (size_t i = d_.recent.size(); i-- > 0;) {
    const Discourse::Recent& recent = d_.recent[i];
    if (recent.sentence + 1 < v_.index) return false;
    if (!recent.subject || recent.in_speech) continue;
    Entity& entity = d_.entities[recent.entity];
    if (entity.actor >= 0 || entity.agent >= 0 || entity.person ||
        entity.plural || entity.kind != pb::ACTOR_KIND_ORGANIZATION ||
        !MayBeFullName(v_.lexicon, entity.name)) {
      return false;
    }
    entity.person = true;
    entity.kind = pb::ACTOR_KIND_PERSON;
    return true;
  }
  return false;
}

void SentenceMentions::RememberPronoun(int32_t group, const Unit& head,
                                       const Attribution& attribution) {
  const bool person = head.Has(pb::FUNCTION_ROLE_MASCULINE) ||
                      head.Has(pb::FUNCTION_ROLE_FEMININE);
  if ((!person && !head.Has(pb::FUNCTION_ROLE_NEUTER) &&
       !head.Has(pb::FUNCTION_ROLE_THIRD_PLURAL)) ||
      v_.InSpeech(v_.FirstToken(group))) {
    return;
  }
  ReportList reports;
  ReportsAround(v_, attribution.reports, group, &reports);
  const int32_t speaker =
      reports.empty() ? -1 : attribution.reports[reports.back()].entity;
  if (WhoPronoun(group, speaker).entities.empty() &&
      !(person && NamePerson())) {
    return;
  }
  const Resolution& who = WhoPronoun(group, speaker);
  if (who.entities.empty()) return;
  // "It joined Peru and | condemned it": nobody named behind the pronoun.
  scratch_.resolutions[group] = who;
  scratch_.groups[group] |= SentenceMentionsScratch::kResolved;
  if (!person || who.entities.size() != 1) return;
  Entity& entity = d_.entities[who.entities[0]];
  if (entity.gender == pb::GENDER_UNSPECIFIED) {
    entity.gender = head.Has(pb::FUNCTION_ROLE_FEMININE) ? pb::GENDER_FEMALE
                                                         : pb::GENDER_MALE;
  }
  Touch(v_, who.entities[0], /*subject=*/true, &d_);
}

bool SentenceMentions::IsObject(int32_t group) const {
  int32_t first = v_.FirstOfPossessors(group);
  return v_.Is(first - 1, GroupKind::kVerb) &&
         v_.At(first - 1).form == VerbForm::kFinite &&
         !v_.At(first - 1).copula && !v_.At(first - 1).passive;
}

TokenSpan SentenceMentions::SpanOf(int32_t group) {
  if (group != span_of_) {
    span_ = TargetSpan(v_, {TargetRef::Kind::kNoun, group});
    span_of_ = group;
  }
  return span_;
}

void SentenceMentions::RememberCentral(int32_t group) {
  if (v_.InScareQuotes(v_.FirstToken(group))) return;
  const Unit& head = v_.Head(group);
  Discourse::Thing& thing = d_.central;
  if (!head.Is(kAnyNoun) || head.Is(kTime | kPronoun | kNumberWord) ||
      head.Has(pb::FUNCTION_ROLE_QUANTITY)) {
    return;
  }
  const TokenSpan span = SpanOf(group);
  thing.lemma = head.lemma;
  thing.mention = v_.Span(span.begin, span.end);
  thing.text = thing.last_text = v_.TextOf(thing.mention);
  thing.issue = v_.FirstReading(EntryKind::kIssue, head);
  thing.plural = v_.At(group).plural;
  thing.first_sentence = thing.last_sentence = v_.index;
}

void SentenceMentions::RememberBody(int32_t group) {
  const Group& g = v_.At(group);
  for (uint32_t u = g.begin; u < g.head; ++u) {
    const Unit& unit = v_.units[u];
    if (!unit.Is(kProper) || !unit.Reads(EntryKind::kActor)) continue;
    const int32_t actor = v_.FirstReading(EntryKind::kActor, unit);
    const ActorKind kind = v_.lexicon.actors[actor].kind;
    if (kind != pb::ACTOR_KIND_ORGANIZATION && kind != pb::ACTOR_KIND_COMPANY &&
        kind != pb::ACTOR_KIND_PARTY) {
      continue;
    }
    for (const int32_t entity : resolver_.Modifier(u).entities) {
      Touch(v_, entity, /*subject=*/false, &d_);
    }
  }
}

bool SentenceMentions::IsSpokenOfAsMany(int32_t group) const {
  const int32_t verb = v_.ClauseOf(group).verb;
  if (verb < 0 || v_.ClauseOf(group).subject != group || v_.At(group).plural) {
    return false;
  }
  // "have no view" may be one phrase.
  const WordInfo& first =
      v_.lexicon.Word(v_.text.tokens[v_.FirstToken(verb)].word);
  return (first.classes & (kHave | kBe)) != 0 &&
         (first.classes & kVerbBase) != 0 &&
         (first.classes & (kVerbThird | kVerbPast)) == 0;
}

void SentenceMentions::RememberThing(int32_t group) {
  if (v_.InScareQuotes(v_.FirstToken(group))) return;
  // "hailed it as | the boldest decision": what something is called.
  if (const int32_t as = v_.At(group).preposition;
      as >= 0 && v_.Head(as).Has(pb::FUNCTION_ROLE_AS)) {
    return;
  }
  const Unit& head = v_.Head(group);
  const int32_t issue = v_.FirstReading(EntryKind::kIssue, head);
  const Group& g = v_.At(group);
  const bool full = g.end - g.begin > 2 || g.possessor >= 0 ||
                    NounPhraseEnd(v_, group) > group;
  const TokenSpan span = SpanOf(group);
  const Mention mention = v_.Span(span.begin, span.end);
  MentionThing(v_.lexicon, head.lemma, mention, v_.TextOf(mention), issue,
               g.plural, full, v_.index, &d_);
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
