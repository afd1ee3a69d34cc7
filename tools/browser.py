"""Finds a Chromium for the browser tests, or gets one: Playwright's own, else Debian's package."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


def find() -> str | None:
    """The path of a Chromium: named by BACKGROUNDER_CHROMIUM, on the PATH, or Playwright's download."""
    named = os.environ.get("BACKGROUNDER_CHROMIUM")
    return named or next(filter(None, map(shutil.which, NAMES)), None) or _downloaded()


def _downloaded() -> str | None:
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 - only where no other browser is there

    with sync_playwright() as playwright:
        path = playwright.chromium.executable_path
    return path if Path(path).exists() else None


def _get() -> None:
    """Try the ways to get one, quietly; the caller looks whether it is there."""
    commands = [[sys.executable, "-m", "playwright", "install", "chromium"]]
    if shutil.which("apt-get") and os.geteuid() == 0:
        commands = [["apt-get", "update", "-qq"], ["apt-get", "install", "-y", "-qq", "chromium"], *commands]
    for command in commands:
        if find() is None:
            subprocess.run(command, check=False, capture_output=True, timeout=900)  # noqa: S603


def main() -> None:
    """Exit status 1, with what to install, if there is no Chromium and none can be got."""
    if find() is None:
        _get()
    if find() is None:
        sys.exit(
            "The browser tests need Chromium. Install it (Debian: apt-get install chromium) or set BACKGROUNDER_CHROMIUM."
        )


if __name__ == "__main__":
    main()
