#include "client/eval/scoring.h"

#include <algorithm>
#include <cmath>
#include <set>

#include "client/eval/agreement.h"
#include "client/eval/matching.h"

namespace stance::client {
namespace {

using eval::v1::Distractor;
using eval::v1::GoldArticle;
using eval::v1::GoldStance;

int64_t Millionths(const FoundStance& found) {
  return std::llround(1e6 * found.confidence);
}

std::vector<Pair> MatchAnswers(const GoldArticle& article,
                               const std::vector<FoundStance>& found) {
  std::vector<std::vector<size_t>> agrees(found.size());
  for (size_t f = 0; f < found.size(); ++f) {
    for (int g = 0; g < article.stances_size(); ++g) {
      if (Agrees(found[f], article.stances(g))) {
        agrees[f].push_back(static_cast<size_t>(g));
      }
    }
  }
  return MatchOneToOne(agrees);
}

// Takes one of the gold stances that may still be worded once more.
bool TakeSecondWording(const GoldArticle& article, const FoundStance& found,
                       std::vector<size_t>* spare) {
  const auto at = std::find_if(spare->begin(), spare->end(), [&](size_t gold) {
    return Agrees(found, article.stances(static_cast<int>(gold)));
  });
  if (at == spare->end()) return false;
  spare->erase(at);
  return true;
}

// The answers that count as wrong.
std::vector<const FoundStance*> WrongOnes(const GoldArticle& article,
                                          const std::vector<FoundStance>& found,
                                          const std::vector<Pair>& pairs) {
  std::set<size_t> paired;
  std::vector<size_t> spare;
  for (const Pair& pair : pairs) {
    paired.insert(pair.found);
    spare.push_back(pair.gold);
  }
  std::vector<const FoundStance*> wrong;
  for (size_t f = 0; f < found.size(); ++f) {
    if (paired.contains(f) || TakeSecondWording(article, found[f], &spare)) {
      continue;
    }
    const auto& optional = article.optional_stances();
    if (std::none_of(
            optional.begin(), optional.end(),
            [&](const GoldStance& gold) { return Agrees(found[f], gold); })) {
      wrong.push_back(&found[f]);
    }
  }
  return wrong;
}

void CountPairs(const GoldArticle& article,
                const std::vector<FoundStance>& found,
                const std::vector<Pair>& pairs, Figures* figures) {
  for (const Pair& pair : pairs) {
    const FoundStance& answer = found[pair.found];
    const GoldStance& gold = article.stances(static_cast<int>(pair.gold));
    ++figures->evidence.of;
    figures->evidence.hits += ShowsTheEvidence(answer, gold, article.text());
    if (gold.speaker().empty()) continue;
    ++figures->speakers.of;
    figures->speakers.hits += NamesTheSpeaker(answer, gold);
  }
}

void CountPrecision(const std::vector<FoundStance>& found,
                    const std::vector<Pair>& pairs,
                    const std::vector<const FoundStance*>& wrong,
                    Figures* figures) {
  for (const Pair& pair : pairs) {
    Share& share =
        figures->precision_by_confidence[Millionths(found[pair.found])];
    ++share.hits;
    ++share.of;
  }
  for (const FoundStance* answer : wrong) {
    ++figures->precision_by_confidence[Millionths(*answer)].of;
  }
}

void CountRecall(const GoldArticle& article, const std::vector<Pair>& pairs,
                 Figures* figures) {
  std::set<size_t> hit;
  for (const Pair& pair : pairs) hit.insert(pair.gold);
  for (int g = 0; g < article.stances_size(); ++g) {
    const GoldStance& gold = article.stances(g);
    const std::string& difficulty =
        gold.difficulty().empty() ? article.difficulty() : gold.difficulty();
    Share& share =
        figures->recall_by_difficulty[difficulty.empty() ? "-" : difficulty];
    ++share.of;
    if (hit.contains(static_cast<size_t>(g))) {
      ++share.hits;
    } else {
      figures->mistakes_missed.push_back({.article_id = article.id(),
                                          .article_kind = article.kind(),
                                          .difficulty = difficulty,
                                          .actor = gold.actor(),
                                          .polarity = gold.polarity(),
                                          .target = gold.target(),
                                          .evidence = gold.evidence()});
    }
  }
}

void CountWrong(const GoldArticle& article,
                const std::vector<const FoundStance*>& wrong,
                Figures* figures) {
  const auto first = [](const std::vector<std::string>& list) {
    return list.empty() ? std::string() : list.front();
  };
  for (const FoundStance* answer : wrong) {
    figures->mistakes_wrong.push_back({.article_id = article.id(),
                                       .article_kind = article.kind(),
                                       .difficulty = "",
                                       .actor = first(answer->names),
                                       .polarity = answer->polarity,
                                       .target = first(answer->targets),
                                       .evidence = first(answer->sentences)});
  }
  for (const Distractor& distractor : article.distractors()) {
    ++figures->distractors.of;
    figures->distractors.hits +=
        std::any_of(wrong.begin(), wrong.end(), [&](const FoundStance* answer) {
          return IsLuredBy(distractor, *answer);
        });
  }
}

void Judge(const GoldArticle& article, const std::vector<FoundStance>& found,
           const std::vector<Pair>& pairs,
           const std::vector<const FoundStance*>& wrong, Figures* figures) {
  const auto add = [&](const FoundStance& answer, bool correct) {
    figures->judged.push_back(
        {.article_id = article.id(),
         .actor = answer.names.empty() ? "" : answer.names.front(),
         .polarity = answer.polarity,
         .target = answer.targets.empty() ? "" : answer.targets.front(),
         .cue = answer.cue,
         .grounds = answer.grounds,
         .evidence = static_cast<int>(answer.sentences.size()),
         .confidence = answer.confidence,
         .correct = correct});
  };
  for (const Pair& pair : pairs) add(found[pair.found], true);
  for (const FoundStance* answer : wrong) add(*answer, false);
}

double Divide(int a, int b) { return b == 0 ? 0 : static_cast<double>(a) / b; }

}  // namespace

void ArticleCounts::Add(const ArticleCounts& more) {
  correct += more.correct;
  wrong += more.wrong;
  missed += more.missed;
}
double ArticleCounts::Precision() const {
  return Divide(correct, correct + wrong);
}
double ArticleCounts::Recall() const {
  return Divide(correct, correct + missed);
}
double ArticleCounts::F1() const {
  return Divide(2 * correct, 2 * correct + wrong + missed);
}

void ScoreArticle(const GoldArticle& article,
                  const v1::ClassifyArticleResponse* answer,
                  float min_confidence, Figures* figures) {
  ++figures->articles;
  if (answer == nullptr) ++figures->unanswered;
  const std::vector<FoundStance> found =
      answer == nullptr
          ? std::vector<FoundStance>()
          : Flatten(*answer, article.title(), article.text(), min_confidence);
  const std::vector<Pair> pairs = MatchAnswers(article, found);
  const std::vector<const FoundStance*> wrong =
      WrongOnes(article, found, pairs);
  const ArticleCounts counts = {
      .correct = static_cast<int>(pairs.size()),
      .wrong = static_cast<int>(wrong.size()),
      .missed = article.stances_size() - static_cast<int>(pairs.size())};
  figures->by_article.push_back(counts);
  figures->all.Add(counts);
  if (!article.kind().empty()) figures->by_kind[article.kind()].Add(counts);
  for (const FoundStance& f : found) figures->bad_spans += f.bad_spans;
  CountPairs(article, found, pairs, figures);
  CountPrecision(found, pairs, wrong, figures);
  CountRecall(article, pairs, figures);
  CountWrong(article, wrong, figures);
  Judge(article, found, pairs, wrong, figures);
}

}  // namespace stance::client
