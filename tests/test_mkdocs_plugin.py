"""A real `mkdocs serve`: every kind of edit shows by itself, and an error keeps the last good site up."""

import errno
import os
import re
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path

import pytest
from mkdocs.config import load_config
from mkdocs.exceptions import ConfigurationError, PluginError

from generator import hosting, pipeline
from generator.editing.new import new
from tests.conftest import mkdocs_build

#: Seconds after which an edit must have shown; the language model is loaded in between, on a busy machine.
PATIENCE = 90
ARTICLE = "seeds/articles/port-ellery-keeps-its-light.md"
TERM = "seeds/glossary/solas-convention.md"


class Preview:
    """A running preview of the site in `folder`; what it prints goes to `log`."""

    def __init__(self, folder: Path, log: Path) -> None:
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.port = probe.getsockname()[1]
        self.folder, self.log = folder, log
        with log.open("wb") as out:
            self.process = subprocess.Popen(
                [sys.executable, "-m", "mkdocs", "serve", "--dev-addr", f"127.0.0.1:{self.port}"],
                cwd=folder,
                env={**os.environ, "NO_MKDOCS_2_WARNING": "1"},
                stdout=out,
                stderr=subprocess.STDOUT,
            )

    def read(self, page: str) -> str:
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{self.port}/{page}", timeout=PATIENCE) as answer:
                return answer.read().decode()
        except urllib.error.HTTPError as error:
            return f"{error.code}"
        except OSError:
            return ""

    def until(self, page: str, words: str, *, gone: bool = False) -> str:
        """The page once it holds the words (or no longer does)."""
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            assert self.process.poll() is None, self.told()
            text = self.read(page)
            if text and (words in text) is not gone:
                return text
            time.sleep(0.2)
        raise AssertionError(f"{page}: {'still' if gone else 'no'} “{words}”\n{self.told()}")

    def told(self) -> str:
        return self.log.read_text(encoding="utf-8", errors="replace")

    def builds(self) -> int:
        return self.told().count("Building documentation")

    def edit(self, path: str, old: str, new: str) -> None:
        file = self.folder / path
        text = file.read_text(encoding="utf-8")
        assert old in text
        file.write_text(text.replace(old, new), encoding="utf-8")

    def stop(self) -> None:
        self.process.terminate()
        self.process.wait(timeout=30)


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    folder = tmp_path_factory.mktemp("site") / "harbour"
    new(folder)
    return folder


@pytest.fixture(scope="module")
def preview(site, tmp_path_factory):
    running = Preview(site, tmp_path_factory.mktemp("log") / "serve.log")
    try:
        running.until("", "Port Ellery")
        yield running
    finally:
        running.stop()


def test_an_edited_article_shows_by_itself(preview):
    preview.edit(ARTICLE, "no luxury", "no vanity")
    assert "no luxury" not in preview.until("articles/port-ellery-keeps-its-light/", "no vanity")


def test_an_edited_entry_shows_by_itself(preview):
    preview.edit(TERM, "The main treaty on", "The chief treaty on")
    preview.until("glossary/solas-convention/", "The chief treaty on")


def test_a_hand_written_page_shows_by_itself_with_its_names_linked(preview):
    (preview.folder / "docs" / "lamp.md").write_text(
        "# The lamp\n\nWhat SOLAS has to do with it.\n", encoding="utf-8"
    )
    page = preview.until("lamp/", "What ")
    assert 'class="bg-name" href="../glossary/solas-convention/' in page


def test_a_style_shows_by_itself(preview):
    (preview.folder / "docs" / "assets").mkdir()
    (preview.folder / "docs" / "assets" / "backgrounder.css").write_text("/* ours */", encoding="utf-8")
    preview.until("assets/backgrounder.css", "/* ours */")
    shutil.rmtree(preview.folder / "docs" / "assets")
    preview.until("assets/backgrounder.css", "/* ours */", gone=True)


def test_an_error_keeps_the_last_good_site_up_and_is_told_in_page_and_terminal(preview):
    preview.edit(TERM, "kind: work", "kind: <script>work")
    page = preview.until("glossary/solas-convention/", "not up to date")
    assert "The chief treaty on" in page
    assert f"{TERM}:3: `kind` is not a kind: &lt;script&gt;work" in page
    assert f"{TERM}:3: `kind` is not a kind: <script>work" in preview.told()
    assert "not up to date" in preview.read("actors/mara-lindqvist/")
    preview.edit(TERM, "kind: <script>work", "kind: work")
    preview.until("glossary/solas-convention/", "not up to date", gone=True)


def test_an_error_that_comes_back_is_told_again_and_nothing_beside_it(preview):
    before = len(preview.told())
    for times in (1, 2):
        preview.edit(TERM, "kind: work", "kind: wrok")
        preview.until("glossary/solas-convention/", "not up to date")
        assert preview.told()[before:].count("`kind` is not a kind: wrok") == times
        preview.edit(TERM, "kind: wrok", "kind: work")
        preview.until("glossary/solas-convention/", "not up to date", gone=True)
    assert "Aborted" not in preview.told()[before:]


def test_broken_settings_keep_the_last_good_site_up(preview):
    preview.edit("mkdocs.yml", "plugins:", "plugins: [:")
    page = preview.until("", "not up to date")
    assert "Port Ellery" in page
    preview.edit("mkdocs.yml", "plugins: [:", "plugins:")
    preview.until("", "not up to date", gone=True)


