"""`quoth decisions` and `quoth quotes --decisions`: what was decided, out and in again, the same."""

from __future__ import annotations

import csv
import json
from dataclasses import replace
from datetime import timedelta
from io import StringIO
from pathlib import Path

import pytest

from tests.texts.review.made import (
    NIGHT,
    NO_QUOTATION,
    NOBODY,
    TEXT,
    decided,
    read,
    voiced,
)
from texts.loading import load
from texts.review.decision import Decision
from texts.review.lines import objects
from texts.review.sidecar import Review
from tui import reviews
from tui.cli import main
from tui.reviews import Reviews

_DECISIONS = (
    decided(read(), "“We have", voiced("Peter Lund"), note="heard on the tape", who="R. Ames"),
    decided(read(), "“Nobody", NOBODY, at=NIGHT + timedelta(days=1)),
    decided(read(), "it a “paper", NO_QUOTATION, at=NIGHT + timedelta(days=2)),
    decided(read(), "‘The sea", None, at=NIGHT + timedelta(days=3), note="=SUM(A1)"),
)


@pytest.fixture
def quay(tmp_path: Path) -> Path:
    """A text on which nothing has been decided."""
    path = tmp_path / "quay.txt"
    path.write_text(TEXT)
    return path


def decide(path: Path, *decisions: Decision) -> None:
    """Keep decisions on a text."""
    Reviews(reviews.folder()).change(
        load(path), path, lambda review: replace(review, decisions=decisions)
    )


def kept(path: Path) -> tuple[Decision, ...]:
    review, problem = Reviews(reviews.folder()).of(load(path), path)
    assert problem is None
    return (review or Review()).decisions


def test_nothing_decided_prints_nothing(quay: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["decisions", str(quay)]) == 1
    assert capsys.readouterr() == ("", "")


def test_all_that_is_known_is_printed(quay: Path, capsys: pytest.CaptureFixture[str]) -> None:
    decide(quay, *_DECISIONS)
    assert main(["decisions", str(quay)]) == 0
    first, *_, last = map(json.loads, capsys.readouterr().out.splitlines())
    told = {"paragraph": 2, "decided": "voice", "voice": "Peter Lund", "had": "voice"}
    told |= {"had_voice": "Ruth Alder", "who": "R. Ames", "note": "heard on the tape"}
    told |= {"document": str(quay), "at": "2026-03-04T21:30:00Z"}
    assert first | told == first
    assert (last["decided"], last["note"]) == (None, "=SUM(A1)")


def test_whose_they_are_is_printed_where_nobody_is_named(
    quay: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    decide(quay, *_DECISIONS)
    main(["decisions", str(quay), "--who", "Ines \x1b Marsh"])
    who = [json.loads(line)["who"] for line in capsys.readouterr().out.splitlines()]
    assert who == ["R. Ames", "Ines ␛ Marsh", "Ines ␛ Marsh", "Ines ␛ Marsh"]


def test_a_table_is_no_formula(quay: Path, capsys: pytest.CaptureFixture[str]) -> None:
    decide(quay, *_DECISIONS)
    assert main(["decisions", str(quay), "--format", "csv"]) == 0
    found = list(csv.DictReader(StringIO(capsys.readouterr().out)))
    assert [row["decided"] for row in found] == ["voice", "nobody", "no quotation", ""]
    assert found[0]["text"] == (
        "“We have waited long enough,” […] “My mother told me, ‘The sea keeps what it takes.’”"
    )
    assert found[3]["note"] == "'=SUM(A1)"


def test_what_is_printed_is_taken_in_the_same(
    quay: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    astray = decided(read("“Fog is coming.” Ruth Alder said.\n"), "“Fog", voiced("Peter Lund"))
    decide(quay, *_DECISIONS, astray)
    main(["decisions", str(quay)])
    printed = capsys.readouterr().out
    (tmp_path / "printed.jsonl").write_text(printed)
    monkeypatch.setattr(reviews, "folder", lambda: tmp_path / "somebody else's")
    assert main(["decisions", str(quay), "--take", str(tmp_path / "printed.jsonl")]) == 0
    assert "5 decisions taken in" in capsys.readouterr().err
    assert set(kept(quay)) == {*_DECISIONS, astray}
    assert main(["decisions", str(quay)]) == 0
    assert capsys.readouterr().out == printed
    assert main(["decisions", str(quay), "--take", str(tmp_path / "printed.jsonl")]) == 1
    assert "5 you have already" in capsys.readouterr().err


def test_of_two_on_the_same_words_the_later_stays(quay: Path, tmp_path: Path) -> None:
    mine = decided(read(), "“We have", NOBODY)
    for days, stays in ((-1, False), (1, True)):
        other = decided(read(), "“We have", voiced("X"), at=NIGHT + timedelta(days=days))
        decide(quay, mine)
        (tmp_path / "theirs").write_text("".join(objects(read(), [other])))
        main(["decisions", str(quay), "--take", str(tmp_path / "theirs")])
        assert kept(quay) == ((other,) if stays else (mine,))


def test_decisions_on_other_texts_are_left_out_and_told_of(
    quay: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    other = read("“Fog is coming.” Ruth Alder said.\n")
    decision = decided(other, "“Fog", voiced("Peter Lund"))
    (tmp_path / "theirs").write_text("".join(objects(other, [decision])))
    assert main(["decisions", str(quay), "--take", str(tmp_path / "theirs")]) == 1
    assert capsys.readouterr().err == "quoth: 0 decisions taken in; 1 on other texts left out\n"
    assert kept(quay) == ()


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"{}\n", "line 1 is no decision"),
        (b"\n\n[1]\n", "line 3 is no decision"),
        (b"\xff\xfe", "line 1 is no decision"),
        (b"[" * 100_000, "line 1 is no decision"),
    ],
)
def test_a_file_that_has_none_is_told_of_and_changes_nothing(
    quay: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    content: bytes,
    said: str,
) -> None:
    decide(quay, *_DECISIONS)
    (tmp_path / "theirs").write_bytes(content)
    assert main(["decisions", str(quay), "--take", str(tmp_path / "theirs")]) == 2
    assert said in capsys.readouterr().err
    assert kept(quay) == _DECISIONS
    assert main(["decisions", str(quay), "--take", str(tmp_path / "nothing there")]) == 2
    assert main(["decisions", str(quay), str(quay), "--take", str(tmp_path / "theirs")]) == 2


