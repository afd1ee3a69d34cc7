"""The editing memory as an editor lives it: record, correct, rename, remove; no address is ever lost."""

import re
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ET

import pytest
from click.testing import CliRunner

from generator import pipeline
from generator.cli import main
from generator.config import settings
from generator.editing.check import check
from generator.editing.revise import revise, today
from generator.errors import BackgrounderError
from generator.pipeline import check_site
from tests.conftest import mkdocs_build

TEXT = """The harbour strike goes on

Anna Berg, the mayor of Port Ellery, met Paul Stone on Friday. Stone is the head of the Dockers’ Union.

“We will keep the port open for every ship that comes,” Berg said.

Stone rejected the offer that the mayor had made. “The members have had enough of promises,” he said.

The ferry to the island has not sailed for a week, and the shops there are running low.
"""
OTHER = """The island waits

Jon Hale, who runs the shop on the island, has counted his last tins of milk.

“We can hold out for three more days, and then we must row,” Hale said.
"""
ATOM = "{http://www.w3.org/2005/Atom}"


@pytest.fixture
def site(tmp_path):
    """A small site: one article, no entry."""
    (tmp_path / "seeds" / "articles").mkdir(parents=True)
    (tmp_path / "docs").mkdir()
    (tmp_path / "mkdocs.yml").write_text(
        "site_name: Strike\ntheme: {name: material, font: false}\nplugins: [search, backgrounder]\n", "utf-8"
    )
    write(tmp_path, TEXT)
    return tmp_path


def write(root, text, name="strike"):
    (root / "seeds" / "articles" / f"{name}.txt").write_text(text, "utf-8")


def correct(root, text):
    (root / "seeds" / "corrections.yml").write_text(text, "utf-8")


def files(root):
    return {
        path: content.decode()
        for path, content in pipeline.told(settings(root)).files.items()
        if path[:6] != "assets"
    }


def test_the_first_record_and_nothing_new(site):
    first = revise(settings(site), "First.", "2024-05-01")
    assert (first.number, [c.kind for c in first.changes]) == (1, ["new"])
    text = (site / "seeds/revisions.yml").read_text("utf-8")
    assert "actors/paul-stone.md: Paul Stone" in text
    assert revise(settings(site), "Again.", "2024-05-02") is None
    assert (site / "seeds/revisions.yml").read_text("utf-8") == text
    assert not [p for p in (site / "seeds").iterdir() if p.name.endswith(".part")]


def test_a_revision_tells_what_changed_and_why(site):
    revise(settings(site), "First.", "2024-05-01")
    write(
        site,
        TEXT.replace("on Friday", "on Thursday").replace(
            "The ferry to the island has not sailed for a week, and the shops there are running low.\n", ""
        ),
    )
    page = files(site)["changes.md"]
    [task] = [task for task in check(settings(site)) if task.kind == "revision"]
    assert str(task).startswith("seeds/articles/strike.txt: 1 edited, 1 removed\n")
    assert "Not recorded yet" in page
    assert "Thursday" in page
    revise(settings(site), "The day <was> wrong & so on.", "2024-05-03")
    told = files(site)
    assert "Not recorded yet" not in told["changes.md"]
    assert "The day &#60;was&#62; wrong &#38; so on." in told["changes.md"]
    assert "A paragraph that stood here was removed on" in told["articles/strike.md"]
    feed = ET.fromstring(told["changes.xml"])  # noqa: S314 - our own
    assert [e.find(f"{ATOM}title").text for e in feed.iter(f"{ATOM}entry")] == [
        "The day <was> wrong & so on.",
        "First.",
    ]
    assert feed.find(f"{ATOM}updated").text == "2024-05-03T00:00:00Z"
    ids = [e.text for e in feed.iter(f"{ATOM}id")]
    assert len(set(ids)) == len(ids) == 3
    assert all(id.startswith("urn:uuid:") for id in ids)


