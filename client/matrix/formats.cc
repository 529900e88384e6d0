#include "client/matrix/formats.h"

#include <map>
#include <vector>

#include "absl/strings/str_cat.h"
#include "client/output/csv.h"

namespace stance::client {
namespace {

std::string CellText(const Matrix::Cell& cell, const std::string& what) {
  if (cell.all() == 0) return {};
  if (what == "supports") return absl::StrCat(cell.supports);
  if (what == "opposes") return absl::StrCat(cell.opposes);
  if (what == "neutral") return absl::StrCat(cell.neutral);
  if (what == "stances") return absl::StrCat(cell.all());
  if (what == "articles") return absl::StrCat(cell.articles);
  return absl::StrCat(cell.net());
}

// Text in XML 1.0, which has no control characters, however they are written.
std::string Xml(std::string_view text) {
  std::string out;
  for (const char c : text) {
    switch (c) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '"':
        out += "&quot;";
        break;
      default:
        out += static_cast<unsigned char>(c) < 0x20 ? ' ' : c;
    }
  }
  return out;
}

std::string Data(const char* key, const std::string& value) {
  return absl::StrCat("<data key=\"", key, "\">", Xml(value), "</data>");
}

std::string NodeXml(const std::string& id, const char* role,
                    const Matrix::Node& node) {
  return absl::StrCat("  <node id=\"", id, "\">", Data("name", node.name),
                      Data("role", role), Data("kind", node.kind),
                      Data("lexicon_id", node.id),
                      Data("stances", absl::StrCat(node.stances)), "</node>\n");
}

constexpr const char* kGraphmlHead =
    R"(<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns">
 <key id="name" for="node" attr.name="name" attr.type="string"/>
 <key id="role" for="node" attr.name="role" attr.type="string"/>
 <key id="kind" for="node" attr.name="kind" attr.type="string"/>
 <key id="lexicon_id" for="node" attr.name="lexicon_id" attr.type="string"/>
 <key id="stances" for="node" attr.name="stances" attr.type="int"/>
 <key id="weight" for="edge" attr.name="weight" attr.type="int"/>
 <key id="supports" for="edge" attr.name="supports" attr.type="int"/>
 <key id="opposes" for="edge" attr.name="opposes" attr.type="int"/>
 <key id="neutral" for="edge" attr.name="neutral" attr.type="int"/>
 <key id="net" for="edge" attr.name="net" attr.type="int"/>
 <key id="articles" for="edge" attr.name="articles" attr.type="int"/>
 <graph id="stances" edgedefault="directed">
)";

}  // namespace

std::string MatrixAsCsv(const Matrix& matrix, const std::string& cell) {
  const std::vector<const Matrix::Node*> targets = matrix.Targets();
  std::vector<std::string> cells = {"actor"};
  for (const Matrix::Node* target : targets) cells.push_back(target->name);
  std::string out = CsvLine(cells);
  for (const Matrix::Node* actor : matrix.Actors()) {
    cells = {actor->name};
    for (const Matrix::Node* target : targets) {
      cells.push_back(CellText(matrix.At(*actor, *target), cell));
    }
    out += CsvLine(cells);
  }
  return out;
}

std::string MatrixAsGraphml(const Matrix& matrix) {
  std::string out = kGraphmlHead;
  const std::vector<const Matrix::Node*> actors = matrix.Actors();
  const std::vector<const Matrix::Node*> targets = matrix.Targets();
  for (size_t i = 0; i < actors.size(); ++i) {
    out += NodeXml(absl::StrCat("a", i), "actor", *actors[i]);
  }
  for (size_t i = 0; i < targets.size(); ++i) {
    out += NodeXml(absl::StrCat("t", i), "target", *targets[i]);
  }
  for (size_t a = 0; a < actors.size(); ++a) {
    for (size_t t = 0; t < targets.size(); ++t) {
      const Matrix::Cell cell = matrix.At(*actors[a], *targets[t]);
      if (cell.all() == 0) continue;
      absl::StrAppend(&out, "  <edge source=\"a", a, "\" target=\"t", t, "\">",
                      Data("weight", absl::StrCat(cell.all())),
                      Data("supports", absl::StrCat(cell.supports)),
                      Data("opposes", absl::StrCat(cell.opposes)),
                      Data("neutral", absl::StrCat(cell.neutral)),
                      Data("net", absl::StrCat(cell.net())),
                      Data("articles", absl::StrCat(cell.articles)),
                      "</edge>\n");
    }
  }
  return out + " </graph>\n</graphml>\n";
}

std::string StatementCsvHeader() {
  return CsvLine({"id", "document", "date", "person", "organization", "concept",
                  "agreement", "text"});
}

std::string StatementsAsCsv(const v1::ClassifyArticleResponse& answer,
                            const Matrix::Options& options,
                            const std::string& date, uint64_t* next_id) {
  std::string out;
  for (const v1::ActorStances& group : answer.actors()) {
    const bool is_person = group.actor().kind() == v1::ACTOR_KIND_PERSON;
    for (const v1::Stance& stance : group.stances()) {
      if (!Counts(stance, options) ||
          stance.polarity() == v1::POLARITY_NEUTRAL) {
        continue;
      }
      const v1::Evidence& evidence = stance.evidence_size() > 0
                                         ? stance.evidence(0)
                                         : v1::Evidence::default_instance();
      std::string person = is_person ? group.actor().display_name() : "";
      if (person.empty() && evidence.speakers_size() > 0) {
        person = evidence.speakers(evidence.speakers_size() - 1).display_name();
      }
      out += CsvLine({absl::StrCat((*next_id)++), answer.article_id(), date,
                      person,
                      is_person ? std::string() : group.actor().display_name(),
                      stance.target().display_name(),
                      stance.polarity() == v1::POLARITY_SUPPORTS ? "1" : "0",
                      evidence.sentence().text()});
    }
  }
  return out;
}

}  // namespace stance::client
