"""JSON Lines: exact, complete, and harmless to a terminal."""

from __future__ import annotations

import json
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.texts.export.made import document, ferry, written
from texts.document import Origin, Span
from texts.export import FORMATS
from texts.export.passages import SEAM
from texts.reading import AUTHOR, Certainty, Evidence, Mode, Quotation, Reading

KEYS = [
    "document",
    "paragraph",
    "start",
    "end",
    "spans",
    "text",
    "mode",
    "voice",
    "voice_kind",
    "source",
    "cue",
    "stance",
    "attitude",
    "certainty",
    "rule",
    "chain",
]


def lines(reading: Reading, *, terms: bool = False) -> list[str]:
    return written("jsonl", reading, terms=terms).splitlines()


def whole(decoded: str) -> Reading:
    """One quotation that is the whole text."""
    quotation = Quotation(
        1,
        (Span(0, len(decoded)),),
        Mode.BLOCK,
        0,
        Certainty.EXPLICIT,
        Evidence("all"),
        Span(0, 1),
        None,
        (0,),
    )
    return Reading(document(decoded, name=decoded[:9]), (AUTHOR,), (quotation,), covers=1)


def test_one_line_in_full() -> None:
    assert lines(ferry())[0] == (
        '{"document": "ferry.txt", "paragraph": 1, "start": 0, "end": 65, '
        '"spans": [[0, 12], [47, 65]], "text": "“We waited,” […] “and nobody came.”", '
        '"mode": "direct", "voice": "Ada Quill", "voice_kind": "person", '
        '"source": {"start": 18, "end": 27, "text": "Ada Quill"}, '
        '"cue": {"start": 13, "end": 17, "text": "said"}, '
        '"stance": "neutral", "attitude": false, "certainty": "explicit", "rule": "source beside cue", '
        '"chain": ["the author", "Ada Quill"]}'
    )


def test_the_unknown_is_null() -> None:
    found = json.loads(lines(ferry())[-1])
    unknown = {key for key, value in found.items() if value is None}
    assert unknown == {"voice", "voice_kind", "source", "cue", "stance", "chain"}
    assert found["certainty"] == "unresolved"


def test_keys_and_their_order_are_the_same_for_all() -> None:
    for line in lines(ferry(), terms=True):
        assert list(json.loads(line)) == KEYS


def test_terms_come_only_when_asked_for_and_in_their_place() -> None:
    assert all(json.loads(line)["mode"] != "term" for line in lines(ferry()))
    found = [json.loads(line) for line in lines(ferry(), terms=True)]
    assert [item["start"] for item in found] == sorted(item["start"] for item in found)
    (term,) = [item for item in found if item["mode"] == "term"]
    assert term["text"] == "“all-weather”"
    assert term["certainty"] is None


def test_attitudes_come_only_when_asked_for_and_in_their_place() -> None:
    assert not any(json.loads(line)["attitude"] for line in lines(ferry()))
    found = [json.loads(line) for line in FORMATS["jsonl"].pieces(ferry(), attitudes=True)]
    assert [item["start"] for item in found] == sorted(item["start"] for item in found)
    (attitude,) = [item for item in found if item["attitude"]]
    assert (attitude["mode"], attitude["stance"]) == ("indirect", "thought")
    assert (attitude["text"], attitude["voice"]) == ("pays", "the master")


def test_the_outlet_stands_for_the_author_where_it_is_known() -> None:
    found = json.loads(lines(ferry(Origin(outlet="The Estuary Post")))[2])
    assert found["chain"] == ["The Estuary Post", "Ada Quill", "the log", "the master"]


@pytest.mark.parametrize(
    ("text", "spans", "expected"),
    [
        ("“A,” she said, “b.”", [(0, 4), (15, 19)], "“A,” […] “b.”"),
        ("“A.\n\n“B.”", [(0, 3), (5, 9)], "“A.\n\n“B.”"),
        ("> A.\n>\n> B.", [(2, 4), (9, 11)], "A.\n>\n> B."),
        ("“A”—“b”", [(0, 3), (4, 7)], "“A”—“b”"),
        ("“A” (5) “b”", [(0, 3), (8, 11)], "“A” […] “b”"),
    ],
)
def test_a_seam_is_shown_where_others_words_lie_between(
    text: str, spans: list[tuple[int, int]], expected: str
) -> None:
    reading = whole(text)
    (quotation,) = reading.quotations
    pieces = Quotation(
        1,
        tuple(Span(*span) for span in spans),
        Mode.DIRECT,
        None,
        Certainty.UNRESOLVED,
        quotation.evidence,
    )
    (line,) = lines(Reading(reading.document, (AUTHOR,), (pieces,), covers=1))
    assert json.loads(line)["text"] == expected
    assert all(piece in text for piece in expected.split(SEAM))


@given(st.text(st.characters(exclude_categories=()), min_size=1, max_size=40))
@settings(max_examples=200, deadline=None)
def test_the_words_come_back_as_the_file_says_them(text: str) -> None:
    reading = whole(text)
    (line,) = "".join(FORMATS["jsonl"].pieces(reading)).removesuffix("\n").split("\n")
    found = json.loads(line)
    assert found["text"] == text
    assert found["document"] == text[:9]
    assert found["source"]["text"] == text[:1]
    line.encode("utf-8")


@given(st.text(st.characters(exclude_categories=()), min_size=1, max_size=40))
@settings(max_examples=200, deadline=None)
def test_no_line_holds_a_character_that_a_terminal_may_obey(text: str) -> None:
    (line,) = "".join(FORMATS["jsonl"].pieces(whole(text))).removesuffix("\n").split("\n")
    for character in line:
        assert unicodedata.category(character) not in ("Cc", "Zl", "Zp", "Cs")
        assert unicodedata.bidirectional(character) not in (
            "LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"
        )  # fmt: skip


@pytest.mark.parametrize(
    "character", "\x00\x1b\x7f\x9b\u061c\u200e\u200f\u2028\u2029\u202e\u2069\ufeff\udc80\ufff9"
)
def test_what_is_not_to_be_seen_is_spelled_out(character: str) -> None:
    (line,) = "".join(FORMATS["jsonl"].pieces(whole(character))).removesuffix("\n").split("\n")
    assert f'"text": "\\u{ord(character):04x}"' in line


def test_readable_characters_stay_readable() -> None:
    words = "“Où ça?” نعم 𝄞 e\u0301 日本 a\u00adb"
    assert words in lines(whole(words))[0]
