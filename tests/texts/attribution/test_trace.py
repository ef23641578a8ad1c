"""Traces: what is explained is what is read, and what was weighed is told in order."""

from __future__ import annotations

import pytest
from hypothesis import given, settings

from tests.texts.attribution.readings import voice_name
from tests.texts.attribution.test_properties import TEXTS
from texts.attribution import attribute, explain
from texts.attribution.trace import Why
from texts.document import Document
from texts.errors import TextsError
from texts.loading import load, read_text
from texts.reading import Quotation
from texts.samples import path_of, sample_names

TWO = (
    "Ms. Ann Lee came into the hall. Ms. Eva Roth had left it an hour before.\n\n"
    "“The road is shut,” she said.\n"
)


def document(text: str) -> Document:
    return read_text("text.txt", text.encode("utf-8", "surrogatepass"))


def explained(why: Why) -> list[Quotation]:
    return [explanation.quotation for explanation in why.explanations]


def decides_alike(opened: Document) -> None:
    """Every paragraph's explanation has the quotations of the ordinary reading, voices and all."""
    reading = attribute(opened)
    for paragraph in opened.paragraphs:
        why = explain(opened, paragraph.number)
        assert why.reading == reading
        held = explained(why)
        assert [q for q in held if q in reading.quotations] == list(
            reading.in_paragraph(paragraph.number)
        )
        rest = [q for q in held if q not in reading.quotations]
        assert all(q in reading.terms or q in reading.attitudes for q in rest)


@pytest.mark.parametrize("name", sample_names())
def test_a_sample_is_explained_as_it_is_read(name: str) -> None:
    opened = load(path_of(name))
    for number in range(1, len(opened.paragraphs) + 1, 7):
        why = explain(opened, number)
        assert why.reading == attribute(opened)
        assert set(why.reading.in_paragraph(number)) <= set(explained(why))


@given(TEXTS)
@settings(max_examples=60, deadline=None)
def test_any_text_is_explained_as_it_is_read(text: str) -> None:
    try:
        opened = document(text)
    except TextsError:
        return
    decides_alike(opened)


@given(TEXTS)
@settings(max_examples=60, deadline=None)
def test_what_was_weighed_is_in_order_and_the_sum_of_its_grounds(text: str) -> None:
    try:
        opened = document("Ann Lee and Bob Ray came. He said it. She told Ann Lee.\n\n" + text)
    except TextsError:
        return
    for paragraph in opened.paragraphs:
        for explanation in explain(opened, paragraph.number).explanations:
            weights = [w.weight for w in explanation.weighed if w.weight is not None]
            assert weights == sorted(weights, reverse=True)
            for weighed in explanation.weighed:
                if weighed.grounds:
                    total = sum(ground.weight for ground in weighed.grounds)
                    assert weighed.weight == pytest.approx(total)


def test_the_first_weighed_is_the_voice_and_the_second_the_runner_up() -> None:
    [explanation] = explain(document(TWO), 2).explanations
    quotation = explanation.quotation
    reading = attribute(document(TWO))
    names = [weighed.name for weighed in explanation.weighed]
    assert set(names) == {"Ann Lee", "Eva Roth"}
    assert names[0] == voice_name(reading, quotation)


def test_what_spoke_for_a_pronouns_antecedent_is_told_in_words() -> None:
    [explanation] = explain(document(TWO), 2).explanations
    first, second = explanation.weighed
    assert {"known to be of that sex", "subject of its sentence"} <= {
        g.words for g in first.grounds
    }
    assert all(ground.words and ground.weight for ground in (*first.grounds, *second.grounds))


@pytest.mark.parametrize(
    ("text", "number", "words"),
    [
        ("“No,” Ann Lee said.", 1, "says by itself who it is"),
        (TWO, 2, "a pronoun"),
        ("“It is all over now, as you can see.”", 1, "No source is near enough"),
        ("It was said that the road was shut.", 1, "No source is near enough"),
        ("Ann Lee said the road was shut.\n\n“It was the snow that did it.”", 2, "goes on"),
    ],
)
def test_why_it_is_as_sure_as_it_is(text: str, number: int, words: str) -> None:
    [explanation] = explain(document(text), number).explanations
    assert words in (explanation.sure or "")


def test_a_term_has_nothing_to_be_sure_of() -> None:
    [explanation] = explain(
        document("The so-called “friendship bridge” will close."), 1
    ).explanations
    assert explanation.sure is None
    assert explanation.weighed == ()


def test_nothing_of_another_paragraph_is_told() -> None:
    assert explain(document(TWO), 1).explanations == ()


@pytest.mark.parametrize("number", [0, 3])
def test_a_paragraph_that_is_not_there(number: int) -> None:
    with pytest.raises(IndexError):
        explain(document(TWO), number)
