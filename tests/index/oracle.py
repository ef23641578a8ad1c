"""What a query means, worked out as plainly as can be: no index, no strings, no short cuts.

It shares nothing with the package but the query tree, the tokenizer and the reading.
"""

from __future__ import annotations

from collections.abc import Sequence

from index.tree import (
    About,
    And,
    Dated,
    Field,
    Name,
    Not,
    Or,
    Phrase,
    Prefix,
    Query,
    Scope,
    Subject,
    Term,
    Within,
)
from texts.reading import Quotation, Reading
from texts.words import Word, words

__all__ = ["hits", "places"]


def hits(query: Query, readings: Sequence[Reading]) -> set[tuple[str, int]]:
    """All (document, paragraph) of which the query holds."""
    return {
        (reading.document.name, paragraph.number)
        for reading in readings
        for paragraph in reading.document.paragraphs
        if _holds_of(query, reading, paragraph.number)
    }


def places(query: Term | Prefix | Phrase, reading: Reading, number: int) -> list[tuple[int, int]]:
    """Where in a paragraph the words of a query stand, overlapping ones as one."""
    found: list[tuple[int, int]] = []
    cut = _words(reading, number)
    size = len(query.words) if isinstance(query, Phrase) else 1
    for at in range(len(cut) - size + 1):
        window = cut[at : at + size]
        if _fits(query, [word.folded for word in window]):
            start, end = window[0].start, window[-1].end
            if found and start < found[-1][1]:
                found[-1] = (found[-1][0], end)
            else:
                found.append((start, end))
    return found


def _holds_of(query: Query, reading: Reading, number: int) -> bool:
    if _about_voices(query) and number > reading.covers:
        return False
    line: list[str | None] = [word.folded for word in _words(reading, number)]
    return _holds(query, line, reading.in_paragraph(number), reading, number)


def _holds(
    query: Query,
    line: Sequence[str | None],
    quotations: Sequence[Quotation],
    reading: Reading,
    number: int,
) -> bool:
    def ask(part: Query) -> bool:
        return _holds(part, line, quotations, reading, number)

    match query:
        case Term() | Prefix() | Phrase():
            size = len(query.words) if isinstance(query, Phrase) else 1
            return any(_fits(query, line[at : at + size]) for at in range(len(line) - size + 1))
        case And(parts):
            fields = [part for part in parts if _only_fields(part)]
            if fields and not any(
                all(_true_of(field, quotation, reading) for field in fields)
                for quotation in quotations
            ):
                return False
            return all(ask(part) for part in parts if part not in fields)
        case Field():
            return any(_true_of(query, quotation, reading) for quotation in quotations)
        case Or(parts):
            return any(ask(part) for part in parts)
        case Not(part):
            return not ask(part)
        case About(subject, asked, open_):
            origin = reading.document.origin
            texts = [origin.outlet]
            if subject is Subject.DOC:
                texts = [origin.title, reading.document.name]
            return any(_has(text, asked, open_) for text in texts if text)
        case Dated(first, last):
            date = reading.document.origin.date
            # Only whole days, for the oracle.
            return date is not None and (first or "0") <= date <= (last or "9999")
        case Within(Scope.QUOTES, part):
            return any(
                _holds(part, _content(quotation, reading, number), [quotation], reading, number)
                for quotation in quotations
            )
        case Within(_, part):
            own = _own(quotations, reading, number)
            return any(own) and _holds(part, own, quotations, reading, number)
    raise TypeError(query)


def _fits(query: Query, window: Sequence[str | None]) -> bool:
    if None in window:
        return False
    match query:
        case Term(word):
            return window[0] == word
        case Prefix(start):
            return str(window[0]).startswith(start)
        case Phrase(asked, open_):
            *closed, last = asked
            ends = str(window[-1]).startswith(last) if open_ else window[-1] == last
            return list(window[:-1]) == closed and ends
    raise TypeError(query)


def _true_of(query: Query, quotation: Quotation, reading: Reading) -> bool:
    if isinstance(query, Or):
        return any(_true_of(part, quotation, reading) for part in query.parts)
    assert isinstance(query, Field)
    voice = reading.voice_of(quotation)
    values: list[str | None]
    match query.name:
        case Name.VOICE:
            values = [voice.name, *voice.names] if voice else []
        case Name.KIND:
            values = [voice.kind] if voice else []
        case Name.MODE:
            values = [quotation.mode]
        case Name.CERTAINTY:
            values = [quotation.certainty]
        case Name.CUE:
            values = [reading.document.words_of(quotation.cue)] if quotation.cue else []
        case Name.STANCE:
            values = [quotation.stance]
        case Name.VIA:
            voices = [reading.voices[number] for number in quotation.chain[1:-1]]
            values = [name for one in voices for name in (one.name, *one.names)]
    return any(_has(value, query.words, query.open) for value in values if value)


def _has(text: str, asked: tuple[str, ...], open_: bool) -> bool:
    size = len(asked)
    query: Query = Prefix(asked[0]) if open_ else Term(asked[0])
    if size > 1:
        query = Phrase(asked, open_)
    cut = [word.folded for word in words(text)]
    return any(_fits(query, cut[at : at + size]) for at in range(len(cut) - size + 1))


def _content(quotation: Quotation, reading: Reading, number: int) -> list[str | None]:
    return [word.folded for word in _words(reading, number) if _inside(word, quotation)]


def _own(quotations: Sequence[Quotation], reading: Reading, number: int) -> list[str | None]:
    return [
        None if any(_inside(word, quotation) for quotation in quotations) else word.folded
        for word in _words(reading, number)
    ]


def _inside(word: Word, quotation: Quotation) -> bool:
    return any(span.start <= word.start and word.end <= span.end for span in quotation.spans)


def _words(reading: Reading, number: int) -> list[Word]:
    span = reading.document.paragraphs[number - 1].span
    return [
        Word(word.start + span.start, word.end + span.start, word.folded)
        for word in words(reading.document.words_of(span))
    ]


def _only_fields(query: Query) -> bool:
    if isinstance(query, Or):
        return all(_only_fields(part) for part in query.parts)
    return isinstance(query, Field)


def _about_voices(query: Query) -> bool:
    match query:
        case And(parts) | Or(parts):
            return any(_about_voices(part) for part in parts)
        case Not(part):
            return _about_voices(part)
        case _:
            return isinstance(query, Field | Within)
