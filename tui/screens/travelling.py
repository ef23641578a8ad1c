"""Travelling through a text: lines and pages, quotations, voices, sections; back and forward."""

from __future__ import annotations

from texts.document import ParagraphKind
from tui.screens.opening import Opening
from tui.travel import Route, travel

__all__ = ["ENDS", "Travelling"]

_NONE_FOUND = {
    Route.EVERY: "no quotations in this text",
    Route.SAME_VOICE: "no voice here to follow: go to a quotation first",
    Route.UNSURE: "nothing unsure in this text",
}
ENDS = {1: "went on from the top", -1: "went on from the end"}
"""What is said when a journey forward (1) or backward (-1) passes an end of the text."""


class Travelling(Opening):
    """The page with everything that moves the cursor."""

    # By lines.

    def action_line(self, by: int) -> None:
        self.view.action_line(by)

    def action_page(self, by: int) -> None:
        self.view.action_page(by)

    def action_half_page(self, by: int) -> None:
        self.view.action_half_page(by)

    def action_top(self) -> None:
        left = self.at
        self.view.action_top()
        self.remember_jump(left)

    def action_bottom(self) -> None:
        left = self.at
        self.view.action_bottom()
        self.remember_jump(left)

    # By jumps, which can be undone.

    def jump(self, offset: int, words: str = "") -> None:
        """Go to an offset and remember where from."""
        left = self.at
        self.go_to(offset)
        self.session.text.offset = offset
        self.remember_jump(left)
        self.say(words)

    def remember_jump(self, left: int) -> None:
        """Remember that a jump led here from the offset `left` of this text."""
        number = self.session.current
        self.session.history.jump((number, left), (number, self.view.cursor.offset))

    def action_history(self, direction: int) -> None:
        here = (self.session.current, self.at)
        history = self.session.history
        place = history.back(here) if direction < 0 else history.forward(here)
        if place is None:
            self.say("no place before this one" if direction < 0 else "no place after this one")
            return
        self.leave_for_list()
        number, offset = place
        if number == self.session.current:
            self.go_to(offset)
        else:
            self.show_text(number, offset)  # it was here before, so it is loaded
        self.say("back" if direction < 0 else "forward")

    def action_section(self, direction: int) -> None:
        starts = [p.span.start for p in self.document.paragraphs if p.kind is ParagraphKind.HEADING]
        ahead = [at for at in starts if (at > self.at if direction > 0 else at < self.at)]
        if not ahead:
            self.say("no heading after this" if direction > 0 else "no heading before this")
            return
        self.jump(ahead[0] if direction > 0 else ahead[-1])

    # By voice.

    def action_quotation(self, direction: int) -> None:
        self._travel(Route.EVERY, direction)

    def action_same_voice(self, direction: int) -> None:
        self._travel(Route.SAME_VOICE, direction)

    def action_unsure(self, direction: int) -> None:
        self._travel(Route.UNSURE, direction)

    def _travel(self, route: Route, direction: int) -> None:
        if self.reading is None:
            self.say("still reading; the voices are not known yet")
            return
        arrival = travel(self.reading, self.at, route, direction)
        covers, count = self.reading.covers, len(self.document.paragraphs)
        if covers < count and (arrival is None or arrival.wrapped):
            # What is beyond is not known yet, so there is neither an end nor an absence.
            self.say(f"voices are known as far as ¶ {covers:,} of {count:,} so far")
        elif arrival is None:
            self.say(_NONE_FOUND[route])
        else:
            self.jump(arrival.quotation.start, ENDS[direction] if arrival.wrapped else "")

    def leave_for_list(self) -> None:
        """Called before a list is laid over the text."""

    def action_voices(self) -> None:
        if self.reading is None:
            self.say("still reading; the voices are not known yet")
            return
        # Lists are loaded when they are first asked for: the first screen has none.
        from tui.screens.voices import voices_list

        current = self.current_quotation
        self.leave_for_list()
        self.app.push_screen(
            voices_list(self.reading, current.voice if current else None), self._go_to_voice
        )

    def _go_to_voice(self, number: int | None) -> None:
        if number is None or self.reading is None:
            return
        voice = number if number >= 0 else None
        own = [self.reading.quotations[at] for at in self.reading.of_voice(voice)]
        ahead = [q for q in own if q.start > self.at]
        if own:
            self.jump((ahead or own)[0].start, "" if ahead else ENDS[1])
