"""Which quotation a key leads to, from where, and what the status line says of it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.tui.made import article, reading, span
from texts.reading import Reading
from tui.travel import (
    Route,
    found_again,
    here,
    place_in_words,
    position_in_words,
    step_along,
    step_in_words,
    travel,
)


def at(words: str) -> int:
    return span(words).start


@pytest.mark.parametrize(
    ("start", "route", "direction", "reached", "wrapped"),
    [
        ("Bridge to", Route.EVERY, 1, "The old bridge", False),
        ("The old bridge", Route.EVERY, 1, "“We have", False),
        ("“We have", Route.EVERY, 1, "“Who will", False),
        ("“It is not", Route.EVERY, 1, "“Who will", False),
        ("“It is not", Route.EVERY, -1, "The old bridge", False),
        ("the work would", Route.EVERY, 1, "The old bridge", True),
        ("The old bridge", Route.EVERY, -1, "the work would", True),
        ("Shopkeepers", Route.EVERY, -1, "“We have", False),
        ("“We have", Route.SAME_VOICE, 1, "the work would", False),
        ("the work would", Route.SAME_VOICE, 1, "“We have", True),
        ("said Mara", Route.SAME_VOICE, 1, "the work would", False),
        ("“We have", Route.UNSURE, 1, "“Nobody", False),
        ("“Nobody", Route.UNSURE, 1, "the work would", False),
        ("the work would", Route.UNSURE, -1, "“Nobody", False),
    ],
)
def test_where_a_journey_leads(
    start: str, route: Route, direction: int, reached: str, wrapped: bool
) -> None:
    arrival = travel(reading(), at(start), route, direction)
    assert arrival is not None
    assert (arrival.quotation.start, arrival.step.wrapped) == (at(reached), wrapped)


@pytest.mark.parametrize(
    ("start", "direction", "count", "reached", "said"),
    [
        ("Bridge to", 1, 3, "“Who will", ""),
        ("the work would", -1, 2, "“Who will", ""),
        ("“Who will", 1, 9, "the work would", "only 2 on: the last quotation"),
        ("“Who will", -1, 9, "The old bridge", "only 2 on: the first quotation"),
        ("the work would", 1, 2, "“We have", "went on from the top"),
        ("The old bridge", -1, 2, "“Nobody", "went on from the end"),
    ],
)
def test_a_count_leads_further_but_not_around(
    start: str, direction: int, count: int, reached: str, said: str
) -> None:
    arrival = travel(reading(), at(start), Route.EVERY, direction, count)
    assert arrival is not None
    assert arrival.quotation.start == at(reached)
    assert step_in_words(arrival.step, direction, "quotation") == said


@given(
    of=st.integers(1, 30), start=st.integers(-1, 30), count=st.integers(1, 40),
    direction=st.sampled_from([1, -1]),
)  # fmt: skip
def test_a_count_is_as_many_single_steps_as_there_is_room_for(
    of: int, start: int, count: int, direction: int
) -> None:
    step = step_along(start, of, direction, count)
    assert step is not None
    assert 0 <= step.at < of
    assert step.done + step.lacking == count
    single = step_along(start, of, direction)
    for _ in range(step.done - 1):
        assert single is not None
        single = step_along(single.at + direction, of, direction)
        assert single is not None
        assert not single.wrapped
    assert single is not None
    assert single.at == step.at
    assert step.lacking == 0 or step.at == (of - 1 if direction > 0 else 0)


def test_a_quotation_that_is_nobodys_has_no_voice_to_follow() -> None:
    assert travel(reading(), at("“Nobody"), Route.SAME_VOICE, 1) is None


def test_a_text_without_quotations_leads_nowhere() -> None:
    empty = Reading(article(), reading().voices, (), covers=6)
    assert all(travel(empty, 0, route, 1) is None for route in Route)


def test_all_quotations_are_reached_and_no_journey_stands_still() -> None:
    whole = reading()
    offset, visited = 0, []
    for _ in whole.quotations:
        arrival = travel(whole, offset, Route.EVERY, 1)
        assert arrival is not None
        assert arrival.quotation.start != offset
        offset = arrival.quotation.start
        visited.append(arrival.quotation)
    assert tuple(visited) == whole.quotations


@pytest.mark.parametrize(
    ("place", "words"),
    [
        ("“Who will", "quotation 3 of 5 · voice 1 of 1"),
        ("the work would", "quotation 5 of 5 · voice 2 of 2"),
        ("“Nobody", "quotation 4 of 5"),
    ],
)
def test_the_position_in_words(place: str, words: str) -> None:
    whole = reading()
    standing = here(whole, at(place))
    assert standing is not None
    assert position_in_words(whole, standing) == words


def test_between_the_parts_of_a_quotation_is_not_in_it() -> None:
    assert here(reading(), at("said Mara")) is None
    assert here(reading(), at("“It is not")) == reading().quotations[1]


@pytest.mark.parametrize(
    ("place", "words"),
    [
        ("Bridge to", "before all 5 quotations"),
        ("said Mara", "after quotation 2 of 5"),
        ("Nobody", "quotation 4 of 5"),
    ],
)
def test_everywhere_it_is_said_where_one_is(place: str, words: str) -> None:
    assert place_in_words(reading(), at(place)) == words


def test_a_text_without_quotations_has_no_place_among_them() -> None:
    assert place_in_words(Reading(article(), reading().voices, (), covers=6), 0) == ""


def test_a_voice_is_found_again_by_its_name_where_another_has_its_number() -> None:
    earlier = reading()
    author, first, second, *others = earlier.voices
    turned = replace(second, number=1), replace(first, number=2)
    later = replace(earlier, voices=(author, *turned, *others))
    assert found_again(first, earlier) is first
    assert found_again(first, later) == turned[1]
    assert found_again(replace(first, name="Nobody Here"), later) is None
