"""The to-do list: the most important first, and empty when nothing is left."""

from dataclasses import replace

from generator.config import settings
from generator.editing.check import KINDS, check, outline, record
from generator.editing.new import new

ENTRY = """---
name: {name}
kind: {kind}
summary: Somebody. [1]
sources: [{{title: A register}}]
as_of: {as_of}
---
"""


def site_with(folder, **entries):
    new(folder)
    for path, text in entries.items():
        section, _, id = path.partition("__")
        (folder / "seeds" / section / f"{id.replace('_', '-')}.md").write_text(text, encoding="utf-8")
    return settings(folder)


def test_tasks_come_in_order_of_importance(tmp_path):
    old = ENTRY.format(name="Mara Lindqvist", kind="person", as_of="2020-01-01")
    unused = ENTRY.format(name="Elm Accord", kind="work", as_of="2024-05-14")
    tasks = check(site_with(tmp_path, actors__mara_lindqvist=old, glossary__elm_accord=unused))
    kinds = [task.kind for task in tasks]
    assert kinds == sorted(kinds, key=list(KINDS).index)
    told = {(task.kind, task.text): task for task in tasks}
    assert told["unexplained-actor", "Tom Adeyemi"].count >= 1
    assert told["outdated", "Mara Lindqvist"].path == "seeds/actors/mara-lindqvist.md"
    assert told["unused", "Elm Accord"].path == "seeds/glossary/elm-accord.md"
    assert not any(task.text == "SOLAS convention" for task in tasks)


def test_the_list_is_told_by_kind_with_file_and_paragraph(tmp_path):
    lines = list(outline(check(site_with(tmp_path))))
    assert lines[0].startswith("Actors without an explanation (")
    assert any("seeds/articles/port-ellery-keeps-its-light.md ¶ 4: Tom Adeyemi" in line for line in lines)
    assert any('backgrounder draft "Tom Adeyemi"' in line for line in lines)


def test_an_entry_tied_to_one_in_use_is_in_use(tmp_path):
    tied = ENTRY.format(name="Elm Accord", kind="work", as_of="2024-05-14").replace(
        "as_of", "about: [solas-convention]\nas_of"
    )
    tasks = check(site_with(tmp_path, background__elm_accord=tied))
    assert not any(task.kind == "unused" for task in tasks)


def test_records_leave_out_what_says_nothing(tmp_path):
    task = check(site_with(tmp_path))[0]
    assert set(record(replace(task, hint="", line=0))) == {
        "kind",
        "text",
        "count",
        "path",
        "article",
        "paragraph",
        "number",
    }


def test_a_correction_that_matches_nothing_comes_first(tmp_path):
    site = site_with(tmp_path)
    (site.seeds / "corrections.yml").write_text("- not_actor: Nobody Here\n", encoding="utf-8")
    first = check(site)[0]
    assert first.kind == "correction"
    # worded as the build words it
    assert first.text == "`not_actor`: there is no `Nobody Here`"
    assert first.hint.startswith("mend what it names")


def test_nothing_is_left_of_an_empty_site(tmp_path):
    site = site_with(tmp_path)
    for path in (site.seeds / "articles").iterdir():
        path.unlink()
    (site.seeds / "glossary" / "solas-convention.md").unlink()
    assert check(site) == ()
