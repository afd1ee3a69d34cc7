"""Broken seeds of every kind in one site: each gets one clear error with its file, all of them at once."""

import os

import pytest

from generator import config
from generator.errors import BackgrounderError, InputErrors
from generator.seeds import load_seeds

ENTRY = """---
name: Mole of Sandhaven
kind: term
summary: A wall in the sea. [1]
sources:
  - {title: "The harbour’s book"}
as_of: 2023-03-20
---
It stands. [1]
"""
ENTRIES = {
    "bad-yaml": (ENTRY.replace("kind: term", "kind: [term"), 4, "not valid YAML"),
    "unknown-key": (ENTRY.replace("kind:", "knid:"), 3, "unknown key `knid`"),
    "no-source": (
        ENTRY.replace('sources:\n  - {title: "The harbour’s book"}\n', ""),
        1,
        "`sources` is missing",
    ),
    "bad-date": (ENTRY.replace("2023-03-20", "2023-02-30"), 7, "`as_of` is not a date"),
    "cp1252": (ENTRY.replace("wall", "“wall”").encode("cp1252", "replace"), 4, "not UTF-8"),
    "nul": (ENTRY.replace("wall", "wa\0ll"), 4, "a NUL character"),
    "empty": ("", 0, "the file is empty"),
    "bomb": (ENTRY.replace("name:", "a: &a [x, x]\nb: [*a, *a]\nname:"), 2, "aliases and anchors"),
    "deep": (ENTRY.replace("term", "[" * 300 + "]" * 300), 3, "nested too deeply"),
    "tabs": (ENTRY.replace("  - {", "\t- {"), 6, "not valid YAML"),
    "twice-key": (ENTRY.replace("kind: term", "kind: term\nkind: place"), 4, "appears twice"),
    "unclosed": (ENTRY.replace("---\nIt", "It"), 1, "never closed"),
    "large": (ENTRY + "x" * 1_100_000, 0, "larger than"),
    "With Space": (ENTRY, 1, "is no id"),
    "index": (ENTRY, 1, "is no id"),
    "dotted.name": (ENTRY, 1, "is no id"),
}
ARTICLES = {
    "empty.txt": ("", 0, "the file is empty"),
    "nul.txt": ("The mole\0stands.", 1, "a NUL byte"),
    "cp1252.txt": ("The “môle” stands.".encode("cp1252"), 1, "not UTF-8"),
    "large.txt": ("The mole stands. " * 320_000, 0, "too large"),
    "tabs.md": ("---\ntitle: x\n\tdek: y\n---\nText.", 3, "not valid YAML"),
    "unclosed.md": ("---\ntitle: x\nText.", 1, "never closed"),
    "keys.md": ("---\ndate: 2023-01-02\n---\nText.", 2, "unknown key `date`"),
    "report.docx": (b"PK", 0, "in a form that is not read"),
    "twin.md": ("The mole stands.", None, ""),
    "twin.txt": ("The mole stands no more.", 0, "gives the same id"),
}


@pytest.fixture
def site(tmp_path):
    for name in ("articles", "glossary", "actors"):
        (tmp_path / "seeds" / name).mkdir(parents=True)
    return config.settings(tmp_path)


def write(path, content):
    path.write_bytes(content if isinstance(content, bytes) else content.encode())


def told(site):
    with pytest.raises(InputErrors) as error:
        load_seeds(site)
    return {problem.path: problem for problem in error.value.problems}


