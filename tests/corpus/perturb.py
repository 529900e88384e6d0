#!/usr/bin/env python3
"""Measures whether answers hang on the very words of the annotated articles.

usage: perturb.py STANCECTL LEXICON GOLD... [--seed N] [--most DROP] [--keep DIR]

Each article is copied with other actors and other cues in it, article and annotation alike, so that the annotation stays true:
- countries by countries of the same part of the world, in every form (Chile, Chilean, Chileans, Santiago); listed bodies,
  parties, companies and persons by others of their kind; surnames of persons whom the annotation names by invented ones;
- cues of one word by others of the same word class, polarity, sense, frames and prepositions, in the same inflected form
  (condemned: denounced).
Both are scored. What is known of names and words carries over from one to the other; rules that see one name or one word only do
not. Words stay where their class is unclear, in phrases of several words that are cues, and where their exchange would leave a
string of the annotation that is verbatim in the article without its place there. The words put in are of the lexicon: what it
lacks, this does not measure.

The table has a line for each file: replacements made, F1 before and after. Exit code 1: F1 of all falls by more than DROP.
"""
import argparse
import collections
import json
import pathlib
import random
import re
import subprocess
import sys
import tempfile

from lexicon_text import Inflector, gold_files, read_lexicon

TAKES_THE = re.compile(r"\b(?:Republic|Kingdom|Federation|States|Emirates|Netherlands|Philippines|Bahamas|Maldives|Gambia|Comoros|Islands|Caymans|"
                       r"Seychelles|Union|House|Palace|Kremlin|Pentagon|Binnenhof|Élysée|Elysee|UK|U\.K\.|UAE|U\.A\.E\.|USA?|U\.S\.(?:A\.)?|DRC|ROK|DPRK)\b\.?")
SURNAMES = {  # by length: up to four letters, up to seven, more
    0: "Baek Ruan Sova Teel Lohr Vane Dorr Nkai Ilic Rhue Gatt Zoll Ojok Ekka Wint Taal Kesh Mbou Fyle Quan".split(),
    1: "Hallam Ferrin Okembo Velasz Dorvik Tamsin Brauer Castro Lindal Moreau Sandoz Kitoko Pavlen Rennick Ashdon Calder Iskan".split(),
    2: "Thorvaldsen Abernethi Castelmare Wintersgill Okonjoba Szymanek Villarreda Hasselbrink Papadelis Montcalvo Ranasingha".split(),
}
PARTICLES = {"de", "da", "dos", "van", "von", "der", "den", "del", "di", "la", "le", "al", "bin", "ter", "El", "Al", "De", "Van", "Le", "La"}
# Neighbours that tell what a form of several classes is.
BEFORE_NOUNS = set("the a an its their his her our my your no any some this that of for in with without from by strong full".split())
BEFORE_VERBS = set("to will would must should cannot could may might can we they i you has have had".split())
BEHIND_VERBS = set("the a an its their his her our this that these those any all".split())
BEFORE_ADJECTIVES = set("is are was were be been being seems remains very deeply so more".split())
# Roles of nouns: "the strike", "the move" are something to be for or against.
OF_NOUNS = {"ACT", "ANAPHOR", "PROPOSAL", "STATEMENT", "QUANTITY", "PAIR"}
PHRASAL = r"[a-z-]+ (?:out|down|up|off|away|back|over|aside|apart)"  # "ruled the deal out"
ACTOR_KINDS = {"country", "org", "party", "company", "armed-group"}


def starts_with_vowel(word):
    if re.match(r"(?:uni(?![nm])|uk|us\b|u\.|eu|one\b|uru|ugand|us[ei])", word, re.I) and not word.startswith("EU"):
        return False
    if re.match(r"[A-Z](?:[A-Z]|\.)", word):
        return word[0] in "AEFHILMNORSX"
    return re.match(r"[aeiouáéíóö]|hon[eo]|hour|heir", word, re.I) is not None


def with_article(article, word):
    return article[0] + "n" * starts_with_vowel(word) if article in ("a", "an", "A", "An") else article


