// The examples of an entry, each with its file and line.

#ifndef STANCE_ENGINE_LEXICON_ENTRY_EXAMPLES_H_
#define STANCE_ENGINE_LEXICON_ENTRY_EXAMPLES_H_

#include <string>
#include <string_view>
#include <vector>

#include "service/engine/lexicon/finding_sink.h"
#include "service/engine/lexicon/lexicon.h"
#include "service/engine/lexicon/phrase_table.h"

namespace stance {

class ExampleReader {
 public:
  using Notations = google::protobuf::RepeatedPtrField<std::string>;

  // Examples are appended to `examples`; where it is null they are checked
  // only. The polarity of a cue's is that of `lexicon`.
  ExampleReader(const Lexicon& lexicon, std::vector<Example>* examples,
                FindingSink* findings)
      : lexicon_(lexicon), examples_(examples), findings_(*findings) {}

  // Reads all three kinds. `Entry`: a message with the three fields.
  template <typename Entry>
  void ReadAll(const EntryForms& entry, const Entry& message) {
    Read(entry, Example::Kind::kExample, message.example());
    Read(entry, Example::Kind::kCounterExample, message.counter_example());
    Read(entry, Example::Kind::kKnownBug, message.known_bug());
  }
  void Read(const EntryForms& entry, Example::Kind kind,
            const Notations& notations);

  // An entry proves itself: having no example is a finding of `severity`,
  // having no counter-example a warning.
  template <typename Entry>
  void Require(const EntryForms& entry, const Entry& message,
               Severity severity) {
    ReportMissing(entry, message.example().empty(),
                  message.counter_example().empty(), severity);
  }

 private:
  void ReportMissing(const EntryForms& entry, bool example,
                     bool counter_example, Severity severity);

  const Lexicon& lexicon_;
  std::vector<Example>* examples_;
  FindingSink& findings_;
};

}  // namespace stance

#endif  // STANCE_ENGINE_LEXICON_ENTRY_EXAMPLES_H_
