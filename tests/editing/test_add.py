"""Articles taken into seeds/articles/: named by their titles, over nothing, with a report."""

import pytest

from generator.config import settings
from generator.editing.add import add, add_text
from generator.editing.new import new
from generator.errors import BackgrounderError

TEXT = "Bridge opens: ../../etc/passwd\n\nBy Ruth Example\n\nThe bridge opened on Friday.\n"


@pytest.fixture
def site(tmp_path):
    new(tmp_path / "site")
    return settings(tmp_path / "site")


def saved(tmp_path, name="saved.txt", text=TEXT):
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    return path


def test_the_file_is_named_by_the_titles_slug_and_stays_in_its_folder(site, tmp_path):
    added = add(site, saved(tmp_path))
    assert added.path == site.seeds / "articles" / "bridge-opens-etc-passwd.md"
    assert added.path.is_file()


def test_what_was_found_and_what_not_is_told(site, tmp_path):
    notes = add(site, saved(tmp_path)).notes
    assert "title: Bridge opens: ../../etc/passwd" in notes
    assert "byline: Ruth Example" in notes
    assert any(note.startswith("not found: outlet, published, url") for note in notes)


def test_nothing_is_written_over_without_force(site, tmp_path):
    path = add(site, saved(tmp_path)).path
    path.write_text("the editor’s own", encoding="utf-8")
    with pytest.raises(BackgrounderError, match="is there already"):
        add(site, saved(tmp_path))
    assert path.read_text(encoding="utf-8") == "the editor’s own"
    add(site, saved(tmp_path), force=True)
    assert "opened on Friday" in path.read_text(encoding="utf-8")


def test_the_same_article_in_another_form_is_not_doubled(site, tmp_path):
    (site.seeds / "articles" / "bridge-opens-etc-passwd.txt").write_text(TEXT, encoding="utf-8")
    with pytest.raises(BackgrounderError, match="is this article already"):
        add(site, saved(tmp_path), force=True)


def test_a_link_in_the_place_of_the_file_is_not_followed(site, tmp_path):
    (tmp_path / "precious").write_text("precious", encoding="utf-8")
    (site.seeds / "articles" / "bridge-opens-etc-passwd.md").symlink_to(tmp_path / "precious")
    with pytest.raises(BackgrounderError, match="no ordinary file"):
        add(site, saved(tmp_path), force=True)
    assert (tmp_path / "precious").read_text(encoding="utf-8") == "precious"


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (
            b"<html><body><p>The bridge opened on Friday, and many people came to see it.</p></body></html>",
            "bridge",
        ),
        (b"---\ntitle: Bridge opens\n---\nThe *bridge* opened.\n", "The bridge opened."),
        ("\ufeff# Bridge opens\n\nThe bridge opened.\n".encode(), "# Bridge opens"),
        (TEXT.encode(), "opened on Friday"),
    ],
)
def test_standard_input_is_told_apart_by_how_it_begins(site, data, told):
    assert told in add_text(site, data).path.read_text(encoding="utf-8")


@pytest.mark.parametrize("data", [b"", b"\0\0", b"\xff\xfe\xfa", b"   \n"])
def test_no_article_on_standard_input_is_an_error(site, data):
    with pytest.raises(BackgrounderError):
        add_text(site, data)


def test_a_folder_without_seeds_is_no_site(tmp_path):
    with pytest.raises(BackgrounderError, match="no site here"):
        add(settings(tmp_path), saved(tmp_path))


def test_a_file_in_the_place_of_the_folder_is_told(site, tmp_path):
    for path in sorted((site.seeds / "articles").iterdir()):
        path.unlink()
    (site.seeds / "articles").rmdir()
    (site.seeds / "articles").write_text("mine", encoding="utf-8")
    with pytest.raises(BackgrounderError, match="a folder is expected here"):
        add(site, saved(tmp_path))
