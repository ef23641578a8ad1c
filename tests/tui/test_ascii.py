"""With signs in ASCII the reader draws no sign and no line of its own that ASCII does not have."""

from __future__ import annotations

import pytest
from textual.containers import Vertical

from tests.tui.conftest import Open
from texts.samples import FIRST, path_of
from tui.config import Config
from tui.look import Look
from tui.session import OpenText
from tui.voice_signs import CERTAINTY_SIGNS, KIND_SIGNS, MODE_SIGNS

_LINES = {chr(number) for number in range(0x2500, 0x25A0)}
_SIGNS = {
    sign.glyph
    for signs in (KIND_SIGNS, CERTAINTY_SIGNS, MODE_SIGNS)
    for sign in signs.values()
    if not sign.glyph.isascii()
} | {"›", "▸", "❝"}


@pytest.mark.parametrize("size", [(58, 20), (100, 30), (130, 40), (180, 45)])
async def test_the_screen_has_none_of_our_signs(open_reader: Open, size: tuple[int, int]) -> None:
    config = Config(Look(plain=True))
    async with open_reader(OpenText(path_of(FIRST)), size=size, config=config) as stage:
        for _ in range(3):
            await stage.press("]")
            # “¶” stands for a paragraph in many a sentence, and is in Latin-1 as well.
            drawn = set(stage.seen()) & (_LINES | _SIGNS)
            assert drawn <= {"¶"}, drawn


async def test_the_words_of_the_text_stay_what_they_are(open_reader: Open) -> None:
    async with open_reader(config=Config(Look(plain=True))) as stage:
        await stage.press("]")
        assert "“We have no choice,” said Mara Lindqvist" in stage.seen()


@pytest.mark.parametrize("key", ["?", "v", "V", "c", "y", "x", "t", "m"])
async def test_no_list_or_box_has_them_either(open_reader: Open, key: str) -> None:
    config = Config(Look(plain=True))
    async with open_reader(OpenText(path_of(FIRST)), size=(100, 60), config=config) as stage:
        await stage.press("]", key)
        if key == "?":
            await stage.type("signs kind")
        assert stage.app.screen is not stage.screen
        over = stage.app.screen.query_one(Vertical).region
        drawn = "".join(
            line[over.x : over.right] for line in stage.seen().splitlines()[over.y : over.bottom]
        )
        assert "+---" in drawn
        assert not set(drawn) & (_LINES | _SIGNS - {"¶"})
