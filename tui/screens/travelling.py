"""Travelling through a text: lines and pages, quotations, voices, sections; back and forward."""

from __future__ import annotations

from collections.abc import Callable

from texts.reading import Voice
from tui.screens.counting import Counting
from tui.screens.opening import Opening
from tui.travel import Arrival, Route, found_again, step_from, step_in_words, travel
from tui.wording import shortened

__all__ = ["Travelling"]

_NONE_FOUND = {
    Route.EVERY: "no quotations in this text",
    Route.SAME_VOICE: "no voice here to follow: go to a quotation first",
    Route.UNSURE: "nothing unsure in this text",
}
_MOST_LINES = 500
"""A count of lines is no higher: each has to be laid out on the way."""
_TITLE = 60


class Travelling(Counting, Opening):
    """The page with everything that moves the cursor."""

    # By lines. One is a movement of the hand; several are a jump, which can be undone.

    def action_line(self, by: int) -> None:
        count = self.take_count() or 1
        self._move(lambda: self.view.action_line(by * min(count, _MOST_LINES)), is_jump=count > 1)
        if count > _MOST_LINES:
            key = self.key("move.bottom")
            self.say(f"{_MOST_LINES} lines are the most at once; a number and {key} lead further")

    def action_page(self, by: int) -> None:
        count = self.take_count() or 1
        self._move(lambda: self.view.action_page(by * count), is_jump=count > 1)

    def action_half_page(self, by: int) -> None:
        count = self.take_count() or 1
        self._move(lambda: self.view.action_half_page(by * count), is_jump=count > 1)

    def action_top(self) -> None:
        if not self._went_to_paragraph():
            self._move(self.view.action_top, is_jump=True)

    def action_bottom(self) -> None:
        if not self._went_to_paragraph():
            self._move(self.view.action_bottom, is_jump=True)

    def _move(self, move: Callable[[], object], *, is_jump: bool) -> None:
        left = self.at
        move()
        if is_jump:
            self.remember_jump(left)

    def _went_to_paragraph(self) -> bool:
        """Go to the paragraph whose number was typed; false if none was."""
        number = self.take_count()
        if number is not None:
            self.go_to_paragraph(number)
        return number is not None

    def go_to_paragraph(self, number: int) -> None:
        """Go to a paragraph by its number from 1, or to the last one, as a jump."""
        paragraphs = self.document.paragraphs
        index = max(0, min(number, len(paragraphs)) - 1)
        few = f"there are {len(paragraphs):,} paragraphs: this is the last"
        self.jump(paragraphs[index].span.start, few if number > len(paragraphs) else "")

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
        history, count = self.session.history, self.take_count() or 1
        place = history.back(here, count) if direction < 0 else history.forward(here, count)
        if place is None:
            self.say("no place before this one" if direction < 0 else "no place after this one")
            return
        self.leave_for_list()
        self.show_place(*place)
        self.say("back" if direction < 0 else "forward")

    def show_place(self, number: int, offset: int) -> None:
        """Show a place where the reader has been, so that its text is loaded."""
        if number == self.session.current:
            self.go_to(offset)
        else:
            self.show_text(number, offset)

    def action_section(self, direction: int) -> None:
        count = self.take_count() or 1
        step = step_from(self.at, self.sections, direction, count)
        if step is None:
            self.say("this text has no headings")
        elif step.wrapped:
            self.say("no heading after this" if direction > 0 else "no heading before this")
        else:
            self.jump(self.sections[step.at].start)
            self.tell_section(step.at, step_in_words(step, direction, "heading"))

    def tell_section(self, at: int, also: str = "") -> None:
        title = shortened(self.sections[at].title, _TITLE)
        words = f"section {at + 1:,} of {len(self.sections):,} · {title}"
        self.say(f"{also} · {words}" if also else words)

    # By voice.

    def action_quotation(self, direction: int) -> None:
        self._travel(Route.EVERY, direction)

    def action_same_voice(self, direction: int) -> None:
        self._travel(Route.SAME_VOICE, direction)

    def action_unsure(self, direction: int) -> None:
        self._travel(Route.UNSURE, direction)

    def _travel(self, route: Route, direction: int) -> None:
        count = self.take_count() or 1
        if self.reading is None:
            self.say("still reading; the voices are not known yet")
            return
        arrival = travel(self.reading, self.at, route, direction, count)
        covers, of = self.reading.covers, len(self.document.paragraphs)
        if covers < of and (arrival is None or arrival.step.wrapped):
            # What is beyond is not known yet, so there is neither an end nor an absence.
            self.say(f"voices are known as far as ¶ {covers:,} of {of:,} so far")
        elif arrival is None:
            self.say(_NONE_FOUND[route])
        else:
            self.jump(arrival.quotation.start, _told(arrival, route, direction))

    def leave_for_list(self) -> None:
        """Called before a list is laid over the text."""

    def go_to_voice(self, voice: Voice | None) -> None:
        """Go to the next quotation of a voice, or, for `None`, to the next that is nobody's.

        The voice may have been chosen from an earlier reading of the text.
        """
        if self.reading is None:
            return
        now = None if voice is None else found_again(voice, self.reading)
        if voice is not None and now is None:
            self.say(f"{shortened(voice.name, _TITLE)}: not found in this text by now")
            return
        numbers = self.reading.of_voice(None if now is None else now.number)
        own = [self.reading.quotations[at] for at in numbers]
        step = step_from(self.at, own, 1)
        if step is not None:
            self.jump(own[step.at].start, step_in_words(step, 1, "quotation"))


def _told(arrival: Arrival, route: Route, direction: int) -> str:
    step = arrival.step
    told = [step_in_words(step, direction, route)]
    if route is Route.UNSURE:
        told.append(f"unsure {step.at + 1:,} of {step.of:,}")
    return " · ".join(filter(None, told))
