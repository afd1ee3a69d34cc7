"""Every fixed wording of the pages, by key and language, so that a label can be told from a claim."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib import resources

import yaml

from generator.errors import BackgrounderError

_SLOT = re.compile(r"\{(\w+)\}")
#: Parts of written-out dates: no labels, since "{start} to {end}" would match any sentence.
_SLOTTED_DATE = re.compile(r"date\.(?!unknown)")


@dataclass(frozen=True)
class Labels:
    """The catalogue of one language: texts with slots such as {n} (a number) and {name} (a name)."""

    language: str
    texts: Mapping[str, str]
    _patterns: dict[str, tuple[re.Pattern[str], ...]] = field(default_factory=dict, compare=False, repr=False)

    def text(self, key: str, **slots: object) -> str:
        """The wording for a key; {n} = 1 takes the key's ".one" form where there is one. KeyError if unknown."""
        wording = self.texts.get(f"{key}.one") if slots.get("n") == 1 else None
        return (wording or self.texts[key]).format_map({k: str(v) for k, v in slots.items()})

    def matches(self, text: str, known: Callable[[str, str], bool]) -> bool:
        """Whether a text is a label, its slots filled with values that `known(slot, value)` accepts."""
        return any(
            found and all(known(slot, value) for slot, value in found.groupdict().items())
            for found in (pattern.fullmatch(text) for pattern in self._compiled())
        )

    def _compiled(self) -> tuple[re.Pattern[str], ...]:
        if "all" not in self._patterns:
            wordings = (text for key, text in self.texts.items() if not _SLOTTED_DATE.match(key))
            self._patterns["all"] = tuple(_pattern(wording) for wording in wordings)
        return self._patterns["all"]


def _pattern(wording: str) -> re.Pattern[str]:
    parts = _SLOT.split(" ".join(wording.split()))
    built = "".join(f"(?P<{part}>.+?)" if i % 2 else re.escape(part) for i, part in enumerate(parts))
    return re.compile(built)


@cache
def load_labels(language: str = "en") -> Labels:
    """The catalogue of a language; BackgrounderError naming the complete ones if there is none."""
    folder = resources.files("generator.knowledge") / "labels"
    there = sorted(f.name.removesuffix(".yml") for f in folder.iterdir() if f.name.endswith(".yml"))
    if language not in there:
        hint = "choose one of " + ", ".join(there)
        raise BackgrounderError(
            f"there is no catalogue of labels for “{language}”", path="mkdocs.yml", hint=hint
        )
    data = yaml.safe_load((folder / f"{language}.yml").read_text(encoding="utf-8"))
    return Labels(language, {key: " ".join(text.split()) for key, text in data.items()})
