#include "client/table/stance_table.h"

#include <algorithm>
#include <set>
#include <vector>

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "client/polarity.h"
#include "client/table/columns.h"
#include "client/table/evidence.h"

namespace stance::client {
namespace {

// Narrower than this, cells stand on one line.
constexpr size_t kNarrowestTable = 60;
// Wide enough for the sentence to stand under its stance, not under its actor.
constexpr size_t kWideTable = 80;
constexpr size_t kStanceWidth = 8;
constexpr size_t kConfidenceWidth = 4;
constexpr size_t kIndent = 2;

// The cells of one stance.
struct Row {
  std::string actor;  // empty for an actor's second stance
  v1::Polarity polarity{};
  std::string target;
  std::string confidence;
  std::string speaker;
  const v1::Stance* stance = nullptr;
};

std::vector<Row> RowsOf(const v1::ClassifyArticleResponse& answer,
                        bool repeat_actor) {
  std::vector<Row> rows;
  for (const v1::ActorStances& group : answer.actors()) {
    bool first = true;
    for (const v1::Stance& stance : group.stances()) {
      Row& row = rows.emplace_back();
      if (first || repeat_actor) {
        row.actor = MakePrintable(group.actor().display_name());
      }
      first = false;
      row.polarity = stance.polarity();
      row.target = TargetText(stance);
      row.confidence = absl::StrFormat("%.2f", stance.confidence());
      if (stance.evidence_size() > 0) {
        row.speaker = SpeakerNames(stance.evidence(0));
      }
      row.stance = &stance;
    }
  }
  return rows;
}

Look LookOf(v1::Polarity polarity) {
  switch (polarity) {
    case v1::POLARITY_SUPPORTS:
      return Look::kSupports;
    case v1::POLARITY_OPPOSES:
      return Look::kOpposes;
    default:
      return Look::kNeutral;
  }
}

TextRun PolarityRun(v1::Polarity polarity) {
  return {std::string(PolarityWord(polarity)), LookOf(polarity)};
}

// The sentences of one stance, with their derivations, behind `indent` spaces.
std::string DrawEvidence(const v1::Stance& stance, size_t indent,
                         const Terminal& terminal) {
  const Pen pen = {terminal.colour};
  const size_t width = terminal.width - std::min(indent, terminal.width - 1);
  const bool all =
      stance.evidence_size() > 0 && stance.evidence(0).derivation_size() > 0;
  std::string out;
  const int shown =
      all ? stance.evidence_size() : std::min(stance.evidence_size(), 1);
  for (int i = 0; i < shown; ++i) {
    Line sentence = SentenceRuns(stance.evidence(i), !terminal.colour);
    const int more = stance.evidence_size() - shown;
    if (more > 0) {
      sentence.push_back(
          {absl::StrFormat(" (and %d more)", more), Look::kFaint});
    }
    out += DrawParagraph(sentence, indent, width, pen);
    for (const Line& step : DerivationRuns(stance.evidence(i))) {
      out += DrawParagraph(step, indent + kIndent,
                           width - std::min(kIndent, width - 1), pen);
    }
  }
  return out;
}

// The widths of the columns: actor, stance, target, confidence, speaker.
std::vector<size_t> FitColumns(const std::vector<Row>& rows, size_t width) {
  size_t actor = 5;
  size_t target = 6;
  size_t speaker = 0;
  for (const Row& row : rows) {
    actor = std::max(actor, DisplayWidth(row.actor));
    target = std::max(target, DisplayWidth(row.target));
    speaker = std::max(speaker, DisplayWidth(row.speaker));
  }
  if (speaker > 0) speaker = std::max<size_t>(speaker, 7);
  // Holders get at most a third of the room, speakers a quarter, targets what
  // is left.
  const size_t room = width - kStanceWidth - kConfidenceWidth - 4 * kColumnGap;
  actor = std::min(actor, room / 3);
  speaker = std::min(speaker, room / 4);
  target = std::min(target, room - actor - speaker);
  return {actor, kStanceWidth, target, kConfidenceWidth, speaker};
}

std::string DrawTable(const std::vector<Row>& rows, const Terminal& terminal) {
  const Pen pen = {terminal.colour};
  const std::vector<size_t> widths = FitColumns(rows, terminal.width);
  const size_t indent =
      (terminal.width >= kWideTable ? widths[0] + kColumnGap : 0) + kIndent;
  const auto faint = [](const char* text) {
    return Line{{text, Look::kFaint}};
  };
  std::string out =
      DrawRow({faint("ACTOR"), faint("STANCE"), faint("TARGET"), faint("CONF"),
               widths[4] > 0 ? faint("SPEAKER") : Line{}},
              widths, pen);
  bool first = true;
  for (const Row& row : rows) {
    if (!row.actor.empty() && !first) out += "\n";
    first = false;
    out += DrawRow({{{row.actor, Look::kActor}},
                    {PolarityRun(row.polarity)},
                    {{row.target}},
                    {{row.confidence}},
                    {{row.speaker}}},
                   widths, pen);
    out += DrawEvidence(*row.stance, indent, terminal);
  }
  return out;
}

std::string DrawNarrow(const std::vector<Row>& rows, const Terminal& terminal) {
  const Pen pen = {terminal.colour};
  std::string out;
  for (const Row& row : rows) {
    Line line = {{row.actor, Look::kActor},
                 {" "},
                 PolarityRun(row.polarity),
                 {absl::StrCat(" ", row.target, " ", row.confidence)}};
    if (!row.speaker.empty()) {
      line.push_back({absl::StrCat(" (", row.speaker, ")"), Look::kFaint});
    }
    out += DrawParagraph(line, 0, terminal.width, pen);
    out += DrawEvidence(*row.stance, kIndent, terminal);
  }
  return out;
}

// What stood where something known was expected, for lexicon authors.
std::string DrawUnknown(const v1::ClassifyArticleResponse& answer,
                        const Terminal& terminal) {
  if (answer.unknown().empty()) return {};
  const Pen pen = {terminal.colour};
  std::string out =
      absl::StrCat("\n", Draw({{"UNKNOWN", Look::kFaint}}, pen), "\n");
  for (const v1::UnknownPhrase& phrase : answer.unknown()) {
    out += DrawParagraph(
        {{phrase.slot(), Look::kFaint},
         {absl::StrCat(" ", MakePrintable(phrase.mention().text()))}},
        0, terminal.width, pen);
  }
  return out;
}

std::string DrawNotices(const v1::ClassifyArticleResponse& answer,
                        const Terminal& terminal) {
  std::set<std::string> said;
  std::string out;
  for (const v1::Notice& notice : answer.notices()) {
    const std::string text =
        MakePrintable(absl::StrCat("note: ", notice.message()));
    if (!said.insert(text).second) continue;
    out += DrawParagraph({{text, Look::kFaint}}, 0, terminal.width,
                         {terminal.colour});
  }
  return out.empty() ? out : absl::StrCat("\n", out);
}

}  // namespace

std::string TargetText(const v1::Stance& stance) {
  const v1::Target& target = stance.target();
  std::string text = MakePrintable(target.text().empty() ? target.display_name()
                                                         : target.text());
  const std::string name = MakePrintable(target.display_name());
  if (!name.empty() &&
      absl::AsciiStrToLower(name) != absl::AsciiStrToLower(text)) {
    absl::StrAppend(&text, " (", name, ")");
  }
  if (stance.derived()) absl::StrAppend(&text, " [derived]");
  return text;
}

std::string FormatStanceTable(const v1::ClassifyArticleResponse& answer,
                              const Terminal& terminal) {
  const bool narrow = terminal.width < kNarrowestTable;
  const std::vector<Row> rows = RowsOf(answer, /*repeat_actor=*/narrow);
  std::string out;
  if (rows.empty()) {
    out = "No stances found.\n";
  } else if (narrow) {
    out = DrawNarrow(rows, terminal);
  } else {
    out = DrawTable(rows, terminal);
  }
  return out + DrawUnknown(answer, terminal) + DrawNotices(answer, terminal);
}

}  // namespace stance::client
