"""Whose words at a glance: the voices pane, the strip, and the list of voices."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from tests.tui.conftest import Open, Stage
from tests.tui.made import article, reading
from texts.document import Document
from texts.loading import read_text
from texts.reading import AUTHOR, Reading, Voice, VoiceKind
from texts.shares import Shares, shares_of
from tui.config import Config
from tui.look import Look
from tui.screens.voices import VoicesList
from tui.session import OpenText


def rows_of_pane(stage: Stage) -> list[str]:
    """The lines of the voices pane, as they are seen."""
    region = stage.screen.voices_pane.content_region
    lines = stage.seen().splitlines()[region.y : region.bottom]
    return [line[region.x : region.right].rstrip() for line in lines]


async def test_a_wide_screen_shows_all_voices_with_their_shares(open_reader: Open) -> None:
    async with open_reader(size=(120, 40)) as stage:
        *rows, legend = rows_of_pane(stage)
        assert [" ".join(row.split()) for row in rows] == [
            "❝ Mara Lindqvist ┃┃┃┊┊ 29 %",
            "⌂ the city ┊┊┊ 15 %",
            "❝ Tom Arrow ┃ 6 %",
            "▸ │ the author ········ 44–50 %",
            "╏ unresolved ╏ 6 %",
        ]
        assert legend.split() == ["┃", "own", "┊", "reported", "·", "author", "╏", "nobody's"]


async def test_the_voice_at_the_cursor_is_marked(open_reader: Open) -> None:
    async with open_reader(size=(120, 40)) as stage:
        for voice in ("the city", "Mara Lindqvist", "Tom Arrow", "unresolved"):
            await stage.press("]")
            (marked,) = (row for row in rows_of_pane(stage) if "▸" in row)
            assert voice in marked


async def test_a_click_goes_to_the_next_words_of_a_voice(open_reader: Open) -> None:
    async with open_reader(size=(120, 40)) as stage:
        places = []
        for _ in range(3):
            await stage.pilot.click(stage.screen.voices_pane, offset=(8, 1))
            await stage.settle()
            places.append(stage.at[:8])
        assert places == ["“We have", "the work", "“We have"]
        assert "from the top" in stage.screen.status.notice
        assert stage.app.focused is stage.screen.view
        await stage.pilot.click(stage.screen.voices_pane, offset=(8, 6))
        await stage.settle()
        assert stage.app.focused is stage.screen.view


async def test_a_click_on_nobodys_words_and_on_the_authors(open_reader: Open) -> None:
    async with open_reader(size=(120, 40)) as stage:
        await stage.pilot.click(stage.screen.voices_pane, offset=(8, 5))
        await stage.settle()
        assert stage.at == "“Nobody will come.”"
        await stage.pilot.click(stage.screen.voices_pane, offset=(8, 4))
        await stage.settle()
        assert "no paragraph without" in stage.screen.status.notice


@pytest.mark.parametrize(
    ("size", "strip"),
    [
        ((62, 24), "+3 · author ······ 44–50 · ? ╏ 6 %"),
        ((80, 24), "Mara Lindqvist ┃┃┊┊ 29 · +2 · author ······ 44–50 · ? ╏ 6 %"),
        (
            (100, 24),
            "Lindqvist ┃┃┊ 29 · the city ┊ 15 · Tom Arrow ┃ 6 · author ···· 44–50 · ? ╏ 6 %",
        ),
    ],
)
async def test_the_border_has_the_shares_where_there_is_no_voices_pane(
    open_reader: Open, size: tuple[int, int], strip: str
) -> None:
    async with open_reader(size=size) as stage:
        assert f" {strip}─" in stage.seen()
        assert not stage.screen.voices_pane.display


async def test_the_strip_is_not_said_twice(open_reader: Open) -> None:
    async with open_reader(size=(160, 45)) as stage:
        assert stage.seen().count("44–50 %") == 1


async def test_many_voices_leave_room_for_the_author_and_nobody(open_reader: Open) -> None:
    document, made = crowd(40)
    async with open_reader(OpenText(None, document, made), size=(120, 30)) as stage:
        rows = rows_of_pane(stage)
        assert "and 3" in rows[-3]
        assert "the author" in rows[-2]
        assert "no attribution found" in rows[-1]
        await stage.press("G", "[")
        (marked,) = (row for row in rows_of_pane(stage) if "▸" in row)
        assert "Voice 39" in marked


def crowd(count: int) -> tuple[Document, Reading]:
    """A text of as many paragraphs, each with words of another voice."""
    lines = [f"“It rained,” said Voice {at}." for at in range(1, count + 1)]
    document = read_text("crowd.txt", "\n\n".join(lines).encode())
    first = reading().quotations[3]
    voices = tuple(Voice(at, f"Voice {at}", VoiceKind.PERSON) for at in range(1, count + 1))
    quotations = []
    for paragraph in document.paragraphs:
        span = replace(paragraph.span, end=paragraph.span.start + len("“It rained,”"))
        quotations.append(
            replace(first, paragraph=paragraph.number, spans=(span,), voice=paragraph.number)
        )
    return document, Reading(document, (AUTHOR, *voices), tuple(quotations), covers=count)


async def test_the_list_tells_words_and_shares(open_reader: Open) -> None:
    async with open_reader() as stage:
        await stage.press("v")
        assert isinstance(stage.app.screen, VoicesList)
        seen = " ".join(stage.seen().split())
        assert "Voices in this text: 3 · 48 words" in seen
        assert "2 ┃┃┃┊┊ 29 % 8┃ 6┊ ❝ Mara Lindqvist person" in seen
        assert "14 words: 8 verbatim, 6 reported" in seen
        assert "also She" in seen


async def test_tab_finds_all_words_of_a_voice(open_reader: Open) -> None:
    async with open_reader() as stage:
        await stage.searchable()
        await stage.press("v", "tab")
        assert stage.app.screen is stage.screen
        assert stage.screen.panel.line.value == 'voice:"mara lindqvist"'
        assert len(stage.screen.found.rows) == 2
        await stage.press("enter")
        assert stage.at.startswith("“We have")
        await stage.press("n", "n")
        assert stage.at.startswith("the work")


async def test_tab_finds_what_nobody_is_credited_with(open_reader: Open) -> None:
    async with open_reader() as stage:
        await stage.searchable()
        await stage.press("v", "pagedown", "tab")
        assert [row.start for row in stage.screen.found.rows] == [reading().quotations[3].start]


async def test_the_author_is_not_looked_for_by_name(open_reader: Open) -> None:
    async with open_reader() as stage:
        await stage.press("v", "down", "down", "down", "tab")
        assert "no words to be found by name" in stage.screen.status.notice
        assert not stage.screen.panel.is_open


async def test_an_opening_says_that_it_is_one(open_reader: Open) -> None:
    opening = replace(reading(), covers=3)
    async with open_reader(OpenText(None, article(), opening)) as stage:
        assert "Voices in this text so far" in stage.seen()
        await stage.press("v")
        assert "Voices in this text so far: 3" in stage.seen()


async def test_a_long_text_is_counted_in_a_thread_once(
    open_reader: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    counted: list[Reading] = []

    def shares(found: Reading, given_up: Callable[[], bool]) -> Shares:
        counted.append(found)
        return shares_of(found, given_up)

    monkeypatch.setattr("tui.screens.voicing._AT_ONCE", 10)
    monkeypatch.setattr("tui.voice_shares.shares_of", shares)
    async with open_reader(size=(120, 40)) as stage:
        await stage.until(lambda: stage.screen.session.text.glance is not None)
        await stage.press("]", "]", "[")
        assert len(counted) == 1
        assert "29 %" in stage.seen()


async def test_a_corrected_reading_is_counted_again(open_reader: Open) -> None:
    async with open_reader(size=(120, 40)) as stage:
        stage.screen.session.text.reading = replace(reading(), quotations=reading().quotations[:1])
        stage.screen.refresh_state()
        await stage.settle()
        assert [" ".join(row.split()) for row in rows_of_pane(stage)][:2] == [
            "⌂ the city ┊ 15 %",
            "▸ │ the author ········ 85 %",
        ]


async def test_signs_in_ascii(open_reader: Open) -> None:
    plain = Config(Look(plain=True))
    async with open_reader(size=(120, 40), welcome=True, config=plain) as stage:
        assert [" ".join(row.split()) for row in rows_of_pane(stage)][:2] == [
            '" Mara Lindqvist |||:: 29 %',
            "@ the city ::: 15 %",
        ]
        assert all(row.replace("–", "-").isascii() for row in rows_of_pane(stage))
        assert "| own words   : reported" in stage.seen()
        await stage.press("v")
        assert '8| 6:  " Mara Lindqvist' in stage.seen()
    async with open_reader(size=(80, 24), config=plain) as stage:
        assert "author ...... 44–50 / ? ? 6 %" in stage.seen()
