"""Metonyms: whether a country, a capital or a seat of power means the government or the place.

The word that the name hangs on decides: "Lima rejected", "pressure on Lima", "between Lima and Quito"
speak of governments, "in Lima", "Lima's streets", "the road to Lima" of places. Where no rule
speaks, a city is a city, a country is a country, and a building with an article ("the Kremlin")
stands for those who govern in it. After Markert & Nissim 2007 (SemEval task 8).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from generator.knowledge.wordlists import metonym_words, words_of
from generator.model.text import Token

Usage = Literal["government", "place"]


@dataclass(frozen=True, slots=True)
class Reading:
    """How a name is used, and the words that show it ("subject of “rejected”"); no words: by default."""

    usage: Usage
    why: str = ""


def read(tokens: Sequence[Token], at: int, *, seat: bool = False) -> Reading:
    """How the name whose head word is `tokens[at]` is used; a `seat` is a building by itself.

    `tokens` are a whole sentence's. Names joined by "and" are used alike.
    """
    at = _first_of_series(tokens, at)
    token, head = tokens[at], tokens[tokens[at].head]
    rule = _RULES.get(token.dep)
    found = _told_by_clause(tokens, token) or (rule(tokens, token, head) if rule else None)
    return found or Reading("government" if seat else "place")


def _first_of_series(tokens: Sequence[Token], at: int) -> int:
    """The first of names joined by commas and "and"."""
    seen = {at}
    while tokens[at].dep == "conj" and tokens[tokens[at].head].pos in {"PROPN", "NOUN", "PRON"}:
        at = tokens[at].head
        if at in seen:
            break
        seen.add(at)
    return at


def _told_by_clause(tokens: Sequence[Token], token: Token) -> Reading | None:
    """What "which agreed" after the name tells of it, or "its rival" before it."""
    clause = _child(tokens, token, "relcl")
    who = _child(tokens, clause, "nsubj") if clause else None
    if clause and who and who.tag == "WDT" and clause.lemma in metonym_words("acts"):
        return _government(f"subject of “{clause.text}”")
    called = tokens[token.head]
    if token.dep == "appos" and called.lemma in metonym_words("partners"):
        return _government(f"called “{called.text}”")
    return None


def _government(words: str) -> Reading:
    return Reading("government", words)


def _place(words: str) -> Reading:
    return Reading("place", words)


def _subject(tokens: Sequence[Token], _token: Token, verb: Token) -> Reading | None:
    why = f"subject of “{verb.text}”"
    if verb.lemma == "be":
        return _predicate(tokens, verb)
    if verb.lemma == "have":
        had = _child(tokens, verb, "dobj")
        return _government(why) if had and had.lemma in metonym_words("had") else None
    if verb.lemma in metonym_words("places_verbs"):
        return _place(why)
    if verb.lemma in metonym_words("acts"):
        return _government(why)
    return None


def _predicate(tokens: Sequence[Token], verb: Token) -> Reading | None:
    """What "be" says: "Lima is an ally", "Lima is willing": said of those who decide."""
    for dep, list_name in (("attr", "partners"), ("acomp", "moods")):
        said = _child(tokens, verb, dep)
        if said and said.lemma in metonym_words(list_name):
            return _government(f"called “{said.text}”")
    return _place("subject of “be”")


def _passive_subject(_tokens: Sequence[Token], _token: Token, verb: Token) -> Reading | None:
    if verb.lemma in metonym_words("moves_governments"):
        return _government(f"subject of “{verb.text}”")
    return _place(f"subject of “{verb.text}”")


def _object(_tokens: Sequence[Token], _token: Token, verb: Token) -> Reading | None:
    why = f"object of “{verb.text}”"
    return _government(why) if verb.lemma in metonym_words("moves_governments") else _place(why)


def _possessor(_tokens: Sequence[Token], _token: Token, noun: Token) -> Reading | None:
    why = f"possessor of “{noun.text}”"
    body = noun.text.casefold() in words_of("organisations")
    if noun.lemma.casefold() in metonym_words("of_places") or (noun.pos == "PROPN" and not body):
        return _place(why)
    return _government(why)


def _modifier(_tokens: Sequence[Token], _token: Token, noun: Token) -> Reading | None:
    why = f"before “{noun.text}”"
    return _government(why) if noun.lemma.casefold() in metonym_words("offices") else None


def _after_preposition(tokens: Sequence[Token], _token: Token, preposition: Token) -> Reading | None:
    word = preposition.text.casefold()
    anchor = tokens[preposition.head]
    why = f"after “{anchor.text} {word}”" if anchor is not preposition else f"after “{word}”"
    if preposition.dep == "agent" or word == "by":
        return _government(why)
    if word in metonym_words("placing"):
        return _place(why)
    if word in metonym_words("partnering"):
        return _government(why)
    return _government(why) if _deals(tokens, anchor, word) else _place(why)


def _deals(tokens: Sequence[Token], anchor: Token, preposition: str) -> bool:
    """Whether the word before "to", "from", "on", "of" … tells of dealings between those who decide."""
    lemma = anchor.lemma.casefold()
    if lemma in metonym_words("movements") and preposition != "between":
        return False
    if preposition == "between":
        return lemma not in metonym_words("movements")
    if lemma in metonym_words("dealings") or lemma in metonym_words("dealing_words"):
        return True
    given = _child(tokens, anchor, "dobj")
    return anchor.pos == "VERB" and given is not None and given.lemma.casefold() in metonym_words("dealings")


def _child(tokens: Sequence[Token], parent: Token, dep: str) -> Token | None:
    return next((t for t in tokens if t.dep == dep and tokens[t.head] is parent and t is not parent), None)


_RULES = {
    "nsubj": _subject,
    "nsubjpass": _passive_subject,
    "dobj": _object,
    "dative": _object,
    "poss": _possessor,
    "compound": _modifier,
    "amod": _modifier,
    "nmod": _modifier,
    "pobj": _after_preposition,
}
