"""What the reader is told in words: of cues, of what is not speech."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.texts.export.made import ferry
from tests.tui.made import quoted, reading
from texts.reading import Certainty, Quotation, Reading, Stance
from tui.widgets.attribution_pane import attribution_of, voice_in_a_line
from tui.wording import attitude_in_words, evidence_in_words, mode_in_words


def with_stance(stance: Stance | None) -> Quotation:
    asked = quoted(
        "“Who will come?”", voice=2, certainty=Certainty.EXPLICIT, source="Tom Arrow", cue="asked"
    )
    return replace(asked, stance=stance)


@pytest.mark.parametrize(
    ("stance", "words"),
    [
        (None, "“asked”"),
        (Stance.NEUTRAL, "“asked”"),
        (Stance.DOUBT, "“asked”: keeps a distance"),
        (Stance.DENIAL, "“asked”: denies"),
    ],
)
def test_the_stance_of_a_cue_is_told_beside_it(stance: Stance | None, words: str) -> None:
    told = {r.label: r.words for r in evidence_in_words(reading(), with_stance(stance))}
    assert told["cue"] == words


def test_every_stance_but_the_neutral_one_is_told() -> None:
    for stance in Stance:
        told = {r.label: r.words for r in evidence_in_words(reading(), with_stance(stance))}
        assert (told["cue"] == "“asked”") == (stance is Stance.NEUTRAL)


def pane(of: Reading, number: int, *, brief: bool = False) -> str:
    paragraph = of.document.paragraphs[number - 1]
    return attribution_of(of, paragraph, None, {}, width=60, brief=brief).plain


@pytest.mark.parametrize("width", range(24, 90))
def test_a_line_never_loses_a_doubt(width: int) -> None:
    told = reading()
    for quotation in told.quotations:
        paragraph = told.document.paragraphs[quotation.paragraph - 1]
        line = voice_in_a_line(told, paragraph, quotation, width=width)
        if quotation.certainty not in (Certainty.EXPLICIT, Certainty.UNRESOLVED):
            assert quotation.certainty.value in line[:width]
        if width > 70:
            assert mode_in_words(quotation) in line


def test_attitudes_stand_under_a_heading_of_their_own() -> None:
    ferried = ferry()
    (attitude,) = ferried.attitudes
    assert attitude_in_words(ferried, attitude) == "the master Who: pays"
    shown = pane(ferried, attitude.paragraph)
    assert shown.index("not said, but told of") < shown.index("the master Who: pays")
    assert "not said, but told of" not in pane(ferried, 1)
    assert "not said, but told of" not in pane(ferried, attitude.paragraph, brief=True)


def test_attitudes_are_none_of_a_paragraphs_quotations() -> None:
    ferried = ferry()
    (attitude,) = ferried.attitudes
    assert attitude not in ferried.in_paragraph(attitude.paragraph)
    assert list(ferried.attitudes_in(attitude.paragraph)) == [attitude]
    assert list(ferried.attitudes_in(1)) == []


@pytest.mark.parametrize("brief", [True, False])
def test_an_endless_name_leaves_room_for_what_else_is_to_be_told(brief: bool) -> None:
    short = reading()
    endless = tuple(replace(voice, name=f"{voice.name} {'x' * 10_000}") for voice in short.voices)
    of = replace(short, voices=endless)
    for paragraph in of.document.paragraphs:
        shown = attribution_of(of, paragraph, None, {}, width=60, brief=brief).plain
        assert len(shown) < 4_000
