"""The distinct names of one article, each with all its mentions and what speaks for its kind."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache

from generator.knowledge.names import fold
from generator.knowledge.wordlists import shapes_of, words_of
from generator.model.entity import Kind, Mention
from generator.resolve.belongs import belonging_votes
from generator.resolve.cues import cues
from generator.resolve.lists import company
from generator.resolve.sides import side_votes
from generator.resolve.syntax import Syntax


@dataclass(slots=True)
class Name:
    """One name as the article writes it (letter case and accents apart), with its mentions' numbers.

    `votes` counts what speaks for each kind, `said` the part of it that the words around it say;
    `formed` is the kind that its own words tell; `words` are the folded ones.
    """

    text: str
    folded: str
    mentions: list[int] = field(default_factory=list)
    votes: Counter[str] = field(default_factory=Counter)
    said: Counter[str] = field(default_factory=Counter)
    keys: tuple[str, ...] = ()
    formed: Kind | None = None
    words: list[str] = field(init=False)

    def __post_init__(self) -> None:
        self.words = self.folded.split()

    @property
    def key(self) -> str:
        """The key of the entity that the name makes by itself; no entry's id looks like it."""
        return f"name:{self.folded}"

    @property
    def target(self) -> str:
        """The key of what the name stands for: its entry, if it is one's, or itself."""
        return self.keys[0] if len(self.keys) == 1 else self.key

    @property
    def kind(self) -> Kind:
        """The kind that most speaks for; a name of which nothing is known is a group of unknown sort."""
        return favourite(self.votes)


_LAST = {
    kind: rank
    for rank, kind in enumerate(
        ("person", "government", "term", "work", "event", "group", "place", "organisation")
    )
}


def favourite(votes: Counter[str]) -> Kind:
    """The kind with most votes; a term if there is none. Of equals, persons come last: the gravest error."""
    return max(votes, key=lambda kind: (votes[kind], _LAST[kind]), default="term")  # type: ignore[arg-type]


def canonical(text: str) -> str:
    """A name for comparison, without its article and with a state's abbreviation written out."""
    folded = fold(text).removeprefix("the ")
    return _states().get(folded.replace(" ", ""), folded) if text.endswith(".") else folded


def is_state(text: str) -> bool:
    """Whether the text is a news agency's abbreviation of a state ("Calif.")."""
    return fold(text).replace(" ", "") in _states()


@cache
def _states() -> dict[str, str]:
    pairs = (pair.split("=") for pair in words_of("states"))
    return {short: full.replace("_", " ") for short, full in pairs}


def gather(mentions: Sequence[Mention], syntax: Syntax) -> list[Name]:
    """The article's names in order of first mention, with their votes."""
    names: dict[str, Name] = {}
    listed, played = company(mentions, syntax), side_votes(mentions, syntax)
    owning = belonging_votes(mentions, syntax)
    sides: Counter[str] = Counter()  # "Tampa Bay" in a table of results is no bay
    groups = {canonical(m.text) for m in mentions if m.label == "group"}
    for number, mention in enumerate(mentions):
        folded = canonical(mention.text)
        if mention.label == "group" and folded.removesuffix("s") in groups:
            folded = folded.removesuffix("s")  # "Buddhists" are who "Buddhist" tells of
        name = names.setdefault(folded, Name(mention.text, folded, keys=mention.keys))
        name.mentions.append(number)
        name.text = _better(name.text, mention.text)
        sides[folded] += mention.origin == "pattern" and mention.label == "organisation"
        said = cues(mention, syntax)
        for more in (played, owning):
            said.update(more.get(number, ()))
        name.votes.update(_votes(mention, said))
        name.votes.update({listed[number]: 3} if number in listed else {})
        name.said.update(said)
    for name in names.values():
        plays = name.said["organisation"] >= 6 > name.said["place"]
        _weigh(name, side=syntax.sports and (sides[name.folded] > 0 or plays))
    return list(names.values())


