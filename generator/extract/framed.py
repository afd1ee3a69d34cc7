"""Reported words around their attribution: “The bridge, Smith said, is old”; “As Smith put it, the bridge is old”.

And those that a noun or an adjective gives: “Smith’s argument is that the bridge is old”, “Smith is adamant that …”.
"""

from __future__ import annotations

from generator.extract.bearers import Attribution, can_speak, says
from generator.extract.marks import Quoted
from generator.extract.syntax import Tree, is_verb
from generator.extract.telling import Item, Word
from generator.extract.turns import Told
from generator.knowledge.wordlists import cue_words

Extent = tuple[Attribution, list[int]]

_SHORTEST = 5  # words of a sentence
_FAR = 9  # words from an attribution in passing to the comma behind it
_BREAKS = frozenset({"-", "--", "–", "—", ";", ":", "("})
_OCCASIONS = frozenset({"in", "at", "during", "to", "on", "after", "before", "for", "from", "of", "about"})
_MARKS = frozenset({",", ".", "?", "!", ";"})
_LIMITS = frozenset({"if", "unless", "because", "until", "once", "when", "lest", "so", "that", "provided"})
_PLAIN = frozenset({"PROPN", "PRON"})


def framed(word: Word, items: list[Item]) -> Extent | None:
    """Whose words a sentence gives around an attribution in passing, and the words’ indices; None if it has none there."""
    told = {i.at for i in items if isinstance(i, Word) and i.tree is word.tree}
    for rule in (_interposed, _as_put, _in_words, _noun_is, _adamant, _made_clear):
        found = rule(word, told)
        if found is not None:
            return found if _is_reporters(found[1], told) else None
    return None


def _is_reporters(inside: list[int], told: set[int]) -> bool:
    """Whether words begin outside quotation marks, and most of them stand there."""
    return bool(inside) and inside[0] in told and 2 * sum(i in told for i in inside) > len(inside)


def _is_clause(tree: Tree, head: int, told: set[int]) -> bool:
    """Whether a word is a verb of the reporter's, of a clause that stands by itself."""
    token = tree.tokens[head]
    return head in told and is_verb(token) and token.dep in {"ROOT", "conj"}


def closing(word: Word, told: Told) -> tuple[Attribution, int, int] | None:
    """…, Smith said on Monday: an attribution that closes a sentence which the parser did not take for its content."""
    tree, subject = word.tree, word.tree.own_subject(word.at)
    if not _reports(word) or subject is None or word.token.dep not in {"ROOT", "parataxis", "ccomp", "conj"}:
        return None
    phrase = tree.subtree(subject, without=frozenset({"relcl", "acl"}))
    first = min([*phrase, word.at])
    comma = tree.tokens[first - 1] if first else None
    gives = word.token.lemma.lower() != "tell" and tree.children(word.at, "dobj", "ccomp", "xcomp")
    if comma is None or comma.text != "," or gives or not _ends_soon(tree, max([*phrase, word.at])):
        return None
    before = [i for i in told.items if _start(i) < comma.start]
    words = [i for i in before if isinstance(i, Word)]
    if len(words) < _SHORTEST or 2 * len(words) < sum(_length(i) for i in before) or _leans(words):
        return None
    attribution = Attribution(word, word.other(subject), "subject")
    return attribution, words[0].token.start, _end(before[-1])


def _ends_soon(tree: Tree, last: int) -> bool:
    """Whether a sentence ends behind a word, a few others of time and place between."""
    rest = tree.tokens[last + 1 :]
    return len(rest) <= _FAR and all(t.text != "," and not is_verb(t) for t in rest)


def _leans(words: list[Word]) -> bool:
    """Whether words are no sentence by themselves: without a finite verb, or with a subordinate clause first."""
    first = words[0].token
    begins = first.pos == "SCONJ" or first.tag in {"WRB", "VBN", "VBG", "CC"} or first.text.islower()
    finite = any(w.token.tag in {"VBD", "VBZ", "VBP", "MD"} for w in words)
    return begins or not (finite or (len(words) > _FAR and any(is_verb(w.token) for w in words)))


def _start(item: Item) -> int:
    return item.open if isinstance(item, Quoted) else item.token.start


def _end(item: Item) -> int:
    return item.close if isinstance(item, Quoted) else item.token.end


def _length(item: Item) -> int:
    """Words, about so many as letters make in quotation marks."""
    return (item.end - item.start) // 6 if isinstance(item, Quoted) else 1


def _reports(word: Word) -> bool:
    return word.token.lemma.lower() in cue_words("report") and word.token.tag in {"VBD", "VBZ", "VBP"}


