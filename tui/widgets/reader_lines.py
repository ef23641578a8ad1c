"""Lines of the reading pane: from a paragraph and its quotations to strips for the screen.

Drawing is pure: a `Drawing` never changes what it draws, and is replaced when anything changes
that its pictures depend on besides what they are asked for with (`Focus`).
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual.cache import LRUCache
from textual.strip import Strip

from texts.document import ParagraphKind, Span
from texts.reading import Certainty, Mode, Quotation, Reading
from texts.spans import flatten
from texts.verbatim import Words
from tui.layout.blocks import Block, Blocks
from tui.layout.cells import drawn
from tui.layout.columns import MarginPlace
from tui.layout.labels import Label
from tui.layout.names import short_name, shorten
from tui.layout.overlay import overlay
from tui.layout.wrapping import BLANKS
from tui.voice_signs import (
    CERTAINTY_SIGNS,
    CURRENT_SIGN,
    CURSOR_SIGN,
    KIND_SIGNS,
    MODE_SIGNS,
    NOT_READ_YET,
    PARAGRAPH_WORDS,
    UNRESOLVED_SIGN,
    WITHIN_SIGN,
    Sign,
    hue_name,
)

__all__ = ["Drawing", "Focus", "Layer", "Lights", "Styler", "lay"]

_STRIPS_KEPT = 500
"""A dozen screens. Drawing a line anew costs less than the garbage collector takes for thousands."""

_ROOM_FOR_A_NAME = 16
"""Cells in which a second name still tells something."""

_SURENESS = {Certainty.CARRIED: " reader--carried", Certainty.INFERRED: " reader--inferred"}
"""What marks words besides whose they are. What is unresolved has a class that is no voice's."""

Layer = Sequence[tuple[int, int, str]]
"""Pieces of text, in order, none over another, each with names of component classes."""

Styler = Callable[[tuple[str, ...]], Style]
"""Gives the style of component classes, each laid over those before it, on the pane's ground."""


class Focus(NamedTuple):
    """What of the reader's attention falls on a line."""

    paragraph: bool = False
    """The cursor is in its paragraph."""
    line: bool = False
    """The cursor is on it."""
    quotation: int | None = None
    """Start of the quotation the cursor is in, if that has words in the paragraph."""
    selected: tuple[int, int] | None = None
    """The part of the paragraph selected with the mouse."""


@dataclass(frozen=True, slots=True)
class Lights:
    """What is lit in the text, from the lowest to the highest."""

    content: Layer = ()
    """The words whose evidence is shown."""
    hits: Mapping[int, Sequence[Span]] = field(default_factory=dict)
    """Search hits, by paragraph index; made a layer where they are drawn."""
    hit: Layer = ()
    """The hit just gone to."""
    evidence: Layer = ()


