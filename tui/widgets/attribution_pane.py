"""The attribution pane: for the paragraph at the cursor, each voice and why it is credited."""

from __future__ import annotations

from collections.abc import Iterator

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.getters import query_one
from textual.widgets import Static

from texts.document import Paragraph
from texts.reading import Certainty, Quotation, Reading
from tui.voice_signs import (
    CERTAINTY_SIGNS,
    KIND_SIGNS,
    UNRESOLVED_SIGN,
    hue_name,
    hues_of,
)
from tui.wording import (
    NOT_FOUND,
    certainty_in_words,
    chain_in_words,
    evidence_in_words,
    kind_in_words,
    mode_in_words,
    paragraph_in_words,
    remainder_in_words,
    shortened,
)

__all__ = ["AttributionPane", "attribution_of"]

_MOST_SHOWN = 40


def attribution_of(
    reading: Reading,
    paragraph: Paragraph,
    current: Quotation | None,
    hues: dict[int, int],
    *,
    brief: bool = False,
) -> Content:
    """Everything the pane says of a paragraph; the quotation at the cursor is marked and stands first.

    `brief` leaves out all lines of evidence but the rule, for a pane of a few rows.
    """
    held = reading.in_paragraph(paragraph.number)
    ordered = sorted(held, key=lambda q: q is not current)
    parts: list[Content] = []
    for quotation in ordered[:_MOST_SHOWN]:
        lines = _quotation(reading, quotation, hues, brief=brief, current=quotation is current)
        parts.append(Content("\n").join(lines))
    if len(ordered) > _MOST_SHOWN:
        parts.append(Content(f"and {len(ordered) - _MOST_SHOWN} more in this paragraph"))
    if rest := remainder_in_words(reading, paragraph):
        parts.append(Content("│ ").stylize("$text-muted") + Content(rest).stylize("$text-muted"))
    return Content("\n" if brief else "\n\n").join(parts)


def _quotation(
    reading: Reading,
    quotation: Quotation,
    hues: dict[int, int],
    *,
    brief: bool,
    current: bool,
) -> Iterator[Content]:
    yield _who(reading, quotation, hues, current=current)
    mode, certainty = mode_in_words(quotation), certainty_in_words(quotation)
    sign = CERTAINTY_SIGNS[quotation.certainty].glyph.strip()
    yield Content(f"  {mode} · {f'{sign} ' if sign else ''}{certainty}")
    if not brief:
        words = quotation.spans[0].of(reading.document.text)
        yield Content(f"  {shortened(words, 72)}").stylize("italic")
    if len(quotation.chain) > 1 and not (brief and len(quotation.chain) == 2):
        yield _reason("chain", chain_in_words(reading, quotation))
    for reason in evidence_in_words(reading, quotation):
        if not brief or reason.label == "because":
            yield _reason(reason.label, reason.words)


def _who(reading: Reading, quotation: Quotation, hues: dict[int, int], *, current: bool) -> Content:
    pointer = "▸ " if current else "  "
    voice = reading.voice_of(quotation)
    if voice is None:
        who = Content(f"{pointer}{UNRESOLVED_SIGN.glyph} {NOT_FOUND}")
        return who.stylize("bold $voice-unresolved")
    colour = f"${hue_name(hues.get(voice.number))}"
    name = Content(f"{pointer}{KIND_SIGNS[voice.kind].glyph} {voice.name}").stylize(
        f"bold {colour}"
    )
    return name + Content(f"  {kind_in_words(voice)}").stylize("$text-muted")


def _reason(label: str, words: str) -> Content:
    return Content(f"  {label}: ").stylize("$text-muted") + Content(words)


class AttributionPane(VerticalScroll):
    """Shows whose words the current paragraph holds, in step with the cursor."""

    DEFAULT_CSS = """
    AttributionPane {
        background: $surface;
        border-title-color: $foreground;
        border-subtitle-color: $text-muted;
        scrollbar-size-vertical: 1;
        padding: 0 1;
    }
    AttributionPane > Static { width: 1fr; height: auto; }
    """

    words = query_one(Static)

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's own name
        super().__init__(id=id)
        self.can_focus = True
        self._hues: tuple[Reading, dict[int, int]] | None = None

    def compose(self) -> ComposeResult:
        yield Static("", markup=False)

    def show(
        self, reading: Reading | None, paragraph: Paragraph, current: Quotation | None
    ) -> None:
        """Show the attribution of `paragraph`; `current` is the quotation at the cursor."""
        self.border_title = f"¶ {paragraph.number} · {paragraph_in_words(reading, paragraph)}"
        if reading is None or paragraph.number > reading.covers:
            content = Content("This paragraph has not been read for voices yet.")
        else:
            brief = self.size.height < 10 and self.size.width > 44
            content = attribution_of(
                reading, paragraph, current, self._hues_of(reading), brief=brief
            )
        self.words.update(content)
        self.scroll_home(animate=False)

    def _hues_of(self, reading: Reading) -> dict[int, int]:
        if self._hues is None or self._hues[0] is not reading:
            earlier = self._hues and {
                self._hues[0].voices[voice].name: hue for voice, hue in self._hues[1].items()
            }
            self._hues = reading, hues_of(reading, earlier or None)
        return self._hues[1]


def voice_in_a_line(
    reading: Reading | None, paragraph: Paragraph, current: Quotation | None
) -> str:
    """The attribution in one line, for a screen with no room for the pane."""
    if reading is None or paragraph.number > reading.covers:
        return "not read yet"
    held = reading.in_paragraph(paragraph.number)
    quotation = current or next(iter(held), None)
    if quotation is None:
        return paragraph_in_words(reading, paragraph)
    voice = reading.voice_of(quotation)
    who = f"{KIND_SIGNS[voice.kind].glyph} {voice.name}" if voice else f"? {NOT_FOUND}"
    sure = (
        "" if quotation.certainty is Certainty.EXPLICIT else f" · {certainty_in_words(quotation)}"
    )
    more = f" · and {len(held) - 1} more" if len(held) > 1 else ""
    return f"{who} · {mode_in_words(quotation)}{sure}{more}"
