#include <algorithm>
#include <optional>
#include <utility>

#include "client/lexicon/petrarch/convert.h"
#include "client/lexicon/petrarch/mapping.h"
#include "client/lexicon/petrarch/names.h"
#include "service/engine/lexicon/concat.h"

namespace stance::client::petrarch {
namespace {

namespace pb = lexicon::v1;

// A country's code, where one stands first, and the first role that is known.
struct Meaning {
  const pb::Actor* country = nullptr;
  const authoring::v1::PetrarchRole* role = nullptr;
  bool country_alone = false;  // no role at all
};

Meaning ReadMeaning(std::string_view code, const BaseLexicon& base) {
  Meaning meaning;
  const std::vector<std::string_view> parts = SplitCode(code);
  if (parts.empty()) return meaning;
  meaning.country = base.Country(parts[0]);
  meaning.country_alone = meaning.country != nullptr && parts.size() == 1;
  for (size_t i = meaning.country == nullptr ? 0 : 1; i < parts.size(); ++i) {
    meaning.role = FindRole(parts[i]);
    if (meaning.role != nullptr) break;
  }
  return meaning;
}

class ActorConverter {
 public:
  ActorConverter(BaseLexicon* base, Converted* out)
      : base_(*base), out_(*out) {}

  void Convert(const ActorRecord& record) {
    record_ = &record;
    names_.clear();
    for (const Name& name : record.names) {
      std::string reason;
      std::vector<std::string> read = ReadName(name.text, base_, &reason);
      if (read.empty()) {
        Leave(name.line, name.text, std::move(reason));
        continue;
      }
      for (std::string& text : read) {
        names_.push_back({std::move(text), name.line});
      }
    }
    if (names_.empty()) return;
    if (record.codes.empty()) {
      return Leave(record.names[0].line, record.names[0].text,
                   "no code says who it is");
    }
    if (const pb::Actor* country = CountryItself()) return AddNames(*country);
    const std::string owner = base_.OwnerOf(names_[0].text);
    if (!owner.empty()) {
      const pb::Actor* known = Known(owner);
      if (known != nullptr) {
        for (const DatedCode& code : record.codes) {
          Leave(code.line, Concat("[", code.code, "]"),
                Concat("the lexicon has ", owner, " already"));
        }
        return AddNames(*known);
      }
    }
    const bool dated =
        std::any_of(record.codes.begin(), record.codes.end(),
                    [](const DatedCode& code) { return code.is_dated(); });
    dated ? AddPerson() : AddOther();
  }

  void Finish() {
    for (pb::Actor& actor : made_) {
      *out_.actors.add_actor() = std::move(actor);
    }
  }

 private:
  void Leave(uint32_t line, std::string text, std::string reason) {
    out_.left.push_back(
        {{record_->file, line}, std::move(text), std::move(reason)});
  }

  // The country that the record is, not somebody or something of it.
  const pb::Actor* CountryItself() {
    const pb::Actor* country = nullptr;
    for (const DatedCode& code : record_->codes) {
      const Meaning meaning = ReadMeaning(code.code, base_);
      if (meaning.country_alone && code.to.empty()) country = meaning.country;
    }
    if (country == nullptr) return nullptr;
    for (const DatedCode& code : record_->codes) {
      if (!ReadMeaning(code.code, base_).country_alone) {
        Leave(code.line, Concat("[", code.code, "]"),
              Concat("of ", country->id(), " at another time"));
      }
    }
    return country;
  }

  // The actor as it stands now: in the base, or made before.
  const pb::Actor* Known(const std::string& id) {
    const auto found = made_by_id_.find(id);
    return found != made_by_id_.end() ? &made_[found->second]
                                      : base_.FindActor(id);
  }

  // The names that nobody has yet, now taken for `id`.
  std::vector<std::string> TakeNames(const std::string& id) {
    std::vector<std::string> taken;
    for (const Name& name : names_) {
      const std::string owner = base_.OwnerOf(name.text);
      if (owner.empty()) {
        base_.SetOwner(name.text, id);
        taken.push_back(name.text);
        ++out_.names;
      } else {
        Leave(name.line, name.text, Concat("already a name of ", owner));
      }
    }
    return taken;
  }

