"""The colours of a picture on light and on dark paper, as rules of style that need no variables.

Converters know no variables in CSS and few know media queries: to them the paper is light.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from tui.hues import ON_DARK, ON_LIGHT, UNRESOLVED_ON_DARK, UNRESOLVED_ON_LIGHT

__all__ = ["DARK", "LIGHT", "Paper", "rules"]


@dataclass(frozen=True, slots=True)
class Paper:
    """A ground and what is written on it."""

    ground: str
    ink: str
    quiet: str
    faint: str
    """Lines and the author's share, which no word stands on."""
    hues: tuple[str, ...]
    nobody: str


LIGHT: Final = Paper("#fbf8f1", "#26221b", "#665f52", "#ddd5c3", ON_LIGHT, UNRESOLVED_ON_LIGHT)
DARK: Final = Paper("#181a1b", "#dcd7cb", "#a09a8c", "#3a3f41", ON_DARK, UNRESOLVED_ON_DARK)


def rules() -> str:
    """Rules for the classes of a picture: ``ink-…`` for words and shapes, ``edge-…`` for lines."""
    dark = "\n".join(_rules(DARK))
    return "\n".join(_rules(LIGHT)) + f"\n@media (prefers-color-scheme: dark) {{\n{dark}\n}}\n"


def _rules(paper: Paper) -> list[str]:
    named = {
        **{f"voice-{number}": hue for number, hue in enumerate(paper.hues, 1)},
        "voice-more": paper.ink,
        "author": paper.quiet,
        "nobody": paper.nobody,
        "quiet": paper.quiet,
        "plain": paper.ink,
        "faint": paper.faint,
    }
    return [
        f".paper {{ fill: {paper.ground}; background: {paper.ground}; color: {paper.ink}; }}",
        *(f".ink-{name} {{ fill: {hue}; color: {hue}; }}" for name, hue in named.items()),
        *(f".edge-{name} {{ stroke: {hue}; border-color: {hue}; }}" for name, hue in named.items()),
    ]
