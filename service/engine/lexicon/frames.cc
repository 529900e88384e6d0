#include "service/engine/lexicon/frames.h"

#include <utility>

#include "absl/strings/str_split.h"
#include "service/engine/lexicon/concat.h"

namespace stance {
namespace {

namespace pb = lexicon::v1;

bool NeedsPreposition(pb::Slot slot) {
  return slot == pb::SLOT_PREPOSITION ||
         slot == pb::SLOT_PREPOSITION_INFINITIVE;
}

bool MayNamePreposition(pb::Slot slot) {
  return NeedsPreposition(slot) || slot == pb::SLOT_EVALUATED_OBJECT ||
         slot == pb::SLOT_MATRIX || slot == pb::SLOT_MATRIX_OBJECT ||
         slot == pb::SLOT_CONSEQUENCE || slot == pb::SLOT_CONTEXT ||
         slot == pb::SLOT_THAT_CLAUSE || slot == pb::SLOT_EVALUATED ||
         slot == pb::SLOT_PREDICATE;
}

void AppendKey(uint32_t value, std::string* key) {
  key->append(reinterpret_cast<const char*>(&value), sizeof(value));
}

void AppendKey(const Filler& filler, std::string* key) {
  AppendKey(static_cast<uint32_t>(filler.slot) << 1 |
                static_cast<uint32_t>(filler.contrary),
            key);
  AppendKey(static_cast<uint32_t>(filler.prepositions.size()), key);
  for (const WordId preposition : filler.prepositions) {
    AppendKey(preposition, key);
  }
}

// Equal for equal lists, different for others.
std::string Key(const std::vector<Frame>& frames) {
  std::string key;
  for (const Frame& frame : frames) {
    AppendKey(static_cast<uint32_t>(frame.polarity), &key);
    AppendKey(frame.holder, &key);
    AppendKey(static_cast<uint32_t>(frame.targets.size()), &key);
    for (const Filler& target : frame.targets) AppendKey(target, &key);
  }
  return key;
}

}  // namespace

FrameMaker::FrameMaker(const std::vector<LexiconSource>& sources,
                       Lexicon* lexicon, FindingSink* findings)
    : lexicon_(*lexicon), findings_(*findings) {
  ForEachEntry(
      sources, &pb::LexiconFile::like_preposition, "like_preposition",
      [&](const pb::LikePrepositions& prepositions, const Origin& origin) {
        if (prepositions.like().empty() || prepositions.words().empty()) {
          findings_.Error(origin, "MISSING_FIELD", prepositions.like(),
                          "like_preposition needs `like` and `words`");
          return;
        }
        for (const std::string& words : prepositions.words()) {
          for (const absl::string_view word :
               absl::StrSplit(words, ' ', absl::SkipEmpty())) {
            like_[prepositions.like()].push_back(lexicon_.vocabulary.Add(
                std::string_view(word.data(), word.size())));
          }
        }
      });
  ForEachEntry(
      sources, &pb::LexiconFile::frame_set, "frame_set",
      [&](const pb::FrameSet& set, const Origin& origin) {
        if (set.id().empty() || set.frame().empty()) {
          findings_.Error(origin, "MISSING_FIELD", set.id(),
                          "a frame set needs an id and at least one frame");
          return;
        }
        const auto [found, added] =
            sets_.try_emplace(set.id(), Set{&set, origin, false});
        if (added) {
          names_.push_back(set.id());
        } else {
          findings_.Error(
              origin, "DUPLICATE_ID", set.id(),
              Concat("also the id of the frame set at ",
                     findings_.Place(found->second.origin), "; rename one"));
        }
      });
}

std::span<const Frame> FrameMaker::Intern(std::vector<Frame> frames) {
  const auto [found, added] = lists_.try_emplace(Key(frames));
  if (added) {
    found->second = lexicon_.frame_lists.emplace_back(std::move(frames));
  }
  return found->second;
}

std::span<const Frame> FrameMaker::Frames(const pb::Cue& cue,
                                          const Origin& origin) {
  std::vector<Frame> frames;
  for (const pb::Frame& frame : cue.frame()) {
    frames.push_back(Make(frame, cue, origin));
  }
  for (const std::string& name : cue.frame_set()) {
    const auto found = sets_.find(name);
    if (found == sets_.end()) {
      findings_.Error(origin, "UNKNOWN_FRAME_SET", cue.id(),
                      Concat("there is no frame_set \"", name,
                             "\"; define it, or name another"));
      continue;
    }
    found->second.used = true;
    for (const pb::Frame& frame : found->second.set->frame()) {
      frames.push_back(Make(frame, cue, origin));
    }
  }
  if (cue.frame().empty() && cue.frame_set().empty()) {
    findings_.Error(origin, "MISSING_FIELD", cue.id(),
                    "a cue needs a frame or a frame_set, which say where its "
                    "holder and target stand");
  }
  return Intern(std::move(frames));
}

Frame FrameMaker::Make(const pb::Frame& frame, const pb::Cue& cue,
                       const Origin& origin) {
  Frame made;
  made.holder = Make(frame.holder(), cue, origin);
  if (made.holder.slot == pb::SLOT_UNSPECIFIED) {
    made.holder.slot = cue.word_class() == pb::WORD_CLASS_NOUN
                           ? pb::SLOT_POSSESSOR
                           : pb::SLOT_SUBJECT;
  }
  for (const pb::Filler& target : frame.target()) {
    made.targets.push_back(Make(target, cue, origin));
    if (target.slot() == pb::SLOT_UNSPECIFIED) {
      findings_.Error(origin, "MISSING_FIELD", cue.id(),
                      "a target of a frame needs a slot");
    }
  }
  if (frame.target().empty()) {
    findings_.Error(origin, "MISSING_FIELD", cue.id(),
                    "a frame needs a target");
  }
  made.polarity = frame.polarity() == pb::POLARITY_UNSPECIFIED
                      ? cue.polarity()
                      : frame.polarity();
  return made;
}

Filler FrameMaker::Make(const pb::Filler& filler, const pb::Cue& cue,
                        const Origin& origin) {
  Filler made;
  made.slot = filler.slot();
  made.contrary = filler.contrary();
  if (!filler.preposition().empty() && !MayNamePreposition(made.slot)) {
    findings_.Error(origin, "BAD_PREPOSITION", cue.id(),
                    Concat(pb::Slot_Name(made.slot),
                           " has no preposition; take it out, or name "
                           "SLOT_PREPOSITION"));
    return made;
  }
  const bool own = !filler.preposition().empty();
  if (!own && !NeedsPreposition(made.slot)) return made;
  const auto& prepositions = own ? filler.preposition() : cue.preposition();
  for (const std::string& preposition : prepositions) {
    if (preposition.find(' ') != std::string::npos || preposition.empty()) {
      findings_.Error(origin, "BAD_PREPOSITION", cue.id(),
                      Concat("the preposition \"", preposition,
                             "\" is not one word; name its last word, "
                             "and let the lemma hold the others"));
      continue;
    }
    made.prepositions.push_back(lexicon_.vocabulary.Add(preposition));
    const auto like = like_.find(preposition);
    if (like == like_.end()) continue;
    made.prepositions.insert(made.prepositions.end(), like->second.begin(),
                             like->second.end());
  }
  if (prepositions.empty()) {
    findings_.Error(origin, "MISSING_PREPOSITION", cue.id(),
                    Concat(pb::Slot_Name(made.slot),
                           " needs a preposition, in the frame or in "
                           "the cue's `preposition`"));
  }
  return made;
}

void FrameMaker::FindUnused() {
  for (const std::string& id : names_) {
    const Set& set = sets_[id];
    if (set.used) continue;
    findings_.Warn(set.origin, "UNUSED_FRAME_SET", id,
                   "no cue names this frame set; remove it");
  }
}

}  // namespace stance
