// Groups -> clauses, in one pass from left to right with a stack of open
// clauses: each verb group finds its subject, its governor, and the clause that
// it shares a subject with.

#include <cstddef>

#include "service/engine/syntax/syntax.h"

namespace stance {
namespace {

namespace pb = lexicon::v1;

class ClauseFinder {
 public:
  ClauseFinder(const Lexicon& lexicon, const Text& text, Syntax& syntax)
      : lexicon_(lexicon),
        text_(text),
        s_(syntax),
        groups_(syntax.groups),
        clauses_(syntax.clauses) {}

  void Run() {
    clauses_.clear();
    Open(ClauseKind::kMain, -1);
    LinkPossessors();
    for (int32_t i = 0; i < s_.size(); ++i) Take(i);
  }

 private:
  int32_t Open(ClauseKind kind, int32_t governor) {
    Clause clause;
    clause.kind = kind;
    clause.governor = governor;
    clause.parent = current_;
    clauses_.push_back(clause);
    current_ = static_cast<int32_t>(clauses_.size()) - 1;
    return current_;
  }
  Clause& Current() { return clauses_[current_]; }

  // "China" "'s" "12 proposals": links the groups around a possessive clitic.
  void LinkPossessors() {
    for (int32_t i = 1; i + 1 < s_.size(); ++i) {
      if (groups_[i].kind == GroupKind::kOther &&
          s_.Head(i).Is(kPossessiveClitic) && s_.Is(i - 1, GroupKind::kNoun)) {
        int32_t possessed = i + 1;
        // "the bill's definition", "India's “balanced” intervention".
        if (s_.Is(possessed, GroupKind::kQuote)) ++possessed;
        if (s_.Is(possessed, GroupKind::kNoun)) {
          groups_[possessed].possessor = i - 1;
        }
      }
    }
  }

  bool Possesses(int32_t i) const {
    return i + 1 < s_.size() && groups_[i + 1].kind == GroupKind::kOther &&
           s_.Head(i + 1).Is(kPossessiveClitic);
  }

  bool Is(int32_t i, GroupKind kind) const { return s_.Is(i, kind); }

  // The group before i, over adverbs and quotes.
  int32_t Before(int32_t i) const {
    while (--i >= 0) {
      if (groups_[i].kind != GroupKind::kAdverb &&
          groups_[i].kind != GroupKind::kQuote) {
        return i;
      }
    }
    return -1;
  }
  int32_t After(int32_t i) const {
    while (++i < s_.size()) {
      if (groups_[i].kind != GroupKind::kAdverb &&
          groups_[i].kind != GroupKind::kQuote) {
        return i;
      }
    }
    return -1;
  }

  void Take(int32_t i) {
    Group& group = groups_[i];
    switch (group.kind) {
      case GroupKind::kNoun:
        TakeNoun(i);
        break;
      case GroupKind::kVerb:
        TakeVerb(i);
        break;
      case GroupKind::kRelative:
        TakeRelative(i);
        break;
      case GroupKind::kSubordinator:
        TakeSubordinator(i);
        break;
      case GroupKind::kComma:
        TakeComma(i);
        break;
      case GroupKind::kBreak:
        current_ = 0;
        Open(ClauseKind::kMain, -1);
        clauses_[current_].parent = -1;
        break;
      case GroupKind::kCoordinator:
        break;
      default:
        break;
    }
    group.clause = current_;
  }

  void TakeNoun(int32_t i) {
    if (Possesses(i)) return;
    const int32_t before = Before(i);
    int32_t p = i;
    // A possessor stands between its noun and the preposition.
    while (groups_[p].possessor >= 0) p = groups_[p].possessor;
    const int32_t left = p == i ? before : Before(p);
    if (Is(left, GroupKind::kPreposition)) {
      groups_[i].preposition = left;
    }
    if (Coordinate(i, left)) return;
    if (Appose(i, left)) return;
    if (groups_[i].preposition >= 0) return;
    if (IsTime(i)) return;
    Clause& clause = Current();
    if (clause.verb < 0 && clause.subject < 0) clause.subject = i;
  }

