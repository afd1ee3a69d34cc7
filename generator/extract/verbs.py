"""Verb groups: what governs what, who is denied, who only may; “refused to condemn”, “won’t bend”."""

from __future__ import annotations

from generator.extract.syntax import Tree, is_verb
from generator.extract.telling import Word
from generator.knowledge.wordlists import stance_words
from generator.model.text import Token

_POSSIBLE = frozenset({"may", "might", "could", "can"})
_PERHAPS = frozenset({"may", "might"})
_SEEMING = frozenset({"appear", "seem"})


def spelled_out(text: str) -> str:
    """A word of a verb group in full: “n’t” is “not”."""
    low = text.lower()
    spelled = {
        "n’t": "not",
        "n't": "not",
        "’ll": "will",
        "'ll": "will",
        "’s": "is",
        "'s": "is",
        "’ve": "have",
        "'ve": "have",
        "’re": "are",
        "'re": "are",
        "wo": "will",
        "ca": "can",
        "’d": "would",
        "'d": "would",
    }
    return spelled.get(low, low)


_SINGULAR = {"do": "does", "have": "has", "are": "is", "were": "was"}


def singular(text: str, tag: str) -> str:
    """A finite verb as it is said of one: “do” is “does”, “oppose” is “opposes”."""
    if text in _SINGULAR:
        return _SINGULAR[text]
    if tag not in {"VBP", "VB"}:
        return text
    if text.endswith(("s", "sh", "ch", "x", "z", "o")):
        return f"{text}es"
    return f"{text[:-1]}ies" if text.endswith("y") and text[-2:-1] not in "aeiou" else f"{text}s"


#: Participles whose past is another word: “given by X” is told as “X gave”.
_PAST = {
    "given": "gave", "taken": "took", "seen": "saw", "written": "wrote", "chosen": "chose", "known": "knew", "driven": "drove",
    "spoken": "spoke", "stolen": "stole", "beaten": "beat", "broken": "broke", "shown": "showed", "drawn": "drew", "thrown": "threw",
    "begun": "began", "sung": "sang", "run": "ran", "become": "became", "overthrown": "overthrew", "withdrawn": "withdrew",
    "forgiven": "forgave", "forbidden": "forbade", "frozen": "froze", "woken": "woke", "sworn": "swore", "torn": "tore", "undertaken": "undertook",
    "overseen": "oversaw", "gone": "went", "done": "did", "come": "came", "overcome": "overcame",
}  # fmt: skip


def past(text: str, tag: str) -> str:
    """A participle without its auxiliary as the past tense that it tells."""
    return _PAST.get(text, text) if tag == "VBN" else text


def is_finite(tree: Tree, at: int) -> bool:
    """Whether a verb makes a clause with its subject: “praised”, “is praising”, not the bare “praising”."""
    return tree.tokens[at].tag not in {"VBG", "VB"} or bool(tree.children(at, "aux", "auxpass"))


def is_content(word: Word) -> bool:
    """Whether a word is a verb with a meaning of its own, no auxiliary."""
    token = word.token
    return (
        is_verb(token)
        and token.tag != "MD"
        and token.dep not in {"aux", "auxpass", "amod", "compound", "nmod"}
    )


def chain_from(tree: Tree, at: int) -> tuple[int, ...] | None:
    """The verbs from the first that governs to the last that means; None where `at` is not the first."""
    token = tree.tokens[at]
    circumstance = token.dep == "pcomp" and token.tag == "VBG" and _does_so(tree, at)
    infinitive = token.tag == "VB" and any(tree.tokens[i].tag == "TO" for i in tree.children(at, "aux"))
    noun = token.dep in {"pcomp", "xcomp"} and token.tag == "VBG" and not circumstance
    if infinitive or noun or token.dep in _NOUNS:
        return None
    chain = [at]
    while True:
        below = _governed(tree, chain[-1])
        if below is None:
            return tuple(chain)
        chain.append(below)


