"""A reading as bytes and back: our own compressed JSON, and nothing that could run.

Values are written as they are declared: a dataclass as the list of its fields, whose names are
written once for all of its kind. So a reading that was written before a field was thought of can
still be read, with that field's default, and a field that is no more is passed over. Offsets and
lists of them are numbers; of the text as the file has it and the harmless one only what differs
is written twice.

The document comes first, compressed by itself, since a hit that is shown needs its text only.

Reading bytes gives what was written or raises `ValueError`; whether they are what was written is
for the caller to know (`index.kept.readings` keeps them under their own hash).
"""

from __future__ import annotations

import json
import types
import zlib
from array import array
from collections.abc import Callable
from dataclasses import MISSING, fields, is_dataclass
from enum import Enum
from functools import cache
from typing import Any, Union, get_args, get_origin, get_type_hints

from texts.document import Document, ParagraphKind, Paragraphs
from texts.reading import Reading

__all__ = ["bytes_of", "document_of", "reading_of"]

_MAGIC = b"quoth reading 1\n"
_MOST = 1 << 31  # bytes of JSON: more than the longest document's, and an end to what is unpacked


def bytes_of(reading: Reading) -> bytes:
    """The bytes of a reading: the same for the same reading. Linear."""
    return _MAGIC + _packed(reading.document) + _packed(reading)


def document_of(data: bytes) -> Document:
    """The document of the reading that was written, sooner than all of it; else as `reading_of`."""
    document: Document = _parts(data, (Document,))[0]
    return document


def reading_of(data: bytes) -> Reading:
    """The reading that was written. Raises `ValueError` for any other bytes. Linear."""
    document, make = _parts(data, (Document, Reading))
    read: Reading = make(document)
    return read


def _packed(value: Document | Reading) -> bytes:
    tables: dict[str, list[str]] = {}
    row = _written(value, tables)
    text = json.dumps([tables, row], ensure_ascii=False, separators=(",", ":"))
    return zlib.compress(text.encode("utf-8", "surrogatepass"))


def _parts(data: bytes, kinds: tuple[type, ...]) -> list[Any]:
    """As many of the parts as are asked for, one compressed after the other."""
    if not data.startswith(_MAGIC):
        raise ValueError("no reading, or one of another version")
    left, parts = data[len(_MAGIC) :], []
    try:
        for kind in kinds:
            unpacking = zlib.decompressobj()
            text = unpacking.decompress(left, _MOST).decode("utf-8", "surrogatepass")
            tables, value = json.loads(text)
            parts.append(_reader_of(kind, _Tables(tables))(value))
            left = unpacking.unused_data
    except (zlib.error, TypeError, KeyError, IndexError, AttributeError, RecursionError) as error:
        raise ValueError(f"no reading: {error}") from error
    return parts


def _written(value: Any, tables: dict[str, list[str]]) -> Any:
    match value:
        case None | bool() | int() | float():
            return value
        case Enum():
            return value.value
        case str():
            return value
        case Paragraphs():
            spans = [paragraph.span for paragraph in value]
            kinds = [paragraph.kind.value for paragraph in value]
            return [
                _steps([span.start for span in spans]),
                [len(span) for span in spans],
                [] if set(kinds) == {ParagraphKind.PROSE.value} else kinds,
            ]
        case tuple() | list():
            return [_written(one, tables) for one in value]
    if not is_dataclass(value) or isinstance(value, type):
        raise TypeError(f"{type(value).__name__} has no form here")
    kind = type(value)
    names = tables.setdefault(kind.__name__, [field.name for field in fields(kind) if field.init])
    row = [None if name == "document" else _written(getattr(value, name), tables) for name in names]
    if isinstance(value, Document):
        row[names.index("decoded")] = _differing(value.text, value.decoded)
    return row


def _steps(numbers: list[int]) -> list[int]:
    return [now - before for before, now in zip([0, *numbers], numbers, strict=False)]


def _differing(text: str, decoded: str) -> list[Any] | str:
    """Where one text differs from another of its length, and how; else that other itself."""
    if text == decoded:
        return []
    if len(text) != len(decoded):
        return decoded
    places = [at for at, (one, other) in enumerate(zip(text, decoded, strict=True)) if one != other]
    return [places, "".join(decoded[at] for at in places)]


