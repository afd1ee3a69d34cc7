"""Quotations: every stretch of somebody's words, with its speaker or the reason why it has none."""

from __future__ import annotations

from generator.extract.bearers import Attribution
from generator.extract.interviews import find_turns
from generator.extract.reading import reading_of
from generator.extract.reported import find_reported, inside_reported
from generator.extract.speakers import Speakers, rule_of
from generator.extract.speech import form_of, is_speech
from generator.extract.turns import Passage, Told, passages
from generator.extract.unsaid import why_not_theirs
from generator.knowledge.lookup import Knowledge
from generator.model.entity import Resolution
from generator.model.statement import Quotation
from generator.model.text import Parsed, Span

_UNREAL = frozenset({"will", "would", "could", "might", "may"})


def find_quotations(
    parsed: Parsed,
    resolution: Resolution,
    knowledge: Knowledge,  # noqa: ARG001 - the stage's contract; who is meant, the resolution says
) -> tuple[Quotation, ...]:
    """Direct, partial and reported quotations in order of the text; unattributed ones keep their candidates.

    Teasers of related coverage and photo credits are not read. Quoted words that are nobody's speech are
    left out: titles of works, nicknames, words put in marks for distance.
    """
    read = reading_of(parsed, resolution)
    told, scene, references = read.told, read.scene, read.references
    speakers = Speakers(scene, references)
    quoted = [p for p in passages(told) if is_speech(p)]
    clauses = list(find_reported(parsed, told, speakers, quoted))
    quoted = [inside_reported(clauses, p) for p in quoted]
    marked = [q for p in quoted if not _imagined(p, q := _quotation(parsed, told, speakers, p))]
    turns = list(find_turns(parsed, scene, told, references))
    told_in_turns = {t.span.paragraph for t in turns}
    marked = [q for q in marked if q.span.paragraph not in told_in_turns]
    reported = [c.quotation for c in clauses if c.quotation.span.paragraph not in told_in_turns]
    order = {p.id: n for n, p in enumerate(parsed.article.paragraphs)}
    return tuple(
        sorted(
            (*marked, *reported, *turns), key=lambda q: (order[q.span.paragraph], q.span.start, q.span.end)
        )
    )


def _quotation(parsed: Parsed, told: list[Told], speakers: Speakers, passage: Passage) -> Quotation:
    paragraph, quoted = passage.told.paragraph, passage.quoted
    span = Span(parsed.article.id, paragraph.id, quoted.start, quoted.end)
    text = paragraph.text[quoted.start : quoted.end]
    attribution = passage.attribution
    if attribution is None or attribution.speaker is None:
        return Quotation(
            span, text, form_of(passage), "", (), "", None, "no attribution in or beside the sentence"
        )
    why = why_not_theirs(told, passage, attribution)
    if why:
        return Quotation(span, text, form_of(passage), _cue(attribution), (), "", None, why)
    speaker = speakers.name(attribution.speaker, label=attribution.rule == "label")
    return Quotation(
        span,
        text,
        form_of(passage),
        _cue(attribution),
        speaker.entities,
        speaker.text,
        speaker.span,
        rule_of(attribution, speaker),
        speaker.candidates,
    )


def _imagined(passage: Passage, quotation: Quotation) -> bool:
    """Words that nobody has said yet: “critics will say “…””."""
    if passage.attribution is None:
        return False
    cue = passage.attribution.cue
    modal = {cue.tree.tokens[i].lemma.lower() for i in cue.tree.children(cue.at, "aux")}
    if cue.tree.children(cue.at, "neg"):
        return bool(_UNREAL & modal)  # “would never say “…””
    return bool(_UNREAL & modal) and not quotation.speakers and quotation.form != "direct"


def _cue(attribution: Attribution) -> str:
    return "" if attribution.cue is attribution.speaker else attribution.cue.token.text
