"""Pictures of whose words a text holds, for those who look rather than read: pages of their own."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType
from typing import Final

from tui.picture import html as _html
from tui.picture import svg as _svg
from tui.picture.html import html
from tui.picture.model import Picture, picture_of
from tui.picture.svg import svg

__all__ = ["BEGINNINGS", "FORMATS", "Picture", "picture_of"]

FORMATS: Final[Mapping[str, Callable[[Picture], Iterator[str]]]] = MappingProxyType(
    {"svg": svg, "html": html}
)
"""What draws a picture, by the ending of its file, the default first."""

BEGINNINGS: Final = (_svg.BEGINNING, _html.BEGINNING)
"""What every picture begins with, and no other file."""
