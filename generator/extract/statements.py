"""Statements: who rejected, welcomed, refused or pledged what, with the verb that shows it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.extract.clauses import Clause, Clauses, leads
from generator.extract.reading import reading_of
from generator.extract.scene import Scene
from generator.extract.stances import is_everyday, stance_of
from generator.extract.syntax import Tree
from generator.extract.targets import next_subject, targets
from generator.extract.turns import Told
from generator.knowledge import vocabulary
from generator.knowledge.wordlists import stance_words
from generator.model.entity import Resolution
from generator.model.statement import Quotation, Stance, Statement
from generator.model.text import Parsed, Span

_ASIDE = frozenset({"advcl", "npadvmod", "punct", "mark", "parataxis"})
_WHEN = frozenset({"during", "after", "before", "since", "following", "amid", "ahead"})
_WHERE = frozenset({"in", "at", "near", *_WHEN})


def find_statements(
    parsed: Parsed,
    resolution: Resolution,
    quotations: Sequence[Quotation],  # noqa: ARG001 - the stage's contract; the telling is read anew
) -> tuple[Statement, ...]:
    """Every stand that a resolved actor takes in the article's own telling, in order of the text.

    What is said inside quotations is their speakers' and makes no statement of the article's.
    """
    read = reading_of(parsed, resolution)
    told, scene, clauses = read.told, read.scene, read.clauses
    found = [
        s
        for sentence in told
        for clause in clauses.of(sentence)
        for s in _statements(scene, clauses, sentence, clause)
    ]
    return tuple(dict.fromkeys(found))


def _statements(scene: Scene, clauses: Clauses, told: Told, clause: Clause) -> Iterator[Statement]:
    taken = stance_of(clause)
    if taken is None:
        return
    stance, at, extra = taken
    span = clauses.span(told, clause)
    words = sorted({*clause.words, *extra, *(d for e in extra for d in clause.tree.children(e, "det"))})
    start, end = clause.tree.extent(words)
    verb_span = Span(span.article, span.paragraph, start, end)
    verb = clause.worded(words)
    about = _about(scene, clause)
    aimed = targets(scene, clause, at, extra)
    person = all(scene.entity(e).kind == "person" for e in clause.subjects)
    if is_everyday(clause, aimed=bool(aimed), named=bool(about), person=person):
        return
    aimed = aimed if _sided(clause, at, stance) else ()
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
    neutral = stance == "neutral" and own in stance_words("neutral")
    return not neutral or own in vocabulary.words("targets", "turning_to")


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
            before = token.dep == "prep" and child < at and not clause.passive
            where = before or (
                token.dep == "prep"
                and token.text.lower() in _WHERE
                and not (token.text.lower() == "at" and child <= at + 2)
                and not _backs(tree, child)
                and not _aims(tree, at, token.text.lower())
            )
            if (
                child not in clause.chain
                and not aside
                and not leads(tree, clause, child)
                and not where
                and token.dep != "agent"
            ):
                found += _told_in(tree, child, clause)
    if clause.passive and tree.tokens[clause.verb].dep == "acl":
        found += tree.subtree(tree.tokens[clause.verb].head, without=frozenset({"acl", "relcl"}))
    return sorted(set(found))


def _backs(tree: Tree, prep: int) -> bool:
    """Whether “in” leads to a stand: in support of X, in opposition to X."""
    backing = vocabulary.load("stances")["states"]["backing"]
    return any(tree.tokens[n].lemma.lower() in backing for n in tree.children(prep, "pobj"))


def _aims(tree: Tree, at: int, prep: str) -> bool:
    """Whether a preposition leads from the verb's noun to what it is directed at: took a swipe at X."""
    links = vocabulary.load("targets")["links"]
    return any(prep in links.get(tree.tokens[o].lemma.lower(), ()) for o in tree.children(at, "dobj"))


def _told_in(tree: Tree, at: int, clause: Clause) -> list[int]:
    """A word of the object and what hangs on it, without what clauses within tell of others, and when."""
    found = [at]
    for child in tree.children(at):
        token = tree.tokens[child]
        own = (
            token.dep in {"acl", "ccomp", "pcomp"}
            and at not in clause.chain
            and tree.own_subject(child) is not None
        )
        when = token.dep == "prep" and token.text.lower() in _WHEN
        if token.dep != "relcl" and not own and not when:
            found += _told_in(tree, child, clause)
    return found


def _wished(tree: Tree, child: int) -> bool:
    """The clause of “called for them to leave”."""
    return any(tree.tokens[m].text.lower() == "for" for m in tree.children(child, "mark"))


def _misplaced(tree: Tree, child: int) -> bool:
    """A name behind a comma, or a saying behind a colon, that the parser took for the verb's object."""
    before = tree.tokens[min(tree.subtree(child)) - 1].text
    return (tree.tokens[child].dep == "dobj" and before == ",") or _behind_colon(tree, child)


def _behind_colon(tree: Tree, child: int) -> bool:
    """Whether a colon parts a clause from the verb that it hangs on."""
    between = range(min(tree.tokens[child].head, child), child)
    return tree.tokens[child].dep == "ccomp" and any(tree.tokens[i].text == ":" for i in between)
