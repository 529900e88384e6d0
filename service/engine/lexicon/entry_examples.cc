#include "service/engine/lexicon/entry_examples.h"

#include <string>
#include <string_view>
#include <utility>

#include "service/engine/lexicon/concat.h"
#include "service/engine/lexicon/examples_notation.h"

namespace stance {
namespace {

namespace pb = lexicon::v1;

class Reader {
 public:
  Reader(const std::vector<LexiconSource>& sources,
         std::vector<Example>* examples, FindingSink* findings)
      : sources_(sources), examples_(examples), findings_(*findings) {}

  void Run() {
    if (examples_ != nullptr) examples_->reserve(examples_->size() + Count());
    ReadField(&pb::LexiconFile::cue, "cue", EntryKind::kCue,
              [&](const pb::Cue& cue, const Entry& entry) {
                ReadAll(cue, entry, cue.polarity());
                Require(cue, entry, Severity::kError);
              });
    ReadField(&pb::LexiconFile::modifier, "modifier", EntryKind::kModifier,
              [&](const pb::Modifier& modifier, const Entry& entry) {
                ReadAll(modifier, entry);
                Require(modifier, entry, Severity::kWarning);
              });
    ReadField(&pb::LexiconFile::agent, "agent", EntryKind::kAgent,
              [&](const pb::Agent& agent, const Entry& entry) {
                ReadAll(agent, entry);
                Require(agent, entry, Severity::kWarning);
              });
    ReadField(&pb::LexiconFile::actor, "actor", EntryKind::kActor,
              [&](const pb::Actor& actor, const Entry& entry) {
                ReadAll(actor, entry);
              });
    ReadField(&pb::LexiconFile::issue, "issue", EntryKind::kIssue,
              [&](const pb::Issue& issue, const Entry& entry) {
                ReadAll(issue, entry);
              });
    ReadNulls();
  }

 private:
  using Notations = google::protobuf::RepeatedPtrField<std::string>;

  struct Entry {
    EntryKind kind;
    uint32_t index;
    const std::string& id;
    const Origin& origin;
  };

  template <typename Entries, typename Visitor>
  void ReadField(const Entries& (pb::LexiconFile::*entries)() const,
                 const char* field, EntryKind kind, Visitor visit) {
    uint32_t index = 0;
    ForEachEntry(sources_, entries, field,
                 [&](const auto& message, const Origin& origin) {
                   visit(message, Entry{kind, index++, message.id(), origin});
                 });
  }

  size_t Count() const {
    size_t count = 0;
    const auto add = [&count](const auto& entries) {
      for (const auto& entry : entries) {
        count += static_cast<size_t>(entry.example_size() +
                                     entry.counter_example_size() +
                                     entry.known_bug_size());
      }
    };
    for (const LexiconSource& source : sources_) {
      add(source.file.cue());
      add(source.file.modifier());
      add(source.file.agent());
      add(source.file.actor());
      add(source.file.issue());
      for (const pb::NullPhrase& null : source.file.null()) {
        count += static_cast<size_t>(null.counter_example_size());
      }
    }
    return count;
  }

  // Each phrase is an entry of its own; the first one has the examples.
  void ReadNulls() {
    uint32_t index = 0;
    ForEachEntry(sources_, &pb::LexiconFile::null, "null",
                 [&](const pb::NullPhrase& null, const Origin& origin) {
                   if (null.phrase().empty()) return;
                   Read({EntryKind::kNull, index, null.phrase(0), origin},
                        Example::Kind::kCounterExample, null.counter_example(),
                        pb::POLARITY_UNSPECIFIED);
                   index += static_cast<uint32_t>(null.phrase_size());
                 });
  }

  // All three kinds. `Message` has the three fields.
  template <typename Message>
  void ReadAll(const Message& message, const Entry& entry,
               pb::Polarity polarity = pb::POLARITY_UNSPECIFIED) {
    Read(entry, Example::Kind::kExample, message.example(), polarity);
    Read(entry, Example::Kind::kCounterExample, message.counter_example(),
         polarity);
    Read(entry, Example::Kind::kKnownBug, message.known_bug(), polarity);
  }

  void Read(const Entry& entry, Example::Kind kind, const Notations& notations,
            pb::Polarity polarity) {
    for (int i = 0; i < notations.size(); ++i) {
      Example example;
      example.kind = kind;
      example.entry_kind = entry.kind;
      example.entry = entry.index;
      example.entry_id = entry.id;
      example.source = &sources_[entry.origin.source];
      example.origin = entry.origin;
      example.number = i;
      example.polarity = polarity;
      const std::string fault = ParseExample(notations[i], &example);
      if (!fault.empty()) {
        findings_.Error(entry.origin, "BAD_EXAMPLE", entry.id,
                        Concat("\"", notations[i], "\": ", fault),
                        FieldOf(kind), i);
      } else if (examples_ != nullptr) {
        examples_->push_back(std::move(example));
      }
    }
  }

  template <typename Message>
  void Require(const Message& message, const Entry& entry, Severity severity) {
    if (message.example().empty()) {
      std::string what =
          "there is no example; add a sentence in which the entry fires, with "
          "{holder} and [target]";
      if (severity == Severity::kError) {
        findings_.Error(entry.origin, "MISSING_EXAMPLE", entry.id,
                        std::move(what));
      } else {
        findings_.Warn(entry.origin, "MISSING_EXAMPLE", entry.id,
                       std::move(what));
      }
    }
    if (message.counter_example().empty()) {
      findings_.Warn(entry.origin, "MISSING_EXAMPLE", entry.id,
                     "there is no counter_example; add a sentence in which the "
                     "entry must not fire");
    }
  }

  const std::vector<LexiconSource>& sources_;
  std::vector<Example>* examples_;
  FindingSink& findings_;
};

}  // namespace

void ReadExamples(const std::vector<LexiconSource>& sources,
                  std::vector<Example>* examples, FindingSink* findings) {
  Reader(sources, examples, findings).Run();
}

}  // namespace stance
