"""`quoth why`: for one paragraph, whom each thing in it is credited to, and what spoke for whom."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterator, Sequence
from textwrap import wrap
from typing import Final

from texts.attribution import explain
from texts.attribution.trace import Why
from texts.export.explanations import explanations
from texts.loading.controls import harmless_path
from tui.errors import UserError
from tui.explaining import dropped_in_words, explanation_in_words, headline
from tui.headless.opening import Opening
from tui.places import paragraph_of, split_place
from tui.wording import paragraph_in_words, remainder_in_words

__all__ = ["print_why"]

_WIDTH: Final = 100
"""Of the lines where standard output is no terminal."""
_LABEL: Final = 13
_INDENT: Final = 4


def print_why(places: Sequence[str], form: str) -> int:
    """Explain each paragraph that is named; 0 something to explain, 1 nothing, 2 a file failed.

    Raises a `UserError` for a place without a paragraph, before any file is read.
    """
    named: list[tuple[str, int]] = []
    for given in places:
        path, number = split_place(given)
        if number is None:
            raise UserError(
                f"{harmless_path(given)}: name a paragraph too: quoth why FILE:PARAGRAPH."
            )
        named.append((path, number))
    found = failed = False
    width = shutil.get_terminal_size((_WIDTH, 0)).columns if sys.stdout.isatty() else _WIDTH
    for path, number in named:
        opening = Opening([path])
        for document in opening:
            paragraph_of(document, number)
            why = explain(document, number)
            found = found or bool(why.explanations)
            for line in explanations(why) if form == "jsonl" else _page(why, width):
                sys.stdout.write(line)
        failed = failed or opening.failed
    return 2 if failed else 0 if found else 1


def _page(why: Why, width: int) -> Iterator[str]:
    reading, paragraph = why.reading, why.paragraph
    name = harmless_path(reading.document.name)
    yield f"{name}:{paragraph.number}: {paragraph_in_words(reading, paragraph)}\n"
    for explanation in why.explanations:
        yield "\n"
        yield from _hung("", headline(reading, explanation), width)
        for reason in explanation_in_words(reading, explanation):
            yield from _hung(f"{'':{_INDENT}}{reason.label:<{_LABEL}}", reason.words, width)
    for dropped in why.dropped:
        yield "\n"
        for reason in dropped_in_words(reading, dropped):
            yield from _hung(f"{'':{_INDENT}}{reason.label:<{_LABEL}}", reason.words, width)
    if rest := remainder_in_words(reading, paragraph):
        yield f"\n{rest}\n"


def _hung(lead: str, words: str, width: int) -> Iterator[str]:
    """A lead, and words that hang beside it."""
    lines = wrap(words, max(20, width - len(lead)), break_on_hyphens=False) or [""]
    yield f"{lead}{lines[0]}\n"
    for line in lines[1:]:
        yield f"{'':{len(lead)}}{line}\n"
