"""`quoth text`: a document's text exactly as offsets count it."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

from texts.loading import STANDARD_INPUT, load, load_stream
from tui.headless.opening import Opening

__all__ = ["print_text", "print_texts"]


def print_text(path: str) -> int:
    """Print the text, control characters made visible one for one. Raises a `TextsError`."""
    document = load_stream(sys.stdin.buffer) if path == STANDARD_INPUT else load(Path(path))
    sys.stdout.write(document.text)
    return 0


def print_texts(paths: Sequence[str]) -> int:
    """Print the texts of files and folders one after the other; 2 if one could not be read."""
    opening = Opening(paths)
    for document in opening:
        sys.stdout.write(document.text)
    return 2 if opening.failed else 0
