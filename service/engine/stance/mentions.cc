#include "service/engine/stance/mentions.h"

#include <algorithm>
#include <string_view>

namespace stance {

std::string_view SieveName(Sieve sieve) {
  switch (sieve) {
    case Sieve::kName:
      return "name";
    case Sieve::kSurname:
      return "surname";
    case Sieve::kOffice:
      return "office";
    case Sieve::kRole:
      return "role";
    case Sieve::kDescription:
      return "description";
    case Sieve::kPronoun:
      return "pronoun";
    case Sieve::kFirstPerson:
      return "first-person";
    case Sieve::kGroup:
      return "group";
    case Sieve::kPair:
      return "pair";
    case Sieve::kContext:
      return "context";
    case Sieve::kNone:
      return "none";
  }
  return "";
}

namespace {

namespace pb = lexicon::v1;

// How far back (in sentences) a pronoun or a bare role may look.
constexpr uint32_t kPronounReach = 4;

bool IsPersonRole(pb::AgentRole role) {
  return role == pb::AGENT_ROLE_OFFICIAL || role == pb::AGENT_ROLE_INDIVIDUAL ||
         role == pb::AGENT_ROLE_EXECUTIVE;
}

// What stands inside a noun group.
struct Parts {
  int32_t name_unit = -1;  // last unit that is a name of somebody
  int32_t actor = -1;      // lexicon actor of that name
  FormKind form{};
  int32_t agent_unit = -1;  // last agent unit
  int32_t agent = -1;
  int32_t country = -1;  // lexicon actor named by an adjective or noun before
  bool definite = false;
};

class Resolver {
 public:
  Resolver(const SentenceView& view, int32_t speaker, int32_t date,
           Discourse& discourse)
      : v_(view),
        lexicon_(view.lexicon),
        speaker_(speaker),
        date_(date),
        d_(discourse) {}

  Resolution Resolve(int32_t group) {
    Resolution result;
    result.mention = Phrase(group);
    const Unit& head = v_.Head(group);
    if (head.Is(kPronoun) && !head.Is(kProper)) {
      const bool demonstrative = head.Has(pb::FUNCTION_ROLE_DEMONSTRATIVE);
      if (!demonstrative) {
        result.entities = Pronoun(head);
        if (!result.entities.empty()) {
          result.sieve =
              IsFirstPerson(head) ? Sieve::kFirstPerson : Sieve::kPronoun;
          return result;
        }
      }
      if (IsCounted(group)) return Plural(group, std::move(result));
      return result;
    }
    const Parts parts = Analyse(group);
    if (Pair(group, parts, &result)) return result;
    if (parts.name_unit >= 0 && parts.name_unit > parts.agent_unit) {
      return Named(group, parts, std::move(result));
    }
    // "Her brother-in-law, Harlan Pruitt,": the name says who.
    const int32_t apposition = v_.At(group).apposition;
    if (apposition >= 0 && parts.agent_unit < 0) {
      const Parts other = Analyse(apposition);
      if (other.name_unit >= 0 && other.name_unit > other.agent_unit) {
        Resolution named;
        named.mention = Phrase(apposition);
        return Named(apposition, other, std::move(named));
      }
    }
    if (parts.agent_unit >= 0) return Role(group, parts, std::move(result));
    if (Described(group, parts, &result)) return result;
    if (IsCounted(group) || IsPeople(group)) {
      return Plural(group, std::move(result));
    }
    return result;
  }

  EntityList Pronoun(const Unit& unit) const {
    if (unit.Has(pb::FUNCTION_ROLE_FIRST_PLURAL)) {
      if (speaker_ < 0) return {};
      const Entity& speaker = d_.entities[speaker_];
      return {speaker.represents >= 0 ? speaker.represents : speaker_};
    }
    if (unit.Has(pb::FUNCTION_ROLE_FIRST_SINGULAR)) {
      if (speaker_ < 0) return {};
      return {speaker_};
    }
    if (unit.Has(pb::FUNCTION_ROLE_MASCULINE)) {
      return Recent([](const Entity& e) {
        return e.person && !e.plural && e.gender != pb::GENDER_FEMALE;
      });
    }
    if (unit.Has(pb::FUNCTION_ROLE_FEMININE)) {
      return Recent([](const Entity& e) {
        return e.person && !e.plural && e.gender != pb::GENDER_MALE;
      });
    }
    if (unit.Has(pb::FUNCTION_ROLE_NEUTER)) {
      return Recent([](const Entity& e) { return !e.person && !e.plural; });
    }
    if (unit.Has(pb::FUNCTION_ROLE_THIRD_PLURAL)) {
      if (!d_.last_plural.empty() && v_.index <= d_.last_plural_sentence + 2) {
        // A plural group that was spoken of since is nearer.
        EntityList nearer = Recent([](const Entity& e) { return e.plural; });
        if (nearer.empty() ||
            d_.entities[nearer[0]].last_sentence < d_.last_plural_sentence) {
          return d_.last_plural;
        }
        return nearer;
      }
      EntityList plural = Recent([](const Entity& e) { return e.plural; });
      if (!plural.empty()) return plural;
      return Recent([](const Entity& e) {
        return !e.person && e.kind != pb::ACTOR_KIND_COUNTRY;
      });
    }
    return {};
  }

