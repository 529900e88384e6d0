#include "tests/fuzz/seeds.h"

#include <google/protobuf/util/json_util.h>

#include <filesystem>
#include <fstream>
#include <iterator>

#include "stance/eval/v1/gold.pb.h"
#include "stance/v1/stance_service.pb.h"
#include "tests/engine/shipped_lexicon.h"
#include "tests/fuzz/targets.h"
#include "tests/fuzz/valid_utf8.h"

namespace stance {
namespace {

std::vector<eval::v1::GoldArticle> Corpus() {
  std::ifstream file(STANCE_SOURCE_DIR "/tests/corpus/articles.jsonl");
  std::vector<eval::v1::GoldArticle> articles;
  for (std::string line; std::getline(file, line);) {
    eval::v1::GoldArticle article;
    if (google::protobuf::util::JsonStringToMessage(line, &article).ok()) {
      articles.push_back(std::move(article));
    }
  }
  return articles;
}

// Articles, whole and their beginnings, and sentences that are worth a look:
// the lexicon's examples, one in twenty of them.
std::vector<std::string> Articles() {
  constexpr size_t kBeginning = 500;
  std::vector<std::string> seeds;
  for (const eval::v1::GoldArticle& article : Corpus()) {
    seeds.push_back(article.title() + "\n" + article.text());
    seeds.push_back(ValidUtf8(seeds.back().substr(0, kBeginning)));
  }
  const std::vector<Example>& examples = Shipped().examples;
  for (size_t i = 0; i < examples.size(); i += 20) {
    seeds.push_back("\n" + examples[i].sentence);
  }
  return seeds;
}

std::string ReadFile(const std::filesystem::path& path) {
  std::ifstream file(path);
  return {std::istreambuf_iterator<char>(file), {}};
}

// A lexicon that is whole, and the first entries of each of the shipped
// lexicon's files.
std::vector<std::string> LexiconFiles() {
  constexpr size_t kEnough = 500;
  std::vector<std::string> seeds = {SmallLexicon()};
  for (const auto& entry : std::filesystem::recursive_directory_iterator(
           STANCE_SOURCE_DIR "/service/lexicon/en")) {
    if (entry.path().extension() != ".txtpb") continue;
    const std::string text = ReadFile(entry.path());
    const size_t end = text.find("\n}\n", kEnough);
    seeds.push_back(text.substr(0, end == std::string::npos ? end : end + 3));
  }
  return seeds;
}

std::vector<std::string> Requests() {
  std::vector<std::string> seeds;
  for (const eval::v1::GoldArticle& article : Corpus()) {
    v1::ClassifyArticleRequest request;
    request.mutable_article()->set_id(article.id());
    request.mutable_article()->set_title(article.title());
    request.mutable_article()->set_text(article.text().substr(0, 200));
    request.mutable_article()->set_language_code("en-GB");
    request.mutable_article()->set_uri("https://example.org/a");
    request.mutable_article()->mutable_publish_time()->set_seconds(1772582400);
    request.mutable_options()->set_min_confidence(0.5);
    request.mutable_options()->add_actor_ids("country/CHN");
    request.mutable_options()->add_issue_ids("issue/sanctions");
    request.mutable_options()->add_factualities(v1::FACTUALITY_REPORTED);
    request.mutable_options()->set_offset_encoding(v1::OFFSET_ENCODING_UTF16);
    seeds.push_back(request.SerializeAsString());
  }
  return seeds;
}

}  // namespace

const std::vector<FuzzTarget>& FuzzTargets() {
  static const std::vector<FuzzTarget> targets = {
      {"text", FuzzText, Articles},
      {"classifier", FuzzClassifier, Articles},
      {"lexicon", FuzzLexicon, LexiconFiles},
      {"request", FuzzRequest, Requests}};
  return targets;
}

std::string SmallLexicon() {
  return ReadFile(STANCE_SOURCE_DIR "/tests/fuzz/small_lexicon.txtpb");
}

}  // namespace stance
