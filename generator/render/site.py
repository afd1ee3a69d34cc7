"""The list of the site's pages, each filled from its template."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from dataclasses import dataclass, replace

from generator.knowledge import Knowledge
from generator.knowledge.labels import Labels
from generator.model.page import Page, Site
from generator.model.statement import Analysis
from generator.model.story import Story, Subject
from generator.render.backlinks import backlinks
from generator.render.desk import Desk
from generator.render.feed import feed
from generator.render.guide import guide
from generator.render.linked_data import article_data, site_data, subject_data, summary_of, timeline_data
from generator.render.moved import moved_pages
from generator.render.pen import Pen, article_path
from generator.render.recent import recent_story, recent_subject
from generator.render.register import Register
from generator.render.templates import Templates

#: Characters of a description.
DESCRIPTION = 200
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


#: Of these, the pages that draw on what all articles say: the latest ones, where they are many.
DRAWING = frozenset({"timeline", "quotations", "stands", "relations", "questions"})


@dataclass(frozen=True)
class Facts:
    """What *Sources & method* tells of the run: the program's version and the language model's name.

    `accuracy` is the site's own page on how often the analysis is right, "" if it has none.
    """

    version: str
    model: str
    accuracy: str = ""


def render(story: Story, knowledge: Knowledge, labels: Labels, templates: Templates, facts: Facts) -> Site:
    """All pages of the story. BackgrounderError if a template is at fault."""
    pages = tuple(_Renderer(story, knowledge, labels, templates, facts).pages())
    titles = {page.path: page.title for page in pages}
    assets = (*moved_pages(story, labels, titles), *feed(story, labels), guide(pages, labels))
    return Site(tuple(sorted(pages, key=lambda p: p.path)), tuple(sorted(assets, key=lambda a: a.path)))


def headings(page: Page, story: Story, labels: Labels) -> tuple[str, str]:
    """What a picture of the page says: its title, and the part of the site that it belongs to.

    The home page has the latest article's title, since its own says less.
    """
    sections = {path.removesuffix("index.md"): key for _, path, key in SINGLE if path.endswith("index.md")}
    folder, slash, _ = page.path.partition("/")
    if page.path == "index.md" and story.articles:
        return story.articles[0].title, labels.text("home.kicker")
    key = sections.get(f"{folder}{slash}", "home.title")
    return page.title, "" if labels.text(key) == page.title else labels.text(key)


class _Renderer:
    def __init__(
        self, story: Story, knowledge: Knowledge, labels: Labels, templates: Templates, facts: Facts
    ) -> None:
        self.story, self.labels = story, labels
        self.templates, self.facts = templates, facts
        self.recent = recent_story(story)
        titles = {
            "index.md": labels.text("home.title"),
            **{path: labels.text(key) for _, path, key in SINGLE},
            **{subject.page: subject.entity.name for subject in story.subjects if subject.page},
        }
        self.register = Register(story, knowledge, backlinks(story), titles)

    def pages(self) -> Iterator[Page]:
        yield self._home()
        for template, path, key in SINGLE:
            data = timeline_data(self.recent) if template == "timeline" else ""
            page = self._page(template, path, self.labels.text(key))
            # The glossary has its letters above its entries: beside them they would stand twice.
            hide = (*page.hide, "toc") if template == "glossary" else page.hide
            yield replace(page, description=self._intro(template), data=data, hide=hide)
        for analysis in self.story.analyses:
            yield self._article(analysis)
        for subject in self.story.subjects:
            if subject.page:
                yield self._subject(subject)

    def _home(self) -> Page:
        page = self._page("home", "index.md", self.labels.text("home.title"))
        told = _cut(self.story.words(self.story.brief[0])) if self.story.brief else ""
        data = site_data(self.story, self.labels.text("home.title"))
        return replace(page, description=told, data=data, hide=("navigation", "toc"))

    def _article(self, analysis: Analysis) -> Page:
        article = analysis.article
        path = article_path(article.id)
        page = self._page("article", path, article.title, analysis=analysis, article=article)
        body = next((p.text for p in article.paragraphs if p.kind == "body"), "")
        data = article_data(article, self.story)
        return replace(page, description=_cut(article.dek or body), data=data, hide=("navigation", "toc"))

    def _subject(self, subject: Subject) -> Page:
        template = {"actors": "actor", "glossary": "term"}.get(subject.page.split("/")[0], "topic")
        recent = recent_subject(subject, self.story)
        page = self._page(
            template, subject.page, subject.entity.name, subject=recent.subject, whole=subject, recent=recent
        )
        told = summary_of(subject.entry) or (subject.roles[0].text if subject.roles else "")
        return replace(page, description=_cut(told), data=subject_data(subject, self.story, self.labels))

    def _intro(self, template: str) -> str:
        """The line that opens a page of its own, where the catalogue has one."""
        return self.labels.texts.get(f"{template}.intro", "")

    def _page(self, template: str, path: str, title: str, **values: object) -> Page:
        story = self.recent if template in DRAWING else self.story
        pen = Pen(path, story, self.labels)
        shared = {
            "pen": pen,
            "t": pen.t,
            "desk": Desk(pen, self.register),
            "story": story,
            "facts": self.facts,
            "page": path,
        }
        text = self.templates.fill(template, {**shared, **values})
        return Page(path, title, text, hide=("navigation",))


def _cut(text: str) -> str:
    """At most as much of a text as search engines show, cut between words."""
    return textwrap.shorten(text, DESCRIPTION, placeholder="…")
