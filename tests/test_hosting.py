"""A built site opened from a file system, in a real browser: links and search work, and nothing else is asked for."""

import pytest

from generator.hosting import direct_links, direct_search, tell_problem


@pytest.mark.parametrize(
    ("address", "direct"),
    [
        ("../actors/", "../actors/index.html"),
        ("../actors/#a", "../actors/index.html#a"),
        (".", "./index.html"),
        ("../..", "../../index.html"),
        ("./", "./index.html"),
        ("#here", "#here"),
        ("", ""),
        ("/absolute/", "/absolute/"),
        ("https://example.org/", "https://example.org/"),
        ("mailto:a@example.org", "mailto:a@example.org"),
        ("story.json", "story.json"),
        ("page/?q=1", "page/?q=1"),
    ],
)
def test_links_to_directories_name_their_file(address, direct):
    assert direct_links(f'<a class="x" href="{address}">') == f'<a class="x" href="{direct}">'


def test_a_site_without_a_search_index_is_left_as_it_is(tmp_path):
    direct_search(tmp_path)
    assert not list(tmp_path.iterdir())


def test_a_problem_is_shown_once_escaped_and_the_last_one_stays(tmp_path):
    page = tmp_path / "deep" / "index.html"
    page.parent.mkdir()
    page.write_text("<html><body>Good</body></html>", encoding="utf-8")
    tell_problem(tmp_path, "first")
    tell_problem(tmp_path, "</div><script>second</script> <!-- /problem -->")
    text = page.read_text(encoding="utf-8")
    assert "first" not in text
    assert "<script>" not in text
    assert text.count('role="alert"') == 1
    assert text.startswith("<html><body>Good")
    assert text.endswith("</body></html>")


@pytest.mark.browser
def test_search_and_links_work_from_a_file_system(built, chromium):
    page = chromium.new_page()
    asked: list[str] = []
    errors: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto((built / "site" / "index.html").as_uri())
    page.locator("input[data-md-component=search-query]").click()
    page.keyboard.type("Putin")  # as a person does: the theme listens to keys
    results = page.locator(".md-search-result__link")
    results.first.wait_for()
    addresses = results.evaluate_all("links => links.map(link => link.href)")
    assert addresses
    for address in addresses[:5]:
        page.goto(address)
        assert "Putin" in page.locator("main").inner_text()
    page.locator(".md-tabs__link", has_text="Timeline").first.click()
    assert page.url.endswith("timeline/index.html")
    assert not errors
    assert all(url.startswith(("file:", "data:", "blob:", "about:")) for url in asked), asked
    page.close()
