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


def test_the_home_page_shows_actors_named_again_or_known_for_something(desk):
    assert [s.id for s in desk.main_actors()] == ["anna-lindqvist", "ben-okafor"]


def test_who_has_no_entry_is_introduced_by_the_report_and_not_by_the_headline(desk, story, span):
    deal = story.subject("harbour-deal")
    assert deal.occurrences[0].sentence.paragraph == "p-1"
    assert desk.introduced(deal) == span("p-2", "Mayor Anna Lindqvist welcomed the harbour deal on Friday.")


def test_a_first_paragraph_that_says_no_more_than_the_title_is_the_heading(desk, analysed):
    first, *others = analysed.article.paragraphs
    told = replace(first, kind="body", text=f"{first.text}.")
    more = replace(first, kind="body", text=f"{first.text}. It rained.")
    assert desk.headline(replace(analysed.article, paragraphs=(told, *others))).paragraph == first.id
    assert desk.headline(replace(analysed.article, paragraphs=(more, *others))) is None


def test_background_comes_first_among_the_reasons_why(desk):
    assert [s.id for s in desk.whys()] == ["harbour-deal", "anna-lindqvist"]


def test_every_paragraph_shows_who_speaks_and_what_rests_on_it(desk, analysed):
    shown = list(desk.paragraphs(analysed))
    assert [p.number for p in shown] == [1, 2, 3, 4, 5]
    assert shown[0].words == ""  # the headline is the page's heading
    assert shown[2].speakers == ("ben-okafor",)
    assert any("timeline.md" in page for page in shown[1].used_on)


def test_cards_hold_each_linked_thing_once(desk, analysed):
    assert [
        (entry.as_of if entry else None, [s.id for s in group]) for entry, group in desk.cards(analysed)
    ] == [
        ("2023-03-20", ["harbour-deal", "anna-lindqvist", "pier"]),
        (None, ["ben-okafor", "fishers-league"]),
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
