#include <algorithm>
#include <set>
#include <utility>

#include "absl/strings/match.h"
#include "absl/strings/str_replace.h"
#include "absl/strings/str_split.h"
#include "client/lexicon/petrarch/convert.h"
#include "client/lexicon/petrarch/mapping.h"
#include "client/lexicon/petrarch/names.h"
#include "service/engine/lexicon/concat.h"
#include "service/engine/lexicon/inflection.h"

namespace stance::client::petrarch {
namespace {

namespace pb = lexicon::v1;

bool Holds(const std::vector<std::string>& forms, std::string_view form) {
  return std::find(forms.begin(), forms.end(), form) != forms.end();
}

// "* TIES (WITH)" -> "ties with"; empty where the pattern is of another form,
// and `reason` says how.
std::string WordsOfPattern(const std::string& pattern, std::string* reason) {
  if (pattern.find_first_of("$+^%") != std::string::npos) {
    *reason = "the pattern names actors";
  } else if (pattern.find('&') != std::string::npos) {
    *reason = "the pattern holds a set of nouns";
  } else if (!absl::StartsWith(pattern, "*")) {
    *reason = "the pattern has words before the verb";
  } else if (pattern.back() != ')' || pattern.find('(') != pattern.rfind('(') ||
             pattern.find(' ', pattern.rfind('(')) != std::string::npos) {
    *reason =
        "the pattern does not end in one preposition, behind which a target "
        "would stand";
  } else {
    return ReadNoun(absl::StrReplaceAll(
        pattern.substr(1), {{"{", " "}, {"}", " "}, {"(", " "}, {")", " "}}));
  }
  return {};
}

class VerbConverter {
 public:
  VerbConverter(BaseLexicon* base, Converted* out) : base_(*base), out_(*out) {
    for (const LexiconSource& source : base->sources()) {
      for (const pb::IrregularForms& forms : source.file.irregular()) {
        inflector_.AddIrregular(forms);
      }
    }
  }

  void Convert(const VerbBlock& block) {
    std::vector<std::string> lemmas;
    for (const VerbRecord& verb : block.verbs) {
      std::string lemma = Lemma(verb);
      if (lemma.empty()) continue;
      lemmas.push_back(lemma);
      AddIrregular(lemma, verb);
      AddCue(lemma, verb.code, verb.place, verb.verb);
    }
    for (const PatternRecord& pattern : block.patterns) {
      AddPattern(pattern, lemmas);
    }
  }

 private:
  void Leave(const Place& place, std::string text, std::string reason) {
    out_.left.push_back({place, std::move(text), std::move(reason)});
  }

  // "+ASK_FOR" -> "ask for"; empty where the verb does not come first.
  std::string Lemma(const VerbRecord& verb) {
    std::string_view text = verb.verb;
    if (text.starts_with('+')) text.remove_prefix(1);
    const std::string lemma = ReadNoun(text);
    if (!IsUtf8(text) || lemma.empty() ||
        lemma.find_first_of("+&*()!\"") != std::string::npos) {
      Leave(verb.place, verb.verb, "the verb does not come first");
      return {};
    }
    return lemma;
  }

  // Takes the forms that the rules would not make.
  void AddIrregular(const std::string& lemma, const VerbRecord& verb) {
    const std::string first(lemma.substr(0, lemma.find(' ')));
    const VerbForms regular = inflector_.Verb(first);
    std::vector<std::string> odd;
    for (const std::string& written : verb.forms) {
      std::string form = ReadNoun(written);
      if (!form.empty() && form[0] == '+') form.erase(0, 1);
      form = form.substr(0, form.find(' '));
      if (!Holds(regular.third, form) && !Holds(regular.past, form) &&
          !Holds(regular.participle, form) && !Holds(regular.gerund, form) &&
          !Holds(odd, form) && form != first && !form.empty()) {
        odd.push_back(form);
      }
    }
    if (odd.empty() || base_.HasIrregular(first) ||
        !irregular_.insert(first).second) {
      return;
    }
    // The past is written before the participle.
    if (odd.size() > 2) {
      return Leave(
          verb.place,
          Concat(verb.verb, " {", odd[0], " ", odd[1], " ", odd[2], "}"),
          "more forms than a past and a participle; list them as "
          "`irregular`");
    }
    pb::IrregularForms* forms = out_.cues.add_irregular();
    forms->set_lemma(first);
    forms->set_past(odd.front());
    forms->set_participle(odd.back());
    inflector_.AddIrregular(*forms);
  }

  void AddCue(const std::string& lemma, const std::string& code,
              const Place& place, const std::string& written) {
    const auto leave = [&](std::string reason) {
      Leave(place, Concat(written, " [", code.empty() ? "---" : code, "]"),
            std::move(reason));
    };
    if (code.empty()) return leave("no code");
    if (code.find(':') != std::string::npos) {
      return leave("the code is that of both sides, or of the other side");
    }
    const authoring::v1::PetrarchEvent* event = FindEvent(code);
    if (event == nullptr) return leave("no event that is known");
    if (event->polarity() == pb::POLARITY_UNSPECIFIED) {
      return leave(event->reason());
    }
    if (base_.HasVerbCue(lemma)) return leave("the lexicon has this verb");
    const auto [made, added] = made_.try_emplace(lemma, place.line);
    if (!added) {
      return leave(Concat("stands before, at line ", made->second));
    }
    pb::Cue* cue = out_.cues.add_cue();
    cue->set_id(base_.ids().Make("cue", lemma));
    cue->set_lemma(lemma);
    cue->set_word_class(pb::WORD_CLASS_VERB);
    cue->set_polarity(event->polarity());
    cue->set_sense(event->sense());
    cue->add_frame()->add_target()->set_slot(pb::SLOT_OBJECT);
    const std::string first(lemma.substr(0, lemma.find(' ')));
    const std::string past =
        Concat(inflector_.Verb(first).past[0], lemma.substr(first.size()));
    cue->add_example(
        absl::StrReplaceAll(Mapping().cue_example(), {{"$PAST", past}}));
    cue->add_counter_example(Mapping().cue_counter_example());
    out_.places.try_emplace(cue->id(), place);
  }

  // The pattern was found with the verbs that its comment names; where none of
  // the block's is there, it is for all of them.
  void AddPattern(const PatternRecord& pattern,
                  const std::vector<std::string>& lemmas) {
    std::string reason;
    const std::string words = WordsOfPattern(pattern.pattern, &reason);
    if (words.empty()) {
      return Leave(pattern.place,
                   Concat("- ", pattern.pattern, " [", pattern.code, "]"),
                   std::move(reason));
    }
    std::vector<std::string> named;
    const std::string comment = Concat(" ", ReadNoun(pattern.comment), " ");
    for (const std::string& lemma : lemmas) {
      if (absl::StrContains(comment, Concat(" ", lemma, " "))) {
        named.push_back(lemma);
      }
    }
    for (const std::string& lemma : named.empty() ? lemmas : named) {
      AddCue(Concat(lemma, " ", words), pattern.code, pattern.place,
             Concat(lemma, ": - ", pattern.pattern));
    }
  }

  BaseLexicon& base_;
  Converted& out_;
  Inflector inflector_;
  absl::flat_hash_map<std::string, uint32_t> made_;  // lemma -> line
  std::set<std::string> irregular_;
};

}  // namespace

void ConvertVerbs(const std::vector<VerbBlock>& blocks, BaseLexicon* base,
                  Converted* out) {
  VerbConverter converter(base, out);
  for (const VerbBlock& block : blocks) converter.Convert(block);
}

}  // namespace stance::client::petrarch
