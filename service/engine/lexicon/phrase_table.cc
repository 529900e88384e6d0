#include "service/engine/lexicon/phrase_table.h"

#include <utf8proc.h>

#include <algorithm>
#include <utility>

#include "absl/strings/ascii.h"
#include "service/engine/lexicon/concat.h"
#include "service/engine/lexicon/reading_classes.h"

namespace stance {
namespace {

// Match::mask holds as many readings of one phrase.
constexpr uint32_t kMostReadings = 64;

// Text that one reading is found in is the other's too.
bool SameCase(const EntryRef& a, const EntryRef& b) {
  return a.case_sensitive == b.case_sensitive &&
         (!a.case_sensitive || a.spelling == b.spelling);
}

bool IsAscii(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) {
    return static_cast<unsigned char>(c) < 0x80;
  });
}

bool IsUtf8(std::string_view text) {
  const auto* bytes = reinterpret_cast<const utf8proc_uint8_t*>(text.data());
  const auto size = static_cast<utf8proc_ssize_t>(text.size());
  for (utf8proc_ssize_t i = 0; i < size;) {
    utf8proc_int32_t code = 0;
    const utf8proc_ssize_t length =
        utf8proc_iterate(bytes + i, size - i, &code);
    if (length <= 0) return false;
    i += length;
  }
  return true;
}

// REQUIRES: valid UTF-8.
bool HasCapital(std::string_view text) {
  if (std::any_of(text.begin(), text.end(),
                  [](char c) { return absl::ascii_isupper(c); })) {
    return true;
  }
  if (IsAscii(text)) return false;
  const auto* bytes = reinterpret_cast<const utf8proc_uint8_t*>(text.data());
  const auto size = static_cast<utf8proc_ssize_t>(text.size());
  for (utf8proc_ssize_t i = 0; i < size;) {
    utf8proc_int32_t code = 0;
    i += utf8proc_iterate(bytes + i, size - i, &code);
    if (utf8proc_tolower(code) != code) return true;
  }
  return false;
}

bool IsCapitalised(std::string_view word) {
  return !word.empty() && absl::ascii_isupper(word[0]) &&
         std::all_of(word.begin() + 1, word.end(),
                     [](char c) { return absl::ascii_islower(c); });
}

// One space between words, ' for ’.
std::string NormalSpelling(std::string_view phrase) {
  std::string spelling;
  spelling.reserve(phrase.size());
  for (size_t i = 0; i < phrase.size(); ++i) {
    if (absl::ascii_isspace(phrase[i])) {
      if (!spelling.empty() && spelling.back() != ' ') spelling += ' ';
    } else if (phrase.substr(i, 3) == "\xE2\x80\x99") {
      spelling += '\'';
      i += 2;
    } else {
      spelling += phrase[i];
    }
  }
  while (!spelling.empty() && spelling.back() == ' ') spelling.pop_back();
  return spelling;
}

bool SameReading(const EntryRef& a, const EntryRef& b) {
  return a.kind == b.kind && a.index == b.index && a.form == b.form &&
         a.case_sensitive == b.case_sensitive &&
         (!a.case_sensitive || a.spelling == b.spelling);
}

}  // namespace

PhraseTable::Words PhraseTable::Split(std::string_view phrase) {
  Words words;
  for (const std::string_view placeholder : {kObjectSlot, kGenitiveSlot}) {
    const size_t slot = phrase.find(placeholder);
    if (slot == std::string_view::npos) continue;
    words = Split(phrase.substr(0, slot));
    words.push_back(vocabulary_.Add(placeholder));
    const Words rest = Split(phrase.substr(slot + placeholder.size()));
    words.insert(words.end(), rest.begin(), rest.end());
    return words;
  }
  Tokenize(phrase, rules_, &text_);
  for (const Token& token : text_.tokens) {
    // Quotation marks have no word in a text.
    if (token.kind == TokenKind::kQuote) return {};
    words.push_back(vocabulary_.Add(text_.Of(token)));
  }
  return words;
}

uint32_t PhraseTable::Spelling(std::string_view phrase) {
  const auto [found, added] = spellings_by_text_.try_emplace(
      NormalSpelling(phrase), static_cast<uint32_t>(spellings_.size()));
  if (added) spellings_.push_back(found->first);
  return found->second;
}

