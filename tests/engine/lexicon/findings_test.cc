// What the compiler says of bad lexicons, word for word. Each row is one file;
// the rest of a good entry is put in for brevity: $VERB and $FRAME.

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "service/lexicon_files/load.h"

namespace stance {
namespace {

struct FindingRow {
  const char* name;
  const char* text;
  const char* findings;  // one a line
};

std::string Replaced(std::string text, std::string_view what,
                     std::string_view with) {
  for (size_t at = 0; (at = text.find(what, at)) != std::string::npos;) {
    text.replace(at, what.size(), with);
    at += with.size();
  }
  return text;
}

const FindingRow kFindingRows[] = {
    {"good",
     R"(cue { id: "cue/hit" lemma: "hit" word_class: WORD_CLASS_VERB $FRAME $PROVEN })",
     ""},
    {"cue without id",
     R"(cue { lemma: "hit" word_class: WORD_CLASS_VERB $FRAME $PROVEN })",
     R"(a.txtpb:1: error: the cue has no id; give it one [MISSING_FIELD]
)"},
    {"cue without lemma",
     R"(cue { id: "cue/hit" word_class: WORD_CLASS_VERB $FRAME $PROVEN })",
     R"(a.txtpb:1: error: cue/hit: the cue has no lemma; give it one [MISSING_FIELD]
)"},
    {"cue without class",
     R"(cue { id: "cue/hit" lemma: "hit" $FRAME $PROVEN })",
     R"(a.txtpb:1: error: cue/hit: the word_class of a cue is VERB, NOUN, ADJECTIVE, ADVERB or PHRASE; set one of them [MISSING_FIELD]
)"},
    {"cue without frame",
     R"(cue { id: "cue/hit" lemma: "hit" word_class: WORD_CLASS_VERB $PROVEN })",
     R"(a.txtpb:1: error: cue/hit: a cue needs a frame or a frame_set, which say where its holder and target stand [MISSING_FIELD]
)"},
    {"frame without target",
     R"(cue { id: "cue/hit" lemma: "hit" word_class: WORD_CLASS_VERB frame {} $PROVEN })",
     R"(a.txtpb:1: error: cue/hit: a frame needs a target [MISSING_FIELD]
)"},
    {"target without slot",
     R"(cue { id: "cue/hit" lemma: "hit" word_class: WORD_CLASS_VERB frame { target {} } $PROVEN })",
     R"(a.txtpb:1: error: cue/hit: a target of a frame needs a slot [MISSING_FIELD]
)"},
    {"no examples",
     R"(cue { id: "cue/hit" lemma: "hit" word_class: WORD_CLASS_VERB $FRAME })",
     R"(a.txtpb:1: error: cue/hit: there is no example; add a sentence in which the entry fires, with {holder} and [target] [MISSING_EXAMPLE]
a.txtpb:1: warning: cue/hit: there is no counter_example; add a sentence in which the entry must not fire [MISSING_EXAMPLE]
)"},
    {"bad example, at its own line", R"(cue {
  id: "cue/hit" lemma: "hit" word_class: WORD_CLASS_VERB $FRAME
  $PROVEN
  example: "{A} hit [b."
})",
     R"(a.txtpb:4: error: cue/hit: "{A} hit [b.": a mark is opened and not closed; write {holder} and [target] [BAD_EXAMPLE]
)"},
    {"unmarked example",
     R"(issue { id: "issue/a" name: "ban" example: "A wants a ban." })",
     R"(a.txtpb:1: error: issue/a: "A wants a ban.": mark one holder with {braces} and one target with [brackets] [BAD_EXAMPLE]
)"},
    {"unknown frame set",
     R"(cue { id: "cue/hit" lemma: "hit" word_class: WORD_CLASS_VERB frame_set: "x" $PROVEN })",
     R"(a.txtpb:1: error: cue/hit: there is no frame_set "x"; define it, or name another [UNKNOWN_FRAME_SET]
)"},
    {"unused frame set", R"(frame_set { id: "x" $FRAME })",
     R"(a.txtpb:1: warning: x: no cue names this frame set; remove it [UNUSED_FRAME_SET]
)"},
    {"duplicate frame set", R"(frame_set { id: "x" $FRAME }
frame_set { id: "x" $FRAME }
cue { id: "cue/hit" lemma: "hit" word_class: WORD_CLASS_VERB frame_set: "x" $PROVEN })",
     R"(a.txtpb:2: error: x: also the id of the frame set at a.txtpb:1; rename one [DUPLICATE_ID]
)"},
    {"empty frame set", R"(frame_set { id: "x" })",
     R"(a.txtpb:1: error: x: a frame set needs an id and at least one frame [MISSING_FIELD]
)"},
    {"missing preposition",
     R"(cue { id: "cue/hit" lemma: "hit" word_class: WORD_CLASS_VERB frame { target { slot: SLOT_PREPOSITION } } $PROVEN })",
     R"(a.txtpb:1: error: cue/hit: SLOT_PREPOSITION needs a preposition, in the frame or in the cue's `preposition` [MISSING_PREPOSITION]
)"},
    {"preposition of two words",
     R"(cue { id: "cue/hit" lemma: "hit" word_class: WORD_CLASS_VERB preposition: "out of" frame { target { slot: SLOT_PREPOSITION } } $PROVEN })",
     R"(a.txtpb:1: error: cue/hit: the preposition "out of" is not one word; name its last word, and let the lemma hold the others [BAD_PREPOSITION]
)"},
    {"preposition of a slot that has none",
     R"(cue { id: "cue/hit" lemma: "hit" word_class: WORD_CLASS_VERB frame { target { slot: SLOT_OBJECT preposition: "at" } } $PROVEN })",
     R"(a.txtpb:1: error: cue/hit: SLOT_OBJECT has no preposition; take it out, or name SLOT_PREPOSITION [BAD_PREPOSITION]
)"},
    {"bad placeholder",
     R"(cue { id: "cue/hit" lemma: "hit <poss> head" word_class: WORD_CLASS_VERB $FRAME $PROVEN })",
     R"(a.txtpb:1: error: cue/hit: "hit <poss> head": the placeholders are "<poss>", for which the word lists must hold possessive pronouns, "<obj>" right behind the first word, and "<gen>" inside [BAD_PLACEHOLDER]
)"},
    {"duplicate id", R"(actor { id: "country/A" name: "Aland" $COUNTRY }
actor { id: "country/A" name: "Bland" $COUNTRY })",
     R"(a.txtpb:2: error: country/A: also the id of the actor at a.txtpb:1; rename one, or join them [DUPLICATE_ID]
)"},
    {"bad id", R"(actor { id: "Country A" name: "Aland" $COUNTRY })",
     R"(a.txtpb:1: error: Country A: write the id as kind/name: lower-case letters, "/", then letters, digits, ".", "_" or "-" [BAD_ID]
)"},
    {"actor without name and kind", R"(actor { id: "country/A" })",
     R"(a.txtpb:1: error: country/A: the actor has no kind; set one [MISSING_FIELD]
a.txtpb:1: error: country/A: the actor has no name; give it one [MISSING_FIELD]
)"},
    {"name twice in one entry",
     R"(actor { id: "country/A" name: "Aland" alias: "Aland" $COUNTRY })",
     R"(a.txtpb:1: warning: country/A: the form "Aland" is written twice; remove one [DUPLICATE_FORM]
)"},
    {"name of two actors", R"(actor { id: "country/A" name: "Aland" $COUNTRY }
actor { id: "country/B" name: "Bland" alias: "Aland" $COUNTRY })",
     R"(a.txtpb:2: warning: country/B: the name "Aland" also names country/A (a.txtpb:1); keep it in one of them [AMBIGUOUS_NAME]
)"},
    {"name of three actors: the first is taken, the others are told so",
     R"(actor { id: "country/A" name: "Aland" $COUNTRY }
actor { id: "country/B" name: "Bland" alias: "Aland" $COUNTRY }
actor { id: "country/C" name: "Cland" alias: "Aland" $COUNTRY })",
     R"(a.txtpb:2: warning: country/B: the name "Aland" also names country/A (a.txtpb:1); keep it in one of them [AMBIGUOUS_NAME]