class Replacer:
    """Puts phrases for phrases, the longest first, at the bounds of words; phrases that stand for themselves stay."""

    def __init__(self, phrases):
        self.phrases = phrases
        words = sorted(phrases, key=len, reverse=True)
        one = "|".join(re.escape(word) for word in words)
        self.pattern = re.compile(rf"(?<![\w-])(?:(an?)(\s+))?({one})(?!\w)(?:(['’])(s)?(?!\w))?", re.I) if words else None
        self.lower = {word.lower(): word for word in words}

    def find(self, written):
        """The phrase that is written so: one with a capital only as it stands, or in capitals throughout."""
        phrase = written if written in self.phrases else self.lower[written.lower()]
        if phrase == phrase.lower() or written in (phrase, phrase.upper()):
            return phrase
        return None

    def __call__(self, text, used=None):
        def one(match):
            article, space, written, mark, s = match.groups()
            phrase = self.find(written)
            new = phrase and self.phrases[phrase]
            if not new or new == phrase:
                return match.group()
            if used is not None:
                used[phrase] += 1
            if written.isupper() and not phrase.isupper():
                new = new.upper()
            elif written[0].isupper() and new[0].islower():
                new = new[0].upper() + new[1:]
            if article:
                new = with_article(article, new) + space + new
            if mark and not s and phrase[-1] == "s" and new[-1] != "s":
                return f"{new}{mark}s"  # "the Philippines' envoy": "Kenya's envoy"
            return new + (mark or "") + (s or "")

        return self.pattern.sub(one, text) if self.pattern else text


