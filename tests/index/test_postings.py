"""Postings come back in order; segments to merge are few, small enough, and seldom the same."""

from __future__ import annotations

import builtins
import math
from collections.abc import Iterable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.engines import postings
from index.engines.merging import FULL, MOST, to_merge
from index.engines.postings import Gathered

FIELDS = ["edge", "text", "voice"]


@settings(max_examples=60)
@given(
    st.lists(
        st.dictionaries(
            st.tuples(st.sampled_from(FIELDS), st.binary(max_size=3)), st.integers(1, 70_000)
        ),
        max_size=12,
    ),
    st.integers(1, 5),
)
def test_what_is_gathered_comes_back_in_order(
    documents: list[dict[tuple[str, bytes], int]], at_once: int
) -> None:
    pool = Gathered(lambda: None)
    for number, words in enumerate(documents):
        for (field, word), times in words.items():
            pool.add((field, word, number, float(times), None))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(postings, "_SORTED_AT_ONCE", at_once)
        given_back = list(pool.iter_postings())
    assert given_back == sorted(
        (field, word, number, float(times), b"")
        for number, words in enumerate(documents)
        for (field, word), times in words.items()
    )


def test_no_more_is_sorted_at_once_than_takes_a_moment(monkeypatch: pytest.MonkeyPatch) -> None:
    sizes: list[int] = []

    def counted(words: Iterable[bytes]) -> list[bytes]:
        ordered = builtins.sorted(words)
        sizes.append(len(ordered))
        return ordered

    pool = Gathered(lambda: None)
    for number in range(20_000):
        pool.add(("text", b"%d" % number, number, 1.0, None))
    monkeypatch.setattr(postings, "sorted", counted, raising=False)
    assert len(list(pool.iter_postings())) == 20_000
    assert max(sizes) <= 8_192


@pytest.mark.parametrize("words", [1, 50, 20_000])
def test_it_looks_up_however_postings_are_spread(words: int) -> None:
    looks: list[int] = []
    given_back = 0
    pool = Gathered(lambda: looks.append(given_back))
    for number in range(20_000):
        pool.add(("text", b"%d" % (number % words), number, 1.0, None))
    for _ in pool.iter_postings():
        given_back += 1
    assert max(b - a for a, b in zip([0, *looks], [*looks, given_back], strict=True)) <= 2_048


changes = st.lists(
    st.tuples(st.sampled_from([1, 7, 60, 500, 4_000, 30_000, 200_000, 400_000]), st.integers(1, 9)),
    max_size=40,
)


@settings(max_examples=60)
@given(changes)
def test_segments_stay_few_and_words_are_seldom_written_again(
    sizes: list[tuple[int, int]],
) -> None:
    segments: list[int] = []
    written = again = 0
    for size, times in sizes:
        for _ in range(times):
            chosen = to_merge(segments, segments)
            together = sum(segments[at] for at in chosen)
            assert together < 2 * FULL
            segments = [one for at, one in enumerate(segments) if at not in chosen]
            segments.append(size + together)
            written += size
            again += together
    levels = math.ceil(math.log(FULL, 8)) + 1
    small = [one for one in segments if one < FULL]
    assert len(small) <= (MOST + 1) * levels
    assert len(segments) - len(small) <= written / FULL
    assert again <= written * levels


def test_eight_of_a_level_are_merged_and_no_others() -> None:
    assert to_merge([], []) == []
    few = [100] * (MOST - 1) + [10, 10, 3000, FULL, FULL * 2]
    assert to_merge(few, few) == []
    more = [*few, 110]
    assert sorted(to_merge(more, more)) == [*range(MOST - 1), len(more) - 1]


def test_full_segments_are_never_touched_until_most_of_them_is_deleted() -> None:
    words = [FULL] * 40
    assert to_merge(words, words) == []
    left = [*words[:-2], FULL // 2 - 1, 0]
    assert sorted(to_merge(words, left)) == [38, 39]


def test_as_many_as_can_be_written_at_once_the_smallest_first() -> None:
    large = [FULL - 1 - at for at in range(MOST)]
    assert to_merge(large, large) == [MOST - 1, MOST - 2]
