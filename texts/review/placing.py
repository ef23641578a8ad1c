"""Finding the words of a decision again: where they stood, or else by words and by what is around.

A decision is never moved to other words. Words that stand in several places are told apart by what
stands before and after them; where that leaves a doubt, the decision has no place.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import takewhile
from typing import Final

from texts.document import Document, Span
from texts.export.passages import folded
from texts.reading import Quotation, Reading
from texts.review.decision import Decision, Quoted

__all__ = ["AROUND", "placed", "quoted_at"]

AROUND: Final = 40
"""So many characters before and after the words are kept, at most."""
_KNOWN: Final = 8
"""So many characters around must be the same, or all where there are fewer."""
_OWN: Final = 60
"""Words that are this long are known by themselves, where they stand in one place only."""
_MANY: Final = 30
"""Words that stand in more places are not told apart any more."""
_LOOSE: Final = 8
"""So many times as long as its words a span may be, for the white space in it."""


def quoted_at(document: Document, spans: tuple[Span, ...]) -> Quoted:
    """What tells the words of `spans` from others. Linear in them."""
    text = document.text
    first, last = spans[0].start, spans[-1].end
    before = folded(text[max(0, first - 2 * AROUND) : first])[-AROUND:]
    after = folded(text[last : last + 2 * AROUND])[:AROUND]
    return Quoted(spans, tuple(folded(span.of(text)) for span in spans), before, after)


def placed(
    reading: Reading, decisions: Iterable[Decision]
) -> tuple[Mapping[tuple[Span, ...], Decision], Sequence[Decision]]:
    """The decisions by the spans of the quotation or term they are on, and those without one.

    Of two on the same words the later counts. What does not stand where it stood is looked for only
    once the document is read to its end: before, the likeliest place may be still to come. O(n), and
    linear in the words of the decisions.
    """
    found: dict[tuple[Span, ...], Decision] = {}
    astray: list[Decision] = []
    held = {quotation.spans for quotation in _all(reading)}
    elsewhere = []
    for decision in sorted(decisions, key=lambda decision: decision.at):
        spans = decision.quoted.spans
        if _too_wide(decision.quoted) or quoted_at(reading.document, spans) != decision.quoted:
            elsewhere.append(decision)
        elif spans in held:
            found[spans] = decision
        else:
            astray.append(decision)  # the words are there, and no quotation
    if reading.covers < len(reading.document.paragraphs):
        return found, astray + elsewhere
    by_words = _by_words(reading, {decision.quoted.words for decision in elsewhere})
    moved: dict[tuple[Span, ...], Decision] = {}
    for decision in elsewhere:
        place = _place(decision.quoted, by_words[decision.quoted.words])
        if place is None:
            astray.append(decision)
        elif place not in found or found[place].at < decision.at:
            moved[place] = decision
    return {**found, **moved}, astray


def _too_wide(quoted: Quoted) -> bool:
    """Whether the spans are much longer than their words, as thousands of a damaged file might be.

    Where white space makes them so, the words are found as those are that have moved.
    """
    pairs = zip(quoted.spans, quoted.words, strict=True)
    return any(len(span) > _LOOSE * (len(words) + AROUND) for span, words in pairs)


def _all(reading: Reading) -> Iterator[Quotation]:
    yield from reading.quotations
    yield from reading.terms


def _by_words(
    reading: Reading, wanted: set[tuple[str, ...]]
) -> Mapping[tuple[str, ...], Sequence[Quoted]]:
    """Where words that are looked for stand as a quotation or a term."""
    places: dict[tuple[str, ...], list[Quoted]] = {words: [] for words in wanted}
    if wanted:
        document = reading.document
        for quotation in _all(reading):
            words = tuple(folded(span.of(document.text)) for span in quotation.spans)
            if words in places and len(places[words]) <= _MANY:
                places[words].append(quoted_at(document, quotation.spans))
    return places


def _place(quoted: Quoted, places: Sequence[Quoted]) -> tuple[Span, ...] | None:
    """The one place that the words are known at; `None` where there is none, or a doubt."""
    if not places or len(places) > _MANY:
        return None
    same, best = max((_same_around(quoted, place), at) for at, place in enumerate(places))
    if sum(_same_around(quoted, place) == same for place in places) > 1:
        return None
    alone = len(places) == 1 and sum(map(len, quoted.words)) >= _OWN
    known = same >= min(_KNOWN, len(quoted.before) + len(quoted.after))
    return places[best].spans if known or alone else None


def _same_around(one: Quoted, other: Quoted) -> int:
    """How many characters around are the same, counted from the words outward."""
    return _same(one.before[::-1], other.before[::-1]) + _same(one.after, other.after)


def _same(one: str, other: str) -> int:
    pairs = zip(one, other, strict=False)
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))
