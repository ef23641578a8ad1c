"""What the rest of the program sees of the search engine: nothing."""

from __future__ import annotations

import ast
import dataclasses
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import index
from index.library import Library
from index.query import parse
from tests.index.readings import many

ROOM = Path(index.__file__).parent


@pytest.mark.parametrize(
    "module",
    ["index.query", "index.hits", "index.library", "index.errors", "index.engines.engine"],
)
def test_is_imported_without_whoosh_or_textual(module: str) -> None:
    code = (
        f"import sys, {module}\nprint(*sorted({{name.partition('.')[0] for name in sys.modules}}))"
    )
    done = subprocess.run(  # noqa: S603
        [sys.executable, "-c", code],
        cwd=ROOM.parent,
        capture_output=True,
        text=True,
        check=True,
    )
    assert {"whoosh", "textual", "rich"}.isdisjoint(done.stdout.split())


def test_only_what_is_named_for_it_imports_whoosh() -> None:
    knowing = {
        path.relative_to(ROOM).as_posix()
        for path in ROOM.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Import | ast.ImportFrom)
        and any(name.startswith("whoosh") for name in imported(node))
    }
    assert "engines/whoosh_engine.py" in knowing
    assert all(name.startswith("engines/whoosh_") for name in knowing)


def imported(node: ast.Import | ast.ImportFrom) -> list[str]:
    if isinstance(node, ast.ImportFrom):
        return [node.module or ""]
    return [alias.name for alias in node.names]


def test_what_comes_out_is_made_of_our_own_types(library: Library) -> None:
    library.add(many("a", 12))
    results = library.search("in:quotes the OR free")
    assert results.hits
    modules = {type(part).__module__ for part in parts_of(results)}
    modules |= {type(part).__module__ for hit in results.hits for part in parts_of(hit)}
    modules |= {type(part).__module__ for part in parts_of(parse("a OR -b voice:c"))}
    assert modules <= {"builtins", "index.hits", "index.tree", "texts.document"}


def parts_of(value: object) -> Iterator[object]:
    yield value
    if isinstance(value, tuple):
        for part in value:
            yield from parts_of(part)
    elif dataclasses.is_dataclass(value):
        for field in dataclasses.fields(value):
            yield from parts_of(getattr(value, field.name))
