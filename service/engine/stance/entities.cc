#include "service/engine/stance/entities.h"

namespace stance {
namespace {

namespace pb = lexicon::v1;

bool IsPartOfName(std::string_view part, std::string_view name) {
  if (part.size() < 2 || part.size() >= name.size()) return false;
  for (size_t at = name.find(part); at != std::string_view::npos;
       at = name.find(part, at + 1)) {
    const bool starts = at == 0 || name[at - 1] == ' ' || name[at - 1] == '-';
    const size_t end = at + part.size();
    if (starts && (end == name.size() || name[end] == ' ')) return true;
  }
  return false;
}

bool IsAcronym(std::string_view letters, std::string_view name) {
  if (letters.size() < 2 || letters.size() > 8) return false;
  size_t matched = 0;
  bool start = true;
  for (char c : name) {
    if (start && c >= 'A' && c <= 'Z') {
      if (matched >= letters.size() || letters[matched] != c) return false;
      ++matched;
    }
    start = c == ' ' || c == '-';
  }
  return matched == letters.size();
}

}  // namespace

int32_t Entities::Principal(int32_t actor) const {
  for (int steps = 0; steps < 4; ++steps) {
    const ActorEntry& entry = lexicon_.actors[actor];
    if (!entry.represents || entry.part_of < 0) break;
    actor = entry.part_of;
  }
  return actor;
}

int32_t Entities::OfActor(int32_t actor, const Mention& mention) {
  for (size_t i = 0; i < d_.entities.size(); ++i) {
    if (d_.entities[i].actor == actor) return static_cast<int32_t>(i);
  }
  const ActorEntry& entry = lexicon_.actors[actor];
  Entity entity;
  entity.actor = actor;
  entity.name = entry.name;
  entity.kind = entry.kind;
  entity.gender = entry.gender;
  entity.person = entry.kind == pb::ACTOR_KIND_PERSON;
  entity.plural = entry.kind == pb::ACTOR_KIND_GROUP;
  entity.first = mention;
  entity.last_sentence = v_.index;
  d_.entities.push_back(entity);
  const int32_t index = static_cast<int32_t>(d_.entities.size()) - 1;
  if (entity.person) {
    AttachOffice(index, mention);
  } else if (entry.represents && entry.part_of >= 0) {
    // A ministry speaks for its country.
    const int32_t body = OfActor(Principal(actor), mention);
    d_.entities[index].represents = body;
  }
  return index;
}

// A person of the lexicon speaks for the body whose office they held on the
// day; without a day, for the body of any office they held.
void Entities::AttachOffice(int32_t index, const Mention& mention) {
  const ActorEntry& entry = lexicon_.actors[d_.entities[index].actor];
  for (const ActorEntry::Office& office : entry.offices) {
    if (office.of < 0) continue;
    if (date_ != 0 && (date_ < office.from || date_ > office.to)) continue;
    const int32_t body = OfActor(Principal(office.of), mention);
    d_.entities[index].represents = body;
    d_.entities[index].agent = office.agent;
  }
}

int32_t Entities::Add(std::string_view name, const Mention& mention) {
  Entity entity;
  entity.name = name;
  entity.first = mention;
  entity.last_sentence = v_.index;
  entity.kind = pb::ACTOR_KIND_GROUP;
  d_.entities.push_back(entity);
  return static_cast<int32_t>(d_.entities.size()) - 1;
}

int32_t Entities::FindExactly(std::string_view words) const {
  for (size_t i = d_.entities.size(); i-- > 0;) {
    if (d_.entities[i].name == words) return static_cast<int32_t>(i);
  }
  return -1;
}

int32_t Entities::FindByName(std::string_view words, Sieve* sieve) const {
  const int32_t exact = FindExactly(words);
  if (exact >= 0) return exact;
  for (size_t i = d_.entities.size(); i-- > 0;) {
    if (IsPartOfName(words, d_.entities[i].name) ||
        IsAcronym(words, d_.entities[i].name)) {
      *sieve = Sieve::kSurname;
      return static_cast<int32_t>(i);
    }
  }
  return -1;
}

}  // namespace stance
