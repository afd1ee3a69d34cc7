"""What several articles tell is told once, with all its sources; what only resembles it stays apart."""

from dataclasses import replace

import pytest

from generator.assemble import assemble
from generator.assemble.echoes import echoes
from generator.pipeline import analyse
from generator.publish import story_json
from generator.read import parse_source

OLD = """---
published: 2024-05-14
---

# The strike begins

Anna Berg, the mayor, opened the old harbour bridge to the fishing boats on 10 May 2024.

“We will keep the port open for every ship that comes here,” Anna Berg said. “Nobody gains,” she said.
"""
NEW = """---
published: 2024-05-20
---

# The strike goes on

Anna Berg opened the old harbour bridge to the fishing boats on 10 May 2024.

“We will keep the port open for every ship that comes here,” Anna Berg said again. “Nobody gains,” she said.

“We will keep the port open for every ship that comes here,” Paul Stone said.
"""


@pytest.fixture(scope="module")
def analyses(linguist, world):
    return tuple(
        analyse(parse_source(text, name), world, linguist)
        for text, name in ((NEW, "new.md"), (OLD, "old.md"))
    )


@pytest.fixture(scope="module")
def story(analyses, world):
    return assemble(analyses, world)


def test_the_same_words_of_the_same_speaker_are_told_once(story):
    [(first, again)] = [group for group in story.echoes if hasattr(group[0], "speakers")]
    assert (first.span.article, again.span.article) == ("old", "new")
    assert first.speakers == again.speakers == ("anna-berg",)


def test_the_same_event_is_told_once(story):
    events = [e for e in story.timeline if "bridge" in e.text]
    assert [e.span.article for e in events] == ["old"]
    assert [e.span.article for e in next(g for g in story.echoes if g[0] == events[0])[1:]] == ["new"]


def test_the_story_keeps_all_records(story, analyses):
    assert len(story.events) == sum(len(a.events) for a in analyses)
    assert story_json(story, "0").count("old harbour bridge") >= 4


def test_words_told_again_count_once(story):
    [share] = [s for s in story.shares if s.speaker == "anna-berg"]
    assert share.words == 12 + 2 + 2


def test_within_one_article_nothing_is_an_echo(analyses):
    assert echoes(analyses[:1]) == ()


def test_events_alike_in_all_but_their_date_expression_keep_their_order(analyses, world):
    [event] = [e for e in analyses[1].events if "bridge" in e.text]
    twin = replace(event, date=replace(event.date, text="that day", basis="relative"))
    story = assemble((replace(analyses[1], events=(event, twin)),), world)
    assert story.events == (event, twin)
