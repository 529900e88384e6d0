// Who the noun groups of one sentence are, each resolved once; and what the
// sentence leaves in memory for those to come.

#ifndef STANCE_ENGINE_STANCE_SENTENCE_MENTIONS_H_
#define STANCE_ENGINE_STANCE_SENTENCE_MENTIONS_H_

#include <vector>

#include "service/engine/sentence.h"
#include "service/engine/stance/discourse.h"
#include "service/engine/stance/mentions.h"
#include "service/engine/stance/resolver.h"
#include "service/engine/stance/targets.h"

namespace stance {

struct Attribution;

// Working memory, used again from sentence to sentence.
struct SentenceMentionsScratch {
  enum OfGroup : uint8_t {
    kResolved = 1,
    kSubject = 2,  // of a finite clause
  };
  // OfGroup bits by group; at least those of the sentence.
  std::vector<uint8_t> groups;
  std::vector<Resolution> resolutions;  // where resolved
  Resolution pronoun;                   // the last one
};

class SentenceMentions {
 public:
  // Borrows everything.
  SentenceMentions(const SentenceView& view, int32_t publish_date,
                   SentenceMentionsScratch* scratch, Discourse* discourse);

  // Who the noun group is. Names and roles are resolved once a sentence;
  // pronouns each time, for they depend on who speaks (-1: the article). The
  // answer holds until the next pronoun is asked for.
  const Resolution& Who(int32_t group, int32_t speaker) {
    const Unit& head = v_.Head(group);
    if (head.Is(kPronoun) && !head.Is(kProper)) {
      return WhoPronoun(group, speaker);
    }
    const Resolution& named = WhoNamed(group, speaker);
    // "Most of us": who they are the speaker tells.
    return named.entities.empty() && speaker >= 0 &&
                   (v_.syntax.any.Has(
                        lexicon::v1::FUNCTION_ROLE_FIRST_PLURAL) ||
                    v_.syntax.any.Has(
                        lexicon::v1::FUNCTION_ROLE_FIRST_SINGULAR))
               ? WhoPronoun(group, speaker)
               : named;
  }

  // The same before the groups that precede it have been remembered: only
  // names are resolved once and for all. The answer holds until the next group
  // is asked for.
  const Resolution& WhoAhead(int32_t group, int32_t speaker);

  // Who is named by a unit before the head of its noun group: "a UN report".
  EntityList WhoModifies(uint32_t unit) {
    return resolver_.Modifier(unit).entities;
  }

  // "according to Ann Roe": whoever says it is what the next "she" takes up.
  void CountAsSubject(int32_t group) {
    scratch_.groups[group] |= SentenceMentionsScratch::kSubject;
  }

  // Records what the noun group adds to the discourse: a thing that the text
  // may take up again ("the bill"), an entity for pronouns to come.
  void Remember(int32_t group, const Attribution& attribution) {
    const Unit& head = v_.Head(group);
    if (head.Has(lexicon::v1::FUNCTION_ROLE_PROPOSAL) ||
        head.Reads(EntryKind::kIssue)) {
      RememberThing(group);
    }
    if (head.Is(kPronoun) && !head.Is(kProper)) {
      if (IsSubject(group)) RememberPronoun(group, head, attribution);
      return;
    }
    if (!IsPlainThing(v_, group, head) && CanHold(v_, group, head)) {
      RememberEntity(group, head);
    } else if (!HasCentral() && (IsSubject(group) || IsObject(group))) {
      RememberCentral(group);
    }
  }

