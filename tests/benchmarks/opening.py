"""How fast a long document opens and scrolls in the reading pane, beside reading the file itself."""

from __future__ import annotations

import asyncio
import statistics
import time
from collections.abc import Callable

from textual.app import App, ComposeResult

from texts.document import Document
from texts.loading import read_text
from texts.samples import path_of, sample_names
from tui.widgets.reader_colours import theme_variables
from tui.widgets.reader_view import ReaderView

_PARAGRAPHS = 100_000
_FRAMES = 60
_FRAME = 1 / 30


class _PaneApp(App[None]):
    def get_theme_variable_defaults(self) -> dict[str, str]:
        return theme_variables(self.current_theme)

    def compose(self) -> ComposeResult:
        yield ReaderView()


def run() -> str:
    return "\n".join(asyncio.run(_measure()))


async def _measure() -> list[str]:
    data = _long_text().encode()
    before = time.process_time()
    document = read_text("long.txt", data)
    reading = time.process_time() - before
    app = _PaneApp()
    lines = [
        f"{len(document.paragraphs):,} paragraphs, {len(document.text):,} characters: "
        f"reading the file {reading:.2f} s of CPU"
    ]
    async with app.run_test(size=(120, 40)) as pilot:
        view = app.query_one(ReaderView)
        await pilot.pause()
        opening = await _spent(lambda: view.show(document))
        lines.append(
            f"first screen {opening * 1000:6.1f} ms, {opening / reading:.3f} of reading the file;"
            f" {sum(1 for _ in app.screen.walk_children())} widgets"
        )
        before = time.process_time()
        while view.is_measuring:
            await asyncio.sleep(_FRAME)
        exact = time.process_time() - before
        lines.append(
            f"exact heights {exact * 1000:5.0f} ms, in slices between frames,"
            f" {exact / reading:.3f} of reading the file"
        )
        for name, move in _moves(view, document).items():
            frames = [await _spent(move) for _ in range(_FRAMES)]
            ordered = sorted(frames)
            lines.append(
                f"{name:13} median {statistics.median(frames) * 1000:5.1f} ms,"
                f" 95 of 100 in {ordered[int(_FRAMES * 0.95)] * 1000:5.1f} ms,"
                f" {statistics.median(frames) * 60 * 100:3.0f} % of a sixtieth of a second"
            )
    return lines


def _moves(view: ReaderView, document: Document) -> dict[str, Callable[[], None]]:
    count = len(document.paragraphs)
    numbers = iter(range(count // 3, count * _FRAMES, count // 7 + 1))
    return {
        "a line down": lambda: view.action_line(1),
        "the wheel": lambda: view.scroll_relative(y=3, animate=False),
        "a page down": lambda: view.action_page(1),
        "a jump": lambda: view.go_to_paragraph(next(numbers) % count),
    }


async def _spent(move: Callable[[], None]) -> float:
    """CPU seconds of a move with the frame that it leads to."""
    before = time.process_time()
    move()
    await asyncio.sleep(_FRAME)
    return time.process_time() - before


def _long_text() -> str:
    """Paragraphs of 20 to 110 words of the samples, in no order that means anything."""
    words = 2 * [
        word for name in sample_names() for word in path_of(name).read_text("utf-8").split()
    ]
    paragraphs = []
    for number in range(_PARAGRAPHS):
        start = number * 101 % (len(words) // 2)
        paragraphs.append(" ".join(words[start : start + 20 + number * 37 % 91]))
    return "\n\n".join(paragraphs)
