"""Signs and colours of the reading pane: told apart by eye, by grey and by name."""

from __future__ import annotations

import unicodedata
from dataclasses import replace
from itertools import combinations

import pytest
from rich.cells import cell_len
from textual.color import Color
from textual.theme import BUILTIN_THEMES, Theme

from tests.tui.eyes import SIGHTS, difference
from tests.tui.made import reading
from texts.reading import Certainty, Mode, ParagraphVoice, VoiceKind
from tui.themes import OWN
from tui.voice_signs import (
    CERTAINTY_SIGNS,
    CURRENT_SIGN,
    CURSOR_SIGN,
    HUES,
    KIND_SIGNS,
    MODE_SIGNS,
    PARAGRAPH_WORDS,
    UNRESOLVED_SIGN,
    hue_name,
    hues_of,
)
from tui.widgets.reader_colours import CONTRAST, THEME_VARIABLES, contrast, theme_variables

THEMES = [*OWN, *(theme for theme in BUILTIN_THEMES.values() if not theme.ansi)]
INKS = {
    "reader-hit-ink": "reader-hit",
    "reader-hit-current-ink": "reader-hit-current",
    "reader-selection-ink": "reader-selection",
}


def test_there_is_a_sign_for_everything() -> None:
    assert set(KIND_SIGNS) == {None, *VoiceKind}
    assert set(CERTAINTY_SIGNS) == set(Certainty)
    assert set(MODE_SIGNS) == set(Mode)
    assert set(PARAGRAPH_WORDS) == set(ParagraphVoice)


@pytest.mark.parametrize("plain", [False, True])
def test_signs_take_one_cell_and_are_told_apart(plain: bool) -> None:
    kinds = [sign.draw(plain=plain) for sign in KIND_SIGNS.values()]
    certainties = [sign.draw(plain=plain) for sign in CERTAINTY_SIGNS.values()]
    rules = [
        MODE_SIGNS[mode].draw(plain=plain) for mode in (Mode.DIRECT, Mode.MIXED, Mode.INDIRECT)
    ] + [UNRESOLVED_SIGN.draw(plain=plain), CURRENT_SIGN.draw(plain=plain)]
    for signs in (kinds, certainties, rules):
        assert len(set(signs)) == len(signs)
    for sign in (*kinds, *certainties, *rules, CURSOR_SIGN.draw(plain=plain)):
        assert len(sign) == cell_len(sign) == 1
        assert sign.isascii() or not plain
        # East Asian terminals draw no kind and no certainty in two cells.
        assert sign in (*rules, "¶", "│") or unicodedata.east_asian_width(sign) in ("N", "Na")


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
def test_everything_is_legible_on_every_ground(theme: Theme) -> None:
    variables = {name: Color.parse(value) for name, value in theme_variables(theme).items()}
    paper = Color.parse(theme.to_color_system().generate()["background"])
    grounds = (paper, variables["reader-paragraph"], variables["reader-quotation"])
    for name, colour in variables.items():
        if name.startswith("voice-") or name in ("reader-quiet", "reader-cursor"):
            assert min(contrast(colour, ground) for ground in grounds) >= CONTRAST, name
    for ink, ground in INKS.items():
        assert contrast(variables[ink], variables[ground]) >= CONTRAST, ink
    for ground in ("evidence-source", "evidence-cue", "evidence-basis"):
        assert contrast(variables["evidence-ink"], variables[ground]) >= CONTRAST, ground


@pytest.mark.parametrize("sight", SIGHTS)
@pytest.mark.parametrize("theme", OWN, ids=lambda theme: theme.name)
def test_hues_are_told_apart_by_every_eye(theme: Theme, sight: str) -> None:
    variables = theme_variables(theme)
    names = (*(hue_name(hue) for hue in range(1, HUES + 1)), "voice-unresolved", "voice-more")
    colours = {name: Color.parse(variables[name]) for name in names}
    for one, other in combinations(colours, 2):
        assert difference(colours[one], colours[other], sight) > 13, (one, other)


@pytest.mark.parametrize("theme", [*OWN, *BUILTIN_THEMES.values()], ids=lambda theme: theme.name)
def test_every_variable_has_a_value_in_every_theme(theme: Theme) -> None:
    assert set(theme_variables(theme)) == set(THEME_VARIABLES)


def test_hues_go_by_weight_and_the_author_has_none() -> None:
    found = reading()
    hues = hues_of(found)
    weights = {
        voice.number: sum(
            len(span) for q in found.quotations if q.voice == voice.number for span in q.spans
        )
        for voice in found.voices[1:]
    }
    assert 0 not in hues
    assert sorted(hues.values()) == [1, 2, 3]
    assert sorted(hues, key=lambda voice: hues[voice]) == sorted(
        weights, key=lambda voice: -weights[voice]
    )


def test_a_hue_once_given_stays() -> None:
    found = reading()
    arrow = next(voice for voice in found.voices if voice.name == "Tom Arrow")
    assert hues_of(found, {"Tom Arrow": 1})[arrow.number] == 1
    assert len(set(hues_of(found, {"Tom Arrow": 1}).values())) == 3


def test_the_seventh_voice_has_no_hue() -> None:
    found = reading()
    quotation = found.quotations[0]
    voices = (
        *found.voices,
        *(replace(found.voices[1], number=n, name=f"n{n}") for n in range(4, 9)),
    )
    many = replace(
        found,
        voices=voices,
        quotations=tuple(replace(quotation, voice=number) for number in range(1, 9)),
    )
    assert sorted(hues_of(many).values()) == [1, 2, 3, 4, 5, 6]
    assert hue_name(hues_of(many).get(8)) == "voice-more"
