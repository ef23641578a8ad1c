"""Quotation marks: each style, nested, interrupted, unbalanced, and what only looks like one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from texts.attribution.marks import MAX_DEPTH, Marked, find_marked, opens_with_mark


def marked(text: str, following: str | None = None) -> list[str]:
    return [text[m.start : m.end] for m in find_marked(text, 0, len(text), following)]


def inner(text: str) -> list[str]:
    return [
        text[child.start : child.end]
        for outer in find_marked(text, 0, len(text))
        for child in outer.children
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("“We close at six,” he said.", ["“We close at six,”"]),
        ('"We close at six," he said.', ['"We close at six,"']),
        ("‘We close at six,’ he said.", ["‘We close at six,’"]),
        ("'We close at six,' he said.", ["'We close at six,'"]),
        ("«We close at six», he said.", ["«We close at six»"]),
        ("„We close at six“, he said.", ["„We close at six“"]),
        ("„We close at six”, he said.", ["„We close at six”"]),
        ("»We close at six«, he said.", ["»We close at six«"]),
        ("”We close at six,” he said.", ["”We close at six,”"]),
        ("''We close at six,'' he said.", ["''We close at six,''"]),
        ("``We close at six,'' he said.", ["``We close at six,''"]),
        ("‘‘We close at six,’’ he said.", ["‘‘We close at six,’’"]),
        ('“We close at six," he said.', ['“We close at six,"']),
        ('"We close at six,” he said.', ['"We close at six,”']),
        ("He said “no” and then “yes.”", ["“no”", "“yes.”"]),
        ('He said "no" and then "yes."', ['"no"', '"yes."']),
        ('A note ("open late") hung there.', ['"open late"']),
        ("One word—“no”—was enough.", ["“no”"]),
    ],
)
def test_styles(text: str, found: list[str]) -> None:
    assert marked(text) == found


@pytest.mark.parametrize(
    ("text", "outer", "nested"),
    [
        ("“He told me ‘no’ twice,” she said.", "“He told me ‘no’ twice,”", "‘no’"),
        ("‘He told me “no” twice,’ she said.", "‘He told me “no” twice,’", "“no”"),
        ("“He told me “no” twice,” she said.", "“He told me “no” twice,”", "“no”"),
        ('"He told me "no" twice," she said.', '"He told me "no" twice,"', '"no"'),
        ("\"He told me 'no' twice,\" she said.", "\"He told me 'no' twice,\"", "'no'"),
        ("“He said, ‘Go home.’”", "“He said, ‘Go home.’”", "‘Go home.’"),
        ("‘“For J.,”’ he read.", "‘“For J.,”’", "“For J.,”"),
    ],
)
def test_nested(text: str, outer: str, nested: str) -> None:
    assert marked(text) == [outer]
    assert inner(text) == [nested]


@pytest.mark.parametrize(
    "text",
    [
        "It’s the dogs’ dinner, and the dog’s too.",
        "It's the dogs' dinner, and the dog's too.",
        "the ’90s and the '80s",
        "rock ’n’ roll, rock 'n' roll",
        "'Tis late and 'twas late before",
        "It is 6'2\" by 5' wide",
        'a 12" pipe and a 10" pipe',
        "O’Neill’s and O'Neill's",
        "no marks at all",
        "",
    ],
)
def test_what_only_looks_like_marks(text: str) -> None:
    assert marked(text) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("‘It’s the dogs’ dinner,’ he said.", "‘It’s the dogs’ dinner,’"),
        ("'It's the dogs' dinner,' he said.", "'It's the dogs' dinner,'"),
        ("‘I don’t know whose it is,’ she said.", "‘I don’t know whose it is,’"),
        ('"It is 6\'2" tall," he said.', '"It is 6\'2" tall,"'),
    ],
)
def test_apostrophes_and_inches_inside(text: str, found: str) -> None:
    assert marked(text) == [found]


def test_a_mark_stays_open_where_the_next_paragraph_opens_again() -> None:
    text = "“The first part of it."
    [found] = find_marked(text, 0, len(text), "double")
    assert found == Marked(0, len(text), closed=False, continues=True, closing=0)


def test_a_mark_left_open_is_not_closed_otherwise() -> None:
    text = "“The first part of it."
    [found] = find_marked(text, 0, len(text), None)
    assert not found.closed
    assert not found.continues


def test_a_missing_closing_mark_spoils_only_its_own_stretch() -> None:
    assert marked("“No, he said. “Yes,” she said.") == ["“No, he said.", "“Yes,”"]


def test_a_closing_mark_without_an_opening_one_is_nothing() -> None:
    assert marked("No,” he said.") == []


@pytest.mark.parametrize(
    ("text", "family"),
    [("“No", "double"), ('"No', "double"), ("‘No", "single"), ("«No", "angle"), ("No", None)],
)
def test_opening_of_a_paragraph(text: str, family: str | None) -> None:
    assert opens_with_mark(text, 0, len(text)) == family


def depth(found: Marked) -> int:
    return 1 + max(map(depth, found.children), default=0)


SIGNS = st.text(alphabet="“”„‘’‚'\"«»‹›` .,a5sS\n—", max_size=80)


@given(SIGNS, st.sampled_from([None, "double", "single", "angle"]))
def test_marked_stretches_are_in_order_apart_and_nested(text: str, following: str | None) -> None:
    def check(stretches: list[Marked], start: int, end: int) -> None:
        for stretch in stretches:
            assert start <= stretch.start < stretch.end <= end
            check(list(stretch.children), stretch.start, stretch.end)
            start = stretch.end

    found = find_marked(text, 0, len(text), following)
    check(found, 0, len(text))
    assert all(depth(stretch) <= MAX_DEPTH for stretch in found)