a.txtpb:3: warning: country/C: the name "Aland" also names country/A (a.txtpb:1); keep it in one of them [AMBIGUOUS_NAME]
)"},
    {"unknown part_of",
     R"(actor { id: "org/a" name: "Aco" kind: ACTOR_KIND_COMPANY part_of: "country/X" })",
     R"(a.txtpb:1: error: org/a: part_of names "country/X", which is no entry; add it, or correct the id [UNKNOWN_REFERENCE]
)"},
    {"part_of of another kind",
     R"(actor { id: "org/a" name: "Aco" kind: ACTOR_KIND_COMPANY part_of: "issue/b" }
issue { id: "issue/b" name: "ban" })",
     R"(a.txtpb:1: error: org/a: part_of names "issue/b", which is of another kind (issue at a.txtpb:2) [UNKNOWN_REFERENCE]
)"},
    {"represents nobody",
     R"(actor { id: "org/a" name: "Aco" kind: ACTOR_KIND_COMPANY represents: true })",
     R"(a.txtpb:1: error: org/a: `represents` needs `part_of`, which names who is represented [MISSING_FIELD]
)"},
    {"unknown member",
     R"(actor { id: "org/a" name: "Aco" kind: ACTOR_KIND_ORGANIZATION member: "country/X" })",
     R"(a.txtpb:1: error: org/a: member names "country/X", which is no entry; add it, or correct the id [UNKNOWN_REFERENCE]
)"},
    {"circle",
     R"(actor { id: "org/a" name: "Aco" kind: ACTOR_KIND_COMPANY part_of: "org/b" }
actor { id: "org/b" name: "Bco" kind: ACTOR_KIND_COMPANY part_of: "org/a" })",
     R"(a.txtpb:1: error: org/a: following part_of from here comes back here; break the circle [REFERENCE_CYCLE]
)"},
    {"unknown parent",
     R"(issue { id: "issue/b" name: "ban" parent: "issue/c" })",
     R"(a.txtpb:1: error: issue/b: parent names "issue/c", which is no entry; add it, or correct the id [UNKNOWN_REFERENCE]
)"},
    {"bad dates",
     R"(agent { id: "agent/mayor" lemma: "mayor" role: AGENT_ROLE_OFFICIAL $PROVEN }
actor { id: "country/A" name: "Aland" $COUNTRY }
actor { id: "person/a" name: "Ann Aye" kind: ACTOR_KIND_PERSON
  office { title: "mayor" of: "country/A" from: "2021-02-29" }
  office { title: "mayor" of: "country/A" from: "2021" to: "2022-13-01" }
  office { title: "mayor" of: "country/A" from: "2021-02-03" to: "2021-02-02" }
})",
     R"(a.txtpb:4: error: person/a: "2021-02-29" is not a day; write YYYY-MM-DD [BAD_DATE]
