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
  const uint32_t print =
      first ^ (last << 7 | last >> 25) ^ static_cast<uint32_t>(name.size());
  return print ^ print >> 12;
}

// "UN", "EU": letters that may stand for a name.
bool MayBeAcronym(std::string_view letters) {
  const auto capital = [](char c) { return c >= 'A' && c <= 'Z'; };
  return letters.size() >= 2 && letters.size() <= 8 && capital(letters[0]) &&
         capital(letters[1]);
}

uint32_t InitialBit(char first) { return 1u << (first & 31); }

// Calls visit(first, second) with the first two bytes of each word of the name,
// and perhaps of what is none.
template <typename Visitor>
void ForEachBeginning(std::string_view name, Visitor visit) {
  if (name.size() < 2) return;
  visit(name[0], name[1]);
  // Eight bytes at a time. Whatever is not above '-' may end a word.
  constexpr uint64_t kEach = 0x0101010101010101;
  constexpr uint64_t kHigh = kEach << 7;
  constexpr size_t kBlock = sizeof(uint64_t);
  const auto read_block = [&](size_t at) {
    uint64_t bytes;
    std::memcpy(&bytes, name.data() + at, kBlock);
    uint64_t ends = ~((bytes | kHigh) - kEach * ('-' + 1)) & kHigh;
    for (; ends != 0; ends &= ends - 1) {
      const size_t end = at + static_cast<size_t>(__builtin_ctzll(ends)) / 8;
      visit(name[end + 1], name[end + 2]);
    }
  };
  const size_t last = name.size() - 2;  // where a beginning may stand
  if (last >= kBlock) {
    for (size_t at = 0; at + kBlock < last; at += kBlock) read_block(at);
    read_block(last - kBlock);
    return;
  }
  for (size_t at = 1; at <= last; ++at) {
    if (name[at - 1] <= '-') visit(name[at], name[at + 1]);
  }
}

// Calls visit(i) for each i with matches(values[i]), from the last to the
// first, until it returns true. Looks at many values at a time: hits are rare.
template <typename Matches, typename Visitor>
void FromLast(const std::vector<uint32_t>& values, Matches matches,
              Visitor visit) {
  constexpr size_t kBlock = 8;
  size_t end = values.size();
  for (; end >= kBlock; end -= kBlock) {
    const uint32_t* const block = values.data() + end - kBlock;
    uint32_t any = 0;
    for (size_t i = 0; i < kBlock; ++i) any |= matches(block[i]) ? 1 : 0;
    if (any == 0) continue;
    for (size_t i = kBlock; i-- > 0;) {
      if (matches(block[i]) && visit(end - kBlock + i)) return;
    }
  }
  while (end-- > 0) {
    if (matches(values[end]) && visit(end)) return;
  }
}

}  // namespace

Entity& Entities::Push(int32_t actor, std::string_view name,
                       const Mention& mention) {
  const int32_t index = static_cast<int32_t>(d_.entities.size());
  if (actor >= 0) d_.index.actors.Add(static_cast<uint32_t>(actor), index);
  d_.index.prints.Add(PrintOf(name), index);
  uint32_t initials = 0;
  ForEachBeginning(name, [&](char first, char second) {
    initials |= InitialBit(first);
    d_.index.beginnings.Add(first, second);
  });
  d_.index.initials.push_back(initials);
  d_.index.names.Add(name);
  Entity& entity = d_.entities.emplace_back();
  entity.actor = actor;
  entity.name = name;
  entity.first = mention;
  entity.last_sentence = v_.index;
  return entity;
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
  const int32_t known = d_.index.actors.FindLast(static_cast<uint32_t>(actor),
                                                 [](int32_t) { return true; });
  if (known >= 0) return known;
  const ActorEntry& entry = lexicon_.actors[actor];
  const int32_t index = static_cast<int32_t>(d_.entities.size());
  Entity& entity = Push(actor, entry.name, mention);
  entity.kind = entry.kind;
  entity.gender = entry.gender;
  entity.person = entry.kind == pb::ACTOR_KIND_PERSON;
  entity.plural = entry.kind == pb::ACTOR_KIND_GROUP;
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
    SetAgent(index, office.agent);
  }
}

int32_t Entities::Add(std::string_view name, const Mention& mention) {
  const int32_t index = static_cast<int32_t>(d_.entities.size());
  Push(-1, name, mention).kind = pb::ACTOR_KIND_GROUP;
  return index;
}

int32_t Entities::FindExactly(std::string_view words, bool unlisted) const {
  return d_.index.prints.FindLast(PrintOf(words), [&](int32_t entity) {
    const Entity& e = d_.entities[entity];
    return e.name == words && !(unlisted && e.actor >= 0);
  });
}

int32_t Entities::FindByName(std::string_view words, Sieve* sieve) const {
  int32_t found = FindExactly(words);
  if (found >= 0 || words.size() < 2) return found;
  const bool acronym = MayBeAcronym(words);
  if (!acronym && !d_.index.beginnings.MayHave(words[0], words[1])) return -1;
  FromLast(
      d_.index.initials,
      [initial = InitialBit(words[0])](uint32_t other) {
        return (other & initial) != 0;
      },
      [&](size_t i) {
        const std::string_view name = d_.entities[i].name;
        if (!IsPartOfName(words, name) &&
            !(acronym && IsAcronym(words, name))) {
          return false;
        }
        *sieve = Sieve::kSurname;
        found = static_cast<int32_t>(i);
        return true;
      });
  return found;
}

}  // namespace stance
