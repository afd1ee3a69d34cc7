"""Clauses that do not assert their verb tell nothing of anybody; those that deny it tell the denial."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

from generator.extract import find_events, find_relations, find_statements
from generator.recognise import find_dates

SENTENCES = yaml.safe_load((Path(__file__).parent / "doubted.yml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("say", SENTENCES["nothing"])
def test_a_doubted_clause_tells_nothing(read: Callable, say: str) -> None:
    case = read(say)
    assert find_statements(case.parsed, case.resolution, ()) == ()
    assert find_relations(case.parsed, case.resolution) == ()


@pytest.mark.parametrize("given", SENTENCES["told"], ids=lambda given: given["say"])
def test_an_asserted_or_denied_clause_is_told_as_it_is(read: Callable, given: dict[str, str]) -> None:
    case = read(given["say"])
    found = {f"{r.subject} | {r.verb} | {r.object}" for r in find_relations(case.parsed, case.resolution)}
    assert given["rel"] in found


@pytest.mark.parametrize(
    "say",
    ["Otto Lind denied that he attacked Karl Brenner.", "Karl Brenner denied that Otto Lind attacked him."],
)
def test_what_is_denied_is_told_as_a_denial_alone(read: Callable, say: str) -> None:
    case = read(say)
    assert [s.verb for s in find_statements(case.parsed, case.resolution, ())] == ["denied"]
    assert find_relations(case.parsed, case.resolution) == ()


def _events(case) -> list[str]:
    return [e.text for e in find_events(case.parsed, case.resolution, find_dates(case.parsed))]


@pytest.mark.parametrize(
    "say",
    [
        "It is not true that Otto Lind attacked Karl Brenner in May 2016.",
        "The novel tells how Canada attacked Cuba in 2016.",
        "Had Otto Lind supported Karl Brenner in 2016, the plan would have passed.",
        "In the novel, Otto Lind arrested Karl Brenner.",
        "The party picked Anna Voss as its candidate for 2016.",
        "Otto Lind published data for 2009 to 2013.",
        "Karl Brenner was tasked with looking into bribery and related matters in the 2016 election.",
    ],
)
def test_no_event_is_made_of_what_is_taken_back_or_only_meant_for_a_year(read: Callable, say: str) -> None:
    assert _events(read(say)) == []


@pytest.mark.parametrize(
    "say",
    [
        "Otto Lind won 20 seats in the 2016 election.",
        "Otto Lind nearly attacked Karl Brenner in 2016.",
        "The vote was scheduled for 2016.",
        "It is true that Otto Lind attacked Karl Brenner in May 2016.",
    ],
)
def test_what_happened_stays_an_event_with_its_hedge(read: Callable, say: str) -> None:
    found = _events(read(say))
    assert len(found) == 1
    assert found[0].rstrip(".") in say
