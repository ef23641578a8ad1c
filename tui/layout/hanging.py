"""Hanging indents: words wrapped beside a label, the further lines under the first word."""

from __future__ import annotations

from tui.layout.wrapping import wrap

__all__ = ["hang"]


def hang(words: str, width: int) -> list[str]:
    """The lines of `words` at a width in cells, without the white space at their ends."""
    lines = wrap(words, max(1, width))
    return [words[slice(*lines.bounds(at))].rstrip() for at in range(len(lines))]
