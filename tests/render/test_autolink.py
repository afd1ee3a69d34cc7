import markdown

from generator.render.autolink import AutolinkExtension


def cut(text):
    """Link each “pier”."""
    parts = text.split("pier")
    for i, part in enumerate(parts):
        if i:
            yield "pier", "glossary/pier.md", "A landing place"
        yield part, "", ""


def made(text, cutter=cut):
    extension = AutolinkExtension()
    extension.cut = cutter
    return markdown.markdown(text, extensions=[extension])


def test_names_in_prose_are_linked_with_their_definition():
    assert made("The pier, *the pier*.") == (
        '<p>The <a class="bg-name" href="glossary/pier.md" title="A landing place">pier</a>, '
        '<em>the <a class="bg-name" href="glossary/pier.md" title="A landing place">pier</a></em>.</p>'
    )


def test_headings_links_and_code_stay_as_they_are():
    text = "# The pier\n\n[pier](x.md) and `pier`"
    assert made(text) == made(text, None)
