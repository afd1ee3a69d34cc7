"""Bylines: "By Jane Doe and JOHN ROE, Associated Press" → the reporters and their outlet."""

from __future__ import annotations

import re
from dataclasses import dataclass

from generator.knowledge import calendar, vocabulary


@dataclass(frozen=True, slots=True)
class Byline:
    """The reporters' names in order, the outlet if one is told, and whether that is all the line says."""

    names: tuple[str, ...]
    outlet: str = ""
    complete: bool = True


def byline(text: str) -> Byline | None:
    """The byline that a line of text is; None if it is none, or might as well be a sentence."""
    match = re.match(rf"(?:{'|'.join(_words('byline_openings'))})[:\s]\s*(?:the\s+)?", text, re.IGNORECASE)
    if match is None or len(text.split()) > 30 or _reads_on(text):
        return None
    found = people(text[match.end() :])
    return found if found.names else None


def people(text: str) -> Byline:
    """The names in the words after "By": persons apart from outlets, posts and places."""
    names: list[str] = []
    text = _unglued(text)
    bare = re.sub(r"\s+in\s+[A-Z][\w .]+(?=,|$)", "", text)  # where they report from
    outlet, complete = "", bare == text
    for part in _parts(bare):
        if _is_name(part):
            names.append(natural(part))
        elif _is_outlet(part) and not outlet:
            outlet = part
        else:
            complete = False
    return Byline(tuple(dict.fromkeys(names)) or ((outlet,) if outlet else ()), outlet, complete)


def natural(name: str) -> str:
    """A name in usual case: "JOHN O'ROE" → "John O'Roe"; mixed case is left alone."""
    capitals = re.sub(r"\bMa?c(?=[A-Z]{2})", lambda m: m[0].upper(), name)
    if not capitals.isupper():
        return name
    words = (w.lower() if w.lower() in _words("byline_particles") else w for w in capitals.split())
    return " ".join(w if w.islower() else _natural_word(w) for w in words)


def _natural_word(word: str) -> str:
    word = re.sub(r"[^\W\d_]+", lambda m: m[0].capitalize(), word)
    return re.sub(r"^Mc([a-z])", lambda m: f"Mc{m[1].upper()}", word)


def _unglued(text: str) -> str:
    """A post that copying from a page has glued to the name set apart ("Jane RoeStaff Writer")."""
    posts = "|".join(word.title() for word in ("staff", *_words("post_words")))
    return re.sub(rf"(?<=[a-z])(?=(?:{posts})\b)", ", ", text)


def _words(key: str) -> tuple[str, ...]:
    return tuple(vocabulary.load("layout")[key])


def _parts(text: str) -> list[str]:
    joins = "|".join(re.escape(word) for word in _words("byline_joins"))
    parts = re.split(
        rf"\s*[,;|•·]\s*(?:(?i:{joins})\s+)?|\s+(?i:{joins})\s+|\s+[-–—/]\s+|\s+(?:of|for)\s+(?:the\s+)?(?=[A-Z])",
        text,
    )
    return [part.strip(" .") for part in parts if part.strip(" .")]


def _is_outlet(part: str) -> bool:
    words = re.findall(r"\w+", part.casefold())
    return (
        part[0].isupper()
        and bool(set(words) & set(_words("outlet_words")))
        and not set(words) & set(_words("post_words"))
    )


def _is_name(part: str) -> bool:
    words = part.split()
    folded = {word.casefold().strip(".,") for word in words}
    barred = {*_words("outlet_words"), *_words("post_words"), *calendar.WEEKDAYS, *calendar.MONTHS, "the"}
    if not 2 <= len(words) <= 5 or folded & barred or re.search(r"[\d@#:?!]", part):
        return False
    return words[0][0].isupper() and all(
        w[0].isupper() or w.casefold() in _words("byline_particles") or w[1:2] in "’'" for w in words
    )


def _reads_on(text: str) -> bool:
    """Whether the line has the lower-case words of a sentence ("By then the talks had failed")."""
    keys = ("byline_small", "byline_particles", "byline_joins", "post_words", "outlet_words")
    known = {word for key in keys for word in _words(key)}
    plain = [w for w in re.findall(r"[^\W\d_]+", text)[1:] if w.islower() and w not in known]
    return bool(plain)
