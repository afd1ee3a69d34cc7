"""Front matter: its keys, and the errors that name file and line."""

from __future__ import annotations

import pytest

from generator.errors import BackgrounderError, InputErrors
from generator.read.metadata import Metadata, read_front_matter


def test_every_key_is_read() -> None:
    text = (
        "---\ntitle: 'The ferry: a story'\ndek: It stays\noutlet: Norvik Post\nbyline:\n  - Ann Poe\n  - Jo Roe\n"
        "url: https://example.org/ferry\npublished: 2023-03-20T10:00:00Z\nrights: excerpts\nlanguage: en-GB\n---\nBody\n"
    )
    metadata, start = read_front_matter(text, "a.md")
    assert metadata == Metadata(
        "The ferry: a story",
        "It stays",
        "Norvik Post",
        ("Ann Poe", "Jo Roe"),
        "https://example.org/ferry",
        "2023-03-20",
        "excerpts",
    )
    assert text[start:] == "Body\n"


def test_a_byline_may_be_one_text_and_empty_keys_tell_nothing() -> None:
    metadata, _ = read_front_matter("---\nbyline: Ann Poe\noutlet:\n---\n", "a.md")
    assert (metadata.byline, metadata.outlet) == (("Ann Poe",), "")


def test_a_text_without_front_matter_is_all_text() -> None:
    assert read_front_matter("Body\n", "a.txt") == (Metadata(), 0)


@pytest.mark.parametrize(
    ("front", "line", "words"),
    [
        ("title: x\ntitel: y", 3, "did you mean `title`?"),
        ("title: x\nqwerty: y", 3, "the keys are title"),
        ("published: 2023-02-30", 2, "2023-03-20"),
        ("published: 3/4/2023", 2, "2023-03-20"),
        ("title: x\nurl: javascript:alert(1)", 3, "https://"),
        ("rights: all", 2, "excerpts"),
        ("language: de", 2, "English"),
        ("title: [a, b]", 2, "one text"),
        ("title: x\ndek: a: b", 3, "quotes"),
        ("title: x\nbyline: [a", 3, "["),
    ],
)
def test_mistakes_are_told_with_line_and_hint(front: str, line: int, words: str) -> None:
    with pytest.raises(BackgrounderError) as raised:
        read_front_matter(f"---\n{front}\n---\nBody\n", "a.md")
    assert raised.value.path == "a.md"
    assert raised.value.line in {line, line + 1}  # an unclosed bracket shows on the next line
    assert words in str(raised.value)


def test_front_matter_that_never_closes_is_told() -> None:
    with pytest.raises(BackgrounderError, match="never closed"):
        read_front_matter("---\ntitle: x\n\nBody\n", "a.md")


@pytest.mark.parametrize(
    "text",
    ["title: A strike\npublished: 2024-06-03\n---\nIt began.\n", "\ntitle: A strike\n---\nIt began.\n"],
)
def test_front_matter_that_is_never_opened_is_told(text: str) -> None:
    with pytest.raises(BackgrounderError, match="never opened") as raised:
        read_front_matter(text, "a.md")
    assert (raised.value.line, "---" in raised.value.hint) == (1, True)


@pytest.mark.parametrize(
    "text",
    ["url: what the letters mean\n\nA page.", "Title: A strike\nby Ann Poe\n", "title: only\nIt began."],
)
def test_a_text_that_begins_like_a_key_is_a_text(text: str) -> None:
    assert read_front_matter(text, "a.txt") == (Metadata(), 0)


def test_all_that_is_wrong_is_told_at_once() -> None:
    content = "---\ntitle: A\ndate: 2020-01-01\nrights: some\nauthor: B\n---\nText."
    with pytest.raises(InputErrors) as told:
        read_front_matter(content, "a.md")
    assert [(p.line, p.what, p.hint) for p in told.value.problems] == [
        (3, "unknown key `date`", "write `published`"),
        (4, "`rights` cannot be `some`", "write `full` or `excerpts`"),
        (5, "unknown key `author`", "write `byline`"),
    ]
