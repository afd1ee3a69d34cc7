"""seeds/revisions.yml: what is written is read back as it was; what was tampered with is told with its line."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.errors import BackgrounderError, InputErrors
from generator.knowledge.revisions import load_history, read_history, worded
from generator.model.revision import Change, History, Revision
from generator.model.text import METADATA

PATH = "seeds/revisions.yml"
TEXT = st.text(st.characters(exclude_categories=("Cs", "Cc")), min_size=1).filter(str.strip)
ID = st.from_regex(r"p-[0-9a-f]{6}(-[2-9])?", fullmatch=True)
SLUG = st.from_regex(r"[a-z0-9]{1,8}(-[a-z0-9]{1,8})?", fullmatch=True)
KIND = st.sampled_from(["new", "gone", "added", "edited", "moved", "split", "merged", "removed"])
CHANGE = st.builds(Change, SLUG, KIND, ID, TEXT, TEXT, st.just("") | ID)
RESTATED = st.builds(Change, SLUG, st.just("metadata"), st.just(""), TEXT, TEXT, st.sampled_from(METADATA))
REVISIONS = st.lists(
    st.tuples(st.dates().map(str), TEXT, st.lists(CHANGE | RESTATED, max_size=3)), max_size=3
)
STATED = st.dictionaries(SLUG, st.dictionaries(st.sampled_from(METADATA), TEXT), max_size=3)
ARTICLES = st.dictionaries(SLUG, st.dictionaries(ID, TEXT, max_size=4), max_size=3)
PAGE = SLUG.map("actors/{}.md".format)
PAGES = st.dictionaries(PAGE, TEXT, max_size=3)


@given(REVISIONS, ARTICLES, PAGES, STATED, st.dictionaries(PAGE, PAGE, max_size=3))
def test_a_record_is_read_back_as_it_was(revisions, articles, pages, metadata, moved):
    numbered = tuple(Revision(n, day, why, tuple(c)) for n, (day, why, c) in enumerate(revisions, 1))
    articles = {**{change.article: {} for r in numbered for change in r.changes}, **articles}
    history = History(numbered, articles, pages, metadata=metadata, moved=moved)
    read = read_history(worded(history), PATH)
    assert read == history
    assert all([*read.articles[id]] == [*articles[id]] for id in articles)
    assert worded(read) == worded(history)


def test_no_file_is_an_empty_record(tmp_path):
    assert load_history(tmp_path) == History()


def test_a_record_that_was_tampered_with_is_told_with_its_lines(tmp_path):
    folder = tmp_path / "seeds"
    folder.mkdir()
    (folder / "revisions.yml").write_text(
        "revisions:\n"
        "- number: 2\n"
        "  date: 2024-13-01\n"
        "  why: so\n"
        "  changes:\n"
        "  - {article: sea, kind: editd, paragraph: p-zzz}\n"
        "articles:\n"
        "  sea: {p-123456: words, x: y}\n"
        "pages: {../secret.md: Out}\n"
        "pags: {}\n",
        "utf-8",
    )
    with pytest.raises(InputErrors) as caught:
        load_history(folder)
    found = caught.value.problems
    assert [p.line for p in found] == [2, 3, 6, 6, 8, 9, 10]
    assert all(p.path == PATH and p.hint for p in found)
    assert any(p.hint == "did you mean `edited`?" for p in found)


@pytest.mark.parametrize(
    ("old", "new", "line", "what"),
    [
        ("pages:\n", "", 1, "`pages` is missing"),
        ("- article: sea", "- article: see", 7, "`see` is no article of the record"),
    ],
)
def test_a_record_that_lost_something_is_told(old, new, line, what):
    """Read as it stands it would give new ids to what has some, and the next revision would write them down."""
    change = Change("sea", "added", "p-123456", after="Words.")
    whole = worded(
        History((Revision(1, "2024-05-01", "so", (change,)),), {"sea": {"p-123456": "Words."}}, {})
    )
    whole = whole.replace("pages: {}\n", "pages:\n")
    assert read_history(whole, PATH).revisions
    with pytest.raises(InputErrors) as caught:
        read_history(whole.replace(old, new), PATH)
    assert [(p.line, what in p.what, bool(p.hint)) for p in caught.value.problems] == [(line, True, True)]


def test_a_record_cut_off_in_the_middle_is_told(tmp_path):
    texts = {f"p-{n:06}": "Words that stand here." for n in range(9)}
    text = worded(History((Revision(1, "2024-05-01", "so", ()),), {"sea": texts}, {"changes.md": "Changes"}))
    for end in range(len(text) // 4, text.index("pages:"), 7):
        with pytest.raises(BackgrounderError):
            read_history(text[:end], PATH)
