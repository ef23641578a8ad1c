"""The list of texts: those that are open, then the documents of the library."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content

from texts.loading.controls import harmless_path
from tui.screens.narrowing import Choice, NarrowingList, Row
from tui.session import OpenText, Session
from tui.wording import shortened, title_of

if TYPE_CHECKING:
    from index.kept.catalogue import KeptDocument

__all__ = ["DocumentsList", "name_of"]

_Order = tuple[str, "Callable[[KeptDocument], tuple[bool, str | int]]", bool]

_ORDERS: tuple[_Order, ...] = (
    ("newest first", lambda one: (one.date is not None, one.date or ""), True),
    ("oldest first", lambda one: (one.date is None, one.date or ""), False),
    ("by title", lambda one: (False, (one.title or one.name).casefold()), False),
    ("by outlet", lambda one: (one.outlet is None, (one.outlet or "").casefold()), False),
    ("most quotations first", lambda one: (False, one.quotations), True),
)
"""By what the library's documents are sorted, and whether the other way round; equals by name."""


class DocumentsList(NarrowingList):
    """It gives the number of a text in the session; from `len(session.texts)` on, the place of a
    document in the library's own order."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("tab", "sort", "sort", show=False, priority=True),
    ]

    def __init__(
        self, session: Session, kept: Sequence[KeptDocument], *, beside: bool = False
    ) -> None:
        """`kept` are the library's documents, as it has them; `beside` tells what choosing does."""
        self._session = session
        self._kept = kept
        self._order = 0
        self._deed = "lays it beside" if beside else "goes there"
        title = f"Open texts{' to lay beside' if beside else ''}: {len(session.texts)}"
        if kept:
            title += f" · library: {len(kept):,}"
        super().__init__(title, self._rows(), hint=self._in_words(), highlighted=session.current)

    def action_sort(self) -> None:
        """Put the library's documents in the next order."""
        if self._kept:
            self._order = (self._order + 1) % len(_ORDERS)
            self.put(self._rows(), self._in_words())

    def _in_words(self) -> str:
        sorting = f"tab sorts: {_ORDERS[self._order][0]} · " if self._kept else ""
        return f"{sorting}enter {self._deed} · esc closes"

    def _rows(self) -> list[Row]:
        texts = self._session.texts
        open_ = {str(text.path.absolute()) for text in texts if text.path is not None}
        _, key, turned = _ORDERS[self._order]
        kept = [(at, one) for at, one in enumerate(self._kept) if one.path not in open_]
        titles = Counter(one.title for _, one in kept)
        kept.sort(key=lambda row: row[1].name)
        kept.sort(key=lambda row: key(row[1]), reverse=turned)
        return [
            *(_opened(at, text) for at, text in enumerate(texts)),
            *(_KeptRow(len(texts) + at, one, titles[one.title] > 1) for at, one in kept),
        ]


def name_of(text: OpenText) -> str:
    """What to call a text, whether it has been loaded or not."""
    if text.document is not None:
        return title_of(text.document)
    return harmless_path(text.path.name) if text.path else "standard input"


def _opened(at: int, text: OpenText) -> Choice:
    name = name_of(text)
    path = harmless_path(str(text.path)) if text.path else "-"
    prompt = Content(f"{at + 1:>4}  {name}") + Content(f"  {path}").stylize("$reader-quiet")
    return Choice(prompt, f"{name} {path}", at, _facts(text))


@dataclass(frozen=True, slots=True)
class _KeptRow:
    """A row of the library; where others have the same title, its file tells it from them."""

    value: int
    one: KeptDocument
    shares_title: bool

    @property
    def _file(self) -> str:
        return self.one.name.rpartition("/")[2]

    @property
    def prompt(self) -> Content:
        one = self.one
        told = self._file if one.title and self.shares_title else None
        facts = [fact for fact in (told, one.date, one.outlet, f"❝ {one.quotations:,}") if fact]
        title = one.title or self._file
        return Content.assemble("   ⌂  ", title, (f"  {' · '.join(facts)}", "$reader-quiet"))

    @property
    def searched(self) -> str:
        one = self.one
        return " ".join(filter(None, (one.title, one.name, one.outlet, one.author, one.date)))

    @property
    def detail(self) -> str:
        one = self.one
        counts = _count(one.voices, "voice"), _count(one.paragraphs, "paragraph")
        return shortened(" · ".join(filter(None, (*counts, one.author, one.name))), 300)


def _facts(text: OpenText) -> str:
    """What is known of a text that has been loaded: how it was decoded, and where it comes from."""
    if text.document is None:
        return ""
    document = text.document
    facts = [document.format, document.encoding, _count(len(document.paragraphs), "paragraph")]
    facts += [document.left_out] if document.left_out else []
    origin = document.origin
    facts += [fact for fact in (origin.author, origin.outlet, origin.date, origin.note) if fact]
    return shortened(" · ".join(facts), 300)


def _count(count: int, what: str) -> str:
    return f"{count:,} {what}{'s' * (count != 1)}"
