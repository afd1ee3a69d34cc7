"""The one file that composes the stages: read → recognise → resolve → extract → assemble → render → publish."""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import msgspec

from generator import __version__, cache
from generator.assemble import assemble
from generator.config import Settings, packaged
from generator.errors import BackgrounderError, InputErrors
from generator.extract import find_events, find_quotations, find_relations, find_roles, find_statements
from generator.knowledge import Knowledge, load_knowledge
from generator.knowledge.labels import load_labels
from generator.model.page import Site
from generator.model.statement import Analysis
from generator.model.story import Story
from generator.model.text import Article, Parsed, Span
from generator.publish import export, story_json, verify
from generator.publish.directory import files
from generator.publish.outline import outline
from generator.publish.problem import Problem
from generator.read import read_article
from generator.recognise import DEFAULT_MODEL, Linguist, find_dates, find_mentions
from generator.render import render
from generator.render.linker import finder, pieces
from generator.render.paths import link
from generator.render.site import Facts
from generator.resolve import resolve

#: What an article's file may end in.
SUFFIXES = frozenset({".txt", ".md", ".html", ".htm"})
Progress = Callable[[str], None]


def analyse(article: Article, knowledge: Knowledge, linguist: Linguist) -> Analysis:
    """Everything understood of one article."""
    parsed = linguist.parse(article)
    resolution = resolve(parsed, find_mentions(parsed, knowledge), knowledge)
    dates = find_dates(parsed)
    quotations = find_quotations(parsed, resolution, knowledge)
    return Analysis(
        article=article,
        resolution=resolution,
        sentences=_sentences(parsed),
        quotations=quotations,
        roles=find_roles(parsed, resolution),
        dates=dates,
        events=find_events(parsed, resolution, dates),
        statements=find_statements(parsed, resolution, quotations),
        relations=find_relations(parsed, resolution),
    )


def _sentences(parsed: Parsed) -> tuple[Span, ...]:
    return tuple(Span(parsed.article.id, s.paragraph, s.start, s.end) for s in parsed.sentences)


def read_articles(settings: Settings) -> tuple[Article, ...]:
    """Every article under seeds/articles, by name; all problems at once as InputErrors."""
    folder = settings.seeds / "articles"
    found: list[Article] = []
    problems: list[BackgrounderError] = []
    for path in article_files(folder):
        try:
            found.append(read_article(path, settings.root))
        except BackgrounderError as error:
            problems.append(error)
    problems += _twins(found)
    if problems:
        raise InputErrors(tuple(problems))
    return tuple(found)


def article_files(folder: Path) -> list[Path]:
    """The files that are articles; hidden files and editors' temporary ones are none."""
    there = sorted(folder.iterdir()) if folder.is_dir() else []
    return [path for path in there if path.suffix.casefold() in SUFFIXES and not path.name.startswith((".", "~", "#"))]


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


def analyse_all(settings: Settings, knowledge: Knowledge, progress: Progress = lambda _: None) -> tuple[Analysis, ...]:
    """The analysis of every article, from the cache where nothing it depends on has changed."""
    linguist = functools.cache(lambda: Linguist(settings.model or DEFAULT_MODEL))
    surroundings = _surroundings(settings, knowledge)
    return tuple(_cached(a, settings, knowledge, surroundings, linguist, progress) for a in read_articles(settings))


def _cached(
    article: Article,
    settings: Settings,
    knowledge: Knowledge,
    surroundings: bytes,
    linguist: Callable[[], Linguist],
    progress: Progress,
) -> Analysis:
    key = cache.key(surroundings, msgspec.json.encode(article))
    known = cache.read(settings.cache, key)
    if known is not None and known.article == article:
        return known
    progress(f"analysing {article.source}")
    analysis = analyse(article, knowledge, linguist())
    cache.write(settings.cache, key, analysis)
    return analysis


