"""Word shares: how many of a text's words are each voice's, the author's, and nobody's yet.

Every word of the body is counted once, for the innermost voice. What no quotation holds counts for
the author, the words that name a source or are its cue among them; what nobody could be credited
with is kept apart, so that the author's share is a range. Headings, notes and furniture are no part
of the body.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from itertools import islice

from texts.document import ParagraphKind, Span
from texts.reading import Reading
from texts.verbatim import quoted_words
from texts.words import count, places

__all__ = ["Portion", "Shares", "percent", "percents", "shares_of"]

_APART = frozenset({ParagraphKind.HEADING, ParagraphKind.FURNITURE, ParagraphKind.FOOTNOTE})
_LONG = 1_000
"""Words from which on a tenth of a percent is at least one of them."""


@dataclass(frozen=True, slots=True)
class Portion:
    """The words of one voice, or of those that nobody could be credited with."""

    verbatim: int = 0
    """Words in its own wording."""
    paraphrase: int = 0
    """Words that report what it says, in the wording of who reports it."""
    quotations: int = 0
    """How many quotations are credited to it, those outside the body too."""
    carried: int = 0
    """Words of other voices that reached the text through it. They are counted for those."""

    @property
    def words(self) -> int:
        """Its words in the body."""
        return self.verbatim + self.paraphrase


@dataclass(frozen=True, slots=True)
class Shares:
    """Whose words the body of a text holds. The three counts and all portions make up `body`."""

    body: int
    """Words of all paragraphs that were read, but headings, notes and furniture."""
    author: int
    """Words for which no attribution was found, and those that the author says of itself."""
    unresolved: Portion
    """Words in quotations that have no voice: the author's or somebody's, nobody knows."""
    voices: Mapping[int, Portion] = field(default_factory=dict)
    """The portion of each voice that has quotations, or carries some, by its number; no author."""
    apart: int = 0
    """Words of headings, notes and furniture."""
    covers: int = 0
    """How many paragraphs were counted, from the first."""
    paragraphs: int = 0
    """How many there are."""

    @property
    def whole(self) -> bool:
        """Whether all of the text was counted, or only its opening."""
        return self.covers >= self.paragraphs

    @property
    def verbatim(self) -> int:
        """Words of all voices in their own wording."""
        return sum(portion.verbatim for portion in self.voices.values())

    @property
    def paraphrase(self) -> int:
        """Words that report what voices say."""
        return sum(portion.paraphrase for portion in self.voices.values())

    @property
    def author_at_most(self) -> int:
        """The author's words if all that is unresolved were the author's too."""
        return self.author + self.unresolved.words


def shares_of(reading: Reading, given_up: Callable[[], bool] = lambda: False) -> Shares:
    """Count the words of the paragraphs that were read, as far as nobody says `given_up`.

    Linear in the text and in the quotations, and O(q log q) in the number of their spans.
    """
    document = reading.document
    text, voices = document.text, [quotation.voice for quotation in reading.quotations]
    tallies: dict[int | None, _Tally] = {}
    for quotation in reading.quotations:
        tallies.setdefault(quotation.voice, _Tally()).quotations += 1
    held = [_Tally() for _ in reading.quotations]
    pieces = quoted_words(text, Span(0, len(text)), reading.quotations)
    body = apart = taken = covers = at = 0
    for paragraph in islice(document.paragraphs, reading.covers):
        if given_up():
            break
        covers += 1
        start, end = paragraph.span.start, paragraph.span.end
        if paragraph.kind in _APART:
            apart += count(text, start, end)
            continue
        while at < len(pieces) and pieces[at][1] <= start:
            at += 1
        if at == len(pieces) or pieces[at][0] >= end:
            body += count(text, start, end)
            continue
        for place in places(text, start, end):
            body += 1
            while at < len(pieces) and pieces[at][1] <= place:
                at += 1
            if at < len(pieces) and pieces[at][0] <= place:
                words = pieces[at][2]
                taken += 1
                held[words.quotation].add(words.verbatim)
    for quotation, tally, voice in zip(reading.quotations, held, voices, strict=True):
        whole = tallies[voice]
        whole.verbatim += tally.verbatim
        whole.paraphrase += tally.paraphrase
        for carrier in {*quotation.chain[1:-1]} - {voice, 0}:
            tallies.setdefault(carrier, _Tally()).carried += tally.verbatim + tally.paraphrase
    own = tallies.pop(0, _Tally())
    unresolved = tallies.pop(None, _Tally())
    return Shares(
        body=body,
        author=body - taken + own.verbatim + own.paraphrase,
        unresolved=unresolved.portion(),
        voices={voice: tally.portion() for voice, tally in tallies.items() if voice is not None},
        apart=apart,
        covers=covers,
        paragraphs=len(document.paragraphs),
    )


@dataclass(slots=True)
class _Tally:
    """A portion while it is counted."""

    verbatim: int = 0
    paraphrase: int = 0
    quotations: int = 0
    carried: int = 0

    def add(self, verbatim: bool) -> None:
        if verbatim:
            self.verbatim += 1
        else:
            self.paraphrase += 1

    def portion(self) -> Portion:
        return Portion(self.verbatim, self.paraphrase, self.quotations, self.carried)


def percent(words: int, body: int) -> str:
    """A share of the body for people: ``34 %``, of a thousand words and more ``34.2 %``.

    Something is never said to be nothing, nor less than all to be all: ``<1 %``, ``>99 %``.
    """
    if not body:
        return "–"
    digits = 1 if body >= _LONG else 0
    share = 100 * words / body
    shown = f"{share:.{digits}f}"
    least = 10**-digits
    if words and not float(shown):
        return f"<{least:.{digits}f} %"
    if words < body and float(shown) == 100:
        return f">{100 - least:.{digits}f} %"
    return f"{shown} %" if 0 < words < body else f"{share:.0f} %"


def percents(least: int, most: int, body: int) -> str:
    """A share that is known to lie between two counts of words: ``49–52 %``."""
    low, high = percent(least, body), percent(most, body)
    return high if low == high else f"{low.removesuffix(' %')}–{high}"
