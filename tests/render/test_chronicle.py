from dataclasses import replace

import pytest

from generator.assemble import assemble
from generator.model.statement import DateExpression, Event
from generator.model.text import Published
from generator.render.chronicle import Chronicle
from generator.render.record import Record
from generator.render.register import Register


@pytest.fixture
def chronicle(pen, known, analysed, span):
    """The chronicle of the small story with events of given days, published on a given day."""

    def told(published, *days):
        words = span("p-4", "Lindqvist thanked Okafor.")
        dates = [DateExpression(words, day, day, "day", "explicit", "") if day else None for day in days]
        events = tuple(Event(words, TOLD, date, ("anna-lindqvist",)) for date in dates)
        article = replace(analysed.article, published=Published(published, "stated", "front matter"))
        story = assemble((replace(analysed, article=article, events=events),), known)
        register = Register(story, known, {}, {})
        pen.story = story
        return Chronicle(story, register, Record(pen, register))

    return told


TOLD = "Lindqvist thanked Okafor."


def days(events):
    return [event.date.value for event in events]


def test_what_happened_about_the_articles_own_days_is_where_it_stands(chronicle):
    told = chronicle("2023-03-20", "1999-01-01", "2023-03-01", "2023-03-18", "2023-03-21")
    assert days(told.latest()) == ["2023-03-01", "2023-03-18", "2023-03-21"]
    assert days(told.earlier()) == ["1999-01-01"]


def test_without_the_articles_date_nobody_can_say_where_it_stands(chronicle):
    told = chronicle(None, "1999-01-01", "2023-03-01")
    assert (told.latest(), told.earlier()) == ((), ())


def test_a_subjects_dated_events_stand_in_order_and_what_its_acts_tell_is_told_once(chronicle, story, span):
    told = chronicle("2023-03-20")
    lindqvist = story.subject("anna-lindqvist")
    welcomed = lindqvist.statements[0].span
    late, early = (
        replace(lindqvist.events[0], date=replace(lindqvist.events[0].date, value=day))
        for day in ("2023-03-19", "2022")
    )
    again, other = (Event(where, "", None, ()) for where in (welcomed, span("p-4", TOLD)))
    subject = replace(lindqvist, events=(late, again, other, early))
    assert told.of(subject) == ([early, late], [other])
