"""The one file that composes the stages: read → recognise → resolve → extract → assemble → render → publish."""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from generator import DEFAULT_MODEL, __version__, cache
from generator.assemble import assemble
from generator.config import Settings, packaged
from generator.depends import digest, language, linking, program, surroundings
from generator.errors import BackgrounderError
from generator.knowledge import Knowledge, load_knowledge
from generator.knowledge.labels import load_labels
from generator.model.page import Site
from generator.model.statement import Analysis
from generator.model.story import Story
from generator.model.text import Article, Parsed, Span
from generator.publish import Sources, export, story_json, verify
from generator.publish.called import as_called
from generator.publish.directory import files, handwritten
from generator.publish.outline import outline
from generator.publish.problem import Problem
from generator.read import read_article
from generator.render import render
from generator.render.linker import finder, pieces
from generator.render.moved import leads
from generator.render.paths import link
from generator.render.site import Facts, headings
from generator.render.templates import Compiled, Templates
from generator.seeds import load_seeds

if TYPE_CHECKING:
    from generator.readings import Rereading
    from generator.recognise import Linguist

Progress = Callable[[str], None]


def analyse(article: Article, knowledge: Knowledge, linguist: Linguist | Rereading) -> Analysis:
    """Everything understood of one article.

    The rooms of its rules are entered here: a build that analyses nothing does without them, and is a third of a second faster.
    """
    from generator.extract import (  # noqa: PLC0415
        find_events,
        find_quotations,
        find_relations,
        find_roles,
        find_statements,
    )
    from generator.recognise import find_dates, find_mentions  # noqa: PLC0415
    from generator.resolve import resolve  # noqa: PLC0415

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


def analyse_all(
    settings: Settings,
    articles: Iterable[Article],
    knowledge: Knowledge,
    progress: Progress = lambda _: None,
) -> tuple[Analysis, ...]:
    """The analysis of every article, from the cache where nothing it depends on has changed."""
    depends = surroundings(settings, knowledge)
    keyed = {cache.key(depends, msgspec.json.encode(a)): a for a in articles}
    found = tuple(_cached(key, article, settings, knowledge, progress) for key, article in keyed.items())
    cache.tidy(settings.cache, frozenset(keyed))
    cache.tidy(shelf(settings, "readings"), frozenset())
    return found


def _cached(
    key: str, article: Article, settings: Settings, knowledge: Knowledge, progress: Progress
) -> Analysis:
    known = cache.read(settings.cache, key, Analysis)
    if known is not None and known.article == article:
        return known
    progress(f"analysing {article.source}")
    analysis = analyse(article, knowledge, _rereading(settings))
    cache.write(settings.cache, key, analysis)
    return analysis


def _rereading(settings: Settings) -> Rereading:
    """The linguist, with what it said of the articles that were read last."""
    from generator.readings import Rereading  # noqa: PLC0415 - as above

    model = settings.model or DEFAULT_MODEL
    return Rereading(_linguist(model), shelf(settings, "readings"), language(model))


def shelf(settings: Settings, name: str) -> Path | None:
    """Where results of one kind are kept; None if the site keeps none."""
    return settings.cache / name if settings.cache else None


@functools.lru_cache(maxsize=1)
def _linguist(model: str) -> Linguist:
    """One language pipeline a process: a preview that re-analyses an edited article does not load it anew."""
    from generator.recognise import Linguist  # noqa: PLC0415 - as above

    return Linguist(model)


def tell(settings: Settings, progress: Progress = lambda _: None) -> tuple[Story, Knowledge]:
    """The story of all articles, with the knowledge it was told by."""
    seeds = load_seeds(settings)
    analyses = analyse_all(settings, seeds.articles, seeds.knowledge, progress)
    story = assemble(analyses, seeds.knowledge, seeds.corrections, seeds.history, seeds.unrecorded)
    return story, seeds.knowledge


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

    @property
    def notices(self) -> tuple[BackgrounderError, ...]:
        """What an editor should mend, though there is a site without it: corrections that match nothing."""
        return tuple(
            BackgrounderError(u.text, path=u.correction.path, line=u.correction.line, hint=u.hint)
            for u in self.story.unmatched
        )

    @property
    def moved(self) -> dict[str, str]:
        """The old addresses, each with the page that it leads to."""
        found = leads(self.story, {page.path for page in self.site.pages})
        return {path: target for path, target in found.items() if target}

    @functools.cached_property
    def linking(self) -> bytes:
        """What the links of hand-written pages are made from."""
        return linking(self.knowledge, self.story)

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


#: The hand-written page to which *Sources & method* links where a site has it.
ACCURACY = "accuracy.md"


