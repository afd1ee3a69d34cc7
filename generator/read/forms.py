"""What a single line is by its form alone: a credit, a caption, a note of the outlet, a sentence."""

from __future__ import annotations

import re
from functools import cache

from generator.knowledge import vocabulary
from generator.read.byline import byline
from generator.read.date_line import date_line

_END = re.compile(r"([.!?…])[”’\"')\]»]*(?=\s+[“‘\"'(\[]*[A-Z0-9])")
_TERMINAL = re.compile(r"[.!?…:;,—–_-][”’\"')\]»*]*$")

#: "In this Friday, May 5, 2017, file photo, …", "In this image released by …".
_PICTURED = re.compile(
    r"in this\b.{0,60}\b(?:photo|image|picture|frame|photograph)"
    r"(?:,|\s(?:released|taken|provided|made|from|by|obtained|posted|distributed|grab)\b)"
)


def stands_alone(text: str) -> bool:
    """Whether a line is never part of a wrapped paragraph."""
    return len(text) <= 160 and (date_line(text) is not None or byline(text) is not None or is_credit(text))


def is_note(text: str) -> bool:
    """Whether the outlet speaks, not the reporter: advertisement, newsletter call or correction."""
    folded = _plain(text)
    notes = vocabulary.load("layout")["notes"]
    bare = folded.strip(" .:!>»→[]()*_-–—")
    return (
        bare in _wholes()
        or folded.lstrip("[(*_ ").startswith(tuple(notes["openings"]))
        or _has_note_words(folded)
    )


def is_credit(text: str) -> bool:
    """Whether a line tells who made a picture: "(Jane Doe / Pool photo)", "AP Photo/Jane Doe"."""
    inner = text.strip("()[] .")
    words = inner.split()
    if not words or len(words) > 20 or words[0].casefold() == "by" or _sentences(inner) > 1:
        return False
    return (
        _opens_credit(inner)
        or _names_agency(inner)
        or _names_outlet(inner)
        or (_bracketed(text) and _signed(inner) and len(words) > 1)
    )


def is_caption(text: str) -> bool:
    """Whether a line is a photo caption by its opening or because a credit ends it."""
    folded = _plain(text)
    if folded.startswith("in this "):
        return _PICTURED.match(folded) is not None
    return folded.startswith(tuple(vocabulary.load("layout")["caption_openings"])) or _ends_in_credit(text)


def has_caption_words(text: str) -> bool:
    """Whether words such as "pictured" or ", left," suggest a caption; quotations are none."""
    words = vocabulary.load("layout")
    sides = re.search(rf"[,(]\s*(?:{'|'.join(words['caption_sides'])})\b", text.casefold())
    named = set(re.findall(r"\w+", text.casefold())) & set(words["caption_words"])
    return text[:1] not in "“\"‘'" and (sides is not None or bool(named))


def is_one_sentence(text: str) -> bool:
    """Whether a text is a single sentence; the dots of common abbreviations and initials end none."""
    return _sentences(text) == 1


def is_open(text: str) -> bool:
    """Whether a line lacks the punctuation that ends a sentence, as headings and headlines do."""
    return _TERMINAL.search(text) is None


def first_sentence(text: str) -> str:
    """The first sentence of a text, which is the whole of it if there is one only."""
    end = next((m.end() for m in _END.finditer(text) if _ends(text, m)), len(text))
    return text[:end]


def in_title_case(text: str) -> bool:
    """Whether most longer words are capitalised, as in American headlines."""
    words = re.findall(r"[^\W\d_]{4,}", text)
    return bool(words) and sum(word[0].isupper() for word in words) >= 0.7 * len(words)


def _sentences(text: str) -> int:
    return 1 + sum(_ends(text, match) for match in _END.finditer(text))


def _ends(text: str, match: re.Match[str]) -> bool:
    """Whether a full stop ends a sentence, not an abbreviation or an initial."""
    if match[1] != ".":
        return True
    last = text[: match.start()].split()[-1:] or [""]
    word = last[0].casefold().strip("“‘\"'([")
    return (
        len(word) > 1
        and word not in vocabulary.load("layout")["abbreviations"]
        and not re.fullmatch(r"(\w\.)+\w", word)
    )


