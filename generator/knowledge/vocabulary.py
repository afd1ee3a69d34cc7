"""The rules' word lists: one YAML file each, read once."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from importlib import resources
from typing import Any

import yaml


@cache
def load(name: str) -> Any:
    """The data of vocabulary/NAME.yml; treat it as read-only. FileNotFoundError if there is none."""
    path = resources.files("generator.knowledge") / "vocabulary" / f"{name}.yml"
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    return yaml.load(path.read_text(encoding="utf-8"), Loader=loader)  # noqa: S506 - a safe loader


@cache
def words(name: str, *keys: str) -> frozenset[str]:
    """One list of vocabulary/NAME.yml as a set, or several as one, made once; KeyError if it has none of that key.

    A list written as one text has its words between blanks, and an underscore for a blank within one.
    """
    lists = (load(name)[key] for key in keys)
    return frozenset().union(*(_listed(words) for words in lists))


def _listed(words: str | Iterable[str]) -> Iterable[str]:
    return [word.replace("_", " ") for word in words.split()] if isinstance(words, str) else words