def _weigh(name: Name, *, side: bool) -> None:
    """Add what the whole article and the name's own words say; a `side` is no bay by its last word."""
    if len(name.words) > 1 and _by_last_word(name.words) not in {None, "place"}:
        name.votes -= Counter(person=name.said.pop("person", 0))  # no phrase makes a university a person
    name.votes.update(_established(name))
    formed = _form(name)
    if formed == "event" and name.said["organisation"] and name.words[-1] in shapes_of("ventures"):
        formed = "organisation"
    name.formed = None if formed == "place" and side else formed
    name.votes.update({name.formed: 3 * len(name.mentions) + 1} if name.formed else {})


def _better(old: str, new: str) -> str:
    """Of two spellings of a name the one that is not shouted or cut short."""
    fuller = len(old) + 2 < len(new) or new == f"{old}s"
    return new if (old.isupper() and not new.isupper()) or fuller else old


def _votes(mention: Mention, said: Counter[str]) -> Counter[str]:
    """What one mention says of the name's kind: its label, and the words around it."""
    votes = Counter(said)
    if mention.label != "unknown":
        votes[mention.label] += 2 if mention.origin == "model" else 3
    return votes


def _established(name: Name) -> Counter[str]:
    """What the text says of the name once in so many words holds for all its mentions."""
    ranked = name.said.most_common(2)
    others = ranked[1][1] if len(ranked) > 1 else 0
    if not ranked or ranked[0][1] < max(3, 3 * others):
        return Counter()
    if ranked[0][0] not in {"person", "organisation"}:
        return Counter(place=int(name.said["place"] > 3))  # twice "in": that decides between equals
    kind = ranked[0][0]
    heard = name.votes[kind] > name.said[kind] or kind == "organisation"
    return Counter({kind: 4 * len(name.mentions)}) if heard else Counter()


def _form(name: Name) -> Kind | None:
    """What a name's own words say of its kind: more than the model's votes."""
    words = name.words
    if " v. " in name.text or name.votes["work"] - name.said["work"] >= 3 * len(name.mentions):
        return "work"  # a case, and a title within quotation marks, whatever their words
    kind = (_by_first_words(words) or _by_last_word(words)) if len(words) > 1 else None
    partners = "&" in words[1:-1] and words[0] not in words_of("given")
    if kind is None and partners and name.kind not in {"work", "event"}:
        kind = "organisation"  # partners: "Ash & Rowe"
    firm = name.folded in shapes_of("firms") and not name.said["person"]
    firm = (
        firm
        or name.folded in words_of("chambers") - {"house", "diet"}
        or (len(words) > 1 and _is_legal_form(name.text.split()[-1]))
    )
    kind = "organisation" if firm or name.folded in shapes_of("clubs") else kind
    thing = name.votes["work"] + name.votes["event"] > name.votes["person"]
    if kind is None and not thing and _is_persons(name.text, words):
        kind = "person"
    if name.text.isupper() and name.folded in words_of("initialled") and not name.keys:
        kind = "person"
    if (
        kind is None
        and name.kind in {"person", "place"}
        and (name.folded in words_of("platforms") or _BRAND.fullmatch(name.text))
    ):
        kind = "organisation"
    if (
        kind is None
        and name.folded in shapes_of("brands")
        and name.kind in {"person", "term"}
        and not name.said["person"]
    ):
        kind = "organisation"
    return kind


def _is_legal_form(word: str) -> bool:
    """Whether a name's last word is a firm's form in law: "AB", "Ltd."; "Ly Se" is somebody."""
    plain = word.strip(".,")
    return plain.casefold() in words_of("legal_forms") and (plain.isupper() or len(plain) > 2)


