"""The exported pages stand on their own: other builders make the same pages of them, without a dead link."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from lxml import html

from generator.config import of_project
from generator.pipeline import export_site
from generator.publish.addresses import check_addresses

#: As docs/publishing.md gives it.
SETTINGS = """\
site_name: Story
theme: {name: material, font: false}
extra_css: [assets/backgrounder.css]
extra_javascript: [assets/backgrounder.js]
markdown_extensions: [attr_list, md_in_html, tables, toc: {permalink: true}]
"""
STRICT = (
    "validation: {omitted_files: ignore, absolute_links: warn, unrecognized_links: warn, anchors: warn}\n"
)


@pytest.fixture(scope="module")
def exported(built, tmp_path_factory):
    """A folder with the repository's own pages in docs/, and settings for any builder."""
    folder = tmp_path_factory.mktemp("exported")
    export_site(of_project(built), folder / "docs")
    (folder / "mkdocs.yml").write_text(SETTINGS + STRICT, encoding="utf-8")
    return folder


def run(folder: Path, *words: str) -> None:
    env = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    done = subprocess.run(words, cwd=folder, env=env, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def pages(site: Path) -> dict[str, html.HtmlElement]:
    found = {
        p.relative_to(site).as_posix(): html.parse(str(p)).getroot() for p in sorted(site.rglob("*.html"))
    }
    for tree in found.values():
        for link in tree.xpath("//*[@*[name()='xlink:href']]"):
            link.set("href", link.get("xlink:href"))
    return found


def check(site: Path, built: Path) -> None:
    """The same pages, ids and words as our own build, and every link alive."""
    theirs, ours = pages(site), pages(built / "site")
    assert theirs.keys() == ours.keys()
    assert not [problem for problem in check_addresses(site, theirs) if problem.page != "404.html"]
    for path in ours.keys() - {"404.html"}:
        assert ids(ours[path]) - ids(theirs[path]) <= {"__skip"}, path


def ids(tree: html.HtmlElement) -> set[str]:
    return {id for article in tree.xpath("//article") for id in article.xpath(".//@id")}


def test_plain_mkdocs_builds_the_same_pages(exported, built):
    run(exported, sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", "plain")
    check(exported / "plain", built)


def test_properdocs_builds_the_same_pages(exported, built):
    builder = found("properdocs")
    run(
        exported,
        builder,
        "build",
        "--strict",
        "--config-file",
        "mkdocs.yml",
        "--site-dir",
        "proper",
    )
    check(exported / "proper", built)


def test_zensical_builds_the_same_pages(exported, built):
    builder = found("zensical")
    (exported / "zensical.yml").write_text(f"{SETTINGS}site_dir: zen\n", encoding="utf-8")
    run(exported, builder, "build", "--strict", "--config-file", "zensical.yml")
    check(exported / "zen", built)


def found(builder: str) -> str:
    """The builder's program; it needs an environment of its own, named by an environment variable or the path."""
    path = os.environ.get(f"BACKGROUNDER_{builder.upper()}") or shutil.which(builder)
    if not path:
        pytest.skip(f"{builder} is not installed: put it on the path or set BACKGROUNDER_{builder.upper()}")
    return path


def test_a_deployment_to_a_bare_repository_holds_the_site(built, tmp_path):
    """`mkdocs gh-deploy` as docs/publishing.md tells it."""
    if not shutil.which("git"):
        pytest.skip("git is not installed")
    folder = tmp_path / "project"
    shutil.copytree(built, folder, ignore=shutil.ignore_patterns("site"))
    git = ("git", "-c", "user.name=A", "-c", "user.email=a@example.org")
    run(tmp_path, "git", "init", "--quiet", "--bare", "bare.git")
    run(folder, "git", "init", "--quiet", "--initial-branch", "main")
    run(folder, "git", "config", "user.name", "A")
    run(folder, "git", "config", "user.email", "a@example.org")
    run(folder, *git, "add", "mkdocs.yml", "docs", "seeds", "templates")
    run(folder, *git, "commit", "--quiet", "--message", "A site")
    run(folder, "git", "remote", "add", "origin", str(tmp_path / "bare.git"))
    run(folder, sys.executable, "-m", "mkdocs", "gh-deploy", "--strict")
    run(tmp_path, "git", "clone", "--quiet", "--branch", "gh-pages", "bare.git", "published")
    published = {
        p.relative_to(tmp_path / "published").as_posix() for p in (tmp_path / "published").rglob("*.html")
    }
    assert published == set(pages(built / "site"))
