"""The built site as readers use it: by pointer, tap and keyboard, zoomed, dark, printed, and without scripts."""

import base64
import functools
import gzip
import hashlib
import itertools
import json
import re
import threading
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from importlib.util import find_spec
from pathlib import Path

import pytest

ARTICLE = "articles/xi-visits-moscow/index.html"
ACTOR = "actors/vladimir-putin/index.html"
#: One page of each kind.
KINDS = (
    *(
        "index.html",
        ARTICLE,
        "articles/index.html",
        "actors/index.html",
        ACTOR,
        "actors/china/index.html",
        "glossary/index.html",
    ),
    *("glossary/international-criminal-court/index.html", "background/index.html", "timeline/index.html"),
    *("background/war-in-ukraine/index.html", "who-said-what/index.html", "who-stands-where/index.html"),
    *(
        "relations/index.html",
        "open-questions/index.html",
        "sources-and-method/index.html",
        "changes/index.html",
    ),
)
RULES = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def site(built):
    return built / "site"


@pytest.fixture
def open_page(chromium, site):
    """Opens a page of the site; closes its window after the test."""
    windows = []

    def opened(path, width=1280, **options):
        window = chromium.new_context(viewport={"width": width, "height": 900}, **options)
        windows.append(window)
        page = window.new_page()
        page.goto(path if "://" in path else (site / path).as_uri())
        return page

    yield opened
    for window in windows:
        window.close()


class Handler(SimpleHTTPRequestHandler):
    """Serves below /story/, with a policy that allows nothing from elsewhere."""

    policy = ""

    def translate_path(self, path):
        return super().translate_path(path.removeprefix("/story"))

    def end_headers(self):
        self.send_header("Content-Security-Policy", self.policy)
        super().end_headers()

    def log_message(self, *_):
        pass


@pytest.fixture(scope="module")
def served(site):
    """The site behind a web server, in a sub-path, under a strict policy: its address."""
    pages = [(site / path).read_text(encoding="utf-8") for path in KINDS]
    inline = {code for page in pages for code in re.findall(r"<script>(.*?)</script>", page, re.DOTALL)}
    digests = (base64.b64encode(hashlib.sha256(code.encode()).digest()).decode() for code in sorted(inline))
    hashes = " ".join(f"'sha256-{digest}'" for digest in digests)
    Handler.policy = f"default-src 'self'; img-src 'self' data:; script-src 'self' {hashes}"
    server = ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Handler, directory=str(site)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/story/"
    server.shutdown()


def violations(page):
    axe = next(Path(find_spec("axe_playwright_python").submodule_search_locations[0]).rglob("axe*.js"))
    page.add_script_tag(path=str(axe))
    found = page.evaluate(
        "rules => axe.run(document, {resultTypes: ['violations'], runOnly: rules})", list(RULES)
    )
    return [(v["id"], n["html"][:120]) for v in found["violations"] for n in v["nodes"]]


@pytest.mark.parametrize("path", KINDS)
def test_the_accessibility_checker_finds_nothing(path, open_page):
    assert violations(open_page(path)) == []


@pytest.mark.parametrize("path", KINDS)
def test_nor_in_the_dark_on_a_phone(path, open_page):
    assert violations(open_page(path, 360, color_scheme="dark")) == []


@pytest.mark.parametrize("path", [ARTICLE, ACTOR])
def test_nor_with_a_card_and_every_disclosure_open(path, open_page):
    page = open_page(path)
    if path == ARTICLE:
        page.get_by_label("Show every mention").check()
        page.locator(".bg-p-body a.bg-name").first.click()
    page.evaluate("document.querySelectorAll('details').forEach(each => { each.open = true; })")
    assert violations(page) == []


@pytest.mark.parametrize("path", KINDS)
def test_headings_are_in_order_and_the_first_is_the_only_one_of_its_rank(path, open_page):
    page = open_page(path)
    ranks = page.evaluate(
        "[...document.querySelectorAll('article :is(h1,h2,h3,h4,h5,h6)')].map(h => +h.tagName[1])"
    )
    assert ranks[0] == 1
    assert ranks.count(1) == 1
    assert all(b <= a + 1 for a, b in itertools.pairwise(ranks))


