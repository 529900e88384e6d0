#include "client/lexicon/unknown_verbs.h"

#include <algorithm>
#include <array>
#include <vector>

#include "absl/strings/ascii.h"
#include "service/engine/lexicon/inflection.h"
#include "service/engine/match.h"
#include "service/engine/sentence.h"
#include "service/engine/syntax/seen_surnames.h"
#include "service/engine/syntax/syntax.h"
#include "service/engine/text/text.h"

namespace stance::client {
namespace {

// What inflection takes away from the end of a lemma, and adds to it, is no
// longer than this.
constexpr size_t kLongestInflection = 4;
constexpr std::array<std::string_view, 3> kLemmaEndings = {"", "e", "y"};

bool Holds(const std::vector<std::string>& forms, std::string_view form) {
  return std::find(forms.begin(), forms.end(), form) != forms.end();
}

// The shortest word whose inflection has the form; the form itself where there
// is none.
std::string GuessLemma(std::string_view form) {
  const Inflector inflector;
  std::string best(form);
  for (size_t cut = 1; cut <= kLongestInflection && cut + 2 < form.size();
       ++cut) {
    for (const std::string_view ending : kLemmaEndings) {
      std::string lemma(form.substr(0, form.size() - cut));
      lemma += ending;
      const VerbForms forms = inflector.Verb(lemma);
      if ((Holds(forms.third, form) || Holds(forms.past, form) ||
           Holds(forms.participle, form) || Holds(forms.gerund, form)) &&
          lemma.size() < best.size()) {
        best = lemma;
      }
    }
  }
  return best;
}

class Finder {
 public:
  Finder(const stance::Lexicon& lexicon,
         const std::function<void(const UnknownVerb&)>& visit)
      : lexicon_(lexicon), visit_(visit) {}

  void Run(std::string_view source) {
    Tokenize(source, lexicon_.text_rules, &text_);
    SplitSentences(lexicon_.text_rules, &text_);
    PairQuotations(&text_);
    LookUpWords(lexicon_, &text_);
    MatchPhrases(lexicon_, text_, &matches_);
    surnames_.Clear();
    size_t match = 0;
    for (const Sentence& sentence : text_.sentences) {
      if (sentence.dateline) continue;
      match = MakeUnits(lexicon_, text_, matches_, match, sentence.begin,
                        sentence.end, &syntax_.units, &syntax_.any, &surnames_);
      TagUnits(lexicon_, text_, &syntax_.units);
      FindGroups(lexicon_, text_, &syntax_);
      FindClauses(lexicon_, text_, &syntax_);
      Visit(sentence);
    }
  }

 private:
  void Visit(const Sentence& sentence) {
    const SentenceView view{lexicon_, text_, matches_, syntax_, sentence};
    for (const Clause& clause : syntax_.clauses) {
      const int32_t object = clause.verb + 1;
      if (clause.verb < 0 || clause.subject < 0 ||
          !syntax_.Is(object, GroupKind::kNoun)) {
        continue;
      }
      const Group& verb = view.At(clause.verb);
      const Unit& head = view.Head(clause.verb);
      if (verb.passive || verb.copula || !IsUnknown(head) ||
          !IsActor(view, clause.subject) || !IsActor(view, object)) {
        continue;
      }
      visit_({Lemma(view, head), view.TextOf(GroupSpan(view, clause.subject)),
              view.TextOf(view.Span(head.begin, head.end)),
              view.TextOf(GroupSpan(view, object)),
              text_.Slice(sentence.begin, sentence.end)});
    }
  }

  // A verb, but none that says or does anything in the lexicon.
  static bool IsUnknown(const Unit& head) {
    return head.Is(kAnyVerb) && (head.tag & kAuxiliary) == 0 &&
           !head.Reads(EntryKind::kCue) && !head.Reads(EntryKind::kLightVerb) &&
           !head.Reads(EntryKind::kReporting);
  }

  static bool IsActor(const SentenceView& view, int32_t group) {
    bool found = false;
    view.ForEach(EntryKind::kActor, view.Head(group), [&](const EntryRef& ref) {
      found |= ref.form != FormKind::kDescription;
    });
    return found;
  }

  static Mention GroupSpan(const SentenceView& view, int32_t group) {
    return view.UnitSpan(view.At(group).head);
  }

  std::string Lemma(const SentenceView& view, const Unit& head) const {
    if (head.lemma != 0) {
      return std::string(lexicon_.vocabulary.Form(head.lemma));
    }
    std::string form(view.TextOf(view.Span(head.begin, head.end)));
    for (char& c : form) c = absl::ascii_tolower(c);
    return GuessLemma(form);
  }

  const stance::Lexicon& lexicon_;
  const std::function<void(const UnknownVerb&)>& visit_;
  Text text_;
  std::vector<Match> matches_;
  Syntax syntax_;
  SeenSurnames surnames_;
};

}  // namespace

void FindUnknownVerbs(const stance::Lexicon& lexicon, std::string_view text,
                      const std::function<void(const UnknownVerb&)>& visit) {
  Finder(lexicon, visit).Run(text);
}

}  // namespace stance::client
