"""The pages: well-formed, alone in the world, and with every word of the picture."""

from __future__ import annotations

import re
from dataclasses import replace
from xml.etree import ElementTree

import pytest
from textual.color import Color

from tests.data import hostile_bytes
from tests.tui.made import reading
from tests.tui.picture.test_model import crowd, silent
from texts.attribution import attribute
from texts.document import Document, Origin
from texts.loading import read_text
from texts.reading import Reading
from tui.picture import BEGINNINGS, FORMATS, Picture, picture_of
from tui.picture.colours import DARK, LIGHT, Paper
from tui.picture.model import NOTE
from tui.widgets.reader_colours import CONTRAST, contrast

every_format = pytest.mark.parametrize("form", list(FORMATS))

_HARM = "</title></text><script>alert(1)</script> \"'><img src=x onerror=y> & [sic] \x1b[2J \u202e"


def page(picture: Picture, form: str) -> str:
    return "".join(FORMATS[form](picture))


def tree(drawn: str) -> ElementTree.Element:
    return ElementTree.fromstring(drawn.removeprefix("<!DOCTYPE html>\n"))  # noqa: S314 - our own


def names(root: ElementTree.Element) -> set[str]:
    return {element.tag.rpartition("}")[2] for element in root.iter()}


def said(root: ElementTree.Element) -> str:
    """The words of a page, lines that were broken joined."""
    return " ".join(" ".join(part for part in root.itertext()).split())


def hostile() -> Reading:
    document = read_text(_HARM, hostile_bytes(long_line=False))
    origin = Origin(_HARM, _HARM, _HARM, _HARM, "javascript:alert(1)", _HARM)
    return attribute(replace(document, origin=origin))


def hostile_voices() -> Reading:
    found = reading()
    voices = tuple(replace(voice, name=f"{_HARM} {voice.number}") for voice in found.voices)
    document: Document = replace(found.document, name=_HARM, origin=Origin(_HARM, outlet=_HARM))
    return Reading(document, voices, found.quotations, covers=found.covers)


@every_format
@pytest.mark.parametrize("found", [reading(), silent(), crowd(300), hostile(), hostile_voices()])
def test_a_page_is_well_formed_and_calls_nobody(form: str, found: Reading) -> None:
    drawn = page(picture_of(found), form)
    root = tree(drawn)
    assert not names(root) & {
        "script",
        "img",
        "image",
        "a",
        "use",
        "foreignObject",
        "iframe",
        "link",
    }
    for element in root.iter():
        for name, value in element.attrib.items():
            assert not name.lower().startswith("on")
            assert not name.endswith(("href", "src"))
            assert not re.search("url|http", value)
        if element.tag.endswith("style"):
            assert not re.search(r"url|@import|@font-face|http", element.text or "")
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", drawn)
    assert drawn.endswith("\n")
    assert drawn.startswith(BEGINNINGS)


@every_format
def test_every_voice_share_quotation_and_fact_is_in_words(form: str) -> None:
    picture = picture_of(reading())
    shown = said(tree(page(picture, form)))
    assert picture.title in shown
    assert picture.facts in shown
    assert picture.file in shown
    assert NOTE in shown
    for lane in picture.lanes:
        assert lane.name in shown
        assert lane.kind in shown
        assert lane.share in shown
        assert lane.sign in shown
    for entry in picture.entries:
        assert entry.words in shown
        assert " · ".join(entry.facts) in shown
        assert f"{entry.number} · ¶ {entry.paragraph}" in shown


@every_format
def test_what_is_left_out_is_counted(form: str) -> None:
    drawn = page(picture_of(crowd(1_012)), form)
    assert "and 812 more, which are not drawn here" in drawn
    assert "and 1,000 more voices" in drawn
    assert len(drawn) < 250_000


@every_format
def test_a_text_without_quotations_says_so(form: str) -> None:
    assert "No quotations were found in this text." in page(picture_of(silent()), form)


def test_an_svg_has_a_name_and_a_description() -> None:
    root = tree(page(picture_of(reading()), "svg"))
    space = "{http://www.w3.org/2000/svg}"
    title, description = root.find(f"{space}title"), root.find(f"{space}desc")
    assert title is not None
    assert description is not None
    assert root.attrib["aria-labelledby"].split() == [title.attrib["id"], description.attrib["id"]]
    assert "Mara Lindqvist" in (description.text or "")


def test_a_table_has_headings_of_columns_and_rows() -> None:
    root = tree(page(picture_of(reading()), "html"))
    scopes = [heading.attrib["scope"] for heading in root.iter("th")]
    assert scopes == ["col"] * 6 + ["row"] * 5
    for row in root.iter("tr"):
        assert len(row) == 6
    assert root.attrib["lang"] == "en"
    for drawn in root.iter("svg"):
        assert drawn.attrib.get("aria-hidden") == "true" or drawn.attrib["aria-label"]


@every_format
def test_nothing_is_told_by_colour_alone(form: str) -> None:
    """The three manners have three shapes, whatever the hue."""
    drawn = page(picture_of(reading()), form)
    assert 'stroke-dasharray="3 2"' in drawn
    assert 'stroke-dasharray="1.2 1.8"' in drawn
    assert re.search(r'<rect [^>]*class="ink-voice-1"', drawn)


@every_format
def test_light_and_dark_paper_have_the_same_classes(form: str) -> None:
    style = next(
        e.text or ""
        for e in tree(page(picture_of(reading()), form)).iter()
        if e.tag.endswith("style")
    )
    before, _, after = style.partition("@media (prefers-color-scheme: dark)")
    light, dark = (
        set(re.findall(r"\.(?:ink|edge)-[\w-]+|\.paper", part)) for part in (before, after)
    )
    assert light == dark
    used = set(re.findall(r"\b((?:ink|edge)-[\w-]+)", page(picture_of(crowd(20)), form)))
    assert {f".{name}" for name in used} <= light


@pytest.mark.parametrize("paper", [LIGHT, DARK])
def test_all_words_stand_out_from_their_paper(paper: Paper) -> None:
    ground = Color.parse(paper.ground)
    for ink in (paper.ink, paper.quiet, paper.nobody, *paper.hues):
        assert contrast(Color.parse(ink), ground) >= CONTRAST, ink


def test_nothing_of_an_svg_stands_outside_its_paper() -> None:
    root = tree(page(picture_of(crowd(40)), "svg"))
    wide, high = float(root.attrib["width"]), float(root.attrib["height"])
    for element in root.iter():
        if element.tag.endswith("}text"):
            assert 0 < float(element.attrib["x"]) < wide
            assert 0 < float(element.attrib["y"]) < high