def _plain(text: str) -> str:
    return text.casefold().replace("’", "'")


@cache
def _wholes() -> frozenset[str]:
    whole = vocabulary.load("layout")["notes"]["whole"]
    return frozenset(line.strip(" .:!>»→[]()*_-–—…") for line in whole) | frozenset(whole)


def _has_note_words(folded: str) -> bool:
    """Whether a line holds a note's words and is short enough to be nothing else."""
    return len(folded.split()) <= 50 and any(
        re.search(pattern, folded) for pattern in vocabulary.load("layout")["notes"]["patterns"]
    )


def _bracketed(text: str) -> bool:
    return re.fullmatch(r"[(\[][^()\[\]]+[)\]]\.?", text) is not None


def _opens_credit(inner: str) -> bool:
    words = vocabulary.load("layout")
    folded = _plain(inner)
    marked = (
        re.match(rf"(?:{'|'.join(words['credit_openings'])})\s*(?:[:/|©]|\.\.\.|…)\s*\S", folded) is not None
    )
    phrase = folded.startswith(tuple(f"{phrase} " for phrase in words["credit_phrases"]))
    return (marked or phrase) and not _has_sentence_words(inner)


def _has_sentence_words(inner: str) -> bool:
    """Whether too many lower-case words make a sentence of it ("Photos by the thousand were burnt")."""
    plain = [word for word in re.findall(r"[^\W\d_]+", inner) if word.islower()]
    return len(plain) > 5


def _names_agency(inner: str) -> bool:
    """Whether the parts between slashes, commas or "via" are names, and one of them an agency."""
    parts = [
        p.strip(" .©") for p in re.split(r"\s*/\s*|\s*\|\s*|\s*,\s*|\s+via\s+|\s+[-–—]\s+|\s*©\s*", inner)
    ]
    agencies = vocabulary.load("layout")["agencies"]
    named = [part for part in parts if _plain(part) in agencies]
    generic = vocabulary.load("layout")["photo_words"]
    return any(_plain(part) not in generic or len(parts) > 1 for part in named) and all(
        _signed(part) for part in parts if part
    )


def _names_outlet(inner: str) -> bool:
    """Whether it reads "Jane Doe / The Daily Mail" or "Jane Doe for The Daily Mail"."""
    maker, _, outlet = re.sub(r"\s*/\s*|\s+for\s+(?=the\b)", "\0", inner, flags=re.IGNORECASE).partition("\0")
    words = {word.casefold() for word in outlet.split()} & set(vocabulary.load("layout")["outlet_words"])
    return bool(words) and len(maker.split()) <= 4 and _signed(maker) and _signed(outlet)


def _signed(part: str) -> bool:
    """Whether a part is made of names and small words only."""
    words = [word.strip("’'\"“”.,&/-–—") for word in part.split()]
    small = vocabulary.load("layout")["credit_small"]
    return any(word[:1].isupper() for word in words) and all(
        not w or w[0].isupper() or w.isdigit() or w in small for w in words
    )


def _ends_in_credit(text: str) -> bool:
    """Whether words are followed by a credit, in brackets or after the full stop."""
    bracket = re.search(r"\s([(\[][^()\[\]]{3,80}[)\]])\.?$", text)
    if bracket and is_credit(bracket[1]) and not is_plain_aside(bracket[1]):
        return True
    tail = re.search(r"[.!?][”’\"']?\s+([^.!?]{3,80})\.?$", text)
    return tail is not None and _opens_credit(tail[1])


def is_plain_aside(bracket: str) -> bool:
    """Whether a bracket may as well be an acronym or an aside: it names no agency and has no slash."""
    inner = bracket.strip("()[] .")
    return "/" not in inner and not _opens_credit(inner) and not (_names_agency(inner) and " " in inner)
