"""Choosing what to read: the texts that were asked for, or those of the last time, or the sample."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from texts.errors import NotFound, TextsError
from texts.loading import STANDARD_INPUT, Loader, file_of, load_stream
from texts.samples import sample_path
from tui.following import Found, followed
from tui.session import PATIENCE, OpenText, at_once
from tui.state import State

__all__ = ["Chosen", "first_readable", "given", "last_read", "texts_to_read"]


@dataclass(frozen=True, slots=True)
class Chosen:
    """The texts of a session."""

    texts: list[OpenText]
    current: int
    """The number of the one to begin with, which has been loaded."""
    notice: str | None
    """What is to be told of the others, or of the place."""


def texts_to_read(paths: Sequence[str], library: str | None, state: State) -> Chosen:
    """The texts at `paths`, places and links among them, or else those of the last time.

    Raises a `TextsError` or a `UserError` where what was asked for cannot be read.
    """
    found = given(paths, library) if paths else Found(last_read(state), None)
    current, problem = first_readable(found.texts, among_files=len(found.texts) > len(paths))
    return Chosen(found.texts, current, problem or found.notice)


def given(paths: Sequence[str], library: str | None) -> Found:
    """All that was asked for, in order, with the first of what is to be told of the places."""
    texts: list[OpenText] = []
    notices: list[str] = []
    for path in paths:
        if path == STANDARD_INPUT:
            texts.append(OpenText(None, load_stream(sys.stdin.buffer)))
            continue
        found = followed(path, library)
        texts += found.texts
        if found.notice:
            notices.append(found.notice)
    return Found(texts, next(iter(notices), None))


def first_readable(texts: Sequence[OpenText], *, among_files: bool) -> tuple[int, str | None]:
    """The number of the first text that can be read, and what is said of the first that cannot.

    Raises that `TextsError` where no text can be read, or where it was asked for by its name.
    """
    problem: TextsError | None = None
    # One for all of them: a folder may hold thousands that cannot be read.
    with Loader(PATIENCE) as loader:
        for number, text in enumerate(texts):
            try:
                text.loaded(loader.load)
            except TextsError as found:
                problem = problem or found
                if not among_files:
                    break
            else:
                return number, None if problem is None else str(problem)
    raise problem or NotFound("there is nothing to read.")


def last_read(state: State) -> list[OpenText]:
    """The texts of last time that are still there, else the sample."""
    texts = [OpenText(Path(path)) for path in state.last if os.path.isfile(file_of(Path(path)))]
    while texts:
        try:
            texts[0].loaded()
        except TextsError:
            del texts[0]
        else:
            return texts
    return [_sample(state)]


def _sample(state: State) -> OpenText:
    """The sample, the first time at its first quotation, since that is what there is to see."""
    text = OpenText(sample_path())
    text.reading = at_once(text.loaded())
    met = text.loaded().digest in state.texts
    if not met and text.reading is not None and text.reading.quotations:
        text.offset = text.reading.quotations[0].start
    return text
