// PETRARCH's and TABARI's dictionaries as they are written: actors, agents,
// verbs. Their format is told in docs/petrarch.md.

#ifndef STANCE_CLIENT_LEXICON_PETRARCH_DICTIONARY_H_
#define STANCE_CLIENT_LEXICON_PETRARCH_DICTIONARY_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace stance::client::petrarch {

// Where something is written.
struct Place {
  std::string file;
  uint32_t line = 0;  // from 1
};

// A line, or a part of it, that could not be taken over.
struct Left {
  Place place;
  std::string text;
  std::string reason;
};

// A name as it is written: "KOFI_ANNAN_".
struct Name {
  std::string text;
  uint32_t line = 0;
};

// "[ARMGOV 900804-980203]"
struct DatedCode {
  std::string code;
  // YYYY-MM-DD; empty where the code does not say.
  std::string from;
  std::string to;
  uint32_t line = 0;

  bool is_dated() const { return !from.empty() || !to.empty(); }
};

struct ActorRecord {
  std::string file;
  std::vector<Name> names;  // the first one, then "+" lines
  std::vector<DatedCode> codes;
};

struct AgentRecord {
  Place place;
  std::string noun;
  std::string plural;  // "{MEN}"; empty: regular, or none
  std::string code;    // without "~"
};

struct VerbRecord {
  Place place;
  std::string verb;  // "+ASK_FOR": the verb is behind the plus
  std::vector<std::string> forms;
  std::string code;  // the verb's own, else its block's; empty: none
};

// "- * TIES (WITH) [050] # CUT"
struct PatternRecord {
  Place place;
  std::string pattern;  // without the dash
  std::string code;
  std::string comment;
};

// The verbs of a block, and the patterns that hold for all of them.
struct VerbBlock {
  std::vector<VerbRecord> verbs;
  std::vector<PatternRecord> patterns;
};

struct Dictionaries {
  std::vector<ActorRecord> actors;
  std::vector<AgentRecord> agents;
  std::vector<VerbBlock> blocks;
  std::vector<Left> left;  // lines that are not understood
};

// Each adds what the text of one file holds. Never fails: lines that make no
// sense are in `left`.
void ReadActors(const std::string& file, std::string_view text,
                Dictionaries* out);
void ReadAgents(const std::string& file, std::string_view text,
                Dictionaries* out);
void ReadVerbs(const std::string& file, std::string_view text,
               Dictionaries* out);

}  // namespace stance::client::petrarch

#endif  // STANCE_CLIENT_LEXICON_PETRARCH_DICTIONARY_H_
