// Noun groups that take up somebody named before: "the bloc".

#include <algorithm>

#include "absl/container/inlined_vector.h"
#include "service/engine/stance/pronouns.h"
#include "service/engine/stance/resolver.h"

namespace stance {
namespace {

namespace pb = lexicon::v1;

// How far back (in sentences) a description may look.
constexpr uint32_t kDescriptionReach = 8;

bool EndsWithWord(std::string_view name, std::string_view word) {
  if (name.size() <= word.size() || word.empty()) return false;
  const std::string_view tail = name.substr(name.size() - word.size());
  if (tail.data()[-1] != ' ') return false;
  for (size_t i = 0; i < word.size(); ++i) {
    if ((tail[i] | 0x20) != (word[i] | 0x20)) return false;
  }
  return true;
}

}  // namespace

bool Resolver::DescribedBefore(int32_t group, Resolution* result) const {
  const Group& g = v_.At(group);
  // What the words describe in the lexicon: "bloc", "West African nation".
  absl::InlinedVector<int32_t, 8> described;
  for (uint32_t u = g.begin; u < g.end; ++u) {
    v_.ForEach(EntryKind::kActor, v_.units[u], [&](const EntryRef& ref) {
      if (ref.form == FormKind::kDescription) {
        described.push_back(static_cast<int32_t>(ref.index));
      }
    });
  }
  const Unit& head = v_.Head(group);
  const std::string_view word = v_.text.Slice(head.begin, head.end);
  if (described.empty() && !d_.index.names.MayHave(word)) return false;
  for (size_t i = d_.recent.size(); i-- > 0;) {
    const Discourse::Recent& recent = d_.recent[i];
    if (v_.index > recent.sentence + kDescriptionReach) break;
    const Entity& entity = d_.entities[recent.entity];
    if ((!described.empty() && std::find(described.begin(), described.end(),
                                         entity.actor) != described.end()) ||
        (!entity.person && EndsWithWord(entity.name, word))) {
      result->entities.push_back(recent.entity);
      result->sieve = Sieve::kDescription;
      return true;
    }
  }
  // "The council" all through its minutes.
  if (d_.body >= 0 && EndsWithWord(d_.entities[d_.body].name, word)) {
    result->entities.push_back(d_.body);
    result->sieve = Sieve::kDescription;
    return true;
  }
  return false;
}

bool Resolver::OfKind(int32_t group, const MentionParts& parts,
                      Resolution* result) const {
  const Group& g = v_.At(group);
  const ActorKind kind = lexicon_.agents[parts.agent].describes;
  if (kind == pb::ACTOR_KIND_UNSPECIFIED || !parts.definite || g.plural ||
      g.end - g.begin != 2) {
    return false;
  }
  for (size_t i = d_.recent.size(); i-- > 0;) {
    const Discourse::Recent& recent = d_.recent[i];
    if (v_.index > recent.sentence + kDescriptionReach) break;
    const Entity& entity = d_.entities[recent.entity];
    // An organisation in no lexicon may be a company or a party.
    const bool fits =
        entity.kind == kind ||
        (entity.actor < 0 && entity.agent < 0 &&
         (entity.maybe_body || entity.kind == pb::ACTOR_KIND_ORGANIZATION) &&
         kind != pb::ACTOR_KIND_COUNTRY);
    // "The council" is not the Department of Land Use.
    const bool other_body =
        entity.actor < 0 && entity.agent >= 0 && entity.agent != parts.agent &&
        lexicon_.agents[entity.agent].role == pb::AGENT_ROLE_BODY;
    if ((entity.person && !entity.maybe_body) || entity.plural || other_body ||
        !fits) {
      continue;
    }
    result->entities.push_back(recent.entity);
    result->sieve = Sieve::kDescription;
    return true;
  }
  return false;
}

bool Resolver::TheSpeaker(int32_t group, const MentionParts& parts,
                          Resolution* result) const {
  const Group& g = v_.At(group);
  if (!parts.definite || g.plural || g.end - g.begin != 2 ||
      g.apposition >= 0 || g.possessor >= 0 || d_.last_speaker < 0 ||
      v_.Is(group + 1, GroupKind::kPreposition) ||
      v_.sentence.paragraph > d_.last_speaker_paragraph + 1) {
    return false;
  }
  const Entity& speaker = d_.entities[d_.last_speaker];
  // Somebody who has a name.
  if (!speaker.person || speaker.plural || speaker.name.empty() ||
      (speaker.actor < 0 && speaker.name[0] >= 'a' && speaker.name[0] <= 'z')) {
    return false;
  }
  result->entities.push_back(d_.last_speaker);
  result->sieve = Sieve::kDescription;
  return true;
}

bool Resolver::TheCountry(int32_t group, Resolution* result) const {
  if (!IsTheCountry(v_, group)) return false;
  int32_t last = -1;
  for (size_t i = d_.recent.size(); i-- > 0;) {
    const Discourse::Recent& recent = d_.recent[i];
    if (v_.index > recent.sentence + kDescriptionReach) break;
    if (d_.entities[recent.entity].kind != pb::ACTOR_KIND_COUNTRY) continue;
    if (last < 0 || recent.subject) last = recent.entity;
    if (recent.subject) break;
  }
  if (last < 0) return false;
  result->entities.push_back(last);
  result->sieve = Sieve::kDescription;
  return true;
}

}  // namespace stance
