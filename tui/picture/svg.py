"""A picture as one SVG: paper, words and shapes, with nothing that is fetched and nothing that runs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from tui.picture.colours import rules
from tui.picture.lines import broken, width
from tui.picture.markup import Markup, element, words
from tui.picture.model import NOTE, SLICES, Bar, Entry, Lane, Look, Picture
from tui.picture.shapes import bars

__all__ = ["BEGINNING", "svg"]

BEGINNING: Final = '<svg xmlns="http://www.w3.org/2000/svg" data-drawn-by="quoth"'

_WIDE: Final = 960
_LEFT: Final = 48
_RIGHT: Final = _WIDE - _LEFT
_MIDDLE: Final = 272
"""Where names end and what they name begins."""
_LANE: Final = 448
_COLUMNS: Final = (780, 848, _RIGHT)
_ROW: Final = 25
_BROAD: Final = 1.05
"""How much broader than guessed the broadest serif is, and its bold titles."""
_BROADER: Final = 1.2
_STYLE: Final = """
text { font-family: system-ui, -apple-system, "Segoe UI", Roboto, Helvetica, Arial, sans-serif; }
.serif { font-family: Charter, "Iowan Old Style", "Palatino Linotype", Palatino, Georgia, serif; }
.title { font-size: 27px; font-weight: 600; }
.head { font-size: 12px; font-weight: 600; letter-spacing: .06em; }
.said { font-size: 15.5px; }
.name { font-size: 13.5px; font-weight: 600; }
.small { font-size: 12px; }
.foot { font-size: 10.5px; }
.end { text-anchor: end; }
.middle { text-anchor: middle; }
"""


def svg(picture: Picture) -> Iterator[str]:
    """The lines of an SVG of its own, 960 wide and as high as it needs. Bounded as the picture is."""
    page = _Page()
    _opening(page, picture)
    _map(page, picture)
    _quotations(page, picture)
    _closing(page, picture)
    high = round(page.y + 24)
    yield (
        f'{BEGINNING} viewBox="0 0 {_WIDE} {high}" width="{_WIDE}"'
        f' height="{high}" role="graphics-document document" aria-labelledby="title desc">\n'
    )
    yield element("title", words(f"Whose words: {picture.title}"), id="title") + "\n"
    yield element("desc", words(_described(picture)), id="desc") + "\n"
    yield element("style", Markup(_STYLE + rules())) + "\n"
    yield element("rect", width=_WIDE, height=high, class_="paper") + "\n"
    for piece in page.pieces:
        yield piece + "\n"
    yield "</svg>\n"


def _described(picture: Picture) -> str:
    shares = "; ".join(f"{lane.name} {lane.share}" for lane in picture.lanes)
    return f"{picture.facts}. Shares of the words: {shares}."


class _Page:
    """What has been drawn, and how far down."""

    def __init__(self) -> None:
        self.y = 0.0
        self.pieces: list[Markup] = []

    def write(self, said: str, x: float, *, down: float = 0, class_: str) -> None:
        """Words on a line whose foot is `down` below where the page is."""
        self.pieces.append(element("text", words(said), x=x, y=self.y + down, class_=class_))

    def column(
        self, said: Iterable[str], x: float, *, step: float, down: float, class_: str
    ) -> None:
        for number, line in enumerate(said):
            self.write(line, x, down=down + number * step, class_=class_)

    def put(self, drawn: Markup, x: float, *, down: float = 0) -> None:
        self.pieces.append(element("g", drawn, transform=f"translate({x:g} {self.y + down:g})"))

    def rule(self) -> None:
        self.put(element("rect", width=_RIGHT - _LEFT, height=1, class_="ink-faint"), _LEFT)


def _opening(page: _Page, picture: Picture) -> None:
    title = broken(picture.title, (_RIGHT - _LEFT) / (27 * _BROADER), 3)
    page.y = 68
    page.column(title, _LEFT, step=34, down=0, class_="serif title ink-plain")
    page.y += 34 * (len(title) - 1) + 26
    for said in (picture.origin, picture.facts):
        if said:
            (line,) = broken(said, (_RIGHT - _LEFT) / 12, 1)
            page.write(line, _LEFT, class_="small ink-quiet")
            page.y += 18
    page.y += 10


def _map(page: _Page, picture: Picture) -> None:
    """The ribbon, the share of each voice, and where each speaks."""
    page.rule()
    page.y += 30
    page.write("THE WHOLE TEXT", _LEFT, class_="head ink-quiet")
    for head, x in zip(("verbatim", "reported", "share"), _COLUMNS, strict=True):
        page.write(head, x, class_="small ink-quiet end")
    page.put(bars(picture.ribbon, _LANE, 30, SLICES), _MIDDLE, down=-18)
    for tick in picture.ticks:
        at = _MIDDLE + _LANE * tick.slice / SLICES
        page.put(element("rect", width=1, height=4, class_="ink-quiet"), at, down=14)
        page.write(f"¶ {tick.paragraph:,}", at, down=30, class_="small ink-quiet")
    page.y += 58
    for lane in picture.lanes:
        _lane(page, lane)
    if picture.more_voices:
        page.write(
            f"and {_counted(picture.more_voices, 'more voice')}",
            _LEFT + 20,
            class_="small ink-quiet",
        )
        page.y += _ROW
    page.y += 8
    page.write("SHARE OF THE WORDS", _LEFT, down=8, class_="head ink-quiet")
    page.put(bars(picture.strip, _RIGHT - _MIDDLE, 16, 1000), _MIDDLE, down=-5)
    page.y += 40
    _legend(page)
    page.y += 30


def _lane(page: _Page, lane: Lane) -> None:
    room = (_MIDDLE - _LEFT - 32) / 13.5
    (name,) = broken(lane.name, room, 1) or [""]
    page.write(lane.sign, _LEFT, class_=f"name ink-{lane.hue}")
    page.pieces.append(
        element(
            "text",
            element("title", words(f"{lane.name}: {lane.kind}")),
            words(name),
            x=_LEFT + 20,
            y=page.y,
            class_=f"name ink-{lane.hue}",
        )
    )
    page.put(bars(lane.bars, _LANE, 14, SLICES), _MIDDLE, down=-11)
    numbers = (_number(lane.verbatim), _number(lane.reported), lane.share)
    for number, x in zip(numbers, _COLUMNS, strict=True):
        page.write(number, x, class_="small ink-plain end")
    page.y += _ROW


def _legend(page: _Page) -> None:
    x: float = _MIDDLE
    for look, hue, said in (
        (Look.VERBATIM, "quiet", "their own words"),
        (Look.REPORTED, "quiet", "reported"),
        (Look.UNRESOLVED, "nobody", "no attribution found"),
        (Look.AUTHOR, "author", "the author"),
    ):
        page.put(bars([Bar(0, 1, look, hue)], 22, 12, 1), x, down=-10)
        page.write(said, x + 28, class_="small ink-quiet")
        x += 28 + 12 * width(said) + 22


def _quotations(page: _Page, picture: Picture) -> None:
    if not picture.entries:
        page.rule()
        page.y += 34
        page.write("No quotations were found in this text.", _LEFT, class_="serif said ink-plain")
        page.y += 20
        return
    page.rule()
    page.y += 30
    page.write("THE QUOTATIONS IN ORDER", _LEFT, class_="head ink-quiet")
    page.y += 16
    for entry in picture.entries:
        _entry(page, entry)
    if picture.more_quotations:
        page.y += 26
        page.write(
            f"and {picture.more_quotations:,} more, which are not drawn here",
            _MIDDLE + 16,
            class_="small ink-quiet",
        )


def _entry(page: _Page, entry: Entry) -> None:
    said = broken(entry.words, (_RIGHT - _MIDDLE - 16) / (15.5 * _BROAD), 5)
    name = broken(entry.name, (_MIDDLE - _LEFT - 40) / 13.5, 2)
    page.y += 26
    page.write(entry.sign, _LEFT, class_=f"name ink-{entry.hue}")
    page.column(name, _LEFT + 20, step=17, down=0, class_=f"name ink-{entry.hue}")
    page.write(
        f"{entry.number:,} · ¶ {entry.paragraph:,}",
        _LEFT + 20,
        down=17 * len(name) + 1,
        class_="small ink-quiet",
    )
    page.column(said, _MIDDLE + 16, step=22, down=0, class_="serif said ink-plain")
    foot = 22 * len(said)
    (facts,) = broken(" · ".join(entry.facts), (_RIGHT - _MIDDLE - 16) / 12, 1)
    page.write(facts, _MIDDLE + 16, down=foot, class_="small ink-quiet")
    high = max(foot, 17 * len(name) + 1) + 18
    page.put(_side(entry, high), _MIDDLE, down=-14)
    page.y += high - 8


def _side(entry: Entry, high: float) -> Markup:
    """The rule beside a quotation, as the reader draws it: whole, thin, dotted, or in dashes."""
    wide, dashes = {
        Look.VERBATIM: (3.0, "none"),
        Look.MIXED: (1.5, "none"),
        Look.REPORTED: (2.0, "2 4"),
        Look.UNRESOLVED: (3.0, "9 4"),
        Look.AUTHOR: (1.0, "none"),
    }[entry.look]
    return element(
        "line",
        x1=1.5,
        y1=0,
        x2=1.5,
        y2=high,
        stroke_width=wide,
        stroke_dasharray=dashes,
        class_=f"edge-{entry.hue}",
    )


def _closing(page: _Page, picture: Picture) -> None:
    room = (_RIGHT - _LEFT) / 10.5
    page.y += 30
    page.rule()
    page.y += 22
    for line in (*broken(NOTE, room, 3), *broken(picture.file, room, 1)):
        page.write(line, _LEFT, class_="foot ink-quiet")
        page.y += 16


def _number(count: int | None) -> str:
    return "" if count is None else f"{count:,}"


def _counted(count: int, what: str) -> str:
    return f"{count:,} {what}{'' if count == 1 else 's'}"
