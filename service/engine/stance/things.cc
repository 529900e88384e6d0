#include "service/engine/stance/things.h"

#include <algorithm>

namespace stance {
namespace {

namespace pb = lexicon::v1;

// How far back (in sentences) a pronoun may look.
constexpr uint32_t kThingReach = 1;
// And a reaction to a decision.
constexpr uint32_t kDecisionReach = 4;
// Things of the first sentences are what an article is about.
constexpr uint32_t kLead = 2;

// What makes a thing the topic: how often it is spoken of (more often than that
// is all the time), that it stood in the lead, that it was spoken of just now,
// that it is named, not told as an act, in the title too, and by what kind of
// word; that others
// took a stand on it. The weights are ten times those of a regression on the
// topics of the annotated articles (a choice among all things of the text).
constexpr int kOften = 5;
constexpr int kMention = 5;
constexpr int kInLead = 5;
constexpr int kJustNow = 4;
constexpr int kNamed = 2;
constexpr int kIssue = 2;
constexpr int kProposal = 8;
constexpr int kAnaphor = 6;
constexpr int kStatement = 4;
constexpr int kAct = 2;
constexpr int kInTitle = 8;
constexpr int kStances = 6;

// Of what the word for the thing tells.
int WeightOfWord(const WordInfo& word, WordId lemma,
                 const std::vector<WordId>& title) {
  const bool in_title =
      std::find(title.begin(), title.end(), lemma) != title.end();
  return (in_title ? kInTitle : 0) +
         (word.Has(pb::FUNCTION_ROLE_PROPOSAL) ? kProposal : 0) +
         (word.Has(pb::FUNCTION_ROLE_ANAPHOR) ? kAnaphor : 0) +
         (word.Has(pb::FUNCTION_ROLE_STATEMENT) ? kStatement : 0) +
         (word.Has(pb::FUNCTION_ROLE_ACT) ? kAct : 0);
}

// Without the stances on it.
int OwnWeight(const Discourse::Thing& thing, uint32_t sentence) {
  const int distance = static_cast<int>(sentence - thing.last_sentence);
  return kMention * std::min(static_cast<int>(thing.count), kOften) +
         (thing.first_sentence < kLead ? kInLead : 0) +
         (distance <= 1 ? kJustNow : 0) + (thing.lemma != 0 ? kNamed : 0) +
         (thing.issue >= 0 ? kIssue : 0) + thing.weight_of_word - distance;
}

int Weight(const Discourse::Thing& thing, uint32_t sentence) {
  return OwnWeight(thing, sentence) +
         kStances * std::min(static_cast<int>(thing.stances), kOften);
}

// Spoken of in a later sentence, or more often, or later in the same.
bool Fresher(const Discourse::Thing& a, const Discourse::Thing& b) {
  if (a.last_sentence != b.last_sentence) {
    return a.last_sentence > b.last_sentence;
  }
  if (a.count != b.count) return a.count > b.count;
  return a.last_begin > b.last_begin;
}

}  // namespace

void MentionThing(const Lexicon& lexicon, WordId lemma, const Mention& mention,
                  std::string_view text, int32_t issue, bool plural, bool full,
                  uint32_t sentence, Discourse* discourse) {
  for (size_t i = discourse->things.size(); i-- > 0;) {
    Discourse::Thing& thing = discourse->things[i];
    const bool same =
        lemma != 0 ? thing.lemma == lemma && (!full || thing.text == text)
                   : thing.text == text;
    if (!same) continue;
    ++thing.count;
    thing.last_sentence = sentence;
    thing.last_begin = mention.begin;
    thing.last_text = text;
    return;
  }
  discourse->things.push_back({lemma, mention, text, text, issue, plural, 1,
                               sentence, sentence, mention.begin, 0,
                               lemma == 0
                                   ? 0
                                   : WeightOfWord(lexicon.Word(lemma), lemma,
                                                  discourse->title_lemmas)});
}

bool MayBeTopic(const Discourse::Thing& thing, const Discourse::Thing& best,
                uint32_t sentence) {
  return OwnWeight(thing, sentence) + kStances * kOften >=
         OwnWeight(best, sentence);
}

const Discourse::Thing* TopicAt(const Discourse& discourse, uint32_t sentence,
                                const Discourse::Thing* excluded) {
  const Discourse::Thing* best = nullptr;
  int best_weight = 0;
  for (const Discourse::Thing& thing : discourse.things) {
    if (&thing == excluded) continue;
    const int weight = Weight(thing, sentence);
    if (best != nullptr && weight <= best_weight) continue;
    best = &thing;
    best_weight = weight;
  }
  return best;
}

const Discourse::Thing* DecisionAt(const Lexicon& lexicon,
                                   const Discourse& discourse,
                                   uint32_t sentence) {
  // "the ruling": what is said in it may be spoken of again as a whole.
  const auto decides = [&](WordId lemma) {
    return lemma != 0 && lexicon.Word(lemma).Has(pb::FUNCTION_ROLE_STATEMENT) &&
           lexicon.Word(lemma).Has(pb::FUNCTION_ROLE_ANAPHOR);
  };
  const Discourse::Thing* last = nullptr;
  for (const Discourse::Thing& thing : discourse.things) {
    if (sentence > thing.last_sentence + kDecisionReach ||
        !decides(thing.lemma)) {
      continue;
    }
    if (last == nullptr || thing.count > last->count ||
        (thing.count == last->count && Fresher(thing, *last))) {
      last = &thing;
    }
  }
  return last;
}

const Discourse::Thing* LastThing(const Discourse& discourse, uint32_t sentence,
                                  bool plural) {
  const Discourse::Thing* last = nullptr;
  for (const Discourse::Thing& thing : discourse.things) {
    if (sentence > thing.last_sentence + kThingReach) continue;
    if (thing.plural != plural || thing.lemma == 0) continue;  // no act
    if (last == nullptr || Fresher(thing, *last)) last = &thing;
  }
  const Discourse::Thing& central = discourse.central;
  if (last != nullptr && !plural && !central.text.empty() && !central.plural &&
      central.last_sentence + 1 == sentence &&
      last->last_sentence == central.last_sentence &&
      last->lemma != central.lemma) {
    for (const Discourse::Thing& thing : discourse.things) {
      if (thing.lemma == central.lemma &&
          thing.last_sentence == central.last_sentence) {
        return &thing;
      }
    }
  }
  if (last != nullptr) return last;
  if (!central.text.empty() && central.plural == plural &&
      sentence <= central.last_sentence + kThingReach) {
    return &central;
  }
  return plural ? nullptr : TopicAt(discourse, sentence);
}

const Discourse::Thing* ThingBefore(const Discourse& discourse,
                                    const Discourse::Thing& last) {
  const Discourse::Thing* before = nullptr;
  for (const Discourse::Thing& thing : discourse.things) {
    if (thing.last_sentence != last.last_sentence ||
        thing.last_begin >= last.last_begin) {
      continue;
    }
    if (before == nullptr || Fresher(thing, *before)) before = &thing;
  }
  return before;
}

const Discourse::Thing* ThingOfTitle(const Discourse& discourse, bool plural) {
  const Discourse::Thing& central = discourse.central;
  if (!central.text.empty() && central.mention.part == Part::kTitle &&
      central.plural == plural) {
    return &central;
  }
  return nullptr;
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
