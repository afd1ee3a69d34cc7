"""The cache: what it does not trust it makes anew, and what is not needed is not even imported."""

import shutil
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import jinja2
import pytest

from generator import cache, pipeline
from generator.config import settings
from generator.editing.new import new
from generator.model.statement import Analysis
from generator.render import templates

TERM = "seeds/glossary/solas-convention.md"
ARTICLE = "seeds/articles/port-ellery-keeps-its-light.md"


@pytest.fixture(scope="module")
def analysed(tmp_path_factory):
    folder = tmp_path_factory.mktemp("analysed") / "site"
    new(folder)
    pipeline.told(settings(folder))
    return folder


@pytest.fixture
def site(analysed, tmp_path):
    """A site whose only article has been analysed."""
    shutil.copytree(analysed, tmp_path / "site")
    return tmp_path / "site"


def told(folder: Path) -> list[str]:
    """Which articles telling the story analyses."""
    work: list[str] = []
    pipeline.told(settings(folder), work.append)
    return work


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def files(folder: Path) -> list[Path]:
    """The analyses that are kept."""
    return sorted(p for p in (folder / ".cache" / "backgrounder").glob("*.json") if p.name != "site.json")


def test_nothing_is_analysed_twice(site):
    assert told(site) == []


def test_a_summary_a_fact_or_a_source_causes_no_analysis(site):
    edit(site / TERM, "The main treaty", "The chief treaty")
    edit(site / TERM, "25 May 1980", "26 May 1980")
    edit(site / TERM, "as_of: 2024-05-14", "as_of: 2024-05-15")
    edit(site / TERM, "The first version", "The very first version")
    assert told(site) == []


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("acronym: SOLAS", "acronym: SOS"),
        ("aliases: [", "aliases: [Sea Treaty, "),
        ("kind: work", "kind: term"),
    ],
)
def test_a_name_or_kind_does(site, old, new):
    edit(site / TERM, old, new)
    assert told(site) == [f"analysing {ARTICLE}"]


def test_only_the_article_that_changed_is_analysed(site):
    (site / "seeds/articles/second.md").write_text(
        "# Bridge opens\n\nAnna Verne opened it.\n", encoding="utf-8"
    )
    assert told(site) == ["analysing seeds/articles/second.md"]
    edit(site / "seeds/articles/second.md", "opened it", "closed it")
    assert told(site) == ["analysing seeds/articles/second.md"]
    edit(site / "seeds/articles/second.md", "closed it", "opened it")
    assert told(site) == [], "going back finds the earlier analysis"


@pytest.mark.parametrize("damage", [b"", b"{}", b"\0" * 100, b"[" * 100_000])
def test_a_damaged_file_is_replaced(site, damage):
    (kept,) = files(site)
    whole = kept.read_bytes()
    kept.write_bytes(damage)
    assert told(site) == [f"analysing {ARTICLE}"]
    assert kept.read_bytes() == whole


def test_a_file_changed_by_one_byte_or_put_under_another_key_is_not_trusted(site):
    (kept,) = files(site)
    whole = kept.read_bytes()
    kept.write_bytes(whole.replace(b'"start":0', b'"start":9', 1))
    assert told(site) == [f"analysing {ARTICLE}"]
    other = cache.key(b"other")
    (kept.parent / f"{other}.json").write_bytes(whole)
    assert cache.read(kept.parent, other, Analysis) is None
    assert cache.read(kept.parent, kept.stem, Analysis) is not None


def test_a_cache_that_cannot_be_written_is_done_without(site):
    shutil.rmtree(site / ".cache")
    (site / ".cache").write_text("a file", encoding="utf-8")
    assert told(site) == [f"analysing {ARTICLE}"]


def test_concurrent_builds_do_not_harm_each_other(site):
    (kept,) = files(site)
    analysis = cache.read(kept.parent, kept.stem, Analysis)
    with ThreadPoolExecutor(8) as pool:
        writes = [pool.submit(cache.write, kept.parent, kept.stem, analysis) for _ in range(100)]
        reads = [pool.submit(cache.read, kept.parent, kept.stem, Analysis) for _ in range(100)]
    assert all(write.exception() is None for write in writes)
    assert all(read.result() == analysis for read in reads)
    assert files(site) == [kept]


def test_old_analyses_are_removed_and_foreign_files_left(tmp_path, monkeypatch):
    monkeypatch.setattr(cache, "SPARE", 2)
    for n in range(5):
        (tmp_path / f"{cache.key(bytes([n]))}.json").write_text("", encoding="utf-8")
    (tmp_path / "mine.json").write_text("", encoding="utf-8")
    used = cache.key(b"\0")
    cache.tidy(tmp_path, frozenset({used}))
    left = {path.stem for path in tmp_path.iterdir()}
    assert {"mine", used} <= left
    assert len(left) == 4


def test_keys_do_not_run_into_each_other():
    assert cache.key(b"ab", b"c") != cache.key(b"a", b"bc")


@pytest.mark.parametrize("library", ["spacy", "trafilatura"])
def test_what_no_part_of_the_work_needs_is_not_imported(site, library):
    code = (
        "import sys; from pathlib import Path; from generator import pipeline; from generator.config import settings;"
        f"pipeline.told(settings(Path.cwd())); sys.exit({library!r} in sys.modules)"
    )
    runs = [subprocess.run([sys.executable, "-c", code], cwd=site, check=False) for _ in range(2)]
    assert runs[1].returncode == 0


def test_the_pages_of_the_last_build_serve_as_long_as_nothing_they_are_made_from_changes(site, monkeypatch):
    first = pipeline.told(settings(site))
    with monkeypatch.context() as patch:
        patch.setattr(pipeline, "render", None)
        again = pipeline.told(settings(site))
    assert again.files == first.files
    assert again.site == first.site


@pytest.mark.parametrize("damage", [b"", b"0\n{}", b"[" * 100_000])
def test_damaged_pages_are_made_anew(site, damage):
    first = pipeline.told(settings(site)).files
    (site / ".cache" / "backgrounder" / "site.json").write_bytes(damage)
    assert pipeline.told(settings(site)).files == first


def test_an_edit_of_an_entry_or_a_template_changes_the_pages(site):
    pipeline.told(settings(site))
    edit(site / TERM, "The main treaty", "The chief treaty")
    assert b"The chief treaty" in pipeline.told(settings(site)).files["glossary/solas-convention.md"]
    (site / "templates").mkdir()
    (site / "templates" / "changes.md.j2").write_text("Ours.\n", encoding="utf-8")
    assert b"Ours." in pipeline.told(settings(site)).files["changes.md"]


def compiled(folder: Path) -> list[Path]:
    """What templates were compiled to."""
    return sorted((folder / ".cache" / "backgrounder" / "templates").iterdir())


def test_templates_are_compiled_once(site, monkeypatch):
    pipeline.told(settings(site))
    assert compiled(site)
    templates._environment.cache_clear()  # another process
    (site / ".cache" / "backgrounder" / "site.json").unlink()
    monkeypatch.setattr(jinja2.Environment, "compile", None)
    assert pipeline.told(settings(site)).files


@pytest.mark.parametrize("damage", [b"", b"0\n{}", b"\xe3" * 1000])
def test_damaged_templates_are_compiled_anew(site, damage):
    first = pipeline.told(settings(site)).files
    for path in compiled(site):
        path.write_bytes(damage)
    templates._environment.cache_clear()
    (site / ".cache" / "backgrounder" / "site.json").unlink()
    assert pipeline.told(settings(site)).files == first
