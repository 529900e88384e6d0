#include "service/engine/stance/turns.h"

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
        const bool asks = d_.entities[who].kind == pb::ACTOR_KIND_COMPANY;
        d_.turn_speaker = asks ? kQuestioner : who;
        if (asks) {
          FindInterviewee(v_, date_, &d_);
        } else {
          d_.interviewee = who;
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
    if (v_.Head(0).Is(kProper) || v_.Head(label - 1).Is(kProper)) {
      const Resolution& who = mentions_.WhoAhead(label - 1, -1);
      if (who.entities.empty()) return -1;
      Entity& speaker = d_.entities[who.entities[0]];
      if (IsInCapitals(label - 1)) {
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

  // "ANA REYES:", "ANA REYES (Green):": minutes write names in capitals.
  bool IsInCapitals(int32_t group) const {
    const Unit& name = v_.Head(group);
    if (!name.name || name.end - name.begin < 2) return false;
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
