"""Speakers: from the head of the words that name one to those words, and to the entities they stand for."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from generator.extract.bearers import Attribution
from generator.extract.dateline import after_dateline, behind_dateline
from generator.extract.described import humans, named_last
from generator.extract.reference import References
from generator.extract.scene import Scene
from generator.extract.stage import Reference
from generator.extract.syntax import Tree, is_verb
from generator.extract.telling import Word
from generator.knowledge.names import fold
from generator.knowledge.wordlists import cue_words, gender_words, words_of
from generator.knowledge.world_pack import world
from generator.model.entity import Resolved
from generator.model.text import Span

_RULES = {
    "subject": "subject of “{cue}”",
    "agent": "named after “by” with “{cue}”",
    "according to": "named after “according to”",
    "owner": "whose “{cue}” it is",
    "label": "named before the colon",
    "signature": "signed below the quotation",
    "continues": "same speaker as the quotation it continues",
    "subject of the sentence before": "subject of the sentence before",
    "subject of the sentence before the colon": "subject of the words before the colon",
}

_OUTSIDE = frozenset(
    {
        "relcl",
        "acl",
        "appos",
        "prep",
        "punct",
        "conj",
        "cc",
        "advcl",
        "dep",
        "advmod",
        "parataxis",
        "npadvmod",
    }
)
_LINK = re.compile(r" (?:for|of|in) ")
_SPEAKING = frozenset({"person", "organisation", "government", "group", "place"})


@dataclass(frozen=True, slots=True)
class Speaker:
    """The words that name a speaker, and whom they stand for by which rule."""

    span: Span
    text: str
    entities: tuple[str, ...]
    rule: str
    candidates: tuple[str, ...] = ()


class Speakers:
    """Names the speakers of one article."""

    def __init__(self, scene: Scene, references: References) -> None:
        self._scene = scene
        self._references = references

    def name(self, word: Word, *, label: bool = False) -> Speaker:
        """The speaker whose words have `word` as their head; a `label` begins its sentence and names nobody else."""
        word = self._whom_who_means(word)
        heads = [word.other(i) for i in _together(word) if abs(i - word.at) < 12]
        parts = [self._one(head) for head in heads]
        if label and len(others := self._people_before(heads[-1])) > len(heads):
            reason = "somebody else is named before the colon"
            return replace(parts[0], entities=(), rule=reason, candidates=others)
        if len(parts) > 1 and not all(p.entities for p in parts):
            named = [p for p in parts if p.entities]
            parts = [parts[0]] if parts[0].entities or not named else parts
        return self._joined(parts)

    def _whom_who_means(self, word: Word) -> Word:
        """The person whom a clause with “who” tells of, where the parser hung it on a body: X, head of the bank, who said."""
        tree = word.tree
        named = self._scene.of_token(tree, word.at)
        who = any(
            tree.tokens[c].tag == "WP" for r in tree.children(word.at, "relcl") for c in tree.children(r)
        )
        if not who or named is None or self._scene.is_person(named):
            return word
        above = (a for a in tree.ancestors(word.at) if tree.tokens[a].lemma.lower() in humans())
        noun = next(above, word.at)
        return word.other(tree.tokens[noun].head if tree.tokens[noun].dep == "appos" else noun)

    def _people_before(self, word: Word) -> tuple[str, ...]:
        """Those named in a sentence up to a word, if nothing else is told there."""
        sentence = word.tree.sentence
        if any(is_verb(t) for t in sentence.tokens[: word.at]):
            return ()
        named = self._scene.mentions(
            sentence.paragraph, sentence.start, max(word.token.end, _phrase(word)[1])
        )
        return tuple(dict.fromkeys(r.entity for r in named if r.entity and self._scene.is_person(r)))

    def _joined(self, parts: list[Speaker]) -> Speaker:
        first = parts[0]
        if len(parts) == 1:
            return first
        start, end = min(p.span.start for p in parts), max(p.span.end for p in parts)
        span = Span(first.span.article, first.span.paragraph, start, end)
        entities = (
            tuple(dict.fromkeys(e for p in parts for e in p.entities))
            if all(p.entities for p in parts)
            else ()
        )
        return Speaker(span, self._words(span), entities, next((p.rule for p in parts if p.rule), ""), ())

    def _one(self, word: Word) -> Speaker:
        opening = after_dateline(self._scene.parsed.article.paragraph(word.tree.sentence.paragraph).text)
        word = behind_dateline(word, opening)
        start, end = _phrase(word)
        start = opening if start < opening < end else start
        named = self._named(word)
        if named is not None:
            inside = named.mention.span
            start, end = min(start, inside.start), max(end, inside.end)
        span = Span(self._scene.parsed.article.id, word.tree.sentence.paragraph, start, end)
        reference = self._refer(word, named)
        return Speaker(span, self._words(span), reference.entities, reference.rule, reference.candidates)

    def _words(self, span: Span) -> str:
        return self._scene.parsed.article.words(span)

    def _named(self, word: Word) -> Resolved | None:
        """The mention that names the speaker: the head itself, or a name in apposition to it."""
        direct = self._scene.of_token(word.tree, word.at)
        if direct is not None and _heads(word.tree, direct, word.at):
            return self._holder(word, direct) or direct
        last = named_last(word)
        for other in [*word.tree.children(word.at, "appos"), *([] if last is None else [last])]:
            apposed = self._scene.of_token(word.tree, other)
            if apposed is not None and (self._scene.is_person(apposed) or self._is_beside(word, apposed)):
                return apposed
        return None

    def _holder(self, word: Word, body: Resolved) -> Resolved | None:
        """Whom a body's name only tells the office of: “Union for the North leader Keller”, “the MEC for Health, Keller,”."""
        if self._scene.is_person(body):
            return None
        after = _behind_nouns(word.tree, body.mention.span.end)
        named = [after] if after is not None else []
        if _is_office(body.mention.text):
            named += word.tree.children(word.at, "appos")
        people = (self._scene.of(word.other(i)) for i in named)
        return next((r for r in people if r is not None and self._scene.is_person(r)), None)

    def _is_beside(self, word: Word, named: Resolved) -> bool:
        """Whether a body's name stands right behind its noun: the French daily Le Monde."""
        body = named.entity is not None and self._scene.entity(named.entity).kind == "organisation"
        return body and 0 <= named.mention.span.start - word.token.end <= 1

    def _refer(self, word: Word, named: Resolved | None) -> Reference:
        if named is not None:
            return self._one_of(word, named) or self._by_name(named)
        if word.token.pos == "PRON":
            return self._references.pronoun(word)
        if word.token.pos == "PROPN" and word.token.lemma.lower() not in humans():
            return Reference((), f"“{word.token.text}” is not among the names that are known")
        found = self._author(word) or self._government(word) or self._references.nominal(word)
        return found or Reference((), "no name is given")

    def _one_of(self, word: Word, named: Resolved) -> Reference | None:
        """Whom words mean that only look like a body's name: one of a people or a party, the holder of an office."""
        if named.sense == "group" and _is_one(word):
            return Reference((), "one of them, without a name")
        if self._scene.is_person(named):
            return None
        if fold(word.token.text) in gender_words("offices"):
            return Reference((), "an office, without a name")
        member = word.token.tag in {"NN", "NNP"} and fold(word.token.text) in gender_words("members")
        return self._references.nominal(word) if member else None

    def _by_name(self, named: Resolved) -> Reference:
        """Whom a name stands for, if that is one who can speak."""
        entity = named.entity
        if entity is None or named.sense not in _SPEAKING:
            return Reference((), f"“{named.mention.text}” is not resolved", named.candidates)
        able = self._scene.can_act(entity)
        if named.sense == "group" and able:
            return Reference((), "a people or its members, not its government", (entity,))
        if named.sense == "place" and not able:
            return Reference((), f"“{named.mention.text}” is a place", (entity,))
        return Reference((entity,), "")

    def _government(self, word: Word) -> Reference | None:
        """The state whose government speaks, told from others by nothing else: the Norwegian government, Norway’s government."""
        tree = word.tree
        before = tree.children(word.at, "amod", "compound", "nmod", "poss", "nummod")
        if word.token.text.lower() != "government" or len(before) != 1:
            return None
        named = self._scene.of(word.other(before[0]))
        entity = self._scene.entity(named.entity) if named is not None and named.entity else None
        known = world().entries.get(entity.key) if entity is not None else None
        if entity is None or known is None or known.kind != "government":
            return None
        return Reference((entity.id,), f"“{word.token.text}”: of the state that is named before it")

    def _author(self, word: Word) -> Reference | None:
        """Whose statement or letter speaks: “Ruiz’s message”, “a post by Ruiz”."""
        tree = word.tree
        if word.token.lemma.lower() not in cue_words("holders"):
            return None
        prepositions = (
            {"by"} if word.token.tag == "NNS" else {"by", "from"}
        )  # media reports from France are not hers
        by = [p for p in tree.children(word.at, "prep") if tree.tokens[p].text.lower() in prepositions]
        named = tree.children(word.at, "poss") or [n for p in by for n in tree.children(p, "pobj")]
        found = self._scene.of_token(tree, named[0]) if len(named) == 1 else None
        if (
            found is None
            or found.entity is None
            or found.sense not in {"person", "organisation", "government"}
        ):
            return None
        return Reference((found.entity,), f"“{word.token.text}”: its author is named")


