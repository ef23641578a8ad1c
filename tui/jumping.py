"""Jump letters: what can be gone to on the screen gets a letter each, just before it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

__all__ = ["LETTERS", "MOST", "Label", "Spot", "labels_for", "letters_for", "narrowed"]

LETTERS: Final = "asdfghjklqwertyuiopzxcvbnm"
"""The row the fingers rest on first."""
MOST: Final = len(LETTERS) ** 2
"""As many can be told apart by two letters."""


@dataclass(frozen=True, slots=True)
class Spot:
    """Something to go to: the cell of the screen at which it begins, and which it is."""

    x: int
    y: int
    goal: int


@dataclass(frozen=True, slots=True)
class Label:
    """The letters for a goal, and the cell of the screen where the first of them stands."""

    letters: str
    x: int
    y: int
    goal: int


def letters_for(count: int) -> list[str]:
    """So many words of one letter, or, of the later ones, two; none begins another.

    As few as will do are of two letters. `count` is at most `MOST`.
    """
    firsts = 0
    while len(LETTERS) - firsts + firsts * len(LETTERS) < count:
        firsts += 1
    # The letters hardest to reach begin pairs.
    single = LETTERS[: len(LETTERS) - firsts]
    pairs = [first + second for first in LETTERS[len(single) :] for second in LETTERS]
    return [*single, *pairs][:count]


def labels_for(spots: Iterable[Spot]) -> list[Label]:
    """Letters for the spots, in the order of reading; each stands just before its own.

    At the left edge, where there is nothing before, they stand on it. Where a label would lie over
    another, or over the beginning of another's spot, the later one has none.
    """
    placed = sorted(spots, key=lambda spot: (spot.y, spot.x))[:MOST]
    wide = 1 if len(placed) <= len(LETTERS) else 2
    kept: list[Spot] = []
    for spot in placed:
        before = kept[-1] if kept else None
        if before is None or before.y != spot.y or max(0, spot.x - wide) > before.x:
            kept.append(spot)
    return [
        Label(letters, max(0, spot.x - len(letters)), spot.y, spot.goal)
        for letters, spot in zip(letters_for(len(kept)), kept, strict=True)
    ]


def narrowed(labels: Sequence[Label], typed: str) -> list[Label]:
    """Those whose letters begin with what was typed."""
    return [label for label in labels if label.letters.startswith(typed)]
