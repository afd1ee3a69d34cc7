"""The parts of the layout by form and place, on the hard cases."""

from __future__ import annotations

import pytest

from generator.read import parse_source

BODY = "Voters in the town of Norvik decided on Monday to keep the ferry that has linked them with the islands, officials said."


def kinds(text: str) -> list[str]:
    return [p.kind for p in parse_source(text, "a.txt").paragraphs]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"NORVIK NEWS\n\nFerry to stay after all\n\n{BODY}\n", ["heading", "headline", "body"]),
        (f"Will the Ferry Stay?\n\n{BODY}\n", ["headline", "body"]),
        (f"Norvik Voters Keep Old Ferry.\n\n{BODY}\n", ["headline", "body"]),
        (f"The ferry stays.\n\n{BODY}\n", ["body", "body"]),
        (f"Ferry to stay\n\nThe town has decided.\n\nBy Jane Doe\n\n{BODY}\n", ["headline", "dek", "body"]),
        (f"FILE PHOTO: A ferry.\n\nJane Doe/Reuters\n\n{BODY}\n", ["caption", "credit", "body"]),
        (
            f"Ferry to stay\n\n{BODY}\n\nA ferry, left, on Monday.\n(Jane Doe / AP)\n\n{BODY}\n",
            ["headline", "body", "caption", "credit", "body"],
        ),
        (
            f"Ferry to stay\n\n{BODY}\n\n{BODY}\n\n(Jane Doe / AP)\n\n{BODY}\n",
            ["headline", "body", "body", "credit", "body"],
        ),
        (
            f"Ferry to stay\n\n{BODY}\n\nA first. A second.\n\nMarch 3, 2023\n",
            ["headline", "body", "body", "note"],
        ),
        (f"Ferry to stay\n\nMarch 3, 2023\n\n{BODY}\n", ["headline", "note", "body"]),
        (f"{BODY}\n\n“So be it”\n\n{BODY}\n", ["body", "body", "body"]),
        (
            f"Ferry to stay\n\n{BODY}\n\n{BODY}\n\nBy Jane Doe, Associated Press\n",
            ["headline", "body", "body", "credit"],
        ),
    ],
)
def test_parts(text: str, expected: list[str]) -> None:
    assert kinds(text) == expected


def test_two_teasers_in_a_row() -> None:
    text = f"Ferry to stay\n\n{BODY}\n\nEngineers met.\n\nMarch 3, 2023\n\nThe yard is full\n\nFeb. 1, 2023\n\n{BODY}\n"
    dates = [(p.kind, p.date) for p in parse_source(text, "a.txt").paragraphs]
    assert dates[2:4] == [("related", "2023-03-03"), ("related", "2023-02-01")]


def test_a_byline_with_more_to_say_stays_in_sight() -> None:
    article = parse_source(f"Ferry to stay\n\nBy Jane Doe, Staff Writer\n\n{BODY}\n", "a.txt")
    assert article.byline == ("Jane Doe",)
    assert [p.kind for p in article.paragraphs] == ["headline", "credit", "body"]


def test_a_dateline_stays_in_the_text() -> None:
    article = parse_source(
        "Ferry to stay\n\nNORVIK, March 20 (Reuters) - The ferry stays, voters decided.\n", "a.txt"
    )
    assert article.paragraphs[1].text.startswith("NORVIK, March 20 (Reuters) - ")


def test_a_teaser_of_two_sentences_within_the_report() -> None:
    text = f"Ferry to stay\n\n{BODY}\n\nEngineers met. Nothing came of it.\n\nMarch 3, 2023\n\n{BODY}\n"
    assert kinds(text) == ["headline", "body", "related", "body"]


def test_a_date_before_the_report_is_no_teasers() -> None:
    article = parse_source(f"Ferry to stay\n\nThe town has decided.\n\nMarch 3, 2023\n\n{BODY}\n", "a.txt")
    assert all(p.date is None for p in article.paragraphs)
    assert article.published.value == "2023-03-03"


def test_a_date_at_the_end_dates_nothing() -> None:
    report = f"{BODY} {BODY}\n\n" * 4
    article = parse_source(f"Ferry to stay\n\n{report}A first. A second.\n\nMarch 3, 2023\n", "a.txt")
    assert article.published.value is None


@pytest.mark.parametrize(
    ("heading", "kind"),
    [
        ("Read More", "note"),
        ("Get daily Norvik news", "note"),
        ("Terms and Conditions", "note"),
        ("Privacy Policy", "note"),
        ("The terms of the deal", "heading"),
    ],
)
def test_a_heading_may_be_the_outlet_s_own(heading: str, kind: str) -> None:
    article = parse_source(f"# Ferry to stay\n\n{BODY}\n\n## {heading}\n\n{BODY}\n", "a.md")
    assert [p.kind for p in article.paragraphs] == ["headline", "body", kind, "body"]


def test_a_heading_behind_the_report_heads_nothing_of_it() -> None:
    article = parse_source(f"# Ferry to stay\n\n{BODY}\n\n## Town elects mayor\n\n## Sport\n", "a.md")
    assert [p.kind for p in article.paragraphs] == ["headline", "body", "related", "related"]