def told(settings: Settings, progress: Progress = lambda _: None) -> Told:
    """The story and its site. BackgrounderError (InputErrors for several) if a seed or template is at fault."""
    return _site(*tell(settings, progress), settings, (settings.templates, packaged("templates")))


def untold(settings: Settings) -> Told:
    """A site without a story, of the program's own parts alone: what a preview shows until it can tell one."""
    knowledge = load_knowledge(None)
    usual = replace(settings, language="en")
    return _site(assemble((), knowledge), knowledge, usual, (packaged("templates"),))


def _site(story: Story, knowledge: Knowledge, settings: Settings, folders: tuple[Path, ...]) -> Told:
    accuracy = ACCURACY if (settings.docs / ACCURACY).is_file() else ""
    facts = Facts(__version__, settings.model or DEFAULT_MODEL, accuracy)
    site = _rendered(story, knowledge, settings, folders, facts)
    data = story_json(story, __version__, pages=tuple(page.path for page in site.pages))
    contents = {
        **{page.path: page.document.encode() for page in site.pages},
        **{asset.path: asset.content for asset in site.assets},
        "story.json": data.encode(),
        **{f"assets/{path.name}": path.read_bytes() for path in sorted(packaged("assets").glob("*.*"))},
    }
    quiet = frozenset(
        page.path for page in site.pages if page.path.count("/") and not page.path.endswith("/index.md")
    )
    return Told(story, knowledge, site, contents, quiet)


def pictures(told: Told, settings: Settings, name: str) -> dict[str, bytes]:
    """The picture of every page for those who share it, by the page's path; `name` is the site's.

    Drawn once: kept as long as the words on it, and the way it is drawn, stay the same.
    """
    from generator.render.social import Card, picture, way  # noqa: PLC0415 - costly, and not for every build

    kept = cache.Shelf(shelf(settings, "pictures"))
    labels, found = load_labels(settings.language), {}
    for page in told.site.pages:
        card = Card(*headings(page, told.story, labels), name)
        key = cache.key(way(), *(words.encode() for words in (card.title, card.section, card.site)))
        known = kept.read(key, bytes)
        if known is None:
            known = picture(card)
            kept.write(key, known)
        found[page.path] = known
    kept.tidy()
    return found


def _rendered(
    story: Story, knowledge: Knowledge, settings: Settings, folders: tuple[Path, ...], facts: Facts
) -> Site:
    """The pages; those of the last build if nothing has changed that they are made from."""
    made_from = msgspec.json.encode((story, knowledge.entries, settings.language, facts), enc_hook=dict)
    key = cache.key(program(), *map(digest, folders), made_from)
    known = cache.read(settings.cache, key, Site, "site")
    if known is None:
        labels = load_labels(settings.language)
        known = render(story, knowledge, labels, Templates(folders, compiled(settings)), facts)
        cache.write(settings.cache, key, known, "site")
    return known


def compiled(settings: Settings) -> Compiled:
    """What templates were compiled to before, ours and the theme's."""
    return Compiled(cache.Shelf(shelf(settings, "templates")), program())


def check_site(settings: Settings, site: Path) -> tuple[Problem, ...]:
    """The problems of a built site, checked against the seeds as they are now."""
    labels = load_labels(settings.language)
    seeds = load_seeds(settings)
    sources = Sources(seeds.articles, seeds.knowledge, seeds.corrections, seeds.history)
    return verify(site, sources, labels)


def analyst(settings: Settings, *, as_json: bool = False) -> Callable[[Path], str]:
    """A function from an article's file to what is understood of it: a JSON line, or an outline to read."""
    knowledge = load_knowledge(settings.seeds if settings.seeds.is_dir() else None)
    labels = load_labels(settings.language)

    def understood(path: Path) -> str:
        real = path.resolve()
        article = read_article(real, real.parent)
        analysis = analyse(article, knowledge, _linguist(settings.model or DEFAULT_MODEL))
        story = as_called(assemble((analysis,), knowledge))
        return story_json(story, __version__, line=True) if as_json else outline(story, labels)

    return understood


def export_site(settings: Settings, folder: Path, progress: Progress = lambda _: None) -> tuple[str, ...]:
    """Write the pages as plain Markdown into a folder of their own; the paths written or removed.

    What is written by hand in docs/ goes with them, so that no link is dead, and wins over a generated
    file of the same path. BackgrounderError if the folder lies within the site's own sources.
    """
    sources = (settings.docs, settings.seeds, settings.templates)
    if any(folder.resolve().is_relative_to(source.resolve()) for source in sources):
        raise BackgrounderError(
            "lies among the site’s own sources", path=str(folder), hint="name another folder"
        )
    site = told(settings, progress)
    return export({**site.files, **files(site.site), **handwritten(settings.docs)}, folder)
