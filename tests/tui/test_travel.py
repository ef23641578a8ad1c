"""Which quotation a key leads to, from where, and what the status line says of it."""

from __future__ import annotations

import pytest

from tests.tui.made import article, reading, span
from texts.reading import Reading
from tui.travel import Route, here, position_in_words, travel


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
    assert (arrival.quotation.start, arrival.wrapped) == (at(reached), wrapped)


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