  bool IsTime(int32_t i) const { return s_.Head(i).Is(kTime); }

  // "A, B and C": B and C join A, unless C is the subject of what follows.
  bool Coordinate(int32_t i, int32_t left) {
    if (left < 0) return false;
    int32_t previous = -1;
    bool coordinator = false;
    if (Is(left, GroupKind::kCoordinator)) {
      coordinator = true;
      previous = Before(left);
      if (Is(previous, GroupKind::kComma)) previous = Before(previous);
    } else if (Is(left, GroupKind::kComma)) {
      previous = Before(left);
      if (!ListContinues(i)) return false;
    } else {
      return false;
    }
    // Back over the prepositional phrases of the conjunct before.
    int32_t candidate = previous;
    int32_t steps = 0;
    while (candidate >= 0 && steps++ < 6) {
      if (!Is(candidate, GroupKind::kNoun)) return false;
      if (groups_[candidate].preposition < 0 || !coordinator) break;
      // "talks with Iran and Russia": the nearer one, unless kinds differ.
      break;
    }
    if (candidate < 0 || !Is(candidate, GroupKind::kNoun)) return false;
    if (IsTime(candidate) || IsTime(i)) return false;
    if (coordinator && s_.Head(left).Has(pb::FUNCTION_ROLE_ADVERSATIVE) &&
        !groups_[candidate].negative) {
      return false;
    }
    if (NewSubject(i)) return false;
    if (!coordinator && !SameKind(candidate, i)) return false;
    candidate = BestConjunct(candidate, i);
    Group& group = groups_[i];
    Group& before = groups_[candidate];
    if (before.next_conjunct >= 0) return false;
    before.next_conjunct = i;
    group.first_conjunct =
        before.first_conjunct >= 0 ? before.first_conjunct : candidate;
    if (group.preposition < 0) {
      group.preposition = groups_[group.first_conjunct].preposition;
    }
    return true;
  }

  // Prefers the noun group whose head is of the same kind (name with name).
  int32_t BestConjunct(int32_t near, int32_t i) const {
    // "concern over the tariffs and opposition to the quota": a cue with a
    // phrase of its own joins the cue before.
    const bool cue = IsNominalCue(i) && Is(i + 1, GroupKind::kPreposition);
    if (cue && !IsNominalCue(near)) {
      const int32_t preposition = groups_[near].preposition;
      const int32_t outer = preposition < 0 ? -1 : Before(preposition);
      if (Is(outer, GroupKind::kNoun) && IsNominalCue(outer) &&
          groups_[outer].next_conjunct < 0) {
        return outer;
      }
    }
    // "Cairo's insistence on a veto and Rome's opposition to it".
    if (groups_[i].possessor >= 0 && groups_[near].possessor < 0) {
      for (int32_t outer = near, steps = 0; steps < 4; ++steps) {
        const int32_t preposition = groups_[outer].preposition;
        if (preposition < 0) break;
        outer = Before(preposition);
        if (!Is(outer, GroupKind::kNoun)) break;
        if (groups_[outer].possessor >= 0 && groups_[outer].next_conjunct < 0) {
          return outer;
        }
      }
    }
    if (SameKind(near, i)) return near;
    int32_t candidate = near;
    for (int steps = 0; steps < 4; ++steps) {
      const int32_t preposition = groups_[candidate].preposition;
      if (preposition < 0) break;
      const int32_t outer = Before(preposition);
      if (!Is(outer, GroupKind::kNoun)) break;
      candidate = outer;
      if (SameKind(candidate, i) && groups_[candidate].next_conjunct < 0) {
        return candidate;
      }
    }
    return near;
  }

  bool IsNominalCue(int32_t group) const {
    return s_.Head(group).Takes(pb::SLOT_PREPOSITION);
  }

  bool SameKind(int32_t a, int32_t b) const {
    const bool name_a = s_.Head(a).Is(kProper);
    const bool name_b = s_.Head(b).Is(kProper);
    return name_a == name_b || s_.Head(a).Is(kAdjective);
  }

