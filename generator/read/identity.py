"""Paragraph ids kept over revisions: which paragraph of today is which of those recorded.

A paragraph is followed by its words: first those that stand unchanged, then those most alike (the ratio
of difflib on words, Ratcliff and Obershelp 1988), then parts of a paragraph that was split. An id, once
recorded, never names other words: it comes back only with the very words that it was taken from.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher

from generator.model.revision import Change, History
from generator.model.text import METADATA, Article, Paragraph

#: The ratio from which on two texts count as one paragraph, edited.
ALIKE = 0.6
#: The share of a text's words that another must hold, in order, to count as the whole of which it is a part.
PART = 0.8
#: The share of recorded paragraphs that, word for word under another name, make an article the same one.
SAME = 0.5
#: Words below which a text is too short to be told from chance.
SHORTEST = 5

Words = Sequence[str]
Measure = Callable[[Words, Words], float]


@dataclass(frozen=True)
class Following:
    """Texts of today and recorded ones, by index.

    `kept` maps those of today to those recorded; `merged` recorded ones that are no more to those of
    today that took their words in; `split` new ones to the recorded one that they were part of.
    """

    kept: Mapping[int, int]
    merged: Mapping[int, int]
    split: Mapping[int, int]


def inherit(history: History, articles: Sequence[Article]) -> History:
    """The history with the records of articles whose file got another name, under that name as well."""
    free = history.absent | history.left
    recorded = {id: texts for id, texts in history.articles.items() if id not in free}
    others = {a.id for a in articles if a.id in recorded and not _is_of(a, recorded[a.id])}
    renamed = _renamed(articles, recorded, others)
    # Other words in a file are another article only where its own went elsewhere; else it was rewritten.
    while strays := (others & renamed.keys()) - {*renamed.values()}:
        others -= strays
        renamed = _renamed(articles, recorded, others)
    if not renamed:
        return history
    inherited = {new: history.articles[old] for new, old in renamed.items()}
    stated = {new: history.metadata[old] for new, old in renamed.items() if old in history.metadata}
    return replace(
        history,
        articles={**history.articles, **inherited},
        metadata={**history.metadata, **stated},
        renamed=renamed,
    )


def _renamed(
    articles: Sequence[Article], recorded: Mapping[str, Mapping[str, str]], others: Collection[str]
) -> dict[str, str]:
    """Articles that have a record under another name only, with that name; `others` hold other words than their records."""
    there = {a.id for a in articles} - {*others}
    lost = sorted(recorded.keys() - there)
    found: dict[str, str] = {}
    for article in (a for a in articles if a.id not in recorded or a.id in others):
        taken = {article.id, *found.values()}
        id = next((id for id in lost if id not in taken and _is_of(article, recorded[id])), "")
        if id:
            found[article.id] = id
    return found


def _is_of(article: Article, recorded: Mapping[str, str]) -> bool:
    """Whether an article holds enough of a record, word for word, to be the same one."""
    texts = {p.text for p in article.paragraphs}
    return sum(text in texts for text in recorded.values()) >= SAME * len(recorded)


def keep(article: Article, history: History) -> Article:
    """The article with the ids that its paragraphs were recorded under."""
    recorded = history.articles.get(article.id)
    if not recorded or [p.id for p in article.paragraphs] == list(recorded) == _read_ids(article, recorded):
        return article
    ids = tuple(recorded)
    kept = _follow(recorded, article).kept
    given = {n: ids[old] for n, old in kept.items()}
    taken = {*ids, *history.retired(article.id), *given.values()}
    for n, paragraph in enumerate(article.paragraphs):
        if n not in given:
            given[n] = _free(paragraph, taken, history, article.id)
            taken.add(given[n])
    named = (replace(p, id=given[n]) for n, p in enumerate(article.paragraphs))
    return replace(article, paragraphs=tuple(named))


def changes(article: Article, history: History) -> tuple[Change, ...]:
    """What differs from the record, for an article whose ids were kept: in the order of its text, then what is gone."""
    recorded = history.articles.get(article.id)
    new = (Change(article.id, "new", after=article.title),)
    if recorded is None:
        return new
    if article.id in history.renamed:
        renamed = replace(new[0], kind="renamed", before=history.renamed[article.id])
        return (renamed, *_restated(article, history), *_differences(article, recorded))
    if article.id in history.absent | history.left:
        return (*new, *_differences(article, recorded))
    return (*_restated(article, history), *_differences(article, recorded))


def _restated(article: Article, history: History) -> Iterator[Change]:
    """What it says of itself now, where that was recorded and is not the same."""
    if (before := history.metadata.get(article.id)) is None:
        return
    now = article.stated
    for part in METADATA:
        if before.get(part, "") != now.get(part, ""):
            yield Change(
                article.id, "metadata", before=before.get(part, ""), after=now.get(part, ""), other=part
            )


def _differences(article: Article, recorded: Mapping[str, str]) -> tuple[Change, ...]:
    if {p.id: p.text for p in article.paragraphs} == recorded and _read_ids(article, recorded):
        return ()
    found = _follow(recorded, article)
    return (*_present(article, recorded, found), *_gone(article, recorded, found))


def gone(articles: Iterable[Article], history: History) -> tuple[Change, ...]:
    """The recorded articles that are no more."""
    there = {article.id for article in articles} | history.left | history.absent
    return tuple(Change(id, "gone") for id in sorted(history.articles.keys() - there))


def _read_ids(article: Article, recorded: Mapping[str, str]) -> list[str]:
    """The recorded ids, if the paragraphs are word for word and in order what was recorded; else none."""
    return list(recorded) if [p.text for p in article.paragraphs] == list(recorded.values()) else []


def _free(paragraph: Paragraph, taken: set[str], history: History, article: str) -> str:
    """The paragraph's own id if it was never another's, else the next one with a number."""
    wish = paragraph.id
    old = history.retired(article).get(wish)
    restored = old is not None and _words(old.change.before) == _words(paragraph.text)
    if wish not in taken or (restored and wish not in history.articles[article]):
        return wish
    stem, number = re.sub(r"(?<=p-[0-9a-f]{6})-\d+$", "", wish), 2
    while f"{stem}-{number}" in taken:
        number += 1
    return f"{stem}-{number}"


def _present(article: Article, recorded: Mapping[str, str], found: Following) -> Iterator[Change]:
    ids = tuple(recorded)
    moved = _out_of_order([found.kept[n] for n in sorted(found.kept)])
    for n, paragraph in enumerate(article.paragraphs):
        change = Change(article.id, "added", paragraph.id, after=paragraph.text)
        if n in found.split:
            yield replace(change, kind="split", other=ids[found.split[n]])
        elif n not in found.kept:
            yield change
        elif (before := recorded[paragraph.id]) != paragraph.text:
            yield replace(change, kind="edited", before=before)
        elif found.kept[n] in moved:
            yield replace(change, kind="moved", before=before)


def _gone(article: Article, recorded: Mapping[str, str], found: Following) -> Iterator[Change]:
    kept = set(found.kept.values())
    for n, (id, text) in enumerate(recorded.items()):
        if n in found.merged:
            into = article.paragraphs[found.merged[n]].id
            yield Change(article.id, "merged", id, before=text, other=into)
        elif n not in kept:
            yield Change(article.id, "removed", id, before=text)


def _out_of_order(numbers: Sequence[int]) -> set[int]:
    """The fewest numbers without which the rest ascend."""
    ends: list[int] = []
    chains: list[tuple[int, ...]] = []
    for number in numbers:
        at = bisect_left(ends, number)
        chain = (*(chains[at - 1] if at else ()), number)
        ends[at : at + 1], chains[at : at + 1] = [number], [chain]
    return set(numbers) - set(chains[-1] if chains else ())


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text.casefold())


def _follow(recorded: Mapping[str, str], article: Article) -> Following:
    return follow([*recorded.values()], [p.text for p in article.paragraphs])


def follow(recorded: Sequence[str], today: Sequence[str]) -> Following:
    """Which of today's texts is which recorded one, each at most once."""
    old, new = [_words(text) for text in recorded], [_words(text) for text in today]
    kept = _same(recorded, today)
    for measure, least in ((alike, ALIKE), (_part, PART)):
        kept |= _best(old, new, kept, measure, least)
    lost = [n for n in range(len(old)) if n not in set(kept.values())]
    fresh = [n for n in range(len(new)) if n not in kept]
    merged = {o: n for o in lost if (n := _whole(old[o], new)) is not None}
    split = {n: o for n in fresh if (o := _whole(new[n], old)) is not None}
    return Following(kept, merged, split)


