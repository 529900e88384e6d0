#!/usr/bin/env python3
"""Every form of a holder, a speaker and a target in every place where one can stand.

usage: crossings.py STANCECTL LEXICON [--show WORDS]

Real news names somebody in many ways ("the mayor, Ana Roe,", "Ana Roe, who lives nearby,", "a spokeswoman for the union") and says
what they say in many ("…," A said on Monday; A said on Monday it …). What is read in one combination may be lost in another. Each table below
crosses the forms (rows) with the places (columns); the share of the combinations whose stance is found is printed for each row and
column that is not perfect, and in all.

Exit code 1: a table has fallen below its least share.
"""
import argparse
import collections
import dataclasses
import re
import sys

from batch import classify

PERSONS = [
    "Maria Santos", "the mayor", "the mayor, Maria Santos,", "Maria Santos, the mayor,", "Maria Santos, who chairs the council,",
    "Maria Santos, 54,", "Maria Santos, a nurse from Leeds,", "Maria Santos of the nurses' union", "the union's leader, Maria Santos,",
    "Mayor Maria Santos", "Dr Santos", "a spokeswoman for the union", "the union's Maria Santos", "Maria Santos (Labour)",
    "Maria Santos, the MP for Leeds,", "Maria Santos, chief executive of the port,", "the chairman of the union, Maria Santos,",
    "union leader Maria Santos", "the guild's head of policy, Maria Santos,", "one resident, Maria Santos,",
    "Cllr Maria Santos, who lives nearby,", "Maria Santos, whose farm is nearby,", "the minister of trade, Maria Santos,",
    "local farmer Maria Santos, 61,", "a union official", "a resident who declined to be named", "Maria Santos, speaking for the union,",
    "Maria Santos, spokeswoman for the guild,", "Santos",
]
BODIES = [
    "France's Macron", "the Greens", "Britain", "London", "the UN's refugee agency", "the Tata group", "many of the residents",
    "most farmers", "both parties", "Peru, Chile and Fiji", "the port of Leeds", "members of the union", "the German chancellor",
    "the chancellor, Olaf Scholz,", "Volkswagen, Europe's biggest carmaker,", "Greenpeace, which campaigns on the seas,", "the US",
    "the Labour-run council", "some 200 nurses", "a group of nurses", "a coalition of unions and charities", "the bishop of Leeds",
    "Amnesty International", "the trade minister, who is from the Green party,", "the company (a unit of Tata)",
    "the National Farmers' Union (NFU)", "Mr Scholz", "the country's top court", "the two countries", "the bloc",
]
SAID = ["The levy is unfair", "The levy will cost jobs", "The levy must go", "The levy is a disgrace"]
ATTRIBUTIONS = [
    "“{Q},” {A} said.", "“{Q},” {A} said on Monday.", "“{Q},” {A} said in a statement.", "“{Q},” {A} told reporters.",
    "“{Q},” {A} told the BBC on Monday.", "“{Q},” said {A}.", "“{Q},” said {A} on Monday.", "“{Q},” said {A} in a statement.",
    "{A} said: “{Q}.”", "{A} said on Monday: “{Q}.”", "{A} said {q}.", "{A} said that {q}.", "{A} said on Monday that {q}.",
    "{A} said on Monday {q}.", "{A} said in a letter to ministers that {q}.", "{A} told the council that {q}.", "{A} told the council {q}.",
    "{Q}, {A} said.", "{Q}, {A} said on Monday.", "{Q}, said {A}.", "{Q}, according to {A}.", "According to {A}, {q}.",
    "{A} added: “{Q}.”", "{A} added that {q}.", "“{Q},” {A} said, adding that talks would go on.", "“The talks go on. {Q},” {A} said.",
    "“The talks go on,” {A} said. “{Q}.”", "“The talks go on,” said {A}. “{Q}.”", "“The talks go on,” {A} told the BBC on Monday. “{Q}.”",
    "“The talks,” {A} said, “go on. {Q}.”", "{A} was blunt: “{Q}.”", "For {A}, {q}.", "{A} argued that {q}.", "{A} insisted {q}.",
    "{A} has said {q}.", "{A}, though, said {q}.", "{A} posted on X: “{Q}.”", "{A} wrote: “{Q}.”", "In a letter, {A} wrote that {q}.",
    "Speaking after the vote, {A} said {q}.", "Asked about the vote, {A} said: “{Q}.”", "{A} says {q}.", "{A} believes {q}.",
    "{A} thinks {q}.", "{A} put it simply: “{Q}.”", "“{Q},” {A} says.", "“{Q},” was how {A} put it.", "“I am tired,” {A} said. “{Q}.”",
]
CLAUSES = [
    "{A} opposed the levy.", "{A} on Monday opposed the levy.", "{A} has long opposed the levy.", "{A} wants the levy scrapped.",
    "{A} called for the levy to be scrapped.", "{A} urged ministers to scrap the levy.", "{A} called the levy unfair.",
    "{A} described the levy as unfair.", "{A} is against the levy.", "{A} remains wary of the levy.", "{A} voiced concern over the levy.",
    "{A} voted against the levy.", "{A} refused to back the levy.", "{A} did not support the levy.",
    "{A} condemned the levy, saying it was unfair.", "{A} joined Fiji in condemning the levy.", "The levy was condemned by {A}.",
    "The levy has drawn criticism from {A}.", "The levy was met with anger by {A}.", "On Monday {A} opposed the levy.",
    "While Fiji backs the levy, {A} opposes it.", "Fiji backs the levy but {A} opposes it.", "Fiji backs the levy; {A} opposes it.",
    "Opposition to the levy came from {A}.", "Criticism by {A} of the levy grew.", "{A} criticised the council for the levy.",
    "{A} accused ministers of imposing the levy.", "{A}, too, opposed the levy.", "The levy, opposed by {A}, is due in May.",
    "The levy, which {A} opposed, is due in May.", "Ministers imposed the levy over the objections of {A}.",
    "Ministers dropped the levy after an outcry from {A}.", "Ministers imposed the levy without the support of {A}.",
    "{A} threatened to strike over the levy.", "{A} walked out in protest at the levy.", "{A} sued over the levy.",
    "{A} filed a lawsuit against the levy.", "{A} warned that the levy would cost jobs.", "{A} pledged to fight the levy.",
    "{A} vowed to repeal the levy.", "{A} said the levy should be scrapped.", "In a statement, {A} condemned the levy.",
]
TARGETS = {
    "the levy": "levy", "a levy on sugar": "levy on sugar", "the proposed levy": "levy", "the levy on sugar imports": "levy on sugar imports",
    "plans for a levy on sugar": "plans for a levy", "the government's levy": "levy",
    "the government's plan to impose a levy on sugar": "plan to impose a levy on sugar",
    "a bill that would impose a levy on sugar": "bill", "raising the levy": "raising the levy",
    "the decision to raise the levy": "decision to raise the levy", "the idea of a levy": "levy", "any levy on sugar": "levy on sugar",
    "the €3 levy": "levy", "the levy proposed by Fiji": "levy", "the levy, which takes effect in May,": "levy",
    "the levy announced on Monday": "levy", "higher levies on sugar": "levies on sugar", "Fiji's levy on sugar": "levy on sugar",
    "the move to raise the levy": "move to raise the levy", "efforts to raise the levy": "efforts to raise the levy",
    "the extension of the levy": "extension of the levy", "the way the levy was imposed": "way",
    "the levy and the cap": "levy", "a “sugar levy”": "sugar levy", "the use of force against strikers": "use of force",
    "the closure of the port of Leeds": "closure of the port", "new rules on short-term lets": "rules on short-term lets",
    "the release of all prisoners": "release of all prisoners", "the country's first nuclear plant": "nuclear plant",
}
ABOUT = {
    "The union opposed {C}.": "OPPOSES", "The union opposed {C} on Monday.": "OPPOSES",
    "The union opposed {C} in a letter to ministers.": "OPPOSES", "The union opposed {C} at a meeting in Lima.": "OPPOSES",
    "The union opposed {C} because of the cost.": "OPPOSES", "The union opposed {C}, saying it was rushed.": "OPPOSES",
    "The union opposed {C} after talks failed.": "OPPOSES", "The union opposed {C} for a second time.": "OPPOSES",
    "The union opposed {C} ahead of the vote.": "OPPOSES", "The union opposed {C}, a spokesman said.": "OPPOSES",
    "The union has welcomed {C} as a first step.": "SUPPORTS", "The union has objected to {C} on grounds of cost.": "OPPOSES",
    "The union voted against {C} by 40 to 2.": "OPPOSES", "The union called for {C}.": "SUPPORTS",
    "The union expressed concern about {C} in the region.": "OPPOSES", "The union's opposition to {C} is well known.": "OPPOSES",
    "The union praised {C} but called it late.": "SUPPORTS", "{C} was condemned by the union on Monday.": "OPPOSES",
    "{C} drew criticism from the union.": "OPPOSES", "{C} is unfair, the union said.": "OPPOSES", "The union called {C} unfair.": "OPPOSES",
    "The union described {C} as a mistake.": "OPPOSES", "The union said {C} was unfair.": "OPPOSES",
    "The union and Fiji opposed {C}.": "OPPOSES", "The union opposed {C} and walked out.": "OPPOSES",
    "The union, which opposes {C}, met on Monday.": "OPPOSES", "Opposed to {C}, the union met on Monday.": "OPPOSES",
    "The union threw its weight behind {C} on Monday.": "SUPPORTS", "The union refused to support {C} in the vote.": "OPPOSES",
    "The union is pushing for {C} in the talks.": "SUPPORTS",
}
NOT_THE_HOLDER = re.compile(r"fiji|ministers|council", re.IGNORECASE)


