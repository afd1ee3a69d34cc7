"""What a template may ask for of the editing memory: revisions, corrections, and where old anchors lead."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator.model.correction import Applied
from generator.model.revision import RETIRING, Change, Retired, Revision
from generator.model.statement import Event, Quotation
from generator.model.story import Story, Subject
from generator.model.text import Article, Span
from generator.render.escape import Safe, attribute, escape
from generator.render.pen import Pen, article_path
from generator.render.register import Register

#: The number under which what is recorded last is marked, where no revision tells of it yet.
UNRECORDED = 0


@dataclass(frozen=True)
class Edits:
    """One revision's changes, ready to print; `revision` is None for those that are not recorded yet."""

    revision: Revision | None
    changes: tuple[Change, ...]

    @property
    def number(self) -> int:
        """The revision's number, 0 if there is none yet."""
        return self.revision.number if self.revision else UNRECORDED


class Record:
    """Answers the questions of one page's template."""

    def __init__(self, pen: Pen, register: Register) -> None:
        self.pen, self.register = pen, register
        self.story: Story = pen.story

    def edits(self) -> Iterator[Edits]:
        """What is not recorded yet, then the revisions, latest first."""
        if self.story.unrecorded:
            yield Edits(None, self.story.unrecorded)
        yield from (Edits(r, r.changes) for r in reversed(self.story.history.revisions))

    def words(self, number: int, text: str) -> Safe:
        """Words of a revision: its reason, or a paragraph as it was or became."""
        return Safe(f'<span data-revision="{number}">{escape(text)}</span>')

    def whose(self, changes: Iterable[Change]) -> list[tuple[Safe, list[Change]]]:
        """Changes by the article that changed, in their order."""
        found: dict[str, list[Change]] = {}
        for change in changes:
            found.setdefault(change.article, []).append(change)
        return [(self._named(id), those) for id, those in found.items()]

    def _named(self, id: str) -> Safe:
        article = self._article(id)
        if article is not None:
            return self.pen.article(article)
        return self.pen.name(self.story.history.pages.get(article_path(id), id))

    def where(self, change: Change) -> Safe:
        """A link to the paragraph, or to the note in its place; what of the metadata; nothing for a whole article."""
        article = self._article(change.article)
        if change.kind == "metadata":
            return Safe(f" · {self.pen.t(f'change.of.{change.other}')}")
        if article is None or not change.paragraph:
            return Safe("")
        if change.paragraph not in article.numbers:
            page = article_path(article.id)
            return Safe(f" · {self.pen.to(page, 'changes.place', anchor=change.paragraph)}")
        if not _is_shown(article, change.paragraph):
            return Safe("")
        return Safe(f" · {self.pen.pin(Span(article.id, change.paragraph, 0, 0))}")

    def texts(self, change: Change) -> tuple[tuple[str, str], ...]:
        """The words before and after with the label's key; none where the rights do not let the site show them."""
        article = self._article(change.article)
        of_text = bool(change.paragraph) and article is not None and article.rights == "full"
        if not of_text and change.kind != "metadata":
            return ()
        both = (("changes.before", change.before), ("changes.after", change.after))
        return tuple(
            pair for pair in both if pair[1] and not (change.kind == "moved" and pair[0] == "changes.before")
        )

    def touched(self, changes: Iterable[Change]) -> tuple[Safe, ...]:
        """The pages that rest on the paragraphs changed."""
        pages = dict.fromkeys(
            p for c in changes for p in self.register.used.get((c.article, c.paragraph or c.other), ())
        )
        return tuple(self.pen.page_link(page, self.register.titles[page]) for page in pages)

    def also(self, told: Quotation | Event) -> Safe:
        """The other articles that tell the same, each with the paragraph."""
        spans = [other.span for other in self.register.echoes.get(told, ())]
        pins = (f"{self.pen.article(self.story.article(s.article))} {self.pen.pin(s)}" for s in spans)
        return Safe("".join(f" · {self.pen.t('also')} {pin}" for pin in pins))

    def tellings(self, told: Quotation | Event) -> tuple[Quotation | Event, ...]:
        """What all articles say of the same: this, and what echoes it."""
        return (told, *self.register.echoes.get(told, ()))

    def is_echo(self, told: Quotation | Event) -> bool:
        """Whether an earlier article told this already."""
        return told in self.register.again

    def anchors(self, article: Article, paragraph: str) -> Safe:
        """The anchors of paragraphs that this one took in."""
        return self.targets(old for old, into in _merged(self.story, article).items() if into == paragraph)

    @staticmethod
    def targets(ids: Iterable[str]) -> Safe:
        """Places for links to old ids to land on."""
        return Safe("\n".join(f'<div class="bg-anchor" id="{attribute(id)}"></div>' for id in ids))

    def taken_over(self, article: Article) -> Iterator[tuple[Article, list[str]]]:
        """The articles that had this one's address before it, with the ids that were given out for it."""
        taken = {*article.numbers, *_retired(self.story, article)}
        for other in self.story.articles:
            if other is not article and article.id in self.story.history.before(other.id):
                if ids := [id for id in other.numbers if id not in taken]:
                    yield other, ids
                taken.update(ids)

    def standing(self, change: Change) -> Safe:
        """The other article and its paragraph that has a removed one's words now; nothing if it is not certain."""
        span = self.register.standing.get(change.before)
        if span is None or span.article == change.article:
            return Safe("")
        return Safe(f"{self.pen.article(self.story.article(span.article))} {self.pen.pin(span)}")

    def removed(self, article: Article) -> Iterator[Retired]:
        """The paragraphs that are no more, for the notes that links to them land on."""
        merged = _merged(self.story, article)
        for id, one in _retired(self.story, article).items():
            if id not in merged:
                yield one

    def corrections(self, subject: Subject | None = None) -> tuple[Applied, ...]:
        """The editors' corrections (those about one subject), each once, in the order of their file."""
        found = {
            (a.correction.number, a.correction.words): a
            for a in self.story.corrections
            if subject is None or subject.id in a.entities
        }
        return tuple(found.values())

    def subjects(self, applied: Applied) -> tuple[Subject, ...]:
        """Who a correction is about, as far as the site still knows them."""
        found = (self.story.subject(id) for id in applied.entities)
        return tuple({s.id: s for s in found if s}.values())

    def reason(self, applied: Applied) -> Safe:
        """Why the editors corrected it, in their words."""
        number, why = applied.correction.number, applied.correction.why
        return Safe(f'<span data-correction="{number}">{escape(why)}</span>')

    def _article(self, id: str) -> Article | None:
        """The article of an id, or the one that took its place under another name."""
        articles = {article.id: article for article in self.story.articles}
        return articles.get(id) or articles.get(self.story.history.after(id))


def _retired(story: Story, article: Article) -> dict[str, Retired]:
    """Every recorded id that names no paragraph of the article now."""
    now = {
        c.paragraph: Retired(c, None)
        for c in story.unrecorded
        if c.article == article.id and c.kind in RETIRING
    }
    both = {**story.history.retired(article.id), **now}
    return {id: one for id, one in both.items() if id not in article.numbers}


def _is_shown(article: Article, paragraph: str) -> bool:
    """Whether the page has the paragraph: of an article shown in excerpts, most are withheld."""
    return bool(article.paragraph(paragraph).text.strip("… "))


def _merged(story: Story, article: Article) -> dict[str, str]:
    """The ids among them whose words another paragraph took in, with that paragraph."""
    retired, found = _retired(story, article), {}
    for id in retired:
        into, seen = id, set[str]()
        while into in retired and into not in seen:
            seen.add(into)
            into = retired[into].change.other
        if into in article.numbers and _is_shown(article, into):
            found[id] = into
    return found
