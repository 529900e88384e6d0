#include "service/engine/lexicon/compiler.h"

#include <algorithm>
#include <string>
#include <thread>
#include <utility>

#include "service/engine/lexicon/calibration_entries.h"
#include "service/engine/lexicon/entry_examples.h"
#include "service/engine/lexicon/finding_sink.h"
#include "service/engine/lexicon/forms.h"
#include "service/engine/lexicon/frames.h"
#include "service/engine/lexicon/inflection.h"
#include "service/engine/lexicon/phrase_table.h"
#include "service/engine/lexicon/references.h"
#include "service/engine/lexicon/spelling.h"
#include "service/engine/lexicon/word_marks.h"
#include "service/engine/lexicon/word_table.h"

namespace stance {
namespace {

namespace pb = lexicon::v1;

pb::Effect ResolveEffect(const pb::Cue& cue) {
  if (cue.effect() != pb::EFFECT_UNSPECIFIED) return cue.effect();
  switch (cue.polarity()) {
    case pb::POLARITY_OPPOSES:
      return pb::EFFECT_REVERSE;
    case pb::POLARITY_NEUTRAL:
      return pb::EFFECT_NEUTRALISE;
    default:
      return pb::EFFECT_PRESERVE;
  }
}

bool MayBeCue(pb::WordClass word_class) {
  return word_class == pb::WORD_CLASS_VERB ||
         word_class == pb::WORD_CLASS_NOUN ||
         word_class == pb::WORD_CLASS_ADJECTIVE ||
         word_class == pb::WORD_CLASS_ADVERB ||
         word_class == pb::WORD_CLASS_PHRASE;
}

// The passes, in the order in which they need each other.
class Compiler {
 public:
  Compiler(const std::vector<LexiconSource>& sources, Lexicon* lexicon)
      : sources_(sources),
        lexicon_(*lexicon),
        findings_(sources),
        words_(inflector_, &lexicon->vocabulary),
        phrases_(lexicon->text_rules, &lexicon->vocabulary, &findings_),
        forms_(inflector_, &words_, &phrases_, &findings_),
        frames_(sources, lexicon, &findings_),
        ids_(&findings_) {}

  void Run() {
    ReadSpelling(sources_, &lexicon_, &inflector_, &findings_);
    words_.ReadLists(sources_, lexicon_.text_rules, &findings_);
    CompileGrammar();
    CompileCues();
    CompileModifiers();
    CompileAgents();
    CompileActors();
    CompileIssues();
    CompileNulls();
    ReadCalibration(sources_, ids_, &lexicon_, &findings_);
    ResolveReferences(sources_, &ids_, &lexicon_, &findings_);
    frames_.FindUnused();
    const std::vector<WordId> owned = phrases_.FirstWordsBefore(kGenitiveSlot);
    const std::vector<WordId> closing = phrases_.WordsBehind(kObjectSlot);
    phrases_.Finish(&lexicon_);
    lexicon_.words = words_.Finish(lexicon_.text_rules);
    MarkPhrases(&lexicon_);
    lexicon_.suffixes = SuffixTable(lexicon_.vocabulary, lexicon_.words);
    MarkEndings(&lexicon_);
    MarkSplitVerbs(&lexicon_);
    for (const WordId id : owned) lexicon_.words[id].owns = true;
    for (const WordId id : closing) lexicon_.words[id].closes = true;
  }

  FindingSink* findings() { return &findings_; }

 private:
  void CompileGrammar() {
    ForEachEntry(
        sources_, &pb::LexiconFile::light_verb, "light_verb",
        [&](const pb::LightVerb& verb, const Origin& origin) {
          findings_.Require(
              verb.direction() != pb::LIGHT_VERB_DIRECTION_UNSPECIFIED, origin,
              verb.lemma(), "a light verb needs a direction");
          const EntryForms entry = {
              EntryKind::kLightVerb,
              static_cast<uint32_t>(lexicon_.light_verbs.size()), verb.lemma(),
              origin};
          lexicon_.light_verbs.push_back({verb.lemma(), verb.direction()});
          if (findings_.Require(!verb.lemma().empty(), origin, {},
                                "a light verb needs a lemma")) {
            forms_.Verb(verb.lemma(), entry);
          }
        });
    ForEachEntry(
        sources_, &pb::LexiconFile::reporting_verb, "reporting_verb",
        [&](const pb::ReportingVerb& verb, const Origin& origin) {
          const EntryForms entry = {
              EntryKind::kReporting,
              static_cast<uint32_t>(lexicon_.reporting_verbs.size()),
              verb.lemma(), origin};
          lexicon_.reporting_verbs.push_back(
              {verb.lemma(), verb.addressee(), verb.denies(), verb.supposes()});
          if (findings_.Require(!verb.lemma().empty(), origin, {},
                                "a reporting verb needs a lemma")) {
            forms_.Verb(verb.lemma(), entry);
          }
        });
  }

