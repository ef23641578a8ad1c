"""The reader driven by keys: travel, evidence, voices, copying, back and forward, leaving."""

from __future__ import annotations

from pathlib import Path

import pytest
from rich.color import ColorType

from tests.tui.conftest import Open
from tests.tui.made import span
from texts.loading import load
from texts.reading import VoiceKind
from texts.samples import path_of, sample_names, sample_path
from tui import state
from tui.commands import COMMANDS
from tui.screens.help import A_SIGN
from tui.screens.narrowing import NarrowingList
from tui.session import OpenText
from tui.widgets.welcome import Welcome


async def test_from_quotation_to_quotation(open_reader: Open) -> None:
    async with open_reader() as stage:
        places = []
        for _ in range(6):
            await stage.press("]")
            places.append(stage.at[:10])
        assert places == [
            "The old br",
            "“We have n",
            "“Who will ",
            "“Nobody wi",
            "the work w",
            "The old br",
        ]
        assert stage.screen.status.notice == "went on from the top"
        assert stage.screen.status.position == "quotation 1 of 5 · voice 1 of 1"
        await stage.press("[")
        assert stage.at.startswith("the work")
        assert stage.screen.status.notice == "went on from the end"


async def test_the_keys_without_alt_gr_do_the_same(open_reader: Open) -> None:
    async with open_reader() as stage:
        await stage.press(".", ".")
        assert stage.at.startswith("“We have")
        await stage.press(">")
        assert stage.at.startswith("the work")
        await stage.press("<", ",")
        assert stage.at.startswith("The old")


async def test_by_the_same_voice_and_by_doubt(open_reader: Open) -> None:
    async with open_reader() as stage:
        await stage.press("]", "]", "*")
        assert stage.at.startswith("the work")
        assert stage.screen.status.position == "quotation 5 of 5 · voice 2 of 2"
        await stage.press("w")
        assert stage.at.startswith("“Nobody")
        await stage.press("*")
        assert stage.at.startswith("“Nobody")
        assert "no voice here" in stage.screen.status.notice


async def test_back_and_forward(open_reader: Open) -> None:
    async with open_reader() as stage:
        await stage.press("]", "]", "G")
        await stage.press("ctrl+o")
        assert stage.at.startswith("“We have")
        await stage.press("ctrl+o")
        assert stage.at.startswith("The old")
        await stage.press("L", "L")
        assert stage.at.startswith(("She", "the work", "She said"))
        await stage.press("L")
        assert stage.screen.status.notice == "no place after this one"


async def test_the_pane_follows_the_cursor(open_reader: Open) -> None:
    async with open_reader() as stage:
        await stage.press("]", "]")
        shown = stage.seen()
        assert "❝ Mara Lindqvist" in shown
        assert "said directly · explicit" in shown
        assert "“Mara Lindqvist”" in shown
        await stage.press("]", "]")
        assert "no attribution found" in stage.seen()
        await stage.press("g")
        assert "heading" in stage.seen()


async def test_evidence_is_lit_then_leads_to_the_introduction(open_reader: Open) -> None:
    async with open_reader() as stage:
        await stage.press("enter")
        assert "no quotation here" in stage.screen.status.notice
        await stage.press("[")
        await stage.press("enter")
        assert "inferred" in stage.screen.status.notice
        await stage.press("enter")
        assert stage.screen.at == span("Mara Lindqvist").start
        await stage.press("ctrl+o")
        assert stage.at.startswith("the work")


async def test_the_voices_narrow_and_lead_there(open_reader: Open) -> None:
    async with open_reader() as stage:
        await stage.press("v")
        overlay = stage.app.screen
        assert isinstance(overlay, NarrowingList)
        assert [choice.searched.partition(" ")[0] for choice in overlay.shown] == [
            "Mara",
            "the",
            "Tom",
            "the",
            "no",
        ]
        await stage.type("arr")
        assert [choice.value for choice in overlay.shown] == [2]
        await stage.press("enter")
        assert stage.app.screen is stage.screen
        assert stage.at.startswith("“Who will")
        await stage.press("v")
        await stage.type("nobody by this name")
        await stage.press("enter")
        assert isinstance(stage.app.screen, NarrowingList)
        await stage.press("escape")
        assert stage.app.screen is stage.screen


async def test_help_finds_a_command_and_does_it(open_reader: Open) -> None:
    async with open_reader() as stage:
        await stage.press("?")
        overlay = stage.app.screen
        assert isinstance(overlay, NarrowingList)
        numbers = [choice.value for choice in overlay.shown]
        assert [number for number in numbers if number != A_SIGN] == list(range(len(COMMANDS)))
        assert numbers.count(A_SIGN) > len(VoiceKind)
        await stage.type("next quotation")
        assert COMMANDS[overlay.shown[0].value].id == "quotation.next"
        await stage.press("enter")
        assert stage.at.startswith("The old")


async def test_the_card_of_the_first_run_goes_after_the_first_jump(open_reader: Open) -> None:
    async with open_reader(welcome=True) as stage:
        assert stage.screen.query(Welcome)
        await stage.press("j")
        assert stage.screen.query(Welcome)
        await stage.press("]")
        assert not stage.screen.query(Welcome)
        assert stage.app.state.welcomed


