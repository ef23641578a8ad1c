"""The attribution pane: for the paragraph at the cursor, each voice and why it is credited."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from rich.cells import cell_len
from textual.app import ComposeResult
from textual.content import Content
from textual.getters import query_one
from textual.widgets import Static

from texts.attribution.trace import Weighed
from texts.document import Paragraph
from texts.export.passages import joined
from texts.reading import Certainty, Quotation, Reading, VoiceKind
from tui.explaining import rivals_in_words
from tui.layout.hanging import hang
from tui.layout.names import short_name
from tui.voice_shares import VoiceRow, strip_of
from tui.voice_signs import (
    CERTAINTY_SIGNS,
    CURSOR_SIGN,
    KIND_SIGNS,
    UNRESOLVED_SIGN,
    hue_name,
)
from tui.widgets.chain_tree import chain_tree
from tui.widgets.scrolled import Scrolled
from tui.widgets.voices_pane import colour_of
from tui.wording import (
    NOT_FOUND,
    Reason,
    attitude_in_words,
    certainty_in_words,
    chain_in_words,
    denials_in_words,
    evidence_in_words,
    kind_in_words,
    mode_in_words,
    paragraph_in_words,
    remainder_in_words,
    shortened,
)

__all__ = ["AttributionPane", "attribution_of", "voice_in_a_line"]

_MOST_SHOWN = 40
_MOST_NAME, _MOST_CHAIN = 120, 400
"""Characters of a voice's name and of a chain: an endless one would push all else out of sight."""
_MOST_ATTITUDES = 8
_INDENT = 4
_BRIEF = ("because", "or else", "note")
_LABEL = 11
"""Cells of a reason's label, the space after it counted."""
_NARROWEST_WORDS = 12
_CORNERS = 2
"""Cells of a border that no title can have, and of what stands between two parts of a title."""


def attribution_of(
    reading: Reading,
    paragraph: Paragraph,
    current: Quotation | None,
    hues: Mapping[int, int],
    *,
    width: int,
    brief: bool = False,
    weighed: Sequence[Weighed] = (),
    plain: bool = False,
) -> Content:
    """Everything the pane says of a paragraph; the quotation at the cursor is marked and first.

    `width` is in cells. `brief` keeps of the evidence what fits a pane of a few rows: source, cue
    and the rule. `weighed` are those who may have said the quotation at the cursor. `plain` draws
    signs in ASCII.
    """
    held = sorted(reading.in_paragraph(paragraph.number), key=lambda q: q is not current)
    parts = [
        Content("\n").join(
            _quotation(
                reading,
                quotation,
                hues,
                width,
                brief=brief,
                current=quotation is current,
                weighed=weighed if quotation is current else (),
                plain=plain,
            )
        )
        for quotation in held[:_MOST_SHOWN]
    ]
    if len(held) > _MOST_SHOWN:
        parts.append(Content(f"and {len(held) - _MOST_SHOWN} more in this paragraph"))
    parts += [
        _hung("  ", words, width, "", "$reader-quiet")
        for words in denials_in_words(reading, paragraph)
    ]
    if rest := remainder_in_words(reading, paragraph):
        parts.append(
            _hung(
                f"{KIND_SIGNS[VoiceKind.AUTHOR].draw(plain=plain)} ",
                rest,
                width,
                "$reader-quiet",
                "$reader-quiet",
            )
        )
    if (attitudes := reading.attitudes_in(paragraph.number)) and not brief:
        parts.append(_attitudes(reading, attitudes, width))
    return Content("\n" if brief else "\n\n").join(parts)


