"""A source becomes an article: its kind's blocks, the parts of the layout, the metadata, the date."""

from __future__ import annotations

from pathlib import Path, PurePosixPath

from generator.errors import BackgrounderError
from generator.knowledge.files import relative
from generator.knowledge.names import slug
from generator.model.text import Article, Paragraph, Published
from generator.read import forms
from generator.read.block import Block, separate
from generator.read.layout import Layout, Placed, lay_out
from generator.read.markdown import markdown_blocks
from generator.read.metadata import Metadata, read_front_matter
from generator.read.paragraphs import identify
from generator.read.published import infer_published
from generator.read.source import check_suffix, load

#: Characters of a title that had to be taken from the first sentence.
_TITLE = 90
#: Characters of a paragraph. A whole report pasted without its breaks has fewer; more is no report.
_LONGEST = 100_000
_FILL = "put the article's text into the file"


def read_article(path: Path, root: Path) -> Article:
    """The article in a source file below `root` (the folder of the articles, or one above it).

    `source` is the path relative to `root`. BackgrounderError, with file and line, if it cannot be read.
    """
    return parse_source(load(path, root), relative(path, root))


def parse_source(content: str, name: str) -> Article:
    """The article in the text of a source; `name` is the file's name, its suffix tells the format.

    `Paragraph.start` counts in `content`; for HTML, in the text extracted from it. BackgrounderError if
    there is no article in it.
    """
    suffix = check_suffix(name)
    _check(content, name)
    if suffix in {".html", ".htm"}:
        from generator.read.page import read_page  # noqa: PLC0415 - trafilatura takes half a second to import

        metadata, blocks, content = read_page(content, name)
    else:
        metadata, start = read_front_matter(content, name)
        blocks = (
            markdown_blocks(content, start)
            if suffix == ".md"
            else separate(content, start, forms.stands_alone)
        )
    _check_lengths(blocks, content, name)
    layout = lay_out(blocks, metadata.title, metadata.dek)
    if not any(character.isalnum() for placed in layout.placed for character in placed.block.text):
        raise BackgrounderError("there is no report in it", path=name, hint=_FILL)
    return _compose(metadata, layout, content, name)


def _check(content: str, name: str) -> None:
    if not content.strip():
        raise BackgrounderError("the file is empty", path=name, hint=_FILL)
    if "\0" in content:
        line = content.count("\n", 0, content.index("\0")) + 1
        raise BackgrounderError(
            "a NUL character: this is no text", path=name, line=line, hint="save it as UTF-8 text"
        )


def _check_lengths(blocks: list[Block], content: str, name: str) -> None:
    found = next((block for block in blocks if len(block.text) > _LONGEST), None)
    if found is not None:
        page = check_suffix(name) in {".html", ".htm"}  # its text has lines of its own
        what = f"a paragraph of {len(found.text):,} characters; {_LONGEST:,} are allowed"
        line = 0 if page else content.count("\n", 0, found.start) + 1
        hint = "leave an empty line between paragraphs"
        raise BackgrounderError(what, path=name, line=line, hint=hint)


def _compose(metadata: Metadata, layout: Layout, content: str, name: str) -> Article:
    paragraphs = identify([*_told_outside(metadata, layout, content), *layout.placed])
    return Article(
        id=slug(PurePosixPath(name).stem),
        title=metadata.title or _title(paragraphs),
        paragraphs=paragraphs,
        published=_published(paragraphs, metadata, layout),
        dek=metadata.dek or next((p.text for p in paragraphs if p.kind == "dek"), ""),
        outlet=metadata.outlet or layout.outlet,
        byline=metadata.byline or layout.byline,
        url=metadata.url,
        rights=metadata.rights,
        source=name,
    )


def _told_outside(metadata: Metadata, layout: Layout, content: str) -> list[Placed]:
    """The headline and dek that only the metadata give, as paragraphs of their own."""
    kinds = {placed.kind for placed in layout.placed}
    told: list[Placed] = []
    if metadata.title and "headline" not in kinds:
        told.append(Placed(Block(metadata.title, max(content.find(metadata.title), 0), -1), "headline"))
    if metadata.dek and "dek" not in kinds:
        told.append(Placed(Block(metadata.dek, max(content.find(metadata.dek), 0), -1), "dek"))
    return told


def _title(paragraphs: tuple[Paragraph, ...]) -> str:
    """The headline; without one, the first sentence of the report, cut between words."""
    headline = next((p.text for p in paragraphs if p.kind == "headline"), "")
    if headline:
        return headline
    first = next((p for p in paragraphs if p.kind == "body"), paragraphs[0])
    sentence = forms.first_sentence(first.text)
    if len(sentence) <= _TITLE:
        return sentence.rstrip(".") or sentence
    return f"{sentence[: _TITLE + 1].rsplit(' ', 1)[0][:_TITLE].rstrip(' ,;:–—-')}…"


def _published(paragraphs: tuple[Paragraph, ...], metadata: Metadata, layout: Layout) -> Published:
    """As stated in the metadata, or as the text lets one infer; last, a date line of a rarer form."""
    published = infer_published(paragraphs, metadata.published or None)
    if published.basis != "stated" and layout.published:
        return infer_published(paragraphs, layout.published)
    return published