  // After a comma: the list goes on where a coordinator follows within it.
  bool ListContinues(int32_t i) const {
    int32_t j = i + 1;
    int steps = 0;
    while (j < s_.size() && steps++ < 14) {
      const GroupKind kind = groups_[j].kind;
      if (kind == GroupKind::kCoordinator) {
        const int32_t next = After(j);
        return Is(next, GroupKind::kNoun);
      }
      if (kind != GroupKind::kNoun && kind != GroupKind::kComma &&
          kind != GroupKind::kPreposition && kind != GroupKind::kAdjective &&
          kind != GroupKind::kQuote && kind != GroupKind::kOther &&
          kind != GroupKind::kParenthesis) {
        // Headlines: "Paris, Berlin back plan".
        return false;
      }
      ++j;
    }
    return false;
  }

  // True where the noun group at i is followed by a finite verb of its own,
  // and the clause before already has one.
  bool NewSubject(int32_t i) const {
    bool has_verb = false;
    for (int32_t c = current_; c >= 0; c = clauses_[c].parent) {
      if (clauses_[c].verb >= 0) {
        has_verb = true;
        break;
      }
    }
    if (!has_verb) return false;
    int32_t j = i + 1;
    int steps = 0;
    while (j < s_.size() && steps++ < 10) {
      const Group& group = groups_[j];
      if (group.kind == GroupKind::kVerb) {
        return group.form == VerbForm::kFinite ||
               (group.form == VerbForm::kBase);
      }
      if (group.kind == GroupKind::kPreposition ||
          group.kind == GroupKind::kNoun || group.kind == GroupKind::kAdverb ||
          group.kind == GroupKind::kQuote || group.kind == GroupKind::kOther) {
        ++j;
        continue;
      }
      // "…, and Mike Roe, who owns a shop, said": over what is set in commas.
      if (group.kind == GroupKind::kComma) {
        j = AfterAside(j);
        if (j < 0) return false;
        continue;
      }
      // "…, and Paris and Abuja have called": a list of subjects.
      if (group.kind == GroupKind::kCoordinator &&
          Is(j + 1, GroupKind::kNoun)) {
        ++j;
        continue;
      }
      return false;
    }
    return false;
  }

  // The group after an apposition or relative clause that begins at a comma and
  // ends at the next one; -1 where there is none.
  int32_t AfterAside(int32_t comma) const {
    const bool relative = Is(comma + 1, GroupKind::kRelative);
    if (!relative && !Is(comma + 1, GroupKind::kNoun)) return -1;
    for (int32_t j = comma + 1; j < s_.size() && j < comma + 12; ++j) {
      if (Is(j, GroupKind::kComma)) return j + 1;
      if (Is(j, GroupKind::kBreak) ||
          (!relative &&
           (Is(j, GroupKind::kVerb) || Is(j, GroupKind::kCoordinator)))) {
        return -1;
      }
    }
    return -1;
  }

  // "Qin Gang, the foreign minister," and "Foreign Minister Qin Gang" (one
  // group already).
  bool Appose(int32_t i, int32_t left) {
    if (!Is(left, GroupKind::kComma) && !Is(left, GroupKind::kParenthesis)) {
      return false;
    }
    const int32_t renamed = NounBefore(left);
    if (renamed < 0 || groups_[renamed].apposition >= 0) return false;
    if (IsTime(i) || IsTime(renamed)) return false;
    int32_t first = i;
    while (groups_[first].possessor >= 0) first = groups_[first].possessor;
    if (Before(first) != left) return false;
    // A name and a description, in either order.
    const bool name_a = IsName(renamed);
    const bool name_b = IsName(i);
    if (name_a == name_b && !Is(left, GroupKind::kParenthesis) && !Aside(i)) {
      return false;
    }
    if (Is(left - 1, GroupKind::kQuote) || Is(left + 1, GroupKind::kQuote)) {
      return false;
    }
    if (!ClosesWithComma(i)) return false;
    groups_[renamed].apposition = i;
    return true;
  }

