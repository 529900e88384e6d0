#include "service/engine/stance/mentions.h"

#include <string_view>

#include "service/engine/stance/entities.h"
#include "service/engine/stance/mention_parts.h"
#include "service/engine/stance/pronouns.h"

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

// How far back (in sentences) a bare role and a description may look.
constexpr uint32_t kRoleReach = 12;
constexpr uint32_t kDescriptionReach = 8;

bool EndsWithWord(std::string_view name, std::string_view word) {
  if (name.size() <= word.size() || word.empty()) return false;
  const std::string_view tail = name.substr(name.size() - word.size());
  if (name[name.size() - word.size() - 1] != ' ') return false;
  for (size_t i = 0; i < word.size(); ++i) {
    if ((tail[i] | 0x20) != (word[i] | 0x20)) return false;
  }
  return true;
}

class Resolver {
 public:
  Resolver(const SentenceView& view, int32_t speaker, int32_t date,
           Discourse& discourse)
      : v_(view),
        lexicon_(view.lexicon),
        speaker_(speaker),
        e_(view, date, &discourse),
        d_(discourse) {}

  Resolution Resolve(int32_t group) {
    Resolution result;
    result.mention = MentionPhrase(v_, group);
    const Unit& head = v_.Head(group);
    // "Both want it", "each has urged the other".
    if (head.Has(pb::FUNCTION_ROLE_BOTH) &&
        v_.At(group).end - v_.At(group).begin == 1) {
      result.entities = d_.last_plural;
      result.sieve = Sieve::kPair;
      return result;
    }
    if (head.Is(kPronoun) && !head.Is(kProper)) {
      const bool demonstrative = head.Has(pb::FUNCTION_ROLE_DEMONSTRATIVE);
      if (!demonstrative) {
        result.entities = ResolvePronoun(v_, head, speaker_, d_);
        if (!result.entities.empty()) {
          result.sieve =
              IsFirstPerson(head) ? Sieve::kFirstPerson : Sieve::kPronoun;
          return result;
        }
      }
      if (IsCounted(v_, group)) return Plural(group, std::move(result));
      return result;
    }
    const MentionParts parts = AnalyseMention(v_, group);
    result.entities = ResolvePair(v_, group, d_);
    if (!result.entities.empty()) {
      result.sieve = Sieve::kPair;
      return result;
    }
    if (parts.name_unit >= 0 && parts.name_unit > parts.agent_unit) {
      return Named(group, parts, std::move(result));
    }
    // "his kingdom", "our government": whom the person speaks for.
    if (OwnCountry(group, &result)) return result;
    // "Her brother-in-law, Harlan Pruitt,": the name says who.
    const int32_t apposition = v_.At(group).apposition;
    if (apposition >= 0 && parts.agent_unit < 0 && IsNamed(v_, apposition)) {
      return Resolve(apposition);
    }
    if (parts.agent_unit >= 0) return Role(group, parts, std::move(result));
    if (Described(group, parts, &result)) return result;
    if (IsCounted(v_, group) || HasPersonSuffix(v_, group) || head.person) {
      return Plural(group, std::move(result));
    }
    return result;
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
          e_.OfActor(e_.Principal(actor), result.mention));
      return result;
    }
    const std::string_view words = v_.TextOf(result.mention);
    result.sieve = Sieve::kName;
    int32_t entity = e_.FindByName(words, &result.sieve);
    const int32_t agent = v_.FirstReading(EntryKind::kAgent, unit);
    if (entity < 0 && agent >= 0) {
      for (size_t i = d_.recent.size(); i-- > 0 && entity < 0;) {
        const Entity& e = d_.entities[d_.recent[i].entity];
        if (e.agent == agent) entity = d_.recent[i].entity;
      }
    }
    if (entity < 0) {
      entity = e_.Add(words, result.mention);
      d_.entities[entity].plural = agent >= 0;
    }
    result.entities.push_back(entity);
    return result;
  }

 private:
  bool OwnCountry(int32_t group, Resolution* result) {
    const Unit& first = v_.syntax.units[v_.At(group).begin];
    if (!first.Is(kPossessivePronoun) ||
        !v_.Head(group).Has(pb::FUNCTION_ROLE_COUNTRY_NOUN)) {
      return false;
    }
    for (int32_t owner : ResolvePronoun(v_, first, speaker_, d_)) {
      const Entity& entity = d_.entities[owner];
      if (entity.represents >= 0) {
        result->entities.push_back(entity.represents);
      } else if (entity.kind == pb::ACTOR_KIND_COUNTRY) {
        result->entities.push_back(owner);
      }
    }
    result->sieve = Sieve::kPronoun;
    return !result->entities.empty();
  }

  // "Foreign Minister Qin Gang", "Lavrov", "the Kremlin", "Cui Hongjian".
  Resolution Named(int32_t group, const MentionParts& parts,
                   Resolution result) {
    int32_t entity = -1;
    result.sieve = Sieve::kName;
    if (parts.actor >= 0 && parts.form != FormKind::kSurname) {
      int32_t actor = parts.actor;
      entity = e_.OfActor(actor, result.mention);
      if (parts.form == FormKind::kMetonym) result.sieve = Sieve::kOffice;
    } else {
      const Mention span = NameWithOf(group, parts);
      entity = e_.FindByName(v_.TextOf(span), &result.sieve);
      if (entity < 0 && parts.actor >= 0) {
        entity = e_.OfActor(parts.actor, result.mention);
      }
      if (entity < 0) {
        entity = e_.Add(v_.TextOf(span), span);
        d_.entities[entity].person = LooksLikePerson(v_, group, parts);
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

  // The name; of an unknown body all of it: "the Chamber of Industries".
  Mention NameWithOf(int32_t group, const MentionParts& parts) const {
    const Mention name = NameOf(v_, group, parts);
    const int32_t genitive = GenitiveOf(v_, group);
    if (parts.actor >= 0 || !parts.definite || genitive < 0 ||
        static_cast<uint32_t>(parts.name_unit) + 1 != v_.At(group).end ||
        !(v_.text.tokens[v_.FirstToken(genitive)].shape & kCapitalised)) {
      return name;
    }
    return WithOfPhrase(v_, group, name);
  }

  // What the group and its apposition tell of a named entity: its role, and
  // whom it speaks for.
  void DescribeBy(int32_t group, const MentionParts& parts, int32_t entity) {
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
    const MentionParts parts = AnalyseMention(v_, group);
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
      const int32_t principal =
          e_.OfActor(e_.Principal(body), MentionPhrase(v_, group));
      if (principal != entity) d_.entities[entity].represents = principal;
      return;
    }
    // A body that is in no lexicon: the possessor or "of" phrase.
    int32_t owner = v_.At(group).possessor;
    if (owner < 0) owner = GenitiveOf(v_, group);
    if (owner < 0) owner = SpokenFor(v_, group);
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
      const EntityList owners =
          ResolvePronoun(v_, v_.syntax.units[first], speaker_, d_);
      if (owners.size() == 1 && !d_.entities[owners[0]].person &&
          owners[0] != entity) {
        d_.entities[entity].represents = owners[0];
      }
    }
  }

  // "the Chinese foreign minister", "the ministry", "farmers in Punjab".
  Resolution Role(int32_t group, const MentionParts& parts, Resolution result) {
    const AgentEntry& role = lexicon_.agents[parts.agent];
    const Unit& unit = v_.syntax.units[parts.agent_unit];
    const Group& g = v_.At(group);
    const bool ends = static_cast<uint32_t>(parts.agent_unit) == g.head;
    const bool capitalised =
        (v_.text.tokens[unit.begin].shape & kCapitalised) != 0;
    // "Quinpool Road Business Association": a name that a role noun ends.
    const bool named = capitalised && ends &&
                       HasNameBeforeRole(v_, group, parts) &&
                       role.role != pb::AGENT_ROLE_OFFICIAL;
    if (named) {
      // "Seafood Exporters Association of India".
      if (v_.Is(group + 2, GroupKind::kNoun) &&
          v_.Head(group + 2).Is(kProper)) {
        result.mention = WithOfPhrase(v_, group, result.mention);
      }
      const std::string_view words = v_.TextOf(result.mention);
      int32_t entity = e_.FindByName(words, &result.sieve);
      if (entity < 0) {
        entity = e_.Add(words, result.mention);
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
      const MentionParts other = AnalyseMention(v_, apposition);
      if (other.name_unit >= 0 && other.name_unit > other.agent_unit) {
        Resolution named_by = Named(apposition, other, Resolution{});
        named_by.mention = MentionPhrase(v_, apposition);
        GiveRole(named_by.entities[0], parts.agent, parts.country, group);
        return named_by;
      }
    }
    // "The Biden administration": what its head speaks for.
    if (role.role == pb::AGENT_ROLE_BODY && parts.actor >= 0 &&
        lexicon_.actors[parts.actor].kind == pb::ACTOR_KIND_PERSON) {
      const int32_t head = e_.OfActor(parts.actor, result.mention);
      if (d_.entities[head].represents >= 0) {
        result.sieve = Sieve::kOffice;
        result.entities.push_back(d_.entities[head].represents);
        return result;
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
            e_.OfActor(e_.Principal(parts.country), result.mention);
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
    // "its minister" is not the minister who was spoken of last.
    const bool owned = v_.syntax.units[g.begin].Is(kPossessivePronoun);
    if ((parts.definite || g.possessor >= 0) && parts.country < 0 && !owned) {
      const int32_t entity = ByRole(parts.agent, g.plural);
      if (entity >= 0) {
        result.sieve = Sieve::kRole;
        result.entities.push_back(entity);
        return result;
      }
    }
    // "The bloc", "the company": somebody named before, if it can be.
    if (parts.country < 0 && g.possessor < 0 && !owned &&
        GenitiveOf(v_, group) < 0 &&
        (role.role == pb::AGENT_ROLE_BODY ||
         role.role == pb::AGENT_ROLE_GROUP) &&
        (Described(group, parts, &result) || OfKind(group, parts, &result))) {
      return result;
    }
    const int32_t entity = RoleEntity(group, parts, result.mention);
    result.sieve = Sieve::kGroup;
    result.entities.push_back(entity);
    return result;
  }

  // "the company" after "Chevron": the article, the noun and nothing between.
  bool OfKind(int32_t group, const MentionParts& parts,
              Resolution* result) const {
    const Group& g = v_.At(group);
    const ActorKind kind = lexicon_.agents[parts.agent].describes;
    if (kind == pb::ACTOR_KIND_UNSPECIFIED || !parts.definite || g.plural ||
        g.end - g.begin != 2) {
      return false;
    }
    for (size_t i = d_.recent.size(); i-- > 0;) {
      const Discourse::Recent& recent = d_.recent[i];
      if (v_.index > recent.sentence + kDescriptionReach) break;
      const Entity& entity = d_.entities[recent.entity];
      // An organisation in no lexicon may be a company or a party.
      const bool fits =
          entity.kind == kind || (entity.actor < 0 && entity.agent < 0 &&
                                  entity.kind == pb::ACTOR_KIND_ORGANIZATION &&
                                  kind != pb::ACTOR_KIND_COUNTRY);
      if (entity.person || entity.plural || !fits) continue;
      result->entities.push_back(recent.entity);
      result->sieve = Sieve::kDescription;
      return true;
    }
    return false;
  }

  // "the juntas in Niger and Burkina Faso": each country.
  bool BodiesIn(int32_t group, Resolution& result) {
    if (!v_.Is(group + 1, GroupKind::kPreposition) ||
        !v_.Is(group + 2, GroupKind::kNoun)) {
      return false;
    }
    for (int32_t g = group + 2; g >= 0; g = v_.At(g).next_conjunct) {
      const int32_t actor = ActorOf(v_, g);
      if (actor < 0 || lexicon_.actors[actor].kind != pb::ACTOR_KIND_COUNTRY) {
        break;
      }
      result.entities.push_back(e_.OfActor(actor, MentionPhrase(v_, g)));
    }
    result.sieve = Sieve::kOffice;
    return !result.entities.empty();
  }

  // The entity of a role without a name, told apart by its words.
  int32_t RoleEntity(int32_t group, const MentionParts& parts,
                     const Mention& mention) {
    const Mention phrase = WithOfPhrase(v_, group, mention);
    const std::string_view words = v_.TextOf(phrase);
    const int32_t known = e_.FindExactly(words, /*unlisted=*/true);
    if (known >= 0) return known;
    const AgentEntry& role = lexicon_.agents[parts.agent];
    const int32_t entity = e_.Add(words, phrase);
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

  int32_t ByRole(int32_t agent, bool plural) const {
    for (size_t i = d_.recent.size(); i-- > 0;) {
      const Discourse::Recent& recent = d_.recent[i];
      const Entity& entity = d_.entities[recent.entity];
      if (entity.plural != plural) continue;
      if (entity.agent == agent || SameHead(entity.agent, agent)) {
        return recent.entity;
      }
      if (v_.index > recent.sentence + kRoleReach) break;
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

  // "the bloc", "the West African nation", "the council" after "Kiama Council".
  bool Described(int32_t group, const MentionParts& parts,
                 Resolution* result) const {
    const Group& g = v_.At(group);
    if (!parts.definite || g.plural) return false;
    const Unit& head = v_.Head(group);
    for (size_t i = d_.recent.size(); i-- > 0;) {
      const Discourse::Recent& recent = d_.recent[i];
      if (v_.index > recent.sentence + kDescriptionReach) break;
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

  Resolution Plural(int32_t group, Resolution result) {
    result.mention = WithOfPhrase(v_, group, result.mention);
    const std::string_view words = v_.TextOf(result.mention);
    int32_t entity = e_.FindExactly(words);
    if (entity < 0) {
      entity = e_.Add(words, result.mention);
      d_.entities[entity].plural = true;
    }
    result.entities.push_back(entity);
    result.sieve = Sieve::kGroup;
    return result;
  }

  const SentenceView& v_;
  const Lexicon& lexicon_;
  const int32_t speaker_;
  Entities e_;
  Discourse& d_;
};

}  // namespace

Resolution ResolveGroup(const SentenceView& view, int32_t group,
                        int32_t speaker, int32_t publish_date,
                        Discourse* discourse) {
  return Resolver(view, speaker, publish_date, *discourse).Resolve(group);
}

Resolution ResolveModifier(const SentenceView& view, uint32_t unit,
                           int32_t publish_date, Discourse* discourse) {
  return Resolver(view, -1, publish_date, *discourse).Modifier(unit);
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
