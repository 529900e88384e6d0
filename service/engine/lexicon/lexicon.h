// The compiled lexicon: an immutable snapshot of what is known.
//
//   std::shared_ptr<const Lexicon> lexicon =
//       CompileLexicon(sources, …, &findings, &examples);
//
// Built once, then const; safe to use from any number of threads. Requests hold
// a shared_ptr to the snapshot that they began with.

#ifndef STANCE_ENGINE_LEXICON_LEXICON_H_
#define STANCE_ENGINE_LEXICON_LEXICON_H_

#include <array>
#include <cstdint>
#include <deque>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "service/engine/lexicon/calibration.h"
#include "service/engine/lexicon/phrase_trie.h"
#include "service/engine/lexicon/suffix_table.h"
#include "service/engine/lexicon/vocabulary.h"
#include "service/engine/lexicon/word.h"
#include "service/engine/text/text.h"
#include "stance/lexicon/v1/lexicon.pb.h"

namespace stance {

static_assert(lexicon::v1::FUNCTION_ROLE_OPINION_LABEL > kRolesOfAWord,
              "WordInfo::functions has a bit for each role up to the text's");

enum class EntryKind : uint8_t {
  kActor,      // index: actors
  kAgent,      // index: agents
  kIssue,      // index: issues
  kCue,        // index: cues
  kModifier,   // index: modifiers
  kLightVerb,  // index: light_verbs
  kReporting,  // index: reporting_verbs
  kNull,       // index: nulls
};

// How a matched form stands to its entry.
enum class FormKind : uint8_t {
  kName,       // actor: canonical name or alias
  kAdjective,  // actor: "Chinese"
  kDemonym,    // actor: "a Pole"; plural: kDemonymPlural
  kDemonymPlural,
  kMetonym,      // actor: "Beijing", "the Kremlin"
  kSurname,      // person: the last word of a name that the lexicon lists
  kDescription,  // actor: "bloc", a common noun
  kSingular,     // agent, issue, nominal cue
  kPlural,
  kBase,  // verbs: cue, light verb, reporting verb
  kThird,
  kPast,
  kParticiple,
  kPastOrParticiple,
  kGerund,
  kFixed,  // adjectives, phrases, modifiers, nulls
};

// One reading of a phrase: an entry, and the form in which it stands there.
struct EntryRef {
  EntryKind kind;
  FormKind form;
  // Matches only as written (or all in capitals): the phrase holds a capital.
  bool case_sensitive = false;
  uint8_t word_class = 0;  // of a cue: lexicon.v1.WordClass
  uint32_t index = 0;
  // For case-sensitive readings: the spelling, in Lexicon::spellings.
  uint32_t spelling = 0;
  uint32_t classes = 0;  // WordClassBit that the reading gives its phrase
};

// A phrase of the lexicon: its readings, and what they come to together, so
// that the stages need not walk them for it.
struct Phrase {
  uint32_t first = 0;      // readings [first, first + count)
  uint32_t count = 0;      // at most 64
  uint32_t classes = 0;    // of all readings
  uint32_t slots = 0;      // 1 << Slot of each target slot of the cues
  uint8_t kinds = 0;       // 1 << EntryKind of each reading
  bool person = false;     // a cue names its holder by itself ("critics")
  bool addressee = false;  // a verb of saying whose object is told: "tell"
  bool verbal = false;     // every reading is a verb's
  // The spelling of every case-sensitive reading is one word with a capital at
  // its beginning and small letters behind it.
  bool capitalised = false;
  uint64_t cased = 0;  // the case-sensitive readings

