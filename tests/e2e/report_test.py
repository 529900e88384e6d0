"""The page of stancectl report in a browser: filters, marks, sentences, hostile text, many articles.

STANCE_SCREENSHOTS=DIR keeps pictures of it.
"""

import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile

import browser
from programs import ROOT, SKIPPED

STANCECTL = os.environ["STANCECTL"]
SCREENSHOTS = os.environ.get("STANCE_SCREENSHOTS")
ESCAPE = "\ue00c"
HOSTILE = (
    "Peru condemned the raid </script><script>document.title='owned'</script><img src=x onerror=\"document.title='owned'\">.\n\n"
    "😀😀 {{title}} {{{index}}} & \u2028 <b>x</b>\n\nChile supports the carbon tax.\n\nFiji rejected the carbon tax.\n"
)


def report(output, *arguments, code=0):
    run = subprocess.run([STANCECTL, "report", "--embedded", "--output", output, *map(str, arguments)],
                         capture_output=True, text=True, timeout=100)
    assert run.returncode == code, run


def picture(page, name):
    if SCREENSHOTS:
        page.screenshot(pathlib.Path(SCREENSHOTS) / f"{name}.png")


def check_article(page, folder):
    """One article: what is marked is what the API says; the filters and the links between text and list."""
    report(folder / "one.html", "--date", "2026-03-04", ROOT / "tests/corpus/demo.txt")
    page.open(folder / "one.html")
    count = page.run("return document.querySelectorAll('.stance').length")
    assert page.run("return document.getElementById('shown').textContent") == f"{count} of {count} stances shown"
    assert count > 10
    text = (ROOT / "tests/corpus/demo.txt").read_text().rstrip("\n")
    assert page.run("return document.querySelector('#text > div').textContent").rstrip("\n") == text
    cues = page.run("return [...document.querySelectorAll('mark.cue')].map((mark) => mark.textContent)")
    assert "condemned" in cues and "backed" in cues, cues
    assert page.run("return document.querySelectorAll('.quotation').length") > 1
    picture(page, "article")

    # Polarity, actor, confidence: each leaves what fits.
    page.run("document.querySelector('input[value=supports]').click()")
    left = page.run("return [...document.querySelectorAll('.stance .jump span')].map((node) => node.className)")
    assert left and "supports" not in left and len(left) < count, left
    page.run("const box = document.getElementById('actor'); box.value = 'Poland';"
             "box.dispatchEvent(new Event('input', {bubbles: true}))")
    actors = page.run("return [...document.querySelectorAll('.stance strong')].map((node) => node.textContent)")
    assert actors and set(actors) == {"Poland"}, actors
    page.run("const range = document.getElementById('confidence'); range.value = 1;"
             "range.dispatchEvent(new Event('input', {bubbles: true}))")
    assert page.run("return document.querySelectorAll('.stance').length") == 0
    page.run("document.getElementById('confidence').value = 0; document.querySelector('input[value=supports]').click()")

    # A mark chooses its stance, a stance its marks; the derivation opens.
    page.run("document.querySelector('#text mark.cue').click()")
    assert page.run("return document.querySelectorAll('.stance.chosen').length") == 1
    page.run("document.querySelectorAll('.stance .jump')[1].click()")
    assert page.run("return document.querySelectorAll('#text mark.chosen').length") >= 2
    page.run("document.querySelector('.stance summary').click()")
    steps = page.run("return document.querySelector('.stance details[open] ol').textContent")
    assert "match · cue/" in steps, steps
    assert page.messages() == []


def check_hostile(page, folder):
    """Mark-up in the text, the title and the name is text; offsets behind an emoji are right."""
    article = {"id": "<i>id</i>", "title": "<script>document.title='owned'</script> Peru condemned the raid", "text": HOSTILE}
    (folder / "hostile.jsonl").write_text(json.dumps(article) + "\n" + json.dumps(dict(article, title="")) + "\n")
    report(folder / "hostile.html", folder / "hostile.jsonl", "--heading", "<script>document.title='owned'</script>&")
    page.open(folder / "hostile.html")
    assert page.run("return document.title") == "<script>document.title='owned'</script>&"
    assert page.run("return document.querySelectorAll('#text script, #text img, #text b, h1 script').length") == 0
    assert page.run("return document.querySelector('#text > div').textContent") == HOSTILE
    cues = page.run("return [...document.querySelectorAll('mark.cue')].map((mark) => mark.textContent)")
    assert "supports" in cues and "rejected" in cues, cues
    assert page.messages() == []


