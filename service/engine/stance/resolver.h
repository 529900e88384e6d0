// Stages 6 and 7, inside: one noun group of a sentence -> entities. What it may
// be stands in a file each: named_mentions.cc, role_mentions.cc,
// described_mentions.cc; mentions.cc asks them in order.

#ifndef STANCE_ENGINE_STANCE_RESOLVER_H_
#define STANCE_ENGINE_STANCE_RESOLVER_H_

#include "service/engine/stance/entities.h"
#include "service/engine/stance/mention_parts.h"
#include "service/engine/stance/mentions.h"

namespace stance {

class Resolver {
 public:
  // Borrows all. `date` (YYYYMMDD, 0 for unknown) decides which of their
  // offices people of the lexicon speak for.
  Resolver(const SentenceView& view, int32_t date, Discourse& discourse)
      : v_(view),
        lexicon_(view.lexicon),
        e_(view, date, &discourse),
        d_(discourse) {}

  // Who the noun group is. Conjuncts are not followed. `speaker` is the entity
  // whose words these are (-1: the article's own), for the first person. New
  // entities are added to the discourse. `result` comes empty.
  void Resolve(int32_t group, int32_t speaker, Resolution* result) {
    speaker_ = speaker;
    Resolve(group, result);
  }
  // See ResolveModifier.
  Resolution Modifier(uint32_t index);

 private:
  // Every `result` comes empty but for its mention.
  void Resolve(int32_t group, Resolution* result);
  // Of a group that a possessive pronoun begins.
  bool OwnCountry(int32_t group, Resolution* result);
  // "Foreign Minister Qin Gang", "Lavrov", "the Kremlin", "Cui Hongjian".
  void Named(int32_t group, const MentionParts& parts, Resolution* result);
  // What forms of address and given names tell of a person: "Ms Roe".
  void TellGender(int32_t group, const MentionParts& parts, int32_t entity);
  // The name; of an unknown body all of it: "the Chamber of Industries".
  Mention NameWithOf(int32_t group, const MentionParts& parts) const;
  // What the group and its apposition tell of a named entity: its role, and
  // whom it speaks for.
  void DescribeBy(int32_t group, const MentionParts& parts, int32_t entity);
  void ApplyDescription(int32_t entity, int32_t group);
  // "the PUR": whose name the text has spelled out; -1 for none.
  int32_t Abbreviated(const MentionParts& parts) const;
  // Of a group with a parenthesis behind it.
  void FromBrackets(int32_t group, int32_t entity);
  bool IsFormer(int32_t group) const;
  bool IsField(int32_t group) const;
  int32_t NamedBefore(int32_t group);
  void GiveRole(int32_t entity, int32_t agent, int32_t body, int32_t group);
  // "the Chinese foreign minister", "the ministry", "farmers in Punjab".
  void Role(int32_t group, const MentionParts& parts, Resolution* result);
  // "the company" after "Chevron": the article, the noun and nothing between.
  bool OfKind(int32_t group, const MentionParts& parts,
              Resolution* result) const;
  // "the country" after "Norway".
  bool TheCountry(int32_t group, Resolution* result) const;
  // "the employers' group": a body, of which nobody was named so far.
  bool DescribesBody(const Unit& head) const;
  // "the sponsors, Chad and Peru": the rest of the list that `group` begins.
  void NamedToo(int32_t group, Resolution* result);
  // "the juntas in Niger and Burkina Faso": each country.
  bool BodiesIn(int32_t group, Resolution* result);
  // The entity of a role without a name, told apart by its words.
  int32_t RoleEntity(int32_t group, const MentionParts& parts,
                     const Mention& mention);
  int32_t ByRole(int32_t agent, bool plural) const;
  // "her spokesperson": she, where she is somebody; -1 for nobody.
  int32_t OwnerOf(int32_t group) const;
  // "the analyst", "the top diplomat" after Ana Reyes spoke: the article, the
  // noun and nothing else.
  bool TheSpeaker(int32_t group, const MentionParts& parts,
                  Resolution* result) const;
  // "the bloc", "the West African nation", "the council" after "Kiama Council".
  bool Described(int32_t group, const MentionParts& parts,
                 Resolution* result) const {
    return parts.definite && !v_.At(group).plural &&
           DescribedBefore(group, result);
  }
  // For Described(), of one definite group.
  bool DescribedBefore(int32_t group, Resolution* result) const;
  void Plural(int32_t group, Resolution* result);

  const SentenceView& v_;
  const Lexicon& lexicon_;
  int32_t speaker_ = -1;
  Entities e_;
  Discourse& d_;
};

}  // namespace stance

#endif  // STANCE_ENGINE_STANCE_RESOLVER_H_
