#include "client/output/csv.h"

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "absl/strings/strip.h"
#include "client/polarity.h"

namespace stance::client {
namespace {

std::string Cell(std::string_view text) {
  if (text.find_first_of(",\"\r\n") == text.npos) return std::string(text);
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"') out += '"';
    out += c;
  }
  return out + '"';
}

// "ACTOR_KIND_ARMED_GROUP" without its prefix -> "armed_group"; nothing for
// UNSPECIFIED.
std::string Word(absl::string_view name, absl::string_view prefix) {
  absl::ConsumePrefix(&name, prefix);
  return name == "UNSPECIFIED" ? std::string()
                               : absl::AsciiStrToLower(std::string{name});
}

std::string Speakers(const v1::Evidence& evidence) {
  std::string out;
  for (const v1::Speaker& speaker : evidence.speakers()) {
    absl::StrAppend(&out, out.empty() ? "" : "; ", speaker.display_name());
  }
  return out;
}

}  // namespace

std::string CsvLine(const std::vector<std::string>& cells) {
  std::string out;
  for (size_t i = 0; i < cells.size(); ++i) {
    absl::StrAppend(&out, i == 0 ? "" : ",", Cell(cells[i]));
  }
  return out + "\r\n";
}

std::string StanceCsvHeader() {
  return CsvLine(
      {"article_id",  "actor_id",       "actor",        "actor_kind",
       "polarity",    "target_id",      "target",       "target_text",
       "target_kind", "confidence",     "derived",      "factuality",
       "quoted",      "speakers",       "cue",          "sentence",
       "part",        "sentence_begin", "sentence_end", "places"});
}

std::string StancesAsCsv(const v1::ClassifyArticleResponse& answer) {
  std::string out;
  for (const v1::ActorStances& group : answer.actors()) {
    for (const v1::Stance& stance : group.stances()) {
      const v1::Evidence& evidence = stance.evidence_size() > 0
                                         ? stance.evidence(0)
                                         : v1::Evidence::default_instance();
      const v1::Mention& sentence = evidence.sentence();
      out += CsvLine(
          {answer.article_id(),
           group.actor().id(),
           group.actor().display_name(),
           Word(v1::ActorKind_Name(group.actor().kind()), "ACTOR_KIND_"),
           std::string(PolarityWord(stance.polarity())),
           stance.target().id(),
           stance.target().display_name(),
           stance.target().text(),
           Word(v1::TargetKind_Name(stance.target().kind()), "TARGET_KIND_"),
           absl::StrFormat("%.2f", stance.confidence()),
           stance.derived() ? "true" : "false",
           Word(v1::Factuality_Name(evidence.factuality()), "FACTUALITY_"),
           evidence.quoted() ? "true" : "false",
           Speakers(evidence),
           evidence.cue().text(),
           sentence.text(),
           Word(v1::Part_Name(sentence.part()), "PART_"),
           absl::StrCat(sentence.begin()),
           absl::StrCat(sentence.end()),
           absl::StrCat(stance.evidence_size())});
    }
  }
  return out;
}

}  // namespace stance::client
