"""Takes articles into seeds/articles/ as Markdown, and tells what was found in them and what was not."""

from __future__ import annotations

import tempfile
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from generator.config import Settings
from generator.editing.manuscript import is_kept, manuscript, read_otherwise
from generator.errors import BackgrounderError
from generator.knowledge.files import relative
from generator.knowledge.names import slug
from generator.model.text import Article, Rights
from generator.read import read_article
from generator.seeds import article_files

#: What an article's front matter may tell, in the order in which it is reported.
_TOLD = ("outlet", "byline", "published", "url")


@dataclass(frozen=True)
class Added:
    """An article that was taken in: the new file, and what there is to say about it."""

    path: Path
    notes: tuple[str, ...]


def add(settings: Settings, source: Path, *, force: bool = False, rights: Rights | None = None) -> Added:
    """Write the article of a file into seeds/articles/, named by its title.

    BackgrounderError if there is no article in it, no site to add it to, or a file in its place and no `force`.
    """
    if not settings.seeds.is_dir():
        hint = "run this in the folder of mkdocs.yml, or begin with `backgrounder new`"
        raise BackgrounderError("there is no site here", path=str(settings.root), hint=hint)
    real = source.resolve()
    article = read_article(real, real.parent)
    article = replace(article, rights=rights or article.rights)
    path = _place(settings, article, force=force)
    text = manuscript(article)
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w" if force else "x", encoding="utf-8", newline="\n") as file:
        file.write(text)
    return Added(path, (*_found(article), *_left_out(article, text)))


def add_text(settings: Settings, data: bytes, *, force: bool = False, rights: Rights | None = None) -> Added:
    """The same for the bytes of a file, whose kind is told by how it begins."""
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / f"standard-input{_suffix(data)}"
        source.write_bytes(data)
        return add(settings, source, force=force, rights=rights)


def _suffix(data: bytes) -> str:
    begins = data[:2000].lstrip(b"\xef\xbb\xbf \t\r\n")
    if begins.startswith(b"<"):
        return ".html"
    return ".md" if begins.startswith((b"---", b"#")) else ".txt"


def _place(settings: Settings, article: Article, *, force: bool) -> Path:
    """The new file's path, which is free or may be written over."""
    folder = settings.seeds / "articles"
    if folder.exists() and not folder.is_dir():
        raise BackgrounderError("a folder is expected here", path=relative(folder, settings.root))
    path = folder / f"{slug(article.title)}.md"
    twins = [p for p in article_files(folder) if slug(p.stem) == path.stem]
    if path.is_symlink() or path.is_dir():
        raise BackgrounderError("is no ordinary file", path=relative(path, settings.root))
    if path.exists() and not force:
        hint = "write over it with --force"
        raise BackgrounderError("is there already", path=relative(path, settings.root), hint=hint)
    for twin in twins:
        if twin != path:
            hint = "move it away first; one article is one file"
            raise BackgrounderError("is this article already", path=relative(twin, settings.root), hint=hint)
    return path


def _found(article: Article) -> Iterator[str]:
    told = {
        "outlet": article.outlet,
        "byline": ", ".join(article.byline),
        "published": _date(article),
        "url": article.url,
    }
    yield f"title: {article.title}"
    yield from (f"{key}: {told[key]}" for key in _TOLD if told[key])
    counted = Counter(paragraph.kind for paragraph in article.paragraphs if is_kept(paragraph))
    yield "paragraphs: " + ", ".join(f"{count} {kind}" for kind, count in counted.items())
    missing = [key for key in _TOLD if not told[key]]
    if missing:
        yield f"not found: {', '.join(missing)} (you can add them at the top of the file)"


def _date(article: Article) -> str:
    published = article.published
    return f"{published.value} ({published.basis})" if published.value else ""


def _left_out(article: Article, text: str) -> Iterator[str]:
    """What of the article the new file does not give back."""
    for paragraph in article.paragraphs:
        if not is_kept(paragraph):
            yield f"left out: a link to other coverage, “{_short(paragraph.text)}”"
    for paragraph in read_otherwise(article, text):
        yield f"look at this {paragraph.kind}, it reads otherwise now: “{_short(paragraph.text)}”"


def _short(text: str) -> str:
    return text if len(text) <= 60 else f"{text[:59].rstrip()}…"
