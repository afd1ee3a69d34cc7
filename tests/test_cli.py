"""The commands as a user runs them: what they print, where, and with which exit status."""

import json
import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest

from generator.editing.new import new

ARTICLE = Path("seeds/articles/port-ellery-keeps-its-light.md")


def run(*words: str, cwd: Path, given: bytes = b"", **environment: str) -> subprocess.CompletedProcess[str]:
    """`backgrounder WORDS`, its output as text."""
    done = subprocess.run(
        [sys.executable, "-m", "generator", *words],
        cwd=cwd,
        input=given,
        env={**os.environ, **environment},
        capture_output=True,
        check=False,
    )
    out, told = done.stdout.decode(), done.stderr.decode()
    assert "Traceback" not in told, told
    return subprocess.CompletedProcess(done.args, done.returncode, out, told)


@pytest.fixture
def site(tmp_path):
    new(tmp_path / "site")
    return tmp_path / "site"


@pytest.fixture(scope="module")
def shared(tmp_path_factory):
    """A site that is only read."""
    folder = tmp_path_factory.mktemp("shared") / "site"
    new(folder)
    return folder


@pytest.mark.parametrize("command", ["", "new", "add", "draft", "check", "analyse", "verify", "export"])
def test_every_command_tells_what_it_does(tmp_path, command):
    done = run(*command.split(), "--help", cwd=tmp_path)
    assert done.returncode == 0
    assert "Usage:" in done.stdout


@pytest.mark.parametrize(
    "words",
    [
        ("analyse",),
        ("nonsense",),
        ("analyse", "--jason", "a.txt"),
        ("check", "--format", "xml"),
        ("export",),
        ("draft",),
    ],
)
def test_bad_usage_is_exit_status_2(tmp_path, words):
    done = run(*words, cwd=tmp_path)
    assert done.returncode == 2
    assert "Usage:" in done.stderr
    assert not done.stdout


def test_analyse_prints_one_document_a_line(shared):
    done = run("analyse", "--json", str(ARTICLE), str(ARTICLE), cwd=shared)
    first, second = (json.loads(line) for line in done.stdout.splitlines())
    assert first == second
    assert first["articles"][0]["title"] == "Port Ellery votes to keep its lighthouse burning"
    assert not done.stderr
    assert done.returncode == 0


def test_a_bad_file_among_good_ones_is_told_and_the_others_are_analysed(shared, tmp_path):
    (tmp_path / "nul.txt").write_bytes(b"no\0text")
    (tmp_path / "picture.png").write_bytes(b"\x89PNG")
    bad = [str(tmp_path / name) for name in ("nul.txt", "missing.txt", "picture.png")]
    done = run("analyse", "--json", bad[0], str(ARTICLE), bad[1], str(tmp_path), bad[2], cwd=shared)
    assert done.returncode == 1
    assert len(done.stdout.splitlines()) == 1
    for name in ("nul.txt", "missing.txt", "picture.png", tmp_path.name):
        assert f"{name}" in done.stderr


def test_analyse_needs_no_site(tmp_path):
    (tmp_path / "a.txt").write_text(
        "The mayor met reporters.\n\nShe said: “We are ready.”\n", encoding="utf-8"
    )
    done = run("analyse", "a.txt", cwd=tmp_path)
    assert done.returncode == 0
    assert "The mayor met reporters" in done.stdout


@pytest.mark.parametrize(
    ("settings", "told"),
    [
        ("plugins: [:", "mkdocs.yml:1: is not YAML"),
        ("- a", "mkdocs.yml: holds no settings"),
        ("\xff", "not UTF-8"),
    ],
)
def test_broken_settings_are_told(tmp_path, settings, told):
    (tmp_path / "mkdocs.yml").write_bytes(settings.encode("latin-1"))
    done = run("check", cwd=tmp_path)
    assert done.returncode == 1
    assert told in done.stderr


@pytest.mark.parametrize(
    "command", [("check",), ("draft", "A"), ("export", "out"), ("verify", "site"), ("add", "a.txt")]
)
def test_a_folder_without_a_site_is_told(tmp_path, command):
    (tmp_path / "a.txt").write_text("The mayor met reporters.\n", encoding="utf-8")
    done = run(*command, cwd=tmp_path)
    assert done.returncode == 1
    assert "hint:" in done.stderr


def test_a_reader_that_stops_early_is_no_error(shared):
    command = f"{sys.executable} -m generator analyse {' '.join([str(ARTICLE)] * 3)} | head -n 1"
    done = subprocess.run(["bash", "-c", command], cwd=shared, capture_output=True, text=True, check=False)
    assert "Port Ellery" in done.stdout
    assert not done.stderr


def test_output_is_utf8_whatever_the_terminal_claims(shared):
    done = run("analyse", str(ARTICLE), cwd=shared, PYTHONIOENCODING="ascii")
    assert "“A light" in done.stdout


def test_progress_shows_on_a_terminal_only(shared):
    ours, theirs = pty.openpty()
    with os.fdopen(ours, "rb", buffering=0) as screen:
        done = subprocess.run(
            [sys.executable, "-m", "generator", "analyse", str(ARTICLE)],
            cwd=shared,
            stdout=subprocess.PIPE,
            stderr=theirs,
            check=True,
        )
        os.close(theirs)
        assert b"analysing seeds/articles" in screen.read(200)
    assert b"analysing seeds/articles" not in done.stdout


def test_the_life_of_a_site(site, tmp_path):
    """From an article to an entry: add, check, draft, and what a draft begun lacks."""
    text = "Bridge opens\n\nAnna Verne, the engineer, said: “The bridge is safe.”\n"
    assert run("add", "-", cwd=site, given=text.encode()).stdout == "seeds/articles/bridge-opens.md\n"
    again = run("add", "-", cwd=site, given=text.encode())
    assert (again.returncode, "--force" in again.stderr) == (1, True)
    assert run("add", "--force", "--rights", "excerpts", "-", cwd=site, given=text.encode()).returncode == 0
    assert "rights: excerpts" in (site / "seeds/articles/bridge-opens.md").read_text(encoding="utf-8")
    tasks = json.loads(run("check", "--format", "json", cwd=site).stdout)
    assert {"kind": "unexplained-actor", "text": "Anna Verne"}.items() <= next(
        task for task in tasks if task["text"] == "Anna Verne"
    ).items()
    done = run("draft", "Anna Verne", cwd=site)
    assert done.stdout == "seeds/actors/anna-verne.md\n"
    assert "seeds/actors/anna-verne.md: Anna Verne\n    left out" in run("check", cwd=site).stdout
    entry = site / "seeds/actors/anna-verne.md"
    entry.write_text(
        entry.read_text(encoding="utf-8").replace("as_of:", "as_of: 2024-05-03"), encoding="utf-8"
    )
    told = run("check", cwd=site).stderr
    assert "seeds/actors/anna-verne.md:7: `summary` is missing" in told
    assert "`title` is missing" in told


def test_export_prints_what_changed(site, tmp_path):
    first = run("export", str(tmp_path / "out"), cwd=site)
    assert "index.md" in first.stdout.splitlines()
    assert run("export", str(tmp_path / "out"), cwd=site).stdout == ""
    refused = run("export", "docs", cwd=site)
    assert (refused.returncode, "own sources" in refused.stderr) == (1, True)
    assert run("export", str(ARTICLE / "below"), cwd=site).returncode == 1
