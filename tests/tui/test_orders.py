"""What is typed after a colon: what it is taken for, what is near it, and what it could become."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.errors import UserError
from tui.orders import PARAGRAPH, Order, chosen, orders, parsed, paths_like, suggestions


@pytest.mark.parametrize(
    ("line", "order"),
    [
        ("42", Order(PARAGRAPH, "42")),
        (" :42 ", Order(PARAGRAPH, "42")),
        ("open a b.txt:3", Order("open", "a b.txt:3")),
        ("theme", Order("theme")),
        ("theme nord", Order("theme", "nord")),
        ("q", Order("quit")),
        ("messages", Order("messages")),
    ],
)
def test_what_a_line_is(line: str, order: Order) -> None:
    assert parsed(line) == order


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("", "type a paragraph's number"),
        ("opne x", "there is no command 'opne'; near it: open"),
        ("mesages", "near it: messages."),
        ("xyzzy", "there is no command 'xyzzy'."),
        ("messages all", "messages takes nothing after it."),
        ("open", "open takes PATH after it."),
        ("٤٢", "there is no command"),
    ],
)
def test_what_is_said_of_a_line_that_is_none(line: str, said: str) -> None:
    with pytest.raises(UserError) as problem:
        parsed(line)
    assert said in str(problem.value)


@given(line=st.text(max_size=40))
def test_any_line_is_an_order_or_is_explained(line: str) -> None:
    try:
        made = parsed(line).name
    except UserError as problem:
        made = str(problem)
    assert made == PARAGRAPH or made in orders() or made.endswith(".")
    assert len(suggestions(line, {"theme": ["nord"]})) <= 8


@given(begin=st.sampled_from(sorted(orders())), data=st.data())
def test_the_beginning_of_a_command_suggests_it_or_eight_others(
    begin: str, data: st.DataObject
) -> None:
    typed = begin[: data.draw(st.integers(1, len(begin)))]
    lines = [one.line for one in suggestions(typed, {})]
    assert begin in lines or len(lines) == 8
    assert all(typed in line for line in lines)


def test_what_may_follow_is_suggested_its_beginning_first() -> None:
    values = {"theme": ["nord", "ansi-dark", "quoth-dark", "dark-one"]}
    assert [one.line for one in suggestions("theme dark", values)] == [
        "theme dark-one",
        "theme ansi-dark",
        "theme quoth-dark",
    ]


def test_a_name_is_taken_whatever_its_case_and_a_wrong_one_tells_what_is_near() -> None:
    names = ["Mara Lindqvist", "Tom Arrow"]
    assert chosen("tom arrow", names, "voice") == "Tom Arrow"
    with pytest.raises(UserError, match="there is no voice 'Lindqvist'; near it: Mara Lindqvist"):
        chosen("Lindqvist", names, "voice")


def test_paths_are_those_that_are_there(tmp_path: Path) -> None:
    for name in ("report.txt", "readme.md", ".hidden", "bad\x1bname"):
        (tmp_path / name).write_text("")
    (tmp_path / "reports").mkdir()
    lead = f"{tmp_path}/"
    assert paths_like(f"{lead}re") == [f"{lead}readme.md", f"{lead}report.txt", f"{lead}reports/"]
    assert paths_like(f"{lead}.h") == [f"{lead}.hidden"]
    assert f"{lead}.hidden" not in paths_like(lead)
    assert len(paths_like(lead)) == 3
    assert paths_like(f"{lead}nowhere/") == []
    assert paths_like("\x00") == []
    assert paths_like("~nobody-is-called-so/re") == []
