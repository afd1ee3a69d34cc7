"""What the words around a mention say of its kind: a title, "in", ", who", an age, a score, a sport's verb."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from generator.knowledge.wordlists import shapes_of, words_of
from generator.model.entity import Mention
from generator.resolve.introduced import introduced
from generator.resolve.results import result_votes
from generator.resolve.syntax import Syntax

_TEAM = re.compile(r",? who (?:have|are|were|play|lead|beat|host|face)\b")
_OFFICE = re.compile(
    r", (?:(?:the|a|an|his|her|its|their|[\w-]+['’]s) )?(?:[\w-]+ ){0,3}?(?P<role>[a-z-]+)(?= (?:of|at|for|in|who|with|to)\b|,|\.|;)"
)
_WHO = re.compile(
    r",? who\b(?! (?:have|are|were)\b)|, (?:aged )?\d\d\b,?|,? (?:Jr|Sr)\b| \((?:\d\d|[A-Z][a-z]+)\)"
)
_AGED = re.compile(r", (?:aged )?[1-9]\d,")
_WHO_ACTS = re.compile(r", who (?P<verb>[a-z]+)\b")
_HE = re.compile(
    r",? (?:said|says|told [^,.]{2,40}|added|believes?|thinks?|insist(?:s|ed)|claim(?:s|ed)|admit(?:s|ted)|hopes)"
    r"(?: (?:that|on \w+))? (?:he|she)\b"
)
_FIRM = (
    "arm|unit|subsidiary|lender|network|studio|university|college|hospital|institute|foundation|organi[sz]ation|association"
    "|federation|regulator|non-?profit|website|company|firm|union|bank|airline|retailer|carmaker|automaker|newspaper|magazine|charity|broadcaster|agency"
    "|supermarket|publisher|chain|think tank|party|consultancy|watchdog|insurer|brewer|start-up|startup|bookmaker"
)
_CALLED_FIRM = re.compile(
    rf"(?:,| (?:is|was)) (?:the|a|an|one of)(?: (?!of\b|at\b|for\b|in\b|with\b|by\b|to\b|from\b|who\b)[\w’'-]+){{0,4}} (?:{_FIRM}|companies|firms|banks)(?=[,.;)]| (?:that|which|in|of|based|whose|for|at)\b)"
)
_AFTER_FIRM = re.compile(
    rf"\b(?i:{_FIRM}|giant|(?<!film-)(?<!law-)(?<!policy-)(?<!peace-)maker|chipmaker|radio|television|TV|outlet|daily|weekly|tabloid|band|brokerage|coalition partner|junior partner) $|\b(?:PT|OAO|ZAO|OOO|[a-z]+-(?:troubled|ridden|strapped|making|listed|owned|backed)) $"
)
_LEGAL_FORM = re.compile(
    r"(?: [A-Z][\w&-]+){0,2} (?:NV|AG|Inc|Corp|Ltd|LTD|PLC|plc|Plc|SA|S\.A|SpA|GmbH|LLC|ASA|Oyj|Bhd|Holdings)\b"
)
_REGIONAL = re.compile(
    r" (?:regional|provincial|municipal|region|province|area|district|plant|mine|field|economy)\b"
)
_HAS_SHARES = re.compile(
    r"['’]s? (?:shares?|profits?|stocks?|shareholders|earnings|revenues?|sales|customers|factor(?:y|ies)|headquarters"
    r"|chief executive|board of|subsidiary|parent company|website)\b|,? which\b|,? (?:said|says)(?: that)? it\b"
)
#: "Ruiz Vega analyst Ann Lee": a person has a spokesman and a lawyer, but no analyst.
_HAS_STAFF = re.compile(
    r" (?:analysts?|traders?|chief executive|chief financial officer|CEO|CFO|chairman|chairwoman|executives|employees|shareholders|stores)\b"
)
_OF_SHARES = re.compile(
    r"\b(?:shares (?:of|in)|stake in|owner of|employees (?:of|at)|subsidiary of|acquisition of) $"
)
#: "bought Peru’s Ray Tallis": firms are, outside of sports.
_BOUGHT = re.compile(
    r"\b(?:acquire[sd]?|acquiring|acquisition of|buys?|bought|buying|takes? over|took over|takeover of|merger with) (?:[A-Z]\w+['’]s? )?$"
)
_FOR_WHOM = re.compile(r" (?:an?|the|his|her|its|their|some) ")
#: A maker before the number of what it makes: "a rare Tallis 50-1000mm lens", no year.
_MODEL = re.compile(r" (?!(?:19|20)\d\d\b)[A-Z]{0,3}-?\d[\w-]*\b(?![,.;:%])")
_ONE_OF_ITS = re.compile(r"\b(?:an?|this|that|his|her|their|my) (?:[a-z-]+ ){0,2}$")
#: What is held every year: "the 22nd Tallis Canada".
_NTH = re.compile(r"\b[Tt]he \d{1,3}(?:st|nd|rd|th) (?:annual )?$")
#: Who wrote or painted: "a paper by AS Ray".
_WORK_BY = re.compile(
    r"\b(?:paper|study|book|novel|article|essay|poem|song|painting|report|biography|memoir|play|column|photograph)s? by $"
)
_LETTERED = re.compile(r"[A-Z]{2,3} [A-Z][a-z]+")
#: "a veteran Avon city firefighter": the town of what follows.
_BEFORE_NOUN = re.compile(
    r" (?!(?:who|said|says|told|and|or|was|is|has|had|will|would|of|in|at|on|to|for|with|from|by|as|when|after|before|but|did|does)\b)[a-z]+[^\W_](?<!ed)(?<!ly)\b"
)
_LIVES = re.compile(
    r",? (?:was born|grew up|died|married|graduated|smiled|laughed|wept|resigned|testified|retired|tweeted|served (?:as|in))\b"
    r"|[^.;,]{0,40}\b(?:his|her) (?:own |late |former )?"
    r"(?:wife|husband|sons?|daughters?|father|mother|life|career|hands?|head|eyes|brother|sister|children)\b"
)
_OPENING, _CLOSING = ("“", "‘", '"', " '"), ("”", "’", '"', "'", ",”", ",’", ',"')
_NAMED = re.compile(r" (?:party|newspaper|magazine|airline|militia|movement|app|brand|website)\b")
#: What a firm has and is, and no person: "the Ray Tallis unit", "Ray Tallis shares".
_PART_OF_FIRM = re.compile(r" (?:unit|subsidiary|division|chain|franchise|dealership|shares|holders)\b")
_SITE = re.compile(
    r" (?:[a-z]+ ){0,2}(?:prison|national park|airport|province|district|region|valley|village|island|river|suburb"
    r"|neighbou?rhood|town|township|municipality|stadium|county|refugee camp|peninsula|mountains?|coast)\b"
)
#: What only a place has: "the town of Avon", "the presidency of Utopia"; and whom it is the home of: "Rep. Ann Lee of Avon".
_OF_PLACE = re.compile(
    r"\b(?:city|town|village|hamlet|province|region|island|islands|port|suburb|suburbs|outskirts|streets|capital|presidency|republic|kingdom"
    r"|principality|duchy|shores?|banks|mayor|municipality|commune|parish|neighbou?rhood|coast|resort) of $"
    r"|\b(?:Rep|Sen|Gov|Mayor|King|Queen|Prince|Princess|Sultan|Emir|Emperor|Representative|Senator)\.? (?:[A-Z][\w.’'-]+ ){1,3}of $"
)
#: Roads and distances lead to places: "flew to Avon", "20 km north of Avon".
_TO_PLACE = re.compile(
    r"\b(?:road|coast|highway|flights?|trains?|ferry|sail(?:ed|ing)(?: [a-z]+){0,2}|flew|flying|drove|driving) (?:to|from) $"
    r"|\b(?:km|kms|miles?|kilometres?|kilometers?)(?: \([^()]{1,20}\))?(?: [a-z-]+){0,2} (?:of|from) $"
    r"|\b(?:north|south|east|west|northeast|northwest|southeast|southwest)(?:ern [a-z]+)? of $"
)
_IN = re.compile(
    r"\b(?:in|near|outside|across|throughout|around)(?: the| downtown| central| northern| southern| eastern| western)? $"
)


def cues(mention: Mention, syntax: Syntax) -> Counter[str]:
    """Votes for kinds from one mention's surroundings."""
    before, after = syntax.around(mention.span)
    votes = Counter(_as_person(mention, before, after, syntax))
    if mention.label in {"person", "organisation", "place", "work", "event", "unknown"}:
        votes.update(_by_phrase(mention, before, after))
        votes.update(introduced(mention, before, after))
    votes.update(_as_place(mention, before))
    votes.update(result_votes(mention, syntax))
    if not syntax.sports and _is_bought(mention, before, after):
        votes["organisation"] += 5
    if mention.label in {"person", "place"} and (_is_club(mention, before) or _is_side(mention, syntax)):
        votes["organisation"] += 4
    return votes


