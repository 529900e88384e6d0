#!/usr/bin/env python3
"""Lists long phrases of the lexicon that the annotated articles hold, with the examples that prove them.

usage: phrase_lint.py LEXICON GOLD... [--words N] [--least N]

A phrase of four or more words that stands in an annotated article may have been written for that one sentence. It is
general where its entry shows it in at least three others: in examples whose words around the phrase, three on either side,
are not the article's. Phrases are the lemmas of cues and what modifiers match; names and issues are not.

Each line: the entry's id, its phrase, the article, the number of such examples. Exit code 1: an entry has too few.
"""
import argparse
import re
import sys

from lexicon_text import Inflector, gold_files, read_lexicon

GAPS = {"<poss>": r" [\w.'-]+(?: [\w.'-]+){0,2}", "<gen>": r" [\w.'-]+(?: [\w.'-]+){0,5}", "<obj>": r"(?: [\w.'-]+){0,6}?"}  # "was taken to task" has no object inside


def plain(text):
    """Without marks of holder and target, in one line."""
    return " ".join(re.sub(r"[{}\[\]]|^(?:SUPPORTS|OPPOSES|NEUTRAL): ", "", text).replace("’", "'").split())


def pattern(phrase, inflector, is_verb):
    """What finds the phrase in a text, its first word inflected where it is a verb."""
    first, *rest = phrase.split()
    forms = {first}
    if is_verb:
        forms.update(inflector.verb(first).values(), *inflector.irregular.get(first, {}).values())  # "was", "were"
    words = ["(?:" + "|".join(map(re.escape, forms)) + ")"] + [GAPS.get(word) or " " + re.escape(word) for word in rest]
    return re.compile(r"(?<!\w)" + "".join(words) + r"(?!\w)", re.I)


def around(match, text):
    """The three words before the match and the three after it."""
    return re.findall(r"\w+", text[:match.start()].lower())[-3:], re.findall(r"\w+", text[match.end():].lower())[:3]


def long_phrases(lexicon, least):
    """(entry, phrase, whether its first word is a verb)"""
    for cue in lexicon["cue"]:
        if len(cue["lemma"][0].split()) >= least:
            yield cue, cue["lemma"][0], cue["word_class"][0] == "WORD_CLASS_VERB"
    for modifier in lexicon["modifier"]:
        for phrase in modifier["phrase"]:
            if len(phrase.split()) >= least:
                yield modifier, phrase, False


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("lexicon")
    parser.add_argument("gold", nargs="+", help="JSON Lines of annotated articles, or directories of them")
    parser.add_argument("--words", type=int, default=4, help="words that make a phrase long")
    parser.add_argument("--least", type=int, default=3, help="examples that an entry needs")
    args = parser.parse_args()

    lexicon = read_lexicon(args.lexicon)
    inflector = Inflector(lexicon)
    articles = [(a["id"], plain(a.get("title", "") + ". " + a["text"])) for _, articles in gold_files(args.gold) for a in articles]
    everything = "\n".join(text for _, text in articles).lower()
    listed, short = 0, 0
    for entry, phrase, is_verb in long_phrases(lexicon, args.words):
        if any(word not in everything for word in phrase.split()[1:] if word not in GAPS):
            continue
        find = pattern(phrase, inflector, is_verb)
        shown = [find, *(pattern(other, inflector, False) for other in entry.get("phrase", []))]
        examples = [plain(example) for example in entry.get("example", [])]
        examples = [around(min(matches, key=lambda m: m.start()), example) for example in examples
                    for matches in [[match for match in (one.search(example) for one in shown) if match]] if matches]
        for article, text in articles:
            for match in find.finditer(text):
                there = around(match, text)
                others = [example for example in examples if example != there]
                fails = len(others) < args.least
                listed += 1
                short += fails
                print(f"{'too few ' if fails else ''}{entry['id'][0]}: {phrase!r} in {article}: {len(others)} examples of {len(entry.get('example', []))}")
    print(f"{listed} places, {short} with fewer than {args.least} other examples")
    return 1 if short else 0


if __name__ == "__main__":
    sys.exit(main())