#: What only a noun is in a sentence: the “plans” of “U.S. plans … fell” were read as a verb.
_NOUNS = frozenset({"csubj", "nsubj", "nsubjpass", "pobj", "poss"})


def _does_so(tree: Tree, at: int) -> bool:
    """Whether the main clause's subject does it on the way: “by rejecting the plan, X angered Y”."""
    prep = tree.tokens[at].head
    above = tree.tokens[prep].head
    leads = tree.tokens[prep].text.lower() in _DOING and prep < above and is_verb(tree.tokens[above])
    main = tree.tokens[above].dep == "ROOT" and tree.own_subject(at) is None
    supposed = any(tree.tokens[i].tag == "MD" for i in tree.children(above, "aux"))
    return leads and main and not supposed and not tree.children(above, "auxpass", "expl")


_DOING = frozenset({"by", "in", "after", "while", "upon"})


def _governed(tree: Tree, at: int) -> int | None:
    """The verb that “refused”, “pledged” or “shied from” leads on to, if both have one subject."""
    leads_on = stance_words("negating", "keeping")
    if tree.tokens[at].lemma.lower() not in leads_on or tree.children(at, "dobj"):
        return None
    for child in tree.children(at, "xcomp"):
        if is_verb(tree.tokens[child]) and tree.own_subject(child) is None:
            return child
    for prep in tree.children(at, "prep"):
        for child in tree.children(prep, "pcomp"):
            if is_verb(tree.tokens[child]):
                return child
    return None


def is_passive(tree: Tree, at: int) -> bool:
    """Whether the verb is in the passive, with or without its auxiliary."""
    token = tree.tokens[at]
    if token.text.lower() == "opposed" and _leads_to(tree, at):
        return False
    reduced = token.tag == "VBN" and token.dep == "acl" and not tree.children(at, "aux")
    return (
        bool(tree.children(at, "auxpass"))
        or reduced
        or (named_by(tree, at) is not None and not tree.children(at, "dobj"))
    )


def _leads_to(tree: Tree, at: int) -> bool:
    """Whether “is opposed” goes on with “to”: its subject opposes."""
    return any(tree.tokens[p].text.lower() == "to" for p in tree.children(at, "prep"))


def named_by(tree: Tree, at: int) -> int | None:
    """Whom “by” names, also in a headline without “was” (Minister urged to go by party)."""
    if tree.tokens[at].lemma.lower() in _STANDING and not tree.children(at, "auxpass"):
        return None
    for by in tree.children(at, "agent", "prep"):
        if tree.tokens[by].text.lower() == "by":
            return next(iter(tree.children(by, "pobj")), None)
    return None


#: With these “by” names no doer: stood by his word, went by train.
_STANDING = frozenset("abide come drive drop fly go live pass run sit stand stop swear travel walk".split())


def shares_with(tree: Tree, at: int) -> int | None:
    """The verb whose subject a verb without one shares: joined by “and”, or as its participle."""
    token = tree.tokens[at]
    above = token.head
    if above == at or not (is_verb(tree.tokens[above]) or token.dep == "pcomp"):
        return None
    if token.dep == "conj":
        bare = tree.tokens[above].tag == "VB" and not tree.children(above, "aux")
        torn = bare and token.tag in {"VBZ", "VBD"}  # “helped X leave and is glad” is not told of X
        return None if torn or tree.is_unjoined(at) or _goes_on_from_aside(tree, above, at) else above
    if token.dep == "pcomp":
        return tree.tokens[above].head if _does_so(tree, at) else None
    return above if token.dep == "advcl" and token.tag == "VBG" else None


def _goes_on_from_aside(tree: Tree, above: int, at: int) -> bool:
    """Whether a verb behind a dash goes on from a relative clause: “left her with a post she did not want – and drew crowds”."""
    dash = next((i for i in range(at - 1, above, -1) if tree.tokens[i].text in {"–", "—", "-", "--"}), None)
    if dash is None or dash + 1 >= at or tree.tokens[dash + 1].dep != "cc":
        return False
    return any(
        tree.tokens[i].dep == "relcl" and max(tree.subtree(i)) >= dash - 1 for i in range(above + 1, dash)
    )


