"""What the reader can decide of some words: the verdicts to choose from, the likeliest first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from texts.document import Document
from texts.reading import Quotation, Reading
from texts.review.applying import opinion_of
from texts.review.decision import Decision, Opinion, decision_of
from texts.review.placing import quoted_at

__all__ = ["At", "at_cursor", "candidates", "decision_on"]


@dataclass(frozen=True, slots=True)
class At:
    """The words at the cursor: as they are shown, and as quoth itself has them."""

    shown: Quotation
    had: Opinion

    @property
    def decision(self) -> Decision | None:
        """What has been decided of them already."""
        return decision_of(self.shown)

    @property
    def now(self) -> Opinion:
        """What they are taken for now: by the reader, or else by quoth."""
        decided = self.decision and self.decision.decided
        return decided or self.had


def at_cursor(reading: Reading, own: Reading, offset: int) -> At | None:
    """The innermost quotation at an offset, or else the term; `None` where there is neither."""
    found = _innermost(reading.quotations, offset) or _innermost(reading.terms, offset)
    if found is None:
        return None
    for quotation in (*own.quotations, *own.terms):
        if quotation.spans == found.spans:
            return At(found, opinion_of(own, quotation))
    return None


def _innermost(quotations: Sequence[Quotation], offset: int) -> Quotation | None:
    held = [q for q in quotations if any(offset in span for span in q.spans)]
    return min(held, key=lambda quotation: quotation.end - quotation.start, default=None)


def candidates(reading: Reading, at: At, weighed: Sequence[str] = ()) -> list[str]:
    """The names of those who may have said it instead, each once.

    Those `weighed`, the likeliest first, and the runner-up; then the voices that speak nearest, and
    those that do not speak; the author is the last.
    """
    voices = reading.voices
    names = list(weighed)
    if at.shown.evidence.runner_up is not None:
        names.append(voices[at.shown.evidence.runner_up].name)
    near = sorted(
        (quotation for quotation in reading.quotations if quotation.voice),
        key=lambda quotation: abs(quotation.start - at.shown.start),
    )
    names += [voices[quotation.voice].name for quotation in near if quotation.voice]
    names += [voice.name for voice in (*voices[1:], voices[0])]
    return [name for name in dict.fromkeys(names) if name != at.now.voice]


def decision_on(
    document: Document,
    at: At,
    decided: Opinion | None,
    note: str = "",
    now: datetime | None = None,
) -> Decision:
    """A decision on the words at the cursor, made now."""
    moment = (now or datetime.now(UTC)).replace(microsecond=0)
    return Decision(quoted_at(document, at.shown.spans), at.had, decided, moment, note)
