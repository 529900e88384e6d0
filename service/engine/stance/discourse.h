// Whom an article has spoken of so far.

#ifndef STANCE_ENGINE_STANCE_DISCOURSE_H_
#define STANCE_ENGINE_STANCE_DISCOURSE_H_

#include <cstdint>
#include <string_view>
#include <vector>

#include "absl/container/inlined_vector.h"
#include "service/engine/analysis.h"
#include "service/engine/lexicon/lexicon.h"
#include "service/engine/stance/chained_table.h"
#include "service/engine/stance/found_stance.h"
#include "service/engine/stance/name_filters.h"
#include "service/engine/stance/sieve.h"
#include "service/engine/stance/title_label.h"

namespace stance {

// Somebody who can hold a stance. Names are parts of the article or of the
// lexicon.
struct Entity {
  int32_t actor = -1;     // in Lexicon::actors; -1: in no lexicon
  std::string_view name;  // canonical, else the fullest mention
  ActorKind kind{};
  lexicon::v1::Gender gender{};
  int32_t agent = -1;       // the role that it was given last
  int32_t represents = -1;  // the entity it speaks for
  int32_t owner = -1;       // "her aide": she
  bool plural = false;
  bool person = false;
  // Taken for a person, but may be a body: "Halden Foods".
  bool maybe_body = false;
  Mention first;  // first mention
  uint32_t last_sentence = 0;
  uint32_t mentions = 0;
};

using EntityList = absl::InlinedVector<int32_t, 4>;

// What tells most entities apart at a glance: searched many times a sentence.
struct EntityIndex {
  ChainedTable actors;  // by Entity::actor, where in a lexicon
  ChainedTable prints;  // by a print of the whole name
  Beginnings beginnings;
  std::vector<uint32_t> initials;  // 1 << (c & 31) for each word's first byte
  Endings names;
  Endings roles;  // of all that entities were given so far

  void Clear() {
    actors.Clear();
    prints.Clear();
    beginnings.Clear();
    initials.clear();
    names.Clear();
    roles.Clear();
  }
};

// Instead of an entity: the article itself speaks, or somebody who asks.
inline constexpr int32_t kNobody = -1;
inline constexpr int32_t kQuestioner = -2;

struct Discourse {
  std::vector<Entity> entities;
  EntityIndex index;
  // Entities in the order of their mentions, most recent last.
  struct Recent {
    int32_t entity;
    uint32_t sentence;
    bool subject;
    bool in_speech;  // inside quotation marks
  };
  std::vector<Recent> recent;
  EntityList
      last_plural;  // of the last coordinated subject: "China and Russia"
  uint32_t last_plural_sentence = 0;
  int32_t last_speaker = -1;  // entity who spoke last
  uint32_t last_speaker_paragraph = 0;
  int32_t turn_speaker = -1;  // of a transcript: "Qin Gang: …"
  int32_t interviewee = -1;   // who answers in a transcript
  // The paragraph behind the last one that is nothing but a question; 0: none.
  uint32_t answer_paragraph = 0;
  bool opened = false;  // the text's first sentence with a verb was read
  int32_t issuer = -1;  // whose statement the first sentence says it is
  int32_t author = -1;  // "We, the undersigned, …": "we" of the text
  // The author says "I", or the title calls the text an opinion: whatever
  // nobody else says is theirs.
  bool columnist = false;
  // What the title says of the text, until its first sentence is read.
  TitleLabel title;
  // The body whose decisions the text reports: that of minutes, or the last to
  // enact something; -1 for none.
  int32_t body = -1;
  // What the last question of a transcript asked of the interviewee.
  std::vector<FoundStance> asked;
  // And what it was about. See question_topics.h.
  struct Topic {
    Mention mention;  // empty for nothing
    int32_t issue = -1;
    uint32_t sentence = 0;
  };
  Topic asked_about;
  // "The Council," and "The ministers:": whose the paragraphs and list items
  // without a subject are that follow.
  EntityList enacting;
  // "They want:", "Our demands are simple:": what is said of the items that
  // follow. See listed_targets.h.
  struct List {
    uint32_t cue = 0;    // in Lexicon::cues
    EntityList holders;  // empty: of no list
    Mention holder_mention;
    Sieve sieve = Sieve::kNone;
    lexicon::v1::Polarity polarity{};
    uint32_t last_sentence = 0;  // of its opening, of its last item
  };
  List list;
  // Letters, resolutions and the like whose authors were named, the last of
  // each word. See documents.h.
  struct Document {
    WordId lemma = 0;
    uint32_t sentence = 0;
    EntityList authors;
  };
  std::vector<Document> documents;
  // What was undone last: see undone_events.h. Empty: nothing was.
  std::string_view undone;
  uint32_t undone_sentence = 0;
  // What it was last done to by nobody who is named, and where.
  std::string_view undone_thing;
  uint32_t undone_thing_sentence = 0;
  // What letters stand for in this text. See abbreviations.h.
  struct Abbreviation {
    std::string_view letters;
    int32_t entity = -1;
  };
  std::vector<Abbreviation> abbreviations;
  int32_t country = -1;  // the country that the article spoke of last
  // The body that stood for its country last, "Peru's health ministry": in
  // Lexicon::agents, and the entity that it stood for; -1 for none.
  int32_t body_agent = -1;
  int32_t body_of = -1;
  // What the text speaks about and may take up again ("the bill", "it"), in
  // order of first mention. See things.h.
  struct Thing {
    WordId lemma = 0;  // of the head; 0 for acts
    Mention mention;   // the fullest so far
    std::string_view text;
    std::string_view last_text;  // of the last mention: "the bill"
    int32_t issue = -1;
    bool plural = false;
    uint32_t count = 0;
    uint32_t first_sentence = 0;
    uint32_t last_sentence = 0;
    uint32_t last_begin = 0;  // byte of the last mention
    uint32_t stances = 0;     // how many were found on it
    int weight_of_word = 0;   // how likely a topic the word for it is
  };
  std::vector<Thing> things;
  // The first subject or object of the last sentence that is a thing, of
  // whatever kind: what "it" and "them" may mean. Its text is empty where there
  // is none.
  Thing central;

  // The nouns of the title.
  std::vector<WordId> title_lemmas;

  void Clear() {
    title_lemmas.clear();
    entities.clear();
    index.Clear();
    recent.clear();
    things.clear();
    central = {};
    last_plural.clear();
    asked.clear();
    asked_about = {};
    enacting.clear();
    documents.clear();
    list.holders.clear();
    undone = undone_thing = {};
    abbreviations.clear();
    last_plural_sentence = undone_sentence = 0;
    last_speaker = turn_speaker = interviewee = author = issuer = country = -1;
    body = -1;
    title = {};
    columnist = opened = false;
    body_agent = body_of = -1;
    last_speaker_paragraph = answer_paragraph = 0;
  }
};

}  // namespace stance

#endif  // STANCE_ENGINE_STANCE_DISCOURSE_H_