  // A proper name, or a common noun written as one: "the Maritime Council".
  bool IsName(int32_t group) const {
    const Unit& head = s_.Head(group);
    if (head.Is(kProper)) return true;
    const Token& token = text_.tokens[head.begin];
    return (token.shape & kCapitalised) != 0 && groups_[group].head > 0;
  }

  // "Tom Cotton, R-Ark., who …": one name between commas that is no list.
  bool Aside(int32_t i) const {
    return Is(i + 1, GroupKind::kComma) && i + 2 < s_.size() &&
           !Is(i + 2, GroupKind::kNoun) &&
           !Is(i + 2, GroupKind::kCoordinator) && s_.Head(i).Is(kProper);
  }

  // The phrase that begins at i ends in a comma, a bracket or the sentence's
  // end, before any verb.
  bool ClosesWithComma(int32_t i) const {
    for (int32_t j = i + 1; j < s_.size() && j < i + 10; ++j) {
      switch (groups_[j].kind) {
        case GroupKind::kComma:
        case GroupKind::kParenthesis:
        case GroupKind::kBreak:
          return true;
        case GroupKind::kNoun:
        case GroupKind::kPreposition:
        case GroupKind::kAdjective:
        case GroupKind::kOther:
        case GroupKind::kCoordinator:
          continue;
        case GroupKind::kRelative:
          return true;
        default:
          return false;
      }
    }
    return true;
  }

  int32_t NounBefore(int32_t comma) const {
    int32_t j = Before(comma);
    return Is(j, GroupKind::kNoun) && !Possesses(j) ? j : -1;
  }

  void TakeVerb(int32_t i) {
    switch (groups_[i].form) {
      case VerbForm::kFinite:
        TakeFinite(i);
        return;
      case VerbForm::kBase:
        TakeBase(i);
        return;
      case VerbForm::kToInfinitive:
        TakeInfinitive(i);
        return;
      case VerbForm::kGerund:
      case VerbForm::kParticiple:
        TakeParticipial(i);
        return;
    }
  }

  // "…, said Qin": the subject of a verb of saying stands after it.
  bool Inverted(int32_t i) const {
    if (!s_.Head(i).Reads(EntryKind::kReporting) || i == 0) return false;
    if (!Is(i - 1, GroupKind::kComma) && !Is(i - 1, GroupKind::kQuote)) {
      return false;
    }
    // "Cui, director of the institute, told …": the subject stands before.
    if (Is(i - 1, GroupKind::kComma) && current_ >= 0 &&
        clauses_[current_].verb < 0 && clauses_[current_].subject >= 0) {
      return false;
    }
    // The same behind a quotation: "…,” Cui, its director, told …".
    if (Is(i - 1, GroupKind::kComma)) {
      for (int32_t k = i - 2, nouns = 0; k >= 0 && k >= i - 14; --k) {
        if (Is(k, GroupKind::kNoun)) ++nouns;
        if (Is(k, GroupKind::kVerb)) break;
        if (Is(k, GroupKind::kQuote) && nouns > 0) return false;
      }
    }
    int32_t j = i + 1;
    if (!Is(j, GroupKind::kNoun)) return false;
    if (s_.Head(j).Is(kPronoun) && !s_.Head(j).Is(kProper)) return false;
    while (Possesses(j) && Is(j + 2, GroupKind::kNoun)) j += 2;
    return !Is(j + 1, GroupKind::kVerb) ||
           groups_[j + 1].form != VerbForm::kFinite;
  }

