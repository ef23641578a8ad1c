"""How the text is shown: what the configuration says, and what was chosen in the reader since."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any, Final

from tui.state import State

__all__ = ["BIDI", "NARROWEST", "WIDEST", "Look", "chosen", "remembering", "settled"]

NARROWEST, WIDEST = 30, 120
"""The least and the most cells that a line of text may be told to take."""
BIDI: Final = ("terminal", "off")
"""Who turns right-to-left words: the terminal, or nobody."""


@dataclass(frozen=True, slots=True)
class Look:
    """What every view of a text is told."""

    theme: str = "quoth-dark"
    width: int = 72
    """The most cells that a line of text takes."""
    margin: bool = True
    """Whether voices are named."""
    plain: bool = False
    """Whether signs are drawn in ASCII."""
    bidi: str = "terminal"
    """One of `BIDI`."""


_CHOSEN: Final = ("theme", "width", "margin")
"""What is chosen in the reader too, and remembered."""


def settled(configured: Look, state: State) -> State:
    """The state without the choices that were made when the configuration said something else.

    A choice made in the reader is remembered, and goes before the configuration until that is
    changed: then what was written last is what is meant.
    """
    said = {name: getattr(configured, name) for name in _CHOSEN}
    before = {name: getattr(Look(), name) for name in _CHOSEN} | dict(state.configured)
    changed: dict[str, Any] = {name: None for name in _CHOSEN if said[name] != before[name]}
    return replace(state, configured=said, **changed)


def chosen(configured: Look, state: State) -> Look:
    """How it is to look, by the configuration and a state that is `settled`."""
    remembered: dict[str, Any] = {name: getattr(state, name) for name in _CHOSEN}
    look = replace(configured, **{n: value for n, value in remembered.items() if value is not None})
    return replace(look, width=max(NARROWEST, min(WIDEST, look.width)))


def remembering(state: State, first: Look, last: Look) -> State:
    """The state with what was chosen since: where the `last` look is another than the `first`."""
    changed: dict[str, Any] = {
        n: getattr(last, n) for n in _CHOSEN if getattr(last, n) != getattr(first, n)
    }
    return replace(state, **changed)
