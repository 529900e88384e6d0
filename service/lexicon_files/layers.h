// Layers of a lexicon: what a later directory says in place of an earlier one.

#ifndef STANCE_LEXICON_FILES_LAYERS_H_
#define STANCE_LEXICON_FILES_LAYERS_H_

#include <google/protobuf/message.h>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "service/lexicon_files/read_directory.h"

namespace stance {

// Directories as one lexicon: name and version are those of the directories,
// joined by "+"; the checksum tells their contents and their order.
struct LexiconLayers {
  LexiconDirectory lexicon;
  std::vector<uint32_t> layers;  // of each source: the index of its directory
};

// Reads each directory (read_directory.h) and takes out of each file the
// entries that a later directory has too: those of the same kind with the same
// id (actors, agents, issues, cues, frame sets, modifiers), lemma (light and
// reporting verbs, irregular forms), text (abbreviations) or way
// (calibrations). Their examples go with them. Word lists, function words and
// null phrases only ever add up.
//
// Where there are several directories, files and findings are named with their
// directory before them. Nothing where one of them cannot be read.
std::optional<LexiconLayers> ReadLexiconLayers(
    const std::vector<std::string>& directories, std::vector<Finding>* findings,
    unsigned threads = 0);

// What an entry is known by among those of its kind, as above; empty where
// there is no such thing.
std::string EntryKey(const google::protobuf::Message& entry);

}  // namespace stance

#endif  // STANCE_LEXICON_FILES_LAYERS_H_
