"""The page docs/accuracy.md: its words are written by hand, its tables stand between marks and are replaced."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

PAGE = Path(__file__).parents[2] / "docs" / "accuracy.md"
_PART = re.compile(r"(?P<open><!-- measured: (?P<name>[a-z]+) -->\n).*?(?P<close><!-- end -->)", re.DOTALL)


def filled(page: str, parts: Mapping[str, str]) -> str:
    """The page with these parts put in; those not measured now stay. KeyError for a part it has no place for."""
    unknown = parts.keys() - {m["name"] for m in _PART.finditer(page)}
    if unknown:
        raise KeyError(f"no place for {', '.join(sorted(unknown))}")
    return _PART.sub(
        lambda m: f"{m['open']}\n{parts[m['name']]}\n\n{m['close']}" if m["name"] in parts else m[0], page
    )


def write(parts: Mapping[str, str]) -> None:
    """Put the parts into the page's file."""
    PAGE.write_text(filled(PAGE.read_text(encoding="utf-8"), parts), encoding="utf-8")
