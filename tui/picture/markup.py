"""Markup that is made, not pasted: elements, attributes and words, each escaped where it is put in.

What is made is well-formed XML and HTML at once: elements that HTML leaves empty are closed, all
others have an end, and attributes are quoted.
"""

from __future__ import annotations

import re
from typing import NewType

from texts.export.passages import folded
from texts.loading.controls import harmless

__all__ = ["Markup", "element", "lines", "words"]

Markup = NewType("Markup", str)
"""What may stand in a page as it is."""

# Everything that is no character for XML 1.0, with what orders those around it.
_NO_CHARACTER = re.compile(
    "[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]|[\u200e\u200f\u061c]"
)
_ESCAPES = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;"}
_ESCAPED = re.compile("[&<>\"']")
_EMPTY = frozenset({"meta", "rect", "line", "path"})


def words(said: str) -> Markup:
    """`said` on one line, harmless, as words that stand in a page or between quotes."""
    plain = _NO_CHARACTER.sub("\ufffd", folded(harmless(said)))
    return Markup(_ESCAPED.sub(lambda match: _ESCAPES[match[0]], plain))


def element(name: str, /, *inside: Markup, **attributes: str | float) -> Markup:
    """An element. Underscores in names of attributes are hyphens; a last one is nothing."""
    stated = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{_value(value)}"'
        for key, value in attributes.items()
    )
    if name in _EMPTY:
        return Markup(f"<{name}{stated}/>")
    return Markup(f"<{name}{stated}>{''.join(inside)}</{name}>")


def lines(*pieces: Markup) -> Markup:
    """Pieces of a page, each on lines of its own."""
    return Markup("\n".join(piece for piece in pieces if piece))


def _value(value: str | float) -> str:
    return words(value) if isinstance(value, str) else f"{value:.2f}".rstrip("0").rstrip(".")
