"""What Whoosh keeps of a paragraph.

Fields: ``text`` all words; ``said`` those inside quotations; ``edge`` the first one, two and
three letters of each word, so that what is typed letter by letter is one posting list and not
the union of thousands, and ``inside`` the same of those inside quotations; the facts of the
quotations; and, as columns, document, paragraph and, of an index in memory, fingerprint. An index
in a folder has what the judge needs of each paragraph in their place (`index.kept.records`).
"""

# Whoosh is typed in part, so calling it cannot always be checked.
# mypy: disallow-untyped-calls=False

from __future__ import annotations

from collections import Counter
from collections.abc import Generator, Iterable
from typing import Any

from whoosh import columns, fields, formats

from index.engines.engine import Entry, number_of
from index.tree import Name

__all__ = [
    "EDGE",
    "INSIDE",
    "LONGEST",
    "NAME",
    "document_of",
    "kept_document_of",
    "kept_schema",
    "key_of",
    "schema",
]

NAME = "quoth4"
"""Of the index inside its folder; to be changed with the schema, and with `index.kept.records`.
One of another number is built again from the readings."""
EDGE = 3
"""Letters."""
INSIDE = "inside"
"""The field of the same of words inside quotations."""
LONGEST = 60
"""Letters of a word that are kept; what is longer is decided on the text."""

_Postings = Generator[tuple[bytes, int, float | int, bytes], Any, None]


class _Words(fields.FieldType):
    """Words that were cut and folded already, with how often each is there."""

    def __init__(self) -> None:
        # Scores need the weight only, which is how often; a value would be that once more.
        self.format = formats.Existence()
        self.scorable = True

    def index(self, value: Iterable[str], **_: object) -> _Postings:
        for word, times in Counter(value).items():
            yield word.encode(), times, float(times), b""


class _Name(fields.ID):
    """The name of a document: indexed whole, and kept as a column."""

    def __init__(self) -> None:
        super().__init__()
        self.set_sortable(columns.RefBytesColumn())

    def index(self, value: str, **_: object) -> _Postings:
        yield key_of(value), 1, 1.0, b""

    def to_column_value(self, value: str) -> bytes:
        return key_of(value)

    def from_column_value(self, value: Any) -> str:
        return bytes(value).decode("utf-8", "surrogatepass")


class _Marks(fields.FieldType):
    """Strings that are there or not."""

    def __init__(self) -> None:
        self.format = formats.Existence()

    def index(self, value: Iterable[str], **_: object) -> _Postings:
        for mark in value:
            yield mark.encode(), 1, 1.0, b""


def schema() -> fields.Schema:
    """Of an index in memory."""
    return fields.Schema(
        **_searched(),
        document=_Name(),
        paragraph=fields.COLUMN(columns.NumericColumn("I")),
        fingerprint=fields.COLUMN(columns.NumericColumn("Q")),
    )


def kept_schema() -> fields.Schema:
    """Of an index in a folder. Documents are numbers of 64 bits."""
    return fields.Schema(
        **_searched(),
        document=_Marks(),
        paragraph=fields.COLUMN(columns.NumericColumn("I")),
        number=fields.COLUMN(columns.NumericColumn("Q")),
        record=fields.COLUMN(columns.VarBytesColumn()),
    )


def _searched() -> dict[str, fields.FieldType]:
    return {
        "text": _Words(),
        "said": _Words(),
        "edge": _Marks(),
        INSIDE: _Marks(),
        **{name: _Marks() for name in Name},
    }


def document_of(name: str, entry: Entry) -> dict[str, Any]:
    """The fields of an entry of a document, as Whoosh takes them. Linear in the entry."""
    return {
        **_searched_of(entry),
        "document": name,
        "paragraph": entry.paragraph,
        "fingerprint": entry.fingerprint,
    }


def kept_document_of(address: str, entry: Entry, record: bytes) -> dict[str, Any]:
    """The same for an index in a folder. The address is of 16 hexadecimal digits at least."""
    return {
        **_searched_of(entry),
        "document": (address,),
        "paragraph": entry.paragraph,
        "number": number_of(address),
        "record": record,
    }


def _searched_of(entry: Entry) -> dict[str, Any]:
    words = [word[:LONGEST] for word in entry.words]
    said = [word[:LONGEST] for word in entry.said]
    return {
        "text": words,
        "said": said or None,
        "edge": _edges(words),
        INSIDE: _edges(said) or None,
        **{fact: {word[:LONGEST] for word in known} for fact, known in entry.facts.items()},
    }


def _edges(words: Iterable[str]) -> set[str]:
    return {word[:size] for word in set(words) for size in range(1, EDGE + 1)}


def key_of(document: str) -> bytes:
    """A document's name as bytes. A path may hold bytes that are no characters at all."""
    return document.encode("utf-8", "surrogatepass")