class Drawing:
    """Draws the rows of blocks."""

    def __init__(
        self,
        blocks: Blocks,
        styler: Styler,
        width: int,
        hues: Mapping[int, int],
        lights: Lights,
        *,
        plain: bool,
    ) -> None:
        self._blocks = blocks
        self._style = styler
        self._width = width
        self._hues = hues
        self._lights = lights
        self._plain = plain
        self._strips: LRUCache[tuple[int, int, Focus], Strip] = LRUCache(_STRIPS_KEPT)
        self._layers: LRUCache[int, list[Layer]] = LRUCache(_STRIPS_KEPT // 4)

    def strip(self, index: int, row: int, focus: Focus) -> Strip:
        """A row of a paragraph's block, from 0, as wide as the pane."""
        key = (index, row, focus)
        strip = self._strips.get(key)
        if strip is None:
            strip = self._draw(index, row, focus)
            self._strips[key] = strip
        return strip

    def _draw(self, index: int, row: int, focus: Focus) -> Strip:
        block = self._blocks[index]
        columns = self._blocks.columns
        line = row - block.head
        plain = self._style(())
        segments = [Segment(" " * columns.left, plain)]
        if line >= 0:
            ground = ("reader--paragraph",) if focus.paragraph else ()
            segments += self._margin(index, block, line, focus, ground)
            segments += self._words(index, block, line, focus, ground)
        else:
            # What stands for the place before the paragraph when the mouse selects from there.
            before = Style.from_meta({"offset": (block.span.start - 1, index)})
            segments.append(Segment(" " * (columns.margin - 1), plain))
            segments.append(Segment(" ", plain + before))
            if row == 1:
                segments += self._names(index, block)
        strip = Strip(segments)
        room = self._width - strip.cell_length
        if room < 0:
            return strip.crop(0, self._width)
        return Strip([*segments, Segment(" " * room, plain)], self._width)

    # The text.

    def _words(
        self, index: int, block: Block, line: int, focus: Focus, ground: tuple[str, ...]
    ) -> list[Segment]:
        text = self._blocks.document.text
        start, end = block.lines.bounds(line)
        end = start + len(text[start:end].rstrip(BLANKS))
        layers = self._layers_of(index, block)
        if focus.quotation is not None:
            current = [q for q in block.quotations if q.start == focus.quotation]
            spans = (
                (span.start, span.end, "reader--quotation") for q in current for span in q.spans
            )
            layers = [flatten(spans), *layers]
        if focus.selected is not None:
            layers = [*layers, [(*focus.selected, "reader--selection")]]
        cells = self._blocks.indent(index, line)
        segments = [Segment(" " * cells, self._style(ground))] if cells else []
        for first, after, classes in overlay(start, end, layers):
            style = self._style(ground + classes)
            for at, words in drawn(text, first, after):
                segments.append(Segment(words, style + Style.from_meta({"offset": (at, index)})))
                cells += cell_len(words)
        # One cell of the ground to the right of the longest line, as there is at its left.
        room = self._blocks.columns.text + 1 - cells
        return [*segments, Segment(" " * room, self._style(ground))]

    def _layers_of(self, index: int, block: Block) -> list[Layer]:
        layers = self._layers.get(index)
        if layers is not None:
            return layers
        span = block.span
        kind = self._blocks.document.paragraphs[index].kind
        layers = []
        if kind is ParagraphKind.FURNITURE:
            layers.append([(span.start, span.end, "reader--furniture")])
        elif kind is ParagraphKind.HEADING:
            layers.append([(span.start, span.end, "reader--heading")])
        layers.append(
            [(start, end, self._classes_of(block, words)) for start, end, words in block.speech]
        )
        if self._blocks.reading is not None:
            layers.append(_terms_in(self._blocks.reading, span))
        lights = self._lights
        hits = lay(lights.hits.get(index, ()), "reader--hit")
        layers += [lights.content, hits, lights.hit, lights.evidence]
        layers = [layer for layer in layers if layer]
        self._layers[index] = layers
        return layers

    def _classes_of(self, block: Block, words: Words) -> str:
        quotation = block.quotations[words.quotation]
        if quotation.voice is None:
            return "reader--unresolved"
        name = hue_name(self._hues.get(quotation.voice))
        sure = _SURENESS.get(quotation.certainty, "")
        return (
            f"reader--{name} reader--direct{sure}"
            if words.verbatim
            else f"reader--{name}-faint{sure}"
        )

    # The margin.

    def _margin(
        self, index: int, block: Block, line: int, focus: Focus, ground: tuple[str, ...]
    ) -> list[Segment]:
        columns, style = self._blocks.columns, self._style
        if columns.margin == 0:
            return []
        cursor = Segment(
            CURSOR_SIGN.draw(plain=self._plain) if focus.line else " ",
            style((*ground, "reader--cursor")),
        )
        if columns.place is MarginPlace.HIDDEN:
            return [Segment(" ", style(ground)), cursor]
        rule = self._rule(block, line, focus, ground)
        if columns.place is MarginPlace.ABOVE:
            return [rule, cursor]
        # The name, a space, its kind, its certainty, a space, the rule, the cursor.
        room = columns.margin - 6
        name = Segment(" " * (room + 4), style(ground))
        label = block.labels.get(line)
        if label is None:
            return [name, rule, cursor]
        sign, words, certainty, classes = self._label(index, block, label, room)
        return [
            Segment(" " * (room - cell_len(words)), style(ground)),
            Segment(f"{words} {sign}{certainty} ", style(ground + classes)),
            rule,
            cursor,
        ]

    def _label(
        self, index: int, block: Block, label: Label, room: int
    ) -> tuple[str, str, str, tuple[str, ...]]:
        """The sign of the voice's kind, its name, the sign of its certainty, and their classes."""
        ellipsis = "." if self._plain else "…"
        if label.quotation is None:
            own = shorten(self._own_voice(index), room, ellipsis=ellipsis)
            return " ", own, " ", ("reader--quiet",)
        quotation = block.quotations[label.quotation]
        certainty = CERTAINTY_SIGNS[quotation.certainty].draw(plain=self._plain)
        more = f" +{label.more}" if label.more else ""
        inner = WITHIN_SIGN.draw(plain=self._plain) if len(quotation.chain) > 2 else ""
        room = max(1, room - len(more) - len(inner))
        classes = (self._hue_class(quotation),)
        voice = None if self._blocks.reading is None else self._blocks.reading.voice_of(quotation)
        if voice is None:
            unresolved = shorten(UNRESOLVED_SIGN.word, room, ellipsis=ellipsis)
            return certainty, inner + unresolved + more, " ", classes
        name = short_name(voice, room, ellipsis=ellipsis)
        kind = KIND_SIGNS[voice.kind].draw(plain=self._plain)
        return kind, inner + name + more, certainty, classes

    def _hue_class(self, quotation: Quotation) -> str:
        if quotation.voice is None:
            return "reader--unresolved-label"
        return f"reader--{hue_name(self._hues.get(quotation.voice))}"

    def _own_voice(self, index: int) -> str:
        """What the margin says where a paragraph begins with nobody else's words."""
        reading = self._blocks.reading
        paragraph = self._blocks.document.paragraphs[index]
        voice = None if reading is None else reading.paragraph_voice(paragraph)
        return NOT_READ_YET if voice is None else PARAGRAPH_WORDS[voice]

    def _rule(self, block: Block, line: int, focus: Focus, ground: tuple[str, ...]) -> Segment:
        """The rule beside a line: verbatim words count before reported ones, then more before less."""
        start, end = block.lines.bounds(line)
        weights: dict[Words, int] = {}
        for first, after, words in overlay(start, end, [block.speech]):
            if words:
                weights[words[0]] = weights.get(words[0], 0) + after - first
        if not weights:
            return Segment(" ", self._style(ground))
        chosen = max(weights, key=lambda words: (words.verbatim, weights[words]))
        quotation = block.quotations[chosen.quotation]
        sign: Sign = MODE_SIGNS[quotation.mode if chosen.verbatim else Mode.INDIRECT]
        if quotation.voice is None:
            sign = UNRESOLVED_SIGN
        if quotation.start == focus.quotation:
            sign = CURRENT_SIGN
        return Segment(
            sign.draw(plain=self._plain), self._style((*ground, self._hue_class(quotation)))
        )

    def _names(self, index: int, block: Block) -> list[Segment]:
        """The row above a paragraph where there is no margin: whose words are in it."""
        first_words: dict[object, int] = {}
        for _, _, words in block.speech:
            quotation = block.quotations[words.quotation]
            first_words.setdefault((quotation.voice, quotation.certainty), words.quotation)
        quiet = self._style(("reader--quiet",))
        between = " / " if self._plain else " · "
        room = self._blocks.columns.text
        segments: list[Segment] = []
        for at, quotation_at in enumerate(first_words.values()):
            if segments and room < _ROOM_FOR_A_NAME:
                segments.append(Segment(f" +{len(first_words) - at}", quiet))
                break
            if segments:
                segments.append(Segment(between, quiet))
            # The signs, two spaces, what is between names, and how many more there are.
            kind, name, certainty, classes = self._label(
                index, block, Label(0, quotation_at), max(1, room - 10)
            )
            shown = f"{kind} {name} {certainty}".rstrip()
            segments.append(Segment(shown, self._style(classes)))
            room -= cell_len(shown) + len(between)
        return segments


def _terms_in(reading: Reading, paragraph: Span) -> Layer:
    first = bisect_left(reading.terms, paragraph.start, key=lambda term: term.start)
    found: list[tuple[int, int, str]] = []
    for term in reading.terms[first:]:
        if term.start >= paragraph.end:
            break
        found += [(span.start, span.end, "reader--term") for span in term.spans]
    return flatten(found)


def lay(spans: Sequence[Span], component_class: str) -> Layer:
    """A layer of one component class."""
    return flatten((span.start, span.end, component_class) for span in spans)
