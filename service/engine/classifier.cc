// The stages in their order: the table of contents of the engine.

#include "service/engine/classifier.h"

#include <array>
#include <optional>
#include <string>
#include <utility>

#include "absl/status/status.h"
#include "absl/strings/str_cat.h"
#include "service/engine/match.h"
#include "service/engine/stance/aggregation.h"
#include "service/engine/stance/confidence.h"
#include "service/engine/stance/finder.h"
#include "service/engine/stance/headlines.h"
#include "service/engine/stance/shown_sentences.h"
#include "service/engine/stance/title_label.h"
#include "service/engine/syntax/seen_surnames.h"
#include "service/engine/syntax/syntax.h"
#include "service/engine/text/utf8.h"

namespace stance {

// What one part (text or title) needs besides the discourse.
struct PartScratch {
  Text text;
  std::vector<Match> matches;
  SeenSurnames surnames;
};

// A sentence on its way through the stages.
struct SentenceWork {
  uint32_t index = 0;          // of the sentence in its part
  size_t first_quotation = 0;  // that does not end before it
  Syntax syntax;
};

// Sentences go through the syntax in blocks, stage by stage: the code of all
// stages together is larger than a core's instruction cache, the units of a
// block are smaller than its data cache.
using Block = std::array<SentenceWork, 8>;

struct Classifier::Scratch::State {
  PartScratch text;
  PartScratch title;
  Block block;
  Discourse discourse;
  FinderScratch finder;
  std::vector<FoundStance> stances;
  AggregationScratch aggregation;
};

Classifier::Scratch::Scratch() : state_(std::make_unique<State>()) {}
Classifier::Scratch::~Scratch() = default;
Classifier::Scratch::Scratch(Scratch&&) noexcept = default;
Classifier::Scratch& Classifier::Scratch::operator=(Scratch&&) noexcept =
    default;

Classifier::Classifier(std::shared_ptr<const Lexicon> lexicon)
    : lexicon_(std::move(lexicon)) {}

namespace {

namespace pb = lexicon::v1;

absl::Status CheckUtf8(const char* field, std::string_view text) {
  const std::optional<size_t> invalid = FirstInvalidUtf8(text);
  if (!invalid) return absl::OkStatus();
  return absl::InvalidArgumentError(
      absl::StrCat(field, ": invalid UTF-8 at byte ", *invalid));
}

bool IsBlank(std::string_view text) {
  return text.find_first_not_of(" \t\r\n\v\f") == std::string_view::npos;
}

std::string_view Trim(std::string_view text) {
  const size_t begin = text.find_first_not_of(" \t\r\n");
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(" \t\r\n") - begin + 1);
}

// A title that the text repeats as its first line is analysed once, as text.
bool RepeatsTitle(std::string_view text, std::string_view title) {
  const size_t start = text.find_first_not_of(" \t\r\n");
  if (start == std::string_view::npos) return false;
  return Trim(text.substr(start, text.find('\n', start) - start)) ==
         Trim(title);
}

// The title is analysed last, as it reports what the text tells; what it names
// is the likelier topic of the text all the same.
void NoteTitleWords(const Lexicon& lexicon, const Text& title,
                    Discourse* discourse) {
  for (const Token& token : title.tokens) {
    const WordInfo& word = lexicon.Word(token.word);
    if (word.classes & (kNoun | kNounPlural)) {
      discourse->title_lemmas.push_back(word.lemma);
    }
  }
}

// One part through all the stages.
struct Pass {
  const Lexicon& lexicon;
  const FinderOptions& options;
  const ClassifyOptions& call;
  Block& block;
  Discourse& discourse;
  FinderScratch& finder;
  std::vector<FoundStance>& stances;
  Analysis& analysis;

  // Up to the matches, which need nothing of the discourse.
  void Read(std::string_view source, PartScratch& scratch) const {
    Tokenize(source, lexicon.text_rules, &scratch.text);
    SplitSentences(lexicon.text_rules, &scratch.text);
    PairQuotations(&scratch.text);
    LookUpWords(lexicon, &scratch.text);
    MatchPhrases(lexicon, scratch.text, &scratch.matches);
  }

  // REQUIRES: the part has been read.
  absl::Status Run(Part part, PartScratch& scratch) {
    scratch.surnames.Clear();
    Cursor next;
    size_t next_match = 0;
    while (const size_t size = Fill(scratch.text, &next)) {
      Parse(scratch, size, &next_match);
      for (size_t i = 0; i < size; ++i) {
        if (call.cancelled != nullptr &&
            call.cancelled(call.cancelled_context)) {
          return absl::CancelledError("the call was cancelled");
        }
        SentenceView view = View(part, scratch, block[i]);
        std::optional<SentenceView> closing;
        if (const size_t last = ClosingSentence(scratch.text, i, size);
            last != i) {
          view.closing = &closing.emplace(View(part, scratch, block[last]));
        }
        FindStances(view, options, &discourse, &finder, &stances, &analysis);
      }
    }
    return absl::OkStatus();
  }

  SentenceView View(Part part, const PartScratch& scratch,
                    const SentenceWork& work) const {
    return {lexicon,
            scratch.text,
            scratch.matches,
            work.syntax,
            scratch.text.sentences[work.index],
            work.index,
            work.first_quotation,
            part};
  }

