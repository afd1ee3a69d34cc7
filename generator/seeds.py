"""What editors give: articles, entries, corrections and the record of revisions, read together.

All problems of all files are told at once, so that an editor mends them in one go.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeVar

from generator.config import Settings
from generator.errors import BackgrounderError, InputErrors
from generator.knowledge import Knowledge, frontmatter, load_knowledge
from generator.knowledge.corrections import load_corrections
from generator.knowledge.files import NO_SEEDS, relative
from generator.knowledge.revisions import load_history
from generator.model.correction import Correction
from generator.model.revision import Change, History
from generator.model.text import Article
from generator.read import changes, gone, inherit, keep, read_article

#: What an article's file may end in.
SUFFIXES = frozenset({".txt", ".md", ".html", ".htm"})
#: What an article may come in, and must be saved from as one of the above; pictures and the like are passed over.
DOCUMENTS = frozenset(
    ".doc .docx .epub .gz .markdown .mht .mhtml .odt .pages .pdf .rtf .xhtml .xml .zip".split()
)
Read = TypeVar("Read")


@dataclass(frozen=True)
class Seeds:
    """Everything read. The paragraphs of recorded articles bear the ids that they were recorded under."""

    knowledge: Knowledge
    articles: tuple[Article, ...]
    corrections: tuple[Correction, ...]
    history: History

    @property
    def changes(self) -> tuple[Change, ...]:
        """What differs in the articles from what is recorded of them."""
        found = (change for article in self.articles for change in changes(article, self.history))
        return (*found, *gone(self.articles, self.history))

    @property
    def unrecorded(self) -> tuple[Change, ...]:
        """The same for who keeps a record: nothing before the first revision."""
        return self.changes if self.history.revisions else ()


def load_seeds(settings: Settings) -> Seeds:
    """All that editors give. InputErrors with every problem of every file; BackgrounderError for a single one."""
    problems: list[BackgrounderError] = []

    def part(read: Callable[[], Read], otherwise: Read) -> Read:
        try:
            return read()
        except BackgrounderError as error:
            problems.extend(error.problems if isinstance(error, InputErrors) else (error,))
            return otherwise

    articles = part(lambda: read_articles(settings), tuple[Article, ...]())
    history = inherit(part(lambda: load_history(settings.seeds), History()), articles)
    seeds = Seeds(
        part(lambda: load_knowledge(settings.seeds), Knowledge()),
        tuple(keep(article, history) for article in articles),
        part(lambda: load_corrections(settings.seeds), ()),
        history,
    )
    if problems:
        raise problems[0] if len(problems) == 1 else InputErrors(tuple(problems))
    return seeds


def read_articles(settings: Settings) -> tuple[Article, ...]:
    """Every article under seeds/articles, by name; all problems at once as InputErrors."""
    found: list[Article] = []
    problems: list[BackgrounderError] = []
    for path in article_files(settings.seeds / "articles"):
        try:
            found.append(_with_rights(read_article(path, settings.root), path, settings))
        except BackgrounderError as error:
            problems.extend(error.problems if isinstance(error, InputErrors) else (error,))
    problems += _twins(found)
    problems += _unread(settings)
    if problems:
        raise InputErrors(tuple(problems))
    return tuple(found)


def _with_rights(article: Article, path: Path, settings: Settings) -> Article:
    """The article with the site's rights where its own file does not state any."""
    if settings.rights == "full" or article.rights == "excerpts" or _states_rights(path):
        return article
    return replace(article, rights=settings.rights)


def _states_rights(path: Path) -> bool:
    """Whether the front matter of a source does; a web page has none."""
    text = (
        path.read_text(encoding="utf-8-sig", errors="replace")
        if path.suffix.casefold() in (".txt", ".md")
        else ""
    )
    return "rights" in frontmatter.split(text, path.name).values


def article_files(folder: Path) -> Sequence[Path]:
    """The files that are articles; hidden files, editors' temporary ones and notes on the folder are none."""
    return [path for path in _in(folder) if path.suffix.casefold() in SUFFIXES]


def _in(folder: Path) -> Sequence[Path]:
    there = sorted(folder.iterdir()) if folder.is_dir() else []
    return [path for path in there if not path.name.startswith(NO_SEEDS)]


def _unread(settings: Settings) -> Iterator[BackgrounderError]:
    """What somebody means to be read among the articles, and cannot be: other documents, folders of articles."""
    folder = settings.seeds / "articles"
    if folder.exists() and not folder.is_dir():
        yield BackgrounderError("a folder is expected here", path=relative(folder, settings.root))
    for path in _in(folder):
        where = relative(path, settings.root)
        if path.suffix.casefold() in DOCUMENTS:
            hint = "save it as plain text (.txt), Markdown (.md) or a web page (.html)"
            yield BackgrounderError("is in a form that is not read", path=where, hint=hint)
        elif path.is_dir() and path.suffix.casefold() not in SUFFIXES and _holds_articles(path):
            hint = "move them up into seeds/articles/"
            yield BackgrounderError("articles in a folder of their own are not read", path=where, hint=hint)


def _holds_articles(folder: Path) -> bool:
    """Whether texts lie in a folder; what a browser saves beside a page holds other web pages."""
    return any(path.suffix.casefold() in (".md", ".txt") for path in _in(folder))


def _twins(articles: Iterable[Article]) -> list[BackgrounderError]:
    """Articles whose file names give the same id."""
    first: dict[str, Article] = {}
    problems = []
    for article in articles:
        other = first.setdefault(article.id, article)
        if other is not article:
            hint = "rename one of the files"
            what = f"gives the same id “{article.id}” as {other.source}"
            problems.append(BackgrounderError(what, path=article.source, hint=hint))
    return problems
