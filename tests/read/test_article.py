"""The reading stage as a whole: what an article is made of, and that nothing of it is lost."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.errors import BackgrounderError
from generator.model.text import Article
from generator.read import parse_source, read_article
from generator.read.byline import byline
from generator.read.characters import clean
from generator.read.date_line import date_line

SEEDS = Path(__file__).parents[2] / "seeds"

REPORT = """Harbour town votes to keep its ferry

Two ferries in the harbour
The old ferry, left, and the new one lie side by side in the harbour of Norvik on Monday.
(Jane Doe / Pool photo)

By JANE DOE and JOHN O'ROE, Associated Press

Voters in Norvik decided on Monday to keep the ferry that has linked the town with the islands for a century.

The mayor called the result “a relief.”

The town council heard two engineers on the state of the ferry’s hull.

March 3, 2023

What comes next

Repairs begin in spring, the council said, and the yard expects them to last until the end of the summer.

Read more: The islands without a doctor

Sign up for our morning newsletter

Correction: An earlier version gave the wrong year.
"""


def kinds(article: Article) -> list[tuple[str, str]]:
    return [(p.kind, p.text.split()[0]) for p in article.paragraphs]


def test_the_parts_of_a_plain_text_are_told_apart() -> None:
    article = parse_source(REPORT, "ferry.txt")
    assert kinds(article) == [
        ("headline", "Harbour"),
        ("caption", "Two"),
        ("caption", "The"),
        ("credit", "(Jane"),
        ("body", "Voters"),
        ("body", "The"),
        ("related", "The"),
        ("heading", "What"),
        ("body", "Repairs"),
        ("note", "Read"),
        ("note", "Sign"),
        ("note", "Correction:"),
    ]
    assert article.byline == ("Jane Doe", "John O'Roe")
    assert article.outlet == "Associated Press"
    assert article.title == "Harbour town votes to keep its ferry"
    assert article.id == "ferry"


def test_a_teaser_bears_its_date_and_the_date_is_no_paragraph() -> None:
    article = parse_source(REPORT, "ferry.txt")
    (teaser,) = [p for p in article.paragraphs if p.kind == "related"]
    assert teaser.date == "2023-03-03"
    assert all("March 3" not in p.text for p in article.paragraphs)


def test_the_example_article_is_read_as_its_editors_meant_it() -> None:
    article = read_article(SEEDS / "articles" / "xi-visits-moscow.txt", SEEDS.parent)
    told = Counter(p.kind for p in article.paragraphs)
    assert told == {
        "headline": 1,
        "caption": 2,
        "credit": 1,
        "related": 5,
        "body": len(article.paragraphs) - 9,
    }
    dates = [p.date for p in article.paragraphs if p.kind == "related"]
    assert dates == ["2023-03-17", "2023-03-16", "2023-03-09", "2023-03-15", "2023-02-19"]
    assert (article.published.value, article.published.basis) == ("2023-03-20", "inferred")
    assert article.source == "seeds/articles/xi-visits-moscow.txt"


def test_starts_count_in_the_source() -> None:
    for p in parse_source(REPORT, "ferry.txt").paragraphs:
        assert REPORT[p.start : p.start + len(p.text)] == p.text


def test_a_wrapped_paragraph_starts_at_its_first_character() -> None:
    wrapped = (
        "Ferry to stay\n\nThe voters of the little town of Norvik have made up their minds at\n"
        "last: the ferry that has linked them with the islands for longer than\n"
        "anybody can remember is going to stay where it is, they decided on\nMonday.\n"
    )
    article = parse_source(wrapped, "ferry.txt")
    assert len(article.paragraphs) == 2
    body = article.paragraphs[1]
    assert body.start == wrapped.index("The voters")
    assert body.text.endswith(
        "minds at last: the ferry that has linked them with the islands for longer than "
        "anybody can remember is going to stay where it is, they decided on Monday."
    )


def test_one_paragraph_a_line_without_blank_lines() -> None:
    text = (
        "Ferry to stay\nTown decides after a long quarrel\n"
        "NORVIK - The voters of the little town have made up their minds at last, and the ferry stays, officials said.\n"
        "“We are glad,” the mayor said.\n"
    )
    article = parse_source(text, "ferry.txt")
    assert kinds(article) == [("headline", "Ferry"), ("dek", "Town"), ("body", "NORVIK"), ("body", "“We")]
    assert article.dek == "Town decides after a long quarrel"


def test_a_text_without_headline_loses_no_sentence_to_the_title() -> None:
    first = "The voters of Norvik decided on Monday, after a quarrel that had lasted for more than a year, to keep the ferry."
    article = parse_source(f"{first}\n\nThe mayor was glad.\n", "ferry.txt")
    assert [p.kind for p in article.paragraphs] == ["body", "body"]
    assert article.title.endswith("…")
    assert len(article.title) <= 91
    assert first.startswith(article.title[:-1])


def test_a_date_below_the_headline_is_the_articles_own() -> None:
    article = parse_source(
        "Ferry to stay\n\nFriday, March 3, 2023\n\nThe ferry stays, voters decided.\n", "f.txt"
    )
    assert (article.published.value, article.published.basis) == ("2023-03-03", "stated")
    assert [p.kind for p in article.paragraphs] == ["headline", "note", "body"]


def test_of_two_dates_the_publication_counts() -> None:
    text = (
        "Ferry to stay\n\nPosted: 3 March 2023 | Updated: 5 March 2023\n\nThe ferry stays, voters decided.\n"
    )
    assert parse_source(text, "f.txt").published.value == "2023-03-03"


def test_front_matter_counts_before_the_text() -> None:
    text = "---\ntitle: The ferry stays\noutlet: Norvik Post\npublished: 2023-03-04\nbyline: [Ann Poe]\n---\nBody here.\n"
    article = parse_source(text, "f.txt")
    assert (article.title, article.outlet, article.byline) == ("The ferry stays", "Norvik Post", ("Ann Poe",))
    headline = article.paragraphs[0]
    assert text[headline.start :].startswith("The ferry stays")
    assert article.published.value == "2023-03-04"


def test_a_headline_in_both_places_is_one_paragraph() -> None:
    article = parse_source("---\ntitle: The ferry stays\n---\n# The ferry stays\n\nBody here.\n", "f.md")
    assert [p.kind for p in article.paragraphs] == ["headline", "body"]


@pytest.mark.parametrize(
    ("content", "name"), [("", "a.txt"), (" \n\t\n", "a.md"), ("---\n---\n", "a.txt"), ("- - -\n", "a.md")]
)
def test_nothing_to_read_is_an_error(content: str, name: str) -> None:
    with pytest.raises(BackgrounderError, match=r"empty|no report"):
        parse_source(content, name)


def test_an_unknown_suffix_names_those_that_can_be_read() -> None:
    with pytest.raises(BackgrounderError) as raised:
        parse_source("text", "a.docx")
    assert ".txt, .md, .html" in str(raised.value)


def test_a_nul_is_told_with_its_line() -> None:
    with pytest.raises(BackgrounderError) as raised:
        parse_source("one\ntwo\0\n", "a.txt")
    assert raised.value.line == 2


WORDS = st.sampled_from(
    [
        "the",
        "Ferry",
        "council",
        "said",
        "on",
        "Monday",
        "left",
        "ahead",
        "St.",
        "U.S.",
        "“no”",
        "12",
        "photo",
        "Norvik",
        "will",
        "vote",
    ]
)
SENTENCES = st.lists(WORDS, min_size=1, max_size=24).map(" ".join)
LINES = st.one_of(
    SENTENCES,
    SENTENCES.map(lambda text: f"{text}."),
    st.sampled_from(
        ["", "", "March 3, 2023", "By Jane Doe", "By Jane Doe, Staff Writer", "(Jane Doe / Pool photo)", "Advertisement",
         "Read more: the ferry", "FILE PHOTO: A ferry", "NEWS", "* * *", "Correction: no.", "\u200b", "Updated 5 May 2023"]
    ),
)  # fmt: skip
TEXTS = st.lists(LINES, min_size=1, max_size=25).map("\n".join)


def parsed(content: str, name: str) -> Article | None:
    try:
        return parse_source(content, name)
    except BackgrounderError:
        return None


@given(TEXTS)
def test_no_word_is_lost_or_doubled(content: str) -> None:
    article = parsed(content, "a.txt")
    if article is None:
        return
    kept = Counter(word for p in article.paragraphs for word in p.text.split())
    source = Counter(clean(content).split())
    told_as_metadata: Counter[str] = Counter()
    for line in content.splitlines():
        if date_line(clean(line)) or byline(clean(line)):
            told_as_metadata.update(clean(line).split())
    assert not kept - source
    assert not (source - kept) - told_as_metadata


@given(TEXTS)
def test_paragraphs_have_their_own_ids_and_follow_the_source(content: str) -> None:
    article = parsed(content, "a.txt")
    if article is None:
        return
    ids = [p.id for p in article.paragraphs]
    assert len(set(ids)) == len(ids)
    assert all(re.fullmatch(r"p-[0-9a-f]{6}(-\d+)?", each) for each in ids)
    starts = [p.start for p in article.paragraphs]
    assert starts == sorted(set(starts))
    assert all(content.startswith(p.text.split()[0], p.start) for p in article.paragraphs)
    assert article.title


@settings(max_examples=300)
@given(st.text(), st.sampled_from([".txt", ".md"]))
def test_any_text_is_read_or_refused(content: str, suffix: str) -> None:
    article = parsed(content, f"a{suffix}")
    if article is not None:
        assert article.paragraphs
        assert article.title
        assert article == parsed(content, f"a{suffix}")


MARKDOWN = st.lists(
    st.sampled_from(
        ["# ", "## ", "> ", "- ", "1. ", "**", "_", "`", "```", "[", "](", ")", "![", "]", "\\", "---", "\n", "\n\n", "word ", "Two words.",
         "| a | b |", "&amp;", "<b>", "-->", "<!--", "title: x", ": ", "    "]
    ),
    max_size=30,
).map("".join)  # fmt: skip


@settings(max_examples=300)
@given(MARKDOWN)
def test_any_markdown_is_read_or_refused(content: str) -> None:
    article = parsed(content, "a.md")
    if article is not None:
        starts = [p.start for p in article.paragraphs]
        assert all(0 <= start <= len(content) for start in starts)


HTML = st.lists(
    st.sampled_from(
        ["<p>", "</p>", "<div>", "</div>", "<h1>", "</h1>", "<script type='application/ld+json'>", "</script>", '{"@type":"NewsArticle",',
         '"headline":"A"', '"author":[1,null,{"name":[]}]', "}", "<meta name='author' content='x'>", "<article>", "word ", "A sentence. " * 9,
         "<!--", "]]>", "&#0;", "<title>", "<li><a href='x'>link</a></li>", "<a rel='author'>"]
    ),
    max_size=30,
).map("".join)  # fmt: skip


@settings(max_examples=60, deadline=None)
@given(st.one_of(HTML, st.text()))
def test_any_page_is_read_or_refused(content: str) -> None:
    parsed(content, "a.html")


def test_a_text_that_lost_its_breaks_is_refused_with_its_line() -> None:
    with pytest.raises(BackgrounderError, match=r"a\.txt:3: a paragraph of 106,\d+ characters") as told:
        parse_source("The mole\n\n" + "The mole stands. " * 6_250, "a.txt")
    assert "empty line" in told.value.hint
