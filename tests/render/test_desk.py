from dataclasses import replace

import pytest

from generator.render.backlinks import backlinks
from generator.render.desk import Desk
from generator.render.register import Register


@pytest.fixture
def desk(pen, known, story):
    pages = {page for pages in backlinks(story).values() for page in pages}
    return Desk(pen, Register(story, known, backlinks(story), {page: page for page in pages}))


def test_actors_are_listed_by_kind(desk):
    assert [s.id for s in desk.actors("person")] == ["anna-lindqvist", "ben-okafor"]
    assert [s.id for s in desk.actors("organisation")] == ["fishers-league"]


def test_the_home_page_shows_actors_that_are_known_for_something(desk):
    assert [s.id for s in desk.main_actors()] == ["anna-lindqvist"]


def test_background_comes_first_among_the_reasons_why(desk):
    assert [s.id for s in desk.whys()] == ["harbour-deal", "anna-lindqvist"]


def test_every_paragraph_shows_who_speaks_and_what_rests_on_it(desk, analysed):
    shown = list(desk.paragraphs(analysed))
    assert [p.number for p in shown] == [1, 2, 3, 4, 5]
    assert shown[0].words == ""  # the headline is the page's heading
    assert shown[2].speakers == ("ben-okafor",)
    assert any("timeline.md" in page for page in shown[1].used_on)


def test_cards_hold_each_linked_thing_once(desk, analysed):
    assert [s.id for s in desk.cards(analysed)] == [
        "harbour-deal",
        "anna-lindqvist",
        "pier",
        "ben-okafor",
        "fishers-league",
    ]


def test_entries_about_each_other_are_related_both_ways(desk, story):
    assert [s.id for s in desk.related(story.subject("harbour-deal"))] == ["anna-lindqvist"]
    assert [s.id for s in desk.related(story.subject("anna-lindqvist"))] == ["harbour-deal"]


def test_a_short_list_of_mentions_is_whole(desk, story):
    first, others = desk.mentions(story.subject("harbour-deal"))
    assert (len(first), len(others)) == (3, 0)


def test_a_name_linked_in_a_caption_is_linked_in_the_text_as_well(desk, analysed):
    caption = replace(analysed.article.paragraphs[1], kind="caption")
    article = replace(analysed.article, paragraphs=(caption, *analysed.article.paragraphs[1:]))
    beside, body, *_ = desk.paragraphs(replace(analysed, article=article))
    assert beside.words == body.words
    assert ".bg-name" in body.words
