"""Labels: beside which lines of a paragraph the margin names a voice."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from tui.layout.wrapping import Lines

__all__ = ["Label", "Speech", "place_labels"]


@dataclass(frozen=True, slots=True)
class Speech:
    """Words of one voice in a paragraph, without a gap: where they are, and what marks them."""

    start: int
    end: int
    speaker: object
    """Equal for what one label covers: the voice and how certain it is."""
    quotation: int
    """Which of the paragraph's quotations they belong to."""


@dataclass(frozen=True, slots=True)
class Label:
    """A label in the margin."""

    line: int
    quotation: int | None
    """Which of the paragraph's quotations it names; `None` for the paragraph's own voice."""
    more: int = 0
    """How many further voices there was no line for."""


def place_labels(lines: Lines, speeches: Sequence[Speech]) -> tuple[Label, ...]:
    """Labels for a paragraph, at most one a line, in the order in which the voices appear.

    The first line always has one. A voice is named at the line where it begins, and again after
    another voice, or after a line that holds no one's words. A voice that finds its line taken
    moves down to the next free one, unless it has been named already; one that finds no line is
    counted in the last label. Linear.
    """
    wanted: list[tuple[int, Speech | None]] = []
    speaker: object = None
    last = -2
    for speech in speeches:
        line = lines.at(speech.start)
        if speech.speaker != speaker or line > last + 1:
            wanted.append((line, speech))
            speaker = speech.speaker
        last = max(last, lines.at(speech.end - 1))
    if not wanted or wanted[0][0] > 0:
        wanted.insert(0, (0, None))
    labels: list[Label] = []
    named: set[object] = set()
    free = more = 0
    for line, begun in wanted:
        if begun is not None:
            if line < free and begun.speaker in named:
                continue
            named.add(begun.speaker)
        at = max(line, free)
        if at < len(lines):
            labels.append(Label(at, None if begun is None else begun.quotation))
            free = at + 1
        else:
            more += 1
    if more:
        labels[-1] = replace(labels[-1], more=more)
    return tuple(labels)
