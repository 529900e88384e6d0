#include "service/lexicon_files/checks.h"

namespace stance {
namespace {

namespace pb = lexicon::v1;

template <typename Entries>
std::vector<Origin> Collect(const std::vector<LexiconSource>& sources,
                            const Entries& (pb::LexiconFile::*entries)() const,
                            const char* field) {
  std::vector<Origin> origins;
  ForEachEntry(sources, entries, field, [&](const auto&, const Origin& origin) {
    origins.push_back(origin);
  });
  return origins;
}

}  // namespace

std::vector<Origin> OriginsOf(const std::vector<LexiconSource>& sources,
                              EntryKind kind) {
  switch (kind) {
    case EntryKind::kActor:
      return Collect(sources, &pb::LexiconFile::actor, "actor");
    case EntryKind::kAgent:
      return Collect(sources, &pb::LexiconFile::agent, "agent");
    case EntryKind::kIssue:
      return Collect(sources, &pb::LexiconFile::issue, "issue");
    case EntryKind::kCue:
      return Collect(sources, &pb::LexiconFile::cue, "cue");
    case EntryKind::kModifier:
      return Collect(sources, &pb::LexiconFile::modifier, "modifier");
    case EntryKind::kLightVerb:
      return Collect(sources, &pb::LexiconFile::light_verb, "light_verb");
    case EntryKind::kReporting:
      return Collect(sources, &pb::LexiconFile::reporting_verb,
                     "reporting_verb");
    case EntryKind::kNull: {
      // One entry of the lexicon a phrase.
      std::vector<Origin> origins;
      ForEachEntry(sources, &pb::LexiconFile::null, "null",
                   [&](const pb::NullPhrase& null, const Origin& origin) {
                     origins.insert(origins.end(), null.phrase_size(), origin);
                   });
      return origins;
    }
  }
  return {};
}

}  // namespace stance
