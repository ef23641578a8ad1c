"""The same article in every format gives the same paragraphs, the same words of the same voices."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.data.articles import NOTE, Article, feature, release
from tests.data.round_trip import Trip, round_trips, said_in
from tests.data.writing import WRITERS
from texts.document import ParagraphKind

NO_BLOCK_QUOTES = {".txt"}
WITH_NOTES = {".html", ".xhtml", ".docx", ".odt", ".epub", ".rtf", ".pdf"}
BARE = {".txt", ".md", ".md.gz"}
"""Formats that state nothing of where they come from."""


def trips(article: Article, folder: Path) -> dict[str, Trip]:
    return {trip.suffix: trip for trip in round_trips(article, folder)}


def paragraphs(trip: Trip) -> list[tuple[str, ParagraphKind]]:
    document = trip.reading.document
    return [
        (" ".join(document.words_of(p.span).split()), p.kind)
        for p in document.paragraphs
        if p.kind is not ParagraphKind.FURNITURE
    ]


def test_a_release_in_every_format(tmp_path: Path) -> None:
    found = trips(release(), tmp_path)
    assert set(found) == set(WRITERS)
    expected = found[".md"].said
    assert len(expected) >= 20
    assert len({said.voice for said in expected}) >= 4
    words = [(part.words, part.kind) for part in release().parts]
    for suffix, trip in found.items():
        assert trip.said == expected, suffix
        # A subject stands above the words of a message; plain text tells headings by their form.
        assert paragraphs(trip)[-len(words) :] == words, suffix


def test_a_feature_with_block_quotes_and_a_note(tmp_path: Path) -> None:
    found = trips(feature(note=True), tmp_path)
    expected = found[".md"].said
    assert any(said.mode == "block" for said in expected)
    for suffix in set(found) - NO_BLOCK_QUOTES:
        assert found[suffix].said == expected, suffix
    for suffix in WITH_NOTES & set(found):
        trip = found[suffix]
        notes = [words for words, kind in paragraphs(trip) if kind is ParagraphKind.FOOTNOTE]
        assert [note.removeprefix("1 ") for note in notes] == [NOTE], suffix
        assert paragraphs(trip)[-1][1] is ParagraphKind.FOOTNOTE
        in_note = said_in(trip.reading, notes=True)[-1]
        assert (in_note.voice, in_note.mode) == ("The board’s press office", "mixed"), suffix


@pytest.mark.parametrize("article", [feature(), release()])
def test_what_each_format_states_of_itself(article: Article, tmp_path: Path) -> None:
    for suffix, trip in trips(article, tmp_path).items():
        if suffix in BARE:
            continue
        origin = trip.reading.document.origin
        assert origin.title == article.origin.title, suffix
        assert origin.author == article.origin.author, suffix
        assert origin.date == article.origin.date, suffix
        assert origin.outlet in (None, article.origin.outlet), suffix