def _interposed(word: Word, told: set[int]) -> Extent | None:
    """The bridge, Smith said, is old; if it falls, Smith warned, the town will pay."""
    tree, subject = word.tree, word.tree.own_subject(word.at)
    between = _commas(tree, word.at, subject) if _reports(word) and subject is not None else None
    if between is None or subject is None or tree.children(word.at, "mark"):
        return None
    opens, closes = between
    aside = word.token.dep == "parataxis"
    head = word.token.head if aside else word.at
    content = head if aside else _given_behind(tree, word.at, closes)
    if content is None or not _is_clause(tree, head, told) or content not in told:
        return None
    before = [i for i in tree.subtree(head, without=frozenset({"conj"})) if i < opens]
    if any(tree.tokens[i].text in _BREAKS and tree.tokens[i].tag != "HYPH" for i in before):
        return None
    after = _kept(tree, content, [i for i in tree.subtree(content) if i > closes])
    return Attribution(word, word.other(subject), "subject"), _begun(tree, before) + after


def _commas(tree: Tree, verb: int, subject: int) -> tuple[int, int] | None:
    """The comma before a subject with its verb, and the mark behind them."""
    phrase = [*tree.subtree(subject, without=frozenset({"relcl", "acl"})), verb]
    first, last = min(phrase), max(phrase)
    behind = range(last + 1, min(last + _FAR, len(tree.tokens)))
    close = next((i for i in behind if tree.tokens[i].text in _MARKS), None)
    if first < 2 or tree.tokens[first - 1].text != "," or close is None:
        return None
    return None if any(is_verb(t) for t in tree.tokens[last + 1 : close]) else (first - 1, close)


def _given_behind(tree: Tree, verb: int, close: int) -> int | None:
    """What a verb gives behind the comma, where a condition of that stands before its subject: if …, Smith warned, …."""
    before = [i for i in tree.children(verb, "advcl") if i < verb and tree.own_subject(i) is not None]
    marks = {tree.tokens[m].text.lower() for i in before for m in tree.children(i, "mark", "advmod")}
    quoted = tree.tokens[close + 1 : close + 2]
    if not marks & (_LIMITS | {"although", "though"}) or (quoted and quoted[0].tag == "``"):
        return None
    return next((i for i in tree.children(verb, "ccomp") if i > close), None)


def _kept(tree: Tree, head: int, inside: list[int]) -> list[int]:
    """The words up to a further clause with a subject of its own, which may be the reporter’s: …, but he left.

    A condition stays: without it the words would say more.
    """
    further = [i for i in tree.children(head, "conj", "advcl") if tree.own_subject(i) is not None]
    begins = [
        i for i in (min(tree.subtree(i)) for i in further if not _is_bound(tree, i)) if _is_set_off(tree, i)
    ]
    end = min([i for i in begins if inside and i >= inside[0]], default=len(tree.tokens))
    return _closed(tree, [i for i in inside if i < end])


def _is_set_off(tree: Tree, at: int) -> bool:
    """Whether a comma, a dash or an “and” stands before a word."""
    before = tree.tokens[at - 1] if at else None
    return before is not None and (before.pos == "PUNCT" or before.dep == "cc")


def _is_bound(tree: Tree, clause: int) -> bool:
    """Whether a clause limits the one that it hangs on: if, unless, because, until."""
    marks = {tree.tokens[m].text.lower() for m in tree.children(clause, "mark", "advmod")}
    return tree.tokens[clause].dep == "advcl" and bool(marks & _LIMITS)


def _closed(tree: Tree, inside: list[int]) -> list[int]:
    """Without the punctuation and the “and” that words end with."""
    while inside and (tree.tokens[inside[-1]].pos == "PUNCT" or tree.tokens[inside[-1]].dep == "cc"):
        inside = inside[:-1]
    return inside


def _begun(tree: Tree, inside: list[int]) -> list[int]:
    """Without the punctuation and the “but” that words begin with."""
    while inside and (tree.tokens[inside[0]].pos == "PUNCT" or tree.tokens[inside[0]].dep in {"cc", "mark"}):
        if tree.tokens[inside[0]].dep == "mark" and tree.tokens[inside[0]].text.lower() != "that":
            break
        inside = inside[1:]
    return inside