@pytest.mark.parametrize("width", [320, 640, 768])
@pytest.mark.parametrize(
    "path", ["index.html", ARTICLE, ACTOR, "timeline/index.html", "who-stands-where/index.html"]
)
def test_nothing_runs_out_of_the_window_however_narrow_or_zoomed(path, width, open_page):
    """A window of 1280 px at 200 % is one of 640 px, at 400 % one of 320 px."""
    assert open_page(path, width).evaluate("document.documentElement.scrollWidth") <= width


def test_the_articles_lines_are_of_60_to_75_letters(open_page):
    page = open_page(ARTICLE, 1440)
    letters = page.evaluate("""() => {
        const text = [...document.querySelectorAll('.bg-p-body')].sort((a, b) => b.textContent.length - a.textContent.length)[0];
        const style = getComputedStyle(text), pen = document.createElement('canvas').getContext('2d');
        pen.font = `${style.fontSize} ${style.fontFamily}`;
        return text.clientWidth / (pen.measureText(text.textContent).width / text.textContent.length);
    }""")
    assert 60 <= letters <= 76


def test_a_card_opens_by_pointing_is_pinned_by_a_click_and_closed_by_escape(open_page):
    page = open_page(ARTICLE)
    name = page.locator(".bg-p-body a.bg-name").first
    name.hover()
    assert page.locator(".bg-hover").is_visible()
    page.mouse.move(5, 5)
    assert page.locator(".bg-hover").count() == 0
    name.click()
    page.mouse.move(5, 5)
    assert page.locator(".bg-hover.bg-pinned").is_visible()
    assert page.url.endswith("index.html")
    page.keyboard.press("Escape")
    assert page.locator(".bg-hover").count() == 0


def test_a_tap_opens_the_card_and_a_second_one_follows_the_link(open_page):
    page = open_page(ARTICLE, 360, has_touch=True)
    name = page.locator(".bg-p-body a.bg-name").first
    name.tap()
    assert page.locator(".bg-hover.bg-pinned").is_visible()
    name.tap()
    page.wait_for_url(lambda url: ARTICLE not in url)


def test_by_keyboard_a_card_shows_on_focus_and_enter_follows_the_link(open_page):
    page = open_page(ARTICLE)
    page.locator(".bg-p-body a.bg-name").first.focus()
    assert page.locator(".bg-hover").is_visible()
    outline = page.evaluate("getComputedStyle(document.activeElement).outlineWidth")
    assert outline == "2px"
    page.keyboard.press("Enter")
    page.wait_for_url(lambda url: ARTICLE not in url)


def test_the_keyboard_reaches_the_skip_link_first_and_every_disclosure(open_page):
    page = open_page(ARTICLE)
    page.keyboard.press("Tab")
    assert "md-skip" in page.evaluate("document.activeElement.className")
    summary = page.locator("details.bg-used > summary").first
    summary.focus()
    page.keyboard.press("Enter")
    assert page.locator("details.bg-used[open] a").first.is_visible()


def test_later_mentions_become_links_on_demand_and_that_is_remembered(open_page):
    page = open_page(ARTICLE)
    before = page.locator(".bg-article .bg-p a.bg-name").count()
    page.get_by_label("Show every mention").check()
    assert page.locator(".bg-article .bg-p a.bg-name").count() > before + 20
    page.reload()
    assert page.locator("a.bg-later").count() > 20
    page.get_by_label("Show every mention").uncheck()
    assert page.locator("a.bg-later").count() == 0


def test_only_what_the_article_says(open_page):
    page = open_page(ACTOR)
    page.get_by_label("Only what the article says").check()
    assert not page.locator(".bg-entry").first.is_visible()
    assert page.locator(".bg-quote").first.is_visible()


