"""Lists of names and numbers: line-ups, results, standings. No sentences, so no syntax to go by."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from generator.knowledge.wordlists import words_of
from generator.recognise.casing import shouted, titled
from generator.recognise.clean import Label, Piece

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_PART = r"(?:(?:[A-Z]\.){2,}|[A-Z][a-z]{0,2}\.(?=\s?[A-Z])|[A-Z][^\W\d_]*(?:['’-][^\W\d_]+)*)"
_SMALL = r"(?:(?:van|von|de|der|den|del|della|di|da|dos|du|la|le|el|al|bin|of|st)\s)*"
_RUN = re.compile(rf"(?<!\w)(?:al-|el-)?{_PART}(?:\s{_SMALL}(?:al-|el-)?{_PART})*(?!\w)")
#: What lists of names have and headlines hardly.
LISTED = re.compile(r"[,()].*[,()\d]|\d.*[,()]|\d\D+\d")
#: "Forwards - Ann Lee, Bo Ray.": a list under its label.
LABELLED = re.compile(r"[A-Z]\w+ - .*,.*\.$")
_NUMBER = re.compile(r"\d")
#: "Leeds 3 Derby 1", "Leeds 14 11 2 1 35", "LEEDS 3, DERBY 1": nothing but sides and their numbers.
_SIDES = re.compile(
    rf"{_RUN.pattern} \d+,? {_RUN.pattern} \d+\.?|{_RUN.pattern}(?: \([^\W\d_ ]+\)?)?(?: (?:\d{{1,3}}|\d/\d|\.\d{{3}}|-)){{4,}}"
)

#: Before a name in brackets, somebody's: "Ann Lee (Leeds)".
_BRACKETED = re.compile(r"[^\W\d_] \($")


def is_list(text: str) -> bool:
    """Whether a paragraph is made of names and numbers rather than of sentences."""
    words = _WORD.findall(text)
    if titled(text) and not LISTED.search(text):
        return False  # a headline with a number in it
    capitals = sum(word[0].isupper() for word in words)
    return bool(words) and bool(_NUMBER.search(text)) and capitals >= 0.75 * len(words)


def is_prose(text: str) -> bool:
    """Whether a paragraph is sentences, in which a capital means something: no headline, no list."""
    return bool(LABELLED.match(text)) or not (titled(text) or shouted(text) or is_list(text))


def listed(text: str, model: Sequence[Piece]) -> Iterator[Piece]:
    """The names of a list; sides by their scores, else what the model says if it saw the same words."""
    said = {(piece.start, piece.end): piece.label for piece in model}
    scored = bool(_SIDES.fullmatch(text))
    for run in _RUN.finditer(text):
        match = _RUN.fullmatch(text, run.start() + _title(run[0]), run.end()) or run
        if _is_name(match[0].split()) and (scored or match[0].casefold() not in words_of("ordinary")):
            side = scored and text[match.start() - 1 : match.start()] != "("
            bracketed = (
                " " not in match[0]
                and bool(_BRACKETED.search(text[: match.start()]))
                and text[match.end() :].startswith(")")
            )
            label = "organisation" if side or bracketed else said.get(match.span()) or _label(match[0])
            yield Piece(match.start(), match.end(), label, "pattern")


def _title(run: str) -> int:
    """The length of an abbreviated title before a full name, with its blank: "Sen. Ann Lee"."""
    first, _, rest = run.partition(" ")
    titled = first.endswith(".") and first.casefold().strip(".") in words_of("titles") and " " in rest
    return len(first) + 1 if titled else 0


def _is_name(words: list[str]) -> bool:
    """Whether words of a list are more than headings and single letters."""
    low = [word.casefold().strip(".") for word in words]
    if low[-1] in words_of("headings") and (len(low) != 2 or low[0] not in words_of("given")):
        return False
    return any(len(w) > 1 and w not in words_of("edges") and w not in words_of("headings") for w in low)


def _label(name: str) -> Label:
    """A name with a number of its own is a side's ("Italy II"); two words or more are else a person's."""
    if name.rsplit(maxsplit=1)[-1] in {"I", "II", "III"}:
        return "organisation"
    return "person" if " " in name else "unknown"
