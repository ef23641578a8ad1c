"""Whose words at a glance: a text's voices in rows, each with its share as a bar and in percent.

A bar is drawn with the signs that stand beside the lines of the text, so that there is one language
to learn: solid for a voice's own words, dotted for reported ones, a dot for the author's.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rich.cells import cell_len

from texts.export.passages import name_of
from texts.reading import Certainty, Mode, Reading, Voice
from texts.shares import Portion, Shares, percent, percents
from texts.words import words
from tui.layout.names import short_name
from tui.voice_signs import AUTHOR_SIGN, KIND_SIGNS, MODE_SIGNS, UNRESOLVED_SIGN, Sign
from tui.wording import NOT_FOUND

__all__ = ["LEGEND", "Piece", "VoiceRow", "bar_of", "query_of", "strip_of", "voice_rows"]

LEGEND: Sequence[tuple[Sign, str, str]] = (
    (MODE_SIGNS[Mode.DIRECT], "own words", "own"),
    (MODE_SIGNS[Mode.INDIRECT], "reported", "reported"),
    (AUTHOR_SIGN, "the author", "author"),
    (UNRESOLVED_SIGN, "nobody's yet", "nobody's"),
)
"""What the signs of a bar mean, in words and in fewer."""

_STRIP_SIZES = ((16, 6), (10, 4))
"""Cells of a name and of the longest bar, where there is room and where there is less."""


@dataclass(frozen=True, slots=True)
class VoiceRow:
    """One voice of a text, the author, or, without a voice, what nobody is credited with."""

    voice: Voice | None
    name: str
    sign: Sign
    portion: Portion
    share: str
    """In percent of the body; a range for the author. Empty where words are not counted yet."""

    @property
    def is_author(self) -> bool:
        return self.voice is not None and self.voice.number == 0


@dataclass(frozen=True, slots=True)
class Piece:
    """Some words of a line, and the row they are coloured for; `None` for none."""

    text: str
    row: VoiceRow | None = None


def voice_rows(reading: Reading, shares: Shares | None) -> list[VoiceRow]:
    """The voices with quotations, most words first, then the author, then what nobody said.

    Without `shares` there are no words and no author's row: nothing is known of either yet.
    """
    portions = shares.voices if shares else {}
    body = shares.body if shares else 0
    rows = [
        VoiceRow(
            voice,
            voice.name,
            KIND_SIGNS[voice.kind],
            portion,
            percent(portion.words, body) if shares else "",
        )
        for voice in reading.voices[1:]
        if (portion := portions.get(voice.number) or _uncounted(reading, voice.number)).quotations
    ]
    rows.sort(key=lambda row: (-row.portion.words, -row.portion.quotations))
    unresolved = shares.unresolved if shares else _uncounted(reading, None)
    if shares:
        author = reading.voices[0]
        outlet = name_of(author, reading)
        name = author.name if outlet == author.name else f"{author.name}, {outlet}"
        share = percents(shares.author, shares.author_at_most, body)
        own = Portion(paraphrase=shares.author, quotations=len(reading.of_voice(0)))
        rows.append(VoiceRow(author, name, KIND_SIGNS[author.kind], own, share))
    if shares or unresolved.quotations:
        share = percent(unresolved.words, body) if shares else ""
        rows.append(VoiceRow(None, NOT_FOUND, UNRESOLVED_SIGN, unresolved, share))
    return rows


def _uncounted(reading: Reading, voice: int | None) -> Portion:
    return Portion(quotations=len(reading.of_voice(voice)))


def query_of(row: VoiceRow) -> str | None:
    """What to look for to find the words of a row; `None` for what no query can ask."""
    if row.voice is None:
        return f"certainty:{Certainty.UNRESOLVED}"
    asked = " ".join(word.folded for word in words(row.voice.name))
    return None if row.is_author or not asked else f'voice:"{asked}"'


def bar_of(row: VoiceRow, most: int, width: int, *, plain: bool = False) -> str:
    """The words of a row as a bar: `width` cells for `most` words, and a cell for a few."""
    portion = row.portion
    if not portion.words or most <= 0:
        return ""
    cells = max(1, round(width * portion.words / most))
    if row.voice is None:
        return UNRESOLVED_SIGN.draw(plain=plain) * cells
    if row.is_author:
        return AUTHOR_SIGN.draw(plain=plain) * cells
    verbatim = round(cells * portion.verbatim / portion.words)
    own, reported = MODE_SIGNS[Mode.DIRECT], MODE_SIGNS[Mode.INDIRECT]
    return own.draw(plain=plain) * verbatim + reported.draw(plain=plain) * (cells - verbatim)


def strip_of(rows: Sequence[VoiceRow], width: int, *, plain: bool = False) -> list[Piece]:
    """All rows in one line of at most `width` cells: as many voices as there is room for.

    The author and what is nobody's are always in it; where not even they find room it is empty.
    The last share alone has the sign of percent.
    """
    counted = [row for row in rows if row.share]
    strips = [_fitted(counted, width, name, bar, plain) for name, bar in _STRIP_SIZES]
    # The roomiest of those that show the most voices.
    return max(strips, key=lambda strip: sum(piece.row is not None for piece in strip))


def _fitted(rows: Sequence[VoiceRow], width: int, name: int, bar: int, plain: bool) -> list[Piece]:
    between = " / " if plain else " · "
    most = max((row.portion.words for row in rows), default=0)
    pieces = [Piece(_in_strip(row, most, name, bar, plain), row) for row in rows]
    if pieces:
        pieces[-1] = Piece(f"{pieces[-1].text} %", pieces[-1].row)
    ends = [piece for piece in pieces if piece.row and _is_end(piece.row)]
    voices = pieces[: len(pieces) - len(ends)]
    room = width - sum(_cells(piece, between) for piece in ends) + len(between)
    if room < 0:
        return []
    shown: list[Piece] = []
    for at, piece in enumerate(voices):
        left = room - _cells(piece, between)
        hidden = Piece(f"+{len(voices) - at - 1}")
        if left < (_cells(hidden, between) if at + 1 < len(voices) else 0):
            hidden = Piece(f"+{len(voices) - at}")
            shown += [hidden] if room >= _cells(hidden, between) else []
            break
        shown.append(piece)
        room = left
    line: list[Piece] = []
    for piece in (*shown, *ends):
        line += [Piece(between), piece] if line else [piece]
    return line


def _is_end(row: VoiceRow) -> bool:
    return row.voice is None or row.is_author


def _in_strip(row: VoiceRow, most: int, room: int, cells: int, plain: bool) -> str:
    if row.voice is None:
        name = "?"
    elif row.is_author:
        name = "author"
    else:
        name = short_name(row.voice, room, ellipsis="." if plain else "…")
    bar = bar_of(row, most, cells, plain=plain)
    return " ".join(filter(None, (name, bar, row.share.removesuffix(" %"))))


def _cells(piece: Piece, between: str) -> int:
    return cell_len(piece.text) + len(between)