 private:
  bool IsSubject(int32_t group) const {
    return (scratch_.groups[group] & SentenceMentionsScratch::kSubject) != 0;
  }
  // The words of the noun group and its phrases.
  TokenSpan SpanOf(int32_t group);
  void RememberThing(int32_t group);
  // "He spoke first. He …": whoever is taken up is spoken of.
  // "Maud Parry has led it since May. She …": the name that was the subject
  // last, and nobody whom the pronoun could mean otherwise, is a person's.
  // False where there is none.
  bool NamePerson();
  void RememberPronoun(int32_t group, const Unit& head,
                       const Attribution& attribution);
  // The central thing of this sentence has been found.
  bool HasCentral() const {
    return d_.central.last_sentence == v_.index && !d_.central.text.empty();
  }
  void RememberCentral(int32_t group);
  bool IsObject(int32_t group) const;
  void RememberEntity(int32_t group, const Unit& head);
  // "union rep Ana Costa": the body beside the name, for "the union" to come.
  void RememberBody(int32_t group);
  // "Arsenal have agreed": the verb tells that a body is "they".
  bool IsSpokenOfAsMany(int32_t group) const;
  // For "they" and "both countries": "China and Russia", "the two sides".
  void RememberPlural(int32_t group);
  const Resolution& WhoPronoun(int32_t group, int32_t speaker);
  // Of what is no pronoun.
  const Resolution& WhoNamed(int32_t group, int32_t speaker) {
    Resolution& resolution = scratch_.resolutions[group];
    uint8_t& bits = scratch_.groups[group];
    if ((bits & SentenceMentionsScratch::kResolved) == 0) {
      bits |= SentenceMentionsScratch::kResolved;
      if (!StillHolds(group, speaker)) ResolveInto(group, speaker, &resolution);
    }
    return resolution;
  }
  void ResolveInto(int32_t group, int32_t speaker, Resolution* resolution) {
    ahead_ = -1;
    resolution->entities.clear();
    resolution->sieve = Sieve::kNone;
    resolver_.Resolve(group, speaker, resolution);
  }
  // The group was the last to be resolved, ahead of its turn, in the same
  // words, and nobody has been spoken of since.
  bool StillHolds(int32_t group, int32_t speaker) const {
    return group == ahead_ && speaker == ahead_speaker_ &&
           spoken_of_ == SpokenOf();
  }
  // Grows with every entity and every mention.
  size_t SpokenOf() const { return d_.entities.size() + d_.recent.size(); }

  const SentenceView& v_;
  SentenceMentionsScratch& scratch_;
  Discourse& d_;
  Resolver resolver_;
  // See StillHolds(); -1 for none.
  int32_t ahead_ = -1;
  int32_t ahead_speaker_ = -1;
  size_t spoken_of_ = 0;
  // The last answer of SpanOf(): a thing may be the central one, too.
  int32_t span_of_ = -1;
  TokenSpan span_;
};

// Asked of every noun group that can hold.
inline void SentenceMentions::RememberEntity(int32_t g, const Unit& head) {
  const bool subject = IsSubject(g);
  // "Members voiced their doubts"; but not "the levy on people".
  if (head.Has(lexicon::v1::FUNCTION_ROLE_QUANTITY) && !head.Is(kProper) &&
      !subject) {
    return;
  }
  const EntityList& who = WhoNamed(g, -1).entities;
  if (who.empty()) return;
  // "In Geneva the union …": neither "the union" nor "it" is a place.
  if (v_.At(g).preposition >= 0 &&
      v_.Head(v_.At(g).preposition).Has(lexicon::v1::FUNCTION_ROLE_IN) &&
      head.Is(kProper) && d_.entities[who[0]].actor < 0 &&
      d_.entities[who[0]].mentions == 0) {
    return;
  }
  if (v_.At(g).begin < v_.At(g).head &&
      v_.syntax.any.Reads(EntryKind::kActor)) {
    RememberBody(g);
  }
  const bool in_speech = v_.InSpeech(v_.FirstToken(g));
  for (int32_t entity : who) Touch(v_, entity, subject, &d_, in_speech);
  if (subject && v_.At(g).first_conjunct < 0 &&
      (v_.At(g).next_conjunct >= 0 || who.size() > 1)) {
    RememberPlural(g);
  } else if (subject && who.size() == 1 && head.Is(kProper) &&
             IsSpokenOfAsMany(g)) {
    d_.last_plural = who;
    d_.last_plural_sentence = v_.index;
  }
}

}  // namespace stance

#endif  // STANCE_ENGINE_STANCE_SENTENCE_MENTIONS_H_
