"""Quotation marks of every kind, and marks that are missing."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.extract.marks import find_quoted


def words(text: str, *, within: bool = False) -> list[str]:
    return [text[q.start : q.end] for q in find_quoted(text, within=within)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“We will go,” she said.", ["We will go,"]),
        ('"We will go," she said.', ["We will go,"]),
        ("``We will go,'' she said.", ["We will go,"]),
        ("''We will go,'' she said. ''Soon.''", ["We will go,", "Soon."]),
        ("«We will go», she said.", ["We will go"]),
        ("‘We will go,’ she said.", ["We will go,"]),
        ("'We will go,' she said.", ["We will go,"]),
        ("“He said ‘no’ twice,” she said.", ["He said ‘no’ twice,"]),
        ("‘He said “no” twice,’ she said.", ["He said “no” twice,"]),
        ("‘It’s the ministers’ fault,’ she said.", ["It’s the ministers’ fault,"]),
        ("“One,” he said. “Two.”", ["One,", "Two."]),
        ("“The “big” one,” she said.", ["The “big” one,"]),
        ('He is 6\'2" tall and 12" wide.', []),
        ("The workers’ council and the ’90s weren’t quoted.", []),
        ("'Twas the night; rock 'n' roll.", []),
        ("“This never ends", ["This never ends"]),
        ("“We will go, she said to the press.", ["We will go,"]),
        ("We will go,” she said.", ["We will go,"]),
        ("“First. “Second,” he said.", ["First.", "Second,"]),
        ('"He was the "old fox" and took us in," she said.', ['He was the "old fox" and took us in,']),
        ('"He was the "old fox" and took us in.', ['He was the "old fox" and took us in.']),
        ('"It was long. "It was dull."', ["It was long.", "It was dull."]),
        ("an “ odd ” space", ["odd"]),
        ("", []),
        ("“”", []),
    ],
)
def test_marks(text, expected):
    assert words(text) == expected


def test_a_quotation_that_runs_on_is_marked():
    (quoted,) = find_quoted("“It was long.")
    assert quoted.runs_on


def test_a_single_mark_that_opens_a_sentence_and_never_closes_runs_on():
    for text in ("‘It’s the boats we miss.", "She added: ‘It’s the boats we miss."):
        [quoted] = find_quoted(text)
        assert (text[quoted.start : quoted.end], quoted.runs_on) == ("It’s the boats we miss.", True)
    assert words("‘Tis the boats we miss.") == words("They sang ‘My Boat all day.") == []


def test_a_closing_mark_ends_what_ran_on():
    assert words("And then it ended,” she said.", within=True) == ["And then it ended,"]


@given(st.text(alphabet="aB s.,?!“”‘’\"'`«»\n—"), st.booleans())
def test_spans_lie_inside_in_order_and_bear_no_blanks(text, within):
    found = find_quoted(text, within=within)
    end = 0
    for quoted in found:
        assert end <= quoted.open <= quoted.start < quoted.end <= quoted.close <= len(text)
        assert text[quoted.start : quoted.end] == text[quoted.start : quoted.end].strip()
        end = quoted.close
