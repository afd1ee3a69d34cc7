"""Gathers all analyses into one story, in an order that depends on the texts alone."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace

from generator.assemble.brief import brief
from generator.assemble.echoes import echoes
from generator.assemble.excerpts import excerpted
from generator.assemble.questions import open_questions
from generator.assemble.settle import settled
from generator.assemble.subjects import gather_subjects
from generator.knowledge import Knowledge
from generator.model.correction import Correction
from generator.model.revision import Change, History
from generator.model.statement import Analysis, Event
from generator.model.story import Issue, Share, Story, Subject


def assemble(
    analyses: Iterable[Analysis],
    knowledge: Knowledge,
    corrections: Sequence[Correction] = (),
    history: History | None = None,
    unrecorded: Sequence[Change] = (),
) -> Story:
    """The story that the analyses tell as editors corrected them, with the knowledge that bears on it."""
    corrected = settled(_latest_first(analyses), corrections, knowledge)
    ordered = tuple(excerpted(analysis) for analysis in corrected.analyses)
    corrected = replace(corrected, analyses=ordered)
    subjects = gather_subjects(corrected, knowledge)
    told = echoes(ordered)
    again = {record for group in told for record in group[1:]}
    events = [event for analysis in ordered for event in analysis.events if event not in again]
    dated = [event for event in events if _value(event)]
    return Story(
        analyses=ordered,
        subjects=subjects,
        brief=brief(ordered[0], subjects) if ordered else (),
        timeline=tuple(sorted(dated, key=lambda event: (_value(event), event.span))),
        undated=tuple(event for event in events if not _value(event)),
        issues=_issues(subjects),
        shares=_shares(ordered, again),
        open_questions=open_questions(ordered, subjects),
        echoes=told,
        corrections=corrected.applied,
        unmatched=corrected.unmatched,
        moved=corrected.moved,
        history=history or History(),
        unrecorded=tuple(unrecorded),
    )


def _latest_first(analyses: Iterable[Analysis]) -> tuple[Analysis, ...]:
    by_id = sorted(analyses, key=lambda analysis: analysis.article.id)
    return tuple(sorted(by_id, key=lambda a: a.article.published.value or "", reverse=True))


def _value(event: Event) -> str:
    return (event.date and event.date.value) or ""


def _issues(subjects: Sequence[Subject]) -> tuple[Issue, ...]:
    """Matters at which at least one actor directed a stand, the most disputed first.

    Only glossary and background subjects are issues by nature; an actor becomes one when others
    speak for or against it.
    """
    found = [
        Issue(subject.id, subject.stands_on)
        for subject in subjects
        if subject.page
        and any(s.stance in ("for", "against") and subject.id in s.target for s in subject.stands_on)
    ]
    return tuple(sorted(found, key=lambda issue: (-len(issue.statements), issue.subject)))


def _shares(analyses: Sequence[Analysis], again: Collection[object]) -> tuple[Share, ...]:
    """Quoted words by speaker, in marks only; a joint quotation counts for each speaker, one told again once."""
    words: dict[str | None, int] = {}
    for analysis in analyses:
        for quotation in analysis.quotations:
            if quotation.form == "reported" or quotation in again:
                continue
            for speaker in quotation.speakers or (None,):
                words[speaker] = words.get(speaker, 0) + len(quotation.text.split())
    ranked = sorted(words.items(), key=lambda item: (item[0] is None, -item[1], item[0] or ""))
    return tuple(Share(speaker, count) for speaker, count in ranked)
