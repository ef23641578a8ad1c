"""The reader decides whose words they are: at once seen, counted, searched, kept, and taken back."""

from __future__ import annotations

import csv
import gc
import json
from io import StringIO
from pathlib import Path

import pytest

from tests.texts.review.made import TEXT, decided, holding, read, voiced
from tests.tui.conftest import Open, Stage
from texts.reading import Certainty, Mode
from texts.review.applying import apply
from tui.exporting import of_reading
from tui.reviews import Reviews
from tui.screens import reading_ahead
from tui.screens.verdicts import NoteBox, VerdictList
from tui.session import OpenText, Session
from tui.taking import citation, forms


@pytest.fixture
def text(tmp_path: Path) -> OpenText:
    """A text whose quotations the rules find."""
    (tmp_path / "quay.txt").write_text(TEXT)
    return OpenText(tmp_path / "quay.txt")


def keep_in(stage: Stage, place: Path) -> None:
    """From now on decisions are kept."""
    stage.screen.session.reviews = Reviews(place)


async def correct(stage: Stage, words: str, typed: str, moves: int = 0) -> None:
    """Go to words, open the list, type, go down some rows, and choose."""
    stage.screen.jump(stage.screen.document.text.index(words))
    await stage.press("c")
    assert isinstance(stage.app.screen, VerdictList)
    await stage.type(typed)
    await stage.press(*["down"] * moves, "enter")
    await is_decided(stage)


async def is_decided(stage: Stage) -> None:
    """Wait until what was decided is kept and seen."""
    deciding = [worker for worker in stage.app.workers if worker.group == "deciding"]
    await stage.app.workers.wait_for_complete(deciding)
    await stage.settle()


def seen(stage: Stage) -> str:
    """What the pane says, on one line."""
    return " ".join(str(stage.screen.pane.words.content).split())


def voice_at(stage: Stage, words: str) -> str | None:
    stage.screen.jump(stage.screen.document.text.index(words))
    reading, quotation = stage.screen.reading, stage.screen.current_quotation
    assert reading is not None
    voice = reading.voice_of(quotation) if quotation else None
    return voice.name if voice else None


async def test_right_as_it_is(open_reader: Open, text: OpenText) -> None:
    async with open_reader(text) as stage:
        await correct(stage, "“We have", "")
        assert voice_at(stage, "“We have") == "Ruth Alder"
        quotation = stage.screen.current_quotation
        assert quotation is not None
        assert quotation.certainty is Certainty.CONFIRMED
        await stage.settle()
        assert "✓ confirmed by you" in seen(stage)
        assert "quoth had said the same." in seen(stage)


async def test_another_voice_of_the_text(open_reader: Open, text: OpenText) -> None:
    async with open_reader(text) as stage:
        await correct(stage, "“We have", "lund")
        assert voice_at(stage, "“We have") == "Peter Lund"
        await stage.settle()
        assert "quoth had said Ruth Alder." in seen(stage)


async def test_a_name_that_no_voice_has(open_reader: Open, text: OpenText) -> None:
    async with open_reader(text) as stage:
        await correct(stage, "“We have", "Ines Marsh")
        assert voice_at(stage, "“We have") == "Ines Marsh"
        await correct(stage, "“Nobody", "ines")
        assert voice_at(stage, "“Nobody") == "Ines Marsh"
        reading = stage.screen.reading
        assert reading is not None
        assert [voice.name for voice in reading.voices].count("Ines Marsh") == 1


async def test_nobody_is_named_and_w_passes_it_by(open_reader: Open, text: OpenText) -> None:
    async with open_reader(text) as stage:
        reading = stage.screen.reading
        assert reading is not None
        unsure = [q for q in reading.quotations if q.certainty is Certainty.INFERRED]
        assert [q.spans[0].of(TEXT) for q in unsure] == ["“We have waited long enough,”"]
        await correct(stage, "“We have", "nobody is named")
        assert voice_at(stage, "“We have") is None
        await stage.press("g", "w")
        assert stage.screen.status.notice == "nothing unsure in this text"


async def test_no_quotation_is_seen_and_can_be_one_again(open_reader: Open, text: OpenText) -> None:
    async with open_reader(text) as stage:
        await correct(stage, "it a “paper", "no quotation")
        stage.screen.jump(TEXT.index("it a “paper"))
        await stage.settle()
        assert stage.screen.current_quotation is None
        assert "no quotation: it a “paper promise”" in seen(stage)
        await correct(stage, "it a “paper", "alder")
        assert voice_at(stage, "it a “paper") == "Ruth Alder"


