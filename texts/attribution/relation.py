"""A relation: source, cue and content of one attribution, as token ranges."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from texts.attribution.phrases import Range

__all__ = ["MIN_INDIRECT", "Relation"]


@dataclass(slots=True)
class Relation:
    """One attribution as token ranges."""

    content: list[Range]
    source: Range | None
    cue: Range | None
    rule: str


MIN_INDIRECT: Final = 3
"""Fewer words than this without marks are no statement."""
