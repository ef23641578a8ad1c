"""Whose words at a glance: a text's voices in rows, each with its share as a bar and in percent.

A bar is drawn with the signs that stand beside the lines of the text, so that there is one language
to learn: solid for a voice's own words, dotted for reported ones, a dot for the author's.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from rich.cells import cell_len

from texts.export.passages import name_of
from texts.reading import Certainty, Mode, Reading, Voice
from texts.shares import Portion, Shares, percent, percents, shares_of
from texts.words import words
from tui.layout.names import short_name
from tui.voice_signs import AUTHOR_SIGN, KIND_SIGNS, MODE_SIGNS, UNRESOLVED_SIGN, Sign
from tui.wording import NOT_FOUND

__all__ = [
    "LEGEND",
    "Glance",
    "Piece",
    "VoiceRow",
    "bar_of",
    "glance_at",
    "query_of",
    "strip_of",
    "voice_rows",
]

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
    """In percent of the body; a range for the author."""

    @property
    def is_author(self) -> bool:
        return self.voice is not None and self.voice.number == 0


@dataclass(frozen=True, slots=True)
class Piece:
    """Some words of a line, and the row they are coloured for; `None` for none."""

    text: str
    row: VoiceRow | None = None


@dataclass(frozen=True, slots=True)
class Glance:
    """Whose words a reading holds, ready to be shown."""

    shares: Shares
    rows: Sequence[VoiceRow]
    places: Mapping[int | None, int]
    """Where among the rows each voice stands, by its number."""


def glance_at(reading: Reading, given_up: Callable[[], bool] = lambda: False) -> Glance:
    """Count the words of a reading, as far as nobody says `given_up`. Costs what that costs."""
    shares = shares_of(reading, given_up)
    rows = voice_rows(reading, shares)
    numbers = (None if row.voice is None else row.voice.number for row in rows)
    return Glance(shares, rows, {number: at for at, number in enumerate(numbers)})


def voice_rows(reading: Reading, shares: Shares) -> list[VoiceRow]:
    """The voices with quotations, most words first, then the author, then what nobody said."""
    body = shares.body
    rows = [
        VoiceRow(voice, voice.name, KIND_SIGNS[voice.kind], portion, percent(portion.words, body))
        for voice in reading.voices[1:]
        if (portion := shares.voices.get(voice.number)) and portion.quotations
    ]
    rows.sort(key=lambda row: (-row.portion.words, -row.portion.quotations))
    author = reading.voices[0]
    outlet = name_of(author, reading)
    name = author.name if outlet == author.name else f"{author.name}, {outlet}"
    own = Portion(paraphrase=shares.author, quotations=len(reading.of_voice(0)))
    range_ = percents(shares.author, shares.author_at_most, body)
    rows.append(VoiceRow(author, name, KIND_SIGNS[author.kind], own, range_))
    nobody, share = shares.unresolved, percent(shares.unresolved.words, body)
    rows.append(VoiceRow(None, NOT_FOUND, UNRESOLVED_SIGN, nobody, share))
    return rows


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
    strips = [_fitted(rows, width, name, bar, plain) for name, bar in _STRIP_SIZES]
    # The roomiest of those that show the most voices.
    return max(strips, key=lambda strip: sum(piece.row is not None for piece in strip))


def _fitted(rows: Sequence[VoiceRow], width: int, name: int, bar: int, plain: bool) -> list[Piece]:
    if not rows:
        return []
    between = " / " if plain else " · "
    # The author and what is nobody's are the last two, the others in the order of their words. No
    # more of them are looked at than could find room.
    most = max(row.portion.words for row in (rows[0], *rows[-2:]))
    count = len(rows) - 2
    shown = [*rows[: min(count, width // len(between))], *rows[count:]]
    pieces = [Piece(_in_strip(row, most, name, bar, plain), row) for row in shown]
    pieces[-1] = Piece(f"{pieces[-1].text} %", pieces[-1].row)
    *voices, author, unresolved = pieces
    ends = [author, unresolved]
    room = width - sum(_cells(piece, between) for piece in ends) + len(between)
    if room < 0:
        return []
    line: list[Piece] = []
    for at, piece in enumerate(voices):
        left = room - _cells(piece, between)
        hidden = Piece(f"+{count - at - 1:,}")
        if left < (_cells(hidden, between) if at + 1 < count else 0):
            hidden = Piece(f"+{count - at:,}")
            line += [hidden, Piece(between)] if room >= _cells(hidden, between) else []
            break
        line += [piece, Piece(between)]
        room = left
    return [*line, author, Piece(between), unresolved]


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