class Actors:
    """Which actor may stand for which."""

    def __init__(self, lexicon, inflector):
        self.inflector = inflector
        self.actors = {entry["id"][0]: entry for entry in lexicon["actor"]}
        self.forms = {}  # actor: {kind: [form, …]}
        self.owners = collections.defaultdict(set)  # form: actors
        self.children = collections.defaultdict(list)
        for name, entry in self.actors.items():
            forms = {"adjective": entry.get("adjective", []), "demonym": entry.get("demonym", []),
                     "name": entry["name"] + entry.get("alias", []), "metonym": entry.get("metonym", [])}
            forms["plural"] = [" ".join(d.split()[:-1] + [inflector.plural(d.split()[-1])]) for d in forms["demonym"]]
            if name.startswith("person/"):
                surname = entry.get("surname", [entry["name"][0].split()[-1]])[0]
                forms["surname"] = [surname] if surname != entry["name"][0] else []
                forms["name"] = [form for form in forms["name"] if form != surname or not forms["surname"]]
            self.forms[name] = forms
            for form in self.all_forms(name):
                self.owners[form].add(name)
            for parent in self.parents(name):
                self.children[parent].append(name)
        # What stays: names with names in them, and common phrases.
        self.fixed = {phrase for null in lexicon["null"] for phrase in null["phrase"]}
        self.fixed |= {wording for issue in lexicon["issue"] for wording in issue["name"] + issue.get("wording", []) if " " in wording}
        self.words = {word for entry in lexicon["word_list"] for words in entry["words"] for word in words.split()}
        self.words |= {word for agent in lexicon["agent"] for word in agent["lemma"][0].split()}

    def all_forms(self, name):
        return [form for forms in self.forms[name].values() for form in forms]

    def parents(self, name):
        entry = self.actors[name]
        return set(entry.get("part_of", []) + [office["of"][0] for office in entry.get("office", []) if "of" in office])

    def head(self, name):
        """"Bank" of "Bank of Japan", "council": the noun by which a text takes the actor up."""
        words = re.split(r" (?:of|for|on|in|and|&) ", self.actors[name]["name"][0])[0].split()
        return words[-1] if len(words) > 1 else ""

    def fits(self, name, other, text, used):
        """Whether the forms of the one that are used have their like in the other."""
        a, b = self.actors[name], self.actors[other]
        if name.split("/")[0] != other.split("/")[0] or a.get("kind") != b.get("kind") or a.get("represents") != b.get("represents"):
            return False
        for kind, forms in self.forms[name].items():
            if any(form in used for form in forms) and not self.forms[other][kind]:
                return False
        adjectives = [set(x["adjective"]) & set(x["demonym"]) for x in (self.forms[name], self.forms[other])]
        if bool(adjectives[0]) != bool(adjectives[1]):
            return False  # "an American", but "a Pole"
        if any(d in text for d in a.get("description", []) if d not in b.get("description", [])):
            return False
        if name.startswith("person/"):
            titles = [{office["title"][0] for office in x.get("office", [])} for x in (a, b)]
            return all(self.forms[x]["surname"] for x in (name, other)) and a.get("gender") == b.get("gender") and bool(titles[0] & titles[1])
        if name.startswith("country/"):
            short = [any(f.isupper() and len(f) < 7 for f in self.forms[x]["name"]) for x in (name, other)]
            if any(f.isupper() and len(f) < 7 for f in used & set(self.forms[name]["name"])):
                return short[1]  # US, UK, UAE
            return a["file"] == b["file"] and not {"example", "counter_example", "part_of"} & set(b) and not TAKES_THE.search(b["name"][0])
        if any(f.isupper() for f in used & set(self.forms[name]["name"])) and not any(f.isupper() for f in self.forms[other]["name"]):
            return False
        return a["file"] == b["file"] and self.head(name) == self.head(other) and "counter_example" not in b

    def counterpart(self, name, form, kind, other):
        forms = self.forms[other][kind]
        if kind == "name":
            short = [f for f in forms if f.isupper() and f.endswith(".") == form.endswith(".")] or [f for f in forms if f.isupper()]
            return short[0] if form.isupper() and short else forms[0]
        return forms[0] if forms else self.forms[other]["name"][0]

    def choose(self, text, rng):
        """{actor: another}, of those that the text names."""
        named = {name: {f for f in self.all_forms(name) if f in text and re.search(rf"(?<!\w){re.escape(f)}(?!\w)", text)} for name in self.actors}
        named = {name: forms for name, forms in named.items() if forms}
        # A form of several actors ("Brussels") is of the one that the text names otherwise as well.
        sure = {name for name, forms in named.items() if any(len(self.owners[form]) == 1 for form in forms)}
        unclear = {name for form in set().union(*named.values()) for name in self.owners[form]
                   if len(self.owners[form]) > 1 and len(self.owners[form] & sure) != 1}
        named = {name: forms for name, forms in named.items() if name in sure}
        chosen, taken = {}, set(named)

        def pick(name, parents):
            """Another for it, with the same parents after their replacement."""
            others = [other for other in self.actors if other not in taken and self.parents(other) == parents
                      and self.fits(name, other, text, named[name]) and not any(f in text for f in self.all_forms(other))]
            return rng.choice(others) if others else None

        for name in sorted(named, key=lambda n: (not n.startswith("country/"), n)):
            if name in chosen or name in unclear or name.split("/")[0] not in ACTOR_KINDS:
                continue
            children = [c for c in self.children[name] if c in named]
            if not children:
                parents = self.parents(name)
                other = None if parents & set(chosen) else pick(name, parents)
                if other:
                    chosen[name] = other
                    taken.add(other)
                continue
            others = [o for o in self.actors if o not in taken and self.fits(name, o, text, named[name]) and not any(f in text for f in self.all_forms(o))]
            rng.shuffle(others)
            for other in others:
                draft, before = {name: other}, set(taken)
                taken.add(other)
                for child in children:
                    new = None if child in unclear else pick(child, {draft.get(p, p) for p in self.parents(child)})
                    if not new:
                        break
                    draft[child] = new
                    taken.add(new)
                else:
                    chosen |= draft
                    break
                taken.clear()
                taken.update(before)
        return chosen, named

    def phrases(self, text, gold, rng):
        """{phrase: phrase}, {phrase: the actor it is of} for the text's actors."""
        chosen, named = self.choose(text, rng)
        phrases = {form: form for form in self.fixed if form in text}
        phrases |= {form: form for name in named if name not in chosen for form in self.all_forms(name)}
        of = {}
        for name, other in chosen.items():
            for kind, forms in self.forms[name].items():
                for form in forms:
                    if form in phrases:
                        continue
                    new = self.counterpart(name, form, kind, other)
                    phrases[form] = new
                    of[form] = name
                    if TAKES_THE.search(form) and not TAKES_THE.search(new):
                        for whole in (f"the {form}", f"The {form}"):
                            phrases[whole], of[whole] = new, name
        for surname in self.people(text, gold):
            if surname in phrases:
                continue
            shape = SURNAMES[(len(surname.split("-")[0]) > 4) + (len(surname.split("-")[0]) > 7)]
            free = [s for s in shape if s not in text and s not in phrases.values() and s not in self.owners]
            if free:
                phrases[surname] = "-".join(rng.sample(free, min(len(free), surname.count("-") + 1)))
                of[surname] = surname
        return phrases, of

    def people(self, text, gold):
        """Surnames of the persons that the annotation names in full."""
        names = {name for stance in gold for name in [stance["actor"], stance.get("speaker"), *stance.get("actor_any", [])] if name}
        surnames = set()
        for name in sorted(names):
            words = [word for word in name.split() if word not in PARTICLES]
            if not 2 <= len(words) <= 3 or name not in text or not all(re.fullmatch(r"[^\W\d_][\w'’-]+", w) and w[0].isupper() for w in words):
                continue
            plain = {form for word in words for form in (word.lower(), word.lower().removesuffix("s"), word.lower().removesuffix("es"))}
            if plain & self.words or any(word in self.owners for word in words) or not any(word in names for word in (words[0], words[-1])):
                continue
            alone = [w for w in (words[-1], words[0])
                     if re.search(rf"(?<![\w-]){re.escape(w)}(?![\w-])", text.replace(name, "")) and len(w) > 2]
            if alone:
                surnames.add(alone[0])
        return sorted(surnames)


