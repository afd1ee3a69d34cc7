"""Loading: every mistake is told with its place, all at once; editors' entries win over the world pack's."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.errors import BackgrounderError, InputErrors
from generator.knowledge import Knowledge, load_knowledge
from generator.knowledge.files import read_text

GOOD = {
    "name": "Harbour Court",
    "kind": "organisation",
    "summary": "A court that judges disputes between harbours. [1]",
    "sources": "[{title: Harbour Treaty, url: 'https://example.org/treaty', date: 1998-07}]",
    "as_of": "2023-03-20",
}
BODY = "The court has nine judges. [1]\n"


def write(root: Path, file: str = "glossary/harbour-court.md", body: str = BODY, **keys: str | None) -> Path:
    """An entry's file: the good one, with keys changed, or left out where None."""
    values = {key: value for key, value in {**GOOD, **keys}.items() if value is not None}
    path = root / "seeds" / file
    path.parent.mkdir(parents=True, exist_ok=True)
    lines = "".join(f"{key}: {value}\n" for key, value in values.items())
    path.write_text(f"---\n{lines}---\n{body}", encoding="utf-8")
    return path


def problems(root: Path) -> tuple[BackgrounderError, ...]:
    with pytest.raises(InputErrors) as caught:
        load_knowledge(root / "seeds")
    return caught.value.problems


def only(root: Path) -> BackgrounderError:
    [problem] = problems(root)
    return problem


def load(root: Path) -> Knowledge:
    return load_knowledge(root / "seeds")


def test_a_good_entry(tmp_path: Path) -> None:
    write(
        tmp_path,
        aliases="[Court of Harbours, HC]",
        affiliation="russia",
        point="[52.5, -4.25]",
        facts="[{label: Founded, value: 1 July 2002, source: 1}]",
        afterwards="[{as_of: 2024-09-03, text: It moved., source: 1}]",
        about="[china]",
        why="It judged this case. [1]",
        media="true",
    )
    entry = load(tmp_path).get("harbour-court")
    assert entry is not None
    assert (entry.section, entry.kind, entry.path) == (
        "glossary",
        "organisation",
        "seeds/glossary/harbour-court.md",
    )
    assert entry.aliases == ("Court of Harbours", "HC")
    assert (entry.point, entry.media, entry.about) == ((52.5, -4.25), True, ("china",))
    assert (entry.facts[0].source, entry.afterwards[0].source) == (0, 0)
    assert (entry.sources[0].date, entry.body) == ("1998-07", BODY.strip())


def test_the_world_alone() -> None:
    knowledge = load_knowledge(None)
    assert [entry.id for entry in knowledge.entries] == sorted(entry.id for entry in knowledge.entries)
    assert [entry.id for entry in knowledge.named("Kiev")] == ["kyiv"]
    assert knowledge.demonyms["ukrainian"] == "ukraine"
    assert knowledge.get("nobody") is None


def test_folders_that_are_not_there_hold_nothing(tmp_path: Path) -> None:
    (tmp_path / "seeds").mkdir()
    assert load(tmp_path).entries == load_knowledge(None).entries


def test_seeds_that_are_not_there_are_an_error(tmp_path: Path) -> None:
    with pytest.raises(BackgrounderError, match="no folder"):
        load_knowledge(tmp_path / "sedes")


