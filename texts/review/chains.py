"""Chains after a change: who speaks through whom, once words have another voice than before.

A quotation inside another's words is reached through that voice. So where a voice has changed, the
chains of what stands in its words change with it, and nothing else does.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import islice
from typing import Final

from texts.reading import Mode, Quotation

__all__ = ["Changed", "rechained"]

_Chain = tuple[int, ...]
_DEEPEST: Final = 16
_BLOCKS: Final = 64
"""Block quotations nest without one standing in another's spans; this many are remembered."""


@dataclass(frozen=True, slots=True)
class Changed:
    """A quotation as it was found, and as it is now; `None` where it is one no more."""

    was: Quotation | None
    now: Quotation | None

    @property
    def place(self) -> Quotation:
        held = self.now or self.was
        if held is None:
            raise ValueError("neither found nor decided")
        return held


@dataclass(frozen=True, slots=True)
class _Around:
    """A quotation that others may stand in, and its chain before and after."""

    held: Quotation
    was: _Chain
    now: _Chain


def rechained(changes: Iterable[Changed]) -> Iterator[Quotation]:
    """The quotations as they are now, each with the chain that its voice has now.

    `changes` are sorted as `Reading.quotations` are, and `now` has the chain of `was`. Linear.
    """
    around: list[_Around] = []
    blocks: list[_Around] = []
    for changed in changes:
        held = changed.place
        while around and around[-1].held.end <= held.start:
            around.pop()
        outer = _outer(held, around, blocks)
        was, now = (outer.was, outer.now) if outer else ((0,), (0,))
        quotation = changed.now
        if quotation is not None:
            if was != now or changed.was is None or changed.was.voice != quotation.voice:
                quotation = replace(quotation, chain=_chain(quotation, held.chain, was, now))
            yield quotation
        inner = _Around(
            held,
            (changed.was.chain if changed.was else ()) or was,
            (quotation.chain if quotation else ()) or now,
        )
        around.append(inner)
        if held.mode is Mode.BLOCK:
            blocks.append(inner)
            del blocks[:-_BLOCKS]


def _outer(held: Quotation, around: list[_Around], blocks: list[_Around]) -> _Around | None:
    for outer in islice(reversed(around), _DEEPEST):
        parts = [held.spans[0], *([held.source] if held.source else [])]
        if all(any(span.covers(part) for span in outer.held.spans) for part in parts):
            return outer
    if held.mode is Mode.BLOCK and len(held.chain) > 2:
        return next((block for block in reversed(blocks) if block.was == held.chain[:-1]), None)
    return None


def _chain(quotation: Quotation, chain: _Chain, was: _Chain, now: _Chain) -> _Chain:
    """The chain of a quotation in words whose chain `was` one, and is another `now`.

    What stood between them and its own voice are those who passed its words on; they still do.
    """
    if quotation.voice is None:
        return ()
    outer, carriers = now, chain[len(was) : -1]
    if chain and chain[: len(was)] != was:
        outer, carriers = chain[:-1] or (0,), ()
    voice = quotation.voice
    outer = (*outer, *(one for one in carriers if one != voice and one not in outer))
    return outer if voice == outer[-1] else (*outer, voice)