class Cues:
    """Which words may stand for which."""

    def __init__(self, lexicon, inflector):
        self.inflector = inflector
        self.phrases = collections.defaultdict(set)  # word: cues and modifiers of several words with it
        cues = collections.defaultdict(list)  # (lemma, class): entries
        for cue in lexicon["cue"]:
            if re.fullmatch(r"[a-z-]+", cue["lemma"][0]):
                cues[cue["lemma"][0], cue["word_class"][0][11:]].append(cue)
        for phrase in [cue["lemma"][0] for cue in lexicon["cue"]] + [phrase for modifier in lexicon["modifier"] for phrase in modifier["phrase"]]:
            for word in phrase.split() if " " in phrase else []:
                self.phrases[word].add(phrase)

        roles = {key: set() for key in cues}  # (lemma, class): what else the word is to the engine
        for entry in lexicon["word_list"]:
            for word in " ".join(entry["words"]).split():
                roles.setdefault((word, entry["word_class"][0][11:]), set())
        for section, field in (("agent", "lemma"), ("issue", "name"), ("issue", "wording")):
            for entry in lexicon[section]:
                for word in entry.get(field, []):
                    roles.setdefault((word, "NOUN"), set()).add(section)
        for section in ("reporting_verb", "light_verb"):
            for entry in lexicon[section]:
                roles.setdefault((entry["lemma"][0], "VERB"), set()).add(section)
        for entry in lexicon["function"]:
            for word in " ".join(entry["words"]).split():
                word_class = "NOUN" if entry["role"][0][14:] in OF_NOUNS else "FUNCTION"
                roles.setdefault((word, word_class), set()).add(entry["role"][0])

        self.readings = collections.defaultdict(set)  # form: {(lemma, class, slot), …}
        self.written = {}  # (lemma, class): {slot: form}
        for lemma, word_class in roles:
            slots = {"base": lemma}
            if word_class == "VERB":
                slots = inflector.verb(lemma)
            elif word_class == "NOUN":
                slots = {"singular": lemma, "plural": inflector.plural(lemma)}
            self.written[lemma, word_class] = slots
            for slot, form in slots.items():
                self.readings[form].add((lemma, word_class, slot))
        # Cues that do the same, but for their frames, and are the only ones of their word.
        self.frames, self.kinds = {}, {}
        self.alike = collections.defaultdict(list)
        for (lemma, word_class), entries in sorted(cues.items()):
            if len(entries) > 1 or "polarity" not in entries[0]:
                continue  # "go", "keep": on what they act tells what they mean
            does = {k: entries[0].get(k) for k in ("polarity", "effect", "sense", "factuality", "frame", "contestable", "predicative", "only_through",
                                                          "only_denied")}
            self.kinds[lemma, word_class] = word_class, json.dumps(does), frozenset(roles[lemma, word_class])
            self.frames[lemma, word_class] = set(entries[0].get("frame_set", [])), set(entries[0].get("preposition", []))
            forms = self.written[lemma, word_class].values()
            if all({c for _, c, _ in self.readings[form]} <= {"VERB", "NOUN", "ADJECTIVE"} for form in forms):
                self.alike[self.kinds[lemma, word_class]].append(lemma)

    def longer(self, form, lemma, text):
        """Cues and modifiers of several words that the word is part of in the text, as they stand there; None where others may stand inside."""
        found = set()
        for phrase in self.phrases[lemma] | self.phrases[form]:
            parts = []
            for i, word in enumerate(phrase.split()):
                if word in ("<poss>", "<obj>", "<gen>"):
                    parts.append(r"(?:[\w'’]+\s+){0,3}?[\w'’]+")
                elif word in (lemma, form):
                    parts.append(re.escape(form))
                else:
                    forms = {word, *(self.inflector.verb(word).values() if i == 0 and word.isalpha() else ())}
                    parts.append("(?:" + "|".join(map(re.escape, forms)) + ")")
            gap = r"\s+(?:[\w'’]+\s+){0,4}?" if re.fullmatch(PHRASAL, phrase) else r"\s+"
            for match in re.finditer(r"(?<!\w)" + gap.join(parts) + r"(?!\w)", text, re.I):
                if "<" in phrase or len(match.group().split()) > len(parts):
                    return None
                found.add(match.group())
        return found

    def class_in(self, form, text):
        """The class of the word where all its readings have it, or its neighbours tell at each place."""
        classes = {c for _, c, _ in self.readings[form]}
        if re.search(rf"[a-z,;] {form.capitalize()}(?![\w-])", text):
            return None  # "March", "Labour"
        if len(classes) == 1:
            return min(classes)
        if form.endswith("ing"):
            return None
        told = set()
        for match in re.finditer(rf"([\w'’.]+)?(\W+){form}(?:\s+([\w'’]+))?(?![\w-])", text, re.I):
            before, between, after = match.group(1) or "", match.group(2), (match.group(3) or "").lower()
            if between.strip():
                told.add(None)
            elif before.lower() in BEFORE_NOUNS or re.search(r"['’]s$", before):
                told.add("NOUN")
            elif before.lower() in BEFORE_VERBS or after in BEHIND_VERBS and (before[:1].isupper() or before.lower() in ("it", "he", "she", "who", "which")):
                told.add("VERB")
            elif before.lower() in BEFORE_ADJECTIVES and "ADJECTIVE" in classes and after != "by":
                told.add("ADJECTIVE")
            else:
                told.add(None)
        return told.pop() if len(told) == 1 and told <= classes else None

    def phrases_for(self, text, evidence, rng):
        """{form: form} for the text's cues; phrases of several words for themselves."""
        forms_of = collections.defaultdict(dict)  # (lemma, class): {form: slots}
        for form in sorted(set(re.findall(r"[a-z-]+", text.lower())) & set(self.readings)):
            word_class = self.class_in(form, text)
            readings = [(lemma, slot) for lemma, c, slot in self.readings[form] if c == word_class]
            if len({lemma for lemma, _ in readings}) == 1 and (readings[0][0], word_class) in self.kinds:
                forms_of[readings[0][0], word_class][form] = {slot for _, slot in readings}
        chosen, kept, taken = {}, {}, set()
        for (lemma, word_class), forms in sorted(forms_of.items()):
            if not any(re.search(rf"(?<![\w-]){form}(?![\w-])", evidence, re.I) for form in forms):
                continue
            longer = [self.longer(form, lemma, text) for form in forms]
            if None in longer:
                continue
            sets, prepositions = self.frames[lemma, word_class]
            used = {p for p in prepositions if any(re.search(rf"(?<!\w){form}[^.;:!?\n]*? {p}(?!\w)", text, re.I) for form in forms)}
            others = {}
            for other in self.alike[self.kinds[lemma, word_class]]:
                other_sets, other_prepositions = self.frames[other, word_class]
                # "rejected" is past and participle: not "forsook", "forsaken".
                new = {form: {self.written[other, word_class][slot] for slot in slots} for form, slots in forms.items()}
                if (other[:5] != lemma[:5] and other not in taken and sets <= other_sets and used <= other_prepositions
                        and all(len(words) == 1 for words in new.values())):
                    others[other] = {form: min(words) for form, words in new.items()}
            if others:
                other = rng.choice(sorted(others))
                taken.add(other)
                chosen |= others[other]
                kept |= {phrase: phrase for phrase in set().union(*longer)}
        return chosen, kept


