#include "client/eval/agreement.h"

#include <algorithm>
#include <string>
#include <vector>

#include "client/eval/phrases.h"

namespace stance::client {
namespace {

using eval::v1::GoldReading;
using eval::v1::GoldStance;

// One way to state a stance.
struct Reading {
  std::string polarity;
  std::vector<std::string> targets;
};

// The stance as it stands, then its other readings. A wording that belongs to a
// reading of the other polarity is no target of this one.
std::vector<Reading> ReadingsOf(const GoldStance& gold) {
  std::vector<Reading> others;
  const auto add_other = [&](const std::string& polarity,
                             const std::string& target) {
    others.push_back({polarity, {target.empty() ? gold.target() : target}});
  };
  for (const GoldReading& alt : gold.alt()) {
    add_other(alt.alt_polarity(), alt.alt_target());
  }
  if (others.empty() && !gold.alt_polarity().empty()) {
    add_other(gold.alt_polarity(), gold.alt_target());
  }

  std::vector<Reading> out = {{gold.polarity(), {gold.target()}}};
  for (const std::string& target : gold.target_any()) {
    const bool elsewhere =
        std::any_of(others.begin(), others.end(), [&](const Reading& other) {
          return other.polarity != gold.polarity() &&
                 other.targets[0] == target;
        });
    if (!elsewhere) out[0].targets.push_back(target);
  }
  out.insert(out.end(), others.begin(), others.end());
  return out;
}

bool AnyName(const std::vector<std::string>& names, std::string_view name) {
  return std::any_of(names.begin(), names.end(),
                     [&](const std::string& n) { return SameName(n, name); });
}

bool AnyTarget(const std::vector<std::string>& targets,
               std::string_view target) {
  return std::any_of(targets.begin(), targets.end(), [&](const std::string& t) {
    return SameTarget(t, target);
  });
}

bool Overlap(std::string_view text, std::string_view a, std::string_view b) {
  if (a.empty() || b.empty()) return false;
  const size_t at_a = text.find(a);
  const size_t at_b = text.find(b);
  return at_a != text.npos && at_b != text.npos && at_a < at_b + b.size() &&
         at_b < at_a + a.size();
}

}  // namespace

bool Agrees(const FoundStance& found, const GoldStance& gold) {
  const bool same_holder =
      AnyName(found.names, gold.actor()) ||
      std::any_of(
          gold.actor_any().begin(), gold.actor_any().end(),
          [&](const std::string& name) { return AnyName(found.names, name); });
  if (!same_holder) return false;
  for (const Reading& reading : ReadingsOf(gold)) {
    if (reading.polarity != found.polarity) continue;
    for (const std::string& target : reading.targets) {
      if (AnyTarget(found.targets, target)) return true;
    }
  }
  return false;
}

bool IsLuredBy(const eval::v1::Distractor& distractor,
               const FoundStance& found) {
  return (distractor.actor().empty() ||
          AnyName(found.names, distractor.actor())) &&
         (distractor.polarity().empty() ||
          distractor.polarity() == found.polarity) &&
         AnyTarget(found.targets, distractor.target());
}

bool ShowsTheEvidence(const FoundStance& found, const GoldStance& gold,
                      std::string_view text) {
  for (const std::string& sentence : found.sentences) {
    if (Overlap(text, sentence, gold.evidence())) return true;
    for (const std::string& more : gold.more_evidence()) {
      if (Overlap(text, sentence, more)) return true;
    }
  }
  return false;
}

bool NamesTheSpeaker(const FoundStance& found, const GoldStance& gold) {
  return AnyName(found.speakers, gold.speaker()) ||
         AnyName(found.names, gold.speaker());
}

}  // namespace stance::client
