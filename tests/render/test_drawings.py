from dataclasses import replace

from generator.knowledge.labels import load_labels
from generator.model.statement import Meant
from generator.render import drawings
from generator.render.figures import RelationEdge, RelationNode, relations


def test_one_date_is_no_timeline(pen):
    assert drawings.timeline_figure(pen) is None


def test_relations_are_drawn_with_what_is_left_out(pen, story):
    figure = drawings.relations_figure(pen)
    assert "Anna Lindqvist thanked Ben Okafor" in figure.svg
    assert (figure.left_out_nodes, figure.left_out_edges) == (0, 0)
    assert "Relations of Ben Okafor" in drawings.relations_figure(pen, story.subject("ben-okafor")).svg


def test_no_place_no_map(pen):
    assert drawings.map_figure(pen) is None


def test_the_balance_counts_quoted_words_in_one_line(pen):
    figure = drawings.balance_figure(pen)
    assert "Ben Okafor" in figure
    assert "6 words" in figure
    assert "\n" not in figure


def test_words_from_within_a_sentence_are_marked_as_such(pen, story, monkeypatch):
    event = next(e for e in story.timeline if e.date)
    monkeypatch.setattr(story.__class__, "words", lambda *_: "sailed home")
    pen.story = replace(story, timeline=(event, event))
    assert "… sailed home" in drawings.timeline_figure(pen)


def test_whom_a_pronoun_means_is_drawn_before_the_words(pen, story):
    event = next(e for e in story.timeline if e.date)
    meant = Meant(event.span, "She", story.subjects[0].id)
    pen.story = replace(story, timeline=(replace(event, meant=(meant,)), event))
    assert f"[She: {story.subjects[0].entity.name}] " in drawings.timeline_figure(pen)


def test_a_ministry_has_room_for_its_whole_name():
    node = RelationNode("m", "Ministry of Foreign Affairs of Ruritania", "organisation")
    other = RelationNode("r", "Ruritania", "government")
    edge = RelationEdge("m", "thanked", "r")
    figure = relations([node, other], [edge], labels=load_labels(), title="T", desc="D")
    assert "…" not in figure.svg
