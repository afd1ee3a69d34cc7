"""Clauses that assert something of an actor: who, the verb with its negation, and its objects.

What a quotation says, what is asked or wished, and what stands under “if” asserts nothing and is left out.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.extract.marks import Quoted
from generator.extract.reference import References
from generator.extract.scene import Scene
from generator.extract.syntax import Tree, is_verb
from generator.extract.telling import Word
from generator.extract.turns import Told
from generator.knowledge import vocabulary
from generator.model.entity import Resolved
from generator.model.text import TELLING, Span

_CONDITIONS = frozenset({"if", "unless", "whether", "lest"})
_POSSIBLE = frozenset({"may", "might", "could", "can"})
_ACTS = frozenset({"person", "government", "organisation", "group"})


@dataclass(frozen=True, slots=True, eq=False)
class Clause:
    """A verb that somebody is said to have done: `chain` runs from “refused” to “condemn”.

    `subjects` are the entities that do it, `negations` how often it is denied, `possible` that it only may be.
    """

    tree: Tree
    chain: tuple[int, ...]
    subjects: tuple[str, ...]
    subject_heads: tuple[int, ...]
    negations: int
    possible: bool
    passive: bool

    @property
    def verb(self) -> int:
        """The verb that carries the meaning: the last of the chain."""
        return self.chain[-1]

    @property
    def words(self) -> list[int]:
        """The verb group without adverbs: auxiliaries only where they deny or limit it."""
        kept = list(self.chain)
        for at in self.chain:
            kept += [*self.tree.children(at, "neg", "prt"), *no_longer(self.tree, at)]
            if self.possible or self._denied(at):
                kept += self.tree.children(at, "aux", "auxpass")
            kept += [i for i in self.tree.children(at, "aux") if self.tree.tokens[i].tag in {"TO", "MD"}]
        if len(self.chain) > 1:
            kept += [i for i in self.tree.ancestors(self.chain[-1]) if self.chain[0] < i < self.chain[-1]]
        return sorted(set(kept))

    def _denied(self, at: int) -> bool:
        return bool(self.tree.children(at, "neg"))

    @property
    def wording(self) -> str:
        """The verb as a reader would say it: “does not recognise”, “refused to condemn”."""
        return " ".join(_full(self.tree.tokens[i].text) for i in self.words)


def _full(text: str) -> str:
    low = text.lower()
    spelled = {
        "n’t": "not",
        "n't": "not",
        "’ll": "will",
        "'ll": "will",
        "’s": "is",
        "'s": "is",
        "’ve": "have",
        "'ve": "have",
        "’re": "are",
        "'re": "are",
        "wo": "will",
        "ca": "can",
        "’d": "would",
        "'d": "would",
    }
    return spelled.get(low, low)


class Clauses:
    """Finds the asserting clauses of an article's own telling."""

    def __init__(self, scene: Scene, references: References) -> None:
        self._scene = scene
        self._references = references

    def of(self, told: Told) -> Iterator[Clause]:
        """The clauses of one told sentence whose subjects are known actors."""
        if told.paragraph.kind not in TELLING or told.paragraph.text.rstrip().endswith("?"):
            return
        own = {(id(i.tree), i.at) for i in told.items if isinstance(i, Word)}
        for item in told.items:
            if isinstance(item, Quoted) or not _content_verb(item):
                continue
            clause = self._clause(item, own)
            if clause is not None and clause.subjects:
                yield clause

    def _clause(self, word: Word, own: set[tuple[int, int]]) -> Clause | None:
        tree = word.tree
        chain = _chain(tree, word.at)
        if chain is None or _conditional(tree, word.at) or any((id(tree), at) not in own for at in chain):
            return None
        passive = _passive(tree, chain[-1])
        heads = self._heads(tree, chain[0], chain[-1], passive=passive)
        heads = [h for h in [*_listed(tree, heads), *heads] if (id(tree), h) in own]
        subjects = tuple(dict.fromkeys(e for h in heads for e in self.actors(tree, h)))
        return Clause(
            tree, chain, subjects, tuple(heads), _negations(tree, chain), _possible(tree, chain), passive
        )

    def _heads(self, tree: Tree, first: int, last: int, *, passive: bool) -> list[int]:
        """The heads of the nouns that do it."""
        if passive:
            by = _by(tree, last)
            return tree.conjuncts(by) if by is not None else []
        if tree.tokens[first].dep == "acl" and tree.tokens[first].tag == "VBG":
            return tree.conjuncts(tree.tokens[first].head)
        verb: int | None = first
        while verb is not None:
            own = tree.own_subject(verb)
            if own is not None:
                return (
                    []
                    if tree.children(verb, "auxpass") and verb != first
                    else tree.conjuncts(_relative(tree, verb, own))
                )
            verb = _sharing(tree, verb)
        return []

    def actors(self, tree: Tree, at: int) -> tuple[str, ...]:
        """The actor that a noun or pronoun stands for: one entity, or none."""
        token = tree.tokens[at]
        if token.pos == "PRON":
            found = self._references.subject(Word(tree, at))
            return found.entities if found else ()
        resolved = self._scene.of_token(tree, at)
        if resolved is not None:
            return (resolved.entity,) if resolved.entity and self.acts(resolved) else ()
        return self._state(tree, at) or self._including(tree, at)

    def _including(self, tree: Tree, at: int) -> tuple[str, ...]:
        """The members that “several members, including …” names."""
        inside = [i for i in tree.subtree(at) if tree.tokens[i].dep == "prep"]
        named = [
            n for p in inside if tree.tokens[p].lemma.lower() == "include" for n in tree.children(p, "pobj")
        ]
        found = [self._scene.of_token(tree, n) for noun in named for n in tree.conjuncts(noun)]
        return tuple(r.entity for r in found if r is not None and r.entity and self._scene.can_act(r.entity))

    def acts(self, resolved: Resolved) -> bool:
        """Whether a mention is used as one who can act."""
        return resolved.entity is not None and (
            resolved.sense in _ACTS or self._scene.can_act(resolved.entity)
        )

    def _state(self, tree: Tree, at: int) -> tuple[str, ...]:
        """The country of “the Russian government”."""
        if tree.tokens[at].lemma.lower() not in vocabulary.load("stances")["state_bodies"]:
            return ()
        for child in tree.children(at, "amod", "poss", "compound", "nmod"):
            resolved = self._scene.of_token(tree, child)
            if (
                resolved is not None
                and resolved.entity
                and self._scene.entity(resolved.entity).kind in {"government", "place"}
            ):
                return (resolved.entity,)
        return ()

    def span(self, told: Told, clause: Clause) -> Span:
        """The clause's words: from its subject to the end of what hangs on its verb; all if it is reported."""
        tree = clause.tree
        if _reported(tree, clause.chain[0]):
            start, end = tree.sentence.start, tree.sentence.end
        else:
            inside = [*clause.subject_heads, *clause.words]
            for child in tree.children(clause.chain[0]):
                if tree.tokens[child].dep not in {"conj", "cc"} and not leads(tree, clause, child):
                    inside += tree.subtree(child)
            for head in clause.subject_heads:
                inside += [i for i in tree.subtree(head, without=frozenset({"relcl"})) if i < clause.chain[0]]
            start, end = tree.extent([i for i in inside if tree.tokens[i].pos != "PUNCT"])
        return Span(self._scene.parsed.article.id, told.paragraph.id, start, end)


