#!/usr/bin/env python3
"""Which cues are found in which constructions, whatever their own examples happen to use.

usage: constructions.py STANCECTL LEXICON [--cues N] [--show CONSTRUCTION]

A cue that takes an object can stand in the passive, in a relative clause, behind "refused to"; a noun that takes "to" can be
somebody's, come from somebody, be met with. For each construction below the sentences of N cues (those whose checksums are the
lowest) that share its frame are made, with the same holder and target, and the share of them is printed of which holder,
polarity and target are found. A word that is missing in one construction only was read as another class of word, or its frame is
not looked for in that place.

Exit code 1: a construction has fallen below its least share.
"""
import argparse
import collections
import re
import sys
import zlib

from batch import classify
from lexicon_text import Inflector, read_lexicon

OPPOSITE = {"POLARITY_SUPPORTS": "POLARITY_OPPOSES", "POLARITY_OPPOSES": "POLARITY_NEUTRAL"}
AS_IT_IS, NEGATED, REFUSED = "as it is", "negated", "refused"

# Frame: {construction: (what becomes of the polarity, least share)}. The holder is "nurses" or "the union", the target "the levy".
# Verbs: b base, s third person, d past, n participle, g gerund; p a preposition.
CONSTRUCTIONS = {
    "transitive": [
        ("The union {d} the levy.", AS_IT_IS, 0),
        ("The union has {n} the levy.", AS_IT_IS, 0),
        ("The union had long {n} the levy.", AS_IT_IS, 0),
        ("Nurses {b} the levy.", AS_IT_IS, 0),
        ("The union is {g} the levy.", AS_IT_IS, 0),
        ("The union said it {d} the levy.", AS_IT_IS, 0),
        ("The levy was {n} by the union.", AS_IT_IS, 0),
        ("The levy has been {n} by the union.", AS_IT_IS, 0),
        ("The levy was also {n} on Monday by the union.", AS_IT_IS, 0),
        ("The levy, {n} by the union, is due in May.", AS_IT_IS, 0),
        ("A levy {n} by the union is due in May.", AS_IT_IS, 0),
        ("The levy is widely {n} by nurses.", AS_IT_IS, 0),
        ("The levy, which the union {s}, is due in May.", AS_IT_IS, 0),
        ("The union, which {d} the levy, met on Monday.", AS_IT_IS, 0),
        ("The union issued a statement {g} the levy.", AS_IT_IS, 0),
        ("{G} the levy, the union held a rally in Leeds.", AS_IT_IS, 0),
        ("The union joined nurses in {g} the levy.", AS_IT_IS, 0),
        ("The union voted to {b} the levy.", AS_IT_IS, 0),
        ("The union has decided to {b} the levy.", AS_IT_IS, 0),
        ("The union and the guild {d} the levy.", AS_IT_IS, 0),
        ("The union met ministers on Monday and {d} the levy.", AS_IT_IS, 0),
        ("The union has met ministers and {n} the levy.", AS_IT_IS, 0),
        ("The mayor met Unite, the only union to {b} the levy.", AS_IT_IS, 0),
        ("The only union to {b} the levy was Unite.", AS_IT_IS, 0),
        ("It was the union that {d} the levy.", AS_IT_IS, 0),
        ("The union was among those that {d} the levy.", AS_IT_IS, 0),
        ("Among those who {d} the levy was the union.", AS_IT_IS, 0),
        ("Three of the nurses {d} the levy.", AS_IT_IS, 0),
        ("The union did not {b} the levy.", NEGATED, 0),
        ("The union has never {n} the levy.", NEGATED, 0),
        ("The union refused to {b} the levy.", REFUSED, 0),
        ("Neither the union nor the guild {d} the levy.", NEGATED, 0),
    ],
    "prepositional verb": [
        ("The union {d} {p} the levy.", AS_IT_IS, 0),
        ("The union has {n} {p} the levy.", AS_IT_IS, 0),
        ("The union is {g} {p} the levy.", AS_IT_IS, 0),
        ("The union, which {d} {p} the levy, met on Monday.", AS_IT_IS, 0),
        ("The levy that the union {d} {p} is due in May.", AS_IT_IS, 0),
        ("{G} {p} the levy, the union held a rally in Leeds.", AS_IT_IS, 0),
        ("The union again {d} publicly {p} the levy.", AS_IT_IS, 0),
        ("The union joined nurses in {g} {p} the levy.", AS_IT_IS, 0),
        ("The union has decided to {b} {p} the levy.", AS_IT_IS, 0),
        ("The union met ministers on Monday and {d} {p} the levy.", AS_IT_IS, 0),
        ("The union has met ministers and {n} {p} the levy.", AS_IT_IS, 0),
        ("Among those who {d} {p} the levy was the union.", AS_IT_IS, 0),
        ("The union did not {b} {p} the levy.", NEGATED, 0),
        ("The union refused to {b} {p} the levy.", REFUSED, 0),
    ],
    "adjective": [
        ("The union is {a} {p} the levy.", AS_IT_IS, 0),
        ("The union was {a} on Monday {p} the levy.", AS_IT_IS, 0),
        ("The union remains {a} {p} the levy.", AS_IT_IS, 0),
        ("The union said it was {a} {p} the levy.", AS_IT_IS, 0),
        ("The union, {a} {p} the levy, held a rally in Leeds.", AS_IT_IS, 0),
        ("{A} {p} the levy, the union held a rally in Leeds.", AS_IT_IS, 0),
        ("Nurses {a} {p} the levy held a rally in Leeds.", AS_IT_IS, 0),
        ("Among those {a} {p} the levy is the union.", AS_IT_IS, 0),
        ("Nurses were less {a} {p} the levy.", NEGATED, 0),
        ("Nurses have grown {a} {p} the levy.", AS_IT_IS, 0),
        ("The levy has left nurses {a}.", AS_IT_IS, 0),
        ("The union is not {a} {p} the levy.", NEGATED, 0),
        ("The union is far from {a} {p} the levy.", NEGATED, 0),
    ],
    "noun": [
        ("The union's {n} {p} the levy is well known.", AS_IT_IS, 0),
        ("The union voiced its {n} {p} the levy.", AS_IT_IS, 0),
        ("The union expressed {n} {p} the levy.", AS_IT_IS, 0),
        ("The union spoke of its {n} {p} the levy.", AS_IT_IS, 0),
        ("The union reiterated its {n} {p} the levy.", AS_IT_IS, 0),
        ("{N} {p} the levy came from the union.", AS_IT_IS, 0),
        ("{N} from the union {p} the levy is well known.", AS_IT_IS, 0),
        ("{N} {p} the levy from the union grew in May.", AS_IT_IS, 0),
        ("{N} among nurses {p} the levy grew in May.", AS_IT_IS, 0),
        ("{N} {p} the levy is strongest among nurses.", AS_IT_IS, 0),
        ("There was {n} among nurses {p} the levy.", AS_IT_IS, 0),
        ("The levy has drawn {n} from the union.", AS_IT_IS, 0),
        ("The levy met with {n} from the union.", AS_IT_IS, 0),
        ("The levy, despite {n} from the union, is due in May.", AS_IT_IS, 0),
        ("The levy faces {n} from nurses.", AS_IT_IS, 0),
        ("The levy was met with {n} among nurses.", AS_IT_IS, 0),
        ("The levy prompted {n} in Berlin.", AS_IT_IS, 0),
        ("The union said there was {n} {p} the levy among nurses.", AS_IT_IS, 0),
        ("The union has no {n} {p} the levy.", NEGATED, 0),
    ],
}
HOLDERS = re.compile(r"union|nurses|guild|Germany", re.IGNORECASE)


