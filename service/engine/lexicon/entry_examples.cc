#include "service/engine/lexicon/entry_examples.h"

#include <utility>

#include "service/engine/lexicon/concat.h"
#include "service/engine/lexicon/examples_notation.h"

namespace stance {
namespace {

// The schema's name of the field.
std::string_view FieldOf(Example::Kind kind) {
  switch (kind) {
    case Example::Kind::kExample:
      return "example";
    case Example::Kind::kCounterExample:
      return "counter_example";
    case Example::Kind::kKnownBug:
      return "known_bug";
  }
  return {};
}

}  // namespace

void ExampleReader::Read(const EntryForms& entry, Example::Kind kind,
                         const Notations& notations) {
  const std::string_view field = FieldOf(kind);
  for (int i = 0; i < notations.size(); ++i) {
    Example example;
    example.kind = kind;
    example.entry_kind = entry.kind;
    example.entry = entry.index;
    example.entry_id = entry.id;
    example.file = findings_.File(entry.origin);
    example.line = findings_.Line(entry.origin, field, i);
    if (entry.kind == EntryKind::kCue) {
      example.polarity = lexicon_.cues[entry.index].polarity;
    }
    const std::string fault = ParseExample(notations[i], &example);
    if (fault.empty()) {
      if (examples_ != nullptr) examples_->push_back(std::move(example));
    } else {
      findings_.Error(entry.origin, "BAD_EXAMPLE", entry.id,
                      Concat("\"", notations[i], "\": ", fault), field, i);
    }
  }
}

void ExampleReader::ReportMissing(const EntryForms& entry, bool example,
                                  bool counter_example, Severity severity) {
  if (example) {
    std::string message =
        "there is no example; add a sentence in which the entry fires, with "
        "{holder} and [target]";
    if (severity == Severity::kError) {
      findings_.Error(entry.origin, "MISSING_EXAMPLE", entry.id,
                      std::move(message));
    } else {
      findings_.Warn(entry.origin, "MISSING_EXAMPLE", entry.id,
                     std::move(message));
    }
  }
  if (counter_example) {
    findings_.Warn(entry.origin, "MISSING_EXAMPLE", entry.id,
                   "there is no counter_example; add a sentence in which the "
                   "entry must not fire");
  }
}

}  // namespace stance
