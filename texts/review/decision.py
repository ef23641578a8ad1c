"""A decision: what the reader says of some words, what quoth had said, and when."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Final

from texts.document import Span
from texts.reading import Evidence, Quotation

__all__ = [
    "LONGEST_NAME",
    "RULE",
    "Decided",
    "Decision",
    "Opinion",
    "Quoted",
    "Verdict",
    "decision_of",
    "moment_in_words",
]

LONGEST_NAME: Final = 200
"""So many characters of a name are kept, and tell it from others."""
RULE: Final = "decided by the reader"
"""The rule of every attribution that the reader has decided."""


class Verdict(StrEnum):
    """What words are."""

    VOICE = "voice"
    """Somebody's."""
    NOBODY = "nobody"
    """A quotation, and nobody is named whom it could be credited to."""
    NO_QUOTATION = "no quotation"
    """Nobody's words: a term, a title, the author's own."""


@dataclass(frozen=True, slots=True)
class Opinion:
    """What somebody, the reader or quoth, takes words for."""

    verdict: Verdict
    voice: str | None = None
    """The name of the voice. There is one just where the verdict is `Verdict.VOICE`."""

    def __post_init__(self) -> None:
        if (self.voice is not None) != (self.verdict is Verdict.VOICE):
            raise ValueError("a voice is named just where words are somebody's")


@dataclass(frozen=True, slots=True)
class Quoted:
    """The words that a decision is on, told so that they are found again in an edited text.

    As in the selectors of the W3C's Web Annotation model: where they stood, the words themselves,
    and a bit of what stands before and after. White space is folded, for lines may be broken anew.
    """

    spans: tuple[Span, ...]
    """Where they stood when it was decided: offsets into that text, in order, at least one."""
    words: tuple[str, ...]
    """The words of each span."""
    before: str = ""
    after: str = ""


@dataclass(frozen=True, slots=True)
class Decision:
    """What the reader says of some words."""

    quoted: Quoted
    had: Opinion
    """What quoth said of them at the time."""
    decided: Opinion | None
    """What the reader says they are; `None` where there is only a note."""
    at: datetime
    """When: in UTC, to the second."""
    note: str = ""
    who: str | None = None
    """Who decided; `None` for whoever keeps this file."""

    @property
    def agrees(self) -> bool:
        """Whether the reader says what quoth had said."""
        return self.decided == self.had


@dataclass(frozen=True, slots=True)
class Decided(Evidence):
    """Evidence that is a decision of the reader's, or that has a note of theirs."""

    decision: Decision | None = None


def moment_in_words(moment: datetime) -> str:
    """A moment in UTC as data has it: ``2026-03-04T21:30:00Z``."""
    return moment.isoformat().replace("+00:00", "Z")


def decision_of(quotation: Quotation) -> Decision | None:
    """The decision that a quotation of a reviewed reading rests on, or that has a note on it."""
    evidence = quotation.evidence
    return evidence.decision if isinstance(evidence, Decided) else None
