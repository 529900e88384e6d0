#include "client/explain/explanation.h"

#include <algorithm>
#include <map>
#include <set>
#include <string_view>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "absl/strings/strip.h"
#include "client/explain/drawing.h"
#include "client/polarity.h"
#include "client/table/stance_table.h"

namespace stance::client {
namespace {

constexpr size_t kIndent = 2;

// Why a stance is left out unless it is asked for; empty where it is not.
std::string WhyLeftOut(v1::Factuality factuality) {
  switch (factuality) {
    case v1::FACTUALITY_POSSIBLE:
      return "only possible (may, might, could)";
    case v1::FACTUALITY_COUNTERFACTUAL:
      return "counterfactual (would have, is denied)";
    case v1::FACTUALITY_SUPERSEDED:
      return "superseded (used to, no longer)";
    default:
      return {};
  }
}

// One step of a derivation in words.
std::string StepInWords(const v1::DerivationStep& step) {
  const std::string what = step.mention().text().empty()
                               ? std::string("it")
                               : absl::StrCat("“", step.mention().text(), "”");
  const std::string by = step.entry_id().empty()
                             ? std::string()
                             : absl::StrCat(" (", step.entry_id(), ")");
  absl::string_view effect = step.effect();
  const std::string& stage = step.stage();
  std::string out;
  if (stage == "match") {
    out = absl::StrCat(what, " is known: ", effect, by);
  } else if (stage == "frame") {
    out = absl::StrCat(what, " stands where the ", effect, " of ",
                       step.entry_id(), " is expected");
  } else if (stage == "operator") {
    const char* does = effect == "reverse"      ? " turns it round"
                       : effect == "negate"     ? " negates it"
                       : effect == "preserve"   ? " leaves it as it is"
                       : effect == "neutralise" ? " makes it neutral"
                                                : nullptr;
    out = does != nullptr ? absl::StrCat(what, does, by)
                          : absl::StrCat(what, ": ", effect, by);
  } else if (stage == "coreference" &&
             absl::ConsumePrefix(&effect, "resolve: ")) {
    out = absl::StrCat(what, " is ", effect, " (by ", step.entry_id(), ")");
  } else if (stage == "confidence") {
    return MakePrintable(absl::StrCat("confidence ", effect));
  } else {
    out = absl::StrCat(what, ": ", stage, ", ", effect, by);
  }
  if (step.polarity_after() != v1::POLARITY_UNSPECIFIED) {
    absl::StrAppend(&out, " → ",
                    std::string(PolarityWord(step.polarity_after())));
  }
  return MakePrintable(out);
}

// What a cue lacks, by the slot of an unknown phrase.
std::string WhatIsMissing(const std::string& slot) {
  if (slot == "holder") return "but nobody known is found who holds it";
  if (slot == "target") return "but nothing is found that it is about";
  return absl::StrCat("but no ", slot, " is found for it");
}

// "opposed the ban": the noun is said to be a target, and not nearly a cue.
bool IsPartOfTarget(const v1::Mention& cue,
                    const v1::ClassifyArticleResponse& answer) {
  for (const v1::ActorStances& group : answer.actors()) {
    for (const v1::Stance& stance : group.stances()) {
      for (const v1::Evidence& evidence : stance.evidence()) {
        const v1::Mention& target = evidence.target_mention();
        if (target.part() == cue.part() && target.begin() <= cue.begin() &&
            cue.end() <= target.end()) {
          return true;
        }
      }
    }
  }
  return false;
}

class Explainer {
 public:
  Explainer(const v1::Article& article, const Terminal& terminal)
      : article_(article),
        pen_{terminal.colour},
        width_(terminal.width > kIndent ? terminal.width - kIndent : 1) {}

  std::string Stance(const v1::Actor& actor, const v1::Stance& stance) const {
    std::string out = DrawParagraph(
        {{MakePrintable(actor.display_name()), Look::kActor},
         {absl::StrCat(" ", std::string(PolarityWord(stance.polarity())), " ",
                       TargetText(stance), " ")},
         {absl::StrFormat("(confidence %.2f)", stance.confidence()),
          Look::kFaint}},
        0, width_ + kIndent, pen_);
    for (const v1::Evidence& evidence : stance.evidence()) {
      absl::StrAppend(&out, "\n", Evidence(evidence));
    }
    return out;
  }

  // Cues that came to no stance, with what they lack; those of one sentence
  // under one drawing.
  std::string Missing(const v1::ClassifyArticleResponse& answer) const {
    std::map<std::pair<int, size_t>, std::vector<const v1::UnknownPhrase*>>
        sentences;
    // The engine names the same place more than once where it tries again.
    std::set<std::pair<int, uint32_t>> said;
    for (const v1::UnknownPhrase& phrase : answer.unknown()) {
      const v1::Mention& cue = phrase.mention();
      if (IsPartOfTarget(cue, answer)) continue;
      if (!said.insert({cue.part(), cue.begin()}).second) continue;
      sentences[{cue.part(), SentenceBegin(cue)}].push_back(&phrase);
    }
    std::string out;
    for (const auto& [place, phrases] : sentences) {
      absl::StrAppend(&out, "\n", MissingInSentence(place.second, phrases));
    }
    return out;
  }

