"""Narrators: the name of whoever tells a story as "I", learned from those who call them by it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Final

from texts.attribution.names import Names
from texts.attribution.said import Said
from texts.attribution.titles import HONORIFICS
from texts.attribution.vocatives import called
from texts.reading import Mode

__all__ = ["narrators_name"]

_LEAST: Final = 2
"""So often somebody must be called by name, and at least once next to words of the narrator."""
_SHARE: Final = 12
"""Whoever tells the story says one in so many of the quotations that have a source."""


def narrators_name(names: Names, found: Sequence[Said]) -> str | None:
    """The fullest name by which others call whoever says "I" in the narration.

    The narration itself hardly ever gives that name. `None` if there is no such narrator, or if
    nobody or several are called so. Linear.
    """
    spoken = [said for said in found if said.mode is Mode.DIRECT]
    own = [_is_own(names, said) for said in spoken]
    sources = sum(said.source is not None for said in spoken)
    if sum(own) < _LEAST or sum(own) * _SHARE < sources:
        return None
    told = Counter(names.identity_of(named) for named in names.all if not named.quoted)
    near: Counter[str] = Counter()
    counts: Counter[str] = Counter()
    beside = _beside_own(spoken, own)
    for at, said in enumerate(spoken):
        if own[at]:
            continue
        heard = {names.identity_of(named) for named in called(names, said.spans)}
        counts.update(heard)
        if beside[at]:
            near.update(heard)
    ranked = sorted(
        (
            (near[name], count, name)
            for name, count in counts.items()
            if near[name]
            and (count >= _LEAST or not told[name])
            and told[name] <= count
            and name.lower() not in HONORIFICS
        ),
        reverse=True,
    )
    if not ranked or (len(ranked) > 1 and ranked[1][:2] == ranked[0][:2]):
        return None
    return ranked[0][2]


def _beside_own(spoken: Sequence[Said], own: Sequence[bool]) -> list[bool]:
    """For each, whether the last before it or the first after it that has a source is the
    narrator's."""
    beside = [False] * len(spoken)
    for order in (range(len(spoken)), range(len(spoken) - 1, -1, -1)):
        last = False
        for at in order:
            beside[at] |= last
            if spoken[at].source is not None:
                last = own[at]
    return beside


def _is_own(names: Names, said: Said) -> bool:
    return (
        said.source is not None
        and said.source.pronoun == "i"
        and not names.in_marks(said.source.span.start)
    )
