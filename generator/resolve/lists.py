"""Names in one list are of one kind: "Ann Lee, Bo Ray, Ikeji Okoro and Cy Fox" are four persons."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from generator.knowledge.wordlists import words_of
from generator.model.entity import Mention
from generator.resolve.syntax import Syntax

#: What stands between two names of a list: a comma or "and", and what is told of the first in brackets or numbers.
_NEXT = re.compile(
    r"(?: \([^()]{1,30}\))?(?: \d[\d.:/]*| not out)?(?:[,;]\s(?:\d+\s?-?\s)?(?:and )?| and |\s)"
)
#: How many names make a line-up, and what stands before its first.
_LINE_UP = 6
_OPENS = re.compile(r"[A-Z][\w' ]{2,30}(?: \(\d+\))?: ?(?:[A-Z][\w'’-]+[;,] )*")
_LISTED = frozenset({"person", "organisation", "place"})


def company(mentions: Sequence[Mention], syntax: Syntax) -> dict[int, str]:
    """By number of mention: the kind that all other names of its list have, where it has another."""
    found: dict[int, str] = {}
    for run in _runs(mentions, syntax):
        counted = Counter(_apparent(mentions[i]) for i in run)
        kind, most = counted.most_common(1)[0]
        sure = _numbered(run, mentions, syntax) or (kind == "place" and _located(mentions[run[0]], syntax))
        enough = 2 if len(run) == 3 and sure else 3
        if syntax.sports and len(run) >= _LINE_UP and _is_line_up(run, mentions, syntax):
            found.update((i, "person") for i in run if not mentions[i].keys)
        elif most >= enough and most >= 0.65 * len(run) and kind in _LISTED:
            found.update((i, kind) for i in run if _may_be(mentions[i], kind))
    return found


def _is_line_up(run: Sequence[int], mentions: Sequence[Mention], syntax: Syntax) -> bool:
    """Whether a long list opens its paragraph after a side's name ("Norvik: Lee, Ray …"), most of them one word without a number."""
    before = syntax.around(mentions[run[0]].span)[0]
    single = sum(" " not in mentions[i].text and not mentions[i].keys for i in run)
    return (
        _OPENS.fullmatch(before) is not None
        and single > len(run) / 2
        and not _numbered(run[:-1], mentions, syntax)
    )


def _numbered(run: Sequence[int], mentions: Sequence[Mention], syntax: Syntax) -> bool:
    """Whether each member has a number of its own: "Ann Lee 20, Bo Ray 14, Cy Fox 12"."""
    return all(re.match(r" \d", syntax.around(mentions[i].span)[1]) for i in run)


def _located(mention: Mention, syntax: Syntax) -> bool:
    """Whether the list is one of places by the word before it: "in Arad, Oradea and Sibiu"."""
    before, _ = syntax.around(mention.span)
    return before.endswith((" in ", "In ", " near ", " across ", " from ", "From ", " to "))


def _apparent(mention: Mention) -> str:
    """The kind that a name's label tells, or its given name."""
    words = mention.text.split()
    return "person" if 1 < len(words) < 4 and words[0].casefold() in words_of("given") else mention.label


def _may_be(mention: Mention, kind: str) -> bool:
    """Whether a name that the model takes for something else may be of this kind."""
    if mention.keys or mention.label == kind or mention.label not in _LISTED:
        return False
    several = " " in mention.text and not mention.text.isupper()
    return several if kind == "person" else kind == "place"


def _runs(mentions: Sequence[Mention], syntax: Syntax) -> Iterator[list[int]]:
    """Numbers of mentions that follow each other in a list; what stands in brackets is no member."""
    run: list[int] = []
    for i, mention in enumerate(mentions):
        before, _ = syntax.around(mention.span)
        if before.endswith("("):
            continue
        gap = syntax.between(mentions[run[-1]].span, mention.span) if run else None
        if gap is not None and _NEXT.fullmatch(gap) and gap.strip():
            run.append(i)
        else:
            yield from [run] if len(run) > 2 else []
            run = [i]
    yield from [run] if len(run) > 2 else []
