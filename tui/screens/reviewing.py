"""Reviewing: the reader says whose words they are, and what was decided is seen at once."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from textual import work

from texts.export.passages import joined
from tui.reviews import NotKept
from tui.screens.travelling import Travelling

if TYPE_CHECKING:
    from texts.review.decision import Opinion
    from texts.review.sidecar import Review
    from tui.deciding import At
    from tui.session import OpenText

__all__ = ["Reviewing"]


class Reviewing(Travelling):
    """The page with the decisions of the reader."""

    def text_shown(self) -> None:
        super().text_shown()
        self._tell_astray()

    def show_reading(self, text: OpenText) -> None:
        super().show_reading(text)
        if text is self.session.text:
            self._tell_astray()

    def _tell_astray(self) -> None:
        if astray := self.session.text.astray:
            many = "1 decision finds its" if astray == 1 else f"{astray:,} decisions find their"
            self.say(f"{many} words no more: quoth decisions lists them")

    def action_correct(self) -> None:
        reading, own = self.reading, self.session.text.own
        if reading is None or own is None:
            self.say("still reading; the voices are not known yet")
            return
        # Loaded when it is first asked for: the first screen has none of it.
        from tui.deciding import at_cursor, candidates
        from tui.screens.verdicts import VerdictList

        at = at_cursor(reading, own, self.at)
        if at is None:
            self.say(f"no quotation here: {self.key('quotation.next')} goes to the next one")
            return
        weighed = self.pane.weighed(at.shown)
        words = joined(reading.document.text, at.shown.spans)
        names = candidates(reading, at, weighed)
        verdicts = VerdictList(reading, at, names, words, plain=self.session.look.plain)
        self.leave_for_list()
        self.app.push_screen(
            verdicts, lambda chosen: self._verdict(chosen, at, names, verdicts.typed_name)
        )

    def _verdict(self, chosen: int | None, at: At, names: Sequence[str], typed: str) -> None:
        from tui.screens.verdicts import NOTE, TAKE_BACK, NoteBox, opinion_chosen

        if chosen is None:
            return
        if chosen == NOTE:
            note = at.decision.note if at.decision else ""
            self.app.push_screen(NoteBox(note), lambda written: self._noted(at, written))
        elif chosen == TAKE_BACK:
            self._change(
                lambda review: review.without(at.decision), "taken back: it is as quoth has it"
            )
        elif opinion := opinion_chosen(chosen, names, at, typed):
            self._decide(at, opinion, at.decision.note if at.decision else "")

    def _noted(self, at: At, written: str | None) -> None:
        decided = at.decision.decided if at.decision else None
        if written is None:
            return
        if written or decided:
            self._decide(at, decided, written)
        else:
            self._change(lambda review: review.without(at.decision), "no note")

    def _decide(self, at: At, opinion: Opinion | None, note: str) -> None:
        from tui.deciding import decision_on
        from tui.wording import opinion_in_words

        decision = decision_on(self.document, at, opinion, note)
        said = f"you decided: {opinion_in_words(opinion)}" if opinion else "noted"
        self._change(
            lambda review: review.with_decision(decision, at.decision),
            f"{said} · {self.key('correct')} changes it",
        )

    @work(group="deciding", description="a decision")
    async def _change(self, change: Callable[[Review], Review], said: str) -> None:
        """Off the event loop: it waits for the disk, and goes over the whole reading."""
        text = self.session.text
        try:
            await asyncio.to_thread(self.session.decide, text, change)
        except NotKept as problem:
            self.notify(str(problem), severity="error", markup=False)
            return
        if text.own is not None:
            text.take(text.own)
        self.show_reading(text)
        self.index_again(text)
        if text is self.session.text:
            self.follow_cursor()  # what was lit is not what it rests on any more
            self.say(said)
