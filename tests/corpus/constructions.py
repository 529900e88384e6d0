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

# Frame: [(construction, whether it denies the cue, least share), …]. The holder is "nurses" or "the union", the target "the levy".
# Verbs: b base, s third person, d past, n participle, g gerund; p a preposition.
CONSTRUCTIONS = {
    "transitive": [
        ("The union {d} the levy.", False, 0.97),
        ("The union has {n} the levy.", False, 0.97),
        ("The union had long {n} the levy.", False, 0.97),
        ("Nurses {b} the levy.", False, 0.97),
        ("The union is {g} the levy.", False, 0.97),
        ("The union said it {d} the levy.", False, 0.97),
        ("The levy was {n} by the union.", False, 0.97),
        ("The levy has been {n} by the union.", False, 0.97),
        ("The levy was also {n} on Monday by the union.", False, 0.97),
        ("The levy, {n} by the union, is due in May.", False, 0.97),
        ("A levy {n} by the union is due in May.", False, 0.97),
        ("The levy is widely {n} by nurses.", False, 0.97),
        ("The levy, which the union {s}, is due in May.", False, 0.97),
        ("The union, which {d} the levy, met on Monday.", False, 0.97),
        ("The union issued a statement {g} the levy.", False, 0.96),
        ("{G} the levy, the union held a rally in Leeds.", False, 0.96),
        ("The union joined nurses in {g} the levy.", False, 0.97),
        ("The union voted to {b} the levy.", False, 0.96),
        ("The union has decided to {b} the levy.", False, 0.96),
        ("The union and the guild {d} the levy.", False, 0.97),
        ("The union met ministers on Monday and {d} the levy.", False, 0.97),
        ("The union has met ministers and {n} the levy.", False, 0.96),
        ("The mayor met Unite, the only union to {b} the levy.", False, 0.95),
        ("The only union to {b} the levy was Unite.", False, 0.95),
        ("It was the union that {d} the levy.", False, 0.97),
        ("The union was among those that {d} the levy.", False, 0.93),
        ("Among those who {d} the levy was the union.", False, 0.97),
        ("Three of the nurses {d} the levy.", False, 0.97),
        ("The union did not {b} the levy.", True, 0.97),
        ("The union has never {n} the levy.", True, 0.97),
        ("The union refused to {b} the levy.", True, 0.96),
        ("Neither the union nor the guild {d} the levy.", True, 0.97),
    ],
    "prepositional verb": [
        ("The union {d} {p} the levy.", False, 0.98),
        ("The union has {n} {p} the levy.", False, 0.97),
        ("The union is {g} {p} the levy.", False, 0.98),
        ("The union, which {d} {p} the levy, met on Monday.", False, 0.98),
        ("The levy that the union {d} {p} is due in May.", False, 0.94),
        ("{G} {p} the levy, the union held a rally in Leeds.", False, 0.98),
        ("The union again {d} publicly {p} the levy.", False, 0.98),
        ("The union joined nurses in {g} {p} the levy.", False, 0.88),
        ("The union has decided to {b} {p} the levy.", False, 0.98),
        ("The union met ministers on Monday and {d} {p} the levy.", False, 0.96),
        ("The union has met ministers and {n} {p} the levy.", False, 0.95),
        ("Among those who {d} {p} the levy was the union.", False, 0.98),
        ("The union did not {b} {p} the levy.", True, 0.98),
        ("The union refused to {b} {p} the levy.", True, 0.98),
    ],
    "adjective": [
        ("The union is {a} {p} the levy.", False, 0.98),
        ("The union was {a} on Monday {p} the levy.", False, 0.97),
        ("The union remains {a} {p} the levy.", False, 0.98),
        ("The union said it was {a} {p} the levy.", False, 0.98),
        ("The union, {a} {p} the levy, held a rally in Leeds.", False, 0.97),
        ("{A} {p} the levy, the union held a rally in Leeds.", False, 0.97),
        ("Nurses {a} {p} the levy held a rally in Leeds.", False, 0.97),
        ("Among those {a} {p} the levy is the union.", False, 0.97),
        ("Nurses were less {a} {p} the levy.", True, 0.97),
        ("Nurses have grown {a} {p} the levy.", False, 0.98),
        ("The levy has left nurses {a}.", False, 0.97),
        ("The union is not {a} {p} the levy.", True, 0.98),
        ("The union is far from {a} {p} the levy.", True, 0.98),
    ],
    "noun": [
        ("The union's {n} {p} the levy is well known.", False, 0.95),
        ("The union voiced its {n} {p} the levy.", False, 0.98),
        ("The union expressed {n} {p} the levy.", False, 0.98),
        ("The union spoke of its {n} {p} the levy.", False, 0.98),
        ("The union reiterated its {n} {p} the levy.", False, 0.98),
        ("{N} {p} the levy came from the union.", False, 0.95),
        ("{N} from the union {p} the levy is well known.", False, 0.98),
        ("{N} {p} the levy from the union grew in May.", False, 0.95),
        ("{N} among nurses {p} the levy grew in May.", False, 0.98),
        ("{N} {p} the levy is strongest among nurses.", False, 0.95),
        ("There was {n} among nurses {p} the levy.", False, 0.93),
        ("The levy has drawn {n} from the union.", False, 0.93),
        ("The levy met with {n} from the union.", False, 0.93),
        ("The levy, despite {n} from the union, is due in May.", False, 0.09),
        ("The levy faces {n} from nurses.", False, 0.93),
        ("The levy was met with {n} among nurses.", False, 0.94),
        ("The levy prompted {n} in Berlin.", False, 0.92),
        ("The union said there was {n} {p} the levy among nurses.", False, 0.91),
        ("The union has no {n} {p} the levy.", True, 0.97),
    ],
}
HOLDERS = re.compile(r"union|nurses|guild|Germany|Unite", re.IGNORECASE)


def cues_of(lexicon):
    """{frame: [(lemma, preposition or "", polarity), …]} of one-word cues with a polarity of their own."""
    found = collections.defaultdict(set)
    for cue in lexicon["cue"]:
        polarity = cue.get("polarity", [""])[0]
        if polarity not in ("POLARITY_SUPPORTS", "POLARITY_OPPOSES"):
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


def right(answer, polarity, denied):
    # What is not opposed may be supported.
    expected = {polarity} if not denied else {"POLARITY_OPPOSES"} if polarity == "POLARITY_SUPPORTS" else {"POLARITY_NEUTRAL", "POLARITY_SUPPORTS"}
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
        for number, (template, denied, _) in enumerate(CONSTRUCTIONS[frame]):
            for lemma, preposition, polarity in cues:
                rows.append((frame, number, written(template, frame, lemma, preposition, inflector), polarity, denied))
    answers = classify(args.stancectl, args.lexicon, [row[2] for row in rows])
    total, found = collections.Counter(), collections.Counter()
    for (frame, number, sentence, polarity, denied), answer in zip(rows, answers):
        good = right(answer, polarity, denied)
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
