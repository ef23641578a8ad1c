"""Back and forward, as in a browser."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tui.history import History


def test_back_and_forward() -> None:
    history: History[int] = History()
    assert history.back(1) is None
    assert history.forward(1) is None
    history.jump(1, 5)
    history.jump(5, 9)
    assert history.back(9) == 5
    assert history.back(5) == 1
    assert history.back(1) is None
    assert history.forward(1) == 5
    assert history.forward(5) == 9
    assert history.forward(9) is None


def test_a_jump_cuts_off_what_was_ahead() -> None:
    history: History[int] = History()
    history.jump(1, 5)
    assert history.back(5) == 1
    history.jump(1, 7)
    assert history.forward(7) is None
    assert history.back(7) == 1


def test_going_to_where_one_is_is_no_jump() -> None:
    history: History[int] = History()
    history.jump(3, 3)
    assert history.back(3) is None


def test_it_is_bounded() -> None:
    history: History[int] = History(longest=3)
    for place in range(10):
        history.jump(place, place + 1)
    steps, here = [], 10
    while (place_before := history.back(here)) is not None:
        steps.append(place_before)
        here = place_before
    assert steps == [9, 8, 7]


def test_several_steps_at_once() -> None:
    history: History[int] = History()
    for place in range(4):
        history.jump(place, place + 1)
    assert history.back(4, 3) == 1
    assert history.forward(1, 2) == 3
    assert history.forward(3, 9) == 4
    assert history.back(4, 9) == 0
    assert history.back(0, 9) is None


def test_where_the_last_move_began() -> None:
    history: History[int] = History()
    left = [history.left]
    history.jump(1, 5)
    left.append(history.left)
    history.jump(5, 5)
    left.append(history.left)
    history.back(5)
    left.append(history.left)
    history.back(1)
    assert [*left, history.left] == [None, 1, 1, 5, 5]


@given(jumps=st.lists(st.integers(0, 5), max_size=20))
def test_all_the_way_back_and_forward_is_where_one_was(jumps: list[int]) -> None:
    history: History[int] = History()
    here = 0
    for place in jumps:
        history.jump(here, place)
        here = place
    end = here
    while (place_before := history.back(here)) is not None:
        here = place_before
    assert here == 0
    while (place_after := history.forward(here)) is not None:
        here = place_after
    assert here == end


def test_places_move_with_a_text_that_has_changed() -> None:
    history = History[int]()
    history.jump(1, 2)
    history.jump(2, 3)
    assert history.back(3) == 2
    assert sorted(history) == [1, 3, 3]
    history.move(lambda place: 10 * place)
    assert history.left == 30
    assert history.back(20) == 10
    assert history.forward(10, 2) == 30
