"""What a template may write: each statement together with the evidence that it rests on.

A `Pen` belongs to one page. Every method returns markup (`Safe`) in which the words carry, as a
data attribute, what they rest on: `data-cite` (words of an article), `data-entry` (of an entry),
`data-name` (a name), `data-rule` (how something was found), `data-date` (a calendar value).
`publish.verify` reads these back and compares.
"""

from __future__ import annotations

import re
from dataclasses import replace

from generator.knowledge.labels import Labels
from generator.knowledge.wording import date_in_words, weekday_in_words
from generator.model.correction import BY_EDITORS
from generator.model.entry import Entry
from generator.model.statement import DateExpression, Event, OpenQuestion, Statement
from generator.model.story import Story, Subject
from generator.model.text import Article, Span
from generator.render.escape import Safe, attribute, escape
from generator.render.paths import link, web_address

#: What closes a quotation, with the full stop or comma that may stand before the mark.
_CLOSING = re.compile(r"[.,?!]?[”\"]")


class Pen:
    """Writes for one page, whose path (with .md) decides every link."""

    def __init__(self, page: str, story: Story, labels: Labels) -> None:
        self.page = page
        self.story = story
        self.labels = labels

    def t(self, key: str, **slots: object) -> Safe:
        """A fixed wording of the catalogue."""
        return escape(self.labels.text(key, **slots))

    def words(self, span: Span) -> Safe:
        """The exact words of a span."""
        shown = escape(self.story.words(span))
        return Safe(f'<span class="bg-cite" data-cite="{mark(span)}">{shown}</span>')

    def pin(self, span: Span) -> Safe:
        """The link to the paragraph of a span, on its article's page; it carries the words' offsets."""
        article = self.story.article(span.article)
        number = article.numbers[span.paragraph]
        target = link(self.page, article_path(span.article), span.paragraph)
        label = self.t("paragraph", n=number)
        key = "paragraph.title" if len(self.story.articles) < 2 else "paragraph.of"
        title = attribute(self.labels.text(key, n=number, name=article.title))
        return Safe(f'[{label}]({target}){{ .bg-pin title="{title}" data-words="{span.start}-{span.end}" }}')

    def cite(self, span: Span) -> Safe:
        """The exact words with the link to their paragraph."""
        return Safe(f"{self.words(span)}\u00a0{self.pin(span)}")

    def passage(self, span: Span) -> Safe:
        """Words out of a sentence with the link to their paragraph: a dot mark where they begin within it."""
        return Safe(f"{self.within(span)}{self.cite(self._closed(span))}")

    def within(self, span: Span) -> Safe:
        """The mark of words that do not begin their sentence, for the eye; nothing if they do."""
        return Safe("… " if self.story.words(span)[:1].islower() else "")

    def _closed(self, span: Span) -> Span:
        """A span with the marks that close a quotation right behind it, if it opens one and does not close it."""
        words = self.story.words(span)
        text = self.story.article(span.article).paragraph(span.paragraph).text
        behind = _CLOSING.match(text, span.end)
        is_open = words.count("“") > words.count("”") or words.count('"') % 2
        return replace(span, end=behind.end()) if behind and is_open else span

    def happened(self, event: Event) -> Safe:
        """An event's exact words, whom its pronouns mean in brackets, and the link to its paragraph."""
        meant = "".join(f" \\[{self.words(m.span)}: {self.subject(m.entity)}\\]" for m in event.meant)
        return Safe(f"{self.within(event.span)}{self.words(event.span)}{meant}\u00a0{self.pin(event.span)}")

    def subject(self, id: str) -> Safe:
        """A subject's name, linked to its page where it has one."""
        subject = self.story.subject(id)
        if subject is None:
            return escape(id)
        return self.named(subject.entity.name, subject)

    def named(self, text: str, subject: Subject) -> Safe:
        """A name as worded in `text`, linked to the subject's page where it has one."""
        if not subject.page or subject.page == self.page:
            return self.name(text)
        target = link(self.page, subject.page)
        return Safe(f'[{escape(text)}]({target}){{ .bg-name data-name="" }}')

    def linked(self, text: str, subject: Subject) -> Safe:
        """Running words that name a subject, as a link to its page; the words stay part of their own evidence."""
        target = link(self.page, subject.page)
        return Safe(f"[{escape(text)}]({target}){{ .bg-name }}")

    def page_link(self, page: str, title: str) -> Safe:
        """A link to a page of the site, worded by its title."""
        return Safe(f'[{escape(title)}]({link(self.page, page)}){{ data-name="" }}')

    def name(self, text: str) -> Safe:
        """A name (of a subject, an article, an outlet) that is no link."""
        return Safe(f'<span data-name="">{escape(text)}</span>')

    def article(self, article: Article) -> Safe:
        """An article's title, linked to its page."""
        return Safe(f"[{self.name(article.title)}]({link(self.page, article_path(article.id))})")

    def told_in(self, span: Span) -> Safe:
        """Which article says it, and when; nothing where there is only one."""
        if len(self.story.analyses) < 2:
            return Safe("")
        return Safe(f' <span class="bg-told">· {self.source(self.story.article(span.article))}</span>')

    def as_of(self, span: Span) -> Safe:
        """When its article says it; nothing where there is only one."""
        day = self.story.article(span.article).published.value
        return Safe(f" · {self.date(day)}") if day and len(self.story.analyses) > 1 else Safe("")

    def source(self, article: Article) -> Safe:
        """An article's title, linked to its page, with the date as of which it holds."""
        day = article.published.value
        return Safe(f"{self.article(article)} · {self.date(day)}") if day else self.article(article)

    def to(self, page: str, key: str, anchor: str = "", **slots: object) -> Safe:
        """A link to a page, worded by the catalogue."""
        return Safe(f"[{self.t(key, **slots)}]({link(self.page, page, anchor)})")

    def rule(self, text: str) -> Safe:
        """How something was found, in the words of the rule that found it."""
        return Safe(f'<span class="bg-rule" data-rule="">{escape(text)}</span>')

    def date(self, value: str, until: str | None = None) -> Safe:
        """A calendar value in words."""
        shown = escape(date_in_words(value, self.labels, until))
        mark = attribute(f"{value}/{until}" if until else value)
        return Safe(f'<time data-date="{mark}" datetime="{attribute(value)}">{shown}</time>')

    def weekday(self, value: str) -> Safe:
        """The weekday of a full date."""
        return Safe(
            f'<span data-weekday="{attribute(value)}">{escape(weekday_in_words(value, self.labels))}</span>'
        )

    def dated(self, expression: DateExpression) -> Safe:
        """A date expression's value, with a word on how it was got."""
        if expression.value is None:
            return self.t("date.unknown")
        how = self.basis(expression)
        return Safe(
            f'{self.date(expression.value, expression.until)} <span class="bg-basis bg-basis-{expression.basis}">{how}</span>'
        )

    def basis(self, expression: DateExpression) -> Safe:
        """How a date's value was got."""
        edited = expression.why.startswith(BY_EDITORS)
        return self.t("basis.edited" if edited else f"basis.{expression.basis}")

    def verb(self, statement: Statement) -> Safe:
        """The verb of a statement, with its negation."""
        return self.rule(statement.verb)

    def letter(self, letter: str) -> Safe:
        """A letter of the alphabet that heads a part of an index."""
        return Safe(f'<span data-letter="">{escape(letter)}</span>')

    def question(self, question: OpenQuestion, *, quoted: bool = False) -> Safe:
        """What is open, in marks if somebody says it, with the paragraph where it shows."""
        opened, closed = "“”" if quoted else ("", "")
        words = f'<span data-question="{attribute(question.kind)}">{escape(question.text)}</span>'
        text = Safe(f"{opened}{words}{closed}")
        if not question.paragraph:
            return text
        return Safe(f"{text} {self.pin(Span(question.article, question.paragraph, 0, 0))}")

    def outside(self, address: str, key: str) -> Safe:
        """A link out of the site, worded by the catalogue."""
        return Safe(f"[{self.t(key)}](<{web_address(address)}>)")

    def mark(self, span: Span) -> Safe:
        """A span as the value of a data-cite attribute."""
        return Safe(mark(span))

    def voice(self, kind: str) -> Safe:
        """The badge that tells whose words follow: article, editors, reference or inferred."""
        return Safe(f'<span class="bg-voice bg-voice-{kind}">{self.t(f"voice.{kind}")}</span>')

    def entry_voice(self, entry: Entry) -> Safe:
        """The badge for an entry's words."""
        return self.voice("reference" if entry.section == "world" else "editors")


def mark(span: Span) -> str:
    """A span as an attribute value: article#paragraph:start-end."""
    return f"{span.article}#{span.paragraph}:{span.start}-{span.end}"


def article_path(id: str) -> str:
    """The page of an article."""
    return f"articles/{id}.md"
