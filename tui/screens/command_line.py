"""The command line: orders that are typed after a colon, checked before the box closes."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING

from texts.errors import TextsError
from tui.errors import UserError
from tui.screens.commanding import Commanding
from tui.screens.marking import Marking
from tui.session import OpenText

if TYPE_CHECKING:
    from texts.reading import Voice
    from tui.orders import Order, Suggestion
    from tui.screens.command_box import Deed

__all__ = ["CommandLine"]


class CommandLine(Commanding, Marking):
    """The page with its command line."""

    def action_command_line(self) -> None:
        # It is loaded when it is first asked for: the first screen has none.
        from tui.orders import takes_a_path
        from tui.screens.command_box import CommandBox

        self.leave_for_list()
        box = CommandBox(self._suggestions, self._prepare, takes_a_path)
        self.app.push_screen(box, self._do)

    def _do(self, deed: Deed | None) -> None:
        if deed is not None:
            deed()

    def _suggestions(self, line: str) -> Sequence[Suggestion]:
        from tui.orders import paths_like, suggestions, takes_a_path

        values: dict[str, Sequence[str]] = {"theme": self._themes, "voice": [*self._voices]}
        if takes_a_path(line):
            values["open"] = paths_like(line.strip().partition(" ")[2].strip())
        return suggestions(line, values)

    @property
    def _themes(self) -> list[str]:
        return sorted(self.app.available_themes)

    @property
    def _voices(self) -> Mapping[str, Voice]:
        """The voices that are quoted in this text, by their names."""
        reading = self.reading
        voices = reading.voices if reading else ()
        return {v.name: v for v in voices if reading and reading.of_voice(v.number)}

    async def _prepare(self, line: str) -> Deed | str:
        """What a line comes to, or what is wrong with it."""
        from index.errors import BadIndex
        from tui.orders import parsed

        try:
            order = parsed(line)
            if order.name == "open":
                return await self._prepare_opening(order.argument)
            return self._deed(order)
        except (UserError, TextsError, BadIndex) as problem:
            return str(problem)

    async def _prepare_opening(self, given: str) -> Deed:
        from tui.following import followed

        folder = self.session.folder
        found = await asyncio.to_thread(followed, given, str(folder) if folder else None)
        first = found.texts[0]
        await asyncio.to_thread(first.loaded)
        return lambda: self.take_in(found.texts, found.notice)

    def take_in(self, texts: Sequence[OpenText], notice: str | None) -> None:
        """Have more texts open, those that are not yet, and go to the first of them."""
        open_texts = self.session.texts
        numbers = {text.absolute: number for number, text in enumerate(open_texts) if text.path}
        for text in texts:
            if text.absolute not in numbers:
                numbers[text.absolute] = len(open_texts)
                open_texts.append(text)
        first = texts[0]
        self.go_to_text(numbers[first.absolute], first.offset)
        if notice:
            self.notify(notice, markup=False)

    def _deed(self, order: Order) -> Deed:
        """What an order that was understood comes to. Raises a `UserError`."""
        from tui.orders import PARAGRAPH, chosen
        from tui.places import paragraph_of

        name, given = order.name, order.argument
        if name == PARAGRAPH:
            return partial(self.go_to_paragraph, paragraph_of(self.document, int(given)).number)
        if name == "voice":
            return partial(self.go_to_voice, self._voices[chosen(given, self._voices, "voice")])
        if name == "quit":
            return partial(self.call_next, self.action_do, "leave")
        if not given:
            return partial(self.call_next, self.action_do, name)
        if name == "theme":
            return partial(self._set_theme, chosen(given, self._themes, "theme"))
        if name == "mark":
            return self._marking(given)
        if name == "marks":
            letters = [mark.letter for mark in self.marks]
            return partial(self.go_to_mark, chosen(given, letters, "mark"))
        return partial(self.find, given)

    def _marking(self, letter: str) -> Callable[[], None]:
        from tui.remembered import is_mark

        if not is_mark(letter):
            raise UserError("a mark is called by one letter from a to z, or by one digit.")
        return partial(self.mark, letter)

    def _set_theme(self, name: str) -> None:
        self.app.theme = name
        self.say(f"theme {name}")
