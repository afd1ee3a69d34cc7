"""What a check of a built site finds wrong."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """A page (path below the site), what is wrong with it, and the words or address concerned."""

    page: str
    what: str
    detail: str = ""

    def __str__(self) -> str:
        return f"{self.page}: {self.what}" + (f": {self.detail}" if self.detail else "")
