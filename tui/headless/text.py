"""`quoth text`: a document's text exactly as offsets count it."""

from __future__ import annotations

import sys
from pathlib import Path

from texts.loading import STANDARD_INPUT, load, load_stream

__all__ = ["print_text"]


def print_text(path: str) -> int:
    """Print the text, control characters made visible one for one. Raises a `TextsError`."""
    document = load_stream(sys.stdin.buffer) if path == STANDARD_INPUT else load(Path(path))
    sys.stdout.write(document.text)
    return 0
