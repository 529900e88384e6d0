#!/usr/bin/env python3
"""Scores sentences that were written before anybody looked at what the lexicon knows.

usage: unseen.py STANCECTL LEXICON DIR [--misses]

DIR/stances.txt has sentences with one stance each, "SUPPORTS: …" or "OPPOSES: …", the holder in braces and the target in
brackets; DIR/none.txt has sentences with none. Lines behind "#" are comments.

An answer is right where its polarity is, its holder (the actor's name, its mention, or the speaker's who speaks for it)
holds the marked one's words, the reverse, or shares a word of four letters, and its target shares half of the words of the
shorter one with the marked target. Answers that are neutral, or say again what another has said, are not counted.

recall     sentences with a stance that have a right answer
precision  right answers of all answers, to both files
alarms     sentences without a stance that have an answer
"""
import argparse
import pathlib
import re
import sys
import unicodedata

from batch import classify

LITTLE = set("a an the this that these those of to on in at by for from with without as and or its his her their our is be been more".split())
ADJECTIVES = {
    "american": "united states", "argentine": "argentina", "armenian": "armenia", "australian": "australia", "austrian": "austria",
    "barbadian": "barbados", "belgian": "belgium", "brazilian": "brazil", "british": "united kingdom", "canadian": "canada",
    "chilean": "chile", "chinese": "china", "czech": "czech republic", "danish": "denmark", "dutch": "netherlands",
    "estonian": "estonia", "french": "france", "german": "germany", "greek": "greece", "hungarian": "hungary",
    "icelandic": "iceland", "indian": "india", "irish": "ireland", "israeli": "israel", "italian": "italy",
    "japanese": "japan", "maltese": "malta", "norwegian": "norway", "polish": "poland", "russian": "russia",
    "slovenian": "slovenia", "spanish": "spain", "swedish": "sweden", "swiss": "switzerland", "turkish": "turkey"}


def words(text):
    text = unicodedata.normalize("NFKD", text.lower().replace("’", "'"))
    text = re.sub(r"'s\b|\.(?=\w\.)", "", "".join(c for c in text if not unicodedata.combining(c)))
    return re.findall(r"\w+", text)


def same_holder(ours, theirs):
    """Whether two lists of names for a holder have a pair that means the same."""
    for one in map(words, ours):
        for other in map(words, theirs):
            if not one or not other:
                continue
            a, b = (f" {' '.join(name + [ADJECTIVES[w] for w in name if w in ADJECTIVES])} " for name in (one, other))
            if f" {' '.join(one)} " in b or f" {' '.join(other)} " in a or any(len(w) > 3 for w in {*a.split()} & {*b.split()}):
                return True
    return False


def same_target(ours, theirs):
    """Whether two lists of phrases have a pair that shares half of the shorter one's words."""
    stem = lambda text: {w[:-1] if len(w) > 3 and w.endswith("s") else w for w in words(text)} - LITTLE
    return any(2 * len(a & b) >= min(len(a), len(b)) > 0 for a in map(stem, ours) for b in map(stem, theirs))


def read(path):
    """[(sentence, polarity, holder, target), …]; a sentence without a stance has empty ones."""
    sentences = []
    for line in path.read_text(encoding="utf-8").splitlines():
        if not line.strip() or line.startswith("#"):
            continue
        marked = re.match(r"(SUPPORTS|OPPOSES): ", line)
        polarity, text = (marked[1], line[marked.end():]) if marked else ("", line)
        holder, target = (re.findall(mark, text) if marked else [""] for mark in (r"\{(.*?)\}", r"\[(.*?)\]"))
        if len(holder) != 1 or len(target) != 1:
            sys.exit(f"{path}: one holder and one target, please: {line}")
        sentences.append((re.sub(r"[{}\[\]]", "", text) if marked else text, polarity, holder[0], target[0]))
    return sentences


def named(actor, stance):
    """(names of the holder, polarity, phrases of the target)."""
    evidence, target = stance["evidence"], stance["target"]
    names = [actor["displayName"]]
    names += [e["actorMention"]["text"] for e in evidence if "actorMention" in e]
    names += [e["speakers"][-1].get("displayName", "") for e in evidence if e.get("speakers")]
    phrases = [target.get("text", ""), target.get("displayName", "")] + [e["targetMention"]["text"] for e in evidence if "targetMention" in e]
    return names, stance["polarity"].removeprefix("POLARITY_"), phrases


def judge(sentence, stances):
    """Whether an answer is right, the wrong answers, and what is wrong if none is right."""
    _, polarity, holder, target = sentence
    checks = [(polarity == p, same_holder([holder], h), same_target([target], t)) for h, p, t in stances]
    counted, wrong = [], []
    for stance, check in sorted(zip(stances, checks), key=lambda pair: not all(pair[1])):
        if any(stance[1] == p and same_holder(stance[0], h) and same_target(stance[2], t) for h, p, t in counted):
            continue
        counted.append(stance)
        if not all(check):
            wrong.append(stance)
    if len(wrong) < len(counted):
        return len(counted) - len(wrong), wrong, ""
    best = max(checks, key=sum, default=None)
    return 0, wrong, "nothing found" if best is None else ", ".join(name for name, good in zip(("polarity", "holder", "target"), best) if not good) + " wrong"


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("stancectl")
    parser.add_argument("lexicon")
    parser.add_argument("directory", type=pathlib.Path)
    parser.add_argument("--misses", action="store_true", help="print each sentence that is wrong, with what was answered")
    args = parser.parse_args()

    sentences = read(args.directory / "stances.txt") + read(args.directory / "none.txt")
    found = classify(args.stancectl, args.lexicon, [sentence[0] for sentence in sentences])
    right = total = alarms = 0
    hits = {"SUPPORTS": [], "OPPOSES": []}
    for sentence, answer in zip(sentences, found):
        stances = [named(actor, stance) for actor, stance in answer if stance["polarity"] != "POLARITY_NEUTRAL"]
        good, wrong, fault = judge(sentence, stances)
        right += good
        total += good + len(wrong)
        if sentence[1]:
            hits[sentence[1]].append(good > 0)
        else:
            alarms += bool(stances)
        if args.misses and (wrong or sentence[1] and not good):
            kind = "alarm" if not sentence[1] else "too much" if good else fault
            print(f"{kind}: {sentence[0]}")
            for mark, (names, polarity, phrases) in ([("    should be", ([sentence[2]], sentence[1], [sentence[3]]))] if sentence[1] else []) + [("    is", w) for w in wrong]:
                print(f"{mark} {names[0]}|{polarity}|{phrases[0]}")
    for polarity, marks in hits.items():
        print(f"{'recall, ' + polarity:18} {sum(marks) / len(marks):.3f}   ({sum(marks)} of {len(marks)})")
    marks = sum(hits.values(), [])
    print(f"{'recall':18} {sum(marks) / len(marks):.3f}   ({sum(marks)} of {len(marks)})")
    print(f"{'precision':18} {right / max(total, 1):.3f}   ({right} of {total} answers)")
    print(f"{'alarms':18} {alarms / (len(sentences) - len(marks)):.3f}   ({alarms} of {len(sentences) - len(marks)})")


if __name__ == "__main__":
    main()
