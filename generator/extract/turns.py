"""Whose turn it is: speakers of quotations whose own sentence names none.

A quotation that stands alone goes on with what its neighbours say, by the nearest that says it: the
quotation that it continues, the sentence before, the attribution that follows in the same paragraph.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from generator.extract.bearers import Attribution
from generator.extract.cues import attribute, is_main, reporting, signature
from generator.extract.marks import Quoted, find_quoted
from generator.extract.syntax import is_verb, trees_of
from generator.extract.telling import Item, Word, tell
from generator.model.text import Paragraph, Parsed

#: Paragraphs whose quotations are listed; teasers of related coverage and credits are not the article's telling.
READ = frozenset({"headline", "dek", "body", "caption", "heading", "note"})

_FRAME, _LONG = 6, 8  # words of the reporter's before a quotation that goes on, and of such a quotation
_PHRASE = 20  # characters; less may be a label or a name


@dataclass(frozen=True, slots=True, eq=False)
class Told:
    """A told sentence in its place: `number` counts the sentences of its paragraph, `order` the paragraphs."""

    paragraph: Paragraph
    order: int
    number: int
    items: list[Item]

    @property
    def alone(self) -> bool:
        """Whether nothing but quotations and punctuation stands in it."""
        return not any(isinstance(i, Word) and i.token.text[:1].isalnum() for i in self.items)


@dataclass(frozen=True, slots=True, eq=False)
class Passage:
    """A quoted stretch in its told sentence, with the attribution found for it and the paragraph that names it."""

    told: Told
    quoted: Quoted
    attribution: Attribution | None
    place: Paragraph


def sentences(parsed: Parsed) -> list[Told]:
    """Every told sentence of the paragraphs that are read, in order."""
    trees = trees_of(parsed)
    found: list[Told] = []
    within = False
    for order, paragraph in enumerate(p for p in parsed.article.paragraphs if p.kind in READ):
        quoted = find_quoted(paragraph.text, within=within)
        within = bool(quoted) and quoted[-1].runs_on
        told = tell(paragraph.text, trees[paragraph.id], quoted)
        found += [Told(paragraph, order, number, items) for number, items in enumerate(told)]
    return found


def passages(told: list[Told]) -> list[Passage]:
    """Everything between quotation marks, with the attribution of its own sentence or its neighbours'."""
    own = [_own(sentence) for sentence in told]
    for at in range(len(told)):
        if _stands(told[at]) and own[at][0].attribution is None:
            own[at] = [_continued(told, own, at, passage) for passage in own[at]]
        elif at and _is_framed(told[at], own[at]) and told[at - 1].order == told[at].order:
            own[at] = [_goes_on(own[at - 1], passage) for passage in own[at]]
    return [passage for group in own for passage in group]


def _stands(told: Told) -> bool:
    """Whether a sentence is a quotation, or begins with one that is a sentence of its own."""
    first = told.items[0]
    if not isinstance(first, Quoted):
        return False
    words = told.paragraph.text[first.start : first.end].split()
    return told.alone or (words[0][:1].isupper() and len(words) > 5)


def _own(told: Told) -> list[Passage]:
    text = told.paragraph.text
    return [
        Passage(told, item, attribute(text, told.items, at), told.paragraph)
        for at, item in enumerate(told.items)
        if isinstance(item, Quoted)
    ]


def _continued(told: list[Told], own: list[list[Passage]], at: int, passage: Passage) -> Passage:
    found = (
        _run_on(told, own, at)
        or _signed(told, own, at)
        or _backward(told, own, at)
        or _forward(told, own, at)
    )
    if found is None or found.attribution is None:
        return passage
    return replace(passage, attribution=found.attribution, place=found.place)


def _is_framed(told: Told, own: list[Passage]) -> bool:
    """Whether a long quotation has but a few words of the reporter's before it, which name nobody: As a parent, “…”."""
    if len(own) != 1 or own[0].attribution is not None or told.items[-1] is not own[0].quoted:
        return False
    before = [i.token for i in told.items if isinstance(i, Word)]
    words = told.paragraph.text[own[0].quoted.start : own[0].quoted.end].split()
    plain = all(not is_verb(t) and t.pos not in {"PROPN", "PRON"} for t in before)
    return plain and 0 < len(before) <= _FRAME and len(words) > _LONG


