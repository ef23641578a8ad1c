"""The contents of a text: its headings, and their depth where the text shows it."""

from __future__ import annotations

from texts.loading import read_text
from tui.contents import section_at, sections_of

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
