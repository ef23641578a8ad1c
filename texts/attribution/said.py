"""What is said: a quotation in the making, and who has the floor while a text is read."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass

from texts.attribution.mentions import Mention
from texts.document import Span
from texts.reading import Mode

__all__ = ["Floor", "Said"]


@dataclass(slots=True, eq=False)
class Said:
    """A quotation in the making."""

    paragraph: int
    spans: list[Span]
    mode: Mode
    rule: str
    source: Mention | None = None
    cue: Span | None = None
    carried: Mention | None = None
    """Who goes on speaking, where the sentence itself has no source."""
    basis: Span | None = None
    distance: int = 0
    lowered: bool = False
    """Carried across the author's own words: less sure."""
    beat: Mention | None = None
    """Whom the rest of its paragraph tells of."""
    turn: int | None = None
    """The voice whose turn it is in a conversation."""

    def covers(self, span: Span) -> bool:
        """Whether one of its spans, which are in order, covers `span`."""
        at = bisect_right(self.spans, span.start, key=lambda own: own.start) - 1
        return at >= 0 and self.spans[at].covers(span)


@dataclass(slots=True)
class Floor:
    """Who has the floor: what a later sentence without a speaker may carry on."""

    said: Said | None = None
    mention: Mention | None = None
    sentence: Span | None = None
    since: int = 0
    """Sentences since then."""
    own_words: bool = False
    """Whether a paragraph in the author's own voice came between."""
