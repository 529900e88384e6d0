#include "service/lexicon_files/layers.h"

#include <filesystem>
#include <iterator>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "google/protobuf/descriptor.h"
#include "service/lexicon_files/checksum.h"

namespace stance {
namespace {

using google::protobuf::FieldDescriptor;
using google::protobuf::Message;
using google::protobuf::Reflection;

// The fields of entries, in the order in which one is looked for.
constexpr const char* kKeys[] = {"id", "lemma", "text", "way"};

const FieldDescriptor* KeyField(const google::protobuf::Descriptor& entry) {
  for (const char* name : kKeys) {
    const FieldDescriptor* field = entry.FindFieldByName(name);
    if (field != nullptr) return field;
  }
  return nullptr;
}

// For each field of LexiconFile, where the entries that are left stood before.
using OldIndexes = std::map<std::string, std::vector<int>, std::less<>>;

// Lines of a file that entries were taken out of.
class LinesOfLeft final : public SourceLines {
 public:
  LinesOfLeft(OldIndexes old, std::shared_ptr<const SourceLines> lines)
      : old_(std::move(old)), lines_(std::move(lines)) {}

  uint32_t Of(std::string_view field, int index) const override {
    return lines_->Of(field, OldIndex(field, index));
  }
  uint32_t Within(std::string_view field, int index, std::string_view part,
                  int part_index) const override {
    return lines_->Within(field, OldIndex(field, index), part, part_index);
  }

 private:
  int OldIndex(std::string_view field, int index) const {
    const auto found = old_.find(field);
    return found == old_.end() ? index
                               : found->second[static_cast<size_t>(index)];
  }

  const OldIndexes old_;
  const std::shared_ptr<const SourceLines> lines_;
};

// Keeps telling lines by where the entries stood in the file.
void KeepLines(OldIndexes old, LexiconSource* source) {
  if (source->lines == nullptr) return;
  source->lines = std::make_shared<const LinesOfLeft>(std::move(old),
                                                      std::move(source->lines));
}

// The last layer that has each key of one field.
using LastLayers = absl::flat_hash_map<std::string, uint32_t>;

// Takes the overridden entries of one field out of a file of `layer`. Where
// there are any, tells where those that are left stood.
std::optional<std::vector<int>> TakeOut(const FieldDescriptor* field,
                                        const LastLayers& last, uint32_t layer,
                                        Message* file) {
  const Reflection& reflection = *file->GetReflection();
  const int size = reflection.FieldSize(*file, field);
  std::vector<int> kept;
  for (int i = 0; i < size; ++i) {
    const auto found =
        last.find(EntryKey(reflection.GetRepeatedMessage(*file, field, i)));
    if (found != last.end() && found->second > layer) continue;
    reflection.SwapElements(file, field, static_cast<int>(kept.size()), i);
    kept.push_back(i);
  }
  const int left = static_cast<int>(kept.size());
  if (left == size) return std::nullopt;
  for (int i = size; i > left; --i) reflection.RemoveLast(file, field);
  return kept;
}

LastLayers FindLastLayers(const FieldDescriptor* field,
                          const LexiconLayers& layers) {
  LastLayers last;
  for (size_t i = 0; i < layers.layers.size(); ++i) {
    if (layers.layers[i] == 0) continue;  // overrides nothing
    const Message& file = layers.lexicon.sources[i].file;
    const Reflection& reflection = *file.GetReflection();
    for (int n = 0; n < reflection.FieldSize(file, field); ++n) {
      const std::string key =
          EntryKey(reflection.GetRepeatedMessage(file, field, n));
      if (!key.empty()) last[key] = layers.layers[i];
    }
  }
  return last;
}

void OverrideEntries(LexiconLayers* layers) {
  std::vector<LexiconSource>& sources = layers->lexicon.sources;
  std::vector<OldIndexes> old(sources.size());
  const auto* descriptor = lexicon::v1::LexiconFile::descriptor();
  for (int f = 0; f < descriptor->field_count(); ++f) {
    const FieldDescriptor* field = descriptor->field(f);
    if (!field->is_repeated() || KeyField(*field->message_type()) == nullptr) {
      continue;
    }
    const LastLayers last = FindLastLayers(field, *layers);
    if (last.empty()) continue;
    for (size_t i = 0; i < sources.size(); ++i) {
      auto kept = TakeOut(field, last, layers->layers[i], &sources[i].file);
      if (kept) old[i].emplace(field->name(), *std::move(kept));
    }
  }
  for (size_t i = 0; i < old.size(); ++i) {
    if (!old[i].empty()) KeepLines(std::move(old[i]), &sources[i]);
  }
}

// So that findings tell the files of several directories apart.
void PutBefore(const std::filesystem::path& directory,
               std::vector<Finding>* findings) {
  for (Finding& finding : *findings) {
    if (finding.file != directory) finding.file = directory / finding.file;
  }
}

void Join(const std::string& part, std::string* joined) {
  if (!joined->empty()) *joined += '+';
  *joined += part;
}

}  // namespace

std::string EntryKey(const Message& entry) {
  const FieldDescriptor* field = KeyField(*entry.GetDescriptor());
  return field == nullptr ? std::string()
                          : entry.GetReflection()->GetString(entry, field);
}

std::optional<LexiconLayers> ReadLexiconLayers(
    const std::vector<std::string>& directories, std::vector<Finding>* findings,
    unsigned threads) {
  LexiconLayers all;
  if (directories.size() == 1) {
    auto only = ReadLexiconDirectory(directories.front(), findings, threads);
    if (!only) return std::nullopt;
    all.lexicon = *std::move(only);
    all.layers.assign(all.lexicon.sources.size(), 0);
    return all;
  }
  Checksum checksum;
  bool readable = true;
  for (uint32_t layer = 0; layer < directories.size(); ++layer) {
    const std::filesystem::path directory = directories[layer];
    std::vector<Finding> found;
    auto read = ReadLexiconDirectory(directory, &found, threads);
    PutBefore(directory, &found);
    std::move(found.begin(), found.end(), std::back_inserter(*findings));
    if (!read) {
      readable = false;
      continue;
    }
    for (LexiconSource& source : read->sources) {
      source.path = directory / source.path;
      all.lexicon.sources.push_back(std::move(source));
      all.layers.push_back(layer);
    }
    Join(read->name, &all.lexicon.name);
    Join(read->version, &all.lexicon.version);
    checksum.Add(read->checksum);
  }
  if (!readable) return std::nullopt;
  all.lexicon.checksum = checksum.Hex();
  OverrideEntries(&all);
  return all;
}

}  // namespace stance
