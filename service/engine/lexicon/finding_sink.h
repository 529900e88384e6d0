// Where the compiler's passes leave their findings.

#ifndef STANCE_ENGINE_LEXICON_FINDING_SINK_H_
#define STANCE_ENGINE_LEXICON_FINDING_SINK_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "service/engine/lexicon/compiler.h"

namespace stance {

// Calls visit(entry, origin) for each entry of one repeated field, in order of
// files. The n-th call is about the n-th entry of that kind in the Lexicon.
template <typename Entries, typename Visitor>
void ForEachEntry(const std::vector<LexiconSource>& sources,
                  const Entries& (lexicon::v1::LexiconFile::*entries)() const,
                  const char* field, Visitor visit) {
  for (uint32_t s = 0; s < sources.size(); ++s) {
    int index = 0;
    for (const auto& entry : (sources[s].file.*entries)()) {
      visit(entry, Origin{s, field, index++});
    }
  }
}

class FindingSink {
 public:
  explicit FindingSink(const std::vector<LexiconSource>& sources)
      : sources_(sources) {}

  // `part` and `part_index` name the field inside the entry, where the finding
  // is about one of many ("example", 3).
  void Error(const Origin& origin, std::string_view code,
             std::string_view entry_id, std::string message,
             std::string_view part = {}, int part_index = 0) {
    Add(Severity::kError, origin, code, entry_id, std::move(message), part,
        part_index);
  }
  void Warn(const Origin& origin, std::string_view code,
            std::string_view entry_id, std::string message,
            std::string_view part = {}, int part_index = 0) {
    Add(Severity::kWarning, origin, code, entry_id, std::move(message), part,
        part_index);
  }

  // An error about a missing field where the condition does not hold; returns
  // the condition.
  bool Require(bool condition, const Origin& origin, std::string_view entry_id,
               std::string message) {
    if (!condition) {
      Error(origin, "MISSING_FIELD", entry_id, std::move(message));
    }
    return condition;
  }

  // "cues/verbs.txtpb:12", for messages that point elsewhere.
  std::string Place(const Origin& origin) const;
  const std::string& File(const Origin& origin) const {
    return sources_[origin.source].path;
  }
  uint32_t Line(const Origin& origin, std::string_view part = {},
                int part_index = 0) const;

  // Adds what another sink has got about the same sources.
  void Take(FindingSink* other);

  // Appends the findings in order of files and lines; true where none is an
  // error.
  bool MoveTo(std::vector<Finding>* findings);

 private:
  void Add(Severity severity, const Origin& origin, std::string_view code,
           std::string_view entry_id, std::string message,
           std::string_view part, int part_index);

  const std::vector<LexiconSource>& sources_;
  std::vector<std::pair<uint32_t, Finding>> findings_;  // with their source
};

}  // namespace stance

#endif  // STANCE_ENGINE_LEXICON_FINDING_SINK_H_
