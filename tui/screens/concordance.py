"""The list of all that a voice says, in all texts, the oldest first."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content

from texts.export.passages import joined
from texts.reading import Voice
from tui.concordance import Saying, is_named
from tui.screens.narrowing import Choice, NarrowingList
from tui.voice_signs import MODE_SIGNS
from tui.wording import certainty_in_words, mode_in_words, shortened, title_of

__all__ = ["ConcordanceList", "concordance_list"]

_UNDATED = "no date"
_HINT = "enter goes there · ctrl+x exports · esc closes"
_OLDEST_FIRST = "enter goes there · ctrl+x exports · oldest first · esc closes"


class ConcordanceList(NarrowingList):
    """The sayings of a voice; those that typing leaves can be exported."""

    BINDINGS: ClassVar[list[BindingType]] = [
        # The input has this key for cutting, and keeps all letters to itself.
        Binding("ctrl+x", "export", "export", show=False, priority=True),
    ]

    def __init__(
        self,
        title: str,
        choices: Sequence[Choice],
        *,
        hint: str,
        export: Callable[[Sequence[int]], object],
    ) -> None:
        super().__init__(title, choices, hint=hint)
        self._export = export

    def action_export(self) -> None:
        numbers = [row.value for row in self.shown]
        self.dismiss(None)
        self._export(numbers)


def concordance_list(
    voice: Voice,
    found: Sequence[Saying],
    unread: int,
    export: Callable[[Sequence[int]], object],
    *,
    plain: bool = False,
) -> ConcordanceList:
    """The sayings in the order given, under their documents. It gives the place of one.

    `unread` is how many of the open texts have not been read yet, so that it may lack some. `export`
    is called with the places of those to be written to a file. `plain` draws signs in ASCII.
    """
    choices = []
    before = None
    for at, saying in enumerate(found):
        document = saying.reading.document
        row = _row(saying, plain)
        if document is not before:
            row = _title(saying) + row
        before = document
        words = joined(document.text, saying.quotation.spans)
        searched = f"{title_of(document)} {document.origin.date or ''} {shortened(words, 2_000)}"
        choices.append(Choice(row, searched, at, _detail(saying)))
    texts = len({saying.reading.document.name for saying in found})
    title = f"{shortened(voice.name, 40)}: {len(found):,} in {texts:,} text{'s' * (texts != 1)}"
    if not is_named(voice):
        return ConcordanceList(f"{title}, having no name", choices, hint=_HINT, export=export)
    if unread:
        title += f" · {unread:,} not read yet"
    return ConcordanceList(title, choices, hint=_OLDEST_FIRST, export=export)


def _title(saying: Saying) -> Content:
    origin = saying.reading.document.origin
    facts = " · ".join(fact for fact in (origin.date or _UNDATED, origin.outlet) if fact)
    return Content.assemble(
        (f"{facts}  ", "$reader-quiet"), (title_of(saying.reading.document), "bold $primary"), "\n"
    )


def _row(saying: Saying, plain: bool) -> Content:
    quotation = saying.quotation
    words = shortened(joined(saying.reading.document.text, quotation.spans), 200)
    sign = MODE_SIGNS[quotation.mode].draw(plain=plain)
    return Content.assemble((f"  {sign} ¶ {quotation.paragraph:<5,} ", "$reader-quiet"), words)


def _detail(saying: Saying) -> str:
    quotation, document = saying.quotation, saying.reading.document
    cue = f" · {shortened(document.words_of(quotation.cue), 40)}" if quotation.cue else ""
    return f"{mode_in_words(quotation)} · {certainty_in_words(quotation)}{cue} · {document.name}"
