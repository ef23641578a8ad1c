"""README's tour, taken anew: `python -m tests.pictures.tour`.

The program itself, step by step, as one SVG that changes by itself and fetches nothing. Who wants
no motion sees the first step.
"""

from __future__ import annotations

import asyncio
import os
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from pathlib import Path
from typing import Final
from unittest.mock import patch

from tests.pictures.stage import driven_by, self_contained, the_reader
from tui import state

__all__ = ["PLACE", "STEPS", "Step", "tour"]

PLACE: Final = Path(__file__).parents[2] / ".readme" / "tour.svg"
"""Where README has it."""

_SIZE: Final = (110, 32)
_SECONDS: Final = 5
"""How long a step is seen."""
_CAPTION: Final = 64
"""Height of the line above the screen, in the SVG's units."""


@dataclass(frozen=True, slots=True)
class Step:
    """Keys that are pressed, and what is seen then."""

    caption: str
    keys: tuple[str, ...] = ()
    typed: str = ""
    """What is typed into the box that the keys opened."""


STEPS: Final = (
    Step("Whose words are these? The margin says it, and the ribbon shows the whole text"),
    Step("]   goes to the next words that belong to somebody else than the author", ("]", "]")),
    Step("enter   lights what the attribution rests on, and tells why", ("enter",)),
    Step("*   goes on with the same voice", ("escape", "*")),
    Step("w   walks through what is unsure: ~ inferred, ? nobody’s yet", ("w",)),
    Step("v   lists who speaks, and how many of the words are theirs", ("v",)),
    Step("/   finds words while you type, and by who says them", ("escape", "/"), "in:quotes iran"),
    Step("?   tells what every key does", ("escape", "escape", "?")),
)


async def _frames(steps: Sequence[Step]) -> list[str]:
    """The screen after each step, as SVGs that stand alone."""
    frames: list[str] = []
    app = the_reader()
    async with app.run_test(size=_SIZE) as pilot:
        for step in steps:
            await driven_by(step.keys, step.typed)(pilot)
            frames.append(self_contained(app.export_screenshot(title="quoth")))
    return frames


def tour(steps: Sequence[Step] = STEPS) -> str:
    """All steps, one after the other and again, as one SVG."""
    coloured = {name: value for name, value in os.environ.items() if name != "NO_COLOR"}
    with (
        tempfile.TemporaryDirectory() as kept,
        patch.object(state, "folder", lambda: Path(kept)),
        patch.dict(os.environ, coloured, clear=True),
    ):
        frames = asyncio.run(_frames(steps))
    return _joined(steps, frames)


def _joined(steps: Sequence[Step], frames: Sequence[str]) -> str:
    head = frames[0].partition('viewBox="')[2].partition('"')[0]
    width, height = (round(float(number)) for number in head.split()[2:])
    share = 100 / len(frames)
    groups = [
        f'<g class="step" style="animation-delay: {at * _SECONDS}s">'
        f'<text x="{width / 2:.0f}" y="42" class="caption">{escape(step.caption)}</text>'
        f'<svg y="{_CAPTION}" width="{width}" height="{height}" viewBox="{head}">'
        f"{frame.partition('>')[2].rpartition('</svg>')[0]}</svg></g>"
        for at, (step, frame) in enumerate(zip(steps, frames, strict=True))
    ]
    said = escape(". ".join(step.caption for step in steps))
    return "\n".join(
        [
            f'<svg xmlns="http://www.w3.org/2000/svg" role="img" '
            f'viewBox="0 0 {width} {height + _CAPTION}">',
            f"<title>A tour of quoth in {len(steps)} steps</title><desc>{said}</desc>",
            "<style>",
            ".caption { font: 24px ui-sans-serif, system-ui, sans-serif; fill: #7f868c;",
            "  text-anchor: middle; white-space: pre; }",
            f".step {{ visibility: hidden; animation: seen {len(steps) * _SECONDS}s infinite; }}",
            f"@keyframes seen {{ 0%, {share:.4f}% {{ visibility: visible; }}",
            f"  {share + 0.0001:.4f}%, 100% {{ visibility: hidden; }} }}",
            "@media (prefers-reduced-motion: reduce) { .step { animation: none; }",
            "  .step:first-of-type { visibility: visible; } }",
            "</style>",
            *groups,
            "</svg>",
            "",
        ]
    )


if __name__ == "__main__":
    PLACE.parent.mkdir(exist_ok=True)
    PLACE.write_text(tour(), encoding="utf-8")
