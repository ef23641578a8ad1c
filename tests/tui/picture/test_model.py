"""What is drawn: every quotation, every voice, shares that are those of the text, within bounds."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from tests.tui.made import article, reading
from texts.document import Document, Span
from texts.loading import read_text
from texts.reading import AUTHOR, Certainty, Evidence, Mode, Quotation, Reading, Voice, VoiceKind
from texts.shares import percent, shares_of
from tui.layout.ribbon import Slices
from tui.picture.model import SLICES, Look, picture_of


def crowd(voices: int) -> Reading:
    """A text in which each of many voices says one paragraph."""
    text = "\n\n".join(f"“These are words number {number}.”" for number in range(voices))
    document = read_text("crowd.txt", text.encode())
    quotations = tuple(
        Quotation(
            paragraph.number,
            (paragraph.span,),
            Mode.DIRECT,
            paragraph.number,
            Certainty.EXPLICIT,
            Evidence("made"),
            chain=(0, paragraph.number),
        )
        for paragraph in document.paragraphs
    )
    people = (Voice(n, f"Person {n}", VoiceKind.PERSON) for n in range(1, voices + 1))
    return Reading(document, (AUTHOR, *people), quotations, covers=voices)


def silent() -> Reading:
    document = article()
    return Reading(document, (AUTHOR,), (), covers=len(document.paragraphs))


def test_every_voice_has_a_lane_between_the_author_and_nobody() -> None:
    picture = picture_of(reading())
    assert [lane.name for lane in picture.lanes] == [
        "the author",
        "Mara Lindqvist",
        "the city",
        "Tom Arrow",
        "no attribution found",
    ]
    assert [lane.quotations for lane in picture.lanes] == [None, 2, 1, 1, 1]
    assert picture.more_voices == picture.more_quotations == 0


def test_the_shares_are_those_of_the_text() -> None:
    shares = shares_of(reading())
    lanes = picture_of(reading()).lanes
    assert lanes[1].share == percent(shares.voices[2].words, shares.body)
    assert (lanes[1].verbatim, lanes[1].reported) == (8, 6)
    assert "–" in lanes[0].share, "the author may have said what nobody is credited with"
    assert lanes[-1].share.startswith("0")


def test_a_lane_is_marked_in_each_slice_that_its_voice_speaks_in() -> None:
    found = reading()
    lane = picture_of(found).lanes[1]
    slices = Slices(len(found.document.text), SLICES)
    spoken = {
        number
        for at in found.of_voice(2)
        for span in found.quotations[at].spans
        for number in slices.touched(span)
    }
    drawn = [number for bar in lane.bars for number in range(bar.start, bar.end)]
    assert drawn == sorted(spoken)
    assert {bar.look for bar in lane.bars} == {Look.VERBATIM, Look.REPORTED}


def test_the_strip_is_the_whole_body_without_a_gap() -> None:
    strip = picture_of(reading()).strip
    assert (strip[0].start, strip[-1].end) == (0, 1000)
    assert all(one.end == other.start for one, other in pairwise(strip))
    assert (strip[0].look, strip[-1].look) == (Look.AUTHOR, Look.UNRESOLVED)


def test_each_quotation_tells_who_how_and_how_sure() -> None:
    entries = picture_of(reading()).entries
    assert [entry.number for entry in entries] == [1, 2, 3, 4, 5]
    assert [entry.paragraph for entry in entries] == [2, 3, 4, 5, 6]
    assert entries[1].words == "“We have no choice,” […] “It is not safe.”"
    assert entries[3].facts == ("said directly", "? unresolved")
    assert entries[4].facts == ("reported in the author's words", "~ inferred")
    looks = [Look.REPORTED, Look.VERBATIM, Look.VERBATIM, Look.UNRESOLVED, Look.REPORTED]
    assert [entry.look for entry in entries] == looks


def test_a_quotation_partly_in_marks_looks_like_neither() -> None:
    found = reading()
    mixed = Quotation(
        4, (Span(150, 190),), Mode.MIXED, 3, Certainty.EXPLICIT, Evidence("made"), chain=(0, 3)
    )
    picture = picture_of(Reading(found.document, found.voices, (mixed,), covers=6))
    assert picture.entries[0].look is Look.MIXED


def test_whom_words_came_through_is_told() -> None:
    found = reading()
    nested = Quotation(
        5,
        found.quotations[3].spans,
        Mode.DIRECT,
        3,
        Certainty.EXPLICIT,
        Evidence("made"),
        chain=(0, 1, 3),
    )
    picture = picture_of(Reading(found.document, found.voices, (nested,), covers=6))
    assert picture.entries[0].facts[-1] == "through the city"


def test_of_many_only_so_many_are_drawn_and_the_rest_is_counted() -> None:
    found = crowd(1_012)
    picture = picture_of(found)
    assert (len(picture.lanes), picture.more_voices) == (13, 1_000)
    assert (len(picture.entries), picture.more_quotations) == (200, 812)
    assert sum(len(lane.bars) for lane in picture.lanes) <= 13 * SLICES
    assert picture.strip[-1].end == 1000


def test_a_text_without_quotations_is_the_authors() -> None:
    picture = picture_of(silent())
    (lane,) = picture.lanes
    assert (lane.share, picture.ribbon, picture.entries) == ("100 %", (), ())


def test_ticks_go_up_and_begin_with_the_first_paragraph() -> None:
    for found in (silent(), crowd(300)):
        ticks = picture_of(found).ticks
        assert ticks[0].paragraph == 1
        assert [tick.paragraph for tick in ticks] == sorted({tick.paragraph for tick in ticks})
        assert [tick.slice for tick in ticks] == sorted(tick.slice for tick in ticks)
        assert len(ticks) <= 6


def test_a_long_quotation_is_cut_and_says_so() -> None:
    document: Document = read_text("long.txt", ("“" + "word " * 5_000 + "”").encode())
    whole = Quotation(
        1, (document.paragraphs[0].span,), Mode.DIRECT, None, Certainty.UNRESOLVED, Evidence("made")
    )
    (entry,) = picture_of(Reading(document, (AUTHOR,), (whole,), covers=1)).entries
    assert len(entry.words) <= 600
    assert entry.words.endswith("…")


def test_a_picture_tells_nobody_which_folders_somebody_has() -> None:
    found = reading()
    document = replace(found.document, name="/home/somebody/secret source/talk.txt")
    picture = picture_of(Reading(document, found.voices, found.quotations, covers=found.covers))
    assert picture.file.startswith("talk.txt · UTF-8 · SHA-256 ")
    assert "secret" not in repr(picture)
