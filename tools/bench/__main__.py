"""Times whole runs of the generator beside MkDocs alone, and writes docs/speed.md.

    python -m tools.bench [--only PART …] [--rounds N] [--sizes N …] [--print]

Parts: share (of `mkdocs build`), preview (an edit under `mkdocs serve`), growth (with the number of articles). The
runs to be compared take turns, so that other work on the machine touches all alike; what is told are medians. The
articles for growth are the raw news beside the repository (BACKGROUNDER_EVAL, default ../shared/eval).
"""

from __future__ import annotations

import argparse
import os
import platform
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from tools.accuracy.page import filled
from tools.bench import growth, preview, share

PAGE = Path(__file__).parents[2] / "docs" / "speed.md"
PARTS = ("share", "preview", "growth")


def main() -> None:
    """Measure what is asked for, and write it or print it."""
    options = _options()
    with tempfile.TemporaryDirectory(prefix="bench-") as folder:
        measured = dict(_parts(options, Path(folder)))
    if options.print:
        print("\n\n".join(measured.values()))
    else:
        PAGE.write_text(filled(PAGE.read_text(encoding="utf-8"), measured), encoding="utf-8")


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="python -m tools.bench", description=(__doc__ or "").partition("\n")[0]
    )
    parser.add_argument("--only", nargs="+", choices=PARTS, default=PARTS, help="measure these parts alone")
    parser.add_argument("--rounds", type=int, default=5, metavar="N", help="runs of each kind (default 5)")
    parser.add_argument("--sizes", type=int, nargs="+", default=[100, 300, 1000], metavar="N")
    parser.add_argument("--print", action="store_true", help="print the tables, write nothing")
    return parser.parse_args()


def _parts(options: argparse.Namespace, folder: Path) -> Iterator[tuple[str, str]]:
    """The name and the table of each part."""
    yield "machine", machine()
    if "share" in options.only:
        yield "share", share.table(folder / "share", options.rounds)
    if "preview" in options.only:
        yield "preview", preview.table(folder / "preview", options.rounds)
    if "growth" in options.only:
        if growth.NEWS.is_file():
            yield "growth", growth.table(folder / "growth", options.sizes)
        else:
            print(f"no raw news at {growth.NEWS}: growth is not measured", file=sys.stderr)


def machine() -> str:
    """The kind of machine, without its name."""
    cores = os.cpu_count() or 1
    system = f"{platform.system()} {platform.machine()}"
    return (
        f"Measured with Python {platform.python_version()} on {system}, {cores} cores, {_memory()} of memory."
    )


def _memory() -> str:
    if not hasattr(os, "sysconf") or "SC_PHYS_PAGES" not in os.sysconf_names:
        return "an unknown amount"
    return f"{os.sysconf('SC_PHYS_PAGES') * os.sysconf('SC_PAGE_SIZE') / 2**30:.0f} GB"


if __name__ == "__main__":
    main()