def stances(article):
    return [s for field in ("stances", "optional_stances", "distractors") for s in article.get(field, [])]


def strings(stance):
    """All text of a stance."""
    found = []
    every_string(stance, found.append)
    return found


def every_string(value, change, key=""):
    if isinstance(value, dict):
        return {k: v if k in ("id", "kind", "polarity", "alt_polarity", "difficulty", "why", "note") else every_string(v, change, k) for k, v in value.items()}
    if isinstance(value, list):
        return [every_string(v, change) for v in value]
    return change(value) if isinstance(value, str) else value


def perturb(article, actors, cues, seed):
    """The article with other words; replacements made, {what: actor or cue}."""
    rng = random.Random(f"{seed} {article['id']}")
    text = article.get("title", "") + "\n" + article["text"]
    evidence = "\n".join(e for s in stances(article) for e in [s.get("evidence"), *s.get("more_evidence", [])] if e)
    phrases, of = actors.phrases(text, stances(article), rng)
    cue_phrases, kept = cues.phrases_for(text, evidence, rng)
    cue_phrases = {k: v for k, v in cue_phrases.items() if k not in phrases}
    phrases = kept | phrases | cue_phrases
    verbatim = sorted({s for stance in stances(article) for s in strings(stance) if s in text and " " in s})
    while True:
        used = collections.Counter()
        replace = Replacer(phrases)
        replace(text, used)
        copy_of = every_string(article, replace)
        new = copy_of.get("title", "") + "\n" + copy_of["text"]
        broken = set()
        for old, now in zip(verbatim, map(replace, verbatim)):
            if now not in new:
                broken |= {p for p in phrases if phrases[p] != p and p.split()[-1].lower() in old.lower()}
        if not broken:
            break
        owners = {of.get(p) for p in broken} - {None}
        phrases = {p: p if p in broken or of.get(p) in owners else to for p, to in phrases.items()}
    made = {p: phrases[p] for p in used}
    return copy_of, {of.get(p, p) for p in made if p not in cue_phrases}, {p for p in made if p in cue_phrases}, made


