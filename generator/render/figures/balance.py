"""The balance of voices: how many words of each speaker are quoted, as bars; unnamed speakers hollow."""

from __future__ import annotations

from collections.abc import Sequence

from generator.knowledge.labels import Labels
from generator.render.figures.legend import legend
from generator.render.figures.lettering import measure, shorten, text_lines
from generator.render.figures.records import BalanceRow
from generator.render.figures.svg import LINE, WIDTH, Element, element, frame, link

_ROW = 46.0
_BAR = 12.0


def balance(
    rows: Sequence[BalanceRow], *, labels: Labels, title: str, desc: str, prefix: str = "balance"
) -> str:
    """One bar a speaker as SVG, most words first; lengths are to one scale.

    Raises ValueError if there is no row or a negative count.
    """
    if not rows or any(row.words < 0 for row in rows):
        raise ValueError("the balance needs speakers, with counts of words")
    ordered = sorted(rows, key=lambda row: (-row.words, row.speaker))
    most = max(ordered[0].words, 1)
    head, used = legend([(_sign(named=named), words) for named, words in _meanings(rows, labels)], 2)
    bars = [
        _bar(row, labels, used + 12 + i * _ROW, WIDTH * row.words / most) for i, row in enumerate(ordered)
    ]
    height = used + 12 + _ROW * len(rows)
    return frame(head, *bars, kind="balance", height=height, title=title, desc=desc, prefix=prefix)


def _meanings(rows: Sequence[BalanceRow], labels: Labels) -> list[tuple[bool, str]]:
    words = ((True, labels.text("figure.named")), (False, labels.text("figure.unnamed")))
    return [each for each in words if any(row.named == each[0] for row in rows)]


def _sign(*, named: bool) -> Element:
    return element("rect", x=-12, y=-_BAR / 2, width=24, height=_BAR, rx=2, **_look(named=named))


def _look(*, named: bool) -> dict[str, str | None]:
    hollow = {"fill": "none", "stroke": "currentColor", "stroke_dasharray": "4 3"}
    return {"class_": "bg-fig-bar" if named else "bg-fig-hollow", **({} if named else hollow)}


def _bar(row: BalanceRow, labels: Labels, y: float, length: float) -> Element:
    counts = labels.text("count.words", n=row.words), labels.text("count.quotations", n=row.quotations)
    told = " · ".join(counts)
    known = () if row.named else (labels.text("figure.unnamed"),)
    name = shorten(row.speaker, WIDTH - measure(told) - 16)
    return link(
        row.href,
        element("title", " · ".join((row.speaker, *known, told))),
        text_lines(0, y + LINE / 2, (name,)),
        text_lines(WIDTH, y + LINE / 2, (told,), class_="bg-fig-muted", text_anchor="end"),
        element(
            "rect", x=1, y=y + LINE + 2, width=max(length - 2, 1), height=_BAR, rx=2, **_look(named=row.named)
        ),
    )
