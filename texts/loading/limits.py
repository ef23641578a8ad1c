"""How much a file may ask for: bytes, depth, time and memory; and holding a process to it."""

from __future__ import annotations

import time
from dataclasses import dataclass

__all__ = [
    "DEEPEST",
    "LARGEST_FILE",
    "LARGEST_MEMBER",
    "LARGEST_PAGE",
    "LARGEST_TOTAL",
    "LONGEST_TEXT",
    "Limits",
]

LARGEST_FILE = 50 << 20
"""The most bytes of a file that is no plain text, and of a message in a mailbox."""

LARGEST_MEMBER = 64 << 20
"""The most bytes that one member of an archive may have, counted as they are unpacked."""

LARGEST_TOTAL = 256 << 20
"""The most bytes that all members read of an archive may have."""

LARGEST_PAGE = 10 << 20
"""The most bytes of a web page."""

LONGEST_TEXT = 32 << 20
"""The most characters that may be taken out of a file that is no plain text."""

DEEPEST = 1_000
"""How many elements, groups or parts may stand inside each other."""


@dataclass(frozen=True, slots=True)
class Limits:
    """What a file that is no plain text may take until it is read."""

    seconds: float = 60.0
    """By the clock."""
    cpu_seconds: int = 30
    """Of computing; where the platform has no such limit, only the clock counts."""
    memory: int = 1 << 30
    """Bytes of address space; where the platform has no such limit, none."""

    def hold(self) -> None:
        """Hold this process to its memory from now on, and let it write no file. Irrevocable."""
        try:
            import resource
        except ImportError:
            return
        for kind, most in (
            ("RLIMIT_AS", self.memory),
            ("RLIMIT_FSIZE", 0),
            ("RLIMIT_CORE", 0),
        ):
            _limit(resource, kind, most)

    def begin(self) -> None:
        """Give this process its computing time from now on; what takes longer is ended."""
        try:
            import resource
        except ImportError:
            return
        _limit(resource, "RLIMIT_CPU", int(time.process_time()) + 1 + self.cpu_seconds)


def _limit(resource: object, name: str, most: int) -> None:
    kind = getattr(resource, name, None)
    if kind is None:
        return
    hard = resource.getrlimit(kind)[1]  # type: ignore[attr-defined]
    infinite = resource.RLIM_INFINITY  # type: ignore[attr-defined]
    try:
        resource.setrlimit(kind, (most if hard == infinite else min(most, hard), hard))  # type: ignore[attr-defined]
    except (OSError, ValueError):
        # Known by name and not kept, as address space on macOS: the clock is what is left.
        return
