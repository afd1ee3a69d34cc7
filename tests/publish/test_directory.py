"""An export's directory: only what changed is written, only what is ours is touched, whatever happens in between."""

import json
import os
from pathlib import Path

import hypothesis.strategies as st
import pytest
from hypothesis import given, settings

from generator.errors import BackgrounderError
from generator.model.page import Page, Site
from generator.publish import directory
from generator.publish.directory import MANIFEST, export, handwritten

SITE = {"index.md": b"# Home\n", "actors/a.md": b"# A\n", "actors/deep/b.md": b"# B\n", "story.json": b"{}"}


def held(folder: Path) -> dict[str, bytes]:
    """Every file of a folder but the manifest."""
    paths = (path for path in folder.rglob("*") if path.is_file() and path.name != MANIFEST)
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in paths}


def test_the_second_export_writes_nothing(tmp_path):
    assert export(SITE, tmp_path / "out") == tuple(sorted(SITE))
    before = {path: path.stat().st_mtime_ns for path in (tmp_path / "out").rglob("*.md")}
    assert export(SITE, tmp_path / "out") == ()
    assert before == {path: path.stat().st_mtime_ns for path in (tmp_path / "out").rglob("*.md")}


def test_only_what_changed_is_written_and_only_what_was_written_is_removed(tmp_path):
    export(SITE, tmp_path)
    (tmp_path / "actors" / "mine.md").write_bytes(b"mine")
    changed = {"index.md": b"# New\n", "story.json": b"{}"}
    assert export(changed, tmp_path) == ("actors/a.md", "actors/deep/b.md", "index.md")
    assert held(tmp_path) == {**changed, "actors/mine.md": b"mine"}
    assert not (tmp_path / "actors" / "deep").exists()


@pytest.mark.parametrize("there", ["notes.txt", ".git/config"])
def test_a_directory_of_others_is_refused_and_left_as_it_is(tmp_path, there):
    (tmp_path / there).parent.mkdir(exist_ok=True)
    (tmp_path / there).write_bytes(b"mine")
    with pytest.raises(BackgrounderError, match="is not ours"):
        export(SITE, tmp_path)
    assert held(tmp_path) == {there: b"mine"}


def test_a_file_of_others_is_not_written_over(tmp_path):
    export({"index.md": b""}, tmp_path)
    (tmp_path / "actors").mkdir()
    (tmp_path / "actors" / "a.md").write_bytes(b"mine")
    with pytest.raises(BackgrounderError, match="was not written by an export"):
        export(SITE, tmp_path)
    assert held(tmp_path) == {"index.md": b"", "actors/a.md": b"mine"}


def test_a_file_or_link_in_the_place_of_a_directory_is_refused(tmp_path):
    out = tmp_path / "out"
    export({"index.md": b""}, out)
    (tmp_path / "elsewhere").mkdir()
    (out / "actors").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(BackgrounderError, match="no directory of an export"):
        export(SITE, out)
    (out / "actors").unlink()
    (out / "actors").write_bytes(b"mine")
    with pytest.raises(BackgrounderError, match="no directory of an export"):
        export(SITE, out)
    assert not list((tmp_path / "elsewhere").iterdir())


def test_what_a_link_leads_to_is_never_removed(tmp_path):
    out = tmp_path / "out"
    export(SITE, out)
    elsewhere = tmp_path / "elsewhere"
    (out / "actors").rename(elsewhere)
    (out / "actors").symlink_to(elsewhere)
    with pytest.raises(BackgrounderError, match="no directory of an export"):
        export({"index.md": b""}, out)
    assert (elsewhere / "a.md").is_file()


def test_a_link_in_the_place_of_our_file_is_replaced_not_followed(tmp_path):
    out = tmp_path / "out"
    export(SITE, out)
    (tmp_path / "precious").write_bytes(SITE["index.md"])
    (out / "index.md").unlink()
    (out / "index.md").symlink_to(tmp_path / "precious")
    assert export({**SITE, "index.md": b"new"}, out) == ("index.md",)
    assert not (out / "index.md").is_symlink()
    assert (tmp_path / "precious").read_bytes() == SITE["index.md"]


