"""The pages of a small story, as readable Markdown: a change of theirs is seen in the diff of tests/render/golden."""

import json
import os
from pathlib import Path

import pytest

from generator.knowledge.labels import load_labels
from generator.render import render
from generator.render.site import Facts
from generator.render.templates import Templates

ROOT = Path(__file__).parents[2]
GOLDEN = Path(__file__).with_name("golden")
PAGES = (
    "index",
    "articles/harbour",
    "actors/anna-lindqvist",
    "background/harbour-deal",
    "glossary/pier",
    "timeline",
    "who-stands-where",
)


@pytest.fixture(scope="module")
def site(story, known):
    return render(story, known, load_labels(), Templates((ROOT / "templates",)), Facts("0", "a-model"))


@pytest.mark.parametrize("name", PAGES)
def test_a_page_is_as_it_was(name, site):
    """Set BACKGROUNDER_GOLDEN=write to accept the pages as they are now."""
    page = next(page for page in site.pages if page.path == f"{name}.md")
    golden = GOLDEN / f"{name.replace('/', '-')}.md"
    if os.environ.get("BACKGROUNDER_GOLDEN") == "write":
        golden.write_text(page.document, encoding="utf-8")
    assert page.document == golden.read_text(encoding="utf-8")


def test_a_page_tells_what_it_is_about(site):
    data = {page.path: json.loads(page.data) for page in site.pages if page.data}
    assert data["actors/anna-lindqvist.md"]["jobTitle"] == "Mayor"
    assert data["articles/harbour.md"]["publisher"]["name"] == "The Mara Post"
    assert data["timeline.md"]["itemListElement"][0]["item"]["startDate"] == "2023-03-17"


def test_two_renderings_are_the_same(site, story, known):
    assert (
        render(story, known, load_labels(), Templates((ROOT / "templates",)), Facts("0", "a-model")) == site
    )


def test_every_language_renders_every_page(story, known, site):
    german = render(story, known, load_labels("de"), Templates((ROOT / "templates",)), Facts("0", "a-model"))
    assert [page.path for page in german.pages] == [page.path for page in site.pages]
    assert "Wer wo steht" in next(
        page.markdown for page in german.pages if page.path == "who-stands-where.md"
    )


def test_the_method_page_links_to_the_measured_accuracy_where_the_site_has_it(story, known):
    facts = Facts("0", "a-model", "accuracy.md")
    measured = render(story, known, load_labels(), Templates((ROOT / "templates",)), facts)
    [page] = [p for p in measured.pages if p.path == "sources-and-method.md"]
    assert "(accuracy.md)" in page.document
