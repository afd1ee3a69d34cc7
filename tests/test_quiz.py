"""Somebody who reads only the site can answer twenty questions, each within two clicks from home."""

import posixpath
from pathlib import Path
from urllib.parse import urldefrag

import pytest
import yaml
from lxml import html

QUIZ = yaml.safe_load(Path(__file__).with_suffix(".yml").read_text(encoding="utf-8"))
HOME = "index.html"


def main_text(site, page):
    """What a reader sees of a page: its article, without drawings and what stays closed."""
    (article,) = html.parse(str(site / page)).xpath("//article")
    unseen = article.xpath(
        ".//*[local-name()='svg'] | .//script | .//details[not(@open)]/*[not(self::summary)]"
    )
    for element in unseen:
        if element.getparent() is not None:
            element.drop_tree()
    return " ".join(article.text_content().split())


def linked(site, page):
    """The pages that a page links to."""
    for address in html.parse(str(site / page)).xpath("//body//a/@href"):
        path = urldefrag(address)[0]
        if path and ":" not in path:
            yield posixpath.normpath(posixpath.join(posixpath.dirname(page), path))


@pytest.fixture(scope="module")
def near(built):
    """Every page with the number of clicks from home, up to two."""
    site = built / "site"
    clicks = {HOME: 0}
    for count in (1, 2):
        for page in [page for page, away in clicks.items() if away == count - 1]:
            for other in linked(site, page):
                if other.endswith(".html") and (site / other).is_file():
                    clicks.setdefault(other, count)
    return clicks


def test_there_are_twenty_questions():
    assert len({each["question"] for each in QUIZ}) == 20


@pytest.mark.parametrize("each", QUIZ, ids=lambda each: each["question"])
def test_a_reader_finds_the_answer_within_two_clicks(each, built, near):
    page = f"{each['page']}index.html"
    assert near[page] <= 2
    assert each["answer"] in main_text(built / "site", page)