def test_a_corrected_byline_is_a_change_with_before_and_after(site):
    write(site, f"---\nbyline: Ann Lee\n---\n{TEXT}")
    revise(settings(site), "First.", "2024-05-01")
    write(site, f"---\nbyline: Ann Leigh\n---\n{TEXT}")
    [task] = [task for task in check(settings(site)) if task.kind == "revision"]
    assert "metadata" in str(task)
    done = revise(settings(site), "The name was misspelt.", "2024-05-02")
    assert [(c.other, c.before, c.after) for c in done.changes] == [("byline", "Ann Lee", "Ann Leigh")]
    page = files(site)["changes.md"]
    assert "**Article’s particulars changed** · byline" in page
    assert ">Ann Lee</span>" in page
    assert ">Ann Leigh</span>" in page
    assert mkdocs_build(site).returncode == 0
    assert check_site(settings(site), site / "site") == ()


def test_the_feed_tells_many_changes_of_a_kind_in_one_line(site):
    revise(settings(site), "First.", "2024-05-01")
    write(site, TEXT.replace("on Friday", "on Thursday").replace("for a week", "for two weeks"))
    revise(settings(site), "Both were wrong.", "2024-05-03")
    feed = ET.fromstring(files(site)["changes.xml"])  # noqa: S314 - our own
    lines = next(feed.iter(f"{ATOM}summary")).text.splitlines()
    assert lines == ["Both were wrong.", "Paragraph changed: The harbour strike goes on × 2"]


def test_an_article_that_is_gone_is_told_by_its_name(site):
    write(site, "A letter\n\nThe mayor wrote it.", "letter")
    revise(settings(site), "First.", "2024-05-01")
    (site / "seeds/articles/letter.txt").unlink()
    [task] = [task for task in check(settings(site)) if task.kind == "revision"]
    assert str(task).splitlines()[0] == "letter: gone"


def test_a_renamed_file_is_told_with_both_names(site, monkeypatch):
    monkeypatch.chdir(site)
    revise(settings(site), "First.", "2024-05-01")
    (site / "seeds/articles/strike.txt").rename(site / "seeds/articles/harbour.txt")
    [task] = [task for task in check(settings(site)) if task.kind == "revision"]
    assert str(task).splitlines()[0] == "seeds/articles/harbour.txt: renamed from strike"
    done = CliRunner().invoke(main, ["revise", "-m", "A better name."])
    assert done.stdout == "renamed strike to harbour\n"


def test_a_file_that_gets_its_old_name_back_is_found_under_both(site):
    folder = site / "seeds" / "articles"
    for number, (old, new) in enumerate((("", ""), ("strike", "harbour"), ("harbour", "strike")), 1):
        if old:
            (folder / f"{old}.txt").rename(folder / f"{new}.txt")
        revise(settings(site), "A name.", f"2024-05-0{number}")
    told = files(site)
    assert "../strike/index.html" in told["articles/harbour/index.html"]
    assert "articles/strike.md" in told


def test_a_record_behind_a_link_is_written_where_it_lies(site):
    (site / "records").mkdir()
    (site / "seeds/revisions.yml").symlink_to("../records/story.yml")
    (site / "records/story.yml").write_text("revisions: []\narticles: {}\npages: {}\n", "utf-8")
    revise(settings(site), "First.", "2024-05-01")
    assert (site / "seeds/revisions.yml").is_symlink()
    assert "why: First." in (site / "records/story.yml").read_text("utf-8")


def test_a_record_that_cannot_be_written_is_told_by_its_name(site, monkeypatch):
    def refused(*_, **__):
        raise PermissionError(13, "Permission denied", "/somewhere/.part")

    monkeypatch.setattr(tempfile, "mkstemp", refused)
    with pytest.raises(BackgrounderError) as caught:
        revise(settings(site), "First.", "2024-05-01")
    assert str(caught.value) == "seeds/revisions.yml: cannot be written: Permission denied"


def test_without_a_record_there_is_no_feed_and_nothing_is_said(site):
    told = files(site)
    assert "changes.xml" not in told
    assert "No change has been recorded." in told["changes.md"]


def test_a_renamed_actor_leaves_a_redirect(site):
    correct(site, "- rename: {id: paul-stone, name: Paul B. Stone}\n  why: His full name.\n")
    told = files(site)
    assert "actors/paul-b-stone.md" in told
    assert "actors/paul-stone.md" not in told
    old = told["actors/paul-stone/index.html"]
    assert 'content="0; url=../paul-b-stone/index.html"' in old
    assert '<link rel="canonical" href="../paul-b-stone/index.html">' in old
    assert '<span data-correction="1">His full name.</span>' in told["actors/paul-b-stone.md"]


