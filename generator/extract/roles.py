"""Roles: what the article calls somebody, word for word: “Kremlin spokesman”, “secretary of …”."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from generator.extract.last import keeps_last
from generator.extract.role_doubts import is_no_role, names_near, tells_little, whole_word
from generator.extract.role_places import WORD_LIMIT, places_of
from generator.extract.syntax import Tree, trees_of
from generator.knowledge.wordlists import role_words
from generator.model.entity import Resolution, Resolved
from generator.model.statement import Role
from generator.model.text import Parsed, Span

#: Which kinds of paragraph give a role, best first: a teaser's role counts only where the body gives none.
_RANK = {"body": 0, "dek": 1, "headline": 1, "caption": 2, "heading": 2, "related": 3, "note": 3}


def find_roles(parsed: Parsed, resolution: Resolution) -> tuple[Role, ...]:
    """What the article calls its persons and organisations, and what can be told by itself: not “his wife”."""
    return tuple(r for r in callings(parsed, resolution) if not _leans(parsed, resolution, r))


def _leans(parsed: Parsed, resolution: Resolution, role: Role) -> bool:
    text = parsed.article.paragraph(role.span.paragraph).text
    person = resolution.entity(role.entity).kind == "person"
    return tells_little(text, role.span.start, role.span.end, person=person)


@keeps_last
def callings(parsed: Parsed, resolution: Resolution) -> tuple[Role, ...]:
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
        if word.lower() in role_words("nouns")
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
    others = names_near(resolution, resolved)
    nouns = role_words("nouns") if kind == "person" else role_words("bodies")
    names = [other.mention.span for other, _ in others]
    for start, end, rule in places_of(tree, at, span, nouns, names):
        start, end = _trim(text, start, _whole_name(end, names))  # noqa: PLW2901 - the same place, without its edge words
        start = _behind_headline(tree, start, end)  # noqa: PLW2901 - the same place
        start, end = whole_word(text, start), _with_second(tree, start, end, nouns)  # noqa: PLW2901 - the same place
        end = start + len(_without_rank(text[start:end], nouns))  # noqa: PLW2901 - the same place
        worded = _is_worded(text[start:end], nouns) and not _is_told(tree, start, end)
        claimed = rule.startswith("said to be") and _is_within_marks(text, start)
        if worded and not claimed and not is_no_role(text, span, start, end, others):
            yield Role(resolved.entity, text[start:end], replace(span, start=start, end=end), rule)


def _behind_headline(tree: Tree, start: int, end: int) -> int:
    """Where a role begins whose first words are a headline's subject and verb, taken for nouns: “Bank mourns founder N”."""
    inside = [i for i, t in enumerate(tree.tokens) if start <= t.start < end]
    if inside[:1] != [0]:
        return start
    verbs = (i for i in inside[1:3] if tree.tokens[i].text in role_words("headlining"))
    last = next(verbs, None)
    return tree.tokens[last + 1].start if last is not None and last + 1 in inside else start


def _is_within_marks(text: str, at: int) -> bool:
    """Whether a place lies in somebody's words."""
    return text.count("“", 0, at) > text.count("”", 0, at) or text.count('"', 0, at) % 2 == 1


def _with_second(tree: Tree, start: int, end: int, nouns: frozenset[str]) -> int:
    """Where a role ends whose second noun bears what both are of: “president and chief executive of the bank”."""
    inside = [i for i, t in enumerate(tree.tokens) if start <= t.start < end]
    for at in inside:
        for joined in tree.children(at, "conj"):
            preps = [*tree.children(at, "prep"), *tree.children(joined, "prep")]
            plain = tree.tokens[joined].tag == "NN" and not tree.children(joined, "det", "poss")
            near = any(t.dep == "cc" for t in tree.tokens[inside[-1] + 1 :][:1]) and joined - inside[-1] < 5
            if (
                plain
                and near
                and min(preps, default=0) > joined
                and tree.tokens[joined].text.lower() in nouns
            ):
                last = max(tree.subtree(preps[-1], without=_ASIDE))
                return tree.tokens[last].end if tree.tokens[last].pos in {"NOUN", "PROPN"} else end
    return end


_OF = frozenset({"of", "for", "at", "to", "with", "in"})
_ASIDE = frozenset({"relcl", "appos", "acl", "conj", "cc", "punct"})


def _whole_name(end: int, names: Iterable[Span]) -> int:
    """Where a role ends that would end within a name: “secretary of the Trade and Defence Council”."""
    return next((name.end for name in names if name.start < end < name.end), end)


def _without_rank(words: str, nouns: frozenset[str]) -> str:
    """A role without the rank behind it, which goes with the name: Marine Corps Commandant, in “… Commandant Major General N.”."""
    left = words.split(" ")
    while left and left[-1][:1].isupper() and left[-1].lower() in role_words("ranks"):
        if left[-1].lower() == "general" and len(left) > 1 and left[-2].lower() in role_words("of_general"):
            break
        left.pop()
    role = " ".join(left)
    return role if left and left[-1].lower() in nouns else words


def _is_worded(words: str, nouns: frozenset[str]) -> bool:
    """Whether some words are a role: short, with a role's noun, and not quoted."""
    count = len(words.split())
    if words.count("(") != words.count(")"):
        return False
    return 0 < count <= WORD_LIMIT and _mentions_role(words, nouns) and not re.search(r"[“”\"]|''|``", words)


def _is_told(tree: Tree, start: int, end: int) -> bool:
    """Whether the words tell what somebody does: the parser joined a clause to the name."""
    return any(
        t.tag in {"VBD", "VBZ", "VBP", "MD"} for t in tree.tokens if start <= t.start < end and t.text != "'s"
    )


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    """The role without its article, possessive, form of address, commas and blanks."""
    lead = re.compile(
        r"\s*(?:(?:the|a|an|his|her|their|its|then|now|and|or|by|with|for|to|as|also|longtime|fellow|even|another|only|both|currently|still)\b\s+|visiting\s+(?!fellow|professor|scholar|lecturer|researcher)|[,;:(\-–—]\s*)",
        re.IGNORECASE,
    )
    while match := lead.match(text, start, end):
        start = match.end()
    words = text[start:end]
    start += len(words) - len(words.lstrip())
    tail = re.search(
        r"(?:\s+by the time\b.*|[\s,;:(\-–—]+|\s+(?:the|a|and|in|of|for|at|on|with))*$", text[start:end]
    )
    return start, start + tail.start() if tail else end


def _mentions_role(words: str, nouns: frozenset[str]) -> bool:
    return any(
        word.lower().strip(",.") in nouns
        or word.lower().rsplit("-", 1)[-1] in nouns
        or word.lower().endswith(tuple(role_words("endings")))
        for word in words.split()
    )


def _head(tree: Tree, span: Span) -> int | None:
    """The word of a mention that hangs on a word outside it."""
    inside = [i for i, t in enumerate(tree.tokens) if t.end > span.start and t.start < span.end]
    return next((i for i in inside if tree.tokens[i].head not in inside or tree.tokens[i].head == i), None)
