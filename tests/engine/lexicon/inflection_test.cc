#include "service/engine/lexicon/inflection.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace stance {
namespace {

std::string Join(const std::vector<std::string>& forms) {
  std::string joined;
  for (const std::string& form : forms) {
    if (!joined.empty()) joined += ' ';
    joined += form;
  }
  return joined;
}

// A few irregular words, each for one thing that entries may say.
Inflector Irregulars() {
  Inflector inflector;
  const auto add = [&](const char* lemma, const char* past,
                       const char* participle, const char* gerund,
                       const char* third, const char* plural,
                       const char* present) {
    lexicon::v1::IrregularForms forms;
    forms.set_lemma(lemma);
    forms.set_past(past);
    forms.set_participle(participle);
    forms.set_gerund(gerund);
    forms.set_third_person(third);
    forms.set_plural(plural);
    forms.set_present(present);
    inflector.AddIrregular(forms);
  };
  add("be", "was were", "been", "being", "is 's", "", "am are 're");
  add("have", "had", "", "", "has", "", "");
  add("throw", "threw", "thrown", "", "", "", "");
  add("commit", "committed", "", "", "", "", "");
  add("rebut", "", "", "rebutting", "", "", "");
  add("learn", "learned learnt", "", "", "", "", "");
  add("elect", "elected", "", "", "", "", "");
  add("cut", "cut", "", "", "", "", "");
  add("leaf", "", "", "", "", "leaves", "");
  add("crisis", "", "", "", "", "crises", "");
  add("series", "", "", "", "", "series", "");
  add("person", "", "", "", "", "people persons", "");
  return inflector;
}

struct VerbRow {
  const char* lemma;
  const char* third;
  const char* past;
  const char* participle;
  const char* gerund;
};

TEST(InflectionTest, Verbs) {
  constexpr VerbRow kRows[] = {
      {"support", "supports", "supported", "supported", "supporting"},
      {"back", "backs", "backed", "backed", "backing"},
      {"condemn", "condemns", "condemned", "condemned", "condemning"},
      {"oppose", "opposes", "opposed", "opposed", "opposing"},
      {"welcome", "welcomes", "welcomed", "welcomed", "welcoming"},
      {"urge", "urges", "urged", "urged", "urging"},
      {"praise", "praises", "praised", "praised", "praising"},
      {"reject", "rejects", "rejected", "rejected", "rejecting"},
      {"argue", "argues", "argued", "argued", "arguing"},
      {"agree", "agrees", "agreed", "agreed", "agreeing"},
      {"dye", "dyes", "dyed", "dyed", "dyeing"},
      {"lie", "lies", "lied", "lied", "lying"},
      {"use", "uses", "used", "used", "using"},
      {"deny", "denies", "denied", "denied", "denying"},
      {"decry", "decries", "decried", "decried", "decrying"},
      {"delay", "delays", "delayed", "delayed", "delaying"},
      {"veto", "vetoes", "vetoed", "vetoed", "vetoing"},
      {"woo", "woos", "wooed", "wooed", "wooing"},
      {"press", "presses", "pressed", "pressed", "pressing"},
      {"push", "pushes", "pushed", "pushed", "pushing"},
      {"attach", "attaches", "attached", "attached", "attaching"},
      {"fix", "fixes", "fixed", "fixed", "fixing"},
      {"stop", "stops", "stopped", "stopped", "stopping"},
      {"ban", "bans", "banned", "banned", "banning"},
      {"slam", "slams", "slammed", "slammed", "slamming"},
      {"plan", "plans", "planned", "planned", "planning"},
      {"quit", "quits", "quitted", "quitted", "quitting"},
      {"allow", "allows", "allowed", "allowed", "allowing"},
      {"tax", "taxes", "taxed", "taxed", "taxing"},
      {"play", "plays", "played", "played", "playing"},
      {"need", "needs", "needed", "needed", "needing"},
      {"help", "helps", "helped", "helped", "helping"},
      {"appeal", "appeals", "appealed", "appealed", "appealing"},
      {"deplore", "deplores", "deplored", "deplored", "deploring"},
      {"develop", "develops", "developed", "developed", "developing"},
      {"visit", "visits", "visited", "visited", "visiting"},
      {"offer", "offers", "offered", "offered", "offering"},
      {"panic", "panics", "panicked", "panicked", "panicking"},
      {"cancel", "cancels", "canceled cancelled", "canceled cancelled",
       "canceling cancelling"},
      {"be", "is 's", "was were", "been", "being"},
      {"have", "has", "had", "had", "having"},
      {"throw", "throws", "threw", "thrown", "throwing"},
      {"commit", "commits", "committed", "committed", "committing"},
      {"rebut", "rebuts", "rebutted", "rebutted", "rebutting"},
      {"learn", "learns", "learned learnt", "learned learnt", "learning"},
      {"cut", "cuts", "cut", "cut", "cutting"},
      {"re-elect", "re-elects", "re-elected", "re-elected", "re-electing"},
      {"co-sponsor", "co-sponsors", "co-sponsored", "co-sponsored",
       "co-sponsoring"},
  };
  const Inflector inflector = Irregulars();
  for (const VerbRow& row : kRows) {
    SCOPED_TRACE(row.lemma);
    const VerbForms forms = inflector.Verb(row.lemma);
    EXPECT_EQ(Join(forms.third), row.third);
    EXPECT_EQ(Join(forms.past), row.past);
    EXPECT_EQ(Join(forms.participle), row.participle);
    EXPECT_EQ(Join(forms.gerund), row.gerund);
  }
  EXPECT_EQ(Join(inflector.Verb("be").present), "am are 're");
}

struct FormRow {
  const char* from;
  const char* to;
};

TEST(InflectionTest, Plurals) {
  constexpr FormRow kRows[] = {
      {"minister", "ministers"},
      {"ally", "allies"},
      {"day", "days"},
      {"colloquy", "colloquies"},
      {"boss", "bosses"},
      {"tax", "taxes"},
      {"speech", "speeches"},
      {"Czech", "Czechs"},
      {"clash", "clashes"},
      {"bus", "buses"},
      {"veto", "vetoes vetos"},
      {"studio", "studios"},
      {"Chinese", "Chinese"},
      {"Pole", "Poles"},
      {"Israeli", "Israelis"},
      {"German", "Germans"},
      {"Roman", "Romans"},
      {"human", "humans"},
      {"chairman", "chairmen"},
      {"spokeswoman", "spokeswomen"},
      {"Englishman", "Englishmen"},
      {"layman", "laymen"},
      {"hypothesis", "hypotheses"},
      {"crisis", "crises"},
      {"mini-crisis", "mini-crises"},
      {"series", "series"},
      {"leaf", "leaves"},
      {"person", "people persons"},
      {"by-election", "by-elections"},
      {"F-16", "F-16s"},
      {"NGO", "NGOs"},
  };
  const Inflector inflector = Irregulars();
  for (const FormRow& row : kRows) {
    EXPECT_EQ(Join(inflector.Plurals(row.from)), row.to) << row.from;
  }
}

TEST(InflectionTest, Singulars) {
  constexpr FormRow kRows[] = {
      {"sanctions", "sanction"},
      {"allies", "ally"},
      {"taxes", "tax"},
      {"speeches", "speech"},
      {"clashes", "clash"},
      {"losses", "loss"},
      {"bases", "base"},
      {"vetoes", "veto"},
      {"crises", "crisis"},
      {"leaves", "leaf"},
      {"people", "person"},
      {"prices", "price"},
      {"ban", ""},
      {"virus", ""},
      {"loss", ""},
      {"analysis", ""},
      {"politics", ""},
      {"gas", ""},
      {"US", ""},
  };
  const Inflector inflector = Irregulars();
  for (const FormRow& row : kRows) {
    EXPECT_EQ(inflector.Singular(row.from), row.to) << row.from;
  }
}

TEST(InflectionTest, Degrees) {
  constexpr FormRow kRows[] = {
      {"strong", "stronger strongest"},
      {"large", "larger largest"},
      {"big", "bigger biggest"},
      {"angry", "angrier angriest"},
      {"new", "newer newest"},
      {"critical", ""},
      {"active", ""},
  };
  for (const FormRow& row : kRows) {
    EXPECT_EQ(Join(Inflector::Degrees(row.from)), row.to) << row.from;
  }
}

}  // namespace
}  // namespace stance