a.txtpb:5: error: person/a: "2021" is not a day; write YYYY-MM-DD [BAD_DATE]
a.txtpb:5: error: person/a: "2022-13-01" is not a day; write YYYY-MM-DD [BAD_DATE]
a.txtpb:6: error: person/a: the office begins on 2021-02-03, after its end on 2021-02-02; exchange or correct the dates [BAD_DATE]
)"},
    {"overlapping offices",
     R"(agent { id: "agent/mayor" lemma: "mayor" role: AGENT_ROLE_OFFICIAL $PROVEN }
actor { id: "country/A" name: "Aland" $COUNTRY }
actor { id: "person/a" name: "Ann Aye" kind: ACTOR_KIND_PERSON
  office { title: "mayor" of: "country/A" from: "2020-01-01" to: "2022-01-01" }
}
actor { id: "person/b" name: "Bob Bee" kind: ACTOR_KIND_PERSON
  office { title: "mayor" of: "country/A" from: "2021-12-01" to: "2023-01-01" }
}
actor { id: "person/c" name: "Cyd Cee" kind: ACTOR_KIND_PERSON
  office { title: "mayor" of: "country/A" from: "2023-01-01" }
})",
     R"(a.txtpb:7: warning: person/b: "mayor" of country/A overlaps with the term of person/a (a.txtpb:3); check the dates, or mark the agent as `shared` [OVERLAPPING_OFFICE]
)"},
    {"office within a longer one",
     R"(agent { id: "agent/mayor" lemma: "mayor" role: AGENT_ROLE_OFFICIAL $PROVEN }
actor { id: "country/A" name: "Aland" $COUNTRY }
actor { id: "person/a" name: "Ann Aye" kind: ACTOR_KIND_PERSON
  office { title: "mayor" of: "country/A" from: "2010-01-01" to: "2020-01-01" }
}
actor { id: "person/b" name: "Bob Bee" kind: ACTOR_KIND_PERSON
  office { title: "mayor" of: "country/A" from: "2011-01-01" to: "2012-01-01" }
}
actor { id: "person/c" name: "Cyd Cee" kind: ACTOR_KIND_PERSON
  office { title: "mayor" of: "country/A" from: "2013-01-01" to: "2014-01-01" }
})",
     R"(a.txtpb:7: warning: person/b: "mayor" of country/A overlaps with the term of person/a (a.txtpb:3); check the dates, or mark the agent as `shared` [OVERLAPPING_OFFICE]
