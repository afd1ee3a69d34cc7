"""Figures as quotients of counts, with intervals: documents are drawn anew, since errors come in clusters."""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

#: How often the documents are drawn, and from where the drawing starts: the same figures give the same interval.
DRAWS, SEED = 1000, 1

#: The counts of one document, by outcome.
Counts = Mapping[str, float]
#: The name of a figure, the counts above the line and those below it.
Figures = Mapping[str, tuple[Sequence[str], Sequence[str]]]


@dataclass(frozen=True, slots=True)
class Measured:
    """A figure in per cent with its 95 % interval; `counted` is the number below the line."""

    name: str
    value: float
    low: float
    high: float
    counted: int


def measured(figures: Figures, documents: Iterable[Counts]) -> Iterator[Measured]:
    """Every figure over these documents; one with nothing to count is left out."""
    documents = list(documents)
    for name, (above, below) in figures.items():
        pairs = [(_sum(d, above), _sum(d, below)) for d in documents]
        counted = sum(b for _, b in pairs)
        if counted:
            low, high = interval(pairs)
            yield Measured(name, _percent(pairs), low, high, round(counted))


def interval(pairs: Sequence[tuple[float, float]]) -> tuple[float, float]:
    """The 95 % percentile interval of a quotient, by the bootstrap over documents (Efron and Tibshirani 1993)."""
    chance = random.Random(SEED)  # noqa: S311 - the same at every run, and no secret
    drawn = sorted(_percent(chance.choices(pairs, k=len(pairs))) for _ in range(DRAWS))
    return drawn[int(0.025 * DRAWS)], drawn[int(0.975 * DRAWS) - 1]


def _sum(counts: Counts, outcomes: Iterable[str]) -> float:
    return sum(counts.get(outcome, 0) for outcome in outcomes)


def _percent(pairs: Sequence[tuple[float, float]]) -> float:
    below = sum(b for _, b in pairs)
    return 100 * sum(a for a, _ in pairs) / below if below else 100.0


def table(groups: Mapping[str, Sequence[Measured]], what: str = "data") -> str:
    """A Markdown table: a row for each group, a column for each figure, "value (low–high)"."""
    names = list(dict.fromkeys(m.name for row in groups.values() for m in row))
    lines = [f"| {what} | {' | '.join(names)} |", "|---|" + "---:|" * len(names)]
    for group, row in groups.items():
        cells = {m.name: f"{m.value:.1f} ({m.low:.0f}–{m.high:.0f})" for m in row}
        lines.append(f"| {group} | {' | '.join(cells.get(name, '–') for name in names)} |")
    return "\n".join(lines)


def listing(rows: Iterable[Measured]) -> str:
    """A Markdown table with a row for each figure."""
    lines = ["| figure | % | 95 % interval | counted |", "|---|---:|---:|---:|"]
    lines += [f"| {m.name} | {m.value:.1f} | {m.low:.1f}–{m.high:.1f} | {m.counted} |" for m in rows]
    return "\n".join(lines)


def losses(lines: Iterable[tuple[str, str]], most: int = 10) -> str:
    """What went wrong by outcome, the most frequent first, each line once, with at most so many examples of each."""
    first: dict[str, str] = {}
    by_outcome: dict[str, list[str]] = {}
    for outcome, line in lines:
        if first.setdefault(line, outcome) == outcome:
            by_outcome.setdefault(outcome, []).append(line)
    ranked = sorted(by_outcome.items(), key=lambda item: (-len(item[1]), item[0]))
    return "\n\n".join(
        "\n".join([f"**{outcome}: {len(found)}**", "", *(f"- {line}" for line in found[:most])])
        for outcome, found in ranked
    )
