"""What is said: a quotation in the making."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass

from texts.attribution.frames import OF_A_THING
from texts.attribution.mentions import Mention, mention_of
from texts.attribution.relation import Relation
from texts.attribution.tokens import Tokens
from texts.attribution.words import PUNCT, QUOTE
from texts.document import Span
from texts.reading import Mode

__all__ = ["Said", "said_by"]


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
    spoke: bool = False
    """Whether those who go on were said to speak before, and not only told of."""
    lowered: bool = False
    """Carried across the author's own words: less sure."""
    beat: Mention | None = None
    """Whom the rest of its paragraph tells of."""
    turn: int | None = None
    """The voice whose turn it is in a conversation."""
    attitude: bool = False
    """Believed, felt or meant, not said."""
    carrier: Mention | None = None
    """Who says that the source said it."""
    hearsay: bool = False
    """What somebody's words in marks tell that another told them, in no words of that other."""
    quoted_in: Said | None = None
    """The block quotation whose writer quotes it: in an e-mail, ``>`` around ``>>``."""

    def covers(self, span: Span) -> bool:
        """Whether one of its spans, which are in order, covers `span`."""
        at = bisect_right(self.spans, span.start, key=lambda own: own.start) - 1
        return at >= 0 and self.spans[at].covers(span)


def said_by(paragraph: int, tokens: Tokens, first: int, relation: Relation) -> Said:
    """What a relation of the sentence that begins with token `first` says is said."""
    tags = {tag for part in relation.content for tag in tokens.tags[slice(*part)]}
    inside = QUOTE in tags
    bare = any(tag != QUOTE and not tag & PUNCT for tag in tags)
    part = bare or relation.rule == OF_A_THING
    mode = Mode.INDIRECT if not inside else Mode.MIXED if part else Mode.DIRECT
    return Said(
        paragraph,
        [tokens.span(*part) for part in relation.content],
        mode,
        relation.rule,
        mention_of(tokens, first, relation.source) if relation.source else None,
        tokens.span(*relation.cue) if relation.cue else None,
        attitude=relation.attitude and mode is Mode.INDIRECT,
        carrier=mention_of(tokens, first, relation.carrier) if relation.carrier else None,
    )