def antecedent(tree: Tree, verb: int, own: int) -> int:
    """The noun that “who” or “which” stands for."""
    if tree.tokens[own].tag in {"WP", "WDT"}:
        for above in (verb, *tree.ancestors(verb)):
            if tree.tokens[above].dep == "relcl":
                return tree.tokens[above].head
    return own


def negations_in(tree: Tree, chain: tuple[int, ...]) -> int:
    """How often the chain denies its last verb: by “not”, or by “refused to”."""
    words = stance_words("negating")
    count = sum(tree.tokens[at].lemma.lower() in words for at in chain[:-1])
    count += sum(bool(nots(tree, at)) for at in chain)
    return count + sum(_nobody(tree, at) for at in chain)


def _nobody(tree: Tree, at: int) -> bool:
    """“Neither … nor”, “no longer”."""
    return is_neither(tree, at) or bool(no_longer(tree, at))


def nots(tree: Tree, at: int) -> list[int]:
    """The words “not” and “never” of a verb itself."""
    return [i for i in tree.children(at, "neg") if tree.tokens[i].text.lower() not in {"neither", "nor"}]


def is_neither(tree: Tree, at: int) -> bool:
    """Whether “neither” or “nor” denies a verb: “neither X nor Y supported”, “nor did X support”."""
    subjects = tree.children(at, "nsubj")
    forms = [i for i in tree.children(at, "aux") if subjects and i < subjects[0]]
    before = [
        tree.tokens[c].text.lower()
        for h in (at, *subjects)
        for c in tree.children(h, "preconj", "advmod", "cc", "det", "neg")
        if c < at
    ]
    before += [tree.tokens[i - 1].text.lower() for i in (*forms[:1], at) if i]
    return "neither" in before or "nor" in before


def denied_form(token: Token, *, alone: bool) -> str:
    """A finite verb with the “not” that “neither” puts on it; `alone`: without an auxiliary that could bear it."""
    if not alone or token.lemma.lower() == "be":
        return f"{singular(spelled_out(token.text), token.tag)} not"
    return f"{'did' if token.tag == 'VBD' else 'does'} not {token.lemma.lower()}"


def no_longer(tree: Tree, at: int) -> list[int]:
    """The words “no longer” beside a verb."""
    longer = [c for c in tree.children(at, "advmod") if tree.tokens[c].text.lower() == "longer"]
    return [
        i for c in longer for i in (*[n for n in tree.children(c) if tree.tokens[n].text.lower() == "no"], c)
    ]


def is_possible(tree: Tree, chain: tuple[int, ...]) -> bool:
    """Whether the verb only may be: may, might, could, appeared to."""
    if any(tree.tokens[i].lemma.lower() in _SEEMING for i in chain[:-1]):
        return True
    if any(_is_supposed(tree, i) for i in tree.children(chain[0], "advcl", "ccomp")):
        return True
    modals = {tree.tokens[i].lemma.lower() for i in tree.children(chain[0], "aux")}
    denied = tree.children(chain[0], "neg") and not modals & _PERHAPS  # “cannot”, but “may not”
    return bool(modals & _POSSIBLE) and not denied


def _is_supposed(tree: Tree, at: int) -> bool:
    """Whether a clause before the verb supposes something by its order: “Should she win, …”, “Were he to go, …”."""
    subject = tree.own_subject(at)
    first = next((i for i in tree.children(at, "aux", "auxpass") if i < at), None)
    if subject is None or first is None or not first < subject < at:
        return False
    return tree.tokens[first].text.lower() in {"should", "were", "had"} and tree.tokens[at].head > at


def is_reported(tree: Tree, at: int) -> bool:
    """Whether the clause is what somebody says: then the sentence shows who."""
    return tree.tokens[at].dep == "ccomp" and tree.tokens[at].head != at
