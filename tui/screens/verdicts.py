"""The list of what the reader can decide of some words, and the box for a note."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input

from texts.reading import Certainty, Reading, Voice
from texts.review.decision import LONGEST_NAME, Opinion, Verdict
from texts.review.sidecar import LONGEST_NOTE, line_in
from tui.deciding import At
from tui.screens.narrowing import Choice, NarrowingList, Row
from tui.voice_signs import CERTAINTY_SIGNS, KIND_SIGNS, UNRESOLVED_SIGN
from tui.widgets.box import Box
from tui.widgets.line import Line
from tui.wording import kind_in_words, opinion_in_words, shortened

__all__ = ["NOTE", "TAKE_BACK", "TYPED", "NoteBox", "VerdictList", "opinion_chosen"]

_RIGHT, NOTE, TAKE_BACK, TYPED, _NOBODY, _NO_QUOTATION = range(-6, 0)
"""What the list gives for rows that are no name. Names count from 0."""
_OPINIONS = {
    _NOBODY: Opinion(Verdict.NOBODY),
    _NO_QUOTATION: Opinion(Verdict.NO_QUOTATION),
}


@dataclass(frozen=True, slots=True)
class _Named:
    """A row with a name, drawn when it is shown: a long text has thousands of voices."""

    name: str
    value: int
    voice: Voice | None
    """`None` for one who was weighed, and is no voice of the text."""
    detail: str
    plain: bool

    @property
    def prompt(self) -> Content:
        sign = KIND_SIGNS[self.voice.kind].draw(plain=self.plain) if self.voice else " "
        kind = kind_in_words(self.voice) if self.voice else "weighed"
        more = Content(f"  {kind}").stylize("$reader-quiet")
        return Content(f" {sign} {shortened(self.name, LONGEST_NAME)}") + more

    @property
    def searched(self) -> str:
        if self.voice is None:
            return self.name
        return " ".join((self.name, *self.voice.names, kind_in_words(self.voice)))


class VerdictList(NarrowingList):
    """It gives the number of a name, or one of the values that stand for other rows.

    What is typed narrows the rows, and is itself the last of them: a name that no voice has.
    """

    def __init__(
        self, reading: Reading, at: At, names: Sequence[str], words: str, *, plain: bool = False
    ) -> None:
        """`names` are those to choose from; `words` are those that it is about.

        `plain` draws signs in ASCII.
        """
        self._plain = plain
        self._words = f"“{shortened(words, 160).strip('“”‘’')}”"
        self.typed_name = ""
        known = {voice.name: voice for voice in reversed(reading.voices)}
        rows: list[Row] = [
            *self._verdicts(at),
            *(
                _Named(name, number, known.get(name), self._words, plain)
                for number, name in enumerate(names)
            ),
        ]
        super().__init__(
            "Whose words are these?",
            rows,
            hint="enter decides · type to narrow, or a name · esc closes",
        )

    def _verdicts(self, at: At) -> Iterator[Choice]:
        sign = CERTAINTY_SIGNS[Certainty.CONFIRMED].draw(plain=self._plain)
        right = f"right as it is: {opinion_in_words(at.now)}"
        yield self._row(f"{sign} {right}", f"right {right}", _RIGHT)
        if at.now.verdict is not Verdict.NOBODY:
            named = "a quotation, and nobody is named"
            yield self._row(
                f"{UNRESOLVED_SIGN.draw(plain=self._plain)} {named}", "nobody is named", _NOBODY
            )
        if at.now.verdict is not Verdict.NO_QUOTATION:
            none = "no quotation: nobody says these words"
            yield self._row(f"  {none}", none, _NO_QUOTATION)
        noted = at.decision.note if at.decision else ""
        note = f"note: {shortened(noted, 60)}" if noted else "note …"
        yield self._row(f"  {note}", f"note {note}", NOTE)
        if at.decision is not None:
            back = f"take your decision back: quoth had said {opinion_in_words(at.had)}"
            yield self._row(f"  {back}", f"undo {back}", TAKE_BACK)

    def _row(self, words: str, searched: str, value: int) -> Choice:
        return Choice(Content(f" {words}"), searched, value, self._words)

    def _narrow(self) -> None:
        super()._narrow()
        self.typed_name = line_in(self.query_one(Input).value, LONGEST_NAME)
        if self.typed_name:
            row = self._row(f"+ another voice: {self.typed_name}", "", TYPED)
            self.shown = (*self.shown, row)


def opinion_chosen(chosen: int, names: Sequence[str], at: At, typed: str) -> Opinion | None:
    """What a row of the list says of the words; `None` for a row that says nothing of them."""
    if chosen == _RIGHT:
        return at.now
    if chosen == TYPED:
        return Opinion(Verdict.VOICE, typed)
    if chosen >= 0:
        return Opinion(Verdict.VOICE, line_in(names[chosen], LONGEST_NAME))
    return _OPINIONS.get(chosen)


class NoteBox(ModalScreen[str | None]):
    """One line to write a note in. It gives the note, empty for none; `None` to leave it as it is."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss", "close", show=False),
    ]
    DEFAULT_CSS = """
    NoteBox {
        align: center middle;
        background: $background 60%;
        & > Box {
            width: 90%;
            max-width: 84;
            height: auto;
            background: $surface;
            border: round $primary;
            border-title-color: $foreground;
            border-subtitle-color: $reader-quiet;
            padding: 0 1;
        }
        Input { background: $panel; }
    }
    """
    AUTO_FOCUS = "Input"

    def __init__(self, note: str) -> None:
        super().__init__()
        self._note = note

    def compose(self) -> ComposeResult:
        with Box("Note on these words", "enter keeps it · esc leaves it as it was"):
            yield Line(self._note, max_length=LONGEST_NOTE, select_on_focus=False, compact=True)

    @on(Input.Submitted)
    def keep(self, event: Input.Submitted) -> None:
        self.dismiss(line_in(event.value, LONGEST_NOTE))

    async def action_dismiss(self, result: str | None = None) -> None:
        self.dismiss(result)
