#include "service/engine/stance/author.h"

#include <algorithm>
#include <string>

#include "service/engine/stance/entities.h"
#include "service/engine/stance/mention_parts.h"
#include "service/engine/stance/mentions.h"
#include "service/engine/stance/targets.h"
#include "service/engine/text/token_tests.h"

namespace stance {
namespace {

namespace pb = lexicon::v1;

// "We, | the undersigned": the noun group that says who; -1 for none.
int32_t SaidOfWe(const SentenceView& view, int32_t we) {
  int32_t group = we + 1;
  const bool comma = view.Is(group, GroupKind::kComma);
  if (comma) ++group;
  if (!view.Is(group, GroupKind::kNoun)) return -1;
  const Unit& first = view.units[view.At(group).begin];
  // "We, 40 doctors at the hospital,".
  const bool counted = comma && first.Is(kNumberWord) && view.At(group).plural;
  return counted || first.Has(pb::FUNCTION_ROLE_DEFINITE)
             ? Possessed(view, group)
             : -1;
}

// "As parents of pupils, we": the noun group behind the first word.
int32_t SaidBeforeWe(const SentenceView& view, int32_t we) {
  const bool opens = view.Is(0, GroupKind::kPreposition) &&
                     view.Head(0).Has(pb::FUNCTION_ROLE_AS) &&
                     view.Is(1, GroupKind::kNoun) && view.At(1).plural;
  return opens && we > 2 && view.Is(we - 1, GroupKind::kComma) ? 1 : -1;
}

// "The Slovak Chamber of Physicians": a name, or common nouns with capitals.
bool IsWrittenAsName(const SentenceView& view, int32_t group) {
  const Group& g = view.At(group);
  return IsNamed(view, group) ||
         (g.head > g.begin &&
          (view.text.tokens[view.Head(group).begin].shape & kCapitalised) != 0);
}

// "FOR IMMEDIATE RELEASE".
bool IsHeadingInCapitals(const SentenceView& view) {
  for (uint32_t t = view.sentence.begin; t < view.sentence.end; ++t) {
    const Token& token = view.text.tokens[t];
    if (token.kind == TokenKind::kWord && (token.shape & kAllCaps) == 0) {
      return false;
    }
  }
  return true;
}

// "said | our director": of whoever issues the text.
bool IsOwnedByWe(const SentenceView& view, int32_t group) {
  const Unit& first = view.units[view.At(group).begin];
  return first.Is(kPossessivePronoun) &&
         first.Has(pb::FUNCTION_ROLE_FIRST_PLURAL);
}

}  // namespace

void FindIssuer(const SentenceView& view, SentenceMentions* mentions,
                Discourse* discourse) {
  const Clause& clause = view.syntax.clauses[0];
  // "PRESS RELEASE": a heading, where nobody does anything.
  if (clause.verb < 0 || IsHeadingInCapitals(view)) return;
  discourse->opened = true;
  if (clause.subject < 0 ||
      // "voices its dismay", too.
      (!view.Head(clause.verb).Reads(EntryKind::kCue) &&
       !view.Head(clause.verb).Reads(EntryKind::kLightVerb)) ||
      !view.units[view.At(clause.verb).begin].Is(kVerbThird) ||
      !IsWrittenAsName(view, clause.subject) ||
      !CanHold(view, clause.subject)) {
    return;
  }
  const EntityList& who = mentions->WhoAhead(clause.subject, -1).entities;
  if (who.size() == 1 && (!discourse->entities[who[0]].person ||
                          discourse->entities[who[0]].maybe_body)) {
    discourse->issuer = who[0];
  }
}

void FindAuthor(const SentenceView& view, int32_t publish_date,
                SentenceMentions* mentions, Discourse* discourse) {
  for (int32_t g = 0; g < view.syntax.size(); ++g) {
    if (!view.Is(g, GroupKind::kNoun) || view.InSpeech(view.FirstToken(g))) {
      continue;
    }
    if (discourse->issuer >= 0 && IsOwnedByWe(view, g)) {
      discourse->author = discourse->issuer;
      return;
    }
    if (!view.Head(g).Is(kPronoun) ||
        !view.Head(g).Has(pb::FUNCTION_ROLE_FIRST_PLURAL)) {
      continue;
    }
    int32_t named = SaidOfWe(view, g);
    if (named < 0) named = SaidBeforeWe(view, g);
    if (named < 0 && view.ClauseOf(g).subject == g && discourse->issuer >= 0) {
      discourse->author = discourse->issuer;
      return;
    }
    if (named < 0) continue;
    if (ActorOf(view, named) >= 0) {
      const Resolution& who = mentions->WhoAhead(named, -1);
      if (!who.entities.empty()) discourse->author = who.entities[0];
      return;
    }
    const TokenSpan span = TargetSpan(view, {TargetRef::Kind::kNoun, named});
    const Mention mention = view.Span(span.begin, span.end);
    discourse->author = Entities(view, publish_date, discourse)
                            .Add(view.TextOf(mention), mention);
    Entity& author = discourse->entities[discourse->author];
    author.plural = true;
    author.kind = pb::ACTOR_KIND_GROUP;
    return;
  }
}

namespace {

constexpr size_t kHead = 8;  // sentences among which a byline may stand

// "Ines Brink" of "By Ines Brink, Lund"; empty where nobody signs.
Mention SignedBy(const SentenceView& view) {
  const std::string_view by = view.lexicon.text_rules.byline;
  const auto& sentences = view.text.sentences;
  for (size_t i = 0; i < std::min(sentences.size(), kHead); ++i) {
    const Sentence& sentence = sentences[i];
    if (sentence.begin > view.sentence.begin) break;
    const auto& tokens = view.text.tokens;
    if (!sentence.dateline || by.empty() ||
        !text_internal::EqualsFolded(view.text.Of(tokens[sentence.begin]),
                                     by)) {
      continue;
    }
    uint32_t end = sentence.begin + 1;
    while (end < sentence.end && tokens[end].kind == TokenKind::kWord &&
           (tokens[end].shape & kCapitalised) != 0) {
      ++end;
    }
    return view.Span(sentence.begin + 1, end);
  }
  return {};
}

// "I", not "me" of whoever only reports, outside quotations and behind no name
// ("Charles I").
bool SaysILater(const SentenceView& view) {
  const auto& tokens = view.text.tokens;
  const auto& quotations = view.text.quotations;
  size_t quotation = view.first_quotation;
  for (uint32_t t = view.sentence.begin + 1; t < tokens.size(); ++t) {
    const Token& token = tokens[t];
    if (token.end - token.begin != 1 || token.kind != TokenKind::kWord ||
        !view.lexicon.Word(token.word).Has(pb::FUNCTION_ROLE_FIRST_SINGULAR) ||
        (tokens[t - 1].shape & kCapitalised) != 0) {
      continue;
    }
    while (quotation < quotations.size() && quotations[quotation].end <= t) {
      ++quotation;
    }
    if (quotation == quotations.size() || t < quotations[quotation].begin) {
      return true;
    }
  }
  return false;
}

// Whatever nobody else says is theirs.
void SignWith(const SentenceView& view, int32_t publish_date,
              const Mention& name, Discourse* discourse) {
  if (name.empty()) return;
  discourse->author =
      Entities(view, publish_date, discourse).Add(view.TextOf(name), name);
  discourse->columnist = true;
  Entity& author = discourse->entities[discourse->author];
  author.person = true;
  author.kind = pb::ACTOR_KIND_PERSON;
}

}  // namespace

void FindColumnist(const SentenceView& view, int32_t publish_date,
                   Discourse* discourse) {
  bool speaks = false;
  for (const Clause& clause : view.syntax.clauses) {
    speaks |= clause.subject >= 0 && clause.verb >= 0 &&
              view.Head(clause.subject).Has(pb::FUNCTION_ROLE_FIRST_SINGULAR) &&
              !view.InSpeech(view.FirstToken(clause.subject));
  }
  if (!speaks) return;
  SignWith(view, publish_date, SignedBy(view), discourse);
}

void FindSigner(const SentenceView& view, int32_t publish_date,
                Discourse* discourse) {
  if (view.index >= kHead) return;
  const Mention name = SignedBy(view);
  if (!name.empty() && SaysILater(view)) {
    SignWith(view, publish_date, name, discourse);
  }
}

namespace {

// Whom the title names: a newspaper's column, a body.
int32_t AddWriter(const SentenceView& view, int32_t publish_date,
                  const TitleLabel& label, Discourse* discourse) {
  const int32_t writer =
      Entities(view, publish_date, discourse).Add(label.text, label.mention);
  discourse->entities[writer].kind = pb::ACTOR_KIND_ORGANIZATION;
  return writer;
}

}  // namespace

void FindLabelled(const SentenceView& view, int32_t publish_date,
                  Discourse* discourse) {
  const TitleLabel label = discourse->title;
  discourse->title = {};
  if (label.kind == TitleLabel::Kind::kMinutes) {
    discourse->body = AddWriter(view, publish_date, label, discourse);
    Touch(view, discourse->body, false, discourse);
    return;
  }
  SignWith(view, publish_date, SignedBy(view), discourse);
  if (discourse->author >= 0) return;
  discourse->columnist = true;
  discourse->author = AddWriter(view, publish_date, label, discourse);
}

bool IsMasthead(const SentenceView& view, int32_t group) {
  const Group& g = view.At(group);
  if (g.end - g.begin != 2 || g.plural ||
      !view.units[g.begin].Has(pb::FUNCTION_ROLE_DEMONSTRATIVE)) {
    return false;
  }
  const std::string_view word =
      view.text.Of(view.text.tokens[view.Head(group).begin]);
  return view.lexicon.text_rules.mastheads.contains(std::string(word));
}

void FindMasthead(const SentenceView& view, SentenceMentions* mentions,
                  Discourse* discourse) {
  // What a text without full stops holds is not worth more.
  constexpr size_t kMost = 64;
  const size_t size = std::min(view.syntax.clauses.size(), kMost);
  for (size_t i = 0; i < size; ++i) {
    const Clause& clause = view.syntax.clauses[i];
    // "This newspaper has learned": only what it thinks is its opinion.
    if (clause.subject < 0 || clause.verb < 0 ||
        !view.Head(clause.verb).Reads(EntryKind::kCue) ||
        clause.kind != ClauseKind::kMain || !IsMasthead(view, clause.subject) ||
        view.InSpeech(view.FirstToken(clause.subject))) {
      continue;
    }
    const EntityList& who = mentions->WhoAhead(clause.subject, -1).entities;
    if (who.size() != 1) continue;
    discourse->author = who[0];
    discourse->columnist = true;
    return;
  }
}

namespace {

// The country that the dateline names a place of; -1 for none.
int32_t CountryOfDateline(const SentenceView& view) {
  for (const Sentence& sentence : view.text.sentences) {
    if (sentence.paragraph > 0) break;
    if (!sentence.dateline) continue;
    for (const Match& match : view.matches) {
      if (match.begin >= sentence.end) break;
      int32_t country = -1;
      ForEachReading(view.lexicon, match, [&](const EntryRef& ref) {
        if (ref.kind == EntryKind::kActor &&
            view.lexicon.actors[ref.index].kind == pb::ACTOR_KIND_COUNTRY) {
          country = static_cast<int32_t>(ref.index);
        }
      });
      if (match.begin >= sentence.begin && country >= 0) return country;
    }
  }
  return -1;
}

}  // namespace

int32_t FirstPersonNamed(const Discourse& discourse) {
  // Whoever is introduced later answers nothing.
  constexpr size_t kReach = 64;
  int32_t first = -1;
  const size_t size = std::min(discourse.entities.size(), kReach);
  for (size_t i = 0; i < size; ++i) {
    const Entity& entity = discourse.entities[i];
    if (!entity.person || entity.plural) continue;
    if (entity.agent >= 0 || entity.actor >= 0) return static_cast<int32_t>(i);
    if (first < 0) first = static_cast<int32_t>(i);
  }
  return first;
}

void FindInterviewee(const SentenceView& view, int32_t publish_date,
                     Discourse* discourse) {
  if (discourse->interviewee >= 0) return;
  discourse->interviewee = FirstPersonNamed(*discourse);
  if (discourse->interviewee < 0) return;
  RepresentDateline(view, publish_date, discourse->interviewee, discourse);
}

void RepresentDateline(const SentenceView& view, int32_t publish_date,
                       int32_t official, Discourse* discourse) {
  const Entity& person = discourse->entities[official];
  if (person.represents >= 0 || person.agent < 0 ||
      view.lexicon.agents[person.agent].role != pb::AGENT_ROLE_OFFICIAL) {
    return;
  }
  const int32_t country = CountryOfDateline(view);
  if (country < 0) return;
  const Mention first = person.first;  // the entities may move
  const int32_t entity =
      Entities(view, publish_date, discourse).OfActor(country, first);
  discourse->entities[official].represents = entity;
}

}  // namespace stance
