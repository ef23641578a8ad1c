"""The engine: goes through a document once, collects what is said, and resolves who says it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from texts.attribution.dashes import find_dashed, has_dashes
from texts.attribution.marks import find_marked, opens_with_mark
from texts.attribution.mentions import label_mention
from texts.attribution.prose import read_prose
from texts.attribution.resolving import resolve
from texts.attribution.said import Said
from texts.attribution.thread import Thread
from texts.attribution.trace import Trace, Why
from texts.attribution.turns import after_label, find_labels, has_long_turns, is_stage_direction
from texts.document import Document, Paragraph, ParagraphKind, Span
from texts.reading import Mode, Reading

__all__ = ["attribute", "explain"]

_BY_ITSELF: Final = frozenset((ParagraphKind.HEADING, ParagraphKind.FOOTNOTE))
"""Paragraphs that neither go on with what was said before nor lead to what comes."""


def attribute(
    document: Document,
    paragraphs: int | None = None,
    given_up: Callable[[], bool] = lambda: False,
) -> Reading:
    """Read `document`, or its first `paragraphs` paragraphs: who says what in it.

    `given_up` is asked before each paragraph and, when speakers are resolved, before each quotation;
    once it says so, and it must go on saying so, the reading covers what has been read by then.
    Deterministic; never raises, whatever the text. Linear in the text read.
    """
    return _read(document, paragraphs, given_up, None)


def explain(document: Document, number: int, given_up: Callable[[], bool] = lambda: False) -> Why:
    """What paragraph `number` says by whom, and why: the same decisions, with what was weighed.

    Reads the whole document once, as `attribute` does; once `given_up` says so, there may be
    nothing to tell. Raises `IndexError` if there is no such paragraph.
    """
    if not 1 <= number <= len(document.paragraphs):
        raise IndexError(number)
    trace = Trace(document.paragraphs[number - 1])
    return trace.why(_read(document, None, given_up, trace))


def _read(
    document: Document, paragraphs: int | None, given_up: Callable[[], bool], trace: Trace | None
) -> Reading:
    count = len(document.paragraphs)
    covers = count if paragraphs is None else max(0, min(paragraphs, count))
    walk = _Walk(document, covers)
    for at in range(covers):
        if given_up():
            covers = at
            break
        walk.read(walk.paragraphs[at])
    return resolve(document, walk.paragraphs[:covers], walk.thread, given_up, trace)


class _Walk:
    """The walk over the paragraphs: what each is decides how its words are taken."""

    def __init__(self, document: Document, covers: int) -> None:
        self._text = document.text
        self.thread = Thread()
        self._blocks: dict[int, Said] = {}
        """The block quotations that may go on, by how deep each is quoted."""
        self._after_block = 0
        """The number of the paragraph right after the last of a block quotation."""
        self._ahead = document.paragraphs[: covers + 1]
        self.paragraphs = paragraphs = self._ahead[:covers]
        self._labels = find_labels(document.text, paragraphs)
        self._last_label = max(self._labels, default=0)
        self._long_turns = has_long_turns(document.text, paragraphs, self._labels)
        self._dashes = has_dashes(document.text, paragraphs)

    def read(self, paragraph: Paragraph) -> None:
        """Take in the next paragraph."""
        kind, thread = paragraph.kind, self.thread
        if kind is ParagraphKind.FURNITURE:
            return
        label = self._labels.get(paragraph.number)
        if kind in _BY_ITSELF and label is None:
            thread.cut()
            self._words(paragraph, paragraph.span)
            thread.cut()
        elif label is not None:
            self._turn(paragraph, label)
        elif kind is ParagraphKind.BLOCK_QUOTE:
            self._block_quote(paragraph)
        elif self._labels and thread.block is not None:
            self._goes_on(paragraph, thread.block)
        else:
            thread.block = None
            self._words(paragraph, paragraph.span)

    def _turn(self, paragraph: Paragraph, label: Span) -> None:
        """A transcript's turn: the label is the source, the words after it the content."""
        end = paragraph.span.end
        content = Span(after_label(self._text, label, end), end)
        if not len(content):
            return
        mention = label_mention(self._text, label)
        turn = Said(paragraph.number, [content], Mode.BLOCK, "transcript", mention)
        thread = self.thread
        thread.cut()
        thread.said.append(turn)
        thread.block = turn
        self._words(paragraph, content, within=True)

    def _goes_on(self, paragraph: Paragraph, turn: Said) -> None:
        """A paragraph without a label: more of a turn. After the last label it may be none."""
        if is_stage_direction(self._text, paragraph.span):
            return
        if paragraph.number < self._last_label:
            turn.spans.append(paragraph.span)
        elif self._long_turns:
            mention = turn.source or turn.carried
            more = Said(paragraph.number, [paragraph.span], Mode.BLOCK, "paragraph before")
            more.carried, more.distance, more.lowered = mention, 1, True
            more.basis = mention.span if mention is not None else None
            self.thread.said.append(more)
            self.thread.block = more
        else:
            self.thread.block = None
        self._words(paragraph, paragraph.span, within=self.thread.block is not None)

    def _block_quote(self, paragraph: Paragraph) -> None:
        thread = self.thread
        depth = self._depth(paragraph.span.start)
        if paragraph.number != self._after_block:
            self._blocks.clear()
        self._after_block = paragraph.number + 1
        block = self._blocks.get(depth)
        for deeper in [known for known in self._blocks if known > depth]:
            del self._blocks[deeper]
        if block is not None:
            block.spans.append(paragraph.span)
        else:
            block = Said(paragraph.number, [paragraph.span], Mode.BLOCK, "block quote")
            if thread.lead is not None:
                block.source, block.cue = thread.lead
            elif not self._blocks:
                thread.floor.carry(block)
                block.rule = "block quote"
            block.quoted_in = self._blocks[max(self._blocks)] if self._blocks else None
            thread.said.append(block)
            self._blocks[depth] = block
        self._words(paragraph, paragraph.span, within=True)

    def _depth(self, start: int) -> int:
        """How many signs of quotation stand before the words that begin at `start`: ``>>`` is two."""
        begins = self._text.rfind("\n", 0, start) + 1
        return self._text.count(">", begins, start)

    def _words(self, paragraph: Paragraph, span: Span, *, within: bool = False) -> None:
        """Find what is said in `span`, all of which is somebody's words already if `within`."""
        text, thread = self._text, self.thread
        marked = find_dashed(text, span) if self._dashes else None
        if marked is None:
            following: str | None = None
            if paragraph.number < len(self._ahead):
                beyond = self._ahead[paragraph.number].span
                following = opens_with_mark(text, beyond.start, beyond.end)
            marked = find_marked(text, span.start, span.end, following)
        thread.manner.read(text, span)
        thread.marked += [Span(stretch.start, stretch.end) for stretch in marked]
        read_prose(text, paragraph.number, span, marked, thread, within=within)
