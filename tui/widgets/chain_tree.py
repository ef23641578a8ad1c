"""The chain of a quotation drawn as a tree: each voice under the one that gives its words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from rich.cells import cell_len
from textual.content import Content

from texts.export.passages import folded
from texts.reading import Quotation, Reading
from tui.chains import Link, links_of
from tui.voice_signs import KIND_SIGNS, Sign, hue_name
from tui.wording import shortened

__all__ = ["chain_tree"]

_BRANCH = Sign("└", "`", "from")
_MOST_NAME = 48


def chain_tree(
    reading: Reading,
    quotation: Quotation,
    hues: Mapping[int, int],
    *,
    indent: int,
    width: int,
    plain: bool = False,
) -> Iterator[Content]:
    """A line a voice, from the author inwards, with the words of the text that say that it speaks.

    `indent` and `width` are in cells, `plain` draws signs in ASCII; where there is no room for the words there are none.
    """
    branch = f"{_BRANCH.draw(plain=plain)} "
    for depth, link in enumerate(links_of(reading, quotation)):
        lead = " " * (indent + len(branch) * (depth - 1)) + branch if depth else " " * indent
        name = f"{KIND_SIGNS[link.voice.kind].draw(plain=plain)} {shortened(link.voice.name, _MOST_NAME)}"
        words = _words(reading, link, width - cell_len(lead) - cell_len(name) - 2)
        yield Content.assemble(
            (lead, "$reader-quiet"),
            (name, f"bold ${hue_name(hues.get(link.voice.number))}" if depth else ""),
            (f"  {words}" if words else "", "italic"),
        )


def _words(reading: Reading, link: Link, room: int) -> str:
    """The words of a link, or those that name its voice, or none, as there is room in cells."""
    spans = [link.spans, (link.source,) if link.source else ()]
    told = (f"“{' … '.join(map(reading.document.words_of, some))}”" for some in spans if some)
    return next((words for words in map(folded, told) if cell_len(words) <= room), "")
