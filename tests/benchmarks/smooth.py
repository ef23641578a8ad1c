"""How smooth the whole reader is on a long text with voices: CPU a frame, and memory over the text.

A frame is a move with all that follows it until the screen is painted: the text, the panes, the ribbon.
Beside each stands the same move on a text of sixty paragraphs, which is what the screen itself takes.
"longest" is the longest that a callback of the event loop kept keys waiting in any of these frames, as
CPU of its thread. Memory is what Python has allocated since before the reader was opened, after all these
moves, with the text and its reading already there.
"""

from __future__ import annotations

import asyncio
import gc
import statistics
import sys
import time
import tracemalloc
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from tempfile import mkdtemp
from unittest.mock import patch

from textual.geometry import Offset
from textual.pilot import Pilot
from textual.selection import Selection

from tests.data.long_reading import long_reading
from tests.tui.watchdog import watching
from texts.reading import Reading
from tui import state
from tui.app import QuothApp
from tui.screens.reader import ReaderScreen
from tui.session import OpenText, Session

_PARAGRAPHS, _VOICES = 100_000, 3_000
_FEW = 60
_FRAMES = 40
_FRAME = 1 / 30
_WIDTHS = (80, 119)
_PAGES = 60
"""Paragraphs that are selected: some pages."""

Move = Callable[[], Awaitable[object]]
Frames = dict[str, tuple[list[float], float]]


def run() -> str:
    reading = long_reading(_PARAGRAPHS, _VOICES)
    few = long_reading(_FEW, _FEW)
    long_, short = asyncio.run(_frames(reading)), asyncio.run(_frames(few))
    lines = [
        f"{_PARAGRAPHS:,} paragraphs, {len(reading.document.text):,} characters,"
        f" {len(reading.quotations):,} quotations, {_VOICES:,} voices",
        f"{'':18} median ms   p95 ms   longest ms   {_FEW} paragraphs: median ms",
    ]
    for name, (frames, longest) in long_.items():
        lines.append(
            f"{name:18} {_ms(statistics.median(frames)):>9} {_ms(_p95(frames)):>8}"
            f" {_ms(longest):>12} {_ms(statistics.median(short[name][0])):>27}"
        )
    over = asyncio.run(_memory(reading)) - asyncio.run(_memory(few))
    lines.append(f"memory over the text and its reading, and over a short text: {_mb(over)} MB")
    return "\n".join([*lines, _of_the_reading()])


async def _frames(reading: Reading) -> Frames:
    """The CPU seconds of each frame of each move, and the longest callback."""
    found: Frames = {}
    with watching() as dog:
        before = time.process_time()
        async with _opened(reading) as (pilot, screen):
            found["open"] = [time.process_time() - before], dog.take()
            before = time.process_time()
            await _measured(screen)
            found["all heights"] = [time.process_time() - before], dog.take()
            for name, move in _moves(pilot, screen).items():
                for _ in _WIDTHS:
                    # A width that was never shown is measured in slices between the frames.
                    await move()
                    await _measured(screen)
                dog.take()
                frames = [await _spent(move) for _ in range(_FRAMES)]
                found[name] = frames, dog.take()
    return found


@asynccontextmanager
async def _opened(reading: Reading) -> AsyncIterator[tuple[Pilot[None], ReaderScreen]]:
    text = OpenText(None, reading.document, reading, being_read=True)
    app = QuothApp(Session([text]), state.State(welcomed=True))
    nowhere = Path(mkdtemp())
    with patch.object(state, "folder", lambda: nowhere):
        async with app.run_test(size=(120, 40)) as pilot:
            await pilot.pause()
            screen = app.screen
            assert isinstance(screen, ReaderScreen)
            yield pilot, screen


def _moves(pilot: Pilot[None], screen: ReaderScreen) -> dict[str, Move]:
    view = screen.view
    count = len(screen.document.paragraphs)
    numbers = iter(range(count // 3, count * 2 * _FRAMES, count // 7 + 1))
    widths = iter(_WIDTHS * 2 * _FRAMES)
    ends = iter([True, False] * 2 * _FRAMES)
    pages = screen.document.paragraphs[: min(count, _PAGES)][-1].span

    def plainly(move: Callable[[], object]) -> Move:
        async def moved() -> None:
            move()

        return moved

    def select() -> None:
        last = min(count, _PAGES) - 1
        some = Selection(Offset(0, 0), Offset(next(lengths), last))
        screen.selections = {view: some}
        screen.get_selected_text()

    lengths = iter(range(pages.start + 1, pages.start + 1 + 2 * _FRAMES))
    return {
        "a line down": plainly(lambda: screen.action_line(1)),
        "the wheel": plainly(lambda: view.scroll_relative(y=3, animate=False)),
        "a page down": plainly(lambda: screen.action_page(1)),
        "a jump": plainly(lambda: view.go_to_paragraph(next(numbers) % count)),
        "to an end": plainly(lambda: screen.action_bottom() if next(ends) else screen.action_top()),
        "next quotation": plainly(lambda: screen.action_quotation(1)),
        "select pages": plainly(select),
        "theme": plainly(lambda: setattr(screen.app, "theme", _other(screen.app.theme))),
        "resize": lambda: pilot.resize_terminal(next(widths), 40),
    }


def _other(theme: str) -> str:
    return "quoth-light" if theme == "quoth-dark" else "quoth-dark"


async def _spent(move: Move) -> float:
    before = time.process_time()
    await move()
    await asyncio.sleep(_FRAME)
    return time.process_time() - before


async def _measured(screen: ReaderScreen) -> None:
    while screen.view.is_measuring:
        await asyncio.sleep(_FRAME)


async def _memory(reading: Reading) -> int:
    gc.collect()
    tracemalloc.start()
    async with _opened(reading) as (pilot, screen):
        await _measured(screen)
        for move in _moves(pilot, screen).values():
            for _ in range(5):
                await _spent(move)
        gc.collect()
        held, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return held


def _of_the_reading() -> str:
    gc.collect()
    tracemalloc.start()
    reading = long_reading(_PARAGRAPHS, _VOICES)
    gc.collect()
    held, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    text = reading.document.text
    size = sys.getsizeof(text)
    return f"the text itself: {_mb(size)} MB; its paragraphs and its reading: {_mb(held - size)} MB"


def _p95(frames: list[float]) -> float:
    return sorted(frames)[int(len(frames) * 0.95)] if len(frames) > 1 else frames[0]


def _ms(seconds: float) -> str:
    return f"{seconds * 1000:.1f}"


def _mb(count: int) -> str:
    return f"{count / 1_000_000:.1f}"
