"""All names that knowledge has, found in a text at once: one regular expression made as a trie.

A name is found as it is written or in capitals (an ALL-CAPS headline), a term in any case and in
its plural, an acronym only in capitals, with or without dots: "US" and "U.S.", never "us".
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from generator.knowledge.names import fold
from generator.model.entry import Entry

#: One character for one: offsets into the plain text are offsets into the text.
_PLAIN = str.maketrans(
    {"’": "'", "‘": "'", "ʼ": "'", "\u00a0": " ", "\u202f": " ", "\n": " ", "‑": "-", "‐": "-"}
)
_DOTTED_AT_MOST = 4
_END = ""


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The names of many entries. `ids` maps every form that can stand in a text to entry ids."""

    ids: Mapping[str, tuple[str, ...]]
    folded: Mapping[str, tuple[str, ...]]
    pattern: re.Pattern[str] | None

    def find(self, text: str) -> Iterator[tuple[int, int, tuple[str, ...]]]:
        """Longest non-overlapping names on word boundaries, left to right: start, end, entry ids.

        Offsets are string indices into `text`, end exclusive, without a possessive 's.
        """
        if self.pattern is not None:
            for found in self.pattern.finditer(text.translate(_PLAIN)):
                yield found.start(), found.end(), self.ids[found.group()]

    def named(self, name: str) -> tuple[str, ...]:
        """The ids of entries that bear this name, whatever its case and accents; an acronym only in capitals."""
        name = " ".join(name.translate(_PLAIN).split())
        key = fold(name)
        by_name = (
            self.folded.get(key) or self.folded.get(key.removeprefix("the ")) or self.folded.get(f"the {key}")
        )
        acronym = self.ids.get(name.replace(".", ""), ()) if is_acronym(name) else ()
        return tuple(sorted({*(by_name or ()), *acronym}))


def build(entries: Iterable[Entry]) -> Lexicon:
    """The lexicon of these entries; a name that an editor's entry bears is that entry's alone."""
    ids: dict[str, set[str]] = {}
    folded: dict[str, set[str]] = {}
    editors: set[str] = set()
    for entry in entries:
        editors |= {entry.id} if entry.section != "world" else set()
        for name in names(entry):
            plain = name.translate(_PLAIN)
            for form in forms(plain, entry.kind):
                ids.setdefault(form, set()).add(entry.id)
            if not is_acronym(plain):
                for form in {plain, *(_plurals(plain) if entry.kind == "term" else ())}:
                    folded.setdefault(fold(form), set()).add(entry.id)
    pattern = re.compile(rf"(?<!\w)(?:{_trie(ids)})(?!\w)") if ids else None
    return Lexicon(_frozen(ids, editors), _frozen(folded, editors), pattern)


def names(entry: Entry) -> tuple[str, ...]:
    """Everything an entry is called: name, aliases, acronym."""
    return tuple(dict.fromkeys(name for name in (entry.name, *entry.aliases, entry.acronym) if name))


def is_acronym(name: str) -> bool:
    """Whether a name is written in capitals only ("ICC", "U.S.", "G20"), so that its case tells it."""
    return name.isupper() and " " not in name


def forms(name: str, kind: str) -> set[str]:
    """The ways in which a text may write a name of an entry of this kind."""
    if is_acronym(name):
        return _acronym_forms(name, plural=kind == "term")
    if kind == "term":
        return {cased for form in (name, *_plurals(name)) for cased in _any_case(form)}
    first = {name, name[0].upper() + name[1:]}
    if kind == "event":  # "War in Ukraine" is "the war in Ukraine" within a sentence
        first.add(name[0].lower() + name[1:])
    return first | {name.upper()}


def _acronym_forms(name: str, *, plural: bool) -> set[str]:
    bare = name.replace(".", "")
    written = {name, bare}
    if len(bare) <= _DOTTED_AT_MOST and bare.isalpha():
        written |= {".".join(bare) + ".", ".".join(bare)}
    return written | ({f"{bare}s"} if plural else set())


def _any_case(name: str) -> set[str]:
    words = re.sub(r"(?<![\w'])\w", lambda m: m.group().upper(), name)
    lower = name.lower()
    return {name, lower, lower[0].upper() + lower[1:], name[0].upper() + name[1:], words, name.upper()}


def _plurals(name: str) -> Iterator[str]:
    """English plurals of a term: of its last word, and of the word before "of" ("rules of origin")."""
    head, of, rest = name.partition(" of ")
    yield _plural(name)
    if of:
        yield _plural(head) + of + rest


def _plural(word: str) -> str:
    lower = word.lower()
    if lower.endswith("sis"):
        return f"{word[:-2]}es"
    if re.search(r"[^aeiou]y\Z", lower):
        return f"{word[:-1]}ies"
    if lower.endswith("man"):
        return f"{word[:-2]}en"
    return f"{word}es" if re.search(r"(?:s|x|z|ch|sh|[^aeio]o)\Z", lower) else f"{word}s"


def _trie(forms: Iterable[str]) -> str:
    """A pattern that matches the longest of these strings, sharing their common beginnings."""
    root: dict[str, Any] = {}
    for form in sorted(forms):
        node = root
        for character in form:
            node = node.setdefault(character, {})
        node[_END] = {}
    return _pattern(root)


def _pattern(node: dict[str, Any]) -> str:
    run = ""
    while len(node) == 1 and _END not in node:  # no branch: a plain run of characters
        [(character, node)] = node.items()
        run += re.escape(character)
    branches = [
        re.escape(character) + _pattern(below) for character, below in node.items() if character != _END
    ]
    if not branches:
        return run
    return f"{run}(?:{'|'.join(branches)}){'?' if _END in node else ''}"


def _frozen(sets: Mapping[str, set[str]], editors: set[str]) -> dict[str, tuple[str, ...]]:
    return {form: tuple(sorted(ids & editors or ids)) for form, ids in sets.items()}
