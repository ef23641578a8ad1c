"""Untangling: of all that was found, what stays, so that no two quotations share words crosswise."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from texts.attribution.nesting import Nest, uncrossed
from texts.attribution.said import Said
from texts.attribution.trace import Trace
from texts.document import Document, Span
from texts.reading import Mode

__all__ = ["apart_from", "place_of", "untangled"]


def place_of(said: Said) -> tuple[int, int]:
    """What quotations are sorted by: the first character, the longer before the shorter."""
    return said.spans[0].start, -said.spans[-1].end


def untangled(
    document: Document,
    found: Sequence[Said],
    given_up: Callable[[], bool],
    trace: Trace | None = None,
) -> list[Said]:
    """All in order, none crossing another, no words attributed twice alike. O(n log n).

    Once `given_up` says so, the rest is left out.
    """
    owned: dict[int, list[Span]] = {}
    every = ((span, at) for at, said in enumerate(found) for span in said.spans)
    for span, at in uncrossed(
        document.text, every, lambda at, around: _speaks_in(found[at], around)
    ):
        if given_up():
            break
        own = owned.setdefault(at, [])
        # They come in the order of their beginnings: what its own words hold is said already.
        if not own or own[-1].end <= span.start:
            own.append(span)
    if trace is not None:
        for at, said in enumerate(found):
            if at not in owned:
                trace.drop(said, "Its words cross those of another quotation.")
    kept: dict[tuple[Span, ...], Said] = {}
    for at in sorted(owned):
        said = found[at]
        said.spans = sorted(owned[at])
        said.paragraph = document.paragraphs.index_at(said.spans[0].start) + 1
        if kept.setdefault(tuple(said.spans), said) is not said and trace is not None:
            trace.drop(said, "Another rule took the very same words before.")
    return sorted(kept.values(), key=place_of)


def _speaks_in(said: Said, around: Span) -> bool:
    """Whether a clause has its source and its cue in `around`: one voice inside another."""
    if said.mode is not Mode.INDIRECT or said.cue is None or said.source is None:
        return False
    return around.covers(said.cue) and around.covers(said.source.span)


def apart_from(
    said: Sequence[Said], attitudes: Sequence[Said], trace: Trace | None = None
) -> list[Said]:
    """The attitudes that cross nothing that is said, and are not said in the very same words."""
    spans = sorted(
        (span for one in said for span in one.spans), key=lambda span: (span.start, -span.end)
    )
    nest, taken = Nest(spans), set(spans)
    kept: list[Said] = []
    for held in attitudes:
        if any(span in taken or nest.crosses(span) for span in held.spans):
            if trace is not None:
                trace.drop(held, "Its words are said, or cross what is said, and are no attitude.")
        else:
            kept.append(held)
    return kept
