"""What editors say that the analysis got wrong, and what became of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from generator.model.text import Span

Act = Literal[
    "merge", "split", "rename", "kind", "role", "speaker", "date", "stance", "not_actor", "not_mention", "pin"
]
#: The rule of a record that editors set, as pages show it.
BY_EDITORS = "set by the editors"


@dataclass(frozen=True, slots=True)
class Correction:
    """One correction, as its file words it.

    `number` counts from 1 in the file's order. `entities` are the ids or names that it is about; in a
    merge the first one stays. `to` is the new value: an entity, a name, a kind, words of the text, a
    date or a stance; None takes the value away. `article`, `paragraph` (an id, or a few words of it) and
    `words` say where it applies, each "" for anywhere. `why` is the editors' reason.
    """

    number: int
    act: Act
    entities: tuple[str, ...] = ()
    to: str | None = None
    article: str = ""
    paragraph: str = ""
    words: str = ""
    why: str = ""
    path: str = ""
    line: int = 0

    @property
    def rule(self) -> str:
        """How a record got its value, for "How do we know?"."""
        return f"{BY_EDITORS}: {self.why}" if self.why else BY_EDITORS


@dataclass(frozen=True, slots=True)
class Applied:
    """A correction with the ids of the entities whose pages it changed, and the words that it is about."""

    correction: Correction
    entities: tuple[str, ...]
    spans: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Unmatched:
    """A correction that does not apply as it stands: what is not found, or is wrong about it, and what comes nearest.

    `advice` is how to mend it, where that is known.
    """

    correction: Correction
    what: str
    candidates: tuple[str, ...] = ()
    advice: str = ""

    @property
    def text(self) -> str:
        """What is not found, behind the act that asks for it."""
        return f"`{self.correction.act}`: {self.what}"

    @property
    def hint(self) -> str:
        """The nearest that there is, as a question; else what can be done."""
        if self.advice:
            return self.advice
        if not self.candidates:
            return "mend what it names, or delete it if the articles no longer need it"
        return f"did you mean {' or '.join(f'“{one}”' for one in self.candidates[:3])}?"