def _same(recorded: Sequence[str], today: Sequence[str]) -> dict[int, int]:
    """Texts that stand as they were; of equal ones the first is the first."""
    places: dict[str, list[int]] = {}
    for n, text in enumerate(recorded):
        places.setdefault(text, []).append(n)
    return {n: places[text].pop(0) for n, text in enumerate(today) if places.get(text)}


def _best(
    old: Sequence[Words], new: Sequence[Words], kept: Mapping[int, int], measure: Measure, least: float
) -> dict[int, int]:
    """The best pairs among what is not kept yet, the surest first, then the nearest in place."""
    free = [o for o in range(len(old)) if o not in set(kept.values())]
    pairs = [
        (-score, abs(o - n), o, n)
        for o in free
        for n in range(len(new))
        if n not in kept and (score := measure(old[o], new[n])) >= least
    ]
    found: dict[int, int] = {}
    for *_, o, n in sorted(pairs):
        if n not in found and o not in found.values():
            found[n] = o
    return found


def alike(one: Words, other: Words) -> float:
    """The ratio of words that two texts share in order, 0 to 1; 0 where it could not reach ALIKE."""
    total = len(one) + len(other)
    common = sum((Counter(one) & Counter(other)).values())
    if not total or 2 * common / total < ALIKE:
        return 0.0
    return SequenceMatcher(None, one, other, autojunk=False).ratio()


def _part(one: Words, other: Words) -> float:
    """The share of the shorter text that stands in the longer; a longer part counts a little more."""
    short, long = sorted((one, other), key=len)
    share = _share(short, long)
    return share + len(short) / 1e6 if share else 0.0


def _share(part: Words, whole: Words) -> float:
    """How much of a part stands in a whole, in order and at least half of it in one piece; else 0."""
    common = sum((Counter(part) & Counter(whole)).values())
    if len(part) < SHORTEST or common < PART * len(part):
        return 0.0
    blocks = [b.size for b in SequenceMatcher(None, part, whole, autojunk=False).get_matching_blocks()]
    return sum(blocks) / len(part) if 2 * max(blocks) >= len(part) else 0.0


def _whole(part: Words, wholes: Sequence[Words]) -> int | None:
    """The index of the text that a part stands in."""
    shares = [(_share(part, whole), -n) for n, whole in enumerate(wholes) if len(whole) > len(part)]
    best = max(shares, default=(0.0, 0))
    return -best[1] if best[0] >= PART else None
