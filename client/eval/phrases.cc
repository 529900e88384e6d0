#include "client/eval/phrases.h"

#include <algorithm>
#include <map>
#include <set>

#include "client/eval/normalise.h"

namespace stance::client {
namespace {

constexpr size_t kMostWordsOfAName = 10;
constexpr size_t kMostWordsOfATarget = 20;
constexpr size_t kMostWordsBeyondAName = 2;
constexpr double kLeastTargetF1 = 0.5;

// Words that tell no phrase from another.
const std::set<std::string>& FunctionWords() {
  static const auto* const kWords = new std::set<std::string>{
      "a",    "an",    "the",   "of",   "to",      "for",  "in",  "on",
      "at",   "by",    "with",  "from", "and",     "or",   "as",  "that",
      "this", "these", "those", "its",  "their",   "his",  "her", "our",
      "your", "my",    "it",    "they", "he",      "she",  "we",  "any",
      "all",  "some",  "such",  "more", "further", "new",  "own", "be",
      "is",   "are",   "was",   "were", "being",   "been", "has", "have",
      "had",  "will",  "would", "s",    "t"};
  return *kWords;
}

// Words before a person's name that are not part of it.
const std::set<std::string>& Titles() {
  static const auto* const kWords = new std::set<std::string>{
      "mr",         "mrs",      "ms",         "dr",          "sir",
      "president",  "prime",    "minister",   "foreign",     "secretary",
      "chancellor", "premier",  "spokesman",  "spokeswoman", "spokesperson",
      "ambassador", "senator",  "sen",        "rep",         "representative",
      "general",    "gen",      "governor",   "king",        "queen",
      "prince",     "chairman", "chairwoman", "chair",       "chief",
      "director",   "deputy"};
  return *kWords;
}

// A name with one of these does not end in a surname: "Bank of England".
const std::set<std::string>& Prepositions() {
  static const auto* const kWords =
      new std::set<std::string>{"of", "for",     "in", "from", "on",   "at",
                                "to", "against", "by", "with", "among"};
  return *kWords;
}

// "China's" and "states'" lose their ending, "U.S." its full stops.
std::u32string DropPossessivesAndStops(const std::u32string& text) {
  std::u32string out;
  for (size_t i = 0; i < text.size(); ++i) {
    const bool last_two = i + 2 >= text.size();
    if (i + 1 < text.size()) {
      const bool word_goes_on =
          !last_two && (IsLetterOrNumber(text[i + 2]) || text[i + 2] == U'_');
      const bool space_follows = last_two || IsSpace(text[i + 2]);
      if ((text[i] == U'\'' && text[i + 1] == U's' && !word_goes_on) ||
          (text[i] == U's' && text[i + 1] == U'\'' && space_follows)) {
        out.push_back(U' ');
        ++i;
        continue;
      }
    }
    if (text[i] != U'.') out.push_back(text[i]);
  }
  return out;
}

void DropPluralEnding(std::u32string* word) {
  const std::u32string_view w = *word;
  if (w.size() > 4 && w.substr(w.size() - 3) == U"ies") {
    word->replace(word->size() - 3, 3, U"y");
  } else if (w.size() > 3 && w.back() == U's' && w[w.size() - 2] != U's') {
    word->pop_back();
  }
}

std::vector<std::string> NameWords(std::string_view name) {
  const std::vector<std::string> words = ContentWords(name);
  std::vector<std::string> without_titles;
  std::copy_if(words.begin(), words.end(), std::back_inserter(without_titles),
               [](const std::string& w) { return !Titles().contains(w); });
  return without_titles.empty() ? words : without_titles;
}

bool HasPreposition(std::string_view phrase) {
  std::u32string word;
  std::u32string text = Decode(phrase);
  text.push_back(U' ');
  for (const char32_t c : text) {
    if (IsLetterOrNumber(c) || c == U'_') {
      word.push_back(c >= U'A' && c <= U'Z' ? c - U'A' + U'a' : c);
      continue;
    }
    if (Prepositions().contains(Encode(word))) return true;
    word.clear();
  }
  return false;
}

}  // namespace

std::vector<std::string> ContentWords(std::string_view phrase) {
  std::u32string text = DropPossessivesAndStops(FoldCaseAndAccents(phrase));
  text.push_back(U' ');
  std::vector<std::string> out;
  std::u32string word;
  for (const char32_t c : text) {
    if (IsLetterOrNumber(c)) {
      word.push_back(c);
      continue;
    }
    if (!word.empty() && !FunctionWords().contains(Encode(word))) {
      DropPluralEnding(&word);
      out.push_back(Encode(word));
    }
    word.clear();
  }
  return out;
}

bool SameName(std::string_view a, std::string_view b) {
  const std::vector<std::string> words_a = NameWords(a);
  const std::vector<std::string> words_b = NameWords(b);
  if (words_a.empty() || words_b.empty() ||
      std::max(words_a.size(), words_b.size()) > kMostWordsOfAName) {
    return false;
  }
  const std::set<std::string> set_a(words_a.begin(), words_a.end());
  const std::set<std::string> set_b(words_b.begin(), words_b.end());
  if (set_a == set_b) return true;

  const bool a_is_shorter = words_a.size() < words_b.size();
  const auto& shorter = a_is_shorter ? words_a : words_b;
  const auto& longer = a_is_shorter ? words_b : words_a;
  const auto& shorter_set = a_is_shorter ? set_a : set_b;
  const auto& longer_set = a_is_shorter ? set_b : set_a;
  if (longer.size() - shorter.size() > kMostWordsBeyondAName ||
      !std::includes(longer_set.begin(), longer_set.end(), shorter_set.begin(),
                     shorter_set.end())) {
    return false;
  }
  if (shorter.size() > 1) return true;
  return longer.back() == shorter.front() &&
         !HasPreposition(a_is_shorter ? b : a);
}

bool SameTarget(std::string_view a, std::string_view b) {
  const std::vector<std::string> words_a = ContentWords(a);
  const std::vector<std::string> words_b = ContentWords(b);
  if (words_a.empty() || words_b.empty() ||
      std::max(CountSpaceSeparated(a), CountSpaceSeparated(b)) >
          kMostWordsOfATarget) {
    return false;
  }
  std::map<std::string, int> left;
  for (const std::string& word : words_a) ++left[word];
  int common = 0;
  for (const std::string& word : words_b) common += left[word]-- > 0;
  return 2.0 * common / static_cast<double>(words_a.size() + words_b.size()) >=
         kLeastTargetF1;
}

}  // namespace stance::client
