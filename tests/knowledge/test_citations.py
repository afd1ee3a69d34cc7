"""Marks such as [1, 3] at the end of a sentence."""

import pytest

from generator.knowledge.citations import numbers, split_mark


@pytest.mark.parametrize(
    ("text", "split"),
    [
        ("So it is. [1]", ("So it is.", (0,))),
        ("So it is [1, 3].", ("So it is", (0, 2))),
        ("So it is. [2] [1]", ("So it is.", (1, 0))),
        ("So it is.", ("So it is.", ())),
        ("In [1] so it is. ", ("In [1] so it is.", ())),
        ("", ("", ())),
    ],
)
def test_split_mark(text: str, split: tuple[str, tuple[int, ...]]) -> None:
    assert split_mark(text) == split


def test_numbers_skips_links_and_repeats() -> None:
    assert numbers("A [1], b [2, 1], [3](https://example.org/).") == (0, 1)
