"""Signs: the glyph, the word and the hue of each kind of voice, each certainty and each mode.

Colour is never the only carrier: whatever is told by a hue is told by a glyph and a word too.
Every glyph takes one cell and has an ASCII form.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from texts.reading import Certainty, Mode, ParagraphVoice, Reading, VoiceKind

__all__ = [
    "AUTHOR_SIGN",
    "CERTAINTY_SIGNS",
    "CURRENT_SIGN",
    "CURSOR_SIGN",
    "HUES",
    "KIND_SIGNS",
    "MODE_SIGNS",
    "NOT_READ_YET",
    "PARAGRAPH_WORDS",
    "SAVED_SIGN",
    "UNRESOLVED_SIGN",
    "WITHIN_SIGN",
    "Sign",
    "hue_name",
    "hues_of",
]


@dataclass(frozen=True, slots=True)
class Sign:
    """A glyph of one cell, its ASCII form, and the word that says the same."""

    glyph: str
    plain: str
    word: str

    def draw(self, *, plain: bool) -> str:
        """The glyph, or its ASCII form."""
        return self.plain if plain else self.glyph


KIND_SIGNS: Mapping[VoiceKind | None, Sign] = {
    VoiceKind.PERSON: Sign("❝", '"', "person"),
    VoiceKind.ORGANIZATION: Sign("⌂", "@", "organization"),
    VoiceKind.DOCUMENT: Sign("¶", "#", "document"),
    VoiceKind.GROUP: Sign("⁂", "&", "group"),
    VoiceKind.ANONYMOUS: Sign("◌", "o", "not named"),
    VoiceKind.AUTHOR: Sign("│", "|", "the author"),
    None: Sign("⁃", "-", "kind unknown"),
}

CERTAINTY_SIGNS: Mapping[Certainty, Sign] = {
    Certainty.EXPLICIT: Sign(" ", " ", "explicit"),
    Certainty.CARRIED: Sign("↤", "<", "carried"),
    Certainty.INFERRED: Sign("~", "~", "inferred"),
    Certainty.UNRESOLVED: Sign("?", "?", "unresolved"),
    Certainty.CONFIRMED: Sign("✓", "+", "confirmed"),
}

MODE_SIGNS: Mapping[Mode, Sign] = {
    Mode.DIRECT: Sign("┃", "|", "direct"),
    Mode.BLOCK: Sign("┃", "|", "block"),
    Mode.MIXED: Sign("│", "!", "mixed"),
    Mode.INDIRECT: Sign("┊", ":", "indirect"),
    Mode.TERM: Sign(" ", " ", "term"),
}
"""The rule down the margin, beside the lines that hold such words."""

UNRESOLVED_SIGN = Sign("╏", "?", "unresolved")
"""The rule beside words in marks that nobody could be credited with."""

AUTHOR_SIGN = Sign("·", ".", "the author")
"""In a bar of words, those of the author. Beside the text nothing stands for them."""

WITHIN_SIGN = Sign("›", ">", "said within somebody else’s words")
CURRENT_SIGN = Sign("▌", "#", "the cursor is in it")
"""The rule beside the quotation the cursor is in, whatever its mode."""

SAVED_SIGN = Sign("★", "*", "saved")
"""Before a query that was saved."""

CURSOR_SIGN = Sign("▸", ">", "cursor")

PARAGRAPH_WORDS: Mapping[ParagraphVoice, str] = {
    ParagraphVoice.FURNITURE: "not prose",
    ParagraphVoice.HEADING: "heading",
    ParagraphVoice.AUTHOR: "the author",
    ParagraphVoice.MIXED: "the author",
    ParagraphVoice.QUOTED: "the author",
    ParagraphVoice.UNRESOLVED: "the author",
}
"""What the margin says where a paragraph begins without anyone else's words."""

NOT_READ_YET = "not read yet"

HUES = 6
"""How many voices of a document have a hue of their own, numbered from 1."""


def hues_of(reading: Reading, earlier: Mapping[str, int] | None = None) -> dict[int, int]:
    """The hue of each voice that has one, by its index in `reading.voices`.

    Hues go by weight: the number of characters credited to a voice. A name that had a hue in
    `earlier` keeps it, so that colours stay when a fuller reading comes. The author has none.
    """
    weights = {voice: weight for voice, weight in reading.weights.items() if voice}
    hues: dict[int, int] = {}
    if earlier:
        for voice in reading.voices[1:]:
            if (hue := earlier.get(voice.name)) and hue not in hues.values():
                hues[voice.number] = hue
    free = [hue for hue in range(1, HUES + 1) if hue not in hues.values()]
    ranked = sorted(
        (voice for voice in weights if voice not in hues), key=lambda at: (-weights[at], at)
    )
    hues.update(zip(ranked, free, strict=False))
    return hues


def hue_name(hue: int | None) -> str:
    """The name of a hue, as theme variables and component classes have it: ``voice-1`` …

    `None`, for voices beyond the sixth, gives ``voice-more``.
    """
    return "voice-more" if hue is None else f"voice-{hue}"
