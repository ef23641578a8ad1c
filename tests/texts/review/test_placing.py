"""A decision finds its words in an edited text, and never takes others for them."""

from __future__ import annotations

from dataclasses import replace
from textwrap import fill

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.texts.review.made import NIGHT, TEXT, decided, read, voiced
from texts.attribution import attribute
from texts.document import Span
from texts.review import placing
from texts.review.decision import Decision, Opinion, Quoted, Verdict
from texts.review.placing import placed, quoted_at

_WORDS = "“Nobody asked us.”"
_LONG = "“Nobody asked us, and nobody told us, and nobody will ask us before the summer.”"


def where(edited: str, decision: Decision) -> str | None:
    """The words that a decision is placed at in an edited text; `None` if it is astray."""
    reading = read(edited)
    found, astray = placed(reading, [decision])
    assert len(found) + len(astray) == 1
    return next((spans[0].of(reading.document.text) for spans in found), None)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("", ""),
        ("The council will", "On Monday evening the council will"),
        ("mend the quay,", "mend the quay, which is old,"),
        (_WORDS, f"At noon there was silence.\n\n{_WORDS}"),
        ("“paper promise”.", "“paper promise”, in the hall."),
        ("The so-called “tide tax” is gone.", "It rained."),
        ("“We have waited long enough,” she said. ", ""),
    ],
)
def test_small_edits_elsewhere_lose_nothing(old: str, new: str) -> None:
    decision = decided(read(), "“Nobody", voiced("Ruth Alder"))
    assert where(TEXT.replace(old, new, 1), decision) == _WORDS


def test_lines_may_be_broken_anew() -> None:
    told = (
        "The council met at noon on Monday in the old hall by the quay, and everybody who has a "
        "boat was there. “We have waited long enough for a quay that holds in a winter storm,” "
        "Ruth Alder said, and nobody in the hall had another word to say before the evening came."
    )
    decision = decided(read(fill(told, 70)), "“We have", voiced("Peter Lund"))
    found = where(fill(told, 60), decision)
    assert found is not None
    assert found in fill(told, 60)
    assert found not in fill(told, 70)


@pytest.mark.parametrize(
    "edited",
    [
        TEXT.replace(_WORDS, ""),
        TEXT.replace(_WORDS, "“Nobody asked me.”"),
        TEXT.replace(_WORDS, "“Nobody asked us, ever.”"),
        # The same words, and everything around them other words: somebody else may say them.
        f"Years later a fisherman stood up in a hall.\n\n{_WORDS}\n\nThe hall was silent then.\n",
        "It rained.\n",
    ],
)
def test_words_that_are_gone_or_others_are_not_found(edited: str) -> None:
    assert where(edited, decided(read(), "“Nobody", voiced("Ruth Alder"))) is None


def test_long_words_are_known_by_themselves() -> None:
    decision = decided(read(TEXT.replace(_WORDS, _LONG)), "“Nobody", voiced("Ruth Alder"))
    assert where(f"Years later in a hall.\n\n{_LONG}\n\nAll was silent.\n", decision) == _LONG


def test_the_same_words_twice_are_told_apart_by_what_is_around() -> None:
    twice = TEXT.replace("“tide tax”", "toll") + f"\nThe boats left.\n\n{_WORDS}\n\nNight fell.\n"
    reading = read(twice)
    for words in (f"{_WORDS}\n\nThe so", f"{_WORDS}\n\nNight"):
        decision = decided(reading, words, voiced("Ruth Alder"))
        edited = read(f"A word before all.\n\n{twice}")
        found, astray = placed(edited, [decision])
        assert not astray
        assert next(iter(found))[0].start == edited.document.text.index(words)


def test_where_nothing_tells_them_apart_there_is_no_place() -> None:
    verse = (
        f"The boats left at noon, and the men sang to the sea.\n\n{_WORDS}\n\nThe men sang on.\n\n"
    )
    decision = decided(read(verse * 3), _WORDS, voiced("Ruth Alder"))
    assert where(f"It was late.\n\n{verse * 3}", decision) is None
    assert where(verse * 3, decision) == _WORDS


def test_before_a_text_is_read_to_its_end_nothing_is_looked_for_elsewhere() -> None:
    scene = f"The boats left at noon, and the men sang to the sea.\n\n{_WORDS}\n\n"
    document = read(scene + "Night fell at last.\n\n" + scene + "The rain came.\n").document
    there = attribute(document).quotations[-1]
    quoted = quoted_at(document, there.spans)
    decision = replace(decided(read(scene), _WORDS, voiced("X")), quoted=quoted)
    opening = attribute(document, 3)
    assert [quotation.spans[0].of(document.text) for quotation in opening.quotations] == [_WORDS]
    assert placed(opening, [decision]) == ({}, [decision])
    edited = replace(decision, quoted=replace(quoted, spans=(Span(0, 1),)))
    assert placed(opening, [edited]) == ({}, [edited])
    assert placed(attribute(document), [edited])[0] == {there.spans: edited}


def test_words_in_very_many_places_cost_little_and_have_none() -> None:
    reading = read(TEXT)
    decision = decided(reading, _WORDS, voiced("Ruth Alder"))
    assert where("x\n\n" + f"{_WORDS}\n\n" * 200, decision) is None


def test_spans_that_are_far_longer_than_their_words_are_not_gone_over(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    reading = read(TEXT * 20)
    opinion = Opinion(Verdict.NOBODY)
    wide = [Decision(Quoted((Span(at, 10_000),), ("x",)), opinion, None, NIGHT) for at in range(50)]
    gone_over = []
    monkeypatch.setattr(placing, "quoted_at", lambda *_: gone_over.append(1))
    assert placed(reading, wide) == ({}, wide)
    assert gone_over == []


def test_words_set_very_wide_are_found_where_they_stood() -> None:
    wide = TEXT.replace("Nobody asked", f"Nobody{' ' * 2_000}asked")
    decision = decided(read(wide), "“Nobody", voiced("Ruth Alder"))
    assert " ".join((where(wide, decision) or "").split()) == _WORDS


@given(st.integers(0, len(TEXT)), st.text("ab “”‘’.\n", max_size=12), st.integers(0, 12))
def test_a_decision_is_never_moved_to_other_words(at: int, put_in: str, cut: int) -> None:
    decision = decided(_READ, "“Nobody", voiced("Ruth Alder"))
    found = where(TEXT[:at] + put_in + TEXT[at + cut :], decision)
    assert found is None or " ".join(found.split()) == _WORDS


_READ = read()
