"""Relations: actor, verb, actor, where the grammar of one clause joins them."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from generator.extract.clauses import Clause, Clauses
from generator.extract.reading import reading_of
from generator.extract.relation_ends import does, ends, is_acted_on, is_owned
from generator.extract.scene import Scene
from generator.extract.syntax import Tree
from generator.extract.verbs import is_finite
from generator.knowledge import vocabulary
from generator.knowledge.wordlists import cue_words
from generator.model.entity import Resolution
from generator.model.statement import Relation
from generator.model.text import Parsed

_JOINING = frozenset({"to", "with", "against"})  # “cut ties with” joins the verb's actor and the noun's
_WHERE = frozenset(
    {
        "in",
        "at",
        "near",
        "from",
        "during",
        "after",
        "before",
        "since",
        "amid",
        "by",
        "like",
        "including",
        "as",
        "through",
        "via",
        "within",
        "inside",
        "outside",
        "throughout",
        "across",
        "under",
        "until",
        "between",
        "among",
    }
)


def find_relations(parsed: Parsed, resolution: Resolution) -> tuple[Relation, ...]:
    """What one resolved actor does to, with or about another, in order of the text.

    The other is the verb's object, its prepositional object, or the owner of its object (“rejected the
    call of …”). What somebody merely says of another is a quotation or a statement, not a relation.
    """
    read = reading_of(parsed, resolution)
    told, scene, clauses = read.told, read.scene, read.clauses
    found = [
        Relation(subject, verb, other, clauses.span(sentence, clause))
        for sentence in told
        for clause in clauses.of(sentence)
        for verb, other in _objects(scene, clauses, clause)
        for subject in clause.subjects
        if subject != other
    ]
    return tuple(dict.fromkeys(found))


def _objects(scene: Scene, clauses: Clauses, clause: Clause) -> Iterator[tuple[str, str]]:
    """The verb's wording and the actor at its other end."""
    if not _tells(clause):
        return
    patients = _patients(clause)
    if clause.tree.tokens[clause.verb].lemma.lower() != "call":
        acted_on = (n for n in patients if is_acted_on(clause.tree, clause.verb, n))
        for noun in acted_on:
            yield from _noun(scene, clauses, clause, noun)
    if _is_whole(clause, patients):
        for prep, noun in _linked(clause, patients):
            if does(clause.tree, prep, noun):
                continue
            words = f"{_wording(clause, patients)} {clause.tree.tokens[prep].text.lower()}"
            yield from ((words, other) for other in _actors(scene, clauses, clause.tree, noun))


def _patients(clause: Clause) -> list[int]:
    """The nouns that the verb does something to."""
    tree, verb = clause.tree, clause.verb
    if clause.passive and tree.tokens[verb].dep == "acl":
        return [tree.tokens[verb].head]
    return tree.children(verb, "nsubjpass") if clause.passive else objects(tree, verb)


def _linked(clause: Clause, patients: list[int]) -> Iterator[tuple[int, int]]:
    """The prepositions on the verb or on its object that lead on to somebody, with the noun behind them."""
    tree, verb = clause.tree, clause.verb
    free = [n for n in patients if not is_owned(tree, n)]
    joined = [p for n in free for p in tree.children(n, "prep") if tree.tokens[p].text.lower() in _JOINING]
    for prep in [*tree.children(verb, "prep"), *_given(tree, verb), *joined]:
        if _links(tree, verb, prep, patients) and not (
            _asked(tree, patients) or _is_second(tree, prep, verb, free)
        ):
            yield from ((prep, noun) for noun in tree.children(prep, "pobj"))


def _is_second(tree: Tree, prep: int, verb: int, nouns: list[int]) -> bool:
    """Whether the same preposition led on before: “is serving ten years for fraud for X” is not “serving ten years for X”."""
    word = tree.tokens[prep].text.lower()
    before = (p for at in (verb, *nouns) for p in tree.children(at, "prep", "dative") if verb < p < prep)
    return any(tree.tokens[p].text.lower() == word for p in before)


def _tells(clause: Clause) -> bool:
    """Whether subject and verb make a clause that is told as a fact, and that is more than something said."""
    tree, lemma = clause.tree, clause.tree.tokens[clause.verb].lemma.lower()
    told = is_finite(tree, clause.chain[0]) or clause.passive
    return told and not clause.possible and lemma not in _sayings() and lemma not in _HALF


def _is_whole(clause: Clause, patients: list[int]) -> bool:
    """Whether the verb’s wording leaves out no object: “likened X to Y” is not “likened to Y”."""
    if clause.passive:
        return (
            clause.tree.tokens[clause.verb].dep != "acl"
        )  # of “a poll conducted by X for Y” no “conducted for” is left
    gap = clause.tree.tokens[clause.verb].dep == "relcl" and not any(
        clause.tree.tokens[s].tag in {"WP", "WDT"} for s in clause.tree.children(clause.chain[0], "nsubj")
    )
    return not gap and all(
        clause.tree.tokens[p].pos == "NOUN" for p in patients if not _is_receiver(clause.tree, p)
    )


def _is_receiver(tree: Tree, noun: int) -> bool:
    return tree.tokens[noun].dep == "dative"


def _links(tree: Tree, verb: int, prep: int, patients: list[int]) -> bool:
    """Whether a preposition leads to the other actor, not to a place, a time or a stage."""
    word = tree.tokens[prep].text.lower()
    staged = word == "on" and not patients and tree.tokens[verb].lemma.lower() not in _RELYING
    return word not in _WHERE and prep > verb and not staged and not _moves(tree, verb)