def test_an_expert_sees_less_background_and_a_newcomer_more(open_page):
    page = open_page("index.html")
    first = page.locator("#know-first")
    assert first.is_visible()
    page.get_by_label("Expert").check()
    assert not first.is_visible()
    page.reload()
    assert not first.is_visible()
    page.get_by_label("New to it").check()
    assert first.is_visible()


def test_the_index_of_actors_is_filtered_by_kind_and_weight(open_page):
    page = open_page("actors/index.html")
    cards = page.locator(".bg-card:visible")
    everything = cards.count()
    page.get_by_label("Only those named").check()
    assert 0 < cards.count() < everything
    page.get_by_label("People").uncheck()
    assert not page.locator("#person").is_visible()


def test_without_scripts_there_are_no_dead_switches_and_all_evidence_opens(open_page):
    page = open_page(ARTICLE, java_script_enabled=False)
    assert page.locator(".bg-tools:visible").count() == 0
    page.locator("details.bg-used > summary").first.click()
    assert page.locator("details.bg-used[open] a").first.is_visible()
    page = open_page("actors/index.html", java_script_enabled=False)
    assert page.locator(".bg-filter:visible").count() == 0
    assert page.locator(".bg-card:visible").count() > 10


def test_printed_a_page_has_its_text_and_no_controls(open_page):
    page = open_page(ARTICLE)
    page.emulate_media(media="print")
    assert page.locator(".bg-p-body").first.is_visible()
    assert page.locator(".bg-reading:visible, .md-header:visible").count() == 0


def test_nothing_moves_for_those_who_ask_for_it(open_page):
    page = open_page("index.html", reduced_motion="reduce")
    moving = "[...document.querySelectorAll('*')].filter(e => parseFloat(getComputedStyle(e).transitionDuration) > 0)"
    assert page.evaluate(f"{moving}.length") == 0


def test_the_article_page_is_light(site):
    assert (site / ARTICLE).stat().st_size <= 130_000
    own = [*(site / "assets").glob("*.css"), *(site / "assets").glob("*.js")]
    assert own
    assert sum(len(gzip.compress(path.read_bytes())) for path in own) <= 30_000


@pytest.mark.parametrize("path", ["", "articles/xi-visits-moscow/", "timeline/"])
def test_a_strict_policy_in_a_sub_path_stops_nothing(path, served, open_page):
    """What the theme needs beside 'self': the hashes of its inline scripts, and pictures from data addresses."""
    page = open_page("about://blank")
    errors = []
    page.on("console", lambda message: errors.append(message.text) if message.type == "error" else None)
    page.on("requestfailed", lambda request: errors.append(request.url))
    page.goto(served + path)
    page.wait_for_load_state("networkidle")
    assert errors == []
    assert page.locator(".bg-tools").first.is_visible()


def test_a_wrong_address_leads_back_to_the_story(served, open_page):
    page = open_page(f"{served}404.html")
    assert page.get_by_role("heading", level=1).inner_text() == "This page does not exist"


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("index.html", "WebSite"),
        (ARTICLE, "NewsArticle"),
        (ACTOR, "Person"),
        ("actors/china/index.html", "GovernmentOrganization"),
        ("glossary/international-criminal-court/index.html", "Organization"),
        ("glossary/cease-fire/index.html", "DefinedTerm"),
        ("timeline/index.html", "ItemList"),
    ],
)
def test_pages_say_what_they_are_about_in_data(path, kind, site):
    text = (site / path).read_text(encoding="utf-8")
    found = re.search(r'<script type="application/ld\+json">(.*?)</script>', text, re.DOTALL)
    data = json.loads(found[1])
    assert (data["@context"], data["@type"]) == ("https://schema.org", kind)
    assert '<meta name="description" content="' in text
    assert '<meta property="og:title" content="' in text


def test_the_guide_for_programs_names_every_page(site):
    guide = (site / "llms.txt").read_text(encoding="utf-8")
    links = re.findall(r"\]\(([^)]*)\)", guide)
    assert len(links) > 50
    assert all((site / link / "index.html").is_file() or (site / link).is_file() for link in links)
