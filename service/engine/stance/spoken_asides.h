// Words of somebody's that no verb of saying governs: "as the mayor put it, …",
// "the union's view is that …", "the union was adamant: …".

#ifndef STANCE_ENGINE_STANCE_SPOKEN_ASIDES_H_
#define STANCE_ENGINE_STANCE_SPOKEN_ASIDES_H_

#include <cstdint>

#include "service/engine/sentence.h"

namespace stance {

// "As | the mayor said, …", "…, as | the mayor put it": all else in the
// sentence is what the subject of the verb of saying says.
bool IsSpokenAside(const SentenceView& view, int32_t verb, int32_t subject);

// "The union's | reply", "the message | from the union": whose word the noun
// group stands for; -1 for none, or nobody's.
int32_t OwnerOfWord(const SentenceView& view, int32_t group);

// "As the union sees it, …": who does in the clause; -1 for none.
int32_t WhoSeesItSo(const SentenceView& view, const Clause& clause);

// "The union's view | is | that …", "the message from the union is that …":
// the noun group whose word the clause behind the copula is; -1 for none.
int32_t WhoseWordIs(const SentenceView& view, int32_t copula);

// "The union | shares the view | that …", "the union is adamant | that …": who
// holds what the clause says that the noun or the adjective governs; -1 for
// none.
int32_t WhoHoldsThat(const SentenceView& view, int32_t governor);

// "“The levy is madness.” – | Ana Roe, baker": who is named behind the speech
// that ends in the sentence, and nothing else; -1 for none.
int32_t SignatureBehindSpeech(const SentenceView& view);

// A clause that ends in a colon, and what stands behind is what it tells of.
struct Announcement {
  int32_t verb = -1;     // of the clause
  int32_t speaker = -1;  // noun group
};

// "The union was adamant: the toll must go", "the union's message was clear:
// …". The verb is -1 where nothing is announced so.
Announcement AnnouncedByColon(const SentenceView& view);

// "Its message was clear: | scrap the toll": right behind the colon.
inline bool IsAnnounced(const SentenceView& view, int32_t group) {
  return view.Is(group - 1, GroupKind::kBreak) &&
         view.Head(group - 1).mark == ':' && AnnouncedByColon(view).verb >= 0;
}

}  // namespace stance

#endif  // STANCE_ENGINE_STANCE_SPOKEN_ASIDES_H_
