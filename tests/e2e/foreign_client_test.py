"""A client that knows nothing of the project: buf curl over plaintext HTTP/2, the API learned by reflection."""

import json
import subprocess
import sys

from programs import BUF, ROOT, SKIPPED, running_stanced

# name, method, request, what must be in standard output, in standard error, exit code 0?
ROWS = [
    (
        "unary",
        "stance.v1.StanceService/ClassifyArticle",
        {"article": {"text": "China supports a political solution and opposes sanctions."}},
        ['"id": "country/CHN"', '"polarity": "POLARITY_OPPOSES"', '"text": "sanctions"'],
        [],
        True,
    ),
    (
        "stream",
        "stance.v1.StanceService/ClassifyArticles",
        {"sequence": 7, "article": {"text": "Peru condemned the raid."}},
        ['"sequence": "7"', '"country/PER"'],
        [],
        True,
    ),
    ("lexicon", "stance.v1.LexiconService/GetLexicon", {}, ['"checksum"', '"entryCounts"'], [], True),
    ("health", "grpc.health.v1.Health/Check", {"service": "stance.v1.StanceService"}, ['"SERVING"'], [], True),
    (
        "empty article",
        "stance.v1.StanceService/ClassifyArticle",
        {"article": {"text": "  "}},
        [],
        ["invalid_argument", "article.text"],
        False,
    ),
    ("actors", "stance.v1.LexiconService/ListActors", {"pageSize": 1, "filter": "Peru"}, ["country/PER"], [], True),
]


def main():
    if not BUF.exists():
        print("buf is not there (./dev setup installs it): skipped")
        return SKIPPED
    failures = 0
    with running_stanced() as address:
        for name, method, request, out, err, succeeds in ROWS:
            run = subprocess.run(
                [BUF, "curl", "--protocol", "grpc", "--http2-prior-knowledge", "--data", json.dumps(request),
                 f"http://{address}/{method}"],
                capture_output=True, text=True, cwd=ROOT, timeout=60,
            )
            missing = [s for s in out if s not in run.stdout] + [s for s in err if s not in run.stderr + run.stdout]
            if missing or (run.returncode == 0) != succeeds:
                failures += 1
                print(f"{name}: exit code {run.returncode}, missing {missing}\n{run.stdout}{run.stderr}")
    return 1 if failures else 0


sys.exit(main())
