"""The list of texts: those that are open, then the documents of the library."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content

from texts.loading.controls import harmless_path
from tui.screens.narrowing import Choice, NarrowingList
from tui.session import OpenText, Session
from tui.wording import shortened, title_of

if TYPE_CHECKING:
    from index.kept.catalogue import KeptDocument

__all__ = ["DocumentsList", "name_of"]

_Key = Callable[["KeptDocument"], tuple[bool, str | int, str]]

_ORDERS: tuple[tuple[str, _Key], ...] = (
    ("newest first", lambda one: (one.date is None, _reversed(one.date or ""), one.name)),
    ("oldest first", lambda one: (one.date is None, one.date or "", one.name)),
    ("by title", lambda one: (False, (one.title or one.name).casefold(), one.name)),
    ("by outlet", lambda one: (one.outlet is None, (one.outlet or "").casefold(), one.name)),
    ("most quotations first", lambda one: (False, -one.quotations, one.name)),
)


def _reversed(date: str) -> str:
    """A text that sorts the other way round, for dates as they are written: figures and signs."""
    return "".join(chr(0x10FFFF - ord(sign)) for sign in date)


class DocumentsList(NarrowingList):
    """It gives the number of a text in the session; from `len(session.texts)` on, the place of a
    document in the library's own order."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("tab", "sort", "sort", show=False, priority=True),
    ]

    def __init__(self, session: Session, kept: Sequence[KeptDocument]) -> None:
        """`kept` are the library's documents, as it has them."""
        self._session = session
        self._kept = kept
        self._order = 0
        title = f"Open texts: {len(session.texts)}"
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
        return f"{sorting}enter goes there · esc closes"

    def _rows(self) -> list[Choice]:
        texts = self._session.texts
        open_ = {str(text.path.absolute()) for text in texts if text.path is not None}
        key = _ORDERS[self._order][1]
        kept = [(at, one) for at, one in enumerate(self._kept) if one.path not in open_]
        titles = Counter(one.title for _, one in kept)
        kept.sort(key=lambda row: key(row[1]))
        return [
            *(_opened(at, text) for at, text in enumerate(texts)),
            *(_document(len(texts) + at, one, titles[one.title] > 1) for at, one in kept),
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


def _document(value: int, one: KeptDocument, shares_title: bool) -> Choice:
    """A row of the library; where others have the same title, its file tells it from them."""
    file = one.name.rpartition("/")[2]
    name = one.title or file
    told = file if one.title and shares_title else None
    facts = [fact for fact in (told, one.date, one.outlet, f"❝ {one.quotations:,}") if fact]
    prompt = Content.assemble("   ⌂  ", name, (f"  {' · '.join(facts)}", "$reader-quiet"))
    detail = [
        _count(one.voices, "voice"),
        _count(one.paragraphs, "paragraph"),
        one.author,
        one.name,
    ]
    searched = " ".join(filter(None, (name, one.name, one.outlet, one.author, one.date)))
    return Choice(prompt, searched, value, shortened(" · ".join(filter(None, detail)), 300))


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
