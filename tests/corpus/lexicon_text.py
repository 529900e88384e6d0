"""What the tools of this folder share: the lexicon's text files as Python values, inflected forms, gold files."""
import json
import pathlib
import re

TOKEN = re.compile(r'#[^\n]*|"((?:[^"\\]|\\.)*)"|([\w.+-]+)|([{}])|[:;,\s\[\]<>]+')
VOWELS = "aeiou"


def _message(tokens):
    fields = {}
    for kind, word in tokens:
        if kind == "}":
            return fields
        kind, value = next(tokens)
        fields.setdefault(word, []).append(_message(tokens) if kind == "{" else value)
    return fields


def _tokens(text):
    for match in TOKEN.finditer(text):
        string, word, brace = match.groups()
        if brace:
            yield brace, brace
        elif word:
            yield "word", word
        elif string is not None:
            yield "string", re.sub(r"\\(.)", r"\1", string)


def read_lexicon(directory):
    """{section: [entry, …]}; an entry maps its fields to lists of values and has its file's path under "file"."""
    sections = {}
    for path in sorted(pathlib.Path(directory).rglob("*.txtpb")):
        for section, entries in _message(_tokens(path.read_text(encoding="utf-8"))).items():
            for entry in entries:
                if isinstance(entry, dict):
                    sections.setdefault(section, []).append(entry | {"file": path})
    return sections


def gold_files(paths):
    """[(path, [article, …]), …] of files and directories of them."""
    files = []
    for path in map(pathlib.Path, paths):
        for file in sorted(path.glob("*.jsonl")) if path.is_dir() else [path]:
            lines = file.read_text(encoding="utf-8").splitlines()
            files.append((file, [json.loads(line) for line in lines if line.strip()]))
    return files


def _consonant(word, i):
    if word[i] == "y":
        return i == 0 or word[i - 1] in VOWELS
    return word[i].isalpha() and (word[i] not in VOWELS or word[i] == "u" and word[i - 1:i] == "q")


def _with_s(word):
    if len(word) > 1 and word[-1] == "y" and _consonant(word, len(word) - 2):
        return word[:-1] + "ies"
    hard = word.endswith("ech") and not word.endswith("eech")
    return word + ("es" if re.search(r"(?:[sxz]|sh|ch)$", word) and not hard else "s")


def _stem(word):
    """The stem to which -ed and -ing are put."""
    if word.endswith("ic"):
        return word + "k"
    shape = [_consonant(word, i) for i in range(len(word))]
    doubles = len(word) > 2 and word[-1] not in "wxyh" and shape[-3:] == [True, False, True]
    syllables = len(re.findall("F+", "".join("TF"[not c] for c in shape)))
    return word + word[-1] if doubles and (syllables == 1 or word[-1] == "l") else word


class Inflector:
    """Forms of words as the engine makes them: British spelling where both are in use."""

    def __init__(self, lexicon):
        self.irregular = {entry["lemma"][0]: {k: v[0].split() for k, v in entry.items() if k != "file"}
                          for entry in lexicon["irregular"]}

    def verb(self, lemma):
        """{slot: form}"""
        prefix, hyphen, last = lemma.rpartition("-")
        if lemma not in self.irregular and hyphen and last in self.irregular:
            return {slot: f"{prefix}-{form}" for slot, form in self.verb(last).items()}
        known, ends_e = self.irregular.get(lemma, {}), lemma.endswith("e")
        ends_y = lemma[-1] == "y" and len(lemma) > 1 and _consonant(lemma, len(lemma) - 2)
        past = known.get("past", [None])[-1]
        doubled = past == lemma + lemma[-1] + "ed"
        past = past or (lemma + "d" if ends_e else lemma[:-1] + "ied" if ends_y else _stem(lemma) + "ed")
        third = lemma + "es" if lemma[-1] == "o" and _consonant(lemma, len(lemma) - 2) else _with_s(lemma)
        if "gerund" in known:
            gerund = known["gerund"][-1]
        elif lemma.endswith("ie"):
            gerund = lemma[:-2] + "ying"
        elif ends_e and len(lemma) > 2 and lemma[-2:] not in ("ee", "oe", "ye"):
            gerund = lemma[:-1] + "ing"
        else:
            gerund = (lemma + lemma[-1] if doubled else _stem(lemma)) + "ing"
        return {"present": lemma, "third": known.get("third_person", [third])[0], "past": past,
                "participle": known.get("participle", [past])[-1], "gerund": gerund}

    def plural(self, noun):
        if noun in self.irregular and "plural" in self.irregular[noun]:
            return self.irregular[noun]["plural"][0]
        if noun.endswith("ese"):
            return noun
        if re.search(r"(?:wo|[^aeiour]|[ey]|..r)man$", noun) and len(noun) > 5 and noun != "German":
            return noun[:-2] + "en"
        if len(noun) > 4 and noun.endswith("sis"):
            return noun[:-2] + "es"
        if len(noun) > 1 and noun[-1] == "o" and _consonant(noun, len(noun) - 2):
            return noun + "es"
        return _with_s(noun)
