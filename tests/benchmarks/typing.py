"""How long a keystroke in the search box takes, beside a plain scan of the same text.

The text is made here: sentences of the samples in random order, paragraphs of about 112 words,
and in every third sentence one word changed into another that is in no sample, so that the
vocabulary grows with the size as it does in real collections. One sentence in four is a quotation
of one of nine voices.

A keystroke is one search of the line as typed so far, with the first fifty hits cut into
snippets; the lines are two neighbouring words, typed letter by letter, and the same under
``in:quotes`` and as a phrase. "as it stands" is what the reader's own search asks: all hits of
the document in order, with all their places. CPU milliseconds, the best of three runs of each
line. The scan is a regular expression a word over every paragraph, without folding, ranking,
places or voices.

Below that: how long a thread that only sleeps a millisecond at a time has to wait for its turn
while another adds a long document, with the switch interval that the reader sets. "held" is a
wait as far as this very process was at work in it; the rest is what else the machine does.
"""

from __future__ import annotations

import random
import re
import statistics
import sys
import threading
import time
from collections.abc import Callable, Iterator
from functools import cache, partial

from index.errors import NothingYet
from index.hits import snippet
from index.library import Library
from index.query import parse
from texts.document import Document, Paragraphs, Span
from texts.reading import AUTHOR, Certainty, Evidence, Mode, Quotation, Reading, Voice, VoiceKind
from texts.samples import path_of, sample_names

_SIZES = (100, 1_000, 5_000)
_WORDS = 112
_PAIRS = 12
_RUNS = 3
_LONG = (5_000, 20_000)
_SWITCH = 0.0005  # seconds
_SEED = 20
_END = re.compile(r"(?<=[.!?])\s+")
_WORD = re.compile(r"[^\W\d_]+")


_HEADER = (
    "paragraphs  built/CPU s  line             keys   p50 ms   p95 ms   "
    "scan: p50      p95   p95 in scans"
)
_ADDING = "paragraphs  added/CPU s   held: p50 ms   p99 ms   longest ms"


def run() -> str:
    typing = [_HEADER, *(row for size in _SIZES for row in _rows(size))]
    return "\n".join([*typing, "", _ADDING, *map(_turns, _LONG)])


def _rows(size: int) -> Iterator[str]:
    reading = _reading(size)
    library = Library()
    before = time.process_time()
    library.add(reading)
    built = f"{size:>10,}  {size / (time.process_time() - before):>11,.0f}"
    paragraphs = [reading.document.words_of(one.span) for one in reading.document.paragraphs]
    for name, ranked, lines in _workload(paragraphs):
        ours = [_least(partial(_keystroke, library, reading, line, ranked)) for line in lines]
        scan = [_least(partial(_scan, paragraphs, line)) for line in lines]
        yield (
            f"{built}  {name:15} {len(lines):>5} {_at(ours, 50):>8.2f} {_at(ours, 95):>8.2f}   "
            f"{_at(scan, 50):>9.2f} {_at(scan, 95):>8.2f}   {_at(ours, 95) / _at(scan, 95):>12.2f}"
        )
        built = " " * len(built)
    library.close()


def _turns(size: int) -> str:
    """What a thread that draws would feel while a document is added."""
    library, reading = Library(), _reading(size)
    adding = threading.Thread(target=library.add, args=[reading])
    interval = sys.getswitchinterval()
    sys.setswitchinterval(_SWITCH)
    waits: list[float] = []
    began = time.process_time()
    adding.start()
    while adding.is_alive():
        clock, spent = time.perf_counter(), time.process_time()
        time.sleep(0.001)
        waits.append(min(time.perf_counter() - clock, time.process_time() - spent) * 1000)
    rate = size / (time.process_time() - began)
    sys.setswitchinterval(interval)
    library.close()
    return (
        f"{size:>10,}  {rate:>11,.0f}   {_at(waits, 50):>12.1f} {_at(waits, 99):>8.1f} "
        f"{max(waits):>12.1f}"
    )


def _keystroke(library: Library, reading: Reading, line: str, ranked: bool) -> None:
    results = library.search(line, typing=True, ranked=ranked, limit=50 if ranked else None)
    for hit in results.hits[:50]:
        snippet(reading.document, hit, 80)
    if not ranked:
        results.hits.places()


