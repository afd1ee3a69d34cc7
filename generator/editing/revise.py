"""Records what changed in the articles, when and why: the one thing that writes seeds/revisions.yml."""

from __future__ import annotations

import os
import re
import tempfile
from datetime import UTC, date, datetime
from pathlib import Path

from generator.config import Settings
from generator.errors import BackgrounderError
from generator.knowledge.files import relative
from generator.knowledge.revisions import FILE, read_history, worded
from generator.model.revision import History, Revision
from generator.pipeline import Progress, Told, told
from generator.seeds import Seeds, load_seeds

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


def revise(
    settings: Settings, why: str, day: str = "", progress: Progress = lambda _: None
) -> Revision | None:
    """Record the articles and pages as they are now; the new revision, or None if nothing changed.

    `day` is the ISO date of the revision, today's if "". BackgrounderError if the seeds, the date or the
    reason are at fault; the file is written whole or not at all.
    """
    why, day = " ".join(why.split()), _checked(day) if day else today()
    if not why:
        raise BackgrounderError(
            "a revision needs a reason", hint='backgrounder revise -m "The date was wrong."'
        )
    seeds = load_seeds(settings)
    history = recorded(seeds, told(settings, progress), day, why)
    if history is None:
        return None
    path = settings.seeds / FILE
    text, where = worded(history), relative(path, settings.root)
    if read_history(text, where) != history:
        raise BackgrounderError(
            "the record would not be read back as it is", path=FILE, hint="tell the makers"
        )
    try:
        _write(path.resolve(), text)  # where the file is a link, what it leads to
    except OSError as error:  # told of the file that the user knows
        raise BackgrounderError(f"cannot be written: {error.strerror}", path=where) from error
    return history.revisions[-1]


def recorded(seeds: Seeds, site: Told, day: str, why: str) -> History | None:
    """The history with one revision more, of what the seeds and the site are now; None if there is nothing to record.

    An article or page that is gone stays in the record: its addresses were given out.
    """
    before = seeds.history
    there = {page.path: page.title for page in site.site.pages}
    pages = {**before.pages, **there}
    moved = {old: new for old, new in {**before.moved, **site.moved}.items() if old not in there}
    if not seeds.changes and pages == before.pages and moved == before.moved:
        return None
    texts = {article.id: {p.id: p.text for p in article.paragraphs} for article in seeds.articles}
    stated = {article.id: article.stated for article in seeds.articles}
    return History(
        (*before.revisions, Revision(len(before.revisions) + 1, day, why, seeds.changes)),
        {**before.articles, **texts},
        pages,
        metadata={**before.metadata, **stated},
        moved=moved,
    )


def today() -> str:
    """The day that a revision is of where none is told: SOURCE_DATE_EPOCH's, else the clock's."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    if epoch.isdecimal():
        return datetime.fromtimestamp(int(epoch), UTC).date().isoformat()
    return datetime.now(UTC).astimezone().date().isoformat()


def _checked(day: str) -> str:
    try:
        if _DAY.fullmatch(day):
            return date.fromisoformat(day).isoformat()
    except ValueError:
        pass
    raise BackgrounderError(f"is not a date: {day}", path="--date", hint="write year-month-day: 2023-03-20")


def _write(path: Path, text: str) -> None:
    """Whole or not at all."""
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=".", suffix=".part")
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="") as file:
            file.write(text)
        Path(name).chmod(0o644)
        Path(name).replace(path)
    finally:
        Path(name).unlink(missing_ok=True)
