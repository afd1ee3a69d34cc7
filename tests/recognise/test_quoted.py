"""Titles within quotation marks and court cases name works; who is quoted or called so stays somebody."""

import pytest

TITLES = [
    ("She sang “The Ballad of Ann Lee” in Reno.", "Ballad of Ann Lee", "Ann Lee"),
    ('He danced in "Halvard and Juliet," said his wife.', "Halvard and Juliet", "Juliet"),
    (
        "The court cited Keller v. Norvik Board of Education.",
        "Keller v. Norvik Board of Education",
        "Norvik Board of Education",
    ),
    ("It would overturn Roe v. Wade, he said.", "Roe v. Wade", "Wade"),
]


@pytest.mark.parametrize(("sentence", "title", "part"), TITLES)
def test_a_title_is_one_work(mentions_of, sentence, title, part):
    found = mentions_of(sentence)
    assert (title, "work") in found
    assert part not in [text for text, _ in found]


def test_a_word_that_always_stands_in_quotation_marks_is_a_title(mentions_of):
    found = mentions_of("Her film “Sundown” was shown in Reno.", "Critics liked “Sundown.”")
    assert {label for text, label in found if text == "Sundown"} <= {"work"}


QUOTED = [
    ("They call her “Mayor Anna Keller” in Reno.", "Anna Keller"),
    ("“That’s Anna Keller,” he said.", "Anna Keller"),
    ("He wrote “NATO WILL WIN” on a wall.", "NATO"),
]


@pytest.mark.parametrize(("sentence", "name"), QUOTED)
def test_a_name_with_its_title_or_a_cry_is_no_work(mentions_of, sentence, name):
    assert name in [text for text, label in mentions_of(sentence) if label != "work"]
