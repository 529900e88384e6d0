// Word classes of words that have several, in their sentence.
//
// Notation: "/class" behind a word says what it must be; words without it are
// not looked at. Classes as in parse.h.

#include <gtest/gtest.h>

#include <cctype>
#include <string>
#include <string_view>
#include <vector>

#include "tests/engine/syntax/parse.h"

namespace stance {
namespace {

struct Expected {
  size_t byte;  // of the last character of the word, in the plain sentence
  std::string name;
};

struct Marked {
  std::string plain;
  std::vector<Expected> words;
};

Marked ReadMarks(std::string_view row) {
  Marked marked;
  for (size_t i = 0; i < row.size(); ++i) {
    if (row[i] != '/') {
      marked.plain += row[i];
      continue;
    }
    size_t end = i + 1;
    while (end < row.size() && std::isalpha(row[end]) != 0) ++end;
    marked.words.push_back(
        {marked.plain.size() - 1, std::string(row.substr(i + 1, end - i - 1))});
    i = end - 1;
  }
  return marked;
}

// What stands beside another class and does not make it wrong: "no" is a
// determiner and negates; auxiliaries keep the form of the verb.
uint32_t Beside(uint32_t wanted) {
  uint32_t bits = wanted;
  if (wanted & kAnyNoun) bits |= wanted & kProper ? 0 : kNoun | kNounPlural;
  if (wanted & (kBe | kHave | kDo)) bits |= kAnyVerb;
  if (wanted & (kDeterminer | kPronoun)) bits |= kNegation;
  if (wanted & kNegation) bits |= kDeterminer | kPronoun | kAdverb;
  return bits;
}

// What is wrong with the row; empty where nothing is.
std::string Mistakes(std::string_view row) {
  const Marked marked = ReadMarks(row);
  const Parse parse(marked.plain);
  std::string mistakes;
  for (const Expected& word : marked.words) {
    const uint32_t wanted = ClassBits(word.name);
    EXPECT_NE(wanted, 0u) << "no such class: " << word.name;
    uint32_t tag = 0;
    std::string_view unit;
    for (uint32_t u = 0; u < parse.syntax.units.size(); ++u) {
      const Unit& candidate = parse.syntax.units[u];
      if (parse.text.tokens[candidate.begin].begin <= word.byte &&
          word.byte < parse.text.tokens[candidate.end - 1].end) {
        tag = candidate.tag;
        unit = parse.UnitText(u);
      }
    }
    if ((tag & wanted) == 0 || (tag & ~Beside(wanted)) != 0) {
      mistakes.append("  ").append(unit).append(": expected ");
      mistakes.append(word.name).append(", is ").append(ClassNames(tag));
      mistakes += '\n';
    }
  }
  if (!mistakes.empty()) mistakes += PrintTags(parse);
  return mistakes;
}

const char* const kRows[] = {
    // support
    "China supports/vz the plan.",
    "They support/vb the plan.",
    "China's support/n for the plan grew/vd.",
    "Farmers support/vb the ban/n on imports.",
    "The support/n of farmers/ns was/be decisive/adj.",
    "Peru voiced/vd support/n for the talks/ns.",
    "The party offered/vd its support/n to the bill/n.",
    "The minister supported/vd the plan.",
    "The plan, supported/vn by Germany, failed/vd.",
    "A plan supported/vn by Germany failed/vd.",
    "Ministers supporting/vg the plan met/vd on Monday/time.",
    "The government will support/vb farmers/ns.",
    "Support/n for the deal is growing/vg.",
    // back
    "Russia backs/vz the plan.",
    "Germany and France back/vb the plan.",
    "The union is backing/vg the strike/n.",
    "Peru backed/vd the motion.",
    "He said he would back/vb the bill.",
    "The minister has/have backed/vn calls/ns for reform.",
    // sanction, ban, block
    "The sanctions/ns hurt/v exporters.",
    "The council will sanction/vb the firm.",
    "The EU sanctioned/vd two banks.",
    "Iran opposes new sanctions/ns.",
    "The sanctioned/adj banks appealed/vd.",
    "The court banned/vd the party.",
    "The ban/n was lifted/vn.",
    "They want to ban/vb the party.",
    "A banned/adj party won seats.",
    "The law bans/vz the party.",
    "Norway opposes bans/ns on whaling/n.",
    "Hungary blocked/vd the aid/n.",
    "The bloc blocks/vz imports/ns.",
    "The block/n was closed/vn.",
    "He accused Hungary of blocking/vg the aid.",
    "The blocking/n of the deal angered/vd Spain.",
    // protest, vote
    "Farmers protested/vd against the deal.",
    "The protest/n was peaceful/adj.",
    "Thousands protest/v against the law.",
    "Protests/ns broke/vd out in Lagos.",
    "The students plan/vb to protest/vb on Friday.",
    "Lawmakers vote/vb on the bill today.",
    "Lawmakers voted/vd for the bill.",
    "The vote/n was close.",
    "She will vote/vb against the bill.",
    "The votes/ns were counted/vn.",
    "The senator votes/vz for the bill.",
    "Japan saw/vd a protest/n in Osaka.",
    // hope, welcome
    "We hope/vb the talks/ns succeed/vb.",
    "The hope/n of peace faded/vd.",
    "Peru hopes/vz the talks succeed.",
    "Hopes/ns for peace faded/vd.",
    "China welcomes/vz the deal.",
    "The deal is welcome/adj.",
    "The visitors were welcome/adj.",
    "Spain gave the plan a warm welcome/n.",
    "We welcome/vb the decision.",
    "The deal was a welcome/adj gesture/n.",
    "They welcomed/vd the decision.",
    // object, charge, fault
    "Residents object/vb to the plan.",
    "The object/n of the talks was peace.",
    "Spain objected/vd to the wording.",
    "The company charged/vd the users/ns.",
    "He faces/vz a charge/n of fraud.",
    "Prosecutors charge/vb that he lied/vd.",
    "She was charged/vn with fraud.",
    "The fault/n runs/vz under Ankara.",
    "Critics fault/vb the agency.",
    // that
    "Peru said that/sub the plan failed/vd.",
    "That/det plan failed/vd.",
    "The plan that/rel failed/vd was old.",
    "That/prn is wrong/adj.",
    "He opposes that/prn.",
    "Iran denied/vd that/det claim/n.",
    "The minister warned/vd that/sub sanctions/ns would fail/vb.",
    // to
    "China wants to/to end/vb the war.",
    "China went to/p war.",
    "Norway is opposed/v to/p sanctions/ns.",
    "The visit to/p China ended/vd.",
    "They agreed/vd to/p talks/ns.",
    // 's
    "China's/clitic plan failed/vd.",
    "It's/be a mistake/n.",
    "He's/be opposed/v to the deal.",
    "The bank's/clitic backing/n ended.",
    "What's/be next is unclear/adj.",
    "The ministers'/clitic visit ended/vd.",
    // her
    "She defended/vd her/poss record/n.",
    "He criticised/vd her/prn.",
    "He told her/prn that/sub the plan failed.",
    "Her/poss support/n matters.",
    "They urged her/prn to resign/vb.",
    // like
    "Countries like/p Peru oppose/vb the ban.",
    "He would like/vb to help/vb.",
    // past or participle
    "The firm accused/vn of fraud closed/vd.",
    "The firm accused/vd Peru of fraud.",
    "Prices raised/vn by the firm fell/vd.",
    "The man arrested/vn on Monday denied/vd the charges/ns.",
    "The agreement reached/vn in Paris was praised/vn.",
    "The ministers reached/vd an agreement.",
    "Norway has/have not endorsed/vn the plan.",
    "Asked/vn about the plan, he left/vd.",
    "Condemned/vn by Peru, the raid went on.",
    // gerunds
    "The fighting/n continued/vd.",
    "They are against raising/vg taxes/ns.",
    "The minister left, calling/vg the plan absurd/adj.",
    "Peru is considering/vg leaving/vg the pact.",
    // headlines
    "Paris backs/vz Berlin plan/n",
    "Lawmakers reject/vb budget/n",
    "Senate blocks/vz arms/ns deal/n",
    "Teachers protest/vb pay cuts/ns",
    "China slams/vz US tariffs/ns",
    // the verb after a relative clause, and inside one without a pronoun
    "The motion, which Peru backs/vz, failed/vd.",
    "The plan Russia backs/vz has/have failed/vn.",
    "The plan that/rel Peru backs/vz is old.",
    "The claim that/sub Peru backs the raid is false.",
    "The minister who backed/vd the plan resigned/vd.",
    "Residents who attended/vd the meeting opposed/vd the scheme.",
    "Countries that signed/vd the deal back/vb the plan.",
    "The party that won/vd the vote backs/vz the treaty.",
    "Workers who protested/vd demand/vb compensation/n.",
    "The union, whose request/n was denied, objected/vd.",
    "Critics attacked/vd a plan the mayor supports/vz.",
    "Nurses told reporters that/sub the pay offer/n was/be poor.",
    "Teachers rejected/vd the deal their leaders signed/vd.",
    "The union rejected/vd the offer made/vn in May.",
    // the last word
    "Voters/ns object/vb.",
    // the first word of a pair
    "Neither/neg Iran nor/cc Israel objected.",
    "Peru opposes both/adv the mine and the dam.",
    "Both/q sides/ns and the EU objected.",
    // others
    "The German/adj government objected/vd.",
    "The Germans/ns objected/vd.",
    "He spoke in German/PN.",
    "The military/n condemned/vd the raid.",
    "The military/adj court sat.",
    "No/neg country/n backs/vz the raid.",
    "The country is against/p the raid.",
    "Both/q sides/ns want/vb peace/n.",
    "They may/md oppose the plan.",
    "In May/time they met.",
    "While/sub Peru backs the plan, Chile opposes it.",
    "Since/sub the war began/vd, prices rose/vd.",
    "The call/n for peace was heard.",
    "They call/vb for peace.",
    "Who/int backs/vz the plan?",
    "The man who/rel backs/vz the plan left.",
    "The needs/ns of farmers are clear/adj.",
    "Peru needs/vz help/n.",
    "The cost/n rose.",
    "Last year/time exports/ns fell.",
    "Exports/ns to China fell.",
    "The lead/n negotiator left.",
    "The answers/ns please/vb nobody.",
    "The EU backs/vz down.",
    "Sanctions/ns against Iran remain/vb.",
    "The block/n opposes/vz tariffs/ns.",
    "Voters/ns hope/vb for peace.",
    "China urged/vd her/poss allies/ns to/to back/vb the plan.",
    "The bill that/rel the Senate passed/vd is dead.",
    "He insisted/vd that/sub the vote/n be/be held/vn.",
    "Peru exports/vz copper.",
    "The law bans/vz smoking in bars.",
    "Nobody backs/vz the raid.",
    "They like/vb the plan.",
    "Countries like/p Peru oppose/vb the plan.",
    "Peru, like/p Chile, has a coast.",
};

const char* const kKnownWrong[] = {
    "A truce is/be needed/vn.",
    "He thanked/vd supporting/adj states.",
    "The troops went/vd back/adv to their bases.",
    "The country won back/adv the islands.",
    "Cutting/vg aid/n would hurt/vb farmers.",
    "Spain opposes cutting/vg aid/n.",
    "Rising/adj prices/ns angered/vd voters.",
    "He stayed for a while/n.",
    "Since/p Monday prices rose.",
    "Before/p the vote he left.",
};

TEST(TaggerTest, Rows) {
  for (const char* row : kRows) {
    EXPECT_EQ(Mistakes(row), "") << row;
  }
}

// Wrong today. A row that has become right fails here: move it up.
TEST(TaggerTest, KnownWrong) {
  for (const char* row : kKnownWrong) {
    EXPECT_NE(Mistakes(row), "") << "now right: " << row;
  }
}

}  // namespace
}  // namespace stance
