#include "client/table/evidence.h"

#include "absl/strings/str_cat.h"
#include "client/polarity.h"

namespace stance::client {
namespace {

// What a reader has to know about a stance that is not plainly held.
std::string_view FactualityNote(v1::Factuality factuality) {
  switch (factuality) {
    case v1::FACTUALITY_CONDITIONAL:
      return " [conditional]";
    case v1::FACTUALITY_POSSIBLE:
      return " [possible]";
    case v1::FACTUALITY_COUNTERFACTUAL:
      return " [counterfactual]";
    case v1::FACTUALITY_SUPERSEDED:
      return " [superseded]";
    default:
      return "";
  }
}

bool CueIsInside(const v1::Mention& cue, const v1::Mention& sentence) {
  return cue.begin() < cue.end() && cue.part() == sentence.part() &&
         cue.begin() >= sentence.begin() && cue.end() <= sentence.end() &&
         cue.end() - sentence.begin() <= sentence.text().size();
}

}  // namespace

Line SentenceRuns(const v1::Evidence& evidence, bool marks) {
  const v1::Mention& sentence = evidence.sentence();
  const v1::Mention& cue = evidence.cue();
  const std::string& text = sentence.text();
  Line out;
  if (CueIsInside(cue, sentence)) {
    const size_t begin = cue.begin() - sentence.begin();
    const size_t end = cue.end() - sentence.begin();
    const std::string marked = MakePrintable(text.substr(begin, end - begin));
    out.push_back({MakePrintable(text.substr(0, begin))});
    out.push_back(
        {marks ? absl::StrCat("«", marked, "»") : marked, Look::kCue});
    out.push_back({MakePrintable(text.substr(end))});
  } else {
    out.push_back({MakePrintable(text)});
  }
  const std::string_view note = FactualityNote(evidence.factuality());
  if (!note.empty()) out.push_back({std::string(note), Look::kFaint});
  return out;
}

std::string SpeakerNames(const v1::Evidence& evidence) {
  std::string out;
  for (const v1::Speaker& speaker : evidence.speakers()) {
    absl::StrAppend(&out, out.empty() ? "" : ", ",
                    MakePrintable(speaker.display_name()));
  }
  return out;
}

std::vector<Line> DerivationRuns(const v1::Evidence& evidence) {
  std::vector<Line> out;
  for (const v1::DerivationStep& step : evidence.derivation()) {
    std::string text = step.stage();
    const auto add = [&](const std::string& part) {
      if (!part.empty()) absl::StrAppend(&text, " · ", part);
    };
    add(step.entry_id());
    if (!step.mention().text().empty()) {
      add(absl::StrCat("“", MakePrintable(step.mention().text()), "”"));
    }
    add(MakePrintable(step.effect()));
    if (step.polarity_after() != v1::POLARITY_UNSPECIFIED) {
      absl::StrAppend(&text, " → ",
                      std::string(PolarityWord(step.polarity_after())));
    }
    out.push_back({{std::move(text), Look::kFaint}});
  }
  return out;
}

}  // namespace stance::client
