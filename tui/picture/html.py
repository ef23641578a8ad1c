"""A picture as one HTML page: a heading, a figure, a table of voices, a list of quotations.

It is read as well as looked at: everything drawn is said in the table or the list too.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from tui.picture.colours import rules
from tui.picture.markup import Markup, element, lines, words
from tui.picture.model import NOTE, SLICES, Bar, Entry, Lane, Look, Picture
from tui.picture.shapes import bars

__all__ = ["BEGINNING", "html"]

BEGINNING: Final = '<!DOCTYPE html>\n<html lang="en" data-drawn-by="quoth"'

_ALONE: Final = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
"""What holds every browser to it that the page fetches nothing and runs nothing."""

_LANE: Final = 480
_STYLE: Final = """
:root { color-scheme: light dark; }
body {
  margin: 0 auto; max-width: 60rem; padding: 2.5rem 1.5rem 4rem; line-height: 1.5;
  font: 0.9375rem/1.5 system-ui, -apple-system, "Segoe UI", Roboto, Helvetica, Arial, sans-serif;
}
h1, blockquote { font-family: Charter, "Iowan Old Style", "Palatino Linotype", Palatino, Georgia, serif; }
h1 { font-size: 1.9rem; line-height: 1.2; margin: 0 0 0.6rem; overflow-wrap: anywhere; }
h2 { font-size: 0.8rem; letter-spacing: 0.06em; text-transform: uppercase; margin: 2.5rem 0 0.8rem; }
p { margin: 0.2rem 0; overflow-wrap: anywhere; }
figure { margin: 0; }
svg { display: block; width: 100%; overflow: visible; }
.ribbon { height: 34px; }
.strip { height: 18px; }
.lane { height: 14px; min-width: 9rem; }
.ticks { position: relative; height: 1.4rem; font-size: 0.75rem; }
.ticks span { position: absolute; border-left: 1px solid; padding-left: 0.25rem; }
.legend { display: flex; flex-wrap: wrap; gap: 0.3rem 1.4rem; font-size: 0.8rem; margin: 0.8rem 0 0; padding: 0; }
.legend li { display: flex; align-items: center; gap: 0.4rem; list-style: none; }
.legend svg { width: 22px; height: 12px; }
.wide { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; }
th, td { text-align: left; padding: 0.35rem 0.9rem 0.35rem 0; vertical-align: middle; font-weight: inherit; }
thead th, tbody td { font-size: 0.85rem; }
th[scope=row] { font-weight: 600; min-width: 8rem; max-width: 15rem; overflow-wrap: anywhere; }
th:last-child, td:last-child { padding-right: 0; }
.lanes { width: 45%; }
.number { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
th[scope=row], .who { padding-left: 1.4em; }
.sign { display: inline-block; width: 1.4em; margin-left: -1.4em; }
ol { list-style: none; margin: 0; padding: 0; }
ol > li { display: grid; grid-template-columns: 13.5rem 1fr; gap: 0 1rem; margin: 0 0 1.6rem; }
.who { font-weight: 600; overflow-wrap: anywhere; }
.facts { font-size: 0.8rem; font-weight: 400; }
blockquote { margin: 0; font-size: 1.05rem; overflow-wrap: anywhere; }
.said { border-left: 0 none; padding-left: 1rem; }
.verbatim { border-left: 3px solid; }
.mixed { border-left: 1px solid; padding-left: calc(1rem + 2px); }
.reported { border-left: 3px dotted; }
.unresolved { border-left: 3px dashed; }
footer { margin-top: 3rem; font-size: 0.75rem; }
@media (max-width: 40rem) {
  ol > li { grid-template-columns: 1fr; }
  .who { margin-bottom: 0.3rem; }
  .lanes { display: none; }
  th, td { padding-right: 0.5rem; }
  th[scope=row] { min-width: 6rem; }
}
@media print { body { max-width: none; padding: 0; } ol > li, tr { break-inside: avoid; } }
"""


def html(picture: Picture) -> Iterator[str]:
    """The lines of a page of its own. Bounded as the picture is."""
    head = element(
        "head",
        lines(
            element("meta", charset="utf-8"),
            element("meta", http_equiv="Content-Security-Policy", content=_ALONE),
            element("meta", name="viewport", content="width=device-width, initial-scale=1"),
            element("title", words(f"Whose words: {picture.title}")),
            element("style", Markup(_STYLE + rules())),
        ),
    )
    yield f"{BEGINNING}>\n"
    yield head + '\n<body class="paper">\n'
    for part in (_opening(picture), _map(picture), _voices(picture), *_quotations(picture)):
        yield part + "\n"
    foot = (element("p", said) for said in (words(NOTE), _isolated(picture.file)))
    yield element("footer", *foot, class_="ink-quiet") + "\n</body>\n</html>\n"


def _opening(picture: Picture) -> Markup:
    return element(
        "header",
        element("h1", _isolated(picture.title)),
        *(
            element("p", _isolated(said), class_="ink-quiet")
            for said in (picture.origin, picture.facts)
            if said
        ),
    )


def _map(picture: Picture) -> Markup:
    """The ribbon, and the shares beside each other."""
    ticks = (
        element(
            "span",
            words(f"¶ {tick.paragraph:,}"),
            class_="edge-faint",
            style=f"left:{100 * tick.slice / SLICES:.1f}%",
        )
        for tick in picture.ticks
    )
    return lines(
        element("h2", words("The whole text"), class_="ink-quiet"),
        element(
            "figure",
            _drawn(picture.ribbon, SLICES, 34, "ribbon", "Who speaks where, from beginning to end"),
            element("div", *ticks, class_="ticks ink-quiet", aria_hidden="true"),
        ),
        element("h2", words("Share of the words"), class_="ink-quiet"),
        element(
            "figure",
            _drawn(picture.strip, 1000, 18, "strip", "How many of the words are whose"),
            _legend(),
        ),
    )


def _legend() -> Markup:
    signs = (
        (Look.VERBATIM, "quiet", "their own words"),
        (Look.REPORTED, "quiet", "reported in the author’s words"),
        (Look.UNRESOLVED, "nobody", "no attribution found"),
        (Look.AUTHOR, "author", "the author; in the ribbon left blank"),
    )
    return element(
        "ul",
        *(
            element(
                "li",
                element(
                    "svg",
                    bars([Bar(0, 1, look, hue)], 22, 12, 1),
                    viewBox="0 0 22 12",
                    aria_hidden="true",
                ),
                words(said),
            )
            for look, hue, said in signs
        ),
        class_="legend ink-quiet",
    )


def _voices(picture: Picture) -> Markup:
    heads = (
        ("Voice", ""),
        ("Where it speaks", " lanes"),
        ("Quotations", " number"),
        ("Verbatim", " number"),
        ("Reported", " number"),
        ("Share", " number"),
    )
    rows = [_row(lane) for lane in picture.lanes]
    if picture.more_voices:
        more = f"and {picture.more_voices:,} more voice{'' if picture.more_voices == 1 else 's'}"
        rows.append(element("tr", element("td", words(more), colspan=6, class_="ink-quiet")))
    table = element(
        "table",
        element(
            "thead",
            element(
                "tr",
                *(
                    element("th", words(head), scope="col", class_=f"ink-quiet{kind}")
                    for head, kind in heads
                ),
            ),
        ),
        element("tbody", *rows),
    )
    return lines(
        element("h2", words("The voices, in words"), class_="ink-quiet"),
        element("div", table, class_="wide"),
    )


def _row(lane: Lane) -> Markup:
    numbers = (
        *(
            "" if count is None else f"{count:,}"
            for count in (lane.quotations, lane.verbatim, lane.reported)
        ),
        lane.share,
    )
    name = (
        element("span", words(lane.sign), class_="sign", aria_hidden="true"),
        _isolated(lane.name),
        element("div", words(lane.kind), class_="facts ink-quiet"),
    )
    return element(
        "tr",
        element("th", *name, scope="row", class_=f"ink-{lane.hue}"),
        element("td", _drawn(lane.bars, SLICES, 14, "lane"), class_="lanes"),
        *(element("td", words(number), class_="number") for number in numbers),
    )


def _quotations(picture: Picture) -> Iterator[Markup]:
    yield element("h2", words("The quotations in order"), class_="ink-quiet")
    if not picture.entries:
        yield element("p", words("No quotations were found in this text."))
        return
    yield Markup("<ol>")
    for entry in picture.entries:
        yield _entry(entry)
    yield Markup("</ol>")
    if picture.more_quotations:
        more = f"and {picture.more_quotations:,} more, which are not drawn here"
        yield element("p", words(more), class_="ink-quiet")


def _entry(entry: Entry) -> Markup:
    return element(
        "li",
        element(
            "div",
            element("span", words(entry.sign), class_="sign", aria_hidden="true"),
            _isolated(entry.name),
            element(
                "div",
                words(f"{entry.number:,} · ¶ {entry.paragraph:,}"),
                class_="facts ink-quiet",
            ),
            class_=f"who ink-{entry.hue}",
        ),
        element(
            "div",
            element("blockquote", words(entry.words), dir="auto"),
            element("div", words(" · ".join(entry.facts)), class_="facts ink-quiet"),
            class_=f"said {entry.look} edge-{entry.hue}",
        ),
    )


def _drawn(found: tuple[Bar, ...], of: int, high: int, name: str, label: str = "") -> Markup:
    """A lane as wide as there is room; without a label it says nothing that is not said beside it."""
    said = {"role": "img", "aria_label": label} if label else {"aria_hidden": "true"}
    return element(
        "svg",
        bars(found, _LANE, high, of),
        viewBox=f"0 0 {_LANE} {high}",
        preserveAspectRatio="none",
        class_=name,
        **said,
    )


def _isolated(said: str) -> Markup:
    """Words of a document among ours, in their own direction."""
    return element("bdi", words(said))
