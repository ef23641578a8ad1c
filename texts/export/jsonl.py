"""JSON Lines: one object a quotation, exact, and safe to show on a terminal."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

from texts.document import Span
from texts.export.passages import chain_of, decision_facts, in_order, joined, name_of
from texts.reading import Mode, Quotation, Reading

__all__ = ["line_of", "object_of", "objects", "place_of"]

# Left for JSON's own escapes: C0 and surrogates json.dumps would or must write so anyway. Added:
# DEL and C1, which a terminal may obey; the characters of Unicode's Bidi_Control property, which
# reorder what is shown; the two separators that end a line for JavaScript; the byte order mark.
_ESCAPED = re.compile(
    "[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ud800-\udfff\ufff9-\ufffb]"
)


def objects(
    reading: Reading, *, terms: bool = False, attitudes: bool = False, decisions: bool = False
) -> Iterator[str]:
    """One line a quotation, in order of its first character, each a JSON object.

    ``text`` is literally what the file says: the decoded characters of ``spans``, which are
    half-open character offsets into the decoded file, as are ``start`` and ``end`` everywhere.
    Pieces with others' words between them are joined by `texts.export.passages.SEAM`.
    What is not known is ``null``. Control, bidirectional and line-separating characters are
    written as ``\\uXXXX``; all others, of whatever script, as they are.
    """
    for quotation in in_order(reading, terms=terms, attitudes=attitudes):
        about = decision_facts(quotation) if decisions else {}
        yield line_of(object_of(quotation, reading) | about)


def line_of(item: dict[str, object]) -> str:
    """One line that is safe to show on a terminal and to cut at line ends."""
    return _ESCAPED.sub(_escape, json.dumps(item, ensure_ascii=False)) + "\n"


def object_of(quotation: Quotation, reading: Reading) -> dict[str, object]:
    """What a line says of a quotation, a term or an attitude."""
    document, voice = reading.document, reading.voice_of(quotation)
    is_term = quotation.mode is Mode.TERM
    return {
        "document": document.name,
        "paragraph": quotation.paragraph,
        "start": quotation.start,
        "end": quotation.end,
        "spans": [[span.start, span.end] for span in quotation.spans],
        "text": joined(document.decoded, quotation.spans),
        "mode": quotation.mode.value,
        "voice": voice and name_of(voice, reading),
        "voice_kind": voice and voice.kind and voice.kind.value,
        "source": place_of(quotation.source, document.decoded),
        "cue": place_of(quotation.cue, document.decoded),
        "stance": quotation.stance and quotation.stance.value,
        "attitude": quotation.attitude,
        # A term is attributed to nobody, so there is nothing to be certain of.
        "certainty": None if is_term else quotation.certainty.value,
        "rule": quotation.evidence.rule,
        "chain": chain_of(quotation, reading),
    }


def place_of(span: Span | None, text: str) -> dict[str, object] | None:
    """Words with their offsets into the decoded file."""
    if span is None:
        return None
    return {"start": span.start, "end": span.end, "text": span.of(text)}


def _escape(match: re.Match[str]) -> str:
    return f"\\u{ord(match[0]):04x}"
