"""Content clauses: where the words begin and end that somebody is said to have said.

The parser joins to them what is the reporter's: the occasion (“said “…” as he walked in”), a second thing
done (“said that X lied and accused X of …”). A clause cut short stays true; one too long puts words into a mouth.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from generator.extract.marks import Quoted
from generator.extract.syntax import Tree, is_verb
from generator.extract.telling import Item, Word
from generator.knowledge.wordlists import cue_words
from generator.model.text import Token

SHORTEST = 3  # words; “said so” reports nothing
_STOPS = frozenset({":", ";", "-", "--", "–", "—"})
_JOINERS = frozenset({"so", "and", "but", "or", "as", "that", "then", "yet"})


def clause_extent(cue: Word, clause: int, items: list[Item], text: str) -> tuple[int, int] | None:
    """The offsets of a content clause without its “that”, on one side of its verb; None if it has none.

    “If”, “whether” and “although” are kept: without them a condition would become an assertion.
    """
    tree = cue.tree
    quoted = [i for i in items if isinstance(i, Quoted)]
    elsewhere = clause < cue.at and any(i > cue.at for i in tree.children(cue.at, "xcomp"))
    if not _has_subject(tree, clause) or elsewhere:
        return None
    inside = [i for i in tree.subtree(clause) if (i > cue.at) == (clause > cue.at)]
    inside = _behind_time(cue, clause, _behind_aside(cue, _within_relative(cue, clause, inside)))
    inside = _with_rest(cue, clause, _unbroken(_trimmed(tree, _first_deed(cue, clause, inside))))
    if clause < cue.at:
        inside = _without_title(cue, inside)
        if _is_introduction(cue, inside, quoted) or not _is_set_off(cue, inside):
            return None
    if len(inside) < SHORTEST or _is_circumstance(tree, clause, inside) or _is_apart(cue, inside):
        return None
    start, end = balanced(*tree.extent(inside), quoted)
    opened = text.rfind("(", start, end)
    if opened > text.rfind(")", start, end):
        end = end + 1 if text[end : end + 1] == ")" else start + len(text[start:opened].rstrip())
    return start, end


def _has_subject(tree: Tree, clause: int) -> bool:
    """Whether a clause has a subject, be it one that the parser hung on its auxiliary (they felt compelled)."""
    verbs = [clause, *tree.children(clause, "aux")]
    return any(tree.children(v, "nsubj", "nsubjpass", "csubj", "expl") for v in verbs)


def _within_relative(cue: Word, clause: int, inside: list[int]) -> list[int]:
    """Without the verb behind the comma that ends a clause with “who”: Smith, who said it was safe, | left."""
    tree, tokens = cue.tree, cue.tree.tokens
    subject = tree.own_subject(cue.at)
    if subject is None or tokens[subject].tag != "WP" or cue.at > min(inside, default=0):
        return inside
    ends = (
        i
        for i in inside
        if i > clause
        and tokens[i].text == ","
        and any(is_verb(t) and t.tag != "VBG" for t in tokens[i + 1 :][:1])
    )
    end = next(ends, len(tokens))
    return [i for i in inside if i < end]


def _behind_aside(cue: Word, inside: list[int]) -> list[int]:
    """Without what stands between dashes right behind the verb: said – in one breath – | that …."""
    dashes = [i for i in range(cue.at + 1, len(cue.tree.tokens)) if cue.tree.tokens[i].text in _STOPS]
    aside = len(dashes) > 1 and dashes[0] == cue.at + 1
    return [i for i in inside if i > dashes[1]] if aside else inside


def _behind_time(cue: Word, clause: int, inside: list[int]) -> list[int]:
    """Without the time of the saying, which the parser left in the clause: said last week | it would …."""
    tree = cue.tree
    subject = tree.own_subject(clause)
    if not inside or inside[0] != cue.at + 1 or subject is None:
        return inside
    for time in tree.children(clause, "npadvmod", "advmod", "prep"):
        words = tree.subtree(time)
        if words[0] == inside[0] and words[-1] + 1 == min(tree.subtree(subject)) and _is_time(tree, time):
            return [i for i in inside if i > words[-1]]
    return inside


def _is_time(tree: Tree, at: int) -> bool:
    """Whether a word tells a time: "today", "last week", "on Monday", "in July"."""
    nouns = [at, *tree.children(at, "pobj")]
    return any(tree.tokens[i].lemma.lower() in cue_words("times_of_saying") for i in nouns)


def _with_rest(cue: Word, clause: int, inside: list[int]) -> list[int]:
    """With the clause that goes on right behind it, which the parser hung on the cue: on standby in case | they come."""
    tree = cue.tree
    for other in tree.children(cue.at, "ccomp"):
        below = tree.subtree(other) if cue.at < clause < other and tree.own_subject(other) is not None else []
        dangles = inside and tree.tokens[inside[-1]].text.lower() == "case"
        close = inside and below and below[0] == inside[-1] + 1
        if close and (dangles or tree.tokens[below[0]].text.islower()):
            inside = inside + _trimmed(tree, below)
    return inside


def _without_title(cue: Word, inside: list[int]) -> list[int]:
    """Without the speaker's title behind the last comma, which the parser left in the clause: …, Police Capt."""
    tokens = cue.tree.tokens
    tail = [i for i in inside if all(tokens[j].pos == "PROPN" for j in inside if j >= i)]
    comma = inside.index(tail[0]) - 1 if tail and tail[0] > inside[0] else 0
    cut = comma > 0 and tokens[inside[comma]].text == "," and tokens[inside[-1] + 1].text != ","
    return inside[:comma] if cut else inside


