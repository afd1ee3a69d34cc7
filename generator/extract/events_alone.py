"""Whether an event can be understood by itself: its words name who acts, or a noun or pronoun in them can be told.

“he won a third term” says nothing without the sentence before. Where a named rule resolves the pronoun, the event
carries whom it means; else it is left out, for a timeline is read without the text around it.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property

from generator.extract.events_claimed import tells_no_happening
from generator.extract.events_definite import is_unknown_subject, points_back
from generator.extract.events_lean import SUBJECTS, dates, is_plain, leans, may_be_person, points
from generator.extract.events_told import is_broken, is_supposed, is_told, says_nothing
from generator.extract.events_tree import Tree
from generator.extract.marks import Quoted
from generator.extract.reading import Reading, reading_of
from generator.extract.telling import Word
from generator.model.entity import Resolution
from generator.model.statement import Meant
from generator.model.text import Parsed, Span

_PERSONS, _THINGS = frozenset({"he", "she"}), frozenset({"it", "they"})
_POINTING = _PERSONS | _THINGS | {"him", "her", "them", "this", "that", "these", "those"}
_NAMED = frozenset({"person", "organisation", "group", "government", "place"})
_SELF = frozenset({"I", "we", "We", "me"})


@dataclass(frozen=True)
class Alone:
    """Judges the events of one article; reads the whole text only where a pronoun needs it."""

    parsed: Parsed
    resolution: Resolution

    def meant(
        self, tree: Tree, span: Span, head: int, quoted: list[Quoted], *, dated: bool = True
    ) -> tuple[Meant, ...] | None:
        """Whom the pronouns of an event's words stand for; None where the words lean on others."""
        every = tree.inside(span.start, span.end)
        inside = [i for i in every if not _said(tree, i, quoted)]
        if (
            is_broken(tree, every, head, quoted)
            or is_supposed(tree, head)
            or _leans_in_marks(tree, every, head, quoted)
            or tells_no_happening(tree, every, head)
        ):
            return None
        bare = len(inside) == len(every) and says_nothing(tree, inside, head)
        mostly_said = 2 * len(inside) < len(
            every
        )  # what somebody said at no told time is a quotation, and listed there
        if not is_told(tree, inside, head) or bare or (mostly_said and not dated):
            return None
        return self._meant(tree, inside, head, span) if self._says_who(tree, inside, head, span) else None

    def _meant(self, tree: Tree, inside: list[int], head: int, span: Span) -> tuple[Meant, ...] | None:
        found: list[Meant] = []
        for at in inside:
            token = tree.tokens[at]
            known = lambda i: self._is_person(tree, i, span)  # noqa: E731 - the names of this paragraph
            names = lambda i, kinds: self._names_before(tree, i, kinds, span)  # noqa: E731 - those of the event's words
            if token.text in _SELF or points(tree, at, head) or leans(tree, inside, at, head, known):
                return None
            if points_back(tree, inside, at, head, names):
                return None
            pronoun = token.tag == "PRP" and token.dep in SUBJECTS
            plain = is_plain(tree, inside, at, head) or is_unknown_subject(tree, inside, at, head, names)
            if plain or (pronoun and not self._within(tree, inside, at, span)):
                one = self._one(tree, at, span)
                if one is None:
                    return None
                found.append(one)
        return tuple(dict.fromkeys(found))

    def _one(self, tree: Tree, at: int, span: Span) -> Meant | None:
        """Whom a pronoun or “the company” stands for, if a named rule tells it."""
        token, word = tree.tokens[at], self._told.get((span.paragraph, tree.tokens[at].start))
        if word is None:
            return None
        references = self._read.references
        found = references.subject(word) if token.tag == "PRP" else references.nominal(word)
        if (
            found is None
            or len(found.entities) != 1
            or not self._goes_on(tree, at, found.entities, span)
            or self._is_named_behind(tree, at, found.entities[0], span)
        ):
            return None
        start = token.start if token.tag == "PRP" else tree.tokens[min(tree.subtree(at))].start
        text = self.parsed.article.paragraph(span.paragraph).text
        return Meant(replace(span, start=start, end=token.end), text[start : token.end], found.entities[0])

    def _goes_on(self, tree: Tree, at: int, meant: tuple[str, ...], span: Span) -> bool:
        """Whether a “he” before it in the sentence means the same: else it is open who is meant by either."""
        same = [
            self._told.get((span.paragraph, t.start))
            for t in tree.tokens[:at]
            if t.dep in SUBJECTS and t.text.lower() == tree.tokens[at].text.lower() in _PERSONS
        ]
        found = [self._read.references.subject(word) for word in same if word is not None]
        return all(one is not None and one.entities == meant for one in found)

    def _is_named_behind(self, tree: Tree, at: int, entity: str, span: Span) -> bool:
        """Whether the words name somebody behind a pronoun: then it means another (“it shrank, the Post reported”).

        In a clause that leads on to the main one the pronoun comes first: “when it joined, Norway pledged to pay”.
        """
        if any(tree.tokens[i].dep == "advcl" for i in tree.above(at)):
            return False
        own = (m.mention.span for m in self.resolution.mentions_in(span.paragraph) if m.entity == entity)
        ends = (tree.top(n.start, n.end) for n in own if tree.tokens[at].end <= n.start < span.end)
        return any(top is not None and tree.tokens[top].dep not in ("compound", "nmod") for top in ends)

    def _within(self, tree: Tree, inside: list[int], at: int, span: Span) -> bool:
        """Whether the words themselves name what a subject pronoun can stand for.

        A person whom only a relative clause beside the pronoun's own names is not meant: “the deal, which X opposed”.
        """
        text = tree.tokens[at].text.lower()
        before = [i for i in inside if i < at and not _apart(tree, i, at)]
        if text in _PERSONS:
            acting = [i for i in before if tree.tokens[i].dep in SUBJECTS] + _above(tree, inside, at)
            known = any(self._is_person(tree, i, span) for i in [*before, *_called(tree, inside, at)])
            return known or any(may_be_person(tree, i) for i in acting)
        nouns = [i for i in before if tree.tokens[i].pos in ("NOUN", "PROPN") and not dates(tree, i)]
        return text in _THINGS and any(tree.tokens[i].dep not in ("pobj", "compound", "nmod") for i in nouns)

    def _says_who(self, tree: Tree, inside: list[int], head: int, span: Span) -> bool:
        """Whether a noun with a participle or relative clause names somebody: “a law passed by X in May”."""
        if not tree.is_verb(head) or tree.tokens[head].dep not in ("acl", "relcl"):
            return True
        going_on = tree.tokens[head].tag == "VBG"
        names = self._named.get(span.paragraph, ())
        named = any(kind in _NAMED and start < span.end and span.start < end for start, end, kind in names)
        named = named or any(tree.tokens[i].pos == "PROPN" and not dates(tree, i) for i in inside if i < head)
        return min(inside, default=head) > head or (named and not going_on)

    def _is_person(self, tree: Tree, at: int, span: Span) -> bool:
        token = tree.tokens[at]
        return any(
            kind == "person" and start < token.end and token.start < end
            for start, end, kind in self._named.get(span.paragraph, ())
        )

    def _names_before(self, tree: Tree, at: int, kinds: frozenset[str], span: Span) -> bool:
        """Whether the event's words before a token name somebody of some kinds."""
        end = tree.tokens[at].start
        named = self._named.get(span.paragraph, ())
        return any(span.start <= first and last <= end and kind in kinds for first, last, kind in named)

    @cached_property
    def _named(self) -> dict[str, list[tuple[int, int, str]]]:
        """By paragraph, where names stand and of what kind they are."""
        found: dict[str, list[tuple[int, int, str]]] = {}
        for resolved in self.resolution.mentions:
            kind = self.resolution.entity(resolved.entity).kind if resolved.entity else resolved.mention.label
            span = resolved.mention.span
            found.setdefault(span.paragraph, []).append((span.start, span.end, kind))
        return found

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
    return [c for v in verbs for c in tree.children(v) if c in inside and tree.tokens[c].dep in SUBJECTS]