@pytest.mark.parametrize("step", ["at once", "after a record"])
def test_the_address_of_a_correction_that_was_withdrawn_leads_back(site, step):
    correct(site, "- rename: {id: paul-stone, name: Peter Stein}\n")
    revise(settings(site), "First.", "2024-05-01")
    (site / "seeds/corrections.yml").unlink()
    if step != "at once":
        revise(settings(site), "His name was right.", "2024-05-02")
    told = files(site)
    assert "actors/paul-stone.md" in told
    assert "url=../paul-stone/index.html" in told["actors/peter-stein/index.html"]


def test_the_address_of_a_name_that_was_corrected_again_leads_on(site):
    for name in ("Peter Stein", "Pavel Stein", "Paul B. Stone"):
        correct(site, f"- rename: {{id: paul-stone, name: {name}}}\n")
        revise(settings(site), f"He is {name}.", "2024-05-01")
    told = files(site)
    for old in ("paul-stone", "peter-stein", "pavel-stein"):
        assert "url=../paul-b-stone/index.html" in told[f"actors/{old}/index.html"]


def test_who_was_merged_and_is_named_no_more_is_where_the_record_left_them(site):
    write(site, TEXT.replace("Stone rejected", "Anton Berg rejected"))
    correct(site, "- merge: [anna-berg, anton-berg]\n")
    revise(settings(site), "First.", "2024-05-01")
    assert revise(settings(site), "Again.", "2024-05-01") is None
    (site / "seeds/corrections.yml").unlink()
    write(site, TEXT)
    assert "url=../anna-berg/index.html" in files(site)["actors/anton-berg/index.html"]


def test_a_merged_actor_leaves_a_redirect(site):
    correct(site, "- merge: [anna-berg, Paul Stone]\n")
    assert "url=../anna-berg/index.html" in files(site)["actors/paul-stone/index.html"]


def test_a_recorded_page_whose_subject_is_gone_says_so(site):
    revise(settings(site), "First.", "2024-05-01")
    correct(site, "- not_actor: paul-stone\n")
    page = files(site)["actors/paul-stone/index.html"]
    assert "no longer here" in page
    assert 'href="../index.html"' in page
    assert "refresh" not in page


def test_a_recorded_article_under_a_new_name_is_found(site):
    revise(settings(site), "First.", "2024-05-01")
    (site / "seeds/articles/strike.txt").rename(site / "seeds/articles/harbour.txt")
    assert "url=../harbour/index.html" in files(site)["articles/strike/index.html"]


def test_articles_that_changed_places_are_followed_and_old_links_find_them(site):
    """Two files swapped: neither was rewritten, and every link to a paragraph finds a place that leads on."""
    write(site, OTHER, "ferry")
    revise(settings(site), "First.", "2024-05-01")
    before = files(site)
    write(site, TEXT, "ferry")
    write(site, OTHER, "strike")
    revision = revise(settings(site), "Their names were wrong.", "2024-05-02")
    assert [(c.kind, c.article, c.before) for c in revision.changes] == [
        ("renamed", "ferry", "strike"),
        ("renamed", "strike", "ferry"),
    ]
    assert revise(settings(site), "Again.", "2024-05-03") is None
    told = files(site)
    for name in ("strike", "ferry"):
        old, new = (set(re.findall(r"p-[0-9a-f]{6}", t[f"articles/{name}.md"])) for t in (before, told))
        assert old <= new
        assert "has another address now" in told[f"articles/{name}.md"]
    done = mkdocs_build(site)
    assert done.returncode == 0, done.stderr
    assert check_site(settings(site), site / "site") == ()


def test_an_article_that_was_rewritten_is_no_other(site):
    write(site, OTHER, "ferry")
    revise(settings(site), "First.", "2024-05-01")
    write(site, OTHER, "strike")
    revision = revise(settings(site), "Rewritten.", "2024-05-02")
    assert "renamed" not in {c.kind for c in revision.changes}


