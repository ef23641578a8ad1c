"""The postings of a segment while it is made: gathered word by word, given back in order.

A posting is two numbers at the end of its word's array, eight or sixteen bytes. What Whoosh does
by itself, a tuple of five objects for each posting and one sort of them all, takes hundreds of
bytes a posting, and hundreds of milliseconds in which no other thread of the program runs. Here
only words are sorted, some thousands at a time.
"""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterable, Iterator
from heapq import merge

__all__ = ["Gathered", "Posting"]

_LOOK_EVERY = 2_048  # postings between two looks
_SORTED_AT_ONCE = 8_192  # words, which takes a few milliseconds

Posting = tuple[str, bytes, int, float, bytes | None]
"""Field, word, number in the segment, how often it is there, and a value, which is not kept."""


class Gathered:
    """Postings of one segment, to be used by Whoosh in place of its own pool.

    How often a word is there must be a whole number; values are not kept.
    """

    def __init__(self, look: Callable[[], object]) -> None:
        self._look = look
        self._fields: dict[str, dict[bytes, array[int]]] = {}

    def add(self, posting: Posting) -> None:
        """Add a posting; those of a word in ascending order of their numbers."""
        name, word, number, times, _ = posting
        words = self._fields.get(name)
        if words is None:
            words = self._fields[name] = {}
        gathered = words.get(word)
        if gathered is None:
            words[word] = array("L", (number, int(times)))
        else:
            gathered.extend((number, int(times)))

    def iter_postings(self) -> Iterator[Posting]:
        """All of them, once, by field, word and number; each word's are let go at its end."""
        unseen = 0
        for name in sorted(self._fields):
            words = self._fields[name]
            for word in _in_order(words):
                gathered = words.pop(word)
                for at in range(0, len(gathered), 2):
                    if unseen == _LOOK_EVERY:
                        self._look()
                        unseen = 0
                    unseen += 1
                    yield name, word, gathered[at], float(gathered[at + 1]), b""

    def cleanup(self) -> None:
        """Let go of what is left."""
        self._fields.clear()


def _in_order(words: dict[bytes, array[int]]) -> Iterable[bytes]:
    """The words, sorted in pieces, since no other thread runs while something is sorted."""
    if len(words) <= _SORTED_AT_ONCE:
        return sorted(words)
    every = list(words)
    return merge(
        *[sorted(every[at : at + _SORTED_AT_ONCE]) for at in range(0, len(every), _SORTED_AT_ONCE)]
    )