def _is_one(word: Word) -> bool:
    """Whether somebody is only said to be one of a people or a party: one Democrat, another Muslim."""
    before = {word.tree.tokens[i].text.lower() for i in word.tree.children(word.at, "det", "nummod")}
    return word.token.tag in {"NN", "NNP"} and bool(before & {"a", "an", "one", "another"})


def _together(word: Word) -> list[int]:
    """The heads of all who are named together: those joined, and those whom a plural noun announces (both men, X and Y)."""
    tree = word.tree
    if word.token.tag == "NNS":
        for first in tree.children(word.at, "appos"):
            named = [i for i in tree.conjuncts(first) if tree.tokens[i].pos == "PROPN"]
            if len(named) > 1:
                return named
    return tree.conjuncts(word.at)


def _behind_nouns(tree: Tree, end: int) -> int | None:
    """The first word behind one or two nouns for a person that follow an offset: Keller, in “party leader Keller”."""
    behind = [i for i, t in enumerate(tree.tokens) if t.start >= end][:3]
    named = next((i for i in behind if tree.tokens[i].lemma.lower() not in humans()), None)
    return named if behind and named != behind[0] else None


def _is_office(name: str) -> bool:
    """Whether what was taken for a body's name is an office: MEC for Health, Minister of State for Energy."""
    office = _LINK.split(fold(name))[0].split()[-1:]
    return any(word in humans() or word in words_of("titles") for word in office)


