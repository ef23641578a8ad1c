"""Where a key of a TOML text stands: the number of its line, which the standard reader does not tell."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from typing import Final

__all__ = ["Path", "line_of", "lines_of"]

Path = tuple[str, ...]
"""A key with the tables it is in: ``("keys", "find")``."""

_TOKEN: Final = re.compile(
    r"""(?P<space>[ \t\r]+|\#[^\n]*)
    |(?P<line>\n)
    |(?P<text>\"{3}(?:\\.|[^\\])*?\"{3,5}|'{3}.*?'{3,5}|\"(?:\\.|[^\\\"\n])*\"|'[^'\n]*')
    |(?P<open>[\[{])
    |(?P<close>[\]}])
    |(?P<dot>\.)
    |(?P<equals>=)
    |(?P<bare>[^\s\#\[\]{}\"'.=]+)
    """,
    re.VERBOSE | re.DOTALL,
)


def lines_of(text: str) -> dict[Path, int]:
    """The line, from 1, of each table and key of a text that is sound TOML; not inside values.

    Linear in the text. The keys of a table that is written within braces are not told apart.
    """
    lines: dict[Path, int] = {}
    table: Path = ()
    for number, tokens in _statements(text):
        if tokens[0][0] == "open":
            table = _path(tokens)
            lines.setdefault(table, number)
        else:
            path = (*table, *_path(tokens))
            for end in range(len(table) + 1, len(path) + 1):
                lines.setdefault(path[:end], number)
    return lines


def line_of(lines: Mapping[Path, int], path: Path) -> int:
    """The line of a key; of one that stands inside a value, the line on which that begins."""
    while path and path not in lines:
        path = path[:-1]
    return lines.get(path, 1)


def _statements(text: str) -> Iterator[tuple[int, list[tuple[str, str]]]]:
    """Each statement with the number of its first line: a header, or a key with its value."""
    number, depth = 1, 0
    begun, tokens = 1, list[tuple[str, str]]()
    for match in _TOKEN.finditer(text):
        kind, token = str(match.lastgroup), match[0]
        depth += (kind == "open") - (kind == "close")
        if kind == "line" and depth == 0:
            if tokens:
                yield begun, tokens
            tokens = []
        elif kind not in ("space", "line"):
            if not tokens:
                begun = number
            tokens.append((kind, token))
        number += token.count("\n")
    if tokens:
        yield begun, tokens


def _path(tokens: list[tuple[str, str]]) -> Path:
    """The key that begins a statement, up to its sign of equality."""
    path = []
    for kind, token in tokens:
        if kind == "equals":
            break
        if kind == "bare":
            path.append(token)
        elif kind == "text":
            path.append(tomllib.loads(f"key = {token}")["key"])
    return tuple(path)
