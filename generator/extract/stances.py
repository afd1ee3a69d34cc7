"""Which stand a clause takes: the verb, or the noun or particle beside it, that shows it, and what denies it.

Verbs that only look like a stand are told apart by what stands beside them: “insisted that it was late” asserts,
“asked whether” asks, “work against the clock” is an idiom, “declined to comment” keeps silent.
"""

from __future__ import annotations

from generator.extract.clauses import Clause
from generator.extract.syntax import Tree
from generator.knowledge import vocabulary
from generator.knowledge.wordlists import stance_words
from generator.model.statement import Stance

Shown = tuple[Stance, tuple[int, ...]]
_STANCES: tuple[Stance, ...] = ("for", "against", "neutral")
_ADVERBS = frozenset({"in", "out", "off", "down", "back", "up"})  # no preposition with an object of its own
_NOT_INDICATIVE = frozenset({"VB", "VBP"})


def stance_of(clause: Clause) -> tuple[Stance | None, int, tuple[int, ...]] | None:
    """The stance, the verb of the chain that makes it and the words beside it that do; None if there is none."""
    if _is_silent(clause):
        return None
    for at in reversed(clause.chain):
        shown = shown_by(clause.tree, at) or _denied_yielding(clause, at)
        if shown is not None:
            base, beside = shown
            if _is_trade(clause, at) or _leaves_open(clause, at, beside):
                return None
            if _is_threatened(clause, at, beside):
                return (None if clause.possible else "neutral"), at, beside
            return (None if clause.possible else _denied(base, _denials(clause, at))), at, beside
    first = _lemma(clause.tree, clause.chain[0])
    if clause.negations and len(clause.chain) > 1 and first in stance_words("refusing"):
        return "against", clause.verb, ()
    return None


def _is_threatened(clause: Clause, at: int, beside: tuple[int, ...]) -> bool:
    """Whether a measure is only threatened, which presses and may never come: “threatened to impose tariffs unless …”."""
    before = clause.chain[: clause.chain.index(at)]
    measure = any(clause.tree.tokens[i].dep == "dobj" for i in beside)
    return measure and any(_lemma(clause.tree, i) == "threaten" for i in before)


def is_everyday(clause: Clause, *, aimed: bool, named: bool, person: bool) -> bool:
    """Whether a clause is no stand because nobody is meant by it: a person joined a club, she cut herself off.

    `aimed`: it is directed at somebody known; `named`: its words name somebody; `person`: a person does it.
    """
    tree, lemma = clause.tree, _lemma(clause.tree, clause.verb)
    bound = any(
        _lemma(tree, at) in {*stance_words("binding"), *stance_words("refusing")} for at in clause.chain[:-1]
    )
    if is_spurring(tree, clause.verb):
        return not named
    if lemma in stance_words("weak") and not bound:
        own = person and lemma in stance_words("personal")
        meant = aimed or (not person and (named or clause.negations > 0))
        return own or not (meant or (person and lemma in stance_words("verbal")))
    if named:
        return False
    reflexive = any(
        tree.tokens[o].text.lower().endswith(("self", "selves")) for o in tree.children(clause.verb, "dobj")
    )
    plain = (
        len(clause.chain) == 1 or lemma in stance_words("yielding") or shown_by(tree, clause.verb) is not None
    )
    return reflexive or not (plain or bound)


def shown_by(tree: Tree, at: int) -> Shown | None:
    """What a verb shows by itself, with a particle or preposition, or with its noun; with the words that do."""
    return _by_state(tree, at) or _by_particle(tree, at) or _by_noun(tree, at) or _by_verb(tree, at)


def _lemma(tree: Tree, at: int) -> str:
    return tree.tokens[at].lemma.lower()


def _by_state(tree: Tree, at: int) -> Shown | None:
    """Is opposed to, is against, is in favour of; spoke out in support of: a word behind the verb decides."""
    states, lemma = vocabulary.load("stances")["states"], _lemma(tree, at)
    if lemma in states["verbs"]:
        for word in tree.children(at, "acomp", "oprd"):
            for prep in tree.children(word, "prep"):
                stance = states["adjectives"].get(tree.tokens[word].text.lower(), {}).get(_lemma(tree, prep))
                if stance is not None:
                    return stance, (prep, word)
        for prep in tree.children(at, "prep"):
            if _lemma(tree, prep) == "against" and prep == at + 1 and tree.children(prep, "pobj"):
                return "against", (prep,)
    if lemma in states["verbs"] or lemma in states["speaking"]:
        return _by_backing(tree, at, states["backing"])
    return None


