"""README's picture, taken anew: `python -m tests.pictures.readme`."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path
from typing import Final
from unittest.mock import patch

from textual._doc import take_svg_screenshot

from tests.pictures.stage import driven_by, self_contained, the_reader
from tui import state

__all__ = ["PLACE", "screenshot"]

PLACE: Final = Path(__file__).parents[2] / ".readme" / "reader.svg"
"""Where README has it."""

_SIZE = (120, 34)
_KEYS = ("]", "]", "]")


def screenshot() -> str:
    """The reader on its first sample at the third quotation, as an SVG that stands alone."""
    coloured = {name: value for name, value in os.environ.items() if name != "NO_COLOR"}
    with (
        tempfile.TemporaryDirectory() as kept,
        patch.object(state, "folder", lambda: Path(kept)),
        patch.dict(os.environ, coloured, clear=True),
    ):
        svg = take_svg_screenshot(
            the_reader(), terminal_size=_SIZE, run_before=driven_by(_KEYS), title="quoth"
        )
    return self_contained(svg)


if __name__ == "__main__":
    PLACE.parent.mkdir(exist_ok=True)
    PLACE.write_text(screenshot(), encoding="utf-8")