def _quotation(
    reading: Reading,
    quotation: Quotation,
    hues: Mapping[int, int],
    width: int,
    *,
    brief: bool,
    current: bool,
    weighed: Sequence[Weighed],
    plain: bool,
) -> Iterator[Content]:
    pointer = f"{CURSOR_SIGN.draw(plain=plain)} " if current else "  "
    voice = reading.voice_of(quotation)
    if voice is None:
        lead, who = f"{pointer}{UNRESOLVED_SIGN.draw(plain=plain)} ", NOT_FOUND
        colour = "bold $voice-unresolved"
    else:
        lead, who = f"{pointer}{KIND_SIGNS[voice.kind].draw(plain=plain)} ", voice.name
        colour = f"bold ${hue_name(hues.get(voice.number))}"
    yield _hung(lead, shortened(who, _MOST_NAME), width, colour, colour)
    sign = CERTAINTY_SIGNS[quotation.certainty].draw(plain=plain).strip()
    how = (
        f"{mode_in_words(quotation)} · {f'{sign} ' if sign else ''}{certainty_in_words(quotation)}"
    )
    yield _hung(" " * _INDENT, f"{kind_in_words(voice)} · {how}" if voice else how, width)
    if not brief:
        words = joined(reading.document.text, quotation.spans)
        yield _hung(
            " " * _INDENT, shortened(words, 3 * max(20, width - _INDENT)), width, "", "italic"
        )
    reasons = evidence_in_words(reading, quotation)
    if brief:
        found = "   ".join(
            f"{r.label}\u00a0{r.words}" for r in reasons if r.label in ("source", "cue")
        )
        if found:
            yield _hung(" " * _INDENT, found, width)
        reasons = [reason for reason in reasons if reason.label in _BRIEF]
    if len(weighed) > 1 and not brief:
        rest = [reason for reason in reasons if reason.label != "or else"]
        reasons = [*rest, *rivals_in_words(weighed)]
    is_deep = len(quotation.chain) > 2
    if quotation.chain and brief is is_deep:
        chain = shortened(chain_in_words(reading, quotation, plain=plain), _MOST_CHAIN)
        reasons.append(Reason("chain", chain))
    for reason in reasons:
        yield _hung(f"{'':{_INDENT}}{reason.label:<{_LABEL}}", reason.words, width, "$reader-quiet")
    if is_deep and not brief:
        yield Content(f"{'':{_INDENT}}chain").stylize("$reader-quiet")
        yield from chain_tree(reading, quotation, hues, indent=_INDENT, width=width, plain=plain)


def _attitudes(reading: Reading, attitudes: Sequence[Quotation], width: int) -> Content:
    """Beliefs, feelings and intentions under a heading of their own, for they are no speech."""
    lines = [_hung("  ", "not said, but told of", width, "", "$reader-quiet")]
    lines += [
        _hung(" " * _INDENT, attitude_in_words(reading, held), width, "", "$reader-quiet")
        for held in attitudes[:_MOST_ATTITUDES]
    ]
    if len(attitudes) > _MOST_ATTITUDES:
        more = f"and {len(attitudes) - _MOST_ATTITUDES} more"
        lines.append(_hung(" " * _INDENT, more, width, "", "$reader-quiet"))
    return Content("\n").join(lines)


def _hung(lead: str, words: str, width: int, lead_style: str = "", style: str = "") -> Content:
    """A lead, and words that hang beside it."""
    indent = cell_len(lead)
    first, *others = hang(words, max(_NARROWEST_WORDS, width - indent))
    return Content("\n").join(
        [
            Content.assemble((lead, lead_style), (first, style)),
            *(Content.assemble(" " * indent, (line, style)) for line in others),
        ]
    )


