"""The help begins at what matters where the reader is."""

from __future__ import annotations

import pytest

from tests.tui.conftest import Open
from tui.screens.narrowing import NarrowingList


@pytest.mark.parametrize(
    ("keys", "title"),
    [
        ((), "Next quotation"),
        (("f9",), "Next pane"),
        (("/",), "Find"),
    ],
)
async def test_the_help_begins_where_the_reader_is(
    open_reader: Open, keys: tuple[str, ...], title: str
) -> None:
    async with open_reader(size=(120, 40)) as stage:
        await stage.press(*keys, "f1")
        overlay = stage.app.screen
        assert isinstance(overlay, NarrowingList)
        at = overlay.rows.highlighted
        assert at is not None
        command = stage.screen.session.keymap.commands[overlay.shown[at].value]
        assert command.title == title
