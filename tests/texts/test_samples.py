"""The texts that ship: they are all there, they are whole, and each says what it is."""

from __future__ import annotations

import hashlib
import tomllib
from dataclasses import fields

import pytest

from tests.data import gold
from texts.document import Origin, ParagraphKind
from texts.loading import load
from texts.reading import ParagraphVoice
from texts.samples import FIRST, path_of, sample_names, sample_path

DIGEST = "c3de9850c760239153d4449c33845a26b0d0f787b172376590d483ddf566f483"


def origin(name: str) -> dict[str, object]:
    return tomllib.loads(path_of(name).with_suffix(".toml").read_text(encoding="utf-8"))


def test_the_first_sample_is_the_article() -> None:
    assert sample_names()[0] == FIRST
    assert sample_path() == path_of(FIRST)


def test_the_article_is_there_byte_for_byte() -> None:
    assert hashlib.sha256(sample_path().read_bytes()).hexdigest() == DIGEST


def test_what_the_article_does_not_state_is_unknown() -> None:
    known = origin(FIRST)
    assert known.keys() == {"title", "note"}
    assert str(known["title"]) in sample_path().read_text(encoding="utf-8")
    assert "Third-party" in str(known["note"])


def test_a_name_that_is_no_sample_is_an_error() -> None:
    for name in ("nothing", "../__init__", "amnesty-iran-impunity.txt", ""):
        with pytest.raises(KeyError):
            path_of(name)


@pytest.mark.parametrize("name", sample_names())
def test_every_sample_says_where_it_comes_from(name: str) -> None:
    known = origin(name)
    assert known.keys() <= {field.name for field in fields(Origin)}
    assert all(isinstance(value, str) and value.strip() for value in known.values())
    assert known["title"]
    assert known["note"]


@pytest.mark.parametrize("name", [name for name in sample_names() if name != FIRST])
def test_our_own_texts_are_invented_and_free(name: str) -> None:
    note = str(origin(name)["note"])
    assert "CC0" in note
    assert "fiction" in note.lower()


@pytest.mark.parametrize("name", sample_names())
def test_a_sample_is_plain_utf_8_with_one_kind_of_line_end(name: str) -> None:
    data = path_of(name).read_bytes()
    assert not data.startswith(b"\xef\xbb\xbf")
    assert b"\r" not in data
    assert b"\0" not in data
    assert data.decode("utf-8")


@pytest.mark.parametrize("name", sample_names())
def test_a_sample_opens_as_it_was_meant(name: str) -> None:
    document, answers = load(path_of(name)), gold(name)
    assert document.decoded.encode("utf-8") == path_of(name).read_bytes()
    assert document.text == document.decoded
    assert document.origin.title == origin(name)["title"]
    assert [p.span for p in document.paragraphs] == [p.span for p in answers.paragraphs]
    for paragraph, answer in zip(document.paragraphs, answers.paragraphs, strict=True):
        is_heading = paragraph.kind is ParagraphKind.HEADING
        is_furniture = paragraph.kind is ParagraphKind.FURNITURE
        assert is_heading is (answer.voice is ParagraphVoice.HEADING)
        assert is_furniture is (answer.voice is ParagraphVoice.FURNITURE)
