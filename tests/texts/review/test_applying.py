"""What a reading says once the reader has decided: voices, certainty, chains, and never other words."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.texts.review.made import (
    NIGHT,
    NO_QUOTATION,
    NOBODY,
    decided,
    holding,
    read,
    voiced,
)
from texts.attribution import attribute
from texts.loading import load
from texts.reading import Certainty, Mode, Reading
from texts.review.applying import apply, opinion_of
from texts.review.decision import RULE, Decision, Opinion, decision_of
from texts.review.placing import quoted_at
from texts.samples import path_of, sample_names

_PLACES = ("The council", "“We have", "‘The sea", "it a “paper", "“Nobody asked", "“tide tax”")


def names(reading: Reading, words: str) -> list[str]:
    """The chain of the quotation that has words."""
    return [reading.voices[number].name for number in holding(reading, words).chain]


@pytest.mark.parametrize(
    ("words", "opinion", "chain"),
    [
        ("“We have", voiced("Ruth Alder"), ["the author", "Ruth Alder"]),
        ("“We have", voiced("Peter Lund"), ["the author", "Peter Lund"]),
        ("“We have", voiced("peter  LUND"), ["the author", "Peter Lund"]),
        ("“We have", voiced("Ines Marsh"), ["the author", "Ines Marsh"]),
        ("“We have", voiced("the author"), ["the author"]),
        ("“We have", NOBODY, []),
        ("‘The sea", voiced("Peter Lund"), ["the author", "Ruth Alder", "Peter Lund"]),
        ("‘The sea", voiced("Ruth Alder"), ["the author", "Ruth Alder"]),
        ("“tide tax”", voiced("Peter Lund"), ["the author", "Peter Lund"]),
    ],
)
def test_what_is_decided_is_so(words: str, opinion: Opinion, chain: list[str]) -> None:
    before = read()
    decision = decided(before, words, opinion)
    reviewed = apply(before, [decision])
    after = holding(reviewed.reading, words)
    assert names(reviewed.reading, words) == chain
    assert after.certainty is Certainty.CONFIRMED
    assert (after.evidence.rule, decision_of(after)) == (RULE, decision)
    assert after.spans == holding(before, words).spans
    assert not reviewed.astray


@pytest.mark.parametrize(
    ("opinion", "chain"),
    [
        (voiced("Peter Lund"), ["the author", "Peter Lund", "My mother"]),
        (voiced("My mother"), ["the author", "My mother"]),
        (NOBODY, ["the author", "My mother"]),
        (NO_QUOTATION, ["the author", "My mother"]),
        (voiced("Ruth Alder"), ["the author", "Ruth Alder", "My mother"]),
    ],
)
def test_what_stands_in_somebodys_words_is_reached_through_them(
    opinion: Opinion, chain: list[str]
) -> None:
    before = read()
    reading = apply(before, [decided(before, "“We have", opinion)]).reading
    assert names(reading, "‘The sea") == chain
    assert holding(reading, "‘The sea").certainty is Certainty.EXPLICIT


def test_who_passes_words_on_stays() -> None:
    before = read("Police say Lee Marsh wrote: “I am done with the sea.”\n")
    assert names(before, "“I am") == ["the author", "Police", "Lee Marsh"]
    reading = apply(before, [decided(before, "“I am", voiced("Ann Marsh"))]).reading
    assert names(reading, "“I am") == ["the author", "Police", "Ann Marsh"]


def test_mail_within_mail_is_reached_through_who_quoted_it() -> None:
    before = read(
        "On Monday, Ann Lee wrote:\n\n> We met at noon.\n>\n> On Sunday, Bo Rask wrote:\n>\n"
        ">> The boat is late.\n"
    )
    assert names(before, "The boat") == ["the author", "Ann Lee", "Bo Rask"]
    reading = apply(before, [decided(before, "We met", voiced("Cy Marsh"))]).reading
    assert names(reading, "The boat") == ["the author", "Cy Marsh", "Bo Rask"]


def test_no_quotation_is_a_term_and_can_be_one_again() -> None:
    before = read()
    reading = apply(before, [decided(before, "it a “paper", NO_QUOTATION)]).reading
    term = holding(reading, "it a “paper")
    assert term in reading.terms
    assert (term.mode, term.voice, term.chain) == (Mode.TERM, None, ())
    assert opinion_of(reading, term) == NO_QUOTATION
    assert len(reading.quotations) == len(before.quotations) - 1


def test_a_term_becomes_words_of_which_only_those_in_marks_are_verbatim() -> None:
    before = read()
    reading = apply(before, [decided(before, "“tide tax”", voiced("Peter Lund"))]).reading
    assert holding(reading, "“tide tax”") in reading.quotations
    assert holding(reading, "“tide tax”").mode is Mode.MIXED


def test_a_note_changes_nothing_but_itself() -> None:
    before = read()
    decision = decided(before, "“Nobody asked", None, note="ask the board")
    after = holding(apply(before, [decision]).reading, "“Nobody asked")
    was = holding(before, "“Nobody asked")
    assert decision_of(after) == decision
    assert replace(after, evidence=was.evidence) == was
    assert (after.evidence.rule, after.evidence.basis) == (was.evidence.rule, was.evidence.basis)


def test_a_new_name_is_one_voice_after_all_others() -> None:
    before = read()
    reading = apply(
        before,
        [
            decided(before, "“We have", voiced("Ines Marsh")),
            decided(before, "“Nobody asked", voiced("ines marsh")),
        ],
    ).reading
    assert reading.voices[: len(before.voices)] == before.voices
    assert [voice.name for voice in reading.voices[len(before.voices) :]] == ["Ines Marsh"]


def test_the_later_decision_on_the_same_words_counts() -> None:
    before = read()
    earlier = decided(before, "“We have", voiced("Peter Lund"))
    later = decided(before, "“We have", NOBODY, at=NIGHT + timedelta(seconds=1))
    for order in ([earlier, later], [later, earlier]):
        reviewed = apply(before, order)
        assert holding(reviewed.reading, "“We have").voice is None
        assert not reviewed.astray


def test_without_decisions_it_is_the_very_same_reading() -> None:
    before = read()
    assert apply(before, []).reading is before


_OPINIONS = st.sampled_from(
    [NOBODY, NO_QUOTATION, None, *map(voiced, ("Ruth Alder", "Peter Lund", "X", "the author"))]
)


@given(st.lists(st.tuples(st.sampled_from(_PLACES), _OPINIONS, st.integers(0, 99)), max_size=8))
def test_applying_again_changes_nothing_more(
    given_: list[tuple[str, Opinion | None, int]],
) -> None:
    before = _READ
    decisions = [
        decided(before, words, opinion, at=NIGHT + timedelta(seconds=second))
        for words, opinion, second in given_
    ]
    once = apply(before, decisions)
    twice = apply(once.reading, decisions)
    assert twice == once
    everything = (*once.reading.quotations, *once.reading.terms)
    assert {q.spans for q in everything} == {q.spans for q in (*before.quotations, *before.terms)}
    for quotation in once.reading.quotations:
        assert (quotation.voice is None) == (quotation.chain == ())
        assert not quotation.chain or (
            (quotation.chain[0], quotation.chain[-1]) == (0, quotation.voice)
        )


_READ = read()


def test_a_very_long_name_is_known_by_its_beginning() -> None:
    before = read()
    voices = (*before.voices[:-1], replace(before.voices[-1], name="the keeper of " + "x" * 400))
    long = replace(before, voices=voices)
    decision = decided(long, "“We have", voiced(voices[-1].name[:200]))
    assert apply(long, [decision]).reading.voices == voices


@pytest.mark.parametrize("sample", sample_names())
def test_that_all_is_right_as_it_is_changes_only_how_sure_it_is(sample: str) -> None:
    before = attribute(load(path_of(sample)))
    decisions = [
        Decision(quoted_at(before.document, held.spans), opinion, opinion, NIGHT)
        for held in before.quotations
        for opinion in [opinion_of(before, held)]
    ]
    reviewed = apply(before, decisions)
    after = reviewed.reading
    assert not reviewed.astray
    assert {held.certainty for held in after.quotations} <= {Certainty.CONFIRMED}
    assert [
        replace(now, certainty=was.certainty, evidence=was.evidence)
        for now, was in zip(after.quotations, before.quotations, strict=True)
    ] == list(before.quotations)
    assert (after.voices, after.terms) == (before.voices, before.terms)


@pytest.mark.parametrize("sample", sample_names())
def test_one_voice_changed_leaves_all_other_words_as_they_are(sample: str) -> None:
    before = attribute(load(path_of(sample)))
    for at in range(0, len(before.quotations), 5):
        held = before.quotations[at]
        opinion = opinion_of(before, held)
        decision = Decision(
            quoted_at(before.document, held.spans), opinion, voiced("Ines Marsh"), NIGHT
        )
        after = apply(before, [decision]).reading
        new = len(before.voices)
        assert after.quotations[at].voice == new
        for was, now in zip(before.quotations, after.quotations, strict=True):
            if now.chain != was.chain:
                assert new in now.chain
                assert now.chain[:1] == (0,)
                assert now.chain[-1] == now.voice
            if was is not held:
                assert replace(now, chain=was.chain) == was