def test_a_template_made_during_the_preview_is_used_and_its_error_told(preview):
    template = preview.folder / "templates" / "changes.md.j2"
    template.parent.mkdir()
    template.write_text("# Changes\n\nOf our {{ own }}.\n", encoding="utf-8")
    preview.edit("docs/about.md", "written by hand", "written by  hand")
    assert "templates/changes.md.j2" in preview.until("changes/", "not up to date")
    template.write_text("# Changes\n\nOf our own.\n", encoding="utf-8")
    preview.until("changes/", "Of our own.")
    template.unlink()
    preview.until("changes/", "Of our own.", gone=True)


def test_half_written_temporary_and_recreated_files_are_survived(preview):
    entry = preview.folder / TERM
    whole = entry.read_text(encoding="utf-8")
    for size in (0, 1, 40, len(whole) // 2):
        entry.write_text(whole[:size], encoding="utf-8")
        time.sleep(0.3)
    entry.unlink()
    (entry.parent / ".solas-convention.md.swp").write_bytes(b"b0VIM\0\xff")
    (entry.parent / "solas-convention.md~").write_text(whole, encoding="utf-8")
    (preview.folder / ARTICLE).with_suffix(".md~").write_text("half", encoding="utf-8")
    time.sleep(1)
    entry.write_text(re.sub(r"The \w+ treaty on", "The first treaty on", whole), encoding="utf-8")
    page = preview.until("glossary/solas-convention/", "The first treaty")
    assert "not up to date" not in page


def test_nothing_is_built_while_nothing_is_edited(preview):
    time.sleep(3)
    before = preview.builds()
    time.sleep(4)
    assert preview.builds() == before


def test_a_preview_that_starts_with_an_error_shows_it_and_recovers(tmp_path):
    new(tmp_path / "site")
    article = tmp_path / "site" / ARTICLE
    good = article.read_text(encoding="utf-8")
    article.write_text(good.replace("published: 2024-05-14", "published: soon"), encoding="utf-8")
    preview = Preview(tmp_path / "site", tmp_path / "log")
    try:
        assert re.search(
            r"port-ellery-keeps-its-light\.md:5: `published`", preview.until("", "not up to date")
        )
        article.write_text(good, encoding="utf-8")
        assert "not up to date" not in preview.until("", "Port Ellery votes")
    finally:
        preview.stop()


def test_a_cache_among_the_seeds_is_refused(tmp_path):
    """It would be seen as an edit, and the preview would build for ever."""
    new(tmp_path)
    settings = tmp_path / "mkdocs.yml"
    text = settings.read_text(encoding="utf-8")
    settings.write_text(
        text.replace("  - backgrounder:\n", "  - backgrounder:\n      cache: seeds/cache\n"), encoding="utf-8"
    )
    config = load_config(str(settings))
    with pytest.raises(ConfigurationError, match="cache"):
        config.plugins.on_config(config)


def test_what_the_system_refuses_is_told_like_any_problem(tmp_path, monkeypatch):
    new(tmp_path)
    config = load_config(str(tmp_path / "mkdocs.yml"))
    config = config.plugins.on_config(config)

    def refused(*_, **__):
        raise PermissionError(13, "Permission denied", "seeds/articles")

    monkeypatch.setattr(pipeline, "told", refused)
    with pytest.raises(PluginError, match="seeds/articles: Permission denied"):
        config.plugins.on_pre_build(config=config)


@pytest.mark.parametrize("place", ["a file", "a link to nowhere"])
def test_a_site_that_cannot_be_written_is_told_in_one_error(tmp_path, place):
    new(tmp_path)
    site = tmp_path / "site"
    if place == "a file":
        site.write_text("mine", encoding="utf-8")
    else:
        site.symlink_to(tmp_path / "gone" / "site")
    done = mkdocs_build(tmp_path)
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    assert f"{site} must be a folder that you may write in" in done.stderr


@pytest.mark.parametrize(
    ("number", "name", "told"),
    [
        (errno.EACCES, "index.html", "may write in"),
        (errno.ENOSPC, None, "the disk is full"),
        (errno.EACCES, "../notes.txt", ""),
    ],
)
def test_what_the_system_refuses_of_the_site_has_a_mend(tmp_path, number, name, told):
    error = OSError(number, "refused", *([str(tmp_path / name)] if name else []))
    if name:
        error.filename = os.path.normpath(error.filename)
    assert told in str(hosting.refused(error, tmp_path) or "")
    assert bool(told) is (hosting.refused(error, tmp_path) is not None)


@pytest.mark.parametrize(("language", "title"), [("de", "Dauerhafter Link"), ("en", "Permanent link")])
def test_the_links_beside_headings_are_named_in_the_language_of_the_site(tmp_path, language, title):
    new(tmp_path)
    text = (tmp_path / "mkdocs.yml").read_text(encoding="utf-8")
    (tmp_path / "mkdocs.yml").write_text(text.replace("language: en", f"language: {language}"), "utf-8")
    config = load_config(str(tmp_path / "mkdocs.yml"))
    config = config.plugins.on_config(config)
    assert config.mdx_configs["toc"] == {"permalink": True, "permalink_title": title}


def test_a_language_without_a_catalogue_is_told_with_the_story(tmp_path):
    new(tmp_path)
    text = (tmp_path / "mkdocs.yml").read_text(encoding="utf-8")
    (tmp_path / "mkdocs.yml").write_text(text.replace("language: en", "language: fr"), "utf-8")
    config = load_config(str(tmp_path / "mkdocs.yml"))
    config = config.plugins.on_config(config)
    with pytest.raises(PluginError, match="fr"):
        config.plugins.on_pre_build(config=config)
