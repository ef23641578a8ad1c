"""The contents of a text: its headings, and their depth where the text shows it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.tui.conftest import Open
from texts.loading import read_text
from texts.samples import path_of
from tui.contents import section_at, sections_of
from tui.screens.narrowing import NarrowingList
from tui.session import OpenText

_MARKDOWN = """\
# Harbour Report

The harbour was measured twice in the spring of that year.

## Findings of the Year

It had silted up by a hand's breadth, which was more than before.

### Depth at the Pier

The pier stands in four metres of water when the tide is out.
"""


def test_depth_is_taken_from_the_signs_of_markdown() -> None:
    sections = sections_of(read_text("harbour.md", _MARKDOWN.encode()))
    assert [(s.title, s.level, s.paragraph) for s in sections] == [
        ("Harbour Report", 1, 1),
        ("Findings of the Year", 2, 3),
        ("Depth at the Pier", 3, 5),
    ]


def test_which_section_an_offset_stands_in() -> None:
    document = read_text("harbour.md", _MARKDOWN.encode())
    sections = sections_of(document)
    assert section_at(sections, 0) in (None, 0)
    assert section_at(sections, document.text.index("silted")) == 1
    assert section_at(sections, len(document.text)) == 2
    assert section_at((), 5) is None


def test_a_text_without_headings_has_no_contents() -> None:
    assert sections_of(read_text("a.txt", b"She left.\n\nHe stayed, and said nothing.")) == ()


@pytest.mark.parametrize(
    ("heading", "level"), [("1 Depth", 1), ("2.4 Depth", 2), ("2.4.1. Depth", 3), ("Depth", 1)]
)
def test_depth_is_taken_from_numbers(heading: str, level: int) -> None:
    text = (
        f"Harbour Report\n\n{heading} at the Old Pier\n\nThe pier stands in four metres of water."
    )
    sections = sections_of(read_text("harbour.txt", text.encode()))
    assert sections[-1].level == level


async def test_the_contents_begin_at_this_section_and_lead_to_another(open_reader: Open) -> None:
    text = OpenText(None, read_text("harbour.md", _MARKDOWN.encode()))
    async with open_reader(text) as stage:
        await stage.press("4", "G", "t")
        overlay = stage.app.screen
        assert isinstance(overlay, NarrowingList)
        assert overlay.rows.highlighted == 1
        assert "¶      5      Depth at the Pier" in stage.seen()
        await stage.type("pier")
        await stage.press("enter")
        assert stage.at.startswith("Depth at the Pier")
        assert stage.screen.status.notice == "section 3 of 3 · Depth at the Pier"
        await stage.press("ctrl+o")
        assert stage.at.startswith("It had silted")


async def test_a_text_without_headings_says_so(open_reader: Open) -> None:
    text = read_text("a.txt", b"She left.\n\nHe stayed, and said nothing.")
    async with open_reader(OpenText(None, text)) as stage:
        await stage.press("t")
        assert "no headings" in stage.screen.status.notice
        await stage.press("}")
        assert stage.screen.status.notice == "this text has no headings"


async def test_esc_leaves_the_contents_where_one_was(open_reader: Open) -> None:
    async with open_reader(OpenText(path_of("well-on-a-friday-feature"))) as stage:
        await stage.press("]", "t", "down", "escape")
        at = stage.screen.at
        await stage.press("t", "escape")
        assert stage.screen.at == at


async def test_a_heading_of_a_text_that_has_changed_leads_nowhere(
    open_reader: Open, tmp_path: Path
) -> None:
    path = tmp_path / "a.md"
    path.write_text("# One\n\nWords.\n\n# Two\n\nWords.\n", encoding="utf-8")
    async with open_reader(OpenText(path)) as stage:
        await stage.press("t", "down")
        path.write_text("# One\n\nWords.\n", encoding="utf-8")
        stage.screen.read_again(path)
        await stage.settle()
        await stage.press("enter")
        assert stage.screen.status.notice == "the text has changed meanwhile"
