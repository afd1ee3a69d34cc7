"""What the model marked as a name, without the words it swallowed: verbs, titles, articles, quotation marks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from generator.knowledge.wordlists import shapes_of, words_of
from generator.model.entity import Kind
from generator.model.text import Name
from generator.recognise.casing import titled

Label = Kind | Literal["unknown"]

#: OntoNotes' labels (Weischedel et al. 2013) as kinds; the rest (dates, numbers) are no names.
_KINDS: dict[str, Label] = {
    "PERSON": "person",
    "ORG": "organisation",
    "GPE": "place",
    "LOC": "place",
    "FAC": "place",
    "NORP": "group",
    "EVENT": "event",
    "WORK_OF_ART": "work",
    "LAW": "work",
    "PRODUCT": "unknown",
}
#: What a news agency heads a report with: "Golf-Ray leads", "UPDATE 1-Tallis sells".
_SLUG = re.compile(r"(?P<what>[A-Za-z]+(?: [A-Za-z]+){0,2}?)(?: \d+)?-(?=[A-Z])")
_WORD = re.compile(r"[^\W_][\w.&'’/-]*[\w.]|[^\W_]\.?|&")
_POSSESSIVE = re.compile(r"(?:['’]s|(?<=s)['’])$", re.IGNORECASE)

#: Where no name goes on: line breaks, dashes between blanks, brackets, semicolons, commas.
_CUT = re.compile(
    r"\s+[-–—/|]+\s+|(?<=[a-z]{3})/(?=[A-Z][a-z]{2})|\n|\s+or\s+(?=[A-Z])|\s*[;:()\[\]“”\"]\s*|,\s+(?!(?:Inc|Ltd|LLC|Jr|Sr|St)\b)"
)
#: Where an organisation's name ends: an article after a word that takes none.
_CUT_ORGANISATION = re.compile(
    r"(?<!\bof)(?<!\bfor)(?<!\bin)(?<!\bon)(?<!\band)(?<!\bat)(?<!&)\s+(?:the|The)\s+(?=[A-Z])|(?<=[a-z] Ministry)\s+(?:for|in|on)\s+(?=[A-Z])"
)
#: Where no person's name goes on: a small word that is no particle, a conjunction.
_CUT_PERSON = re.compile(
    r"(?:\s+(?:and|v|vs|b|c|st|lbw|of|the|at|in|on|for|from|with)\b\.?)+\s+|\s+\d[\d.:-]*\b"
)
#: What opens a question before a name of two words ("Will Ann Lee resign?").
_QUESTION = frozenset({"will", "did", "does", "can", "could", "should", "would"})
#: A hyphen between blanks inside "Council on American - Islamic Relations".
_COMPOUND = re.compile(r"\w+ (?:\w+ )*\w+(?:an|ish|ese) - $")
#: "Robert “Bobby” Hale", "Robert C. (Bob) Hale".
_NICKNAMED = re.compile(
    r"[A-Z][\w.’'-]+(?: [A-Z][\w.]*)? [“\"‘'(][A-Z][\w.-]+(?: [A-Z]\w+)?[”\"’')] [A-Z][\w’'-]+"
)
#: A long word with the sentence's stop: "School."
_STOPPED = re.compile(r"[a-z]{5}\.$")
#: "WON'T BE" in a shouted line.
_NEGATED = re.compile(r"n['’]t\b", re.IGNORECASE)
#: The sign of a share: "(VEL.ST)", "(NYSE: VEL)".
TICKER = re.compile(
    r"[(<](?:[A-Z]{2,8}: ?)?[A-Z0-9]{2,6}\.[A-Z]{1,3}[)>]|[(<](?:NYSE|NASDAQ|Nasdaq|LSE|LON|TSX|ASX|AMEX|OTC): ?[A-Z.]+[)>]"
)
#: An account or a topic on the web: "@tallisray".
_TAGGED = re.compile(r".?[@#]")
#: What makes "District" a court's: "U.S. District Judge".
_JUDGE = re.compile(r" (?:Court )?(?:Judge|Attorney)\b")
#: What makes "Congressional" a correspondent’s.
_PRESS = re.compile(r" (?:Correspondent|Editor|Reporter|Analyst|Anchor|Columnist)\b")
_BEATS = frozenset(
    {
        "Congressional",
        "Political",
        "Chief",
        "Senior",
        "Legal",
        "Foreign",
        "Diplomatic",
        "Economics",
        "Medical",
    }
)
_KOREAN = re.compile(r"[A-Z][a-z]+-[a-z]+")
_REACH = 30
_OFFICER_OF = re.compile(r"\b(?:[Ss]ecretary|[Mm]inisters?|[Uu]ndersecretary) (?:of|for) (?:the )?$")
_COURTS = frozenset({"District", "Circuit", "Magistrate"})
_FOLK = re.compile(r"\w+ of ")
_INITIALLED = re.compile(r"^[DRI]-[A-Z]")


@dataclass(frozen=True, slots=True)
class Piece:
    """A proposed mention inside one paragraph."""

    start: int
    end: int
    label: Label
    origin: Literal["model", "lexicon", "pattern"]
    keys: tuple[str, ...] = ()


def clean(text: str, name: Name) -> Iterator[Piece]:
    """The name's proper part or parts, if it has any: each begins and ends with a capital or a number."""
    label = _KINDS.get(name.label)
    if (
        label is None
        or _NEGATED.search(text, name.start, name.end)
        or _TAGGED.match(text, max(0, name.start - 1))
    ):
        return
    slug = _SLUG.match(text)
    begin = (
        slug.end() if slug and _is_slug(slug["what"]) and name.start < slug.end() < name.end else name.start
    )
    for start, end in _parts(text, begin, name.end, label):
        trimmed = _trim(text, start, end, label)
        if (
            trimmed is None
            or _is_field(text, trimmed, label)
            or _INITIALLED.match(text[slice(*trimmed)])
            or TICKER.match(text, max(0, trimmed[0] - 1))
            or _is_half_office(text, trimmed, label)
        ):
            continue
        if label == "group" and text[slice(*trimmed)].casefold() in words_of("parties"):
            yield Piece(*trimmed, "organisation", "model")
        elif label != "group" or "-" not in text[slice(*trimmed)]:
            label = "unknown" if begin > name.start else label
            numbered = label == "person" and any(
                c.isdigit() for c in text[slice(*trimmed)]
            )  # "Antonov An-26"
            yield _person_after_role(text, Piece(*trimmed, "unknown" if numbered else label, "model"))


