#include "service/engine/stance/author.h"

#include "service/engine/stance/entities.h"
#include "service/engine/stance/mention_parts.h"
#include "service/engine/stance/targets.h"

namespace stance {
namespace {

namespace pb = lexicon::v1;

// "We, | the undersigned": the noun group that says who; -1 for none.
int32_t SaidOfWe(const SentenceView& view, int32_t we) {
  int32_t group = we + 1;
  if (view.Is(group, GroupKind::kComma)) ++group;
  if (!view.Is(group, GroupKind::kNoun) ||
      !view.units[view.At(group).begin].Has(pb::FUNCTION_ROLE_DEFINITE)) {
    return -1;
  }
  return Possessed(view, group);
}

// "As parents of pupils, we": the noun group behind the first word.
int32_t SaidBeforeWe(const SentenceView& view, int32_t we) {
  const bool opens = view.Is(0, GroupKind::kPreposition) &&
                     view.Head(0).Has(pb::FUNCTION_ROLE_AS) &&
                     view.Is(1, GroupKind::kNoun) && view.At(1).plural;
  return opens && we > 2 && view.Is(we - 1, GroupKind::kComma) ? 1 : -1;
}

}  // namespace

void NoteAuthor(const SentenceView& view, int32_t publish_date,
                SentenceMentions* mentions, Discourse* discourse) {
  if (discourse->author >= 0 ||
      !view.syntax.any.Has(pb::FUNCTION_ROLE_FIRST_PLURAL)) {
    return;
  }
  for (int32_t g = 0; g < view.syntax.size(); ++g) {
    if (!view.Is(g, GroupKind::kNoun) || !view.Head(g).Is(kPronoun) ||
        !view.Head(g).Has(pb::FUNCTION_ROLE_FIRST_PLURAL) ||
        view.InSpeech(view.FirstToken(g))) {
      continue;
    }
    int32_t named = SaidOfWe(view, g);
    if (named < 0) named = SaidBeforeWe(view, g);
    if (named < 0) continue;
    if (ActorOf(view, named) >= 0) {
      const Resolution who = mentions->WhoAhead(named, -1);
      if (!who.entities.empty()) discourse->author = who.entities[0];
      return;
    }
    const TokenSpan span =
        TargetSpan(view, {TargetRef::Kind::kNoun, named});
    const Mention mention = view.Span(span.begin, span.end);
    discourse->author = Entities(view, publish_date, discourse)
                            .Add(view.TextOf(mention), mention);
    Entity& author = discourse->entities[discourse->author];
    author.plural = true;
    author.kind = pb::ACTOR_KIND_GROUP;
    return;
  }
}

int32_t FirstPersonNamed(const Discourse& discourse) {
  int32_t first = -1;
  for (size_t i = 0; i < discourse.entities.size(); ++i) {
    const Entity& entity = discourse.entities[i];
    if (!entity.person || entity.plural) continue;
    if (entity.agent >= 0 || entity.actor >= 0) return static_cast<int32_t>(i);
    if (first < 0) first = static_cast<int32_t>(i);
  }
  return first;
}

}  // namespace stance
