"""Traces: what was weighed while one paragraph's quotations were credited, for `explain`.

An ordinary run has none, and so neither keeps nor works out any of this.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from heapq import merge

from texts.attribution.said import Said
from texts.document import Paragraph, Span
from texts.reading import Quotation, Reading

__all__ = ["Dropped", "Explanation", "Ground", "Trace", "Weighed", "Why", "grounds"]


@dataclass(frozen=True, slots=True)
class Ground:
    """One thing that speaks for somebody, or against: then its weight is negative."""

    words: str
    weight: float


def grounds(labels: Sequence[tuple[str, str]], parts: Sequence[float]) -> tuple[Ground, ...]:
    """The parts of a weight in words, each by its label: the first where it is for somebody."""
    return tuple(
        Ground(speaks_for if weight > 0 else against, weight)
        for weight, (speaks_for, against) in zip(parts, labels, strict=True)
        if weight
    )


@dataclass(frozen=True, slots=True)
class Weighed:
    """Somebody who may be meant."""

    name: str
    place: Span | None = None
    """The mention that speaks most for them."""
    weight: float | None = None
    """What speaks for them, less what speaks against them; `None` where only their order counts."""
    grounds: tuple[Ground, ...] = ()
    """What the weight is the sum of."""
    words: str = ""
    """What puts them in their place, where there is no weight."""


@dataclass(frozen=True, slots=True)
class Explanation:
    """Why one quotation, term or attitude is credited as it is."""

    quotation: Quotation
    sure: str | None = None
    """Why its certainty is what it is, in a sentence; `None` for a term."""
    weighed: tuple[Weighed, ...] = ()
    """Who may be meant, the likeliest first. Empty where a name left nothing to weigh."""


@dataclass(frozen=True, slots=True)
class Dropped:
    """What a rule found and another took."""

    spans: tuple[Span, ...]
    rule: str
    words: str
    """Why it was dropped, in a sentence."""


@dataclass(frozen=True, slots=True)
class Why:
    """Everything about one paragraph: the reading, and why each thing in it is what it is."""

    reading: Reading
    paragraph: Paragraph
    explanations: tuple[Explanation, ...]
    """In order of their first character."""
    dropped: tuple[Dropped, ...] = ()


class Trace:
    """Takes notes while a document is read, and keeps those that tell of one paragraph."""

    def __init__(self, paragraph: Paragraph) -> None:
        self._paragraph = paragraph
        self._about: Span | None = None
        self._weighed: dict[Span, tuple[Weighed, ...]] = {}
        self._sure: dict[tuple[Span, ...], tuple[Span | None, str]] = {}
        self._dropped: list[Dropped] = []

    def about(self, mention: Span) -> None:
        """What is weighed next is who is meant by this mention, or by words without one."""
        self._about = mention

    def weigh(self, somebody: Iterable[Weighed]) -> None:
        """Note who may be meant, the likeliest first. What is weighed on the way is left out."""
        if self._about is not None and self._about not in self._weighed:
            self._weighed[self._about] = tuple(somebody)

    def credited(self, quotation: Quotation, mention: Span | None, sure: str) -> None:
        """Note by which mention a quotation got its voice, and why it is as sure as it is."""
        if self._tells_of(quotation.spans):
            self._sure[quotation.spans] = mention, sure

    def drop(self, said: Said, words: str) -> None:
        """Note what was found and not kept, and why."""
        if self._tells_of(said.spans):
            self._dropped.append(Dropped(tuple(said.spans), said.rule, words))

    def why(self, reading: Reading) -> Why:
        """What the notes tell of the paragraph, given the finished reading."""
        number = self._paragraph.number
        terms = [term for term in reading.terms if term.paragraph == number]
        held = merge(
            reading.in_paragraph(number),
            terms,
            reading.attitudes_in(number),
            key=lambda quotation: (quotation.start, -quotation.end),
        )
        explanations = tuple(self._explained(quotation) for quotation in held)
        return Why(reading, self._paragraph, explanations, tuple(self._dropped))

    def _explained(self, quotation: Quotation) -> Explanation:
        mention, sure = self._sure.get(quotation.spans, (None, None))
        weighed = self._weighed.get(mention, ()) if mention is not None else ()
        return Explanation(quotation, sure, weighed)

    def _tells_of(self, spans: Iterable[Span]) -> bool:
        return any(span.overlaps(self._paragraph.span) for span in spans)
