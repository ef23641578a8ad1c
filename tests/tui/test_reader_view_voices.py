"""The reading pane: a reader sees whose words each are, with colours and without."""

from __future__ import annotations

import unicodedata
from dataclasses import replace
from pathlib import Path

import pytest
from rich.style import Style

from tests.tui.made import quoted, reading, span
from tests.tui.test_reader_view import Pane, pane
from texts.document import Document, Paragraphs, Span
from texts.loading import read_text
from texts.reading import Certainty, Mode, Reading
from tui.layout.anchors import Place
from tui.layout.cells import AS_DRAWN
from tui.widgets.reader_view import ReaderView

HOSTILE = Path(__file__).parents[1] / "data" / "hostile.txt"


def style_at(stage: Pane, words: str, offset: int = 0) -> Style:
    """The style in which a character of the document is drawn."""
    document = stage.view.document
    assert document is not None
    wanted = document.text.index(words) + offset
    for y in range(stage.view.size.height):
        for segment in stage.view.render_line(y):
            meta = segment.style.meta if segment.style is not None else {}
            if "offset" in meta and meta["offset"][0] <= wanted < meta["offset"][0] + len(
                segment.text
            ):
                assert segment.style is not None
                return segment.style.without_color if stage.app.no_color else segment.style
    raise AssertionError(f"{words!r} is not in view")


def row_of(stage: Pane, words: str) -> str:
    return next(row for row in stage.rows() if words in row)


async def test_the_margin_tells_who_speaks_how_and_how_sure_it_is() -> None:
    async with pane() as stage:
        assert "the city ⌂  ┊" in row_of(stage, "The old bridge")
        assert "Lindqvist ❝  ┃" in row_of(stage, "We have no choice")
        assert "Lindqvist ❝~ ┊" in row_of(stage, "She said")
        assert "unresolved ?  ╏" in row_of(stage, "Nobody will come")
        assert "heading" in row_of(stage, "Bridge to Close")


async def test_a_voice_is_named_where_it_begins() -> None:
    found = reading()
    later = quoted("“Who will come?”", voice=3, certainty=Certainty.CARRIED)
    alone = replace(found, quotations=(later,))
    async with pane(found.document, alone) as stage:
        stage.view.text_width = 34
        await stage.settle()
        assert "the author" in row_of(stage, "Shopkeepers fear")
        assert "↤" in row_of(stage, "“Who will")


async def test_signs_have_an_ascii_form() -> None:
    async with pane() as stage:
        stage.view.plain = True
        await stage.settle()
        assert 'Lindqvist "  |' in row_of(stage, "We have no choice")
        margin = [row[:17] for row in stage.rows()]
        assert "".join(margin).isascii()


async def test_in_a_narrow_window_voices_stand_above_their_paragraphs() -> None:
    async with pane(size=(50, 30)) as stage:
        rows = stage.rows()
        above = [
            rows[at - 1].strip()
            for at, row in enumerate(rows)
            if "We have no choice" in row or "Nobody will come" in row or "Shopkeepers" in row
        ]
        assert above == ["❝ Mara Lindqvist", "❝ Tom Arrow", "? unresolved"]
        assert row_of(stage, "We have no choice").startswith("┃")


@pytest.mark.parametrize(
    ("width", "names"), [(58, "⌂ the city · ❝ Tom Arrow"), (30, "⌂ the city +2")]
)
async def test_names_above_that_find_no_room_are_counted(width: int, names: str) -> None:
    found = reading()
    inner = [
        quoted(words, voice=voice, certainty=Certainty.EXPLICIT)
        for words, voice in (("We have", 1), ("no choice", 3), ("not safe", None))
    ]
    async with pane(found.document, replace(found, quotations=tuple(inner)), (width, 30)) as stage:
        rows = stage.rows()
        at = next(y for y, row in enumerate(rows) if "We have" in row)
        assert rows[at - 1].strip().startswith(names)


async def test_the_margin_can_be_hidden() -> None:
    async with pane() as stage:
        stage.view.margin = False
        await stage.settle()
        assert not any("Lindqvist ❝" in row or "┃" in row for row in stage.rows())


async def test_what_is_not_read_yet_says_so() -> None:
    found = reading()
    async with pane(found.document, replace(found, quotations=(), covers=2)) as stage:
        assert "the author" in row_of(stage, "The old bridge")
        assert "not read yet" in row_of(stage, "We have no choice")
    async with pane(found.document, None) as stage:
        assert "not read yet" in row_of(stage, "The old bridge")