@dataclasses.dataclass
class Crossing:
    row: str
    column: str
    sentence: str
    holder: str  # a word of its name
    polarity: str
    target: str  # the words that it must have, in this order


def put(template, key, value, **others):
    """The template with the value in place, a capital at its start, and no comma before another mark."""
    if template.startswith("{" + key + "}"):
        value = value[:1].upper() + value[1:]
    return re.sub(r",([,.:;])", r"\1", template.format(**{key: value}, **others))


def words_of(name):
    return "|".join(word for word in re.findall(r"[A-Za-z]{2,}", name) if word.lower() not in ("the", "of", "who", "for", "and", "which", "whose"))


def speech():
    for column in ATTRIBUTIONS:
        for row in PERSONS:
            for said in SAID:
                inside = said[:1].lower() + said[1:]
                yield Crossing(row, column, put(column, "A", row, Q=said, q=inside), words_of(row), "OPPOSES", "levy")


def holders():
    for column in CLAUSES:
        for row in PERSONS + BODIES:
            yield Crossing(row, column, put(column, "A", row), words_of(row) + "|Germany|Kingdom|France|United", "OPPOSES", "levy")


def targets():
    for column, polarity in ABOUT.items():
        for row, target in TARGETS.items():
            yield Crossing(row, column, put(column, "C", row), "union", polarity, target)


