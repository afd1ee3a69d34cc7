"""What others see of a page when it is shared: address, words, and a picture drawn without any download."""

import re
import struct

import pytest

ADDRESS = "https://news.example/a/sub/path/"
META = re.compile(r'<meta (?:property|name)="([a-z:_]+)" content="([^"]*)">')


def meta(page):
    return dict(META.findall(page.read_text(encoding="utf-8")))


@pytest.mark.parametrize(
    "page", ["", "articles/xi-visits-moscow/", "actors/vladimir-putin/", "glossary/cease-fire/", "timeline/"]
)
def test_a_page_says_what_a_link_to_it_shows(published, page):
    told = meta(published / "site" / page / "index.html")
    assert told["og:url"] == ADDRESS + page
    assert told["og:title"]
    assert told["og:description"]
    assert told["twitter:card"] == "summary_large_image"
    assert told["og:image"].startswith(f"{ADDRESS}assets/social/")
    picture = published / "site" / told["og:image"].removeprefix(ADDRESS)
    assert struct.unpack(">II", picture.read_bytes()[16:24]) == (1200, 630)
    assert (told["og:image:width"], told["og:image:height"]) == ("1200", "630")


def test_every_generated_page_has_its_own_picture(published):
    site = published / "site"
    pages = [page for page in site.rglob("*.html") if "og:image" in meta(page)]
    pictures = {meta(page)["og:image"] for page in pages}
    assert len(pages) > 80
    assert len(pictures) == len(pages)
    assert all((site / picture.removeprefix(ADDRESS)).is_file() for picture in pictures)


def test_the_article_names_its_picture_in_its_data(published):
    text = (published / "site/articles/xi-visits-moscow/index.html").read_text(encoding="utf-8")
    assert f'"image": "{ADDRESS}assets/social/articles/xi-visits-moscow.png"' in text


def test_a_second_build_draws_nothing_anew_and_gives_the_same_bytes(published, build):
    kept = published / ".cache" / "backgrounder" / "pictures"
    before = {path: path.stat().st_mtime_ns for path in kept.iterdir()}
    drawn = {path: path.read_bytes() for path in (published / "site").rglob("social/**/*.png")}
    assert build(published).returncode == 0
    assert {path: path.stat().st_mtime_ns for path in kept.iterdir()} == before
    assert {path: path.read_bytes() for path in (published / "site").rglob("social/**/*.png")} == drawn


def test_without_an_address_there_is_no_picture(built):
    """A picture needs a full address: a link to one that nobody can fetch would help nobody."""
    assert "og:image" not in meta(built / "site" / "index.html")
    assert not (built / "site" / "assets" / "social").exists()
