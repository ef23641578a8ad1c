"""How fast quotations are found: characters a CPU second, beside splitting the same text into words."""

from __future__ import annotations

import re
import time
from collections.abc import Callable

from texts.attribution import attribute
from texts.loading import read_text
from texts.samples import path_of, sample_names

_COPIES = 12
_RUNS = 3


def run() -> str:
    lines = []
    for name in sample_names():
        data = path_of(name).read_bytes()
        text = data.decode()
        document = read_text(name, (text.rstrip("\n") + "\n\n").encode() * _COPIES)
        spent = _least(lambda document=document: attribute(document))  # type: ignore[misc]
        words = _least(lambda document=document: re.findall(r"\w+", document.text))  # type: ignore[misc]
        rate = len(document.text) / spent
        lines.append(
            f"{name:28} {len(document.text):>9,} characters  {rate:>11,.0f} a CPU second"
            f"  {spent / words:6.1f} × finding its words"
        )
    return "\n".join(lines)


def _least(work: Callable[[], object]) -> float:
    """The least CPU seconds of a few runs: what is added by others is left out."""
    spent = []
    for _ in range(_RUNS):
        before = time.process_time()
        work()
        spent.append(time.process_time() - before)
    return min(spent)