@pytest.mark.parametrize(
    ("keys", "line", "what", "hint"),
    [
        ({"summry": "x"}, 7, "unknown key `summry`", "`summary`"),
        ({"name": None}, 1, "`name` is missing", ""),
        ({"name": "''"}, 2, "`name` is missing", ""),
        ({"name": "7"}, 2, "too short", ""),
        ({"name": "[a, b]"}, 2, "one text", "quote"),
        ({"kind": "organization"}, 3, "not a kind", "`organisation`"),
        ({"kind": None}, 1, "`kind` is missing", ""),
        ({"summary": None}, 1, "`summary` is missing", ""),
        ({"summary": "word " * 41}, 4, "41 words", "body"),
        ({"summary": "A <b>court</b>. [1]"}, 4, "HTML", "plain"),
        ({"summary": "A court. [2]"}, 4, "source 2 does not exist: there are 1", ""),
        ({"summary": "A court. [0]"}, 4, "source 0 does not exist", ""),
        ({"why": "word " * 31}, 7, "31 words", ""),
        ({"why": "It matters. [9]"}, 7, "source 9", ""),
        ({"sources": None}, 1, "`sources` is missing", ""),
        ({"sources": "[]"}, 5, "`sources` is missing", ""),
        ({"sources": "[a book]"}, 5, "list of records", "title"),
        ({"sources": "[{url: 'https://example.org/'}]"}, 5, "`title` is missing", ""),
        ({"sources": "[{title: A, url: 'javascript:alert(1)'}]"}, 5, "web address", "https"),
        ({"sources": "[{title: A, url: 'https://'}]"}, 5, "web address", ""),
        ({"sources": "[{title: A, url: 'https://[x'}]"}, 5, "web address", ""),
        ({"sources": "[{title: A, date: 2023-13}]"}, 5, "not a date", "2023-03-20"),
        ({"sources": "[{title: A, link: b}]"}, 5, "unknown key `link`", ""),
        ({"as_of": None}, 1, "`as_of` is missing", ""),
        ({"as_of": "2023-02-30"}, 6, "not a date: 2023-02-30", "2023-03-20"),
        ({"as_of": "March 2023"}, 6, "not a date", ""),
        ({"aliases": "Court"}, 7, "must be a list", "[one, another]"),
        ({"acronym": "[A]"}, 7, "one text", ""),
        ({"code": "Russia"}, 7, "not right", "RU"),
        ({"point": "[91, 0]"}, 7, "not a point", "degrees"),
        ({"point": "[1, 2, 3]"}, 7, "not a point", ""),
        ({"point": "[nan, 0]"}, 7, "not a point", ""),
        ({"point": "here"}, 7, "not a point", ""),
        ({"media": "perhaps"}, 7, "neither true nor false", ""),
        ({"facts": "[{label: A, value: b, source: 2}]"}, 7, "source 2 does not exist", ""),
        ({"facts": "[{label: A, value: b}]"}, 7, "`source` is missing", ""),
        ({"facts": "[{label: A, value: b, source: one}]"}, 7, "source's number", "number 1"),
        ({"facts": "[{label: A, value: b, source: 0}]"}, 7, "source's number", ""),
        ({"afterwards": "[{as_of: 2024-01-01, text: So., source: 3}]"}, 7, "source 3", ""),
        ({"about": "[ruussia]"}, 7, "`about` points to `ruussia`", "`russia`"),
        ({"affiliation": "atlantis-of-old"}, 7, "`affiliation` points to", ""),
        ({"stands_for": "atlantis-of-old"}, 7, "`stands_for` points to", ""),
        ({"affiliation": "Russia!"}, 7, "`affiliation` is not right", ""),
    ],
)
def test_mistakes_in_the_front_matter(
    tmp_path: Path, keys: dict[str, str | None], line: int, what: str, hint: str
) -> None:
    write(tmp_path, **keys)
    problem = only(tmp_path)
    assert problem.path == "seeds/glossary/harbour-court.md"
    assert what in problem.what
    assert hint in problem.hint
    assert problem.line == line


@pytest.mark.parametrize(
    ("body", "line", "what"),
    [
        ("\nIt <script>alert(1)</script> sits. [1]\n", 9, "HTML"),
        ("<!-- hidden -->\n\nIt sits. [1]\n", 8, "HTML"),
        ("It sits. [2]\n", 8, "source 2 does not exist"),
        ("It sits. [1]\n\nIt stands.\n", 10, "without its source"),
        ("[It](javascript:alert(1)) sits. [1]\n", 8, "links to javascript:alert(1"),
        ("[It](data:text/html,x) sits. [1]\n", 8, "links to data:"),
        ("![It](https://example.org/a.png) sits. [1]\n", 8, "picture"),
        ("It sits.{: onclick=x } [1]\n", 8, "attribute list"),
        ("- one\n- two\n", 8, "without its source"),
    ],
)
def test_mistakes_in_the_body(tmp_path: Path, body: str, line: int, what: str) -> None:
    write(tmp_path, body=body)
    found = [problem for problem in problems(tmp_path) if what in problem.what]
    assert [problem.line for problem in found] == [line]