  // The sentence of the block in which the speech that opens in sentence `i` of
  // it is closed; `i` where none opens, or none goes on after it.
  size_t ClosingSentence(const Text& text, size_t i, size_t size) const {
    const Sentence& sentence = text.sentences[block[i].index];
    for (size_t q = block[i].first_quotation; q < text.quotations.size(); ++q) {
      const Quotation& quotation = text.quotations[q];
      if (quotation.begin >= sentence.end) break;
      if (quotation.begin < sentence.begin || quotation.scare ||
          quotation.end <= sentence.end) {
        continue;
      }
      for (size_t j = i + 1; j < size; ++j) {
        if (quotation.end <= text.sentences[block[j].index].end) return j;
      }
    }
    return i;
  }

  // Where the next sentence begins.
  struct Cursor {
    uint32_t sentence = 0;
    size_t quotation = 0;
  };

  // Takes the next sentences into the block; returns how many. A block ends
  // where speech does, if it can.
  size_t Fill(const Text& text, Cursor* next) {
    size_t size = 0;
    size_t settled = 0;  // sentences up to the last that no speech goes on from
    Cursor after_settled;
    for (; size < block.size() && next->sentence < text.sentences.size();
         ++next->sentence) {
      const Sentence& sentence = text.sentences[next->sentence];
      if (sentence.dateline) continue;
      while (next->quotation < text.quotations.size() &&
             text.quotations[next->quotation].end <= sentence.begin) {
        ++next->quotation;
      }
      SentenceWork& work = block[size++];
      work.index = next->sentence;
      work.first_quotation = next->quotation;
      if (!SpeechGoesOn(text, sentence, next->quotation)) {
        settled = size;
        after_settled = {next->sentence + 1, next->quotation};
      }
    }
    if (size == block.size() && settled > 0) {
      *next = after_settled;
      return settled;
    }
    return size;
  }

  static bool SpeechGoesOn(const Text& text, const Sentence& sentence,
                           size_t first_quotation) {
    for (size_t q = first_quotation; q < text.quotations.size(); ++q) {
      const Quotation& quotation = text.quotations[q];
      if (quotation.begin >= sentence.end) return false;
      if (!quotation.scare && quotation.end > sentence.end) return true;
    }
    return false;
  }

  // Through the syntax; `next_match` is moved behind the block.
  void Parse(PartScratch& scratch, size_t size, size_t* next_match) {
    auto& [text, matches, surnames] = scratch;
    for (size_t i = 0; i < size; ++i) {
      Syntax& syntax = block[i].syntax;
      const Sentence& sentence = text.sentences[block[i].index];
      *next_match =
          MakeUnits(lexicon, text, matches, *next_match, sentence.begin,
                    sentence.end, &syntax.units, &syntax.any, &surnames);
    }
    for (size_t i = 0; i < size; ++i) {
      TagUnits(lexicon, text, &block[i].syntax.units);
    }
    for (size_t i = 0; i < size; ++i)
      FindGroups(lexicon, text, &block[i].syntax);
    for (size_t i = 0; i < size; ++i) {
      FindClauses(lexicon, text, &block[i].syntax);
    }
  }
};

}  // namespace

absl::StatusOr<Analysis> Classifier::Classify(const ArticleView& article,
                                              const ClassifyOptions& options,
                                              Scratch* scratch) const {
  if (absl::Status s = CheckUtf8("article.title", article.title); !s.ok()) {
    return s;
  }
  if (absl::Status s = CheckUtf8("article.text", article.text); !s.ok()) {
    return s;
  }
  if (IsBlank(article.title) && IsBlank(article.text)) {
    return absl::InvalidArgumentError(
        "article.text: title and text hold nothing but white space");
  }
  Scratch::State& state = *scratch->state_;
  state.discourse.Clear();
  state.stances.clear();
  Analysis analysis;
  if (article.publish_date == 0) {
    analysis.notices.push_back(
        {"NO_PUBLISH_TIME",
         "no publish_time: names match any office that they ever held",
         {}});
  }
  const FinderOptions finder_options{article.publish_date, options.explain,
                                     options.include_unknown,
                                     options.include_derived};
  state.discourse.title = ReadTitleLabel(lexicon_->text_rules, article.title);
  Pass pass{*lexicon_,       finder_options, options,       state.block,
            state.discourse, state.finder,   state.stances, analysis};
  pass.Read(article.title, state.title);
  NoteTitleWords(*lexicon_, state.title.text, &state.discourse);
  pass.Read(article.text, state.text);
  if (absl::Status s = pass.Run(Part::kText, state.text); !s.ok()) return s;
  if (!IsBlank(article.title) && !RepeatsTitle(article.text, article.title)) {
    if (absl::Status s = pass.Run(Part::kTitle, state.title); !s.ok()) return s;
  }
  const PartTexts parts{article.text, article.title};
  JoinHeadline(*lexicon_, parts, state.discourse, &state.stances);
  RateStances(*lexicon_, parts, state.discourse, options.explain,
              &state.stances);
  ShortenSentences(parts, &state.stances);
  Aggregate(*lexicon_, parts, state.discourse, options, &state.aggregation,
            &state.stances, &analysis);
  return analysis;
}

}  // namespace stance
