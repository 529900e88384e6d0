// The sieves by which noun groups are resolved.

#ifndef STANCE_ENGINE_STANCE_SIEVE_H_
#define STANCE_ENGINE_STANCE_SIEVE_H_

#include <cstdint>
#include <string_view>

namespace stance {

// How a noun group was resolved, for confidence and derivation: a named sieve.
enum class Sieve : uint8_t {
  kName,         // a name or alias in the lexicon, or an unknown name in full
  kSurname,      // part of a name that was given in full before
  kOffice,       // an office or body with its country
  kRole,         // "the minister": whoever had that role last
  kDescription,  // "the bloc"
  kPronoun,
  kFirstPerson,  // "we" in speech
  kGroup,        // a plural or collective that stands for itself
  kPair,         // "both countries"
  kContext,
  kNone,
};
std::string_view SieveName(Sieve sieve);

}  // namespace stance

#endif  // STANCE_ENGINE_STANCE_SIEVE_H_
