"""Named: one place in a text where a name stands."""

from __future__ import annotations

from dataclasses import dataclass

from texts.document import Span

__all__ = ["Named"]


@dataclass(frozen=True, slots=True)
class Named:
    """One place where a name stands."""

    span: Span
    name: str
    """Without honorifics and without ’s, as it stands there."""
    title: str
    """The honorifics before it, as they stand there."""
    quoted: bool
    """Whether it stands in quotation marks."""
