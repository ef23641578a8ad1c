"""The walls between the rooms: what a fresh interpreter has loaded after asking for little."""

from __future__ import annotations

import json
import subprocess
import sys
from importlib import metadata

import pytest

from texts.samples import sample_path

_ASK = """
import contextlib, io, json, sys
{}
print(json.dumps(sorted({{name.partition(".")[0] for name in sys.modules}})))
"""


def loaded_after(statements: str) -> set[str]:
    """The top-level modules that a fresh interpreter has loaded after `statements`."""
    run = subprocess.run(  # noqa: S603 - our own interpreter and our own words
        [sys.executable, "-c", _ASK.format(statements)], capture_output=True, check=True, text=True
    )
    return set(json.loads(run.stdout.splitlines()[-1]))


def asking(*arguments: str) -> str:
    return (
        "from tui.cli import main\n"
        "with contextlib.redirect_stdout(io.StringIO()), contextlib.suppress(SystemExit):\n"
        f"    main({list(arguments)!r})"
    )


@pytest.mark.parametrize(
    ("statements", "strangers"),
    [
        ("import texts.attribution, texts.loading, texts.export", {"whoosh", "textual", "rich"}),
        ("import index.library, index.query, index.hits", {"textual", "rich"}),
        ("import index.query, index.hits", {"whoosh"}),
        (asking("--version"), {"whoosh", "textual", "rich", "texts.attribution"}),
        (asking("--help"), {"whoosh", "textual", "rich"}),
        (asking("text", str(sample_path())), {"whoosh", "textual", "rich"}),
        (asking("quotes", str(sample_path())), {"whoosh", "textual", "rich"}),
        (asking("why", f"{sample_path()}:6"), {"whoosh", "textual", "rich"}),
        (asking("picture", str(sample_path())), {"whoosh", "textual", "rich"}),
        (asking("search", "report", str(sample_path())), {"textual", "rich"}),
    ],
)
def test_what_is_not_needed_is_not_loaded(statements: str, strangers: set[str]) -> None:
    assert not loaded_after(statements) & strangers


@pytest.mark.parametrize("command", ["text", "quotes"])
def test_a_plain_text_needs_no_other_format_and_no_process(command: str) -> None:
    script = (
        f"{asking(command, str(sample_path()))}\n"
        "names = {'texts.loading.worker', 'texts.loading.answers', 'subprocess', 'email', 'html',"
        " 'pyexpat', 'pypdfium2', 'trafilatura'}\n"
        "assert not names & set(sys.modules), names & set(sys.modules)"
    )
    assert "texts" in loaded_after(script)


def test_the_first_screen_loads_no_heavy_widget() -> None:
    script = (
        "import tui.app\n"
        "names = {'textual.widgets._markdown', 'textual.widgets._text_area', 'markdown_it', 'whoosh'}\n"
        "assert not names & set(sys.modules), names & set(sys.modules)"
    )
    assert "textual" in loaded_after(script)


def test_the_three_names_are_nobody_elses() -> None:
    owners = metadata.packages_distributions()
    for room in ("tui", "index", "texts"):
        assert set(owners.get(room, ["quoth"])) == {"quoth"}
