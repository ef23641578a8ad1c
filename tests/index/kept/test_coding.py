"""Readings as bytes: nothing is lost, nothing else is read."""

from __future__ import annotations

import json
import zlib
from dataclasses import fields, is_dataclass, replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.kept.coding import bytes_of, document_of, reading_of
from tests.index.readings import many, plain, reading, said
from texts.attribution import attribute
from texts.document import Document, Origin, ParagraphKind, Paragraphs
from texts.loading import load
from texts.reading import Reading
from texts.samples import path_of, sample_names

MAGIC = b"quoth reading 1\n"


def same(one: Any, other: Any) -> bool:
    """Whether two values are equal in every field; paragraphs have no equality of their own."""
    if isinstance(one, Paragraphs):
        return list(one) == list(other)
    if is_dataclass(one) and type(one) is type(other):
        return all(
            same(getattr(one, field.name), getattr(other, field.name))
            for field in fields(one)
            if field.compare
        )
    return bool(one == other)


@pytest.mark.parametrize("name", sample_names())
def test_a_sample_comes_back_whole(name: str) -> None:
    made = attribute(load(path_of(name)))
    data = bytes_of(made)
    back = reading_of(data)
    assert same(made, back)
    assert bytes_of(back) == data
    assert same(document_of(data), made.document)
    assert back.in_paragraph(1) == made.in_paragraph(1)


@given(st.text(max_size=200), st.text(max_size=20))
def test_any_text_comes_back(text: str, title: str) -> None:
    # Half of a character pair and all that is no character too.
    document = Document(
        "a", text, text[::-1], "UTF-8", "", Paragraphs([], []), Origin(title=title), "plain", (3,)
    )
    assert same(reading_of(bytes_of(Reading(document, (), ()))).document, document)


def test_kinds_and_what_was_made_harmless_come_back() -> None:
    kinds = [ParagraphKind.HEADING, ParagraphKind.PROSE]
    document = Document(
        "a", "one ␛[2J", "one \x1b[2J", "UTF-8", "", Paragraphs([0, 4], [3, 8], kinds)
    )
    back = reading_of(bytes_of(Reading(document, (), ()))).document
    assert back.decoded == "one \x1b[2J"
    assert [paragraph.kind for paragraph in back.paragraphs] == kinds


def test_the_same_reading_has_the_same_bytes() -> None:
    assert bytes_of(many("a", 20)) == bytes_of(many("a", 20))
    assert bytes_of(many("a", 20)) != bytes_of(many("b", 20))


def rewritten(data: bytes, change: Any) -> bytes:
    """The bytes with what stands beside the document changed."""
    unpacking = zlib.decompressobj()
    unpacking.decompress(data[len(MAGIC) :])
    beside = unpacking.unused_data
    tables, value = json.loads(zlib.decompress(beside))
    change(tables, value)
    return data[: -len(beside)] + zlib.compress(json.dumps([tables, value]).encode())


def test_a_field_that_was_not_thought_of_yet_has_its_default() -> None:
    one = reading("a", ["She said: ", said("“be free”", cue=None)])

    def without_rule_of_distance(tables: Any, value: Any) -> None:
        at = tables["Evidence"].index("distance")
        del tables["Evidence"][at]
        quotations = value[tables["Reading"].index("quotations")]
        for quotation in quotations:
            del quotation[tables["Quotation"].index("evidence")][at]

    assert same(reading_of(rewritten(bytes_of(one), without_rule_of_distance)), one)


def test_a_field_that_is_no_more_is_passed_over() -> None:
    one = plain("a", "free")

    def with_more(tables: Any, value: Any) -> None:
        tables["Reading"].append("mood")
        value.append("grim")

    assert same(reading_of(rewritten(bytes_of(one), with_more)), one)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        MAGIC,
        b"\x80\x04N.",  # a pickle
        MAGIC + zlib.compress(b"{}"),
        MAGIC + zlib.compress(b"[{}, []]"),
        MAGIC + zlib.compress(b'[{"Reading": ["document"]}, ["x"]]'),
        MAGIC + zlib.compress(b"[" * 100_000),
        bytes_of(plain("a", "free"))[:-9],
    ],
)
def test_other_bytes_are_refused(data: bytes) -> None:
    with pytest.raises(ValueError, match=r".+"):
        reading_of(data)


def test_a_value_of_another_type_is_refused() -> None:
    def wrong(tables: Any, value: Any) -> None:
        value[tables["Reading"].index("covers")] = "all"

    with pytest.raises(ValueError, match="no int"):
        reading_of(rewritten(bytes_of(plain("a", "free")), wrong))


def test_what_is_given_up_half_way_is_not_half_read() -> None:
    whole = replace(plain("a", "free"), covers=1)
    assert reading_of(bytes_of(whole)).covers == 1
