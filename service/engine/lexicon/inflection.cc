#include "service/engine/lexicon/inflection.h"

#include <utility>

#include "absl/strings/ascii.h"
#include "service/engine/lexicon/concat.h"

namespace stance {
namespace {

bool IsVowel(char c) {
  return std::string_view("aeiouAEIOU").find(c) != std::string_view::npos;
}

// Letters but vowels; y is one where it follows a vowel or begins.
bool IsConsonant(std::string_view word, size_t i) {
  if (!absl::ascii_isalpha(word[i])) return false;
  if (word[i] == 'y') return i == 0 || IsVowel(word[i - 1]);
  // The u of "qu" sounds as w: "quit" doubles its t as "sit" does.
  if (word[i] == 'u' && i > 0 && (word[i - 1] | 0x20) == 'q') return true;
  return !IsVowel(word[i]);
}

bool EndsInConsonant(std::string_view word, char last) {
  return word.size() >= 2 && word.back() == last &&
         IsConsonant(word, word.size() - 2);
}

// Groups of vowels that follow one another; a silent e at the end counts too.
int Syllables(std::string_view word) {
  int count = 0;
  bool in_vowels = false;
  for (size_t i = 0; i < word.size(); ++i) {
    const bool vowel = !IsConsonant(word, i);
    if (vowel && !in_vowels) ++count;
    in_vowels = vowel;
  }
  return count;
}

// Consonant, one vowel, consonant other than w, x, y and h, at the end.
bool EndsInDoublingPattern(std::string_view word) {
  const size_t n = word.size();
  if (n < 3 ||
      std::string_view("wxyh").find(word[n - 1]) != std::string_view::npos) {
    return false;
  }
  return IsConsonant(word, n - 1) && !IsConsonant(word, n - 2) &&
         IsConsonant(word, n - 3);
}

// Whether a sibilant asks for "es".
bool EndsInSibilant(std::string_view word) {
  if (word.empty()) return false;
  if (std::string_view("sxz").find(word.back()) != std::string_view::npos) {
    return true;
  }
  if (word.ends_with("sh")) return true;
  if (!word.ends_with("ch")) return false;
  // "Czech", "tech" end in k; "speech" does not.
  return !word.ends_with("ech") || word.ends_with("eech");
}

std::string_view Drop(std::string_view word, size_t count) {
  return word.substr(0, word.size() - count);
}

// The ending -s of verbs and nouns.
std::string WithS(std::string_view word) {
  if (EndsInConsonant(word, 'y')) return Concat(Drop(word, 1), "ies");
  return Concat(word, EndsInSibilant(word) ? "es" : "s");
}

// The stems to which -ed and -ing are put: more than one where both
// spellings are in use ("canceled", "cancelled").
std::vector<std::string> DoublingStems(std::string_view lemma) {
  if (lemma.ends_with("ic")) return {Concat(lemma, "k")};
  if (!EndsInDoublingPattern(lemma)) return {std::string(lemma)};
  std::string doubled = Concat(lemma, lemma.substr(lemma.size() - 1));
  if (Syllables(lemma) == 1) return {std::move(doubled)};
  if (lemma.back() == 'l') return {std::string(lemma), std::move(doubled)};
  return {std::string(lemma)};
}

std::vector<std::string> RegularPast(std::string_view lemma) {
  if (lemma.ends_with("e")) return {Concat(lemma, "d")};
  if (EndsInConsonant(lemma, 'y')) return {Concat(Drop(lemma, 1), "ied")};
  std::vector<std::string> forms = DoublingStems(lemma);
  for (std::string& form : forms) form += "ed";
  return forms;
}

std::vector<std::string> RegularGerund(std::string_view lemma) {
  if (lemma.ends_with("ie")) return {Concat(Drop(lemma, 2), "ying")};
  if (lemma.ends_with("e") && lemma.size() > 2 && !lemma.ends_with("ee") &&
      !lemma.ends_with("oe") && !lemma.ends_with("ye")) {
    return {Concat(Drop(lemma, 1), "ing")};
  }
  std::vector<std::string> forms = DoublingStems(lemma);
  for (std::string& form : forms) form += "ing";
  return forms;
}

// "chairman", but not "German", "Roman" or "human".
bool IsCompoundOfMan(std::string_view noun) {
  if (noun.ends_with("woman")) return true;
  if (!noun.ends_with("man") || noun.size() < 6) return false;
  const char before = noun[noun.size() - 4];
  if (before == 'r') return noun.size() >= 7;
  return before == 'e' || before == 'y' || !IsVowel(before);
}

std::vector<std::string> RegularPlurals(std::string_view noun) {
  if (noun.ends_with("ese")) return {std::string(noun)};
  if (IsCompoundOfMan(noun)) return {Concat(Drop(noun, 2), "en")};
  if (noun.size() > 4 && noun.ends_with("sis")) {
    return {Concat(Drop(noun, 2), "es")};
  }
  if (EndsInConsonant(noun, 'o')) {
    return {Concat(noun, "es"), Concat(noun, "s")};
  }
  return {WithS(noun)};
}

void Append(const std::string& written, std::vector<std::string>* forms) {
  ForEachWord(written,
              [&](std::string_view form) { forms->emplace_back(form); });
}

std::vector<std::string> WithPrefix(std::string_view prefix,
                                    const std::vector<std::string>& forms) {
  std::vector<std::string> whole;
  whole.reserve(forms.size());
  for (const std::string& form : forms) whole.push_back(Concat(prefix, form));
  return whole;
}

// True where an irregular form is the lemma with its last letter doubled.
bool Doubles(std::string_view lemma, const std::vector<std::string>& forms,
             std::string_view ending) {
  return !forms.empty() &&
         forms[0] == Concat(lemma, lemma.substr(lemma.size() - 1), ending);
}

}  // namespace

void Inflector::AddIrregular(const lexicon::v1::IrregularForms& forms) {
  if (forms.lemma().empty()) return;
  Irregular& entry = irregular_[forms.lemma()];
  Append(forms.present(), &entry.present);
  Append(forms.third_person(), &entry.third);
  Append(forms.past(), &entry.past);
  Append(forms.participle(), &entry.participle);
  Append(forms.gerund(), &entry.gerund);
  Append(forms.plural(), &entry.plural);
  for (const std::string& plural : entry.plural) {
    singulars_.try_emplace(plural, forms.lemma());
  }
}

const Inflector::Irregular* Inflector::Find(std::string_view word,
                                            std::string_view* prefix) const {
  if (irregular_.empty()) return nullptr;
  auto found = irregular_.find(std::string(word));
  const size_t hyphen = word.rfind('-');
  if (found == irregular_.end() && hyphen != std::string_view::npos) {
    *prefix = word.substr(0, hyphen + 1);
    found = irregular_.find(std::string(word.substr(hyphen + 1)));
  }
  return found == irregular_.end() ? nullptr : &found->second;
}

VerbForms Inflector::Verb(std::string_view lemma) const {
  VerbForms forms;
  if (lemma.empty()) return forms;
  std::string_view prefix;
  if (const Irregular* irregular = Find(lemma, &prefix)) {
    forms.present = WithPrefix(prefix, irregular->present);
    forms.third = WithPrefix(prefix, irregular->third);
    forms.past = WithPrefix(prefix, irregular->past);
    forms.participle = WithPrefix(prefix, irregular->participle);
    forms.gerund = WithPrefix(prefix, irregular->gerund);
  }
  const std::string_view last = lemma.substr(lemma.size() - 1);
  if (forms.third.empty()) {
    forms.third = {EndsInConsonant(lemma, 'o') ? Concat(lemma, "es")
                                               : WithS(lemma)};
  }
  if (forms.past.empty()) {
    forms.past = Doubles(lemma, forms.gerund, "ing")
                     ? std::vector{Concat(lemma, last, "ed")}
                     : RegularPast(lemma);
  }
  if (forms.participle.empty()) forms.participle = forms.past;
  if (forms.gerund.empty()) {
    forms.gerund = Doubles(lemma, forms.past, "ed")
                       ? std::vector{Concat(lemma, last, "ing")}
                       : RegularGerund(lemma);
  }
  return forms;
}

std::vector<std::string> Inflector::Plurals(std::string_view noun) const {
  if (noun.empty()) return {};
  std::string_view prefix;
  const Irregular* irregular = Find(noun, &prefix);
  if (irregular != nullptr && !irregular->plural.empty()) {
    return WithPrefix(prefix, irregular->plural);
  }
  return RegularPlurals(noun);
}

std::string Inflector::Singular(std::string_view plural) const {
  if (const auto found = singulars_.find(std::string(plural));
      found != singulars_.end()) {
    return found->second;
  }
  if (plural.size() < 4 || !plural.ends_with("s") || plural.ends_with("ss") ||
      plural.ends_with("us") || plural.ends_with("is") ||
      plural.ends_with("ics")) {
    return {};
  }
  // A noun that is its own plural, or is listed as a singular.
  std::string_view prefix;
  const Irregular* irregular = Find(plural, &prefix);
  if (irregular != nullptr && !irregular->plural.empty()) return {};
  if (plural.ends_with("ies") && plural.size() > 4) {
    return Concat(Drop(plural, 3), "y");
  }
  if (plural.ends_with("es") && EndsInSibilant(Drop(plural, 2)) &&
      !plural.ends_with("ses") && !plural.ends_with("zes")) {
    return std::string(Drop(plural, 2));
  }
  if (plural.ends_with("sses") || plural.ends_with("oes")) {
    return std::string(Drop(plural, 2));
  }
  return std::string(Drop(plural, 1));
}

std::vector<std::string> Inflector::Degrees(std::string_view adjective) {
  std::string stem(adjective);
  if (EndsInConsonant(adjective, 'y') && Syllables(adjective) <= 2) {
    stem.back() = 'i';
  } else if (adjective.ends_with("e")) {
    if (Syllables(adjective) > 2) return {};
    stem.pop_back();
    // "large" has one syllable besides the e, "active" two.
    if (Syllables(stem) > 1) return {};
  } else if (Syllables(adjective) != 1) {
    return {};
  } else if (EndsInDoublingPattern(adjective)) {
    stem += stem.back();
  }
  return {Concat(stem, "er"), Concat(stem, "est")};
}

}  // namespace stance