def _as_person(mention: Mention, before: str, after: str, syntax: Syntax) -> Iterator[str]:
    """A title before the name, "who" and an age after it, what only persons do."""
    may_be = {"person", "organisation", "place", "unknown", "group"}
    if mention.label in may_be and not mention.text.endswith("s") and syntax.titled(mention.span):
        yield from ["person"] * 4
    if _WHO.match(after) and mention.label in {"person", "organisation", "unknown"}:
        yield from ["person"] * 2
    if _AGED.match(after) and mention.label == "place" and not mention.keys:
        yield from ["person"] * 3
    if mention.label in {"person", "place", "organisation"} and not mention.keys:
        acts = _who_acts(mention, after, syntax) and not before.endswith((" of ", " in ", " from "))
        yield from ["person"] * 3 * (acts or _lives(mention, syntax))


def _as_place(mention: Mention, before: str) -> Iterator[str]:
    """What tells a place: "in Avon", "the town of Avon"."""
    if _IN.search(before) and mention.label not in {"group", "work", "event"}:
        yield from ["place"] * 2
    if mention.label in {"person", "organisation", "place"} and _OF_PLACE.search(before):
        yield from ["place"] * 5
    elif mention.label in {"person", "organisation"} and _TO_PLACE.search(before):
        yield from ["place"] * 3


