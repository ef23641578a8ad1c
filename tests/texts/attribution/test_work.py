"""Work is linear in the text, whatever the text: counted in calls, not in seconds."""

from __future__ import annotations

import sys
from collections.abc import Callable
from functools import partial
from itertools import islice, product
from types import FrameType

import pytest

from tests.texts.attribution.readings import read
from texts.attribution import attribute
from texts.export import FORMATS
from texts.loading import read_text
from texts.samples import path_of, sample_names

PROSE = "\n\n".join(path_of(name).read_text(encoding="utf-8") for name in sample_names())
HOSTILE = {
    "one letter": "a",
    "opening marks": "“",
    "opening marks and words": "“x ",
    "straight marks": '" x ',
    "single marks": "' x",
    "nested marks": "“a ‘b “c ‘d e’ f” g’ h,” he said. ",
    "open paragraphs": "“I went.\n",
    "said said": "said ",
    "he said": "he said ",
    "brackets": "( said ",
    "closing marks and words": "x.” ",
    "possessives": "‘dogs’ ",
    "tiny quotations": '"a" said b. ',
    "listed marks": "“A B,” and, ",
    "asides": "*a* b.”7 ",
    "turns after dashes": "—No —said Ann—. Go.\n",
    "labels": "ANN: a\nBOB: b\n",
    "block quotes": "a:\n    b\n",
    "deep block quotes": "> a\n>> b\n",
    "a conversation": "“Go?” said Ann.\nTom went. He saw her.\n",
    "who said": "Ann, who said, ",
    "names": "Ann Lee ",
    "according to": "according to ",
    "the report said": "the report said it is so. ",
    "claims": "his claim that ",
    "one paragraph of prose": "Ann Lee said, “We close at six.” The plan was bad, he said. ",
}
SIZE = 6_000


def calls(text: str, work: Callable[[str], object] = read) -> int:
    """How many functions are called to read a text, or to do something else with it."""
    count = 0

    def note(_frame: FrameType, event: str, _argument: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(note)
    try:
        work(text)
    finally:
        sys.setprofile(before)
    return count


def load(text: str) -> object:
    return read_text("text.txt", text.encode())


def write(text: str) -> object:
    return [list(form.pieces(read(text), terms=True, attitudes=True)) for form in FORMATS.values()]


def filled(piece: str, size: int) -> str:
    return piece * (size // len(piece) + 1)


@pytest.mark.parametrize("name", HOSTILE)
def test_twice_the_text_is_twice_the_work(name: str) -> None:
    small = calls(filled(HOSTILE[name], SIZE))
    large = calls(filled(HOSTILE[name], 2 * SIZE))
    assert large < 2.3 * small + 2_000


@pytest.mark.parametrize("work", [load, write])
@pytest.mark.parametrize(
    "name",
    ["opening marks", "open paragraphs", "tiny quotations", "labels", "block quotes", "deep block quotes"],
)  # fmt: skip
def test_loading_and_writing_are_linear_too(name: str, work: Callable[[str], object]) -> None:
    small = calls(filled(HOSTILE[name], SIZE), work)
    large = calls(filled(HOSTILE[name], 2 * SIZE), work)
    assert large < 2.3 * small + 2_000


def calls_of_prose() -> float:
    """How many calls a character of ordinary prose costs, what is read in once apart."""
    read(PROSE)
    return calls(PROSE) / len(PROSE)


@pytest.mark.parametrize(
    "name",
    [
        "one letter",
        "opening marks",
        "straight marks",
        "open paragraphs",
        "tiny quotations",
        "a conversation",
        "claims",
    ],
)
def test_hostile_texts_cost_no_more_than_prose(name: str) -> None:
    prose = calls_of_prose()
    assert calls(filled(HOSTILE[name], SIZE)) / SIZE < 4 * prose


def test_prose_costs_no_more_in_one_paragraph() -> None:
    prose = calls_of_prose()
    joined = " ".join(PROSE.split())
    assert calls(joined) / len(joined) < 1.2 * prose


def test_a_name_is_weighed_once_however_often_it_stands_before_a_pronoun() -> None:
    prose = calls_of_prose()
    assert calls(filled(HOSTILE["one paragraph of prose"], SIZE)) / SIZE < 3.3 * prose


def test_looking_back_from_a_claim_does_not_cost_its_length() -> None:
    prose = calls_of_prose()
    assert calls(filled(HOSTILE["claims"], SIZE)) / SIZE < 2.5 * prose


def test_reading_can_be_given_up_while_speakers_are_resolved() -> None:
    document = read_text("text.txt", filled("Ann Lee said it is so.\n\n", SIZE).encode())
    asked = 0

    def after(count: int) -> bool:
        nonlocal asked
        asked += 1
        return asked > count

    walked = len(document.paragraphs)
    whole = attribute(document, None, lambda: after(10**9))
    total = asked
    assert total > 3 * walked
    for count in range(0, total + 1, total // 40):
        asked = 0
        reading = attribute(document, None, partial(after, count))
        assert reading.covers <= whole.covers
        assert reading.quotations == tuple(
            quotation for quotation in whole.quotations if quotation.paragraph <= reading.covers
        )
        assert asked <= count + 10


def test_who_shares_a_surname_far_away_is_not_looked_at() -> None:
    def family(size: int) -> str:
        firsts = ("".join(letters).capitalize() for letters in product("aeiou", "lmnrt", repeat=3))
        return "\n\n".join(
            f"{first} Lee spoke in 2001. Lee said it was so." for first in islice(firsts, size)
        )

    read(family(10))  # what is read in once apart
    assert calls(family(600)) < 2.3 * calls(family(300))


def test_of_many_who_hold_an_office_the_nearest_are_looked_at() -> None:
    letters = ["".join(sign).title() for sign in product("bdfglmnprs", "aeiou", "ln", "aeo")]

    def many(count: int) -> str:
        return "\n\n".join(
            f"Senator Ann {name}son came. Rain fell. “The road is shut,” the senator said."
            for name in islice(letters, count)
        )

    read(many(10))  # what is read in once apart
    assert calls(many(240)) < 2.2 * calls(many(120))
