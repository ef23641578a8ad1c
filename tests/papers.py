"""README's key table, made of the command list: `python -m tests.papers` writes it anew."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from pathlib import Path
from typing import Final

from tui.commands import COMMANDS, keys_in_words

__all__ = ["README", "key_table", "section"]

README: Final = Path(__file__).parents[1] / "README.md"


def key_table() -> str:
    """The table of all commands and their keys, a heading a group, as Markdown."""
    return "\n".join(_rows())


def _rows() -> Iterator[str]:
    yield "| Keys | What it does |"
    yield "|---|---|"
    for group, commands in groupby(COMMANDS, key=lambda command: command.group):
        yield f"| **{group}** | |"
        for command in commands:
            keys = keys_in_words(command.keys).replace("|", "\\|").split("  ")
            yield f"| {' '.join(f'`{key}`' for key in keys)} | {command.help} |"


def section(name: str) -> str:
    """What stands between README's marks ``<!-- name -->`` and ``<!-- /name -->``."""
    text = README.read_text(encoding="utf-8")
    return text.partition(f"<!-- {name} -->")[2].partition(f"<!-- /{name} -->")[0]


if __name__ == "__main__":
    text = README.read_text(encoding="utf-8")
    README.write_text(text.replace(section("keys"), f"\n{key_table()}\n", 1), encoding="utf-8")
