"""What a template may ask for: the story's records, chosen and grouped for one page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from generator.model.entry import Entry
from generator.model.statement import Analysis, Quotation, Role, Statement
from generator.model.story import Occurrence, Story, Subject
from generator.model.text import TELLING, Article, Paragraph, Span
from generator.render import drawings
from generator.render.annotate import annotate, escape_piece, hue_of, monogram, speakers
from generator.render.chronicle import Chronicle
from generator.render.comparison import Compared, Stand, alone, compared, side, stands
from generator.render.entries import EntryPen
from generator.render.escape import Safe
from generator.render.figures import Figure
from generator.render.linker import finder, pieces
from generator.render.pen import Pen
from generator.render.record import Record
from generator.render.register import Register

#: How many reasons why it matters the home page shows.
WHYS = 3
#: How many sentences that mention a subject stand open on its page; the others open on demand.
MENTIONS = 5
#: The voice and date of those that no entry explains.
UNEXPLAINED = ("", "")
#: Page kinds in the order of the index of actors.
KINDS = ("person", "government", "organisation")


@dataclass(frozen=True)
class Shown:
    """A paragraph ready to print: its annotated words and the pages that rest on it."""

    paragraph: Paragraph
    number: int
    words: Safe
    span: Span
    used_on: tuple[Safe, ...]
    speakers: tuple[str | None, ...] = ()


class Desk:
    """Answers the questions of one page's template."""

    def __init__(self, pen: Pen, register: Register) -> None:
        self.pen, self.register = pen, register
        self.story: Story = pen.story
        self.record = Record(pen, register)
        self.chronicle = Chronicle(pen.story, register, self.record)
        self.linked: set[str] = set(register.on_page.get(pen.page, ()))
        self.beside = set(self.linked)

    def actors(self, kind: str | None = None) -> tuple[Subject, ...]:
        """The actors (of one kind), the most mentioned first."""
        return self.register.of_kind.get(kind, ()) if kind else self.register.actors

    def passing(self, kind: str) -> tuple[Subject, ...]:
        """The actors of a kind that the articles name in passing, and that no entry explains."""
        return tuple(s for s in self.actors(kind) if s.weight < 2 and not s.entry)

    def main_actors(self) -> tuple[Subject, ...]:
        """The few that the home page shows: those that the latest article names most."""
        return self.register.main_actors

    def introduced(self, subject: Subject) -> Span:
        """The sentence of a report's body that names the subject first; for who no entry explains."""
        told = (o.sentence for o in subject.occurrences)
        return next(filter(self._is_report, told), subject.occurrences[0].sentence)

    def _is_report(self, span: Span) -> bool:
        article = self.story.article(span.article)
        headline = self.headline(article)
        is_headline = headline is not None and headline.paragraph == span.paragraph
        return article.paragraph(span.paragraph).kind == "body" and not is_headline

    def terms(self) -> list[tuple[str, list[Subject]]]:
        """The glossary by first letter."""
        found = sorted(self.register.under("glossary/"), key=lambda s: (_letter(s), s.entity.name.casefold()))
        return [(letter, list(group)) for letter, group in groupby(found, key=_letter)]

    def topics(self) -> tuple[Subject, ...]:
        """The background pages, the most mentioned first."""
        return self.register.under("background/")

    def first_topics(self) -> tuple[Subject, ...]:
        """What to know first: background that the latest article mentions or that is about its main actors."""
        return self.register.first_topics

    def whys(self) -> tuple[Subject, ...]:
        """Why it matters: background first, then main actors, whose entries say so."""
        found = dict.fromkeys((*self.first_topics(), *self.main_actors()))
        return tuple(s for s in found if s.entry and s.entry.why)[:WHYS]

    def issues(self) -> tuple[Compared, ...]:
        """Issues on which several take a stand."""
        return compared(self.story)

    def lone_stands(self) -> tuple[Compared, ...]:
        """Matters on which one actor alone takes a stand."""
        return alone(self.story)

    def stands(self, statements: Sequence[Statement]) -> tuple[Stand, ...]:
        """Statements, those of one sentence and verb as one."""
        return stands(statements)

    def side(self, statement: Statement, on: str | None) -> str:
        """The side that a statement shows on a subject, or at all if None: for, against, neutral."""
        return side(statement, on)

    def members(self, subject: Subject) -> tuple[Subject, ...]:
        """Actors that belong to a government or organisation: who acts for it here."""
        return tuple(s for s in self.register.members.get(subject.id, ()) if s is not subject)

    def paragraphs(self, analysis: Analysis) -> Iterator[Shown]:
        """The article's paragraphs with links, speakers and the pages that rest on each."""
        article = analysis.article
        headline = self.headline(article)
        for number, paragraph in enumerate(article.paragraphs, 1):
            if not paragraph.text.strip("… "):
                continue  # withheld: the article is shown in excerpts
            span = Span(article.id, paragraph.id, 0, len(paragraph.text))
            title = headline is not None and headline.paragraph == paragraph.id
            # A caption stands in the margin: a name linked there must still be linked where the reading starts.
            linked = self.linked if paragraph.kind == "body" else self.beside
            words = Safe("") if title else annotate(self.pen, analysis, paragraph, linked)
            used = self._used_on(article.id, paragraph.id)
            yield Shown(paragraph, number, words, span, used, speakers(analysis, paragraph))

    def headline(self, article: Article) -> Span | None:
        """The paragraph that is the page's heading, if the article's text has one: the first, if it says no more."""
        first = article.paragraphs[0]
        is_title = first.text.rstrip(".") == article.title.rstrip(".")
        return (
            Span(article.id, first.id, 0, len(first.text)) if first.kind == "headline" or is_title else None
        )

    def _used_on(self, article: str, paragraph: str) -> tuple[Safe, ...]:
        pages = self.register.used.get((article, paragraph), ())
        return tuple(self.pen.page_link(page, self.register.titles[page]) for page in pages)

    def cards(self, analysis: Analysis) -> list[tuple[Entry | None, list[Subject]]]:
        """Everything linked from the article's text, once each, in the order of first mention.

        Those explained in one voice as of one date stand together, behind an entry of theirs; None are those
        that no entry explains, who come last.
        """
        ids = dict.fromkeys(m.entity for m in analysis.resolution.mentions if m.entity)
        groups: dict[tuple[str, str], list[Subject]] = {}
        for subject in filter(None, map(self.story.subject, ids)):
            if subject.page:
                groups.setdefault(_told_by(subject), []).append(subject)
        unexplained = groups.pop(UNEXPLAINED, [])
        told = [(group[0].entry, group) for group in groups.values()]
        return told + [(None, unexplained)] * bool(unexplained)

    def role(self, subject: Subject) -> Role | None:
        """The first role that the articles give, the latest article's before others."""
        return subject.roles[0] if subject.roles else None

    def roles(self, subject: Subject) -> tuple[Role, ...]:
        """The roles that the articles give, the latest first, each wording once."""
        return tuple({role.text.casefold(): role for role in reversed(subject.roles)}.values())[::-1]

    def monogram(self, subject: Subject) -> str:
        """Two letters for a picture: the country's code, the acronym, or the initials."""
        return monogram(subject)

    def hue(self, speaker: str | None) -> int:
        """The number of a speaker's colour, 0 for nobody known."""
        return hue_of(self.story, speaker)

    def entry(self, entry: Entry) -> EntryPen:
        """A writer for an entry's words on this page."""
        return EntryPen(self.pen, entry, self.prose)

    def prose(self, text: str) -> Safe:
        """An entry's line with the first mention of every subject linked."""
        cut = pieces(text, self.linked, finder(self.register.knowledge), self.story)
        return Safe("".join(self._piece(piece.text, piece.subject) for piece in cut))

    def _piece(self, text: str, subject: Subject | None) -> str:
        return str(self.pen.linked(text, subject)) if subject else escape_piece(text)

    def related(self, subject: Subject) -> tuple[Subject, ...]:
        """Subjects that an entry is about, and those whose entries are about it."""
        there = subject.entry.about if subject.entry else ()
        back = self.register.about.get(subject.id, ())
        found = (self.story.subject(id) for id in dict.fromkeys([*there, *back]) if id != subject.id)
        return tuple(s for s in found if s and s.page)

    def said_by(self) -> list[tuple[Subject, tuple[Quotation, ...]]]:
        """Quotations by speaker, the most quoted first; one that several articles have is told once."""
        said = [(s, tuple(q for q in s.said if not self.record.is_echo(q))) for s in self.story.subjects]
        return sorted(((s, told) for s, told in said if told), key=lambda pair: (-len(pair[1]), pair[0].id))

    def unattributed(self) -> tuple[Quotation, ...]:
        """Quotations whose speaker is not known."""
        return tuple(q for q in self.story.quotations if not q.speakers)

    def mentions(
        self, subject: Subject
    ) -> tuple[list[tuple[Occurrence, Safe]], list[tuple[Occurrence, Safe]]]:
        """Sentences that mention the subject, with the rule that recognised it: the first few, and the others."""
        found = list(self._mentions(subject))
        cut = MENTIONS if len(found) > MENTIONS + 1 else len(found)
        return found[:cut], found[cut:]

    def _mentions(self, subject: Subject) -> Iterator[tuple[Occurrence, Safe]]:
        seen: set[Span] = set()
        for occurrence in subject.occurrences:
            if occurrence.sentence not in seen:
                seen.add(occurrence.sentence)
                yield occurrence, self.pen.cite(occurrence.sentence)

    def questions(self) -> list[tuple[str, list[object]]]:
        """The open questions by kind."""
        kinds = dict.fromkeys(q.kind for q in self.story.open_questions)
        return [(kind, [q for q in self.story.open_questions if q.kind == kind]) for kind in kinds]

    def sources(self) -> list[Subject]:
        """Subjects whose entry names sources and is shown somewhere on the site."""
        return sorted(
            (s for s in self.story.subjects if s.page and s.entry and s.entry.sources), key=lambda s: s.id
        )

    def minutes(self, article: Article) -> int:
        """Minutes to read an article's own text at 238 words a minute (Brysbaert, 2019, for English)."""
        words = sum(len(p.text.split()) for p in article.paragraphs if p.kind in TELLING)
        return max(1, round(words / 238))

    def timeline_figure(self) -> Safe | None:
        """The timeline's drawing."""
        return drawings.timeline_figure(self.pen)

    def relations_figure(self, centre: Subject | None = None) -> Figure:
        """The drawing of relations, around one subject if given."""
        return drawings.relations_figure(self.pen, centre)

    def map_figure(self) -> drawings.Map | None:
        """The locator map, and the places that lie outside it."""
        return drawings.map_figure(self.pen)

    def balance_figure(self) -> Safe | None:
        """Bars of words quoted per speaker."""
        return drawings.balance_figure(self.pen)


def _told_by(subject: Subject) -> tuple[str, str]:
    """Whose words explain a subject in short, and as of when."""
    entry = subject.entry
    if entry is None or not entry.summary:
        return UNEXPLAINED
    return ("reference" if entry.section == "world" else "editors"), entry.as_of


def _letter(subject: Subject) -> str:
    first = subject.entity.name[:1].upper()
    return first if first.isalpha() else "#"
