"""Whether an entry's name means the entry here: other states have a Labor Party and a Congress too."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from generator.knowledge.wordlists import words_of
from generator.resolve.names import Name
from generator.resolve.persons import Verdict

if TYPE_CHECKING:
    from generator.knowledge import Knowledge


@dataclass(frozen=True)
class Homes:
    """The countries that one article names, and which entries are at home in them."""

    names: Sequence[Name]
    knowledge: Knowledge

    def choice(self, keys: Sequence[str]) -> Verdict:
        """Which of several entries of one name is meant: the one whose country the text names, or that has none."""
        at_home = [key for key in keys if self._affiliation(key) in self._named]
        if len(at_home) == 1:
            return Verdict(at_home[0], "name of the entry whose country the text names")
        homeless = [key for key in keys if not self._affiliation(key)]
        if not at_home and len(homeless) == 1:
            return Verdict(homeless[0], "name of the entry; the others’ countries are not named")
        return Verdict(None, "several entries bear this name", tuple(keys))

    def is_namesake(self, name: Name) -> bool:
        """Whether a name that others bear too stands without another sign of the country it would mean."""
        if not name.keys or name.folded not in words_of("homonyms"):
            return False
        country = self._country(name.keys[0])
        others = (n for n in self.names if n is not name)
        return not any(self._country(key) == country for n in others for key in n.keys[:1])

    def is_foreign(self, name: Name) -> bool:
        """Whether a name that many states have a body by ("Labor Party") stands in a text that names other states only."""
        if len(name.keys) != 1 or not _is_usual(name):
            return False
        entry, home = self.knowledge.get(name.keys[0]), self._affiliation(name.keys[0])
        own = entry is not None and name.text.removeprefix("the ") == entry.name
        return self._is_state(home) and bool(self._states) and home not in self._states and not own

    def _affiliation(self, key: str) -> str:
        entry = self.knowledge.get(key)
        return entry.affiliation if entry is not None else ""

    def _country(self, key: str) -> str:
        entry = self.knowledge.get(key)
        return entry.stands_for or entry.id if entry is not None else key

    @cached_property
    def _named(self) -> frozenset[str]:
        """What the text names by an unambiguous name, a country's people or its capital."""
        return frozenset(self._country(name.keys[0]) for name in self.names if len(name.keys) == 1)

    @cached_property
    def _states(self) -> frozenset[str]:
        """The states that the text names, or a body of which it names by a name that no other state has one by."""
        bodies = (name.keys[0] for name in self.names if len(name.keys) == 1 and not _is_usual(name))
        signs = {*self._named, *map(self._affiliation, bodies)}
        return frozenset(id for id in signs if self._is_state(id))

    def _is_state(self, id: str) -> bool:
        entry = self.knowledge.get(id)
        return entry is not None and entry.kind == "government"


def _is_usual(name: Name) -> bool:
    """Whether many states have a body of this name, by its last word."""
    return name.words[-1] in words_of("bodies") | {"party", "democrats"}
