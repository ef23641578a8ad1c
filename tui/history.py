"""Where the reader was before each jump, to go back and forward."""

from __future__ import annotations

from typing import Generic, TypeVar

__all__ = ["History"]

Where = TypeVar("Where")

_LONGEST = 200


class History(Generic[Where]):
    """A list of places with one's own position in it, as a browser's. Bounded.

    A jump cuts off what could have been gone forward to. Going to where one is is no jump.
    """

    def __init__(self, longest: int = _LONGEST) -> None:
        self._back: list[Where] = []
        self._forward: list[Where] = []
        self._longest = longest

    def jump(self, left: Where, reached: Where) -> None:
        """Remember that a jump led from `left` to `reached`."""
        if left == reached:
            return
        self._back.append(left)
        del self._back[: -self._longest]
        self._forward.clear()

    def back(self, here: Where) -> Where | None:
        """The place before, or `None` at the first one; `here` can then be gone forward to."""
        return self._step(self._back, self._forward, here)

    def forward(self, here: Where) -> Where | None:
        """The place gone back from, or `None`."""
        return self._step(self._forward, self._back, here)

    @staticmethod
    def _step(source: list[Where], target: list[Where], here: Where) -> Where | None:
        if not source:
            return None
        target.append(here)
        return source.pop()
