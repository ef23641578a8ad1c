"""Two texts side by side: which one is read, and where the words of one stand in the other."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from pathlib import Path

import pytest

from tests.tui.conftest import Open, Stage
from texts.attribution import attribute
from texts.comparing import Difference, Passage
from texts.document import Span
from texts.loading import read_text
from tui.parallels import passage_in_words
from tui.session import OpenText
from tui.widgets.reader_view import ReaderView

_RELEASE = """\
The bridge is not safe

“It is not safe for lorries and it will close in May,” said Mara Lindqvist, the city engineer.

The work takes a year.
"""
_STORY = """\
Bridge to close

The engineer spoke on Monday.

Then she was gone.

“It is safe for lorries and it will close in May,” said Mara Lindqvist.

“Nobody asked the ferryman about his summer,” said Tom Arrow.
"""


@pytest.fixture
def two(tmp_path: Path) -> list[OpenText]:
    texts = []
    for name, words in (("release.txt", _RELEASE), ("story.txt", _STORY)):
        path = tmp_path / name
        path.write_text(words, encoding="utf-8")
        texts.append(OpenText(path))
    return texts


async def lay_beside(stage: Stage) -> None:
    """The second text beside the first; the reader is in it."""
    await stage.press("|", "down", "enter")


async def test_a_second_text_is_laid_beside_and_put_away(
    open_reader: Open, two: list[OpenText]
) -> None:
    async with open_reader(*two) as stage:
        await lay_beside(stage)
        assert [Path(text.loaded().name).name for text in two] == ["release.txt", "story.txt"]
        assert len(stage.screen.views) == 2
        assert stage.title == "story.txt"
        assert "The work takes a year." in stage.seen()
        assert "spoke on Monday" in stage.seen()
        await stage.press("|")
        assert list(stage.screen.views) == [stage.screen.view]
        assert stage.title == "story.txt"
        assert "The work takes a year." not in stage.seen()


async def test_tab_goes_to_the_other_text_and_commands_are_about_it(
    open_reader: Open, two: list[OpenText]
) -> None:
    async with open_reader(*two) as stage:
        await lay_beside(stage)
        left = stage.screen.at
        key, _, told = stage.screen.status.notice.partition(" ")
        assert told.startswith("goes to the other text")
        await stage.press(key)
        assert stage.title == "release.txt"
        await stage.press("]")
        assert stage.at.startswith("“It is not safe")
        await stage.press("tab")
        assert stage.title == "story.txt"
        assert stage.screen.view.has_focus
        assert stage.screen.at != left  # it has followed


async def test_the_other_text_follows_to_the_same_words(
    open_reader: Open, two: list[OpenText]
) -> None:
    async with open_reader(*two) as stage:
        await lay_beside(stage)
        await stage.press("shift+tab", "]")
        other = stage.screen.other
        assert other is not None
        assert other.cursor.offset == _STORY.index("It is safe")
        assert "beside, ¶ 4: a negation differs" in stage.screen.status.notice
        assert stage.screen.status.notice.endswith("there Mara Lindqvist")


async def test_words_that_are_not_there_are_said_not_to_be_found(
    open_reader: Open, two: list[OpenText]
) -> None:
    async with open_reader(*two) as stage:
        await lay_beside(stage)
        other = stage.screen.other
        assert other is not None
        stood = other.cursor
        await stage.press("]", "]")
        assert stage.at.startswith("“Nobody asked the ferryman")
        assert "not found in the text beside" in stage.screen.status.notice
        assert other.cursor != stood  # by the first quotation, which is there


async def test_going_back_leads_over_to_the_other_text(
    open_reader: Open, two: list[OpenText]
) -> None:
    async with open_reader(*two) as stage:
        await stage.press("]")
        await lay_beside(stage)
        await stage.press("f2", "up", "enter")
        assert stage.title == "release.txt"
        assert len(stage.screen.views) == 2
        await stage.press("ctrl+o")
        assert stage.title == "story.txt"


async def test_one_text_can_be_read_in_two_places(open_reader: Open, two: list[OpenText]) -> None:
    async with open_reader(two[1]) as stage:
        await stage.press("|", "enter")
        assert [*stage.screen.views.values()] == [0, 0]
        await stage.press("G")
        first, second = stage.screen.views
        assert first.cursor.paragraph_index == 0
        assert second.cursor.paragraph_index == 4


@pytest.mark.parametrize("size", [(58, 30), (80, 24), (120, 40), (200, 60)])
async def test_there_is_room_for_both(
    open_reader: Open, two: list[OpenText], size: tuple[int, int]
) -> None:
    async with open_reader(*two, size=size) as stage:
        await lay_beside(stage)
        for view in stage.screen.views:
            assert view.size.width >= 25
            assert view.size.height >= 5
            assert view.show_horizontal_scrollbar is False


@pytest.mark.parametrize(
    ("differences", "few", "words"),
    [
        ((), False, "beside, ¶ 1: the same words"),
        ((), True, "beside, ¶ 1: the same words · few, perhaps by chance"),
        (
            (Difference.NUMBER, Difference.OMISSION),
            False,
            "a number differs; more words there, unmarked",
        ),
    ],
)
def test_parallels_in_words(differences: tuple[Difference, ...], few: bool, words: str) -> None:
    document = read_text("one.txt", b"Nobody was there.")
    passage = Passage(Span(0, 6), (Span(0, 6),), differences, few)
    assert words in passage_in_words(passage, document, None)


async def test_q_puts_the_other_text_away_before_it_leaves(
    open_reader: Open, two: list[OpenText]
) -> None:
    async with open_reader(*two) as stage:
        await lay_beside(stage)
        await stage.press("q")
        assert stage.app.is_running
        assert stage.screen.other is None
        await stage.press("q")
        assert not stage.app.is_running


async def test_of_two_texts_laid_at_once_the_later_one_stays(
    open_reader: Open, two: list[OpenText]
) -> None:
    async with open_reader(*two) as stage:
        # As when a text is laid while the list is open, which a slow one was chosen from before.
        await stage.press("|")
        stage.screen._lay(1)
        await stage.settle()
        await stage.press("enter")
        assert len(stage.screen.views) == 2
        assert len(stage.screen.query(ReaderView)) == 2


async def test_a_text_that_is_put_away_while_it_is_laid_is_gone(
    open_reader: Open, two: list[OpenText]
) -> None:
    async with open_reader(*two) as stage:
        stage.screen._lay(1)
        while stage.screen.other is None:
            await asyncio.sleep(0)
        stage.screen.put_away_other()
        await stage.settle()
        assert [*stage.screen.views.values()] == [0]
        assert stage.title == "release.txt"


@pytest.mark.parametrize(
    "name", ["[/", "[@click=app.quit]x[/]", "back\\", "[[sic]", "[red]a[/red]", "a$primary"]
)
async def test_a_hostile_name_stands_over_its_text_as_it_is(
    open_reader: Open, tmp_path: Path, name: str
) -> None:
    path = tmp_path / "hostile.txt"
    path.write_text(f"{name}\n\nNobody was there.\n\nNobody came.\n", encoding="utf-8")
    text = OpenText(path)
    async with open_reader(text) as stage:
        document = text.loaded()
        named = replace(document, origin=replace(document.origin, title=name))
        stage.screen.session.texts[0] = OpenText(path, named)
        stage.screen.show_text(0)
        await stage.press("|", "enter")
        assert f"▸ {name}─" in stage.seen()


async def test_a_search_leaves_the_other_text_where_it_is(
    open_reader: Open, two: list[OpenText], tmp_path: Path
) -> None:
    path = tmp_path / "third.txt"
    path.write_text("Nothing here.\n\nA ferryman and his dog.\n", encoding="utf-8")
    async with open_reader(*two, OpenText(path)) as stage:
        await lay_beside(stage)
        await stage.press("shift+tab", "s")
        await stage.until(lambda: all(text.searchable for text in stage.screen.session.texts))
        await stage.ask("ferryman")
        shown = {stage.title}
        for _ in range(3):
            await stage.press("down")
            shown.add(stage.title)
        assert shown == {"story.txt", "third.txt"}
        await stage.press("escape")
        assert [*stage.screen.views.values()] == [0, 1]
        assert stage.title == "release.txt"
        assert "summer" in stage.seen()


async def test_a_mark_stands_in_both_ribbons_of_a_text(
    open_reader: Open, two: list[OpenText]
) -> None:
    async with open_reader(two[1]) as stage:
        await stage.press("|", "enter", "G", "m", "x", "g")
        ribbons = [view.ribbon for view in stage.screen.views]
        for ribbon in ribbons:
            rows = [ribbon.render_line(y).text for y in range(ribbon.size.height)]
            assert any("x" in row for row in rows)


async def test_both_views_of_a_text_show_what_was_read_again(
    open_reader: Open, two: list[OpenText], tmp_path: Path
) -> None:
    async with open_reader(two[1]) as stage:
        await stage.press("|", "enter", "G")
        (tmp_path / "story.txt").write_text("All is new.\n", encoding="utf-8")
        await stage.press("tab", "r")
        for view in stage.screen.views:
            assert view.document is stage.screen.document
            assert view.cursor.offset <= len("All is new.\n")
        await stage.press("tab", "j", "k")
        assert stage.seen().count("All is new.") == 2


def test_of_how_much_was_compared_and_whose_it_is_no_more_is_told_than_is_known() -> None:
    document = read_text("story.txt", _STORY.encode())
    reading = attribute(document)

    def told(words: str, compared: int | None = None, covers: int | None = None) -> str:
        start = _STORY.index(words)
        span = Span(start, start + len(words))
        passage = Passage(span, (span,), (), False, compared)
        known = reading if covers is None else attribute(document, covers)
        return passage_in_words(passage, document, known)

    assert told("It is safe").endswith("the same words · there Mara Lindqvist")
    assert told("It is safe", 300).startswith("beside, ¶ 4: of its first 300 words the same words")
    assert told("The engineer spoke").endswith("there in no quotation")
    assert told("close in May,” said Mara").endswith("there not all one voice’s")
    assert told("It is safe", covers=1).endswith("the same words")


async def test_a_key_right_after_tab_is_about_the_other_text(
    open_reader: Open, two: list[OpenText]
) -> None:
    async with open_reader(*two) as stage:
        await lay_beside(stage)
        stage.screen.action_pane(-1)
        assert stage.screen.session.current == 0
