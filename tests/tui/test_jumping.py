"""Jump mode: a letter for everything that can be gone to, and each goes where it says."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as some
from textual.widgets import Static

from tests.tui.conftest import Open, Stage
from tests.tui.made import span
from texts.samples import sample_path
from tui.jumping import LETTERS, MOST, Spot, labels_for, letters_for, narrowed
from tui.session import OpenText
from tui.widgets.jump_letters import JumpLetters, Letters

_SPOTS = some.builds(Spot, some.integers(0, 60), some.integers(0, 30), some.integers(0, 9_999))


@given(some.integers(0, MOST))
def test_no_word_begins_another_and_no_more_are_long_than_must_be(count: int) -> None:
    words = letters_for(count)
    assert len(set(words)) == count
    for word in words:
        assert set(word) <= set(LETTERS)
        assert [other for other in words if other.startswith(word)] == [word]
    if count <= len(LETTERS):
        assert all(len(word) == 1 for word in words)


def test_the_home_row_first() -> None:
    assert letters_for(9) == list("asdfghjkl")
    assert letters_for(28)[-4:] == ["n", "ma", "ms", "md"]


@given(some.lists(_SPOTS, max_size=120))
def test_labels_stand_before_their_own_and_never_over_each_other(spots: list[Spot]) -> None:
    labels = labels_for(spots)
    begins = {(spot.goal, spot.x, spot.y) for spot in spots}
    cells: set[tuple[int, int]] = set()
    for label in labels:
        wide = len(label.letters)
        assert (label.goal, label.x + wide, label.y) in begins or label.x == 0
        own = {(label.x + at, label.y) for at in range(wide)}
        assert not own & cells
        cells |= own


def test_many_in_a_row_of_which_some_would_hide_others() -> None:
    # A letter at 5 would stand on the beginning of what begins there.
    close = [Spot(x, 0, x) for x in (5, 6, 8)]
    assert [(label.x, label.goal) for label in labels_for(close)] == [(4, 5), (7, 8)]


def test_typing_narrows() -> None:
    labels = labels_for(Spot(10, y, y) for y in range(60))
    pair = next(label for label in labels if len(label.letters) == 2)
    meant = narrowed(labels, pair.letters[0])
    assert pair in meant
    assert all(label.letters[0] == pair.letters[0] for label in meant)
    assert narrowed(labels, pair.letters) == [pair]


def letters(stage: Stage) -> JumpLetters:
    assert isinstance(stage.app.screen, JumpLetters)
    return stage.app.screen


def letter_at(stage: Stage, before: str) -> str:
    """The letter that stands just before some words of the screen."""
    for line in stage.seen().splitlines():
        if before in line:
            return line[line.index(before) - 1]
    raise AssertionError(before)


@pytest.mark.parametrize("size", [(58, 30), (80, 40), (120, 40), (160, 45)])
async def test_a_letter_goes_to_its_quotation_and_back(
    open_reader: Open, size: tuple[int, int]
) -> None:
    async with open_reader(size=size) as stage:
        start, before = stage.screen.at, stage.seen()
        await stage.press(";")
        letter = letter_at(stage, "“We have no choice")
        assert letter in LETTERS
        # Nothing has moved.
        for old, new in zip(before.splitlines()[:-2], stage.seen().splitlines(), strict=False):
            assert len(old) == len(new)
            assert sum(a != b for a, b in zip(old, new, strict=True)) <= 4
        await stage.press(letter)
        assert stage.screen.at == span("“We have no choice").start
        await stage.press("ctrl+o")
        assert stage.screen.at == start


async def test_escape_and_what_no_label_begins_with_go_nowhere(open_reader: Open) -> None:
    async with open_reader() as stage:
        place = stage.screen.at
        await stage.press(";", "m", "1", "down")
        letters(stage)
        await stage.press("escape")
        assert stage.app.screen is stage.screen
        assert stage.screen.at == place
        assert stage.screen.focused is stage.screen.view


async def test_another_size_leaves_it(open_reader: Open) -> None:
    async with open_reader() as stage:
        await stage.press(";")
        letters(stage)
        await stage.pilot.resize_terminal(90, 30)
        await stage.settle()
        assert stage.app.screen is stage.screen


async def test_a_letter_can_be_clicked(open_reader: Open) -> None:
    async with open_reader() as stage:
        await stage.press(";")
        last = list(letters(stage).query(Static))[-1]
        await stage.pilot.click(last)
        await stage.settle()
        assert stage.app.screen is stage.screen
        assert stage.screen.session.history.back((0, stage.screen.at)) is not None


@pytest.mark.parametrize("size", [(58, 20), (120, 40)])
async def test_the_attribution_has_a_letter(open_reader: Open, size: tuple[int, int]) -> None:
    async with open_reader(size=size) as stage:
        await stage.press(";")
        at = stage.screen.pane if size[0] > 58 else stage.screen.one_line
        letter = next(
            str(label.content)
            for label in letters(stage).query(Static)
            if label.region.y == at.region.y and label.region.x <= at.region.x + 1
        )
        await stage.press(letter)
        assert stage.screen.focused is not stage.screen.view


async def test_results_have_letters(open_reader: Open) -> None:
    async with open_reader(OpenText(sample_path()), size=(160, 45)) as stage:
        await stage.press("/")
        await stage.ask("impunity")
        await stage.press("f12")
        letter = letter_at(stage, "¶ 9 ")
        await stage.press(letter)
        assert not stage.screen.panel.is_open
        assert stage.screen.document.paragraphs.index_at(stage.screen.at) == 8
        assert stage.screen.status.notice.startswith("hit ")


async def test_two_letters_where_there_are_many(open_reader: Open) -> None:
    async with open_reader(OpenText(sample_path()), size=(120, 60)) as stage:
        await stage.press("/")
        await stage.ask("the")
        await stage.press("enter", ";")
        pair = next(
            label.label for label in letters(stage).query(Letters) if len(label.label.letters) > 1
        )
        shown = len([w for w in letters(stage).query(Static) if w.display])
        await stage.press(pair.letters[0])
        assert 1 < len([w for w in letters(stage).query(Static) if w.display]) < shown
        await stage.press("backspace")
        assert len([w for w in letters(stage).query(Static) if w.display]) == shown
        await stage.press(*pair.letters)
        assert stage.app.screen is stage.screen
