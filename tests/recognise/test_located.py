"""Towns by the land behind them, houses by their partners, in sentences of our own."""

import pytest

TOWNS = [
    ("He was seen in waters off Yeonju, South Korea, on Friday.", "Yeonju"),
    ("Bombs went off in Nairobi, Kenya, and Dar es Sela, Tanzania, on Friday.", "Dar es Sela"),
    ("The Kearnsy, N.J.-based maker of hair brushes cut its dividend.", "Kearnsy"),
]


@pytest.mark.parametrize(("sentence", "town"), TOWNS)
def test_a_land_behind_the_comma_makes_a_town(mentions_of, sentence, town):
    assert {label for text, label in mentions_of(sentence) if text == town} <= {"place", "government"}


HOUSES = [
    ("The law firm Ashby, Rowe and Tallis advised her.", "Ashby, Rowe and Tallis"),
    ("Engineers of Larsby & Tallis died when a crane fell.", "Larsby & Tallis"),
    ("Kettle & Vine Chief Executive Priya Raghunathan will resign.", "Kettle & Vine"),
    ("He worked for Goldman, Sachs in the 1990s.", "Goldman, Sachs"),
]


@pytest.mark.parametrize(("sentence", "house"), HOUSES)
def test_partners_make_one_house(mentions_of, sentence, house):
    assert (house, "organisation") in mentions_of(sentence)


def test_two_persons_are_no_house(mentions_of):
    assert "Ann & Bo" not in [text for text, _ in mentions_of("Ann & Bo Keller wed in Reno.")]


def test_what_a_centre_is_for_is_not_split(mentions_of):
    assert ("Centre for Research on Energy and Clean Air", "organisation") in mentions_of(
        "She is an analyst at the Centre for Research on Energy and Clean Air in Helsinki."
    )


@pytest.mark.parametrize("word", ["Biblical", "Shakespearean"])
def test_an_adjective_is_nobody(mentions_of, word):
    found = mentions_of(f"It cites {word} scripture as a foundation for its belief.")
    assert word not in [text for text, label in found if label == "person"]


def test_a_name_with_a_digit_is_no_person(mentions_of):
    found = mentions_of("They flew to Sela aboard an Antonov An-26 on Monday.")
    assert "person" not in [label for text, label in found if "26" in text]


BODIES = [
    ("It is run by Observatório do Clima in Utopia.", "Observatório do Clima", "organisation"),
    ("The 5th U.S. Circuit Court of Appeals upheld it.", "5th U.S. Circuit Court of Appeals", "organisation"),
    ("The USS Carl Vinson was in the Sulu Sea.", "USS Carl Vinson", "work"),
    (
        "It broke the Banks Reform, Recovery and Enforcement Act.",
        "Banks Reform, Recovery and Enforcement Act",
        "event",
    ),
]


@pytest.mark.parametrize(("sentence", "name", "label"), BODIES)
def test_a_name_is_told_whole(mentions_of, sentence, name, label):
    assert (name, label) in mentions_of(sentence)


def test_a_newspapers_own_words_are_nobody(mentions_of):
    assert mentions_of("Correction Appended") == []
