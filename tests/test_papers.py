"""The papers tell the truth: README's keys, commands and queries are those of the program."""

from __future__ import annotations

import re
from pathlib import Path
from pkgutil import resolve_name

import pytest

from index.query import parse
from tests.papers import key_table, section
from tui.cli import main
from tui.screens.page import Page
from tui.screens.reader import ReaderScreen

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")


def test_the_key_table_is_the_command_list() -> None:
    assert section("keys").strip() == key_table()


@pytest.mark.parametrize("name", ["read", "test"])
def test_there_are_two_commands(name: str) -> None:
    commands = [line for line in section(name).splitlines() if line.strip()]
    assert len(commands) == 1
    assert commands[0].startswith("    python3 -m venv .venv && .venv/bin/pip install ")


def test_the_queries_are_understood() -> None:
    table = README.partition("## Queries")[2].partition("\n\nCase")[0]
    queries = [
        query
        for row in table.splitlines()[4:]
        for query in re.findall(r"`([^`]+)`", row.split("|")[1])
    ]
    assert len(queries) >= 12
    for query in queries:
        assert str(parse(query))


def test_the_help_names_every_command(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["--help"])
    shown = capsys.readouterr().out
    for command in ("text", "quotes", "why", "search", "doctor"):
        assert f"quoth {command} " in shown
        assert f"quoth {command}" in README


def test_links_inside_the_project_lead_somewhere() -> None:
    for paper in ("README.md", "CONTRIBUTING.md", "CHANGELOG.md"):
        for link in re.findall(r"\]\(([^)#]+)\)", (ROOT / paper).read_text(encoding="utf-8")):
            assert "://" in link or (ROOT / link).exists(), f"{paper}: {link}"


def test_the_way_of_a_key_press_is_there() -> None:
    paper = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    way = paper.partition("## From a key press")[2].partition("\n## ")[0]
    names = re.findall(r"`(tui\.[\w.]+)`", way)
    assert len(names) > 10
    for name in names:
        assert resolve_name(name) is not None


def test_the_table_of_the_reader_s_classes_has_each_with_what_it_derives_from() -> None:
    paper = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    table = paper.partition("## The reader's screen")[2].partition("\n## ")[0]
    told = dict(re.findall(r"^\| `(\w+)` \| ([^|]+) \|", table, re.MULTILINE))
    classes = [one for one in ReaderScreen.__mro__ if issubclass(one, Page)]
    assert told == {
        one.__name__: "all of these"
        if one is ReaderScreen
        else ", ".join(f"`{base.__name__}`" for base in one.__bases__ if issubclass(base, Page))
        or "`Screen`"
        for one in classes
    }
