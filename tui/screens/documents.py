"""The list of texts that are open."""

from __future__ import annotations

from textual.content import Content

from texts.loading.controls import harmless_path
from tui.screens.narrowing import Choice, NarrowingList
from tui.session import OpenText, Session
from tui.wording import shortened, title_of

__all__ = ["documents_list", "name_of"]


def documents_list(session: Session) -> NarrowingList:
    """The texts in the order given. It gives the number of one in the session."""
    choices = [_choice(at, text) for at, text in enumerate(session.texts)]
    title = f"Open texts: {len(choices)}"
    return NarrowingList(
        title, choices, hint="enter goes there · esc closes", highlighted=session.current
    )


def name_of(text: OpenText) -> str:
    """What to call a text, whether it has been loaded or not."""
    if text.document is not None:
        return title_of(text.document)
    return harmless_path(text.path.name) if text.path else "standard input"


def _choice(at: int, text: OpenText) -> Choice:
    name = name_of(text)
    path = harmless_path(str(text.path)) if text.path else "-"
    prompt = Content(f"{at + 1:>4}  {name}") + Content(f"  {path}").stylize("$reader-quiet")
    return Choice(prompt, f"{name} {path}", at, _facts(text))


def _facts(text: OpenText) -> str:
    """What is known of a text that has been loaded: how it was decoded, and where it comes from."""
    if text.document is None:
        return ""
    document = text.document
    facts = [document.format, document.encoding, f"{len(document.paragraphs):,} paragraphs"]
    facts += [document.left_out] if document.left_out else []
    origin = document.origin
    facts += [fact for fact in (origin.author, origin.outlet, origin.date, origin.note) if fact]
    return shortened(" · ".join(facts), 300)
