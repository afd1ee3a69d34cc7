"""Where a name's role stands: before it, after it between commas, around it, after “is”."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.extract.role_doubts import is_certain, is_label, is_likened, is_opinion
from generator.extract.role_phrases import ASIDES, phrase
from generator.extract.syntax import Tree, is_verb
from generator.knowledge.wordlists import role_words
from generator.model.text import Span

_MODIFIERS = frozenset({"ADJ", "NOUN", "PROPN", "ADP", "PART", "NUM", "PUNCT", "ADV", "VERB", "X", "DET"})
WORD_LIMIT = 14


def places_of(
    tree: Tree, at: int, span: Span, nouns: frozenset[str], names: Sequence[Span]
) -> Iterator[tuple[int, int, str]]:
    """Where a role may stand: before the name, after it between commas, around it, after “is”.

    `names` are the other names of the paragraph: no role ends within one.
    """
    before = _before(tree, span, nouns)
    if before:
        yield *before, "title before the name"
    for other in tree.children(at, "appos"):
        named = tree.tokens[other].pos == "PROPN" and not _is_role(tree, other, nouns)  # the next of a list
        if (
            tree.tokens[other].tag != "NNS"
            and not named
            and not is_likened(tree, at)
            and not is_label(tree, at, other)
            and not any(
                at < c < other for c in tree.children(at, "conj")
            )  # “X and Y, a writer,” is said of Y
        ):
            yield *phrase(tree, other), "apposition after the name"
            for second in _seconds(tree, other, nouns):
                yield *phrase(tree, second), "apposition after the name"
    yield from _apposed_to(tree, at, span, nouns)
    flat = _flat_before(tree, span, nouns)
    if flat:
        yield *flat, "apposition before the name"
    if not is_likened(tree, at):
        yield from _flat_after(tree, span, nouns, names)
    yield from _is(tree, at, nouns)


def _apposed_to(tree: Tree, at: int, span: Span, nouns: frozenset[str]) -> Iterator[tuple[int, int, str]]:
    """The role that a name stands beside: “the mayor of Lima, X”; none of a list of offices."""
    above = tree.tokens[at].head
    if (
        tree.tokens[at].dep != "appos"
        or tree.tokens[above].end > span.start
        or not _heads(tree, above, nouns)
    ):
        return
    start, end = phrase(tree, above)
    if not _is_listed(tree, min(tree.subtree(above, without=ASIDES)), nouns):
        yield start, min(end, span.start), "apposition before the name"


def _heads(tree: Tree, at: int, nouns: frozenset[str]) -> bool:
    """Whether a noun is a role's own, and no name: not the users of “users of the site X”, nor a name before a name."""
    return _is_role(tree, at, nouns) and tree.tokens[at].tag not in {"NNS", "NNPS"}


def _seconds(tree: Tree, first: int, nouns: frozenset[str]) -> list[int]:
    """The roles joined to one by “and”, each with an article of its own."""
    found = [c for c in tree.conjuncts(first)[1:] if _heads(tree, c, nouns)]
    return [
        c
        for c in found
        if any(tree.tokens[d].text.lower() in {"a", "an", "the"} for d in tree.children(c, "det"))
    ]


def _before(tree: Tree, span: Span, nouns: frozenset[str]) -> tuple[int, int] | None:
    """The words of the same phrase before the name, if the last of them is a role's noun or an office."""
    first = next((i for i, t in enumerate(tree.tokens) if t.start >= span.start), None)
    if not first:
        return None
    start = first
    while start and (_premodifies(tree, start - 1) or _leads_on(tree, start - 1, first)):
        start -= 1
    if start and tree.tokens[start - 1].pos == "PART" and tree.tokens[start - 1].text.lower() == "to":
        start += 1  # “to greet Senator N”
    start = _own_start(tree, start, first, span)
    while start < first - 1 and tree.tokens[start].tag == "DT":
        start += 1
    if first - start > 1 and _is_object_of_name(tree, start, span):
        start += 1
    words = [i for i in range(start, first) if _is_role(tree, i, nouns)]
    if not words or tree.tokens[first - 1].pos not in {"NOUN", "PROPN", "ADJ"}:
        return None
    if max(words) < first - 1 and not _office(tree, max(words), first):
        return None
    start = _with_first(tree, start, first, nouns)
    return tree.tokens[start].start, tree.tokens[first - 1].end


def _leads_on(tree: Tree, at: int, first: int) -> bool:
    """Whether “and” or “of” stands within what tells the role apart: “trade and energy minister N”, “University of Lima dean N”."""
    token = tree.tokens[at]
    if at == 0 or token.text.lower() not in {"and", "&", "of"}:
        return False
    before = tree.tokens[at - 1]
    led = before.dep in {"nmod", "compound", "amod"} and token.head == at - 1 and before.head > at
    if led and token.text != "of":
        beside = tree.tokens[at + 1].head == at - 1 and tree.tokens[at + 1].pos == before.pos
        led = beside or _is_role(tree, at - 1, role_words("nouns"))
    kinds = token.text != "of" and before.pos == tree.tokens[at + 1].pos == "ADJ" and at + 1 < first
    return led or kinds


