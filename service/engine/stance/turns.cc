#include "service/engine/stance/turns.h"

#include <string_view>

#include "service/engine/stance/author.h"
#include "service/engine/stance/enacting.h"
#include "service/engine/stance/entities.h"
#include "service/engine/stance/mentions.h"

namespace stance {
namespace {

namespace pb = lexicon::v1;

// "Mr Rau | (Bayswater)": where the name ends in a label that ends at `label`.
int32_t NameEnd(const SentenceView& view, int32_t label) {
  if (label < 1 || !view.Is(label - 1, GroupKind::kParenthesis)) return label;
  int32_t opening = label - 2;
  while (opening > 0 && !view.Is(opening, GroupKind::kParenthesis)) --opening;
  return opening > 0 ? opening : label;
}

// The label of a transcript's turn ("Qin Gang: We …") is a short run at the
// start of a paragraph, closed by a colon.
int32_t TurnLabel(const SentenceView& view) {
  const Token& first = view.text.tokens[view.sentence.begin];
  const int32_t label = view.syntax.label_end;
  return (first.shape & kLineStart) != 0 && NameEnd(view, label) < 4 ? label
                                                                     : -1;
}

// The same words, small letters and capitals alike.
bool SameLetters(std::string_view a, std::string_view b) {
  if (a.size() != b.size()) return false;
  constexpr char kCase = 0x20;  // also between "É" and "é", bytes of UTF-8
  for (size_t i = 0; i < a.size(); ++i) {
    if ((a[i] | kCase) != (b[i] | kCase)) return false;
  }
  return true;
}

bool StartsParagraph(const SentenceView& view) {
  return view.index == 0 || view.text.sentences[view.index - 1].paragraph !=
                                view.sentence.paragraph;
}

// One sentence's place in the turns.
class Turns {
 public:
  Turns(const SentenceView& view, int32_t publish_date,
        SentenceMentions& mentions, Discourse& discourse)
      : v_(view), date_(publish_date), mentions_(mentions), d_(discourse) {}

  int32_t Run() {
    const Token& first = v_.text.tokens[v_.sentence.begin];
    const int32_t label = TurnLabel(v_);
    if (label >= 0) {
      const Unit& head = v_.Head(0);
      if (head.Has(pb::FUNCTION_ROLE_QUESTION_LABEL)) {
        d_.turn_speaker = kQuestioner;
        FindInterviewee(v_, date_, &d_);
      } else if (head.Has(pb::FUNCTION_ROLE_ANSWER_LABEL)) {
        FindInterviewee(v_, date_, &d_);
        d_.turn_speaker = d_.interviewee;
      } else if (const int32_t who = Labelled(NameEnd(v_, label)); who >= 0) {
        // A news agency's turn is a question.
        const bool asked = d_.turn_speaker == kQuestioner;
        const bool asks = d_.entities[who].kind == pb::ACTOR_KIND_COMPANY;
        d_.turn_speaker = asks ? kQuestioner : who;
        if (asks) {
          FindInterviewee(v_, date_, &d_);
        } else {
          d_.interviewee = who;
          // A minister who answers in parliament does so in their own name.
          if (asked) RepresentDateline(v_, date_, who, &d_);
        }
      }
    } else if (first.shape & kParagraphStart) {
      // Turns end with their paragraph unless the text is a transcript whose
      // next label is still to come.
      if (d_.turn_speaker == kQuestioner) d_.turn_speaker = kNobody;
    }
    speaker_ = d_.turn_speaker;
    Enacting();
    if (speaker_ == kNobody &&
        (d_.columnist || v_.syntax.any.Has(pb::FUNCTION_ROLE_FIRST_PLURAL))) {
      speaker_ = d_.author;
    }
    if (speaker_ == kNobody && label < 0) Unlabelled();
    return speaker_;
  }

 private:
  // Whose turn the label opens; -1 for nobody's.
  int32_t Labelled(int32_t label) {
    if (!v_.Is(0, GroupKind::kNoun)) return -1;
    if (const int32_t known = NamedInCapitals(label - 1); known >= 0) {
      return known;
    }
    if (const int32_t known = InOffice(label - 1); known >= 0) return known;
    if (v_.Head(0).Is(kProper) || v_.Head(label - 1).Is(kProper)) {
      const Resolution& who = mentions_.WhoAhead(label - 1, -1);
      if (who.entities.empty()) return -1;
      Entity& speaker = d_.entities[who.entities[0]];
      // "MOE:" behind a question answers it, whoever that is.
      if (IsInCapitals(label - 1, d_.turn_speaker == kQuestioner ? 1 : 2)) {
        speaker.person = true;
        speaker.kind = pb::ACTOR_KIND_PERSON;
      }
      return Speaks(speaker) ? who.entities[0] : -1;
    }
    // "Brink: Of course": somebody with the name of a thing.
    Sieve sieve;
    const Mention name = v_.Span(v_.FirstToken(0), v_.EndToken(label - 1));
    const int32_t known =
        Entities(v_, date_, &d_).FindByName(v_.TextOf(name), &sieve);
    return known >= 0 && d_.entities[known].person ? known : -1;
  }