  Resolution Modifier(uint32_t index) {
    const Unit& unit = v_.syntax.units[index];
    Resolution result;
    result.mention = v_.Span(unit.begin, unit.end);
    int32_t actor = -1;
    v_.ForEach(EntryKind::kActor, unit, [&](const EntryRef& ref) {
      if (actor < 0 && ref.form != FormKind::kDescription) {
        actor = static_cast<int32_t>(ref.index);
      }
    });
    if (actor >= 0) {
      result.sieve = Sieve::kName;
      result.entities.push_back(
          LexiconEntity(Principal(actor), result.mention));
      return result;
    }
    const std::string_view words = v_.TextOf(result.mention);
    result.sieve = Sieve::kName;
    int32_t entity = FindByName(words, &result.sieve);
    const int32_t agent = v_.FirstReading(EntryKind::kAgent, unit);
    if (entity < 0 && agent >= 0) {
      for (size_t i = d_.recent.size(); i-- > 0 && entity < 0;) {
        const Entity& e = d_.entities[d_.recent[i].entity];
        if (e.agent == agent) entity = d_.recent[i].entity;
      }
    }
    if (entity < 0) {
      entity = NewEntity(words, result.mention);
      d_.entities[entity].plural = agent >= 0;
    }
    result.entities.push_back(entity);
    return result;
  }

  static bool IsFirstPerson(const Unit& unit) {
    return unit.Has(pb::FUNCTION_ROLE_FIRST_PLURAL) ||
           unit.Has(pb::FUNCTION_ROLE_FIRST_SINGULAR);
  }

 private:
  // The group's words with its possessor and a following "of" phrase, without
  // leading article.
  Mention Phrase(int32_t group) const {
    uint32_t begin = FirstUnit(group);
    const uint32_t end = v_.At(group).end;
    return v_.Span(v_.syntax.units[begin].begin, v_.syntax.units[end - 1].end);
  }

  uint32_t FirstUnit(int32_t group) const {
    int32_t first = group;
    while (v_.At(first).possessor >= 0) first = v_.At(first).possessor;
    uint32_t begin = v_.At(first).begin;
    const uint32_t end = v_.At(group).end;
    while (begin + 1 < end && IsArticle(v_.syntax.units[begin])) ++begin;
    return begin;
  }

  static bool IsArticle(const Unit& unit) {
    return unit.Has(pb::FUNCTION_ROLE_DEFINITE) ||
           unit.Has(pb::FUNCTION_ROLE_INDEFINITE) ||
           (unit.Is(kDeterminer) &&
            unit.Has(pb::FUNCTION_ROLE_DEMONSTRATIVE)) ||
           unit.Is(kPossessivePronoun);
  }

  Parts Analyse(int32_t group) const {
    Parts parts;
    const Group& g = v_.At(group);
    for (uint32_t u = g.begin; u < g.end; ++u) {
      const Unit& unit = v_.syntax.units[u];
      if (unit.Has(pb::FUNCTION_ROLE_DEFINITE) || unit.Is(kPossessivePronoun)) {
        parts.definite = true;
      }
      int32_t actor = -1;
      FormKind form{};
      v_.ForEach(EntryKind::kActor, unit, [&](const EntryRef& ref) {
        if (ref.form == FormKind::kDescription) return;
        if (actor < 0 || Better(ref.form, form)) {
          actor = static_cast<int32_t>(ref.index);
          form = ref.form;
        }
      });
      const int32_t agent = v_.FirstReading(EntryKind::kAgent, unit);
      const bool adjective = form == FormKind::kAdjective;
      if (actor >= 0 && (u + 1 < g.end) &&
          (adjective || form == FormKind::kMetonym || !IsPersonActor(actor))) {
        // "Chinese …", "EU …", "Kremlin …": names its body, unless the group
        // ends here.
        parts.country = actor;
        if (u != g.head) continue;
      }
      if (agent >= 0 && unit.Is(kAnyNoun)) {
        parts.agent_unit = static_cast<int32_t>(u);
        parts.agent = agent;
      } else if (actor >= 0 && (unit.Is(kProper | kAnyNoun) || u == g.head)) {
        parts.name_unit = static_cast<int32_t>(u);
        parts.actor = actor;
        parts.form = form;
      } else if (unit.name || (unit.Is(kProper) && actor < 0)) {
        parts.name_unit = static_cast<int32_t>(u);
        parts.actor = -1;
      } else if (u == g.head && parts.name_unit >= 0 && unit.Is(kAnyNoun)) {
        // A common noun heads the group: "Teamsters drivers".
        parts.name_unit = -1;
      }
    }
    if (parts.country < 0) parts.country = BodyAround(group);
    return parts;
  }

