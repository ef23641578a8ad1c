"""The list of voices: who speaks in a text, and how often."""

from __future__ import annotations

from collections import Counter

from textual.content import Content

from texts.reading import Reading, Voice
from tui.screens.narrowing import Choice, NarrowingList
from tui.voice_signs import KIND_SIGNS, UNRESOLVED_SIGN, hue_name, hues_of
from tui.wording import NOT_FOUND, kind_in_words, shortened

__all__ = ["UNRESOLVED", "voices_list"]

UNRESOLVED = -1
"""What the list gives for the row of quotations that have no voice. Voices count from 0."""


def voices_list(reading: Reading, highlighted: int | None) -> NarrowingList:
    """The voices with quotations, most words first, then what nobody was credited with.

    It gives the voice's number, or `UNRESOLVED`. `highlighted`: the voice to begin at.
    """
    counts = Counter(quotation.voice for quotation in reading.quotations)
    weights: Counter[int | None] = Counter()
    for quotation in reading.quotations:
        weights[quotation.voice] += sum(map(len, quotation.spans))
    hues = hues_of(reading)
    speaking = [voice for voice in reading.voices if counts[voice.number]]
    speaking.sort(key=lambda voice: (-weights[voice.number], voice.number))
    choices = [_choice(voice, counts[voice.number], hues) for voice in speaking]
    if counts[None]:
        row = Content(f"{counts[None]:>5}  {UNRESOLVED_SIGN.glyph} {NOT_FOUND}")
        choices.append(Choice(row.stylize("$voice-unresolved"), NOT_FOUND, UNRESOLVED))
    start = next((at for at, c in enumerate(choices) if c.value == highlighted), 0)
    title = f"Voices in this text: {len(speaking)}"
    return NarrowingList(title, choices, hint="enter goes there · esc closes", highlighted=start)


def _choice(voice: Voice, count: int, hues: dict[int, int]) -> Choice:
    colour = f"${hue_name(hues.get(voice.number))}"
    name = Content(f"{count:>5}  {KIND_SIGNS[voice.kind].glyph} {voice.name}").stylize(
        f"bold {colour}"
    )
    also = shortened(", ".join(voice.names), 140)
    more = f"  {kind_in_words(voice)}"
    return Choice(
        name + Content(more).stylize("$reader-quiet"),
        " ".join((voice.name, *voice.names, kind_in_words(voice))),
        voice.number,
        f"also {also}" if also else "",
    )
