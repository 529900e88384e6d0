"""wrong_with_containerfile(text) -> what a build that is to be small, the same each time, and safe must not have; a rule a row."""

import re

BUILD_ARGUMENTS = {"FROM", "RUN", "COPY", "ADD", "ENV", "ARG", "LABEL", "USER", "EXPOSE", "STOPSIGNAL", "HEALTHCHECK",
                   "ENTRYPOINT", "CMD", "WORKDIR", "VOLUME", "SHELL", "ONBUILD", "MAINTAINER"}


def instructions(text):
    """(line number, name, rest); lines that go on are joined, comments left out."""
    joined, start = "", 0
    for number, line in enumerate(text.splitlines(), 1):
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        start = start or number
        joined += line.rstrip("\\").strip() + " " if line.endswith("\\") else line.strip()
        if line.endswith("\\"):
            continue
        name, _, rest = joined.partition(" ")
        yield start, name, rest
        joined, start = "", 0


def last_stage(steps):
    begin = max(i for i, (_, name, _) in enumerate(steps) if name == "FROM")
    return steps[begin:]


def of(name, steps):
    return [(line, rest) for line, found, rest in steps if found == name]


def form_of_exec(steps):
    return [line for name in ("ENTRYPOINT", "CMD") for line, rest in of(name, steps) if not rest.startswith("[")] + [
        line for line, rest in of("HEALTHCHECK", steps) if not re.search(r"CMD \[", rest)]


def untagged(steps):
    stages = {rest.split(" AS ")[1] for _, rest in of("FROM", steps) if " AS " in rest}
    known = stages | {"scratch"}
    return [line for line, rest in of("FROM", steps)
            if rest.split(" AS ")[0] not in known and not re.search(r"[:@$]", rest.split(" AS ")[0])]


RULES = [
    ("not an instruction", lambda s: [line for line, name, _ in s if name not in BUILD_ARGUMENTS]),
    ("obsolete instruction", lambda s: [line for line, name, _ in s if name in ("MAINTAINER", "ONBUILD", "SHELL")]),
    ("ADD does more than COPY", lambda s: of("ADD", s)),
    ("a base without a tag", untagged),
    ("a base that is :latest", lambda s: [line for line, rest in of("FROM", s) if ":latest" in rest]),
    ("more than one layer holds packages' lists", lambda s: [
        line for line, rest in of("RUN", s) if "apt-get update" in rest and "rm -rf /var/lib/apt/lists" not in rest]),
    ("apt-get install without update", lambda s: [
        line for line, rest in of("RUN", s) if "apt-get install" in rest and "apt-get update" not in rest]),
    ("apt-get asks", lambda s: [line for line, rest in of("RUN", s) if re.search(r"apt-get install(?!.* -y)", rest)]),
    ("recommended packages", lambda s: [
        line for line, rest in of("RUN", s) if "apt-get install" in rest and "--no-install-recommends" not in rest]),
    ("what is fetched differs from day to day", lambda s: [
        line for line, rest in of("RUN", s) if re.search(r"\b(curl|wget|git clone)\b", rest)]),
    ("sudo", lambda s: [line for line, rest in of("RUN", s) if re.search(r"\bsudo\b", rest)]),
    ("a relative WORKDIR", lambda s: [line for line, rest in of("WORKDIR", s) if not rest.startswith("/")]),
    ("all of the source, with what is not", lambda s: [line for line, rest in of("COPY", s) if rest.startswith(". ")]),
    ("a secret in the image", lambda s: [
        line for name in ("ENV", "ARG") for line, rest in of(name, s) if re.search(r"(?i)password|secret|token", rest)]),
    ("a program that a shell starts", form_of_exec),
    ("no USER, or one with a name, or root", lambda s: [] if [
        rest for _, rest in of("USER", last_stage(s)) if re.fullmatch(r"[1-9][0-9]*(:[1-9][0-9]*)?", rest)] else [0]),
    ("no HEALTHCHECK", lambda s: [] if of("HEALTHCHECK", last_stage(s)) else [0]),
    ("the last stage is not FROM scratch", lambda s: [line for line, rest in of("FROM", last_stage(s)) if rest != "scratch"]),
    ("the last stage runs something", lambda s: of("RUN", last_stage(s))),
]


def wrong_with_containerfile(text):
    steps = list(instructions(text))
    return [f"line {line if isinstance(line, int) else line[0]}: {name}" for name, find in RULES for line in find(steps)]
