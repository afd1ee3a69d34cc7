"""The command line: reads the words, calls the pipeline, tells errors; no work of its own."""

from __future__ import annotations

import json
import shlex
import sys
from collections.abc import Callable, Iterable
from functools import wraps
from pathlib import Path
from typing import Any, TextIO

import click

from generator import __version__, pipeline
from generator.config import Settings, of_project
from generator.editing import add as adding
from generator.editing import check as checking
from generator.editing import draft as drafting
from generator.editing import new as starting
from generator.editing import revise as revising
from generator.errors import BackgrounderError, of_system

BAD_INPUT = 1
FILE = click.Path(path_type=Path)


def _told(command: Callable[..., None]) -> Callable[..., None]:
    """Tell errors of the input as they are meant to be read, with exit status 1."""

    @wraps(command)
    def run(*args: Any, **kwargs: Any) -> None:
        try:
            command(*args, **kwargs)
        except BrokenPipeError:  # the reader has seen enough; click ends quietly
            raise
        except (BackgrounderError, OSError) as error:
            _tell(error)
            sys.exit(BAD_INPUT)

    return run


def _tell(error: BackgrounderError | OSError) -> None:
    click.echo(str(of_system(error)), err=True)


def _progress(text: str) -> None:
    """Long work shows itself on a terminal and is quiet in a pipe."""
    if sys.stderr.isatty():
        click.echo(text, err=True)


def _here() -> Settings:
    return of_project(Path.cwd())


def _each(items: Iterable[Path], work: Callable[[Path], None]) -> None:
    """Do the work for every item, telling the errors of each; exit status 1 at the end if there were any."""
    failed = False
    for item in items:
        try:
            work(item)
        except BrokenPipeError:
            raise
        except (BackgrounderError, OSError) as error:
            _tell(error)
            failed = True
    if failed:
        sys.exit(BAD_INPUT)


def _as_utf8(stream: TextIO) -> None:
    """What is told holds typographic signs; a terminal or pipe that claims not to know them gets them as UTF-8."""
    if hasattr(stream, "reconfigure"):
        stream.reconfigure(encoding="utf-8", errors="backslashreplace")


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="backgrounder")
def main() -> None:
    """Turn news articles into a linked explainer site, every line with its evidence.

    Run the commands in the folder of the site, where mkdocs.yml lies. The site itself is MkDocs':
    `mkdocs serve` previews it, `mkdocs build` builds it.
    """
    _as_utf8(sys.stdout)
    _as_utf8(sys.stderr)


@main.command()
@click.argument("directory", type=FILE)
@_told
def new(directory: Path) -> None:
    """Make a ready site in DIRECTORY, with an example article to replace."""
    for path in starting.new(directory):
        click.echo(directory / path)
    click.echo(f"Next: cd {shlex.quote(str(directory))}; mkdocs serve", err=True)


@main.command()
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path, allow_dash=True))
@click.option("--force", is_flag=True, help="Write over an article of the same title.")
@click.option(
    "--rights", type=click.Choice(["full", "excerpts"]), help="How much of the text the site may show."
)
@_told
def add(files: tuple[Path, ...], *, force: bool, rights: Any) -> None:
    """Take each article FILE (HTML, Markdown, text; - for standard input) into seeds/articles/."""
    settings = _here()

    def take(path: Path) -> None:
        if str(path) == "-":
            added = adding.add_text(settings, sys.stdin.buffer.read(), force=force, rights=rights)
        else:
            added = adding.add(settings, path, force=force, rights=rights)
        click.echo(added.path.relative_to(settings.root))
        for note in added.notes:
            click.echo(f"  {note}", err=True)

    _each(files, take)


@main.command()
@click.argument("names", nargs=-1, required=True)
@_told
def draft(names: tuple[str, ...]) -> None:
    """Begin an entry for each NAME from what the articles say; never over one that exists."""
    settings = _here()
    for path in drafting.draft(settings, names, _progress):
        click.echo(path.relative_to(settings.root))


@main.command()
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
@_told
def check(form: str) -> None:
    """List what is left to do, the most important first; exit status 1 if there is anything."""
    tasks = checking.check(_here(), _progress)
    if form == "json":
        click.echo(json.dumps([checking.record(task) for task in tasks], ensure_ascii=False, indent=1))
    else:
        click.echo("\n".join(checking.outline(tasks)) or "Nothing is left to do.")
    if tasks:
        sys.exit(BAD_INPUT)


@main.command()
@click.argument("files", nargs=-1, required=True, type=FILE)
@click.option("--json", "as_json", is_flag=True, help="One JSON document a line, one for each file.")
@_told
def analyse(files: tuple[Path, ...], *, as_json: bool) -> None:
    """Show what the program understands of each article FILE."""
    analysed = pipeline.analyst(_here(), as_json=as_json)

    def show(path: Path) -> None:
        _progress(f"analysing {path}")
        click.echo(analysed(path))

    _each(files, show)


@main.command()
@click.option("-m", "--message", "why", required=True, help="Why the articles were changed; readers see it.")
@click.option(
    "--date", "day", default="", metavar="YYYY-MM-DD", help="The day of the revision; today if not told."
)
@_told
def revise(why: str, day: str) -> None:
    """Record what changed in the articles since the last revision, with the reason."""
    revision = revising.revise(_here(), why, day, _progress)
    if revision is None:
        click.echo("Nothing has changed since the last revision.", err=True)
        return
    for change in revision.changes:
        before = f"{change.before} to " if change.kind == "renamed" else ""
        part = f"#{change.paragraph}" if change.paragraph else f" {change.other}".rstrip()
        click.echo(f"{change.kind} {before}{change.article}{part}")
    click.echo(f"Revision {revision.number} of {revision.date} is recorded in seeds/revisions.yml.", err=True)


@main.command()
@click.argument("site", type=FILE)
@_told
def verify(site: Path) -> None:
    """Check a built SITE against its sources: words, links, and evidence for every line."""
    problems = pipeline.check_site(_here(), site)
    for problem in problems:
        click.echo(str(problem), err=True)
    if problems:
        click.echo(f"{len(problems)} problems; the site is not what its sources say", err=True)
        sys.exit(BAD_INPUT)


@main.command()
@click.argument("directory", type=FILE)
@_told
def export(directory: Path) -> None:
    """Write the pages as plain Markdown into DIRECTORY, for any builder; prints what changed."""
    for path in pipeline.export_site(_here(), directory, _progress):
        click.echo(path)