  // "MOE:", "SPOKESMAN LARS MOE:": the last person before whose name ends so in
  // other letters; -1 for nobody.
  int32_t NamedInCapitals(int32_t group) const {
    if (!v_.Is(group, GroupKind::kNoun) || !IsInCapitals(group, 1)) return -1;
    const Unit& unit = v_.Head(group);
    const std::string_view words = v_.TextOf(v_.Span(unit.begin, unit.end));
    for (size_t i = d_.entities.size(); i-- > 0;) {
      const Entity& entity = d_.entities[i];
      const std::string_view name = entity.name;
      if (!entity.person || name.size() < words.size()) continue;
      const size_t start = name.size() - words.size();
      if (name != words && (start == 0 || name[start - 1] == ' ') &&
          SameLetters(name.substr(start), words)) {
        return static_cast<int32_t>(i);
      }
    }
    return -1;
  }

  // "SPOKESMAN:", "The minister:": whoever was named with that office; behind a
  // question, whoever answers. -1 for nobody.
  int32_t InOffice(int32_t group) const {
    if (!v_.Is(group, GroupKind::kNoun) || v_.At(group).plural ||
        v_.Head(group).Is(kProper)) {
      return -1;
    }
    const int32_t agent = v_.FirstReading(EntryKind::kAgent, v_.Head(group));
    if (agent < 0) return -1;
    const Unit& unit = v_.Head(group);
    const std::string_view words = v_.TextOf(v_.Span(unit.begin, unit.end));
    for (size_t i = 0; i < d_.entities.size(); ++i) {
      const Entity& entity = d_.entities[i];
      if (entity.person && !entity.plural && entity.agent == agent &&
          // Not the label itself, which was read before.
          !SameLetters(entity.name, words)) {
        return static_cast<int32_t>(i);
      }
    }
    return d_.turn_speaker == kQuestioner ? FirstPersonNamed(d_) : -1;
  }

  // "ANA REYES:", "ANA REYES (Green):": minutes write names in capitals. Of at
  // least so many words.
  bool IsInCapitals(int32_t group, uint32_t words) const {
    const Unit& name = v_.Head(group);
    if (!name.name || name.end - name.begin < words) return false;
    for (uint32_t t = name.begin; t < name.end; ++t) {
      if ((v_.text.tokens[t].shape & kAllCaps) == 0) return false;
    }
    return v_.lexicon.Word(v_.text.tokens[name.end - 1].word).classes == 0;
  }

  // An interview without labels: a paragraph that only asks, and one behind it
  // in the first person.
  void Unlabelled() {
    const uint32_t next = v_.index + 1;
    if (v_.sentence.question && StartsParagraph(v_) && !OpensWithSpeech(v_) &&
        next < v_.text.sentences.size() &&
        v_.text.sentences[next].paragraph != v_.sentence.paragraph) {
      d_.answer_paragraph = v_.sentence.paragraph + 1;
      if (d_.interviewee >= 0) d_.turn_speaker = kQuestioner;
      return;
    }
    if (d_.answer_paragraph == 0 ||
        v_.sentence.paragraph != d_.answer_paragraph) {
      return;
    }
    const Unit& any = v_.syntax.any;
    const bool first_person = any.Has(pb::FUNCTION_ROLE_FIRST_PLURAL) ||
                              any.Has(pb::FUNCTION_ROLE_FIRST_SINGULAR);
    if (d_.interviewee < 0 && first_person) FindInterviewee(v_, date_, &d_);
    if (first_person || d_.interviewee >= 0) speaker_ = d_.interviewee;
  }

  // A paragraph with a subject of its own ends the communiqué.
  void Enacting() {
    if (d_.enacting.empty()) return;
    if (!v_.sentence.bullet && StartsParagraph(v_) && HasSubject(v_)) {
      d_.enacting.clear();
    } else if (speaker_ < 0) {
      speaker_ = d_.enacting[0];
      // "Declares its support for the levy": its own.
      if (!HasSubject(v_)) Touch(v_, d_.enacting[0], true, &d_);
    }
  }

  // Labels are people, officials and media, not "Photo:".
  static bool Speaks(const Entity& entity) {
    return entity.person || entity.agent >= 0 || entity.actor >= 0;
  }

  const SentenceView& v_;
  const int32_t date_;
  SentenceMentions& mentions_;
  Discourse& d_;
  int32_t speaker_ = kNobody;
};

}  // namespace

bool OpensWithSpeech(const SentenceView& view) {
  const auto end = view.text.quotations.end();
  for (auto it = view.text.quotations.begin() + view.first_quotation;
       it < end && it->begin < view.sentence.end; ++it) {
    if (it->end > view.sentence.begin && !it->scare) return true;
  }
  return false;
}

int32_t TurnSpeaker(const SentenceView& view, int32_t publish_date,
                    SentenceMentions* mentions, Discourse* discourse) {
  return Turns(view, publish_date, *mentions, *discourse).Run();
}

}  // namespace stance
