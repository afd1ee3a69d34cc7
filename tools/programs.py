"""Sees to it that programs are there which some tests call: Debian's packages where the user is root, else a hint."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys

#: Debian's package for each program.
PACKAGES = {"java": "default-jre-headless", "npm": "npm", "nginx": "nginx-light"}


def main(names: list[str]) -> None:
    """Exit status 1, with what to install, if one of the programs is missing and cannot be got."""
    missing = [PACKAGES[name] for name in names if _is_missing(name)]
    if missing and shutil.which("apt-get") and os.geteuid() == 0:
        for command in (["update"], ["install", "-y", "--no-install-recommends", *missing]):
            subprocess.run(["apt-get", "-qq", *command], check=False, capture_output=True, timeout=900)  # noqa: S603, S607
    missing = [PACKAGES[name] for name in names if _is_missing(name)]
    if missing:
        sys.exit(
            f"Some tests need more programs. Install them (Debian: apt-get install {' '.join(missing)})."
        )


def _is_missing(name: str) -> bool:
    """Some systems keep servers out of the user's path."""
    return shutil.which(name) is None and shutil.which(name, path="/usr/sbin:/usr/local/sbin") is None


if __name__ == "__main__":
    main(sys.argv[1:])
