"""Clauses that do not assert their verb tell nothing of anybody; those that deny it tell the denial."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

from generator.extract import find_relations, find_statements

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
