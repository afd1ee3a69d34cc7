"""Pictures of every page kind, for eyes: BACKGROUNDER_SHOTS (default build/screenshots/) holds them after `make test`."""

import os
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
FOLDER = Path(os.environ.get("BACKGROUNDER_SHOTS") or ROOT / "build" / "screenshots")
KINDS = {
    "home": "",
    "article": "articles/xi-visits-moscow/",
    "articles": "articles/",
    "actors": "actors/",
    "person": "actors/vladimir-putin/",
    "government": "actors/china/",
    "organisation": "actors/chinese-foreign-ministry/",
    "glossary": "glossary/",
    "term": "glossary/international-criminal-court/",
    "background": "background/",
    "topic": "background/war-in-ukraine/",
    "timeline": "timeline/",
    "quotations": "who-said-what/",
    "stands": "who-stands-where/",
    "relations": "relations/",
    "questions": "open-questions/",
    "method": "sources-and-method/",
    "changes": "changes/",
}

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1440])
def test_every_page_kind_has_its_picture(width, scheme, built, chromium):
    FOLDER.mkdir(parents=True, exist_ok=True)
    window = chromium.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme)
    page = window.new_page()
    for name, path in KINDS.items():
        page.goto((built / "site" / path / "index.html").as_uri())
        page.evaluate("document.querySelectorAll('.md-tabs').forEach(e => { e.hidden = false; })")
        shot = page.screenshot(path=FOLDER / f"{name}-{width}-{scheme}.png", animations="disabled")
        assert len(shot) > 5_000
    window.close()
