"""The thread: what has been found in a text so far, and what runs on into the next paragraph."""

from __future__ import annotations

from dataclasses import dataclass, field

from texts.attribution.dialogue import Manner
from texts.attribution.floor import Floor
from texts.attribution.mentions import Mention
from texts.attribution.said import Said
from texts.document import Span

__all__ = ["Thread"]


@dataclass(slots=True)
class Thread:
    """What one paragraph hands on to the next."""

    said: list[Said] = field(default_factory=list)
    terms: list[Said] = field(default_factory=list)
    attitudes: list[Said] = field(default_factory=list)
    marked: list[Span] = field(default_factory=list)
    """Every outermost stretch in marks, in order."""
    manner: Manner = field(default_factory=Manner)
    floor: Floor = field(default_factory=Floor)
    open: Said | None = None
    """The quotation whose marks are still open at the end of the paragraph before."""
    lead: tuple[Mention, Span] | None = None
    """Speaker and cue of a paragraph that ended with a colon."""
    block: Said | None = None
    """The block quotation that the next paragraph may go on with."""

    def cut(self) -> None:
        """Let nobody go on speaking: a heading stands here."""
        self.floor, self.open, self.lead, self.block = Floor(), None, None, None
