#include "service/engine/stance/entities.h"

#include <cstring>

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

uint32_t PrintOf(std::string_view name) {
  uint32_t first = 0;
  uint32_t last = 0;
  if (name.size() >= sizeof(first)) {
    std::memcpy(&first, name.data(), sizeof(first));
    std::memcpy(&last, name.data() + name.size() - sizeof(last), sizeof(last));
  } else {
    for (char c : name) first = first << 8 | static_cast<uint8_t>(c);
  }
  return first ^ (last << 7 | last >> 25) ^ static_cast<uint32_t>(name.size());
}

uint32_t InitialBit(char c) { return 1u << (c & 31); }

uint32_t InitialsOf(std::string_view name) {
  uint32_t initials = 0;
  bool start = true;
  for (char c : name) {
    if (start) initials |= InitialBit(c);
    start = c == ' ' || c == '-';
  }
  return initials;
}

}  // namespace

int32_t Entities::Push(const Entity& entity) {
  d_.entities.push_back(entity);
  d_.name_keys.push_back({PrintOf(entity.name), InitialsOf(entity.name)});
  return static_cast<int32_t>(d_.entities.size()) - 1;
}

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
  const int32_t index = Push(entity);
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
  return Push(entity);
}

int32_t Entities::FindExactly(std::string_view words, bool unlisted) const {
  const uint32_t print = PrintOf(words);
  for (size_t i = d_.name_keys.size(); i-- > 0;) {
    if (d_.name_keys[i].print != print) continue;
    const Entity& entity = d_.entities[i];
    if (entity.name == words && !(unlisted && entity.actor >= 0)) {
      return static_cast<int32_t>(i);
    }
  }
  return -1;
}

int32_t Entities::FindByName(std::string_view words, Sieve* sieve) const {
  const int32_t exact = FindExactly(words);
  if (exact >= 0 || words.empty()) return exact;
  const uint32_t initial = InitialBit(words[0]);
  for (size_t i = d_.name_keys.size(); i-- > 0;) {
    if ((d_.name_keys[i].initials & initial) == 0) continue;
    if (IsPartOfName(words, d_.entities[i].name) ||
        IsAcronym(words, d_.entities[i].name)) {
      *sieve = Sieve::kSurname;
      return static_cast<int32_t>(i);
    }
  }
  return -1;
}

}  // namespace stance
