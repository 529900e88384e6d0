#include "service/engine/lexicon/calibration_entries.h"

#include <string>

#include "absl/container/flat_hash_set.h"

namespace stance {

namespace pb = lexicon::v1;

void ReadCalibration(const std::vector<LexiconSource>& sources,
                     Calibration* calibration, FindingSink* findings) {
  absl::flat_hash_set<std::string> seen;
  ForEachEntry(sources, &pb::LexiconFile::calibration, "calibration",
               [&](const pb::Calibration& entry, const Origin& origin) {
                 const std::string& way = entry.way();
                 if (!findings->Require(!way.empty(), origin, {},
                                        "a calibration needs a way")) {
                   return;
                 }
                 if (!(entry.precision() >= 0 && entry.precision() <= 1)) {
                   findings->Error(origin, "BAD_NUMBER", way,
                                   "the precision is not a number from 0 to 1");
                 }
                 if (!calibration->Set(way, entry.precision())) {
                   findings->Error(
                       origin, "UNKNOWN_WAY", way,
                       "no stance is found in such a way; write a kind "
                       "of cue and \"/named\" or \"/coreference\"");
                 } else if (!seen.insert(way).second) {
                   findings->Error(origin, "DUPLICATE_ID", way,
                                   "the way is calibrated twice; remove one");
                 }
               });
}

}  // namespace stance
