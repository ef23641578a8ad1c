"""Where the reader was before each jump, to go back and forward."""

from __future__ import annotations

from collections.abc import Callable, Iterator
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
        self.left: Where | None = None
        """Where the last jump, or the last step back or forward, began; `None` before one."""

    def jump(self, left: Where, reached: Where) -> None:
        """Remember that a jump led from `left` to `reached`."""
        if left == reached:
            return
        self.left = left
        self._back.append(left)
        del self._back[: -self._longest]
        self._forward.clear()

    def back(self, here: Where, count: int = 1) -> Where | None:
        """The place `count` jumps before, or the first; `None` at the first.

        `here` can then be gone forward to.
        """
        return self._go(self._back, self._forward, here, count)

    def forward(self, here: Where, count: int = 1) -> Where | None:
        """The place `count` steps on among those gone back from, or the last; or `None`."""
        return self._go(self._forward, self._back, here, count)

    def __iter__(self) -> Iterator[Where]:
        """All places that can be gone to."""
        yield from self._back
        yield from self._forward
        if self.left is not None:
            yield self.left

    def move(self, moved: Callable[[Where], Where]) -> None:
        """Have every place where it is by now, in a text that has changed."""
        self._back[:] = map(moved, self._back)
        self._forward[:] = map(moved, self._forward)
        self.left = None if self.left is None else moved(self.left)

    def _go(
        self, source: list[Where], target: list[Where], here: Where, count: int
    ) -> Where | None:
        if not source:
            return None
        self.left = here
        for _ in range(min(count, len(source))):
            target.append(here)
            here = source.pop()
        return here
