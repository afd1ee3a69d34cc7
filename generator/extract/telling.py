"""The reporter's own words: a paragraph's sentences with every quotation folded into one item.

The parser loses its way in long quotations; who speaks is said outside them. So the attribution rules
read sentences such as “Q , he said on Monday , adding that Q .”
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from generator.extract.marks import Quoted
from generator.extract.syntax import Tree, is_verb
from generator.knowledge.wordlists import cue_words
from generator.model.text import Token

#: The dash between a quotation and the name that signs it, which may stand without a space.
SIGNING_DASH = re.compile(r"\s*(?:--?|[—–―])\s*(?=[A-Z])")
_TERMINAL = frozenset({".", "?", "!"})
_NOMINAL = frozenset(
    {"PROPN", "NOUN", "PRON", "DET", "ADJ", "NUM", "ADP", "PART", "PUNCT", "CCONJ", "ADV", "X", "SYM"}
)


@dataclass(frozen=True, slots=True, eq=False)
class Word:
    """A word that the reporter says, with the tree it belongs to."""

    tree: Tree
    at: int

    @property
    def token(self) -> Token:
        """The word itself."""
        return self.tree.tokens[self.at]

    def other(self, at: int) -> Word:
        """Another word of the same tree."""
        return Word(self.tree, at)


Item = Word | Quoted


def outermost(tree: Tree, quoted: Quoted) -> int | None:
    """The quoted word that hangs on a word outside the quotation."""
    inside = [
        i for i, t in enumerate(tree.tokens) if quoted.start <= t.start < quoted.end and t.pos != "PUNCT"
    ]
    return next((i for i in inside if tree.tokens[i].head not in inside), inside[0] if inside else None)


def tell(text: str, trees: list[Tree], quoted: tuple[Quoted, ...]) -> list[list[Item]]:
    """The sentences of one paragraph as the reporter tells them, quotations folded."""
    sentences: list[list[Item]] = [[]]
    items = _fold(trees, quoted)
    for i, item in enumerate(items):
        if i and _breaks(text, items, i):
            sentences.append([])
        sentences[-1].append(item)
    return [s for s in sentences if s]


def _fold(trees: list[Tree], quoted: tuple[Quoted, ...]) -> list[Item]:
    items: list[Item] = list(quoted)
    for tree in trees:
        for at, token in enumerate(tree.tokens):
            if token.text.strip() and not any(q.open < token.end and token.start < q.close for q in quoted):
                items.append(Word(tree, at))
    return sorted(items, key=lambda item: item.open if isinstance(item, Quoted) else item.token.start)


def _breaks(text: str, items: list[Item], at: int) -> bool:
    """Whether a new sentence of the reporter's begins with the item."""
    before = items[at - 1]
    if isinstance(before, Word):
        return _breaks_after_word(text, before, items, at)
    if SIGNING_DASH.match(text, before.close):
        return False
    last = text[before.start : before.end].rstrip("‘’'”\"")[-1:]
    return last in {".", "?", "!", "…"} and _breaks_after_quotation(items, at, strict=last == ".")


def _breaks_after_word(text: str, before: Word, items: list[Item], at: int) -> bool:
    here = items[at]
    if isinstance(here, Quoted):
        return before.token.text[-1] in _TERMINAL and _capital(text, here)
    starts = here.at == 0 or here.token.text[:1].isupper()
    return before.token.text in _TERMINAL and starts and not _abbreviates(items, at - 1)


def _capital(text: str, quoted: Quoted) -> bool:
    return text[quoted.start : quoted.end].lstrip("‘’'“\"[")[:1].isupper()


def _breaks_after_quotation(items: list[Item], at: int, *, strict: bool) -> bool:
    """After “….” a sentence begins, unless who spoke it follows or it was introduced already."""
    here = items[at]
    if isinstance(here, Quoted):
        return True
    lead = items[at - 2] if at > 1 else None
    introduced = isinstance(lead, Word) and lead.token.text in {",", ":"}
    return here.token.text[:1].isupper() and (introduced or not _attributes(items[at:], strict=strict))


def _abbreviates(items: list[Item], at: int) -> bool:
    """Whether a full stop belongs to a title before a name (“Capt.”, “Lt.”)."""
    before = items[at - 1] if at else None
    if not isinstance(before, Word):
        return False
    return before.token.text.lower() in cue_words("abbreviations")


def _attributes(items: list[Item], *, strict: bool) -> bool:
    """Whether the words after a quotation say who spoke it: a short subject, then a verb of speech.

    `strict`: after a full stop they must say nothing else (“I am.” Smith said.).
    """
    speech = cue_words("speech")
    for i, item in enumerate(items[:14]):
        if isinstance(item, Quoted):
            return False
        token = item.token
        if is_verb(token) and token.lemma.lower() in speech and not _qualifies(token):
            return i > 0 and (not strict or _ends_soon(items, i + 1))
        if (token.pos not in _NOMINAL and token.dep != "amod") or token.text in _TERMINAL:
            return False
    return False


def _qualifies(token: Token) -> bool:
    """Whether a verb only qualifies a noun (“the man said to be ill”)."""
    return token.dep in {"relcl", "amod"} or (token.dep == "acl" and token.tag in {"VBN", "VBG"})


def _ends_soon(items: list[Item], at: int) -> bool:
    rest = items[at : at + 5]
    for item in rest:
        if isinstance(item, Quoted) or item.token.text in {"that", ":", ","}:
            return False
        if item.token.text in _TERMINAL:
            return True
    return len(rest) < 5