def _called(tree: Tree, inside: list[int], at: int) -> list[int]:
    """What a clause says that the pronoun's one is or became: “he became Lord Smith”."""
    return [i for i in inside if i > at and tree.tokens[i].dep in ("attr", "oprd")]


def _leans_in_marks(tree: Tree, every: tuple[int, ...], head: int, quoted: list[Quoted]) -> bool:
    """Whether what happened is told in somebody's words, and of whom or what only those before them say: “they left”."""
    own_marks = [q for q in quoted if _said(tree, head, [q])]  # other marks before may hold another's words
    if not own_marks:
        return False
    ends = [
        c
        for c in tree.children(head)
        if tree.tokens[c].dep in (*SUBJECTS, "dobj") and _said(tree, c, own_marks)
    ]
    nouns = [
        i
        for i in every
        if tree.tokens[i].pos in ("NOUN", "PROPN") and _said(tree, i, own_marks) and not dates(tree, i)
    ]
    own = {i for c in ends if tree.tokens[c].dep in SUBJECTS for i in tree.subtree(c)}
    return any(
        tree.tokens[c].text.lower() in _POINTING and not any(i < c and i not in own for i in nouns)
        for c in ends
    )


def _said(tree: Tree, at: int, quoted: list[Quoted]) -> bool:
    """Whether a word stands within quotation marks: there “I” is the speaker."""
    token = tree.tokens[at]
    return any(q.open <= token.start and token.end <= q.close for q in quoted)