def test_every_broken_file_is_told_at_once_with_its_line(site):
    expected = {}
    for name, (content, line, what) in ENTRIES.items():
        write(site.seeds / "glossary" / f"{name}.md", content)
        expected[f"seeds/glossary/{name}.md"] = line, what
    for name, (content, line, what) in ARTICLES.items():
        write(site.seeds / "articles" / name, content)
        expected |= {f"seeds/articles/{name}": (line, what)} if line is not None else {}
    (site.seeds / "glossary" / "folder.md").mkdir()
    (site.seeds / "articles" / "folder.txt").mkdir()
    expected |= {"seeds/glossary/folder.md": (0, "no file"), "seeds/articles/folder.txt": (0, "a folder")}
    write(site.seeds / "corrections.yml", "- merge: [a-one, b-two]\n- merge: [b-two, a-one]\n")
    expected["seeds/corrections.yml"] = 2, "circular"
    found = told(site)
    assert found.keys() == expected.keys()
    for path, (line, what) in expected.items():
        assert (found[path].line, what in found[path].what) == (line, True), str(found[path])


@pytest.mark.skipif(not hasattr(os, "symlink"), reason="needs symbolic links")
def test_a_link_out_of_the_project_is_not_followed(site, tmp_path_factory):
    outside = tmp_path_factory.mktemp("outside") / "secret.md"
    outside.write_text(ENTRY, encoding="utf-8")
    for place in ("glossary/link.md", "articles/link.md"):
        (site.seeds / place).symlink_to(outside)
    assert told(site).keys() == {"seeds/glossary/link.md", "seeds/articles/link.md"}


def test_windows_line_ends_and_a_byte_order_mark_are_no_problem(site):
    write(site.seeds / "glossary" / "mole.md", "\ufeff" + ENTRY.replace("\n", "\r\n"))
    write(site.seeds / "articles" / "the mole (final).v2.txt", "\ufeffThe mole\r\n\r\nIt stands.\r\n")
    write(site.seeds / "articles" / "Ünder the möle.md", "---\r\ntitle: Under\r\n---\r\nIt stands.")
    seeds = load_seeds(site)
    assert seeds.knowledge.get("mole").summary == "A wall in the sea. [1]"
    assert len(seeds.articles) == 2


def test_pictures_and_editors_temporary_files_are_passed_over(site):
    write(site.seeds / "articles" / "mole.txt", "The mole stands.")
    for name in ("mole.jpg", ".mole.txt.swp", "~mole.docx", "#mole.md#", "README.md"):
        write(site.seeds / "articles" / name, b"\xff")
    write(site.seeds / "glossary" / "README.md", b"Entries lie here.")
    (site.seeds / "articles" / "mole_files").mkdir()
    write(site.seeds / "articles" / "mole_files" / "frame.html", b"<p>An advertisement.")
    assert [a.source for a in load_seeds(site).articles] == ["seeds/articles/mole.txt"]


def test_one_problem_is_told_alone(site):
    write(site.seeds / "glossary" / "mole.md", ENTRY.replace("term", "tern"))
    with pytest.raises(BackgrounderError, match=r"seeds/glossary/mole\.md:3"):
        load_seeds(site)


def test_articles_in_a_folder_of_their_own_are_told(site):
    (site.seeds / "articles" / "2024").mkdir()
    write(site.seeds / "articles" / "2024" / "mole.md", "The mole stands.")
    with pytest.raises(BackgrounderError, match=r"seeds/articles/2024: .* not read"):
        load_seeds(site)


@pytest.mark.parametrize("name", ["mole.pdf", "mole.md.gz", "moles.zip"])
def test_a_document_among_the_articles_is_told(site, name):
    write(site.seeds / "articles" / name, b"\x1f\x8b")
    with pytest.raises(BackgrounderError, match="in a form that is not read"):
        load_seeds(site)


def test_a_file_in_place_of_the_articles_folder_is_told(site):
    (site.seeds / "articles").rmdir()
    write(site.seeds / "articles", "The mole stands.")
    with pytest.raises(BackgrounderError, match=r"seeds/articles: a folder is expected"):
        load_seeds(site)


def test_an_article_called_index_leaves_the_list_its_page(site):
    write(site.seeds / "articles" / "index.md", "The mole stands.")
    assert [article.id for article in load_seeds(site).articles] == ["the-index"]
