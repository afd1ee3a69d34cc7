"""Saved pages: the text, and what they state about it."""

from __future__ import annotations

import json

import pytest
from lxml.html import document_fromstring

from generator.errors import BackgrounderError
from generator.model.text import Article
from generator.read import parse_source
from generator.read.linked_data import article_record, names_of

SENTENCES = [
    "Voters in the town of Norvik decided on Monday to keep the ferry that has linked them with the islands for a century.",
    "The mayor called the result a relief and thanked the two engineers who had looked at the hull of the old ferry.",
    "Repairs begin in spring, the council said, and the yard expects them to last until the end of the summer months.",
    "On the islands people lit fires on the beaches when the count was over, and the school stayed closed on Tuesday.",
]
RECORD = {
    "@type": "NewsArticle",
    "headline": "Norvik keeps its ferry",
    "datePublished": "2023-03-20T23:30:00-04:00",
    "author": [{"@type": "Person", "name": "Ann Poe"}, {"@id": "#jo"}],
    "publisher": {"@type": "Organization", "name": "Norvik Post"},
    "url": "https://example.org/ferry",
}


def page(body: str, head: str = "", record: object = None) -> str:
    script = f"<script type='application/ld+json'>{json.dumps(record)}</script>" if record else ""
    return f"<html><head><title>Norvik keeps its ferry | Norvik Post</title>{head}{script}</head><body><article>{body}</article></body></html>"


def body(extra: str = "") -> str:
    return (
        "<h1>Norvik keeps its ferry</h1>"
        + "".join(f"<p>{s}</p>" for s in SENTENCES[:3])
        + extra
        + f"<p>{SENTENCES[3]}</p>"
    )


def read(content: str) -> Article:
    return parse_source(content, "ferry.html")


def test_the_record_of_the_page_counts_first() -> None:
    graph = {
        "@context": "https://schema.org",
        "@graph": [RECORD, {"@type": "Person", "@id": "#jo", "name": "Jo Roe"}],
    }
    article = read(page(body(), "<meta name='author' content='Norvik Post'>", graph))
    assert article.title == "Norvik keeps its ferry"
    assert article.byline == ("Ann Poe", "Jo Roe")
    assert (article.published.value, article.published.basis) == ("2023-03-20", "stated")
    assert (article.outlet, article.url) == ("Norvik Post", "https://example.org/ferry")


def test_without_a_record_the_meta_elements_and_the_headline_tell() -> None:
    head = (
        "<meta property='og:site_name' content='Norvik Post'><meta property='article:published_time' content='2023-03-20T10:00:00Z'>"
        "<meta name='author' content='Ann Poe and Jo Roe'><link rel='canonical' href='https://example.org/f'>"
    )
    article = read(page(body(), head))
    assert (article.title, article.outlet, article.url) == (
        "Norvik keeps its ferry",
        "Norvik Post",
        "https://example.org/f",
    )
    assert article.byline == ("Ann Poe", "Jo Roe")
    assert article.published.value == "2023-03-20"


def test_the_headline_is_what_most_voices_say() -> None:
    head = "<meta property='og:title' content='Ferry!! You will not believe it - Norvik Post'>"
    assert read(page(body(), head)).title == "Norvik keeps its ferry"


def test_blocks_bear_their_kinds() -> None:
    extra = "<h2>After the vote</h2><p><a href='/x'>The islands without a doctor</a></p><p>Sign up for our newsletter</p>"
    told = [(p.kind, p.text.split()[0]) for p in read(page(body(extra), record=RECORD)).paragraphs]
    assert told[0] == ("headline", "Norvik")
    assert ("heading", "After") in told
    assert ("body", "The") in told
    assert all(kind != "body" for kind, word in told if word in {"Sign", "After"})


def test_starts_count_in_the_extracted_text() -> None:
    article = read(page(body(), record=RECORD))
    text = "\n\n".join(p.text for p in article.paragraphs)
    assert all(text[p.start : p.start + len(p.text)] == p.text for p in article.paragraphs)


def test_a_description_shown_below_the_headline_is_the_dek() -> None:
    shown = body().replace("</h1>", "</h1><h2>After a year of quarrel the town decides by two votes</h2>")
    record = {**RECORD, "description": "After a year of quarrel the town decides by two votes"}
    article = read(page(shown, record=record))
    assert article.dek == "After a year of quarrel the town decides by two votes"
    assert [p.kind for p in article.paragraphs].count("dek") == 1


@pytest.mark.parametrize("content", ["<html></html>", "no page", "<p>Log in</p>", "<script>1</script>"])
def test_a_page_without_article_is_refused_or_read(content: str) -> None:
    try:
        assert read(content).paragraphs
    except BackgrounderError as error:
        assert error.path == "ferry.html"  # noqa: PT017 - either is right


@pytest.mark.parametrize(
    "script", ["{", "[" * 100_000, "null", '{"@type": ["NewsArticle"], "headline": 3}', "<!-- {} -->"]
)
def test_broken_linked_data_tell_nothing(script: str) -> None:
    tree = document_fromstring(f"<html><script type='application/ld+json'>{script}</script><p>x</p></html>")
    assert article_record(tree).get("author") is None


def test_authors_come_as_texts_objects_and_lists() -> None:
    assert names_of(["Ann Poe", {"name": "Jo Roe"}, {"name": ["Al Coe"]}, None, 3]) == [
        "Ann Poe",
        "Jo Roe",
        "Al Coe",
    ]