def _is_set_off(cue: Word, inside: list[int]) -> bool:
    """Whether a mark parts the words from the verb behind them and its subject; else they are part of a name or a title."""
    between = cue.tree.tokens[inside[-1] + 1 : cue.at] if inside else ()
    return any(t.pos == "PUNCT" for t in between)


def _is_introduction(cue: Word, inside: list[int], quoted: list[Quoted]) -> bool:
    """Whether what stands before a verb of speech is not its content: that follows in marks, or stands behind a colon."""
    tokens = cue.tree.tokens
    if not inside:
        return False
    first, behind = tokens[inside[0]], tokens[inside[-1] + 1 : cue.at]
    asked = first.tag == "VBN" and first.dep == "advcl"  # Asked about the plan, Smith said: “…”
    if asked or any(t.text in _STOPS for t in behind[:1]):
        return True
    within = [q for q in quoted if first.start < q.open < tokens[cue.at].start]
    jokes = cue.token.lemma.lower() in {"joke", "quip"}  # the jest is what stands in marks
    return bool(within and jokes) or any(_stands_behind_colon(tokens, q) for q in within)


def _stands_behind_colon(tokens: Sequence[Token], quoted: Quoted) -> bool:
    return any(t.text == ":" and 0 <= quoted.open - t.end <= 1 for t in tokens)


def _is_circumstance(tree: Tree, clause: int, inside: list[int]) -> bool:
    """Whether a clause is only a condition or an occasion, its main clause lost."""
    marks = {tree.tokens[m].text.lower() for m in tree.children(clause, "mark") if m == inside[0]}
    return bool(marks - {"that", "whether"})


def _is_apart(cue: Word, inside: list[int]) -> bool:
    """Whether the reporter goes on between the cue and its clause: said, and soon …; said of the race, which …."""
    between = cue.tree.tokens[cue.at + 1 : inside[0]]
    if not between or between[-1].text.lower() == "that":
        return False
    return between[-1].dep == "cc" or any(t.tag in {"WDT", "WP", "WRB"} for t in between)


def _first_deed(cue: Word, clause: int, inside: list[int]) -> list[int]:
    """The clause without a second verb of saying, which may be the speaker's own deed (…, adding that …)."""
    tree = cue.tree
    for verb in tree.children(clause, "conj", "advcl"):
        token = tree.tokens[verb]
        if verb > max(cue.at, clause) and _is_set_against(tree, verb):
            return [i for i in inside if i < min(tree.subtree(verb))]
        told = (
            token.dep == "conj" and token.tag in {"VBD", "VBZ"} and token.lemma.lower() in cue_words("report")
        )
        other = tree.own_subject(verb) is not None and not told
        own = other or tree.children(verb, "mark", "aux") or token.tag == "VB"
        if own or verb < cue.at or token.lemma.lower() not in _saying():
            continue
        if token.dep == "advcl" and not (
            token.tag == "VBG" and tree.tokens[verb - 1].text in {",", "”", '"'}
        ):
            continue
        end = min(tree.subtree(verb))
        while end and tree.tokens[end - 1].dep in {"cc", "punct"}:
            end -= 1
        return [i for i in inside if i < end]
    return inside


def _is_set_against(tree: Tree, verb: int) -> bool:
    """Whether a clause behind a comma tells what another does at the same time: …, while the host disagreed."""
    first = min(tree.subtree(verb))
    after_comma = first > 0 and tree.tokens[first - 1].text == ","
    return after_comma and tree.tokens[first].text.lower() in {"while", "whereas"}


@cache
def _saying() -> frozenset[str]:
    return cue_words("report", "own_words") | {"blame", "fault", "question", "thank", "urge"}


def _trimmed(tree: Tree, inside: list[int]) -> list[int]:
    """Without “that” and punctuation before, and without punctuation, “and” and a loose “so” behind."""
    while inside and (_is_that(tree, inside[0]) or tree.tokens[inside[0]].pos == "PUNCT"):
        inside = inside[1:]
    while inside and (
        tree.tokens[inside[-1]].pos == "PUNCT"
        or tree.tokens[inside[-1]].dep == "cc"
        or _is_loose(tree, inside)
    ):
        inside = inside[:-1]
    return inside


def _is_that(tree: Tree, at: int) -> bool:
    return tree.tokens[at].dep == "mark" and tree.tokens[at].text.lower() == "that"


def _is_loose(tree: Tree, inside: list[int]) -> bool:
    """Whether the last word begins what follows (“…, so” of “…, so they left”)."""
    last = inside[-1]
    begins = len(inside) > 1 and tree.tokens[inside[-2]].text in {",", *_STOPS}
    return begins and tree.tokens[last].text.lower() in _JOINERS


def _unbroken(inside: list[int]) -> list[int]:
    if not inside or inside[-1] - inside[0] + 1 == len(inside):
        return inside
    return [i for n, i in enumerate(inside) if i - inside[0] <= n + 2]


def is_quoted(cue: Word, clause: int, items: list[Item]) -> bool:
    """Whether the clause is a quotation, the reporter's words behind it: said “we will see” as he left."""
    tree = cue.tree
    inside = [i for i in tree.subtree(clause) if (i > cue.at) == (clause > cue.at)]
    verb, first = tree.tokens[clause], tree.tokens[(_trimmed(tree, inside) or [clause])[0]]
    return is_verb(verb) and any(
        q.open <= first.start <= q.start and q.start <= verb.start < q.end
        for q in items
        if isinstance(q, Quoted)
    )


def balanced(start: int, end: int, quoted: list[Quoted]) -> tuple[int, int]:
    """The extent with both marks of each quotation that it touches."""
    for q in quoted:
        if start < q.close and q.open < end:
            start, end = min(start, q.open), max(end, q.close)
    return start, end
