"""The ribbon: every quotation is in a slice, and slices and places find each other."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.tui.made import article, reading, span
from texts.document import Span
from texts.reading import Certainty, Evidence, Mode, Quotation, Reading
from tui.layout.ribbon import Slice, Slices, Weighing, slices_with

lengths = st.integers(1, 5_000)
counts = st.integers(1, 200)


def weighed(found: Reading | None, count: int, *, at_a_time: int = 10_000) -> tuple[Slice, ...]:
    weighing = Weighing(article(), found, count)
    while not weighing.go_on(at_a_time):
        pass
    return weighing.found()


@given(lengths, counts)
def test_slices_cover_the_text_in_order(length: int, count: int) -> None:
    slices = Slices(length, count)
    numbers = [slices.at(offset) for offset in range(length)]
    assert numbers == sorted(numbers)
    assert numbers[0] == 0
    if length >= count:
        assert sorted(set(numbers)) == list(range(count))


@given(lengths, counts)
def test_a_slice_begins_at_a_character_that_lies_in_it(length: int, count: int) -> None:
    slices = Slices(length, count)
    starts = [slices.start(number) for number in range(count)]
    assert starts == sorted(starts)
    assert starts[0] == 0
    for number, start in enumerate(starts):
        assert number in slices.touched(Span(start, start + 1))
        if length >= count:
            assert slices.at(start) == number
            assert start == 0 or slices.at(start - 1) < number


@given(lengths, counts, st.data())
def test_a_span_touches_its_slices_and_no_others(
    length: int, count: int, data: st.DataObject
) -> None:
    start = data.draw(st.integers(0, length - 1))
    end = data.draw(st.integers(start + 1, length))
    slices = Slices(length, count)
    touched = slices.touched(Span(start, end))
    assert list(touched) == [
        number
        for number in range(count)
        if start * count < (number + 1) * length and number * length < end * count
    ]


@pytest.mark.parametrize("offset", [-5, 99])
def test_places_outside_are_in_the_first_or_the_last_slice(offset: int) -> None:
    assert Slices(10, 4).at(offset) == (0 if offset < 0 else 3)
    assert len(Slices(10, 4).touched(Span(max(0, offset), 200))) >= 1


@given(counts)
def test_every_quotation_is_in_each_slice_it_touches(count: int) -> None:
    found = reading()
    slices = Slices(len(found.document.text), count)
    cells = weighed(found, count)
    assert len(cells) == count
    for quotation in found.quotations:
        verbatim = quotation.mode is not Mode.INDIRECT
        for part in quotation.spans:
            for number in slices.touched(part):
                assert (quotation.voice, verbatim) in [
                    (mark.voice, mark.verbatim) for mark in cells[number].marks
                ]


@given(counts)
def test_the_weights_are_the_characters(count: int) -> None:
    found = reading()
    marks = [mark for cell in weighed(found, count) for mark in cell.marks]
    said = sum(len(part) for quotation in found.quotations for part in quotation.spans)
    assert sum(mark.weight for mark in marks) == said * count


@given(counts)
def test_a_mark_stands_in_its_slice_and_in_words_of_its_voice(count: int) -> None:
    found = reading()
    slices = Slices(len(found.document.text), count)
    for number, cell in enumerate(weighed(found, count)):
        for mark in cell.marks:
            assert number in slices.touched(Span(mark.at, mark.at + 1))
            assert any(
                mark.at in part
                for quotation in found.quotations
                for part in quotation.spans
                if quotation.voice == mark.voice
            )


@given(counts, st.integers(1, 20))
def test_a_little_at_a_time_comes_to_the_same(count: int, at_a_time: int) -> None:
    assert weighed(reading(), count, at_a_time=at_a_time) == weighed(reading(), count)


def test_what_is_looked_at_is_linear_in_quotations_and_slices() -> None:
    """A step ends once it has touched as many slices as it was allowed, within one quotation."""
    weighing = Weighing(article(), reading(), 10)
    steps = 1
    while not weighing.go_on(1):
        steps += 1
    assert steps == len(reading().quotations) + 1


def test_verbatim_words_go_before_reported_ones_and_more_before_less() -> None:
    (cell,) = weighed(reading(), 1)
    assert [(mark.voice, mark.verbatim) for mark in cell.marks] == [
        (2, True),
        (None, True),
        (3, True),
        (1, False),
        (2, False),
    ]


def test_beside_the_first_voice_stands_a_doubt_or_the_next_voice() -> None:
    (cell,) = weighed(reading(), 1)
    assert cell.second is not None
    assert cell.second.voice is None
    assert Slice(cell.marks[2:]).second == cell.marks[3]
    assert Slice((cell.marks[0], cell.marks[4])).second is None, "the same voice, reported"
    assert Slice().second is None


def test_of_a_mixed_quotation_only_what_is_in_marks_is_verbatim() -> None:
    frame = span("Shopkeepers fear for their trade. “Who will come?” asked")
    mixed = Quotation(4, (frame,), Mode.MIXED, 3, Certainty.EXPLICIT, Evidence("made"))
    found = Reading(article(), reading().voices, (mixed,), covers=6)
    (cell,) = weighed(found, 1)
    assert [(mark.verbatim, mark.weight) for mark in cell.marks] == [
        (True, len("“Who will come?”")),
        (False, len(frame)),
    ]


def test_what_has_not_been_read_says_so() -> None:
    assert not any(cell.is_read for cell in weighed(None, 5))
    whole = reading()
    assert all(cell.is_read for cell in weighed(whole, 50))
    part = Reading(article(), whole.voices, whole.quotations[:2], covers=3)
    cells = weighed(part, 50)
    end = Slices(len(article().text), 50).at(article().paragraphs[2].span.end)
    assert all(cell.is_read for cell in cells[:end])
    assert not any(cell.is_read for cell in cells[end + 1 :])


@given(lengths, counts, st.data())
def test_hits_are_marked_where_they_begin(length: int, count: int, data: st.DataObject) -> None:
    starts = sorted(data.draw(st.sets(st.integers(0, length - 1), max_size=40)))
    slices = Slices(length, count)
    expected: dict[int, int] = {}
    for start in starts:
        expected.setdefault(slices.at(start), start)
    assert slices_with(slices, [Span(start, start + 1) for start in starts]) == expected
