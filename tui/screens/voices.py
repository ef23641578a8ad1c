"""The list of voices: who speaks in a text, how often, and how much of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import ClassVar

from rich.cells import cell_len
from textual.binding import Binding, BindingType
from textual.content import Content

from texts.reading import Mode
from texts.shares import Shares
from tui.screens.narrowing import Choice, NarrowingList
from tui.voice_shares import VoiceRow, bar_of
from tui.voice_signs import AUTHOR_SIGN, MODE_SIGNS, UNRESOLVED_SIGN
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
    ) -> None:
        """`find` is called with a row whose words the reader wants; `plain` draws signs in ASCII."""
        self._rows = rows
        self._find = find
        speaking = sum(row.voice is not None and not row.is_author for row in rows)
        so_far = "" if shares.whole else " so far"
        title = f"Voices in this text{so_far}: {speaking:,} · {shares.body:,} words"
        super().__init__(
            title, _choices(rows, hues, plain), hint=_HINT, highlighted=highlighted or 0
        )

    def action_find(self) -> None:
        at = self.rows.highlighted
        if at is not None and at < len(self.shown):
            row = self._rows[self.shown[at].value]
            self.dismiss(None)
            self._find(row)


def _choices(rows: Sequence[VoiceRow], hues: Mapping[int, int], plain: bool) -> list[Choice]:
    most = max((row.portion.words for row in rows), default=0)
    measures = [_measures(row, most, plain) for row in rows]
    columns = [max(map(cell_len, column)) for column in zip(*measures, strict=True)]
    return [
        Choice(_prompt(row, parts, columns, hues, plain), _searched(row), at, _detail(row))
        for at, (row, parts) in enumerate(zip(rows, measures, strict=True))
    ]


def _measures(row: VoiceRow, most: int, plain: bool) -> tuple[str, str, str, str]:
    """The bar of a row, its share, and how many words are its own and how many reported."""
    portion = row.portion
    counts = (
        (portion.verbatim, MODE_SIGNS[Mode.DIRECT]),
        (portion.paraphrase, MODE_SIGNS[Mode.INDIRECT]),
    )
    if row.is_author:
        counts = (portion.words, AUTHOR_SIGN), (0, AUTHOR_SIGN)
    elif row.voice is None:
        counts = (portion.words, UNRESOLVED_SIGN), (0, UNRESOLVED_SIGN)
    own, reported = (
        f"{count:,}{sign.draw(plain=plain)}" if count else "" for count, sign in counts
    )
    return bar_of(row, most, _BAR, plain=plain), row.share, own, reported


def _prompt(
    row: VoiceRow,
    parts: Sequence[str],
    columns: Sequence[int],
    hues: Mapping[int, int],
    plain: bool,
) -> Content:
    colour = colour_of(row, hues)
    count = f"{row.portion.quotations:,}" if row.portion.quotations else ""
    (bar, share, own, reported), (wide, *others) = parts, columns
    numbers = zip((share, own, reported), others, strict=True)
    kind = "" if row.voice is None or row.is_author else f"  {kind_in_words(row.voice)}"
    return Content.assemble(
        (f"{count:>5}  ", "$reader-quiet"),
        (f"{bar:<{wide}}", colour),
        ("".join(f" {number:>{cells}}" for number, cells in numbers if cells), colour),
        (f"  {row.sign.draw(plain=plain)} {row.name}", f"bold {colour}"),
        (kind, "$reader-quiet"),
    )


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
