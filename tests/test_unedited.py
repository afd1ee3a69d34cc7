"""What a new editor sees first: a site of one article of which nothing is explained by entries of theirs."""

import itertools

import pytest
from lxml import html

from generator.editing.new import new

ARTICLE = """Ferry line to the isle will end

Greta Holm wants to keep the ferry line to the isle of Sund. The captain has sailed it for nineteen years.

“The isle lives by this ferry,” said Holm. Piet Aas, who owns the line, rejected her plan.

Holm thanked the islanders for their letters. Aas told reporters that the line loses money.
"""


@pytest.fixture(scope="module")
def site(tmp_path_factory, build):
    folder = tmp_path_factory.mktemp("unedited") / "isle"
    new(folder)
    for example in (*folder.glob("seeds/articles/*.md"), *folder.glob("seeds/glossary/*.md")):
        example.unlink()
    (folder / "seeds/articles/ferry.txt").write_text(ARTICLE, encoding="utf-8")
    done = build(folder)
    assert done.returncode == 0, done.stderr
    return folder / "site"


def main_of(path):
    return html.parse(str(path)).xpath("//article")[0]


def test_home_shows_the_actors_with_the_sentence_that_introduces_them(site):
    cards = [
        " ".join(card.text_content().split()) for card in main_of(site / "index.html").find_class("bg-card")
    ]
    assert [card for card in cards if "Greta Holm" in card and "keep the ferry line" in card]
    assert [card for card in cards if "Piet Aas" in card and "who owns the line" in card]


def parts(element):
    """What an element holds, in order: the rank of each heading, and "text" for anything to read or see."""
    if element.tag in {"h1", "h2", "h3", "h4"}:
        yield element.tag
    elif element.tag == "svg" or (isinstance(element.tag, str) and (element.text or "").strip()):
        yield "text"
    else:
        for child in element:
            yield from parts(child)
            if (child.tail or "").strip():
                yield "text"


def test_no_page_has_a_heading_with_nothing_under_it(site):
    pages = sorted(site.rglob("index.html"))
    assert len(pages) > 12
    for path in pages:
        for one, following in itertools.pairwise([*parts(main_of(path)), "h1"]):
            assert "text" in {one, following} or one < following, path


@pytest.mark.parametrize("page", ["background", "timeline", "who-stands-where", "relations", "glossary"])
def test_a_page_that_has_nothing_says_so(page, site):
    """More than its title and what it would hold."""
    assert (
        len(main_of(site / page / "index.html").xpath("./p[normalize-space()]|.//li|.//table|.//h2")) >= 2
    ), page
