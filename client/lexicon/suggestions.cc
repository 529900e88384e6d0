#include "client/lexicon/suggestions.h"

#include <algorithm>
#include <set>
#include <utility>

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "client/fold_case.h"
#include "client/lexicon/counts.h"
#include "client/lexicon/entry_text.h"
#include "client/lexicon/unknown_verbs.h"
#include "client/table/display.h"
#include "service/engine/lexicon/concat.h"

namespace stance::client {
namespace {

namespace pb = lexicon::v1;

using authoring::v1::Suggestion;
using google::protobuf::RepeatedPtrField;

// Longer phrases are sentences, no wordings.
constexpr size_t kMostWords = 5;
constexpr size_t kMostSentences = 10;

std::vector<std::string_view> Words(std::string_view text) {
  std::vector<std::string_view> words;
  ForEachWord(text, [&](std::string_view word) { words.push_back(word); });
  return words;
}

// A capital, or a character that is not ASCII and so may be one.
bool BeginsLikeName(std::string_view word) {
  return absl::ascii_isupper(word[0]) ||
         static_cast<unsigned char>(word[0]) >= 0x80;
}

// "{Peru} snubbed [Chile] again."; nothing where the sentence has such marks
// already.
std::string MarkedExample(const UnknownVerb& verb) {
  if (verb.sentence.find_first_of("{}[]\n") != std::string_view::npos)
    return {};
  const size_t holder = verb.subject.data() - verb.sentence.data();
  const size_t target = verb.object.data() - verb.sentence.data();
  if (holder + verb.subject.size() > target) return {};
  std::string out(verb.sentence.substr(0, holder));
  out += Concat("{", verb.subject, "}");
  const size_t between = holder + verb.subject.size();
  out += verb.sentence.substr(between, target - between);
  out += Concat("[", verb.object, "]",
                verb.sentence.substr(target + verb.object.size()));
  return out;
}

std::string ActorEntry(const std::string& name, v1::ActorKind kind,
                       IdMaker* ids) {
  const bool person = kind == v1::ACTOR_KIND_PERSON;
  pb::LexiconFile file;
  pb::Actor* actor = file.add_actor();
  actor->set_id(ids->Make(person ? "person" : "org", name));
  actor->set_name(name);
  actor->set_kind(person ? pb::ACTOR_KIND_PERSON : pb::ACTOR_KIND_ORGANIZATION);
  return EntryText(file);
}

std::string IssueEntry(const std::string& name, IdMaker* ids) {
  pb::LexiconFile file;
  pb::Issue* issue = file.add_issue();
  issue->set_id(ids->Make("issue", name));
  issue->set_name(name);
  return EntryText(file);
}

// Without a polarity: that is the author's to say, and until then the example
// fails.
std::string CueEntry(const std::string& lemma, const std::string& example,
                     IdMaker* ids) {
  pb::LexiconFile file;
  pb::Cue* cue = file.add_cue();
  cue->set_id(ids->Make("cue", lemma));
  cue->set_lemma(lemma);
  cue->set_word_class(pb::WORD_CLASS_VERB);
  cue->set_sense(pb::SENSE_EVALUATION);
  cue->add_frame()->add_target()->set_slot(pb::SLOT_OBJECT);
  if (!example.empty()) cue->add_example(example);
  return EntryText(file);
}

IdMaker TakenIds(const stance::Lexicon& lexicon) {
  IdMaker ids;
  for (const auto& actor : lexicon.actors) ids.Reserve(actor.id);
  for (const auto& issue : lexicon.issues) ids.Reserve(issue.id);
  for (const auto& cue : lexicon.cues) ids.Reserve(cue.id);
  return ids;
}

}  // namespace

// Every longer word of it begins like a name; a word alone is none that the
// lexicon knows as an ordinary word.
bool SuggestionBuilder::IsName(const std::string& text) const {
  const std::vector<std::string_view> words = Words(text);
  if (words.empty() || !BeginsLikeName(words.front()) ||
      !BeginsLikeName(words.back())) {
    return false;
  }
  if (words.size() > 1) return true;
  const WordId word = lexicon_->Find(words[0]);
  return (lexicon_->Word(word).classes & ~uint32_t{kProper}) == 0;
}

// A phrase that may be the wording of an issue: no sentence, nothing that takes
// up what was named before ("the bill", "its rule"), no one ("the union").
bool SuggestionBuilder::IsWording(const std::string& text) const {
  const std::vector<std::string_view> words = Words(text);
  if (words.empty() || words.size() > kMostWords) return false;
  const auto info = [&](std::string_view word) -> const WordInfo& {
    return lexicon_->Word(lexicon_->Find(word));
  };
  if ((info(words[0]).classes & (kPossessivePronoun | kDeterminer)) != 0 ||
      (words.size() == 1 && IsAgent(info(words[0])))) {
    return false;
  }
  constexpr uint32_t kNoContent = kPronoun | kPossessivePronoun | kDeterminer |
                                  kQuantifier | kRelative | kNumberWord |
                                  kInterrogative | kAuxiliary;
  constexpr uint64_t kResumes = uint64_t{1}
                                    << (pb::FUNCTION_ROLE_PROPOSAL - 1) |
                                uint64_t{1} << (pb::FUNCTION_ROLE_ANAPHOR - 1);
  return std::any_of(words.begin(), words.end(), [&](std::string_view word) {
    const WordInfo& known = info(word);
    return (known.classes & kNoContent) == 0 &&
           (known.functions & kResumes) == 0;
  });
}

bool SuggestionBuilder::IsAgent(const WordInfo& word) const {
  const Phrase& phrase = lexicon_->phrases[word.phrase];
  return (phrase.kinds >> static_cast<int>(EntryKind::kAgent) & 1) != 0;
}

SuggestionBuilder::Found& SuggestionBuilder::Note(const std::string& key,
                                                  const std::string& text,
                                                  const std::string& sentence,
                                                  FoundByText* found) {
  Found& entry = (*found)[key];
  ++entry.spellings[text];
  ++entry.count;
  entry.articles += entry.last_article != articles_;
  entry.last_article = articles_;
  if (entry.sentences.size() < kMostSentences &&
      std::find(entry.sentences.begin(), entry.sentences.end(), sentence) ==
          entry.sentences.end()) {
    entry.sentences.push_back(sentence);
  }
  return entry;
}

void SuggestionBuilder::Add(const v1::Article& article,
                            const v1::ClassifyArticleResponse& answer) {
  ++articles_;
  for (const v1::ActorStances& holder : answer.actors()) {
    const v1::Actor& actor = holder.actor();
    const bool unknown = actor.id().empty() && IsName(actor.display_name());
    for (const v1::Stance& stance : holder.stances()) {
      const v1::Target& target = stance.target();
      const std::string sentence = stance.evidence().empty()
                                       ? std::string()
                                       : stance.evidence(0).sentence().text();
      if (unknown) {
        Note(FoldCase(actor.display_name()), actor.display_name(), sentence,
             &holders_)
            .kind = actor.kind();
      }
      if (target.kind() == v1::TARGET_KIND_PHRASE && target.id().empty() &&
          IsWording(target.display_name())) {
        Note(FoldCase(target.display_name()), target.display_name(), sentence,
             &targets_);
      }
    }
  }
  AddVerbs(article.title());
  AddVerbs(article.text());
}

void SuggestionBuilder::AddVerbs(const std::string& text) {
  FindUnknownVerbs(*lexicon_, text, [&](const UnknownVerb& verb) {
    Found& found =
        Note(verb.lemma, verb.lemma, std::string(verb.sentence), &verbs_);
    if (found.example.empty()) found.example = MarkedExample(verb);
  });
}

authoring::v1::Suggestions SuggestionBuilder::Finish(
    const SuggestOptions& options, uint64_t failed_articles) const {
  authoring::v1::Suggestions out;
  out.set_articles(articles_);
  out.set_failed_articles(failed_articles);
  IdMaker ids = TakenIds(*lexicon_);
  const auto rank = [&](const FoundByText& all, auto make_entry,
                        RepeatedPtrField<Suggestion>* suggestions) {
    std::vector<const Found*> ranked;
    for (const auto& [key, found] : all) {
      if (found.count >= options.min_count) ranked.push_back(&found);
    }
    std::stable_sort(
        ranked.begin(), ranked.end(),
        [](const Found* a, const Found* b) { return a->count > b->count; });
    if (ranked.size() > options.top) ranked.resize(options.top);
    for (const Found* found : ranked) {
      const auto text = std::max_element(
          found->spellings.begin(), found->spellings.end(),
          [](const auto& a, const auto& b) { return a.second < b.second; });
      Suggestion* suggestion = suggestions->Add();
      suggestion->set_text(text->first);
      suggestion->set_count(found->count);
      suggestion->set_articles(found->articles);
      for (size_t i = 0;
           i < std::min(options.sentences, found->sentences.size()); ++i) {
        suggestion->add_sentences(found->sentences[i]);
      }
      suggestion->set_entry(make_entry(text->first, *found));
    }
  };
  rank(
      holders_,
      [&](const std::string& name, const Found& found) {
        return ActorEntry(name, found.kind, &ids);
      },
      out.mutable_holders());
  rank(
      targets_,
      [&](const std::string& name, const Found&) {
        return IssueEntry(name, &ids);
      },
      out.mutable_targets());
  rank(
      verbs_,
      [&](const std::string& lemma, const Found& found) {
        return CueEntry(lemma, found.example, &ids);
      },
      out.mutable_verbs());
  return out;
}

std::string SuggestionsAsText(const authoring::v1::Suggestions& suggestions) {
  std::string out = absl::StrCat(
      "# From ", Counted(suggestions.articles(), "article"), ".\n");
  if (suggestions.failed_articles() > 0) {
    absl::StrAppend(&out, "# ", suggestions.failed_articles(),
                    " more could not be read or answered.\n");
  }
  const auto append = [&](const char* heading,
                          const RepeatedPtrField<Suggestion>& list) {
    absl::StrAppend(&out, "\n# ", heading, ": ",
                    list.empty() ? "none" : absl::StrCat(list.size()), "\n");
    for (const Suggestion& suggestion : list) {
      absl::StrAppend(&out, "\n# ", suggestion.count(), " × in ",
                      Counted(suggestion.articles(), "article"), "\n");
      for (const std::string& sentence : suggestion.sentences()) {
        absl::StrAppend(&out, "#   ", MakePrintable(sentence), "\n");
      }
      out += suggestion.entry();
    }
  };
  append("Unknown names that hold stances; give each its kind, and codes",
         suggestions.holders());
  append("Unknown phrases that stances are about; give each a parent",
         suggestions.targets());
  append(
      "Unknown verbs between known actors; give each that shows a stance its "
      "polarity and a counter_example",
      suggestions.verbs());
  return out;
}

}  // namespace stance::client
