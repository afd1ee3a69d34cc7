"""Quotation marks: which stretches of a paragraph stand between them.

Pure text, no syntax: typographic, straight, angled and doubled marks, British single quotes told from
apostrophes, nested quotes (the outer one counts), quotations that run over several paragraphs without a
closing mark, and odd numbers of marks, which lose nothing but the stretch that they concern.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from generator.knowledge import vocabulary

_MARK = re.compile(r"``|''|[“”„«»″\"‘’‹›']")
_OPENING = frozenset({"“", "„", "«", "``"})
_CLOSING = frozenset({"”", "»", "''", "″"})
_SINGLE = frozenset({"‘", "’", "'", "‹", "›"})
_ELISION = re.compile(r"['’‘](?:t(?:is|was|wil)|em|til|cause|n|round|bout|\d0s|\d\d)\b", re.IGNORECASE)
_BEFORE_OPENING = ' \t\xa0([{—–-/“"‘…:,'


@dataclass(frozen=True, slots=True)
class Quoted:
    """A stretch between quotation marks, by offsets into its paragraph's text.

    `open` is where the opening mark begins, `start` to `end` the words, `close` the end of the closing
    mark. `runs_on` tells that the paragraph ended without one; `single` that the marks are single.
    """

    open: int
    start: int
    end: int
    close: int
    runs_on: bool = False
    single: bool = False


def find_quoted(text: str, *, within: bool = False) -> tuple[Quoted, ...]:
    """The quoted stretches of a paragraph, in order, not overlapping.

    `within` says that the paragraph before ended inside a quotation: a closing mark without an opening
    one then belongs to a quotation that began there.
    """
    found = tuple(q for q in _scan(text, within=within) if text[q.start : q.end].strip())
    return tuple(_trim(text, quoted) for quoted in found)


def _trim(text: str, quoted: Quoted) -> Quoted:
    words = text[quoted.start : quoted.end]
    start = quoted.start + len(words) - len(words.lstrip())
    return Quoted(quoted.open, start, start + len(words.strip()), quoted.close, quoted.runs_on, quoted.single)


def _scan(text: str, *, within: bool) -> Iterator[Quoted]:
    marks = list(_MARK.finditer(text))
    at = 0
    ended = _ending(text, marks, within=within)
    if ended is not None:
        yield Quoted(0, 0, marks[ended].start(), marks[ended].end())
        at = ended + 1
    while at < len(marks):
        mark = marks[at]
        if mark.group() in _SINGLE:
            end = _single_end(text, marks, at)
            if end is not None:
                yield Quoted(mark.start(), mark.end(), marks[end].start(), marks[end].end(), single=True)
                at = end
            elif _runs_on(text, marks, at):
                yield Quoted(mark.start(), mark.end(), len(text), len(text), runs_on=True, single=True)
                return
        elif _opens(text, mark):
            quoted, at = _double(text, marks, at)
            yield quoted
        at += 1


def _ending(text: str, marks: list[re.Match[str]], *, within: bool) -> int | None:
    """The mark that closes a quotation that began before the text, or without a mark that opened it."""
    for i, mark in enumerate(marks):
        if mark.group() not in _SINGLE:
            if _opens(text, mark):
                return None
            if within or _spoken_before(text, mark):
                return i
    return None


def _around(text: str, mark: re.Match[str]) -> tuple[str, str]:
    before = text[mark.start() - 1] if mark.start() else " "
    after = text[mark.end()] if mark.end() < len(text) else " "
    return before, after


def _opens(text: str, mark: re.Match[str]) -> bool:
    """Whether a double mark that stands outside any quotation opens one."""
    before, after = _around(text, mark)
    if mark.group() in _OPENING:
        return True
    if mark.group() in _CLOSING or mark.group() == '"':
        return before in _BEFORE_OPENING and not after.isspace() and after not in ".,;"
    return False


def _spoken_before(text: str, mark: re.Match[str]) -> bool:
    """Whether a closing mark without an opening one ends speech: an attribution follows it."""
    return text[mark.start() - 1 : mark.start()] in {",", "?", "!", "."} and bool(
        _attribution().match(text, mark.end())
    )


def _double(text: str, marks: list[re.Match[str]], at: int) -> tuple[Quoted, int]:
    """The quotation that the double mark `at` opens, and the index of the last mark it uses up."""
    depth = 1
    for i in range(at + 1, len(marks)):
        kind = marks[i].group()
        if kind in _SINGLE:
            continue
        if _closes(text, marks[i]):
            depth -= 1
            if depth == 0:
                return Quoted(marks[at].start(), marks[at].end(), marks[i].start(), marks[i].end()), i
        elif (kind in _OPENING or _flows_in(text, marks[i])) and _nested(text, marks, i):
            depth += 1
        else:
            return _unclosed(text, marks[at], marks[i].start(), runs_on=False), i - 1
    return _unclosed(text, marks[at], len(text), runs_on=True), len(marks) - 1


def _closes(text: str, mark: re.Match[str]) -> bool:
    """Whether a double mark inside a quotation ends it."""
    before, after = _around(text, mark)
    if mark.group() in _OPENING:
        return not before.isspace() and before not in "(—–-" and not after.isalnum()
    if mark.group() == '"':
        return not (before in " \t\xa0(" and (after.isalnum() or after in "$[‘'"))
    return not (before.isspace() and after.isalnum())


def _flows_in(text: str, mark: re.Match[str]) -> bool:
    """Whether words run up to a straight mark without a stop, so that nothing has ended there."""
    return mark.group() == '"' and text[: mark.start()].rstrip()[-1:].isalnum()


def _nested(text: str, marks: list[re.Match[str]], at: int) -> bool:
    """Whether a double opening mark inside a quotation has a closing mark of its own before the outer's.

    A straight one also where the outer quotation runs on into the next paragraph.
    """
    depth = 2
    for mark in marks[at + 1 :]:
        if mark.group() not in _SINGLE:
            depth += -1 if _closes(text, mark) else 1
            if depth != 1:
                return depth == 0
    return depth == 1 and marks[at].group() == '"'


def _unclosed(text: str, mark: re.Match[str], limit: int, *, runs_on: bool) -> Quoted:
    """A quotation whose closing mark is missing: it ends before an attribution, or where it must."""
    cut = _attribution_inside().search(text, mark.end(), limit)
    if cut:
        return Quoted(mark.start(), mark.end(), cut.start() + 1, cut.start() + 1)
    return Quoted(mark.start(), mark.end(), limit, limit, runs_on=runs_on)


def _single_end(text: str, marks: list[re.Match[str]], at: int) -> int | None:
    """The index of the mark that closes the single quote opened by mark `at`; None if it opens none."""
    before, after = _around(text, marks[at])
    kind = marks[at].group()
    if (
        kind not in {"‘", "'", "‹"}
        or before not in _BEFORE_OPENING
        or _ELISION.match(text, marks[at].start())
    ):
        return None
    if not (after.isalnum() or after in '“"…[$£€'):
        return None
    candidates = _single_candidates(text, marks, at)
    spoken = [i for i in candidates if not _plural_possessive(text, marks[i])]
    return next(iter(spoken or candidates), None)


def _runs_on(text: str, marks: list[re.Match[str]], at: int) -> bool:
    """Whether a single mark that nothing closes opens a quotation that goes on in the next paragraph.

    Only a typographic one that opens the paragraph or stands behind a colon, and before a sentence: an apostrophe looks like it.
    """
    begun = text[: marks[at].start()].rstrip()
    opens = marks[at].group() == "‘" and (not begun or begun.endswith(":"))
    sentence = text[marks[at].end() : marks[at].end() + 1].isupper() and text.rstrip()[-1:] in {".", "?", "!"}
    return opens and sentence and not _ELISION.match(text, marks[at].start())


def _single_candidates(text: str, marks: list[re.Match[str]], at: int) -> list[int]:
    """Marks that could close a single quote, outside the double quotes that it may contain."""
    found = []
    inside = False
    for i in range(at + 1, len(marks)):
        before, after = _around(text, marks[i])
        kind = marks[i].group()
        if kind not in _SINGLE:
            inside = not inside
        elif inside:
            continue
        elif kind == "‘" or (kind == "'" and before in _BEFORE_OPENING and after.isalnum()):
            break
        elif not before.isspace() and not after.isalnum():
            found.append(i)
    return found


def _plural_possessive(text: str, mark: re.Match[str]) -> bool:
    before, _ = _around(text, mark)
    return before in "sz" and bool(re.match(r"\s+[a-z]", text[mark.end() : mark.end() + 3]))


def _attribution() -> re.Pattern[str]:
    return _patterns()[0]


def _attribution_inside() -> re.Pattern[str]:
    return _patterns()[1]


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """“ he said” and “, he said”: an attribution by its shape, for marks that are missing."""
    verbs = "|".join(vocabulary.load("cues")["plain"])
    name = r"(?:[A-Z][\w.’'-]*\s+){1,4}"
    who = rf"(?:(?:he|she|they|it|I|we)\s+|{name})"
    shape = rf"\s*(?:{who}(?:{verbs})\b|(?:{verbs})\s+(?:he|she|they|{name}|the\b))"
    return re.compile(shape), re.compile(rf"[,?!]{shape}")