def _with_first(tree: Tree, start: int, first: int, nouns: frozenset[str]) -> int:
    """Where two common nouns joined before a name begin: “the actress and activist X”."""
    at = start - 2
    joined = at >= 0 and tree.tokens[start - 1].text == "and" and tree.tokens[at].tag == "NN"
    if not joined or not tree.tokens[first - 1].text.islower() or not _is_role(tree, at, nouns):
        return start
    while at and _premodifies(tree, at - 1):
        at -= 1
    return at + (tree.tokens[at].tag == "DT")


def _own_start(tree: Tree, start: int, first: int, span: Span) -> int:
    """Where the words begin that belong to the name: behind another noun of the sentence, at “former” if it is there."""
    end = next((i for i, t in enumerate(tree.tokens) if t.start >= span.end), len(tree.tokens))
    nouns = [i for i in range(start, first) if _is_role(tree, i, role_words("nouns"))]
    ranks = role_words("ranks")
    last = max(
        (i for i in nouns if tree.tokens[i].text.lower() not in ranks), default=max(nouns, default=start)
    )
    for i in range(start, min(last, first - 1)):
        token = tree.tokens[i]
        if (
            token.text == "former"
            or token.text in _ANYBODY
            or (token.dep in _PLACED and token.head not in range(start, end))
        ):
            start = i if token.text == "former" else i + 1
    return start


#: “The only person President N trusts” is not he.
_ANYBODY = frozenset({"person", "people", "man", "woman", "way", "time", "day", "reason", "thing"})

#: What a noun is that has a place of its own in the sentence, beside the name's.
_PLACED = frozenset({"attr", "dobj", "pobj", "nsubj", "nsubjpass", "dative"})


def _is_object_of_name(tree: Tree, noun: int, span: Span) -> bool:
    """The network, in “the network President Smith founded”: what the one named does something to."""
    verb = next((i for i, t in enumerate(tree.tokens) if t.start >= span.end), noun)
    opens = noun > 0 and tree.tokens[noun - 1].tag == "DT" and tree.tokens[noun].text.islower()
    bare = not tree.children(verb, "dobj", "ccomp", "xcomp", "acomp", "attr", "prep")
    titled = tree.tokens[noun + 1].text[:1].isupper()
    return opens and titled and is_verb(tree.tokens[verb]) and tree.tokens[verb].dep != "ROOT" and bare


def _office(tree: Tree, at: int, first: int) -> bool:
    """Whether the words behind a role's noun belong to it: Secretary of State, Minister for Trade."""
    rest = tree.tokens[at + 1 : first]
    return (
        bool(rest)
        and rest[0].lemma.lower() in {"of", "for"}
        and len(rest) <= 6
        and all(t.pos != "VERB" for t in rest)
    )


def _premodifies(tree: Tree, at: int) -> bool:
    token = tree.tokens[at]
    if token.text in {*',;:()“”"—–'} or token.lemma.lower() in role_words("address"):
        return False
    if token.text == "-":
        return at > 0 and tree.tokens[at - 1].end == token.start
    if token.text == "/" or token.pos in {"ADJ", "NOUN", "PROPN", "NUM"} or token.tag == "POS":
        return True
    if token.tag in {"VBN", "VBG", "JJ"} and token.dep in {"amod", "compound"}:
        return True
    if token.lemma.lower() in {"of", "for"}:
        return (
            at > 0 and _is_role(tree, at - 1, role_words("nouns")) and tree.tokens[at - 1].text[:1].isupper()
        )
    return (
        token.lemma.lower() in {"the", "and", "&"}
        and at > 0
        and tree.tokens[at - 1].lemma.lower() in {"of", "for"}
    )


def _is_role(tree: Tree, at: int, nouns: frozenset[str]) -> bool:
    token = tree.tokens[at]
    low = token.text.lower()
    named = low in nouns or low.rstrip("s") in nouns or low.endswith(tuple(role_words("endings")))
    return named and not _is_tail(tree, at, nouns) and (at == 0 or token.tag not in {"VBD", "VBZ", "VBP"})


def _is_tail(tree: Tree, at: int, nouns: frozenset[str]) -> bool:
    """Whether a word only ends an adjective: right-wing, pro-state, 12-nation."""
    if at > 1 and f"{tree.tokens[at - 2].text}-{tree.tokens[at].text}".lower() in nouns:
        return False
    joined = at > 1 and tree.tokens[at - 1].text == "-" and tree.tokens[at - 1].end == tree.tokens[at].start
    return joined and (tree.tokens[at - 2].pos == "NUM" or nouns == role_words("bodies"))


