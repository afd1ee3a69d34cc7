"""What tables of results and reports of matches say of a name's kind: a side with a score, a player with a rank."""

from __future__ import annotations

import re
from collections import Counter

from generator.knowledge.wordlists import words_of
from generator.model.entity import Mention
from generator.resolve.syntax import Syntax

_FROM = r" \([A-Z][^()\d]{0,22}\)"
#: "Ann Lee (Peru) 72 61 68", "Ann Lee 65 67 73": rounds of golf, heats.
_ROUNDS = re.compile(rf"(?:{_FROM})? [5-9]\d(?: [5-9]\d){{1,3}}\b(?!-| \d)")
#: "Ann Lee (Peru) 11-5 11-4", "Ann Lee (Peru) beat": sets, and those who play them.
_SETS = re.compile(rf"{_FROM} (?:\d\d?-\d\d?[, ]+\d\d?-\d\d?|(?:beat|bt)\b)")
#: "3. Ann Lee (Peru) 192.36": a rank before the name, points or a time after it.
_RANKED = re.compile(r"(?:^|[\n.;] ?)\d{1,3}\.? $")
_MEASURED = re.compile(rf"{_FROM}|,? \d")
#: "Italy II (Ann Lee, Bo Ray)": a crew.
_CREW = re.compile(r" \([A-Z][\w'’-]+ [A-Z][^()\d,]*,")
#: "Lima 2 (Lee 24, Ray 38)", "(Lee 24) Quito 0": scorers with their minutes.
_SCORED = re.compile(r" \d{1,2} \([^()]*[A-Z][^()]*\d")
_AFTER_SCORERS = re.compile(r"\d\) $")
_ENDS = re.compile(r" \d{1,2}(?=\.|$| \()")
#: "Lima (Peru) 75 Quito (Ecuador) 82".
_POINTS = re.compile(rf"{_FROM} \d{{2,3}}(?= [A-Z(]|\.?$)")

#: "a 3-1 win at", "beaten 2-0 by", "at home to", "victory over".
_SCORE_TO = re.compile(
    r"\b\d{1,3}-\d{1,3}(?: (?:on aggregate|on penalties|after extra time))? (?:at(?: home to)?|away to|to|by|over|against|with) $"
    r"|\b(?:win|victory|triumph|defeat|draw|loss) (?:over|against|by|for|at home to|away to) $|\b(?:at home|away) to $|\bgames? against $"
)
#: "beat Lima 2-1 at": the ground follows.
_AT_GROUND = re.compile(
    r"\b(?:beat|beating|defeat(?:ed|ing)|thrash(?:ed|ing)|rout(?:ed|ing)|edged) [^.;]{2,40} \d{1,3}-\d{1,3} at $"
)
_IN_SETS = re.compile(r"\d-\d,? \d-\d(?: \w+)? $")
_OF_SIDE = re.compile(
    r" (?:side|fans|supporters|striker|midfielder|defender|goalkeeper|keeper|winger|forward|fullback|centre-half|skipper"
    r"|captain|coach|players?|squad|bench|jersey|shirt)\b"
)
_FOR_SIDE = re.compile(
    r"\b(?:striker|midfielder|defender|goalkeeper|winger|forward|coach|captain) (?:[A-Z][\w’'-]+ ){1,3}of $"
    r"|\b(?:play(?:s|ed|ing)?|sign(?:s|ed|ing)?|score[sd]?|scoring|appearances|debut|joined|transferred) (?:for|from|to) $"
)
_COUNTED = frozenset({"person", "place", "organisation"})


def result_votes(mention: Mention, syntax: Syntax) -> Counter[str]:
    """Votes from the numbers around a name in a table, and in a sports report from the score before it.

    A country or a word for its people keeps its kind: of national sides the country is named.
    """
    if mention.label not in _COUNTED or mention.origin == "lexicon":
        return Counter()
    before, after = syntax.around(mention.span)
    votes = _in_table(mention.text, before[-60:], after[:80])
    if syntax.sports and not mention.keys:
        votes.update(_in_report(mention, before[-60:], after[:30]))
    return votes


def _in_table(text: str, before: str, after: str) -> Counter[str]:
    ranked = _RANKED.search(before) is not None
    if _CREW.match(after) and ranked:
        return Counter(organisation=4)
    if _SCORED.match(after) or (_AFTER_SCORERS.search(before) and _ENDS.match(after)):
        return Counter(organisation=7)
    if not ranked and _POINTS.match(after):
        return Counter(organisation=7)
    if _SETS.match(after):
        return Counter(person=4)
    several = " " in text and text[-1].islower()
    return Counter(person=4 * (several and bool(_ROUNDS.match(after) or (ranked and _MEASURED.match(after)))))


def _in_report(mention: Mention, before: str, after: str) -> Counter[str]:
    """A side: with a score before "at" it, or with fans and a striker; a lone person may have a coach as well."""
    scored = _SCORE_TO.search(before) and not (
        _AT_GROUND.search(before) or _IN_SETS.search(before[: before.rstrip().rfind(" ") + 1])
    )
    whole = " " in mention.text and mention.text.split()[0].casefold() in words_of("given")
    if whole or (mention.label == "person" and scored):
        return Counter()
    owned = _OF_SIDE.match(after) is not None or _FOR_SIDE.search(before) is not None
    return Counter(organisation=4 * (bool(scored) or owned))