  void TakeFinite(int32_t i) {
    const int32_t before = Before(i);
    if (Inverted(i)) {
      int32_t subject = i + 1;
      while (Possesses(subject) && Is(subject + 2, GroupKind::kNoun)) {
        subject += 2;
      }
      current_ = Root(current_);
      Open(ClauseKind::kMain, -1);
      Current().subject = subject;
      Current().verb = i;
      return;
    }
    if (Current().verb < 0 &&
        (Current().subject >= 0 || Current().kind == ClauseKind::kRelative)) {
      Current().verb = i;
      // A noun group nearer than the recorded subject, across a comma or a
      // coordinator, is the subject of this verb in a list of clauses.
      return;
    }
    // "A does X and does Y": a shared subject.
    int32_t left = before;
    if (Is(left, GroupKind::kComma)) left = Before(left);
    if (Is(before, GroupKind::kCoordinator)) {
      ShareSubject(i);
      return;
    }
    // An outer clause whose verb is still to come: "The minister, who …, said".
    for (int32_t c = current_; c >= 0; c = clauses_[c].parent) {
      if (clauses_[c].verb < 0 && clauses_[c].subject >= 0) {
        current_ = c;
        clauses_[c].verb = i;
        return;
      }
    }
    if (Current().verb < 0) {
      Current().verb = i;
      if (Current().subject < 0) Current().subject = SubjectLeft(i);
      return;
    }
    // A noun group since the last verb is the subject of a new clause.
    const int32_t subject = SubjectLeft(i);
    if (subject >= 0 && subject > Current().verb) {
      NewClauseWithSubject(i, subject);
      return;
    }
    if (Is(before, GroupKind::kComma) || Is(before, GroupKind::kQuote)) {
      ShareSubject(i);
      return;
    }
    ShareSubject(i);
  }

  // "…, said Qin": the reporting verb before its subject is left to the
  // attribution stage.
  void NewClauseWithSubject(int32_t i, int32_t subject) {
    int32_t first = subject;
    while (groups_[first].first_conjunct >= 0) {
      first = groups_[first].first_conjunct;
    }
    if (first < Current().verb) first = subject;
    int32_t start = first;
    while (groups_[start].possessor >= 0) start = groups_[start].possessor;
    const int32_t before = Before(start);
    const bool complement =
        Is(before, GroupKind::kVerb) ||
        (Is(before, GroupKind::kNoun) && !Is(before, GroupKind::kComma));
    const int32_t verb = Current().verb;
    if (complement) {
      // "hoped China could …", "told reporters Budapest would …"; after a noun
      // group with no verb of saying, a relative clause without its pronoun:
      // "the plan Russia backs".
      if (Is(before, GroupKind::kNoun) && !TakesComplement(verb)) {
        Open(ClauseKind::kRelative, before);
        Current().antecedent = before;
        Current().object_gap = true;
      } else {
        Open(ClauseKind::kComplement, verb);
      }
    } else {
      current_ = Root(current_);
      Open(ClauseKind::kMain, -1);
    }
    Current().subject = first;
    Current().verb = i;
    MarkGroups(start, i);
  }

  bool TakesComplement(int32_t verb) const {
    return verb >= 0 && (s_.Head(verb).Reads(EntryKind::kReporting) ||
                         s_.Head(verb).Takes(pb::SLOT_THAT_CLAUSE));
  }

  void MarkGroups(int32_t from, int32_t to) {
    for (int32_t j = from; j < to; ++j) groups_[j].clause = current_;
  }

  int32_t Root(int32_t clause) const {
    while (clauses_[clause].parent >= 0 &&
           clauses_[clause].kind != ClauseKind::kMain) {
      clause = clauses_[clause].parent;
    }
    return clause;
  }

  // The nearest noun group to the left that can be a subject.
  int32_t SubjectLeft(int32_t i) const {
    int32_t j = i;
    while (--j >= 0) {
      const Group& group = groups_[j];
      switch (group.kind) {
        case GroupKind::kNoun: {
          if (Possesses(j)) continue;
          if (group.preposition >= 0) {
            j = group.preposition;
            continue;
          }
          if (s_.Head(j).Is(kTime) && j > 0 && Is(j - 1, GroupKind::kNoun)) {
            continue;
          }
          // Apposition: the renamed group is the subject.
          for (int32_t k = j - 1; k >= 0 && k >= j - 4; --k) {
            if (groups_[k].apposition == j) return k;
          }
          return group.first_conjunct >= 0 ? group.first_conjunct : j;
        }
        case GroupKind::kAdverb:
        case GroupKind::kQuote:
        case GroupKind::kOther:
        case GroupKind::kParenthesis:
        case GroupKind::kPreposition:
        case GroupKind::kAdjective:
          continue;
        case GroupKind::kComma:
          continue;
        default:
          return -1;
      }
    }
    return -1;
  }