def test_a_paragraph_that_went_to_another_article_is_found_there(site):
    write(site, OTHER, "ferry")
    revise(settings(site), "First.", "2024-05-01")
    gone = "The ferry to the island has not sailed for a week, and the shops there are running low."
    write(site, TEXT.replace(gone, ""))
    write(site, f"{OTHER}\n{gone}\n", "ferry")
    told = files(site)["articles/strike.md"]
    [note] = re.findall(r".*Its words now stand in: .*", told)
    assert "The island waits</span>](ferry.md) [¶ 4](ferry.md#p-" in note
    done = mkdocs_build(site)
    assert done.returncode == 0, done.stderr
    assert check_site(settings(site), site / "site") == ()


def test_nothing_recorded_is_lost_and_all_of_it_is_verified(site):
    """The whole life, built by MkDocs: every address that was ever recorded answers, and every word has its source."""
    recorded = set()
    for number, change in enumerate((None, _edit, _correct, _rename_article, _restore), 1):
        if change:
            change(site)
        revise(settings(site), f"Step {number}.", f"2024-05-0{number}")
        done = mkdocs_build(site)
        assert done.returncode == 0, done.stderr
        assert check_site(settings(site), site / "site") == ()
        recorded |= {p.relative_to(site / "site") for p in (site / "site").rglob("index.html")}
        assert all((site / "site" / page).is_file() for page in recorded)


def _edit(root):
    write(
        root,
        TEXT.replace("on Friday", "on Thursday").replace(
            "offer that the mayor had made.", "offer.\n\nNobody else spoke."
        ),
    )


def _correct(root):
    correct(
        root,
        "- rename: {id: paul-stone, name: Paul B. Stone}\n  why: His name.\n- merge: [anna-berg, Dockers’ Union]\n",
    )


def _rename_article(root):
    (root / "seeds/articles/strike.txt").rename(root / "seeds/articles/harbour.txt")


def _restore(root):
    (root / "seeds/articles/harbour.txt").unlink()
    (root / "seeds/corrections.yml").unlink()
    write(root, TEXT)


def test_a_correction_that_matches_nothing_is_a_warning_of_the_build(site):
    correct(site, "- not_actor: paul-stan\n")
    build = [
        sys.executable,
        "-m",
        "mkdocs",
        "build",
        "--strict",
    ]  # --quiet would hide warnings from --strict as well
    done = subprocess.run(build, cwd=site, capture_output=True, text=True, check=False)
    assert done.returncode != 0
    assert "seeds/corrections.yml:1: `not_actor`: there is no `paul-stan`" in done.stderr
    [notice] = pipeline.told(settings(site)).notices
    assert (notice.path, notice.line) == ("seeds/corrections.yml", 1)
    assert "paul-stone" in notice.hint


def test_problems_of_all_seeds_are_told_at_once(site):
    correct(site, "- mrge: [a, b]\n")
    write(site, "", "empty")
    (site / "seeds/revisions.yml").write_text("revisions: x\n", "utf-8")
    with pytest.raises(BackgrounderError) as caught:
        pipeline.told(settings(site))
    told = str(caught.value)
    assert all(name in told for name in ("corrections.yml:1", "empty.txt", "revisions.yml:1"))


def test_the_command(site, monkeypatch):
    monkeypatch.chdir(site)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1714521600")
    run = CliRunner()
    done = run.invoke(main, ["revise", "-m", "First."])
    assert (done.exit_code, done.stdout) == (0, "new strike\n")
    assert "2024-05-01" in done.stderr
    assert "Nothing has changed" in run.invoke(main, ["revise", "-m", "First."]).stderr
    assert run.invoke(main, ["revise"]).exit_code == 2
    for bad in (["-m", " "], ["-m", "x", "--date", "2024-02-30"], ["-m", "x", "--date", "soon"]):
        done = run.invoke(main, ["revise", *bad])
        assert done.exit_code == 1
        assert "hint" in done.stderr


def test_today_is_the_epoch_s_where_one_is_told(monkeypatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "0")
    assert today() == "1970-01-01"
    monkeypatch.delenv("SOURCE_DATE_EPOCH")
    assert len(today()) == 10