  static bool Better(FormKind a, FormKind b) {
    const auto rank = [](FormKind form) {
      switch (form) {
        case FormKind::kName:
          return 0;
        case FormKind::kMetonym:
          return 1;
        case FormKind::kAdjective:
          return 2;
        default:
          return 3;
      }
    };
    return rank(a) < rank(b);
  }

  bool IsPersonActor(int32_t actor) const {
    return lexicon_.actors[actor].kind == pb::ACTOR_KIND_PERSON;
  }

  // The lexicon actor that the group belongs to: its possessor, "of X" after
  // it, or the group it renames.
  int32_t BodyAround(int32_t group) const {
    const int32_t possessor = v_.At(group).possessor;
    if (possessor >= 0) {
      const int32_t actor = ActorOf(possessor);
      if (actor >= 0) return actor;
      const Unit& head = v_.Head(possessor);
      if (head.Is(kPronoun)) return -1;
    }
    if (v_.Is(group + 1, GroupKind::kPreposition) &&
        v_.Head(group + 1).Has(pb::FUNCTION_ROLE_GENITIVE) &&
        v_.Is(group + 2, GroupKind::kNoun)) {
      return ActorOf(group + 2);
    }
    return -1;
  }

  int32_t ActorOf(int32_t group) const {
    int32_t actor = -1;
    v_.ForEach(EntryKind::kActor, v_.Head(group), [&](const EntryRef& ref) {
      if (actor < 0 && ref.form != FormKind::kDescription) {
        actor = static_cast<int32_t>(ref.index);
      }
    });
    return actor;
  }

  // Follows `represents` upwards: a ministry is its country.
  int32_t Principal(int32_t actor) const {
    for (int steps = 0; steps < 4; ++steps) {
      const ActorEntry& entry = lexicon_.actors[actor];
      if (!entry.represents || entry.part_of < 0) break;
      actor = entry.part_of;
    }
    return actor;
  }

  int32_t LexiconEntity(int32_t actor, const Mention& mention) {
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
      const int32_t body = LexiconEntity(Principal(actor), mention);
      d_.entities[index].represents = body;
    }
    return index;
  }

  // A person of the lexicon speaks for the body whose office they held on the
  // day; without a day, for the body of any office they held.
  void AttachOffice(int32_t index, const Mention& mention) {
    const ActorEntry& entry = lexicon_.actors[d_.entities[index].actor];
    for (const ActorEntry::Office& office : entry.offices) {
      if (office.of < 0) continue;
      if (date_ != 0 && (date_ < office.from || date_ > office.to)) continue;
      const int32_t body = LexiconEntity(Principal(office.of), mention);
      d_.entities[index].represents = body;
      d_.entities[index].agent = office.agent;
    }
  }

  int32_t NewEntity(std::string_view name, const Mention& mention) {
    Entity entity;
    entity.name = name;
    entity.first = mention;
    entity.last_sentence = v_.index;
    entity.kind = pb::ACTOR_KIND_GROUP;
    d_.entities.push_back(entity);
    return static_cast<int32_t>(d_.entities.size()) - 1;
  }

