// Ids, and what entries say of other entries by their ids: parts, members,
// offices, wider issues.

#ifndef STANCE_ENGINE_LEXICON_REFERENCES_H_
#define STANCE_ENGINE_LEXICON_REFERENCES_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "service/engine/lexicon/finding_sink.h"
#include "service/engine/lexicon/lexicon.h"

namespace stance {

// The ids of all entries that have one.
class IdTable {
 public:
  explicit IdTable(FindingSink* findings) : findings_(*findings) {}

  // Checks that the id is there, well-formed and new.
  void Add(std::string_view id, EntryKind kind, uint32_t index,
           const Origin& origin);

  // The index of the entry of `kind` with that id; -1 where there is none.
  int32_t Find(std::string_view id, EntryKind kind) const;

  // The index of the entry of `kind` with that id; -1 and a finding about
  // `field` of `owner` where there is none.
  int32_t Resolve(std::string_view id, EntryKind kind, std::string_view field,
                  std::string_view owner, const Origin& origin);

 private:
  struct Target {
    EntryKind kind;
    uint32_t index;
    Origin origin;
  };
  FindingSink& findings_;
  absl::flat_hash_map<std::string, Target> targets_;
};

// YYYY-MM-DD -> YYYYMMDD; 0 where it is not a day of the calendar.
int32_t ParseDate(std::string_view date);

// Fills the parts of actors and issues that name other entries.
// REQUIRES: the lexicon's entries stand in order of the sources, agents too.
void ResolveReferences(const std::vector<LexiconSource>& sources, IdTable* ids,
                       Lexicon* lexicon, FindingSink* findings);

}  // namespace stance

#endif  // STANCE_ENGINE_LEXICON_REFERENCES_H_
