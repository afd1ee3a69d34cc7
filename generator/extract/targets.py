"""Targets: at whom or what a stand is directed, of all that its clause names.

The head of the verb's object is meant itself, or else the author of what it names (“rejected X’s call
for Y” is against X). Whoever only stands beside it, in “against X”, “between X and Y”, “on X”, is named
and not meant. Where that is not sure there is no target, and no side is shown.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from generator.extract.clause_nouns import is_partial
from generator.extract.clauses import Clause
from generator.extract.scene import Scene
from generator.extract.syntax import Tree
from generator.extract.verbs import antecedent
from generator.knowledge import vocabulary

_BEFALLS = frozenset({"of", "on", "against"})
_SAID_OF_PLACES = frozenset({"welcome", "greet", "receive"})


def targets(scene: Scene, clause: Clause, at: int, beside: tuple[int, ...]) -> tuple[str, ...]:
    """The entities at which the stand of a clause's verb is directed, in order.

    `at` is the verb that makes the stance, `beside` the particle or noun that makes it with the verb.
    """
    words = vocabulary.load("targets")
    found = _Finder(scene, clause, at, words)
    noun = bool(beside) and clause.tree.tokens[beside[0]].dep == "dobj"
    return tuple(dict.fromkeys(found.behind_noun(beside[0]) if noun else found.behind_verb(beside)))


class _Finder:
    """Looks for the targets of one verb."""

    def __init__(self, scene: Scene, clause: Clause, at: int, words: dict[str, Any]) -> None:
        self._scene, self._clause, self._at, self._words = scene, clause, at, words
        self._tree = clause.tree
        self._lemma = clause.tree.tokens[at].lemma.lower()

    def behind_verb(self, beside: tuple[int, ...]) -> Iterator[str]:
        """What the verb, or the preposition that makes its stance, has as its object."""
        if self._is_unclear(beside):
            return
        for head in self._objects(beside):
            for noun in _joined(self._tree, head):
                yield from self._meant(noun)

    def behind_noun(self, noun: int) -> Iterator[str]:
        """Voiced support for X, issued a warrant for X’s arrest: what the noun is linked to."""
        links = self._words["links"].get(self._tree.tokens[noun].lemma.lower(), ())
        for prep in [*self._tree.children(noun, "prep"), *self._tree.children(self._at, "prep")]:
            if self._tree.tokens[prep].text.lower() not in links or prep < noun:
                continue
            for head in self._tree.children(prep, "pobj"):
                for one in _joined(self._tree, head):
                    if self._same_mention(noun, one):
                        continue
                    legal = self._tree.tokens[one].lemma.lower() in self._words["legal"]
                    yield from self._owners(one) if legal else self._direct(one)

    def _same_mention(self, noun: int, other: int) -> bool:
        """Whether one name covers both: “issued the warrant for X” names the warrant, not X."""
        token = self._tree.tokens[noun]
        covering = self._scene.at(self._tree.sentence.paragraph, token.start, token.end)
        return covering is not None and covering.mention.span.end >= self._tree.tokens[other].end

    def _is_unclear(self, beside: tuple[int, ...]) -> bool:
        """Whether the verb shows no side on its object."""
        word = self._tree.tokens[beside[0]].text.lower() if beside else ""
        return self._lemma in self._words["unclear"] and word not in self._words["clear"].get(self._lemma, ())

    def _objects(self, beside: tuple[int, ...]) -> list[int]:
        """The heads of the verb's object."""
        tree = self._tree
        if self._clause.passive and self._at == self._clause.verb:
            return self._undergoing()
        direct = [o for o in tree.children(self._at, "dobj") if not _after_comma(tree, o)]
        blamed = [p for p in tree.children(self._at, "prep") if tree.tokens[p].text.lower() == "on"]
        if self._lemma == "blame" and blamed:
            return _governed(tree, blamed)
        if beside:
            return _governed(tree, beside) or direct or _governed(tree, self._onward(beside[0]))
        return direct if len(direct) == 1 and not tree.children(self._at, "dative") else []

    def _undergoing(self) -> list[int]:
        tree, verb = self._tree, self._clause.verb
        if tree.tokens[verb].dep == "acl":
            return [tree.tokens[verb].head]
        subjects = tree.children(self._clause.chain[0], "nsubjpass")
        return [antecedent(tree, verb, s) for s in subjects]

    def _onward(self, particle: int) -> list[int]:
        """The preposition behind a particle: lashed out at, pulled out of."""
        hanging = [*self._tree.children(particle, "prep"), *self._tree.children(self._at, "prep")]
        near = [p for p in hanging if particle < p <= particle + 2]
        return [p for p in near if self._tree.tokens[p].text.lower() in self._words["onward"]]

    def _meant(self, noun: int) -> Iterator[str]:
        """The entity that a noun is, or the author of what it names."""
        found = tuple(self._direct(noun))
        yield from found
        if self._lemma not in {*self._words["doing"], *self._words["asking"]}:
            named = self._scene.of_token(self._tree, noun)
            thing = named is None or named.entity is None or not self._scene.can_act(named.entity)
            yield from self._authors(noun) if thing else ()

    def _direct(self, noun: int) -> Iterator[str]:
        resolved = self._scene.of_token(self._tree, noun)
        if resolved is None or resolved.entity is None or resolved.sense == "group":
            return
        acts = self._scene.can_act(resolved.entity)
        if is_partial(self._tree, noun) if acts else self._lemma in self._words["doing"]:
            return
        guest = self._scene.entity(resolved.entity).kind == "person" and self._lemma in _SAID_OF_PLACES
        denied = any(self._tree.tokens[c].text.lower() == "no" for c in self._tree.children(noun, "det"))
        if not guest and not denied:
            yield resolved.entity

    def _authors(self, noun: int) -> Iterator[str]:
        """Whose proposal, call or aggression it is."""
        word = self._tree.tokens[noun].lemma.lower()
        owned = {*self._words["works"], *self._words["deeds"]}
        word = word if word in owned else self._tree.tokens[noun].text.lower()
        works, deeds = word in self._words["works"], word in self._words["deeds"]
        turned = word in self._words["turned"] and self._befalls(noun)
        if works or deeds or turned or word in self._words["turned"]:
            by = [*_by(self._tree, noun, {"by", "from", "of"} if works else {"by", "from"})]
            owners = [*self._tree.children(noun, "poss")] if works or deeds or turned else []
            if by or owners:
                yield from (
                    e for o in (owners or by) for n in _joined(self._tree, o) for e in self._author(n)
                )
            elif works or turned or (deeds and self._befalls(noun)):
                yield from self._named_before(noun)

    def _owners(self, noun: int) -> Iterator[str]:
        """Whose arrest a warrant is for."""
        for owner in [*self._tree.children(noun, "poss"), *_by(self._tree, noun, {"of"})]:
            for one in _joined(self._tree, owner):
                yield from self._direct(one)

    def _author(self, noun: int) -> Iterator[str]:
        resolved = self._scene.of_token(self._tree, noun)
        able = resolved is not None and resolved.entity is not None and self._scene.can_act(resolved.entity)
        if able and resolved is not None and resolved.entity and not is_partial(self._tree, noun):
            yield resolved.entity

    def _named_before(self, noun: int) -> Iterator[str]:
        """The author in “the Russian proposal”, “an EU offer”; “the Gaza plan” names a place, no author."""
        for child in self._tree.children(noun, "amod", "compound", "nmod"):
            resolved = self._scene.of_token(self._tree, child)
            if resolved is None or resolved.entity is None or not self._scene.can_act(resolved.entity):
                continue
            kind = self._scene.entity(resolved.entity).kind
            if kind == "person" and child != noun - 1:
                continue  # “the Smith deposition request” may be a request for Smith's deposition
            adjective = self._tree.tokens[child].dep == "amod" or resolved.mention.text.isupper()
            if kind in {"person", "organisation"} or adjective or _capitals(resolved.mention.text):
                yield resolved.entity

    def _befalls(self, noun: int) -> bool:
        """Whether a complement says whom a deed befalls."""
        return any(
            self._tree.tokens[p].text.lower() in _BEFALLS
            for p in self._tree.children(noun, "prep")
            if p > noun
        )