  // "Foreign Minister Qin Gang", "Lavrov", "the Kremlin", "Cui Hongjian".
  Resolution Named(int32_t group, const Parts& parts, Resolution result) {
    const Unit& unit = v_.syntax.units[parts.name_unit];
    const Mention name = v_.Span(unit.begin, NameEnd(group, parts));
    int32_t entity = -1;
    result.sieve = Sieve::kName;
    if (parts.actor >= 0 && parts.form != FormKind::kSurname) {
      int32_t actor = parts.actor;
      entity = LexiconEntity(actor, result.mention);
      if (parts.form == FormKind::kMetonym) result.sieve = Sieve::kOffice;
    } else {
      const std::string_view words = v_.TextOf(NameSpan(group, parts));
      entity = FindByName(words, &result.sieve);
      if (entity < 0 && parts.actor >= 0) {
        entity = LexiconEntity(parts.actor, result.mention);
      }
      if (entity < 0) {
        const Mention span = NameSpan(group, parts);
        entity = NewEntity(v_.TextOf(span), span);
        d_.entities[entity].person = LooksLikePerson(group, parts);
        d_.entities[entity].kind = d_.entities[entity].person
                                       ? pb::ACTOR_KIND_PERSON
                                       : pb::ACTOR_KIND_ORGANIZATION;
        result.sieve = Sieve::kName;
      }
    }
    DescribeBy(group, parts, entity);
    result.entities.push_back(entity);
    return result;
  }

  uint32_t NameEnd(int32_t group, const Parts& parts) const {
    return v_.syntax.units[parts.name_unit].end;
  }

  // The run of name units that ends at name_unit.
  Mention NameSpan(int32_t group, const Parts& parts) const {
    uint32_t first = static_cast<uint32_t>(parts.name_unit);
    const Group& g = v_.At(group);
    while (first > g.begin) {
      const Unit& before = v_.syntax.units[first - 1];
      if (!before.Is(kProper) || before.Is(kTitle) ||
          before.Reads(EntryKind::kAgent) ||
          (before.Reads(EntryKind::kActor) && !before.name)) {
        break;
      }
      --first;
    }
    return v_.Span(v_.syntax.units[first].begin,
                   v_.syntax.units[parts.name_unit].end);
  }

  bool LooksLikePerson(int32_t group, const Parts& parts) const {
    const Group& g = v_.At(group);
    if (parts.agent >= 0 && IsPersonRole(lexicon_.agents[parts.agent].role)) {
      return true;
    }
    for (uint32_t u = g.begin; u < g.end; ++u) {
      if (v_.syntax.units[u].Is(kTitle)) return true;
    }
    // Two or three capitalised words without "of", and no article before.
    const Unit& unit = v_.syntax.units[parts.name_unit];
    if (v_.syntax.units[g.begin].Is(kDeterminer)) return false;
    const Mention span = NameSpan(group, parts);
    uint32_t words = 0;
    for (uint32_t t = 0; t < 8; ++t) {
      const uint32_t token = unit.end - 1 - t;
      if (token + 1 == 0 || v_.text.tokens[token].begin < span.begin) break;
      if ((v_.text.tokens[token].shape & kCapitalised) == 0) return false;
      if (v_.text.tokens[token].shape & kAllCaps) return false;
      ++words;
      if (token == 0) break;
    }
    if (words >= 2 && words <= 4) return true;
    return words == 1 && ApposedToPersonRole(group);
  }

  bool ApposedToPersonRole(int32_t group) const {
    const int32_t apposition = v_.At(group).apposition;
    if (apposition < 0) return false;
    const int32_t agent =
        v_.FirstReading(EntryKind::kAgent, v_.Head(apposition));
    return agent >= 0 && IsPersonRole(lexicon_.agents[agent].role);
  }

  // Part of a name that was given before: a surname, a first name, an acronym.
  int32_t FindByName(std::string_view words, Sieve* sieve) const {
    for (size_t i = d_.entities.size(); i-- > 0;) {
      if (d_.entities[i].name == words) return static_cast<int32_t>(i);
    }
    for (size_t i = d_.entities.size(); i-- > 0;) {
      if (IsPartOfName(words, d_.entities[i].name) ||
          IsAcronym(words, d_.entities[i].name)) {
        *sieve = Sieve::kSurname;
        return static_cast<int32_t>(i);
      }
    }
    return -1;
  }

  static bool IsPartOfName(std::string_view part, std::string_view name) {
    if (part.size() < 2 || part.size() >= name.size()) return false;
    for (size_t at = name.find(part); at != std::string_view::npos;
         at = name.find(part, at + 1)) {
      const bool starts = at == 0 || name[at - 1] == ' ' || name[at - 1] == '-';
      const size_t end = at + part.size();
      if (starts && (end == name.size() || name[end] == ' ')) return true;
    }
    return false;
  }

