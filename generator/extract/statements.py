"""Statements: who rejected, welcomed, refused or pledged what, with the verb that shows it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from generator.extract.clauses import Clause, Clauses, leads
from generator.extract.reference import References
from generator.extract.scene import Scene
from generator.extract.syntax import Tree
from generator.extract.targets import next_subject, targets
from generator.extract.turns import Told, sentences
from generator.knowledge import vocabulary
from generator.model.entity import Resolution
from generator.model.statement import Quotation, Stance, Statement
from generator.model.text import Parsed, Span

_ASIDE = frozenset({"advcl", "npadvmod", "punct", "mark", "parataxis"})
_WHERE = frozenset({"in", "at", "during", "near", "after", "before", "since", "following", "amid", "ahead"})


def find_statements(
    parsed: Parsed,
    resolution: Resolution,
    quotations: Sequence[Quotation],  # noqa: ARG001 - the stage's contract; the telling is read anew
) -> tuple[Statement, ...]:
    """Every stand that a resolved actor takes in the article's own telling, in order of the text.

    What is said inside quotations is their speakers' and makes no statement of the article's.
    """
    told = sentences(parsed)
    scene = Scene(parsed, resolution)
    clauses = Clauses(scene, References(scene, told))
    found = [
        s
        for sentence in told
        for clause in clauses.of(sentence)
        for s in _statements(scene, clauses, sentence, clause)
    ]
    return tuple(dict.fromkeys(found))


def _statements(scene: Scene, clauses: Clauses, told: Told, clause: Clause) -> Iterator[Statement]:
    taken = _stance(clause)
    if taken is None:
        return
    stance, at, extra = taken
    span = clauses.span(told, clause)
    words = sorted({*clause.words, *extra, *(d for e in extra for d in clause.tree.children(e, "det"))})
    start, end = clause.tree.extent(words)
    verb_span = Span(span.article, span.paragraph, start, end)
    verb = clause.worded(words)
    about = _about(scene, clause)
    if not about and _everyday(clause):
        return
    aimed = targets(scene, clause, at, extra) if _sided(clause, at, stance) else ()
    objects = {
        r.entity for o in clause.tree.children(clause.verb, "dobj") if (r := scene.of_token(clause.tree, o))
    }
    for subject in clause.subjects:
        if subject in objects:
            continue  # nobody accuses himself by name: the parser joined the verb to the wrong subject
        others = tuple(a for a in about if a != subject)
        target = tuple(t for t in aimed if t in others)
        yield Statement(subject, verb, verb_span, stance, others, span, target)


def _sided(clause: Clause, at: int, stance: Stance | None) -> bool:
    """Whether the stance is one that can be directed at its object: of the neutral ones, those that turn to it."""
    own = clause.tree.tokens[at].lemma.lower()
    words = vocabulary.load("stances")
    neutral = stance == "neutral" and own in words["neutral"]
    return not neutral or own in vocabulary.load("targets")["turning_to"]


def _everyday(clause: Clause) -> bool:
    """Whether a clause about nothing known is no stand: a person joined a club, she cut herself off."""
    tree = clause.tree
    reflexive = any(
        tree.tokens[o].text.lower().endswith(("self", "selves")) for o in tree.children(clause.verb, "dobj")
    )
    words = vocabulary.load("stances")
    lemma = tree.tokens[clause.verb].lemma.lower()
    chained = len(clause.chain) > 1
    unsaid = chained and lemma not in words["yielding"] and _base(tree, clause.verb, words)[0] is None
    return reflexive or unsaid or (not chained and not clause.negations and lemma in words["weak"])


def _stance(clause: Clause) -> tuple[Stance | None, int, tuple[int, ...]] | None:
    """The stance of a clause, the verb and the words beside it that make it; None if it takes no stand."""
    tree, words = clause.tree, vocabulary.load("stances")
    for at in reversed(clause.chain):
        base, extra = _base(tree, at, words)
        if (
            base is None
            and at == clause.verb
            and clause.negations
            and tree.tokens[at].lemma.lower() in words["yielding"]
        ):
            base = "for"
        if base is not None:
            denied = clause.negations if at == clause.verb else _denied_above(clause, at)
            return (None if clause.possible else _denied(base, denied)), at, extra
    if (
        clause.negations
        and tree.tokens[clause.chain[0]].lemma.lower() in words["negating"]
        and len(clause.chain) > 1
    ):
        return "against", clause.verb, ()
    return None


def _denied_above(clause: Clause, at: int) -> int:
    """Whether the governing verb itself is denied (“did not pledge to …”)."""
    return sum(bool(clause.tree.children(i, "neg")) for i in clause.chain[: clause.chain.index(at) + 1])


def _denied(base: Stance, negations: int) -> Stance:
    """What a denied stance shows: not to support is against; not to condemn is neither."""
    if negations == 0:
        return base
    return "against" if base == "for" and negations == 1 else "neutral"


def _base(tree: Tree, at: int, words: dict[str, Any]) -> tuple[Stance | None, tuple[int, ...]]:
    """A verb's own stance, with the words beside it that make it: none, a particle, a noun."""
    return _by_particle(tree, at, words) or _by_noun(tree, at, words["light"]) or _by_verb(tree, at, words)


