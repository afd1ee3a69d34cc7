"""Every sentence of a page's main text rests on something: this reads the marks back and compares.

The renderer marks words with what they rest on (render/pen.py tells how). Here each mark is held
against the source itself: the article as read from its seed, the entry as loaded, the catalogue of
labels. Text without a mark must be a label of the catalogue; anything else is a claim without
evidence.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from lxml import html

from generator.knowledge import Knowledge
from generator.knowledge.labels import Labels
from generator.knowledge.wording import date_in_words, weekday_in_words
from generator.model.entry import Entry
from generator.model.text import Article
from generator.publish.problem import Problem

_CITE = re.compile(r"([a-z0-9-]+)#(p-[0-9a-z-]+):(\d+)-(\d+)")
_INVISIBLE = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
_SEPARATORS = " ·→“”:,…()\u00a0"
_MARKS = re.compile(r"\s*\[\d+(?:\s*,\s*\d+)*\]\s*$")
#: Whom a pronoun of drawn words means: “[She: Ana Torres] She left”.
_MEANT = re.compile(r"\[([^\[\]:]+): ([^\[\]]+)\] ")
#: Parts of a page that are the theme's, not ours.
SKIPPED = frozenset({"script", "style", "template", "nav", "form", "button"})
SKIPPED_CLASSES = frozenset({"headerlink", "md-content__button", "md-source-file", "md-tags"})
#: Labels of ours that stand amid an article's words, and so are not part of what is cited.
AMID = frozenset({"bg-pin", "bg-speaker"})


@dataclass(frozen=True)
class Evidence:
    """All that a page may rest on: sources read anew, and what story.json says was found in them.

    `revisions` holds the recorded words by the number of their revision ("0": what is recorded last),
    `corrections` the editors' reasons by the number of their correction.
    """

    articles: Mapping[str, Article]
    knowledge: Knowledge
    labels: Labels
    names: frozenset[str] = field(default_factory=frozenset)
    relations: frozenset[str] = field(default_factory=frozenset)
    rules: frozenset[str] = field(default_factory=frozenset)
    dates: frozenset[str] = field(default_factory=frozenset)
    questions: frozenset[str] = field(default_factory=frozenset)
    revisions: Mapping[str, frozenset[str]] = field(default_factory=dict)
    corrections: Mapping[str, str] = field(default_factory=dict)

    @cached_property
    def worded_dates(self) -> frozenset[str]:
        """The dates in words, as the pages write them."""
        return frozenset(plain(self._worded(date)) for date in self.dates)

    def _worded(self, date: str) -> str:
        value, _, until = date.partition("/")
        return date_in_words(value, self.labels, until or None)


def check_grounding(page: str, tree: html.HtmlElement, evidence: Evidence) -> Iterator[Problem]:
    """Problems with the main text of one generated page."""
    main = _main(tree)
    if main is None:
        yield Problem(page, "has no main text")
        return
    checks = _Checks(page, evidence, _cited_words(main))
    yield from checks.element(main)


def _main(tree: html.HtmlElement) -> html.HtmlElement | None:
    found = (
        tree.xpath("//article[contains(@class,'md-content__inner')]")
        or tree.xpath("//main//article")
        or tree.xpath("//main")
    )
    return found[0] if found else None


def plain(text: str) -> str:
    """Text for comparison: one blank for any white space, no invisible marks."""
    return " ".join(_INVISIBLE.sub("", text).split())


def _classes(element: html.HtmlElement) -> set[str]:
    return set((element.get("class") or "").split())


def _words(element: html.HtmlElement) -> str:
    """The text of an element without the labels of ours that stand amid it."""
    parts = [element.text or ""]
    for child in element:
        if isinstance(child.tag, str) and not _classes(child) & AMID:
            parts.append(_words(child))
        parts.append(child.tail or "")
    return "".join(parts)


def _cited_words(main: html.HtmlElement) -> frozenset[str]:
    """The words of articles that the page cites, which its figures may repeat."""
    return frozenset(plain(_words(element)) for element in main.xpath(".//*[@data-cite]"))


class _Checks:
    """The checks of one page; each mark's attribute names the method that reads it."""

    def __init__(self, page: str, evidence: Evidence, cited: frozenset[str]) -> None:
        self.page, self.evidence, self.cited = page, evidence, cited
        self.marks: dict[str, Callable[[html.HtmlElement, str], bool]] = {
            "data-cite": self._cited,
            "data-entry": self._of_entry,
            "data-source": self._of_source,
            "data-name": self._is_name,
            "data-names": lambda _, text: all(map(self.evidence.names.__contains__, text.split(" · "))),
            "data-rule": lambda _, text: text in self.evidence.rules,
            "data-date": self._is_date,
            "data-weekday": self._is_weekday,
            "data-letter": lambda _, text: len(text) == 1,
            "data-revision": lambda e, text: text in self.evidence.revisions.get(e.get("data-revision"), ()),
            "data-correction": lambda e, text: (
                text == self.evidence.corrections.get(e.get("data-correction"))
            ),
            "data-question": lambda _, text: text in self.evidence.questions,
        }
        months = evidence.labels.texts["date.months-short"].split()
        self.slots = {
            "date": evidence.worded_dates,
            "event": cited,
            "relation": evidence.relations,
            "month": frozenset(months),
        }

    def element(self, element: html.HtmlElement) -> Iterator[Problem]:
        """Problems of an element and all below it."""
        if not isinstance(element.tag, str) or element.tag in SKIPPED or _classes(element) & SKIPPED_CLASSES:
            return
        if element.tag == "svg":
            yield from self._figure(element)
            return
        marked = next((name for name in self.marks if element.get(name) is not None), None)
        if marked:
            yield from self._marked(element, marked)
            return
        yield from self._label(element, element.text)
        for child in element:
            yield from self.element(child)
            yield from self._label(element, child.tail)

    def _marked(self, element: html.HtmlElement, name: str) -> Iterator[Problem]:
        text = plain(_words(element))
        if not self.marks[name](element, text):
            yield Problem(
                self.page, f"words that their evidence does not hold ({name} {element.get(name)})", text
            )
        for child in element.iterdescendants():
            if isinstance(child.tag, str) and _classes(child) & AMID:
                yield from self.element(child)

    def _label(self, element: html.HtmlElement, text: str | None) -> Iterator[Problem]:
        words = plain(text or "")
        if (
            not words.strip(_SEPARATORS)
            or self._is_label(words)
            or self._is_mark(element, words.strip(_SEPARATORS))
        ):
            return
        if not all(self._is_label(part) for part in words.split("·")):
            yield Problem(self.page, "a statement without evidence", words)

    def _is_label(self, words: str) -> bool:
        """Whether the words are a label, with or without the separators around them."""
        forms = (words.strip(), words.strip(_SEPARATORS), words.strip().strip("·→“”,").strip())
        return not forms[1] or any(self.evidence.labels.matches(form, self._fills) for form in forms)

    def _is_mark(self, element: html.HtmlElement, words: str) -> bool:
        """A number that points to a source, a monogram, or a theme's mark without letters."""
        if "bg-monogram" in _classes(element):
            return len(words) <= 4
        if "bg-speaker" in _classes(element) and words != "?":
            return len(words) <= 4 and plain(element.get("title") or "") in self.evidence.names
        if any("bg-marks" in _classes(e) for e in (element, *element.iterancestors())):
            return words.isdigit()
        return not any(c.isalnum() for c in words)

    def _fills(self, slot: str, value: str) -> bool:
        if slot in ("n", "all", "nodes", "edges", "day", "year"):
            return value.isdigit()
        if slot in self.slots:
            return value in self.slots[slot] or (slot == "date" and self._is_label(value))
        if slot in ("version", "model"):
            return re.fullmatch(r"[\w.+-]+", value) is not None
        return value in self.evidence.names

    def _cited(self, element: html.HtmlElement, text: str) -> bool:
        found = _CITE.fullmatch(element.get("data-cite") or "")
        article = self.evidence.articles.get(found[1]) if found else None
        if not found or not article or found[2] not in article.numbers:
            return False
        source = article.paragraph(found[2]).text[int(found[3]) : int(found[4])]
        return plain(source) == text

    def _entry(self, element: html.HtmlElement, name: str) -> Entry | None:
        return self.evidence.knowledge.get(element.get(name) or "")

    def _of_entry(self, element: html.HtmlElement, text: str) -> bool:
        entry = self._entry(element, "data-entry")
        return (
            entry is not None
            and bool(entry.sources)
            and text in _fields(entry, element.get("data-field") or "")
        )

    def _of_source(self, element: html.HtmlElement, text: str) -> bool:
        entry = self._entry(element, "data-source")
        sources = entry.sources if entry else ()
        return any(text in (plain(s.title), plain(s.publisher), plain(s.date)) for s in sources)

    def _is_name(self, _: html.HtmlElement, text: str) -> bool:
        return text in self.evidence.names

    def _is_date(self, element: html.HtmlElement, text: str) -> bool:
        mark = element.get("data-date") or ""
        value, _, until = mark.partition("/")
        return (
            mark in self.evidence.dates
            and plain(date_in_words(value, self.evidence.labels, until or None)) == text
        )

    def _is_weekday(self, element: html.HtmlElement, text: str) -> bool:
        value = element.get("data-weekday") or ""
        return value in self.evidence.dates and weekday_in_words(value, self.evidence.labels) == text

    def _figure(self, svg: html.HtmlElement) -> Iterator[Problem]:
        """A figure's words are labels, names, dates, relations or words that the page cites; they may be cut."""
        for drawn in _drawn(svg):
            # A mark before words from within a sentence is ours: without it they are the article's.
            words = f" {self._without_meant(drawn)}".replace(" … ", " ")[1:]
            if not self._is_drawable(words) and not all(map(self._is_drawable, words.split(" · "))):
                yield Problem(self.page, "words in a figure that rest on nothing", drawn)

    def _without_meant(self, drawn: str) -> str:
        """Drawn words without whom their pronouns mean in brackets, where both rest on something."""
        return _MEANT.sub(lambda m: "" if all(map(self._is_drawable, m.groups())) else m.group(), drawn)

    def _is_drawable(self, words: str) -> bool:
        if words.isdigit() or self.evidence.labels.matches(words, self._fills):
            return True
        known = (*self.slots.values(), self.evidence.names)
        return any(words in all_ or _is_cut(words, all_) for all_ in known)


