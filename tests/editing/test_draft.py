"""Drafts: what the articles say goes into comments; left out of the site until an editor fills them in."""

import pytest

from generator.config import settings
from generator.editing.check import check
from generator.editing.draft import draft
from generator.editing.new import new
from generator.errors import BackgrounderError, InputErrors
from generator.knowledge import load_knowledge

ARTICLE = """---
title: Bridge opens
published: 2024-05-03
---
# Bridge opens

“The bridge is safe,” said Anna Verne, the town’s chief engineer. Verne rejected the claims.

---

Under the Elm Accord, the state pays half: a “gift”, Verne said.
"""


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    folder = tmp_path_factory.mktemp("draft") / "site"
    new(folder)
    (folder / "seeds/articles/bridge-opens.md").write_text(ARTICLE, encoding="utf-8")
    return settings(folder)


def test_a_draft_holds_the_evidence_and_names_the_gaps(site):
    (path,) = draft(site, ("Verne",))
    text = path.read_text(encoding="utf-8")
    assert path == site.seeds / "actors" / "anna-verne.md"
    assert 'name: "Anna Verne"\nkind: person' in text
    assert (
        "aliases: []\n" in text
    )  # elsewhere another Verne may be meant; beside her full name it is found by itself
    assert "#   “The bridge is safe,” said Anna Verne, the town’s chief engineer.\n" in text
    assert "# - seeds/articles/bridge-opens.md ¶ 2 (p-" in text
    knowledge = load_knowledge(site.seeds)
    assert ([d.path for d in knowledge.drafts], knowledge.get("anna-verne")) == (
        ["seeds/actors/anna-verne.md"],
        None,
    )
    tasks = check(site)
    assert [(t.kind, t.path) for t in tasks if t.text == "Anna Verne"] == [
        ("draft", "seeds/actors/anna-verne.md")
    ]
    with pytest.raises(BackgrounderError, match="is there already"):
        draft(site, ("Anna Verne",))
    path.write_text(text.replace("summary:", "summary: Engineer. [1]"), encoding="utf-8")
    with pytest.raises(InputErrors) as told:
        load_knowledge(site.seeds)
    assert [p.what for p in told.value.problems][:2] == ["`title` is missing", "`as_of` is missing"]
    path.write_text(
        text.replace("summary:", "summary: Engineer. [1]")
        .replace('title: ""', "title: Staff list")
        .replace("as_of:", "as_of: 2024-05-03"),
        encoding="utf-8",
    )
    entry = load_knowledge(site.seeds).get("anna-verne")
    assert (entry.summary, entry.aliases) == ("Engineer. [1]", ())
    with pytest.raises(BackgrounderError, match="is there already"):
        draft(site, ("Anna Verne",))
    path.unlink()


def test_words_that_are_no_actor_are_drafted_as_a_term(site):
    (path,) = draft(site, ("elm accord",))
    assert path.parent == site.seeds / "glossary"
    assert "Under the Elm Accord, the state pays half" in path.read_text(encoding="utf-8")
    path.unlink()


def test_nothing_is_written_if_one_of_the_names_is_unknown(site):
    with pytest.raises(BackgrounderError, match="no article speaks of “Anna Vern”") as told:
        draft(site, ("Mara Lindqvist", "Anna Vern"))
    assert "did you mean “Anna Verne”" in str(told.value)
    assert not (site.seeds / "actors" / "mara-lindqvist.md").exists()


@pytest.mark.parametrize("name", ["", "../../x", "\0", "---", "# x"])
def test_odd_names_are_refused(site, name):
    with pytest.raises(BackgrounderError):
        draft(site, (name,))
