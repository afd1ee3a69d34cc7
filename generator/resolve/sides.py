"""Lone names of a sports report that are sides, whatever the language model says: "Ajax have lost", "Ajax drew 1-1 with Lille".

The words next to the name decide: in a report full of "beat" and "drew" the parser is often at sea.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from generator.knowledge.names import fold
from generator.knowledge.wordlists import words_of
from generator.model.entity import Mention
from generator.resolve.syntax import Syntax

_TAKEN = frozenset({"person", "place", "unknown", "organisation", "group"})
_EDGE = 60
#: What follows one name in the singular and is said in the plural: "Ajax are", "Ajax, who visit Lille", "Ajax host Twente".
_PLURAL = re.compile(
    r"(?:,? who)?(?: (?:also|then|now|next|still|already|only))? (?:are|have|were|host|visit|face|play|meet|travel|entertain|take on"
    r"|sit|lie|lead|remain|need|lost (?:to|at|ground|their|\d)|drew|beat \w+ \d|(?:signed|sacked) [A-Z]\w+)\b"
)
#: Before a name, what a verb without -s goes with: "let Ray play", "will Ray face", "Lee and Ray meet".
_NO_SUBJECT = re.compile(
    r"(?:\b(?:and|or|let|lets|make|made|makes|see|saw|watch|watched|help|helped|had|have|having|will|would|can|could|did|does|do|should"
    r"|may|might|must|to|of|for|with|by|from|in|at)|[,&]) $",
    re.IGNORECASE,
)
#: "beat Ajax 3-0", not the sets of tennis, "beat Ray 6-4 6-2"; "drew 1-1 with Ajax".
_BEATEN = re.compile(r"\b(?:beat|beating|defeat(?:ed|ing)|thrash(?:ed|ing)|rout(?:ed|ing)|edged) $")
#: Whom a side meets: "host Lima", "a draw with Lima"; nobody hosts a town.
_MET = re.compile(
    r"\b(?:hosts?|hosted|entertains?|entertained|faces?|faced|plays?|played|meets?|met|takes? on|beat|edged|stunned|thrashed|lost to|loses? to"
    r"|(?:draws?|drew|drawn) with|(?:win|victory|draw|defeat|loss) (?:over|against|with|to)) $"
)
_SCORE = re.compile(r" \d{1,2}[-–]\d{1,2}\b(?!,? \(?\d)")
_SCORE_TO = re.compile(
    r"(?<!\d )(?<!\d, )(?<![\d–-])\d{1,2}[-–]\d{1,2}(?: [a-z]+){0,2} (?:with|at home to|away to|to|by|over|against) $"
)
#: "goals from Ann Lee", "a header by Bo Ray": who scored.
_SCORED_BY = re.compile(
    r"\b(?:goals?|tries|try|points|headers?|strikes?|penalty|penalties|free[- ]kicks?|brace|hat-trick|cross|century|assists?"
    r"|touchdowns?|wickets) (?:from|by) (?:[a-z]+ )?$"
)


def side_votes(mentions: Sequence[Mention], syntax: Syntax) -> dict[int, Counter[str]]:
    """By number of mention: what a sports report says of the kind of a name that no entry bears."""
    if not syntax.sports:
        return {}
    full = [m.text for m in mentions if m.label == "person" and " " in m.text]
    borne = {word for name in full for word in fold(name).split()}
    found: dict[int, Counter[str]] = {}
    for number, mention in enumerate(mentions):
        if mention.keys or mention.label not in _TAKEN or mention.origin == "lexicon":
            continue
        before, after = syntax.around(mention.span)
        if _SCORED_BY.search(before[-_EDGE:]):
            found[number] = Counter(person=4)
        elif fold(mention.text) not in borne and _is_side(mention, before[-_EDGE:], after[:_EDGE]):
            found[number] = Counter(organisation=6)
    return found


def _is_side(mention: Mention, before: str, after: str) -> bool:
    """Whether a name is told of as only a side is: in the plural, or with a score that no single player has."""
    if _is_somebody(mention):
        return False
    if mention.label == "place" and _MET.search(before):
        return True
    if _PLURAL.match(after) and not _NO_SUBJECT.search(before):
        return True
    beaten = _BEATEN.search(before) is not None and _SCORE.match(after) is not None
    return beaten or _SCORE_TO.search(before) is not None


def _is_somebody(mention: Mention) -> bool:
    """Whether a name is a person's by its first word, or several persons' by its last."""
    first, _, rest = mention.text.partition(" ")
    family = mention.label == "person" and mention.text.endswith("s")
    named = words_of("given", "family_first")
    return family or (bool(rest) and first.casefold() in named)


def told_in_plural(before: str, after: str) -> bool:
    """Whether one name is followed by what is said of several."""
    return _PLURAL.match(after) is not None and not _NO_SUBJECT.search(before)
