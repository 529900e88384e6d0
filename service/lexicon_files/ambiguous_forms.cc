#include <algorithm>
#include <string>
#include <string_view>

#include "absl/container/flat_hash_set.h"
#include "absl/strings/ascii.h"
#include "service/engine/lexicon/concat.h"
#include "service/lexicon_files/checks.h"

namespace stance {
namespace {

namespace pb = lexicon::v1;

// Classes of words that stand in texts without being names.
constexpr uint32_t kOrdinary = ~(uint32_t{kProper} | kTitle);

std::string_view FormName(FormKind form) {
  switch (form) {
    case FormKind::kAdjective:
      return "adjective";
    case FormKind::kDemonym:
    case FormKind::kDemonymPlural:
      return "demonym";
    case FormKind::kMetonym:
      return "metonym";
    case FormKind::kDescription:
      return "description";
    default:
      return "form";
  }
}

class Finder {
 public:
  Finder(const std::vector<LexiconSource>& sources, const Lexicon& lexicon,
         FindingSink* findings)
      : sources_(sources), lexicon_(lexicon), findings_(*findings) {
    for (const EntryKind kind : {EntryKind::kActor, EntryKind::kAgent,
                                 EntryKind::kIssue, EntryKind::kModifier}) {
      origins_[static_cast<size_t>(kind)] = OriginsOf(sources, kind);
    }
  }

  void Run() {
    for (size_t p = 1; p < lexicon_.phrases.size(); ++p) {
      const Phrase& phrase = lexicon_.phrases[p];
      const EntryRef* readings = &lexicon_.readings[phrase.first];
      for (uint32_t i = 0; i < phrase.count; ++i) {
        for (uint32_t j = i + 1; j < phrase.count; ++j) {
          if (Competes(readings[i], readings[j]) &&
              !IsMadePlural(readings[j])) {
            Report(readings[i], readings[j]);
            break;
          }
        }
      }
    }
    FindOrdinaryNames();
  }

 private:
  // Both are read in the same texts, and nothing but their order says which.
  static bool Competes(const EntryRef& a, const EntryRef& b) {
    if (a.kind != b.kind || a.index == b.index) return false;
    if (a.case_sensitive != b.case_sensitive ||
        (a.case_sensitive && a.spelling != b.spelling)) {
      return false;
    }
    switch (a.kind) {
      case EntryKind::kActor:
        // Names are the compiler's; descriptions take up what was named before.
        return a.form == b.form &&
               (a.form == FormKind::kAdjective ||
                a.form == FormKind::kDemonym || a.form == FormKind::kMetonym);
      case EntryKind::kAgent:
      case EntryKind::kIssue:
      case EntryKind::kModifier:
        return true;
      default:
        return false;  // cues have frames
    }
  }

  // What an author wrote goes before a plural that was made.
  bool IsMadePlural(const EntryRef& ref) const {
    return ref.kind == EntryKind::kAgent && ref.form == FormKind::kPlural &&
           !lexicon_.agents[ref.index].collective;
  }

  const Origin& OriginOf(const EntryRef& ref) const {
    return origins_[static_cast<size_t>(ref.kind)][ref.index];
  }

  std::string_view IdOf(const EntryRef& ref) const {
    switch (ref.kind) {
      case EntryKind::kActor:
        return lexicon_.actors[ref.index].id;
      case EntryKind::kAgent:
        return lexicon_.agents[ref.index].id;
      case EntryKind::kIssue:
        return lexicon_.issues[ref.index].id;
      default:
        return lexicon_.modifiers[ref.index].id;
    }
  }

  // Once for two entries, not for each of the forms that were made of one.
  void Report(const EntryRef& first, const EntryRef& second) {
    if (!reported_.insert(Concat(IdOf(first), " ", IdOf(second))).second &&
        !second.case_sensitive) {
      return;
    }
    const std::string written =
        second.case_sensitive
            ? Concat("the ", FormName(second.form), " \"",
                     lexicon_.spellings[second.spelling], "\"")
            : Concat("a ", FormName(second.form), " of this entry");
    findings_.Warn(OriginOf(second), "AMBIGUOUS_FORM", IdOf(second),
                   Concat(written, " is also one of ", IdOf(first), " (",
                          findings_.Place(OriginOf(first)),
                          "), which is always taken; keep it in one of them"));
  }

  // "Apple", "May", "Labour": only examples tell the name from the word.
  void FindOrdinaryNames() {
    ForEachEntry(
        sources_, &pb::LexiconFile::actor, "actor",
        [&](const pb::Actor& actor, const Origin& origin) {
          if (actor.counter_example_size() > 0) return;
          const auto look = [&](std::string_view name, std::string_view field,
                                int index) {
            if (name.find(' ') != std::string_view::npos || !IsOrdinary(name)) {
              return;
            }
            findings_.Warn(
                origin, "AMBIGUOUS_FORM", actor.id(),
                Concat("\"", name,
                       "\" is an ordinary word too; add a counter_example in "
                       "which it stands for itself, or take the form out"),
                field, index);
          };
          look(actor.name(), "name", 0);
          for (int i = 0; i < actor.alias_size(); ++i) {
            look(actor.alias(i), "alias", i);
          }
          for (int i = 0; i < actor.metonym_size(); ++i) {
            look(actor.metonym(i), "metonym", i);
          }
        });
  }

  // Whether the name is written as the word is where a sentence begins: "WHO"
  // and "LeT" are told by their capitals.
  bool IsOrdinary(std::string_view name) const {
    if (std::any_of(name.begin() + 1, name.end(),
                    [](char c) { return absl::ascii_isupper(c); })) {
      return false;
    }
    const WordInfo& word = lexicon_.Word(lexicon_.Find(name));
    return (word.classes & kOrdinary) != 0;
  }

  const std::vector<LexiconSource>& sources_;
  const Lexicon& lexicon_;
  FindingSink& findings_;
  absl::flat_hash_set<std::string> reported_;
  std::vector<Origin> origins_[static_cast<size_t>(EntryKind::kNull) + 1];
};

}  // namespace

void FindAmbiguousForms(const std::vector<LexiconSource>& sources,
                        const Lexicon& lexicon, FindingSink* findings) {
  Finder(sources, lexicon, findings).Run();
}

}  // namespace stance
