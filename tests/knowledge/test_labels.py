import re

import pytest

from generator.errors import BackgrounderError
from generator.knowledge.labels import load_labels

ENGLISH = load_labels()


def slots(text):
    return sorted(re.findall(r"\{\w+\}", text))


def test_every_language_has_every_wording_with_its_slots():
    german = load_labels("de")
    assert set(german.texts) == set(ENGLISH.texts)
    assert all(slots(german.texts[key]) == slots(text) for key, text in ENGLISH.texts.items())
    assert len(german.texts["date.months"].split()) == len(german.texts["date.months-short"].split()) == 12


def test_one_takes_the_singular():
    assert [ENGLISH.text("count.words", n=n) for n in (0, 1, 2)] == ["0 words", "1 word", "2 words"]


def test_a_label_is_told_from_a_claim():
    assert ENGLISH.matches("Used on 3 pages", lambda slot, value: slot == "n" and value.isdigit())
    assert not ENGLISH.matches("Used on many pages", lambda slot, value: slot == "n" and value.isdigit())
    assert not ENGLISH.matches("1 May 2023", lambda *_: False)


def test_a_language_without_a_catalogue_is_refused_by_name():
    with pytest.raises(BackgrounderError, match="xx"):
        load_labels("xx")
