"""How the pages come up in a real browser: nothing moves once it is shown, and the text is not measurably later there
than in plain Material. `pytest tests/test_speed.py -s` prints what was measured."""

import functools
import math
import re
import statistics
import sys
import threading
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer

import pytest
import yaml

from generator.config import of_project
from generator.pipeline import export_site

ARTICLE = "articles/xi-visits-moscow/"
PAGES = ("", ARTICLE, "actors/vladimir-putin/", "actors/china/", "timeline/", "who-stands-where/", "actors/")
#: Pairs of loads of either page, in turns.
LOADS = 12
#: What one round finds is held against all loads of the next as well: chance goes, a page that is later stays later.
ROUNDS = 3
#: A shift score that is no movement to an eye: a word or two set anew while the rest of their line arrives from the network.
#: A good page has less than 0.1 (web.dev/articles/cls); a column laid out wide and then set anew has 0.01 and more.
UNSEEN = 0.005
#: A paint waits for the next frame, in milliseconds.
FRAME = 17
#: How many standard errors of the difference of two medians may be mere chance.
CHANCE = 3
OBSERVE = """(() => {
    window.shifts = [];
    new PerformanceObserver(list => window.shifts.push(...list.getEntries().map(e => [e.value,
        ...(e.sources || []).map(s => s.node && (s.node.className || s.node.nodeName))])))
        .observe({type: 'layout-shift', buffered: true});
    new PerformanceObserver(list => { window.paint = list.getEntries().at(-1).startTime; })
        .observe({type: 'largest-contentful-paint', buffered: true});
})()"""

pytestmark = pytest.mark.browser


class Quiet(SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"  # keeps connections open, as servers do

    def log_message(self, *_):
        pass


@pytest.fixture(scope="module")
def serve():
    """Serves a folder; gives its address."""
    servers = []

    def served(folder):
        server = ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Quiet, directory=str(folder)))
        threading.Thread(target=server.serve_forever, daemon=True).start()
        servers.append(server)
        return f"http://127.0.0.1:{server.server_port}/"

    yield served
    for server in servers:
        server.shutdown()


@pytest.fixture(scope="module")
def plain(built, build, tmp_path_factory):
    """The same pages in plain Material: exported, built without the plugin, its styles and its scripts."""
    folder = tmp_path_factory.mktemp("plain")
    export_site(of_project(built), folder / "docs")
    settings = yaml.safe_load((built / "mkdocs.yml").read_text(encoding="utf-8"))
    kept = {key: settings[key] for key in ("site_name", "theme", "markdown_extensions")}
    (folder / "mkdocs.yml").write_text(yaml.safe_dump({**kept, "plugins": ["search"]}), encoding="utf-8")
    done = build(folder)
    assert done.returncode == 0, done.stderr
    return folder


def loaded(chromium, address, width=1280, script="[window.shifts, window.paint]", slower=1):
    """What the browser saw of a page that it had never loaded before, a moment after it was complete.

    On a slower processor a page is painted in more steps, so that what moves between them shows.
    """
    window = chromium.new_context(viewport={"width": width, "height": 800})
    page = window.new_page()
    window.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": slower})
    page.add_init_script(OBSERVE)
    page.goto(address)
    page.wait_for_load_state("networkidle")
    page.wait_for_timeout(300)
    found = page.evaluate(script)
    window.close()
    return found


def uncertainty(times):
    """The standard error of a median, from the median deviation: a few loads disturbed by others change neither."""
    middle = statistics.median(times)
    deviation = 1.4826 * statistics.median(abs(time - middle) for time in times)
    return 1.2533 * deviation / math.sqrt(len(times))


def compared(ours, plain):
    """How much later ours was painted, how much of that chance explains, and both in words."""
    later = statistics.median(ours) - statistics.median(plain)
    chance = FRAME + CHANCE * math.hypot(uncertainty(ours), uncertainty(plain))
    told = f"largest paint of {len(ours)} loads: {later:+.0f} ms beside {statistics.median(plain):.0f} ms of plain Material"
    return later, chance, f"{told}; chance explains {chance:.0f} ms"


@pytest.mark.parametrize("width", [360, 1440])
@pytest.mark.parametrize("path", PAGES)
def test_nothing_moves_once_it_is_shown(path, width, built, serve, chromium):
    address = serve(built / "site") + path
    seen = [loaded(chromium, address, width, slower=4)[0] for _ in range(3)]
    assert max(sum(value for value, *_ in shifts) for shifts in seen) < UNSEEN, seen


def test_no_page_is_painted_before_its_headline_is_there(built):
    pages = {page: page.read_text(encoding="utf-8") for page in sorted((built / "site").rglob("index.html"))}
    awaited = {
        page: re.search(r'<link rel="expect" href="#([^"]+)" blocking="render">', text)
        for page, text in pages.items()
    }
    told = {page: re.search(r'<h1[^>]* id="([^"]+)"', text) for page, text in pages.items()}
    assert any(told.values())
    assert [
        page for page in pages if told[page] and (awaited[page] and awaited[page][1]) != told[page][1]
    ] == []


def test_the_article_is_not_painted_measurably_later_than_in_plain_material(built, plain, serve, chromium):
    pages = {"ours": f"{serve(built / 'site')}{ARTICLE}", "plain": f"{serve(plain / 'site')}{ARTICLE}"}
    times = {name: [] for name in pages}
    for _ in range(ROUNDS):
        for turn in range(2 * LOADS):
            for name in (*pages, *pages)[turn % 2 : turn % 2 + 2]:
                times[name].append(loaded(chromium, pages[name])[1])
        later, chance, told = compared(times["ours"], times["plain"])
        sys.stdout.write(f"\n{told}\n")
        if later <= chance:
            return
    pytest.fail(told)