a.txtpb:10: warning: person/c: "mayor" of country/A overlaps with the term of person/a (a.txtpb:3); check the dates, or mark the agent as `shared` [OVERLAPPING_OFFICE]
)"},
    {"office that many share",
     R"(agent { id: "agent/senator" lemma: "senator" role: AGENT_ROLE_OFFICIAL shared: true $PROVEN }
actor { id: "country/A" name: "Aland" $COUNTRY }
actor { id: "person/a" name: "Ann Aye" kind: ACTOR_KIND_PERSON
  office { title: "senator" of: "country/A" from: "2020-01-01" to: "2022-01-01" }
}
actor { id: "person/b" name: "Bob Bee" kind: ACTOR_KIND_PERSON
  office { title: "senator" of: "country/A" from: "2021-12-01" to: "2023-01-01" }
})",
     ""},
    {"unknown office", R"(actor { id: "country/A" name: "Aland" $COUNTRY }
actor { id: "person/a" name: "Ann Aye" kind: ACTOR_KIND_PERSON office { title: "mayor" of: "country/A" } })",
     R"(a.txtpb:2: warning: person/a: no agent has the lemma "mayor"; add one, or the office is not found in texts [UNKNOWN_OFFICE]
)"},
    {"office without of",
     R"(actor { id: "person/a" name: "Ann Aye" kind: ACTOR_KIND_PERSON office { title: "mayor" } })",
     R"(a.txtpb:1: error: person/a: an office needs a title and an `of` [MISSING_FIELD]
)"},
    {"agent without anything", R"(agent { id: "agent/a" })",
     R"(a.txtpb:1: error: agent/a: the agent has no role; set one [MISSING_FIELD]
a.txtpb:1: error: agent/a: the agent has no lemma; give it one [MISSING_FIELD]
a.txtpb:1: warning: agent/a: there is no example; add a sentence in which the entry fires, with {holder} and [target] [MISSING_EXAMPLE]
a.txtpb:1: warning: agent/a: there is no counter_example; add a sentence in which the entry must not fire [MISSING_EXAMPLE]
)"},
    {"modifier without anything", R"(modifier { id: "modifier/a" })",
     R"(a.txtpb:1: error: modifier/a: the modifier has no effect; set one [MISSING_FIELD]
a.txtpb:1: error: modifier/a: the modifier has no phrase; give it one [MISSING_FIELD]
a.txtpb:1: warning: modifier/a: there is no example; add a sentence in which the entry fires, with {holder} and [target] [MISSING_EXAMPLE]
a.txtpb:1: warning: modifier/a: there is no counter_example; add a sentence in which the entry must not fire [MISSING_EXAMPLE]
)"},
    {"issue without name", R"(issue { id: "issue/a" })",
     R"(a.txtpb:1: error: issue/a: the issue has no name; give it one [MISSING_FIELD]
)"},
    {"light verb without anything", R"(light_verb {})",
     R"(a.txtpb:1: error: a light verb needs a direction [MISSING_FIELD]
a.txtpb:1: error: a light verb needs a lemma [MISSING_FIELD]
)"},
    {"reporting verb without lemma", R"(reporting_verb {})",
     R"(a.txtpb:1: error: a reporting verb needs a lemma [MISSING_FIELD]
)"},
    {"null phrase without phrase", R"(null {})",
     R"(a.txtpb:1: error: a null phrase needs a phrase [MISSING_FIELD]
)"},
    {"null phrase hides a name",
     R"(actor { id: "country/T" name: "Turkey" $COUNTRY }
null { phrase: "turkey" })",
     R"(a.txtpb:1: warning: country/T: the null phrase "turkey" (a.txtpb:2) hides a form of this entry; remove one of them [SHADOWED]
)"},
    {"word list without class", R"(word_list { words: "x" })",
     R"(a.txtpb:1: error: a word list needs a word_class that is a class of single words [MISSING_FIELD]
)"},
    {"function words without role", R"(function { words: "x" })",
     R"(a.txtpb:1: error: function words need a role [MISSING_FIELD]
)"},
    {"phrase in a word list",
     R"(word_list { word_class: WORD_CLASS_PREPOSITION words: "of such_as" })",
     R"(a.txtpb:1: warning: "such_as" is a phrase, which word lists do not match; list its words, or make it a cue or modifier [SKIPPED_WORD]
)"},
    {"two tokens in a word list",
     R"(word_list { word_class: WORD_CLASS_MODAL words: "can't" })",
     R"(a.txtpb:1: warning: "can't" is more than one token in a text; list its parts [NEVER_MATCHES]
)"},
    {"irregular without lemma", R"(irregular { past: "x" })",
     R"(a.txtpb:1: error: irregular forms need a lemma [MISSING_FIELD]
)"},
    {"abbreviation without text", R"(abbreviation {})",
     R"(a.txtpb:1: error: an abbreviation needs a text [MISSING_FIELD]
)"},
    {"abbreviation twice", R"(abbreviation { text: "Mr." }
abbreviation { text: "Mr." })",
     R"(a.txtpb:2: warning: the abbreviation "Mr." is listed before; remove one [DUPLICATE_FORM]
)"},
    {"bad calibration", R"(calibration { way: "verb/named" precision: 0.5 }
calibration { way: "verb/named" precision: 1.5 }
calibration { precision: 0.5 }
calibration { way: "verb" precision: 0.5 }
calibration { way: "sign/luck" log_odds: 0.5 }
calibration { way: "sign/title" log_odds: inf }
calibration { way: "cue/none" log_odds: 0.5 })",
     R"(a.txtpb:2: error: verb/named: the precision is not a number from 0 to 1 [BAD_NUMBER]
