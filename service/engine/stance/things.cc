#include "service/engine/stance/things.h"

namespace stance {
namespace {

// How far back (in sentences) a pronoun may look.
constexpr uint32_t kThingReach = 2;
// Things of the first sentences are what an article is about.
constexpr uint32_t kLead = 2;

// Spoken of in a later sentence, or more often, or later in the same.
bool Fresher(const Discourse::Thing& a, const Discourse::Thing& b) {
  if (a.last_sentence != b.last_sentence) {
    return a.last_sentence > b.last_sentence;
  }
  if (a.count != b.count) return a.count > b.count;
  return a.last_begin > b.last_begin;
}

}  // namespace

void MentionThing(WordId lemma, const Mention& mention, std::string_view text,
                  int32_t issue, bool plural, bool full, uint32_t sentence,
                  Discourse* discourse) {
  for (size_t i = discourse->things.size(); i-- > 0;) {
    Discourse::Thing& thing = discourse->things[i];
    const bool same =
        lemma != 0 ? thing.lemma == lemma && (!full || thing.text == text)
                   : thing.text == text;
    if (!same) continue;
    ++thing.count;
    thing.last_sentence = sentence;
    thing.last_begin = mention.begin;
    return;
  }
  discourse->things.push_back({lemma, mention, text, issue, plural, 1, sentence,
                               sentence, mention.begin});
}

const Discourse::Thing* TopicAt(const Discourse& discourse, uint32_t sentence) {
  const Discourse::Thing* best = nullptr;
  int best_score = 0;
  for (const Discourse::Thing& thing : discourse.things) {
    const int distance = static_cast<int>(sentence - thing.last_sentence);
    const int score = 4 * static_cast<int>(thing.count) +
                      (thing.first_sentence < kLead ? 8 : 0) - 2 * distance;
    if (best != nullptr && score <= best_score) continue;
    best = &thing;
    best_score = score;
  }
  return best;
}

const Discourse::Thing* LastThing(const Discourse& discourse, uint32_t sentence,
                                  bool plural) {
  const Discourse::Thing* last = nullptr;
  for (const Discourse::Thing& thing : discourse.things) {
    if (sentence > thing.last_sentence + kThingReach) continue;
    if (thing.plural != plural) continue;
    if (last != nullptr) {
      // A noun sooner than an act.
      const bool noun = thing.lemma != 0;
      const bool last_noun = last->lemma != 0;
      if (noun != last_noun ? last_noun : Fresher(*last, thing)) continue;
    }
    last = &thing;
  }
  if (last != nullptr || plural) return last;
  return TopicAt(discourse, sentence);
}

const Discourse::Thing* ThingWithHead(const Discourse& discourse,
                                      WordId lemma) {
  const Discourse::Thing* found = nullptr;
  for (const Discourse::Thing& thing : discourse.things) {
    if (thing.lemma == lemma &&
        (found == nullptr || thing.last_begin > found->last_begin)) {
      found = &thing;
    }
  }
  return found;
}

}  // namespace stance
