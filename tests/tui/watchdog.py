"""A watchdog of the event loop: the longest that one of its callbacks kept everything else waiting.

Counted is the CPU of the loop's own thread: what other programs and the reader's own threads do on the
same machine is left out, and what the loop waits for too.
"""

from __future__ import annotations

import asyncio
import gc
import time
from collections.abc import Iterator
from contextlib import contextmanager
from unittest.mock import patch

__all__ = ["Watchdog", "watching"]


class Watchdog:
    """What it has seen since it was last asked."""

    def __init__(self) -> None:
        self._longest = 0.0

    def note(self, seconds: float) -> None:
        self._longest = max(self._longest, seconds)

    def take(self) -> float:
        """Seconds of the longest callback since this was last asked."""
        longest, self._longest = self._longest, 0.0
        return longest


@contextmanager
def watching() -> Iterator[Watchdog]:
    """Watches all event loops of this thread.

    Whoever drives the loop has made a heap of objects that the reader would not have; the collector is
    kept from going over them.
    """
    dog, run = Watchdog(), asyncio.Handle._run

    def watched(handle: asyncio.Handle) -> None:
        began = time.thread_time()
        run(handle)
        dog.note(time.thread_time() - began)

    gc.collect()
    gc.disable()
    try:
        with patch.object(asyncio.Handle, "_run", watched):
            yield dog
    finally:
        gc.enable()
