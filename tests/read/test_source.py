"""Files that are read, and those that are refused with a line to mend them by."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from generator.errors import BackgrounderError
from generator.read.source import LARGEST, load


def written(folder: Path, data: bytes, name: str = "a.txt") -> Path:
    path = folder / name
    path.write_bytes(data)
    return path


def refused(path: Path, root: Path) -> BackgrounderError:
    with pytest.raises(BackgrounderError) as raised:
        load(path, root)
    assert raised.value.path == path.name
    return raised.value


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (b"one\r\ntwo\rthree\n", "one\ntwo\nthree\n"),
        ("\ufeffcafé".encode(), "café"),
        (b"He said \x93no\x94 \x96 and left.", "He said “no” – and left."),
    ],
)
def test_bytes_become_text(tmp_path: Path, data: bytes, text: str) -> None:
    assert load(written(tmp_path, data), tmp_path) == text


def test_a_page_may_declare_windows_1252(tmp_path: Path) -> None:
    page = b"<meta charset='windows-1252'><p>caf\xe9</p>"
    assert "café" in load(written(tmp_path, page, "a.html"), tmp_path)


def test_an_uncertain_encoding_is_refused_with_its_place(tmp_path: Path) -> None:
    error = refused(written(tmp_path, b"line one\ncaf\xe9\n"), tmp_path)
    assert error.line == 2
    assert "offset 12" in error.what
    assert "UTF-8" in error.hint


def test_a_nul_byte_is_told_with_its_place(tmp_path: Path) -> None:
    error = refused(written(tmp_path, "one\ntwo".encode("utf-16-le")), tmp_path)
    assert "NUL byte at offset 1" in error.what
    assert error.line == 1


def test_a_name_that_is_not_utf8_is_refused(tmp_path: Path) -> None:
    """Pages and the record name the file; they are UTF-8."""
    path = tmp_path / os.fsdecode(b"caf\xe9.txt")
    path.write_text("One word.", encoding="utf-8")
    assert "not UTF-8" in refused(path, tmp_path).what


def test_a_folder_is_no_article(tmp_path: Path) -> None:
    for name in ("a.txt", "articles"):
        (tmp_path / name).mkdir()
        assert "folder" in refused(tmp_path / name, tmp_path).what


def test_a_link_out_of_the_tree_is_refused(tmp_path: Path) -> None:
    root = tmp_path / "seeds"
    root.mkdir()
    (root / "a.txt").symlink_to(written(tmp_path, b"secret", "b.txt"))
    assert "out of the project" in refused(root / "a.txt", root).what


def test_a_link_within_the_tree_is_read(tmp_path: Path) -> None:
    (tmp_path / "b.txt").symlink_to(written(tmp_path, b"text"))
    assert load(tmp_path / "b.txt", tmp_path) == "text"


def test_links_in_a_circle_are_refused(tmp_path: Path) -> None:
    (tmp_path / "a.txt").symlink_to(tmp_path / "b.txt")
    (tmp_path / "b.txt").symlink_to(tmp_path / "a.txt")
    refused(tmp_path / "a.txt", tmp_path)


def test_too_large_a_file_is_refused(tmp_path: Path) -> None:
    error = refused(written(tmp_path, b"a" * (LARGEST + 1)), tmp_path)
    assert "5,000,001 bytes is too large" in error.what


def test_a_missing_file_is_refused(tmp_path: Path) -> None:
    assert "cannot be read" in refused(tmp_path / "a.txt", tmp_path).what


@pytest.mark.parametrize("name", ["a.pdf", "a", "a.txt.gz"])
def test_other_suffixes_are_refused(tmp_path: Path, name: str) -> None:
    assert "`.txt`" not in refused(written(tmp_path, b"x", name), tmp_path).what
    assert ".md" in refused(tmp_path / name, tmp_path).hint
