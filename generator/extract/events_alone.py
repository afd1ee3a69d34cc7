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
_OTHERS = frozenset({"him", "her", "it", "them", "his", "its", "their"})
_UNITS = vocabulary.words("events", "units")
_SAYING = frozenset({"say", "tell", "add", "note", "explain", "remark"})
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
        every = tree.inside(span.start, span.end)
        if every and tree.tokens[every[-1]].text == ":":
            return None
        inside = [i for i in every if not _said(tree, i, quoted)]
        told = (
            _whole(tree, inside, head)
            and all(_joins(tree, i) for i in tree.above(head) if i in inside)
            and self._says_who(tree, inside, head, span)
        )
        if not told or (len(inside) == len(every) and _says_nothing(tree, inside, head)):
            return None
        found: list[Meant] = []
        for at in inside:
            token = tree.tokens[at]
            if token.text in _SELF or _points(tree, at, head) or self._leans(tree, inside, at, span):
                return None
            if token.tag == "PRP" and token.dep in _SUBJECTS and not self._within(tree, inside, at, span):
                entity = self._resolved(tree, at, span)
                if entity is None:
                    return None
                found.append(Meant(replace(span, start=token.start, end=token.end), token.text, entity))
        return tuple(dict.fromkeys(found))

    def _within(self, tree: Tree, inside: list[int], at: int, span: Span) -> bool:
        """Whether the words themselves name what a subject pronoun can stand for.

        A person whom only a relative clause beside the pronoun's own names is not meant: “the deal, which X opposed”.
        """
        text = tree.tokens[at].text.lower()
        before = [i for i in inside if i < at and not _apart(tree, i, at)]
        if text in _PERSONS:
            acting = [i for i in before if tree.tokens[i].dep in _SUBJECTS] + _above(tree, inside, at)
            known = any(self._is_person(tree, i, span) for i in [*before, *_called(tree, inside, at)])
            return known or any(tree.tokens[i].pos in ("NOUN", "PROPN") for i in acting)
        return text in _THINGS and any(
            tree.tokens[i].pos in ("NOUN", "PROPN") and tree.tokens[i].dep != "pobj" for i in before
        )

    def _leans(self, tree: Tree, inside: list[int], at: int, span: Span) -> bool:
        """Whether an object or owner is a pronoun for which the words have nobody: “ordered 300 of them to leave”."""
        token, low = tree.tokens[at], tree.tokens[at].text.lower()
        if token.dep == "det" and low in ("that", "those", "these"):
            return not _dates(tree, token.head)  # “that plane” is one of which the text has told before
        same = _PERSONS if low in ("him", "his", "her") else _THINGS
        if low not in _OTHERS or token.dep in _SUBJECTS:
            return False
        if any(tree.tokens[i].text.lower() in same and tree.tokens[i].dep in _SUBJECTS for i in inside):
            return False
        own = token.head if token.tag == "PRP$" else None
        doer = next(
            (c for i in tree.above(at) for c in tree.children(i) if tree.tokens[c].dep in _SUBJECTS), None
        )
        others = [i for i in inside if i != own and (own is not None or (i < at and i != doer))]
        if same is _PERSONS:
            return not any(self._is_person(tree, i, span) or _is_somebody(tree, i) for i in others)
        return not any(_is_something(tree, i, several=low in ("them", "their")) for i in others)

    def _says_who(self, tree: Tree, inside: list[int], head: int, span: Span) -> bool:
        """Whether a noun with a participle or relative clause names somebody: “a law passed by X in May”."""
        if not tree.is_verb(head) or tree.tokens[head].dep not in ("acl", "relcl"):
            return True
        going_on = tree.tokens[head].tag == "VBG"
        mentioned = (m.mention.span for m in self.resolution.mentions_in(span.paragraph))
        named = any(name.start < span.end and span.start < name.end for name in mentioned)
        return min(inside, default=head) > head or (named and not going_on)

    def _is_person(self, tree: Tree, at: int, span: Span) -> bool:
        token, people = tree.tokens[at], self._people.get(span.paragraph, ())
        return any(start < token.end and token.start < end for start, end in people)

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


def _apart(tree: Tree, at: int, pronoun: int) -> bool:
    """Whether a noun stands in a relative clause that the pronoun does not belong to."""
    around = set(tree.above(pronoun))
    path = [i for i in tree.above(at) if i not in around]
    return any(tree.tokens[i].dep in ("relcl", "acl") for i in path)


def _above(tree: Tree, inside: list[int], at: int) -> list[int]:
    """The subjects of the clauses that the pronoun's own stands in: “after she won, Smith left”."""
    verbs = tree.above(at)[2:]
    return [c for v in verbs for c in tree.children(v) if c in inside and tree.tokens[c].dep in _SUBJECTS]


def _called(tree: Tree, inside: list[int], at: int) -> list[int]:
    """What a clause says that the pronoun's one is or became: “he became Lord Smith”."""
    return [i for i in inside if i > at and tree.tokens[i].dep in ("attr", "oprd")]


def _is_somebody(tree: Tree, at: int) -> bool:
    """Whether a noun may be a person: a name, or “a man”, “the minister” that does or undergoes something."""
    token = tree.tokens[at]
    acts = token.tag == "NN" and token.dep in (*_SUBJECTS, "appos")
    return (acts or token.pos == "PROPN") and not _dates(tree, at)


def _is_something(tree: Tree, at: int, *, several: bool) -> bool:
    """Whether a noun may be a thing, or with `several` more than one, that a pronoun stands for."""
    token = tree.tokens[at]
    noun = token.pos in ("NOUN", "PROPN") and token.dep not in ("compound", "nmod") and not _dates(tree, at)
    joined = any(tree.tokens[c].dep == "conj" for c in tree.children(at))
    return noun and (not several or joined or token.tag in ("NNS", "NNPS"))


def _dates(tree: Tree, at: int) -> bool:
    """Whether a noun only says when."""
    return tree.tokens[at].dep == "npadvmod" or tree.tokens[at].lemma in _UNITS


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


def _joins(tree: Tree, head: int) -> bool:
    """Whether a joined verb with its own subject is joined by a word or comma; else the parser tore the clause apart."""
    token, own = (
        tree.tokens[head],
        next((c for c in tree.children(head) if tree.tokens[c].dep in _SUBJECTS), None),
    )
    if token.dep != "conj" or own is None or token.head > head:
        return True
    between = [tree.tokens[i] for i in range(token.head, head)]
    return any(t.dep in ("cc", "punct") and t.head in (token.head, head) for t in between)


def _says_nothing(tree: Tree, inside: list[int], head: int) -> bool:
    """Whether somebody only is told to have said something, and not what: “as she said last week in Lima”."""
    content = [
        c for c in tree.children(head) if c in inside and tree.tokens[c].dep in ("ccomp", "parataxis", "dobj")
    ]
    asked = [
        c for c in content if tree.tokens[c].dep != "dobj" or tree.tokens[head].lemma not in ("tell", "ask")
    ]
    passive = any(tree.tokens[c].dep in ("nsubjpass", "auxpass") for c in tree.children(head))
    above = tree.tokens[head].head in inside and tree.tokens[head].head != head
    return tree.tokens[head].lemma in _SAYING and not asked and not passive and not above


def _titled(tree: Tree) -> bool:
    """Whether a sentence has no finite verb at all, as headlines do: “Lima to host talks in May”."""
    return not any(token.tag in _FINITE for token in tree.tokens)
