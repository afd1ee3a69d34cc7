"""Persons: full names, and which of them a surname or a given name stands for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from generator.knowledge.wordlists import words_of
from generator.resolve.names import Name


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a name stands for: the key of its entity, or None with the candidates; and by which rule."""

    target: str | None
    rule: str
    candidates: tuple[str, ...] = ()

    @property
    def meant(self) -> tuple[str, ...]:
        """The key of its entity, or all the candidates."""
        return (self.target,) if self.target else self.candidates


@dataclass(frozen=True, slots=True)
class Person:
    """A full name: the key of its entity, the number of its first mention, its folded words; "jr", "iii" or nothing."""

    key: str
    first: int
    words: tuple[str, ...]
    generation: str = ""


def bare(words: Sequence[str]) -> tuple[str, ...]:
    """The words of a name without Jr. and its like."""
    kept = [w.strip(",“”\"‘’'()").removeprefix("al-").removeprefix("el-") for w in words]
    while len(kept) > 1 and kept[-1].casefold() in words_of("suffixes"):
        kept.pop()
    return tuple(kept)


def generation(words: Sequence[str]) -> str:
    """What tells father and son apart at the end of a name: "jr", "sr", "iii"; "" if nothing does."""
    last = words[-1].strip(".,").casefold()
    return last if len(words) > 1 and last in words_of("generations") else ""


def full_names(names: Sequence[Name]) -> list[Person]:
    """The persons that the article names in full; "Robert F. Kennedy" and "Robert Kennedy" are one."""
    people: list[Person] = []
    full = [n for n in names if n.kind == "person" and len(bare(n.words)) > 1]
    for name in sorted(full, key=lambda n: -len(bare(n.words))):
        words = bare(name.words)
        own = generation(name.words)
        others = [p for p in people if _may_be_one(own, words, p)]
        people.append(Person(_key(name, words, others), name.mentions[0], words, own))
    return sorted(people, key=lambda p: p.first)


def _key(name: Name, words: tuple[str, ...], people: Sequence[Person]) -> str:
    if len(name.keys) == 1:
        return name.keys[0]
    ending = {p.key for p in people if p.words[-len(words) :] == words}
    same = ending if len(ending) == 1 else {p.key for p in people if _same(words, p.words)}
    return same.pop() if len(same) == 1 else name.key


def _may_be_one(generation: str, words: tuple[str, ...], person: Person) -> bool:
    """Whether two names may be one person's: "Ann Ray Jr." is not "Ann Ray", nor "Ann Ray III"; "Joe Lee" may be "Joseph Lee Jr."."""
    if generation == person.generation:
        return True
    return not (generation and person.generation) and words != person.words


def _same(shorter: tuple[str, ...], longer: tuple[str, ...]) -> bool:
    """Whether the shorter name is the longer one without middle names, its family name or its given names of two words."""
    given = longer[: len(shorter)] == shorter and words_of("given").issuperset(shorter)
    if longer[-len(shorter) :] == shorter or given:
        return True
    return shorter[0] == longer[0] and shorter[-1] == longer[-1] and _within(shorter, longer)


def _within(shorter: tuple[str, ...], longer: tuple[str, ...]) -> bool:
    rest = iter(longer)
    return all(word in rest for word in shorter)


def _rule(rule: str, words: tuple[str, ...]) -> str:
    """The rule in words; what stands first in a Chinese, Korean or Vietnamese name is the surname."""
    return (
        "family name, which stands first,"
        if rule == "first name" and words[0] in words_of("family_first")
        else rule
    )


def _is_surname(person: Person, words: tuple[str, ...]) -> bool:
    return person.words[-len(words) :] == words


def _is_first_name(person: Person, words: tuple[str, ...]) -> bool:
    return person.words[: len(words)] == words


def is_given(name: Name) -> bool:
    """Whether a name is a given name, no place and no people; "Virginia" beside Virginia Welch may well be the state."""
    given = name.folded in words_of("given") and name.folded not in words_of("given_places")
    return given and not name.keys and name.kind != "group"


def _pet_name(name: Name, people: Sequence[Person]) -> Verdict | None:
    """An open verdict for a lone name that begins the given name of one person only: "Shaq" after "Shaquille Lee"."""
    short = name.folded
    if name.kind != "person" or name.keys or len(name.words) > 1 or len(short) < 3:
        return None
    fitting = [
        p
        for p in people
        if p.first < name.mentions[0] and p.words[0].startswith(short) and len(p.words[0]) > len(short) + 1
    ]
    keys = tuple(dict.fromkeys(p.key for p in fitting))
    whom = " ".join(fitting[0].words).title() if fitting else ""
    return Verdict(None, f"perhaps short for “{whom}”", keys) if len(keys) == 1 else None


def part_of(words: Sequence[str], at: int, people: Sequence[Person], *, given: bool = True) -> Verdict | None:
    """The person whose surname, else (if `given`) whose given name, these words are at mention number `at`.

    Those introduced before `at` count first; two of them leave the name open; None if nobody fits.
    """
    own, words = generation(words), bare(words)
    people = [p for p in people if p.generation == own] if own else _elders(people)
    rules = (("surname", _is_surname), ("first name", _is_first_name))
    for rule, fits in rules if given else rules[:1]:
        fitting = [p for p in people if fits(p, words) and p.words != words]
        known = [p for p in fitting if p.first < at] or fitting
        keys = tuple(dict.fromkeys(p.key for p in known))
        if len(keys) == 1:
            return Verdict(keys[0], f"{_rule(rule, words)} of the only such person")
        if keys:
            return Verdict(None, f"{len(keys)} persons bear this name", keys)
    return None


def _elders(people: Sequence[Person]) -> Sequence[Person]:
    """The people without those whose name is another's with "Jr.": who says "Ray" means the elder."""
    plain = {p.words for p in people if not p.generation}
    return [p for p in people if not p.generation or p.words not in plain]


def _by_letters(name: Name, people: Sequence[Person]) -> Verdict | None:
    """The only person introduced before whose initials a name is: "AOL" after "Ana Ospina-Lund"."""
    letters = name.text
    if name.keys or not (letters.isalpha() and letters.isupper() and 2 < len(letters) < 5):
        return None
    keys = {p.key for p in people if _initials(p) == letters.casefold() and p.first < name.mentions[0]}
    return Verdict(keys.pop(), "initials of the only such person") if len(keys) == 1 else None


def _initials(person: Person) -> str:
    return "".join(part[:1] for word in person.words for part in word.split("-"))


def _by_inner_name(name: Name, people: Sequence[Person]) -> Verdict | None:
    """The only person inside whose full name a lone name stands, as "Lula" in "Luiz Inácio Lula da Silva"."""
    if name.kind != "person" or name.keys or len(name.words) > 1 or len(name.folded) < 4:
        return None
    keys = {p.key for p in people if name.folded in p.words[1:-1] and p.first < name.mentions[0]}
    return (
        Verdict(keys.pop(), "name within the full name of the only such person") if len(keys) == 1 else None
    )


def called_otherwise(name: Name, people: Sequence[Person]) -> Verdict | None:
    """The person whom a lone name means by initials, by a middle name or (left open) by a pet name."""
    return _by_letters(name, people) or _by_inner_name(name, people) or _pet_name(name, people)