def _is_slug(words: str) -> bool:
    return words.casefold() in words_of("sports_slugs", "slugs")


def _parts(text: str, start: int, end: int, label: Label) -> Iterator[tuple[int, int]]:
    if (label == "work" and ", " not in text[start:end]) or (
        label == "person" and _NICKNAMED.fullmatch(text, start, end)
    ):
        yield start, end
        return
    at = start
    patterns = (_CUT, _CUT_PERSON if label == "person" else _CUT_ORGANISATION)
    name = text[start:end]
    cuts = sorted(m.span() for pattern in patterns for m in pattern.finditer(name))
    if label == "organisation":
        cuts = [cut for cut in cuts if not _COMPOUND.fullmatch(name, 0, cut[1])]
    for left, right in cuts:
        yield at, start + left
        at = max(at, start + right)
    yield at, end


def _is_half_office(text: str, span: tuple[int, int], label: Label) -> bool:
    """Whether words are half of an office: "Home" in "Home Secretary", "the Kent Sheriff" before "’s office"."""
    after = re.match(r" ([A-Z]\w+)", text[span[1] :])
    word = text[slice(*span)]
    return (
        after is not None
        and after[1].casefold() in words_of("offices")
        and not word.isupper()
        and (
            word.isalpha()
            or word.startswith("Shadow ")
            or (after[1] == "Minister" and label == "organisation")
        )
    )


def _is_field(text: str, span: tuple[int, int], label: Label) -> bool:
    """Whether words tell an officer's field and no body: "Defense" in "Secretary of Defense"."""
    words = text[slice(*span)].casefold().split()
    bodies = words_of("organisations", "heads") | shapes_of("heads")
    return (
        label in {"organisation", "work", "event"}
        and words != ["state"]
        and _OFFICER_OF.search(text, max(0, span[0] - _REACH), span[0]) is not None
        and bodies.isdisjoint((words[0], words[-1]))
    )


