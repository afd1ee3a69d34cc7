"""Behind nginx, in a sub-path, under a strict content security policy, as docs/publishing.md tells it."""

import base64
import hashlib
import re
import shutil
import socket
import subprocess
import time
import urllib.error
import urllib.request

import pytest

KINDS = (
    *("", "articles/xi-visits-moscow/", "articles/", "actors/", "actors/vladimir-putin/", "actors/china/"),
    *("glossary/", "glossary/international-criminal-court/", "background/", "background/war-in-ukraine/"),
    *("timeline/", "who-said-what/", "who-stands-where/", "relations/", "open-questions/", "changes/"),
    *("sources-and-method/", "editing/", "404.html"),
)
CONFIG = """
daemon off; pid {folder}/pid; error_log {folder}/error.log;
events {{}}
http {{
  access_log off; types {{ text/html html; text/css css; text/javascript js; application/json json; image/svg+xml svg; }}
  client_body_temp_path {folder}/a; proxy_temp_path {folder}/b; fastcgi_temp_path {folder}/c;
  uwsgi_temp_path {folder}/d; scgi_temp_path {folder}/e;
  server {{
    listen 127.0.0.1:{port}; absolute_redirect off;
    add_header Content-Security-Policy "{policy}" always;
    location /a/sub/path/ {{ alias {site}/; index index.html; error_page 404 /a/sub/path/404.html; }}
  }}
}}
"""

pytestmark = pytest.mark.browser


def started(folder, site, policy):
    """nginx with the site below /a/sub/path/: its process and address."""
    nginx = shutil.which("nginx") or shutil.which("nginx", path="/usr/sbin:/usr/local/sbin")
    if nginx is None:
        pytest.skip("nginx is not installed: run `make checkers` (Debian: apt-get install nginx-light)")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    folder.chmod(0o755)
    settings = folder / "nginx.conf"
    settings.write_text(CONFIG.format(folder=folder, port=port, site=site, policy=policy), encoding="utf-8")
    command = [nginx, "-e", folder / "error.log", "-c", settings, "-g", "user root;"]
    process = subprocess.Popen(command, stderr=subprocess.PIPE)
    address = f"http://127.0.0.1:{port}/a/sub/path/"
    for _ in range(50):
        time.sleep(0.1)
        try:
            urllib.request.urlopen(address)
        except urllib.error.URLError:
            continue
        return process, address
    process.kill()
    pytest.fail(f"nginx does not answer: {process.stderr.read()}")


def hashes(site):
    """The theme's inline scripts, each named by its digest: what it needs beside 'self'."""
    pages = [(site / kind / "index.html" if not kind.endswith("html") else site / kind) for kind in KINDS]
    codes = {c for p in pages for c in re.findall(r"<script>(.*?)</script>", p.read_text("utf-8"), re.DOTALL)}
    digests = (base64.b64encode(hashlib.sha256(code.encode()).digest()).decode() for code in sorted(codes))
    return [f"'sha256-{digest}'" for digest in digests]


@pytest.fixture(scope="module")
def strict(published, tmp_path_factory):
    """The policy that docs/publishing.md gives: no inline script or style but the theme's own."""
    scripts = " ".join(hashes(published / "site"))
    policy = f"default-src 'self'; img-src 'self' data:; script-src 'self' {scripts}"
    process, address = started(tmp_path_factory.mktemp("strict"), published / "site", policy)
    yield address
    process.terminate()


@pytest.fixture(scope="module")
def bare(published, tmp_path_factory):
    """Nothing but `default-src 'self'`."""
    process, address = started(tmp_path_factory.mktemp("bare"), published / "site", "default-src 'self'")
    yield address
    process.terminate()


@pytest.fixture
def visit(chromium):
    """Opens an address; gives the page and everything that was refused or failed on it."""
    window = chromium.new_context(viewport={"width": 1280, "height": 900})
    page = window.new_page()
    problems = []
    page.on("console", lambda message: problems.append(message.text) if message.type == "error" else None)
    page.on("requestfailed", lambda request: problems.append(request.url))
    page.on("response", lambda r: problems.append(f"{r.status} {r.url}") if r.status >= 400 else None)

    def visited(address):
        page.goto(address)
        page.wait_for_load_state("networkidle")
        return page, problems

    yield visited
    window.close()


@pytest.mark.parametrize("kind", KINDS)
def test_nothing_is_refused_on_any_kind_of_page(kind, strict, visit):
    _, problems = visit(strict + kind)
    assert problems == []


def test_cards_and_search_work_there(strict, visit):
    page, problems = visit(f"{strict}articles/xi-visits-moscow/")
    page.locator(".bg-p-body a.bg-name").first.hover()
    assert page.locator(".bg-hover").is_visible()
    page.keyboard.press("Escape")
    page.locator("input[data-md-component=search-query]").click()
    page.keyboard.type("Lvova")
    page.locator(".md-search-result__link").first.wait_for()
    page.locator(".md-search-result__link").first.click()
    page.wait_for_url(lambda url: (url.startswith(strict) and "xi-visits" not in url) or "#" in url)
    assert problems == []


def test_every_link_leads_to_a_page(strict, published):
    """Asked of the server itself: what exists on a disk may still not be served."""
    pages = [p.relative_to(published / "site") for p in sorted((published / "site").rglob("*.html"))]
    for page in pages:
        address = strict + str(page).removesuffix("index.html")
        with urllib.request.urlopen(address) as answer:
            assert answer.status == 200


def test_an_unknown_address_gets_the_page_that_leads_back(strict):
    with pytest.raises(urllib.error.HTTPError, match="404") as error:
        urllib.request.urlopen(f"{strict}no/such/page/")
    assert "This page does not exist" in error.value.read().decode()


def test_without_any_inline_script_only_the_themes_own_are_refused(bare, visit):
    """All that is ours works under `default-src 'self'` alone; the theme loses its switches and its data pictures."""
    page, problems = visit(f"{bare}articles/xi-visits-moscow/")
    refused = [problem for problem in problems if "inline" not in problem and "data:" not in problem]
    assert [p for p in refused if "backgrounder" in p or "assets/" in p.split("'")[0]] == []
    page.locator(".bg-p-body a.bg-name").first.hover()
    assert page.locator(".bg-hover").is_visible()
    assert page.locator(".bg-tools").first.is_visible()