def _is_side(mention: Mention, syntax: Syntax) -> bool:
    """Whether a name of one word does in a sports report what sides do."""
    return syntax.sports and " " not in mention.text and _plays(mention, syntax)


def _by_phrase(mention: Mention, before: str, after: str) -> Iterator[str]:
    """What the phrases next to a name call it: somebody who "said he", a firm with shares."""
    of_it = after.startswith(",") and before.endswith(
        (" of ", " at ", " for ", " from ")
    )  # "head of Tallis, resigned"
    modifies = mention.label == "place" and _BEFORE_NOUN.match(after) is not None
    if (_is_called(before) and not modifies) or (
        not of_it and (_HE.match(after) or _holds_office(mention, after))
    ):
        yield from ["person"] * 3
    if _LIVES.match(after) and mention.label != "place" and not of_it:
        yield from ["person"] * 5
    if _SITE.match(after) and " " not in mention.text:
        yield from ["place"] * 3
    opened = before.removesuffix("The ").removesuffix("the ").endswith(_OPENING)
    if " " in mention.text and opened and after.startswith(_CLOSING):
        yield from ["work"] * 4
    if mention.label == "organisation" and _WORK_BY.search(before) and _LETTERED.fullmatch(mention.text):
        yield from ["person"] * 4
    if mention.label == "organisation" and _NTH.search(before) and not _is_numbered(mention):
        yield from ["event"] * 5
    yield from ["organisation"] * _firmness(mention, before, after)


def _firmness(mention: Mention, before: str, after: str) -> int:
    """How much speaks for a firm or a side: "the union X", "X’s shares", "X, who have lost"."""
    followed = mention.label in {"person", "place"} and _NAMED.match(after) is not None
    followed = followed or (mention.label == "person" and _PART_OF_FIRM.match(after) is not None)
    form = _LEGAL_FORM.match(after) is not None
    modifier = mention.label == "place" and _REGIONAL.match(after) is not None  # "the giant Avon region"
    after_firm = _AFTER_FIRM.search(before) is not None and not modifier
    called = 4 * (followed or form) + 6 * (after_firm or _CALLED_FIRM.match(after) is not None)
    owned = (_HAS_SHARES.match(after) and mention.label != "place") or _OF_SHARES.search(before)
    made = (
        " " not in mention.text
        and mention.label == "person"
        and _MODEL.match(after)
        and _ONE_OF_ITS.search(before)
    )
    staffed = 6 * (mention.label == "person" and _HAS_STAFF.match(after) is not None)
    return (
        called
        + staffed
        + 6 * bool(made)
        + 3 * bool(_TEAM.match(after))
        + bool(owned) * (2 if mention.label == "person" else 1)
    )


