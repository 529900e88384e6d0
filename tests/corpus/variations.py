#!/usr/bin/env python3
"""What of the lexicon's examples is still found when the sentence around them changes.

usage: variations.py STANCECTL LEXICON [--examples N] [--show VARIATION]

"{Iran} condemned [the raid]." holds a stance that the engine finds. The same stance stands in "Iran (founded in 1993) condemned
the raid.", "The letter came after Iran condemned the raid." and so on: each variation below is made of N of the examples (those
whose checksums are the lowest: a change of the lexicon changes no other's place), and the share of them whose holder, polarity
and target are found again is printed. A construction that the
grammar cannot read shows as a share far below the others, however many words the lexicon has.

Exit code 1: a variation has fallen below its least share.
"""
import argparse
import re
import sys
import zlib

from batch import classify
from lexicon_text import read_lexicon

EXAMPLE = re.compile(r"^(?:[A-Z]+: )?\{([^{}]*)\} ([^{}\[\]]*)\[([^\[\]]*)\]([^{}\[\]]*)\.$")

# H: the holder at the start of a sentence, h: inside one; v: what stands between holder and target, t: the target, T: the same at
# the start, r: the rest; p: the preposition before the target, u: v without it; w: v where it ends in no preposition. The last column is the
# least share.
VARIATIONS = [
    ("{H} {v}{t}{r}.", 1.0),
    ("On Tuesday {h} {v}{t}{r}.", 0.99),
    ("In Geneva, {h} {v}{t}{r}.", 0.98),
    ("After hours of talks, {h} {v}{t}{r}.", 0.99),
    ("Asked about the vote, {h} {v}{t}{r}.", 0.99),
    ("Citing the cost, {h} {v}{t}{r}.", 0.99),
    ("While the others stayed silent, {h} {v}{t}{r}.", 0.99),
    ("Like many others, {h} {v}{t}{r}.", 0.99),
    ("But {h} {v}{t}{r}.", 0.98),
    ("{H} on Tuesday {v}{t}{r}.", 0.98),
    ("{H} last week {v}{t}{r}.", 0.97),
    ("{H} again {v}{t}{r}.", 0.99),
    ("{H}, however, {v}{t}{r}.", 0.99),
    ("{H}, in a letter on Tuesday, {v}{t}{r}.", 0.98),
    ("{H}, he said, {v}{t}{r}.", 0.98),
    ("{H} (founded in 1993) {v}{t}{r}.", 0.98),
    ("{H} — to nobody's surprise — {v}{t}{r}.", 0.92),
    ("{H}, which has 12 members, {v}{t}{r}.", 0.98),
    ("{H}, whose budget is small, {v}{t}{r}.", 0.98),
    ("{H}, one of the largest in the region, {v}{t}{r}.", 0.98),
    ("{H}, led by Ana Reyes, {v}{t}{r}.", 0.98),
    ("{H} itself {v}{t}{r}.", 0.98),
    ("{H} met reporters and {v}{t}{r}.", 0.98),
    ("{H} met reporters at noon, then {v}{t}{r}.", 0.97),
    ("It was {h} that {v}{t}{r}.", 0.98),
    ("The letter was sent by {h}, which {v}{t}{r}.", 0.98),
    ("The letter came after {h} {v}{t}{r}.", 0.97),
    ("The talks stalled as {h} {v}{t}{r}.", 0.95),
    ("Markets fell when {h} {v}{t}{r}.", 0.99),
    ("The talks failed and {h} {v}{t}{r}.", 0.98),
    ("The mayor was silent, but {h} {v}{t}{r}.", 0.98),
    ("The outcome was clear: {h} {v}{t}{r}.", 0.99),
    ("The agency reported that {h} {v}{t}{r}.", 0.99),
    ("According to the newspaper, {h} {v}{t}{r}.", 0.99),
    ("It is no secret that {h} {v}{t}{r}.", 0.98),
    ("“{H} {v}{t}{r},” Ana Reyes told the newspaper.", 0.99),
    ("{H} {v}{t}{r}, a spokesman said.", 0.99),
    ("{H} {v}{t}{r} because the price was too high.", 0.98),
    ("{H} {v}{t}{r} on Monday.", 0.98),
    ("{H} {v}{t}{r}, saying it was time to act.", 0.99),
    ("{H} {v}{t}{r}, while the others stayed silent.", 0.99),
    ("{H} {v}{t} of the council{r}.", 0.98),
    ("{H} {v}{t} and the new tax{r}.", 0.98),
    ("{H} {v}what the newspaper called {t}{r}.", 0.75),
    ("{H} {s} what the newspaper called {t}{r}.", 0),  # not read yet
    ("{T} was published on Friday. {H} {v}it{r}.", 0.95),
    ("{H} {u}, however, {p} {t}{r}.", 0.79),
    ("{H} {u} this week {p} {t}{r}.", 0.81),
    ("{H}, like the bishop, {v}{t}{r}.", 0.99),
    ("{H} {w}, in the end, {t}{r}.", 0.9),
    ("{H} {s}, in the end, {t}{r}.", 0),  # not read yet: what is said has no "that"
    ("{T}, which {h} {w}, was published on Friday.", 0.99),
    ("{T}, which the agency said {h} {w}, was published on Friday.", 0.96),
    ("They discussed {t}, {p} which {h} {u}.", 0.77),
]
SAYING = re.compile(r"\b(say|says|said|(tell|tells|told) .+) $")
PREPOSITION = re.compile(r"^(.+) (to|for|against|of|on|over|about|at|with|from|in|into|as|behind|towards?) $")


