"""Markdown sources become plain paragraphs."""

from __future__ import annotations

import pytest

from generator.read import parse_source
from generator.read.markdown import markdown_blocks, plain


@pytest.mark.parametrize(
    ("marked", "text"),
    [
        ("a **bold** and *soft* word", "a bold and soft word"),
        ('an [inner _link_](https://example.org/a_(b) "t") here', "an inner link here"),
        ("`code` and \\*stars\\*", "code and *stars*"),
        ("snake_case_word and 2 * 3 * 4", "snake_case_word and 2 * 3 * 4"),
        ("fish &amp; chips<br>", "fish & chips"),
        ("a note[^1] and <https://example.org>", "a note and https://example.org"),
        ("a [reference][1] link", "a reference link"),
        ("~~gone~~", "gone"),
    ],
)
def test_inline_marks_come_off(marked: str, text: str) -> None:
    assert plain(marked) == text


def test_blocks_know_their_kind_and_place() -> None:
    text = (
        "# Ferry to stay\n\n![The ferry in the harbour](ferry.jpg)\n\nVoters decided *on Monday*\nto keep it.\n\n"
        "What next\n---------\n\n> The mayor was\n> glad.\n\n- First item\n- Second item\n\n***\n\n[1]: https://example.org\n"
    )
    blocks = markdown_blocks(text, 0)
    assert [(b.kind, b.text) for b in blocks] == [
        ("heading", "Ferry to stay"),
        ("caption", "The ferry in the harbour"),
        (None, "Voters decided on Monday to keep it."),
        ("heading", "What next"),
        (None, "The mayor was glad."),
        (None, "First item"),
        (None, "Second item"),
    ]
    assert all(text.startswith(b.text.split()[0], b.start) for b in blocks)


def test_the_first_heading_is_the_headline() -> None:
    article = parse_source(
        "# Ferry to stay\n\nVoters decided.\n\n## After the vote\n\nRepairs begin.\n", "a.md"
    )
    assert [p.kind for p in article.paragraphs] == ["headline", "body", "heading", "body"]
    assert article.title == "Ferry to stay"


def test_a_teaser_is_found_in_markdown_too() -> None:
    text = "# Ferry to stay\n\nVoters decided.\n\nThe council heard engineers.\n\nMarch 3, 2023\n\nRepairs begin.\n"
    kinds = [(p.kind, p.date) for p in parse_source(text, "a.md").paragraphs]
    assert kinds == [("headline", None), ("body", None), ("related", "2023-03-03"), ("body", None)]
