"""docs/errors.md has a row for each reason that the service gives, and no others; each is expected by a test."""

import re
import sys

from programs import ROOT

# Calls that make an error, up to the reason.
MADE = re.compile(r'(?:MakeError\(\s*absl::StatusCode::k\w+,|InvalidField\()\s*"([A-Z0-9_]+)"')


def main():
    sources = "".join(path.read_text() for path in sorted((ROOT / "service/server").glob("*.cc")))
    made = set(MADE.findall(sources)) | {"CANCELLED"}  # the code's name, where there is no reason
    table = set(re.findall(r"^\| `([A-Z0-9_]+)` \|", (ROOT / "docs/errors.md").read_text(), re.M))
    tests = "".join(path.read_text() for path in sorted((ROOT / "tests").rglob("*_test.cc")))
    tested = set(re.findall(r'"([A-Z0-9_]+)"', tests))
    problems = [f"{reason}: not in docs/errors.md" for reason in sorted(made - table)]
    problems += [f"{reason}: in docs/errors.md, but nothing gives it" for reason in sorted(table - made)]
    problems += [f"{reason}: expected by no test" for reason in sorted(table - tested)]
    print("\n".join(problems))
    return 1 if problems or not table else 0


sys.exit(main())
