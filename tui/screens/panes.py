"""Panes: which of them has the keys, and whether it is shown alone."""

from __future__ import annotations

from textual import events
from textual.widget import Widget
from textual.widgets import Input

from tui.screens.beside import Beside
from tui.widgets.reader_view import ReaderView
from tui.widgets.scrolled import Scrolled

__all__ = ["Panes"]

_ALONE, _AROUND, _AWAY = "-alone", "-around", "-away"


class Panes(Beside):
    """The page with the ways from pane to pane, and the keys of moving for each of them."""

    @property
    def panes(self) -> list[Widget]:
        """What can have the keys, in the order of tab; also what only lacks the room to be shown."""
        return [widget for widget in self.query("#body *") if self._is_pane(widget)]

    def _is_pane(self, widget: Widget) -> bool:
        return widget.can_focus and (
            widget is self.pane
            or all(
                node.display or node.has_class(_AWAY)
                for node in widget.ancestors_with_self
                if isinstance(node, Widget)
            )
        )

    @property
    def alone(self) -> Widget | None:
        """The pane that is shown alone, if one is."""
        return next(iter(self.query(f"#body .{_ALONE}")), None)

    # From one to another.

    def action_pane(self, by: int) -> None:
        panes = self.panes
        at = panes.index(self.focused) if self.focused in panes else 0
        self.go_to_pane(panes[(at + by) % len(panes)])

    def action_results_pane(self) -> None:
        self.open_search(self.scope)

    def action_text_pane(self) -> None:
        self.go_to_pane(self.view)

    def action_attribution_pane(self) -> None:
        self.go_to_pane(self.pane)

    def go_to_pane(self, pane: Widget) -> None:
        """Give a pane the keys; where there is no room for it beside the others, show it alone."""
        alone = self.alone
        if not isinstance(pane, Input) and pane is not alone:
            if alone is not None:
                self.put_together()
            if (alone is not None and self._is_roomy) or not self.is_shown(pane):
                self._put_others_away(pane)
        self.set_focus(pane)
        if isinstance(pane, ReaderView):
            # At once: the next key may come before the news of the focus.
            self.go_into(pane)
        self._tell_pane(pane)

    @property
    def _is_roomy(self) -> bool:
        """Whether there is room for more than the text."""
        return not (self.has_class("-narrow") or self.has_class("-short"))

    def _tell_pane(self, pane: Widget) -> None:
        alone, back = self.key("alone"), self.key("step_back")
        if pane is self.alone:
            told = f"{alone} or {back} brings back the others"
        else:
            told = f"{self.key('pane.next')} goes on" if pane.name else ""
        self.say(f"{pane.name}: {told}" if pane.name else told)

    # One alone.

    def action_alone(self) -> None:
        if self.put_together():
            return
        focused = self.focused
        pane = focused if focused in self.panes and not isinstance(focused, Input) else self.view
        self._put_others_away(pane)
        self.set_focus(pane)
        self._tell_pane(pane)

    def _put_others_away(self, pane: Widget) -> None:
        """Show a pane alone; a search stands above it all the same."""
        pane.add_class(_ALONE)
        for node in pane.ancestors_with_self:
            if not isinstance(node, Widget) or node.id == "body":
                break
            if node is not pane:
                node.add_class(_AROUND)
            for other in node.siblings:
                if other is not self.panel:
                    other.add_class(_AWAY)

    def put_together(self) -> bool:
        """Show the other panes again; false if they were there."""
        alone = self.alone
        if alone is None:
            return False
        alone.remove_class(_ALONE)
        self.query(f".{_AWAY}").remove_class(_AWAY)
        self.query(f".{_AROUND}").remove_class(_AROUND)
        if alone.has_focus and not self.is_shown(alone):
            self.set_focus(self.view)
        self.say("")
        return True

    def go_into(self, view: ReaderView) -> None:
        if self.alone not in (None, view):
            self.put_together()
        super().go_into(view)

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """A search shows its places in the text, which has to be there."""
        if isinstance(event.widget, Input) and self.alone not in (None, self.view):
            self.put_together()

    # A key keeps its meaning in every pane.

    @property
    def _moved(self) -> Scrolled | None:
        """What the keys of moving scroll; `None` for the text."""
        return self.focused if isinstance(self.focused, Scrolled) else None

    def action_line(self, by: int) -> None:
        if (pane := self._moved) is None:
            super().action_line(by)
        else:
            pane.action_line(by * (self.take_count() or 1))

    def action_page(self, by: int) -> None:
        if (pane := self._moved) is None:
            super().action_page(by)
        else:
            pane.action_page(by * (self.take_count() or 1))

    def action_half_page(self, by: int) -> None:
        if (pane := self._moved) is None:
            super().action_half_page(by)
        else:
            pane.action_half_page(by * (self.take_count() or 1))

    def action_top(self) -> None:
        pane = self._moved
        if pane is None or self.has_count:
            super().action_top()
        else:
            pane.action_top()

    def action_bottom(self) -> None:
        pane = self._moved
        if pane is None or self.has_count:
            super().action_bottom()
        else:
            pane.action_bottom()
