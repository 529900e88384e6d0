#include "service/engine/stance/documents.h"

#include <utility>
#include <vector>

#include "service/engine/stance/mention_parts.h"
#include "service/engine/stance/slots.h"
#include "service/engine/stance/spokesmen.h"
#include "service/engine/stance/targets.h"

namespace stance {
namespace {

namespace pb = lexicon::v1;

bool IsDocument(const SentenceView& view, int32_t group) {
  return view.Is(group, GroupKind::kNoun) &&
         view.Head(group).Has(pb::FUNCTION_ROLE_STATEMENT);
}

// "said in | a report", "in | its report the union warned"; but "said in the
// report" may be somebody who is quoted there.
bool IsSaidIn(const SentenceView& view, int32_t document, int32_t verb) {
  const int32_t in = view.At(document).preposition;
  return in >= 0 && view.Head(in).Has(pb::FUNCTION_ROLE_IN) &&
         view.Head(verb).Reads(EntryKind::kReporting) &&
         !view.At(verb).passive &&
         !view.units[view.At(document).begin].Has(pb::FUNCTION_ROLE_DEFINITE);
}

// "sent | a letter", "sent the minister | a letter".
bool IsMadeBy(const SentenceView& view, int32_t document, int32_t verb) {
  const int32_t object = ObjectOf(view, verb);
  return object == document ||
         (object >= 0 && object + 1 == document &&
          view.Is(object, GroupKind::kNoun) &&
          view.At(document).preposition < 0 && CanHold(view, object));
}

// The subject of the verb, or of the clause that a gerund hangs on.
int32_t SubjectOf(const SentenceView& view, int32_t verb) {
  const Clause* clause = &view.ClauseOf(verb);
  while (clause->subject < 0 && clause->parent >= 0 &&
         (clause->kind == ClauseKind::kGerund ||
          clause->kind == ClauseKind::kInfinitive)) {
    clause = &view.syntax.clauses[clause->parent];
  }
  return clause->subject;
}

}  // namespace

int32_t AuthorIn(const SentenceView& view, int32_t document) {
  if (!IsDocument(view, document)) return -1;
  int32_t author = Spokesman(view, document);
  if (author == document) {
    const int32_t verb = view.ClauseOf(document).verb;
    if (verb < 0) return -1;
    const Unit& first = view.units[view.At(document).begin];
    if (IsSaidIn(view, document, verb)) {
      author = SubjectOf(view, verb);
    } else if (!Makes(view, verb)) {
      return -1;
    } else if (view.At(verb).passive &&
               view.ClauseOf(verb).subject == document &&
               // "was quoted by both", "whose study was read by both".
               !view.Head(verb).Reads(EntryKind::kReporting) &&
               !first.Is(kPossessivePronoun) &&
               !view.Is(document - 1, GroupKind::kRelative)) {
      const int32_t by = PassiveBy(view, verb, verb);
      author = by < 0 ? -1 : ObjectOf(view, by);
    } else if (verb < document && !view.At(verb).passive &&
               IsMadeBy(view, document, verb) &&
               // What was there before is not made now.
               !first.Has(pb::FUNCTION_ROLE_DEFINITE) &&
               !first.Has(pb::FUNCTION_ROLE_DEMONSTRATIVE)) {
      author = SubjectOf(view, verb);
    }
  }
  const bool somebody = author >= 0 && author != document &&
                        view.Is(author, GroupKind::kNoun) &&
                        CanHold(view, author);
  return somebody ? author : -1;
}

int32_t BodyBefore(const SentenceView& view, int32_t document) {
  if (!IsDocument(view, document)) return -1;
  const Group& g = view.At(document);
  for (uint32_t u = g.head; u-- > g.begin;) {
    const Unit& unit = view.units[u];
    const int32_t actor = view.FirstReading(EntryKind::kActor, unit);
    const int32_t agent = view.FirstReading(EntryKind::kAgent, unit);
    const bool body =
        actor >= 0 ? view.lexicon.actors[actor].kind != pb::ACTOR_KIND_PERSON &&
                         view.lexicon.actors[actor].kind != pb::ACTOR_KIND_PLACE
                   : agent >= 0 &&
                         view.lexicon.agents[agent].role == pb::AGENT_ROLE_BODY;
    if (body) return static_cast<int32_t>(u);
  }
  return -1;
}

bool MayTakeUpDocument(const SentenceView& view, int32_t group) {
  if (!view.Is(group, GroupKind::kNoun)) return false;
  const Unit& first = view.units[view.At(group).begin];
  if (view.Head(group).Is(kPronoun)) {
    return first.Has(pb::FUNCTION_ROLE_NEUTER);
  }
  return IsDocument(view, group) &&
         (first.Has(pb::FUNCTION_ROLE_DEFINITE) ||
          first.Has(pb::FUNCTION_ROLE_DEMONSTRATIVE) ||
          first.Is(kPossessivePronoun));
}

const EntityList* AuthorsOf(const SentenceView& view, int32_t group,
                            const Discourse& discourse) {
  if (discourse.documents.empty() || !MayTakeUpDocument(view, group)) {
    return nullptr;
  }
  const Unit& head = view.Head(group);
  if (head.Is(kPronoun)) {
    const Discourse::Document& last = discourse.documents.back();
    return last.sentence + 1 == view.index ? &last.authors : nullptr;
  }
  for (size_t i = discourse.documents.size(); i-- > 0;) {
    const Discourse::Document& document = discourse.documents[i];
    if (document.lemma == head.lemma) return &document.authors;
  }
  // "adopted a resolution … | the text": any word for what was made just now.
  const Discourse::Document& last = discourse.documents.back();
  return last.sentence + 1 == view.index ? &last.authors : nullptr;
}

void FindDocuments(const SentenceView& view, SentenceMentions* mentions,
                   Discourse* discourse) {
  for (int32_t g = 0; g < view.syntax.size(); ++g) {
    if (!IsDocument(view, g)) continue;
    int32_t author = AuthorIn(view, g);
    const int32_t unit = author < 0 ? BodyBefore(view, g) : -1;
    if (author < 0 && unit < 0) continue;
    Discourse::Document document{view.Head(g).lemma, view.index, {}};
    if (unit >= 0) {
      document.authors = mentions->WhoModifies(static_cast<uint32_t>(unit));
    }
    for (; author >= 0; author = view.At(author).next_conjunct) {
      if (!CanHold(view, author)) continue;
      const EntityList& who = mentions->Who(author, -1).entities;
      document.authors.insert(document.authors.end(), who.begin(), who.end());
    }
    if (document.authors.empty()) continue;
    std::erase_if(discourse->documents, [&](const Discourse::Document& old) {
      return old.lemma == document.lemma;
    });
    discourse->documents.push_back(std::move(document));
  }
}

}  // namespace stance
