// Contrast rows: one phenomenon each, over the whole engine with the shipped
// lexicon. A row names every stance that must be there; "!" before a line means
// that it must not be.

#include <gtest/gtest.h>

#include <algorithm>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "service/engine/classifier.h"
#include "tests/engine/shipped_lexicon.h"

namespace stance {
namespace {

struct Row {
  const char* name;
  const char* text;
  // "holder|SUPPORTS|target": the holder's display name, words of the target.
  std::vector<const char*> stances;
};

const Row kRows[] = {
    {"active verb",
     "China supports a political solution.",
     {"China|SUPPORTS|political solution"}},
    {"shared subject",
     "China supports a political solution and opposes fanning the flames.",
     {"China|SUPPORTS|political solution", "China|OPPOSES|fanning the flames"}},
    {"coordinated holders",
     "China and Russia oppose sanctions.",
     {"China|OPPOSES|sanctions", "Russia|OPPOSES|sanctions"}},
    {"coordinated targets",
     "Peru condemned the raid and the blockade.",
     {"Peru|OPPOSES|raid", "Peru|OPPOSES|blockade"}},
    {"elliptic holders",
     "The Polish and Czech governments condemned the raid.",
     {"Poland|OPPOSES|raid"}},
    {"passive with agent",
     "The merger was welcomed by Germany.",
     {"Germany|SUPPORTS|merger"}},
    {"passive without agent",
     "The merger was condemned on Friday.",
     {"!|OPPOSES|merger"}},
    {"negated support",
     "Norway does not support the ban.",
     {"Norway|OPPOSES|ban"}},
    {"negated opposition",
     "Norway does not oppose the ban.",
     {"Norway|NEUTRAL|ban", "!Norway|OPPOSES|ban"}},
    {"no longer supports",
     "Norway no longer supports the ban.",
     {"Norway|OPPOSES|ban"}},
    {"no longer opposes",
     "Norway no longer opposes the ban.",
     {"Norway|SUPPORTS|ban"}},
    {"reported",
     "Lavrov said Russia supports the talks.",
     {"Russia|SUPPORTS|talks"}},
    {"reported after",
     "Russia supports the talks, Lavrov said on Monday.",
     {"Russia|SUPPORTS|talks"}},
    {"reported in inversion",
     "\"Russia supports the talks,\" said Lavrov.",
     {"Russia|SUPPORTS|talks"}},
    {"object control, reversed",
     "Brazil urged Japan to stop subsidising the whaling fleet.",
     {"Brazil|OPPOSES|whaling fleet"}},
    {"object control, plain",
     "Brazil urged Japan to respect the treaty.",
     {"Brazil|SUPPORTS|treaty", "!Japan|SUPPORTS|treaty"}},
    {"demand folds a nominal operator",
     "Chile called for an end to the sanctions.",
     {"Chile|OPPOSES|sanctions"}},
    {"demand with infinitive clause",
     "Chile called for the embargo to be lifted.",
     {"Chile|OPPOSES|embargo"}},
    {"main verb after a relative clause",
     "Lawmakers who met in Geneva rejected the treaty.",
     {"Lawmakers|OPPOSES|treaty"}},
    {"main verb after whose",
     "Farmers whose land was taken oppose the dam.",
     {"Farmers|OPPOSES|dam"}},
    {"relative clause without a pronoun",
     "Greenpeace criticised a pipeline Canada supports.",
     {"Greenpeace|OPPOSES|pipeline", "Canada|SUPPORTS|pipeline"}},
    {"the same before the main verb",
     "The dam Peru supports was condemned by Chile.",
     {"Peru|SUPPORTS|dam", "Chile|OPPOSES|dam"}},
    {"object with a reduced relative clause",
     "The union rejected an offer made by the company.",
     {"union|OPPOSES|offer", "!company|OPPOSES|union"}},
    {"neither, of holders",
     "Neither Iran nor Israel backed the text.",
     {"Iran|OPPOSES|text", "Israel|OPPOSES|text"}},
    {"neither, of targets",
     "Norway supports neither the ban nor the treaty.",
     {"Norway|OPPOSES|ban", "Norway|OPPOSES|treaty"}},
    {"neither, of verbs",
     "Norway neither supports nor opposes the ban.",
     {"Norway|NEUTRAL|ban", "!Norway|OPPOSES|ban"}},
    {"neither, after a predicate",
     "Norway is keen on neither the ban nor the treaty.",
     {"Norway|OPPOSES|ban", "Norway|OPPOSES|treaty"}},
    {"not only",
     "Not only Iran but also Russia condemned the strikes.",
     {"Iran|OPPOSES|strikes", "Russia|OPPOSES|strikes"}},
    {"both, of targets",
     "Greenpeace opposes both the mine and the dam.",
     {"Greenpeace|OPPOSES|mine", "Greenpeace|OPPOSES|dam"}},
    {"preposed adjective",
     "Unhappy with the offer, Peru walked out.",
     {"Peru|OPPOSES|offer"}},
    {"second adjective of a pair",
     "Spain is opposed to the dam and supportive of the treaty.",
     {"Spain|OPPOSES|dam", "Spain|SUPPORTS|treaty"}},
    {"adjective after a copula phrase",
     "Chile is in favour of the ban and opposed to the treaty.",
     {"Chile|SUPPORTS|ban", "Chile|OPPOSES|treaty"}},
    {"shortened clause, negated",
     "Norway supports the ban, but Sweden does not.",
     {"Norway|SUPPORTS|ban", "Sweden|OPPOSES|ban"}},
    {"shortened clause, affirmed",
     "Norway did not support the ban, but Sweden did.",
     {"Norway|OPPOSES|ban", "Sweden|SUPPORTS|ban"}},
    {"shortened clause of every target",
     "Norway backed the ban and the treaty; Sweden did not.",
     {"Sweden|OPPOSES|ban", "Sweden|OPPOSES|treaty"}},
    {"echo over a list",
     "Peru supports the text, as do Chile and Spain.",
     {"Chile|SUPPORTS|text", "Spain|SUPPORTS|text"}},
    {"names in a row",
     "Moscow, Beijing slam sanctions",
     {"Russia|OPPOSES|sanctions", "China|OPPOSES|sanctions"}},
    {"small clause", "Kenya wants the levy scrapped.", {"Kenya|OPPOSES|levy"}},
    {"evaluation keeps the noun",
     "Chile welcomed the moratorium on mining.",
     {"Chile|SUPPORTS|moratorium"}},
    {"nominal with possessor",
     "Beijing's opposition to the tariffs is well known.",
     {"China|OPPOSES|tariffs"}},
    {"nominal with light verb",
     "Algeria voiced support for the monitors.",
     {"Algeria|SUPPORTS|monitors"}},
    {"nominal with a group",
     "There is growing opposition to the dam among farmers.",
     {"farmers|OPPOSES|dam"}},
    {"adjective", "Spain is wary of the plan.", {"Spain|OPPOSES|plan"}},
    {"fixed phrase",
     "France is firmly in favour of the duties.",
     {"France|SUPPORTS|duties"}},
    {"two targets",
     "Turkey accused Greece of breaking the treaty.",
     {"Turkey|OPPOSES|Greece", "Turkey|OPPOSES|breaking the treaty"}},
    {"evaluated object",
     "Hungary called the plan a mistake.",
     {"Hungary|OPPOSES|plan"}},
    {"verdict in a quotation",
     "\"The plan is unacceptable,\" said Ines Moreau, a farmer.",
     {"Ines Moreau|OPPOSES|plan"}},
    {"official speaks for the country",
     "The Kenyan foreign minister condemned the coup.",
     {"Kenya|OPPOSES|coup"}},
    {"capital stands for the country",
     "Ottawa welcomed the ruling.",
     {"Canada|SUPPORTS|ruling"}},
    {"pronoun of a person",
     "Maria Silva left the party. She opposes the merger.",
     {"Maria Silva|OPPOSES|merger"}},
    {"pronoun of a body",
     "Greenpeace published a report. It opposes the pipeline.",
     {"Greenpeace|OPPOSES|pipeline"}},
    {"surname",
     "Maria Silva arrived on Monday. Silva condemned the vote.",
     {"Maria Silva|OPPOSES|vote"}},
    {"both countries",
     "Peru and Chile met. Both countries condemned the raid.",
     {"Peru|OPPOSES|raid", "Chile|OPPOSES|raid"}},
    {"echo",
     "Russia backed the delay. So did Kuwait.",
     {"Russia|SUPPORTS|delay", "Kuwait|SUPPORTS|delay"}},
    {"promise of the speaker",
     "Peru said it would not sign the treaty.",
     {"Peru|OPPOSES|treaty"}},
    {"demand by a modal verb",
     "Ana Reyes said the embargo should be lifted.",
     {"Ana Reyes|OPPOSES|embargo"}},
    {"negated demand by a modal verb",
     "\"The council should not sell the land,\" Ana Reyes said.",
     {"Ana Reyes|OPPOSES|sell the land"}},
    {"somebody else's duty is no stance",
     "The council should back the plan.",
     {"!council|SUPPORTS|plan"}},
    {"particle behind the object",
     "Ministers turned the offer down.",
     {"Ministers|OPPOSES|offer"}},
    {"contact relative",
     "Peru criticised the embargo that Kenya rejected.",
     {"Peru|OPPOSES|embargo", "Kenya|OPPOSES|embargo"}},
    {"own act refused",
     "Peru refused to criticise the raid.",
     {"Peru|NEUTRAL|raid", "!Peru|SUPPORTS|raid"}},
    {"manner of evaluation",
     "Residents greeted the ruling with dismay.",
     {"Residents|OPPOSES|ruling"}},
    {"own country",
     "Lavrov spoke in Doha. He said his country supports the talks.",
     {"Russia|SUPPORTS|talks"}},
    {"its of the same sentence",
     "Poland's minister condemned the plan. Sweden's opposition to trawling is "
     "known, and "
     "its minister called for an end to the practice.",
     {"Sweden|OPPOSES|practice"}},
    {"its before its verb of saying",
     "Greenpeace welcomed the plan. The Miners' Association is against it: "
     "\"The plan is reckless,\" said its chairwoman, Ines Moreau.",
     {"Miners' Association|OPPOSES|it", "!Greenpeace|OPPOSES|plan"}},
    {"it by salience",
     "A bill to close the mine was tabled in May. Miners oppose it.",
     {"Miners|OPPOSES|it"}},
    {"operator undone",
     "Peru will not stop supporting the talks.",
     {"Peru|SUPPORTS|talks"}},
    {"condition",
     "Norway said it could accept the paragraph provided that licences were "
     "honoured.",
     {"Norway|SUPPORTS|paragraph"}},
    {"hypothetical",
     "If Iran condemned the raid, prices would fall.",
     {"!|OPPOSES|raid"}},
    {"possibility", "Iran may condemn the raid.", {"!|OPPOSES|raid"}},
    {"question", "Will Iran condemn the raid?", {"!|OPPOSES|raid"}},
    {"counterfactual",
     "Had Iran condemned the raid, prices would have fallen.",
     {"!|OPPOSES|raid"}},
    {"meeting is no stance",
     "Lavrov met the Chinese minister on Monday.",
     {"!||"}},
    {"thing that condemns by its author",
     "The union issued a statement condemning the raid.",
     {"union|OPPOSES|raid"}},
    {"shared object",
     "Russia supports and will take part in the initiative.",
     {"Russia|SUPPORTS|initiative"}},
    {"speaker without a name behind a quotation",
     "\"We oppose the ban,\" said fishermen.",
     {"fishermen|OPPOSES|ban"}},
    {"speaker with a title behind a quotation",
     "\"I oppose the ban,\" said Senator Ruth Alder.",
     {"Ruth Alder|OPPOSES|ban"}},
    {"description of a body",
     "The European Union rejected the tariffs. The bloc condemned the raid.",
     {"European Union|OPPOSES|raid", "!bloc|OPPOSES|raid"}},
    {"description with an of phrase of its own",
     "France met the EU. The union of nurses condemned the raid.",
     {"union of nurses|OPPOSES|raid", "!European Union|OPPOSES|raid"}},
    {"noun that takes up its kind",
     "Chevron rejected the tariffs. The company condemned the raid.",
     {"Chevron|OPPOSES|raid"}},
    {"noun of another kind",
     "Peru rejected the tariffs. The company condemned the raid.",
     {"company|OPPOSES|raid", "!Peru|OPPOSES|raid"}},
    {"noun with more than an article",
     "Chevron rejected the tariffs. A rival company condemned the raid.",
     {"company|OPPOSES|raid", "!Chevron|OPPOSES|raid"}},
    {"name behind an of phrase",
     "The mayor of London, Sadiq Khan, welcomed the ban.",
     {"Sadiq Khan|SUPPORTS|ban"}},
    {"role behind an of phrase without a name",
     "The mayor of London welcomed the ban.",
     {"mayor of London|SUPPORTS|ban"}},
    {"spokesman for a body",
     "A spokesman for the German defence ministry welcomed the vote.",
     {"Germany|SUPPORTS|vote"}},
    {"administration of a person",
     "The Biden administration welcomed the ban.",
     {"United States|SUPPORTS|ban"}},
    {"name with its of phrase",
     "The Chamber of Industries supported the proposal.",
     {"Chamber of Industries|SUPPORTS|proposal"}},
    {"object between a light verb and its noun",
     "Farmers gave the plan their support.",
     {"Farmers|SUPPORTS|plan"}},
    {"object between, idiom",
     "Peru gave the pipeline the green light.",
     {"Peru|SUPPORTS|pipeline"}},
    {"preposition before the object between",
     "Peru gave the envoy its support for the talks.",
     {"Peru|SUPPORTS|talks", "!|SUPPORTS|envoy"}},
    {"time between a light verb and its noun",
     "Peru gave on Monday its support for the talks.",
     {"Peru|SUPPORTS|talks", "!|SUPPORTS|Monday"}},
    {"feeling about what the text is about",
     "Peru scrapped the levy. Growers were crestfallen.",
     {"Growers|OPPOSES|levy"}},
    {"feeling about something else",
     "Peru supports the levy. Growers were crestfallen to see frost.",
     {"!Growers|OPPOSES|levy"}},
    {"what they oppose is",
     "\"What we oppose is the haste,\" Peru said.",
     {"Peru|OPPOSES|haste"}},
    {"what they object to is",
     "\"What we object to is the haste,\" Peru said.",
     {"Peru|OPPOSES|haste"}},
    {"what they want is, without naming it",
     "What Peru wants is clear.",
     {"!|SUPPORTS|clear"}},
    {"high time",
     "It is high time to lift the ban, the union said.",
     {"union|OPPOSES|ban"}},
    {"high time, said by nobody",
     "It is high time to lift the ban.",
     {"!|OPPOSES|ban"}},
    {"gerund subject under a verb of saying",
     "Peru said closing the mine would be a mistake.",
     {"Peru|OPPOSES|closing the mine"}},
    {"gerund subject before its report",
     "Closing the mine would be wrong, Peru said.",
     {"Peru|OPPOSES|Closing the mine"}},
    {"gerund subject after that",
     "Peru said that closing the mine would be a disaster.",
     {"Peru|OPPOSES|closing the mine"}},
    {"gerund subject of a passive",
     "Closing the mine was condemned by Peru.",
     {"Peru|OPPOSES|Closing the mine"}},
    {"adjective of verdict inside a noun group",
     "Peru said the ban was a reckless move.",
     {"Peru|OPPOSES|ban"}},
    {"verdict behind a copula with a preposition",
     "The ban amounts to a betrayal, Peru said.",
     {"Peru|OPPOSES|ban"}},
    {"relative clause that calls",
     "Norway dropped a levy that Peru called grotesque.",
     {"Peru|OPPOSES|levy"}},
    {"contact clause that calls",
     "Norway dropped a levy Peru called grotesque.",
     {"Peru|OPPOSES|levy"}},
    {"what it called",
     "Peru denounced what it called a reckless merger.",
     {"Peru|OPPOSES|reckless merger"}},
    {"verdict in a phrase is not of the object",
     "Peru found the car in a wretched state.",
     {"!Peru|OPPOSES|car"}},
    {"in whose view",
     "In the view of Peru, the merger is reckless.",
     {"Peru|OPPOSES|merger"}},
    {"in the eyes of",
     "The merger is a disaster in the eyes of Peru.",
     {"Peru|OPPOSES|merger"}},
    {"for whom",
     "For Peru, the merger is a disaster.",
     {"Peru|OPPOSES|merger"}},
    {"a view that is not a viewpoint",
     "Peru has sympathy for Norway's view.",
     {"!Norway|SUPPORTS|view"}},
    {"to the dismay",
     "To the dismay of Peru, Norway approved the levy.",
     {"Peru|OPPOSES|levy", "Norway|SUPPORTS|levy"}},
    {"to their delight",
     "Norway approved the levy, to the delight of Peru.",
     {"Peru|SUPPORTS|levy"}},
    {"despite their opposition",
     "Despite Peru's opposition, Norway approved the levy.",
     {"Peru|OPPOSES|levy", "Norway|SUPPORTS|levy"}},
    {"with their support",
     "With the support of Peru, Norway approved the levy.",
     {"Peru|SUPPORTS|levy"}},
    {"what a demand is",
     "Peru's main demand is an end to the blockade.",
     {"Peru|OPPOSES|blockade"}},
    {"what is a demand",
     "A ceasefire has long been a demand of Peru.",
     {"Peru|SUPPORTS|ceasefire"}},
    {"need said by somebody",
     "\"We need a ceasefire,\" Peru said.",
     {"Peru|SUPPORTS|ceasefire"}},
    {"need said by nobody",
     "The patient needed a doctor.",
     {"!|SUPPORTS|doctor"}},
    {"time for",
     "It is time for a ceasefire, Peru said.",
     {"Peru|SUPPORTS|ceasefire"}},
    {"spoken harm",
     "The levy would hurt growers, Peru said.",
     {"Peru|OPPOSES|levy"}},
    {"has somebody's backing",
     "The levy has Peru's backing.",
     {"Peru|SUPPORTS|levy"}},
    {"support inside a body",
     "There is broad support in Peru for the levy.",
     {"Peru|SUPPORTS|levy"}},
    {"little of it",
     "There was little enthusiasm among farmers for the levy.",
     {"farmers|OPPOSES|levy"}},
    {"subject over its phrase",
     "Most lawmakers in the ruling party back the bill.",
     {"Most lawmakers|SUPPORTS|bill"}},
    {"list of subjects in a subordinate clause",
     "France wants a pact, while Oslo and Peru oppose the levy.",
     {"Peru|OPPOSES|levy"}},
    {"neither nor before its verb",
     "Neither Norway nor Sweden supports the levy.",
     {"Norway|OPPOSES|levy", "Sweden|OPPOSES|levy"}},
    {"subject after but",
     "Norway opposes the levy but farmers support the quota.",
     {"farmers|SUPPORTS|quota", "!farmers|OPPOSES|quota"}},
    {"what was urged is not held",
     "Peru has been urged to oppose the levy.",
     {"!Peru|OPPOSES|levy"}},
    {"purpose after a place",
     "Farmers marched through Warsaw to protest against the levy.",
     {"Farmers|OPPOSES|levy"}},
    {"so many in so many",
     "Two in three voters back the levy.",
     {"Two in three voters|SUPPORTS|levy"}},
    {"a group takes up a name",
     "Greenpeace met in Oslo. The group opposes the levy.",
     {"Greenpeace|OPPOSES|levy"}},
    {"sees as", "Egypt sees the dam as a threat.", {"Egypt|OPPOSES|dam"}},
};

// With derived stances asked for.
const Row kDerivedRows[] = {
    {"condemned act against a deal",
     "Egypt condemned the blocking of the deal.",
     {"Egypt|OPPOSES|blocking of the deal", "Egypt|SUPPORTS|deal (derived)"}},
    {"criticised for an act",
     "Kenya criticised Japan for vetoing the treaty.",
     {"Kenya|OPPOSES|vetoing the treaty", "Kenya|SUPPORTS|treaty (derived)"}},
    {"welcomed end",
     "Peru welcomed the lifting of sanctions.",
     {"Peru|SUPPORTS|lifting of sanctions",
      "Peru|OPPOSES|sanctions (derived)"}},
    {"a demand says it itself",
     "Peru called for the lifting of sanctions.",
     {"Peru|OPPOSES|sanctions", "!||(derived)"}},
    {"nothing follows from a thing",
     "Peru condemned the raid.",
     {"Peru|OPPOSES|raid", "!||(derived)"}},
};

bool Contains(std::string_view text, std::string_view part) {
  return text.find(part) != std::string_view::npos;
}

void ExpectStances(std::span<const Row> rows, const ClassifyOptions& options) {
  const Classifier classifier(ShippedLexicon());
  Classifier::Scratch scratch;
  for (const Row& row : rows) {
    SCOPED_TRACE(row.name);
    ArticleView article;
    article.text = row.text;
    const auto analysis = classifier.Classify(article, options, &scratch);
    ASSERT_TRUE(analysis.ok()) << analysis.status();
    std::vector<std::string> found;
    for (const ActorStances& actor : analysis->actors) {
      for (const Stance& s : actor.stances) {
        const char* polarity =
            s.polarity == lexicon::v1::POLARITY_SUPPORTS  ? "SUPPORTS"
            : s.polarity == lexicon::v1::POLARITY_OPPOSES ? "OPPOSES"
                                                          : "NEUTRAL";
        std::string line(actor.actor.display_name);
        line.append("|").append(polarity).append("|").append(s.target.text);
        if (s.derived) line += " (derived)";
        found.push_back(std::move(line));
      }
    }
    std::string all;
    for (const std::string& line : found) all += "\n  " + line;
    for (std::string_view expected : row.stances) {
      const bool forbidden = expected[0] == '!';
      if (forbidden) expected.remove_prefix(1);
      const size_t bar = expected.find('|');
      const size_t bar2 = expected.find('|', bar + 1);
      const std::string_view holder = expected.substr(0, bar);
      const std::string polarity(expected.substr(bar, bar2 - bar + 1));
      const std::string_view target = expected.substr(bar2 + 1);
      const bool there =
          std::any_of(found.begin(), found.end(), [&](const std::string& line) {
            const size_t at = line.find('|');
            return (holder.empty() || Contains(line.substr(0, at), holder)) &&
                   (polarity == "||" || Contains(line, polarity)) &&
                   Contains(line.substr(at), target);
          });
      EXPECT_EQ(there, !forbidden)
          << row.text << "\nexpected: " << (forbidden ? "no " : "") << expected
          << "\nfound:" << all;
    }
  }
}

TEST(StanceTest, Rows) { ExpectStances(kRows, {}); }

TEST(StanceTest, DerivedRows) {
  ExpectStances(kDerivedRows, {.include_derived = true});
}

TEST(StanceTest, DerivedStancesAreLessSure) {
  const Classifier classifier(ShippedLexicon());
  Classifier::Scratch scratch;
  const auto analysis =
      classifier.Classify({.text = "Peru welcomed the lifting of sanctions."},
                          {.include_derived = true}, &scratch);
  ASSERT_TRUE(analysis.ok()) << analysis.status();
  ASSERT_EQ(analysis->actors.size(), 1u);
  const std::vector<Stance>& stances = analysis->actors[0].stances;
  ASSERT_EQ(stances.size(), 2u);
  EXPECT_FALSE(stances[0].derived);
  EXPECT_TRUE(stances[1].derived);
  EXPECT_LT(stances[1].confidence, stances[0].confidence);
}

}  // namespace
}  // namespace stance