def _surroundings(settings: Settings, knowledge: Knowledge) -> bytes:
    """What every analysis depends on beside its article: program, model, names known."""
    model = settings.model or DEFAULT_MODEL
    return b"\0".join((__version__.encode(), _program(), model.encode(), msgspec.json.encode(knowledge.entries)))


@functools.cache
def _program() -> bytes:
    """A digest of the program's own rules, so that a changed rule is never hidden by the cache."""
    folder = Path(__file__).parent
    files = sorted(p for p in folder.rglob("*") if p.suffix in (".py", ".yml"))
    return cache.key(*(p.read_bytes() for p in files)).encode()


def tell(settings: Settings, progress: Progress = lambda _: None) -> tuple[Story, Knowledge]:
    """The story of all articles, with the knowledge it was told by."""
    knowledge = load_knowledge(settings.seeds)
    return assemble(analyse_all(settings, knowledge, progress), knowledge), knowledge


@dataclass(frozen=True)
class Told:
    """A whole site, ready for its host: files by path, and how hand-written pages are linked.

    `quiet` are pages that stay out of the navigation: their index pages list them.
    """

    story: Story
    knowledge: Knowledge
    site: Site
    files: Mapping[str, bytes]
    quiet: frozenset[str]

    def cutter(self, page: str) -> Callable[[str], Iterator[tuple[str, str, str]]]:
        """A function that cuts a hand-written page's text at the names to link, each once a page."""
        seen: set[str] = set()
        known = finder(self.knowledge)

        def cut(text: str) -> Iterator[tuple[str, str, str]]:
            for piece in pieces(text, seen, known, self.story):
                subject = piece.subject
                target = link(page, subject.page) if subject else ""
                yield piece.text, target, subject.entry.summary if subject and subject.entry else ""

        return cut


def told(settings: Settings, progress: Progress = lambda _: None) -> Told:
    """The story and its site. BackgrounderError (InputErrors for several) if a seed or template is at fault."""
    story, knowledge = tell(settings, progress)
    folders = (settings.templates, packaged("templates"))
    facts = Facts(__version__, settings.model or DEFAULT_MODEL)
    site = render(story, knowledge, load_labels(settings.language), folders, facts)
    data = story_json(story, __version__, pages=tuple(page.path for page in site.pages))
    contents = {
        **{page.path: page.markdown.encode() for page in site.pages},
        "story.json": data.encode(),
        **{f"assets/{path.name}": path.read_bytes() for path in sorted(packaged("assets").glob("*.*"))},
    }
    quiet = frozenset(page.path for page in site.pages if page.path.count("/") and not page.path.endswith("/index.md"))
    return Told(story, knowledge, site, contents, quiet)


def check_site(settings: Settings, site: Path) -> tuple[Problem, ...]:
    """The problems of a built site, checked against the seeds as they are now."""
    labels = load_labels(settings.language)
    return verify(site, read_articles(settings), load_knowledge(settings.seeds), labels)


def analyse_files(
    settings: Settings, files: Iterable[Path], progress: Progress = lambda _: None, *, as_json: bool = False
) -> Iterator[str]:
    """What is understood of each file, one after another: a JSON line, or an outline to read."""
    knowledge = load_knowledge(settings.seeds if settings.seeds.is_dir() else None)
    linguist = Linguist(settings.model or DEFAULT_MODEL)
    labels = load_labels(settings.language)
    for path in files:
        progress(f"analysing {path}")
        article = read_article(path, path.resolve().parent)
        story = assemble((analyse(article, knowledge, linguist),), knowledge)
        yield story_json(story, __version__, line=True) if as_json else outline(story, labels)


def export_site(settings: Settings, folder: Path, progress: Progress = lambda _: None) -> tuple[str, ...]:
    """Write the pages as plain Markdown into a folder of their own; the paths written or removed."""
    site = told(settings, progress)
    pages = files(site.site)
    return export({**site.files, **pages}, folder)