TABLES = [("speakers in attributions", speech, 0.97), ("holders in clauses", holders, 0.98), ("targets in clauses", targets, 0.96)]


def found(crossing, answer):
    return any(stance["polarity"] == "POLARITY_" + crossing.polarity and re.search(crossing.holder, actor["displayName"])
               and not (NOT_THE_HOLDER.fullmatch(actor["displayName"]) and crossing.holder != "union")
               and crossing.target.lower() in re.sub("[“”]", "", stance["target"].get("text", "")).lower()
               for actor, stance in answer)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("stancectl")
    parser.add_argument("lexicon")
    parser.add_argument("--show", help="prints what is not found of the rows and columns that hold these words")
    args = parser.parse_args()

    fallen = 0
    for name, table, least in TABLES:
        crossings = list(table())
        answers = classify(args.stancectl, args.lexicon, [crossing.sentence for crossing in crossings])
        total, good = collections.Counter(), collections.Counter()
        for crossing, answer in zip(crossings, answers):
            right = found(crossing, answer)
            for place in ("", crossing.row, crossing.column):
                total[place] += 1
                good[place] += right
            if args.show and not right and (args.show in crossing.row or args.show in crossing.column):
                print(crossing.sentence, "; found:", [(actor["displayName"], stance["polarity"], stance["target"].get("text", "")) for actor, stance in answer])
        share = good[""] / total[""]
        fallen += share < least
        print(f"{share:.3f} of {total['']:5d}  {name}" + (f"  fallen below {least}" if share < least else ""))
        for place in sorted(total, key=lambda place: good[place] / total[place]):
            if place and good[place] < 0.97 * total[place]:
                print(f"  {good[place] / total[place]:.2f}  {place}")
    return 1 if fallen else 0


if __name__ == "__main__":
    sys.exit(main())
