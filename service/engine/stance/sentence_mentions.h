// Who the noun groups of one sentence are, each resolved once; and what the
// sentence leaves in memory for those to come.

#ifndef STANCE_ENGINE_STANCE_SENTENCE_MENTIONS_H_
#define STANCE_ENGINE_STANCE_SENTENCE_MENTIONS_H_

#include <vector>

#include "service/engine/sentence.h"
#include "service/engine/stance/discourse.h"
#include "service/engine/stance/mentions.h"

namespace stance {

// Working memory, used again from sentence to sentence.
struct SentenceMentionsScratch {
  struct OfGroup {
    int32_t resolution = -1;  // in `resolutions`, -1 where not resolved yet
    bool subject = false;     // of a finite clause
  };
  std::vector<OfGroup> groups;
  std::vector<Resolution> resolutions;
  Resolution pronoun;  // the last one
};

class SentenceMentions {
 public:
  // Borrows everything.
  SentenceMentions(const SentenceView& view, int32_t publish_date,
                   SentenceMentionsScratch* scratch, Discourse* discourse);

  // Who the noun group is. Names and roles are resolved once a sentence;
  // pronouns each time, for they depend on who speaks (-1: the article). The
  // answer holds until the next pronoun is asked for.
  const Resolution& Who(int32_t group, int32_t speaker);

  // The same before the groups that precede it have been remembered: only
  // names are resolved once and for all.
  Resolution WhoAhead(int32_t group, int32_t speaker);

  // Records what the noun group adds to the discourse: a thing that the text
  // may take up again ("the bill"), an entity for pronouns to come.
  void Remember(int32_t group);

 private:
  void RememberThing(int32_t group);
  void RememberCentral(int32_t group);
  bool IsObject(int32_t group) const;
  void RememberEntity(int32_t group);

  const SentenceView& v_;
  const int32_t date_;
  SentenceMentionsScratch& scratch_;
  Discourse& d_;
};

}  // namespace stance

#endif  // STANCE_ENGINE_STANCE_SENTENCE_MENTIONS_H_
