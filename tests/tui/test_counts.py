"""Digits before a move: what they make, how it is shown, and what it does."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.tui.conftest import Open
from tests.tui.made import span
from texts.document import Document
from texts.loading import read_text
from texts.samples import path_of
from tui.commands import COMMANDS
from tui.counts import MOST, Count
from tui.session import OpenText


def typed(digits: str) -> Count:
    count = Count()
    for digit in digits:
        count = count.followed_by(int(digit))
    return count


@given(digits=st.text("0123456789", max_size=12))
def test_digits_make_a_number_and_never_too_great_a_one(digits: str) -> None:
    count = typed(digits)
    number = int(digits or "0")
    assert count.number == (min(number, MOST) or None)
    assert count.capped is (number > MOST)
    assert bool(count.in_words("G", "esc")) is (number > 0)


def test_it_says_when_it_is_capped() -> None:
    assert "the most there is" in typed("9999999").in_words("G", "esc")
    assert "the most" not in typed("999999").in_words("G", "esc")


@pytest.mark.parametrize("digits", ["9", "999999", "9999999"])
def test_it_is_whole_in_a_narrow_window(digits: str) -> None:
    assert len(typed(digits).in_words("G", "esc")) <= 56


def lines(count: int) -> Document:
    words = "\n\n".join(f"Paragraph number {at} says nothing." for at in range(1, count + 1))
    return read_text("long.txt", words.encode())


async def test_a_count_is_shown_used_once_and_given_up(open_reader: Open) -> None:
    async with open_reader() as stage:
        status = stage.screen.status
        await stage.press("0")
        assert not status.count
        await stage.press("3")
        assert "3 ×" in stage.seen()
        await stage.press("]")
        assert stage.at.startswith("“Who will")
        assert not status.count
        await stage.press("[")
        assert stage.at.startswith("“We have")
        await stage.press("2", "escape", "]")
        assert stage.at.startswith("“Who will")
        await stage.press("9", "a", "[")
        assert stage.at.startswith("“We have")


async def test_esc_and_q_give_up_the_count_alone(open_reader: Open) -> None:
    async with open_reader() as stage:
        await stage.press("]", "enter", "3", "escape")
        assert stage.screen.put_out_evidence()
        await stage.press("3", "q")
        assert stage.app.is_running


@pytest.mark.parametrize(
    ("keys", "words", "said"),
    [
        (("2", "G"), "The old bridge", ""),
        (("4", "g"), "Shopkeepers", ""),
        (("5", "0", "G"), "She said", "there are 6 paragraphs: this is the last"),
        (("2", "j"), "“We have", None),
        (("]", "*"), "The old bridge", "went on from the top"),
        (("2", "w"), "the work would", "unsure 2 of 2"),
        (("9", "]"), "the work would", "only 5 on: the last quotation"),
        (("]", "]", "]", "2", "ctrl+o"), "The old bridge", "back"),
    ],
)
async def test_what_a_count_does(
    open_reader: Open, keys: tuple[str, ...], words: str, said: str | None
) -> None:
    async with open_reader() as stage:
        await stage.press(*keys)
        assert stage.screen.at == span(words).start
        assert said is None or stage.screen.status.notice == said


async def test_a_move_of_several_lines_or_pages_can_be_undone(open_reader: Open) -> None:
    document = lines(3_000)
    async with open_reader(OpenText(None, document), size=(80, 24)) as stage:
        for keys in (("1", "2", "j"), ("3", "space"), ("4", "ctrl+d")):
            await stage.press("9", "0", "G")
            left = stage.screen.at
            await stage.press(*keys)
            assert stage.screen.at > left
            await stage.press("ctrl+o")
            assert stage.screen.at == left


async def test_very_many_lines_are_not_all_laid_out(open_reader: Open) -> None:
    async with open_reader(OpenText(None, lines(3_000)), size=(80, 24)) as stage:
        await stage.press("9", "9", "9", "9", "9", "9", "j")
        assert stage.at.startswith("Paragraph number 501 ")
        assert "the most at once" in stage.screen.status.notice


async def test_the_paragraph_gone_to_is_not_at_the_edge(open_reader: Open) -> None:
    async with open_reader(OpenText(None, lines(300)), size=(80, 24)) as stage:
        await stage.press("1", "5", "0", "G")
        rows = stage.seen().splitlines()
        row = next(at for at, drawn in enumerate(rows) if "number 150 " in drawn)
        view = stage.screen.view
        assert 3 <= row - view.region.y <= view.size.height - 4


async def test_headings_by_a_count(open_reader: Open) -> None:
    async with open_reader(OpenText(path_of("well-on-a-friday-feature"))) as stage:
        count = len(stage.screen.sections)
        await stage.press("2", "}")
        second = stage.screen.at
        assert f" of {count}" in stage.screen.status.notice
        assert stage.screen.sections[2].start == second
        await stage.press("9", "9", "}")
        assert "the last heading" in stage.screen.status.notice
        await stage.press("}")
        assert stage.screen.status.notice == "no heading after this"
        await stage.press("ctrl+o")
        assert stage.screen.at == second


def test_only_moves_and_ways_out_keep_a_count() -> None:
    keeping = {command.id.partition(".")[0] for command in COMMANDS if command.keeps_count}
    assert keeping == {
        "count", "quotation", "voice", "unsure", "find", "result", "move", "back", "forward",
        "out", "step_back",
    }  # fmt: skip


async def test_a_count_chosen_from_the_help_says_how_to_count(open_reader: Open) -> None:
    async with open_reader() as stage:
        await stage.press("?")
        await stage.type("count")
        await stage.press("enter")
        assert "type a number" in stage.screen.status.notice
