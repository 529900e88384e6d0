#include "client/lexicon/petrarch/base_lexicon.h"

#include "absl/strings/match.h"
#include "absl/strings/strip.h"
#include "client/fold_case.h"

namespace stance::client::petrarch {
namespace {

namespace pb = lexicon::v1;

constexpr const char* kCountryCode = "ISO3166-1:";

}  // namespace

BaseLexicon::BaseLexicon(const OpenedLexicon& opened) : opened_(opened) {
  for (const LexiconSource& source : opened.sources) {
    for (const pb::Actor& actor : source.file.actor()) {
      actors_.try_emplace(actor.id(), &actor);
      ids_.Reserve(actor.id());
      for (const std::string& code : actor.code()) {
        if (absl::StartsWith(code, kCountryCode)) {
          countries_.try_emplace(
              std::string(absl::StripPrefix(code, kCountryCode)), &actor);
        }
      }
      SetOwner(actor.name(), actor.id());
      for (const auto* forms : {&actor.alias(), &actor.adjective(),
                                &actor.demonym(), &actor.metonym()}) {
        for (const std::string& form : *forms) SetOwner(form, actor.id());
      }
    }
    for (const pb::Agent& agent : source.file.agent()) {
      agents_.insert(agent.lemma());
      agents_.insert(agent.plural());
      ids_.Reserve(agent.id());
    }
    for (const pb::Cue& cue : source.file.cue()) {
      ids_.Reserve(cue.id());
      if (cue.word_class() == pb::WORD_CLASS_VERB) verbs_.insert(cue.lemma());
    }
    for (const pb::NullPhrase& null : source.file.null()) {
      for (const std::string& phrase : null.phrase()) {
        SetOwner(phrase, "a null phrase");
      }
    }
    for (const pb::IrregularForms& forms : source.file.irregular()) {
      irregular_.insert(forms.lemma());
    }
  }
}

const pb::Actor* BaseLexicon::Country(std::string_view code) const {
  const auto found = countries_.find(std::string(code));
  return found == countries_.end() ? nullptr : found->second;
}

const pb::Actor* BaseLexicon::FindActor(std::string_view id) const {
  const auto found = actors_.find(std::string(id));
  return found == actors_.end() ? nullptr : found->second;
}

std::string BaseLexicon::OwnerOf(std::string_view form) const {
  const auto found = owners_.find(FoldCase(form));
  return found == owners_.end() ? std::string() : found->second;
}

void BaseLexicon::SetOwner(std::string_view form, std::string_view id) {
  owners_.try_emplace(FoldCase(form), id);
}

bool BaseLexicon::HasAgent(std::string_view noun) const {
  return agents_.contains(std::string(noun));
}

bool BaseLexicon::HasVerbCue(std::string_view lemma) const {
  return verbs_.contains(std::string(lemma));
}

bool BaseLexicon::HasIrregular(std::string_view lemma) const {
  return irregular_.contains(std::string(lemma));
}

uint32_t BaseLexicon::Classes(std::string_view word) const {
  return opened_.lexicon->Word(opened_.lexicon->Find(word)).classes;
}

bool BaseLexicon::IsOrdinary(std::string_view word) const {
  return (Classes(word) & ~uint32_t{kProper | kTitle}) != 0;
}

bool BaseLexicon::IsArticle(std::string_view word) const {
  constexpr uint64_t kArticle =
      uint64_t{1} << (pb::FUNCTION_ROLE_DEFINITE - 1) |
      uint64_t{1} << (pb::FUNCTION_ROLE_INDEFINITE - 1);
  const stance::Lexicon& lexicon = *opened_.lexicon;
  return (lexicon.Word(lexicon.Find(word)).functions & kArticle) != 0;
}

bool BaseLexicon::IsParticle(std::string_view word) const {
  constexpr uint32_t kParticle =
      kPreposition | kDeterminer | kCoordinator | kTo;
  return (Classes(word) & kParticle) != 0;
}

}  // namespace stance::client::petrarch
