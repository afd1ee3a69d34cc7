"""Front matter: its values, their lines, and every way in which it can be wrong."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.errors import BackgrounderError
from generator.knowledge.frontmatter import parse, split

FILE = """---
name: Norway
code: NO
point: [59.91, 10.75]
sources:
  - title: A book
    date: 2023-03-20
  - {title: Another, url: "https://example.org/"}
why:
---

First line of the body.
"""


def refused(text: str) -> BackgrounderError:
    with pytest.raises(BackgrounderError) as caught:
        split(text, "seeds/actors/x.md")
    assert caught.value.path == "seeds/actors/x.md"
    return caught.value


def test_every_scalar_stays_text() -> None:
    values = split(FILE, "f").values
    assert values["code"] == "NO"
    assert values["point"] == ["59.91", "10.75"]
    assert values["sources"][0]["date"] == "2023-03-20"
    assert values["why"] == ""


def test_lines_of_top_level_and_nested_values() -> None:
    lines = split(FILE, "f").lines
    assert (lines["name"], lines["code"], lines["sources"]) == (2, 3, 5)
    assert (lines["sources.0"], lines["sources.0.date"], lines["sources.1.url"]) == (6, 7, 8)


def test_body_line_and_offset() -> None:
    front = split(FILE, "f")
    assert front.body.strip() == "First line of the body."
    assert FILE[front.body_start :] == front.body
    assert FILE.splitlines()[front.body_line - 1] == ""
    assert front.body_line == 11


def test_without_front_matter_all_is_body() -> None:
    front = split("Just words.\n--- and dashes", "f")
    assert (dict(front.values), front.body, front.body_line) == ({}, "Just words.\n--- and dashes", 1)


def test_windows_line_ends_and_byte_order_mark() -> None:
    front = split("\ufeff---\r\nname: A\r\n---\r\nBody\r\n", "f")
    assert (front.values["name"], front.body, front.body_line) == ("A", "Body\r\n", 4)


def test_blank_lines_above_the_front_matter_count_as_none() -> None:
    front = split("\ufeff \n\r\n---\nname: A\n---\nBody", "f")
    assert (front.values["name"], front.lines["name"], front.body, front.body_line) == ("A", 4, "Body", 6)
    assert split("\n---\nProse, after a rule.\n---\n", "f").values == {}


def test_a_quotation_mark_that_closes_lines_below_is_thought_of() -> None:
    assert "quotation mark" in refused('---\nsummary: "Mud. [1]\nsources:\n  - {title: "A book"}\n---\n').hint


def test_empty_front_matter() -> None:
    front = split("---\n---\nBody", "f")
    assert (dict(front.values), front.body, front.body_line) == ({}, "Body", 3)


def test_closing_fence_at_the_end_of_the_file() -> None:
    assert split("---\nname: A\n---", "f").body == ""


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("---\nname: A\n", 1, "never closed"),
        ("---\nname: A\nname: B\n---\n", 3, "twice"),
        ("---\nname: A\nx: {a: 1, a: 2}\n---\n", 3, "twice"),
        ("---\nname: &a A\n---\n", 2, "anchors"),
        ("---\nname: A\nother: *a\n---\n", 3, "aliases"),
        ("---\nname: !!python/object:os.system A\n---\n", 2, "tags"),
        ("---\n- a\n- b\n---\n", 2, "key: value"),
        ("---\n[a, b]: c\n---\n", 2, "key"),
        ("---\nname: A: B\n---\n", 2, "not valid YAML"),
        ("---\nname: A\n\tkind: person\n---\n", 3, "not valid YAML"),
        ("---\nname: 'A\n---\n", 2, "not valid YAML"),
        ("---\nname: \x07\n---\n", 2, "not valid YAML"),
        ("---\nname: " + "[" * 200 + "]" * 200 + "\n---\n", 2, "too deeply"),
    ],
)
def test_what_is_refused(text: str, line: int, words: str) -> None:
    error = refused(text)
    assert words in str(error)
    assert error.line == line


def test_a_bomb_is_refused_before_it_grows() -> None:
    levels = "\n".join(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]" for n in range(1, 40))
    assert "anchors" in refused(f"---\na0: &a0 x\n{levels}\n---\n").what


def test_the_hint_for_a_colon_says_to_quote() -> None:
    assert "quotes" in refused("---\ntitle: War: a history\n---\n").hint


@given(st.text())
def test_any_text_is_split_or_refused(text: str) -> None:
    try:
        front = split(text, "f")
    except BackgrounderError:
        return
    assert text[front.body_start :] == front.body


@given(st.text())
def test_any_yaml_is_parsed_or_refused(text: str) -> None:
    try:
        values, lines = parse(text, "f")
    except BackgrounderError:
        return
    assert set(values) <= set(lines)
