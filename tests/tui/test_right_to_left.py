"""Texts from right to left in the reader: what stands beside them, and what is found and copied."""

from __future__ import annotations

import pytest
from textual.geometry import Offset
from textual.selection import Selection

from tests.tui.conftest import Open, Stage
from tests.tui.layout.test_bidi import ARABIC, ENGLISH, HEBREW, made, read
from tui.config import Config
from tui.look import Look
from tui.session import OpenText

SIZES = [(58, 20), (80, 24), (120, 40), (200, 50)]


def text(*paragraphs: str) -> OpenText:
    document = made(*paragraphs)
    return OpenText(None, document, read(document))


def beside_the_text(stage: Stage) -> list[str]:
    """What of the page stands on the same rows as the text, besides its own ribbon."""
    screen, rows = stage.screen, stage.screen.view.region
    return [
        f"{widget!r}"
        for widget, (region, _) in screen._compositor.visible_widgets.items()
        if widget.is_attached
        and region.y < rows.bottom
        and rows.y < region.bottom
        and screen.view not in widget.ancestors_with_self
        and widget not in screen.view.ancestors
    ]


@pytest.mark.parametrize("size", SIZES)
async def test_nothing_stands_beside_a_right_to_left_text(
    open_reader: Open, size: tuple[int, int]
) -> None:
    async with open_reader(text(HEBREW, ARABIC, ENGLISH), size=size) as stage:
        assert "right to left" in stage.screen.status.notice
        assert beside_the_text(stage) == []
        await stage.press("/")
        assert beside_the_text(stage) == []
        assert stage.screen.view.region.height >= size[1] // 4
        await stage.press("escape", "tab")
        assert beside_the_text(stage) == []


@pytest.mark.parametrize("words", [(ENGLISH, HEBREW, ENGLISH), (ENGLISH,)])
async def test_other_texts_keep_their_pane(open_reader: Open, words: tuple[str, ...]) -> None:
    async with open_reader(text(*words), size=(120, 40)) as stage:
        assert stage.screen.status.notice == ""
        assert "AttributionPane" in " ".join(beside_the_text(stage))


async def test_off_changes_nothing(open_reader: Open) -> None:
    config = Config(Look(bidi="off"))
    async with open_reader(text(HEBREW, HEBREW), size=(120, 40), config=config) as stage:
        assert stage.screen.status.notice == ""
        assert "AttributionPane" in " ".join(beside_the_text(stage))
        assert any("Lindqvist" in row and "הגשר" in row for row in stage.seen().split("\n"))


async def test_names_stand_above_in_a_mixed_text(open_reader: Open) -> None:
    async with open_reader(text(ENGLISH, HEBREW, ENGLISH), size=(80, 24)) as stage:
        view = stage.screen.view
        rows = [view.render_line(row).text for row in range(12)]
        first = next(at for at, row in enumerate(rows) if "הגשר" in row)
        assert "Lindqvist" in rows[first - 1]
        assert "Lindqvist" not in rows[first]
        assert any("Lindqvist" in row and "bridge" in row for row in rows)


async def test_two_texts_stand_one_above_the_other(open_reader: Open) -> None:
    texts = text(ENGLISH, ENGLISH), text(HEBREW, HEBREW)
    async with open_reader(*texts, size=(160, 45)) as stage:
        screen = stage.screen
        await stage.press("|", "down", "enter")
        assert len(screen.views) == 2
        one, other = screen.views
        assert one.region.bottom <= other.region.y
        # Put away, it leaves the other its pane beside it again.
        await stage.press("tab")
        if screen.view is not one:
            screen.go_into(one)
        await stage.press("|")
        assert list(screen.views) == [one]
        assert "AttributionPane" in " ".join(beside_the_text(stage))


async def test_words_are_travelled_to_found_and_copied_as_they_are_written(
    open_reader: Open,
) -> None:
    async with open_reader(text("פסקה בלי ציטוט.", HEBREW), size=(120, 40)) as stage:
        screen = stage.screen
        await stage.press("]")
        assert stage.at.startswith("”אין לנו ברירה”,")
        await stage.searchable()
        await stage.press("/")
        await stage.ask("מהנדסת")
        await stage.press("enter")
        assert stage.at.startswith("מהנדסת העיר")
        index = screen.view.cursor.paragraph_index
        start = screen.at
        selected = Selection(Offset(start, index), Offset(start + len("מהנדסת העיר"), index))
        assert screen.view.get_selection(selected) == ("מהנדסת העיר", "\n")