  // The clause whose subject a verb after "and" or a comma shares.
  void ShareSubject(int32_t i) {
    int32_t host = current_;
    while (host >= 0) {
      const Clause& clause = clauses_[host];
      if (clause.verb >= 0) {
        const VerbForm form = groups_[clause.verb].form;
        if (form == groups_[i].form ||
            (form == VerbForm::kBase && groups_[i].form == VerbForm::kFinite)) {
          break;
        }
      }
      host = clause.parent;
    }
    if (host < 0) host = current_;
    const Clause shared = clauses_[host];
    current_ = shared.parent >= 0 ? shared.parent : host;
    Open(ClauseKind::kCoordinate, shared.governor);
    Clause& clause = Current();
    clause.subject = shared.subject;
    clause.opener = shared.opener;
    clause.antecedent = shared.antecedent;
    clause.object_gap = shared.object_gap;
    // A coordinate of a complement clause is one too.
    if (shared.kind != ClauseKind::kMain) clause.kind = shared.kind;
    clause.parent = shared.parent >= 0 ? shared.parent : host;
    clause.verb = i;
  }

  void TakeBase(int32_t i) {
    const int32_t before = Before(i);
    // A plural subject: "farmers oppose".
    if (Current().verb < 0 && Current().subject >= 0) {
      groups_[i].form = VerbForm::kFinite;
      Current().verb = i;
      return;
    }
    if (Is(before, GroupKind::kCoordinator) || Is(before, GroupKind::kComma)) {
      for (int32_t c = current_; c >= 0; c = clauses_[c].parent) {
        if (clauses_[c].verb < 0) continue;
        const VerbForm form = groups_[clauses_[c].verb].form;
        if (form == VerbForm::kToInfinitive || form == VerbForm::kBase) {
          groups_[i].form = form;
          Sibling(c, i);
          return;
        }
        if (form == VerbForm::kFinite &&
            (groups_[clauses_[c].verb].modal ||
             s_.Head(clauses_[c].verb).Is(kVerbBase))) {
          groups_[i].form = VerbForm::kFinite;
          ShareSubject(i);
          return;
        }
      }
    }
    const int32_t subject = SubjectLeft(i);
    if (subject >= 0 && Current().verb >= 0 && subject > Current().verb) {
      const Unit& governor = s_.Head(Current().verb);
      if (groups_[subject].plural || groups_[subject].next_conjunct >= 0 ||
          s_.Head(subject).Is(kPronoun)) {
        if (TakesComplement(Current().verb) || governor.tag == 0) {
          groups_[i].form = VerbForm::kFinite;
          NewClauseWithSubject(i, subject);
          return;
        }
      }
      // "let Belarusian wrestlers compete", "help Ukraine rebuild".
      const int32_t verb = Current().verb;
      Open(ClauseKind::kInfinitive, verb);
      Current().subject = subject;
      Current().verb = i;
      groups_[i].form = VerbForm::kToInfinitive;
      return;
    }
    if (Is(before, GroupKind::kVerb)) {
      const int32_t subject_before = Current().subject;
      Open(ClauseKind::kInfinitive, before);
      Current().subject = subject_before;
      Current().verb = i;
      groups_[i].form = VerbForm::kToInfinitive;
      return;
    }
    if (Current().verb < 0) {
      Current().verb = i;  // imperative
      return;
    }
    ShareSubject(i);
  }

  // A clause beside clause c, with its governor and subject.
  void Sibling(int32_t c, int32_t i) {
    const Clause sibling = clauses_[c];
    current_ = sibling.parent;
    Open(sibling.kind, sibling.governor);
    Current().subject = sibling.subject;
    Current().verb = i;
  }

