"""Characters of a source: what is kept of them in a paragraph's text.

Kept verbatim: every visible character, in the source's own Unicode form. Dropped, since they show
nothing and can hide or reorder words: control characters, zero-width spaces, byte order marks, soft
hyphens, bidirectional controls (Unicode TR 9 §2), tag characters and lone surrogates. A joiner (U+200C,
U+200D) stays between two characters outside the Latin blocks, where scripts and emoji need it.
Every run of white space becomes one space.
"""

from __future__ import annotations

import re

_JOINERS = "\u200c\u200d"
_LATIN = "\\x00-\u024f"
_UNSEEN = re.compile(
    "[\\x00-\\x08\\x0e-\\x1b\\x7f-\\x84\\x86-\\x9f\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e"
    "\u2060-\u206f\ufeff\ufff9-\ufffb\ufffe\uffff\\ud800-\\udfff\U000e0000-\U000e007f]"
)
#: Runs of joiners at a Latin letter, a blank or an end; runs are taken whole, so that this stays linear.
_IDLE_JOINERS = re.compile(f"(?<![^{_LATIN}])[{_JOINERS}]++|(?<![{_JOINERS}])[{_JOINERS}]++(?![^{_LATIN}])")


def clean(text: str) -> str:
    """The text without unseen characters, its white space collapsed; may be empty."""
    seen = " ".join(_UNSEEN.sub("", text).split())
    return " ".join(_IDLE_JOINERS.sub("", seen).split())


def beginning(raw: str) -> int:
    """The index of the first character of `raw` that `clean` keeps; the length of `raw` if none."""
    kept = clean(raw)
    return raw.index(kept[0]) if kept else len(raw)


def letters(text: str) -> str:
    """The letters and figures of a text in lower case, to compare what is typeset differently."""
    return "".join(character for character in text.casefold() if character.isalnum())