  static bool IsAcronym(std::string_view letters, std::string_view name) {
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

  // What the group and its apposition tell of a named entity: its role, and
  // whom it speaks for.
  void DescribeBy(int32_t group, const Parts& parts, int32_t entity) {
    if (d_.entities[entity].actor >= 0 && !d_.entities[entity].person) return;
    if (parts.agent >= 0) GiveRole(entity, parts.agent, parts.country, group);
    const int32_t apposition = v_.At(group).apposition;
    if (apposition >= 0) ApplyDescription(entity, apposition);
    // "the foreign minister, Qin Gang": this group renames the one before.
    for (int32_t g = group - 1; g >= 0 && g >= group - 5; --g) {
      if (v_.At(g).apposition == group) {
        ApplyDescription(entity, g);
        break;
      }
    }
  }

  void ApplyDescription(int32_t entity, int32_t group) {
    if (!v_.Is(group, GroupKind::kNoun)) return;
    const Parts parts = Analyse(group);
    if (parts.agent < 0) return;
    GiveRole(entity, parts.agent, parts.country, group);
  }

  void GiveRole(int32_t entity, int32_t agent, int32_t body, int32_t group) {
    const AgentEntry& role = lexicon_.agents[agent];
    d_.entities[entity].agent = agent;
    if (IsPersonRole(role.role)) {
      d_.entities[entity].person = true;
      if (d_.entities[entity].actor < 0) {
        d_.entities[entity].kind = pb::ACTOR_KIND_PERSON;
      }
    }
    if (d_.entities[entity].gender == pb::GENDER_UNSPECIFIED) {
      d_.entities[entity].gender = role.gender;
    }
    if (role.role != pb::AGENT_ROLE_OFFICIAL &&
        role.role != pb::AGENT_ROLE_EXECUTIVE) {
      return;
    }
    if (body >= 0) {
      const int32_t principal = LexiconEntity(Principal(body), Phrase(group));
      if (principal != entity) d_.entities[entity].represents = principal;
      return;
    }
    // A body that is in no lexicon: the possessor or "of" phrase.
    int32_t owner = v_.At(group).possessor;
    if (owner < 0 && v_.Is(group + 1, GroupKind::kPreposition) &&
        v_.Head(group + 1).Has(pb::FUNCTION_ROLE_GENITIVE) &&
        v_.Is(group + 2, GroupKind::kNoun)) {
      owner = group + 2;
    }
    if (owner >= 0) {
      const Resolution body_entity = Resolve(owner);
      if (!body_entity.entities.empty()) {
        int32_t principal = body_entity.entities[0];
        if (d_.entities[principal].represents >= 0) {
          principal = d_.entities[principal].represents;
        }
        if (principal != entity && !d_.entities[principal].person) {
          d_.entities[entity].represents = principal;
        }
      }
      return;
    }
    const uint32_t first = v_.At(group).begin;
    if (v_.syntax.units[first].Is(kPossessivePronoun)) {
      const EntityList owners = Pronoun(v_.syntax.units[first]);
      if (owners.size() == 1 && !d_.entities[owners[0]].person &&
          owners[0] != entity) {
        d_.entities[entity].represents = owners[0];
      }
    }
  }

  // "the Chinese foreign minister", "the ministry", "farmers in Punjab".
  Resolution Role(int32_t group, const Parts& parts, Resolution result) {
    const AgentEntry& role = lexicon_.agents[parts.agent];
    const Unit& unit = v_.syntax.units[parts.agent_unit];
    const Group& g = v_.At(group);
    const bool ends = static_cast<uint32_t>(parts.agent_unit) == g.head;
    const bool capitalised =
        (v_.text.tokens[unit.begin].shape & kCapitalised) != 0;
    // "Quinpool Road Business Association": a name that a role noun ends.
    const bool named = capitalised && ends && HasNameBefore(group, parts) &&
                       role.role != pb::AGENT_ROLE_OFFICIAL;
    if (named) {
      // "Seafood Exporters Association of India".
      if (v_.Is(group + 2, GroupKind::kNoun) &&
          v_.Head(group + 2).Is(kProper)) {
        result.mention = WithTail(group, result.mention);
      }
      const std::string_view words = v_.TextOf(result.mention);
      int32_t entity = FindByName(words, &result.sieve);
      if (entity < 0) {
        entity = NewEntity(words, result.mention);
        d_.entities[entity].kind = pb::ACTOR_KIND_ORGANIZATION;
        d_.entities[entity].agent = parts.agent;
      }
      result.sieve = Sieve::kName;
      result.entities.push_back(entity);
      return result;
    }
    // A person who is named in apposition is that person.
    const int32_t apposition = g.apposition;
    if (apposition >= 0 && v_.Is(apposition, GroupKind::kNoun)) {
      const Parts other = Analyse(apposition);
      if (other.name_unit >= 0 && other.name_unit > other.agent_unit) {
        Resolution named_by = Named(apposition, other, Resolution{});
        named_by.mention = Phrase(apposition);
        GiveRole(named_by.entities[0], parts.agent, parts.country, group);
        return named_by;
      }
    }
    if (role.role == pb::AGENT_ROLE_BODY && g.plural &&
        BodiesIn(group, result)) {
      return result;
    }
    if (role.role == pb::AGENT_ROLE_BODY ||
        role.role == pb::AGENT_ROLE_OFFICIAL) {
      if (parts.country >= 0 && !g.plural) {
        const int32_t principal =
            LexiconEntity(Principal(parts.country), result.mention);
        result.sieve = Sieve::kOffice;
        if (role.role == pb::AGENT_ROLE_BODY) {
          result.entities.push_back(principal);
          return result;
        }
        const int32_t entity = RoleEntity(group, parts, result.mention);
        d_.entities[entity].represents = principal;
        result.entities.push_back(entity);
        return result;
      }
    }
    if ((parts.definite || g.possessor >= 0) && parts.country < 0) {
      const int32_t entity = ByRole(parts.agent, g.plural);
      if (entity >= 0) {
        result.sieve = Sieve::kRole;
        result.entities.push_back(entity);
        return result;
      }
    }
    const int32_t entity = RoleEntity(group, parts, result.mention);
    result.sieve = Sieve::kGroup;
    result.entities.push_back(entity);
    return result;
  }

  // "the juntas in Niger and Burkina Faso": each country.
  bool BodiesIn(int32_t group, Resolution& result) {
    if (!v_.Is(group + 1, GroupKind::kPreposition) ||
        !v_.Is(group + 2, GroupKind::kNoun)) {
      return false;
    }
    for (int32_t g = group + 2; g >= 0; g = v_.At(g).next_conjunct) {
      const int32_t actor = ActorOf(g);
      if (actor < 0 || lexicon_.actors[actor].kind != pb::ACTOR_KIND_COUNTRY) {
        break;
      }
      result.entities.push_back(LexiconEntity(actor, Phrase(g)));
    }
    result.sieve = Sieve::kOffice;
    return !result.entities.empty();
  }

  bool HasNameBefore(int32_t group, const Parts& parts) const {
    const Group& g = v_.At(group);
    for (uint32_t u = g.begin; u < static_cast<uint32_t>(parts.agent_unit);
         ++u) {
      const Unit& unit = v_.syntax.units[u];
      if (unit.name) return true;
      if (unit.Is(kProper) && !unit.Reads(EntryKind::kActor)) return true;
    }
    return false;
  }

  // The entity of a role without a name, told apart by its words.
  int32_t RoleEntity(int32_t group, const Parts& parts,
                     const Mention& mention) {
    const Mention phrase = WithTail(group, mention);
    const std::string_view words = v_.TextOf(phrase);
    for (size_t i = d_.entities.size(); i-- > 0;) {
      if (d_.entities[i].name == words && d_.entities[i].actor < 0) {
        return static_cast<int32_t>(i);
      }
    }
    const AgentEntry& role = lexicon_.agents[parts.agent];
    const int32_t entity = NewEntity(words, phrase);
    Entity& e = d_.entities[entity];
    e.agent = parts.agent;
    e.gender = role.gender;
    e.plural = v_.At(group).plural || role.collective;
    e.person = !e.plural && IsPersonRole(role.role);
    e.kind = e.person                            ? pb::ACTOR_KIND_PERSON
             : role.role == pb::AGENT_ROLE_GROUP ? pb::ACTOR_KIND_GROUP
                                                 : pb::ACTOR_KIND_ORGANIZATION;
    if (e.person) {
      const int32_t body = parts.country;
      GiveRole(entity, parts.agent, body, group);
    }
    return entity;
  }

  // With an "of" or "in" phrase: "health ministers of 41 countries".
  Mention WithTail(int32_t group, Mention mention) const {
    int32_t next = group + 1;
    if (v_.Is(next, GroupKind::kPreposition) &&
        v_.Is(next + 1, GroupKind::kNoun) &&
        v_.Head(next).Has(pb::FUNCTION_ROLE_GENITIVE)) {
      mention.end = v_.Span(v_.FirstToken(next + 1), v_.EndToken(next + 1)).end;
    }
    return mention;
  }

  int32_t ByRole(int32_t agent, bool plural) const {
    for (size_t i = d_.recent.size(); i-- > 0;) {
      const Discourse::Recent& recent = d_.recent[i];
      const Entity& entity = d_.entities[recent.entity];
      if (entity.plural != plural) continue;
      if (entity.agent == agent || SameHead(entity.agent, agent)) {
        return recent.entity;
      }
      if (v_.index > recent.sentence + 12) break;
    }
    return -1;
  }

  // "the ministry" for "foreign ministry", "the minister" for "prime minister".
  bool SameHead(int32_t full, int32_t bare) const {
    if (full < 0) return false;
    const std::string_view a = lexicon_.agents[full].lemma;
    const std::string_view b = lexicon_.agents[bare].lemma;
    return a.size() > b.size() && a.substr(a.size() - b.size()) == b &&
           (a[a.size() - b.size() - 1] == ' ' ||
            a[a.size() - b.size() - 1] == '-');
  }

  // "both countries", "the two sides": the pair that was spoken of last.
  bool Pair(int32_t group, const Parts& parts, Resolution* result) const {
    const Group& g = v_.At(group);
    if (!v_.Head(group).Has(pb::FUNCTION_ROLE_PAIR)) return false;
    bool both = false;
    for (uint32_t u = g.begin; u < g.end; ++u) {
      both |= v_.syntax.units[u].Has(pb::FUNCTION_ROLE_BOTH);
    }
    if (!both) return false;
    if (d_.last_plural.size() == 2) {
      result->entities = d_.last_plural;
    } else {
      EntityList pair;
      for (size_t i = d_.recent.size(); i-- > 0 && pair.size() < 2;) {
        const int32_t entity = d_.recent[i].entity;
        if (d_.entities[entity].kind != pb::ACTOR_KIND_COUNTRY) continue;
        if (std::find(pair.begin(), pair.end(), entity) == pair.end()) {
          pair.push_back(entity);
        }
      }
      if (pair.size() != 2) return false;
      std::reverse(pair.begin(), pair.end());
      result->entities = pair;
    }
    result->sieve = Sieve::kPair;
    return true;
  }

  // "the bloc", "the West African nation", "the council" after "Kiama Council".
  bool Described(int32_t group, const Parts& parts, Resolution* result) const {
    const Group& g = v_.At(group);
    if (!parts.definite || g.plural) return false;
    const Unit& head = v_.Head(group);
    for (size_t i = d_.recent.size(); i-- > 0;) {
      const Discourse::Recent& recent = d_.recent[i];
      if (v_.index > recent.sentence + 8) break;
      const Entity& entity = d_.entities[recent.entity];
      if (entity.actor >= 0) {
        bool described = false;
        for (uint32_t u = g.begin; u < g.end; ++u) {
          v_.ForEach(
              EntryKind::kActor, v_.syntax.units[u], [&](const EntryRef& ref) {
                described |= ref.form == FormKind::kDescription &&
                             static_cast<int32_t>(ref.index) == entity.actor;
              });
        }
        if (described) {
          result->entities.push_back(recent.entity);
          result->sieve = Sieve::kDescription;
          return true;
        }
      }
      if (!entity.person &&
          EndsWithWord(entity.name, v_.text.Slice(head.begin, head.end))) {
        result->entities.push_back(recent.entity);
        result->sieve = Sieve::kDescription;
        return true;
      }
    }
    return false;
  }

  static bool EndsWithWord(std::string_view name, std::string_view word) {
    if (name.size() <= word.size() || word.empty()) return false;
    const std::string_view tail = name.substr(name.size() - word.size());
    if (name[name.size() - word.size() - 1] != ' ') return false;
    for (size_t i = 0; i < word.size(); ++i) {
      if ((tail[i] | 0x20) != (word[i] | 0x20)) return false;
    }
    return true;
  }

  bool IsCounted(int32_t group) const {
    const Unit& head = v_.Head(group);
    if (head.Has(pb::FUNCTION_ROLE_QUANTITY)) return true;
    return v_.Is(group + 1, GroupKind::kPreposition) &&
           v_.Head(group + 1).Has(pb::FUNCTION_ROLE_GENITIVE) &&
           head.Is(kNumberWord | kQuantifier) &&
           v_.Is(group + 2, GroupKind::kNoun);
  }

  bool IsPeople(int32_t group) const { return HasPersonSuffix(v_, group); }

  Resolution Plural(int32_t group, Resolution result) {
    result.mention = WithTail(group, result.mention);
    const std::string_view words = v_.TextOf(result.mention);
    for (size_t i = d_.entities.size(); i-- > 0;) {
      if (d_.entities[i].name == words) {
        result.entities.push_back(static_cast<int32_t>(i));
        result.sieve = Sieve::kGroup;
        return result;
      }
    }
    const int32_t entity = NewEntity(words, result.mention);
    d_.entities[entity].plural = true;
    result.entities.push_back(entity);
    result.sieve = Sieve::kGroup;
    return result;
  }

  template <typename Predicate>
  EntityList Recent(Predicate fits) const {
    // The last subject that fits, else the last one at all.
    int32_t any = -1;
    for (size_t i = d_.recent.size(); i-- > 0;) {
      const Discourse::Recent& recent = d_.recent[i];
      if (v_.index > recent.sentence + kPronounReach) break;
      if (!fits(d_.entities[recent.entity])) continue;
      if (recent.subject) return {recent.entity};
      if (any < 0) any = recent.entity;
    }
    if (any >= 0) return {any};
    return {};
  }

 public:
  static bool HasPersonSuffix(const SentenceView& view, int32_t group) {
    const Unit& head = view.Head(group);
    if (!head.Is(kNounPlural)) return false;
    const std::string_view word = view.text.Slice(head.begin, head.end);
    char buffer[8] = {'-'};
    for (size_t length = 5; length >= 3; --length) {
      if (word.size() < length + 2) continue;
      for (size_t i = 0; i < length; ++i) {
        const char c = word[word.size() - length + i];
        buffer[1 + i] = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
      }
      const WordId id = view.lexicon.Find(std::string_view(buffer, length + 1));
      if (id != 0 && (view.lexicon.Word(id).functions >>
                          (pb::FUNCTION_ROLE_PERSON_SUFFIX - 1) &
                      1) != 0) {
        return true;
      }
    }
    return false;
  }

 private:
  const SentenceView& v_;
  const Lexicon& lexicon_;
  int32_t speaker_;
  int32_t date_;
  Discourse& d_;
};

}  // namespace

Resolution ResolveGroup(const SentenceView& view, int32_t group,
                        int32_t speaker, int32_t publish_date,
                        Discourse* discourse) {
  return Resolver(view, speaker, publish_date, *discourse).Resolve(group);
}

EntityList ResolvePronoun(const SentenceView& view, const Unit& unit,
                          int32_t speaker, Discourse* discourse) {
  return Resolver(view, speaker, 0, *discourse).Pronoun(unit);
}

Resolution ResolveModifier(const SentenceView& view, uint32_t unit,
                           int32_t publish_date, Discourse* discourse) {
  return Resolver(view, -1, publish_date, *discourse).Modifier(unit);
}

bool CanHold(const SentenceView& view, int32_t group) {
  const Unit& head = view.Head(group);
  if (head.Is(kTime)) return false;
  if (head.Is(kPronoun)) {
    return !head.Has(pb::FUNCTION_ROLE_DEMONSTRATIVE) &&
           !head.Has(pb::FUNCTION_ROLE_EXPLETIVE);
  }
  const Group& g = view.At(group);
  if (head.Is(kProper) || head.Reads(EntryKind::kAgent) ||
      head.Reads(EntryKind::kActor)) {
    return true;
  }
  for (uint32_t u = g.begin; u < g.end; ++u) {
    if (view.syntax.units[u].Has(pb::FUNCTION_ROLE_BOTH) &&
        head.Has(pb::FUNCTION_ROLE_PAIR)) {
      return true;
    }
  }
  if (head.Has(pb::FUNCTION_ROLE_QUANTITY)) return true;
  if (head.Is(kNumberWord | kQuantifier)) return true;
  if (head.Reads(EntryKind::kCue) || head.Reads(EntryKind::kIssue)) {
    return false;
  }
  return Resolver::HasPersonSuffix(view, group) ||
         (g.apposition >= 0 && view.Head(g.apposition).Is(kProper));
}

void Touch(const SentenceView& view, int32_t entity, bool subject,
           Discourse* discourse) {
  Entity& e = discourse->entities[entity];
  e.last_sentence = view.index;
  ++e.mentions;
  discourse->recent.push_back({entity, view.index, subject});
  if (e.kind == pb::ACTOR_KIND_COUNTRY) discourse->country = entity;
}

}  // namespace stance