void PhraseTable::Add(const EntryForms& entry, std::string_view phrase,
                      FormKind form, bool written) {
  if (!IsAscii(phrase) && !IsUtf8(phrase)) {
    findings_.Error(entry.origin, "BAD_UTF8", entry.id,
                    "a form is not valid UTF-8; save the file as UTF-8");
    return;
  }
  Words words = Split(phrase);
  if (words.empty()) {
    findings_.Error(entry.origin, "EMPTY_FORM", entry.id,
                    Concat("the form \"", phrase,
                           "\" can match nothing; write words, without "
                           "quotation marks"));
    return;
  }
  Reading reading;
  reading.ref.kind = entry.kind;
  reading.ref.form = form;
  reading.ref.index = entry.index;
  reading.ref.case_sensitive = HasCapital(phrase);
  if (reading.ref.case_sensitive) reading.ref.spelling = Spelling(phrase);
  reading.origin = entry.origin;
  reading.written = written;

  const auto [found, added] = groups_by_words_.try_emplace(
      std::move(words), static_cast<uint32_t>(groups_.size()));
  if (added) {
    groups_.emplace_back();
    words_.push_back(found->first);
  }
  Group& group = groups_[found->second];
  for (uint32_t i = group.first; i != kNone; i = readings_[i].next) {
    if (!SameReading(readings_[i].ref, reading.ref)) continue;
    if (written && readings_[i].written) {
      findings_.Warn(
          entry.origin, "DUPLICATE_FORM", entry.id,
          Concat("the form \"", phrase, "\" is written twice; remove one"));
    }
    readings_[i].written |= written;
    return;
  }
  const auto index = static_cast<uint32_t>(readings_.size());
  (group.first == kNone ? group.first : readings_[group.last].next) = index;
  group.last = index;
  ++group.count;
  readings_.push_back(reading);
}

bool PhraseTable::Has(const EntryForms& entry, std::string_view phrase,
                      FormKind form) {
  const auto found = groups_by_words_.find(Split(phrase));
  if (found == groups_by_words_.end()) return false;
  const uint32_t first = groups_[found->second].first;
  for (uint32_t i = first; i != kNone; i = readings_[i].next) {
    const EntryRef& ref = readings_[i].ref;
    if (ref.kind == entry.kind && ref.index == entry.index &&
        ref.form == form) {
      return true;
    }
  }
  return false;
}

std::string PhraseTable::EntryName(const EntryRef& ref,
                                   const Lexicon& lexicon) const {
  switch (ref.kind) {
    case EntryKind::kActor:
      return lexicon.actors[ref.index].id;
    case EntryKind::kAgent:
      return lexicon.agents[ref.index].id;
    case EntryKind::kIssue:
      return lexicon.issues[ref.index].id;
    case EntryKind::kCue:
      return lexicon.cues[ref.index].id;
    case EntryKind::kModifier:
      return lexicon.modifiers[ref.index].id;
    case EntryKind::kLightVerb:
      return lexicon.light_verbs[ref.index].lemma;
    case EntryKind::kReporting:
      return lexicon.reporting_verbs[ref.index].lemma;
    case EntryKind::kNull:
      return lexicon.nulls[ref.index].phrase;
  }
  return {};
}