#: Endings of family names that hardly anything else has, without accents; and given names like "DeShawn".
_FAMILY = re.compile(
    r"\w{2,}(?:[oe]vic|[oe]vich|enko|escu|[eo]wski|inski|wicz|sson|dottir|poulos|oglou|idze|shvili|ogl[uy]|skay?a|skaja|eyev|ayev)"
)
#: One word of two, the second of which is a trade: "SpiceJet".
_BRAND = re.compile(
    r"[A-Z][a-z]+(?:Air|Jet|Corp|Bank|Media|Soft|Tech|Net|Tel|Com|Gas|Oil|Tube|Book|Post|Mobil|Chem|Pharma|Web|News)"
)
_CLAN = re.compile(r"^[A-Z][a-z]+ (?:[A-Z]\. )?Mc[A-Z][a-z]+$")
_JOINED = re.compile(r"(?:La|De|Da|Le|Ja|Mc|Mac)[A-Z][a-z]{2,} [A-Z][a-z]+")


def _is_persons(text: str, words: list[str]) -> bool:
    """Whether the form of a name is a person's: by its given name or by its family name's ending."""
    if len(words) > 3 or _JOINED.fullmatch(text):
        return len(words) <= 3
    scottish = len(words) > 1 and _CLAN.search(text) is not None
    return (
        (len(words) > 1 and words[0] in words_of("given"))
        or scottish
        or _FAMILY.fullmatch(words[-1]) is not None
    )


def _by_first_words(words: list[str]) -> Kind | None:
    """The kind of "Lake Avon" (not "Lake Avon Authority"), "Ann Hill", "Bank of Utopia", "Battle of Avon"."""
    if words[0] in words_of("place_heads"):
        others = words_of("organisations", "events") | {"games"}
        return "place" if words[-1] not in others else None
    storm = words[0] == "tropical" and words[1] in shapes_of("storms") | {"depression"}
    if storm or words[0] in words_of("ship_heads") | shapes_of("event_heads"):
        return "work" if words[0] in words_of("ship_heads") else "event"
    if len(words) < 4 and words[0] in words_of("given") and words[-1] in words_of("place_surnames"):
        return "person"
    if words[-1] in words_of("buildings"):
        return "place"
    daily = words[0] == "daily" and words[-1] != "show"
    if words[0] in words_of("foreign_heads") or daily or _is_body_for(words):
        return "organisation"
    return _by_of(words)


def _by_of(words: list[str]) -> Kind | None:
    """The kind of "Gulf of Avon", "Duke of Avon", "Battle of Avon", "Treaty on Fish"."""
    body = words[-1] in words_of("organisations")
    if words[1] == "of" and not body:
        if words[0] in shapes_of("lands_of") and len(words) < 5:
            return "place"
        if words[0] in words_of("regal") and words[-1] not in words_of("places"):
            return "person"
    what = words[words.index("of", 1) - 1] if "of" in words[1:] else ""
    deed = next((words[n - 1] for n, word in enumerate(words) if n and word in {"on", "for", "against"}), "")
    return "event" if what in words_of("events") or deed in shapes_of("deeds") else None


def _is_body_for(words: list[str]) -> bool:
    """Whether a name is that of "Bank of Utopia", or says what a body is for: "Lima Institute for Sea Law"."""
    if words[1] == "of" and words[0] in words_of("heads"):
        return True
    at = next((n for n, word in enumerate(words) if n and word in {"for", "on", "against", "of"}), 0)
    return (
        at > 0
        and "," not in "".join(words)
        and words[at - 1] in (words_of("heads") if words[at] == "of" else shapes_of("heads"))
    )


def _by_last_word(words: list[str]) -> Kind | None:
    if words[-2:] in (["school", "district"], ["stock", "exchange"], ["stock", "market"]):
        return "organisation"
    if words[-2:] in (
        ["convention", "centre"],
        ["convention", "center"],
        ["shopping", "centre"],
        ["shopping", "center"],
    ):
        return "place"
    if words[-1] == "games" and words[-2].rpartition("-")[2] in shapes_of("games"):
        return "event"
    if words[-1] == "league" and words[-2].strip("'") in {"champions", "europa", "conference", "nations"}:
        return "event"
    last = words[-1].rpartition("-")[2]
    kinds: dict[str, Kind] = {
        "events": "event",
        "organisations": "organisation",
        "nicknames": "organisation",
        "places": "place",
        "leaks": "work",
    }
    return next((kind for list_name, kind in kinds.items() if last in words_of(list_name)), None)