@pytest.mark.parametrize(
    ("rows", "shown"),
    [(20, ("next quotation",)), (24, ("┃ own words", "nobody's yet")), (40, ("~ inferred",))],
)
async def test_the_card_tells_the_signs_where_there_is_room(
    open_reader: Open, rows: int, shown: tuple[str, ...]
) -> None:
    async with open_reader(size=(80, rows), welcome=True) as stage:
        card = stage.screen.query_one(Welcome).region
        seen = "\n".join(stage.seen().splitlines()[card.y : card.bottom])
        assert card.height == {20: 1, 24: 2, 40: 5}[rows]
        assert all(words in seen for words in (*shown, "next quotation"))


@pytest.mark.parametrize("theme", ["ansi-dark", "quoth-dark"])
async def test_an_ansi_theme_leaves_the_colours_to_the_terminal(
    open_reader: Open, theme: str
) -> None:
    async with open_reader() as stage:
        stage.app.theme = theme
        await stage.settle()
        lines = stage.app.screen._compositor.render_strips()
        kinds = {
            segment.style.color.type
            for line in lines
            for segment in line
            if segment.style and segment.style.color
        }
        assert (ColorType.TRUECOLOR in kinds) is (theme == "quoth-dark")


async def test_leaving_keeps_the_place_and_the_theme(open_reader: Open) -> None:
    async with open_reader(OpenText(sample_path())) as stage:
        await stage.press("]", "T")
        offset, theme = stage.screen.at, stage.app.theme
        await stage.press("q")
        assert not stage.app.is_running
        assert state.save(stage.app.state_at_end()) is None
    kept, problem = state.load()
    assert problem is None
    assert kept.last == (str(sample_path()),)
    assert {key: text.place.offset for key, text in kept.texts.items()} == {
        load(sample_path()).digest: offset
    }
    assert kept.theme == theme == "quoth-light"


async def test_several_texts(open_reader: Open) -> None:
    texts = [OpenText(path_of(name)) for name in sample_names()[:3]]
    async with open_reader(*texts) as stage:
        await stage.press("]")
        first = stage.screen.at
        await stage.press("f2", "down", "enter")
        assert stage.screen.session.current == 1
        assert stage.screen.document.name == str(path_of(sample_names()[1]))
        await stage.press("ctrl+o")
        assert (stage.screen.session.current, stage.screen.at) == (0, first)


async def test_a_text_that_cannot_be_read_leaves_the_reader_where_it_is(
    open_reader: Open, tmp_path: Path
) -> None:
    texts = OpenText(sample_path()), OpenText(tmp_path / "gone.txt")
    async with open_reader(*texts) as stage:
        await stage.press("f2", "down", "enter")
        assert stage.screen.session.current == 0
        assert any("no such file" in notice for notice in stage.notices)


async def test_sections(open_reader: Open) -> None:
    async with open_reader(OpenText(path_of("well-on-a-friday-feature"))) as stage:
        await stage.press("}")
        heading = stage.at
        await stage.press("}", "{")
        assert stage.at == heading
        assert stage.screen.title_line.heading.section == heading


async def test_width_margin_and_theme(open_reader: Open) -> None:
    async with open_reader() as stage:
        view = stage.screen.view
        await stage.press("-", "-")
        assert view.text_width == 68
        await stage.press("=", "+")
        assert view.text_width == 74
        await stage.press("a")
        assert not view.margin
        themes = set()
        for _ in range(8):
            await stage.press("T")
            themes.add(stage.app.theme)
        assert {"quoth-dark", "quoth-light", "ansi-dark", "ansi-light"} <= themes


@pytest.mark.parametrize(
    ("size", "pane", "line"),
    [((160, 40), True, False), ((80, 24), True, False), ((60, 20), True, False),
     ((59, 24), False, True), ((100, 19), False, True), ((40, 12), False, True)],
)  # fmt: skip
async def test_the_attribution_is_always_somewhere(
    open_reader: Open, size: tuple[int, int], pane: bool, line: bool
) -> None:
    async with open_reader(size=size) as stage:
        await stage.press("]", "]")
        assert bool(stage.screen.pane.size.height) is pane
        assert stage.screen.one_line.display is line
        assert "Lindqvist" in stage.seen()


async def test_the_place_survives_a_storm_of_sizes(open_reader: Open) -> None:
    async with open_reader(OpenText(sample_path())) as stage:
        await stage.press("]", "]", "]")
        place = stage.screen.at
        for width, height in [
            (58, 20),
            (200, 60),
            (20, 5),
            (60, 20),
            (119, 40),
            (250, 80),
            (80, 24),
        ]:
            await stage.pilot.resize_terminal(width, height)
            await stage.settle()
            assert stage.screen.at == place
        assert "Ebrahim Raisi has" in stage.seen()


async def test_a_pane_that_goes_gives_the_focus_back(open_reader: Open) -> None:
    async with open_reader(size=(120, 40)) as stage:
        await stage.press("shift+tab")
        assert stage.screen.pane.has_focus
        await stage.pilot.resize_terminal(50, 30)
        await stage.settle()
        assert stage.screen.view.has_focus
