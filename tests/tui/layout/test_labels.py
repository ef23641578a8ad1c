"""Labels: every voice is named where it begins, and none is dropped in silence."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tui.layout.labels import Label, Speech, place_labels
from tui.layout.wrapping import Lines

TEN = Lines(range(0, 100, 10), 100)


@pytest.mark.parametrize(
    ("speeches", "labels"),
    [
        ([], [Label(0, None)]),
        ([Speech(3, 40, "a", 0)], [Label(0, 0)]),
        ([Speech(13, 40, "a", 0)], [Label(0, None), Label(1, 0)]),
        # The same voice goes on, after a line of the author's, or at once.
        ([Speech(0, 20, "a", 0), Speech(25, 30, "a", 1)], [Label(0, 0)]),
        ([Speech(0, 20, "a", 0), Speech(35, 40, "a", 1)], [Label(0, 0), Label(3, 1)]),
        # Another voice on the same line goes to the next.
        ([Speech(0, 4, "a", 0), Speech(5, 30, "b", 1)], [Label(0, 0), Label(1, 1)]),
        # A voice that goes on after another's words has been named.
        (
            [Speech(0, 4, "a", 0), Speech(5, 9, "b", 1), Speech(9, 15, "a", 0)],
            [Label(0, 0), Label(1, 1)],
        ),
        ([Speech(92, 95, "a", 0), Speech(96, 99, "b", 1)], [Label(0, None), Label(9, 0, 1)]),
    ],
)
def test_where_labels_stand(speeches: list[Speech], labels: list[Label]) -> None:
    assert list(place_labels(TEN, speeches)) == labels


@settings(max_examples=200)
@given(st.lists(st.tuples(st.integers(0, 99), st.sampled_from("abc")), max_size=30))
def test_one_label_a_line_and_every_voice_named_or_counted(starts: list[tuple[int, str]]) -> None:
    speeches = [
        Speech(start, start + 1, speaker, at)
        for at, (start, speaker) in enumerate(sorted(dict(starts).items()))
    ]
    labels = place_labels(TEN, speeches)
    lines = [label.line for label in labels]
    assert lines[0] == 0
    assert lines == sorted(set(lines))
    assert lines[-1] < len(TEN)
    named = {speeches[label.quotation].speaker for label in labels if label.quotation is not None}
    assert len(named) + sum(label.more for label in labels) == len({s.speaker for s in speeches})
