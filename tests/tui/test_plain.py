"""`quoth --plain`: whose words, then the words; nothing but lines, and no screen."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.data import hostile_bytes
from tests.tui.made import reading
from tests.tui.terminal import heard, in_terminal
from tui.cli import main
from tui.headless.plain import lead_of

ARTICLE = """\
# Bridge to Close

“We have no choice,” said Mara Lindqvist, the city engineer, on a cold Monday. “It is not safe.”

Shopkeepers fear for their trade.

“Nobody will come.”
"""


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "bridge.md"
    path.write_text(ARTICLE, encoding="utf-8")
    return path


def test_each_paragraph_is_a_line_with_whose_words_it_holds(
    article: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--plain", str(article)]) == 0
    title, heading, said, own, nobodys = capsys.readouterr().out.splitlines()
    assert title == "bridge.md, 4 paragraphs."
    assert heading == "1. heading: Bridge to Close"
    assert said.startswith("2. Mara Lindqvist, person, said directly; the rest, no attribution")
    assert said.endswith(": " + ARTICLE.split("\n")[2])
    assert own == "3. no attribution found: Shopkeepers fear for their trade."
    assert nobodys.startswith("4. ")
    assert nobodys.endswith(": “Nobody will come.”")


@pytest.mark.parametrize(
    ("number", "lead"),
    [
        (1, "heading"),
        (
            2,
            "the city, organization, reported in the author's words; the rest, no attribution found",
        ),
        (3, "Mara Lindqvist, person, said directly; the rest, no attribution found"),
        (4, "Tom Arrow, person, said directly; the rest, no attribution found"),
        (5, "no attribution found, said directly"),
        (6, "Mara Lindqvist, person, reported in the author's words, inferred"),
    ],
)
def test_what_is_heard_before_the_words(number: int, lead: str) -> None:
    made = reading()
    assert lead_of(made, made.document.paragraphs[number - 1]) == lead


def test_from_a_paragraph_on(article: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--plain", f"{article}:3"]) == 0
    assert [line[:2] for line in capsys.readouterr().out.splitlines()[1:]] == ["3.", "4."]
    assert main(["--plain", f"{article}:9"]) == 2
    assert "there is no 9" in capsys.readouterr().err


def test_what_is_found_is_numbered(article: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--plain", "--find", "nobody", str(article)]) == 0
    first, found = capsys.readouterr().out.splitlines()
    assert first == "1 paragraph found."
    assert found.startswith("1. paragraph 4. ")
    assert main(["--plain", "--find", "everybody", str(article)]) == 1
    assert capsys.readouterr().out == "0 paragraphs found.\n"


def test_one_that_cannot_be_read_keeps_no_other_from_being_printed(
    article: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--plain", str(tmp_path / "none.txt"), str(article)]) == 2
    printed = capsys.readouterr()
    assert "none.txt" in printed.err
    assert "3. no attribution found" in printed.out


def test_nothing_in_a_hostile_text_is_obeyed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "hostile.txt"
    path.write_bytes(hostile_bytes(long_line=False))
    assert main(["--plain", str(path)]) == 0
    assert "\x1b" not in capsys.readouterr().out


@pytest.mark.skipif(sys.platform == "win32", reason="there are no pseudo-terminals")
@pytest.mark.parametrize("terminal", ["dumb", ""])
def test_a_terminal_that_only_prints_gets_it_without_being_asked(
    terminal: str, article: Path, tmp_path: Path
) -> None:
    with in_terminal([str(article)], tmp_path, (24, 80), {"TERM": terminal}) as (reader, screen):
        sent = heard(screen, None)
        assert reader.wait(30) == 0
    assert "this terminal only prints" in sent
    assert "3. no attribution found: Shopkeepers fear for their trade." in sent.replace("\r", "")
    assert "\x1b" not in sent


def test_neither_screen_nor_search_is_loaded_for_it(article: Path) -> None:
    code = (
        "import sys; from tui.cli import main; main(sys.argv[1:]);"
        "print([m for m in ('textual', 'rich', 'whoosh') if m in sys.modules], file=sys.stderr)"
    )
    ran = subprocess.run(  # noqa: S603
        [sys.executable, "-c", code, "--plain", str(article)],
        capture_output=True,
        text=True,
        check=True,
        env=os.environ | {"PYTHONIOENCODING": "utf-8"},
    )
    assert ran.stderr.strip() == "[]"
