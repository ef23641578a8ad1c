"""What is kept comes back; what somebody else wrote is checked, made harmless, or refused."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.texts.review.made import decided, read, voiced
from texts.document import Span
from texts.errors import Damaged
from texts.review.decision import LONGEST_NAME, Decision, Opinion, Quoted, Verdict
from texts.review.sidecar import Newer, Review, bytes_of, line_in, object_of, review_of

_NAMES = st.text(st.characters(exclude_categories=("C", "Z")), min_size=1, max_size=20)
_OPINIONS = st.one_of(
    st.sampled_from([Opinion(Verdict.NOBODY), Opinion(Verdict.NO_QUOTATION)]),
    _NAMES.map(lambda name: Opinion(Verdict.VOICE, name)),
)
_QUOTED = st.lists(st.tuples(st.integers(1, 9), st.integers(1, 9), _NAMES), min_size=1).map(
    lambda pieces: Quoted(
        tuple(Span(20 * at + a, 20 * at + a + b) for at, (a, b, _) in enumerate(pieces)),
        tuple(words for _, _, words in pieces),
        pieces[0][2],
        pieces[-1][2],
    )
)
_MOMENTS = st.datetimes(timezones=st.just(UTC)).map(lambda moment: moment.replace(microsecond=0))
_DECISIONS = st.builds(
    Decision, _QUOTED, _OPINIONS, st.none() | _OPINIONS, _MOMENTS, _NAMES, st.none() | _NAMES
)
_REVIEWS = st.builds(
    Review,
    st.lists(_DECISIONS, max_size=4).map(tuple),
    st.lists(_NAMES, max_size=3).map(tuple),
    st.lists(_NAMES, max_size=3).map(tuple),
)
_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
)


@given(_REVIEWS)
def test_it_comes_back(review: Review) -> None:
    assert review_of(bytes_of(review)) == review


def kept(**changed: object) -> dict[str, Any]:
    """A sidecar with one decision, of which something has been changed."""
    one = object_of(decided(read(), "“We have", voiced("Peter Lund")))
    return {"schema": 1, "digests": ["ab"], "paths": ["/a.txt"], "decisions": [one | changed]}


@given(st.binary())
def test_any_bytes_are_a_review_or_damaged(data: bytes) -> None:
    with pytest.raises(Damaged):
        review_of(data)


@given(st.sampled_from(sorted(kept()["decisions"][0])), _JSON)
def test_any_value_in_any_place_is_understood_or_damaged(key: str, value: object) -> None:
    try:
        found = review_of(json.dumps(kept(**{key: value})).encode())
    except Damaged:
        return
    assert review_of(bytes_of(found)) == found


@pytest.mark.parametrize(
    "changed",
    [
        {"spans": []},
        {"spans": [[5, 2], [9, 12]]},
        {"spans": [[True, 2], [9, 12]]},
        {"spans": [[4, 8], [6, 12]]},
        {"spans": [[1, 1 << 60], [1 << 61, 1 << 62]]},
        {"words": ["one"]},
        {"had": None},
        {"had": "voice", "had_voice": None},
        {"decided": "nobody", "voice": "Ruth"},
        {"decided": "voice", "voice": " \n "},
        {"decided": "maybe"},
        {"at": "yesterday"},
        {"at": "2026-03-04T21:30:00"},
        {"at": "0001-01-01T00:00:00+23:00"},
        {"before": "x" * 41},
    ],
)
def test_what_means_nothing_is_damaged(changed: dict[str, object]) -> None:
    with pytest.raises(Damaged):
        review_of(json.dumps(kept(**changed)).encode())


def test_what_a_later_version_wrote_is_not_damaged() -> None:
    with pytest.raises(Newer):
        review_of(json.dumps(kept() | {"schema": 2, "decisions": {}}).encode())
    for schema in (0, True, "2", None):
        with pytest.raises(Damaged) as told:
            review_of(json.dumps(kept() | {"schema": schema}).encode())
        assert not isinstance(told.value, Newer)


def test_depth_and_length_are_bounded() -> None:
    for data in (b"[" * 100_000, b'{"schema": 1, "x": "' + b"y" * (16 << 20) + b'"}'):
        with pytest.raises(Damaged):
            review_of(data)
    with pytest.raises(ValueError, match="more decisions"):
        bytes_of(Review(paths=("x" * (16 << 20),)))


def test_names_and_notes_are_made_harmless_and_short() -> None:
    hostile = "\x1b]0;gone\x07 Ruth\u202e\nAlder \ud800"
    data = kept(voice=hostile, note=hostile, who=hostile * 100)
    (decision,) = review_of(json.dumps(data).encode()).decisions
    assert decision.decided is not None
    assert decision.decided.voice == decision.note == "␛]0;gone␇ Ruth� Alder �"
    assert decision.who is not None
    assert len(decision.who) <= LONGEST_NAME


def test_a_line_keeps_its_words() -> None:
    assert line_in("  Ruth \t Alder\n", 99) == "Ruth Alder"
    assert line_in("Ruth Alder", 5) == "Ruth"


def test_a_moment_of_another_zone_is_the_same_moment() -> None:
    (decision,) = review_of(json.dumps(kept(at="2026-03-04T23:30:00.5+02:00")).encode()).decisions
    assert decision.at == datetime(2026, 3, 4, 21, 30, tzinfo=UTC)


def test_a_decision_takes_the_place_of_another_and_can_be_taken_back() -> None:
    reading = read()
    one = decided(reading, "“We have", voiced("Peter Lund"))
    other = decided(reading, "“We have", voiced("Ruth Alder"))
    review = Review().with_decision(one)
    assert review.with_decision(other, one).decisions == (other,)
    assert review.without(one).decisions == ()


def test_it_is_known_by_all_its_paths_the_latest_last() -> None:
    review = Review().known_by("a", "/1").known_by("b", "/2").known_by("a", None)
    assert (review.digests, review.paths) == (("b", "a"), ("/1", "/2"))
