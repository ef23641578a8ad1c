"""Names: short enough for a margin, and still telling who is meant."""

from __future__ import annotations

from rich.cells import cell_len, set_cell_size

from texts.reading import Voice, VoiceKind

__all__ = ["short_name", "shorten"]

_AFTER_NAMES = frozenset({"jr", "jr.", "sr", "sr.", "ii", "iii", "iv", "phd", "md", "esq", "esq."})


def short_name(voice: Voice, width: int, *, ellipsis: str = "…") -> str:
    """A name of `voice` that takes at most `width` cells.

    The full name where there is room. Then, for a person, the family name; for others the longest
    of the names the text uses that consists of words of the full one. What is still too long is
    cut, after a whole word if that leaves most of it.
    """
    width = max(1, width)
    name = " ".join(voice.name.split())
    if cell_len(name) <= width:
        return name
    if voice.kind is VoiceKind.PERSON:
        name = _family_name(name)
        return shorten(name, width, ellipsis=ellipsis)
    words = set(name.casefold().split())
    shorter = [
        other
        for other in (_without_article(" ".join(each.split())) for each in voice.names)
        if words.issuperset(other.casefold().split()) and 0 < cell_len(other) <= width
    ]
    return max(shorter, key=cell_len) if shorter else shorten(name, width, ellipsis=ellipsis)


def _family_name(name: str) -> str:
    words = name.partition(",")[0].split() or name.split()
    while len(words) > 1 and words[-1].casefold() in _AFTER_NAMES:
        words.pop()
    first = len(words) - 1
    # "van der Berg", "al Rashid": the small words belong to it.
    while first > 1 and words[first - 1].islower():
        first -= 1
    return " ".join(words[first:])


def _without_article(name: str) -> str:
    first, _, rest = name.partition(" ")
    return rest if first.casefold() == "the" else name


def shorten(words: str, width: int, *, ellipsis: str = "…") -> str:
    """`words` in at most `width` cells, cut after a whole word if that leaves most of them."""
    if cell_len(words) <= width:
        return words
    room = width - cell_len(ellipsis)
    if room < 1:
        return set_cell_size(words, width).rstrip()
    cut = set_cell_size(words, room)
    if not words.startswith(cut):
        # A wide character would have been halved.
        cut = set_cell_size(words, room - 1)
    whole = cut.rpartition(" ")[0]
    if words[len(cut) : len(cut) + 1] != " " and cell_len(whole) * 3 >= room * 2:
        cut = whole
    return cut.rstrip(" ,;") + ellipsis
