#include "service/engine/lexicon/word_table.h"

#include <algorithm>
#include <utility>

#include "absl/strings/ascii.h"
#include "service/engine/lexicon/concat.h"

namespace stance {
namespace {

namespace pb = lexicon::v1;

// The bit of a class whose words do not inflect; 0 for what is no class of
// words.
uint32_t ClassBit(pb::WordClass word_class) {
  switch (word_class) {
    case pb::WORD_CLASS_VERB:
      return kVerbBase;
    case pb::WORD_CLASS_NOUN:
      return kNoun;
    case pb::WORD_CLASS_ADJECTIVE:
      return kAdjective;
    case pb::WORD_CLASS_ADVERB:
      return kAdverb;
    case pb::WORD_CLASS_DETERMINER:
      return kDeterminer;
    case pb::WORD_CLASS_PRONOUN:
      return kPronoun;
    case pb::WORD_CLASS_POSSESSIVE_PRONOUN:
      return kPossessivePronoun;
    case pb::WORD_CLASS_PREPOSITION:
      return kPreposition;
    case pb::WORD_CLASS_COORDINATOR:
      return kCoordinator;
    case pb::WORD_CLASS_SUBORDINATOR:
      return kSubordinator;
    case pb::WORD_CLASS_RELATIVE:
      return kRelative;
    case pb::WORD_CLASS_MODAL:
      return kModal;
    case pb::WORD_CLASS_NUMBER:
      return kNumberWord;
    case pb::WORD_CLASS_QUANTIFIER:
      return kQuantifier;
    case pb::WORD_CLASS_TIME:
      return kTime;
    case pb::WORD_CLASS_TITLE:
      return kTitle;
    case pb::WORD_CLASS_INTERROGATIVE:
      return kInterrogative;
    case pb::WORD_CLASS_NEGATION:
      return kNegation;
    case pb::WORD_CLASS_CONNECTIVE:
      return kConnective;
    case pb::WORD_CLASS_TO:
      return kTo;
    case pb::WORD_CLASS_POSSESSIVE_CLITIC:
      return kPossessiveClitic;
    default:
      return 0;
  }
}

uint32_t AuxiliaryBit(pb::Auxiliary auxiliary) {
  switch (auxiliary) {
    case pb::AUXILIARY_BE:
      return kBe;
    case pb::AUXILIARY_HAVE:
      return kHave;
    case pb::AUXILIARY_DO:
      return kDo;
    default:
      return 0;
  }
}

// Words that text could hold as one token. Only words with other than letters
// are worth the look; clitics and their like stand alone in no text.
bool IsOneToken(std::string_view word, const TextRules& rules) {
  if (!absl::ascii_isalpha(word[0]) ||
      std::all_of(word.begin(), word.end(),
                  [](char c) { return absl::ascii_isalpha(c); }) ||
      word.ends_with(".")) {
    return true;
  }
  Text text;
  Tokenize(word, rules, &text);
  if (text.tokens.size() <= 1) return true;
  // What the tokenizer cuts off the word before ("n't") has none before it.
  return text.tokens[0].kind == TokenKind::kClitic ||
         text.tokens[0].end - text.tokens[0].begin == 1;
}

template <typename Visitor>
void ForEachListed(const google::protobuf::RepeatedPtrField<std::string>& lines,
                   Visitor visit) {
  for (int i = 0; i < lines.size(); ++i) {
    ForEachWord(lines[i], [&](std::string_view word) { visit(word, i); });
  }
}

}  // namespace

WordInfo& WordTable::At(WordId id) {
  if (id >= words_.size()) words_.resize(std::max(id + 1, 2 * id));
  return words_[id];
}

const WordInfo* WordTable::Get(std::string_view form) const {
  const WordId id = vocabulary_.Find(form);
  return id != 0 && id < words_.size() ? &words_[id] : nullptr;
}

uint32_t WordTable::Classes(std::string_view form) const {
  const WordInfo* info = Get(form);
  return info == nullptr ? 0 : info->classes;
}

uint32_t WordTable::UsualClasses(std::string_view form) const {
  const WordInfo* info = Get(form);
  return info == nullptr ? 0 : info->usual;
}

bool WordTable::HasFunction(std::string_view form,
                            pb::FunctionRole role) const {
  const WordInfo* info = Get(form);
  return info != nullptr && info->Has(role);
}

void WordTable::Mark(std::string_view form, WordId lemma, uint32_t classes,
                     bool usual) {
  const WordId id = vocabulary_.Add(form);
  if (id == 0) return;
  WordInfo& info = At(id);
  info.classes |= classes;
  if (usual) info.usual |= classes;
  // A form that is listed as a lemma is its own ("left", "meeting"); else the
  // first word that it was made from has it.
  if (info.lemma == 0 || lemma == id) info.lemma = lemma;
}

void WordTable::AddWord(std::string_view form, uint32_t classes, bool usual) {
  Mark(form, vocabulary_.Add(form), classes, usual);
}

void WordTable::AddVerb(std::string_view lemma, uint32_t extra, bool usual) {
  AddWord(lemma, kVerbBase | extra, usual);
  const WordId id = vocabulary_.Find(lemma);
  const VerbForms forms = inflector_.Verb(lemma);
  const auto mark = [&](const std::vector<std::string>& list, uint32_t bit) {
    for (const std::string& form : list) Mark(form, id, bit | extra, usual);
  };
  mark(forms.present, kVerbThird);
  mark(forms.third, kVerbThird);
  mark(forms.past, kVerbPast);
  mark(forms.participle, kVerbParticiple);
  mark(forms.gerund, kVerbGerund);
}

void WordTable::AddNoun(std::string_view lemma, bool usual) {
  AddWord(lemma, kNoun, usual);
  for (const std::string& plural : inflector_.Plurals(lemma)) {
    AddPlural(lemma, plural, usual);
  }
}

void WordTable::AddPlural(std::string_view lemma, std::string_view plural,
                          bool usual) {
  Mark(plural, vocabulary_.Add(lemma), kNounPlural, usual);
}

void WordTable::AddEnding(pb::WordClass word_class, std::string_view ending) {
  uint32_t classes = ClassBit(word_class);
  // An ending says which of the forms it makes.
  if (word_class == pb::WORD_CLASS_VERB) {
    if (ending.ends_with("ing")) classes = kVerbGerund;
    if (ending.ends_with("ed")) classes = kVerbPast | kVerbParticiple;
    if (ending.ends_with("s")) classes = kVerbThird;
  } else if (word_class == pb::WORD_CLASS_NOUN && ending.ends_with("s") &&
             !ending.ends_with("ss")) {
    classes = kNounPlural;
  }
  AddWord(ending, classes);
}

void WordTable::AddListed(const pb::WordList& list, std::string_view word) {
  const pb::WordClass word_class = list.word_class();
  if (word[0] == '-' && word.size() > 1) return AddEnding(word_class, word);
  switch (word_class) {
    case pb::WORD_CLASS_VERB:
      return AddVerb(word, AuxiliaryBit(list.auxiliary()), list.usual());
    case pb::WORD_CLASS_NOUN:
      return AddNoun(word, list.usual());
    case pb::WORD_CLASS_ADJECTIVE: {
      AddWord(word, kAdjective, list.usual());
      const WordId lemma = vocabulary_.Find(word);
      for (std::string& form : Inflector::Degrees(word)) {
        degrees_.push_back({std::move(form), lemma});
      }
      return;
    }
    case pb::WORD_CLASS_POSSESSIVE_PRONOUN:
      possessives_.emplace_back(word);
      [[fallthrough]];
    default:
      return AddWord(word, ClassBit(word_class), list.usual());
  }
}

void WordTable::AddFunction(pb::FunctionRole role, std::string_view word) {
  if (role > kRolesOfAWord) return;
  const uint64_t bit = uint64_t{1} << (role - 1);
  const auto mark = [&](std::string_view form) {
    const WordId id = vocabulary_.Add(form);
    WordInfo& info = At(id);
    info.functions |= bit;
    if (info.lemma == 0) info.lemma = id;
  };
  mark(word);
  if (role == pb::FUNCTION_ROLE_DEFINITE) possessives_.emplace_back(word);
  if (role != pb::FUNCTION_ROLE_COPULA) return;
  // The only role whose words are lemmas.
  const VerbForms forms = inflector_.Verb(word);
  for (const auto* list : {&forms.present, &forms.third, &forms.past,
                           &forms.participle, &forms.gerund}) {
    for (const std::string& form : *list) mark(form);
  }
}

void WordTable::ReadLists(const std::vector<LexiconSource>& sources,
                          const TextRules& rules, FindingSink* findings) {
  const auto usable = [&](const Origin& origin, std::string_view word,
                          int line) {
    if (word.find('_') != std::string_view::npos) {
      findings->Warn(origin, "SKIPPED_WORD", {},
                     Concat("\"", word,
                            "\" is a phrase, which word lists do not "
                            "match; list its words, or make it a cue or "
                            "modifier"),
                     "words", line);
      return false;
    }
    if (!IsOneToken(word, rules)) {
      findings->Warn(origin, "NEVER_MATCHES", {},
                     Concat("\"", word,
                            "\" is more than one token in a text; list "
                            "its parts"),
                     "words", line);
    }
    return true;
  };
  ForEachEntry(sources, &pb::LexiconFile::word_list, "word_list",
               [&](const pb::WordList& list, const Origin& origin) {
                 if (ClassBit(list.word_class()) == 0) {
                   findings->Error(origin, "MISSING_FIELD", {},
                                   "a word list needs a word_class that is a "
                                   "class of single words");
                   return;
                 }
                 ForEachListed(list.words(), [&](std::string_view word, int i) {
                   if (usable(origin, word, i)) AddListed(list, word);
                 });
               });
  ForEachEntry(sources, &pb::LexiconFile::function, "function",
               [&](const pb::FunctionWords& list, const Origin& origin) {
                 if (list.role() == pb::FUNCTION_ROLE_UNSPECIFIED) {
                   findings->Error(origin, "MISSING_FIELD", {},
                                   "function words need a role");
                   return;
                 }
                 ForEachListed(list.words(), [&](std::string_view word, int i) {
                   if (usable(origin, word, i)) AddFunction(list.role(), word);
                 });
               });
}

namespace {

// Closed classes are closed: "while" is no noun, "both" no verb. And some
// classes follow from functions.
void CloseClasses(WordInfo* info) {
  if (info->Has(pb::FUNCTION_ROLE_INFINITIVE)) info->classes |= kTo;
  if (info->Has(pb::FUNCTION_ROLE_POSSESSIVE))
    info->classes |= kPossessiveClitic;
  constexpr uint32_t kClosed = kCoordinator | kSubordinator | kDeterminer |
                               kRelative | kModal | kQuantifier | kPronoun |
                               kPossessivePronoun | kNegation;
  if ((info->classes & kClosed) && !(info->classes & (kBe | kHave | kDo))) {
    info->classes &= ~(kNoun | kNounPlural | kAnyVerb | kAdjective);
  }
}

}  // namespace

std::vector<WordInfo> WordTable::Finish(const TextRules& rules) {
  // Comparatives only where the form is nothing else ("own", "owner").
  for (const PendingAdjective& degree : degrees_) {
    const uint32_t known = Classes(degree.form);
    if ((known & ~uint32_t{kAdjective}) == 0) {
      Mark(degree.form, degree.lemma, kAdjective, false);
    }
  }
  for (const auto& [written, ends] : rules.abbreviations) {
    const WordId id = vocabulary_.Add(written);
    const std::string_view form = written;
    const WordInfo* plain = Get(form.substr(0, form.size() - 1));
    // Titles and times only: "No." is not "no".
    if (written.ends_with(".") && plain != nullptr &&
        (plain->classes & (kTitle | kTime)) != 0) {
      const WordInfo copy = *plain;
      WordInfo& info = At(id);
      info.classes |= copy.classes;
      info.usual |= copy.usual;
      info.functions |= copy.functions;
      if (info.lemma == 0) info.lemma = copy.lemma;
    }
  }
  words_.resize(vocabulary_.size());
  for (WordId id = 1; id < words_.size(); ++id) {
    if (words_[id].lemma == 0) words_[id].lemma = id;
    CloseClasses(&words_[id]);
  }
  if (!words_.empty()) words_[0] = WordInfo{};
  return std::move(words_);
}

}  // namespace stance
