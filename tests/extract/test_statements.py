"""Statements and relations on sentences written for the purpose, and their figures."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

from generator.extract import find_relations, find_statements

SENTENCES = yaml.safe_load((Path(__file__).parent / "statements.yml").read_text(encoding="utf-8"))


def _row(text: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in text.split("|"))


def _meant(stands) -> dict[tuple[str, ...], set[str]]:
    """The targets of the stands that are annotated for them, in a fifth field."""
    rows = [_row(s) for s in stands]
    return {r[:3]: set(filter(None, r[4].split(", "))) for r in rows if len(r) == 5}


def _named(case, about) -> set[str]:
    """What a stand is about, without terms of the lexicon, of which the world pack may know more or fewer."""
    return {
        id
        for id in about
        if case.resolution.entity(id).kind in {"person", "government", "organisation", "place"}
    }


@pytest.fixture(scope="module")
def outcomes(read: Callable) -> list[dict]:
    rows = []
    for given in SENTENCES:
        case = read(given["say"])
        stands = {
            (s.subject, s.verb, s.stance or ""): _named(case, s.about)
            for s in find_statements(case.parsed, case.resolution, ())
        }
        targets = {
            (s.subject, s.verb, s.stance or ""): _named(case, s.target)
            for s in find_statements(case.parsed, case.resolution, ())
        }
        relations = {(r.subject, r.verb, r.object) for r in find_relations(case.parsed, case.resolution)}
        wanted = {_row(s)[:3]: set(filter(None, _row(s)[3].split(", "))) for s in given.get("stand", ())}
        rows.append(
            {
                "say": given["say"],
                "stands": stands,
                "wanted": wanted,
                "targets": targets,
                "meant": _meant(given.get("stand", ())),
                "relations": relations,
                "rel": {_row(r) for r in given["rel"]} if "rel" in given else None,
            }
        )
    return rows


def _figures(pairs: list[tuple[set, set]]) -> tuple[float, float]:
    right = sum(len(found & wanted) for found, wanted in pairs)
    return right / max(1, sum(len(f) for f, _ in pairs)), right / max(1, sum(len(w) for _, w in pairs))


def test_there_are_two_hundred_sentences():
    assert len(SENTENCES) >= 200


def test_statements_are_found_and_right(outcomes, record_property):
    """Who, verb and stance: precision and recall of 0.9 and more."""
    precision, recall = _figures([(set(o["stands"]), set(o["wanted"])) for o in outcomes])
    record_property("statements", f"P {precision:.3f} R {recall:.3f}")
    print(f"statements P {precision:.3f} R {recall:.3f}")  # noqa: T201 - the figures are the point
    assert min(precision, recall) >= 0.9, [
        (o["say"], o["stands"], o["wanted"]) for o in outcomes if set(o["stands"]) != set(o["wanted"])
    ]


def test_what_statements_are_about(outcomes):
    """The entities of the object part: precision and recall of 0.9 and more on the statements found."""
    pairs = [(o["stands"][k], o["wanted"][k]) for o in outcomes for k in o["stands"] if k in o["wanted"]]
    precision, recall = _figures(pairs)
    print(f"about P {precision:.3f} R {recall:.3f}")  # noqa: T201 - the figures are the point
    assert min(precision, recall) >= 0.9, [
        (o["say"], o["stands"], o["wanted"]) for o in outcomes if o["stands"] != o["wanted"]
    ]


def test_whom_statements_are_directed_at(outcomes):
    """A side is shown on the target alone, and a wrong one is libel: precision of 0.97 and more."""
    annotated = [(o["targets"], o["meant"], k) for o in outcomes for k in o["meant"] if k in o["targets"]]
    assert len({id(meant) for _, meant, _ in annotated}) >= 60
    precision, recall = _figures([(targets[k], meant[k]) for targets, meant, k in annotated])
    print(f"target P {precision:.3f} R {recall:.3f}")  # noqa: T201 - the figures are the point
    assert precision >= 0.97, [
        (k, targets[k], meant[k]) for targets, meant, k in annotated if targets[k] - meant[k]
    ]
    assert recall >= 0.8, [
        (k, targets[k], meant[k]) for targets, meant, k in annotated if targets[k] != meant[k]
    ]


def test_the_targets_are_among_what_a_stand_is_about(read):
    for given in SENTENCES[-60:]:
        case = read(given["say"])
        found = find_statements(case.parsed, case.resolution, ())
        assert all(set(s.target) <= set(s.about) for s in found)


def test_relations_are_found_and_right(outcomes):
    """Actor, verb, actor: precision and recall of 0.9 and more where the sentence is annotated for them."""
    precision, recall = _figures([(o["relations"], o["rel"]) for o in outcomes if o["rel"] is not None])
    print(f"relations P {precision:.3f} R {recall:.3f}")  # noqa: T201 - the figures are the point
    assert min(precision, recall) >= 0.9, [
        (o["say"], o["relations"], o["rel"])
        for o in outcomes
        if o["rel"] is not None and o["relations"] != o["rel"]
    ]


def test_a_known_term_is_what_a_stand_is_about(read):
    """A word that the lexicon explains counts as what a stand is about."""
    case = read("France condemned the sanctions.")
    (found,) = find_statements(case.parsed, case.resolution, ())
    assert found.about == ("sanctions",)


def test_who_only_speaks_for_himself_in_a_quotation_makes_no_statement(read):
    case = read("“Russia rejected the plan,” Paul Brandt said.")
    assert find_statements(case.parsed, case.resolution, ()) == ()


def test_it_is_the_subject_of_the_sentence_before(read):
    case = read("China watched the war. It has refused to condemn Russia.")
    (found,) = find_statements(case.parsed, case.resolution, ())
    assert (found.subject, found.verb, found.about) == ("china", "refused to condemn", ("russia",))


def test_a_dateline_is_no_part_of_a_stand(read):
    case = read("PARIS (Agency) - Hungary rejected the plan.")
    (found,) = find_statements(case.parsed, case.resolution, ())
    assert case.article.words(found.span) == "Hungary rejected the plan"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("They cited a plan backed by Norway.", "a plan backed by Norway"),
        ("They cited the new plan, which Norway rejects.", "the new plan, which Norway rejects"),
        ("They cited a year in which Norway rejected the plan.", "Norway rejected the plan"),
    ],
)
def test_a_stand_is_told_with_what_it_is_taken_on(read, text, words):
    case = read(text)
    (found,) = find_statements(case.parsed, case.resolution, ())
    assert case.article.words(found.span) == words


def test_each_of_several_is_said_to_do_it_alone(read):
    case = read("China and Japan don’t recognise the court.")
    assert {s.verb for s in find_statements(case.parsed, case.resolution, ())} == {"does not recognise"}


def test_working_against_the_clock_is_no_stand(read):
    case = read("Norway is working against the clock.")
    assert find_statements(case.parsed, case.resolution, ()) == ()


def test_a_minister_named_between_commas_takes_the_stand(read):
    case = read("Kenya’s fisheries minister, Paul Brandt, welcomed the deal.")
    assert [s.subject for s in find_statements(case.parsed, case.resolution, ())] == ["paul-brandt"]


def test_what_only_a_victory_would_bring_is_no_relation(read):
    case = read("Should she win, Anna Keller will succeed Paul Brandt.")
    assert find_relations(case.parsed, case.resolution) == ()


@pytest.mark.parametrize(
    "text",
    [
        "U.S. plans to help rebuild Libya largely fell to the wayside.",  # a noun read as a verb
        "The Hungary offer values Norway at a dollar.",
        "Anna Keller may not understand the worries of Paul Brandt.",
        "It might mean that Anna Keller leaves Norway.",
        "Anna Keller called for Paul Brandt to revive the port.",
        "France condemns Kenya, Tanzania bombings",
        "The law left her with a post she did not seek – and drew crowds of workers to Norway.",
        "Anna Keller will include Paul Brandt.",
        "Anna Keller followed a usual path within Norway.",
        "Anna Keller was discussing how attitudes to Norway have changed.",
    ],
)
def test_what_joins_no_two_actors_is_no_relation(read, text):
    case = read(text)
    assert find_relations(case.parsed, case.resolution) == ()


def test_a_visit_s_goal_is_not_joined_to_who_tells_of_it(read):
    case = read("Anna Keller cited Paul Brandt’s visit to Norway.")
    assert [r.object for r in find_relations(case.parsed, case.resolution)] == ["paul-brandt"]


def test_whose_name_is_the_next_clause_s_subject_is_not_acted_on(read):
    case = read("Norway joined the pact with France, and Hungary left the room.")
    assert not any("hungary" in {r.subject, r.object} for r in find_relations(case.parsed, case.resolution))
