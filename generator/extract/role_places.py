"""Where a name's role stands: before it, after it between commas, around it, after “is”."""

from __future__ import annotations

from collections.abc import Iterator

from generator.extract.role_doubts import is_certain, is_likened
from generator.extract.syntax import Tree, is_verb
from generator.knowledge.wordlists import role_words
from generator.model.text import Span

_BRANCHES = frozenset({"relcl", "appos", "acl", "advcl", "conj", "cc", "punct", "parataxis"})

#: Prepositions that begin the time of holding a role, not the role.
_WHEN = frozenset({"by", "until", "till", "after", "before", "amid"})
_MODIFIERS = frozenset({"ADJ", "NOUN", "PROPN", "ADP", "PART", "NUM", "PUNCT", "ADV", "VERB", "X", "DET"})


WORD_LIMIT = 14


def places_of(tree: Tree, at: int, span: Span, nouns: frozenset[str]) -> Iterator[tuple[int, int, str]]:
    """Where a role may stand: before the name, after it between commas, around it, after “is”."""
    before = _before(tree, span, nouns)
    if before:
        yield *before, "title before the name"
    for other in tree.children(at, "appos"):
        if tree.tokens[other].tag != "NNS" and not is_likened(tree, at):
            yield *_phrase(tree, other), "apposition after the name"
    if tree.tokens[at].dep == "appos" and tree.tokens[tree.tokens[at].head].end <= span.start:
        start, end = _phrase(tree, tree.tokens[at].head)
        yield start, min(end, span.start), "apposition before the name"
    flat = _flat_before(tree, span, nouns)
    if flat:
        yield *flat, "apposition before the name"
    if not is_likened(tree, at):
        yield from _flat_after(tree, span, nouns)
    yield from _is(tree, at, nouns)


def _before(tree: Tree, span: Span, nouns: frozenset[str]) -> tuple[int, int] | None:
    """The words of the same phrase before the name, if the last of them is a role's noun or an office."""
    first = next((i for i, t in enumerate(tree.tokens) if t.start >= span.start), None)
    if not first:
        return None
    start = first
    while start and _premodifies(tree, start - 1):
        start -= 1
    while start < first - 1 and tree.tokens[start].tag == "DT":
        start += 1
    if first - start > 1 and _is_object_of_name(tree, start, span):
        start += 1
    words = [i for i in range(start, first) if _is_role(tree, i, nouns)]
    if not words or tree.tokens[first - 1].pos not in {"NOUN", "PROPN", "ADJ"}:
        return None
    if max(words) < first - 1 and not _office(tree, max(words), first):
        return None
    return tree.tokens[start].start, tree.tokens[first - 1].end


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
    if token.text in {"-", "/"} or token.pos in {"ADJ", "NOUN", "PROPN", "NUM"} or token.tag == "POS":
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
    return (low in nouns or low.rstrip("s") in nouns) and (at == 0 or token.tag not in {"VBD", "VBZ", "VBP"})


def _phrase(tree: Tree, at: int) -> tuple[int, int]:
    """A noun with its modifiers and prepositional phrases, without relatives and asides."""
    inside = tree.subtree(at, without=_BRANCHES)
    when = next((i for i in inside if i > at and tree.tokens[i].text.lower() in _WHEN), None)
    inside = [i for i in inside if when is None or i < when]
    last = at
    for i in inside:
        if i > last and tree.tokens[i].text not in {",", ";"}:
            last = i if all(j in inside for j in range(last, i + 1)) else last
    first = min(inside)
    return tree.tokens[first].start, tree.tokens[last].end


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
    if not opens or head is None or after not in {",", ".", ";", "—", ")"}:
        return None
    if any(tree.tokens[i].pos == "ADP" for i in range(start, head)) or tree.tokens[head].tag == "NNS":
        return None
    return tree.tokens[start].start, tree.tokens[first - 2].end


def _flat_after(tree: Tree, span: Span, nouns: frozenset[str]) -> Iterator[tuple[int, int, str]]:
    """“…, the secretary of …,” right behind the name, where the parser did not see the apposition."""
    behind = [i for i, t in enumerate(tree.tokens) if t.start >= span.end][: WORD_LIMIT + 2]
    if len(behind) < 3 or tree.tokens[behind[0]].text != ",":
        return
    start = behind[1]
    if tree.tokens[start].text.lower() in {"who", "which"} and tree.tokens[behind[2]].lemma == "be":
        start = behind[3] if len(behind) > 3 else start
    stop = next((i for i in behind if i > start and _ends_aside(tree, i)), behind[-1])
    head = next((i for i in range(start, stop) if _is_role(tree, i, nouns)), None)
    if head is None or tree.tokens[head].tag == "NNS":
        return
    if any(tree.tokens[i].pos in {"VERB", "AUX", "ADP", "PRON"} for i in range(start, head)):
        return
    if tree.tokens[start].pos in {"DET", "ADJ", "NOUN", "PROPN", "NUM"} and tree.tokens[stop].text not in {
        "and",
        "or",
    }:
        yield tree.tokens[start].start, tree.tokens[stop - 1].end, "apposition after the name"


def _ends_aside(tree: Tree, at: int) -> bool:
    token = tree.tokens[at]
    return token.text in {
        ",",
        ";",
        ".",
        ":",
        "—",
        "–",
        ")",
        "who",
        "which",
        "whose",
        "and",
        "that",
        "where",
        "when",
    } or (token.pos == "AUX")


def _is(tree: Tree, at: int, nouns: frozenset[str]) -> Iterator[tuple[int, int, str]]:
    """X is the chief executive of Y; X became president."""
    if tree.tokens[at].dep != "nsubj":
        return
    verb = tree.tokens[at].head
    if tree.tokens[verb].lemma not in {"be", "become"} or not is_certain(tree, verb):
        return
    for what in tree.children(verb, "attr"):
        no = any(tree.tokens[i].text.lower() == "no" for i in tree.children(what, "det"))
        if _is_role(tree, what, nouns) and not no:
            yield *_phrase(tree, what), f"said to be with “{tree.tokens[verb].text}”"
