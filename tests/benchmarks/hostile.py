"""How much slower hostile texts are than prose of the same length: CPU time, as a ratio.

Loading, attribution and writing as JSON Lines, each beside the same on prose. A ratio that grows with
the length would show work that is not linear; above 4 it is too much.
"""

from __future__ import annotations

import time
from typing import Final

from texts.attribution import attribute
from texts.export import FORMATS
from texts.loading import read_text
from texts.samples import path_of, sample_names

_SIZE: Final = 1_000_000
_LARGE: Final = 10_000_000

PIECES: Final = {
    "prose, one paragraph": "Ann Lee said, “We close at six.” The plan was bad, he said. ",
    "one letter": "a",
    "one capital": "A",
    "spaces and letters": "a ",
    "capitals": "ABC ",
    "names": "Ann Lee ",
    "names and stops": "Ann Lee. ",
    "commas": ",",
    "commas and words": "so, ",
    "full stops": ".",
    "stops and letters": "a. ",
    "newlines": "a\n",
    "blank lines": "a\n\n",
    "digits": "7",
    "dashes": "— ",
    "asterisks": "* ",
    "brackets": "( [ ",
    "signs of quotation": "> a\n",
    "indents": "a:\n    b\n",
    "“": "“",
    "“ and words": "“x ",
    "”": "”",
    "” and words": "x.” ",
    '"': '"',
    '" and words': '"x ',
    "‘": "‘ ",
    "’": "’ ",
    "' and words": "'x ",
    "s’": "s’ ",
    "‘ and s’": "‘dogs’ ",
    "«": "« ",
    "»": "» ",
    "''": "''x ",
    "``": "``x ",
    "「": "「x",
    "nested marks": "“a ‘b “c ‘d e’ f” g’ h,” he said. ",
    "tiny quotations": "“a” ",
    "tiny quotations, credited": '"a" said b. ',
    "tiny quotations of names": "“Go,” said Ann Lee. ",
    "tiny paragraphs": "“Go,” said Ann.\n\n",
    "open paragraphs": "“I went.\n",
    "a conversation": "“Go?” said Ann.\nTom went. He saw her.\n",
    "dashes and turns": "—No —said Ann—. Go.\n",
    "labels": "ANN: a\nBOB: b\n",
    "said": "said ",
    "He said": "He said ",
    "he said that": "he said that ",
    "who said": "Ann, who said, ",
    "according to": "according to ",
    "the report said": "the report said it is so. ",
    "claims": "his claim that ",
    "by": "was said by ",
    "the": "the ",
}


def run() -> str:
    prose = "\n\n".join(path_of(name).read_text(encoding="utf-8") for name in sample_names())
    lines = [f"{'':28}{'load':>8}{'attribute':>11}{'write':>8}   × prose"]
    normal = {size: _spent(_filled(prose, size)) for size in (_SIZE, _LARGE)}
    for name, piece in PIECES.items():
        lines.append(_line(name, _spent(_filled(piece, _SIZE)), normal[_SIZE]))
    joined = _filled(" ".join(prose.split()) + " ", _SIZE)
    lines.append(_line("the same prose, joined", _spent(joined), normal[_SIZE]))
    single = _filled(PIECES["prose, one paragraph"], _LARGE)
    lines.append(_line("10 MB in one paragraph", _spent(single), normal[_LARGE]))
    return "\n".join(lines)


def _line(name: str, spent: list[float], normal: list[float]) -> str:
    load, attribution, write_ = (one / other for one, other in zip(spent, normal, strict=True))
    return f"{name:28}{load:8.1f}{attribution:11.1f}{write_:8.1f}"


def _filled(piece: str, size: int) -> str:
    return (piece * (size // len(piece) + 1))[:size]


def _spent(text: str) -> list[float]:
    """CPU seconds of loading, attributing and writing a text."""
    data = text.encode()
    begun = time.process_time()
    document = read_text("text.txt", data)
    loaded = time.process_time()
    reading = attribute(document)
    attributed = time.process_time()
    for _ in FORMATS["jsonl"].pieces(reading, terms=True, attitudes=True):
        pass
    return [loaded - begun, attributed - loaded, time.process_time() - attributed]