def _by_backing(tree: Tree, at: int, backing: dict[str, Stance]) -> Shown | None:
    """In favour of, in support of, in opposition to."""
    for into in tree.children(at, "prep"):
        for noun in tree.children(into, "pobj") if _lemma(tree, into) == "in" else ():
            links = [p for p in tree.children(noun, "prep") if tree.tokens[p].text.lower() in {"of", "to"}]
            if _lemma(tree, noun) in backing and links:
                return backing[_lemma(tree, noun)], (links[0], into, noun)
    return None


def _by_particle(tree: Tree, at: int) -> Shown | None:
    """Called for, sided with: the preposition or particle decides."""
    stances = vocabulary.load("stances")["particles"].get(_lemma(tree, at), {})
    hanging = [i for i in tree.children(at, "prep", "prt", "advmod") if at < i <= at + 4]
    for beside in sorted({*hanging, *range(at + 1, min(at + 2, len(tree.tokens)))}):
        stance = stances.get(tree.tokens[beside].text.lower())
        if stance is not None and not _is_circumstance(tree, beside) and _asks_for(tree, at, beside):
            return stance, (beside,)
    return None


def _is_circumstance(tree: Tree, beside: int) -> bool:
    """Whether what looks like a particle says where or how long (“gave in Leeds”, “pushed for weeks”), or is an idiom."""
    objects = tree.children(beside, "pobj")
    if tree.tokens[beside].text.lower() in _ADVERBS:
        return bool(objects)
    return any(_lemma(tree, o) in stance_words("circumstances") for o in objects)


def _asks_for(tree: Tree, at: int, beside: int) -> bool:
    """Whether “called on X” goes on to say for what; else it was a visit or an order."""
    if _lemma(tree, at) != "call" or tree.tokens[beside].text.lower() not in {"on", "upon"}:
        return True
    wanted = [i for i in range(beside + 1, len(tree.tokens)) if tree.tokens[i].text.lower() in {"to", "for"}]
    return bool(wanted)


def _by_noun(tree: Tree, at: int) -> Shown | None:
    """Voiced support, filed a complaint: the noun behind a light verb decides."""
    light, lemma = vocabulary.load("stances")["light"], _lemma(tree, at)
    for noun in tree.children(at, "dobj"):
        word = _lemma(tree, noun)
        if lemma in light["ending"] and word in light["ended"]:
            return "against", (noun,)
        makes = ["make"] if word in light["making"] else []
        if lemma not in (["take"] if word in light["taking"] else [*light["verbs"], *makes]):
            continue
        for stance in _STANCES[:2]:
            if word in light[stance]:
                return stance, (noun,)
    return None


def _by_verb(tree: Tree, at: int) -> Shown | None:
    lemma = _lemma(tree, at)
    if is_spurring(tree, at):
        return "neutral", ()
    if lemma == "join" and _does_alike(tree, at):
        return None
    if tree.children(at, "prt") or not _has_object(tree, at) or _only_tells(tree, at):
        return None  # with a particle that is not listed a verb means something else: “backed out”
    return next(((stance, ()) for stance in _STANCES if lemma in stance_words(stance)), None)


def is_spurring(tree: Tree, at: int) -> bool:
    """Whether a verb says what another is to do, and takes no side: “encouraged readers to write”."""
    wanted = (i for i in tree.children(at, "xcomp", "ccomp") if i > at)
    return _lemma(tree, at) in stance_words("spurring") and any(_has_to(tree, i) for i in wanted)


def _does_alike(tree: Tree, at: int) -> bool:
    """Whether somebody only does what another does: “joined Norway in raising rates”."""
    return any(
        tree.tokens[p].text.lower() == "in" and tree.children(p, "pcomp") for p in tree.children(at, "prep")
    )


def _has_object(tree: Tree, at: int) -> bool:
    """Whether the verb says of what: an object, a clause, a preposition, or a passive's subject."""
    token = tree.tokens[at]
    if token.lemma.lower() == "abstain":
        return True
    if _is_suffered(tree, at):
        return False
    below = tree.children(
        at, "dobj", "ccomp", "xcomp", "nsubjpass", "dative", "oprd", "acomp", "prep", "agent"
    )
    return bool(below) or (token.dep == "acl" and token.tag == "VBN") or token.dep == "relcl"