async def test_a_term_can_be_somebodys_words(open_reader: Open, text: OpenText) -> None:
    async with open_reader(text) as stage:
        await correct(stage, "“tide tax”", "lund")
        assert voice_at(stage, "“tide tax”") == "Peter Lund"
        quotation = stage.screen.current_quotation
        assert quotation is not None
        assert quotation.mode is Mode.MIXED


async def test_a_note_and_taking_it_all_back(open_reader: Open, text: OpenText) -> None:
    async with open_reader(text) as stage:
        before = stage.screen.reading
        await correct(stage, "“Nobody", "note")
        assert isinstance(stage.app.screen, NoteBox)
        await stage.type("ask the board")
        await stage.press("enter")
        await is_decided(stage)
        assert "ask the board" in seen(stage)
        await correct(stage, "“Nobody", "alder")
        assert "ask the board" in seen(stage)
        await correct(stage, "“Nobody", "take back")
        assert stage.screen.reading == before
        assert "ask the board" not in seen(stage)


async def test_esc_decides_nothing(open_reader: Open, text: OpenText) -> None:
    async with open_reader(text) as stage:
        before = stage.screen.reading
        stage.screen.jump(TEXT.index("“We have"))
        await stage.press("c", "escape")
        stage.screen.jump(TEXT.index("“We have"))
        await stage.press("c", *"note", "enter", "x", "escape")
        assert stage.screen.reading is before


async def test_where_nobody_is_quoted_there_is_nothing_to_decide(
    open_reader: Open, text: OpenText
) -> None:
    async with open_reader(text) as stage:
        stage.screen.jump(TEXT.index("The quay is old") - 4)
        stage.screen.jump(TEXT.index("is gone"))
        await stage.press("c")
        assert not isinstance(stage.app.screen, VerdictList)
        assert "no quotation here" in stage.screen.status.notice


async def test_search_finds_what_was_decided(open_reader: Open, text: OpenText) -> None:
    async with open_reader(text) as stage:
        await stage.searchable()
        await correct(stage, "“We have", "Ines Marsh")
        library = stage.screen.session.library
        assert library.search("voice:marsh certainty:confirmed waited").total == 1
        assert library.search("voice:alder waited").total == 0


async def test_it_is_kept_and_there_again(
    open_reader: Open, text: OpenText, tmp_path: Path
) -> None:
    assert text.path is not None
    async with open_reader(text) as stage:
        keep_in(stage, tmp_path / "reviews")
        await correct(stage, "“We have", "lund")
    (tmp_path / "first.txt").write_text("Nothing is said here.\n")
    text.path.write_text(f"A word before.\n\n{TEXT}")
    texts = OpenText(tmp_path / "first.txt"), OpenText(text.path)
    async with open_reader(*texts) as stage:
        keep_in(stage, tmp_path / "reviews")
        assert stage.screen.show_text(1)
        assert voice_at(stage, "“We have") == "Peter Lund"


@pytest.mark.parametrize("more", ["", "It rained.\n\n" * 3_000])
async def test_what_finds_its_words_no_more_is_told(
    open_reader: Open, text: OpenText, tmp_path: Path, more: str
) -> None:
    assert text.path is not None
    reviews = Reviews(tmp_path / "reviews")
    lost = decided(read(), "“Nobody", voiced("Peter Lund"))
    reviews.change(read().document, text.path, lambda review: review.with_decision(lost))
    text.path.write_text(TEXT.replace("“Nobody asked us.”", "It rained.") + more)
    (tmp_path / "first.txt").write_text("Nothing is said here.\n")
    async with open_reader(OpenText(tmp_path / "first.txt"), OpenText(text.path)) as stage:
        keep_in(stage, tmp_path / "reviews")
        assert stage.screen.show_text(1)
        await stage.searchable()
        assert "1 decision finds its words no more" in stage.screen.status.notice


async def test_what_cannot_be_kept_is_told_and_not_shown(
    open_reader: Open, text: OpenText, tmp_path: Path
) -> None:
    (tmp_path / "reviews").write_text("in the way")
    async with open_reader(text) as stage:
        keep_in(stage, tmp_path / "reviews")
        before = stage.screen.reading
        await correct(stage, "“We have", "lund")
        assert stage.screen.reading is before
        assert any("not kept" in notice for notice in stage.notices)


async def test_a_typed_name_is_never_markup(open_reader: Open, text: OpenText) -> None:
    async with open_reader(text) as stage:
        stage.screen.jump(TEXT.index("“We have"))
        await stage.press("c")
        stage.app.screen.query_one("Input").value = "[red]Ines[/] [sic]"  # type: ignore[attr-defined]
        await stage.settle()
        assert "another voice: [red]Ines[/] [sic]" in stage.seen()
        await stage.press("enter")
        await is_decided(stage)
        assert "[red]Ines[/] [sic]" in stage.seen()


