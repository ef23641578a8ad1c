"""Spans: flattening agrees with looking at every character."""

from __future__ import annotations

import itertools

from hypothesis import given, settings
from hypothesis import strategies as st

from texts.spans import flatten

spans = st.lists(
    st.tuples(st.integers(0, 40), st.integers(0, 40), st.sampled_from("abcd")), max_size=12
)


def innermost(spans: list[tuple[int, int, str]], at: int) -> str | None:
    over = [
        (start, -end, number, key)
        for number, (start, end, key) in enumerate(spans)
        if start <= at < end
    ]
    return max(over)[3] if over else None


@settings(max_examples=300)
@given(spans)
def test_every_character_has_its_innermost_key(given: list[tuple[int, int, str]]) -> None:
    pieces = flatten(given)
    found = {at: key for start, end, key in pieces for at in range(start, end)}
    assert found == {at: key for at in range(41) if (key := innermost(given, at)) is not None}
    assert all(start < end for start, end, _ in pieces)
    for (_, end, key), (start, _, following) in itertools.pairwise(pieces):
        assert end < start or (end == start and key != following)


def test_ten_thousand_nested_spans_are_flattened_in_linear_work() -> None:
    depth = 10_000
    pieces = flatten((at, 2 * depth - at, at) for at in range(depth))
    assert len(pieces) == 2 * depth - 1
    assert pieces[depth - 1] == (depth - 1, depth + 1, depth - 1)
