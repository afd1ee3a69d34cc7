"""A new site builds at once, also where only the wheel is installed."""

import os
import shlex
import subprocess
import sys
import zipfile
from pathlib import Path
from types import SimpleNamespace

import pytest
import yaml
from click.testing import CliRunner

from generator import __version__
from generator.cli import main
from generator.editing import wheel as packing
from generator.editing.new import new
from generator.errors import BackgrounderError

ROOT = Path(__file__).parents[2]


def run(folder: Path, installed: Path, *words: str) -> subprocess.CompletedProcess[str]:
    """A module of the installed wheel run in a folder outside of the repository."""
    env = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "PYTHONPATH": str(installed)}
    done = subprocess.run(
        [sys.executable, "-m", *words], cwd=folder, env=env, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done


@pytest.fixture(scope="module")
def installed(tmp_path_factory):
    """A folder with what the wheel installs, and nothing of the repository."""
    folder = tmp_path_factory.mktemp("wheel")
    pip = [sys.executable, "-m", "pip", "--quiet", "--disable-pip-version-check"]
    subprocess.run(
        [*pip, "wheel", "--no-deps", "--no-build-isolation", "--wheel-dir", folder, ROOT], check=True
    )
    (wheel,) = folder.glob("*.whl")
    subprocess.run([*pip, "install", "--no-deps", "--target", folder / "installed", wheel], check=True)
    return folder / "installed"


def test_a_new_site_builds_and_verifies_with_the_wheel_alone(installed, tmp_path):
    where = run(tmp_path, installed, "generator", "--version")
    assert __version__ in where.stdout
    run(tmp_path, installed, "generator", "new", "harbour-news")
    site = tmp_path / "harbour-news"
    done = run(site, installed, "mkdocs", "build", "--strict")
    assert "WARNING" not in done.stderr
    run(site, installed, "generator", "verify", "site")
    home = (site / "site" / "index.html").read_text(encoding="utf-8")
    assert "<title>Harbour news</title>" in home or "Harbour news" in home
    assert "Port Ellery votes to keep its lighthouse burning" in home
    assert (site / "site" / "glossary" / "solas-convention" / "index.html").is_file()
    assert (site / "site" / "assets" / "backgrounder.css").is_file()


def test_every_file_is_told_and_the_settings_are_yaml(tmp_path):
    written = new(tmp_path / "the “new” site: 1")
    assert {"mkdocs.yml", "README.md", ".gitignore", ".github/workflows/publish.yml"} <= set(written)
    folder = tmp_path / "the “new” site: 1"
    assert all((folder / path).is_file() for path in written)
    settings = yaml.safe_load((folder / "mkdocs.yml").read_text(encoding="utf-8"))
    assert settings["site_name"] == "The “new” site: 1"
    workflow = yaml.safe_load((folder / ".github/workflows/publish.yml").read_text(encoding="utf-8"))
    steps = [step.get("run", "") for step in workflow["jobs"]["publish"]["steps"]]
    assert "mkdocs build --strict" in steps


def needed(folder):
    """The one line of a site's requirements that is no comment."""
    lines = (folder / "requirements.txt").read_text(encoding="utf-8").splitlines()
    [line] = [line for line in lines if not line.startswith("#")]
    return line


def test_what_an_index_has_is_named_by_its_release(tmp_path, monkeypatch):
    monkeypatch.setattr(packing, "distribution", lambda _: SimpleNamespace(read_text=lambda _: None))
    assert not [path for path in new(tmp_path / "site") if path.endswith(".whl")]
    assert needed(tmp_path / "site") == f"news-backgrounder=={__version__}"


def test_what_no_index_has_lies_beside_the_site_as_the_makers_would_pack_it(installed, tmp_path):
    run(tmp_path, installed, "generator", "new", "site")
    file = tmp_path / "site" / needed(tmp_path / "site")
    [made] = installed.parent.glob("*.whl")
    with zipfile.ZipFile(file) as packed, zipfile.ZipFile(made) as whole:
        ours, theirs = ({i.filename: z.read(i) for i in z.infolist()} for z in (packed, whole))
    assert file.name == made.name
    assert ours.keys() == theirs.keys()
    assert {name for name in ours if ours[name] != theirs[name]} == {
        f"{file.name.partition('-py3')[0]}.dist-info/{name}" for name in ("RECORD", "WHEEL")
    }
    pip = [sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--no-index", "--target", "again"]
    subprocess.run([*pip, "-r", "requirements.txt"], cwd=file.parents[1], check=True)
    again = file.parents[1] / "again"
    assert __version__ in run(tmp_path, again, "generator", "--version").stdout
    run(tmp_path, again, "generator", "new", "other")
    assert (tmp_path / "other" / needed(tmp_path / "other")).read_bytes() == file.read_bytes()


def test_nothing_is_written_over_and_then_nothing_is_written(tmp_path):
    (tmp_path / "mkdocs.yml").write_text("mine", encoding="utf-8")
    with pytest.raises(BackgrounderError, match=r"holds mkdocs\.yml already"):
        new(tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["mkdocs.yml"]
    assert (tmp_path / "mkdocs.yml").read_text(encoding="utf-8") == "mine"


def test_a_folder_with_other_things_is_filled(tmp_path):
    (tmp_path / ".git").mkdir()
    assert "mkdocs.yml" in new(tmp_path)


def test_a_file_is_no_folder(tmp_path):
    (tmp_path / "file").write_text("mine", encoding="utf-8")
    with pytest.raises(BackgrounderError, match="is no folder"):
        new(tmp_path / "file")


@pytest.mark.parametrize(
    ("folder", "title"),
    [("EU-summit", "EU summit"), ("harbour_news", "Harbour news"), ("die UN 2024", "Die UN 2024")],
)
def test_the_title_keeps_its_capitals(tmp_path, folder, title):
    new(tmp_path / folder)
    settings = (tmp_path / folder / "mkdocs.yml").read_text(encoding="utf-8")
    assert f'site_name: "{title}"' in settings


def test_the_next_step_can_be_pasted(tmp_path):
    done = CliRunner().invoke(main, ["new", str(tmp_path / "the mayor's site")])
    [line] = [line for line in done.stderr.splitlines() if line.startswith("Next:")]
    assert shlex.split(line.removeprefix("Next: ").partition(";")[0]) == [
        "cd",
        str(tmp_path / "the mayor's site"),
    ]


def test_the_workflow_uses_no_action_that_its_host_no_longer_runs(tmp_path):
    """Node 20 left the runners in September 2026; these are the first releases that do without it."""
    new(tmp_path / "site")
    workflow = yaml.safe_load((tmp_path / "site/.github/workflows/publish.yml").read_text(encoding="utf-8"))
    used = dict(step["uses"].split("@v") for step in workflow["jobs"]["publish"]["steps"] if "uses" in step)
    assert {name.removeprefix("actions/"): int(version) for name, version in used.items()} == {
        "checkout": 5,
        "setup-python": 6,
        "upload-pages-artifact": 5,
        "deploy-pages": 5,
    }
    assert workflow["permissions"] == {"contents": "read", "pages": "write", "id-token": "write"}