def _capitals(text: str) -> bool:
    return text.replace(".", "").isupper()


def _by(tree: Tree, noun: int, words: set[str]) -> list[int]:
    """What “by”, “from” or “of” behind a noun names."""
    preps = [p for p in tree.children(noun, "prep", "agent") if tree.tokens[p].text.lower() in words]
    return _governed(tree, preps)


def _governed(tree: Tree, preps: list[int] | tuple[int, ...]) -> list[int]:
    return [n for p in preps for n in tree.children(p, "pobj")]


def _after_comma(tree: Tree, noun: int) -> bool:
    """Whether the parser hung a name behind a comma on the verb for want of a better place."""
    return tree.tokens[min(tree.subtree(noun)) - 1].text == ","


def _joined(tree: Tree, noun: int) -> list[int]:
    """A noun and those joined to it, but no subject of a clause that the parser took for one of them."""
    found = tree.conjuncts(noun)
    return [n for n in found if n == noun or not next_subject(tree, n)]


def next_subject(tree: Tree, noun: int) -> bool:
    """Whether a verb follows at once: “welcomed the vote and London called for …”."""
    after = tree.tokens[noun + 1] if noun + 1 < len(tree.tokens) else None
    return after is not None and after.tag in {"VBD", "VBZ", "VBP", "MD"}
