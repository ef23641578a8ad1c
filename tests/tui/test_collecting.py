"""The collector: what is young is gone over while long work is done, and everything again later."""

from __future__ import annotations

import gc

from tests.tui.made import reading
from texts.attribution import attribute
from texts.loading import read_text
from tui.collecting import only_young


def test_no_full_collection_begins_within() -> None:
    usual = gc.get_threshold()
    full = gc.get_stats()[2]["collections"]
    with only_young():
        with only_young():
            pass
        kept: list[list[object]] = [[] for _ in range(300_000)]
        assert gc.get_stats()[2]["collections"] == full
    assert len(kept) == 300_000
    assert gc.get_threshold() == usual


def test_a_reading_leaves_no_garbage_that_only_the_collector_finds() -> None:
    text = "Dr Mara Lee said it was late. “It is,” she said. Tom Reed of the ABC (Arrow Bridge Club) left."
    document = read_text("made.txt", text.encode())
    attribute(document)
    gc.collect()
    gc.disable()
    try:
        attribute(document)
        assert gc.collect() == 0
    finally:
        gc.enable()


def test_long_values_are_named_in_a_few_words() -> None:
    assert len(repr(reading())) < 100
