"""Names that their form alone betrays: acronyms in brackets, both halves of "Russia-China", names met before."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import pairwise

from generator.knowledge.names import initials
from generator.knowledge.wordlists import shapes_of, words_of
from generator.model.text import Paragraph, Parsed, Token
from generator.recognise.casing import shouted
from generator.recognise.clean import TICKER, Label, Piece

_ACRONYM = re.compile(r"\((?:the )?[“\"]?([A-Z][A-Za-z&.]{0,8}[A-Z])[”\"]?\)")


def acronyms(text: str) -> Iterator[Piece]:
    """Acronyms in brackets, as where a text defines them: "(OAS)"."""
    for match in _ACRONYM.finditer(text):
        if not TICKER.match(text, match.start()):
            yield Piece(match.start(1), match.end(1), "organisation", "pattern")


def joined(text: str, pieces: Sequence[Piece]) -> Iterator[Piece]:
    """Two neighbouring names that are one: "Werder" and "Bremen", "U.S." and "Treasury", "Ann" von der "Heide"."""
    for left, right in pairwise(pieces):
        gap = text[left.end : right.start]
        if gap.split() and set(gap.split()) <= words_of("family_particles") and left.label != "group":
            yield Piece(left.start, right.end, "place" if left.label == "place" else "person", "pattern")
        elif gap == " ":
            label = (
                "person"
                if _presented(text, left, right)
                else _joint(text[left.start : left.end], left, text[right.start : right.end], right)
            )
            if label is not None:
                yield Piece(left.start, right.end, label, "pattern")


def _presented(text: str, left: Piece, right: Piece) -> bool:
    """Whether a title stands before two single words: "President Ange-Felix" and "Patasse" are one person."""
    words = text[: left.start].rsplit(maxsplit=1)
    title = words[-1].strip(".") if words and text[: left.start].endswith(" ") else ""
    return (
        left.label == "person"
        and right.label in {"person", "organisation"}
        and not (left.keys or right.keys)
        and " " not in text[left.start : left.end] + text[right.start : right.end]
        and title[:1].isupper()
        and title.casefold() in words_of("titles")
    )


def _joint(first: str, left: Piece, second: str, right: Piece) -> Label | None:
    """The kind of the name that both make together; None if they are two."""
    if left.origin == "lexicon":
        own = left.label in {"group", "government"} and not right.keys and _is_body(second, right)
        return "organisation" if own else None
    if left.label == "organisation" and right.label == "government":
        return (
            "organisation"  # "Greenpeace UK": of two names without a comma, the country belongs to the house
        )
    single = " " not in first and " " not in second
    if left.label == "organisation" and right.label == "place":
        return "organisation" if single else None
    if (
        single
        and left.label == right.label
        and left.label in {"person", "place"}
        and right.origin != "lexicon"
    ):
        return left.label
    return None


def _is_body(text: str, piece: Piece) -> bool:
    """Whether a name is that of a part of a state: "Treasury", "Department of Education"."""
    words = text.casefold().split()
    return piece.label == "organisation" and bool({words[0], words[-1]} & words_of("bodies"))


class Known:
    """The names that an article has been found to hold, to be found again where they were missed."""

    def __init__(self, found: Iterable[tuple[str, Label]]) -> None:
        labels: dict[str, Label] = {}
        for text, label in found:
            if label == "organisation":
                labels |= dict.fromkeys(_letters(text), label) | labels
            if label in {"person", "organisation", "place"} and not text.isupper():
                labels.setdefault(text, label)
                if label == "person" and " " in text:
                    labels.setdefault(text.split()[-1], label)
                if label == "organisation":
                    labels |= dict.fromkeys(_short(text), label) | labels
        self._labels = {
            t: k for t, k in labels.items() if len(t) > 2 and t.casefold() not in words_of("edges")
        }
        self._upper: Mapping[str, Label] = {text.upper(): label for text, label in self._labels.items()}

    @cached_property
    def _plain(self) -> re.Pattern[str] | None:
        return _alternatives(self._labels)

    @cached_property
    def _loud(self) -> re.Pattern[str] | None:
        return _alternatives(self._upper)

    def _acts(self, text: str, match: re.Match[str]) -> bool:
        """Whether a person's name that is an ordinary word too does what persons do: "Scissors said"."""
        return self._labels.get(match[0]) == "person" and bool(_ACTS.match(text, match.end()))

    def again(self, parsed: Parsed, paragraph: Paragraph) -> Iterator[Piece]:
        """Known names in the paragraph: in capitals where it is set so, else where they are nouns."""
        loud = shouted(paragraph.text)
        pattern = self._loud if loud else self._plain
        if pattern is None:
            return
        tags = {} if loud else {t.start: t for s in parsed.sentences_of(paragraph.id) for t in s.tokens}
        for match in pattern.finditer(paragraph.text):
            if loud or _is_name(tags.get(match.start()), match[0]) or self._acts(paragraph.text, match):
                label = (self._upper if loud else self._labels)[match[0]]
                article = 4 * match[0].casefold().startswith("the ")
                yield Piece(match.start() + article, match.end(), label, "pattern")


def _without_form(text: str) -> str:
    """A firm's name of one word without the words that say what it is: "Bre-X Minerals Ltd" → "Bre-X"; else ""."""
    first, *rest = text.split()
    low = first.casefold()
    common = words_of("ordinary", "general", "organisations")
    formed = bool(rest) and rest[-1].casefold().strip(".") in shapes_of("forms")
    return first if formed and len(rest) < 3 and len(first) > 3 and low not in common else ""


def _letters(text: str) -> Iterator[str]:
    """Letters for which a body may be known: its own name if it is such, else its initials."""
    short = text if text.isupper() else initials(text).upper() if " " in text else ""
    common = words_of("ordinary", "general", "headings", "edges")
    if 2 < len(short) < 7 and short.isalpha() and short.casefold() not in common:
        yield short


def _short(text: str) -> Iterator[str]:
    """A firm without its form, and what a club is called by a nickname that is an ordinary word: "the Heat"."""
    words = text.split()
    if short := _without_form(text):
        yield short
    if len(words) > 1 and words[-1].casefold() in words_of("club_nicknames"):
        yield from (f"the {words[-1]}", f"The {words[-1]}")


#: What follows a person's name and no ordinary word.
_ACTS = re.compile(r",? who\b| (?:said|says|told|added|argued|wrote|will|would|has|had|did|also)\b|['’]s? ")


def _is_name(token: Token | None, text: str) -> bool:
    return " " in text or (token is not None and token.tag in {"NNP", "NNPS"})


def _alternatives(names: Iterable[str]) -> re.Pattern[str] | None:
    longest = sorted(set(names), key=lambda n: (-len(n), n))
    return re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, longest))})(?![\w-])") if longest else None
