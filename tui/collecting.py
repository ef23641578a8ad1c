"""The garbage collector, kept from going over everything while much is being made that stays.

A long reading is a million objects. Whenever there are a quarter more of them the collector goes over
all, which takes up to a second, and no key is answered while it does, whichever thread it runs in.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock

__all__ = ["only_young"]

_NEVER = 2**30
_lock = Lock()
_inside = 0
_usual = gc.get_threshold()


@contextmanager
def only_young() -> Iterator[None]:
    """Within this only what is new is gone over, wherever that runs; from any thread, and nested."""
    global _inside, _usual
    with _lock:
        if _inside == 0:
            _usual = gc.get_threshold()
            gc.set_threshold(*_usual[:2], _NEVER)
        _inside += 1
    try:
        yield
    finally:
        with _lock:
            _inside -= 1
            if _inside == 0:
                gc.set_threshold(*_usual)