def _rest(tree: Tree, head: int, leaving: int) -> list[int]:
    """The words of a clause without a branch that hangs on it."""
    without = set(tree.subtree(leaving))
    rest = [i for i in tree.subtree(head) if i not in without]
    side = [i for i in rest if i < min(without)]
    if head > leaving:
        comma = next((i for i in range(max(without), head) if tree.tokens[i].text == ","), max(without))
        side = [i for i in rest if i > comma]
    return _begun(tree, _kept(tree, head, side))


def _as_put(word: Word, told: set[int]) -> Extent | None:
    """As Smith put it, the bridge is old; the bridge is old, as Smith noted."""
    tree, subject = word.tree, word.tree.own_subject(word.at)
    puts = says(word) and word.token.lemma.lower() == "put"
    marks = [tree.tokens[i].text.lower() for i in tree.children(word.at, "mark", "advmod") if i < word.at]
    if subject is None or word.token.dep != "advcl" or marks[:1] != ["as"] or not (puts or _reports(word)):
        return None
    objects = {tree.tokens[i].text.lower() for i in tree.children(word.at, "dobj", "ccomp", "xcomp", "prt")}
    first, head = min(tree.subtree(word.at)), word.token.head
    apart = first == 0 or tree.tokens[first - 1].text == ","
    if objects - {"it", "out"} or not _is_clause(tree, head, told) or not apart or _goes_on(tree, word.at):
        return None
    return Attribution(word, word.other(subject), "subject"), _rest(tree, head, word.at)


def _goes_on(tree: Tree, verb: int) -> bool:
    """Whether a verb tells what somebody does rather than what he notes: as Smith insists on it."""
    links = {tree.tokens[i].text.lower() for i in tree.children(verb, "prep")}
    return tree.tokens[verb].lemma.lower() in cue_words("pressing") or not links <= _OCCASIONS


def _in_words(word: Word, told: set[int]) -> Extent | None:
    """In Smith’s words, the bridge is old."""
    tree, above = word.tree, word.tree.tokens[word.token.head]
    owners = tree.children(word.at, "poss") or [
        n
        for p in tree.children(word.at, "prep")
        if tree.tokens[p].text == "of"
        for n in tree.children(p, "pobj")
    ]
    framing = word.token.text.lower() == "words" and word.token.dep == "pobj" and above.text.lower() == "in"
    if not framing or not owners or not _is_clause(tree, above.head, told):
        return None
    return Attribution(word, word.other(owners[0]), "owner"), _rest(tree, above.head, word.token.head)


def _noun_is(word: Word, _told: set[int]) -> Extent | None:
    """Smith’s argument is that the bridge is old."""
    tree, owners = word.tree, word.tree.children(word.at, "poss")
    verb = word.token.head
    if word.token.lemma.lower() not in cue_words("arguments") or word.token.dep != "nsubj" or not owners:
        return None
    return _that(tree, verb, Attribution(word, word.other(owners[0]), "owner"), verb, "be")


def _adamant(word: Word, _told: set[int]) -> Extent | None:
    """Smith is adamant that the bridge is old."""
    tree, verb = word.tree, word.token.head
    subject = tree.own_subject(verb)
    if word.token.lemma.lower() not in cue_words("firm") or word.token.dep != "acomp" or subject is None:
        return None
    return _that(tree, verb, Attribution(word, word.other(subject), "subject"), word.at, "be")


def _made_clear(word: Word, _told: set[int]) -> Extent | None:
    """Smith made (it) clear that the bridge is old."""
    tree, verb = word.tree, word.token.head
    subject = tree.own_subject(verb)
    if (
        word.token.text.lower() != "clear"
        or subject is None
        or word.token.dep not in {"ccomp", "acomp", "oprd"}
    ):
        return None
    return _that(tree, verb, Attribution(word, word.other(subject), "subject"), word.at, "make")


def _that(tree: Tree, verb: int, found: Attribution, above: int, lemma: str) -> Extent | None:
    """The clause with “that” below a word, if a verb is told as a fact and who speaks is a name or a pronoun."""
    told = tree.tokens[verb].lemma.lower() == lemma and tree.tokens[verb].tag in {"VBD", "VBZ", "VBP", "VBN"}
    plain = found.speaker is not None and found.speaker.token.pos in _PLAIN and can_speak(found.speaker)
    if not told or not plain or tree.children(verb, "neg") or tree.children(above, "neg"):
        return None
    for clause in dict.fromkeys([*tree.children(above, "ccomp", "advcl"), *tree.children(verb, "ccomp")]):
        marks = [i for i in tree.children(clause, "mark") if tree.tokens[i].text.lower() == "that"]
        if marks and clause > above:
            return found, _kept(tree, clause, [i for i in tree.subtree(clause) if i > marks[0]])
    return None
