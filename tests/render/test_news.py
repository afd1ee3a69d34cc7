"""What is new in the latest of several articles, and what is left to the earlier ones' own pages where they are many."""

from dataclasses import replace

import msgspec
import pytest

from generator.assemble import assemble
from generator.knowledge.labels import load_labels
from generator.model.statement import Analysis
from generator.model.text import Published
from generator.render import recent, render
from generator.render.backlinks import backlinks
from generator.render.news import news
from generator.render.recent import recent_story, recent_subject
from generator.render.site import Facts
from generator.render.templates import Templates


def another(analysed, id, day, *changes):
    """The small story's article under another id and date, with words replaced."""
    told = msgspec.json.encode(analysed).decode().replace('"harbour"', f'"{id}"')
    for old, new in changes:
        assert len(old) == len(new), "the spans stay right"
        told = told.replace(old, new)
    found = msgspec.json.decode(told, type=Analysis)
    published = Published(day, "stated", "front matter")
    return replace(found, article=replace(found.article, published=published))


@pytest.fixture
def later(analysed):
    """A later article in which Cleo Okafor says other words than Ben did before."""
    return another(
        analysed, "later", "2023-04-02",
        ("Ben Okafor", "Cy Okafors"), ("ben-okafor", "cyr-okafor"), ("A shame,", "A pity, "),
    )  # fmt: skip


def test_one_article_has_no_news(story):
    assert news(story) is None


def test_the_same_article_again_brings_nothing_new(analysed, known):
    twice = assemble((analysed, another(analysed, "again", "2023-03-21")), known)
    found = news(twice)
    assert found is None or (found.actors, found.said) == ((), ())


def test_actors_that_no_earlier_article_names_are_new(analysed, later, known):
    found = news(assemble((analysed, later), known))
    assert found.previous.id == "harbour"
    assert [s.id for s, _ in found.actors] == ["cyr-okafor"]
    assert all(span.article == "later" for span in found.spans())


def test_the_home_page_tells_the_news_with_its_evidence(analysed, later, known):
    story = assemble((analysed, later), known)
    for language in ("en", "de"):
        site = render(story, known, load_labels(language), Templates((templates(),)), Facts("1", "m"))
        home = next(page for page in site.pages if page.path == "index.md")
        assert load_labels(language).text("news.title") in home.markdown
        assert 'data-cite="later#p-3' in home.markdown
    assert any("index.md" in pages for (id, _), pages in backlinks(story).items() if id == "later")


def templates():
    from generator.config import packaged

    return packaged("templates")


@pytest.fixture
def many(analysed, known, monkeypatch):
    """Seven articles, where a page draws on three and a subject's on two."""
    monkeypatch.setattr(recent, "STORY", 3)
    monkeypatch.setattr(recent, "SUBJECT", 2)
    days = (f"2023-04-0{n}" for n in range(1, 8))
    return assemble([another(analysed, f"day-{n}", day) for n, day in enumerate(days, 1)], known)


def test_few_articles_are_all_told(story):
    assert recent_story(story) is story
    assert recent_subject(story.subject("pier"), story).earlier == ()


def test_of_many_articles_the_latest_are_told(many):
    told = recent_story(many)
    assert [a.id for a in told.articles] == ["day-7", "day-6", "day-5"]
    assert {q.span.article for q in told.quotations} == {"day-7", "day-6", "day-5"}
    assert told.words(many.quotations[-1].span), "the words of the others can still be looked up"
    assert {r.span.article for s in told.subjects for r in s.said} == {"day-7", "day-6", "day-5"}


def test_a_subject_s_page_lists_the_earlier_articles(many):
    found = recent_subject(many.subject("anna-lindqvist"), many)
    assert {o.sentence.article for o in found.subject.occurrences} == {"day-7", "day-6"}
    assert [a.id for a in found.earlier] == ["day-5", "day-4", "day-3", "day-2", "day-1"]


def test_the_pages_say_what_they_leave_out_and_rest_on_what_they_show(many, known):
    site = render(many, known, load_labels(), Templates((templates(),)), Facts("1", "m"))
    pages = {page.path: page.markdown for page in site.pages}
    assert "Of the latest 3 articles, of 7 that there are." in pages["who-said-what.md"]
    assert "From the latest 2 articles that name it, of 7." in pages["actors/anna-lindqvist.md"]
    assert "articles/day-1.md" in pages["actors/anna-lindqvist.md"], "the earlier articles are listed"
    for (article, paragraph), rest in backlinks(many).items():
        for page in rest:
            assert f"{article}.md#{paragraph}" in pages[page], "a page that rests on a paragraph shows it"


def test_a_role_that_several_articles_give_is_told_once(many, known):
    site = render(many, known, load_labels(), Templates((templates(),)), Facts("1", "m"))
    page = next(p.markdown for p in site.pages if p.path == "actors/anna-lindqvist.md")
    assert page.partition("## ")[0].count(">Mayor<") == 1


def test_of_two_articles_without_dates_none_is_the_later_one(analysed, later, known):
    undated = replace(later, article=replace(later.article, published=Published(None, "unknown", "")))
    assert news(assemble((undated, analysed), known)) is None