def test_quotes_are_the_same_for_everybody_unless_decisions_are_asked_for(
    quay: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["quotes", str(quay)])
    before = capsys.readouterr().out
    decide(quay, *_DECISIONS)
    main(["quotes", str(quay)])
    assert capsys.readouterr().out == before
    assert main(["quotes", str(quay), "--decisions"]) == 0
    found = {item["start"]: item for item in map(json.loads, capsys.readouterr().out.splitlines())}
    item = found[TEXT.index("“We have")]
    told = {"voice": "Peter Lund", "certainty": "confirmed", "rule": "decided by the reader"}
    told |= {"decided": "2026-03-04T21:30:00Z", "decided_by": "R. Ames"}
    told |= {"quoth_said": "Ruth Alder", "note": "heard on the tape"}
    assert item | told == item
    noted = found[TEXT.index("‘The sea")]
    assert (noted["decided"], noted["note"], noted["voice"]) == (None, "=SUM(A1)", "My mother")
    assert found[0]["quoth_said"] is None
    assert TEXT.index("it a “paper") not in found


@pytest.mark.parametrize("form", ["csv", "markdown"])
def test_every_format_tells_of_decisions(
    quay: Path, capsys: pytest.CaptureFixture[str], form: str
) -> None:
    decide(quay, *_DECISIONS)
    main(["quotes", str(quay), "--format", form, "--decisions"])
    out = capsys.readouterr().out
    for words in ("heard on the tape", "2026", "R", "Ruth Alder", "confirmed"):
        assert words in out
    if form == "csv":
        assert {len(row) for row in csv.reader(StringIO(out))} == {20}


@pytest.mark.parametrize("form", ["svg", "html"])
def test_a_picture_follows_them_only_if_asked_to(
    quay: Path, capsys: pytest.CaptureFixture[str], form: str
) -> None:
    main(["picture", str(quay), "--format", form])
    before = capsys.readouterr().out
    decide(quay, *_DECISIONS)
    main(["picture", str(quay), "--format", form])
    assert capsys.readouterr().out == before
    main(["picture", str(quay), "--format", form, "--decisions"])
    drawn = capsys.readouterr().out
    assert "Peter Lund" in drawn
    assert "✓ decided by a reader" in drawn


def test_what_finds_its_words_no_more_is_told(
    quay: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    decide(quay, *_DECISIONS)
    quay.write_text(TEXT.replace("“Nobody asked us.”", "It rained."))
    main(["quotes", str(quay), "--decisions"])
    assert "1 decision finds its words no more" in capsys.readouterr().err
    main(["decisions", str(quay)])
    places = [json.loads(line)["paragraph"] for line in capsys.readouterr().out.splitlines()]
    assert places == [2, None, 3, 2]