def holder_inside(holder, names):
    """The holder as it is written inside a sentence; None where that is not known."""
    if holder.startswith("The "):
        return "the " + holder[4:]
    return holder if holder in names else None


def examples(lexicon):
    """[(H, h, v, t, r, whether the target is somebody), …] of the cues' examples that have this order."""
    names = {name for actor in lexicon["actor"] for field in ("name", "alias", "metonym") for name in actor.get(field, [])}
    agents = {agent["lemma"][0].split()[-1] for agent in lexicon["agent"] if agent.get("lemma")}
    found = {}
    for cue in lexicon["cue"]:
        for example in cue.get("example", []):
            match = EXAMPLE.match(example)
            inside = match and '"' not in example and holder_inside(match[1], names)
            if inside:
                somebody = match[3].split()[-1].rstrip("s") in agents or match[3].split()[-1] in agents
                found[example] = (match[1], inside, match[2], match[3], match[4], somebody)
    return list(found.values())


def written(template, parts):
    """The sentence; None where the example has no preposition before its target, or has one, or has words behind it, or has no
    verb of saying, or has one, or the target cannot be spoken of as "it" or "what", as the template asks. ("said A and the new tax
    was …" asks for another verb; "the owner of the council's back" is the council's.)"""
    start, inside, between, target, rest, somebody = parts
    if somebody and ("{T} was" in template or "what" in template):
        return None
    saying = SAYING.search(between) is not None
    if "{s}" in template and not saying or saying and ("{v}what" in template or "{w}," in template or "{t} and" in template):
        return None
    if rest.startswith("'s") and ("{t} of" in template or "{t} and" in template):
        return None
    preposition = PREPOSITION.match(between)
    if "{p}" in template and not preposition or "{T}" in template and not re.match(r"(the|a) [^ ]*[^s]$", target):
        return None
    # "They discussed host the summit": an infinitive is no object of theirs.
    if "discussed {t}" in template and not re.match(r"(the|an?|its|their|his|her|any|no|more) |[A-Z0-9]|\w+s?$|\w+ \w+s$", target):
        return None
    if "{w}" in template and (preposition or " " in between.strip()) or "{r}" not in template and rest:
        return None
    return template.format(H=start, h=inside, v=between, t=target, T=target[:1].upper() + target[1:], r=rest, w=between.strip(), s=between.strip(),
                           u=preposition and preposition[1], p=preposition and preposition[2])


def words(text):
    return set(re.findall(r"\w+", text.lower())) - {"the", "a", "an"}


def same(stance, expected):
    """Equal in polarity, in a word of the holder, and in most words of the target."""
    holder, polarity, target = stance
    shared = len(words(target) & words(expected[2]))
    return (polarity == expected[1] and words(holder) & words(expected[0])
            and 2 * shared >= (len(words(target)) + len(words(expected[2]))) / 2 and shared > 0)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("stancectl")
    parser.add_argument("lexicon")
    parser.add_argument("--examples", type=int, default=2000)
    parser.add_argument("--show", help="prints what is not found of the variation that holds these words")
    args = parser.parse_args()

    parts = examples(read_lexicon(args.lexicon))
    parts = sorted(parts, key=lambda example: zlib.crc32("".join(example[:5]).encode()))[:args.examples]
    rows = [(number, i, sentence) for number, (template, _) in enumerate(VARIATIONS) for i, example in enumerate(parts)
            if (sentence := written(template, example))]
    answers = [[(actor["displayName"], stance["polarity"], stance["target"].get("text", "")) for actor, stance in answer]
               for answer in classify(args.stancectl, args.lexicon, [sentence for _, _, sentence in rows])]
    plain = {i: answer[0] for (number, i, _), answer in zip(rows, answers) if number == 0 and len(answer) == 1}
    total, found = [0] * len(VARIATIONS), [0] * len(VARIATIONS)
    for (number, i, sentence), answer in zip(rows, answers):
        if i not in plain:
            continue
        right = any(same(stance, plain[i]) for stance in answer)
        total[number] += 1
        found[number] += right
        if args.show and args.show in VARIATIONS[number][0] and not right:
            print(sentence, "; found:", answer)
    fallen = 0
    for number, (template, least) in enumerate(VARIATIONS):
        share = found[number] / max(1, total[number])
        fallen += share < least
        print(f"{share:.3f} of {total[number]:4d}  {template}" + (f"  fallen below {least}" if share < least else ""))
    return 1 if fallen else 0


if __name__ == "__main__":
    sys.exit(main())
