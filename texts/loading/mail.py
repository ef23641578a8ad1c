"""E-mail: the words of a message, what it quotes as block quotes; attachments are left out and named.

After RFC 5322, RFC 2045 to 2049 for the parts, and RFC 3676 for lines that flow.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from dataclasses import dataclass
from email import policy
from email.errors import CloseBoundaryNotFoundDefect, StartBoundaryNotFoundDefect
from email.message import EmailMessage, Message
from email.parser import BytesParser
from email.utils import getaddresses, parsedate_to_datetime
from typing import Final

from texts.document import Origin, ParagraphKind
from texts.errors import NotText
from texts.loading.decoding import decode, refuse_what_is_no_text
from texts.loading.extract import Extract, folded
from texts.loading.markup import walk
from texts.loading.plain import is_hard_wrapped, kinds_of
from texts.loading.stated import named

__all__ = ["read"]

_QUOTED: Final = re.compile(r"(?:>[ \t]?)+")
_SIGNATURE: Final = "-- "
_EXPECTED: Final = ("from", "subject", "date", "to", "received", "message-id")
_CUT_OFF: Final = (CloseBoundaryNotFoundDefect, StartBoundaryNotFoundDefect)
_MOST_NAMED: Final = 5


def read(data: bytes, shown: str) -> Extract:
    """The text of a message, its subject as a heading. Raises `NotText`. Linear in the data.

    Of a message that comes as plain text and as a page, the plain text is read.
    """
    refuse_what_is_no_text(data, shown)
    message = BytesParser(EmailMessage, policy=policy.default).parsebytes(data)
    if not any(name in message for name in _EXPECTED):
        raise NotText(f"{shown} is no e-mail: it does not begin with who sent it.")
    extract = Extract(
        encoding="as the message declares", origin=_origin(message), left_out=_left_out(message)
    )
    blocks = list(_body(message, shown))
    subject = extract.origin.title
    if subject and blocks and blocks[0][0] != subject:
        extract.add(subject, ParagraphKind.HEADING)
    for words, kind in blocks:
        extract.add(words, kind)
    return extract


def _origin(message: EmailMessage) -> Origin:
    return Origin(
        title=named(_header(message, "subject")),
        author=named(_sender(message)),
        date=_day(message),
    )


def _header(message: EmailMessage, name: str) -> str | None:
    try:
        value = message[name]
    except (ValueError, TypeError, LookupError, AttributeError, IndexError):
        # What the standard library cannot make sense of is not known.
        return None
    return None if value is None else str(value)


def _sender(message: EmailMessage) -> str | None:
    for name, address in getaddresses([_header(message, "from") or ""]):
        return name or address or None
    return None


def _day(message: EmailMessage) -> str | None:
    try:
        return parsedate_to_datetime(_header(message, "date") or "").date().isoformat()
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


def _left_out(message: EmailMessage) -> str | None:
    """What is said of parts that are no text of the message, or are missing."""
    if any(isinstance(defect, _CUT_OFF) for part in message.walk() for defect in part.defects):
        return "the message seems to be cut off: it has no end"
    names = [
        part.get_filename() or part.get_content_type()
        for part in message.walk()
        if not part.is_multipart()
        and (part.get_filename() or part.get_content_maintype() != "text")
    ]
    if not names:
        return None
    several = "s" if len(names) > 1 else ""
    more = ", …" if len(names) > _MOST_NAMED else ""
    return f"{len(names)} attachment{several} left out: {', '.join(names[:_MOST_NAMED])}{more}"


def _body(message: EmailMessage, shown: str) -> Iterator[tuple[str, ParagraphKind]]:
    plain, page = (_text(message.get_body((form,))) for form in ("plain", "html"))
    if plain is not None and plain.words.strip():
        yield from _plain_blocks(plain)
    elif page is not None:
        for block in walk(page.words, shown):
            if not block.where.silent:
                yield block.words, block.where.kind


_NO_CHARACTER_SETS = frozenset(
    ("unicode-escape", "raw-unicode-escape", "punycode", "idna", "undefined", "mbcs", "oem")
)


@dataclass(frozen=True, slots=True)
class _Text:
    words: str
    flows: bool = False
    drops_space: bool = False


def _text(part: Message | None) -> _Text | None:
    if part is None:
        return None
    data = part.get_payload(decode=True)
    if not isinstance(data, bytes):
        return None
    charset = str(part.get_param("charset", "") or "")
    try:
        words = data.decode(_character_set(charset or "ascii"))
    except (LookupError, ValueError):
        words = decode(data, "the message")[0]
    flows = str(part.get_param("format", "") or "").lower() == "flowed"
    drops = str(part.get_param("delsp", "") or "").lower() == "yes"
    return _Text(words, flows, drops)


def _character_set(declared: str) -> str:
    """The codec of a character set that mail may declare. Raises `LookupError` for any other.

    Python also calls codecs what would make other words of those that were sent: escapes, say.
    """
    name = codecs.lookup(declared).name
    if name in _NO_CHARACTER_SETS:
        raise LookupError(declared)
    return name


@dataclass(slots=True)
class _Line:
    words: str
    depth: int


def _plain_blocks(text: _Text) -> Iterator[tuple[str, ParagraphKind]]:
    lines, signature = _lines(text)
    joined = "\n".join(line.words for line in lines)
    spans, at = [], 0
    for line in lines:
        if stripped := line.words.strip():
            start = at + line.words.index(stripped[0])
            spans.append((start, start + len(stripped)))
        at += len(line.words) + 1
    wrapped = not text.flows and is_hard_wrapped(joined, spans)
    runs: list[tuple[list[str], int]] = []
    above: int | None = None
    for line in lines:
        words = line.words.strip()
        if not words:
            above = None
        elif wrapped and above == line.depth:
            runs[-1][0].append(words)
        else:
            runs.append(([words], line.depth))
            above = line.depth
    paragraphs = [(" ".join(pieces), depth) for pieces, depth in runs]
    kinds = iter(_kinds([words for words, depth in paragraphs if not depth]))
    for words, depth in paragraphs:
        yield folded(words), ParagraphKind.BLOCK_QUOTE if depth else next(kinds)
    if signature:
        yield folded(" ".join(signature)), ParagraphKind.FURNITURE


def _kinds(paragraphs: list[str]) -> list[ParagraphKind]:
    spans, at = [], 0
    for words in paragraphs:
        spans.append((at, at + len(words)))
        at += len(words) + 2
    return kinds_of("\n\n".join(paragraphs), spans)


def _lines(text: _Text) -> tuple[list[_Line], list[str]]:
    """The lines without their quotation signs, those that flow joined, and the signature's."""
    lines: list[_Line] = []
    signature: list[str] | None = None
    goes_on = False
    for raw in text.words.replace("\r\n", "\n").split("\n"):
        quoted = _QUOTED.match(raw)
        depth = quoted[0].count(">") if quoted else 0
        words = raw[quoted.end() :] if quoted else raw
        if signature is not None:
            signature.append(words)
            continue
        if words == _SIGNATURE and not depth:
            signature = []
            continue
        if text.flows and words.startswith(" "):
            words = words[1:]
        if goes_on and lines and lines[-1].depth == depth:
            lines[-1].words += words
        else:
            lines.append(_Line(words, depth))
        goes_on = text.flows and words.endswith(" ") and words != _SIGNATURE
        if goes_on and text.drops_space:
            lines[-1].words = lines[-1].words[:-1]
    return lines, [words for words in signature or [] if words.strip()]
