// Answers against annotated articles -> figures.
//
// An answer is correct when its holder, polarity and target agree with one gold
// stance of the same article; each gold stance can be found once. One second
// wording of a stance already found, and a stance listed as optional, count
// neither way; every further wording is wrong.

#ifndef STANCE_CLIENT_EVAL_SCORING_H_
#define STANCE_CLIENT_EVAL_SCORING_H_

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "client/eval/found_stance.h"
#include "stance/eval/v1/gold.pb.h"

namespace stance::client {

struct Share {
  int hits = 0;
  int of = 0;
  double Ratio() const { return of == 0 ? 0 : static_cast<double>(hits) / of; }
};

// A stance that was missed, or an answer that is wrong, for people to read.
struct Mistake {
  std::string article_id;
  std::string article_kind;  // empty where the gold names none
  std::string difficulty;    // of a missed stance
  std::string actor;
  std::string polarity;
  std::string target;
  std::string evidence;
};

// Of one article, or of several.
struct ArticleCounts {
  int correct = 0;
  int wrong = 0;
  int missed = 0;

  void Add(const ArticleCounts& more);
  double Precision() const;
  double Recall() const;
  double F1() const;
};

// An answer that counts, right or wrong, for whoever studies them.
struct JudgedAnswer {
  std::string article_id;
  std::string actor;
  std::string polarity;
  std::string target;
  std::string cue;      // id of the entry, where the derivation is known
  std::string grounds;  // of the confidence, as the derivation has them
  int evidence = 0;     // sentences that show it
  float confidence = 0;
  bool correct = false;
};

struct Figures {
  int articles = 0;
  int unanswered = 0;  // articles without an answer; their stances are missed
  ArticleCounts all;
  int bad_spans = 0;
  Share evidence;     // of the correct: a right sentence is shown
  Share speakers;     // of the correct with a speaker: named
  Share distractors;  // of the distractors: taken for stances
  std::map<std::string, Share> recall_by_difficulty;
  // By confidence in millionths: as finely as JSON prints it, where floats that
  // differ in their last bit would be one key twice.
  std::map<int64_t, Share> precision_by_confidence;
  std::map<std::string, ArticleCounts> by_kind;  // of articles with one
  std::vector<ArticleCounts> by_article;
  std::vector<Mistake> mistakes_missed;
  std::vector<Mistake> mistakes_wrong;
  std::vector<JudgedAnswer> judged;
};

// Adds one article to `figures`. `answer` is null where there is none.
void ScoreArticle(const eval::v1::GoldArticle& article,
                  const v1::ClassifyArticleResponse* answer,
                  float min_confidence, Figures* figures);

}  // namespace stance::client

#endif  // STANCE_CLIENT_EVAL_SCORING_H_