def _flat_before(tree: Tree, span: Span, nouns: frozenset[str]) -> tuple[int, int] | None:
    """“his commissioner for …, Name”, where the parser did not see the apposition."""
    first = next((i for i, t in enumerate(tree.tokens) if t.start >= span.start), 0)
    if first < 3 or tree.tokens[first - 1].text != "," or tree.tokens[first - 2].pos not in {"NOUN", "PROPN"}:
        return None
    after = next((t.text for t in tree.tokens if t.start >= span.end), ".")
    start = first - 2
    while (
        start
        and tree.tokens[start].tag not in {"DT", "PRP$"}
        and tree.tokens[start].pos in _MODIFIERS - {"PUNCT", "VERB"}
    ):
        start -= 1
    opens = tree.tokens[start].tag in {"DT", "PRP$"}
    head = next(
        (
            i
            for i in range(start, first - 1)
            if tree.tokens[i].pos in {"NOUN", "PROPN"} and _is_role(tree, i, nouns)
        ),
        None,
    )
    if not opens or _is_listed(tree, start, nouns) or head is None or after not in {",", ".", ";", "—", ")"}:
        return None
    if any(tree.tokens[i].pos == "ADP" for i in range(start, head)) or tree.tokens[head].tag == "NNS":
        return None
    return tree.tokens[start].start, tree.tokens[first - 2].end


def _is_listed(tree: Tree, start: int, nouns: frozenset[str]) -> bool:
    """Whether another role stands before the comma before one: “the president, the vice president, X”."""
    listed = start > 1 and tree.tokens[start - 1].text == "," and _is_role(tree, start - 2, nouns)
    return listed and bool(tree.children(start - 2, "det"))


def _flat_after(
    tree: Tree, span: Span, nouns: frozenset[str], names: Sequence[Span]
) -> Iterator[tuple[int, int, str]]:
    """“…, the secretary of …,” right behind the name, where the parser did not see the apposition."""
    behind = [i for i, t in enumerate(tree.tokens) if t.start >= span.end][: WORD_LIMIT + 2]
    if len(behind) < 3 or tree.tokens[behind[0]].text != ",":
        return
    start = behind[1]
    if tree.tokens[start].text.lower() in {"who", "which"} and tree.tokens[behind[2]].lemma == "be":
        start = behind[3] if len(behind) > 3 else start
    ends = (i for i in behind if i > start and _ends_aside(tree, i))
    stop = next(
        (i for i in ends if not any(n.start < tree.tokens[i].start < n.end for n in names)), behind[-1]
    )
    found = [i for i in range(start, stop) if _is_role(tree, i, nouns)]
    head = next(iter(found), None)
    several = any(tree.tokens[i].tag == "NNS" and tree.tokens[i - 1].pos not in {"ADP", "DET"} for i in found)
    if (
        head is None
        or several
        or tree.tokens[start].text.lower() == "its"
        or is_label(tree, behind[0] - 1, head)
    ):
        return
    if any(tree.tokens[i].pos in {"VERB", "AUX", "ADP", "PRON"} for i in range(start, head)):
        return
    if tree.tokens[stop].pos == "AUX" and tree.tokens[stop - 1].tag in {"NN", "NNS"}:
        return  # a clause of its own: “for X, the delegate count is …”
    if tree.tokens[start].pos in {"DET", "ADJ", "NOUN", "PROPN", "NUM"} and tree.tokens[stop].text not in {
        "and",
        "or",
    }:
        yield tree.tokens[start].start, tree.tokens[stop - 1].end, "apposition after the name"


_ENDS = frozenset(
    {",", ";", ".", ":", "—", "–", ")", "who", "which", "whose", "and", "that", "where", "when"}
)


def _ends_aside(tree: Tree, at: int) -> bool:
    return tree.tokens[at].text in _ENDS or tree.tokens[at].pos == "AUX"


def _is(tree: Tree, at: int, nouns: frozenset[str]) -> Iterator[tuple[int, int, str]]:
    """X is the chief executive of Y; X became president."""
    if tree.tokens[at].dep != "nsubj":
        return
    verb = tree.tokens[at].head
    if tree.tokens[verb].lemma not in {"be", "become"} or not is_certain(tree, verb):
        return
    for what in tree.children(verb, "attr"):
        no = any(tree.tokens[i].text.lower() == "no" for i in tree.children(what, "det"))
        if _is_role(tree, what, nouns) and not no and not is_opinion(tree, what):
            yield *phrase(tree, what), f"said to be with “{tree.tokens[verb].text}”"
