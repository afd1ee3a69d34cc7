"""The command line: reads the words, calls the pipeline, tells errors; no work of its own."""

from __future__ import annotations

import sys
from collections.abc import Callable
from functools import wraps
from pathlib import Path
from typing import Any

import click

from generator import __version__, pipeline
from generator.config import Settings, settings
from generator.errors import BackgrounderError

BAD_INPUT = 1


def _told(command: Callable[..., None]) -> Callable[..., None]:
    """Tell errors of the input as they are meant to be read, with exit status 1."""

    @wraps(command)
    def run(*args: Any, **kwargs: Any) -> None:
        try:
            command(*args, **kwargs)
        except BackgrounderError as error:
            click.echo(str(error), err=True)
            sys.exit(BAD_INPUT)

    return run


def _progress(text: str) -> None:
    """Long work shows itself on a terminal and is quiet in a pipe."""
    if sys.stderr.isatty():
        click.echo(text, err=True)


def _here() -> Settings:
    return settings(Path.cwd())


@click.group()
@click.version_option(__version__, prog_name="backgrounder")
def main() -> None:
    """Turn news articles into a linked explainer site, every line with its evidence."""


@main.command()
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="One JSON document a line, one for each file.")
@_told
def analyse(files: tuple[Path, ...], *, as_json: bool) -> None:
    """Show what the program understands of each article FILE."""
    for line in pipeline.analyse_files(_here(), files, _progress, as_json=as_json):
        click.echo(line)


@main.command()
@click.argument("site", type=click.Path(path_type=Path))
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
@click.argument("directory", type=click.Path(path_type=Path))
@_told
def export(directory: Path) -> None:
    """Write the pages as plain Markdown into DIRECTORY, for any builder."""
    for path in pipeline.export_site(_here(), directory, _progress):
        click.echo(path)