def _content_verb(word: Word) -> bool:
    token = word.token
    return (
        is_verb(token)
        and token.tag != "MD"
        and token.dep not in {"aux", "auxpass", "amod", "compound", "nmod"}
    )


def _chain(tree: Tree, at: int) -> tuple[int, ...] | None:
    """The verbs from the first that governs to the last that means; None where `at` is not the first."""
    token = tree.tokens[at]
    infinitive = token.tag == "VB" and any(tree.tokens[i].tag == "TO" for i in tree.children(at, "aux"))
    if infinitive or (token.dep in {"pcomp", "xcomp"} and token.tag == "VBG") or token.dep in {"csubj"}:
        return None
    chain = [at]
    while True:
        below = _governed(tree, chain[-1])
        if below is None:
            return tuple(chain)
        chain.append(below)


def _governed(tree: Tree, at: int) -> int | None:
    """The verb that “refused”, “pledged” or “shied from” leads on to, if both have one subject."""
    words = vocabulary.load("stances")
    if tree.tokens[at].lemma.lower() not in {*words["negating"], *words["keeping"]} or tree.children(
        at, "dobj"
    ):
        return None
    for child in tree.children(at, "xcomp"):
        if is_verb(tree.tokens[child]) and tree.own_subject(child) is None:
            return child
    for prep in tree.children(at, "prep"):
        for child in tree.children(prep, "pcomp"):
            if is_verb(tree.tokens[child]):
                return child
    return None


