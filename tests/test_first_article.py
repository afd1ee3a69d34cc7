"""The first article, read by hand: every role, speaker, metonym and date that its site tells."""

import json
from pathlib import Path

import pytest
import yaml

from generator import pipeline
from generator.config import of_project

ROOT = Path(__file__).parents[1]
READ = yaml.safe_load(Path(__file__).with_suffix(".yml").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def told():
    understood = pipeline.analyst(of_project(ROOT), as_json=True)
    return json.loads(understood(ROOT / "seeds" / "articles" / "xi-visits-moscow.txt"))


@pytest.fixture(scope="module")
def number(told):
    return {p["id"]: n for n, p in enumerate(told["articles"][0]["paragraphs"], 1)}


def test_the_date_of_the_article(told):
    published = told["articles"][0]["published"]
    assert (published["value"], published["basis"]) == (str(READ["published"]), "inferred")


def test_every_role(told):
    assert {e["id"]: e["role"]["text"] for e in told["entities"] if e.get("role")} == READ["roles"]


def test_every_speaker(told, number):
    found = [(number[q["paragraph"]], q["form"], q["text"], q["speakers"]) for q in told["quotations"]]
    assert [(n, form, speakers) for n, form, _, speakers in found] == [
        (n, form, speakers) for n, form, _, speakers in READ["quotations"]
    ]
    assert all(
        text.startswith(words)
        for (*_, text, _), (*_, words, _) in zip(found, READ["quotations"], strict=True)
    )


def test_every_metonym(told, number):
    texts = {text for _, text, *_ in READ["metonyms"]}
    found = [
        [number[m["paragraph"]], m["text"], m["entity"], m["sense"]]
        for m in told["mentions"]
        if m["text"] in texts
    ]
    assert found == READ["metonyms"]


def test_every_date(told, number):
    assert [[number[d["paragraph"]], d["text"], d["value"]] for d in told["dates"]] == READ["dates"]