a.txtpb:2: error: verb/named: the way is calibrated twice; remove one [DUPLICATE_ID]
a.txtpb:3: error: a calibration needs a way [MISSING_FIELD]
a.txtpb:4: error: verb: no stance is found in such a way; write a kind of cue and "/named" or "/coreference", "sign/" and a sign, or the id of a cue [UNKNOWN_WAY]
a.txtpb:5: error: sign/luck: there is no such sign; calibration.h lists them [UNKNOWN_WAY]
a.txtpb:6: error: sign/title: the log-odds are not a number [BAD_NUMBER]
)"},
    {"form of quotation marks",
     R"(actor { id: "country/A" name: "\"" $COUNTRY })",
     R"(a.txtpb:1: error: country/A: the form """ can match nothing; write words, without quotation marks [EMPTY_FORM]
)"},
    {"form that is no UTF-8",
     R"(actor { id: "country/A" name: "A\377" $COUNTRY })",
     R"(a.txtpb:1: error: country/A: a form is not valid UTF-8; save the file as UTF-8 [BAD_UTF8]
)"},
    {"syntax", R"(actor { id: "country/A"
  name "x })",
     R"(a.txtpb:2:12: error: Unexpected end of string. [SYNTAX]
a.txtpb:2:8: error: Expected ":", found ""x }". [SYNTAX]
)"},
    {"unknown field", R"(actor { id: "country/A" name: "Aland" $COUNTRY
  nickname: "x" })",
     R"(a.txtpb:2:11: error: Message type "stance.lexicon.v1.Actor" has no field named "nickname". Correct the name; the fields are in lexicon.proto. [UNKNOWN_FIELD]
)"},
    {"unknown value", R"(actor { id: "country/A" kind: ACTOR_KIND_PLANET })",
     R"(a.txtpb:1:49: error: Unknown enumeration value of "ACTOR_KIND_PLANET" for field "kind". [SYNTAX]
)"},
};

TEST(FindingsTest, AreWordForWord) {
  for (const FindingRow& row : kFindingRows) {
    std::string text = row.text;
    text = Replaced(text, "$PROVEN",
                    "example: \"{A} hit [b].\" counter_example: \"A ran.\"");
    text = Replaced(text, "$FRAME", "frame { target { slot: SLOT_OBJECT } }");
    text = Replaced(text, "$COUNTRY", "kind: ACTOR_KIND_COUNTRY");
    std::vector<Finding> findings;
    std::vector<LexiconSource> sources;
    sources.push_back(ParseLexiconText("a.txtpb", text, &findings));
    const auto lexicon = CompileLexicon(sources, "n", "v", "c", &findings);
    std::string actual;
    bool error = false;
    for (const Finding& finding : findings) {
      actual += FormatFinding(finding) + "\n";
      error |= finding.severity == Severity::kError;
    }
    EXPECT_EQ(actual, row.findings) << row.name;
    const bool parsed = actual.find("[SYNTAX]") == std::string::npos &&
                        actual.find("[UNKNOWN_FIELD]") == std::string::npos;
    if (parsed) {
      EXPECT_EQ(lexicon == nullptr, error) << row.name;
    }
  }
}

}  // namespace
}  // namespace stance
