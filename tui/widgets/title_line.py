"""The top line: which text, which section, how far in, how much of it is quoted or in doubt."""

from __future__ import annotations

from dataclasses import dataclass

from rich.cells import cell_len
from textual.app import RenderResult
from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from texts.reading import VoiceKind
from tui.voice_signs import KIND_SIGNS
from tui.wording import shortened

__all__ = ["Heading", "TitleLine"]

_QUOTED = KIND_SIGNS[VoiceKind.PERSON]


@dataclass(frozen=True, slots=True)
class Heading:
    """What the top line says."""

    title: str = ""
    section: str | None = None
    paragraph: int = 0
    paragraphs: int = 0
    percent: int = 0
    quotations: int | None = None
    """How many have been found so far; `None` before any paragraph was read for voices."""
    unsure: int = 0
    read: int | None = None
    """Percent of the text whose voices are known so far; `None` when all are."""


class TitleLine(Widget):
    """One line, drawn whole in each width: the title gives way first, then the section."""

    ALLOW_SELECT = False
    DEFAULT_CSS = """
    TitleLine {
        height: 1;
        width: 1fr;
        background: $panel;
        color: $foreground;
        padding: 0 1;
    }
    """

    heading: reactive[Heading] = reactive(Heading())

    def __init__(self, *, plain: bool = False) -> None:
        """`plain` draws signs in ASCII."""
        super().__init__()
        self._plain = plain

    def render(self) -> RenderResult:
        heading, width = self.heading, self.content_size.width
        if not heading.paragraphs:
            return ""
        right = self._right(heading, roomy=width >= 56)
        left = Content(heading.title).stylize("bold")
        room = width - cell_len(right) - 2
        repeated = (heading.section or "").casefold() == heading.title.casefold()
        if heading.section and not repeated and room > 40:
            left = left + Content(
                f"  {'>' if self._plain else '›'}  {shortened(heading.section, 48)}"
            ).stylize("$reader-quiet")
        left = left.truncate(max(0, room), ellipsis=True)
        return left.pad_right(max(0, room) + 2 - left.cell_length) + Content(right)

    def _right(self, heading: Heading, *, roomy: bool) -> str:
        parts = [
            f"{'#' if self._plain else '¶'} {heading.paragraph:,} of {heading.paragraphs:,}",
            f"{heading.percent} %",
        ]
        if heading.read is not None:
            parts.append(f"reading… {heading.read} %")
        elif roomy and heading.quotations is not None:
            parts.append(f"{_QUOTED.draw(plain=self._plain)} {heading.quotations:,}")
            if heading.unsure:
                parts.append(f"{heading.unsure:,} unsure")
        return "   ".join(parts)
