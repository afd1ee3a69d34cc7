"""seeds/corrections.yml: read as editors write it, every mistake told with its line, all at once."""

import pytest

from generator.errors import BackgrounderError, InputErrors
from generator.knowledge.corrections import load_corrections, read_corrections

PATH = "seeds/corrections.yml"


def problems(text):
    with pytest.raises(BackgrounderError) as caught:
        read_corrections(text, PATH)
    error = caught.value
    return [
        (p.line, p.what, p.hint) for p in (error.problems if isinstance(error, InputErrors) else (error,))
    ]


def one(text):
    [correction] = read_corrections(text, PATH)
    return correction


def test_no_file_is_no_correction(tmp_path):
    assert load_corrections(tmp_path) == ()


def test_a_file_of_comments_is_no_correction():
    assert read_corrections("# nothing yet\n", PATH) == ()


def test_a_file_is_read_with_its_path(tmp_path):
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds/corrections.yml").write_text(
        "\n- not_actor: Harbour Board\n  why: It never acts.\n", "utf-8"
    )
    [found] = load_corrections(tmp_path / "seeds")
    assert (found.act, found.entities, found.why) == ("not_actor", ("Harbour Board",), "It never acts.")
    assert (found.path, found.line, found.number) == (PATH, 2, 1)


@pytest.mark.parametrize(
    ("text", "entities", "to", "words"),
    [
        ("- merge: [Jane Doe, Mrs Doe, jane]", ("Jane Doe", "Mrs Doe", "jane"), None, ""),
        ("- split: {mentions: Doe, from: jane-doe, to: John Doe}", ("jane-doe",), "John Doe", "Doe"),
        ("- rename: {id: jane-doe, name: Jane A. Doe}", ("jane-doe",), "Jane A. Doe", ""),
        ("- kind: {id: board, kind: organisation}", ("board",), "organisation", ""),
        ("- role: {id: jane-doe, role: harbour master}", ("jane-doe",), "harbour master", ""),
        ("- role: {id: jane-doe, role: none}", ("jane-doe",), None, ""),
        ("- speaker: {words: we shall see, speaker: jane-doe}", ("jane-doe",), None, "we shall see"),
        (
            "- speaker: {words: we shall see, speaker: [jane-doe, board]}",
            ("jane-doe", "board"),
            None,
            "we shall see",
        ),
        ("- speaker: {words: we shall see, speaker: null}", (), None, "we shall see"),
        ("- speaker: {words: we shall see, speaker: }", (), None, "we shall see"),
        ("- date: {words: Friday, date: 2023-03-17}", (), "2023-03-17", "Friday"),
        ("- date: {words: Friday, date: 2023-03}", (), "2023-03", "Friday"),
        ("- date: {words: Friday, date: unknown}", (), None, "Friday"),
        ("- stance: {words: welcomed it, stance: for}", (), "for", "welcomed it"),
        ("- not_mention: {words: Doe}", (), None, "Doe"),
        ("- pin: {words: Doe, to: jane-doe}", (), "jane-doe", "Doe"),
    ],
)
def test_every_correction_is_read(text, entities, to, words):
    found = one(text)
    assert (found.entities, found.to, found.words) == (entities, to, words)


def test_a_place_may_be_told():
    found = one("- pin: {words: Doe, to: jane, article: a-day, paragraph: the lamp is lit}")
    assert (found.article, found.paragraph) == ("a-day", "the lamp is lit")


@pytest.mark.parametrize("head", ["---\n", "corrections:\n", "# ours\n\n"])
def test_usual_beginnings_of_a_file_are_understood(head):
    found = one(f"{head}- not_actor: board\n")
    assert found.line == head.count("\n") + 1


def test_every_mistake_is_told_at_once_with_its_line():
    found = problems(
        "- speker: {words: a}\n"
        "- date: {words: Friday, date: 2023-02-30}\n"
        "- kind: {id: x, kind: persn}\n"
        "- stance: {words: abc, stance: fore}\n"
        "- rename: {id: x, nam: Y}\n"
        "- not_actor: x\n"
        "  pin: {words: x, to: y}\n"
        "- just words\n"
        "- why: no act\n"
    )
    lines = [line for line, _, _ in found]
    assert lines == [1, 2, 3, 4, 5, 7, 8, 9]
    hints = " ".join(hint for *_, hint in found)
    for word in ("`speaker`", "2023-03-20", "`person`", "`for`", "`name`"):
        assert word in hints


@pytest.mark.parametrize(
    "text",
    [
        "- merge: [a, b]\n- merge: [b, a]",
        "- merge: [a, b]\n- merge: [c, a]\n- merge: [b, c]",
    ],
)
def test_merges_in_a_circle_are_told_once_where_they_close(text):
    [(line, what, _)] = problems(text)
    assert line == text.count("\n") + 1
    assert what.startswith("circular")


@pytest.mark.parametrize("name", ["Jane Doe", "jane-doe", "jane  doe"])
def test_a_merge_with_itself_is_told_as_what_it_is(name):
    [(line, what, _)] = problems(f"- merge: [Jane Doe, {name}]\n")
    assert line == 1
    assert what.startswith("`merge` names")


def test_what_is_no_record_is_told_with_the_keys_that_are_needed():
    [(_, _, hint)] = problems("- pin: Doe\n")
    assert hint == "write {words: …, to: …}"


def test_merges_may_follow_each_other():
    assert len(read_corrections("- merge: [a1, b1]\n- merge: [c1, a1]\n", PATH)) == 2


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("merge: [a, b]", "list of corrections"),
        ("- merge: [ab]", "two names"),
        ("- merge: ab", "must be a list"),
        ("- pin: Doe", "`pin` needs its keys"),
        ("- speaker: {words: abc}", "`speaker` is missing"),
        ("- [a, b]", "no correction"),
        ("- merge: &a [x, y]\n- merge: *a", "aliases and anchors"),
        ("- {", "not valid YAML"),
    ],
)
def test_what_is_no_correction_is_told(text, what):
    assert any(what in told for _, told, _ in problems(text))


@pytest.mark.parametrize("text", ["merge", "merge\n", "merge\n\n\n"])
def test_a_bare_word_is_told_on_its_own_line(text):
    [(line, what, _)] = problems(text)
    assert (line, what[:14]) == (1, "not valid YAML")


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("- merge [a, b]", "put a colon behind it: - merge: …"),
        ("- murge [a, b]", "write - what: …, where what is one of merge, "),
        ("- foo: 1", "one of merge, not_actor, "),
        ("-rename: {id: doe, name: Jane Doe}", "put a blank behind the dash"),
        (
            "- speaker: {words: It: will, speaker: doe}",
            "a text that holds a colon or a comma lacks its double quotes",
        ),
        ("- not_actor: [doe, roe]", "write one for each: - not_actor: …"),
    ],
)
def test_slips_of_the_keyboard_are_told_as_what_they_are(text, hint):
    assert any(hint in told for _, _, told in problems(text))


def test_the_last_correction_may_be_deleted(tmp_path):
    (tmp_path / "corrections.yml").write_text("\n", "utf-8")
    assert load_corrections(tmp_path) == ()
