#include "service/engine/stance/enacting.h"

#include "service/engine/stance/documents.h"
#include "service/engine/stance/mention_parts.h"

namespace stance {
namespace {

// "On Mali, | the ministers:", "At its meeting in Lima, | the Council:": behind
// the phrase that says of what, when or where.
int32_t BehindOpeningPhrase(const SentenceView& view) {
  if (!view.Is(0, GroupKind::kPreposition)) return 0;
  for (int32_t i = 1;
       view.Is(i, GroupKind::kNoun) || view.Is(i, GroupKind::kPreposition) ||
       view.Is(i, GroupKind::kOther) || view.Is(i, GroupKind::kComma);
       ++i) {
    if (view.Is(i, GroupKind::kComma)) return i + 1;
  }
  return 0;
}

// "The Council, | convened in Lima,", "Mindful of the families | displaced,":
// what a paragraph that a comma ends says of a noun with such a form alone is a
// participle. But "The minister said," tells who speaks.
bool IsReduced(const SentenceView& view, int32_t verb) {
  const Group& g = view.At(verb);
  return g.end - g.begin == 1 && view.Head(verb).MayBe(kVerbParticiple) &&
         !view.Head(verb).Reads(EntryKind::kReporting);
}

char LastMark(const SentenceView& view) {
  return view.text.source[view.text.tokens[view.sentence.end - 1].begin];
}

}  // namespace

bool HasSubject(const SentenceView& view) {
  const bool goes_on = LastMark(view) == ',';
  for (const Clause& clause : view.syntax.clauses) {
    if (clause.verb >= 0 && clause.subject >= 0 &&
        !(goes_on && IsReduced(view, clause.verb)) &&
        // "Convinced that talks help,": of what they are convinced of.
        clause.kind == ClauseKind::kMain &&
        view.At(clause.verb).form == VerbForm::kFinite) {
      return true;
    }
  }
  return false;
}

void FindEnacting(const SentenceView& view, SentenceMentions* mentions,
                  Discourse* discourse) {
  const uint32_t next = view.index + 1;
  if (next >= view.text.sentences.size() || view.sentence.bullet ||
      (view.text.sentences[next].paragraph == view.sentence.paragraph &&
       !view.text.sentences[next].bullet)) {
    return;
  }
  // "We, the ministers of the Community, gathered in Lima,".
  if (discourse->author >= 0 && view.Is(0, GroupKind::kNoun) &&
      view.Head(0).Has(lexicon::v1::FUNCTION_ROLE_FIRST_PLURAL)) {
    discourse->enacting = {discourse->author};
    return;
  }
  if (HasSubject(view)) return;
  int32_t group = BehindOpeningPhrase(view);
  while (view.Is(group, GroupKind::kAdverb) ||
         view.Is(group, GroupKind::kComma)) {
    ++group;
  }
  group = Possessed(view, group);
  if (!view.Is(group, GroupKind::kNoun)) return;
  if (const EntityList* authors = AuthorsOf(view, group, *discourse)) {
    discourse->enacting = *authors;
    discourse->body = authors->front();
    return;
  }
  if (!CanHold(view, group)) return;
  const Resolution& who = mentions->Who(group, -1);
  if (who.entities.empty()) return;
  discourse->enacting = who.entities;
  discourse->body = who.entities[0];
}

}  // namespace stance
