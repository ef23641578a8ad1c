"""Messages: every notice of a session, so that none is lost when it goes from the screen."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

__all__ = ["Messages", "Told"]

_MOST = 200


@dataclass(frozen=True, slots=True)
class Told:
    """A notice, and when it was given."""

    at: datetime
    words: str


class Messages:
    """The latest notices; the oldest are forgotten beyond 200."""

    def __init__(self) -> None:
        self._told: deque[Told] = deque(maxlen=_MOST)

    def add(self, words: str) -> None:
        """Keep a notice. It may be told from any thread."""
        self._told.append(Told(datetime.now().astimezone(), words))

    def __len__(self) -> int:
        return len(self._told)

    def latest_first(self) -> Iterator[Told]:
        """All that are kept."""
        return iter([*self._told][::-1])
