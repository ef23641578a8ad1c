"""The reader as it is photographed: on a text that ships, driven by keys, with nothing that moves."""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable, Iterable

from textual.pilot import Pilot
from textual.widgets import Input

from texts.samples import FIRST, path_of
from tui import state
from tui.app import QuothApp
from tui.session import OpenText, Session
from tui.widgets.reader_view import ReaderView

__all__ = ["driven_by", "self_contained", "settle", "the_reader"]

_FONT_FACE = re.compile(r"\s*@font-face \{[^}]*\}")
_MONOSPACE = "font-family: ui-monospace, 'DejaVu Sans Mono', 'SF Mono', Menlo, Consolas, monospace;"


def the_reader(sample: str = FIRST, *, theme: str = "quoth-dark") -> QuothApp:
    """The reader at the beginning of a sample, with nobody's state, in a theme."""
    session = Session([OpenText(path_of(sample))])
    return QuothApp(session, state.State(theme=theme, welcomed=True))


def driven_by(keys: Iterable[str], typed: str = "") -> Callable[[Pilot[None]], Awaitable[None]]:
    """What presses keys, then types words, once the text can be searched."""

    async def drive(pilot: Pilot[None]) -> None:
        app = pilot.app
        assert isinstance(app, QuothApp)
        while app.session.text.loaded().name not in app.session.library.documents:
            await pilot.pause(0.01)
        await app.workers.wait_for_complete()
        await pilot.press(*keys)
        await pilot.pause()
        for box in app.screen.query(Input):
            box.cursor_blink = False
            if typed and box.has_focus:
                box.value = typed
        await settle(pilot)

    return drive


async def settle(pilot: Pilot[None]) -> None:
    """Wait until nothing is left to be done, and every height is known, which the scrollbar shows."""
    await pilot.pause()
    await pilot.app.workers.wait_for_complete()
    for screen in pilot.app.screen_stack:
        while any(view.is_measuring for view in screen.query(ReaderView)):
            await pilot.pause(0.01)
    await pilot.pause()


def self_contained(svg: str) -> str:
    """A screenshot that calls nobody: Rich has its font fetched from the network.

    Any monospaced font will do in its stead, for the length of each run of words is stated; so that
    this holds in every viewer, spaces are kept where a run begins or ends with them.
    """
    alone = _FONT_FACE.sub("", svg).replace("font-family: Fira Code, monospace;", _MONOSPACE)
    return alone.replace('-matrix">', '-matrix" xml:space="preserve">')
