"""What an analysis got right and lost, counted by outcome, and the figures made of the counts.

Every figure is a quotient of counts, so that articles can be added up and drawn anew for intervals.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

#: Each figure: its name, the count above the line and those below it.
FIGURES: Mapping[str, tuple[Sequence[str], Sequence[str]]] = {
    "actors: found": (["actor"], ["actor", "actor missed"]),
    "actors: precise": (["actor"], ["actor", "actor false"]),
    "actors: F1": (["actor", "actor"], ["actor", "actor", "actor missed", "actor false"]),
    "actors: kind right": (["kind"], ["kind", "kind wrong"]),
    "names: given to the right actor": (["name"], ["name", "name wrong", "name open"]),
    "quotations in marks: found": (["quotation"], ["quotation", "quotation missed"]),
    "quotations in marks: precise": (["quotation"], ["quotation", "quotation false"]),
    "reported speech: found": (["report"], ["report", "report missed"]),
    "speakers: right, end to end": (
        ["speaker"],
        ["speaker", "speaker wrong", "speaker open", "speaker lost"],
    ),
    "speakers: right of those given": (["speaker"], ["speaker", "speaker wrong", "speaker invented"]),
    "speakers nobody can tell: left open": (["abstained"], ["abstained", "speaker invented"]),
    "speakers behind pronouns and nouns: right or left open": (
        ["behind", "behind open"],
        ["behind", "behind open", "behind wrong"],
    ),
    "speakers behind pronouns and nouns: right of those given": (["behind"], ["behind", "behind wrong"]),
    "dates: exact": (["date"], ["date", "date wrong", "date missed"]),
    "dates: precise": (["date", "date wrong"], ["date", "date wrong", "date false"]),
    "publication date": (["published"], ["published", "published wrong"]),
    "stances: found": (["stance"], ["stance", "stance missed"]),
    "stances: precise": (["stance"], ["stance", "stance false"]),
    "stances: about the right actors": (["about"], ["about", "about wrong"]),
}


@dataclass
class Score:
    """Counts by outcome, and in `losses` a line for each thing that went wrong, as (outcome, line)."""

    counts: Counter[str] = field(default_factory=Counter)
    losses: list[tuple[str, str]] = field(default_factory=list)

    def right(self, outcome: str) -> None:
        """One more that came out as it should."""
        self.counts[outcome] += 1

    def lose(self, outcome: str, line: str) -> None:
        """One more that did not, with what it was."""
        self.counts[outcome] += 1
        self.losses.append((outcome, line))

    def of(self, figure: str) -> list[str]:
        """The losses that lower a figure."""
        above, below = FIGURES[figure]
        return [f"{outcome}: {line}" for outcome, line in self.losses if outcome in set(below) - set(above)]


def total(scores: Iterable[Score]) -> Score:
    """All scores as one."""
    whole = Score()
    for score in scores:
        whole.counts += score.counts
        whole.losses += score.losses
    return whole


def quotient(
    counts: Mapping[str, int],
    figure: str,
    figures: Mapping[str, tuple[Sequence[str], Sequence[str]]] = FIGURES,
) -> float:
    """A figure in per cent; 100 where there is nothing to count."""
    above, below = (sum(counts[outcome] for outcome in side) for side in figures[figure])
    return 100 * above / below if below else 100.0


def table(score: Score) -> Iterator[str]:
    """A line for each figure, its losses below it."""
    for figure in FIGURES:
        yield f"{quotient(score.counts, figure):6.1f}  {figure}"
        yield from (f"            {line}" for line in score.of(figure))
