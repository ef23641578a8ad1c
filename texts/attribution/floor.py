"""The floor: who has it while a text is read, and may go on speaking in a later sentence."""

from __future__ import annotations

from dataclasses import dataclass

from texts.attribution.mentions import Mention
from texts.attribution.said import Said
from texts.document import Span

__all__ = ["Floor"]


@dataclass(slots=True)
class Floor:
    """Who spoke last, or was told of last, and what has come in between."""

    said: Said | None = None
    mention: Mention | None = None
    sentence: Span | None = None
    spoke: bool = True
    """Whether they spoke, or are only told of."""
    since: int = 0
    """Sentences since then."""
    own_words: bool = False
    """Whether a paragraph in the author's own voice came between."""

    def carry(self, said: Said) -> None:
        """Let whoever has the floor, if anybody, go on speaking in `said`."""
        if self.mention is None:
            return
        said.carried, said.basis = self.mention, self.mention.span
        said.distance = self.since + 1
        said.lowered = self.own_words
        said.spoke = self.spoke
        same = self.said is not None and self.said.paragraph == said.paragraph
        same = same or (self.since == 0 and not self.own_words)
        said.rule = "sentence before" if same else "paragraph before"
