// What a corpus speaks of and the lexicon does not know, as entries to edit.

#ifndef STANCE_CLIENT_LEXICON_SUGGESTIONS_H_
#define STANCE_CLIENT_LEXICON_SUGGESTIONS_H_

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "service/engine/lexicon/lexicon.h"
#include "stance/authoring/v1/authoring.pb.h"
#include "stance/v1/stance_service.pb.h"

namespace stance::client {

struct SuggestOptions {
  size_t top = 20;         // of each kind at most
  uint64_t min_count = 2;  // places in which it must be found
  size_t sentences = 3;    // shown of each
};

// Adds up one article after another.
class SuggestionBuilder {
 public:
  explicit SuggestionBuilder(std::shared_ptr<const stance::Lexicon> lexicon)
      : lexicon_(std::move(lexicon)) {}

  // `answer`: the lexicon's.
  void Add(const v1::Article& article,
           const v1::ClassifyArticleResponse& answer);

  // Most frequent first, then by their text.
  authoring::v1::Suggestions Finish(const SuggestOptions& options,
                                    uint64_t failed_articles) const;

 private:
  struct Found {
    std::map<std::string, uint64_t> spellings;  // and how often each was met
    uint64_t count = 0;
    uint64_t articles = 0;
    uint64_t last_article = 0;
    std::vector<std::string> sentences;  // different ones, the first few
    v1::ActorKind kind = v1::ACTOR_KIND_UNSPECIFIED;  // of a holder
    std::string example;  // of a verb, in the notation of entries
  };
  using FoundByText = std::map<std::string, Found>;

  bool IsName(const std::string& text) const;
  bool IsWording(const std::string& text) const;
  bool IsAgent(const WordInfo& word) const;
  Found& Note(const std::string& key, const std::string& text,
              const std::string& sentence, FoundByText* found);
  void AddVerbs(const std::string& text);

  const std::shared_ptr<const stance::Lexicon> lexicon_;
  uint64_t articles_ = 0;
  FoundByText holders_;
  FoundByText targets_;
  FoundByText verbs_;
};

// As a lexicon file: comments say how often and where, entries follow.
std::string SuggestionsAsText(const authoring::v1::Suggestions& suggestions);

}  // namespace stance::client

#endif  // STANCE_CLIENT_LEXICON_SUGGESTIONS_H_