def simple(cue, frame_set):
    """The prepositions of the cue's frame set; None where the cue does not have it."""
    for at in cue.get("frame_set", []):
        if at == frame_set:
            return True
    return False


def cues_of(lexicon):
    """{frame: [(lemma, preposition or "", polarity), …]} of one-word cues with a polarity of their own."""
    found = collections.defaultdict(set)
    for cue in lexicon["cue"]:
        polarity = cue.get("polarity", [""])[0]
        if polarity not in OPPOSITE:
            continue
        word_class = cue["word_class"][0]
        sets = cue.get("frame_set", [])
        prepositions = [word for word in cue.get("preposition", []) if word not in ("after", "when", "as", "because")][:1]
        for lemma in cue["lemma"]:
            if not re.fullmatch(r"[a-z]+", lemma):
                continue
            if word_class == "WORD_CLASS_VERB" and sets[:1] == ["transitive"]:
                found["transitive"].add((lemma, "", polarity))
            if word_class == "WORD_CLASS_VERB" and sets[:1] == ["prepositional"] and prepositions:
                found["prepositional verb"].add((lemma, prepositions[0], polarity))
            if word_class == "WORD_CLASS_ADJECTIVE" and sets[:1] == ["prepositional"] and prepositions:
                found["adjective"].add((lemma, prepositions[0], polarity))
            if word_class == "WORD_CLASS_NOUN" and sets[:1] == ["nominal"] and prepositions:
                found["noun"].add((lemma, prepositions[0], polarity))
    return {frame: sorted(cues) for frame, cues in found.items()}


