#include "service/engine/stance/holders.h"

#include <algorithm>

#include "service/engine/stance/companions.h"
#include "service/engine/stance/decisions.h"
#include "service/engine/stance/documents.h"
#include "service/engine/stance/mention_parts.h"
#include "service/engine/stance/negation.h"
#include "service/engine/stance/pronouns.h"

namespace stance {

namespace pb = lexicon::v1;

int32_t HolderResolver::SpeakerAround(const FilledFrame& frame,
                                      ReportList* around) const {
  ReportList& reports = *around;
  ReportsAround(v_, a_.reports, frame.group, &reports);
  if (!reports.empty()) {
    // A cue that is itself the verb of saying is not under its own report.
    reports.erase(std::remove_if(reports.begin(), reports.end(),
                                 [&](int32_t r) {
                                   return a_.reports[r].verb == frame.group;
                                 }),
                  reports.end());
  }
  const uint32_t token = v_.units[frame.unit].begin;
  if (v_.InSpeech(token) && a_.quote_speaker >= 0 &&
      (reports.empty() || a_.reports[reports.back()].postposed)) {
    return a_.quote_speaker;
  }
  if (!reports.empty()) return a_.reports[reports.back()].entity;
  if (a_.turn_speaker >= 0) return a_.turn_speaker;
  return -1;
}

bool HolderResolver::Resolve(FiredFrame* fired) const {
  const HolderRef& holder = fired->frame->holder;
  // "did not share Peru's concern": Peru's own is not denied.
  const int32_t shared = SharedBy(*fired->frame);
  if (shared >= 0 && fired->frame->carrier >= 0 &&
      IsNegated(v_, fired->frame->carrier)) {
    AddHolders(shared, fired);
    return !fired->holders.empty();
  }
  switch (holder.kind) {
    case HolderRef::Kind::kNone:
      if (shared >= 0) AddHolders(shared, fired);
      return !fired->holders.empty();
    case HolderRef::Kind::kSpeaker:
      if (!d_.enacting.empty() && fired->speaker == d_.enacting[0]) {
        fired->holders = d_.enacting;
      } else {
        fired->holders.push_back(fired->speaker);
        AddCoSpeakers(fired);
      }
      fired->holder_mention = emitter_.SpeakerMention(fired->speaker);
      fired->sieve = Sieve::kName;
      return true;
    case HolderRef::Kind::kPronoun: {
      const Unit& unit = v_.units[holder.unit];
      fired->holders = ResolvePronoun(v_, unit, fired->speaker, d_);
      fired->holder_mention = v_.UnitSpan(holder.unit);
      fired->sieve = Sieve::kPronoun;
      if (shared >= 0) AddHolders(shared, fired);
      return !fired->holders.empty();
    }
    case HolderRef::Kind::kModifier: {
      const Resolution who = ResolveModifier(v_, holder.unit, date_, &d_);
      fired->holders = who.entities;
      fired->holder_mention = who.mention;
      fired->sieve = who.sieve;
      if (shared >= 0) AddHolders(shared, fired);
      return !fired->holders.empty();
    }
    case HolderRef::Kind::kBody: {
      const int32_t body = DecidingBody(*fired->frame);
      if (body < 0) return false;
      fired->holders.push_back(body);
      fired->holder_mention = d_.entities[body].first;
    }
      fired->sieve = Sieve::kContext;
      return true;
    case HolderRef::Kind::kList:
      fired->holders = d_.list.holders;
      fired->holder_mention = d_.list.holder_mention;
      fired->sieve = d_.list.sieve;
      return true;
    case HolderRef::Kind::kDocument:
      return ByDocument(holder.group, fired);
    case HolderRef::Kind::kGroup:
      break;
  }
  const bool members = AreMembersOfSpeaker(*fired);
  if (!members) AddHolders(holder.group, fired);
  if (members || (fired->holders.empty() && IsSpokenForAll(*fired))) {
    fired->holders.push_back(fired->speaker);
    fired->holder_mention = emitter_.SpeakerMention(fired->speaker);
    fired->sieve = Sieve::kName;
    return true;
  }
  if (const int32_t joined = JoinedBy(*fired->frame); joined >= 0) {
    AddHolders(joined, fired);
  }
  if (const int32_t beside =
          CompanionOf(v_, holder.group, fired->frame->carrier);
      beside >= 0) {
    AddHolders(beside, fired);
  }
  if (shared >= 0) AddHolders(shared, fired);
  return !fired->holders.empty() || ByDocument(holder.group, fired);
}

int32_t HolderResolver::DecidingBody(const FilledFrame& frame) const {
  if (d_.body >= 0 || !CountsVotes(v_, frame.group)) return d_.body;
  // Nobody was said to vote before: the body that acted last.
  constexpr uint32_t kRightBefore = 2;
  for (size_t i = d_.recent.size(); i-- > 0;) {
    const Discourse::Recent& recent = d_.recent[i];
    if (recent.sentence + kRightBefore < v_.index) break;
    const Entity& entity = d_.entities[recent.entity];
    if (!recent.subject || recent.in_speech || entity.agent < 0 ||
        entity.plural || entity.person) {
      continue;
    }
    // "the council", "the board".
    const pb::AgentRole role = v_.lexicon.agents[entity.agent].role;
    if (role == pb::AGENT_ROLE_BODY || role == pb::AGENT_ROLE_GROUP) {
      return recent.entity;
    }
  }
  return -1;
}

bool HolderResolver::AreMembersOfSpeaker(const FiredFrame& fired) const {
  const int32_t group = fired.frame->holder.group;
  const Group& g = v_.At(group);
  const Unit& first = v_.units[g.begin];
  return fired.speaker >= 0 && g.plural && g.end - g.begin == 2 &&
         first.Is(kPossessivePronoun) &&
         (first.Has(pb::FUNCTION_ROLE_NEUTER) ||
          first.Has(pb::FUNCTION_ROLE_FIRST_PLURAL)) &&
         v_.Head(group).Has(pb::FUNCTION_ROLE_QUANTITY) &&
         !d_.entities[fired.speaker].person &&
         !d_.entities[fired.speaker].plural;
}

bool HolderResolver::IsSpokenForAll(const FiredFrame& fired) const {
  const FilledFrame& frame = *fired.frame;
  const int32_t group = frame.holder.group;
  if (fired.speaker < 0 || !v_.At(group).negative ||
      !v_.Is(frame.group, GroupKind::kVerb) ||
      fired.composition->polarity != pb::POLARITY_OPPOSES) {
    return false;
  }
  // "None of us wants it".
  const int32_t whole = GenitiveOf(v_, group);
  return v_.At(frame.group).modal ||
         (whole >= 0 && v_.Head(whole).Has(pb::FUNCTION_ROLE_FIRST_PLURAL));
}

bool HolderResolver::ByDocument(int32_t group, FiredFrame* fired) const {
  const EntityList* authors = AuthorsOf(v_, group, d_);
  if (authors == nullptr) return false;
  fired->holders = *authors;
  fired->holder_mention = MentionPhrase(v_, group);
  fired->sieve = Sieve::kDescription;
  return true;
}

void HolderResolver::AddCoSpeakers(FiredFrame* fired) const {
  for (const Report& report : a_.reports) {
    if (report.entity != fired->speaker || report.subject < 0) continue;
    for (int32_t g = report.subject; g >= 0; g = v_.At(g).next_conjunct) {
      if (!CanHold(v_, g) || v_.At(g).negative) continue;
      const EntityList& who = mentions_.Who(g, -1).entities;
      // "Both said": the pair, if the speaker is one of it.
      if (g == report.subject &&
          std::find(who.begin(), who.end(), fired->speaker) == who.end()) {
        continue;
      }
      for (const int32_t entity : who) {
        if (std::find(fired->holders.begin(), fired->holders.end(), entity) ==
            fired->holders.end()) {
          fired->holders.push_back(entity);
        }
      }
    }
    return;
  }
}

void HolderResolver::AddHolders(int32_t group, FiredFrame* fired) const {
  const int32_t cue = fired->frame->group;
  for (int32_t g = group; g >= 0; g = v_.At(g).next_conjunct) {
    // "nurses, who want it, and | teachers": only of the nurses.
    if (group < cue && g > cue) break;
    if (!CanHold(v_, g) || v_.At(g).negative) continue;
    const Resolution& who = mentions_.Who(g, fired->speaker);
    if (who.entities.empty()) continue;
    if (fired->holders.empty()) {
      fired->holder_mention = who.mention;
      fired->sieve = who.sieve;
    }
    for (int32_t entity : who.entities) {
      if (std::find(fired->holders.begin(), fired->holders.end(), entity) ==
          fired->holders.end()) {
        fired->holders.push_back(entity);
      }
    }
  }
}

int32_t HolderResolver::JoinedBy(const FilledFrame& frame) const {
  const int32_t in = frame.group - 1;
  if (!v_.Is(frame.group, GroupKind::kVerb) ||
      v_.At(frame.group).form != VerbForm::kGerund ||
      !v_.Is(in, GroupKind::kPreposition) ||
      !v_.Head(in).Has(pb::FUNCTION_ROLE_IN)) {
    return -1;
  }
  const int32_t parent = v_.ClauseOf(frame.group).parent;
  const int32_t join = parent < 0 ? -1 : v_.syntax.clauses[parent].verb;
  if (join < 0 || !v_.Head(join).Has(pb::FUNCTION_ROLE_JOIN) ||
      v_.At(join).passive) {
    return -1;
  }
  const int32_t object = ObjectOf(v_, join);
  return object >= 0 && v_.Is(object, GroupKind::kNoun) ? object : -1;
}

int32_t HolderResolver::SharedWith(const FilledFrame& frame) const {
  const int32_t noun = frame.group;
  if (!v_.Is(noun, GroupKind::kNoun)) return -1;
  const Clause& clause = v_.ClauseOf(noun);
  const int32_t verb = clause.verb;
  if (clause.subject != noun || verb < 0 || !v_.At(verb).passive ||
      !v_.Head(verb).Has(pb::FUNCTION_ROLE_SHARE) ||
      (frame.carrier != verb && IsNegated(v_, verb))) {
    return -1;
  }
  const int32_t by = verb + 1;
  return v_.Is(by, GroupKind::kPreposition) &&
                 v_.Head(by).Has(pb::FUNCTION_ROLE_PASSIVE_AGENT) &&
                 v_.Is(by + 1, GroupKind::kNoun)
             ? ObjectOf(v_, by)
             : -1;
}

int32_t HolderResolver::SharedBy(const FilledFrame& frame) const {
  const int32_t verb = frame.carrier;
  if (verb < 0 || verb == frame.group || v_.At(verb).passive) {
    return SharedWith(frame);
  }
  if (!v_.Head(verb).Has(pb::FUNCTION_ROLE_SHARE)) return -1;
  const int32_t subject = v_.ClauseOf(verb).subject;
  // "shares Chilean misgivings about it".
  if (frame.holder.kind == HolderRef::Kind::kModifier) return subject;
  const int32_t possessor = v_.At(frame.group).possessor;
  if (possessor < 0) return -1;
  return frame.holder.group == possessor ? subject : possessor;
}

}  // namespace stance