def _trim(text: str, start: int, end: int, label: Label) -> tuple[int, int] | None:
    """The span without edge words; None if nothing of a name is left."""
    words = [(m.start() + start, m.end() + start) for m in _WORD.finditer(text[start:end])]
    if (
        len(words) > 2
        and _FOLK.match(text, words[0][0])
        and text[slice(*words[0])].casefold() in shapes_of("folk")
    ):
        words = words[2:]
    eastern = len(words) == 2 and is_eastern(*(text[slice(*word)] for word in words))
    while words and not eastern and _drop_first(text[slice(*words[0])], label, len(words)):
        words.pop(0)
    while words and _drop_last([text[slice(*word)] for word in words]):
        words.pop()
    if len(words) > 1 and text[slice(*words[-1])].casefold() in shapes_of("headline_verbs") and titled(text):
        words.pop()
    if not words or not any(c.isalpha() for c in text[words[0][0] : words[-1][1]]):
        return None
    start, end = words[0][0], words[-1][1]
    if label in {"person", "place"} and any(
        text[slice(*w)].istitle() and text[slice(*w)].casefold() in shapes_of("headline_words")
        for w in words[1:]
    ):
        return None
    return _ended(text, start, words)


def _ended(text: str, start: int, words: list[tuple[int, int]]) -> tuple[int, int]:
    """The span of the words without a stop, half a judge's office, a participle or a possessive at its end."""
    end = words[-1][1]
    if _STOPPED.search(text, words[-1][0], end):
        end -= 1
    if len(words) > 1 and _JUDGE.match(text, end) and text[slice(*words[-1])] in _COURTS:
        end = words[-2][1]
    if len(words) > 1 and _PRESS.match(text, end) and text[slice(*words[-1])] in _BEATS:
        end = words[-2][1]
    hyphen = text.rfind("-", start, end)
    if hyphen > start and text[hyphen + 1 : end] in shapes_of("participles"):
        end = hyphen
    possessive = _POSSESSIVE.search(text[start:end])
    return (start, start + possessive.start()) if possessive and possessive.start() else (start, end)


def is_eastern(family: str, given: str) -> bool:
    """Whether two words are a Korean name, whose first word may look like a title: "Son Heung-jin"."""
    return family.casefold() in words_of("family_first") and _KOREAN.fullmatch(given) is not None


def _drop_first(word: str, label: Label, left: int) -> bool:
    low = word.casefold()
    if low in words_of("edges") and not _acronym(word) and not (left > 1 and _may_be_given(word, label)):
        return True
    if label == "person" and left > 2 and low in words_of("occupations", "person_nouns") | _QUESTION:
        return True
    if label == "person" and ((left > 1 and low.strip(".") in words_of("titles")) or word[0].isdigit()):
        return True
    return not (
        word[0].isupper()
        or word[0].isdigit()
        or low in words_of("particles")
        or word.startswith(("al-", "el-"))
    )


def _may_be_given(word: str, label: Label) -> bool:
    """Jan and April are persons as well as months."""
    named = word.casefold() in words_of("given") and word != "Said"
    return label == "person" and word.istitle() and named


def _drop_last(words: list[str]) -> bool:
    """Whether a name cannot end with the last of these words: a small word, a score, a year."""
    word = words[-1]
    if word == "He" and len(words) == 2 and words[0].casefold() in words_of("family_first"):
        return False
    if word.casefold() in words_of("edges") and not _acronym(word):
        return True
    if word[0].isdigit():
        return len(words) < 2 or words[-2].casefold() not in words_of("numbered")
    return not any(c.isupper() for c in _POSSESSIVE.sub("", word))


def _acronym(word: str) -> bool:
    return word.isupper() and len(word) > 1


def _person_after_role(text: str, piece: Piece) -> Piece:
    """The piece, or the person in it: "Nutritionist Ann Lee" and "King Olaf", taken for organisations."""
    words = text[piece.start : piece.end].split(" ")
    rank = words[0].isupper() and words[0].casefold() in words_of("titles")  # "MEC Abela"
    if (
        len(words) == 2
        and (rank or words[0].casefold() in words_of("regal"))
        and words[1].casefold() not in words_of("organisations")
    ):
        return Piece(piece.start + len(words[0]) + 1, piece.end, "person", piece.origin)
    if len(words) == 3 and _is_somebody(text, piece, words):
        return Piece(piece.start + len(words[0]) + 1, piece.end, "person", piece.origin)
    return piece


def _is_somebody(text: str, piece: Piece, words: Sequence[str]) -> bool:
    """Whether a sentence opens with what somebody is and a name of two words: "Resident Ann Lee", taken for a place."""
    role = words[0].casefold()
    if piece.label == "organisation" and role in words_of("occupations"):
        return True
    opens = piece.start == 0 or text[: piece.start].endswith((". ", "? ", "! ", "” "))
    bodies = words_of("organisations") | shapes_of("organisations", "places")
    named = all(word.istitle() and word.casefold() not in bodies for word in words[1:])
    somebody = words_of("occupations", "person_nouns")
    return opens and named and role in somebody and piece.label in {"organisation", "place"}
