"""The sidecar: all decisions on a document, as bytes and back.

It is data from the disk, which anybody may have written: what is read is checked by hand, made
harmless, and bounded.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from itertools import pairwise
from typing import Any, Final, Self

from texts.document import Span
from texts.errors import Damaged
from texts.export.passages import folded
from texts.loading.controls import harmless
from texts.review.decision import LONGEST_NAME, Decision, Opinion, Quoted, Verdict, moment_in_words
from texts.review.placing import AROUND

__all__ = [
    "LONGEST_NOTE",
    "MOST_BYTES",
    "MOST_DECISIONS",
    "Newer",
    "Review",
    "bytes_of",
    "decision_from",
    "line_in",
    "object_of",
    "review_of",
]

_SCHEMA: Final = 1
MOST_BYTES: Final = 16 << 20
"""A sidecar is no longer; what would be is refused."""
MOST_DECISIONS: Final = 20_000
LONGEST_NOTE: Final = 2_000
_MOST_SPANS: Final = 10_000
_MOST_PLACES: Final = 200
_FARTHEST: Final = 1 << 40
_SURROGATE: Final = re.compile("[\ud800-\udfff]")


class Newer(Damaged):
    """A schema that this version does not know: sound, for whoever wrote it."""


@dataclass(frozen=True, slots=True)
class Review:
    """The decisions on a document, and by what it is known: its digests and its paths so far."""

    decisions: tuple[Decision, ...] = ()
    digests: tuple[str, ...] = ()
    paths: tuple[str, ...] = ()

    def with_decision(self, decision: Decision, instead_of: Decision | None = None) -> Self:
        """With one more, or one in place of another on the same words."""
        return replace(self, decisions=(*self.without(instead_of).decisions, decision))

    def without(self, decision: Decision | None) -> Self:
        """With one taken back."""
        return replace(self, decisions=tuple(one for one in self.decisions if one != decision))

    def known_by(self, digest: str, path: str | None) -> Self:
        """With another digest and path to be found by, the latest last."""
        paths = self.paths if path is None else _last(self.paths, path)
        return replace(self, digests=_last(self.digests, digest), paths=paths)


def _last(known: tuple[str, ...], one: str) -> tuple[str, ...]:
    return (*(other for other in known if other != one), one)[-_MOST_PLACES:]


def line_in(words: str, most: int) -> str:
    """What was typed, or read, on one line: harmless, folded, and no longer than `most`."""
    return _SURROGATE.sub("\ufffd", harmless(folded(words)))[:most].rstrip()


def bytes_of(review: Review) -> bytes:
    """A review as it is kept: JSON in UTF-8. Raises `ValueError` if it is longer than a sidecar."""
    kept = {
        "schema": _SCHEMA,
        "digests": review.digests,
        "paths": review.paths,
        "decisions": [object_of(decision) for decision in review.decisions],
    }
    data = json.dumps(kept, ensure_ascii=True, indent=1).encode()
    if len(data) > MOST_BYTES or len(review.decisions) > MOST_DECISIONS:
        raise ValueError("more decisions than a sidecar holds")
    return data


def review_of(data: bytes) -> Review:
    """The review that bytes are. Linear.

    Raises `Newer` for one of a later version, `Damaged` for whatever else they are.
    """
    try:
        if len(data) > MOST_BYTES:
            raise ValueError("too long")
        kept = json.loads(data)
        if not isinstance(kept, dict) or type(kept.get("schema")) is not int:
            raise ValueError("not a review")
        if kept["schema"] > _SCHEMA:
            raise Newer("these decisions were written by a newer quoth.")
        if kept["schema"] != _SCHEMA:
            raise ValueError("not a review of this schema")
        return Review(
            tuple(decision_from(one) for one in _list(kept["decisions"])),
            tuple(_words(one, 128) for one in _list(kept["digests"]))[-_MOST_PLACES:],
            tuple(_path(one) for one in _list(kept["paths"]))[-_MOST_PLACES:],
        )
    except (ValueError, TypeError, KeyError, RecursionError, OverflowError) as problem:
        raise Damaged("these are no decisions, or damaged ones.") from problem


def object_of(decision: Decision) -> dict[str, object]:
    """A decision as a JSON object. What is unknown is ``null``."""
    quoted, decided = decision.quoted, decision.decided
    return {
        "spans": [[span.start, span.end] for span in quoted.spans],
        "words": list(quoted.words),
        "before": quoted.before,
        "after": quoted.after,
        "had": decision.had.verdict.value,
        "had_voice": decision.had.voice,
        "decided": None if decided is None else decided.verdict.value,
        "voice": None if decided is None else decided.voice,
        "at": moment_in_words(decision.at),
        "who": decision.who,
        "note": decision.note,
    }


def decision_from(found: object) -> Decision:
    """The decision that a JSON object is. Raises `ValueError`, `TypeError` or `KeyError`."""
    if not isinstance(found, dict):
        raise TypeError("not an object")
    spans = tuple(_span(one) for one in _list(found["spans"], _MOST_SPANS))
    words = tuple(_words(one, MOST_BYTES) for one in _list(found["words"], _MOST_SPANS))
    after_one_another = all(one.end <= other.start for one, other in pairwise(spans))
    if not spans or len(words) != len(spans) or not after_one_another:
        raise ValueError("no words, or words without a place")
    quoted = Quoted(spans, words, _words(found["before"], AROUND), _words(found["after"], AROUND))
    had = _opinion(found["had"], found["had_voice"])
    if had is None:
        raise ValueError("not what had been said")
    who = found.get("who")
    return Decision(
        quoted,
        had,
        _opinion(found["decided"], found["voice"]),
        _moment(found["at"]),
        line_in(_text(found.get("note", "")), LONGEST_NOTE),
        None if who is None else line_in(_text(who), LONGEST_NAME) or None,
    )


def _opinion(verdict: object, voice: object) -> Opinion | None:
    if verdict is None:
        return None
    name = None if voice is None else line_in(_text(voice), LONGEST_NAME)
    if name is not None and not name:
        raise ValueError("a voice without a name")
    return Opinion(Verdict(_text(verdict)), name)


def _moment(found: object) -> datetime:
    moment = datetime.fromisoformat(_text(found))
    if moment.tzinfo is None:
        raise ValueError("a time without its zone")
    return moment.astimezone(UTC).replace(microsecond=0)


def _span(found: object) -> Span:
    start, end = _list(found, 2)
    # A truth value is a number to Python, and no offset to anybody.
    if type(start) is not int or type(end) is not int or not 0 <= start < end <= _FARTHEST:
        raise ValueError("not a span")
    return Span(start, end)


def _list(found: object, most: int = MOST_DECISIONS) -> list[Any]:
    if not isinstance(found, list) or len(found) > most:
        raise TypeError("not a list, or too long a one")
    return found


def _text(found: object) -> str:
    if not isinstance(found, str):
        raise TypeError("not words")
    return found


def _words(found: object, most: int) -> str:
    words = _text(found)
    if len(words) > most:
        raise ValueError("too long")
    return _SURROGATE.sub("\ufffd", harmless(words))


def _path(found: object) -> str:
    path = _text(found)
    if len(path) > 32_768 or "\0" in path:
        raise ValueError("not a path")
    return path
