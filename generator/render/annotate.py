"""An article's paragraph with its mentions linked and its quotations marked, word for word."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from generator.model.entity import Resolved
from generator.model.statement import Analysis, Quotation
from generator.model.story import Story, Subject
from generator.model.text import Paragraph, Span
from generator.render.escape import Safe, attribute, escape
from generator.render.paths import link
from generator.render.pen import Pen

#: Marks that close a quotation; the speaker's initials stand behind them.
CLOSING = frozenset("”\"’'»")


@dataclass(frozen=True)
class Mark:
    """Markup around a stretch of a paragraph: what opens it, what closes it, and a label after it."""

    start: int
    end: int
    opening: str
    closing: str


def annotate(pen: Pen, analysis: Analysis, paragraph: Paragraph, linked: set[str]) -> Safe:
    """The paragraph's text; `linked` holds subjects linked already on this page, and is added to."""
    marks = list(_mention_marks(pen, analysis.resolution.mentions_in(paragraph.id), linked))
    marks += _quotation_marks(pen, analysis.quotations_in(paragraph.id), paragraph.text, marks)
    return Safe("".join(_written(paragraph.text, _nested(marks))))


def _mention_marks(pen: Pen, mentions: Iterable[Resolved], linked: set[str]) -> Iterator[Mark]:
    at = 0
    for resolved in sorted(mentions, key=lambda m: (m.mention.span.start, -m.mention.span.end)):
        span = resolved.mention.span
        subject = pen.story.subject(resolved.entity) if resolved.entity else None
        if subject is None or not subject.page or span.start < at:
            continue
        at = span.end
        card = attribute(subject.id)
        if subject.id in linked:
            yield Mark(span.start, span.end, f'<span data-card="{card}">', "</span>")
            continue
        linked.add(subject.id)
        target = link(pen.page, subject.page)
        yield Mark(span.start, span.end, "[", f']({target}){{ .bg-name data-card="{card}" }}')


def _quotation_marks(
    pen: Pen, spoken: Sequence[tuple[int, Quotation]], text: str, others: Sequence[Mark]
) -> Iterator[Mark]:
    for number, quotation in spoken:
        span = quotation.span
        if quotation.form == "reported" or any(_crosses(span, mark) for mark in others):
            continue
        hue = hue_of(pen.story, quotation.speakers[0] if quotation.speakers else None)
        yield Mark(span.start, span.end, f'<span class="bg-quoted bg-hue-{hue}" id="q-{number}">', "</span>")
        behind = span.end + (text[span.end : span.end + 1] in CLOSING)
        yield Mark(behind, behind, _initials(pen, quotation), "")


def _initials(pen: Pen, quotation: Quotation) -> str:
    """The speaker's initials behind the quotation: a mark of ours amid the article's words."""
    if not quotation.speakers:
        title = attribute(pen.labels.text("speaker.open"))
        return f'<abbr class="bg-speaker bg-hue-0" title="{title}">?</abbr>'
    known = [s for s in map(pen.story.subject, quotation.speakers) if s]
    return "".join(
        f'<abbr class="bg-speaker bg-hue-{hue_of(pen.story, s.id)}" title="{attribute(s.entity.name)}">'
        f"{escape(monogram(s))}</abbr>"
        for s in known
    )


def speakers(analysis: Analysis, paragraph: Paragraph) -> tuple[str | None, ...]:
    """Whose quoted words a paragraph holds, each once, in order; None for a speaker not known."""
    here = (q for _, q in analysis.quotations_in(paragraph.id) if q.form != "reported")
    return tuple(dict.fromkeys(s for q in here for s in (q.speakers or (None,))))


def hue_of(story: Story, speaker: str | None) -> int:
    """The speaker's colour: one of six, another one than those have who speak nearby; 0 for nobody known."""
    return story.hues.get(speaker, 0) if speaker else 0


def monogram(subject: Subject) -> str:
    """Two letters for a picture: the country's code, the acronym, or the initials."""
    entry = subject.entry
    if entry and (entry.code or (entry.acronym and len(entry.acronym) <= 4)):
        return entry.code or entry.acronym
    words = [w for w in subject.entity.name.replace("’", "").split() if w[0].isupper()] or ["·"]
    return (words[0][0] + words[-1][0]).upper() if len(words) > 1 else words[0][0].upper()


def _crosses(span: Span, mark: Mark) -> bool:
    """Overlapping, with neither inside the other."""
    overlap = span.start < mark.end and mark.start < span.end
    inside = (span.start <= mark.start and mark.end <= span.end) or (
        mark.start <= span.start and span.end <= mark.end
    )
    return overlap and not inside


def _nested(marks: Iterable[Mark]) -> list[Mark]:
    """Outer marks before inner ones; of two that cross, the earlier one stays."""
    kept: list[Mark] = []
    for mark in sorted(marks, key=lambda m: (m.start, -m.end)):
        if not any(_crosses(Span("", "", mark.start, mark.end), other) for other in kept):
            kept.append(mark)
    return kept


def _written(text: str, marks: Sequence[Mark]) -> Iterator[str]:
    """The text with every mark opened and closed at its place."""
    at, pending = 0, sorted(((m.end, -i, m) for i, m in enumerate(marks)), key=lambda item: item[:2])
    starts = list(marks)
    while starts or pending:
        closes = bool(pending) and (not starts or pending[0][0] <= starts[0].start)
        where = pending[0][0] if closes else starts[0].start
        yield escape_piece(text[at:where])
        at = where
        yield pending.pop(0)[2].closing if closes else starts.pop(0).opening
    yield escape_piece(text[at:])


def escape_piece(text: str) -> str:
    """Escaped text that keeps a blank at either end, since it stands amid a line."""
    if not text.strip():
        return " " if text else ""
    lead = " " if text[0].isspace() else ""
    tail = " " if text[-1].isspace() else ""
    return f"{lead}{escape(text)}{tail}"
