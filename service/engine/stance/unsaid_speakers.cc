#include "service/engine/stance/unsaid_speakers.h"

#include "service/engine/stance/mention_parts.h"
#include "service/engine/stance/spoken_asides.h"

namespace stance {
namespace {

// The subject of the words before the colon that stands before the quotation
// mark at `opening`.
int32_t BeforeColon(const SentenceView& view, const Discourse& discourse,
                    int32_t opening, SentenceMentions* mentions) {
  int32_t subject = view.syntax.clauses[0].subject;
  // "Ms Roe's verdict on the levy: “a disgrace”."
  if (subject < 0 && view.Is(0, GroupKind::kNoun)) {
    subject = 0;
    while (view.Is(subject + 1, GroupKind::kOther) ||
           view.Is(subject + 1, GroupKind::kNoun)) {
      ++subject;
    }
  }
  if (subject < 0 || subject >= opening) return -1;
  // "The union's reply: “…”", "The union had a warning: “…”".
  const int32_t announced = AnnouncedByColon(view).speaker;
  const int32_t owner = announced >= 0 ? announced : OwnerOfWord(view, subject);
  if (owner >= 0) {
    const EntityList& who = mentions->WhoAhead(owner, -1).entities;
    return who.size() == 1 ? who[0] : -1;
  }
  if (!CanHold(view, subject) && view.At(subject).possessor >= 0) {
    subject = view.At(subject).possessor;
  }
  if (!CanHold(view, subject)) return -1;
  const EntityList& who = mentions->WhoAhead(subject, -1).entities;
  return who.size() == 1 && discourse.entities[who[0]].person ? who[0] : -1;
}

// "The ministry issued the following statement:".
bool EndsInColon(const SentenceView& view, const Sentence& sentence) {
  return sentence.end > sentence.begin &&
         view.text.Of(view.text.tokens[sentence.end - 1]) == ":";
}

// The last subject of the sentence before: a person, or whoever is announced to
// speak.
int32_t SentenceBefore(const SentenceView& view, const Discourse& discourse) {
  if (view.index == 0) return -1;
  const Sentence& before = view.text.sentences[view.index - 1];
  const bool announced = EndsInColon(view, before);
  if (before.paragraph != view.sentence.paragraph && !announced) return -1;
  for (size_t i = discourse.recent.size(); i-- > 0;) {
    const Discourse::Recent& recent = discourse.recent[i];
    if (recent.sentence + 1 != view.index) return -1;
    if (recent.subject) {
      return announced || discourse.entities[recent.entity].person
                 ? recent.entity
                 : -1;
    }
  }
  return -1;
}

}  // namespace

int32_t PersonBeforeSpeech(const SentenceView& view, const Discourse& discourse,
                           SentenceMentions* mentions) {
  int32_t opening = 0;
  while (opening < view.syntax.size() && !view.Is(opening, GroupKind::kQuote)) {
    ++opening;
  }
  if (opening == 0) return SentenceBefore(view, discourse);
  return opening > 1 && view.Is(opening - 1, GroupKind::kBreak)
             ? BeforeColon(view, discourse, opening, mentions)
             : -1;
}

}  // namespace stance