#: Verbs whose “on” names whom they turn to; behind others it names a stage: sat on a panel, spoke on a channel.
_RELYING = frozenset("bear call count depend focus frown lean prey prevail press rely spy turn wait".split())

#: Verbs that say little without the words that complete them: got X out of the way, likened X to Y.
_HALF = frozenset(
    "attribute bring cause compare get keep let liken link look make prefer put set take talk think tie turn want".split()
)


def _asked(tree: Tree, patients: list[int]) -> bool:
    """Whether an object begins a question that is left out: “discussed how attitudes to X have changed”."""
    return any(
        tree.tokens[i].tag in {"WRB", "WP", "WDT"} for p in patients for i in tree.subtree(p) if i <= p
    )


def _given(tree: Tree, verb: int) -> list[int]:
    """The “to” of “sold drones to …”."""
    return [i for i in tree.children(verb, "dative") if tree.tokens[i].tag in {"IN", "TO"}]


def objects(tree: Tree, verb: int) -> list[int]:
    """The verb's objects, but no name behind a comma that the parser hung there for want of a better place."""
    return [
        o for o in tree.children(verb, "dobj", "dative") if tree.tokens[min(tree.subtree(o)) - 1].text != ","
    ]


@cache
def _sayings() -> frozenset[str]:
    return (cue_words("report") | _PORTRAYING | _HOLDING | {"be", "have", "become"}) - _MEANT


#: Verbs that tell what something has in it.
_HOLDING = frozenset({"include", "involve", "contain", "comprise", "mean", "feature"})


_PORTRAYING = frozenset(
    {
        "describe",
        "portray",
        "depict",
        "characterise",
        "characterize",
        "term",
        "label",
        "dub",
        "see",
        "view",
        "do",
        "play",
    }
)


def _moves(tree: Tree, verb: int) -> bool:
    """Whether the verb only says where somebody went."""
    return tree.tokens[verb].lemma.lower() in _MOTION and not tree.children(verb, "dobj")


_MOTION = frozenset(
    "amount arrive come date depart drive emigrate extend fall flee fly get go head move relocate return run sail spread stretch travel walk".split()
)

#: Verbs of reporting that do something to the one they name.
_MEANT = frozenset(
    {"tell", "warn", "accuse", "promise", "inform", "deny", "acknowledge", "emphasize", "announce"}
)


def _noun(scene: Scene, clauses: Clauses, clause: Clause, noun: int) -> Iterator[tuple[str, str]]:
    tree = clause.tree
    direct = _actors(scene, clauses, tree, noun)
    told = tree.tokens[clause.verb].lemma.lower() == "tell"
    given = tree.children(clause.verb, "dobj") if _is_receiver(tree, noun) else []
    for other in direct:
        if told and scene.entity(other).kind == "organisation":
            continue  # told a newspaper
        if not given:
            yield clause.wording, other
        elif tree.tokens[given[0]].pos == "NOUN" and not told:
            yield f"{_wording(clause, given)} to", other
    if not direct and tree.tokens[clause.verb].lemma.lower() not in {"tell", "ask"}:
        # of a title in capitals nobody is the owner: NBC’s “Today”; nor of a name owned by another: X’s Achilles’ heel
        owned = tree.tokens[noun].pos == "NOUN" and tree.tokens[noun].text[:1].islower()
        owners = [o for o in tree.children(noun, "poss") if owned and not tree.children(o, "poss")]
        for owner in owners:
            for other in _actors(scene, clauses, tree, owner):
                yield f"{clause.wording} the {_thing(tree, noun)} {_owned(tree, noun)}", other


def _thing(tree: Tree, noun: int) -> str:
    """A noun with the nouns before it that make its name: peace plan, war machine."""
    before = [i for i in tree.children(noun, "compound") if i < noun and tree.tokens[i].text != "%"]
    return tree.words([*before, noun])


def _owned(tree: Tree, noun: int) -> str:
    """The word between a thing and its owner: “the plan of”, but “the criticism by”, for “of” names whom it befalls."""
    words = {tree.tokens[noun].lemma.lower(), tree.tokens[noun].text.lower()}
    befalls = words & (vocabulary.words("targets", "deeds") | vocabulary.words("targets", "turned"))
    return "by" if befalls else "of"


def _wording(clause: Clause, patients: list[int]) -> str:
    """The verb with a short object that belongs to it: “signed a deal” with."""
    tree = clause.tree
    patients = [p for p in patients if tree.tokens[p].dep == "dobj"]
    if clause.passive or len(patients) != 1 or tree.tokens[patients[0]].pos != "NOUN":
        return clause.wording
    before = [
        i
        for i in tree.subtree(patients[0], without=frozenset({"prep", "relcl", "acl", "appos", "conj", "cc"}))
        if i <= patients[0]
    ]
    return f"{clause.wording} {tree.words(before)}"


def _actors(scene: Scene, clauses: Clauses, tree: Tree, noun: int) -> list[str]:
    """The actors that a noun and those joined to it stand for; pronouns are left out."""
    found: list[str] = []
    for at in ends(tree, noun):
        if tree.tokens[at].pos == "PRON":
            continue
        found += [entity for entity in clauses.actors(tree, at) if scene.can_act(entity)]
    return found
