// Names that no list has: which words of a noun group are one, and whether a
// person may bear it.

#ifndef STANCE_ENGINE_STANCE_PERSON_NAMES_H_
#define STANCE_ENGINE_STANCE_PERSON_NAMES_H_

#include <cstdint>

#include "service/engine/sentence.h"
#include "service/engine/stance/mention_parts.h"

namespace stance {

// The run of name units that ends at parts.name_unit.
Mention NameOf(const SentenceView& view, int32_t group,
               const MentionParts& parts);

// Whether an unknown name is that of a person.
bool LooksLikePerson(const SentenceView& view, int32_t group,
                     const MentionParts& parts);

// Of a name that looks like a person's: its last word is a common noun, so that
// it may be a company's, too ("Halden Foods", "Ana Banks").
bool EndsInCommonNoun(const SentenceView& view, const Mention& name,
                      int32_t group);

}  // namespace stance

#endif  // STANCE_ENGINE_STANCE_PERSON_NAMES_H_
