"""Classifies many sentences in one run of stancectl, for the corpora of sentences."""
import json
import subprocess


def classify(stancectl, lexicon, sentences):
    """For each sentence its answer's [(actor, stance), …], as stancectl's JSON has them; raises where stancectl fails."""
    articles = "".join(json.dumps({"id": str(i), "text": text}) + "\n" for i, text in enumerate(sentences))
    run = subprocess.run([stancectl, "batch", "--embedded", "--lexicon", lexicon, "--input", "-", "--output", "-", "--progress", "none"],
                         input=articles, capture_output=True, text=True, check=True)
    answers = {int(answer["articleId"]): answer for answer in map(json.loads, run.stdout.splitlines())}
    return [[(group["actor"], stance) for group in answers[i].get("actors", []) for stance in group.get("stances", [])]
            for i in range(len(sentences))]
