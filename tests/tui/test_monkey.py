"""A storm of keys and sizes: whatever is pressed, the cursor has a place and the keys a widget.

The suite has a short storm. `QUOTH_STORM=KEYS,SIZES,SEED` makes it as long as one likes.
"""

from __future__ import annotations

import os
import random
from pathlib import Path

import pytest
from textual import events
from textual.keys import _character_to_key
from textual.widgets import Input

from tests.tui.conftest import Open, Stage
from texts.samples import sample_path
from tui.commands import COMMANDS
from tui.session import OpenText

_LEAVING = {
    key for command in COMMANDS if command.action in ("leave", "out") for key in command.keys
}
_KEYS = sorted({key for command in COMMANDS for key in command.keys} - _LEAVING)
_OTHERS = [*"aeiosxyz", "tab", "shift+tab", "backspace", "delete", "left", "right", "ctrl+z"]
_STORMS = [(120, 10, 1), (120, 10, 2)]
if asked := os.environ.get("QUOTH_STORM"):
    many, sizes, seed = map(int, asked.split(","))
    _STORMS = [(many, sizes, seed)]
_LEAST = (30, 6)
"""Columns and rows below which a window is too small to show anything."""


@pytest.mark.timeout(120 if not asked else 7200)
@pytest.mark.parametrize(("keys", "sizes", "seed"), _STORMS)
async def test_a_storm_of_keys(
    open_reader: Open,
    keys: int,
    sizes: int,
    seed: int,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(tmp_path)  # An export that is accepted is written there.
    chance = random.Random(seed)  # noqa: S311
    turns: list[str | tuple[int, int]] = chance.choices([*_KEYS, *_OTHERS], k=keys)
    for at in sorted(chance.sample(range(keys), sizes)):
        turns.insert(at, (chance.randint(20, 200), chance.randint(5, 60)))
    async with open_reader(OpenText(sample_path())) as stage:
        shown = stage.app.screen
        for at, turn in enumerate(turns):
            if isinstance(turn, str):
                stage.app.post_message(key_event(turn))
                await stage.pilot.pause(0)
            else:
                await stage.pilot.resize_terminal(*turn)
                await stage.settle()
                assert_seen(stage, turns[: at + 1])
            changed, shown = stage.app.screen is not shown, stage.app.screen
            # A message is on its way, or a list just opens, which nobody answers before it is seen.
            if changed or stage.screen.at != stage.screen.view.cursor.offset:
                await stage.settle()
            assert_sound(stage, turns[: at + 1])
        for _ in range(4):
            await stage.press("escape")
        assert stage.app.screen is stage.screen
        for _ in range(5):
            await stage.press("ctrl+o")
            assert_sound(stage, ["ctrl+o"])
        await stage.press("q")
        assert not stage.app.is_running


async def test_rows_that_are_gone_before_they_are_told_of(open_reader: Open) -> None:
    async with open_reader() as stage:
        await stage.press("v")
        box = stage.app.screen.query_one(Input)
        box.value = "arr"
        box.value = "nobody"
        await stage.settle()
        assert stage.app.is_running
        assert "nothing by these words" in stage.seen()


def key_event(key: str) -> events.Key:
    """What a terminal makes of a key."""
    if len(key) == 1:
        return events.Key(key if key.isalnum() else _character_to_key(key), key)
    return events.Key(key, " " if key == "space" else None)


def assert_seen(stage: Stage, turns: list[str | tuple[int, int]]) -> None:
    """Whatever takes the keys is on the screen, and the status is one whole line of it."""
    size, focused = stage.app.size, stage.app.focused
    if size.width < _LEAST[0] or size.height < _LEAST[1]:
        return
    if focused is not None:
        assert stage.app.screen.region.overlaps(focused.region), (turns[-8:], focused)
    status = stage.screen.status
    if stage.app.screen is stage.screen and status.display:
        assert status.region.size == (size.width, 1), turns[-8:]


def assert_sound(stage: Stage, turns: list[str | tuple[int, int]]) -> None:
    """The cursor stands in a paragraph of the text, and there is something to take the keys."""
    lately = turns[-8:]
    paragraphs = stage.screen.document.paragraphs
    place = stage.screen.view.cursor
    assert 0 <= place.paragraph_index < len(paragraphs), lately
    span = paragraphs[place.paragraph_index].span
    assert span.start <= place.offset < span.end, lately
    assert stage.screen.at == place.offset, lately
    assert stage.app.is_running, lately
    # The letters of a jump are pressed on a screen of their own that has nothing to focus.
    assert stage.app.focused is not None or stage.app.screen is not stage.screen, lately
