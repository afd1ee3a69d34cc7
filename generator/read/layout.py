"""The parts of an article's layout, told apart: which block is headline, caption, credit, teaser, note, body.

The rules go by form and position, never by what a story is about. Where the form does not tell,
a block is body: rather a caption too many in the report than a sentence of it lost.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from generator.model.text import ParagraphKind
from generator.read import forms
from generator.read.block import Block
from generator.read.byline import byline
from generator.read.characters import letters
from generator.read.date_line import date_line, is_update


@dataclass(frozen=True, slots=True)
class Placed:
    """A block with its part; `date` is that of a teaser."""

    block: Block
    kind: ParagraphKind
    date: str | None = None


@dataclass(frozen=True, slots=True)
class Layout:
    """The blocks that become paragraphs, in order, and what the lines around the text tell."""

    placed: tuple[Placed, ...]
    byline: tuple[str, ...] = ()
    outlet: str = ""
    published: str | None = None


def lay_out(blocks: Sequence[Block], title: str = "", dek: str = "") -> Layout:
    """Tells the parts of an article apart; `title` and `dek` are those that metadata give, if any."""
    return _Sheet(list(blocks), title, dek).layout()


class _Sheet:
    """The blocks on the table: each pass marks those that it can tell, the rest is body."""

    def __init__(self, blocks: list[Block], title: str, dek: str) -> None:
        self.blocks = blocks
        self.title = title
        self.dek = letters(dek)
        self.kinds: list[str | None] = [self._by_form(block) for block in blocks]
        self.dates: dict[int, str] = {}
        self.head = 0

    def layout(self) -> Layout:
        self._mark_headline()
        self._mark_teasers()
        self._mark_captions()
        self._mark_bylines()
        self._mark_dek()
        self._mark_headings()
        self._mark_bare_headings()
        return Layout(tuple(self._placed()), *self._about())

    # --- passes, in order ---

    def _by_form(self, block: Block) -> str | None:
        if self.dek and letters(block.text) == self.dek:
            return "dek"
        if block.kind:
            return block.kind
        if date_line(block.text):
            return "date"
        if forms.is_note(block.text) or not letters(block.text):
            return "note"  # the outlet's words, or a mere ornament
        if forms.is_credit(block.text):
            return "credit"
        return "caption" if forms.is_caption(block.text) else None

    def _mark_headline(self) -> None:
        """The first block that is not a line about the article, if it looks like a headline."""
        index = next(
            (
                i
                for i, kind in enumerate(self.kinds)
                if kind not in {"note", "date", "credit", "caption", "dek"}
            ),
            None,
        )
        if index is None or byline(self._text(index)):
            return
        if self._is_kicker(index):
            self.kinds[index] = "heading"
            index += 1
        if self._same_as_title(index) or (not self.title and self._is_headline(index)):
            self.kinds[index] = "headline"

    def _mark_teasers(self) -> None:
        """What stands above a line that is only a date, once the report has begun: related coverage.

        Before that, such a line dates the article itself.
        """
        begun = False
        for i in range(1, len(self.blocks)):
            if self.kinds[i] == "date" and begun and self._is_teaser(i - 1):
                self.kinds[i - 1], self.kinds[i] = "related", "absorbed"
                self.dates[i - 1] = date_line(self._text(i)) or ""
            begun = begun or (self._open_kind(i - 1) and self._is_report(self._text(i - 1)))

    def _is_teaser(self, i: int) -> bool:
        """One sentence; within the article also a few, as no report goes on after a bare date."""
        brief = len(self._text(i).split()) <= 60 and i + 2 < len(self.blocks)
        return self.kinds[i] in {None, "caption"} and (brief or forms.is_one_sentence(self._text(i)))

    def _mark_captions(self) -> None:
        """What stands before a credit: the caption, and before that the picture's alternative text."""
        for i in [i for i, kind in enumerate(self.kinds) if kind == "credit"]:
            if self._is_captionable(i - 1, i):
                self.kinds[i - 1] = "caption"
        for i in [i for i, kind in enumerate(self.kinds) if kind == "caption"]:
            if self._is_alternative_text(i - 1, i):
                self.kinds[i - 1] = "caption"

    def _mark_bylines(self) -> None:
        """Bylines of the head become metadata; elsewhere they are credits."""
        head = self._first_report() + 2  # some outlets put a dek with a full stop above it
        for i, block in enumerate(self.blocks):
            if self.kinds[i] is None and byline(block.text):
                self.kinds[i] = "byline" if i < head else "credit"

    def _mark_dek(self) -> None:
        index = self._below_headline()
        if "dek" not in self.kinds and index is not None and self._is_dek(index):
            self.kinds[index] = "dek"

    def _mark_headings(self) -> None:
        for i in range(len(self.blocks)):
            if self.kinds[i] is None and self._is_heading(i):
                self.kinds[i] = "heading"

    def _mark_bare_headings(self) -> None:
        """A heading that is the outlet's own words, and those behind the report, which head nothing of it."""
        for i, kind in enumerate(self.kinds):
            if kind == "heading" and i and forms.is_note(self._text(i)):
                self.kinds[i] = "note"
        told = [i for i, kind in enumerate(self.kinds) if kind in {None, "body", "caption"}]
        for i in range(told[-1] + 1 if told else len(self.kinds), len(self.kinds)):
            if self.kinds[i] == "heading":
                self.kinds[i] = "related"

    # --- questions of one block ---

    def _text(self, i: int) -> str:
        return self.blocks[i].text

    def _open_kind(self, i: int) -> bool:
        return 0 <= i < len(self.blocks) and self.kinds[i] is None

    def _same_as_title(self, i: int) -> bool:
        return self._within(i) and bool(letters(self.title)) and letters(self._text(i)) == letters(self.title)

    def _within(self, i: int) -> bool:
        return 0 <= i < len(self.blocks)

    def _is_kicker(self, i: int) -> bool:
        """A few capitals over the headline ("WORLD NEWS")."""
        text = self._text(i)
        return (
            text.isupper() and len(text.split()) <= 3 and self._open_kind(i + 1) and self._is_headline(i + 1)
        )

    def _is_headline(self, i: int) -> bool:
        if not self._open_kind(i) and not (self._within(i) and self.kinds[i] == "heading"):
            return False
        text = self._text(i)
        words = len(text.split())
        if self.kinds[i] == "heading" or forms.is_open(text):
            return words <= 30
        ending = text.rstrip("”’\"')")[-1:]
        return (
            words <= 25
            and forms.is_one_sentence(text)
            and (ending in "?!" or (ending == "." and forms.in_title_case(text)))
        )

    def _is_captionable(self, i: int, credit: int) -> bool:
        """Certainly a caption on the line above a credit; else by its length, words or place."""
        if not self._open_kind(i) or len(self._text(i).split()) > 80 or byline(self._text(i)):
            return False
        if self.blocks[i].group == self.blocks[credit].group:
            return True
        return forms.has_caption_words(self._text(i)) or self._first_report() >= i

    def _is_alternative_text(self, i: int, caption: int) -> bool:
        """A line without full stop on the line above a caption, or one that shares its names."""
        if (
            not self._open_kind(i)
            or not forms.is_open(self._text(i))
            or self.kinds[caption + 1 : caption + 2] != ["credit"]
        ):
            return False
        shared = _names(self._text(i)) & _names(self._text(caption))
        return self.blocks[i].group == self.blocks[caption].group or len(shared) >= 2

    def _first_report(self) -> int:
        """The index of the first block that reads like the report itself, where the head of the article ends.

        Blocks are only ever marked, never unmarked, so that it moves forward from call to call.
        """
        while self.head < len(self.blocks) and not (
            self._open_kind(self.head) and self._is_report(self._text(self.head))
        ):
            self.head += 1
        return self.head

    def _is_report(self, text: str) -> bool:
        return (len(text.split()) > 30 or not forms.is_open(text)) and not byline(text)

    def _below_headline(self) -> int | None:
        """The block under the headline, past dates, notes and pictures; only if there is a headline."""
        if "headline" not in self.kinds and not self.title:
            return None
        start = self.kinds.index("headline") + 1 if "headline" in self.kinds else 0
        return next((i for i in range(start, len(self.blocks)) if self.kinds[i] is None), None)

    def _is_dek(self, i: int) -> bool:
        """A line of some words without full stop, or anything short between headline and byline."""
        text = self._text(i)
        count = len(text.split())
        if not any(self._open_kind(j) for j in range(i + 1, len(self.blocks))) or "body" in self.kinds[:i]:
            return False
        return (5 <= count <= 40 and forms.is_open(text)) or (
            count <= 45 and "byline" in self.kinds[i + 1 : i + 3]
        )

    def _is_heading(self, i: int) -> bool:
        """A short line without full stop that stands alone before longer text."""
        text = self._text(i)
        if len(text.split()) > 12 or not forms.is_open(text) or not text[:1].isupper() or text[:1] in "“\"'‘":
            return False
        follows = next((j for j in range(i + 1, len(self.blocks)) if self.kinds[j] in {None, "body"}), None)
        return (
            follows is not None
            and len(self._text(follows)) > 2 * len(text)
            and len(self._text(follows).split()) > 12
        )

    # --- what comes of it ---

    def _placed(self) -> list[Placed]:
        spoken = {"date": "note", "absorbed": None, None: "body", "byline": None}
        found = []
        for i, (block, mark) in enumerate(zip(self.blocks, self.kinds, strict=True)):
            kind = spoken.get(mark, mark)
            if mark == "byline":
                kind = None if self._byline_is_told(i) else "credit"
            if kind:
                found.append(Placed(block, kind, self.dates.get(i)))  # type: ignore[arg-type]
        return found

    def _byline_is_told(self, i: int) -> bool:
        said = byline(self._text(i))
        return said is not None and said.complete

    def _about(self) -> tuple[tuple[str, ...], str, str | None]:
        said = [b for i, k in enumerate(self.kinds) if k == "byline" and (b := byline(self._text(i)))]
        names = tuple(dict.fromkeys(name for line in said for name in line.names))
        return names, next((line.outlet for line in said if line.outlet), ""), self._published()

    def _published(self) -> str | None:
        """The date of a date line in the head of the article; one of an update counts last."""
        lines = [
            self._text(i) for i, kind in enumerate(self.kinds[: self._first_report() + 2]) if kind == "date"
        ]
        lines.sort(key=is_update)
        return date_line(lines[0]) if lines else None


def _names(text: str) -> set[str]:
    return {word.strip(".,;:’'") for word in text.split() if word[:1].isupper()}
