"""Jump mode: a letter over everything that can be gone to on the screen."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator
from functools import partial

from textual.geometry import Offset
from textual.widget import Widget

from texts.document import ParagraphKind, Span
from tui.jumping import Spot, labels_for
from tui.layout.anchors import Place
from tui.screens.panes import Panes
from tui.widgets.reader_view import ReaderView

__all__ = ["Jumping"]

_Goal = Callable[[], object]


class Jumping(Panes):
    """The page with letters to jump by: to quotations, headings, hits, results and panes."""

    def action_jump_mode(self) -> None:
        from tui.widgets.jump_letters import JumpLetters

        goals: list[_Goal] = []
        spots = []
        for at, goal in self._to_be_gone_to():
            spots.append(Spot(at.x, at.y, len(goals)))
            goals.append(goal)
        labels = labels_for(spots)
        if not labels:
            self.say("nothing on the screen to jump to")
            return
        self.say("a letter goes there; esc leaves")

        def go(chosen: int | None) -> None:
            self.say("")
            if chosen is not None:
                goals[chosen]()

        self.app.push_screen(JumpLetters(labels), go)

    def _to_be_gone_to(self) -> Iterator[tuple[Offset, _Goal]]:
        """Where on the screen something begins that can be gone to, and what goes there."""
        for view in self.views:
            if _is_shown(view):
                for place in self._places_in(view):
                    at = view.cell_of(place)
                    if at is not None:
                        yield at, partial(self._jump_in, view, place.offset)
        for at, row in self.panel.rows_on_screen():
            yield at, partial(self._go_to_result, row)
        told_by = next(filter(_is_shown, (self.pane, self.one_line)), None)
        if told_by is not None:
            yield told_by.region.offset + Offset(1, 0), self.action_attribution_pane

    def _places_in(self, view: ReaderView) -> list[Place]:
        """Where on the screen quotations, headings and hits begin in a text."""
        document, reading, seen = view.document, view.reading, view.seen
        if document is None or seen is None:
            return []
        index_at = document.paragraphs.index_at
        offsets = set()
        for index in range(index_at(seen.start), index_at(seen.end - 1) + 1):
            paragraph = document.paragraphs[index]
            if paragraph.kind is ParagraphKind.HEADING:
                offsets.add(paragraph.span.start)
            if reading is not None:
                offsets.update(held.start for held in reading.in_paragraph(paragraph.number))
        if view is self.view:
            first = bisect_left(self.hits, seen.start, key=_start)
            after = bisect_left(self.hits, seen.end, first, key=_start)
            offsets.update(map(_start, self.hits[first:after]))
        return [Place(index_at(at), at) for at in sorted(offsets) if at in seen]

    def _jump_in(self, view: ReaderView, offset: int) -> None:
        if self.panel.is_open:
            self.stay()
        self.go_into(view)
        self.set_focus(view)
        self.jump(offset)

    def _go_to_result(self, row: int) -> None:
        self.go_to_row(row, self.stay)


def _is_shown(widget: Widget) -> bool:
    """Whether it stands on the screen: what was put away keeps the region it had."""
    return bool(widget.region.area) and all(
        node.display for node in widget.ancestors_with_self if isinstance(node, Widget)
    )


def _start(span: Span) -> int:
    return span.start
