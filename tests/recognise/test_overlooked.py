"""Names that the language model passes over, in sentences of our own, with the real language model."""

import pytest

from generator.read import parse_source
from generator.recognise import find_mentions

FOUND = [
    ("The agency said so. Amara Osei of the Ivory Coast agreed.", "Amara Osei"),
    ("The final saw US team Brent9 and Norvik face off.", "Brent9"),
    ("He works for the brokerage Tallis Plus in Lima.", "Tallis Plus"),
    ("Rep. Robert C. “Bobby” Hale opened his farm.", "Robert C. “Bobby” Hale"),
    ("The State and Homeland Security Departments agreed.", "State"),
    ("The crew thanked the Coastguard for its help.", "Coastguard"),
    ("Its trade commissioner, Fatou Diop-Ndao, pledged to help farmers.", "Fatou Diop-Ndao"),
    ("Bre-Z Minerals Ltd will close. Bre-Z said so.", "Bre-Z"),
]


@pytest.mark.parametrize(("sentence", "name"), FOUND)
def test_a_name_that_its_neighbours_betray_is_found(mentions_of, sentence, name):
    assert name in [text for text, _ in mentions_of(sentence)]


NONE = [
    ("She left the party Monday.", "Monday"),
    ("The Foreign and Defence Ministries agreed.", "Foreign"),
    ("A firm Yes was his answer.", "Yes"),
    ("The Prime Minister and the group Home Secretary agreed.", "Prime Minister"),
]


@pytest.mark.parametrize(("sentence", "name"), NONE)
def test_what_stands_there_by_chance_is_none(mentions_of, sentence, name):
    assert name not in [text for text, _ in mentions_of(sentence)]


def test_a_headline_with_a_number_is_no_list(mentions_of):
    found = mentions_of("31 Dancers Share Their Most Honest Thoughts On Dale Venn.", "They danced.", "Why?")
    assert [text for text, _ in found] in ([], ["Dale Venn"])


def test_a_body_after_its_country_is_the_entry_s(linguist, world):
    parsed = linguist.parse(parse_source("The United Kingdom Home Office said so on Monday.", "a.txt"))
    assert find_mentions(parsed, world)[0].keys == ("home-office",)


def test_somebody_in_a_list_of_people(mentions_of):
    found = mentions_of("Forwards - Ioan Vladescu, Daniel Popescu, Anton Ionescu.")
    assert {"Ioan Vladescu", "Anton Ionescu"} <= {text for text, _ in found}


def test_newspapers_are_known_by_what_they_do(mentions_of):
    assert ("Gull", "organisation") in mentions_of("“It rained,” Ann Lee told The Gull.")
    assert ("Daily Ploughman", "organisation") in mentions_of("It was seen by the Daily Ploughman in Lima.")
