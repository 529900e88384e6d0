#include "service/lexicon_files/catalogue.h"

#include <algorithm>

#include "service/engine/lexicon/finding_sink.h"
#include "service/engine/lexicon/vocabulary.h"

namespace stance {
namespace {

namespace pb = lexicon::v1;

using Strings = google::protobuf::RepeatedPtrField<std::string>;

void Add(const std::string& id, const std::string& name, const Strings& others,
         std::vector<Catalogue::Item>* items) {
  std::string words = id + "\n" + name;
  for (const std::string& other : others) words += "\n" + other;
  items->push_back({static_cast<uint32_t>(items->size()), id, FoldForm(words)});
}

void Sort(std::vector<Catalogue::Item>* items) {
  std::sort(items->begin(), items->end(),
            [](const auto& a, const auto& b) { return a.id < b.id; });
}

}  // namespace

Catalogue MakeCatalogue(const std::vector<LexiconSource>& sources) {
  Catalogue catalogue;
  // The n-th call is about the n-th entry of the compiled lexicon.
  ForEachEntry(sources, &pb::LexiconFile::actor, "actor",
               [&](const pb::Actor& actor, const Origin&) {
                 Add(actor.id(), actor.name(), actor.alias(),
                     &catalogue.actors);
               });
  ForEachEntry(sources, &pb::LexiconFile::issue, "issue",
               [&](const pb::Issue& issue, const Origin&) {
                 Add(issue.id(), issue.name(), issue.wording(),
                     &catalogue.issues);
               });
  Sort(&catalogue.actors);
  Sort(&catalogue.issues);
  return catalogue;
}

}  // namespace stance
