"""The editor's to-do list: what the site does not know and what its seeds do not need, most important first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass, replace
from typing import Any

from generator.config import Settings
from generator.knowledge import Knowledge
from generator.model.entry import Entry
from generator.model.story import Story, Subject
from generator.model.text import grouped
from generator.pipeline import Progress, tell

#: The kinds of things to do in order of importance, with the words that head them.
KINDS = {
    "correction": "Corrections that do not apply as they stand",
    "revision": "Changes of articles that are not recorded",
    "draft": "Drafts to fill in",
    "unexplained-actor": "Actors without an explanation",
    "unattributed": "Quotations without a speaker",
    "ambiguous": "Names that could mean more than one",
    "publication-date": "Articles without a date",
    "unresolved-date": "Dates that the article does not fix",
    "acronym": "Acronyms without an explanation",
    "outdated": "Entries that may be out of date",
    "unexplained-term": "Names without an explanation",
    "unused": "Entries that no article needs",
}


@dataclass(frozen=True)
class Task:
    """Something to do: its kind (of KINDS), what it is about, how often it shows, and where first."""

    kind: str
    text: str
    count: int = 1
    path: str = ""  # of the seed, relative to the project
    line: int = 0
    article: str = ""
    paragraph: str = ""
    number: int = 0  # of the paragraph, as readers count
    hint: str = ""

    def __str__(self) -> str:
        place = f" ¶ {self.number}" if self.number else f":{self.line}" if self.line else ""
        where = f"{self.path}{place}: " if self.path else ""
        often = f" ({self.count} times)" if self.count > 1 and self.kind != "revision" else ""
        return f"{where}{self.text}{often}" + (f"\n    {self.hint}" if self.hint else "")


def check(settings: Settings, progress: Progress = lambda _: None) -> tuple[Task, ...]:
    """Everything that is left to do, sorted; BackgrounderError if the seeds are at fault."""
    story, knowledge = tell(settings, progress)
    return tasks(story, knowledge)


def tasks(story: Story, knowledge: Knowledge) -> tuple[Task, ...]:
    """What a story leaves to do, by kind and within a kind by count."""
    edited = (*_corrections(story), *_unrecorded(story), *_drafts(knowledge))
    found = [*edited, *_unexplained(story, knowledge), *_open(story), *_unused(story, knowledge)]
    order = {kind: place for place, kind in enumerate(KINDS)}
    return tuple(sorted(found, key=lambda task: (order[task.kind], -task.count)))


def outline(tasks: Sequence[Task]) -> Iterator[str]:
    """The list as lines to read, each kind under its heading."""
    for kind, heading in KINDS.items():
        these = [task for task in tasks if task.kind == kind]
        if these:
            yield f"{heading} ({len(these)})"
            yield from (f"  {task}" for task in these)


def record(task: Task) -> dict[str, Any]:
    """A task as JSON takes it, without the fields that say nothing."""
    return {key: value for key, value in asdict(task).items() if value not in ("", 0)}


def _corrections(story: Story) -> Iterator[Task]:
    for lost in story.unmatched:
        correction = lost.correction
        yield Task("correction", lost.text, path=correction.path, line=correction.line, hint=lost.hint)


def _unrecorded(story: Story) -> Iterator[Task]:
    """One task an article, however many of its paragraphs changed, with how many of each kind."""
    sources = {article.id: article.source for article in story.articles}
    for article, mine in grouped(story.unrecorded, lambda change: change.article).items():
        kinds = Counter((change.kind, bool(change.paragraph)) for change in mine)
        before = next((f" from {change.before}" for change in mine if change.kind == "renamed"), "")
        told = ", ".join(f"{n} {kind}" if part else kind + before for (kind, part), n in kinds.items())
        path = sources.get(article, "")
        text = told if path else f"{article}: {told}"
        hint = 'backgrounder revise -m "Why it changed"'
        yield Task("revision", text, len(mine), path, article=article, hint=hint)


def _drafts(knowledge: Knowledge) -> Iterator[Task]:
    for entry in knowledge.drafts:
        hint = "left out of the site until you fill in `summary`, `sources` and `as_of`"
        yield Task("draft", entry.name, path=entry.path, hint=hint)


def _unexplained(story: Story, knowledge: Knowledge) -> Iterator[Task]:
    drafted = {entry.id for entry in knowledge.drafts}
    for subject in story.subjects:
        entry = subject.entry
        if subject.id in drafted:
            continue
        if subject.weight and not (entry and (entry.summary or entry.body)):
            kind = "unexplained-actor" if subject.actor else "unexplained-term"
            span = subject.occurrences[0].mention.mention.span
            task = Task(
                kind, subject.entity.name, subject.weight, article=span.article, paragraph=span.paragraph
            )
            yield replace(_at(story, task), hint=f'backgrounder draft "{subject.entity.name}"')


def _open(story: Story) -> Iterator[Task]:
    """The story's open questions, the same ones of an article told once with their number."""
    counted: dict[tuple[str, str, str], list[str]] = {}
    for question in story.open_questions:
        if question.kind in KINDS and question.kind != "outdated":
            counted.setdefault((question.kind, question.text, question.article), []).append(
                question.paragraph
            )
    for (kind, text, article), paragraphs in counted.items():
        yield _at(story, Task(kind, text, len(paragraphs), article=article, paragraph=paragraphs[0]))
    outdated = {question.text for question in story.open_questions if question.kind == "outdated"}
    for subject in story.subjects:
        entry = subject.entry
        if entry and subject.entity.name in outdated and entry.section != "world":
            yield Task("outdated", entry.name, path=entry.path, hint=f"it holds as of {entry.as_of}")


def _at(story: Story, task: Task) -> Task:
    """The task with the file and the paragraph's number of its article."""
    article = story.article(task.article)
    number = article.numbers.get(task.paragraph, 0)
    return replace(task, path=article.source, number=number, text=" ".join(task.text.split()))


def _unused(story: Story, knowledge: Knowledge) -> Iterator[Task]:
    """Editors' entries that neither an article mentions nor another entry in use points to."""
    used = {id for subject in story.subjects if subject.occurrences for id in _ids(subject)}
    mine = [entry for entry in knowledge.entries if entry.section != "world"]
    reached = _reach(used, mine)
    for entry in mine:
        if entry.id not in reached:
            yield Task(
                "unused",
                entry.name,
                path=entry.path,
                hint="give it an alias that the articles use, or `about:`",
            )


def _ids(subject: Subject) -> tuple[str, ...]:
    return tuple(id for id in (subject.id, subject.entity.key) if id)


def _reach(used: set[str], entries: Sequence[Entry]) -> set[str]:
    """The ids in use and all that they are tied to, whichever of the two names the other."""
    reached = set(used)
    while True:
        more = {id for entry in entries for id in _tied(entry, reached)} - reached
        if not more:
            return reached
        reached |= more


def _tied(entry: Entry, reached: set[str]) -> tuple[str, ...]:
    ties = (*entry.about, entry.affiliation, entry.stands_for)
    if entry.id in reached:
        return tuple(id for id in ties if id)
    return (entry.id,) if reached.intersection(entry.about) else ()