def _is_suffered(tree: Tree, at: int) -> bool:
    """Whether a headline's past form is a passive: “Minister slammed for attack”, “Senator praised over deal”."""
    token = tree.tokens[at]
    told = tree.children(at, "dobj", "dative", "ccomp", "xcomp", "aux", "auxpass", "agent")
    why = [
        i
        for i in tree.children(at, "prep")
        if tree.tokens[i].text.lower() in {"for", "over", "after", "amid"}
    ]
    alone = token.lemma.lower() in stance_words("alone")
    return (
        token.tag in {"VBD", "VBN"}
        and token.dep not in {"acl", "relcl"}
        and bool(why)
        and not told
        and not alone
    )


def _only_tells(tree: Tree, at: int) -> bool:
    """Whether a verb only asserts, asks or quotes what follows: “insisted it was late”, “asked whether …”."""
    lemma = _lemma(tree, at)
    if tree.children(at, "dobj", "dative") and lemma != "ask":
        return False
    clauses = tree.children(at, "ccomp")
    if lemma == "ask":
        return not any(_has_to(tree, i) for i in tree.children(at, "xcomp", "ccomp")) and bool(
            clauses or not tree.children(at, "dobj", "nsubjpass")
        )
    return (
        lemma in stance_words("asserting") and bool(clauses) and not any(_is_wanted(tree, i) for i in clauses)
    )


def _has_to(tree: Tree, verb: int) -> bool:
    return any(tree.tokens[i].tag == "TO" for i in tree.children(verb, "aux"))


def _is_wanted(tree: Tree, verb: int) -> bool:
    """Whether a clause says what should be: “that it stop”, “it must go”."""
    modals = {tree.tokens[i].text.lower() for i in tree.children(verb, "aux")}
    after = verb > 0 and any(i < verb for i in tree.children(verb, "nsubj", "nsubjpass"))
    return bool(modals & {"must", "should", "be"}) or (
        after and tree.tokens[verb].tag in _NOT_INDICATIVE and not modals
    )


def _denied_yielding(clause: Clause, at: int) -> Shown | None:
    """Will not bend: the verbs that are a stand only when denied."""
    denied = at == clause.verb and clause.negations > 0
    return ("for", ()) if denied and _lemma(clause.tree, at) in stance_words("yielding") else None


def _denials(clause: Clause, at: int) -> int:
    """How often the verb that makes the stance is denied: “proposed nothing”, “did not pledge to …”."""
    tree = clause.tree
    nothing = any(_lemma(tree, o) == "nothing" for o in tree.children(at, "dobj"))
    if at == clause.verb:
        return clause.negations + nothing
    return sum(bool(tree.children(i, "neg")) for i in clause.chain[: clause.chain.index(at) + 1])


def _denied(base: Stance, negations: int) -> Stance:
    """What a denied stance shows: not to support is against; not to condemn is neither."""
    if negations == 0:
        return base
    return "against" if base == "for" and negations == 1 else "neutral"


def _is_silent(clause: Clause) -> bool:
    """Whether somebody only says nothing, or the verb does: “declined to comment”, “threatened to do”."""
    governing = {*stance_words("negating"), *stance_words("binding")}
    if len(clause.chain) < 2 or _lemma(clause.tree, clause.chain[0]) not in governing:
        return False
    return _lemma(clause.tree, clause.verb) in stance_words("silence")


def _is_trade(clause: Clause, at: int) -> bool:
    """Whether it is a deal: “agreed to buy”, “plans to sell”."""
    bound = _lemma(clause.tree, at) in stance_words("binding")
    return at != clause.verb and not bound and _lemma(clause.tree, clause.verb) in stance_words("trading")


def _leaves_open(clause: Clause, at: int, beside: tuple[int, ...]) -> bool:
    """Whether somebody only does not know: “could not rule out that …”."""
    tree = clause.tree
    words = (_lemma(tree, at), *(tree.tokens[i].text.lower() for i in beside))
    able = {tree.tokens[i].text.lower() for i in tree.children(at, "aux")} & {"can", "could", "ca"}
    return words == ("rule", "out") and bool(tree.children(at, "ccomp") or (able and clause.negations))
