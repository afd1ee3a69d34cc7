"""Scores an analysis against the project's own gold: what was found, and each thing that was lost.

    python -m tests.accuracy.measure

prints the figures and the losses.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any

from generator.knowledge import load_knowledge
from generator.knowledge.names import fold
from generator.model.entity import Entity, Resolution
from generator.model.statement import Analysis, DateExpression, Quotation, Statement
from generator.model.text import TELLING, Span
from generator.pipeline import analyse
from generator.recognise import Linguist
from tests.accuracy.annotation import Gold, everywhere, load, places, several, shared
from tests.accuracy.tally import Score, table, total

ACTING = ("person", "organisation", "government", "place")
#: What each kind of the gold may be called: a country that acts is a government or a place.
KINDS = {
    "person": {"person"},
    "organisation": {"organisation", "government"},
    "government": {"organisation", "government", "place"},
    "place": {"place", "government"},
}
#: Words of a verb's wording that do not tell it from another verb.
LIGHT = frozenset("to not has have had does did do would will for from on with of in".split())
#: A speaker's words that are no name: a pronoun, or a noun with its article.
_BEHIND = re.compile(r"(?i:i|we|he|she|it|they)|(?i:the|an?|his|her|its|their)\b[^A-Z]*")


def score(gold: Gold, analysis: Analysis) -> Score:
    """How an analysis compares with the gold of its article."""
    found = Score()
    who = align(gold, analysis.resolution)
    _actors(gold, analysis.resolution, who, found)
    _names(gold, analysis.resolution, who, found)
    _quotations(gold, analysis.quotations, who, found)
    _dates(gold, analysis.dates, found)
    _stances(gold, analysis.statements, who, found)
    day = analysis.article.published.value
    if day == gold.published:
        found.right("published")
    else:
        found.lose("published wrong", f"{gold.name}: {day} for {gold.published}")
    return found


def align(gold: Gold, resolution: Resolution) -> dict[str, str]:
    """Which actor of the gold each entity is, by its name, else by what most of its mentions are called."""
    called: dict[str, Counter[str]] = {}
    for resolved in resolution.mentions:
        if resolved.entity:
            called.setdefault(resolved.entity, Counter())[bare(resolved.mention.text)] += 1
    who = {}
    for entity in resolution.entities:
        names = [bare(entity.name), *(n for n, _ in called.get(entity.id, Counter()).most_common())]
        actor = next((row["name"] for n in names for row in gold.actors if n in _called(row)), None)
        if actor:
            who[entity.id] = actor
    return who


def _called(row: dict[str, Any]) -> set[str]:
    return {bare(name) for name in (row["name"], *row.get("aliases", ()))}


def bare(name: str) -> str:
    """A name folded, without article and possessive."""
    return re.sub(r"^the |['’]s?$", "", fold(name))


def _actors(gold: Gold, resolution: Resolution, who: dict[str, str], found: Score) -> None:
    rows = {row["name"]: row for row in gold.actors}
    for entity in _acting(resolution):
        row = rows.get(who.get(entity.id, ""))
        if row is None:
            if entity.id not in who:
                found.lose("actor false", f"{gold.name}: {entity.name} ({entity.kind})")
            else:
                found.lose("actor false", f"{gold.name}: {entity.name}, a second {who[entity.id]}")
        elif not rows.pop(row["name"]).get("maybe"):
            found.right("actor")
            _kind(gold, row, entity, found)
    for row in rows.values():
        if not row.get("maybe"):
            found.lose("actor missed", f"{gold.name}: {row['name']}")


def _kind(gold: Gold, row: dict[str, Any], entity: Entity, found: Score) -> None:
    if entity.kind in KINDS[row["kind"]]:
        found.right("kind")
    else:
        found.lose("kind wrong", f"{gold.name}: {entity.name} is {row['kind']}, not {entity.kind}")


def _acting(resolution: Resolution) -> list[Entity]:
    """The entities that are named as such: "Belgian" alone makes no actor of Belgium."""
    named = {r.entity for r in resolution.mentions if r.sense != "group"}
    return [e for e in resolution.entities if e.kind in ACTING and e.id in named]


def _names(gold: Gold, resolution: Resolution, who: dict[str, str], found: Score) -> None:
    for row in gold.actors:
        for name in () if row.get("maybe") else (row["name"], *row.get("aliases", ())):
            given = {_given(resolution, span, who) for span in _uses(gold, row, name)}
            if given == {row["name"]}:
                found.right("name")
            elif given - {None, row["name"]}:
                found.lose("name wrong", f"{gold.name}: «{name}» is {row['name']}, not {_list(given)}")
            elif given:
                found.lose("name open", f"{gold.name}: «{name}» is {row['name']}")


def _uses(gold: Gold, row: dict[str, Any], name: str) -> list[Span]:
    """Where a name stands in the telling, but within the longer names of others."""
    others = [
        n for other in gold.actors if other is not row for n in (other["name"], *other.get("aliases", ()))
    ]
    within = [span for other in others if name in other for span in everywhere(gold.article, other)]
    told = (s for s in everywhere(gold.article, name) if gold.article.paragraph(s.paragraph).kind in TELLING)
    return [s for s in told if not any(shared(s, other) for other in within)]


def _given(resolution: Resolution, span: Span, who: dict[str, str]) -> str | None:
    """Whom the analysis takes the words for."""
    best = max(resolution.mentions, key=lambda r: shared(r.mention.span, span), default=None)
    if best is None or not shared(best.mention.span, span) or best.entity is None:
        return None
    return who.get(best.entity, best.entity)


def _list(values: Iterable[str | None]) -> str:
    return ", ".join(sorted(value or "nobody" for value in values)) or "nobody"


def _quotations(gold: Gold, quotations: Sequence[Quotation], who: dict[str, str], found: Score) -> None:
    spans = places(gold.article, [row["words"] for row in gold.quotations])
    matched: set[Quotation] = set()
    for row, span in zip(gold.quotations, spans, strict=True):
        best = max(quotations, key=lambda q, span=span: _alike(q.span, span), default=None)  # type: ignore[misc]
        reported, name = row["form"] == "reported", "report" if row["form"] == "reported" else "quotation"
        if best is None or not (
            shared(best.span, span) >= 0.5 * (span.end - span.start)
            if reported
            else _alike(best.span, span) >= 0.8
        ):
            if not row.get("maybe"):
                found.lose(f"{name} missed", f"{gold.name}: «{row['words']}»")
                if row["speaker"] and not row.get("open"):
                    found.counts["speaker lost"] += 1
            continue
        matched.add(best)
        if not row.get("maybe"):
            found.right(name)
            _speaker(gold, row, best, who, found)
    _unfounded(gold, [q for q in quotations if q.form != "reported" and q not in matched], spans, found)


def _alike(one: Span, other: Span) -> float:
    """How much of what two spans cover together they have in common: 0 to 1."""
    common = shared(one, other)
    return common / (one.end - one.start + other.end - other.start - common)


def _unfounded(gold: Gold, others: Iterable[Quotation], spans: Sequence[Span], found: Score) -> None:
    """What is called a quotation and is none; a quotation inside an annotated one is part of it."""
    for quotation in others:
        if not any(
            shared(quotation.span, span) == quotation.span.end - quotation.span.start for span in spans
        ):
            found.lose("quotation false", f"{gold.name}: «{quotation.text}»")


def _speaker(gold: Gold, row: dict[str, Any], best: Quotation, who: dict[str, str], found: Score) -> None:
    wanted = set(several(row["speaker"]))
    given = {who.get(speaker, speaker) for speaker in best.speakers}
    line = f"{gold.name}: «{row['words']}» is said by {_list(wanted)}, not {_list(given)} ({best.rule})"
    if given == wanted:
        found.right("speaker" if wanted else "abstained")
    elif not wanted:
        found.lose("speaker invented", line)
    elif given:
        found.lose("speaker wrong", line)
    elif not row.get("open"):
        found.lose("speaker open", line)
    if _BEHIND.fullmatch(best.speaker_text):
        if given - wanted:
            found.lose("behind wrong", line)
        else:
            found.right("behind" if given else "behind open")


def _dates(gold: Gold, dates: Sequence[DateExpression], found: Score) -> None:
    spans = places(gold.article, [row["text"] for row in gold.dates])
    for row, span in zip(gold.dates, spans, strict=True):
        best = max(dates, key=lambda d, span=span: shared(d.span, span), default=None)  # type: ignore[misc]
        if row.get("maybe"):
            continue
        if best is None or not shared(best.span, span):
            found.lose("date missed", f"{gold.name}: «{row['text']}»")
        elif best.value in _values(row) and ("until" not in row or best.until == str(row["until"])):
            found.right("date")
        else:
            line = (
                f"«{row['text']}» is {_list(_values(row))}, not {best.value} {best.until or ''} ({best.why})"
            )
            found.lose("date wrong", f"{gold.name}: {line}")
    for date in dates:
        if not any(shared(date.span, span) for span in spans):
            found.lose("date false", f"{gold.name}: «{date.text}» {date.value}")


def _values(row: dict[str, Any]) -> set[str | None]:
    return {None if value is None else str(value) for value in several(row["value"]) or (None,)}


def _stances(gold: Gold, statements: Sequence[Statement], who: dict[str, str], found: Score) -> None:
    left = list(gold.stances)
    for statement in statements:
        row = next((r for r in left if _same(r, statement, who)), None)
        subject = who.get(statement.subject, statement.subject)
        if row is None:
            found.lose("stance false", f"{gold.name}: {subject} {statement.verb} ({statement.stance})")
            continue
        left.remove(row)
        if not row.get("maybe"):
            found.right("stance")
            _about(gold, row, statement, who, found)
    for row in left:
        if not row.get("maybe"):
            found.lose(
                "stance missed",
                f"{gold.name}: {row['subject']} {row['verb']} ({' or '.join(several(row['stance']))})",
            )


def _same(row: dict[str, Any], statement: Statement, who: dict[str, str]) -> bool:
    verb = (set(row["verb"].split()) & set(statement.verb.split())) - LIGHT
    agree = bool(row.get("maybe")) or statement.stance in several(row["stance"])
    return who.get(statement.subject) == row["subject"] and bool(verb) and agree


def _about(gold: Gold, row: dict[str, Any], statement: Statement, who: dict[str, str], found: Score) -> None:
    given = {who[entity] for entity in statement.about if entity in who}
    if given == set(row["about"]):
        found.right("about")
    else:
        line = f"{row['subject']} {row['verb']}: about {_list(row['about'])}, not {_list(given)}"
        found.lose("about wrong", f"{gold.name}: {line}")


def scores(linguist: Linguist) -> dict[str, Score]:
    """The score of each annotated article, by its name."""
    world = load_knowledge(None)
    return {gold.name: score(gold, analyse(gold.article, world, linguist)) for gold in load()}


if __name__ == "__main__":
    sys.stdout.write("\n".join(table(total(scores(Linguist()).values()))) + "\n")