@pytest.mark.parametrize(
    "body",
    [
        "",
        "## How it works\n\nIt sits. [1]\n\nIt [stands](https://example.org/). [1]\n",
        "It does three things:\n\n- one\n- two\n\n- three [1]\n",
        "1. one\n2. two [1]\n",
        "See <https://example.org/>; 3 < 4. [1]\n",
    ],
)
def test_good_bodies(tmp_path: Path, body: str) -> None:
    write(tmp_path, body=body)
    assert load(tmp_path).get("harbour-court") is not None


def test_file_names(tmp_path: Path) -> None:
    write(tmp_path, "actors/Harbour Court.md")
    problem = only(tmp_path)
    assert "no id" in problem.what
    assert "harbour-court.md" in problem.hint


def test_an_id_is_taken_once_across_folders(tmp_path: Path) -> None:
    write(tmp_path, "actors/harbour-court.md")
    write(tmp_path, "glossary/harbour-court.md")
    problem = only(tmp_path)
    assert problem.path == "seeds/glossary/harbour-court.md"
    assert "seeds/actors/harbour-court.md" in problem.hint


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"", "empty"),
        (b" \n", "empty"),
        (b"---\nname: \xe9t\xe9\n---\n", "UTF-8"),
        (b"---\nname: A\0B\n---\n", "NUL"),
        ("---\nname: A\n---\n".encode("utf-16"), "UTF-8"),
        (b"---\nname: A\n", "never closed"),
        (b"---\nname: A\nname: B\n---\n", "twice"),
        (b"---\na: &a [x]\nb: *a\n---\n", "anchors"),
        (b"x" * 1_000_001, "larger than"),
    ],
)
def test_files_that_cannot_be_read(tmp_path: Path, data: bytes, what: str) -> None:
    path = write(tmp_path)
    path.write_bytes(data)
    assert what in only(tmp_path).what


@pytest.mark.parametrize("text", ["Just words. [1]", "name: A\nkind: term\n---\nJust words. [1]"])
def test_no_front_matter_at_all_is_told_once(tmp_path: Path, text: str) -> None:
    write(tmp_path).write_text(text, encoding="utf-8")
    assert only(tmp_path).what == "there is no front matter"
    assert "---" in only(tmp_path).hint


def test_an_empty_front_matter_misses_what_is_required(tmp_path: Path) -> None:
    write(tmp_path).write_text("---\n---\nJust words. [1]", encoding="utf-8")
    assert {"`name` is missing", "`sources` is missing"} <= {problem.what for problem in problems(tmp_path)}


def test_a_required_key_that_is_misspelt_is_told_once(tmp_path: Path) -> None:
    """As docs/editing.md shows it."""
    write(tmp_path, summary=None, summry="A court. [1]")
    assert (only(tmp_path).what, only(tmp_path).hint) == ("unknown key `summry`", "did you mean `summary`?")


def test_a_name_that_breaks_lines_stays_in_one(tmp_path: Path) -> None:
    write(tmp_path, "actors/harbour\ncourt.md")
    assert str(only(tmp_path)).splitlines()[0].startswith("seeds/actors/harbour\\ncourt.md:1: ")


def test_links_out_of_the_project_circles_and_folders(tmp_path: Path) -> None:
    project = tmp_path / "project"
    folder = write(project).parent
    (tmp_path / "secret.md").write_text("secret", encoding="utf-8")
    (folder / "leaving.md").symlink_to(tmp_path / "secret.md")
    (folder / "circle.md").symlink_to(folder / "circle.md")
    (folder / "dangling.md").symlink_to(folder / "nowhere")
    (folder / "folder.md").mkdir()
    (folder / "notes.txt").write_text("notes", encoding="utf-8")
    (folder / ".hidden").write_text("ignored", encoding="utf-8")
    told = {problem.path.rpartition("/")[2]: problem.what for problem in problems(project)}
    assert sorted(told) == ["circle.md", "dangling.md", "folder.md", "leaving.md", "notes.txt"]
    assert "leaves the project" in told["leaving.md"]
    assert "no file" in told["folder.md"]