def _drawn(svg: html.HtmlElement) -> Iterator[str]:
    """Every text of a drawing; one in lines is one text, but a date line that heads it stands alone."""
    for element in svg.xpath(".//*[local-name()='title' or local-name()='desc' or local-name()='text']"):
        lines = [plain("".join(line.itertext())) for line in element] or [plain(element.text or "")]
        dated = "bg-fig-dated" in _classes(element)
        yield from (" ".join(part) for part in (lines[:dated], lines[dated:]) if any(part))


def _is_cut(words: str, known: frozenset[str]) -> bool:
    """Whether words with an ellipsis are one of the known texts with a part left out."""
    if "…" not in words:
        return False
    shape = re.compile(".+".join(re.escape(part) for part in words.split("…")))
    return any(shape.fullmatch(text) for text in known)


def _fields(entry: Entry, name: str) -> set[str]:
    """The lines of one field of an entry, without their source marks."""
    if name == "body":
        blocks = re.split(r"\n\s*\n|\n\s*(?=[-*] )", entry.body)
        texts = [re.sub(r"^(#+|[-*]) ", "", block.strip()) for block in blocks]
    elif name == "fact":
        texts = [text for fact in entry.facts for text in (fact.label, fact.value)]
    elif name == "afterwards":
        texts = [note.text for note in entry.afterwards]
    else:
        texts = [entry.summary if name == "summary" else entry.why if name == "why" else ""]
    return {plain(_MARKS.sub("", text)) for text in texts}
