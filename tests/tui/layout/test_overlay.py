"""Overlay: laying layers over a line agrees with looking at every character."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from texts.spans import flatten
from tui.layout.overlay import overlay

spans = st.lists(
    st.tuples(st.integers(0, 40), st.integers(0, 40), st.sampled_from("abcd")), max_size=12
)


@settings(max_examples=300)
@given(st.lists(spans, max_size=4), st.integers(0, 30), st.integers(1, 12))
def test_a_line_is_split_at_every_boundary(
    given: list[list[tuple[int, int, str]]], start: int, length: int
) -> None:
    layers = [flatten(layer) for layer in given]
    pieces = overlay(start, start + length, layers)
    assert [piece[0] for piece in pieces] == [start, *(piece[1] for piece in pieces)][:-1]
    assert pieces[-1][1] == start + length
    for first, after, keys in pieces:
        for at in range(first, after):
            assert list(keys) == [
                key for layer in layers for begin, end, key in layer if begin <= at < end
            ]
