"""Whether an event can be understood by itself: its words name who acts, or a pronoun in them can be told.

“he won a third term” says nothing without the sentence before. Where a named rule resolves the pronoun, the event
carries whom it means; else it is left out, for a timeline is read without the text around it.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property

from generator.extract.events_clause import Tree
from generator.extract.marks import Quoted
from generator.extract.reading import Reading, reading_of
from generator.extract.telling import Word
from generator.knowledge import vocabulary
from generator.model.entity import Resolution
from generator.model.statement import Meant
from generator.model.text import Parsed, Span

_WORDS = vocabulary.load("events")
_VAGUE, _POINTING = frozenset(_WORDS["vague"]), frozenset(_WORDS["pointing"])
_PERSONS, _THINGS = frozenset({"he", "she"}), frozenset({"it", "they"})
_SELF = frozenset({"I", "we", "We", "me"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})


@dataclass(frozen=True)
class Alone:
    """Judges the events of one article; reads the whole text only where a pronoun needs it."""

    parsed: Parsed
    resolution: Resolution

    def meant(self, tree: Tree, span: Span, head: int, quoted: list[Quoted]) -> tuple[Meant, ...] | None:
        """Whom the pronouns of an event's words stand for; None where the words lean on others."""
        inside = [i for i in tree.inside(span.start, span.end) if not _said(tree, i, quoted)]
        if not _whole(tree, inside, head):
            return None
        found: list[Meant] = []
        for at in inside:
            token = tree.tokens[at]
            if token.text in _SELF or _points(tree, at, head):
                return None
            if token.tag == "PRP" and token.dep in _SUBJECTS and not self._within(tree, inside, at, span):
                entity = self._resolved(tree, at, span)
                if entity is None:
                    return None
                found.append(Meant(replace(span, start=token.start, end=token.end), token.text, entity))
        return tuple(dict.fromkeys(found))

    def _within(self, tree: Tree, inside: list[int], at: int, span: Span) -> bool:
        """Whether the words themselves name what a subject pronoun can stand for."""
        text = tree.tokens[at].text.lower()
        if text in _PERSONS:
            people = self._people.get(span.paragraph, ())
            acting = (tree.tokens[i] for i in inside if i < at and tree.tokens[i].dep in _SUBJECTS)
            named = any(span.start <= start and end <= span.end for start, end in people)
            return named or any(token.pos in ("NOUN", "PROPN") for token in acting)
        before = (i for i in inside if i < at and tree.tokens[i].dep != "pobj")
        return text in _THINGS and any(tree.tokens[i].pos in ("NOUN", "PROPN") for i in before)

    @cached_property
    def _people(self) -> dict[str, list[tuple[int, int]]]:
        found: dict[str, list[tuple[int, int]]] = {}
        for resolved in self.resolution.mentions:
            kind = self.resolution.entity(resolved.entity).kind if resolved.entity else resolved.mention.label
            if kind == "person":
                span = resolved.mention.span
                found.setdefault(span.paragraph, []).append((span.start, span.end))
        return found

    def _resolved(self, tree: Tree, at: int, span: Span) -> str | None:
        word = self._told.get((span.paragraph, tree.tokens[at].start))
        found = self._read.references.subject(word) if word is not None else None
        return found.entities[0] if found and len(found.entities) == 1 else None

    @cached_property
    def _read(self) -> Reading:
        return reading_of(self.parsed, self.resolution)

    @cached_property
    def _told(self) -> dict[tuple[str, int], Word]:
        items = ((told.paragraph.id, item) for told in self._read.told for item in told.items)
        return {(paragraph, item.token.start): item for paragraph, item in items if isinstance(item, Word)}


def _said(tree: Tree, at: int, quoted: list[Quoted]) -> bool:
    """Whether a word stands within quotation marks: there “I” is the speaker."""
    token = tree.tokens[at]
    return any(q.open <= token.start and token.end <= q.close for q in quoted)


def _points(tree: Tree, at: int, head: int) -> bool:
    """Whether a word points back as the subject: “this came after …”."""
    token = tree.tokens[at]
    return (
        token.tag == "DT"
        and token.dep in _SUBJECTS
        and token.head == head
        and token.text.lower() in _POINTING
    )


def _whole(tree: Tree, inside: list[int], head: int) -> bool:
    """Whether the words are a clause with a finite verb, or a noun that says what it is."""
    if tree.is_verb(head) and tree.tokens[head].dep not in ("acl", "relcl"):
        first = tree.tokens[min(inside, default=head)]
        finite = any(tree.tokens[i].tag in _FINITE for i in inside)
        done = tree.tokens[head].tag == "VBN" and any(
            tree.tokens[c].dep == "nsubj" for c in tree.children(head)
        )
        return finite or done or (first.pos == "PROPN" and _titled(tree))
    top = next((i for i in inside if tree.tokens[i].head not in inside or tree.tokens[i].head == i), head)
    pointing = any(tree.tokens[c].text.lower() in _POINTING for c in tree.children(top))
    return not pointing and tree.tokens[top].lemma.lower() not in _VAGUE


def _titled(tree: Tree) -> bool:
    """Whether a sentence has no finite verb at all, as headlines do: “Lima to host talks in May”."""
    return not any(token.tag in _FINITE for token in tree.tokens)