def _is_bought(mention: Mention, before: str, after: str) -> bool:
    """Whether a name taken for a person's, or after its country for a place's, is what somebody bought."""
    match = _BOUGHT.search(before)
    if match is None or mention.keys or mention.text.split()[0].casefold() in words_of("given"):
        return False
    foreign = before.endswith(("'s ", "’s ")) and " " in mention.text
    may_be = mention.label == "person" or (mention.label == "place" and foreign)
    return may_be and not _FOR_WHOM.match(after) and not after.startswith(("'s", "’s"))


def _is_numbered(mention: Mention) -> bool:
    """Whether a body may be the first or second of its kind: "the 3rd Infantry Division"."""
    words = {word.casefold() for word in mention.text.split()}
    return not words.isdisjoint(
        shapes_of("numbered") | words_of("organisations") | shapes_of("organisations")
    )


def _who_acts(mention: Mention, after: str, syntax: Syntax) -> bool:
    """Whether ", who headed in" follows a name of two words; a side is told of by what sides do."""
    match = _WHO_ACTS.match(after) if " " in mention.text else None
    if match is None:
        return False
    verb = next((t for t in syntax.after(mention.span, 5) if t.text == match["verb"]), None)
    sides = words_of("contests", "side_verbs")
    owned = syntax.around(mention.span)[0].endswith(("'s ", "’s "))  # "Utopia’s Ann Lee, who scored"
    return verb is not None and (owned or not (syntax.sports and verb.lemma in sides))


def _lives(mention: Mention, syntax: Syntax) -> bool:
    """Whether a name does what only persons do: laughs, remembers, marries."""
    sentence, at = syntax.head(mention.span)
    token = sentence.tokens[at]
    verb = sentence.tokens[token.head]
    return token.dep == "nsubj" and verb.lemma in words_of("personal_verbs")


def _is_called(before: str) -> bool:
    """Whether a small word before the name says what a person is: "president", "mother", "frontbencher"."""
    last = before.split()[-1:] if before.endswith(" ") else []
    called = words_of("titles", "person_nouns")
    return bool(last) and last[0].islower() and last[0] in called - words_of("sides")


def _holds_office(mention: Mention, after: str) -> bool:
    """Whether a name of two words or more is followed by what a person is: ", leader of the opposition"."""
    match = _OFFICE.match(after) if " " in mention.text else None
    roles = words_of("titles", "person_nouns")
    return match is not None and match["role"] in roles - {"champion", "champions"}


def _is_club(mention: Mention, before: str) -> bool:
    """Whether a name begins with capitals only ("PSV Eindhoven"), or "champions" stands before it."""
    words = mention.text.split()
    last = before.split()[-1:] if before.endswith(" ") else []
    return (
        len(words) > 1
        and words[0].isupper()
        and words[0].isalpha()
        and len(words[0]) > 2
        and not words[-1].isupper()
    ) or (bool(last) and last[0] in words_of("sides") and words[0].casefold() not in words_of("given"))


def _plays(mention: Mention, syntax: Syntax) -> bool:
    """Whether, in a sports report, a name is the subject or object of what sides do, or "over", "against" it."""
    sentence, at = syntax.head(mention.span)
    token = sentence.tokens[at]
    head = sentence.tokens[token.head]
    if token.dep == "pobj":
        return head.text in {"over", "against"} or (
            head.text == "with" and sentence.tokens[head.head].lemma == "draw"
        )
    if token.dep not in {"nsubj", "dobj", "nsubjpass"}:
        return False
    return mention.label == "place" and head.lemma in words_of("contests", "side_verbs")
