"""A small story of our own, put together by hand: what is rendered here depends on no rule of the analysis."""

from pathlib import Path

import pytest

from generator.assemble import assemble
from generator.knowledge import load_knowledge
from generator.knowledge.labels import load_labels
from generator.model.entity import Entity, Mention, Resolution, Resolved
from generator.model.statement import Analysis, DateExpression, Event, Quotation, Relation, Role, Statement
from generator.model.text import Article, Paragraph, Published, Span
from generator.render.pen import Pen

TEXTS = (
    ("p-1", "headline", "Harbour deal divides Port Mara"),
    ("p-2", "body", "Mayor Anna Lindqvist welcomed the harbour deal on Friday."),
    (
        "p-3",
        "body",
        "“We will not sell the pier,” said Ben Okafor of the Fishers’ League, which rejected the harbour deal.",
    ),
    ("p-4", "body", "“A shame,” a bystander said. Lindqvist thanked Okafor."),
    ("p-5", "related", "Fishers march on the pier."),
)
ENTITIES = (
    Entity("anna-lindqvist", "person", "Anna Lindqvist", ("Lindqvist",), "editor", "anna-lindqvist"),
    Entity("ben-okafor", "person", "Ben Okafor", ("Okafor",)),
    Entity("fishers-league", "organisation", "Fishers’ League"),
    Entity("harbour-deal", "event", "harbour deal", (), "editor", "harbour-deal"),
    Entity("pier", "term", "pier", (), "editor", "pier"),
)


def span(paragraph, words, nth=0):
    """The span of some words of a paragraph."""
    text = next(text for id, _, text in TEXTS if id == paragraph)
    start = -1
    for _ in range(nth + 1):
        start = text.index(words, start + 1)
    return Span("harbour", paragraph, start, start + len(words))


def mention(paragraph, words, entity):
    found = span(paragraph, words)
    return Resolved(Mention(found, words, "unknown", "lexicon"), entity, "full name", "person")


def analysis() -> Analysis:
    paragraphs = tuple(
        Paragraph(id, kind, text, 0, "2023-03-10" if kind == "related" else None) for id, kind, text in TEXTS
    )
    article = Article(
        "harbour",
        TEXTS[0][2],
        paragraphs,
        Published("2023-03-20", "stated", "front matter"),
        outlet="The Mara Post",
    )
    friday = DateExpression(
        span("p-2", "Friday"), "Friday", "2023-03-17", "day", "relative", "the Friday before publication"
    )
    welcomed, rejected = span("p-2", TEXTS[1][2]), span("p-3", "which rejected the harbour deal")
    return Analysis(
        article=article,
        resolution=Resolution(
            ENTITIES,
            (
                mention("p-1", "Harbour deal", "harbour-deal"),
                mention("p-2", "Anna Lindqvist", "anna-lindqvist"),
                mention("p-2", "harbour deal", "harbour-deal"),
                mention("p-3", "pier", "pier"),
                mention("p-3", "Ben Okafor", "ben-okafor"),
                mention("p-3", "Fishers’ League", "fishers-league"),
                mention("p-3", "harbour deal", "harbour-deal"),
                mention("p-4", "Lindqvist", "anna-lindqvist"),
                mention("p-4", "Okafor", "ben-okafor"),
                mention("p-5", "pier", "pier"),
            ),
        ),
        sentences=tuple(span(id, text) for id, kind, text in TEXTS if kind == "body"),
        quotations=(
            Quotation(
                span("p-3", "We will not sell the pier,"), "We will not sell the pier,", "direct", "said",
                ("ben-okafor",), "Ben Okafor", span("p-3", "Ben Okafor"), "subject of “said”",
            ),
            Quotation(
                span("p-4", "A shame,"), "A shame,", "direct", "said", (), "a bystander", span("p-4", "a bystander"), "nobody named",
            ),
        ),
        roles=(Role("anna-lindqvist", "Mayor", span("p-2", "Mayor"), "title before the name"),),
        dates=(friday,),
        events=(Event(welcomed, TEXTS[1][2], friday, ("anna-lindqvist", "harbour-deal")),),
        statements=(
            Statement("anna-lindqvist", "welcomed", span("p-2", "welcomed"), "for", ("harbour-deal",), welcomed, ("harbour-deal",)),
            Statement("fishers-league", "rejected", span("p-3", "rejected"), "against", ("harbour-deal",), rejected, ("harbour-deal",)),
        ),
        relations=(Relation("anna-lindqvist", "thanked", "ben-okafor", span("p-4", "Lindqvist thanked Okafor.")),),
    )  # fmt: skip


@pytest.fixture(scope="session", name="span")
def _span():
    return span


@pytest.fixture(scope="session")
def known():
    """The world pack with the entries of the small story."""
    return load_knowledge(Path(__file__).with_name("seeds"))


@pytest.fixture(scope="session")
def analysed():
    return analysis()


@pytest.fixture(scope="session")
def story(known, analysed):
    return assemble((analysed,), known)


@pytest.fixture
def pen(story):
    """Writes on the article's page."""
    return Pen("articles/harbour.md", story, load_labels())
