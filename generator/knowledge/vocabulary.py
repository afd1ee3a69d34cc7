"""The rules' word lists: one YAML file each, read once."""

from __future__ import annotations

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
def words(name: str, key: str) -> frozenset[str]:
    """One list of vocabulary/NAME.yml as a set; KeyError if it has none of that key.

    A list written as one text has its words between blanks, and an underscore for a blank within one.
    """
    listed = load(name)[key]
    return frozenset(
        [word.replace("_", " ") for word in listed.split()] if isinstance(listed, str) else listed
    )