def _scan(paragraphs: list[str], line: str) -> int:
    *whole, begun = _WORD.findall(line.removeprefix("in:quotes"))
    looked_for = [re.compile(rf"\b{word}\b", re.IGNORECASE) for word in whole]
    looked_for.append(re.compile(rf"\b{begun}", re.IGNORECASE))
    return sum(all(word.search(text) for word in looked_for) for text in paragraphs)


def _workload(paragraphs: list[str]) -> Iterator[tuple[str, bool, list[str]]]:
    """Kinds of lines: what they are, whether ranked, and the lines as they grow."""
    choose = random.Random(_SEED)  # noqa: S311
    pairs: list[tuple[str, str]] = []
    while len(pairs) < _PAIRS:
        found = _WORD.findall(choose.choice(paragraphs))
        at = choose.randrange(len(found) - 1)
        pairs.append((found[at], found[at + 1]))
    plain = [keys for first, second in pairs for keys in _typed("", f"{first} {second}")]
    phrases = [keys for first, second in pairs for keys in _typed("", f'"{first} {second}')]
    quoted = [keys for first, second in pairs for keys in _typed("in:quotes ", f"{first} {second}")]
    yield "two words", True, plain
    yield "phrase", True, phrases
    yield "in:quotes", True, quoted
    yield "as it stands", False, plain


def _typed(before: str, line: str) -> Iterator[str]:
    """The line after each keystroke that asks something."""
    for end in range(1, len(line) + 1):
        try:
            parse(before + line[:end], typing=True)
        except NothingYet:
            continue
        yield before + line[:end]


@cache
def _sentences() -> tuple[list[str], list[str]]:
    """The sentences of the samples, and their words."""
    sentences = [
        sentence
        for name in sample_names()
        if path_of(name).suffix == ".txt"
        for sentence in _END.split(path_of(name).read_text(encoding="utf-8"))
        if _WORD.search(sentence)
    ]
    return sentences, sorted({word for sentence in sentences for word in _WORD.findall(sentence)})


def _reading(size: int, name: str = "generated", seed: int = _SEED) -> Reading:
    choose = random.Random(seed)  # noqa: S311
    sentences, vocabulary = _sentences()
    voices = (
        AUTHOR,
        *(Voice(at, choose.choice(vocabulary), VoiceKind.PERSON) for at in range(1, 10)),
    )
    starts, ends, quotations = [], [], []
    pieces: list[str] = []
    length = 0
    for number in range(1, size + 1):
        starts.append(length)
        words = 0
        while words < _WORDS:
            sentence = " ".join(choose.choice(sentences).split())
            if choose.random() < 1 / 3:
                sentence = _changed(sentence, vocabulary, choose)
            words += len(_WORD.findall(sentence))
            if choose.random() < 1 / 4:
                span = Span(length, length + len(sentence))
                quotations.append(_quotation(number, span, choose.randrange(1, 10)))
            pieces.append(sentence)
            length += len(sentence) + 1
        ends.append(length - 1)
    text = " ".join(pieces)
    document = Document(name, text, text, "UTF-8", "", Paragraphs(starts, ends))
    return Reading(document, voices, tuple(quotations), covers=size)


def _changed(sentence: str, vocabulary: list[str], choose: random.Random) -> str:
    """The sentence with one word grown by the end of another."""
    grown = choose.choice(_WORD.findall(sentence))
    return sentence.replace(grown, grown + choose.choice(vocabulary)[-3:].lower(), 1)


def _quotation(paragraph: int, span: Span, voice: int) -> Quotation:
    return Quotation(
        paragraph,
        (span,),
        Mode.DIRECT,
        voice,
        Certainty.EXPLICIT,
        Evidence("generated"),
        chain=(0, voice),
    )


def _least(work: Callable[[], object]) -> float:
    """The least CPU milliseconds of a few runs: what is added by others is left out."""
    spent = []
    for _ in range(_RUNS):
        before = time.process_time()
        work()
        spent.append((time.process_time() - before) * 1000)
    return min(spent)


def _at(spent: list[float], percent: int) -> float:
    return statistics.quantiles(spent, n=100)[percent - 1]
