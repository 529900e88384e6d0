#include <utility>

#include "absl/strings/str_replace.h"
#include "client/lexicon/petrarch/convert.h"
#include "client/lexicon/petrarch/mapping.h"
#include "client/lexicon/petrarch/names.h"
#include "service/engine/lexicon/concat.h"

namespace stance::client::petrarch {
namespace {

namespace pb = lexicon::v1;

constexpr const char* kNoun = "$NOUN";

}  // namespace

void ConvertAgents(const std::vector<AgentRecord>& records, BaseLexicon* base,
                   Converted* out) {
  absl::flat_hash_map<std::string, uint32_t> made;  // noun -> line
  for (const AgentRecord& record : records) {
    const auto leave = [&](std::string reason) {
      out->left.push_back({record.place,
                           Concat(record.noun, " [", record.code, "]"),
                           std::move(reason)});
    };
    const std::string noun = ReadNoun(record.noun);
    const authoring::v1::PetrarchAgentRole* role = nullptr;
    for (const std::string_view part : SplitCode(record.code)) {
      role = FindAgentRole(part);
      if (role != nullptr) break;
    }
    if (!IsUtf8(record.noun)) {
      leave("not UTF-8");
    } else if (noun.empty() || noun.find_first_of("!{}[]\"") != noun.npos) {
      leave("a sign stands in the noun that no noun has");
    } else if (role == nullptr) {
      leave("no role that is known");
    } else if (base->HasAgent(noun)) {
      leave("the lexicon has this agent");
    } else if (!made.try_emplace(noun, record.place.line).second) {
      leave(Concat("stands before, at line ", made[noun]));
    } else {
      pb::Agent* agent = out->agents.add_agent();
      agent->set_id(base->ids().Make("agent", noun));
      agent->set_lemma(noun);
      agent->set_plural(ReadNoun(record.plural));
      agent->set_role(role->role());
      agent->set_sector(role->sector());
      agent->add_example(absl::StrReplaceAll(role->example(), {{kNoun, noun}}));
      agent->add_counter_example(absl::StrReplaceAll(
          Mapping().agent_counter_example(), {{kNoun, noun}}));
      out->places.try_emplace(agent->id(), record.place);
    }
  }
}

}  // namespace stance::client::petrarch
