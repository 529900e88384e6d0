// What the engine answers: plain structs, the mirror of
// stance.v1.ClassifyArticleResponse without its encoding. Names, texts and ids
// borrow from the article and from the lexicon, which must outlive them.

#ifndef STANCE_ENGINE_ANALYSIS_H_
#define STANCE_ENGINE_ANALYSIS_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "absl/container/inlined_vector.h"
#include "stance/lexicon/v1/lexicon.pb.h"

namespace stance {

// The same numbers as in stance.v1.
using lexicon::v1::ActorKind;
using lexicon::v1::Factuality;
using lexicon::v1::Polarity;

enum class Part : uint8_t { kText = 1, kTitle = 2 };
enum class TargetKind : uint8_t { kIssue = 1, kActor = 2, kPhrase = 3 };

// Bytes [begin, end) of a part. Invariant: text == part.substr(begin, end -
// begin); empty (begin == end) where there is nothing to show.
struct Mention {
  Part part = Part::kText;
  uint32_t begin = 0;
  uint32_t end = 0;

  bool empty() const { return begin == end; }
  friend bool operator==(const Mention&, const Mention&) = default;
};

struct Speaker {
  std::string_view id;  // empty where in no lexicon
  std::string_view display_name;
  ActorKind kind{};
  Mention mention;
  std::string_view represents_id;
  std::string_view represents_display_name;
};

struct DerivationStep {
  // "match", "frame", "operator", "attribution", "coreference", "actor",
  // "derived", "confidence".
  std::string_view stage;
  std::string_view entry_id;  // lexicon entry or named sieve
  Mention mention;
  std::string effect;  // "holder", "target", "reverse", "resolve: China", …
  Polarity polarity_after{};
};

struct Evidence {
  // Not left to the compiler, which would fill all of it with zeros first.
  Evidence() {}

  Mention sentence;
  Mention actor;
  Mention cue;
  Mention target;
  absl::InlinedVector<Speaker, 1> speakers;  // outermost first
  bool quoted = false;
  Factuality factuality{};
  std::vector<DerivationStep> derivation;  // filled where `explain` is set
};

struct Target {
  std::string_view id;  // issue or actor; empty for an open phrase
  std::string_view display_name;
  std::string_view text;
  TargetKind kind{};
};

struct Stance {
  Stance() {}  // as Evidence()

  Polarity polarity{};
  Target target;
  float confidence = 0;
  bool derived = false;
  absl::InlinedVector<Evidence, 1> evidence;  // clearest first
};

struct Actor {
  std::string_view id;
  std::string_view display_name;
  ActorKind kind{};
};

struct ActorStances {
  ActorStances() {}  // as Evidence()

  Actor actor;
  // By first mention. Most actors have one or two: those lie inside.
  absl::InlinedVector<Stance, 2> stances;
};

struct UnknownPhrase {
  Mention mention;
  std::string_view slot;  // "holder", "target", "cue"
};

struct Notice {
  std::string_view code;  // NO_PUBLISH_TIME, UNRESOLVED_HOLDER, LANGUAGE_DOUBT
  std::string message;
  Mention mention;
};

struct Analysis {
  std::vector<ActorStances> actors;  // by first mention
  std::vector<UnknownPhrase> unknown;
  std::vector<Notice> notices;
};

}  // namespace stance

#endif  // STANCE_ENGINE_ANALYSIS_H_
