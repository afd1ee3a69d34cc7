"""Roles: what the article calls somebody, word for word: “Kremlin spokesman”, “secretary of …”."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from generator.extract.syntax import Tree, trees_of
from generator.knowledge import vocabulary
from generator.model.entity import Resolution, Resolved
from generator.model.statement import Role
from generator.model.text import Parsed, Span

#: Which kinds of paragraph give a role, best first: a teaser's role counts only where the body gives none.
_RANK = {"body": 0, "dek": 1, "headline": 1, "caption": 2, "heading": 2, "related": 3, "note": 3}
_BRANCHES = frozenset({"relcl", "appos", "acl", "advcl", "conj", "cc", "punct", "parataxis"})
_MODIFIERS = frozenset({"ADJ", "NOUN", "PROPN", "ADP", "PART", "NUM", "PUNCT", "ADV", "VERB", "X", "DET"})
_WORD_LIMIT = 14


def find_roles(parsed: Parsed, resolution: Resolution) -> tuple[Role, ...]:
    """What the article calls its persons and organisations; each entity's best role first.

    The body is preferred to captions, captions to teasers; a fuller role to a shorter one that it contains.
    """
    trees = trees_of(parsed)
    ranks = {p.id: (_RANK.get(p.kind, 9), n) for n, p in enumerate(parsed.article.paragraphs)}
    found: dict[str, list[Role]] = {}
    for resolved in resolution.mentions:
        role = _role(parsed, trees, resolution, resolved)
        for one in role:
            named = resolution.entity(one.entity)
            if one.text in {named.name, *named.aliases}:
                continue
            found.setdefault(one.entity, []).append(one)
    kept = {entity: _best(roles, ranks) for entity, roles in found.items() if roles}
    return tuple(role for entity in resolution.entities for role in kept.get(entity.id, ()))


def _best(roles: list[Role], ranks: dict[str, tuple[int, int]]) -> tuple[Role, ...]:
    """The roles without repetition: by part of the article, then the fuller, then the earlier."""
    own = [r for r in roles if ranks[r.span.paragraph][0] < _RANK["related"]]
    roles = own or roles
    first: dict[str, Role] = {}
    for role in sorted(roles, key=lambda r: (ranks[r.span.paragraph], r.span.start)):
        first.setdefault(role.text.casefold(), role)
    first = {t: r for t, r in first.items() if not any(t != o and t in o for o in first)}
    counts = {t: sum(r.text.casefold() == t for r in roles) for t in first}
    order = sorted(
        first.values(),
        key=lambda r: (
            _vague(r),
            ranks[r.span.paragraph][0],
            -min(counts[r.text.casefold()], 2),
            ranks[r.span.paragraph],
            r.span.start,
        ),
    )
    return tuple(order)


def _vague(role: Role) -> bool:
    """Whether a role says little of the office (“leader”, “billionaire”, “ally”)."""
    return not _official(role.text) or role.text.casefold().startswith("former ")


def _official(text: str) -> bool:
    return any(
        word.lower() not in {"leader", "ally", "rival", "critic", "boss", "star"}
        for word in text.split()
        if word.lower() in _list("nouns")
    )


def _role(
    parsed: Parsed, trees: dict[str, list[Tree]], resolution: Resolution, resolved: Resolved
) -> Iterator[Role]:
    span = resolved.mention.span
    if resolved.entity is None or span.paragraph not in trees:
        return
    kind = resolution.entity(resolved.entity).kind
    if kind not in {"person", "organisation"} or resolved.sense not in {"person", "organisation"}:
        return
    text = parsed.article.paragraph(span.paragraph).text
    tree = next((t for t in trees[span.paragraph] if t.sentence.start <= span.start < t.sentence.end), None)
    if tree is None:
        return
    at = _head(tree, span)
    if at is None:
        return
    nouns = _list("nouns") if kind == "person" else _list("bodies")
    for start, end, rule in _places(tree, at, span, nouns):
        yield from _made(text, resolved, start, end, rule, nouns)


def _made(
    text: str, resolved: Resolved, start: int, end: int, rule: str, nouns: frozenset[str]
) -> Iterator[Role]:
    start, end = _trim(text, start, end)
    words = text[start:end]
    if (
        words
        and len(words.split()) <= _WORD_LIMIT
        and _mentions_role(words, nouns)
        and not re.search(r"[“”\"]", words)
    ):
        span = replace(resolved.mention.span, start=start, end=end)
        assert resolved.entity is not None  # noqa: S101 - checked before
        yield Role(resolved.entity, words, span, rule)


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    """The role without its article, possessive, form of address, commas and blanks."""
    lead = re.compile(
        r"\s*(?:(?:the|a|an|his|her|their|its|then|now|and|or|by|with|for|to|as|also|longtime|fellow)\b\s+|[,;:(\-–—]\s*)",
        re.IGNORECASE,
    )
    while match := lead.match(text, start, end):
        start = match.end()
    words = text[start:end]
    start += len(words) - len(words.lstrip())
    tail = re.search(r"(?:[\s,;:(\-–—]+|\s+(?:the|a|and))*$", text[start:end])
    return start, start + tail.start() if tail else end


def _mentions_role(words: str, nouns: frozenset[str]) -> bool:
    return any(
        word.lower().strip(",.") in nouns or word.lower().rsplit("-", 1)[-1] in nouns
        for word in words.split()
    )


def _head(tree: Tree, span: Span) -> int | None:
    """The word of a mention that hangs on a word outside it."""
    inside = [i for i, t in enumerate(tree.tokens) if t.end > span.start and t.start < span.end]
    return next((i for i in inside if tree.tokens[i].head not in inside or tree.tokens[i].head == i), None)


def _places(tree: Tree, at: int, span: Span, nouns: frozenset[str]) -> Iterator[tuple[int, int, str]]:
    """Where a role may stand: before the name, after it between commas, around it, after “is”."""
    before = _before(tree, span, nouns)
    if before:
        yield *before, "title before the name"
    for other in tree.children(at, "appos"):
        yield *_phrase(tree, other, nouns), "apposition after the name"
    if tree.tokens[at].dep == "appos" and tree.tokens[tree.tokens[at].head].end <= span.start:
        start, end = _phrase(tree, tree.tokens[at].head, nouns)
        yield start, min(end, span.start), "apposition before the name"
    flat = _flat_before(tree, span, nouns)
    if flat:
        yield *flat, "apposition before the name"
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
    words = [i for i in range(start, first) if _is_role(tree, i, nouns)]
    if not words or tree.tokens[first - 1].pos not in {"NOUN", "PROPN", "ADJ"}:
        return None
    if max(words) < first - 1 and not _office(tree, max(words), first):
        return None
    return tree.tokens[start].start, tree.tokens[first - 1].end


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
    if token.text in {",", ";", ":", "(", ")", "“", "”", '"', "—", "–"} or token.lemma.lower() in _list(
        "address"
    ):
        return False
    if token.text in {"-", "/"} or token.pos in {"ADJ", "NOUN", "PROPN", "NUM"} or token.tag in {"POS"}:
        return True
    if token.tag in {"VBN", "VBG", "JJ"} and token.dep in {"amod", "compound"}:
        return True
    if token.lemma.lower() in {"of", "for"}:
        return at > 0 and _is_role(tree, at - 1, _list("nouns")) and tree.tokens[at - 1].text[:1].isupper()
    return (
        token.lemma.lower() in {"the", "and", "&"}
        and at > 0
        and tree.tokens[at - 1].lemma.lower() in {"of", "for"}
    )


def _is_role(tree: Tree, at: int, nouns: frozenset[str]) -> bool:
    token = tree.tokens[at]
    low = token.text.lower()
    return (low in nouns or low.rstrip("s") in nouns) and (at == 0 or token.tag not in {"VBD", "VBZ", "VBP"})


def _phrase(tree: Tree, at: int, nouns: frozenset[str]) -> tuple[int, int]:
    """A noun with its modifiers and prepositional phrases, without relatives and asides."""
    inside = tree.subtree(at, without=_BRANCHES)
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
    behind = [i for i, t in enumerate(tree.tokens) if t.start >= span.end][: _WORD_LIMIT + 2]
    if len(behind) < 3 or tree.tokens[behind[0]].text != ",":
        return
    start = behind[1]
    if tree.tokens[start].text.lower() in {"who", "which"} and tree.tokens[behind[2]].lemma == "be":
        start = behind[3] if len(behind) > 3 else start
    stop = next((i for i in behind if i > start and _ends_aside(tree, i)), behind[-1])
    head = next((i for i in range(start, stop) if _is_role(tree, i, nouns)), None)
    if head is None or any(tree.tokens[i].pos in {"VERB", "AUX", "ADP", "PRON"} for i in range(start, head)):
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
    if tree.tokens[at].dep not in {"nsubj"}:
        return
    verb = tree.tokens[at].head
    if tree.tokens[verb].lemma not in {"be", "become"} or tree.children(verb, "neg"):
        return
    for what in tree.children(verb, "attr"):
        if _is_role(tree, what, nouns):
            yield *_phrase(tree, what, nouns), f"said to be with “{tree.tokens[verb].text}”"


def _list(name: str) -> frozenset[str]:
    return frozenset(vocabulary.load("roles")[name])