def _heads(tree: Tree, resolved: Resolved, at: int) -> bool:
    """Whether a mention ends with the word, or holds no word that it hangs on (a name's own head)."""
    span = resolved.mention.span
    inside = {i for i, t in enumerate(tree.tokens) if t.end > span.start and t.start < span.end}
    return tree.tokens[at].head not in inside or max(inside) == at


def _phrase(word: Word) -> tuple[int, int]:
    """The offsets of a noun with the words that go before it, and its first apposition if that names it."""
    tree = word.tree
    before = [i for i in tree.subtree(word.at, without=_OUTSIDE) if i <= word.at]
    first = word.at
    while first - 1 in before or (
        first > 1 and "HYPH" in {tree.tokens[first - 1].tag, tree.tokens[first].tag}
    ):
        first -= 1
    last = word.at
    while last + 1 < len(tree.tokens) and _goes_on(tree, last):
        last += 1
    return tree.tokens[first].start, tree.tokens[last].end


def _goes_on(tree: Tree, last: int) -> bool:
    """Whether a name goes on behind its head (“Smith III”)."""
    here, after = tree.tokens[last], tree.tokens[last + 1]
    return (
        here.pos == "PROPN"
        and after.pos == "PROPN"
        and after.dep in {"flat", "compound", "appos"}
        and after.head == last
    )


def rule_of(attribution: Attribution, speaker: Speaker) -> str:
    """The rule in a reader's words: how the speaker's words were found, then whom they stand for."""
    rule = _RULES[attribution.rule].format(cue=attribution.cue.token.text)
    known = attribution.rule == "continues" and speaker.entities
    return f"{rule}; {speaker.rule}" if speaker.rule and not known else rule