async def test_what_was_lit_goes_out_for_it_rests_on_something_else_now(
    open_reader: Open, text: OpenText
) -> None:
    async with open_reader(text) as stage:
        stage.screen.jump(TEXT.index("“We have"))
        await stage.press("enter")
        await correct(stage, "“We have", "lund")
        assert not stage.screen.put_out_evidence()


async def test_those_who_were_weighed_come_first(open_reader: Open, tmp_path: Path) -> None:
    (tmp_path / "hall.txt").write_text(
        "Tom Ash came in late. Ann Lee met Eva Roth in the hall.\n\n"
        "Cy Marsh said that it rained.\n\n“The road is shut,” she said.\n"
    )
    async with open_reader(OpenText(tmp_path / "hall.txt")) as stage:
        stage.screen.jump(stage.screen.document.text.index("“The road"))
        await stage.press("enter", "c")
        assert isinstance(stage.app.screen, VerdictList)
        shown = [str(row.prompt).strip().split("  ")[0] for row in stage.app.screen.shown]
        assert shown[4:6] == ["⁃ Cy Marsh", "Eva Roth"]
        await stage.press(*["down"] * 5, "enter")
        assert voice_at(stage, "“The road") == "Eva Roth"


def test_what_is_taken_away_says_who_decided() -> None:
    own = read()
    reading = apply(own, [decided(own, "“We have", voiced("Peter Lund"), who="R. Ames")]).reading
    quotation = holding(reading, "“We have")
    assert "— Peter Lund (credited by R. Ames on 2026-03-0" in citation(reading, quotation)
    paragraph = reading.document.paragraphs[1]
    taken = forms(reading.document, paragraph, reading, quotation, None)
    told = next(json.loads(one.words or "") for one in taken if one.key == "j")
    assert (told["voice"], told["quoth_said"]) == ("Peter Lund", "Ruth Alder")
    lines = "".join(of_reading(reading).pieces("csv"))
    assert [row["quoth_said"] for row in csv.DictReader(StringIO(lines))][:2] == ["", "Ruth Alder"]
    assert "quoth_said" not in "".join(of_reading(own).pieces("csv"))


async def test_a_hostile_text_is_decided_on_word_for_word(
    open_reader: Open, tmp_path: Path
) -> None:
    words = "“The [sic] door [/] is [@click=app.quit]shut[/] \x1b]0;x\x07,”"
    (tmp_path / "hostile.txt").write_text(f"It was late.\n\n{words} Ruth [red]Alder said.\n")
    async with open_reader(OpenText(tmp_path / "hostile.txt")) as stage:
        keep_in(stage, tmp_path / "reviews")
        stage.screen.jump(stage.screen.document.text.index("“The [sic]"))
        await stage.press("c")
        assert "The [sic] door [/] is [@click=app.quit]shut[/] ␛]0;x␇" in stage.seen()
        await stage.press("enter")
        review = stage.screen.session.text.review
        assert review is not None
        assert review.decisions[0].quoted.words == (words.translate({27: "␛", 7: "␇"}),)
        again, problem = Reviews(tmp_path / "reviews").of(stage.screen.document, None)
        assert (again, problem) == (review, None)


def test_decisions_are_applied_before_a_reading_is_taken(
    text: OpenText, monkeypatch: pytest.MonkeyPatch
) -> None:
    session = Session([text])
    own = read(TEXT)
    text.document = own.document
    session.take(text, own)
    decision = decided(own, "“We have", voiced("Peter Lund"))
    session.decide(text, lambda review: review.with_decision(decision))
    assert text.reading is own  # nothing changes in a thread
    calls = []
    monkeypatch.setattr(OpenText, "judge", lambda *_: calls.append(1))
    session.take(text, own)
    assert calls == []
    assert text.reading == apply(own, [decision]).reading


async def test_only_the_first_index_of_a_text_is_set_apart_for_good(
    open_reader: Open, text: OpenText, monkeypatch: pytest.MonkeyPatch
) -> None:
    frozen: list[int] = []
    monkeypatch.setattr(reading_ahead, "_MANY", 0)
    monkeypatch.setattr(gc, "freeze", lambda: frozen.append(1))
    async with open_reader(text) as stage:
        await stage.searchable()
        assert frozen == [1]
        await correct(stage, "“We have", "lund")
        await stage.app.workers.wait_for_complete()
        assert frozen == [1]
