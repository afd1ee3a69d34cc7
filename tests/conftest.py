"""What many tests share: the language pipeline, loaded once, and the repository's own site, built once."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import settings

from generator.knowledge import load_knowledge
from generator.recognise import Linguist

ROOT = Path(__file__).parents[1]
#: On a busy machine any example may take long; how long is measured elsewhere.
settings.register_profile("any machine", deadline=None)
settings.load_profile("any machine")


@pytest.fixture(scope="session")
def linguist():
    """The real language pipeline."""
    return Linguist()


@pytest.fixture(scope="session")
def world():
    """The world pack alone."""
    return load_knowledge(None)


@pytest.fixture(scope="session")
def seeds():
    """The world pack with the repository's own entries."""
    return load_knowledge(ROOT / "seeds")


def project(folder: Path) -> Path:
    """A copy of the repository's site sources: what an editor has."""
    for name in ("docs", "seeds", "templates"):
        shutil.copytree(ROOT / name, folder / name)
    shutil.copy(ROOT / "mkdocs.yml", folder)
    return folder


def mkdocs_build(folder: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """`mkdocs build --strict` in a project's folder."""
    return subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict"],
        cwd=folder,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1", **environment},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture(scope="session")
def built(tmp_path_factory):
    """The repository's own site, built once: the folder of the project (its site is in site/)."""
    folder = project(tmp_path_factory.mktemp("project"))
    done = mkdocs_build(folder)
    assert done.returncode == 0, done.stderr
    assert "WARNING" not in done.stderr + done.stdout
    return folder


@pytest.fixture(scope="session")
def build():
    """`mkdocs build --strict` in a project's folder."""
    return mkdocs_build


@pytest.fixture(scope="session")
def published(tmp_path_factory):
    """The repository's own site with the address at which it will be read: the folder of the project."""
    folder = project(tmp_path_factory.mktemp("published"))
    settings = folder / "mkdocs.yml"
    said = settings.read_text(encoding="utf-8")
    settings.write_text(f"site_url: https://news.example/a/sub/path/\n{said}", encoding="utf-8")
    done = mkdocs_build(folder)
    assert done.returncode == 0, done.stderr
    return folder


@pytest.fixture(scope="session")
def chromium():
    """A real browser, Playwright's or the system's; the tests fail without one."""
    from playwright.sync_api import sync_playwright

    sys.path.insert(0, str(ROOT))
    from tools.browser import find

    path = find()
    assert path, "no Chromium: install one (Debian: apt-get install chromium) or set BACKGROUNDER_CHROMIUM"
    quiet = [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-background-networking",
        "--disable-sync",
        "--disable-component-update",
    ]
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=quiet)
        yield browser
        browser.close()