def test_a_file_where_a_folder_is_expected(tmp_path: Path) -> None:
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds" / "actors").write_text("x", encoding="utf-8")
    assert "folder is expected" in only(tmp_path).what


def test_all_problems_are_told_at_once_by_file_and_line(tmp_path: Path) -> None:
    write(tmp_path, "actors/b.md", name=None, as_of="never", about="[nowhere-at-all]")
    write(tmp_path, "actors/a.md", summry="x")
    told = [(problem.path, problem.line) for problem in problems(tmp_path)]
    assert told == sorted(told)
    assert len(told) == 4


def test_an_editor_wins_and_the_world_fills_the_gaps(tmp_path: Path) -> None:
    write(
        tmp_path,
        "actors/russia.md",
        name="Russian Federation",
        kind="government",
        summary="Norland's neighbour. [1]",
    )
    merged, world = load(tmp_path).get("russia"), load_knowledge(None).get("russia")
    assert merged is not None
    assert world is not None
    assert (merged.name, merged.summary, merged.section) == (
        "Russian Federation",
        "Norland's neighbour. [1]",
        "actors",
    )
    assert (merged.code, merged.point) == (world.code, world.point)
    assert "Russia" in merged.aliases
    assert merged.facts
    assert merged.sources[0].title == "Harbour Treaty"
    assert all(merged.sources[fact.source] in world.sources for fact in merged.facts)


def test_what_the_world_knows_may_be_left_out(tmp_path: Path) -> None:
    write(tmp_path, "actors/russia.md", name="Russia", kind=None, summary=None)
    merged, world = load(tmp_path).get("russia"), load_knowledge(None).get("russia")
    assert merged is not None
    assert world is not None
    assert merged.kind == "government"
    assert merged.summary == f"{world.summary} [2]"
    assert merged.sources[1] == world.sources[0]


def test_an_editors_facts_and_summary_need_no_foreign_sources(tmp_path: Path) -> None:
    write(
        tmp_path,
        "actors/russia.md",
        name="Russia",
        kind="government",
        facts="[{label: A, value: b, source: 1}]",
    )
    merged = load(tmp_path).get("russia")
    assert merged is not None
    assert [source.title for source in merged.sources] == ["Harbour Treaty"]


def test_an_editors_aliases_are_found_beside_the_worlds(tmp_path: Path) -> None:
    write(tmp_path, "actors/russia.md", name="Russia", kind="government", aliases="[the northern neighbour]")
    text = "Russia, the northern neighbour, and the Russian Federation"
    assert [ids for _, _, ids in load(tmp_path).find(text)] == [("russia",), ("russia",)]


@settings(max_examples=60, deadline=None)  # a file written and read for each
@given(
    st.binary(max_size=300)
    | st.text(max_size=300).map(lambda text: f"---\n{text}\n---\n{text}".encode("utf-8", "replace"))
)
def test_any_file_is_an_entry_or_told_as_a_problem(
    tmp_path_factory: pytest.TempPathFactory, data: bytes
) -> None:
    root = tmp_path_factory.mktemp("any")
    write(root).write_bytes(data)
    told: tuple[BackgrounderError, ...] = ()
    try:
        load(root)
    except InputErrors as errors:
        told = errors.problems
    assert all(problem.path.startswith("seeds/") and problem.what for problem in told)


def test_an_unsettled_conflict_is_told_where_it_begins(tmp_path: Path) -> None:
    file = tmp_path / "revisions.yml"
    file.write_text("pages:\n<<<<<<< ours\n  a: b\n=======\n  a: c\n>>>>>>> theirs\n", "utf-8")
    with pytest.raises(BackgrounderError) as caught:
        read_text(file, tmp_path)
    assert (caught.value.path, caught.value.line) == ("revisions.yml", 2)
    assert "keep one of the two sides" in caught.value.hint


def test_angle_brackets_alone_are_no_conflict(tmp_path: Path) -> None:
    file = tmp_path / "a.yml"
    file.write_text("a: >>>>>>> x\n<<<<<<< b\n", "utf-8")
    assert read_text(file, tmp_path)
