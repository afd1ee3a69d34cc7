"""What a reader without scripts has: all that story.json knows stands in the built HTML itself, which is read here as text."""

import json
import re

import pytest
from lxml import html


@pytest.fixture(scope="module")
def story(built):
    return json.loads((built / "site/story.json").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def read(built):
    """The main part of a page by its address."""

    def page(address):
        (main,) = html.parse(str(built / "site" / address / "index.html")).xpath("//article")
        return main

    return page


def plain(text):
    return " ".join(text.split())


def cited(main):
    """The places and words of everything that a page cites."""
    return {e.get("data-cite"): plain(e.text_content()) for e in main.xpath(".//*[@data-cite]")}


def place(record):
    return f"{record['article']}#{record['paragraph']}:{record['start']}-{record['end']}"


def test_every_actor_is_in_the_index_and_has_its_page(story, read):
    index = read("actors").text_content()
    actors = [e for e in story["entities"] if e["actor"] and e["url"]]
    assert len(actors) >= 20
    for actor in actors:
        assert actor["name"] in index
        assert read(actor["url"]).xpath("string(.//h1/span)") == actor["name"]


def test_every_definition_is_in_the_glossary(story, read):
    defined = {e.get("data-entry") for e in read("glossary").xpath(".//*[@data-field='summary']")}
    terms = {e["id"] for e in story["entities"] if (e["url"] or "").startswith("glossary/")}
    assert len(terms) >= 40
    assert terms <= defined


def test_every_quotation_stands_on_its_page_word_for_word(story, read):
    said = cited(read("who-said-what"))
    assert len(story["quotations"]) >= 20
    for quotation in story["quotations"]:
        assert said[place(quotation)] == plain(quotation["text"])


def test_every_dated_event_stands_on_the_timeline_with_its_date(story, read):
    page = read("timeline")
    told, dates = cited(page), {e.get("data-date").split("/")[0] for e in page.xpath(".//time[@data-date]")}
    events = [e for e in story["events"] if e["date"]]
    assert len(events) >= 8
    for event in events:
        assert plain(event["text"]) in told.values()
        assert event["date"] in dates


def test_every_citation_of_a_page_is_words_of_the_article(built, story):
    words = {(a["id"], p["id"]): p["text"] for a in story["articles"] for p in a["paragraphs"]}
    site = built / "site"
    pages = [path for path in site.rglob("index.html") if path.parent.parent != site / "articles"]
    found = {
        mark: text
        for path in pages
        for main in html.parse(str(path)).xpath("//article")
        for mark, text in cited(main).items()
    }
    assert len(found) > 100
    for mark, text in found.items():
        article, paragraph, start, end = re.fullmatch(r"(.+)#(.+):(\d+)-(\d+)", mark).groups()
        assert plain(words[article, paragraph][int(start) : int(end)]) == text
