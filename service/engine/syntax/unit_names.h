// Units that are names in no list: "the Planning and Zoning Commission",
// "Brighton & Hove Albion".

#ifndef STANCE_ENGINE_SYNTAX_UNIT_NAMES_H_
#define STANCE_ENGINE_SYNTAX_UNIT_NAMES_H_

#include <cstddef>
#include <cstdint>

#include "service/engine/syntax/units.h"
#include "service/engine/syntax/unknown_names.h"

namespace stance {

// Makes the unit a name of the tokens from `begin` to `end`.
void MakeName(uint32_t begin, uint32_t end, Unit* unit);

// "the Planning and Zoning Commission" is one name.
void ReadBody(const UnknownNames& names, size_t next_match, Unit* unit);

// A capitalised word that no match begins at may be, or begin, a name; it
// `opens` the sentence.
void ReadName(const Lexicon& lexicon, const Text& text,
              const UnknownNames& names, size_t next_match, bool opens,
              Unit* unit);

// "Brighton & Hove Albion", "Parents Against Fracking".
void ReadJoinedName(const UnknownNames& names, size_t next_match, bool opens,
                    Unit* unit);

}  // namespace stance

#endif  // STANCE_ENGINE_SYNTAX_UNIT_NAMES_H_