// Two actors of one name, and readings that a null phrase hides. Of each
// reading once, not for each of the others: a form may have thousands.
void PhraseTable::FindShadowed(const Group& group, const Lexicon& lexicon) {
  std::vector<uint32_t> names;  // the first of each spelling
  std::vector<uint32_t> nulls;
  std::vector<uint32_t> others;
  for (uint32_t i = group.first; i != kNone; i = readings_[i].next) {
    const EntryRef& ref = readings_[i].ref;
    const bool null = ref.kind == EntryKind::kNull;
    (null ? nulls : others).push_back(i);
    if (ref.kind != EntryKind::kActor || ref.form != FormKind::kName) continue;
    const auto before = std::find_if(
        names.begin(), names.end(),
        [&](uint32_t name) { return SameCase(readings_[name].ref, ref); });
    if (before == names.end()) {
      names.push_back(i);
    } else if (readings_[*before].ref.index != ref.index) {
      findings_.Warn(
          readings_[i].origin, "AMBIGUOUS_NAME", EntryName(ref, lexicon),
          Concat("the name \"",
                 ref.case_sensitive ? spellings_[ref.spelling]
                                    : EntryName(ref, lexicon),
                 "\" also names ", EntryName(readings_[*before].ref, lexicon),
                 " (", findings_.Place(readings_[*before].origin),
                 "); keep it in one of them"));
    }
  }
  for (const uint32_t i : others) {
    const Reading& hidden = readings_[i];
    const auto by = std::find_if(nulls.begin(), nulls.end(), [&](uint32_t at) {
      const EntryRef& null = readings_[at].ref;
      return !null.case_sensitive || SameCase(null, hidden.ref);
    });
    if (by == nulls.end()) continue;
    const Reading& null = readings_[*by];
    findings_.Warn(hidden.origin, "SHADOWED", EntryName(hidden.ref, lexicon),
                   Concat("the null phrase \"", EntryName(null.ref, lexicon),
                          "\" (", findings_.Place(null.origin),
                          ") hides a form of this entry; remove one of them"));
  }
}

template <typename Pick>
std::vector<WordId> PhraseTable::WordsBy(std::string_view placeholder,
                                         Pick pick) const {
  std::vector<WordId> picked;
  const WordId slot = vocabulary_.Find(placeholder);
  if (slot == 0) return picked;
  for (const Words& words : words_) {
    const auto at = std::find(words.begin() + 1, words.end(), slot);
    if (at != words.end()) pick(words, at, &picked);
  }
  return picked;
}

std::vector<WordId> PhraseTable::FirstWordsBefore(
    std::string_view placeholder) const {
  return WordsBy(placeholder, [](const Words& words, auto, auto* first) {
    first->push_back(words.front());
  });
}

std::vector<WordId> PhraseTable::WordsBehind(
    std::string_view placeholder) const {
  return WordsBy(placeholder, [](const Words& words, auto at, auto* behind) {
    if (at + 1 != words.end()) behind->push_back(*(at + 1));
  });
}

void PhraseTable::Finish(Lexicon* lexicon) {
  std::vector<std::pair<std::vector<WordId>, PhraseTrie::Value>> phrases;
  phrases.reserve(groups_.size());
  lexicon->phrases.resize(1);
  lexicon->phrases.reserve(groups_.size() + 1);
  lexicon->readings.reserve(readings_.size());
  for (size_t g = 0; g < groups_.size(); ++g) {
    const Group& group = groups_[g];
    if (group.count > 1) FindShadowed(group, *lexicon);
    if (group.count > kMostReadings) {
      const Reading& last = readings_[group.last];
      findings_.Warn(last.origin, "TOO_MANY_READINGS",
                     EntryName(last.ref, *lexicon),
                     Concat("a form of this entry has ", group.count,
                            " readings, and only the first ", kMostReadings,
                            " count; remove some"));
    }
    Phrase phrase;
    phrase.first = static_cast<uint32_t>(lexicon->readings.size());
    phrase.count = std::min(group.count, kMostReadings);
    for (uint32_t i = group.first; i != kNone; i = readings_[i].next) {
      EntryRef& ref = readings_[i].ref;
      ref.classes = ReadingClasses(*lexicon, ref);
      if (ref.kind == EntryKind::kCue) {
        ref.word_class =
            static_cast<uint8_t>(lexicon->cues[ref.index].word_class);
      }
      lexicon->readings.push_back(ref);
    }
    Summarise(*lexicon, phrase.All(), &phrase);
    phrase.capitalised =
        words_[g].size() == 1 &&
        std::all_of(lexicon->readings.begin() + phrase.first,
                    lexicon->readings.end(), [&](const EntryRef& ref) {
                      return !ref.case_sensitive ||
                             IsCapitalised(spellings_[ref.spelling]);
                    });
    phrases.emplace_back(
        std::vector<WordId>(words_[g].begin(), words_[g].end()),
        static_cast<PhraseTrie::Value>(lexicon->phrases.size()));
    lexicon->phrases.push_back(phrase);
  }
  lexicon->trie = PhraseTrie::Build(std::move(phrases));
  lexicon->spellings = std::move(spellings_);
}

}  // namespace stance
