"""What a loading process answers: bounded JSON, and nothing in it is believed unchecked."""

from __future__ import annotations

import json
import re
from dataclasses import asdict, fields
from itertools import pairwise

from texts import errors
from texts.document import Document, Origin, ParagraphKind, Paragraphs
from texts.errors import Damaged, NoText, TextsError, TooMuch
from texts.loading.controls import harmless, harmless_path
from texts.loading.extract import Extract
from texts.loading.limits import LONGEST_TEXT

__all__ = ["LARGEST_ANSWER", "document_of", "packed", "packed_error"]

LARGEST_ANSWER = 6 * LONGEST_TEXT
"""The most bytes of an answer: as many as the longest text may take, with its paragraphs."""

_KINDS = tuple(ParagraphKind)
_ERRORS = {
    name: kind
    for name in errors.__all__
    if issubclass(kind := getattr(errors, name), TextsError) and kind is not TextsError
}
_LONGEST_SENTENCE = 2_000
_LONGEST_FACT = 1_000
_SURROGATE = re.compile("[\ud800-\udfff]")


def packed(extract: Extract, shown: str) -> bytes:
    """An extract as bytes. Raises `NoText` where nothing was taken out, or `TooMuch`."""
    text, spans, hyphens = extract.whole()
    if not spans:
        raise NoText(f"{shown} holds no words; there is nothing to read in it.")
    if len(text) > LONGEST_TEXT:
        raise TooMuch(
            f"{shown} holds more than {LONGEST_TEXT:,} characters; split it into smaller files."
        )
    answer = {
        "text": _SURROGATE.sub("\ufffd", text),
        "starts": [start for start, _, _ in spans],
        "ends": [end for _, end, _ in spans],
        "kinds": [_KINDS.index(kind) for _, _, kind in spans],
        "hyphens": hyphens,
        "encoding": extract.encoding,
        "left_out": extract.left_out and _SURROGATE.sub("\ufffd", extract.left_out),
        "origin": {
            key: _SURROGATE.sub("\ufffd", value)
            for key, value in asdict(extract.origin).items()
            if value
        },
    }
    return json.dumps(answer, ensure_ascii=False, separators=(",", ":")).encode()


def packed_error(problem: TextsError) -> bytes:
    """An error as bytes."""
    words = _SURROGATE.sub("\ufffd", str(problem)[:_LONGEST_SENTENCE])
    return json.dumps({"error": type(problem).__name__, "words": words}).encode()


def document_of(answer: bytes, *, name: str, form: str, digest: str) -> Document:
    """The document that an answer holds. Raises the `TextsError` that it holds instead.

    An answer that is not as it must be raises `Damaged`: a file that took over the process
    that read it gets no further. Linear in the answer.
    """
    try:
        values = json.loads(answer)
        if "error" in values:
            words = harmless_path(_string(values["words"], _LONGEST_SENTENCE))
            raise _ERRORS.get(values["error"], Damaged)(words)
        return _document(values, name, form, digest)
    except (ValueError, TypeError, KeyError, IndexError, RecursionError):
        raise Damaged(f"{name} cannot be read: its {form} reader gave no sense.") from None


def _document(values: dict[str, object], name: str, form: str, digest: str) -> Document:
    decoded = _string(values["text"], LONGEST_TEXT)
    starts, ends = _numbers(values["starts"]), _numbers(values["ends"])
    hyphens = _numbers(values["hyphens"])
    kinds = [_KINDS[code] for code in _numbers(values["kinds"])]
    edges = [0, *(edge for span in zip(starts, ends, strict=True) for edge in span), len(decoded)]
    if not starts or any(one > other for one, other in pairwise(edges)):
        raise ValueError("paragraphs out of order")
    if any(start == end for start, end in zip(starts, ends, strict=True)):
        raise ValueError("an empty paragraph")
    if any(one > other for one, other in pairwise([0, *hyphens, len(decoded)])):
        raise ValueError("hyphens out of order")
    return Document(
        name=name,
        text=harmless(decoded),
        decoded=decoded,
        encoding=harmless_path(_string(values["encoding"], _LONGEST_FACT)),
        digest=digest,
        paragraphs=Paragraphs(starts, ends, kinds),
        origin=_origin(values["origin"]),
        format=form,
        hyphens=tuple(hyphens),
        left_out=None if values["left_out"] is None else _fact(values["left_out"]),
    )


def _origin(value: object) -> Origin:
    if not isinstance(value, dict):
        raise TypeError("no origin")
    known = {field.name for field in fields(Origin)}
    facts = {key: _fact(words) for key, words in value.items() if key in known}
    return Origin(**{key: words for key, words in facts.items() if words})


def _fact(value: object) -> str:
    """A few words on one line, harmless."""
    return harmless(" ".join(_string(value, None).split())[:_LONGEST_FACT])


def _string(value: object, most: int | None) -> str:
    if not isinstance(value, str) or (most is not None and len(value) > most):
        raise TypeError("no words, or too many")
    value.encode()  # A `ValueError` where half a character stands alone.
    return value


def _numbers(value: object) -> list[int]:
    if not isinstance(value, list) or any(type(number) is not int for number in value):
        raise TypeError("no numbers")
    if value and min(value) < 0:
        raise ValueError("an offset before the beginning")
    return value
