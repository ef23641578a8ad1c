"""The list of voices: who speaks in a text, how often, and how much of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import ClassVar

from rich.cells import cell_len
from textual.binding import Binding, BindingType
from textual.content import Content

from texts.reading import Mode
from texts.shares import Shares
from tui.screens.narrowing import NarrowingList
from tui.voice_shares import VoiceRow, bar_of
from tui.voice_signs import AUTHOR_SIGN, MODE_SIGNS, UNRESOLVED_SIGN, Sign
from tui.widgets.voices_pane import colour_of
from tui.wording import kind_in_words, shortened

__all__ = ["VoicesList"]

_BAR = 8
_HINT = "enter goes there · tab finds all its words · esc closes"


class VoicesList(NarrowingList):
    """The voices of a text, most words first, then the author, then what nobody is credited with.

    It gives the place of a row.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        # Not the space: it stands between two words that are typed.
        Binding("tab", "find", "find", show=False, priority=True),
    ]

    def __init__(
        self,
        rows: Sequence[VoiceRow],
        shares: Shares,
        hues: Mapping[int, int],
        highlighted: int | None,
        find: Callable[[VoiceRow], object],
        *,
        plain: bool = False,
        narrow: bool = False,
    ) -> None:
        """`find` is called with a row whose words the reader wants; `plain` draws signs in ASCII.

        `narrow` leaves the room to the names that bars and numbers of words would take.
        """
        self._rows = rows
        self._find = find
        speaking = sum(row.voice is not None and not row.is_author for row in rows)
        so_far = "" if shares.whole else " so far"
        title = f"Voices in this text{so_far}: {speaking:,} · {shares.body:,} words"
        columns = _columns(rows, hues, plain)
        if narrow:
            columns = replace(columns, bar=0, own=0, reported=0)
        choices = [_Choice(row, at, columns) for at, row in enumerate(rows)]
        super().__init__(title, choices, hint=_HINT, highlighted=highlighted or 0)

    def action_find(self) -> None:
        at = self.rows.highlighted
        if at is not None and at < len(self.shown):
            row = self._rows[self.shown[at].value]
            self.dismiss(None)
            self._find(row)


@dataclass(frozen=True, slots=True)
class _Columns:
    """What all rows have in common."""

    most: int
    """Words of whoever has most."""
    bar: int
    """Cells of the longest bar."""
    share: int
    own: int
    reported: int
    """Cells of the widest share, and of the widest numbers of words."""
    hues: Mapping[int, int]
    plain: bool


def _columns(rows: Sequence[VoiceRow], hues: Mapping[int, int], plain: bool) -> _Columns:
    counts = [_counts(row) for row in rows]
    own, reported = (
        cell_len(
            _number(
                max((each[column] for each in counts), key=_count, default=(0, AUTHOR_SIGN)), plain
            )
        )
        for column in (0, 1)
    )
    return _Columns(
        max((row.portion.words for row in rows), default=0),
        _BAR,
        max((len(row.share) for row in rows), default=0),
        own,
        reported,
        hues,
        plain,
    )


@dataclass(frozen=True, slots=True)
class _Choice:
    """A row of the list, drawn when it is shown: a long text has thousands."""

    row: VoiceRow
    value: int
    columns: _Columns

    @property
    def prompt(self) -> Content:
        row, columns = self.row, self.columns
        colour, plain = colour_of(row, columns.hues), columns.plain
        count = f"{row.portion.quotations:,}" if row.portion.quotations else ""
        bar = bar_of(row, columns.most, columns.bar, plain=plain) if columns.bar else ""
        own, reported = (_number(each, plain) for each in _counts(row))
        numbers = (row.share, columns.share), (own, columns.own), (reported, columns.reported)
        kind = "" if row.voice is None or row.is_author else f"  {kind_in_words(row.voice)}"
        return Content.assemble(
            (f"{count:>5}  ", "$reader-quiet"),
            (f"{bar:<{columns.bar}}", colour),
            ("".join(f" {number:>{cells}}" for number, cells in numbers if cells), colour),
            (f"  {row.sign.draw(plain=plain)} {row.name}", f"bold {colour}"),
            (kind, "$reader-quiet"),
        )

    @property
    def searched(self) -> str:
        return _searched(self.row)

    @property
    def detail(self) -> str:
        return _detail(self.row)


def _counts(row: VoiceRow) -> tuple[tuple[int, Sign], tuple[int, Sign]]:
    """How many words are its own and how many reported, each with the sign of such words."""
    portion = row.portion
    if row.is_author:
        return (portion.words, AUTHOR_SIGN), (0, AUTHOR_SIGN)
    if row.voice is None:
        return (portion.words, UNRESOLVED_SIGN), (0, UNRESOLVED_SIGN)
    own, reported = MODE_SIGNS[Mode.DIRECT], MODE_SIGNS[Mode.INDIRECT]
    return (portion.verbatim, own), (portion.paraphrase, reported)


def _count(counted: tuple[int, Sign]) -> int:
    return counted[0]


def _number(counted: tuple[int, Sign], plain: bool) -> str:
    count, sign = counted
    return f"{count:,}{sign.draw(plain=plain)}" if count else ""


def _searched(row: VoiceRow) -> str:
    if row.voice is None:
        return row.name
    return " ".join((row.name, *row.voice.names, kind_in_words(row.voice)))


def _detail(row: VoiceRow) -> str:
    """How many words a voice has, what else it is called, and what reached the text through it."""
    portion = row.portion
    facts = [f"{portion.words:,} word{'s' * (portion.words != 1)}"]
    if portion.words and row.is_author:
        facts[-1] += " without attribution"
    elif portion.words:
        facts[-1] += f": {portion.verbatim:,} verbatim, {portion.paraphrase:,} reported"
    if portion.carried:
        facts.append(f"{portion.carried:,} words of others came through it")
    lines = [" · ".join(facts)]
    if row.voice and row.voice.names:
        lines.append(f"also {shortened(', '.join(row.voice.names), 140)}")
    return "\n".join(filter(None, lines))
