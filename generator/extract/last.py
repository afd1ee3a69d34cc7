"""What was made of the last article is kept: several extractors ask the same of it, one after the other."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import ParamSpec, TypeVar

P = ParamSpec("P")
R = TypeVar("R")


def keeps_last(make: Callable[P, R]) -> Callable[P, R]:
    """A function that gives its last result again as long as it is asked with the very same objects.

    For what is never changed once it is made. The objects are not compared, which would read a whole article each time.
    """
    kept: list[tuple[tuple[object, ...], R]] = []

    @wraps(make)
    def made(*args: P.args, **kwargs: P.kwargs) -> R:
        given = (*args, *kwargs.values())
        if (
            not kept
            or len(kept[0][0]) != len(given)
            or any(a is not b for a, b in zip(kept[0][0], given, strict=True))
        ):
            kept[:] = [(given, make(*args, **kwargs))]
        return kept[0][1]

    return made