class AttributionPane(Scrolled):
    """Shows whose words the current paragraph holds, in step with the cursor."""

    DEFAULT_CSS = """
    AttributionPane {
        background: $surface;
        border-title-color: $foreground;
        border-title-style: bold;
        scrollbar-size-vertical: 1;
        scrollbar-gutter: stable;
        padding: 0 0 0 1;
    }
    AttributionPane > Static { width: 1fr; height: auto; }
    """

    words = query_one(Static)

    def __init__(self, *, plain: bool = False) -> None:
        """`plain` draws signs in ASCII."""
        super().__init__(name="attribution")
        self._plain = plain
        self._told = Content()
        self._shown: tuple[Reading | None, Paragraph, Quotation | None, Mapping[int, int]] | None
        self._shown = None
        self._weighed: tuple[Quotation | None, Sequence[Weighed]] = None, ()
        self._rows: Sequence[VoiceRow] = ()
        self._row_hues: Mapping[int, int] = {}

    def compose(self) -> ComposeResult:
        yield Static("", markup=False)

    def show(
        self,
        reading: Reading | None,
        paragraph: Paragraph,
        current: Quotation | None,
        hues: Mapping[int, int],
    ) -> None:
        """Show the attribution of `paragraph`; `current` is the quotation at the cursor."""
        elsewhere = self._shown is None or self._shown[1:3] != (paragraph, current)
        self._shown = reading, paragraph, current, hues
        self._tell_title()
        if reading is None or paragraph.number > reading.covers:
            content = Content("This paragraph has not been read for voices yet.")
        else:
            room = self.scrollable_content_region
            content = attribution_of(
                reading,
                paragraph,
                current,
                hues,
                width=room.width,
                brief=room.height < 12,
                weighed=self._weighed[1] if current and current == self._weighed[0] else (),
                plain=self._plain,
            )
        # Most moves of the cursor tell nothing new, and another height has the screen laid out again.
        if not self._told.is_same(content):
            as_high = content.plain.count("\n") == self._told.plain.count("\n")
            self._told = content
            self.words.update(content, layout=not as_high)
        if elsewhere:
            self.scroll_home(animate=False)

    def tell_shares(self, rows: Sequence[VoiceRow], hues: Mapping[int, int]) -> None:
        """Tell in the upper border whose words the whole text holds, if there is room."""
        if rows is not self._rows or hues != self._row_hues:
            self._rows, self._row_hues = rows, hues
            self._tell_title()

    def _tell_title(self) -> None:
        if self._shown is None:
            return
        reading, paragraph = self._shown[:2]
        title = f"¶ {paragraph.number} · {paragraph_in_words(reading, paragraph)}"
        room = self.size.width - _CORNERS
        strip = Content.assemble(
            *(
                (piece.text, colour_of(piece.row, self._row_hues) if piece.row else "$primary")
                for piece in strip_of(
                    self._rows, room - cell_len(title) - _CORNERS, plain=self._plain
                )
            )
        )
        rule = room - cell_len(title) - strip.cell_length - 2
        if strip:
            strip = Content.assemble(
                " ",
                (("-" if self._plain else "─") * rule, "$primary"),
                " ",
                strip.stylize("not bold"),
            )
        self.border_title = Content(title) + strip

    def weigh(self, quotation: Quotation | None, weighed: Sequence[Weighed] = ()) -> None:
        """Show with a quotation who may have said it, as long as the cursor is in it."""
        self._weighed = quotation, weighed
        if self._shown is not None:
            self.show(*self._shown)

    def weighed(self, quotation: Quotation) -> list[str]:
        """The names of those who may have said a quotation, where that has been found out."""
        known, weighed = self._weighed
        return [one.name for one in weighed] if known == quotation else []

    def on_resize(self) -> None:
        if self._shown is not None:
            self.show(*self._shown)


def voice_in_a_line(
    reading: Reading | None,
    paragraph: Paragraph,
    current: Quotation | None,
    *,
    width: int,
    plain: bool = False,
) -> str:
    """The attribution in one line of `width` cells, for a screen with no room for the pane.

    Where that is too few, a name gives way first, then how it is said; a doubt never does.
    """
    if reading is None or paragraph.number > reading.covers:
        return "not read yet"
    held = reading.in_paragraph(paragraph.number)
    quotation = current or next(iter(held), None)
    if quotation is None:
        return paragraph_in_words(reading, paragraph)
    voice = reading.voice_of(quotation)
    mode = f" · {mode_in_words(quotation)}"
    sure = (
        "" if quotation.certainty is Certainty.EXPLICIT else f" · {certainty_in_words(quotation)}"
    )
    more = f" · and {len(held) - 1} more" if len(held) > 1 else ""
    if voice is None:
        return f"? {NOT_FOUND}{mode}{sure}{more}"
    sign = f"{KIND_SIGNS[voice.kind].draw(plain=plain)} "
    rests = (f"{mode}{sure}{more}", f"{sure}{more}", sure)
    rooms = [width - cell_len(f"{sign}{rest}") for rest in rests]
    enough = min(_NARROWEST_WORDS, cell_len(voice.name))
    at = next((at for at, room in enumerate(rooms) if room >= enough), -1)
    name = short_name(voice, rooms[at], ellipsis="." if plain else "…")
    return f"{sign}{name}{rests[at]}"
