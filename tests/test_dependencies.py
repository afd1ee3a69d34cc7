"""What pyproject.toml states is enough: a fresh environment has every package that the program imports."""

import tomllib
from collections.abc import Iterator
from importlib.metadata import distribution
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

PROJECT = Path(__file__).parent.parent / "pyproject.toml"


def stated() -> list[Requirement]:
    project = tomllib.loads(PROJECT.read_text(encoding="utf-8"))["project"]
    return [Requirement(text) for text in project["dependencies"]]


def needed(requirements: list[Requirement], seen: set[str]) -> Iterator[Requirement]:
    """Everything that is installed with them."""
    for one in requirements:
        if one.marker and not one.marker.evaluate({"extra": ""}):
            continue
        yield one
        if (name := canonicalize_name(one.name)) not in seen:
            seen.add(name)
            theirs = distribution(name).requires or []
            yield from needed([Requirement(text) for text in theirs], seen)


def behind(extra: str, name: str) -> set[str]:
    """The packages that an extra of a package stands for."""
    theirs = [Requirement(text) for text in distribution(name).requires or []]

    def asked(extra: str) -> set[str]:
        return {canonicalize_name(r.name) for r in theirs if r.marker and r.marker.evaluate({"extra": extra})}

    return asked(extra) - asked("")


def test_packages_behind_an_extra_are_stated_where_an_older_pip_does_not_find_it():
    """Pip before 23.3, which comes with Python 3.11, takes `html_clean` and `html-clean` for two extras."""
    own = {canonicalize_name(one.name) for one in stated()}
    for one in needed(stated(), set()):
        for extra in one.extras:
            if extra != canonicalize_name(extra):
                assert behind(canonicalize_name(extra), one.name) <= own, f"{one.name}[{extra}]"
