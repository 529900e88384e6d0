// The entities of an article: looked up by lexicon actor or by name, added
// where they are new.

#ifndef STANCE_ENGINE_STANCE_ENTITIES_H_
#define STANCE_ENGINE_STANCE_ENTITIES_H_

#include <string_view>

#include "service/engine/sentence.h"
#include "service/engine/stance/discourse.h"

namespace stance {

class Entities {
 public:
  // Borrows both. `publish_date` (YYYYMMDD, 0 for unknown) decides which of
  // their offices people of the lexicon speak for.
  Entities(const SentenceView& view, int32_t publish_date, Discourse* discourse)
      : v_(view), lexicon_(view.lexicon), date_(publish_date), d_(*discourse) {}

  // The entity of a lexicon actor; with it, of the body it speaks for.
  int32_t OfActor(int32_t actor, const Mention& mention);
  int32_t Add(std::string_view name, const Mention& mention);
  // Gives an entity a role; -1 for none.
  void SetAgent(int32_t entity, int32_t agent) {
    d_.entities[entity].agent = agent;
    if (agent >= 0) d_.index.roles.Add(lexicon_.agents[agent].lemma);
  }

  // The entity with that name; else one whose name holds it as a part (a
  // surname, an acronym), which sets `sieve`. -1 for none.
  int32_t FindByName(std::string_view words, Sieve* sieve) const;
  // The entity with exactly that name, the last one; -1 for none. `unlisted`:
  // only among those in no lexicon.
  int32_t FindExactly(std::string_view words, bool unlisted = false) const;

  // Follows `represents` upwards: a ministry is its country.
  int32_t Principal(int32_t actor) const;

 private:
  // Appends an entity; `actor` is -1 for one in no lexicon.
  Entity& Push(int32_t actor, std::string_view name, const Mention& mention);
  void AttachOffice(int32_t entity, const Mention& mention);

  const SentenceView& v_;
  const Lexicon& lexicon_;
  const int32_t date_;
  Discourse& d_;
};

}  // namespace stance

#endif  // STANCE_ENGINE_STANCE_ENTITIES_H_
