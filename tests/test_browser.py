"""The built site in a real browser: from the file system, on a phone, and alone on its host."""

import pytest

from generator.editing.new import new

PAGES = (
    "index.html",
    "articles/xi-visits-moscow/index.html",
    "actors/index.html",
    "actors/vladimir-putin/index.html",
    "actors/china/index.html",
    "glossary/index.html",
    "glossary/international-criminal-court/index.html",
    "background/index.html",
    "background/war-in-ukraine/index.html",
    "timeline/index.html",
    "who-said-what/index.html",
    "who-stands-where/index.html",
    "relations/index.html",
    "open-questions/index.html",
    "sources-and-method/index.html",
    "changes/index.html",
    "articles/index.html",
)

pytestmark = pytest.mark.browser


@pytest.fixture
def page(chromium):
    context = chromium.new_context(viewport={"width": 360, "height": 740})
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("path", PAGES)
def test_a_page_opens_from_the_file_system_without_any_request_or_error(path, built, page):
    requests, errors = [], []
    page.on("request", lambda request: requests.append(request.url))
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto((built / "site" / path).as_uri())
    page.wait_for_load_state("load")
    assert [url for url in requests if not url.startswith(("file:", "data:", "blob:", "about:"))] == []
    assert errors == []


@pytest.mark.parametrize("path", PAGES)
def test_a_page_fits_a_phone(path, built, page):
    page.goto((built / "site" / path).as_uri())
    assert page.evaluate("document.documentElement.scrollWidth") <= 360


#: An article of a second day, with what is long in news: a headline, a compound, a body's name.
LONG = """---
title: Council of Sandhaven says the dockers’ strike will end ‘within days’ – but the lighthouse keeper asks who is to pay
published: 2024-05-20
---

Greta Holm, the mayor of Sandhaven-Oberwesterheimersbrunnenstadt, praised the Federation of Harbour and Lighthouse Keepers on Monday.

“The isle lives by this ferry,” Holm said. Piet Aas, who owns the line, rejected her plan on 14 May 2024.

Aas accused Holm of harming the line, and joined the Federation of Harbour and Lighthouse Keepers in 2023.
"""
OUTSIDE = """width => [...document.querySelectorAll('.md-content *')].filter(each => {
    const box = each.getBoundingClientRect();
    const rolls = node => node && (['auto', 'scroll', 'hidden', 'clip'].includes(getComputedStyle(node).overflowX)
        && !node.classList.contains('md-content') || rolls(node.parentElement?.closest('.md-content *')));
    return box.width > 1 && box.left < width && box.right > width + 1 && !rolls(each.parentElement) && !each.closest('svg');
}).map(each => `${each.tagName}.${each.className}: ${each.textContent.slice(0, 60)}`)"""


@pytest.fixture(scope="module")
def two_days(tmp_path_factory, build):
    """The site of two articles: each line then names its article."""
    folder = tmp_path_factory.mktemp("days") / "isle"
    new(folder)
    (folder / "seeds/articles/strike.md").write_text(LONG, encoding="utf-8")
    done = build(folder)
    assert done.returncode == 0, done.stderr
    return folder / "site"


def test_no_line_is_cut_off_on_a_phone_by_a_long_headline(two_days, page):
    pages = sorted(two_days.rglob("index.html"))
    cut = {}
    for path in pages:
        page.goto(path.as_uri())
        cut[path.parent.name] = page.evaluate(OUTSIDE, 360)
    assert {name: found for name, found in cut.items() if found} == {}
    assert len(pages) > 15
    page.goto((two_days / "relations/index.html").as_uri())
    assert page.locator(".bg-told a").count()


def test_a_citation_leads_to_the_paragraph_and_marks_its_words(built, page):
    page.goto((built / "site" / "index.html").as_uri())
    pin = page.locator("a.bg-pin[data-words]").first
    words = pin.locator("xpath=preceding-sibling::span[@data-cite][1]").inner_text()
    pin.click()
    page.wait_for_url("**/articles/**")
    assert " ".join(page.locator("mark.bg-exact").all_inner_texts()).replace(" ", "") == words.replace(
        " ", ""
    )


def test_a_name_opens_its_card_and_escape_closes_it(built, page):
    page.goto((built / "site" / "articles" / "xi-visits-moscow" / "index.html").as_uri())
    page.locator(".bg-article a.bg-name").first.focus()
    assert page.locator(".bg-hover").is_visible()
    page.keyboard.press("Escape")
    assert page.locator(".bg-hover").count() == 0


def test_without_scripts_every_actor_and_definition_is_there(built, chromium):
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto((built / "site" / "actors" / "index.html").as_uri())
    assert page.locator(".bg-card").count() >= 8
    page.goto((built / "site" / "glossary" / "index.html").as_uri())
    assert page.get_by_text("International Criminal Court").first.is_visible()
    context.close()


def test_search_works_from_the_file_system(built, page):
    page.set_viewport_size({"width": 1280, "height": 800})
    page.goto((built / "site" / "index.html").as_uri())
    page.locator("input[data-md-component=search-query]").click()
    page.keyboard.type("Lvova")
    result = page.locator(".md-search-result__link").first
    result.wait_for()
    assert "index.html" in result.get_attribute("href")
