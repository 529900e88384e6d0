// Cues -> frames: their own, then those of their frame sets.

#ifndef STANCE_ENGINE_LEXICON_FRAMES_H_
#define STANCE_ENGINE_LEXICON_FRAMES_H_

#include <string>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "service/engine/lexicon/finding_sink.h"
#include "service/engine/lexicon/lexicon.h"

namespace stance {

class FrameMaker {
 public:
  // Both arguments must outlive the maker.
  FrameMaker(const std::vector<LexiconSource>& sources, Vocabulary* vocabulary,
             FindingSink* findings);

  std::vector<Frame> Frames(const lexicon::v1::Cue& cue, const Origin& origin);

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

  Vocabulary& vocabulary_;
  FindingSink& findings_;
  absl::flat_hash_map<std::string, Set> sets_;
  std::vector<std::string> names_;  // of the sets, in order of the files
};

}  // namespace stance

#endif  // STANCE_ENGINE_LEXICON_FRAMES_H_
