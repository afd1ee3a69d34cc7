"""Datelines: where the words of a report begin."""

from __future__ import annotations

import pytest

from generator.extract.dateline import after_dateline


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("PARIS (Agency) - Hungary left.", "Hungary left."),
        ("LIMA — Chile left.", "Chile left."),
        ("VIENNA, May 3 — Chile left.", "Chile left."),
        ("Chile left.", "Chile left."),
        ("Chile — a republic — left.", "Chile — a republic — left."),
    ],
)
def test_the_words_begin_after_the_dash(text, words):
    assert text[after_dateline(text) :] == words