async def test_colours_tell_voices_apart_and_words_from_reports() -> None:
    async with pane() as stage:
        own = style_at(stage, "the city engineer").color
        direct = style_at(stage, "We have no choice").color
        other = style_at(stage, "Who will come").color
        reported = style_at(stage, "the work would take").color
        unresolved = style_at(stage, "Nobody will come")
        assert len({own, direct, other, reported, unresolved.color}) == 5
        assert unresolved.underline


async def test_without_colour_verbatim_words_and_doubt_are_still_seen(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    found = reading()
    term = quoted("bridge", voice=None, certainty=Certainty.EXPLICIT, mode=Mode.TERM)
    async with pane(found.document, replace(found, terms=(term,))) as stage:
        assert stage.app.no_color
        kinds = {
            "own": style_at(stage, "the city engineer"),
            "direct": style_at(stage, "We have no choice"),
            "unresolved": style_at(stage, "Nobody will come"),
            "term": style_at(stage, "bridge"),
        }
        seen = {(s.bold, s.underline, s.italic) for s in kinds.values()}
        assert len(seen) == len(kinds)
        rules = [row[16] for row in stage.rows() if row.strip()]
        assert {"┃", "┊", "╏", " "} <= set(rules)


_CERTAINTIES = (
    Certainty.EXPLICIT,
    Certainty.CARRIED,
    Certainty.INFERRED,
    Certainty.UNRESOLVED,
)
"""What a reading can have of itself; the reader's own word is no matter of doubt."""


def in_every_certainty(mode: Mode) -> Reading:
    """The made article, the first words of four paragraphs each known in another way."""
    words = ("The old bridge", "“We have no choice,”", "Shopkeepers", "“Nobody will come.”")
    found = reading()
    return replace(
        found,
        quotations=tuple(
            quoted(
                said, voice=None if sure is Certainty.UNRESOLVED else 2, certainty=sure, mode=mode
            )
            for said, sure in zip(words, _CERTAINTIES, strict=True)
        ),
    )


@pytest.mark.parametrize("mode", [Mode.DIRECT, Mode.INDIRECT])
@pytest.mark.parametrize("theme", ["no colour", "ansi-dark", "ansi-light"])
async def test_the_four_certainties_differ_in_the_words_without_colour(
    monkeypatch: pytest.MonkeyPatch, theme: str, mode: Mode
) -> None:
    """And none of a voice's own words looks like the author's, which are plain."""
    if theme == "no colour":
        monkeypatch.setenv("NO_COLOR", "1")
    found = in_every_certainty(mode)
    async with pane(found.document, found) as stage:
        if theme != "no colour":
            stage.app.theme = theme
            await stage.settle()
        words = [quotation.spans[0].of(found.document.text) for quotation in found.quotations]
        own, *seen = (
            (bool(style.bold), bool(style.underline), bool(style.italic))
            for style in (style_at(stage, each) for each in ("said Mara", *words))
        )
        assert own == (False, False, False)
        assert len(set(seen)) == len(_CERTAINTIES)
        assert mode is Mode.INDIRECT or own not in seen


@pytest.mark.parametrize("plain", [False, True])
@pytest.mark.parametrize("width", [100, 50])
async def test_the_four_certainties_differ_in_plain_characters(width: int, plain: bool) -> None:
    """Beside the words, or above them, with nothing but the characters of the screen."""
    found = in_every_certainty(Mode.DIRECT)
    async with pane(found.document, found, (width, 40)) as stage:
        stage.view.plain = plain
        await stage.settle()
        rows = stage.rows()
        signs = []
        for words in ("The old bridge", "We have no choice", "Shopkeepers", "Nobody will"):
            at = next(at for at, row in enumerate(rows) if words in row)
            beside = rows[at].partition(words)[0] if width == 100 else rows[at - 1]
            signs.append("".join(sign for sign in "↤<~?" if sign in beside))
        assert signs == (["", "<", "~", "?"] if plain else ["", "↤", "~", "?"])


async def test_only_the_marked_words_of_a_mixed_quotation_are_strong() -> None:
    text = "The board conceded that the plan was “far too late” for everyone.".encode()
    document = read_text("mixed.txt", text)
    start = document.text.index("the plan")
    end = document.text.index(".")
    found = reading()
    mixed = replace(found.quotations[1], paragraph=1, spans=(Span(start, end),), mode=Mode.MIXED)
    read = Reading(document, found.voices, (mixed,), covers=1)
    async with pane(document, read, size=(120, 10)) as stage:
        frame, marked = style_at(stage, "the plan").color, style_at(stage, "far too").color
        assert len({frame, marked, style_at(stage, "The board").color}) == 3
        assert style_at(stage, "for everyone").color == frame
        assert "│" in row_of(stage, "The board")


async def test_the_quotation_under_the_cursor_is_lit_in_every_part() -> None:
    async with pane() as stage:
        before = style_at(stage, "We have no choice").bgcolor
        start = span("“It is not safe.”").start
        stage.view.go_to(Place(2, start))
        assert stage.view.quotation is not None
        lit = style_at(stage, "We have no choice").bgcolor
        assert lit != before
        assert lit == style_at(stage, "It is not safe").bgcolor
        assert lit != style_at(stage, "said Mara").bgcolor
        assert "▌" in row_of(stage, "We have no choice")


async def test_a_voice_within_a_voice_is_the_one_under_the_cursor() -> None:
    found = reading()
    outer = quoted(
        "“We have no choice,” said Mara Lindqvist", voice=1, certainty=Certainty.EXPLICIT
    )
    inner = replace(found.quotations[1], spans=(span("no choice"),), chain=(0, 1, 2))
    async with pane(found.document, replace(found, quotations=(outer, inner))) as stage:
        stage.view.go_to(Place(2, span("no choice").start + 2))
        assert stage.view.quotation is inner
        assert "›Lindqvist" in "".join(stage.rows())


async def test_layers_lie_in_their_order() -> None:
    async with pane() as stage:
        view = stage.view
        words = span("We have no choice")
        view.set_hits({2: [words]}, None)
        hit = style_at(stage, "We have").bgcolor
        view.set_hits({2: [words]}, words)
        current = style_at(stage, "We have").bgcolor
        view.set_evidence(source=Span(words.start, words.start + 2), content=[words])
        source, rest = style_at(stage, "We have"), style_at(stage, "have no choice")
        assert len({hit, current, source.bgcolor}) == 3
        assert rest.bgcolor == current
        view.set_evidence()
        view.set_hits({})
        assert style_at(stage, "We have").bgcolor not in (hit, current, source.bgcolor)


async def test_a_hit_over_a_line_end_is_lit_on_both_lines() -> None:
    async with pane(size=(62, 24)) as stage:
        row = next(y for y in range(24) if stage.text_of(y).startswith("“We have no choice"))
        last, first = stage.text_of(row).split()[-1], stage.text_of(row + 1).split()[0]
        hit = span(f"{last} {first}")
        stage.view.set_hits({2: [hit]})
        lit = style_at(stage, hit.of(reading().document.text)).bgcolor
        assert style_at(stage, f"{last} {first}", len(last) + 1).bgcolor == lit
        assert style_at(stage, "It is not safe").bgcolor != lit


@pytest.mark.parametrize("size", [(100, 400), (50, 600), (30, 900)])
async def test_a_document_orders_nothing_and_is_shown_whole(size: tuple[int, int]) -> None:
    document = read_text("hostile.txt", HOSTILE.read_bytes())
    async with pane(document, None, size=size) as stage:
        assert stage.view.max_scroll_y == 0
        shown = "".join(stage.text_of(row) for row in range(size[1]))
        whole = document.text.replace("\u00ad", "").translate(AS_DRAWN)
        assert "".join(shown.split()) == "".join(whole.split())
        drawn = "".join(stage.rows())
        assert not [
            c for c in drawn if unicodedata.category(c) == "Cc" or c in "\u202a\u202e\u2066"
        ]
        assert stage.app.is_running


async def test_odd_white_space_is_drawn_as_a_space_and_soft_hyphens_not_at_all() -> None:
    text = "Hard\r\nwrapped\twith a tab, one\u2028separator and ex\u00adtra \x1b[31m."
    document = Document("x", text, text, "UTF-8", "", Paragraphs([0], [len(text)]))
    async with pane(document, None) as stage:
        assert "Hard wrapped with a tab, one separator and extra \ufffd[31m." in stage.rows()[1]


@pytest.mark.parametrize("theme", ["textual-light", "ansi-dark", "ansi-light", "nord"])
async def test_themes_change_the_picture_at_once(theme: str) -> None:
    async with pane() as stage:
        before = style_at(stage, "We have no choice").color
        stage.app.theme = theme
        await stage.settle()
        assert style_at(stage, "We have no choice").color != before
        assert isinstance(stage.view, ReaderView)
