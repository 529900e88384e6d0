// Who holds what a frame says: from the group that fills its holder's slot, or
// the voice around it, to the actors of the article.

#ifndef STANCE_ENGINE_STANCE_HOLDERS_H_
#define STANCE_ENGINE_STANCE_HOLDERS_H_

#include <algorithm>
#include <cstdint>

#include "service/engine/stance/attribution.h"
#include "service/engine/stance/discourse.h"
#include "service/engine/stance/emission.h"
#include "service/engine/stance/frames.h"
#include "service/engine/stance/sentence_mentions.h"

namespace stance {

class HolderResolver {
 public:
  // Borrows everything. `publish_date` is YYYYMMDD, 0 for unknown.
  HolderResolver(const SentenceView& view, int32_t publish_date,
                 const Attribution& attribution, const Emitter& emitter,
                 SentenceMentions* mentions, Discourse* discourse)
      : v_(view),
        date_(publish_date),
        a_(attribution),
        emitter_(emitter),
        mentions_(*mentions),
        d_(*discourse) {}

  // The innermost voice at the frame, -1 for the article's own; fills `around`
  // with the reports around it, outermost first.
  int32_t Speaker(const FilledFrame& frame, ReportList* around) const {
    if (a_.reports.empty() && a_.quote_speaker < 0) {
      around->clear();
      return std::max(a_.turn_speaker, kNobody);
    }
    return SpeakerAround(frame, around);
  }
  // Fills in the holders of a frame whose speaker is known; false for nobody.
  bool Resolve(FiredFrame* fired) const;

 private:
  // For Speaker(), where somebody speaks in the sentence.
  int32_t SpeakerAround(const FilledFrame& frame, ReportList* around) const;
  // "The union and the bank said …": those who speak beside the speaker.
  void AddCoSpeakers(FiredFrame* fired) const;
  // The group and those that it is coordinated with.
  void AddHolders(int32_t group, FiredFrame* fired) const;
  // "The union said its members would fight it": the union would.
  bool AreMembersOfSpeaker(const FiredFrame& fired) const;
  // "No serious union would sign it": whoever says so would not.
  bool IsSpokenForAll(const FiredFrame& fired) const;
  // "The motion failed 2-5": the body that the text reports of; -1 for none.
  int32_t DecidingBody(const FilledFrame& frame) const;
  // "The letter condemns it": whoever made it, if a sentence before says.
  bool ByDocument(int32_t group, FiredFrame* fired) const;
  // "Peru joined | Fiji in condemning it": who was joined; -1 for none.
  int32_t JoinedBy(const FilledFrame& frame) const;
  // "Peru shared | Fiji's concern", "shares Fijian misgivings": the other of
  // the two; -1 for none.
  int32_t SharedBy(const FilledFrame& frame) const;
  // "Fiji's | concern | is shared by Peru": who shares it; -1 for none.
  int32_t SharedWith(const FilledFrame& frame) const;

  const SentenceView& v_;
  const int32_t date_;
  const Attribution& a_;
  const Emitter& emitter_;
  SentenceMentions& mentions_;
  Discourse& d_;
};

}  // namespace stance

#endif  // STANCE_ENGINE_STANCE_HOLDERS_H_
