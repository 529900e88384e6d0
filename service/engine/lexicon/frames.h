// Cues -> frames: their own, then those of their frame sets.

#ifndef STANCE_ENGINE_LEXICON_FRAMES_H_
#define STANCE_ENGINE_LEXICON_FRAMES_H_

#include <span>
#include <string>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "service/engine/lexicon/finding_sink.h"
#include "service/engine/lexicon/lexicon.h"

namespace stance {

class FrameMaker {
 public:
  // The arguments must outlive the maker. Words go into the lexicon's
  // vocabulary, frames into its frame_lists.
  FrameMaker(const std::vector<LexiconSource>& sources, Lexicon* lexicon,
             FindingSink* findings);

  std::span<const Frame> Frames(const lexicon::v1::Cue& cue,
                                const Origin& origin);

  // Warns of frame sets that no cue has named.
  void FindUnused();

 private:
  struct Set {
    const lexicon::v1::FrameSet* set = nullptr;
    Origin origin;
    bool used = false;
  };

  Frame Make(const lexicon::v1::Frame& frame, const lexicon::v1::Cue& cue,
             const Origin& origin);
  Filler Make(const lexicon::v1::Filler& filler, const lexicon::v1::Cue& cue,
              const Origin& origin);

  // The list with these frames, the same for equal ones.
  std::span<const Frame> Intern(std::vector<Frame> frames);

  Lexicon& lexicon_;
  FindingSink& findings_;
  absl::flat_hash_map<std::string, std::span<const Frame>> lists_;  // by Key
  // Others that stand for a preposition.
  absl::flat_hash_map<std::string, std::vector<WordId>> like_;
  absl::flat_hash_map<std::string, Set> sets_;
  std::vector<std::string> names_;  // of the sets, in order of the files
};

}  // namespace stance

#endif  // STANCE_ENGINE_LEXICON_FRAMES_H_
