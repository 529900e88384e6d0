"""docs/AUTHORING.md has a row for each code of a finding, and no others; docs/petrarch.md shows the mapping as it is."""

import re
import sys

from programs import ROOT

# Calls that make a finding, up to its code; and codes that are set by themselves.
MADE = re.compile(r'(?:Error|Warn|Add|FindTwiceInEntry)\((?:[^;"]|"(?!\s*[A-Z]))*?"([A-Z][A-Z0-9_]{3,})"')
SET = re.compile(r'code = (?:known_bug \? )?"([A-Z0-9_]+)"(?: : "([A-Z0-9_]+)")?')
SOURCES = ("service/engine/lexicon/*.cc", "service/engine/examples.cc", "service/lexicon_files/*.cc")


def field(line, name):
    found = re.search(rf'\b{name}: (?:"([^"]*)"|(\w+))', line)
    return (found[1] or found[2] or "") if found else ""


def words(value, prefix):
    return value.removeprefix(prefix).lower().replace("_", " ")


def mapping_rows():
    """The rows that docs/petrarch.md must have."""
    for line in (ROOT / "client/lexicon/petrarch/mapping.txtpb").read_text().splitlines():
        code, meaning = field(line, "code"), field(line, "meaning")
        if line.startswith("event"):
            cells = [words(field(line, "polarity"), "POLARITY_"), field(line, "reason")]
        elif line.startswith("role"):
            represents = "yes" if field(line, "represents") else ""
            cells = [words(field(line, "kind"), "ACTOR_KIND_"), represents, field(line, "office")]
        elif line.startswith("agent_role"):
            cells = [words(field(line, "role"), "AGENT_ROLE_"), field(line, "sector")]
        else:
            continue
        yield "|" + "".join(f" {cell} |" if cell else " |" for cell in [code, meaning, *cells])


def main():
    made = set()
    for pattern in SOURCES:
        for path in sorted(ROOT.glob(pattern)):
            source = path.read_text()
            made |= set(MADE.findall(source)) | {code for pair in SET.findall(source) for code in pair if code}
    table = set(re.findall(r"^\| `([A-Z0-9_]+)` \|", (ROOT / "docs/AUTHORING.md").read_text(), re.M))
    problems = [f"{code}: not in docs/AUTHORING.md" for code in sorted(made - table)]
    problems += [f"{code}: in docs/AUTHORING.md, but nothing gives it" for code in sorted(table - made)]
    shown = (ROOT / "docs/petrarch.md").read_text().splitlines()
    problems += [f"not in docs/petrarch.md: {row}" for row in mapping_rows() if row not in shown]
    print("\n".join(problems))
    return 1 if problems or not table else 0


sys.exit(main())
