"""The form of address before a surname: "Mrs. Kerr" is not Bill Kerr, nor "President Lind" his wife Ada Lind."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from generator.knowledge.genders import of_given, of_noun
from generator.knowledge.wordlists import words_of
from generator.model.entity import Mention
from generator.model.text import Span
from generator.resolve.names import Name
from generator.resolve.persons import Person, Verdict, bare
from generator.resolve.syntax import Syntax

OTHER = "the form of address shows that another of this surname is meant"
NEW = "an office that the text gives nobody of this surname"


@dataclass(frozen=True)
class Addresses:
    """What stands before the names of one article's people."""

    mentions: Sequence[Mention]
    names: Sequence[Name]
    people: Sequence[Person]
    syntax: Syntax
    _titles: dict[int, str] = field(default_factory=dict)

    def verdict(self, name: Name, number: int, verdict: Verdict) -> Verdict:
        """The verdict on a surname, with those left out of it whom its form of address excludes.

        A title of one gender excludes people whose given name is the other's; an office excludes somebody who is
        introduced as another's relative and never with that office. An office of one holder that comes out of the
        blue leaves open whether "President Lind" is the Ada Lind whom the text introduced without it, or a namesake.
        """
        keys = verdict.candidates or ((verdict.target,) if verdict.target else ())
        bearers = [p for p in self.people if p.key in keys]
        if not bearers or not self._is_surname(name, bearers):
            return verdict
        title = self._title(number)
        left = tuple(dict.fromkeys(p.key for p in bearers if not self._excluded(title, p)))
        if len(left) == len(keys) and self._is_new(name, number, title, bearers):
            return Verdict(None, NEW, tuple(p.key for p in bearers))
        if len(left) == len(keys):
            return self._beside_a_titled_one(name, number, bearers) or verdict
        if len(left) == 1:
            return Verdict(left[0], f"the only one of this surname who can be called “{title}”")
        return Verdict(None, "several persons bear this name", left) if left else self._another(name, title)

    def _is_surname(self, name: Name, bearers: Iterable[Person]) -> bool:
        last = bare(name.words)[-1]
        return len(bare(name.words)) == 1 and any(bare(p.words)[-1] == last for p in bearers)

    def _another(self, name: Name, title: str) -> Verdict:
        """Somebody whom the text names by office and surname alone; after "Mr." nobody can tell who."""
        return Verdict(None, OTHER) if of_noun(title) else Verdict(name.key, OTHER)

    def _beside_a_titled_one(self, name: Name, number: int, bearers: Sequence[Person]) -> Verdict | None:
        """“Lind” by itself where “President Lind” is a relative of the only Lind named in full."""
        titled = [n for n in name.mentions if self._excludes_all(self._title(n), bearers)]
        if not titled or self._title(number):
            return None
        near = self.mentions[number].span.paragraph
        named = any(self._in_paragraph(p, near) for p in bearers)
        if named or min(titled) > number:
            return Verdict(None, "more than one bears this surname", tuple(p.key for p in bearers))
        return Verdict(name.key, "surname of whom the text names by office")

    def _excludes_all(self, title: str, bearers: Sequence[Person]) -> bool:
        return bool(title) and not of_noun(title) and all(self._excluded(title, p) for p in bearers)

    def _in_paragraph(self, person: Person, paragraph: str) -> bool:
        return any(self.mentions[n].span.paragraph == paragraph for n in self._full(person))

    def _excluded(self, title: str, person: Person) -> bool:
        if not title:
            return False
        called, named = of_noun(title), of_given(person.words[0])
        if called:
            return named is not None and named != called
        own = {self._title(n) for n in self._full(person)}
        return title not in own and self.is_relative(person)

    def _is_new(self, name: Name, number: int, title: str, bearers: Sequence[Person]) -> bool:
        """Whether all were introduced in full before, and nobody with the office of one holder that stands here."""
        if title not in words_of("sole_offices") or any(self._leads(title, p) for p in bearers):
            return False
        first = next((n for n in name.mentions if self._title(n) == title), number)
        return all(p.first < first for p in bearers)

    def _leads(self, title: str, person: Person) -> bool:
        spans = [self.mentions[n].span for n in self._full(person)]
        near = {
            t.text.casefold() for s in spans for t in (*self.syntax.before(s, 6), *self.syntax.after(s, 12))
        }
        return not near.isdisjoint({title, "leader"})

    def is_relative(self, person: Person) -> bool:
        """Whether a person is introduced as somebody's relative."""
        return any(self._is_kin(self.mentions[n].span) for n in self._full(person))

    def _full(self, person: Person) -> Iterator[int]:
        name = self._by_first.get(person.first)
        yield from name.mentions if name else ()

    @cached_property
    def _by_first(self) -> Mapping[int, Name]:
        return {name.mentions[0]: name for name in self.names}

    def _title(self, number: int) -> str:
        """The last word of the title before a name, folded; "" if there is none."""
        if number not in self._titles:
            before = self.syntax.before(self.mentions[number].span)
            title = before[0].text.casefold().strip(".") if before else ""
            known = title in words_of("titles") and before[0].text[0].isupper()
            self._titles[number] = title if known and title not in _kin() else ""
        return self._titles[number]

    def _is_kin(self, span: Span) -> bool:
        """Whether a name is introduced as a relative's: "his wife, Ada Lind", "Ada Lind, the first lady"."""
        before = [t.text.casefold() for t in self.syntax.before(span, 3)]
        after = [t.text.casefold() for t in self.syntax.after(span, 5)]
        behind = after[1:] if after[:1] == [","] else []
        return bool(_kin() & {*before, *behind})


def _kin() -> frozenset[str]:
    return words_of("kin")
