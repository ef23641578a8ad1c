"""Marking: letters for places, and going back to them, also to where the last jump began."""

from __future__ import annotations

from tui.marks import Mark, free_letter, marks_in_reach, set_mark
from tui.screens.gathering import Gathering

__all__ = ["Marking"]


class Marking(Gathering):
    """The page with the reader's marks."""

    @property
    def marks(self) -> tuple[Mark, ...]:
        """The marks that can be gone to from here."""
        return marks_in_reach(self.session)

    def action_mark(self) -> None:
        # Lists are loaded when they are first asked for: the first screen has none.
        from tui.screens.marks_list import MarkSetter

        session, offset = self.session, self.at
        self.leave_for_list()
        self.app.push_screen(
            MarkSetter(self.marks, session.text, offset, free_letter(session)),
            self.mark,
        )

    def mark(self, letter: str | None) -> None:
        """Set a mark at the cursor; `None` for none."""
        if letter is not None:
            told = set_mark(self.session, letter, self.at)
            is_set = letter in (self.session.text.marks or ())
            self.say(f"{told}: {self.key('marks')} {letter} returns" if is_set else told)
            self._show_marks()

    def text_shown(self) -> None:
        super().text_shown()
        self._show_marks()

    def _show_marks(self) -> None:
        for view in self.views_of(self.session.current):
            view.ribbon.mark_letters(self.session.text.marks or {})

    def action_marks(self) -> None:
        from tui.screens.marks_list import marks_list

        session = self.session
        marks, left = self.marks, session.history.left
        if not marks and left is None:
            self.say(f"no marks yet: {self.key('mark')} sets one")
            return
        before = None if left is None else (session.texts[left[0]], left[1])
        self.leave_for_list()
        self.app.push_screen(marks_list(marks, session.text, before), self.go_to_mark)

    def go_to_mark(self, letter: str | None) -> None:
        """Go to a mark by its letter, or, by an apostrophe, to where the last jump began."""
        if letter is None:
            return
        left = self.session.history.left
        if letter == "'" and left is not None:
            number, offset = left
            self.when_loaded(number, lambda: self._arrive_at(number, offset, "before the jump"))
            return
        mark = next((one for one in self.marks if one.letter == letter), None)
        if mark is None:
            self.say(f"no mark {letter} in this text" if letter != "'" else "no jump yet")
        else:
            self._follow(mark)

    def _follow(self, mark: Mark) -> None:
        texts = self.session.texts
        if not any(text is mark.text for text in texts):
            texts.append(mark.text)
        number = next(at for at, text in enumerate(texts) if text is mark.text)

        def arrive() -> None:
            offset = (self.session.open(number).marks or {}).get(mark.letter)
            self._arrive_at(number, offset, f"mark {mark.letter}")

        self.when_loaded(number, arrive)

    def _arrive_at(self, number: int, offset: int | None, words: str) -> None:
        self.go_to_text(number, offset)
        if self.session.current == number:
            self.say(words)