def _by_particle(tree: Tree, at: int, words: dict[str, Any]) -> tuple[Stance, tuple[int, ...]] | None:
    """Called for, sided with: the preposition or particle decides."""
    stances = words["particles"].get(tree.tokens[at].lemma.lower(), {})
    hanging = [i for i in tree.children(at, "prep", "prt", "advmod") if at < i <= at + 4]
    for beside in sorted({*hanging, *range(at + 1, min(at + 2, len(tree.tokens)))}):
        stance = stances.get(tree.tokens[beside].text.lower())
        if stance is not None:
            return stance, (beside,)
    return None


def _by_noun(tree: Tree, at: int, light: dict[str, list[str]]) -> tuple[Stance, tuple[int, ...]] | None:
    """Voiced support, filed a complaint: the noun behind a light verb decides."""
    lemma = tree.tokens[at].lemma.lower()
    stances: tuple[Stance, ...] = ("for", "against")
    for noun in tree.children(at, "dobj"):
        word = tree.tokens[noun].lemma.lower()
        taken = word in light["taking"]
        fits = taken if lemma == "take" else lemma in light["verbs"] and not taken
        for stance in stances:
            if fits and word in light[stance]:
                return stance, (noun,)
    return None


def _by_verb(tree: Tree, at: int, words: dict[str, Any]) -> tuple[Stance | None, tuple[int, ...]]:
    stances: tuple[Stance, ...] = ("for", "against", "neutral")
    for stance in stances:
        if tree.tokens[at].lemma.lower() in words[stance] and _has_object(tree, at):
            return stance, ()
    return None, ()


def _has_object(tree: Tree, at: int) -> bool:
    """Whether the verb says of what: an object, a clause, a preposition, or a passive's subject."""
    if tree.tokens[at].lemma.lower() == "abstain":
        return True
    return bool(
        tree.children(at, "dobj", "ccomp", "xcomp", "nsubjpass", "dative", "oprd", "acomp", "prep")
    ) or tree.tokens[at].dep in {"acl", "relcl"}


def _about(scene: Scene, clause: Clause) -> tuple[str, ...]:
    """The entities in the object part of a clause, in order."""
    tree = clause.tree
    subject = (
        {i for head in clause.subject_heads for i in tree.subtree(head)} if not clause.passive else set()
    )
    inside = [i for i in _object_words(tree, clause) if i not in subject and not _goes_on(tree, i)]
    found = []
    for at in inside:
        resolved = scene.at(tree.sentence.paragraph, tree.tokens[at].start, tree.tokens[at].end)
        if resolved is not None and resolved.entity is not None:
            found.append(resolved.entity)
    return tuple(e for e in dict.fromkeys(found) if e not in clause.subjects)


def _goes_on(tree: Tree, at: int) -> bool:
    """Whether a name that the parser joined to the object is the next clause's subject."""
    return tree.tokens[at].dep == "conj" and tree.tokens[at].pos == "PROPN" and next_subject(tree, at)


def _object_words(tree: Tree, clause: Clause) -> list[int]:
    """The words that hang on the chain's verbs behind its subject, without circumstances of time and place."""
    found: list[int] = []
    for at in clause.chain:
        for child in tree.children(at):
            token = tree.tokens[child]
            aside = (
                (token.dep in _ASIDE and not _wished(tree, child))
                or _misplaced(tree, child)
                or (token.dep in {"conj", "cc"})
                or (token.dep == "nsubj")
            )
            where = (
                token.dep == "prep"
                and token.text.lower() in _WHERE
                and not (token.text.lower() == "at" and child <= at + 2)
            )
            if (
                child not in clause.chain
                and not aside
                and not leads(tree, clause, child)
                and not where
                and token.dep != "agent"
            ):
                found += tree.subtree(child, without=frozenset({"relcl"}))
    if clause.passive and tree.tokens[clause.verb].dep == "acl":
        found += tree.subtree(tree.tokens[clause.verb].head, without=frozenset({"acl", "relcl"}))
    return sorted(set(found))


def _wished(tree: Tree, child: int) -> bool:
    """The clause of “called for them to leave”."""
    return any(tree.tokens[m].text.lower() == "for" for m in tree.children(child, "mark"))


def _misplaced(tree: Tree, child: int) -> bool:
    """A name behind a comma that the parser took for the verb's object."""
    return tree.tokens[child].dep == "dobj" and tree.tokens[min(tree.subtree(child)) - 1].text == ","
