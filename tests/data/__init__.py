"""Texts with their right answers (gold), and a text that means harm.

Each file of ``gold/`` belongs to the text of the same name that ships in `texts.samples`. Its
conventions:

* A quotation's content has one span a paragraph, or one a piece where it is interrupted
  (“A,” she said. “B.”). Quotation marks are inside it, end marks outside them are not.
* ``direct``: a whole statement in marks. ``mixed``: marks round a part; the content is the whole
  reported clause, or the marked words alone where there is no clause (*called it “a shame”*).
  ``indirect``: no marks; the clause ends before a tail that may be the author's own.
  ``block``: words set apart by layout.
* A quotation inside another one is an item of its own, be it in marks or not. ``chain`` names the voices between the
  author and the speaker, outermost first, the speaker last; it is given where there are any.
* ``speaker`` is the fullest name the text gives, one of ``characters``; `None` where nobody can be
  credited. A document speaks for the organisation or the people whose it is, where that is said.
  In a transcript's turn the source is the label without its colon.
  ``certainty`` is `None` where two answers can be defended.
* A paragraph is ``quoted`` where it holds words of a direct or block quotation, ``mixed`` where
  it holds parts in marks only, ``author`` where nothing in marks is attributed. They are
  numbered from 0.
* ``…words``, ``begins`` and ``ends`` repeat what the spans hold, for readers and for the tests.

``hostile.txt`` holds what must be shown and never obeyed; `hostile_text` adds a very long line.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from texts.document import Span
from texts.reading import Certainty, Mode, ParagraphVoice, VoiceKind

__all__ = [
    "Gold",
    "GoldCharacter",
    "GoldParagraph",
    "GoldQuotation",
    "GoldTerm",
    "gold",
    "gold_names",
    "hostile_bytes",
    "hostile_text",
]

_HERE = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class GoldQuotation:
    """A quotation as a careful reader marks it. Spans are offsets into the decoded file."""

    kind: Mode
    speaker: str | None
    certainty: Certainty | None
    chain: tuple[str, ...]
    content: tuple[Span, ...]
    content_words: tuple[str, ...]
    source: tuple[Span, ...]
    source_words: tuple[str, ...]
    cue: tuple[Span, ...]
    cue_words: tuple[str, ...]
    note: str | None


@dataclass(frozen=True, slots=True)
class GoldTerm:
    """Words in marks that quote nobody."""

    span: Span
    words: str
    note: str | None


@dataclass(frozen=True, slots=True)
class GoldParagraph:
    """A paragraph, numbered from 0, and whose words it holds."""

    number: int
    span: Span
    begins: str
    ends: str
    voice: ParagraphVoice
    note: str | None


@dataclass(frozen=True, slots=True)
class GoldCharacter:
    """Somebody who speaks, and the other words the text has for them."""

    name: str
    kind: VoiceKind
    aliases: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Gold:
    """The right answers for one text."""

    name: str
    genre: str
    quotations: tuple[GoldQuotation, ...]
    terms: tuple[GoldTerm, ...]
    paragraphs: tuple[GoldParagraph, ...]
    characters: tuple[GoldCharacter, ...]


def gold_names() -> tuple[str, ...]:
    """The names of all texts that have gold, sorted."""
    return tuple(sorted(path.stem for path in (_HERE / "gold").glob("*.json")))


@cache
def gold(name: str) -> Gold:
    """The gold of the text `name`. A key that is missing or unknown is an error."""
    found = json.loads((_HERE / "gold" / f"{name}.json").read_text(encoding="utf-8"))
    return Gold(
        name=found["id"],
        genre=found["genre"],
        quotations=tuple(_quotation(item) for item in found["quotes"]),
        terms=tuple(
            GoldTerm(Span(*item["span"]), item["words"], item.get("note"))
            for item in found["not_quotations"]
        ),
        paragraphs=tuple(
            GoldParagraph(
                item["number"],
                Span(*item["span"]),
                item["begins"],
                item["ends"],
                ParagraphVoice(item["voice"]),
                item.get("note"),
            )
            for item in found["paragraphs"]
        ),
        characters=tuple(
            GoldCharacter(item["name"], VoiceKind(item["kind"]), tuple(item["aliases"]))
            for item in found["characters"]
        ),
    )


def hostile_bytes(*, long_line: bool = True) -> bytes:
    """`hostile_text` as a file holds it."""
    return hostile_text(long_line=long_line).encode("utf-8")


@cache
def hostile_text(*, long_line: bool = True) -> str:
    """All that a text could hold to do harm, and at its end one line of a million characters.

    The line is a quotation with a named speaker: half of it words, half without any space.
    """
    text = (_HERE / "hostile.txt").read_bytes().decode("utf-8")
    if not long_line:
        return text
    half = 500_000
    return f"{text}\n“{'on and ' * (half // 7)}{'on' * (half // 2)},” said Ada Quill.\n"


def _quotation(item: dict[str, Any]) -> GoldQuotation:
    return GoldQuotation(
        kind=Mode(item["kind"]),
        speaker=item["speaker"],
        certainty=None if item["certainty"] is None else Certainty(item["certainty"]),
        chain=tuple(item.get("chain", ())),
        content=_spans(item["content"]),
        content_words=tuple(item["content_words"]),
        source=_spans(item["source"]),
        source_words=tuple(item["source_words"] or ()),
        cue=_spans(item["cue"]),
        cue_words=tuple(item["cue_words"] or ()),
        note=item.get("note"),
    )


def _spans(found: list[list[int]] | None) -> tuple[Span, ...]:
    return tuple(Span(start, end) for start, end in found or ())