def _conditional(tree: Tree, at: int) -> bool:
    """Whether the verb stands under “if” or in a wish."""
    for verb in (at, *tree.ancestors(at)):
        if any(tree.tokens[m].text.lower() in _CONDITIONS for m in tree.children(verb, "mark")):
            return True
        if tree.tokens[verb].dep not in {"conj", "advcl", "ccomp", "xcomp", "relcl", "acl", "aux"}:
            return False
    return False


def _passive(tree: Tree, at: int) -> bool:
    token = tree.tokens[at]
    reduced = token.tag == "VBN" and token.dep == "acl" and not tree.children(at, "aux")
    return (
        bool(tree.children(at, "auxpass"))
        or reduced
        or (_by(tree, at) is not None and not tree.children(at, "dobj"))
    )


def _by(tree: Tree, at: int) -> int | None:
    """Whom “by” names, also in a headline without “was” (Minister urged to go by party)."""
    for by in tree.children(at, "agent", "prep"):
        if tree.tokens[by].text.lower() == "by":
            return next(iter(tree.children(by, "pobj")), None)
    return None


def _sharing(tree: Tree, at: int) -> int | None:
    """The verb whose subject a verb without one shares: joined by “and”, or as its participle."""
    token = tree.tokens[at]
    above = token.head
    if above == at or not is_verb(tree.tokens[above]):
        return None
    if token.dep == "conj":
        return above
    return above if token.dep == "advcl" and token.tag == "VBG" else None


def _relative(tree: Tree, verb: int, own: int) -> int:
    """The noun that “who” or “which” stands for."""
    if tree.tokens[own].tag in {"WP", "WDT"}:
        for above in (verb, *tree.ancestors(verb)):
            if tree.tokens[above].dep == "relcl":
                return tree.tokens[above].head
    return own


def _negations(tree: Tree, chain: tuple[int, ...]) -> int:
    """How often the chain denies its last verb: by “not”, or by “refused to”."""
    words = vocabulary.load("stances")["negating"]
    count = sum(tree.tokens[at].lemma.lower() in words for at in chain[:-1])
    count += sum(bool(tree.children(at, "neg")) for at in chain)
    return count + sum(_nobody(tree, at) for at in chain)


def _nobody(tree: Tree, at: int) -> bool:
    """“Neither … nor”, “no longer”."""
    holders = [at, *tree.children(at, "nsubj")]
    before = [
        tree.tokens[c].text.lower()
        for h in holders
        for c in tree.children(h, "preconj", "advmod", "cc", "det")
    ]
    return "neither" in before or "nor" in before or bool(no_longer(tree, at))


def no_longer(tree: Tree, at: int) -> list[int]:
    """The words “no longer” beside a verb."""
    longer = [c for c in tree.children(at, "advmod") if tree.tokens[c].text.lower() == "longer"]
    return [
        i for c in longer for i in (*[n for n in tree.children(c) if tree.tokens[n].text.lower() == "no"], c)
    ]


def _possible(tree: Tree, chain: tuple[int, ...]) -> bool:
    modals = {tree.tokens[i].lemma.lower() for i in tree.children(chain[0], "aux")}
    return bool(modals & _POSSIBLE) and not tree.children(chain[0], "neg")


def _reported(tree: Tree, at: int) -> bool:
    """Whether the clause is what somebody says: then the sentence shows who."""
    return tree.tokens[at].dep == "ccomp" and tree.tokens[at].head != at


def leads(tree: Tree, clause: Clause, child: int) -> bool:
    """Whether a clause that hangs on the verb goes before its subject: it is another statement."""
    first = min([*clause.subject_heads, clause.chain[0]])
    return child < first and tree.tokens[child].dep in {"ccomp", "parataxis", "advcl", "dep", "prep"}


def _listed(tree: Tree, heads: list[int]) -> list[int]:
    """The first names of “A, B and C” where the parser joined only the last two."""
    if len(heads) < 2:
        return []
    found: list[int] = []
    first = min(min(tree.subtree(heads[0])), heads[0])
    while first >= 2 and tree.tokens[first - 1].text == "," and tree.tokens[first - 2].pos == "PROPN":
        found.insert(0, first - 2)
        first = min(i for i in tree.subtree(first - 2) if i <= first - 2)
    return found
