"""Taking words away: the forms in which a quotation or a paragraph can be copied.

Nothing stands in any of them that the text does not say, but who says it, how that is known, where it
stands, and the bracketed ellipsis between two pieces of a quotation.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from texts.document import Document, Paragraph, Span
from texts.export.jsonl import line_of, object_of
from texts.export.markdown import escaped
from texts.export.passages import SEAM, decision_facts, folded, joined, name_of
from texts.reading import Quotation, Reading
from texts.review.decision import decision_of
from tui.links import link_to
from tui.wording import NOT_FOUND, certainty_for_others, mode_in_words

__all__ = ["Taken", "citation", "forms", "paragraph_citation", "words_of_quotation"]


@dataclass(frozen=True, slots=True)
class Taken:
    """One form: what is copied, or why it cannot be."""

    key: str
    """The letter that chooses it."""
    what: str
    write: Callable[[], str] | None
    """Writes it; `None` where there is nothing of the kind here. A paragraph may be a whole book, so
    only what is looked at or taken is written."""
    lacking: str = ""
    """Why not, then."""

    @property
    def words(self) -> str | None:
        """What is copied. Linear in its length."""
        return None if self.write is None else self.write()


def forms(
    document: Document,
    paragraph: Paragraph,
    reading: Reading | None,
    quotation: Quotation | None,
    path: Path | None,
) -> list[Taken]:
    """What can be copied at a place, in the order of the list.

    Where there is no quotation, its paragraph is what is cited and linked to. `path` is that of the
    file; what was piped has none, so no link leads to it.
    """
    span = Span(quotation.start, quotation.end) if quotation else paragraph.span
    link = None
    if path is not None:
        link = str(link_to(document, os.path.abspath(path), span))  # noqa: PTH100
    what = "the quotation" if quotation and reading else "the paragraph"
    whole = Taken("p", "the paragraph", lambda: _line(document, paragraph))
    place = Taken(
        "l",
        f"a link to {what}",
        (lambda: link) if link else None,
        "what was piped has no place that a link could lead to",
    )
    if quotation is None or reading is None:
        none = "no quotation here"
        return [
            Taken("y", "the quotation", None, none),
            Taken(
                "c", f"{what} with citation", lambda: paragraph_citation(document, paragraph, link)
            ),
            whole,
            place,
            Taken(
                "m", f"{what} as Markdown", lambda: _markdown_paragraph(document, paragraph, link)
            ),
            Taken("j", "the quotation as JSON", None, none),
        ]
    return [
        Taken("y", what, lambda: words_of_quotation(document, quotation)),
        Taken("c", f"{what} with citation", lambda: citation(reading, quotation, link)),
        whole,
        place,
        Taken("m", f"{what} as Markdown", lambda: _markdown(reading, quotation, link)),
        Taken("j", f"{what} as JSON", lambda: _json(reading, quotation)),
    ]


def _json(reading: Reading, quotation: Quotation) -> str:
    decided = decision_facts(quotation) if decision_of(quotation) else {}
    return line_of(object_of(quotation, reading) | decided).rstrip("\n")


def words_of_quotation(document: Document, quotation: Quotation) -> str:
    """The words as one would paste them: a paragraph a line, with a blank line between."""
    return "\n\n".join(_paragraphs(document, quotation.spans))


def citation(reading: Reading, quotation: Quotation, link: str | None = None) -> str:
    """A quotation with who says it, through whom, and where: what a note or an article needs."""
    document = reading.document
    voice = reading.voice_of(quotation)
    who = name_of(voice, reading) if voice else f"[{NOT_FOUND}]"
    place = _place(document, quotation.paragraph)
    words = words_of_quotation(document, quotation)
    return _with_link(f"{words}\n— {who}{_manner(reading, quotation)}, {place}", link)


def paragraph_citation(document: Document, paragraph: Paragraph, link: str | None = None) -> str:
    """A paragraph with where it stands."""
    words = _line(document, paragraph)
    return _with_link(f"{words}\n— {_place(document, paragraph.number)}", link)


def _markdown(reading: Reading, quotation: Quotation, link: str | None) -> str:
    document = reading.document
    voice = reading.voice_of(quotation)
    who = escaped(name_of(voice, reading)) if voice else escaped(f"[{NOT_FOUND}]")
    manner = _escaped_inside(_manner(reading, quotation))
    lines = [escaped(words) for words in _paragraphs(document, quotation.spans)]
    return _block(lines, f"{who}{manner}, {_linked_place(document, quotation.paragraph, link)}")


def _markdown_paragraph(document: Document, paragraph: Paragraph, link: str | None) -> str:
    place = _linked_place(document, paragraph.number, link)
    return _block([escaped(_line(document, paragraph))], place)


def _block(lines: Sequence[str], citation: str) -> str:
    quoted = "\n>\n".join(f"> {line}" for line in lines)
    return f"{quoted}\n>\n> — {citation}"


def _linked_place(document: Document, number: int, link: str | None) -> str:
    place = _escaped_inside(_place(document, number))
    # Of a link's signs none means anything to Markdown: all that could are percent-escaped.
    return f"[{place}]({link})" if link else place


def _escaped_inside(words: str) -> str:
    """Escaped as it must be within a line, where what could only begin one is harmless."""
    return escaped(f"x{words}")[1:]


def _with_link(words: str, link: str | None) -> str:
    return f"{words}\n{link}" if link else words


def _manner(reading: Reading, quotation: Quotation) -> str:
    via = [reading.voices[number].name for number in reversed(quotation.chain[1:-1])]
    through = f", via {', '.join(via)}" if via else ""
    return f"{through} ({certainty_for_others(quotation)}; {mode_in_words(quotation)})"


def _line(document: Document, paragraph: Paragraph) -> str:
    return folded(document.words_of(paragraph.span))


def _paragraphs(document: Document, spans: Sequence[Span]) -> Iterator[str]:
    """The words of each paragraph that a quotation runs over, on a line each."""
    last = None
    for _, group in groupby(spans, lambda span: document.paragraphs.index_at(span.start)):
        own = list(group)
        others = last is not None and any(
            character.isalnum() for character in document.text[last.end : own[0].start]
        )
        last = own[-1]
        yield (SEAM.lstrip() if others else "") + folded(joined(document.text, own))


def _place(document: Document, number: int) -> str:
    origin = document.origin
    known = [part for part in (origin.author, origin.outlet, origin.date) if part]
    title = f"“{origin.title}”, " if origin.title else ""
    return f"{title}{''.join(f'{part}, ' for part in known)}{document.name}, ¶ {number}"