  void CompileCues() {
    ForEachEntry(sources_, &pb::LexiconFile::cue, "cue",
                 [&](const pb::Cue& cue, const Origin& origin) {
                   const EntryForms entry = Enter(
                       EntryKind::kCue, lexicon_.cues.size(), cue.id(), origin);
                   CueEntry compiled;
                   compiled.id = cue.id();
                   compiled.lemma = cue.lemma();
                   compiled.word_class = cue.word_class();
                   compiled.polarity = cue.polarity();
                   compiled.effect = ResolveEffect(cue);
                   compiled.sense = cue.sense();
                   compiled.factuality =
                       cue.factuality() == pb::FACTUALITY_UNSPECIFIED
                           ? pb::FACTUALITY_ASSERTED
                           : cue.factuality();
                   compiled.contestable = cue.contestable();
                   compiled.predicative = cue.predicative();
                   compiled.only_through = cue.only_through();
                   compiled.only_denied = cue.only_denied();
                   compiled.frames = frames_.Frames(cue, origin);
                   NoteImplied(compiled.id);
                   for (const Frame& frame : compiled.frames) {
                     compiled.person |= frame.holder.slot == pb::SLOT_SELF;
                     for (const Filler& target : frame.targets) {
                       // "protested after C", "will strike if C": no clause of
                       // its own.
                       if (target.slot == pb::SLOT_THAT_CLAUSE &&
                           !target.prepositions.empty()) {
                         continue;
                       }
                       compiled.slots |= 1u << target.slot;
                     }
                   }
                   lexicon_.cues.push_back(std::move(compiled));
                   const bool has_lemma =
                       findings_.Require(!cue.lemma().empty(), origin, cue.id(),
                                         "the cue has no lemma; give it one");
                   const bool has_class = findings_.Require(
                       MayBeCue(cue.word_class()), origin, cue.id(),
                       "the word_class of a cue is VERB, NOUN, ADJECTIVE, "
                       "ADVERB or PHRASE; set one of them");
                   if (has_lemma && has_class) forms_.Cue(cue, entry);
                 });
  }

  // The cues that stand for what no word of its own says.
  void NoteImplied(std::string_view id) {
    const auto index = static_cast<uint32_t>(lexicon_.cues.size());
    if (id == kCommitmentCue) lexicon_.commitment = index;
    if (id == kObligationCue) lexicon_.obligation = index;
    if (id == kPurposeCue) lexicon_.purpose = index;
    if (id == kActCue) lexicon_.act = index;
    if (id == kSlightCue) lexicon_.slight = index;
  }

  void CompileModifiers() {
    ForEachEntry(
        sources_, &pb::LexiconFile::modifier, "modifier",
        [&](const pb::Modifier& modifier, const Origin& origin) {
          const EntryForms entry =
              Enter(EntryKind::kModifier, lexicon_.modifiers.size(),
                    modifier.id(), origin);
          lexicon_.modifiers.push_back(
              {modifier.id(), modifier.effect(),
               modifier.direction() == pb::DIRECTION_UNSPECIFIED
                   ? pb::DIRECTION_FORWARD
                   : modifier.direction()});
          findings_.Require(
              modifier.effect() != pb::MODIFIER_EFFECT_UNSPECIFIED, origin,
              modifier.id(), "the modifier has no effect; set one");
          findings_.Require(modifier.phrase_size() > 0, origin, modifier.id(),
                            "the modifier has no phrase; give it one");
          forms_.Modifier(modifier, entry);
        });
  }

