#include "client/lexicon/stats.h"

#include <cstdint>
#include <map>
#include <string_view>
#include <utility>

#include "absl/container/flat_hash_set.h"
#include "absl/strings/ascii.h"
#include "client/lexicon/counts.h"
#include "client/lexicon/example_templates.h"
#include "service/engine/lexicon/concat.h"
#include "service/engine/lexicon/finding_sink.h"

namespace stance::client {
namespace {

namespace pb = lexicon::v1;

// "ACTOR_KIND_ARMED_GROUP" -> "armed_group"
std::string Word(std::string_view value, std::string_view prefix) {
  std::string word(value.substr(prefix.size()));
  for (char& c : word) c = absl::ascii_tolower(c);
  return word;
}

void AppendSlot(const Filler& filler, std::string* key) {
  *key += Concat(" ", int{filler.slot});
  for (const WordId preposition : filler.prepositions) {
    *key += Concat(",", preposition);
  }
}

// Lemma, class and where the holder and the targets stand.
std::string FrameKey(const CueEntry& cue, const Frame& frame) {
  std::string key = Concat(cue.lemma, "/", int{cue.word_class});
  AppendSlot(frame.holder, &key);
  key += " :";
  for (const Filler& target : frame.targets) AppendSlot(target, &key);
  return key;
}

class Counter {
 public:
  Counter(const std::vector<LexiconSource>& sources,
          const stance::Lexicon& lexicon)
      : sources_(sources), lexicon_(lexicon) {}

  authoring::v1::LexiconStats Run() {
    stats_.mutable_lexicon()->set_name(lexicon_.name);
    stats_.mutable_lexicon()->set_version(lexicon_.version);
    stats_.mutable_lexicon()->set_checksum(lexicon_.checksum);
    Add("files", sources_.size());
    CountActors();
    CountAgents();
    CountCues();
    CountModifiers();
    CountIssues();
    CountGrammar();
    CountExamples();
    return std::move(stats_);
  }

 private:
  using Parts = std::map<std::string, uint64_t>;

  void Add(std::string name, uint64_t count) {
    authoring::v1::Count* out = stats_.add_counts();
    out->set_name(std::move(name));
    out->set_count(count);
  }
  void AddParts(std::string_view whole, const Parts& parts) {
    for (const auto& [part, count] : parts) {
      Add(Concat(whole, "/", part), count);
    }
  }

  template <typename Entries, typename Visitor>
  void ForEach(const Entries& (pb::LexiconFile::*entries)() const,
               Visitor visit) {
    ForEachEntry(sources_, entries, "",
                 [&](const auto& entry, const Origin&) { visit(entry); });
  }

  void CountActors() {
    Parts kinds;
    uint64_t names = 0, members = 0, codes = 0, terms = 0, holders = 0;
    ForEach(&pb::LexiconFile::actor, [&](const pb::Actor& actor) {
      ++kinds[Word(pb::ActorKind_Name(actor.kind()), "ACTOR_KIND_")];
      names += 1 + actor.alias_size() + actor.adjective_size() +
               actor.demonym_size() + actor.metonym_size();
      members += actor.member_size();
      codes += actor.code_size();
      terms += actor.office_size();
      holders += actor.office_size() > 0;
    });
    Add("actors", lexicon_.actors.size());
    AddParts("actors", kinds);
    Add("names", names);
    Add("members", members);
    Add("codes", codes);
    Add("offices", terms);
    Add("offices/holders", holders);
    Parts ids;
    for (const ActorEntry& actor : lexicon_.actors) {
      ++ids[Concat(actor.id.substr(0, actor.id.find('/')), "/…")];
    }
    Add("actors by id", ids.size());
    AddParts("actors by id", ids);
  }

  void CountAgents() {
    Parts roles;
    ForEach(&pb::LexiconFile::agent, [&](const pb::Agent& agent) {
      ++roles[Word(pb::AgentRole_Name(agent.role()), "AGENT_ROLE_")];
    });
    Add("agents", lexicon_.agents.size());
    AddParts("agents", roles);
  }

  void CountCues() {
    Parts parts;
    absl::flat_hash_set<std::string> lemmas, frames;
    for (const CueEntry& cue : lexicon_.cues) {
      ++parts[Word(pb::WordClass_Name(cue.word_class), "WORD_CLASS_")];
      ++parts[cue.polarity == pb::POLARITY_UNSPECIFIED
                  ? std::string("operators")
                  : Word(pb::Polarity_Name(cue.polarity), "POLARITY_")];
      lemmas.insert(Concat(cue.lemma, "/", int{cue.word_class}));
      for (const Frame& frame : cue.frames) frames.insert(FrameKey(cue, frame));
    }
    Add("cues", lexicon_.cues.size());
    Add("cues/lemma-class", lemmas.size());
    Add("cues/lemma-class-frame", frames.size());
    AddParts("cues", parts);
    uint64_t sets = 0;
    ForEach(&pb::LexiconFile::frame_set, [&](const pb::FrameSet&) { ++sets; });
    Add("frame sets", sets);
  }

