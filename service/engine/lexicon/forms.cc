#include "service/engine/lexicon/forms.h"

#include <algorithm>

#include "absl/strings/ascii.h"
#include "service/engine/lexicon/concat.h"

namespace stance {
namespace {

namespace pb = lexicon::v1;

constexpr std::string_view kPossessiveSlot = "<poss>";

// The word that is inflected, and what stands around it.
struct Head {
  std::string_view before;
  std::string_view word;
  std::string_view after;
};

Head Cut(std::string_view phrase, size_t begin, size_t end) {
  return {phrase.substr(0, begin), phrase.substr(begin, end - begin),
          phrase.substr(end)};
}

// The word of a nominal phrase that is inflected: the one before the first
// preposition ("member of parliament", "commander-in-chief"), else the last.
Head FindHead(const WordTable& words, std::string_view phrase) {
  size_t head_begin = 0;
  size_t head_end = 0;
  for (size_t begin = 0; begin < phrase.size();) {
    const size_t end =
        std::min(phrase.find_first_of(" -", begin), phrase.size());
    const std::string_view word = phrase.substr(begin, end - begin);
    if (begin > 0 && ((words.Classes(word) & (kPreposition | kTo)) != 0 ||
                      words.HasFunction(word, pb::FUNCTION_ROLE_GENITIVE))) {
      break;
    }
    head_begin = begin;
    head_end = end;
    begin = end + 1;
  }
  // "by-election": the irregular forms of compounds are found by their whole.
  return Cut(phrase, head_begin, head_end);
}

Head FirstWord(std::string_view phrase) {
  return Cut(phrase, 0, std::min(phrase.find(' '), phrase.size()));
}

std::string Join(const Head& head, std::string_view word) {
  return Concat(head.before, word, head.after);
}

bool IsLower(std::string_view text) {
  return std::none_of(text.begin(), text.end(),
                      [](char c) { return absl::ascii_isupper(c); });
}

bool Contains(const std::vector<std::string>& list, std::string_view word) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

}  // namespace

std::vector<std::string> FormMaker::PluralsOf(std::string_view phrase) const {
  std::vector<std::string> plurals;
  const auto add = [&](const Head& head) {
    for (const std::string& plural : inflector_.Plurals(head.word)) {
      plurals.push_back(Join(head, plural));
    }
  };
  const Head head = FindHead(words_, phrase);
  add(head);
  // "secretary-general": an adjective after its noun. It may have become a
  // noun itself, so both plurals are made.
  if (!head.before.empty() &&
      (words_.UsualClasses(head.word) & kAdjective) != 0) {
    Head noun = FindHead(words_, head.before.substr(0, head.before.size() - 1));
    noun.after = phrase.substr(noun.before.size() + noun.word.size());
    add(noun);
  }
  return plurals;
}

void FormMaker::MarkNoun(std::string_view phrase) {
  const Head head = FindHead(words_, phrase);
  if (head.word.find('-') == std::string_view::npos && IsLower(head.word)) {
    words_.AddNoun(head.word);
  }
}

void FormMaker::Actor(const pb::Actor& actor, const EntryForms& entry) {
  phrases_.Add(entry, actor.name(), FormKind::kName, true);
  for (const std::string& alias : actor.alias()) {
    phrases_.Add(entry, alias, FormKind::kName, true);
  }
  for (const std::string& adjective : actor.adjective()) {
    phrases_.Add(entry, adjective, FormKind::kAdjective, true);
  }
  for (const std::string& demonym : actor.demonym()) {
    phrases_.Add(entry, demonym, FormKind::kDemonym, true);
    for (const std::string& plural : PluralsOf(demonym)) {
      phrases_.Add(entry, plural, FormKind::kDemonymPlural, false);
    }
  }
  for (const std::string& metonym : actor.metonym()) {
    phrases_.Add(entry, metonym, FormKind::kMetonym, true);
  }
  for (const std::string& description : actor.description()) {
    phrases_.Add(entry, description, FormKind::kDescription, true);
    MarkNoun(description);
  }
  if (actor.kind() != pb::ACTOR_KIND_PERSON) return;
  std::string_view surname = actor.surname();
  if (surname.empty()) {
    const std::string_view name = actor.name();
    const size_t space = name.rfind(' ');
    if (space == std::string_view::npos) return;
    surname = name.substr(space + 1);
  }
  // An alias that is the surname says the same, and more surely.
  if (!surname.empty() && !phrases_.Has(entry, surname, FormKind::kName)) {
    phrases_.Add(entry, surname, FormKind::kSurname, false);
  }
}

void FormMaker::Noun(std::string_view lemma, std::string_view plural,
                     const EntryForms& entry) {
  phrases_.Add(entry, lemma, FormKind::kSingular, true);
  MarkNoun(lemma);
  if (plural.empty()) {
    for (const std::string& form : PluralsOf(lemma)) {
      phrases_.Add(entry, form, FormKind::kPlural, false);
    }
    return;
  }
  phrases_.Add(entry, plural, FormKind::kPlural, true);
  const Head singular_head = FindHead(words_, lemma);
  const Head plural_head = FindHead(words_, plural);
  if (IsLower(plural_head.word)) {
    words_.AddPlural(singular_head.word, plural_head.word);
  }
}

void FormMaker::Agent(const pb::Agent& agent, const EntryForms& entry) {
  if (!agent.collective()) return Noun(agent.lemma(), agent.plural(), entry);
  // Plural as it stands: "police", "people".
  phrases_.Add(entry, agent.lemma(), FormKind::kPlural, true);
  const std::string_view head = FindHead(words_, agent.lemma()).word;
  words_.AddPlural(head, head);
  if (!agent.plural().empty() && agent.plural() != agent.lemma()) {
    phrases_.Add(entry, agent.plural(), FormKind::kPlural, true);
    words_.AddPlural(head, FindHead(words_, agent.plural()).word);
  }
}

void FormMaker::Issue(const pb::Issue& issue, const EntryForms& entry) {
  const auto add = [&](std::string_view wording) {
    const Head head = FindHead(words_, wording);
    const std::string singular = inflector_.Singular(head.word);
    if (singular.empty()) {
      phrases_.Add(entry, wording, FormKind::kSingular, true);
      for (const std::string& plural : PluralsOf(wording)) {
        phrases_.Add(entry, plural, FormKind::kPlural, false);
      }
      return;
    }
    phrases_.Add(entry, wording, FormKind::kPlural, true);
    // "sanctions", "sanction"; but "rights" are not "right".
    constexpr uint32_t kMayBeNoun = kAnyNoun | kAnyVerb;
    if (head.word.size() == wording.size() &&
        (words_.Classes(singular) & ~kMayBeNoun) != 0) {
      return;
    }
    phrases_.Add(entry, Join(head, singular), FormKind::kSingular, false);
  };
  add(issue.name());
  for (const std::string& wording : issue.wording()) add(wording);
}

std::vector<std::string> FormMaker::Expand(std::string_view phrase,
                                           const EntryForms& entry) {
  if (phrase.find('<') == std::string_view::npos) return {std::string(phrase)};
  std::vector<std::string> expanded;
  // "take <obj> to task": with the slot, which an object fills, and without,
  // for "was taken to task".
  const std::string object = Concat(" ", kObjectSlot, " ");
  const size_t verb_end = phrase.find(' ');
  if (verb_end != std::string_view::npos &&
      phrase.substr(verb_end, object.size()) == object) {
    const std::string_view verb = phrase.substr(0, verb_end);
    for (const std::string& rest :
         Expand(phrase.substr(verb_end + object.size()), entry)) {
      expanded.push_back(Concat(verb, " ", rest));
      expanded.push_back(Concat(verb, object, rest));
    }
    return expanded;
  }
  // "clip <gen> wings": the slot is filled in the text.
  if (const size_t slot = phrase.find(kGenitiveSlot);
      slot != std::string_view::npos && slot > 0 &&
      slot + kGenitiveSlot.size() < phrase.size()) {
    return {std::string(phrase)};
  }
  const size_t slot = phrase.find(kPossessiveSlot);
  for (const std::string& word : words_.possessives()) {
    if (slot == std::string_view::npos) break;
    expanded.push_back(Concat(phrase.substr(0, slot), word,
                              phrase.substr(slot + kPossessiveSlot.size())));
  }
  if (expanded.empty() || expanded[0].find('<') != std::string::npos) {
    findings_.Error(
        entry.origin, "BAD_PLACEHOLDER", entry.id,
        Concat("\"", phrase, "\": the placeholders are \"", kPossessiveSlot,
               "\", for which the word lists must hold possessive pronouns, "
               "\"",
               kObjectSlot, "\" right behind the first word, and \"",
               kGenitiveSlot, "\" inside"));
    return {};
  }
  return expanded;
}

void FormMaker::VerbPhrase(std::string_view phrase, const EntryForms& entry,
                           bool written) {
  const Head head = FirstWord(phrase);
  const VerbForms forms = inflector_.Verb(head.word);
  const auto add = [&](const std::string& form, FormKind kind) {
    // Clitics ("'ve") are tokens of their own only behind a word.
    if (!absl::ascii_isalpha(form[0]) && !head.after.empty()) return;
    phrases_.Add(entry, Join(head, form), kind, false);
  };
  phrases_.Add(entry, phrase, FormKind::kBase, written);
  for (const std::string& form : forms.present) add(form, FormKind::kThird);
  for (const std::string& form : forms.third) add(form, FormKind::kThird);
  for (const std::string& form : forms.past) {
    add(form, Contains(forms.participle, form) ? FormKind::kPastOrParticiple
                                               : FormKind::kPast);
  }
  for (const std::string& form : forms.participle) {
    if (!Contains(forms.past, form)) add(form, FormKind::kParticiple);
  }
  for (const std::string& form : forms.gerund) add(form, FormKind::kGerund);
}

void FormMaker::Cue(const pb::Cue& cue, const EntryForms& entry) {
  switch (cue.word_class()) {
    case pb::WORD_CLASS_VERB:
      words_.AddVerb(FirstWord(cue.lemma()).word);
      for (const std::string& phrase : Expand(cue.lemma(), entry)) {
        VerbPhrase(phrase, entry, true);
      }
      return;
    case pb::WORD_CLASS_NOUN:
      for (const std::string& phrase : Expand(cue.lemma(), entry)) {
        Noun(phrase, cue.plural(), entry);
      }
      return;
    default:
      break;
  }
  for (const std::string& phrase : Expand(cue.lemma(), entry)) {
    Fixed(phrase, entry);
  }
  if (cue.lemma().find(' ') != std::string::npos) return;
  if (cue.word_class() == pb::WORD_CLASS_ADJECTIVE) {
    words_.AddWord(cue.lemma(), kAdjective);
  } else if (cue.word_class() == pb::WORD_CLASS_ADVERB) {
    words_.AddWord(cue.lemma(), kAdverb);
  }
}

void FormMaker::Modifier(const pb::Modifier& modifier,
                         const EntryForms& entry) {
  for (const std::string& phrase : modifier.phrase()) {
    for (const std::string& form : Expand(phrase, entry)) Fixed(form, entry);
  }
}

void FormMaker::Verb(std::string_view lemma, const EntryForms& entry) {
  const std::string_view first = FirstWord(lemma).word;
  const bool verb = (words_.Classes(first) & kVerbBase) != 0;
  if ((!verb && (words_.Classes(first) & kPreposition) != 0) ||
      words_.HasFunction(first, pb::FUNCTION_ROLE_ACCORDING)) {
    return Fixed(lemma, entry);
  }
  words_.AddVerb(first);
  for (const std::string& phrase : Expand(lemma, entry)) {
    VerbPhrase(phrase, entry, true);
  }
}

void FormMaker::Fixed(std::string_view phrase, const EntryForms& entry) {
  phrases_.Add(entry, phrase, FormKind::kFixed, true);
}

}  // namespace stance