def test_a_directory_in_the_place_of_a_file_is_refused(tmp_path):
    export(SITE, tmp_path)
    (tmp_path / "index.md").unlink()
    (tmp_path / "index.md").mkdir()
    with pytest.raises(BackgrounderError, match="a directory in the place of a file"):
        export(SITE, tmp_path)


@pytest.mark.parametrize(
    "path", ["../x.md", "/x.md", "a/../../x.md", "", ".", "a\0b", "a\\b", MANIFEST, "a//b"]
)
def test_no_path_leaves_the_directory(tmp_path, path):
    with pytest.raises(BackgrounderError, match="leaves the directory"):
        export({path: b""}, tmp_path / "out")
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize(
    "manifest",
    [
        "",
        "[]",
        "{}",
        '{"files": 1}',
        '{"files": [1]}',
        '{"files": ["../x"]}',
        '{"files": ["a\\u0000"]}',
        "[" * 9000,
    ],
)
def test_a_damaged_manifest_is_told_and_nothing_is_removed(tmp_path, manifest):
    out = tmp_path / "out"
    out.mkdir()
    (tmp_path / "x").write_bytes(b"mine")
    (out / MANIFEST).write_text(manifest, encoding="utf-8")
    with pytest.raises(BackgrounderError, match=r"is damaged|leaves the directory"):
        export(SITE, out)
    assert (tmp_path / "x").is_file()


class KilledError(Exception):
    """Stands for the end of the process."""


@given(st.integers(0, 40), st.booleans())
@settings(max_examples=80, deadline=None)
def test_an_export_killed_at_any_point_is_taken_up_by_the_next(tmp_path_factory, point, before):
    """Killed before the n-th change of the file system: what others own is whole, and the next run ends as if nothing was."""
    out = tmp_path_factory.mktemp("killed")
    if before:
        export({"index.md": b"old", "gone/old.md": b"old"}, out)
        (out / "mine.md").write_bytes(b"mine")
    with pytest.MonkeyPatch.context() as patch:
        _kill_at(patch, point)
        try:
            export(SITE, out)
        except KilledError:
            assert not before or (out / "mine.md").read_bytes() == b"mine"
            for path, content in held(out).items():
                whole = path in ("mine.md", "index.md", "gone/old.md") or content == SITE.get(path)
                assert whole or Path(path).name.startswith(directory._PART)
    export(SITE, out)
    assert held(out) == {**SITE, **({"mine.md": b"mine"} if before else {})}
    assert json.loads((out / MANIFEST).read_text(encoding="utf-8"))["files"] == sorted(SITE)
    assert not (out / "gone").exists()


def _kill_at(patch: pytest.MonkeyPatch, point: int) -> None:
    left = [point]

    def guarded(name, owner):
        real = getattr(owner, name)

        def act(*args, **kwargs):
            left[0] -= 1
            if left[0] < 0:
                raise KilledError
            return real(*args, **kwargs)

        patch.setattr(owner, name, act)

    for name, owner in (
        ("mkstemp", directory.tempfile),
        ("replace", Path),
        ("unlink", Path),
        ("rmdir", Path),
        ("fdopen", os),
    ):
        guarded(name, owner)


def test_pages_written_by_hand_go_along_but_nothing_hidden_or_from_elsewhere(tmp_path):
    docs = tmp_path / "docs"
    (docs / "assets").mkdir(parents=True)
    (docs / ".git").mkdir()
    for path in ("about.md", "assets/a.css", ".hidden", ".git/config"):
        (docs / path).write_bytes(b"x")
    (tmp_path / "secret").write_bytes(b"secret")
    (docs / "link.md").symlink_to(tmp_path / "secret")
    assert sorted(handwritten(docs)) == ["about.md", "assets/a.css"]
    assert handwritten(tmp_path / "none") == {}


def test_links_of_figures_are_worded_so_that_no_builder_changes_them():
    page = '<svg><a class="b" href="../x/">X</a><a href="#y">Y</a><a href="https://example.org">Z</a></svg> <a href="../x/">X</a>'
    (_, portable) = directory.files(Site((Page("a.md", "A", page),))).popitem()
    assert portable.decode().endswith(page.replace('class="b" href', 'class="b" xlink:href'))