def written(template, frame, lemma, preposition, inflector):
    if frame in ("adjective", "noun"):
        return template.format(a=lemma, A=lemma.capitalize(), n=lemma, N=lemma.capitalize(), p=preposition)
    forms = inflector.verb(lemma)
    return template.format(b=forms["present"], s=forms["third"], d=forms["past"], n=forms["participle"], g=forms["gerund"],
                           G=forms["gerund"].capitalize(), p=preposition)


def right(answer, polarity, change):
    expected = {AS_IT_IS: {polarity}, NEGATED: {OPPOSITE[polarity]}, REFUSED: {OPPOSITE[polarity]}}[change]
    if change == NEGATED and polarity == "POLARITY_OPPOSES":
        expected = {"POLARITY_NEUTRAL", "POLARITY_SUPPORTS"}
    if change == REFUSED and polarity == "POLARITY_OPPOSES":
        expected = {"POLARITY_NEUTRAL", "POLARITY_SUPPORTS"}
    return any(stance["polarity"] in expected and HOLDERS.search(actor["displayName"]) and "levy" in stance["target"].get("text", "")
               for actor, stance in answer)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("stancectl")
    parser.add_argument("lexicon")
    parser.add_argument("--cues", type=int, default=300)
    parser.add_argument("--show", help="prints what is not found of the construction that holds these words")
    args = parser.parse_args()

    lexicon = read_lexicon(args.lexicon)
    inflector = Inflector(lexicon)
    rows = []
    for frame, cues in cues_of(lexicon).items():
        cues = sorted(cues, key=lambda cue: zlib.crc32(" ".join(cue).encode()))[:args.cues]
        for number, (template, change, _) in enumerate(CONSTRUCTIONS[frame]):
            for lemma, preposition, polarity in cues:
                rows.append((frame, number, written(template, frame, lemma, preposition, inflector), polarity, change))
    answers = classify(args.stancectl, args.lexicon, [row[2] for row in rows])
    total, found = collections.Counter(), collections.Counter()
    for (frame, number, sentence, polarity, change), answer in zip(rows, answers):
        good = right(answer, polarity, change)
        total[frame, number] += 1
        found[frame, number] += good
        if args.show and args.show in CONSTRUCTIONS[frame][number][0] and not good:
            print(sentence, "; found:", [(actor["displayName"], stance["polarity"], stance["target"].get("text", "")) for actor, stance in answer])
    fallen = 0
    for frame, constructions in CONSTRUCTIONS.items():
        print(frame)
        for number, (template, _, least) in enumerate(constructions):
            share = found[frame, number] / max(1, total[frame, number])
            fallen += share < least
            print(f"  {share:.3f} of {total[frame, number]:4d}  {template}" + (f"  fallen below {least}" if share < least else ""))
    return 1 if fallen else 0


if __name__ == "__main__":
    sys.exit(main())
