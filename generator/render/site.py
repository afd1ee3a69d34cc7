"""The list of the site's pages, each filled from its template."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from generator.knowledge import Knowledge
from generator.knowledge.labels import Labels
from generator.model.page import Page, Site
from generator.model.story import Story
from generator.render.backlinks import backlinks
from generator.render.desk import Desk
from generator.render.feed import feed
from generator.render.moved import moved_pages
from generator.render.pen import Pen, article_path
from generator.render.templates import Templates

#: Pages that stand alone: template, path and the catalogue's key of their title.
SINGLE = (
    ("actors", "actors/index.md", "actors.title"),
    ("glossary", "glossary/index.md", "glossary.title"),
    ("background", "background/index.md", "background.title"),
    ("articles", "articles/index.md", "articles.title"),
    ("timeline", "timeline.md", "timeline.title"),
    ("quotations", "who-said-what.md", "quotations.title"),
    ("stands", "who-stands-where.md", "stands.title"),
    ("relations", "relations.md", "relations.title"),
    ("questions", "open-questions.md", "questions.title"),
    ("method", "sources-and-method.md", "method.title"),
    ("changes", "changes.md", "changes.title"),
)


@dataclass(frozen=True)
class Facts:
    """What *Sources & method* tells of the run: the program's version and the language model's name."""

    version: str
    model: str


def render(
    story: Story, knowledge: Knowledge, labels: Labels, folders: tuple[Path, ...], facts: Facts
) -> Site:
    """All pages of the story. BackgrounderError if a template is at fault."""
    pages = tuple(_Renderer(story, knowledge, labels, Templates(folders), facts).pages())
    titles = {page.path: page.title for page in pages}
    assets = (*moved_pages(story, labels, titles), *feed(story, labels))
    return Site(tuple(sorted(pages, key=lambda p: p.path)), tuple(sorted(assets, key=lambda a: a.path)))


class _Renderer:
    def __init__(
        self, story: Story, knowledge: Knowledge, labels: Labels, templates: Templates, facts: Facts
    ) -> None:
        self.story, self.knowledge, self.labels = story, knowledge, labels
        self.templates, self.facts = templates, facts
        self.used = backlinks(story)
        self.titles = {
            "index.md": labels.text("home.title"),
            **{path: labels.text(key) for _, path, key in SINGLE},
            **{subject.page: subject.entity.name for subject in story.subjects if subject.page},
        }

    def pages(self) -> Iterator[Page]:
        yield self._page("home", "index.md", self.labels.text("home.title"))
        for template, path, key in SINGLE:
            yield self._page(template, path, self.labels.text(key))
        for analysis in self.story.analyses:
            article = analysis.article
            yield self._page(
                "article", article_path(article.id), article.title, analysis=analysis, article=article
            )
        for subject in self.story.subjects:
            if subject.page:
                template = {"actors": "actor", "glossary": "term"}.get(subject.page.split("/")[0], "topic")
                yield self._page(template, subject.page, subject.entity.name, subject=subject)

    def _page(self, template: str, path: str, title: str, **values: object) -> Page:
        pen = Pen(path, self.story, self.labels)
        desk = Desk(pen, self.knowledge, self.used, self.titles)
        shared = {
            "pen": pen,
            "t": pen.t,
            "desk": desk,
            "story": self.story,
            "facts": self.facts,
            "page": path,
        }
        return Page(path, title, self.templates.fill(template, {**shared, **values}))
