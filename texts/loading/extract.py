"""What a format's reader takes out of a file: paragraphs in order, notes apart, and an origin."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from texts.document import Origin, ParagraphKind

__all__ = ["LINE_BREAK", "Extract", "folded"]

LINE_BREAK = "\u2028"
"""What a reader writes for a line broken on purpose, as in verse or an address."""

# White space as pages fold it: a no-break space is no such space, and stays.
_SPACES = re.compile(r"[ \t\n\r\f\v]+")
_BREAKS = re.compile(rf" *(?:{LINE_BREAK} *)+")


def folded(words: str) -> str:
    """`words` as a page shows them: runs of white space are one space, broken lines stay broken."""
    return _BREAKS.sub("\n", _SPACES.sub(" ", words)).strip()


_Block = tuple[str, ParagraphKind, tuple[int, ...]]


@dataclass(slots=True)
class Extract:
    """The text of a file as it is being taken out, and what the file says of itself.

    `text` gives it whole: a paragraph a line (lines broken on purpose apart), a blank line between,
    the notes last. Nothing is added to the words of the file but the marks that a page shows
    around what it calls a quotation.
    """

    encoding: str = "UTF-8"
    origin: Origin = field(default_factory=Origin)
    left_out: str | None = None
    """What of the file is not in the text, in words for the reader."""
    _blocks: list[_Block] = field(default_factory=list)
    _notes: list[_Block] = field(default_factory=list)
    _taken: tuple[str, list[tuple[int, int, ParagraphKind]]] | None = None

    def add(
        self,
        words: str,
        kind: ParagraphKind = ParagraphKind.PROSE,
        hyphens: tuple[int, ...] = (),
    ) -> None:
        """Add a paragraph; nothing if it holds no words. `hyphens` are offsets in `words`."""
        if not words.strip():
            return
        among = self._notes if kind is ParagraphKind.FOOTNOTE else self._blocks
        among.append((words, kind, hyphens))

    def take(self, text: str, spans: list[tuple[int, int, ParagraphKind]]) -> None:
        """Take a text that has been cut already, as it is; instead of adding paragraphs."""
        self._taken = text, spans

    def whole(self) -> tuple[str, list[tuple[int, int, ParagraphKind]], list[int]]:
        """The text, its paragraphs with their offsets, and the offsets of hyphens taken out. O(n)."""
        if self._taken is not None:
            return *self._taken, []
        pieces: list[str] = []
        spans: list[tuple[int, int, ParagraphKind]] = []
        hyphens: list[int] = []
        at = 0
        for words, kind, removed in self._blocks + self._notes:
            start = at + len(words) - len(words.lstrip())
            spans.append((start, at + len(words.rstrip()), kind))
            hyphens += [at + offset for offset in removed]
            pieces.append(words)
            at += len(words) + 2
        return "\n\n".join(pieces) + "\n" if pieces else "", spans, hyphens