  void CountModifiers() {
    Parts effects;
    uint64_t phrases = 0;
    ForEach(&pb::LexiconFile::modifier, [&](const pb::Modifier& modifier) {
      ++effects[Word(pb::ModifierEffect_Name(modifier.effect()),
                     "MODIFIER_EFFECT_")];
      phrases += modifier.phrase_size();
    });
    Add("modifiers", lexicon_.modifiers.size());
    Add("modifiers/phrases", phrases);
    AddParts("modifiers", effects);
  }

  void CountIssues() {
    uint64_t wordings = 0, roots = 0;
    ForEach(&pb::LexiconFile::issue, [&](const pb::Issue& issue) {
      wordings += 1 + issue.wording_size();
      roots += issue.parent().empty();
    });
    Add("issues", lexicon_.issues.size());
    Add("issues/roots", roots);
    Add("issues/wordings", wordings);
  }

  void CountGrammar() {
    Parts words;
    uint64_t listed = 0, irregular = 0, abbreviations = 0;
    ForEach(&pb::LexiconFile::word_list, [&](const pb::WordList& list) {
      for (const std::string& line : list.words()) {
        ForEachWord(line, [&](std::string_view) {
          ++listed;
          ++words[Word(pb::WordClass_Name(list.word_class()), "WORD_CLASS_")];
        });
      }
    });
    ForEach(&pb::LexiconFile::irregular,
            [&](const pb::IrregularForms&) { ++irregular; });
    ForEach(&pb::LexiconFile::abbreviation,
            [&](const pb::Abbreviation&) { ++abbreviations; });
    Add("reporting verbs", lexicon_.reporting_verbs.size());
    Add("light verbs", lexicon_.light_verbs.size());
    Add("null phrases", lexicon_.nulls.size());
    Add("irregular words", irregular);
    Add("abbreviations", abbreviations);
    Add("listed words", listed);
    AddParts("listed words", words);
    Add("forms", lexicon_.phrases.size() - 1);  // [0] is none
  }

  template <typename Entry>
  void TakeExamples(const Entry& entry, std::string_view own,
                    uint64_t* without) {
    for (const std::string& example : entry.example()) {
      templates_.insert(ExampleTemplate(example, own));
    }
    for (const std::string& example : entry.counter_example()) {
      counter_templates_.insert(ExampleTemplate(example, own));
    }
    examples_ += entry.example_size();
    counter_examples_ += entry.counter_example_size();
    known_bugs_ += entry.known_bug_size();
    *without += entry.example().empty() || entry.counter_example().empty();
  }

  void CountExamples() {
    uint64_t cues = 0, agents = 0, modifiers = 0, not_needed = 0;
    ForEach(&pb::LexiconFile::cue,
            [&](const pb::Cue& cue) { TakeExamples(cue, cue.lemma(), &cues); });
    ForEach(&pb::LexiconFile::agent, [&](const pb::Agent& agent) {
      TakeExamples(agent, agent.lemma(), &agents);
    });
    ForEach(&pb::LexiconFile::modifier, [&](const pb::Modifier& modifier) {
      std::string own;
      for (const std::string& phrase : modifier.phrase()) own += phrase + " ";
      TakeExamples(modifier, own, &modifiers);
    });
    ForEach(&pb::LexiconFile::actor, [&](const pb::Actor& actor) {
      TakeExamples(actor, actor.name(), &not_needed);
    });
    ForEach(&pb::LexiconFile::issue, [&](const pb::Issue& issue) {
      TakeExamples(issue, issue.name(), &not_needed);
    });
    ForEach(&pb::LexiconFile::null, [&](const pb::NullPhrase& null) {
      counter_examples_ += null.counter_example_size();
      counter_templates_.insert(null.counter_example().begin(),
                                null.counter_example().end());
    });
    Add("examples", examples_);
    Add("examples/templates", templates_.size());
    Add("counter-examples", counter_examples_);
    Add("counter-examples/templates", counter_templates_.size());
    Add("known bugs", known_bugs_);
    Add("without example or counter-example", cues + agents + modifiers);
    AddParts("without example or counter-example",
             {{"agents", agents}, {"cues", cues}, {"modifiers", modifiers}});
  }

  const std::vector<LexiconSource>& sources_;
  const stance::Lexicon& lexicon_;
  authoring::v1::LexiconStats stats_;
  absl::flat_hash_set<std::string> templates_;
  absl::flat_hash_set<std::string> counter_templates_;
  uint64_t examples_ = 0;
  uint64_t counter_examples_ = 0;
  uint64_t known_bugs_ = 0;
};

}  // namespace

authoring::v1::LexiconStats CountLexicon(
    const std::vector<LexiconSource>& sources, const stance::Lexicon& lexicon) {
  return Counter(sources, lexicon).Run();
}

std::string StatsAsText(const authoring::v1::LexiconStats& stats) {
  return Concat("lexicon ", stats.lexicon().name(), ", version ",
                stats.lexicon().version(), "\n\n",
                CountsAsText(stats.counts()));
}

}  // namespace stance::client
