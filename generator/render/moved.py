"""Old addresses: for every page that was ever recorded and is no more, a page that leads on."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator, Mapping

from generator.knowledge.labels import Labels
from generator.knowledge.names import fold
from generator.model.page import Asset
from generator.model.revision import History
from generator.model.story import Story
from generator.render.escape import attribute, escape
from generator.render.paths import href, url
from generator.render.pen import article_path


def moved_pages(story: Story, labels: Labels, titles: Mapping[str, str]) -> Iterator[Asset]:
    """A file for each old address: a redirect to where its subject is now, or a note that it is no more.

    `titles` are the pages that there are, path → title.
    """
    for path, target in leads(story, titles).items():
        if target:
            yield _file(path, _redirect(path, target, titles[target], labels))
        else:
            yield _file(path, _gone(path, _title(path, story.history), labels, titles))


def leads(story: Story, titles: Collection[str]) -> dict[str, str]:
    """Every old address with the page that it leads to, "" where that is not known; `titles` are the pages that there are."""
    history = story.history
    recorded = {*history.pages, *history.moved}
    paths = sorted((recorded | _renamed(story, titles)).difference(titles))
    found = {path: _target(path, story, titles) for path in paths}
    return {path: target for path, target in found.items() if target or path in recorded}


def _renamed(story: Story, titles: Collection[str]) -> set[str]:
    """The addresses that renamed and merged entities had, beside their new page."""
    pages = {
        id: subject.page for id in story.moved if (subject := story.subject(id)) and subject.page in titles
    }
    return {f"{page.partition('/')[0]}/{id}.md" for id, page in pages.items()}


def _title(path: str, history: History) -> str:
    """What stood at an old address, or at the page that it led to."""
    return history.pages.get(path) or history.pages.get(history.moved.get(path, ""), "") or path


def _target(path: str, story: Story, titles: Collection[str]) -> str:
    """The page of what stood at an old address: now; else of what it led to, or of the one that led to it, when recorded."""
    moved = story.history.moved
    ahead = [path]
    while (further := moved.get(ahead[-1], "")) and further not in ahead:
        ahead.append(further)
    for step in ahead:
        if (page := _now(step, story, titles)) in titles:
            return page
    behind = {_now(old, story, titles) for old, new in moved.items() if new == path}
    [page, *others] = sorted(page for page in behind if page in titles) or [""]
    return "" if others else page


def _now(path: str, story: Story, titles: Collection[str]) -> str:
    """The page that what a recorded page was about has now, "" if there is none."""
    if path in titles:
        return path
    folder, _, name = path.removesuffix(".md").rpartition("/")
    if folder == "articles":
        return article_path(story.history.after(name))
    subject = story.subject(name)
    if subject and subject.page:
        return subject.page
    wanted = fold(story.history.pages.get(path, ""))
    named = [
        s.page for s in story.subjects if s.page and wanted in map(fold, (s.entity.name, *s.entity.aliases))
    ]
    return named[0] if len(named) == 1 and folder and wanted else ""


def _file(path: str, page: str) -> Asset:
    return Asset(_index(url(path)), page.encode())


def _index(address: str) -> str:
    """The file of an address, named: a file system serves no directories."""
    return f"{address}index.html"


def _redirect(path: str, target: str, title: str, labels: Labels) -> str:
    address = _index(href(path, target))
    to = attribute(address)
    # A refresh forgets the fragment; where scripts run, the reader lands on the very paragraph.
    script = f"<script>location.replace({json.dumps(address)} + location.hash)</script>"
    head = f'<meta http-equiv="refresh" content="0; url={to}">\n<link rel="canonical" href="{to}">\n{script}'
    return _page(head, title, f'{escape(labels.text("moved.to"))} <a href="{to}">{escape(title)}</a>', labels)


def _gone(path: str, title: str, labels: Labels, titles: Mapping[str, str]) -> str:
    """A note with links to the index of the page's kind and to the changes."""
    folder = path.partition("/")[0]
    index = f"{folder}/index.md" if f"{folder}/index.md" in titles else "index.md"
    links = " · ".join(
        f'<a href="{attribute(_index(href(path, to)))}">{escape(titles[to])}</a>'
        for to in (index, "changes.md")
    )
    return _page("", title, f"{escape(labels.text('moved.gone'))} {links}", labels)


def _page(head: str, title: str, body: str, labels: Labels) -> str:
    lines = (
        "<!doctype html>",
        f'<html lang="{attribute(labels.language)}">',
        '<meta charset="utf-8">',
        '<meta name="robots" content="noindex">',
        '<meta name="viewport" content="width=device-width">',
        f"<title>{escape(title)}</title>",
        *([head] if head else []),
        f"<h1>{escape(title)}</h1>",
        f"<p>{body}</p>",
    )
    return "\n".join(lines) + "\n"
