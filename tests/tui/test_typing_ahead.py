"""Keys that come all at once: what is meant for a box is in it, though it is only being made."""

from __future__ import annotations

import pytest
from textual.widgets import Input

from tests.tui.conftest import Open
from tests.tui.test_monkey import key_event


@pytest.mark.parametrize(
    ("opens", "typed"), [(":", "theme"), ("v", "tom"), ("t", "bri"), ("?", "next")]
)
async def test_quick_letters_are_not_lost(open_reader: Open, opens: str, typed: str) -> None:
    async with open_reader() as stage:
        for key in opens + typed:
            stage.app.post_message(key_event(key))
        await stage.settle()
        assert stage.app.screen.query_one(Input).value == typed
        assert not stage.screen.status.count


async def test_what_is_typed_as_usual_is_there_once(open_reader: Open) -> None:
    async with open_reader() as stage:
        await stage.press(":")
        await stage.type("theme nord")
        assert stage.app.screen.query_one(Input).value == "theme nord"
