"""A reading made by hand, small enough to write down what each format must say of it."""

from __future__ import annotations

import hashlib

from texts.document import Document, Origin, Paragraphs, Span
from texts.export import FORMATS
from texts.loading.controls import harmless
from texts.reading import (
    AUTHOR,
    Certainty,
    Evidence,
    Mode,
    Quotation,
    Reading,
    Stance,
    Voice,
    VoiceKind,
)

TEXT = (
    "“We waited,” said Ada Quill, the ferry’s mate, “and nobody came.”\n"
    "\n"
    "Quill quoted the log: “Fog. ‘Turn back,’ says the master.”\n"
    "\n"
    "The “all-weather” line called that\n"
    "“a [sic] *rare* event”, and said it would pay.\n"
    "\n"
    "“Who pays?”"
)


def written(form: str, reading: Reading, *, terms: bool = False, attitudes: bool = False) -> str:
    """All that a format writes of a reading."""
    export = FORMATS[form]
    return export.opening() + "".join(export.pieces(reading, terms=terms, attitudes=attitudes))


def document(decoded: str, *, name: str = "ferry.txt", origin: Origin | None = None) -> Document:
    """A document of plain text whose paragraphs are set apart by blank lines."""
    starts, ends, at = [], [], 0
    for block in decoded.split("\n\n"):
        if block:
            starts.append(at)
            ends.append(at + len(block))
        at += len(block) + 2
    return Document(
        name=name,
        text=harmless(decoded),
        decoded=decoded,
        encoding="UTF-8",
        digest=hashlib.sha256(decoded.encode("utf-8", "surrogatepass")).hexdigest(),
        paragraphs=Paragraphs(starts, ends),
        origin=origin or Origin(),
    )


def ferry(origin: Origin | None = None) -> Reading:
    """Four voices, every mode but block, a term, an attitude, a quotation in two pieces, one unresolved."""
    mate = Voice(1, "Ada Quill", VoiceKind.PERSON, ("Quill",), place("Ada Quill"))
    log = Voice(2, "the log", VoiceKind.DOCUMENT, (), place("the log"))
    master = Voice(3, "the master", None, (), place("the master"))
    line = Voice(4, "The “all-weather” line", VoiceKind.ORGANIZATION, (), place("The “all-"))
    explicit = Evidence("source beside cue")
    quotations = (
        Quotation(
            1,
            (place("“We waited,”"), place("“and nobody came.”")),
            Mode.DIRECT,
            1,
            Certainty.EXPLICIT,
            explicit,
            place("Ada Quill"),
            place("said"),
            (0, 1),
            Stance.NEUTRAL,
        ),
        Quotation(
            2,
            (place("“Fog. ‘Turn back,’ says the master.”"),),
            Mode.DIRECT,
            2,
            Certainty.EXPLICIT,
            Evidence("colon"),
            place("the log"),
            None,
            (0, 1, 2),
        ),
        Quotation(
            2,
            (place("‘Turn back,’"),),
            Mode.DIRECT,
            3,
            Certainty.EXPLICIT,
            explicit,
            place("the master"),
            place("says"),
            (0, 1, 2, 3),
        ),
        Quotation(
            3,
            (place("“a [sic] *rare* event”"),),
            Mode.MIXED,
            4,
            Certainty.EXPLICIT,
            explicit,
            place("The “all-weather” line"),
            place("called"),
            (0, 4),
        ),
        Quotation(
            3,
            (place("it would pay"),),
            Mode.INDIRECT,
            4,
            Certainty.CARRIED,
            Evidence("same subject", distance=1),
            None,
            place("said it", 4),
            (0, 4),
        ),
        Quotation(
            4,
            (place("“Who pays?”"),),
            Mode.DIRECT,
            None,
            Certainty.UNRESOLVED,
            Evidence("no source in reach"),
        ),
    )
    term = Quotation(
        3,
        (place("“all-weather”"),),
        Mode.TERM,
        None,
        Certainty.UNRESOLVED,
        Evidence("name in marks"),
    )
    attitude = Quotation(
        4,
        (place("pays"),),
        Mode.INDIRECT,
        3,
        Certainty.EXPLICIT,
        explicit,
        cue=place("Who"),
        chain=(0, 3),
        stance=Stance.THOUGHT,
        attitude=True,
    )
    made = document(TEXT, origin=origin)
    voices = (AUTHOR, mate, log, master, line)
    return Reading(made, voices, quotations, (term,), 4, (attitude,))


def place(words: str, length: int | None = None) -> Span:
    """Where `words` first stand in `TEXT`; only their first `length` characters if given."""
    start = TEXT.index(words)
    return Span(start, start + (len(words) if length is None else length))
