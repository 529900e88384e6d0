#include "service/engine/stance/spokesmen.h"

#include "service/engine/stance/slots.h"
#include "service/engine/stance/targets.h"

namespace stance {
namespace {

namespace pb = lexicon::v1;

// "issued a statement in | Oslo": no newspaper.
bool IsCountryOrPlace(const SentenceView& view, int32_t group) {
  const int32_t actor = ActorOf(view, group);
  if (actor < 0) return false;
  const pb::ActorKind kind = view.lexicon.actors[actor].kind;
  return kind == pb::ACTOR_KIND_COUNTRY || kind == pb::ACTOR_KIND_PLACE;
}

}  // namespace

int32_t SentByPhrase(const SentenceView& view, int32_t group) {
  const int32_t agent = view.FirstReading(EntryKind::kAgent, view.Head(group));
  if (agent < 0) return -1;
  const pb::AgentRole role = view.lexicon.agents[agent].role;
  if (role != pb::AGENT_ROLE_OFFICIAL && role != pb::AGENT_ROLE_BODY) return -1;
  const int32_t body =
      NounBehind(view, group, pb::FUNCTION_ROLE_HOLDER_PREPOSITION);
  if (body < 0 || view.Head(group + 1).Has(pb::FUNCTION_ROLE_GENITIVE) ||
      view.Head(group + 1).Has(pb::FUNCTION_ROLE_PASSIVE_AGENT)) {
    return -1;
  }
  const int32_t of = view.FirstReading(EntryKind::kAgent, view.Head(body));
  const bool bodily = of >= 0 &&
                      (view.lexicon.agents[of].role == pb::AGENT_ROLE_BODY ||
                       view.lexicon.agents[of].role == pb::AGENT_ROLE_GROUP) &&
                      !view.At(body).plural;
  return bodily || ActorOf(view, body) >= 0 || IsNamed(view, body) ? body : -1;
}

bool Makes(const SentenceView& view, int32_t verb) {
  const Unit& head = view.Head(verb);
  if (view.At(verb).copula || head.Is(kHave)) return false;
  return LightDirection(view, verb) != pb::LIGHT_VERB_DIRECTION_RECEIVE &&
         view.FindCue(head, pb::WORD_CLASS_VERB, [](const CueEntry& cue) {
           return cue.polarity == pb::POLARITY_OPPOSES ||
                  cue.effect == pb::EFFECT_REVERSE ||
                  cue.sense == pb::SENSE_EVALUATION;
         }) == nullptr;
}

int32_t SpokesmanOf(const SentenceView& view, int32_t group) {
  if (view.At(group).possessor >= 0) return view.At(group).possessor;
  int32_t preposition = group + 1;
  // "a letter signed by 40 doctors", "an order, issued by a judge".
  if (view.Is(preposition, GroupKind::kComma) &&
      view.Is(preposition + 1, GroupKind::kVerb)) {
    ++preposition;
  }
  if (view.Is(preposition, GroupKind::kVerb) &&
      view.At(preposition).form == VerbForm::kParticiple &&
      Makes(view, preposition) &&
      view.Is(preposition + 1, GroupKind::kPreposition) &&
      view.Head(preposition + 1).Has(pb::FUNCTION_ROLE_PASSIVE_AGENT)) {
    ++preposition;
  }
  if (view.Is(preposition, GroupKind::kComma)) ++preposition;
  if (!view.Is(preposition, GroupKind::kPreposition)) return group;
  const Unit& head = view.Head(preposition);
  const int32_t noun = ObjectOf(view, preposition);
  return noun >= 0 && view.Is(noun, GroupKind::kNoun) &&
                 (head.Has(pb::FUNCTION_ROLE_HOLDER_PREPOSITION) ||
                  head.Has(pb::FUNCTION_ROLE_GENITIVE) ||
                  // "an editorial in the Lancet".
                  (head.Has(pb::FUNCTION_ROLE_IN) && IsNamed(view, noun) &&
                   !IsCountryOrPlace(view, noun)))
             ? noun
             : group;
}

}  // namespace stance
