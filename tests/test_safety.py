"""Text of articles and entries stays text, all the way from the seed to the page that a browser gets."""

import json
import os
import subprocess
import sys
from pathlib import Path

import markdown
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import html

from generator.assemble import assemble
from generator.editing.new import new
from generator.errors import BackgrounderError
from generator.knowledge import load_knowledge
from generator.knowledge.labels import load_labels
from generator.pipeline import analyse
from generator.publish.grounding import plain
from generator.read import parse_source
from generator.render import render
from generator.render.site import Facts
from generator.render.templates import Templates

ROOT = Path(__file__).parents[1]
NASTY = (
    "<script>alert(1)</script>", "{{ 7*7 }}", "{% raw %}", "{# x #}", "[x](javascript:alert(1))", "![](http://a.example/x.png)",
    "*bold*", "__under__", "| a | b |", "# heading", "---", "`code`", "``` fence", "::: block", "!!! note", "??? note",
    "&lt;b&gt;", "&#60;i&#62;", "<img src=x onerror=alert(1)>", "\u202egnp.exe", "zero\u200bwidth", "\u2066iso\u2069",
    "[ref]: http://a.example", "*[HTML]: Hyper", "<!-- c -->", '--8<-- "file"', "{: #id .class onclick=x }", "[^1]", "1. list",
    "+ item", "~~gone~~", "==mark==", "^^ins^^", ":smile:", "\\\\", "http://a.example/?a=1&b=2", "$x$", "<details>", "</div>", "]]>",
)  # fmt: skip
WORDS = st.sampled_from(
    [
        *NASTY,
        "President Anna Bell said",
        "in Paris",
        "on Monday",
        "“We will”",
        "rejected the plan",
        "the United Nations",
        ".",
    ]
)
LINES = st.lists(WORDS, min_size=1, max_size=12).map(" ".join)
ALLOWED = {"http", "https", "", "mailto"}
EXTENSIONS = ["attr_list", "md_in_html", "tables", "toc"]


def pages(text, linguist, knowledge, name="an-article.txt"):
    """The pages of a site of one article, as HTML trees by path, with the story."""
    story = assemble((analyse(parse_source(text, name), knowledge, linguist),), knowledge)
    site = render(story, knowledge, load_labels(), Templates((ROOT / "templates",)), Facts("0", "m"))
    trees = {}
    for page in site.pages:
        made = markdown.markdown(page.markdown, extensions=EXTENSIONS)
        trees[page.path] = html.fromstring(f"<div>{made}</div>")
    return trees, story


def assert_harmless(tree):
    for element in tree.iter():
        if not isinstance(element.tag, str):
            pytest.fail(f"a comment or instruction: {element}")
        assert element.tag not in {
            "script",
            "iframe",
            "img",
            "object",
            "embed",
            "form",
            "base",
            "meta",
            "link",
            "style",
        }
        for name, value in element.attrib.items():
            assert not name.lower().startswith("on"), (name, value)
            if name in {"href", "src"}:
                scheme = value.split(":")[0].lower() if ":" in value.split("/")[0] else ""
                assert scheme in ALLOWED, value


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(lines=st.lists(LINES, min_size=1, max_size=5))
def test_article_text_is_shown_letter_by_letter_and_never_becomes_markup(lines, linguist, world):
    text = "A short headline\n\nThe minister spoke in Rome on Monday.\n\n" + "\n\n".join(lines)
    trees, story = pages(text, linguist, world)
    for tree in trees.values():
        assert_harmless(tree)
    shown = trees["articles/an-article.md"]
    for paragraph in story.articles[0].paragraphs[1:]:
        element = shown.get_element_by_id(paragraph.id)
        for ours in element.xpath(".//*[contains(@class,'bg-pin') or contains(@class,'bg-speaker')]"):
            ours.drop_tree()
        assert plain(element.text_content()) == plain(paragraph.text)


@pytest.mark.parametrize("name", ["../../x.txt", "a/b.txt", "..\\x.txt", "<b>.txt", "CON.txt", "x y.txt"])
def test_a_file_name_never_becomes_a_path(name, linguist, world):
    trees, _ = pages("A headline\n\nAnna Bell said hello in Rome.", linguist, world, name)
    for path in trees:
        assert ".." not in path
        assert not path.startswith("/")
        assert "<" not in path


def test_two_actors_with_one_slug_get_two_pages(linguist, world):
    text = "Two men\n\nJosé Brandt of Peru met Jose Brandt.\n\n“No,” José Brandt said.\n\nJose Brandt said “yes.”"
    _, story = pages(text, linguist, world)
    found = [s.page for s in story.subjects if s.page]
    assert len(found) == len(set(found))


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(summary=LINES, value=LINES, body=LINES, name=LINES)
def test_an_entry_is_refused_or_shown_as_text(summary, value, body, name, linguist, tmp_path_factory):
    folder = tmp_path_factory.mktemp("seeds")
    (folder / "glossary").mkdir()
    fields = {"name": f"Zed {name}", "kind": "term", "summary": f"{summary} [1]", "as_of": "2024-01-02"}
    facts = [{"label": value, "value": value, "source": 1}]
    sources = [{"title": value, "url": "https://a.example/x"}]
    front = json.dumps({**fields, "facts": facts, "sources": sources}, ensure_ascii=False)
    (folder / "glossary" / "zed.md").write_text(f"---\n{front}\n---\n{body} [1]\n", encoding="utf-8")
    try:
        knowledge = load_knowledge(folder)
    except BackgrounderError:
        return
    trees, _ = pages("A headline\n\nAnna Bell said hello in Rome.", linguist, knowledge)
    for tree in trees.values():
        assert_harmless(tree)
    entry = knowledge.get("zed")
    shown = plain(trees["glossary/zed.md"].xpath(".//*[@data-field='summary']")[0].text_content())
    assert shown == plain(entry.summary.rsplit("[1]", 1)[0])


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    """A site that MkDocs built of an article and an entry full of markup."""
    folder = tmp_path_factory.mktemp("safety") / "site"
    new(folder)
    text = '"><script>alert(1)</script> <img src=x onerror=alert(1)> {{ 7*7 }} --8<-- "docs/about.md"'
    head = f"title: {json.dumps(text)}\ndek: {json.dumps(text)}\noutlet: {json.dumps(text)}\n"
    article = folder / "seeds/articles/port-ellery-keeps-its-light.md"
    article.write_text(f"---\n{head}---\n{text} said Rosa Quint.\n", encoding="utf-8")
    (folder / "seeds/articles/plain.txt").write_text(f"{text}\n\n{text} said Rosa Quint.\n", encoding="utf-8")
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet"]
    subprocess.run(command, cwd=folder, env=environment, check=True, timeout=300)
    return folder / "site"


def test_nothing_of_an_article_becomes_markup_in_the_theme(built):
    """Titles, descriptions, the navigation: what MkDocs' theme prints around a page."""
    for path in sorted(built.rglob("*.html")):
        page = html.fromstring(path.read_bytes())
        for element in page.iter():
            assert not [name for name in element.attrib if name.startswith("on")], (path, element.tag)
            assert element.tag != "img" or element.get("src") != "x", path
            if element.tag == "script" and "json" not in element.get("type", ""):
                assert "alert(" not in (element.text or ""), path
    page = html.fromstring((built / "articles/plain/index.html").read_bytes())
    assert '"><script>alert(1)</script> <img' in page.findtext("head/title")
