"""Keys that come all at once: what is meant for a box is in it, though it is only being made."""

from __future__ import annotations

import pytest
from textual.widgets import Input

from tests.tui.conftest import Open, Stage
from tests.tui.test_monkey import key_event
from tui.screens.marks_list import MarkSetter


async def at_once(stage: Stage, *keys: str) -> None:
    """Keys that are all there before the first of them has been taken."""
    for key in keys:
        stage.app.post_message(key_event(key))
    await stage.settle()


@pytest.mark.parametrize(
    ("opens", "typed"),
    [(":", "theme"), ("v", "tom"), ("t", "bri"), ("?", "next"), ("/", "new"), ("ctrl+p", "mar")],
)
async def test_quick_letters_are_not_lost(open_reader: Open, opens: str, typed: str) -> None:
    async with open_reader() as stage:
        await at_once(stage, opens, *typed)
        boxes = stage.app.screen.query(Input)
        assert [box.value for box in boxes] == [typed]
        assert not stage.screen.status.count


async def test_what_is_typed_as_usual_is_there_once(open_reader: Open) -> None:
    async with open_reader() as stage:
        await stage.press(":")
        await stage.type("theme nord")
        assert stage.app.screen.query_one(Input).value == "theme nord"


async def test_a_line_and_its_end_may_come_at_once(open_reader: Open) -> None:
    async with open_reader() as stage:
        await at_once(stage, ":", "3", "4", "backspace", "enter")
        paragraph = stage.screen.document.paragraphs[2]
        assert stage.app.screen is stage.screen
        assert stage.screen.at == paragraph.span.start


async def test_keys_of_a_list_may_come_with_it(open_reader: Open) -> None:
    async with open_reader() as stage:
        await at_once(stage, "v", "down", "enter")
        voice = stage.screen.session.text.glance.rows[1].voice  # type: ignore[union-attr]
        quotation = stage.screen.current_quotation
        assert quotation is not None
        assert voice is not None
        assert quotation.voice == voice.number


async def test_a_list_may_be_left_at_once(open_reader: Open) -> None:
    async with open_reader() as stage:
        await at_once(stage, ":", "escape")
        assert stage.app.screen is stage.screen


async def test_enter_takes_the_first_letter_for_a_mark(open_reader: Open) -> None:
    async with open_reader() as stage:
        await at_once(stage, "m", "enter")
        assert not isinstance(stage.app.screen, MarkSetter)
        assert stage.screen.session.text.marks == {"a": 0}


async def test_a_letter_to_jump_by_may_come_at_once(open_reader: Open) -> None:
    async with open_reader() as stage:
        await stage.press("g")
        await at_once(stage, ";", "s")
        assert stage.app.screen is stage.screen
        assert stage.screen.at > 0
