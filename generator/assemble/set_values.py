"""One record with the value that editors give it, and with what goes with that value."""

from __future__ import annotations

from dataclasses import replace

from generator.model.correction import Correction
from generator.model.statement import Analysis, DateExpression, Event, Precision, Quotation, Statement
from generator.model.text import Span


def spoken(quotation: Quotation, speakers: tuple[str, ...], rule: str) -> Quotation:
    """A quotation with its speakers set; of one that nobody is known to have said, no words name a speaker."""
    if speakers:
        return replace(quotation, speakers=speakers, rule=rule, candidates=())
    return replace(quotation, speakers=(), speaker_text="", speaker_span=None, rule=rule, candidates=())


def dated(analysis: Analysis, span: Span, correction: Correction) -> Analysis:
    """The analysis with the value of one date set, and of the events that bear it or have these words."""
    dates = {d: _set(d, correction) for d in analysis.dates if d.span == span}

    def event(one: Event) -> Event:
        if one.span == span and not dates:
            told = one.date or DateExpression(one.span, one.text, None, "day", "inferred")
            return replace(one, date=_set(told, correction))
        return replace(one, date=_set(one.date, correction)) if one.date and one.date.span == span else one

    return replace(
        analysis,
        dates=tuple(dates.get(d, d) for d in analysis.dates),
        events=tuple(event(one) for one in analysis.events),
    )


def _set(date: DateExpression, correction: Correction) -> DateExpression:
    value = correction.to
    precision: Precision = {4: "year", 7: "month"}.get(len(value or ""), "day")  # type: ignore[assignment]
    return replace(date, value=value, precision=precision, basis="inferred", why=correction.rule, until=None)


def sided(statement: Statement, stance: str | None) -> Statement:
    """The statement with the side that the editor gives; what it is about alone is what the side is on."""
    target = statement.target or (statement.about if len(statement.about) == 1 else ())
    return replace(statement, stance=stance, target=target)  # type: ignore[arg-type]
