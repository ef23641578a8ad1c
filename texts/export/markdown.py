"""Markdown: a page a document, to be read, pasted into notes and taken on from there.

The page is CommonMark with one table as GitHub has them. No word of a document is live in it: what
Markdown, HTML or an eager link finder would obey is escaped.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import Final

from texts.export.passages import chain_of, decision_facts, folded, in_order, joined, name_of
from texts.loading.controls import harmless, harmless_path
from texts.reading import Certainty, Mode, Quotation, Reading

__all__ = ["escaped", "page"]

_NOBODY: Final = "no attribution found"
_COUNTED: Final = (Mode.DIRECT, Mode.BLOCK, Mode.MIXED, Mode.INDIRECT)
_MODES: Final = {
    Mode.DIRECT: "direct (verbatim)",
    Mode.BLOCK: "block (verbatim)",
    Mode.MIXED: "mixed (verbatim inside the marks)",
    Mode.INDIRECT: "indirect (reported, not verbatim)",
    Mode.TERM: "term (quotes nobody)",
}
_ATTITUDE: Final = "attitude (a belief, a feeling or an intention, not speech)"

_ENTITIES: Final = {"&": "&amp;", "<": "&lt;", ">": "&gt;"}
_SIGNS: Final = "\\`*_{}[]#|~$^@"
"""What CommonMark, tables, formulas and mentions are made of, wherever they stand; the backslash first."""
# What makes a bare address a link: before a letter, which may be an underscore that is escaped by then.
_IN_ADDRESSES = re.compile(
    r"""(?: :(?=[^\W\d]|\\_|/)
        | \.(?<=[^\s.]\.)(?=[^\W\d]|\\_) )""",
    re.VERBOSE,
)
# At the start what could begin a list, a heading line or a fenced block.
_FIRST = re.compile(r"(?:\d{1,3}(?=[.)]))|(?=[!%()+,./:;=?-])")


def page(
    reading: Reading, *, terms: bool = False, attitudes: bool = False, decisions: bool = False
) -> Iterator[str]:
    """The document's heading, its voices with their counts, and each quotation with its place.

    The voices are counted by quotations; terms and attitudes are not counted. Words are harmless
    and on one line.
    """
    yield from _opening(reading)
    yield from _voices(reading)
    yield "## Quotations\n\n"
    for number, quotation in enumerate(in_order(reading, terms=terms, attitudes=attitudes), 1):
        yield _entry(number, quotation, reading, decisions=decisions)


def escaped(words: str) -> str:
    """`words` on one line, harmless, and dead: Markdown that shows just these words. Linear."""
    dead = folded(harmless(words))
    for sign in _SIGNS:
        dead = dead.replace(sign, f"\\{sign}")
    for sign, entity in _ENTITIES.items():
        dead = dead.replace(sign, entity)
    dead = _IN_ADDRESSES.sub(r"\\\g<0>", dead)
    first = _FIRST.match(dead)
    return f"{first[0]}\\{dead[first.end() :]}" if first else dead


def _opening(reading: Reading) -> Iterator[str]:
    document = reading.document
    origin = document.origin
    name = escaped(harmless_path(document.name))
    yield f"# {escaped(origin.title) if origin.title else name}\n\n"
    known = (origin.author, origin.outlet, origin.date, origin.address)
    stated = " · ".join(escaped(words) for words in known if words)
    if stated:
        yield f"{stated}\n\n"
    if origin.note:
        yield f"{escaped(origin.note)}\n\n"
    yield f"{name} · {document.encoding} · SHA-256 {document.digest}\n\n"
    if reading.covers < len(document.paragraphs):
        yield f"Read as far as paragraph {reading.covers} of {len(document.paragraphs)}.\n\n"


def _voices(reading: Reading) -> Iterator[str]:
    counts: dict[int | None, Counter[Mode]] = {}
    for quotation in reading.quotations:
        counts.setdefault(quotation.voice, Counter())[quotation.mode] += 1
    yield "## Voices\n\n"
    yield _table_row("Voice", "Kind", *(mode.value for mode in _COUNTED), "all")
    yield _table_row("---", "---", *("---:" for _ in _COUNTED), "---:")
    for voice in reading.voices:
        if found := counts.get(voice.number):
            kind = voice.kind.value if voice.kind else ""
            yield _counted_row(escaped(name_of(voice, reading)), kind, found)
    if found := counts.get(None):
        yield _counted_row(_NOBODY, "", found)
    yield "\n"


def _counted_row(name: str, kind: str, found: Counter[Mode]) -> str:
    return _table_row(name, kind, *(str(found[mode]) for mode in _COUNTED), str(found.total()))


def _table_row(*cells: str) -> str:
    return "".join(f"| {cell} " for cell in cells) + "|\n"


def _entry(number: int, quotation: Quotation, reading: Reading, *, decisions: bool) -> str:
    text, voice = reading.document.text, reading.voice_of(quotation)
    is_term = quotation.mode is Mode.TERM
    name = "a term" if is_term else escaped(name_of(voice, reading)) if voice else _NOBODY
    facts = [_ATTITUDE if quotation.attitude else _MODES[quotation.mode]]
    if chain := chain_of(quotation, reading):
        facts.append(" › ".join(escaped(link) for link in chain))
    if quotation.source:
        facts.append(f"source: {escaped(quotation.source.of(text))}")
    if quotation.cue:
        stance = f" ({quotation.stance})" if quotation.stance else ""
        facts.append(f"cue: {escaped(quotation.cue.of(text))}{stance}")
    if not is_term:
        facts.append(_certainty(quotation))
    if decisions:
        told = decision_facts(quotation).items()
        facts += [f"{name.replace('_', ' ')}: {escaped(words)}" for name, words in told if words]
    places = ", ".join(f"{span.start}–{span.end}" for span in quotation.spans)
    facts.append(f"paragraph {quotation.paragraph}, characters {places}")
    return (
        f"### {number}. {name}\n\n"
        f"> {escaped(joined(text, quotation.spans))}\n\n"
        f"{' · '.join(facts)}\n\n"
    )


def _certainty(quotation: Quotation) -> str:
    distance = quotation.evidence.distance
    if quotation.certainty is not Certainty.CARRIED or not distance:
        return quotation.certainty.value
    return f"carried ({distance} sentence{'s' if distance > 1 else ''} away)"
