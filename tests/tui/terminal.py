"""A pseudo-terminal to listen to."""

from __future__ import annotations

import os
import select

__all__ = ["heard"]


def heard(screen: int, awaited: str | None) -> str:
    """What comes to the terminal until it has `awaited`, or to the end."""
    sent = b""
    while awaited is None or awaited.encode() not in sent:
        assert select.select([screen], [], [], 10)[0], f"waited in vain for {awaited}"
        try:
            more = os.read(screen, 65_536)
        except OSError:  # How Linux tells that the other side has closed.
            break
        if not more:
            break
        sent += more
    return sent.decode()