  void TakeInfinitive(int32_t i) {
    const int32_t before = Before(i);
    if (Is(before, GroupKind::kCoordinator) || Is(before, GroupKind::kComma)) {
      for (int32_t c = current_; c >= 0; c = clauses_[c].parent) {
        if (clauses_[c].verb >= 0 &&
            groups_[clauses_[c].verb].form == VerbForm::kToInfinitive) {
          Sibling(c, i);
          return;
        }
      }
    }
    int32_t verb = -1;
    int32_t host = current_;
    for (int32_t c = current_; c >= 0; c = clauses_[c].parent) {
      if (clauses_[c].verb >= 0) {
        verb = clauses_[c].verb;
        host = c;
        break;
      }
    }
    const int32_t governor =
        before >= 0 && (Is(before, GroupKind::kNoun) ||
                        Is(before, GroupKind::kAdjective) ||
                        Is(before, GroupKind::kVerb))
            ? before
            : verb;
    const int32_t subject_of_host = clauses_[host].subject;
    int32_t subject = subject_of_host;
    // Object control: "urged A to C".
    if (Is(before, GroupKind::kNoun) && verb >= 0 && before > verb) {
      subject = before;
      if (groups_[before].first_conjunct >= 0) {
        subject = groups_[before].first_conjunct;
      }
    }
    Open(ClauseKind::kInfinitive, governor);
    Current().subject = subject;
    Current().verb = i;
  }

  void TakeParticipial(int32_t i) {
    const int32_t before = Before(i);
    const VerbForm form = groups_[i].form;
    const ClauseKind kind = form == VerbForm::kGerund ? ClauseKind::kGerund
                                                      : ClauseKind::kParticiple;
    if (Is(before, GroupKind::kCoordinator)) {
      for (int32_t c = current_; c >= 0; c = clauses_[c].parent) {
        if (clauses_[c].verb >= 0 && groups_[clauses_[c].verb].form == form) {
          Sibling(c, i);
          return;
        }
      }
      if (form == VerbForm::kParticiple && Current().verb >= 0 &&
          groups_[Current().verb].passive) {
        groups_[i].form = VerbForm::kFinite;
        ShareSubject(i);
        return;
      }
    }
    int32_t subject = Current().subject;
    int32_t governor = before;
    if (Is(before, GroupKind::kNoun) && !Possesses(before)) {
      subject = groups_[before].first_conjunct >= 0
                    ? groups_[before].first_conjunct
                    : before;
    } else if (Is(before, GroupKind::kComma)) {
      // "…, urging X": the subject of the clause around it.
      for (int32_t c = current_; c >= 0; c = clauses_[c].parent) {
        if (clauses_[c].subject >= 0 && clauses_[c].verb >= 0 &&
            groups_[clauses_[c].verb].form == VerbForm::kFinite) {
          subject = clauses_[c].subject;
          break;
        }
      }
      if (form == VerbForm::kParticiple && Current().verb < 0) {
        subject = Current().subject;
      }
      governor = -1;
    }
    // Before its main clause: the subject comes later (FillLeadingSubjects).
    Open(kind, governor);
    Current().subject = subject;
    Current().verb = i;
    if (clauses_[Current().parent].verb < 0 && governor < 0) {
      // The clause around it goes on after the comma.
    }
  }

  void TakeRelative(int32_t i) {
    int32_t before = Before(i);
    if (Is(before, GroupKind::kPreposition)) before = Before(before);
    if (Is(before, GroupKind::kComma)) before = Before(before);
    const int32_t next = After(i);
    Open(ClauseKind::kRelative, before);
    Clause& clause = Current();
    clause.opener = i;
    clause.antecedent = Is(before, GroupKind::kNoun) ? before : -1;
    if (Is(next, GroupKind::kVerb)) {
      int32_t antecedent = clause.antecedent;
      if (antecedent >= 0 && groups_[antecedent].first_conjunct >= 0 &&
          groups_[antecedent].preposition < 0) {
        antecedent = groups_[antecedent].first_conjunct;
      }
      // "Tom Cotton, R-Ark., who …": of the group that is renamed.
      for (int32_t k = before - 1; k >= 0 && k >= before - 4; --k) {
        if (groups_[k].apposition == before) antecedent = k;
      }
      clause.subject = antecedent;
    } else {
      // "whose members picketed it" has an object of its own.
      clause.object_gap =
          !s_.Head(i).Has(pb::FUNCTION_ROLE_RELATIVE_POSSESSIVE);
    }
  }

