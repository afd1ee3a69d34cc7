"""Who is called what when an article is looked at: as the article calls them, not as their entries are headed."""

import pytest

from generator.assemble import assemble
from generator.pipeline import analyse
from generator.publish.called import as_called
from generator.read import parse_source


@pytest.fixture
def told(linguist, world):
    def tell(text):
        story = as_called(assemble((analyse(parse_source(text, "a.md"), world, linguist),), world))
        return {s.id: s.entity for s in story.subjects if s.occurrences}

    return tell


def test_the_article_s_words_come_before_the_entry_s(told):
    found = told("The U.S. State Department and the EPA met the U.S. Congress on Tuesday, a diplomat said.")
    assert found["environmental-protection-agency"].name == "EPA"
    assert "Environmental Protection Agency" in found["environmental-protection-agency"].aliases
    assert found["us-department-of-state"].name == "U.S. State Department"
    assert found["us-department-of-state"].key == "us-department-of-state"


def test_what_says_what_a_house_is_stays_out_of_its_name(told):
    assert told("He told Interfax news agency so on Monday.")["interfax"].name == "Interfax"


def test_an_owner_is_no_part_of_the_name(told):
    found = told("Peru’s Office of Road Safety closed the bridge. The Office of Road Safety gave no reason.")
    assert [e.name for e in found.values() if e.kind == "organisation"] == ["Office of Road Safety"]


def test_two_bodies_of_one_name_keep_their_owners(told):
    found = told("Peru’s Road Safety Office closed the bridge. Chile’s Road Safety Office opened it again.")
    bodies = {e.name for e in found.values() if e.kind == "organisation"}
    assert bodies == {"Peru’s Road Safety Office", "Chile’s Road Safety Office"}


def test_a_country_named_by_its_people_alone_is_that_people(told):
    found = told("A Peruvian farmer sold the mule to a neighbour in Chile.")
    assert found["peru"].kind == "group"
    assert found["chile"].kind == "place"


def test_a_seat_alone_names_the_government(told):
    found = told("Lima rejected the proposal on Monday, and the talks ended without a word.")
    assert [e.name for e in found.values()] == ["Lima"]
