"""The repository's own site: whole, grounded, the same bytes every time, and able to be found wrong."""

import hashlib
import json
import shutil
from pathlib import Path

import pytest

from generator.config import settings
from generator.pipeline import check_site
from tests.conftest import mkdocs_build, project


def digest(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.name != "sitemap.xml.gz"
    }


def test_the_site_holds_nothing_without_evidence(built):
    assert check_site(settings(built), built / "site") == ()


def test_two_builds_give_the_same_bytes(built, tmp_path):
    other = project(tmp_path / "other")
    done = mkdocs_build(
        other, PYTHONHASHSEED="7", TZ="Pacific/Kiritimati", LC_ALL="C", LANG="C", SOURCE_DATE_EPOCH="0"
    )
    assert done.returncode == 0, done.stderr
    first, second = digest(built / "site"), digest(other / "site")
    ours = {path for path in first if not path.startswith("sitemap")}
    assert {p: first[p] for p in ours} == {p: second.get(p) for p in ours}


BREAKS = {
    "a word of the article": ("articles/xi-visits-moscow/index.html", "fallen short", "fallen far short"),
    "a quotation": ("who-said-what/index.html", "journey of friendship", "journey of enmity"),
    "a definition": ("glossary/international-criminal-court/index.html", "court", "circus"),
    "a name": ("actors/vladimir-putin/index.html", ">Vladimir Putin<", ">Vladimir Lenin<"),
    "a sentence from nowhere": ("index.html", "The story in brief", "Everybody knows that it was a failure"),
    "a link": ("index.html", 'href="timeline/index.html"', 'href="timelime/index.html"'),
    "an anchor": (
        "index.html",
        "articles/xi-visits-moscow/index.html#p-",
        "articles/xi-visits-moscow/index.html#q-",
    ),
    "a date": ("timeline/index.html", ">17 March 2023<", ">18 March 2023<"),
    "a relation in a figure": (
        "relations/index.html",
        ">Xi Jinping accused United States<",
        ">United States accused Xi Jinping<",
    ),
    "a word in a figure": (
        "timeline/index.html",
        "17 March 2023 (worked out): … the",
        "17 March 2023 (worked out): … nobody",
    ),
    "a date in a figure": ("timeline/index.html", "<title>17 March 2023", "<title>18 March 2023"),
    "a place on the map": ("index.html", "<title>Ukraine", "<title>Peking-on-Sea"),
    "a request to another host": (
        "index.html",
        "<head>",
        '<head><script src="https://a.example/x.js"></script>',
    ),
    "the data": ("story.json", "journey of friendship", "journey of enmity"),
}


@pytest.mark.parametrize("what", sorted(BREAKS))
def test_a_broken_site_is_caught(what, built, tmp_path):
    page, words, others = BREAKS[what]
    site = tmp_path / "site"
    shutil.copytree(built / "site", site)
    text = (site / page).read_text(encoding="utf-8")
    assert words in text
    (site / page).write_text(text.replace(words, others), encoding="utf-8")
    assert check_site(settings(built), site)


def test_a_missing_page_is_caught(built, tmp_path):
    shutil.copytree(built / "site", tmp_path / "site")
    (tmp_path / "site" / "timeline" / "index.html").unlink()
    assert any(
        problem.page == "timeline/index.html" for problem in check_site(settings(built), tmp_path / "site")
    )


def test_the_data_contract_holds_every_field_that_the_design_names(built):
    story = json.loads((built / "site" / "story.json").read_text(encoding="utf-8"))
    assert story["schema"] == 1
    named = {
        "articles": {"id", "title", "outlet", "byline", "url", "published", "paragraphs"},
        "entities": {"id", "kind", "name", "aliases", "url", "entry", "actor"},
        "mentions": {"article", "paragraph", "start", "end", "text", "entity", "rule", "sense"},
        "quotations": {
            "article",
            "paragraph",
            "start",
            "end",
            "text",
            "form",
            "cue",
            "speaker",
            "speakers",
            "speaker_text",
            "rule",
        },
        "dates": {"value", "precision", "basis", "text", "article", "paragraph", "start", "end"},
        "events": {"date", "text", "article", "paragraph", "start", "end", "entities"},
        "statements": {"subject", "verb", "about", "article", "paragraph", "start", "end"},
        "relations": {"subject", "verb", "object", "article", "paragraph", "start", "end"},
        "open_questions": {"kind", "text", "article", "paragraph"},
    }
    for kind, fields in named.items():
        assert story[kind], kind
        for record in story[kind]:
            assert fields <= set(record), kind


def test_every_address_that_the_data_names_is_there(built):
    story = json.loads((built / "site" / "story.json").read_text(encoding="utf-8"))
    for entity in story["entities"]:
        if entity["url"]:
            assert (built / "site" / entity["url"] / "index.html").is_file()
