"""`quoth why`: what was weighed for a paragraph's quotations, for people and for programs."""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path

import pytest

from tests.data import hostile_bytes
from tests.texts.export.test_hostile import obeyed
from tests.tui.conftest import Open
from texts.attribution.trace import Ground, Weighed
from tui.cli import main
from tui.explaining import rivals_in_words
from tui.session import OpenText

ARTICLE = (
    "Ms. Ann Lee came into the hall. Ms. Eva Roth had left it an hour before.\n\n"
    "“The road is shut,” she claimed. Her “snow route” was so called by all.\n\n"
    "It snowed for days.\n"
)


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "road.txt"
    path.write_text(ARTICLE, encoding="utf-8")
    return path


def test_a_page_names_everything_that_decided(
    article: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["why", f"{article}:2"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == f"{article}:2: quoted"
    told = [line.split(maxsplit=1) for line in lines if line.startswith("    ")]
    said = dict(pair for pair in reversed(told) if len(pair) == 2)
    assert said["source"] == "“she”"
    assert said["cue"] == "“claimed”: keeps a distance"
    assert said["rule"] == "quotation, then speaker and verb"
    assert said["certainty"].startswith("inferred: ")
    assert said["voice"].startswith(("Ann Lee", "Eva Roth"))
    assert said["weighed"].startswith(f"1. {said['voice'][:7]}")
    assert any(line.lstrip().startswith("2. ") for line in lines)


def test_objects_are_those_of_quotes_and_more(
    article: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["quotes", str(article), "--terms"])
    quoted = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert main(["why", f"{article}:2", "--format", "jsonl"]) == 0
    explained = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    kept = [item for item in explained if item["dropped"] is None]
    assert [{key: item[key] for key in quoted[0]} for item in kept] == quoted
    assert [len(item["weighed"]) for item in kept if item["mode"] == "direct"] == [2]
    assert all(item["because"].endswith((".", "…", "”")) for item in kept)


def test_nothing_to_explain(article: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["why", f"{article}:3"]) == 1
    assert "no attribution found" in capsys.readouterr().out
    assert main(["why", f"{article}:3", "--format", "jsonl"]) == 1
    assert capsys.readouterr().out == ""


@pytest.mark.parametrize(
    ("ending", "words"),
    [("", "FILE:PARAGRAPH"), (":9", "1 to 3; there is no 9"), (":0", "there is no 0")],
)
def test_a_mistaken_place_is_one_sentence(
    ending: str, words: str, article: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["why", f"{article}{ending}"]) == 2
    output, errors = capsys.readouterr()
    assert output == ""
    assert errors.startswith("quoth: ")
    assert errors.count("\n") == 1
    assert words in errors


def test_a_file_that_is_not_there(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["why", f"{tmp_path / 'no.txt'}:1"]) == 2
    assert "no such file" in capsys.readouterr().err


def test_a_folder_stands_for_the_texts_in_it(
    article: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["why", f"{article.parent}:2"]) == 0
    assert capsys.readouterr().out.startswith(f"{article}:2: quoted\n")


def test_a_paragraph_of_standard_input(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(ARTICLE.encode())))
    assert main(["why", "-:2"]) == 0
    assert capsys.readouterr().out.startswith("-:2: quoted\n")


@pytest.mark.parametrize("form", ["plain", "jsonl"])
def test_nothing_of_a_hostile_text_can_be_obeyed(
    form: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "hostile.txt"
    path.write_bytes(hostile_bytes(long_line=False))
    for number in range(1, 30):
        if main(["why", f"{path}:{number}", "--format", form]) == 2:
            break
        assert obeyed(capsys.readouterr().out) == set()
    assert number > 3


def weighed(name: str, *grounds: tuple[str, float]) -> Weighed:
    return Weighed(name, None, 0.0, tuple(Ground(words, weight) for words, weight in grounds))


def test_the_pane_tells_what_tells_rivals_apart() -> None:
    rivals = [
        weighed("Ann Lee", ("known", 4.5), ("subject", 3.0), ("distance", -0.1)),
        weighed("Eva Roth", ("known", 4.5), ("object", -2.0), ("distance", -0.3)),
        weighed("Mara Bell", ("known", 4.5), ("subject", 3.0), ("far", -1.4)),
        weighed("Una Gray", ("known", 4.5)),
    ]
    assert [(r.label, r.words) for r in rivals_in_words(rivals)] == [
        ("weighed", "1. Ann Lee: subject"),
        ("", "2. Eva Roth: but object"),
        ("", "3. Mara Bell: subject, but far"),
    ]
    assert list(rivals_in_words([])) == []


async def test_who_else_may_be_meant_is_told_while_the_evidence_is_lit(
    open_reader: Open, article: Path
) -> None:
    async with open_reader(OpenText(article)) as stage:
        await stage.press("]")
        assert "1. " not in stage.seen()
        await stage.press("enter")
        await stage.settle()
        assert "weighed" in stage.seen()
        assert "2. " in stage.seen()
        await stage.press("escape")
        assert "2. " not in stage.seen()
