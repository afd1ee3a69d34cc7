"""Errors that a user can act on: what is wrong, where, and how to mend it."""

from __future__ import annotations


class BackgrounderError(Exception):
    """A problem of the input, told as `file:line: what` and a hint; never a traceback for the user."""

    def __init__(self, what: str, *, path: str = "", line: int = 0, hint: str = "") -> None:
        super().__init__(what)
        self.what = what
        self.path = path
        self.line = line
        self.hint = hint

    def __str__(self) -> str:
        path = "".join(c if c.isprintable() else ascii(c)[1:-1] for c in self.path)  # a name may break lines
        where = f"{path}:{self.line}: " if self.line else f"{path}: " if path else ""
        return f"{where}{self.what}" + (f"\n  hint: {self.hint}" if self.hint else "")


def of_system(error: BackgrounderError | OSError) -> BackgrounderError:
    """What the system refuses (a folder that may not be read, a full disk), told like any problem of the input."""
    if isinstance(error, BackgrounderError):
        return error
    return BackgrounderError(error.strerror or str(error), path=str(error.filename or ""))


class InputErrors(BackgrounderError):  # noqa: N818 - it is several
    """Several problems told at once, so that an editor mends them in one go."""

    def __init__(self, problems: tuple[BackgrounderError, ...]) -> None:
        super().__init__(f"{len(problems)} problems in the input")
        self.problems = problems

    def __str__(self) -> str:
        return "\n".join(str(problem) for problem in self.problems)