def _goes_on(before: list[Passage], passage: Passage) -> Passage:
    """The quotation as one that goes on with the words of the sentence before, if that has a speaker."""
    taken = _take(before, "continues") if before else None
    return replace(passage, attribution=taken.attribution, place=taken.place) if taken else passage


def _same(attribution: Attribution | None, rule: str) -> Attribution | None:
    return replace(attribution, rule=rule) if attribution else None


def _take(group: list[Passage], rule: str) -> Passage | None:
    """The attribution of a neighbouring sentence's quotation."""
    last = _main(group)
    return replace(last, attribution=_same(last.attribution, rule)) if last.attribution else None


def _main(group: list[Passage]) -> Passage:
    """The last of a sentence's quotations that is more than a word or two in marks."""
    long = [p for p in group if p.quoted.end - p.quoted.start >= _PHRASE]
    return (long or group)[-1]


def _run_on(told: list[Told], own: list[list[Passage]], at: int) -> Passage | None:
    """A quotation that opens a paragraph after one whose quotation was not closed."""
    before = at - 1
    if told[at].number or before < 0 or not own[before] or not own[before][-1].quoted.runs_on:
        return None
    return _take(own[before], "continues")


def _signed(told: list[Told], own: list[list[Passage]], at: int) -> Passage | None:
    """A paragraph “— the minister, in a letter” below a quotation."""
    after = at + 1
    if after == len(told) or told[after].order != told[at].order + 1 or told[at].number or not told[at].alone:
        return None
    found = signature(told[after].items)
    return Passage(told[after], own[at][0].quoted, found, told[after].paragraph) if found else None


def _backward(told: list[Told], own: list[list[Passage]], at: int) -> Passage | None:
    before = at - 1
    if before < 0 or _apart(told[before], told[at]):
        return None
    near = told[before].order == told[at].order
    if not near and _asked(told, own, before):
        return None
    if _taken_over(told[before], own[before]):
        found = reporting(told[before].items, near=near)
        return (
            Passage(told[before], own[at][0].quoted, found, told[before].paragraph)
            if found and near
            else None
        )
    if own[before] and _main(own[before]).attribution and (near or _ends_in_quotation(told[before])):
        return _take(own[before], "continues")
    found = reporting(told[before].items, near=near)
    if found:
        return Passage(told[before], own[at][0].quoted, found, told[before].paragraph)
    return _only_speaker(told, own, at) if near else None


def _apart(before: Told, after: Told) -> bool:
    """Whether other paragraphs stand between, or an editors' note begins or ends: it goes on with nobody's words."""
    kinds = {before.paragraph.kind, after.paragraph.kind}
    return after.order - before.order > 1 or (after.order > before.order and "note" in kinds)


def _asked(told: list[Told], own: list[list[Passage]], before: int) -> bool:
    """Whether the paragraph asks something: then the next one may answer it, and nobody says who."""
    order = told[before].order
    cues = [
        p.attribution.cue
        for n in range(before, -1, -1)
        if told[n].order == order
        for p in own[n]
        if p.attribution
    ]
    return any(cue.token.lemma.lower() in {"ask", "inquire"} for cue in cues)


def _taken_over(told: Told, own: list[Passage]) -> bool:
    """Whether somebody else acts after the attribution: “…,” Smith said, and his wife cut in."""
    attribution = _main(own).attribution if own else None
    if attribution is None:
        return False
    cue = attribution.cue
    after = [i for i in told.items if isinstance(i, Word) and i.tree is cue.tree and i.at > cue.at]
    return any(is_main(word) and word.token.dep == "conj" for word in after)


def _only_speaker(told: list[Told], own: list[list[Passage]], at: int) -> Passage | None:
    """The last speaker of the same paragraph, over a sentence between."""
    for before in range(at - 1, -1, -1):
        if told[before].order != told[at].order:
            return None
        if own[before]:
            return _take(own[before], "continues")
    return None


def _ends_in_quotation(told: Told) -> bool:
    return isinstance(told.items[-1], Quoted) or (len(told.items) > 1 and isinstance(told.items[-2], Quoted))


def _forward(told: list[Told], own: list[list[Passage]], at: int) -> Passage | None:
    after = at + 1
    if (
        after < len(told)
        and told[after].order == told[at].order
        and own[after]
        and isinstance(told[after].items[0], Quoted)
    ):
        first = own[after][0]
        return (
            replace(first, attribution=_same(first.attribution, "continues")) if first.attribution else None
        )
    return None
