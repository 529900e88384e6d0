#!/usr/bin/env python3
"""Scores the contrast corpus by phenomenon, one file each in tests/corpus/contrast.

usage: contrast.py STANCECTL LEXICON DIR [--least SHARE]

A file holds groups of sentences that differ by one thing, apart by empty lines. Below each sentence stand, indented, the
stances that it must have ("holder|POLARITY|words of the target"), those that it must not have ("!…"; an empty holder is
anybody), or "none". "\\n" in a sentence is a line's end. A sentence behind "? " is known to be wrong: it announces itself
when it has become right. A group is right where each of its sentences is.

Exit code 1: a known one has become right, a sentence has become wrong, or fewer groups than SHARE are right.
"""
import argparse
import pathlib
import sys

from batch import classify


def read(path):
    """[[sentence, known to be wrong, [expectations]], …] by group."""
    groups, group = [], []
    for line in path.read_text(encoding="utf-8").splitlines() + [""]:
        if line.startswith("#"):
            continue
        if not line.strip():
            if group:
                groups.append(group)
            group = []
        elif line.startswith(" "):
            group[-1][2].append(line.strip())
        else:
            known = line.startswith("? ")
            group.append([line.removeprefix("? ").replace("\\n", "\n"), known, []])
    return groups


def named(actor, stance):
    """(holder, polarity, target) as the expectations name them."""
    target = stance["target"]
    return actor.get("displayName", ""), stance["polarity"].removeprefix("POLARITY_"), target.get("displayName", "") + " | " + target.get("text", "")


def wrong(expectations, stances):
    """What a sentence's stances lack or have too many, as text; empty where they are right."""
    faults = []
    for expectation in expectations:
        if expectation == "none":
            faults += ["no stance expected"] if stances else []
            continue
        forbidden = expectation.startswith("!")
        holder, polarity, target = expectation.removeprefix("!").split("|")
        there = any(holder in h and polarity in ("", p) and target in t for h, p, t in stances)
        if there == forbidden:
            faults.append(expectation)
    return faults


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("stancectl")
    parser.add_argument("lexicon")
    parser.add_argument("directory", type=pathlib.Path)
    parser.add_argument("--least", type=float, default=0.95, help="share of groups that must be right")
    args = parser.parse_args()

    files = [(path.stem, read(path)) for path in sorted(args.directory.glob("*.txt"))]
    texts = [sentence[0] for _, groups in files for group in groups for sentence in group]
    found = iter(classify(args.stancectl, args.lexicon, texts))
    failed, all_right, all_groups = False, 0, 0
    print(f"{'phenomenon':14} {'groups':>7} {'right':>6}  share")
    for name, groups in files:
        right = 0
        for group in groups:
            good = True
            for text, known, expectations in group:
                stances = [named(*pair) for pair in next(found)]
                faults = wrong(expectations, stances)
                good &= not faults
                if bool(faults) == known:
                    continue
                failed = True
                shown = "; ".join("|".join(s) for s in stances) or "no stance"
                print(f"{name}: {'has become right' if known else 'wrong'}: {text!r}: {', '.join(faults) or '-'}; found: {shown}", file=sys.stderr)
            right += good
        all_right += right
        all_groups += len(groups)
        print(f"{name:14} {len(groups):7} {right:6}  {right / len(groups):.3f}")
    share = all_right / all_groups
    print(f"{'all':14} {all_groups:7} {all_right:6}  {share:.3f}   ({len(texts)} sentences)")
    return 1 if failed or share < args.least else 0


if __name__ == "__main__":
    sys.exit(main())
