"""The recorded history of the articles: what changed when and why, and every address that was ever given."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from types import MappingProxyType
from typing import Literal

ChangeKind = Literal[
    "new", "renamed", "gone", "metadata", "added", "edited", "moved", "split", "merged", "removed"
]
#: Changes after which a paragraph's id names no paragraph of its own.
RETIRING: frozenset[str] = frozenset({"merged", "removed"})


@dataclass(frozen=True, slots=True)
class Change:
    """What became of one paragraph, or of a whole article (`new`, `renamed`, `gone`, `metadata`; then `paragraph` is "").

    `renamed` has the id that the article had `before`. Else `before` and `after` are the paragraph's words, "" where there were none. `other` is, for `merged`, the
    paragraph that took the words in, for `split`, the one that they were part of; for `metadata`, which part
    of it is not what it was.
    """

    article: str
    kind: ChangeKind
    paragraph: str = ""
    before: str = ""
    after: str = ""
    other: str = ""


@dataclass(frozen=True, slots=True)
class Revision:
    """One run of `revise`: its number from 1, its ISO date, the editors' reason, and the changes."""

    number: int
    date: str
    why: str
    changes: tuple[Change, ...] = ()


@dataclass(frozen=True, slots=True)
class Retired:
    """A paragraph id without a paragraph: the change that took it, and the revision (None: not recorded yet)."""

    change: Change
    revision: Revision | None


@dataclass(frozen=True)
class History:
    """Everything recorded.

    `articles` holds each article's paragraphs, id → words, in order; `metadata` what each states of itself, part
    → words; `pages` every page that was ever recorded, path → title; `moved` those and other addresses that led to
    another page when they were recorded last, path → path. `renamed` are articles that took another's record over since, new id → old.
    """

    revisions: tuple[Revision, ...] = ()
    articles: Mapping[str, Mapping[str, str]] = field(default_factory=lambda: MappingProxyType({}))
    pages: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    renamed: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    metadata: Mapping[str, Mapping[str, str]] = field(default_factory=lambda: MappingProxyType({}))
    moved: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))

    def retired(self, article: str) -> Mapping[str, Retired]:
        """The ids of an article's paragraphs that are no more, with how they went, under former names as well."""
        names = (*reversed(self.before(article)), article)
        return {id: one for name in names for id, one in self._retired.get(name, {}).items()}

    def before(self, article: str) -> tuple[str, ...]:
        """The ids that an article had before, the latest first."""
        found: list[str] = []
        for renames in reversed(self._renames):
            if old := renames.get(found[-1] if found else article):
                found.append(old)
        return tuple(found)

    def after(self, id: str) -> str:
        """The id now of the article that bore an id last."""
        last = max((n for n, told in enumerate(self._renames) if id in told.values()), default=None)
        for renames in () if last is None else self._renames[last:]:
            id = next((new for new, old in renames.items() if old == id), id)
        return id

    @cached_property
    def _renames(self) -> tuple[Mapping[str, str], ...]:
        """New ids of articles with those before, in the order of time; those of one revision happened at once."""
        told = ({c.article: c.before for c in r.changes if c.kind == "renamed"} for r in self.revisions)
        return tuple(renames for renames in (*told, self.renamed) if renames)

    @cached_property
    def left(self) -> frozenset[str]:
        """The ids whose article has another now, and that no other article came to bear."""
        found: set[str] = set()
        for revision in self.revisions:
            found |= {change.before for change in revision.changes if change.kind == "renamed"}
            found -= {change.article for change in revision.changes if change.kind in ("new", "renamed")}
        return frozenset((found | {*self.renamed.values()}) - self.renamed.keys())

    @cached_property
    def absent(self) -> frozenset[str]:
        """The articles that were recorded, and then recorded as gone."""
        kinds = ("new", "renamed", "gone")
        last = {c.article: c.kind for r in self.revisions for c in r.changes if c.kind in kinds}
        return frozenset(article for article, kind in last.items() if kind == "gone")

    @cached_property
    def _retired(self) -> dict[str, dict[str, Retired]]:
        found: dict[str, dict[str, Retired]] = {}
        for revision in self.revisions:
            for change in revision.changes:
                ids = found.setdefault(change.article, {})
                if change.kind in RETIRING:
                    ids[change.paragraph] = Retired(change, revision)
                elif change.kind in ("added", "split"):
                    ids.pop(change.paragraph, None)
        return found
