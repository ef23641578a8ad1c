"""README's tour: one picture that fetches nothing, a step at a time."""

from __future__ import annotations

import re
from xml.etree import ElementTree

from tests.pictures.tour import PLACE, STEPS, Step, tour
from tui.commands import COMMANDS

_SVG = "{http://www.w3.org/2000/svg}"


def captions_of(svg: str) -> list[str]:
    root = ElementTree.fromstring(svg)  # noqa: S314
    steps = (group for group in root.iter(f"{_SVG}g") if group.get("class") == "step")
    return [str(group.findtext(f"{_SVG}text")) for group in steps]


def test_it_shows_the_program_step_by_step() -> None:
    svg = tour([Step("the <first> screen"), Step("]  next", ("]", "]"))])
    assert captions_of(svg) == ["the <first> screen", "]  next"]
    assert "quotation&#160;2&#160;of&#160;8" in svg
    assert not re.search(r"https?://(?!www\.w3\.org/|www\.textualize\.io)|<script|@import", svg)


def test_readme_shows_the_program_as_it_is() -> None:
    """`python -m tests.pictures.tour` would draw the same."""
    drawn = tour()
    assert captions_of(drawn) == [step.caption for step in STEPS]
    assert PLACE.read_text(encoding="utf-8") == drawn


def test_its_keys_are_those_of_commands() -> None:
    keys = {key for command in COMMANDS for key in command.keys}
    for step in STEPS:
        assert set(step.keys) <= keys