  void AddNames(const pb::Actor& known) {
    pb::Actor actor = known;
    const std::vector<std::string> taken = TakeNames(actor.id());
    if (taken.empty()) return;
    for (const std::string& name : taken) actor.add_alias(name);
    const auto found = made_by_id_.find(actor.id());
    if (found != made_by_id_.end()) {
      made_[found->second] = std::move(actor);
    } else {
      Add(std::move(actor));
    }
  }

  // Sets name and aliases; false where all of them are taken.
  bool SetNames(std::string_view kind, pb::Actor* actor) {
    // The id is taken first, so that it can own the names.
    actor->set_id(base_.ids().Make(kind, names_[0].text));
    const std::vector<std::string> taken = TakeNames(actor->id());
    if (taken.empty()) return false;
    actor->set_name(taken[0]);
    for (size_t i = 1; i < taken.size(); ++i) actor->add_alias(taken[i]);
    return true;
  }

  void AddPerson() {
    pb::Actor actor;
    if (!SetNames("person", &actor)) return;
    actor.set_kind(pb::ACTOR_KIND_PERSON);
    // "Moon Jae In": the last word alone would be found in every text.
    const std::string& name = actor.name();
    if (base_.IsOrdinary(name.substr(name.rfind(' ') + 1))) {
      actor.set_surname(name);
    }
    for (const DatedCode& code : record_->codes) {
      const Meaning meaning = ReadMeaning(code.code, base_);
      const std::string of = OfficeOf(code, meaning);
      if (of.empty()) {
        Leave(code.line, Concat("[", code.code, "]"),
              "no office that speaks for a country or body");
        continue;
      }
      pb::Office* office = actor.add_office();
      office->set_title(meaning.role->office());
      office->set_of(of);
      office->set_from(code.from);
      office->set_to(code.to);
    }
    Add(std::move(actor));
  }

  // Whom a person with this code speaks for; empty where for nobody else.
  std::string OfficeOf(const DatedCode& code, const Meaning& meaning) const {
    if (meaning.role == nullptr || meaning.role->office().empty()) return {};
    if (meaning.country != nullptr) return meaning.country->id();
    const auto found = bodies_.find(code.code);
    return found == bodies_.end() ? std::string() : found->second;
  }

  void AddOther() {
    const DatedCode& code = record_->codes[0];
    const Meaning meaning = ReadMeaning(code.code, base_);
    for (size_t i = 1; i < record_->codes.size(); ++i) {
      Leave(record_->codes[i].line, Concat("[", record_->codes[i].code, "]"),
            "a second code without dates");
    }
    if (meaning.role == nullptr) {
      return Leave(code.line,
                   Concat(record_->names[0].text, " [", code.code, "]"),
                   "no country and no role that is known");
    }
    pb::Actor actor;
    if (!SetNames(KindOfId(meaning.role->kind()), &actor)) return;
    actor.set_kind(meaning.role->kind());
    if (meaning.country != nullptr) {
      actor.set_part_of(meaning.country->id());
      actor.set_represents(meaning.role->represents());
    }
    bodies_.try_emplace(code.code, actor.id());
    Add(std::move(actor));
  }

  static std::string_view KindOfId(pb::ActorKind kind) {
    switch (kind) {
      case pb::ACTOR_KIND_PERSON:
        return "person";
      case pb::ACTOR_KIND_PARTY:
        return "party";
      case pb::ACTOR_KIND_COMPANY:
        return "company";
      case pb::ACTOR_KIND_ARMED_GROUP:
        return "armed";
      default:
        return "org";
    }
  }

  void Add(pb::Actor actor) {
    out_.places.try_emplace(actor.id(),
                            Place{record_->file, record_->names[0].line});
    made_by_id_.try_emplace(actor.id(), made_.size());
    made_.push_back(std::move(actor));
  }

  BaseLexicon& base_;
  Converted& out_;
  const ActorRecord* record_ = nullptr;
  std::vector<Name> names_;  // of the record, as the news writes them
  std::vector<pb::Actor> made_;
  absl::flat_hash_map<std::string, size_t> made_by_id_;
  absl::flat_hash_map<std::string, std::string> bodies_;  // by whole code
};

}  // namespace

void ConvertActors(const std::vector<ActorRecord>& records, BaseLexicon* base,
                   Converted* out) {
  ActorConverter converter(base, out);
  for (const ActorRecord& record : records) converter.Convert(record);
  converter.Finish();
}

}  // namespace stance::client::petrarch
