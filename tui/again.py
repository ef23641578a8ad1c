"""Reading a file again: where the place is that the reader was at, after the file has changed."""

from __future__ import annotations

from typing import Final

from texts.document import Document

__all__ = ["place_in"]

_WORDS: Final = 60
"""So many characters at the cursor are looked for in the new text; fewer if these are gone."""


def place_in(new: Document, old: Document, offset: int) -> int:
    """The offset into `new` that has the words which `offset` has in `old`.

    Where they stand more than once, the nearest place; where they are gone, the beginning of the
    paragraph with the same number, or of the last one. Linear in the texts.
    """
    for length in (_WORDS, _WORDS // 3):
        words = old.text[offset : offset + length]
        after = new.text.find(words, offset)
        before = new.text.rfind(words, 0, offset + length)
        found = [at for at in (after, before) if at >= 0]
        if words.strip() and found:
            return min(found, key=lambda at: abs(at - offset))
    if not new.paragraphs:
        return 0
    index = min(old.paragraphs.index_at(offset), len(new.paragraphs) - 1)
    return new.paragraphs[index].span.start