def check_batch(page, folder):
    """The corpus: a cell opens its sentences, a sentence its article, Escape goes back."""
    report(folder / "batch.html", ROOT / "tests/corpus/articles.jsonl")
    page.open(folder / "batch.html")
    assert page.run("return document.getElementById('choose').options.length") == 45
    page.run("const cell = document.querySelector('.cell'); cell.focus(); cell.click()")
    listed = page.run("return document.querySelectorAll('#sentence-list li').length")
    counts = page.run("return document.querySelector('.cell').textContent.split('/').map(Number)")
    assert listed == sum(counts) > 0, (listed, counts)
    picture(page, "batch")
    page.press(ESCAPE)
    assert page.run("return document.getElementById('sentences').hidden")
    assert page.run("return document.activeElement.className").startswith("cell")
    page.run("document.querySelector('.cell').click(); document.querySelector('#sentence-list button').click()")
    assert page.run("return document.querySelectorAll('.stance.chosen').length") == 1

    # What the table leaves out is said, and can be looked up.
    rest = page.run("return document.getElementById('rest').textContent")
    assert re.fullmatch(r"\d+ of \d+ actors and \d+ of \d+ issues are shown, and none of the \d+ targets that are no issue of the lexicon\.",
                        rest), rest
    known, targets = page.run("return [document.getElementById('look-up-actor').options.length - 1,"
                              "document.getElementById('look-up-target').options.length - 1]")
    assert f" of {known} actors" in rest and known > 40 and targets > 100, (rest, known, targets)
    page.run("const box = document.getElementById('look-up-actor'); box.value = [...box.options].at(-1).value;"
             "document.querySelector('#look-up button').click()")
    assert page.run("return document.getElementById('sentences-title').textContent").endswith(" on anything")
    assert page.run("return document.querySelectorAll('#sentence-list .jump').length") > 0
    page.press(ESCAPE)
    assert page.run("return document.activeElement.textContent") == "Show the sentences"

    # Open phrases are compared within one article only, behind the lexicon's.
    disputed = page.run("return [...document.querySelectorAll('#disputed tbody th')].map((node) => node.textContent)")
    within = [" (in “" in name for name in disputed]
    assert disputed and within == sorted(within), disputed
    names = page.run("return document.querySelectorAll('button:not([aria-label]):empty').length")
    assert names == 0
    assert page.messages() == []


def check_many(page, folder):
    """2,000 articles: the page is still usable (WebDriver gives up after its own ceiling)."""
    known = [json.loads(line) for line in (ROOT / "tests/corpus/articles.jsonl").read_text().splitlines()]
    with open(folder / "many.jsonl", "w") as file:
        for i in range(2000):
            article = known[i % len(known)]
            file.write(json.dumps({"id": f"{i}", "title": article.get("title", ""), "text": article["text"],
                                   "publishTime": f"2024-{1 + i % 12:02}-{1 + i % 28:02}T00:00:00Z"}) + "\n")
    report(folder / "many.html", folder / "many.jsonl")
    page.open(folder / "many.html")
    assert page.run("return document.querySelectorAll('#timeline tbody tr').length") == 12
    assert page.run("return document.querySelectorAll('#disputed tbody tr').length") > 0
    took = page.run(
        "const start = performance.now(); const box = document.getElementById('choose'); box.value = '1999';"
        "box.dispatchEvent(new Event('input', {bubbles: true})); document.querySelector('.cell').click();"
        "return performance.now() - start")
    load = page.run("return performance.timing.domContentLoadedEventEnd - performance.timing.navigationStart")
    size = (folder / "many.html").stat().st_size
    print(f"2,000 articles: {size / 1e6:.1f} MB, loaded in {load} ms, another article and a cell in {took:.0f} ms")
    picture(page, "many")
    assert page.messages() == []


def main():
    if not browser.DRIVER:
        print("chromedriver is not there: skipped")
        return SKIPPED
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        with browser.browser() as page:
            for check in (check_article, check_hostile, check_batch, check_many):
                check(page, folder)
        if SCREENSHOTS:
            with browser.browser(dark=True) as page:
                page.open(folder / "one.html")
                picture(page, "dark")
    return 0


sys.exit(main())
