"""Contents: the headings of the text in a list, and going to one."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from tui.contents import Section, section_at
from tui.screens.travelling import Travelling

__all__ = ["Contents"]


class Contents(Travelling):
    """The page with its table of contents."""

    def action_contents(self) -> None:
        if not self.sections:
            self.say(f"this text has no headings: {self.key('voices')} lists who speaks")
            return
        # Lists are loaded when they are first asked for: the first screen has none.
        from tui.screens.headings import headings_list

        self.leave_for_list()
        sections = self.sections
        self.app.push_screen(
            headings_list(sections, section_at(sections, self.at)),
            partial(self._go_to_section, sections),
        )

    def _go_to_section(self, listed: Sequence[Section], at: int | None) -> None:
        if at is not None and listed != self.sections:
            self.say("the text has changed meanwhile")
        elif at is not None:
            self.jump(self.sections[at].start)
            self.tell_section(at)