class _Tables:
    """Which fields were written of each kind of value; the readers made for them, once."""

    def __init__(self, names: dict[str, list[str]]) -> None:
        self.names = {kind: tuple(map(str, written)) for kind, written in names.items()}
        self.readers: dict[Any, _Read] = {}


_Read = Callable[[Any], Any]


def _reader_of(kind: Any, tables: _Tables) -> _Read:
    known = tables.readers.get(kind)
    if known is None:
        known = tables.readers[kind] = _made_reader(kind, tables)
    return known


def _made_reader(kind: Any, tables: _Tables) -> _Read:
    origin, inner = get_origin(kind), get_args(kind)
    if origin in (Union, types.UnionType):
        some = [one for one in inner if one is not type(None)]
        if len(some) != 1:
            raise TypeError(f"{kind} cannot be told apart")
        read = _reader_of(some[0], tables)
        return lambda value: None if value is None else read(value)
    if origin is tuple:
        if len(inner) != 2 or inner[1] is not Ellipsis:
            raise TypeError(f"{kind} is no list of one kind of thing")
        each = _reader_of(inner[0], tables)
        return lambda value: tuple([each(one) for one in value])
    if kind is Paragraphs:
        return _paragraphs
    if isinstance(kind, type) and issubclass(kind, Enum):
        members: dict[Any, Any] = {member.value: member for member in kind}
        return members.__getitem__
    if kind in (str, int, bool, float):
        return _of_type(kind)
    if is_dataclass(kind):
        return _of_fields(kind, tables)
    raise TypeError(f"{kind} has no form here")


def _of_type(kind: type) -> _Read:
    def read(value: Any) -> Any:
        if type(value) is not kind:
            raise TypeError(f"{value!r} is no {kind.__name__}")
        return value

    return read


def _of_fields(kind: Any, tables: _Tables) -> _Read:
    names, hints = tables.names.get(kind.__name__, ()), _hints(kind)
    wanted = {field.name: field for field in fields(kind) if field.init}
    lacking = [
        name
        for name, field in wanted.items()
        if name not in names and field.default is MISSING and field.default_factory is MISSING
    ]
    if lacking and names:
        raise TypeError(f"{kind.__name__} was written without {lacking[0]}")
    known = [(at, name) for at, name in enumerate(names) if name in wanted]
    if kind is Document:
        return lambda row: _document(row, names, known, tables)
    if kind is Reading:
        return lambda row: _around(row, known, tables)
    parts: list[tuple[int, str, _Read]] | None = None

    def read(row: Any) -> Any:
        # Made at the first value, for one kind may hold another of its own.
        nonlocal parts
        if parts is None:
            parts = [(at, name, _reader_of(hints[name], tables)) for at, name in known]
        return kind(**{name: part(row[at]) for at, name, part in parts})

    return read


def _around(
    row: Any, known: list[tuple[int, str]], tables: _Tables
) -> Callable[[Document], Reading]:
    """What is read of a document, which was written apart from it."""
    hints = _hints(Reading)
    values = {
        name: _reader_of(hints[name], tables)(row[at]) for at, name in known if name != "document"
    }
    return lambda document: Reading(document, **values)


def _document(
    row: Any, names: tuple[str, ...], known: list[tuple[int, str]], tables: _Tables
) -> Document:
    hints = _hints(Document)
    values = {
        name: _reader_of(hints[name], tables)(row[at]) for at, name in known if name != "decoded"
    }
    differing, text = row[names.index("decoded")], values["text"]
    if isinstance(differing, str):
        decoded = differing
    elif differing:
        characters = list(text)
        for at, character in zip(*differing, strict=True):
            characters[at] = character
        decoded = "".join(characters)
    else:
        decoded = text
    return Document(**values, decoded=decoded)


def _paragraphs(value: Any) -> Paragraphs:
    steps, lengths, kinds = value
    starts, at = array("q"), 0
    for step in steps:
        at += step
        starts.append(at)
    ends = [start + length for start, length in zip(starts, lengths, strict=True)]
    return Paragraphs(starts, ends, [_KIND_OF[kind] for kind in kinds] if kinds else None)


_KIND_OF = {kind.value: kind for kind in ParagraphKind}


@cache
def _hints(kind: Any) -> dict[str, Any]:
    return get_type_hints(kind)
