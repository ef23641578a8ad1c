"""A text that means harm is shown whole wherever text can appear, and never obeyed."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual import events
from textual.widgets import Input

from tests.tui.conftest import Open, Stage
from tests.tui.harmless import ORDERS, assert_harmless, assert_shows
from tui.session import OpenText

_UNDRAWN = "\u00ad"
"""The soft hyphen is the one character that is left out on purpose."""

_LINK = "[@click=app.quit]Press here[/]"


@pytest.mark.parametrize("width", [40, 58, 80, 160])
async def test_every_character_is_drawn(open_reader: Open, hostile: Path, width: int) -> None:
    async with open_reader(OpenText(hostile), size=(width, 200)) as stage:
        text, drawn = stage.screen.document.text, characters_of(stage)
        for paragraph in stage.screen.document.paragraphs:
            for offset in range(paragraph.span.start, paragraph.span.end):
                if not text[offset].isspace() and text[offset] != _UNDRAWN:
                    assert drawn.get(offset) == text[offset], (offset, text[offset])
        assert_shows(stage, "[sic]", "[/]", "[@click=app.quit]Press", r"\[escaped]", "[[double]]")


def characters_of(stage: Stage) -> dict[int, str]:
    """What the reading pane draws for each offset of the text, on all its rows."""
    view = stage.screen.view
    assert view.virtual_size.height <= view.size.height
    found: dict[int, str] = {}
    for row in range(view.size.height):
        for segment in view.render_line(row):
            if segment.style is not None and "offset" in segment.style.meta:
                at, _ = segment.style.meta["offset"]
                found |= dict(enumerate(segment.text, at))
    return found


@pytest.mark.parametrize("size", [(160, 45), (100, 30), (58, 20), (20, 5)])
async def test_travel_through_it(open_reader: Open, hostile: Path, size: tuple[int, int]) -> None:
    async with open_reader(OpenText(hostile), size=size) as stage:
        for keys in (
            ["]", "]", "enter"],
            ["*", "y", "c"],
            ["w", "enter", "a"],
            ["G", "space", "b"],
        ):
            await stage.press(*keys)
            assert_harmless(stage)
        assert not ORDERS.search(stage.app.clipboard.replace("\n", ""))


async def test_what_is_copied_is_what_is_written(open_reader: Open, hostile: Path) -> None:
    async with open_reader(OpenText(hostile)) as stage:
        await stage.press("]", "y", "y")
        assert stage.app.clipboard.startswith("“Close the gate [sic] at [/] once,”")
        await stage.press("g", "y", "c")
        assert stage.app.clipboard.startswith("Hostile [b]words[/b] [sic]\n— ")


async def test_a_heading_in_the_title_line(open_reader: Open, hostile: Path) -> None:
    async with open_reader(OpenText(hostile)) as stage:
        await stage.press("]")
        assert_shows(stage, "hostile.txt  ›  Hostile [b]words[/b] [sic] ")


@pytest.mark.parametrize(
    ("query", "row"),
    [
        ("press here", _LINK),
        ("escaped double", r"[link=file:///etc/passwd]x[/link] \[escaped] [[double]] [on red]"),
        ("owned colour", "title ␛]0;owned␇, colour ␛[31mred␛[0m"),
        ("money anyone", "“The money was �paid� to �no one� by �anyone�,”"),
        ("tab two tabs", "One tab,  two tabs."),
        ("vertical form", "First second third, vertical␋tab, form␌feed"),
    ],
)
async def test_what_is_found(open_reader: Open, hostile: Path, query: str, row: str) -> None:
    async with open_reader(OpenText(hostile), size=(150, 45)) as stage:
        await stage.searchable()
        await stage.press("/")
        await stage.ask(query)
        rows = stage.screen.panel.rows
        assert rows.option_count == 1
        assert rows.virtual_size.height == 1
        top = rows.region.y
        assert row in stage.seen().splitlines()[top]
        assert_harmless(stage)


@pytest.mark.parametrize(
    "query", ["[sic]:x", "voice:[/", "[@click=app.quit]x[/]:y", '"[b]unclosed']
)
async def test_a_mistaken_query(open_reader: Open, hostile: Path, query: str) -> None:
    async with open_reader(OpenText(hostile), size=(160, 45)) as stage:
        await stage.searchable()
        await stage.press("/")
        await stage.ask(query)
        assert_shows(stage, query)


async def test_a_query_that_is_pasted(open_reader: Open) -> None:
    pasted = "\x1b]0;owned\x07\x9b31mred \u202egnol \x00[/]:x\nrest"
    async with open_reader(size=(160, 45)) as stage:
        for key, shown in (("/", True), ("v", False), ("?", False)):
            await stage.press(key)
            box = stage.app.screen.query_one(Input)
            stage.app.post_message(events.Paste(pasted))
            await stage.settle()
            assert_harmless(stage)
            assert "owned" in box.value
            assert shown is stage.screen.panel.is_open
            await stage.press("escape")
