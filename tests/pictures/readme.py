"""README's pictures, taken anew: `python -m tests.pictures.readme`."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path
from typing import Final
from unittest.mock import patch

from textual._doc import take_svg_screenshot

from tests.pictures.stage import driven_by, self_contained, the_reader
from texts.attribution import attribute
from texts.loading import load
from texts.samples import FIRST, path_of
from tui import config, state
from tui.picture import FORMATS, picture_of

__all__ = ["DRAWN", "PLACE", "drawing", "screenshot"]

PLACE: Final = Path(__file__).parents[2] / ".readme" / "reader.svg"
"""Where README has the reader."""
DRAWN: Final = PLACE.with_name("picture.svg")
"""Where it has what `quoth picture` draws."""

_SIZE = (120, 34)
_KEYS = ("]", "]", "]")


def screenshot() -> str:
    """The reader on its first sample at the third quotation, as an SVG that stands alone."""
    coloured = {name: value for name, value in os.environ.items() if name != "NO_COLOR"}
    with (
        tempfile.TemporaryDirectory() as kept,
        patch.object(state, "folder", lambda: Path(kept)),
        patch.object(config, "path", lambda: Path(kept) / "config.toml"),
        patch.dict(os.environ, coloured, clear=True),
    ):
        svg = take_svg_screenshot(
            the_reader(), terminal_size=_SIZE, run_before=driven_by(_KEYS), title="quoth"
        )
    return self_contained(svg)


def drawing() -> str:
    """The first sample, as `quoth picture` draws it."""
    return "".join(FORMATS["svg"](picture_of(attribute(load(path_of(FIRST))))))


if __name__ == "__main__":
    PLACE.parent.mkdir(exist_ok=True)
    PLACE.write_text(screenshot(), encoding="utf-8")
    DRAWN.write_text(drawing(), encoding="utf-8")
