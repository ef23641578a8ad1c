"""The process that reads: held to its limits, kept from doing harm, replaced, never believed."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest

from tests.texts.loading.misbehaving import MISBEHAVING
from texts.document import Document, ParagraphKind
from texts.errors import Damaged, NoText, TextsError, TooMuch
from texts.loading import answers
from texts.loading.answers import document_of
from texts.loading.limits import Limits
from texts.loading.worker import Worker


@pytest.fixture
def worker() -> Iterator[Worker]:
    worker = Worker(Limits(seconds=20, cpu_seconds=1, memory=256 << 20))
    yield worker
    worker.close()


def said(worker: Worker, words: str) -> Document:
    answer = worker.ask(words.encode(), "the file", MISBEHAVING)
    return document_of(answer, name="the file", form="misbehaving", digest="")


def test_one_process_takes_one_file_after_another(worker: Worker) -> None:
    pids = {said(worker, "pid").text for _ in range(20)}
    assert len(pids) == 1
    assert worker.started == 1


@pytest.mark.parametrize(
    ("word", "kind", "sentence"),
    [
        ("loop", TooMuch, "the file took more than 1 seconds of computing"),
        ("eat", TooMuch, "the file needs more than 256 MB of memory"),
        ("die", Damaged, "the file cannot be read as misbehaving: its reader broke"),
        ("fail", Damaged, "the file cannot be read as misbehaving: it is damaged (ValueError)"),
        ("deep", TooMuch, "the file is nested too deeply"),
        ("write", Damaged, "(Forbidden)"),
        ("connect", Damaged, "(Forbidden)"),
        ("run", Damaged, "(Forbidden)"),
        ("", NoText, "the file holds no words"),
    ],
)
def test_one_sentence_and_the_next_file_is_read(
    worker: Worker, word: str, kind: type[TextsError], sentence: str
) -> None:
    assert said(worker, "before").text == "before\n"
    with pytest.raises(kind) as error:
        said(worker, word)
    assert sentence in str(error.value)
    assert "\n" not in str(error.value)
    assert said(worker, "after").text == "after\n"


def test_the_clock_ends_what_waits() -> None:
    worker = Worker(Limits(seconds=0.5))
    with pytest.raises(TooMuch, match=r"took longer than 0\.5 seconds"):
        said(worker, "wait")
    worker.close()


def test_what_is_not_wanted_any_more_is_given_up() -> None:
    asked: list[bool] = []

    def unwanted() -> bool:
        asked.append(True)
        return len(asked) > 2

    worker = Worker(Limits(), unwanted)
    with pytest.raises(TooMuch, match=r"the file was given up\."):
        said(worker, "wait")
    worker.close()


def test_what_used_up_its_time_is_not_tried_twice(worker: Worker) -> None:
    said(worker, "before")
    with pytest.raises(TooMuch):
        said(worker, "loop")
    assert worker.started == 1


def test_what_a_library_prints_is_no_answer(worker: Worker) -> None:
    assert said(worker, "print").text == "print\n"


def test_half_a_character_is_replaced(worker: Worker) -> None:
    assert said(worker, "half").decoded == "a\ufffdb\n"


def test_a_process_is_replaced_after_many_files(
    worker: Worker, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("texts.loading.worker._MOST_FILES", 3)
    assert len({said(worker, "pid").text for _ in range(7)}) == 3


def test_a_process_that_was_ended_between_files_costs_no_file(worker: Worker) -> None:
    import os
    import signal

    os.kill(int(said(worker, "pid").text), signal.SIGKILL)
    assert said(worker, "after").text == "after\n"


GOOD: dict[str, object] = {
    "text": "One.\n\nTwo.\n",
    "starts": [0, 6],
    "ends": [4, 10],
    "kinds": [0, 4],
    "hyphens": [2],
    "encoding": "UTF-8",
    "left_out": "2 attachments",
    "origin": {"title": "A  title\x1b", "unknown": "x"},
}


def test_a_good_answer_is_a_document() -> None:
    document = document_of(json.dumps(GOOD).encode(), name="n", form="PDF", digest="d")
    assert [(document.words_of(p.span), p.kind) for p in document.paragraphs] == [
        ("One.", ParagraphKind.PROSE),
        ("Two.", ParagraphKind.FOOTNOTE),
    ]
    assert (document.format, document.hyphens) == ("PDF", (2,))
    assert document.origin.title == "A title␛"


@pytest.mark.parametrize(
    "change",
    [
        {"text": 3},
        {"text": "\ud800"},
        {"text": "short"},
        {"starts": [0, 3]},
        {"starts": [-1, 6]},
        {"starts": [True, 6]},
        {"starts": [0]},
        {"ends": [0, 10]},
        {"kinds": [0, 99]},
        {"kinds": [0, -1]},
        {"hyphens": [12]},
        {"hyphens": "1"},
        {"encoding": None},
        {"encoding": "x" * 2_000},
        {"left_out": 3},
        {"origin": []},
        {"origin": {"title": 3}},
        {"error": "TooMuch", "words": 3},
        {"error": []},
    ],
)
def test_an_answer_is_not_believed(change: dict[str, object]) -> None:
    with pytest.raises(Damaged):
        document_of(json.dumps(GOOD | change).encode(), name="n", form="PDF", digest="")


@pytest.mark.parametrize("answer", [b"", b"[]", b"\xff", b"[" * 100_000, b"3", b"{}"])
def test_an_answer_that_is_none(answer: bytes) -> None:
    with pytest.raises(Damaged):
        document_of(answer, name="n", form="PDF", digest="")


def test_a_text_may_be_too_long(worker: Worker, monkeypatch: pytest.MonkeyPatch) -> None:
    answer = worker.ask(b"words", "the file", MISBEHAVING)
    monkeypatch.setattr(answers, "LONGEST_TEXT", 3)
    with pytest.raises(Damaged):
        document_of(answer, name="n", form="PDF", digest="")


def test_an_error_is_told_harmless_and_on_one_line() -> None:
    answer = json.dumps({"error": "NoText", "words": "a\x1b\nb"}).encode()
    with pytest.raises(NoText, match="a␛␊b"):
        document_of(answer, name="n", form="PDF", digest="")