 private:
  const std::string& PartOf(const v1::Mention& mention) const {
    return mention.part() == v1::PART_TITLE ? article_.title()
                                            : article_.text();
  }

  size_t SentenceBegin(const v1::Mention& mention) const {
    const std::string& part = PartOf(mention);
    const size_t at = std::min<size_t>(mention.begin(), part.size());
    size_t begin = 0;
    for (const char* end_of_sentence : {". ", "\n", "? ", "! "}) {
      const size_t found = part.rfind(end_of_sentence, at);
      if (found != std::string::npos && found < at) {
        begin = std::max(begin, found + 1);
      }
    }
    return std::min(part.find_first_not_of(" \n", begin), at);
  }

  std::string MissingInSentence(
      size_t begin,
      const std::vector<const v1::UnknownPhrase*>& phrases) const {
    const v1::Mention& last = phrases.back()->mention();
    const std::string& part = PartOf(last);
    const size_t end =
        std::min(part.find_first_of("\n.?!", last.end()), part.size());
    std::string out;
    std::vector<DrawnSpan> spans;
    for (const v1::UnknownPhrase* phrase : phrases) {
      const v1::Mention& cue = phrase->mention();
      out += DrawParagraph(
          {{MakePrintable(absl::StrCat("Nearly: “", cue.text(), "” is a cue, ",
                                       WhatIsMissing(phrase->slot())))}},
          0, width_ + kIndent, pen_);
      spans.push_back({cue.begin() - begin, cue.end() - begin,
                       absl::StrCat("cue: ", phrase->slot(), "?"),
                       Look::kOpposes});
    }
    absl::StrAppend(&out, "\n",
                    DrawSpans(part.substr(begin, end - begin + 1), spans,
                              kIndent, width_, pen_));
    return out;
  }

  std::string Evidence(const v1::Evidence& evidence) const {
    const v1::Mention& sentence = evidence.sentence();
    std::vector<DrawnSpan> spans;
    std::set<std::pair<uint32_t, uint32_t>> drawn;
    const auto add = [&](const v1::Mention& mention, const std::string& label,
                         Look look) {
      if (mention.end() == 0 || mention.part() != sentence.part() ||
          mention.begin() < sentence.begin() ||
          mention.end() > sentence.end() ||
          !drawn.insert({mention.begin(), mention.end()}).second) {
        return;
      }
      spans.push_back({mention.begin() - sentence.begin(),
                       mention.end() - sentence.begin(), label, look});
    };
    add(evidence.actor_mention(), "holder", Look::kActor);
    add(evidence.cue(), "cue", Look::kCue);
    add(evidence.target_mention(), "target", Look::kSupports);
    for (const v1::Speaker& speaker : evidence.speakers()) {
      add(speaker.mention(), "speaker", Look::kPlain);
    }
    for (const v1::DerivationStep& step : evidence.derivation()) {
      if (step.stage() == "operator") {
        add(step.mention(), absl::StrCat("operator: ", step.effect()),
            Look::kOpposes);
      }
    }
    std::stable_sort(spans.begin(), spans.end(),
                     [](const DrawnSpan& a, const DrawnSpan& b) {
                       return a.begin < b.begin;
                     });
    std::string out =
        DrawSpans(sentence.text(), spans, kIndent, width_, pen_) + "\n";
    size_t number = 0;
    for (const v1::DerivationStep& step : evidence.derivation()) {
      out += DrawItem(absl::StrCat(++number, ". "), {{StepInWords(step)}},
                      kIndent, width_, pen_);
    }
    const std::string why = WhyLeftOut(evidence.factuality());
    if (!why.empty()) {
      out += DrawParagraph(
          {{absl::StrCat("Left out of answers unless asked for: ", why),
            Look::kFaint}},
          kIndent, width_, pen_);
    }
    return out;
  }

  const v1::Article& article_;
  const Pen pen_;
  const size_t width_;
};

}  // namespace

v1::ClassifyOptions ExplanationOptions() {
  v1::ClassifyOptions out;
  out.set_explain(true);
  out.set_include_unknown(true);
  out.set_include_derived(true);
  for (const v1::Factuality factuality :
       {v1::FACTUALITY_ASSERTED, v1::FACTUALITY_REPORTED,
        v1::FACTUALITY_CONDITIONAL, v1::FACTUALITY_POSSIBLE,
        v1::FACTUALITY_COUNTERFACTUAL, v1::FACTUALITY_SUPERSEDED}) {
    out.add_factualities(factuality);
  }
  return out;
}

std::string Explain(const v1::Article& article,
                    const v1::ClassifyArticleResponse& answer,
                    const Terminal& terminal) {
  const Explainer explainer(article, terminal);
  std::string out;
  for (const v1::ActorStances& group : answer.actors()) {
    for (const v1::Stance& stance : group.stances()) {
      absl::StrAppend(&out, out.empty() ? "" : "\n",
                      explainer.Stance(group.actor(), stance));
    }
  }
  if (out.empty()) out = "No stance found.\n";
  out += explainer.Missing(answer);
  if (answer.actors().empty() && answer.unknown().empty()) {
    out += "\nThere is no cue in it whose places are filled.\n";
  }
  return out;
}

}  // namespace stance::client