  void TakeSubordinator(int32_t i) {
    const bool complement = s_.Head(i).Has(pb::FUNCTION_ROLE_COMPLEMENTIZER);
    const int32_t before = Before(i);
    if (complement) {
      int32_t governor = before;
      // "said on Friday that", "told reporters that".
      int32_t verb = -1;
      for (int32_t c = current_; c >= 0; c = clauses_[c].parent) {
        if (clauses_[c].verb >= 0) {
          verb = clauses_[c].verb;
          break;
        }
      }
      if (Is(before, GroupKind::kCoordinator)) {
        // "said that A and that B".
        for (int32_t c = current_; c >= 0; c = clauses_[c].parent) {
          if (clauses_[c].kind == ClauseKind::kComplement) {
            const int32_t shared = clauses_[c].governor;
            current_ = clauses_[c].parent;
            Open(ClauseKind::kComplement, shared);
            Current().opener = i;
            return;
          }
        }
      }
      const bool noun_governs = Is(before, GroupKind::kNoun) &&
                                s_.Head(before).Reads(EntryKind::kCue);
      if (!noun_governs && verb >= 0 && !Is(before, GroupKind::kAdjective)) {
        governor = verb;
      }
      Open(ClauseKind::kComplement, governor);
      Current().opener = i;
      return;
    }
    // A subordinate clause hangs on the finite clause around it.
    while (current_ > 0 && clauses_[current_].kind != ClauseKind::kMain &&
           clauses_[current_].kind != ClauseKind::kCoordinate &&
           clauses_[current_].kind != ClauseKind::kComplement) {
      if (clauses_[current_].parent < 0) break;
      current_ = clauses_[current_].parent;
    }
    Open(ClauseKind::kSubordinate, -1);
    Current().opener = i;
  }

  void TakeComma(int32_t i) {
    // A comma closes relative and participial clauses that have their verb, and
    // a subordinate clause that opened the sentence.
    while (current_ > 0) {
      const Clause& clause = Current();
      const bool closes = (clause.kind == ClauseKind::kRelative ||
                           clause.kind == ClauseKind::kParticiple ||
                           clause.kind == ClauseKind::kGerund ||
                           clause.kind == ClauseKind::kInfinitive ||
                           clause.kind == ClauseKind::kSubordinate) &&
                          clause.verb >= 0 && clause.parent >= 0 &&
                          (clauses_[clause.parent].verb < 0);
      if (!closes) break;
      current_ = clause.parent;
    }
  }

  const Lexicon& lexicon_;
  const Text& text_;
  Syntax& s_;
  std::vector<Group>& groups_;
  std::vector<Clause>& clauses_;
  int32_t current_ = -1;
};

// "Citing costs, the minister opposed …": a participial clause before its main
// clause takes that clause's subject.
void FillLeadingSubjects(Syntax* s) {
  for (Clause& clause : s->clauses) {
    if (clause.subject >= 0 || clause.parent < 0) continue;
    if (clause.kind != ClauseKind::kGerund &&
        clause.kind != ClauseKind::kParticiple &&
        clause.kind != ClauseKind::kInfinitive) {
      continue;
    }
    clause.subject = s->clauses[clause.parent].subject;
  }
}

}  // namespace

void FindClauses(const Lexicon& lexicon, const Text& text, Syntax* syntax) {
  ClauseFinder(lexicon, text, *syntax).Run();
  FillLeadingSubjects(syntax);
}

}  // namespace stance
