"""All names that knowledge has, found in a text at once.

A name is found as it is written or in capitals (an ALL-CAPS headline), a term in any case and in
its plural, an acronym only in capitals, with or without dots: "US" and "U.S.", never "us".

Every form in which a text may write a name is listed by its first word. Looking at each word of a
text once, and comparing the rest only where a name can begin, takes tens of milliseconds for a
megabyte; one expression of all names is no faster and takes ten times as long to build.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from generator.knowledge.names import fold
from generator.model.entry import Entry

#: One character for one: offsets into the plain text are offsets into the text.
_PLAIN = str.maketrans(
    {"’": "'", "‘": "'", "ʼ": "'", "\u00a0": " ", "\u202f": " ", "\n": " ", "‑": "-", "‐": "-"}
)
_WORD = re.compile(r"\w+")
_ARTICLES = frozenset({"the", "The"})
#: Where a form ends: at the end of a word; one that begins with an article not before a capital.
_END = re.compile(r"(?!\w)").match
_ENDED = re.compile(r"(?!\w| [A-Z])").match
_STARTING_SIGNS = re.compile(r"\A\W+")  # of "'Ndrangheta": a name is found from its first letter on
_DOTTED_AT_MOST = 4


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The names of many entries.

    `ids` maps every form that can stand in a text to entry ids, `folded` every name as names.fold
    gives it, and `first` the first word of a form to all forms that begin with it, longest first.
    """

    ids: Mapping[str, tuple[str, ...]]
    folded: Mapping[str, tuple[str, ...]]
    first: Mapping[str, tuple[str, ...]]

    def find(self, text: str) -> Iterator[tuple[int, int, tuple[str, ...]]]:
        """Longest non-overlapping names on word boundaries, left to right: start, end, entry ids.

        Offsets are string indices into `text`, end exclusive, without a possessive 's.
        """
        plain, last = text.translate(_PLAIN), 0
        for word in _WORD.finditer(plain):
            if word.group() in self.first and word.start() >= last:
                form = self._beginning(word.group(), plain, word.start())
                if form:
                    last = word.start() + len(form)
                    yield word.start(), last, self.ids[form]

    def named(self, name: str) -> tuple[str, ...]:
        """The ids of entries that bear this name, whatever its case and accents; an acronym only in capitals."""
        name = " ".join(name.translate(_PLAIN).split())
        key = fold(name)
        by_name = (
            self.folded.get(key) or self.folded.get(key.removeprefix("the ")) or self.folded.get(f"the {key}")
        )
        acronym = self.ids.get(name.replace(".", ""), ()) if is_acronym(name) else ()
        return tuple(sorted({*(by_name or ()), *acronym}))

    def _beginning(self, word: str, plain: str, start: int) -> str:
        """The longest form with this first word that stands at `start`, "" if none does.

        "the West" goes on in "the West Wing": a name with its article ends where the capitals end.
        """
        end = _ENDED if word in _ARTICLES else _END
        forms = self.first[word]
        return next((f for f in forms if plain.startswith(f, start) and end(plain, start + len(f))), "")


class Bearer(NamedTuple):
    """What of an entry its names depend on."""

    id: str
    kind: str
    names: tuple[str, ...]
    ours: bool


def build(entries: Iterable[Entry]) -> Lexicon:
    """The lexicon of these entries; a name that an editor's entry bears is that entry's alone."""
    return _built(tuple(Bearer(e.id, e.kind, names(e), e.section != "world") for e in entries))


@functools.lru_cache(maxsize=2)
def _built(entries: tuple[Bearer, ...]) -> Lexicon:
    """Kept for a preview: most edits change no name, and listing all forms takes longer than reading the entries."""
    ids: dict[str, set[str]] = {}
    folded: dict[str, set[str]] = {}
    editors: set[str] = set()
    for entry in entries:
        editors |= {entry.id} if entry.ours else set()
        for name in entry.names:
            plain = name.translate(_PLAIN)
            for form in forms(plain, entry.kind):
                ids.setdefault(form, set()).add(entry.id)
            if not is_acronym(plain):
                for form in {plain, *(_plurals(plain) if entry.kind == "term" else ())}:
                    for spelled in {fold(form), fold(form).replace("s' ", "s ")}:  # "Workers Party"
                        folded.setdefault(spelled, set()).add(entry.id)
    return Lexicon(_frozen(ids, editors), _frozen(folded, editors), _by_first_word(ids))


def names(entry: Entry) -> tuple[str, ...]:
    """Everything an entry is called: name, aliases, acronym."""
    given = (entry.name, *entry.aliases, entry.acronym)
    return tuple(dict.fromkeys(name for name in (_STARTING_SIGNS.sub("", name) for name in given) if name))


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


def _by_first_word(forms: Iterable[str]) -> dict[str, tuple[str, ...]]:
    words: dict[str, list[str]] = {}
    for form in sorted(forms, key=lambda form: (-len(form), form)):
        if first := _WORD.match(form):
            words.setdefault(first.group(), []).append(form)
    return {word: tuple(longest_first) for word, longest_first in words.items()}


def _frozen(sets: Mapping[str, set[str]], editors: set[str]) -> dict[str, tuple[str, ...]]:
    return {form: tuple(sorted(ids & editors or ids)) for form, ids in sets.items()}
