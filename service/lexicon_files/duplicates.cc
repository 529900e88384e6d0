#include <string>
#include <utility>

#include "absl/container/flat_hash_map.h"
#include "absl/container/flat_hash_set.h"
#include "service/engine/lexicon/concat.h"
#include "service/lexicon_files/checks.h"

namespace stance {
namespace {

namespace pb = lexicon::v1;

// What was written before, and where.
class Seen {
 public:
  explicit Seen(FindingSink* findings) : findings_(*findings) {}

  // A finding where `key` was added before.
  void Add(std::string key, const Origin& origin, std::string_view entry_id,
           std::string_view what, std::string_view part = {},
           int part_index = 0) {
    const auto [found, added] = origins_.try_emplace(std::move(key), origin);
    if (added) return;
    findings_.Warn(
        origin, "DUPLICATE", entry_id,
        Concat(what, " is listed before (", findings_.Place(found->second),
               "); remove one of the two"),
        part, part_index);
  }

 private:
  FindingSink& findings_;
  absl::flat_hash_map<std::string, Origin> origins_;
};

std::string InQuotes(std::string_view text) { return Concat("\"", text, "\""); }

void FindTwiceInEntry(
    const google::protobuf::RepeatedPtrField<std::string>& values,
    std::string_view field, std::string_view code, std::string_view entry_id,
    const Origin& origin, FindingSink* findings) {
  absl::flat_hash_set<std::string> seen;
  for (int i = 0; i < values.size(); ++i) {
    if (seen.insert(values[i]).second) continue;
    findings->Warn(origin, code, entry_id,
                   Concat("the ", field, " \"", values[i],
                          "\" stands twice in this entry; remove one"),
                   field, i);
  }
}

// Verbs, irregular forms, null phrases, words of the grammar.
void FindInGrammar(const std::vector<LexiconSource>& sources,
                   FindingSink* findings) {
  Seen reporting(findings), light(findings), irregular(findings),
      null(findings), words(findings), functions(findings);
  ForEachEntry(sources, &pb::LexiconFile::reporting_verb, "reporting_verb",
               [&](const pb::ReportingVerb& verb, const Origin& origin) {
                 reporting.Add(verb.lemma(), origin, verb.lemma(),
                               "the reporting verb");
               });
  ForEachEntry(sources, &pb::LexiconFile::light_verb, "light_verb",
               [&](const pb::LightVerb& verb, const Origin& origin) {
                 light.Add(Concat(verb.lemma(), "/", int{verb.direction()}),
                           origin, verb.lemma(),
                           "the light verb in this direction");
               });
  ForEachEntry(sources, &pb::LexiconFile::irregular, "irregular",
               [&](const pb::IrregularForms& forms, const Origin& origin) {
                 irregular.Add(forms.lemma(), origin, forms.lemma(),
                               "the irregular word");
               });
  ForEachEntry(sources, &pb::LexiconFile::null, "null",
               [&](const pb::NullPhrase& entry, const Origin& origin) {
                 for (int i = 0; i < entry.phrase_size(); ++i) {
                   null.Add(entry.phrase(i), origin, entry.phrase(i),
                            "the null phrase", "phrase", i);
                 }
               });
  ForEachEntry(
      sources, &pb::LexiconFile::word_list, "word_list",
      [&](const pb::WordList& list, const Origin& origin) {
        for (int i = 0; i < list.words_size(); ++i) {
          ForEachWord(list.words(i), [&](std::string_view word) {
            // The usual class of a word may be told beside its classes.
            words.Add(
                Concat(int{list.word_class()}, "/", list.usual(), "/", word),
                origin, {},
                Concat("the word ", InQuotes(word), " of this class"), "words",
                i);
          });
        }
      });
  ForEachEntry(sources, &pb::LexiconFile::function, "function",
               [&](const pb::FunctionWords& list, const Origin& origin) {
                 for (int i = 0; i < list.words_size(); ++i) {
                   ForEachWord(list.words(i), [&](std::string_view word) {
                     functions.Add(
                         Concat(int{list.role()}, "/", word), origin, {},
                         Concat("the word ", InQuotes(word), " of this role"),
                         "words", i);
                   });
                 }
               });
}

void FindInActors(const std::vector<LexiconSource>& sources,
                  FindingSink* findings) {
  absl::flat_hash_map<std::string, std::pair<std::string, Origin>> codes;
  ForEachEntry(
      sources, &pb::LexiconFile::actor, "actor",
      [&](const pb::Actor& actor, const Origin& origin) {
        FindTwiceInEntry(actor.member(), "member", "DUPLICATE", actor.id(),
                         origin, findings);
        for (int i = 0; i < actor.code_size(); ++i) {
          const auto [found, added] =
              codes.try_emplace(actor.code(i), actor.id(), origin);
          if (added) continue;
          findings->Warn(
              origin, "DUPLICATE_CODE", actor.id(),
              Concat("the code \"", actor.code(i), "\" is also that of ",
                     found->second.first, " (",
                     findings->Place(found->second.second),
                     "); a code names one thing: correct one, or join the "
                     "entries"),
              "code", i);
        }
      });
}

template <typename Entries>
void FindExamples(const std::vector<LexiconSource>& sources,
                  const Entries& (pb::LexiconFile::*entries)() const,
                  const char* field, FindingSink* findings) {
  ForEachEntry(
      sources, entries, field, [&](const auto& entry, const Origin& origin) {
        FindTwiceInEntry(entry.example(), "example", "DUPLICATE_EXAMPLE",
                         entry.id(), origin, findings);
        FindTwiceInEntry(entry.counter_example(), "counter_example",
                         "DUPLICATE_EXAMPLE", entry.id(), origin, findings);
      });
}

void AppendSlot(const Filler& filler, std::string* key) {
  *key += Concat(" ", int{filler.slot});
  for (const WordId preposition : filler.prepositions) {
    *key += Concat(",", preposition);
  }
}

// What decides which of several cues is taken: all but the polarity.
std::string ReadingKey(const CueEntry& cue) {
  std::string key =
      Concat(cue.lemma, "/", int{cue.word_class}, cue.contestable ? "c" : "",
             cue.predicative ? "p" : "", cue.only_through ? "o" : "",
             cue.only_denied ? "d" : "");
  for (const Frame& frame : cue.frames) {
    key += "/";
    AppendSlot(frame.holder, &key);
    for (const Filler& target : frame.targets) AppendSlot(target, &key);
  }
  return key;
}

// Cues of one lemma, class and list of frames: the first is always taken.
void FindCues(const std::vector<LexiconSource>& sources, const Lexicon& lexicon,
              FindingSink* findings) {
  const std::vector<Origin> origins = OriginsOf(sources, EntryKind::kCue);
  absl::flat_hash_map<std::string, size_t> first;
  for (size_t i = 0; i < lexicon.cues.size(); ++i) {
    const auto [found, added] =
        first.try_emplace(ReadingKey(lexicon.cues[i]), i);
    if (added) continue;
    const size_t before = found->second;
    findings->Warn(
        origins[i], "SHADOWED", lexicon.cues[i].id,
        Concat(lexicon.cues[before].id, " (", findings->Place(origins[before]),
               ") has this lemma, class and frames and is always "
               "taken; join the two, or give them other frames"));
  }
}

}  // namespace

void FindDuplicates(const std::vector<LexiconSource>& sources,
                    const Lexicon& lexicon, FindingSink* findings) {
  FindInGrammar(sources, findings);
  FindInActors(sources, findings);
  FindExamples(sources, &pb::LexiconFile::cue, "cue", findings);
  FindExamples(sources, &pb::LexiconFile::modifier, "modifier", findings);
  FindExamples(sources, &pb::LexiconFile::agent, "agent", findings);
  FindExamples(sources, &pb::LexiconFile::actor, "actor", findings);
  FindExamples(sources, &pb::LexiconFile::issue, "issue", findings);
  FindCues(sources, lexicon, findings);
}

}  // namespace stance
