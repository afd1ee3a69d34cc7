import pytest

from generator.render.paths import href, link, url, web_address


@pytest.mark.parametrize(
    ("path", "address"),
    [
        ("index.md", ""),
        ("timeline.md", "timeline/"),
        ("actors/index.md", "actors/"),
        ("actors/x.md", "actors/x/"),
    ],
)
def test_pages_are_served_as_folders(path, address):
    assert url(path) == address


def test_links_for_markdown_are_relative_to_the_file():
    assert link("actors/x.md", "articles/a.md", "p-1") == "../articles/a.md#p-1"
    assert link("articles/a.md", "articles/a.md", "p-1") == "#p-1"


def test_links_for_raw_html_are_relative_to_the_folder():
    assert href("actors/x.md", "timeline.md", "event-1") == "../../timeline/#event-1"
    assert href("index.md", "index.md") == "./"


@pytest.mark.parametrize(
    "address", ["javascript:alert(1)", "data:text/html,x", "//a.example", "ftp://a.example", ""]
)
def test_only_web_addresses_lead_out(address):
    assert web_address(address) == ""


def test_a_web_address_cannot_end_early():
    assert web_address('https://a.example/a b"<>)`') == "https://a.example/a%20b%22%3C%3E)%60"