def score(stancectl, lexicon, gold):
    run = subprocess.run([stancectl, "eval", "--embedded", "--lexicon", lexicon, "--gold", gold, "--json"], capture_output=True, text=True, check=True)
    return json.loads(run.stdout)


def f1(figures):
    correct, wrong, missed = (sum(f[key] for f in figures) for key in ("correct", "wrong", "missed"))
    return 2 * correct / max(1, 2 * correct + wrong + missed)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("stancectl")
    parser.add_argument("lexicon")
    parser.add_argument("gold", nargs="+", help="JSON Lines of annotated articles, or directories of them")
    parser.add_argument("--seed", type=int, default=1, help="of the choice among replacements")
    parser.add_argument("--most", type=float, default=0.05, help="by how much F1 may fall")
    parser.add_argument("--keep", type=pathlib.Path, metavar="DIR", help="leave the perturbed files and replacements.txt there")
    args = parser.parse_args()

    lexicon = read_lexicon(args.lexicon)
    inflector = Inflector(lexicon)
    actors, cues = Actors(lexicon, inflector), Cues(lexicon, inflector)
    before, after, totals = [], [], collections.Counter()
    line = "{:24} {:>8} {:>7} {:>5} {:>7} {:>7} {:>7}"
    print(line.format("file", "articles", "actors", "cues", "before", "after", "differs"))
    with tempfile.TemporaryDirectory() as temporary:
        directory = args.keep or pathlib.Path(temporary)
        directory.mkdir(parents=True, exist_ok=True)
        log = []
        for path, articles in gold_files(args.gold):
            counts = collections.Counter(articles=len(articles))
            perturbed = []
            for article in articles:
                new, actors_made, cues_made, made = perturb(article, actors, cues, args.seed)
                perturbed.append(new)
                counts += collections.Counter(actors=len(actors_made), cues=len(cues_made))
                log.append(f"{article['id']}: " + "; ".join(f"{old}: {now}" for old, now in sorted(made.items())) + "\n")
            written = directory / path.name
            written.write_text("".join(json.dumps(a, ensure_ascii=False) + "\n" for a in perturbed), encoding="utf-8")
            before.append(score(args.stancectl, args.lexicon, path))
            after.append(score(args.stancectl, args.lexicon, written))
            a, b = f1(before[-1:]), f1(after[-1:])
            print(line.format(path.name, counts["articles"], counts["actors"], counts["cues"], f"{a:.3f}", f"{b:.3f}", f"{b - a:+.3f}"))
            totals += counts
        if args.keep:
            (directory / "replacements.txt").write_text("".join(log), encoding="utf-8")
    a, b = f1(before), f1(after)
    print(line.format("all", totals["articles"], totals["actors"], totals["cues"], f"{a:.3f}", f"{b:.3f}", f"{b - a:+.3f}"))
    return 1 if a - b > args.most else 0


if __name__ == "__main__":
    sys.exit(main())
