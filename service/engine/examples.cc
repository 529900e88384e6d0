#include "service/engine/examples.h"

#include <algorithm>
#include <iterator>
#include <span>
#include <string_view>
#include <thread>
#include <utility>

#include "absl/strings/str_cat.h"

namespace stance {
namespace {

namespace pb = lexicon::v1;

std::string_view PolarityName(Polarity polarity) {
  switch (polarity) {
    case pb::POLARITY_SUPPORTS:
      return "SUPPORTS";
    case pb::POLARITY_OPPOSES:
      return "OPPOSES";
    case pb::POLARITY_NEUTRAL:
      return "NEUTRAL";
    default:
      return "UNSPECIFIED";
  }
}

// One phrase holds the other: where a target ends is a matter of taste, which
// words it is about is not.
bool SamePhrase(std::string_view a, std::string_view b) {
  if (a.empty() || b.empty()) return false;
  return a.find(b) != std::string_view::npos ||
         b.find(a) != std::string_view::npos;
}

// Whether the entry takes part in the stance. Agents, actors and issues take
// part through their words, cues and modifiers through the derivation.
bool TakesPart(const Example& example, const Evidence& evidence) {
  if (example.entry_kind != EntryKind::kCue &&
      example.entry_kind != EntryKind::kModifier) {
    return true;
  }
  for (const DerivationStep& step : evidence.derivation) {
    if (step.entry_id == example.entry_id) return true;
  }
  // Modifiers of factuality and scope leave no step of their own.
  return example.entry_kind == EntryKind::kModifier;
}

struct Outcome {
  bool holds = false;  // the marked stance is there
  bool any = false;    // the entry took part in some stance
  std::string found;   // what came, for the message
};

Outcome Run(const Classifier& classifier, const Example& example,
            Classifier::Scratch* scratch) {
  Outcome outcome;
  ClassifyOptions options;
  options.explain = true;
  const auto analysis =
      classifier.Classify({.text = example.sentence}, options, scratch);
  if (!analysis.ok()) {
    outcome.found = static_cast<std::string>(analysis.status().message());
    return outcome;
  }
  const std::string_view sentence = example.sentence;
  const auto text = [&](const Mention& mention) {
    return sentence.substr(mention.begin, mention.end - mention.begin);
  };
  for (const ActorStances& actor : analysis->actors) {
    for (const Stance& stance : actor.stances) {
      for (const Evidence& evidence : stance.evidence) {
        if (!outcome.found.empty()) outcome.found += "; ";
        absl::StrAppend(&outcome.found, std::string(text(evidence.actor)), " ",
                        std::string(PolarityName(stance.polarity)), " ",
                        std::string(text(evidence.target)));
        if (!TakesPart(example, evidence)) continue;
        outcome.any = true;
        if (stance.polarity == example.polarity &&
            (SamePhrase(text(evidence.actor), example.holder) ||
             SamePhrase(actor.actor.display_name, example.holder)) &&
            (SamePhrase(text(evidence.target), example.target) ||
             SamePhrase(stance.target.display_name, example.target))) {
          outcome.holds = true;
        }
      }
    }
  }
  if (outcome.found.empty()) outcome.found = "no stance";
  return outcome;
}

std::vector<ExampleFailure> RunSome(const Classifier& classifier,
                                    std::span<const Example> examples) {
  std::vector<ExampleFailure> failures;
  Classifier::Scratch scratch;
  for (const Example& example : examples) {
    const Outcome outcome = Run(classifier, example, &scratch);
    const bool marked = !example.holder.empty() || !example.target.empty();
    // Agents, issues and the like: a counter-example forbids any stance of
    // theirs, which the words alone cannot tell; any stance at all counts.
    const bool right = example.kind == Example::Kind::kCounterExample
                           ? !outcome.any
                       : example.kind == Example::Kind::kExample ? outcome.holds
                       : marked ? !outcome.holds
                                : outcome.any;
    if (right) continue;
    failures.push_back(
        {&example, example.kind == Example::Kind::kKnownBug
                       ? std::string("is right now: make it an example")
                       : absl::StrCat("found: ", outcome.found)});
  }
  return failures;
}

std::string Expectation(const Example& example) {
  if (example.kind == Example::Kind::kCounterExample) {
    return "expected no stance of this entry";
  }
  return absl::StrCat("expected {", std::string(example.holder), "} ",
                      static_cast<std::string>(PolarityName(example.polarity)),
                      " [", std::string(example.target), "]");
}

}  // namespace

std::vector<ExampleFailure> RunExamples(const Classifier& classifier,
                                        std::span<const Example> examples,
                                        unsigned threads) {
  const size_t parts = std::max(1u, threads);
  std::vector<std::vector<ExampleFailure>> failures(parts);
  const auto run = [&](size_t part) {
    const size_t begin = examples.size() * part / parts;
    const size_t end = examples.size() * (part + 1) / parts;
    failures[part] = RunSome(classifier, examples.subspan(begin, end - begin));
  };
  std::vector<std::thread> others;
  for (size_t part = 1; part < parts; ++part) others.emplace_back(run, part);
  run(0);
  for (std::thread& other : others) other.join();
  std::vector<ExampleFailure> all;
  for (std::vector<ExampleFailure>& some : failures) {
    std::move(some.begin(), some.end(), std::back_inserter(all));
  }
  return all;
}

Finding ToFinding(const ExampleFailure& failure) {
  const Example& example = *failure.example;
  const bool known_bug = example.kind == Example::Kind::kKnownBug;
  Finding finding;
  finding.severity = known_bug ? Severity::kWarning : Severity::kError;
  finding.code = known_bug ? "KNOWN_BUG" : "EXAMPLE";
  finding.file = example.File();
  finding.line = example.Line();
  finding.entry_id = example.entry_id;
  finding.message = absl::StrCat("\"", example.sentence,
                                 "\": ", known_bug ? "" : Expectation(example),
                                 known_bug ? "" : "; ", failure.message);
  return finding;
}

}  // namespace stance
