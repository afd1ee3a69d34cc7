"""Who said it: the passages of speakers.yml, each through the real stages. A wrong speaker is worse than none."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.extract import find_quotations

PASSAGES = yaml.safe_load(Path(__file__).with_suffix("").with_name("speakers.yml").read_text("utf-8"))


def _wanted(row: dict[str, Any]) -> set[str]:
    who = row["who"]
    return set() if who is None else {who} if isinstance(who, str) else set(who)


def _given(read: Callable, row: dict[str, Any]) -> tuple[set[str] | None, str]:
    """The names of whom the analysis takes for the speaker, and its rule; None if it finds no such quotation."""
    case = read(
        *((t.split(": ", 1) if t.startswith(("caption: ", "note: ")) else ("body", t)) for t in row["say"])
    )
    found = find_quotations(case.parsed, case.resolution, case.knowledge)
    said = next((q for q in found if q.form != "reported" and row["quote"] in q.text), None)
    if said is None:
        return None, "not found"
    entities = [case.resolution.entity(s) for s in said.speakers]
    wanted = _wanted(row)
    names = {next((n for n in (e.name, *e.aliases) if n in wanted), e.name) for e in entities}
    return names, said.rule


@pytest.mark.parametrize("row", PASSAGES, ids=lambda row: f"{row['say'][-1][:40]}|{row['quote'][:20]}")
def test_who_said_it(read: Callable, row: dict[str, Any]) -> None:
    given, rule = _given(read, row)
    wanted = _wanted(row)
    assert given == wanted or (not given and (not wanted or row.get("shy"))), (given, rule)


@pytest.mark.parametrize(
    "row", [r for r in PASSAGES if r["who"] and not r.get("shy")], ids=lambda row: row["quote"][:20]
)
def test_the_rule_is_told(read: Callable, row: dict[str, Any]) -> None:
    assert _given(read, row)[1]