  void CompileAgents() {
    ForEachEntry(
        sources_, &pb::LexiconFile::agent, "agent",
        [&](const pb::Agent& agent, const Origin& origin) {
          const EntryForms entry = Enter(
              EntryKind::kAgent, lexicon_.agents.size(), agent.id(), origin);
          lexicon_.agents.push_back({agent.id(), agent.lemma(), agent.role(),
                                     agent.gender(), agent.collective(),
                                     agent.describes(), agent.shared()});
          findings_.Require(agent.role() != pb::AGENT_ROLE_UNSPECIFIED, origin,
                            agent.id(), "the agent has no role; set one");
          if (findings_.Require(!agent.lemma().empty(), origin, agent.id(),
                                "the agent has no lemma; give it one")) {
            forms_.Agent(agent, entry);
          }
        });
  }

  void CompileActors() {
    ForEachEntry(
        sources_, &pb::LexiconFile::actor, "actor",
        [&](const pb::Actor& actor, const Origin& origin) {
          const EntryForms entry = Enter(
              EntryKind::kActor, lexicon_.actors.size(), actor.id(), origin);
          ActorEntry compiled;
          compiled.id = actor.id();
          compiled.name = actor.name();
          compiled.kind = actor.kind();
          compiled.gender = actor.gender();
          compiled.represents = actor.represents();
          lexicon_.actors.push_back(std::move(compiled));
          findings_.Require(actor.kind() != pb::ACTOR_KIND_UNSPECIFIED, origin,
                            actor.id(), "the actor has no kind; set one");
          if (findings_.Require(!actor.name().empty(), origin, actor.id(),
                                "the actor has no name; give it one")) {
            forms_.Actor(actor, entry);
          }
        });
  }

  void CompileIssues() {
    ForEachEntry(
        sources_, &pb::LexiconFile::issue, "issue",
        [&](const pb::Issue& issue, const Origin& origin) {
          const EntryForms entry = Enter(
              EntryKind::kIssue, lexicon_.issues.size(), issue.id(), origin);
          lexicon_.issues.push_back({issue.id(), issue.name()});
          if (findings_.Require(!issue.name().empty(), origin, issue.id(),
                                "the issue has no name; give it one")) {
            forms_.Issue(issue, entry);
          }
        });
  }

  void CompileNulls() {
    ForEachEntry(sources_, &pb::LexiconFile::null, "null",
                 [&](const pb::NullPhrase& null, const Origin& origin) {
                   if (!findings_.Require(null.phrase_size() > 0, origin, {},
                                          "a null phrase needs a phrase")) {
                     return;
                   }
                   for (const std::string& phrase : null.phrase()) {
                     const EntryForms entry = {
                         EntryKind::kNull,
                         static_cast<uint32_t>(lexicon_.nulls.size()), phrase,
                         origin};
                     lexicon_.nulls.push_back({phrase, null.name()});
                     forms_.Fixed(phrase, entry);
                   }
                 });
  }

  EntryForms Enter(EntryKind kind, size_t index, const std::string& id,
                   const Origin& origin) {
    ids_.Add(id, kind, static_cast<uint32_t>(index), origin);
    return {kind, static_cast<uint32_t>(index), id, origin};
  }

  const std::vector<LexiconSource>& sources_;
  Lexicon& lexicon_;
  FindingSink findings_;
  Inflector inflector_;
  WordTable words_;
  PhraseTable phrases_;
  FormMaker forms_;
  FrameMaker frames_;
  IdTable ids_;
};

}  // namespace

std::shared_ptr<const Lexicon> CompileLexicon(
    const std::vector<LexiconSource>& sources, std::string name,
    std::string version, std::string checksum, std::vector<Finding>* findings,
    std::vector<Example>* examples, unsigned threads) {
  auto lexicon = std::make_shared<Lexicon>();
  lexicon->name = std::move(name);
  lexicon->version = std::move(version);
  lexicon->checksum = std::move(checksum);
  Compiler compiler(sources, lexicon.get());
  FindingSink of_examples(sources);
  const auto read_examples = [&] {
    ReadExamples(sources, examples, &of_examples);
  };
  if (threads > 1) {
    std::thread reader(read_examples);
    compiler.Run();
    reader.join();
  } else {
    compiler.Run();
    read_examples();
  }
  compiler.findings()->Take(&of_examples);
  return compiler.findings()->MoveTo(findings) ? lexicon : nullptr;
}

}  // namespace stance
