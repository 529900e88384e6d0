#include "service/engine/lexicon/calibration_entries.h"

#include <cmath>
#include <string>

#include "absl/container/flat_hash_set.h"

namespace stance {
namespace {

namespace pb = lexicon::v1;

void ReadPrecision(const pb::Calibration& entry, const Origin& origin,
                   Calibration* calibration, FindingSink* findings) {
  if (!(entry.precision() >= 0 && entry.precision() <= 1)) {
    findings->Error(origin, "BAD_NUMBER", entry.way(),
                    "the precision is not a number from 0 to 1");
  }
  if (!calibration->SetPrecision(entry.way(), entry.precision())) {
    findings->Error(origin, "UNKNOWN_WAY", entry.way(),
                    "no stance is found in such a way; write a kind "
                    "of cue and \"/named\" or \"/coreference\", \"sign/\" and "
                    "a sign, or the id of a cue");
  }
}

// Of a sign, or of a cue.
void ReadLogOdds(const pb::Calibration& entry, const Origin& origin,
                 const IdTable& ids, Lexicon* lexicon, FindingSink* findings) {
  if (!std::isfinite(entry.log_odds())) {
    findings->Error(origin, "BAD_NUMBER", entry.way(),
                    "the log-odds are not a number");
  }
  if (entry.way().starts_with("sign/")) {
    if (!lexicon->calibration.SetLogOdds(entry.way(), entry.log_odds())) {
      findings->Error(origin, "UNKNOWN_WAY", entry.way(),
                      "there is no such sign; calibration.h lists them");
    }
    return;
  }
  // The lexicon may be a part of the one that was calibrated.
  const int32_t cue = ids.Find(entry.way(), EntryKind::kCue);
  if (cue < 0) return;
  constexpr uint32_t kFew = 3;
  lexicon->cues[cue].log_odds = entry.log_odds();
  lexicon->cues[cue].rare = entry.count() < kFew;
}

}  // namespace

void ReadCalibration(const std::vector<LexiconSource>& sources,
                     const IdTable& ids, Lexicon* lexicon,
                     FindingSink* findings) {
  absl::flat_hash_set<std::string> seen;
  ForEachEntry(sources, &pb::LexiconFile::calibration, "calibration",
               [&](const pb::Calibration& entry, const Origin& origin) {
                 const std::string& way = entry.way();
                 if (!findings->Require(!way.empty(), origin, {},
                                        "a calibration needs a way")) {
                   return;
                 }
                 if (way.starts_with("sign/") || way.starts_with("cue/")) {
                   ReadLogOdds(entry, origin, ids, lexicon, findings);
                 } else {
                   ReadPrecision(entry, origin, &lexicon->calibration,
                                 findings);
                 }
                 if (!seen.insert(way).second) {
                   findings->Error(origin, "DUPLICATE_ID", way,
                                   "the way is calibrated twice; remove one");
                 }
               });
}

}  // namespace stance