  // A bit for each reading.
  uint64_t All() const { return ~uint64_t{0} >> (64 - count); }
};

struct Filler {
  lexicon::v1::Slot slot;
  std::vector<WordId> prepositions;  // of PREPOSITION*; never empty there
  bool contrary = false;             // the other side of the frame's polarity
};

struct Frame {
  Filler holder;
  std::vector<Filler> targets;
  lexicon::v1::Polarity polarity;  // the cue's where the frame names none
};

struct ActorEntry {
  std::string id;
  std::string name;
  lexicon::v1::ActorKind kind;
  lexicon::v1::Gender gender;
  int32_t part_of = -1;  // index of an actor
  bool represents = false;
  struct Office {
    int32_t agent = -1;  // index of the agent with that lemma, -1 if none
    std::string title;
    int32_t of = -1;   // index of an actor
    int32_t from = 0;  // YYYYMMDD
    int32_t to = 99991231;
  };
  std::vector<Office> offices;
  std::vector<int32_t> members;
};

struct AgentEntry {
  std::string id;
  std::string lemma;
  lexicon::v1::AgentRole role;
  lexicon::v1::Gender gender;
  bool collective = false;
  lexicon::v1::ActorKind describes{};
  bool shared = false;  // many hold it at once
};

struct IssueEntry {
  std::string id;
  std::string name;
  int32_t parent = -1;
};

// What the grammar asks of a cue comes first, in one cache line.
struct alignas(64) CueEntry {
  lexicon::v1::WordClass word_class{};
  lexicon::v1::Polarity polarity{};
  lexicon::v1::Effect effect{};  // resolved: never UNSPECIFIED
  lexicon::v1::Sense sense{};
  lexicon::v1::Factuality factuality{};
  uint32_t slots = 0;         // 1 << Slot of each target slot of its frames
  float log_odds = 0;         // measured: what it adds to those of its way
  bool rare = true;           // measured on few stances, or on none
  bool person = false;        // names its holder by itself ("critics")
  bool contestable = false;   // only on what can be contested
  bool predicative = false;   // only behind a copula
  bool only_through = false;  // only where the target is an operator
  bool only_denied = false;   // only where it is negated or refused
  // Own frames, then those of its frame sets; in Lexicon::frame_lists.
  std::span<const Frame> frames;
  std::string id;
  std::string lemma;
};

inline constexpr uint32_t kNoCue = 0xFFFFFFFF;
// The entry that stands for a promise made by a modal verb alone.
inline constexpr std::string_view kCommitmentCue = "cue/commitment";
// The entry that stands for what somebody does something for.
inline constexpr std::string_view kPurposeCue = "cue/purpose";
// The entry that stands for what somebody does away with.
inline constexpr std::string_view kActCue = "cue/act";
// The entry that stands for a demand made by a modal verb alone.
inline constexpr std::string_view kObligationCue = "cue/obligation";
// The entry that stands for an image in quotation marks.
inline constexpr std::string_view kSlightCue = "cue/slight";

struct ModifierEntry {
  std::string id;
  lexicon::v1::ModifierEffect effect;
  lexicon::v1::Direction direction;
};

struct LightVerbEntry {
  std::string lemma;
  lexicon::v1::LightVerbDirection direction;
};

struct ReportingVerbEntry {
  std::string lemma;
  bool addressee = false;
  bool denies = false;    // "denied that …": says the contrary
  bool supposes = false;  // "fears that A will back it": of others, not known
};

struct NullEntry {
  std::string phrase;
  bool name = false;
};

// Stands in phrases for the object behind a verb: "take <obj> to task". As a
// word it is in no text.
inline constexpr std::string_view kObjectSlot = "<obj>";

// Stands in phrases for whose the noun behind it is: "clip <gen> wings" is
// found in "clipped the agency's wings". As a word it is in no text.
inline constexpr std::string_view kGenitiveSlot = "<gen>";

class Lexicon {
 public:
  Lexicon() = default;
  Lexicon(const Lexicon&) = delete;  // cues point into it
  Lexicon& operator=(const Lexicon&) = delete;

  Vocabulary vocabulary;        // word form -> WordId
  std::vector<WordInfo> words;  // by WordId; [0] is the unknown word
  SuffixTable suffixes;         // what unknown words may be, by their ending
  PhraseTrie trie;              // WordIds -> index of `phrases`
  WordId object_slot = 0;    // the word kObjectSlot; 0 where no phrase has it
  WordId genitive_slot = 0;  // the same of kGenitiveSlot
  std::vector<Phrase> phrases;  // [0] is none
  std::vector<EntryRef> readings;
  std::vector<std::string> spellings;

  std::vector<ActorEntry> actors;
  std::vector<AgentEntry> agents;
  std::vector<IssueEntry> issues;
  std::vector<CueEntry> cues;
  // Thousands of cues share a few hundred lists of frames.
  std::deque<std::vector<Frame>> frame_lists;
  // The cue "cue/commitment": a speaker's own promise, made by a modal verb.
  uint32_t commitment = kNoCue;
  // The cue "cue/obligation": what a speaker says should be done.
  uint32_t obligation = kNoCue;
  // The cue "cue/purpose": "went to court to halt the sale".
  uint32_t purpose = kNoCue;
  // The cue "cue/act": "the council shelved the plan".
  uint32_t act = kNoCue;
  // The cue "cue/slight": "it was \"a hole in a bucket\"".
  uint32_t slight = kNoCue;
  std::vector<ModifierEntry> modifiers;
  std::vector<LightVerbEntry> light_verbs;
  std::vector<ReportingVerbEntry> reporting_verbs;
  std::vector<NullEntry> nulls;
  TextRules text_rules;
  Calibration calibration;

  std::string name;
  std::string version;   // of the lexicon's data
  std::string checksum;  // hex SHA-256 of all file names and contents

  // The form's info; WordInfo{} for 0.
  const WordInfo& Word(WordId id) const { return words[id]; }
  // The id of a lower-case form, 0 where there is none. For set-up, not for
  // the inner loop.
  WordId Find(std::string_view lower) const { return vocabulary.Find(lower); }
};

}  // namespace stance

#endif  // STANCE_ENGINE_LEXICON_LEXICON_H_
