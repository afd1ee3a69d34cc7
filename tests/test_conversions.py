"""Pages are converted once: what is kept is what a conversion gives, and no warning is lost with it."""

import logging
import shutil

import markdown
import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.plugins import BasePlugin

from generator.conversions import Conversions
from generator.editing.new import new

TERM = "seeds/glossary/solas-convention.md"


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    folder = tmp_path_factory.mktemp("built") / "site"
    new(folder)
    write(folder, "lamp.md", "# The lamp\n\nWhat SOLAS has to do with it. [Oil](oil.md#wicks).\n")
    write(folder, "oil.md", "# Oil\n\n## Wicks\n\nThey burn.\n")
    make(folder)
    return folder


@pytest.fixture
def site(built, tmp_path):
    """A site of which every page was converted."""
    shutil.copytree(built, tmp_path / "site")
    return tmp_path / "site"


def write(folder, name, text):
    (folder / "docs" / name).write_text(text, encoding="utf-8")


def make(folder, **settings):
    """The built pages by path."""
    build(load_config(str(folder / "mkdocs.yml"), **settings))
    return {p.relative_to(folder / "site"): p.read_bytes() for p in (folder / "site").rglob("*.html")}


def kept(folder):
    return sorted((folder / ".cache" / "backgrounder" / "html").iterdir())


@pytest.fixture
def converted(monkeypatch):
    """The titles of the pages that are converted meanwhile."""
    done, convert = [], markdown.Markdown.convert

    def noted(self, text):
        done.append(text.partition("\n")[0])
        return convert(self, text)

    monkeypatch.setattr(markdown.Markdown, "convert", noted)
    return done


def test_a_second_build_converts_nothing_and_gives_the_same_pages(site, converted):
    first = make(site)
    assert make(site) == first
    assert converted == []


def test_only_the_page_that_changed_is_converted(site, converted):
    write(site, "oil.md", "# Oil and gas\n\n## Wicks\n\nThey burn.\n")
    make(site)
    assert converted == ["# Oil and gas"]


def test_a_new_definition_of_a_linked_name_converts_the_hand_written_page(site, converted):
    path = site / TERM
    path.write_text(
        path.read_text(encoding="utf-8").replace("The main treaty", "The chief treaty"), encoding="utf-8"
    )
    assert b"The chief treaty" in make(site)[next(p for p in make(site) if p.parts[0] == "lamp")]
    assert "# The lamp" in converted


def test_a_page_whose_target_is_gone_is_converted_and_told_of(site, converted, caplog):
    (site / "docs" / "oil.md").unlink()
    for _ in range(2):  # a warning is told each time, so that a strict build stays one
        caplog.clear()
        converted.clear()
        make(site)
        assert "# The lamp" in converted
        assert "oil.md" in caplog.text


def test_a_link_to_an_anchor_that_is_gone_is_told_from_what_was_kept(site, converted, caplog):
    write(site, "oil.md", "# Oil\n\n## Lamps\n\nThey burn.\n")
    with caplog.at_level(logging.INFO):
        make(site)
    assert converted == ["# Oil"]
    assert "'oil.md' does not contain an anchor '#wicks'" in caplog.text


def test_what_was_passed_over_before_is_told_once_the_site_wants_it_told(site, caplog):
    write(site, "lamp.md", "# The lamp\n\n[Oil](/oil/)\n")
    text = (site / "mkdocs.yml").read_text(encoding="utf-8")
    before, _, after = text.partition("absolute_links: warn")
    (site / "mkdocs.yml").write_text(f"{before}absolute_links: ignore{after}", encoding="utf-8")
    make(site)
    assert "absolute link" not in caplog.text
    (site / "mkdocs.yml").write_text(text, encoding="utf-8")
    make(site)
    assert "absolute link '/oil/'" in caplog.text


def test_other_settings_of_an_extension_convert_all(site, converted):
    text = (site / "mkdocs.yml").read_text(encoding="utf-8")
    (site / "mkdocs.yml").write_text(text.replace("permalink: true", "permalink: §"), encoding="utf-8")
    before = len(make(site))
    assert len(converted) >= before - 2  # all but the pages that are no Markdown


@pytest.mark.parametrize("damage", [b"", b"0\n{}", b"[" * 100_000])
def test_what_is_damaged_is_made_anew(site, damage):
    first = make(site)
    for path in kept(site):
        path.write_bytes(damage)
    assert make(site) == first


def test_extensions_that_may_read_other_files_keep_nothing(tmp_path):
    given = (["toc", "pymdownx.snippets"], {})
    assert Conversions(tmp_path, *given, list).shelf.folder is None
    assert Conversions(tmp_path, ["toc", object()], {}, list).shelf.folder is None
    assert Conversions(tmp_path, ["toc"], {"toc": {"slugify": lambda *_: ""}}, list).shelf.folder is None
    assert (
        Conversions(tmp_path, ["toc", "pymdownx.details"], {"toc": {"permalink": True}}, list).shelf.folder
        == tmp_path
    )


def test_without_a_cache_every_page_is_converted(site, converted):
    text = (site / "mkdocs.yml").read_text(encoding="utf-8")
    assert "- backgrounder" in text
    shutil.rmtree(site / ".cache")
    config = load_config(str(site / "mkdocs.yml"))
    plugin: BasePlugin = config.plugins["backgrounder"]
    plugin.config["cache"] = ""
    build(config)
    assert "# Oil" in converted
    assert not (site / ".cache").exists()
