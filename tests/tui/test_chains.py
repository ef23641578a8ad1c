"""The chain of a quotation: its links, the words that make them, and the tree that is drawn."""

from __future__ import annotations

import pytest

from tests.tui.conftest import Open, Stage
from texts.attribution import attribute
from texts.loading import read_text
from texts.reading import Reading
from tui.chains import links_of
from tui.session import OpenText
from tui.widgets.chain_tree import chain_tree

_DEEP = "“When I asked, Bob said, ‘Eva told me, “Go home.”’ So I went,” Ann Lee said."


def read(text: str) -> Reading:
    return attribute(read_text("chain.txt", text.encode()))


def links(text: str) -> list[tuple[str, list[str]]]:
    """The names of the last quotation's links, each with its own words."""
    reading = read(text)
    return [
        (link.voice.name, [reading.document.words_of(span) for span in link.spans])
        for link in links_of(reading, reading.quotations[-1])
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            _DEEP,
            [
                ("the author", []),
                ("Ann Lee", ["Ann Lee", "said"]),
                ("Bob", ["Bob", "said"]),
                ("Eva", ["Eva", "told"]),
            ],
        ),
        (
            "Police say Lee Marsh wrote “I will be back” on the wall.",
            [("the author", []), ("Police", []), ("Lee Marsh", ["Lee Marsh", "wrote"])],
        ),
        ("“Nobody knows.”", []),
    ],
)
def test_each_link_has_the_words_that_make_it(
    text: str, found: list[tuple[str, list[str]]]
) -> None:
    assert links(text) == found


def test_the_tree_is_as_deep_as_the_chain_and_drops_words_before_names() -> None:
    reading = read(_DEEP)
    rows = {
        width: [
            row.plain
            for row in chain_tree(reading, reading.quotations[-1], {}, indent=2, width=width)
        ]
        for width in (60, 20)
    }
    assert rows[60] == [
        "  │ the author",
        "  └ ❝ Ann Lee  “Ann Lee … said”",
        "    └ ⁃ Bob  “Bob … said”",
        "      └ ⁃ Eva  “Eva … told”",
    ]
    assert rows[20][1] == "  └ ❝ Ann Lee"


async def test_enter_draws_the_chain_and_lights_its_links(open_reader: Open) -> None:
    text = read_text("chain.txt", _DEEP.encode())
    async with open_reader(OpenText(None, text, read(_DEEP))) as stage:
        await stage.press("3", "]", "enter")
        assert "      └ ⁃ Eva" in stage.seen()
        assert underlined(stage) == ["Bob", "said", "told", "Ann Lee", "said"]
        await stage.press("escape")
        assert underlined(stage) == []


def underlined(stage: Stage) -> list[str]:
    """What is underlined in the text: the words of links, and the cue."""
    view = stage.screen.view
    rows = [view.render_line(y) for y in range(view.size.height)]
    return [
        segment.text.strip()
        for row in rows
        for segment in row
        if segment.style and segment.style.underline
    ]
