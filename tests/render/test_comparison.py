from dataclasses import replace

from generator.model.statement import Statement
from generator.render.comparison import alone, compared, days, stands


def test_sides_stand_next_to_each_other(story):
    (issue,) = compared(story)
    assert issue.subject == "harbour-deal"
    assert [(side, [s.subjects for s in found]) for side, found in issue.sides] == [
        ("for", [("anna-lindqvist",)]),
        ("against", [("fishers-league",)]),
    ]


def test_a_matter_of_one_actor_stands_apart(story):
    issue = replace(story.issues[0], statements=story.issues[0].statements[:1])
    lonely = replace(story, issues=(issue,))
    assert compared(lonely) == ()
    assert [one.subject for one in alone(lonely)] == ["harbour-deal"]


def test_one_sentence_is_said_once_for_all_its_actors_and_verbs(span):
    clause = span("p-2", "welcomed the harbour deal")

    def statement(subject, verb):
        return Statement(subject, verb, clause, "for", (), clause)

    both = stands([statement("a", "welcomed"), statement("b", "welcomed")])
    assert [(s.subjects, len(s.statements)) for s in both] == [(("a", "b"), 1)]
    verbs = stands([statement("a", "welcomed"), statement("a", "praised")])
    assert [(s.subjects, [v.verb for v in s.statements]) for s in verbs] == [
        (("a",), ["welcomed", "praised"])
    ]


def test_events_of_one_date_share_it(story):
    event = story.timeline[0]
    (day,) = days((event, event))
    assert (day.number, len(day.events)) == (1, 2)
