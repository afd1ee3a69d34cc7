"""Whole runs of a command, timed from outside: what a person waits for, processor time and memory."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

ROOT = Path(__file__).parents[2]


@dataclass(frozen=True, slots=True)
class Run:
    """Seconds on the clock, seconds of processor time, and the most memory held, in MB."""

    clock: float
    processor: float
    memory: float


def run(folder: Path, *command: str) -> Run:
    """Run `python -m COMMAND` in a folder; CalledProcessError with its output if it fails."""
    begun = time.perf_counter()
    with (folder / ".bench.log").open("w+", encoding="utf-8") as log:
        process = subprocess.Popen(  # noqa: S603 - our own commands
            [sys.executable, "-m", *command],
            cwd=folder,
            env=environment(),
            stdout=log,
            stderr=subprocess.STDOUT,
        )
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        clock = time.perf_counter() - begun
        if process.returncode:
            log.seek(0)
            raise subprocess.CalledProcessError(process.returncode, command, log.read()[-2000:])
    unit = 2**20 if sys.platform == "darwin" else 2**10
    return Run(clock, used.ru_utime + used.ru_stime, used.ru_maxrss / unit)


def environment() -> dict[str, str]:
    """What a run sees: this program's own source, and no notice of the theme's.

    Python keeps what it compiled, as it does on anybody's machine.
    """
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return {**kept, "PYTHONPATH": str(ROOT), "NO_MKDOCS_2_WARNING": "1"}


def middle(runs: Iterable[Run]) -> Run:
    """The median of each figure."""
    found = list(runs)
    clocks, processors = [r.clock for r in found], [r.processor for r in found]
    return Run(median(clocks), median(processors), median(r.memory for r in found))


def rows(head: Sequence[str], lines: Iterable[Sequence[str]]) -> str:
    """A Markdown table; all columns but the first are figures."""
    rule = ["---", *["---:"] * (len(head) - 1)]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in (head, rule, *lines))


def tell(what: str) -> None:
    """Say on the terminal what is measured now."""
    print(what, file=sys.stderr, flush=True)
