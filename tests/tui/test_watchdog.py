"""Nothing keeps the event loop for long: not opening, travelling, resizing, listing or copying.

The text has a hundred thousand paragraphs and three thousand voices. A step may keep the loop for
`_LONG` of CPU at most, and on a slow or busy machine for as much more as it takes for a known piece of
work. To paint a whole large screen anew takes Textual about that long by itself, whatever the text: a
step that is no shorter on a few paragraphs may take `_MORE` than there. What takes longer is tried
again: the least counts.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator, Callable
from dataclasses import replace
from functools import cache

import pytest
from textual.geometry import Offset
from textual.selection import Selection

from tests.data.long_reading import long_reading
from tests.tui.conftest import Open, Stage
from tests.tui.watchdog import Watchdog, watching
from texts.reading import Reading
from tui.session import OpenText

_LONG = 0.030
"""Seconds: about two frames of sixty a second."""
_MORE = 0.010
_TRIES = 3
_KNOWN_WORK = 0.007
"""Seconds that `_work` takes on the machine for which `_LONG` is meant."""
_PARAGRAPHS, _VOICES = 100_000, 3_000
_FEW = 60
_SIZES = ((80, 24), (58, 20), (200, 60), (59, 24), (120, 40))
_KEYS = (
    *("j", "space", "G", "g", "right_square_bracket", "asterisk", "w", "left_square_bracket"),
    *("right_curly_bracket", "left_curly_bracket", "ctrl+o", "enter", "escape"),
    *("v", "escape", "V", "escape", "question_mark", "escape", "1", "escape", "ctrl+p", "escape"),
    *("T", "a", "a", "plus", "equals_sign", "y", "escape", "slash", "escape"),
)


@cache
def _long() -> Reading:
    return long_reading(_PARAGRAPHS, _VOICES)


async def _steps(
    open_reader: Open, reading: Reading, dog: Watchdog
) -> AsyncIterator[tuple[str, float]]:
    """What is done with a text, and the longest callback of each."""
    text = OpenText(None, reading.document, reading, being_read=True)
    dog.take()
    async with open_reader(text) as stage:
        yield "open", dog.take()
        await _measured(stage)
        yield "measure", dog.take()
        for number, key in enumerate(_KEYS):
            await stage.press(key)
            yield f"{number} {key}", dog.take()
        for size in _SIZES:
            await stage.pilot.resize_terminal(*size)
            await _measured(stage)
            yield f"resize to {size[0]} columns", dog.take()
        view, paragraphs = stage.screen.view, reading.document.paragraphs
        pages = paragraphs[:_FEW][-1].span
        stage.screen.selections = {view: Selection(Offset(0, 0), Offset(pages.end, _FEW - 1))}
        await stage.press("ctrl+c")
        yield "copy some pages", dog.take()
        longer = replace(reading)  # as a thread makes it, so in a callback that does not count
        await stage.settle()
        dog.take()
        # As a thread has it taken: by itself, not as a part of this test.
        stage.screen.call_later(stage.screen._take_reading, text, longer)
        await stage.settle()
        await _measured(stage)
        yield "take a longer reading", dog.take()


async def _measured(stage: Stage) -> None:
    await stage.until(lambda: not stage.screen.view.is_measuring)


async def _least(
    open_reader: Open, reading: Reading, dog: Watchdog, before: dict[str, float]
) -> dict[str, float]:
    """The longest callback of each step, as on the machine meant, or what it was `before` if less."""
    slower = max(1.0, _work() / _KNOWN_WORK)
    return {
        name: min(seconds / slower, before.get(name, seconds))
        async for name, seconds in _steps(open_reader, reading, dog)
    }


@pytest.mark.timeout(300)
async def test_nothing_keeps_the_event_loop(open_reader: Open) -> None:
    with watching() as dog:
        few = await _least(open_reader, long_reading(_FEW, _FEW), dog, {})
        least: dict[str, float] = {}
        slow: dict[str, float] = {}
        for _ in range(_TRIES):
            least = await _least(open_reader, _long(), dog, least)
            slow = {
                name: seconds
                for name, seconds in least.items()
                if seconds > max(_LONG, few[name] + _MORE)
            }
            if not slow:
                break
    told = [f"{name}: {seconds * 1000:.0f} ms" for name, seconds in slow.items()]
    assert not told


def _work() -> float:
    """Seconds of this thread for counting the letters of some words."""
    began = time.thread_time()
    counts: dict[str, int] = {}
    for word in ["whose", "words", "are", "these"] * 40_000:
        counts[word] = counts.get(word, 0) + len(word)
    return time.thread_time() - began


def test_the_watchdog_sees_what_it_should() -> None:
    def busy(seconds: float) -> None:
        end = time.thread_time() + seconds
        while time.thread_time() < end:
            pass

    async def work(does: Callable[[], None]) -> None:
        await asyncio.sleep(0)
        does()

    with watching() as dog:
        asyncio.run(work(lambda: busy(0.05)))
        assert dog.take() >= 0.05
        asyncio.run(work(lambda: time.sleep(0.05)))
        assert dog.take() < 0.05
