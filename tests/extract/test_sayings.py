"""Said or not: the passages of sayings.yml, each through the real stages. What nobody said is under nobody's name."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.extract import find_quotations
from generator.model.entity import Resolution
from generator.model.statement import Quotation

PASSAGES = yaml.safe_load(Path(__file__).with_name("sayings.yml").read_text("utf-8"))


def _rows(key: str) -> Any:
    return pytest.mark.parametrize(
        "row", [r for r in PASSAGES if key in r], ids=lambda row: f"{row['say'][-1][:50]}|{row[key][:15]}"
    )


def _found(read: Callable, row: dict[str, Any]) -> tuple[list[Quotation], Resolution]:
    case = read(*(tuple(p) if isinstance(p, list) else p for p in row["say"]))
    return list(find_quotations(case.parsed, case.resolution, case.knowledge)), case.resolution


def _names(resolution: Resolution, quotation: Quotation) -> list[str]:
    return [resolution.entity(s).name for s in quotation.speakers]


@_rows("quote")
def test_whose_words(read: Callable, row: dict[str, Any]) -> None:
    found, resolution = _found(read, row)
    said = next((q for q in found if q.form != "reported" and row["quote"] in q.text), None)
    if said is None:
        assert row.get("gone"), "not found"
        return
    assert _names(resolution, said) == ([row["who"]] if row["who"] else []), said.rule
    assert said.rule.startswith(row.get("why", "")) or row["why"] in said.rule


@_rows("says")
def test_a_reported_clause(read: Callable, row: dict[str, Any]) -> None:
    found, resolution = _found(read, row)
    reported = {q.text: _names(resolution, q) for q in found if q.form == "reported"}
    assert reported.get(row["says"]) == ([row["who"]] if row["who"] else []), reported


@_rows("silent")
def test_no_reported_clause(read: Callable, row: dict[str, Any]) -> None:
    found, _ = _found(read, row)
    assert not [q.text for q in found if q.form == "reported" and row["silent"] in q.text]


@_rows("say")
def test_a_phrase_in_a_reported_clause_has_its_speaker_or_a_cue_there(
    read: Callable, row: dict[str, Any]
) -> None:
    found, _ = _found(read, row)
    clauses = [q for q in found if q.form == "reported"]
    for q in (q for q in found if q.form == "partial" and q.speakers):
        around = [c for c in clauses if c.span.start <= q.span.start and q.span.end <= c.span.end]
        assert all(q.speakers == c.speakers or q.cue in c.text for c in around)
