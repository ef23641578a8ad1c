"""`quoth --plain`: a text to be heard, each paragraph with its number and whose words it holds.

For screen readers, braille displays and terminals that can only print. What is known of a paragraph
stands before its words, on the same line, in words and not in signs.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence

from texts.attribution import attribute
from texts.document import Paragraph, ParagraphKind
from texts.export.passages import folded
from texts.reading import Certainty, Quotation, Reading
from tui.following import path_in
from tui.headless.opening import Opening
from tui.places import paragraph_of, split_place
from tui.wording import (
    NOT_FOUND,
    certainty_in_words,
    kind_in_words,
    mode_in_words,
    remainder_in_words,
    title_of,
)

__all__ = ["lead_of", "print_found", "print_plain"]

_FORMS = {
    ParagraphKind.HEADING: "heading",
    ParagraphKind.FURNITURE: "not prose",
    ParagraphKind.FOOTNOTE: "footnote",
}


def print_plain(paths: Sequence[str]) -> int:
    """Print texts paragraph by paragraph, one a line; 2 if one could not be read.

    ``report.txt:6`` is printed from its sixth paragraph on. Raises a `UserError` if there is none.
    """
    failed = False
    for given in paths:
        opening = Opening([path_in(given)])
        number = split_place(given)[1]
        for document in opening:
            first = 1 if number is None else paragraph_of(document, number).number
            _say(f"{title_of(document)}, {_count(len(document.paragraphs), 'paragraph')}.")
            reading = attribute(document)
            for paragraph in document.paragraphs[first - 1 :]:
                _say(f"{paragraph.number}. {_told(reading, paragraph)}")
        failed |= opening.failed
    return 2 if failed else 0


def print_found(line: str, paths: Sequence[str]) -> int:
    """Print the paragraphs that a query finds, in their order; 0 found, 1 none, 2 a file failed.

    Raises `index.errors.QueryError`.
    """
    # A text alone is printed without the search engine.
    from index.library import Library
    from index.query import parse

    query = parse(line)
    library, opening = Library(), Opening([path_in(given) for given in paths])
    readings: dict[str, Reading] = {}
    for document in opening:
        reading = readings[document.name] = attribute(document)
        library.add(reading)
    hits = library.search(query, limit=None, ranked=False).hits
    _say(f"{_count(len(hits), 'paragraph')} found.")
    for number, hit in enumerate(hits, start=1):
        reading = readings[hit.document]
        where = f"{title_of(reading.document)}, " if len(readings) > 1 else ""
        paragraph = reading.document.paragraphs[hit.paragraph - 1]
        _say(f"{number}. {where}paragraph {hit.paragraph}. {_told(reading, paragraph)}")
    return 2 if opening.failed else 0 if hits else 1


def lead_of(reading: Reading, paragraph: Paragraph) -> str:
    """Whose words a paragraph holds, as far as that is known, to be heard before them.

    Voices that are heard more than once in the same way are told once. Terms are left out.
    """
    held = reading.in_paragraph(paragraph.number)
    if not held:
        return _FORMS.get(paragraph.kind, NOT_FOUND)
    heard = list(dict.fromkeys(_heard(reading, quotation) for quotation in held))
    if remainder_in_words(reading, paragraph):
        heard.append(f"the rest, {NOT_FOUND}")
    return "; ".join(heard)


def _heard(reading: Reading, quotation: Quotation) -> str:
    voice = reading.voice_of(quotation)
    told = [NOT_FOUND] if voice is None else [voice.name]
    if voice is not None and voice.kind is not None:
        told.append(kind_in_words(voice))
    told.append(mode_in_words(quotation))
    # Nobody is found: that it is unresolved has been said.
    if voice is not None and quotation.certainty is not Certainty.EXPLICIT:
        told.append(certainty_in_words(quotation))
    return ", ".join(told)


def _told(reading: Reading, paragraph: Paragraph) -> str:
    words = folded(reading.document.words_of(paragraph.span))
    return f"{lead_of(reading, paragraph)}: {words}"


def _say(line: str) -> None:
    sys.stdout.write(line + "\n")


def _count(count: int, what: str) -> str:
    return f"{count:,} {what}{'s' * (count != 1)}"
