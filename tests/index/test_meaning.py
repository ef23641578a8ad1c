"""What a query finds and where, on small documents: the promises of `index.tree` one by one."""

from __future__ import annotations

import pytest

from index.library import Library
from tests.index.readings import Piece, plain, reading, said
from texts.reading import Certainty, Mode, VoiceKind


def found(library: Library, line: str) -> list[int]:
    """The numbers of the paragraphs found, in order."""
    return [hit.paragraph for hit in library.search(line, ranked=False).hits]


def lit(library: Library, line: str) -> list[list[str]]:
    """The words lit in each hit."""
    results = library.search(line, ranked=False)
    texts = []
    for hit in results.hits:
        known = library.reading(hit.document)
        assert known is not None
        texts.append([known.document.words_of(span) for span in hit.spans])
    return texts


def add(library: Library, *paragraphs: list[Piece], between: str = "\n\n") -> None:
    library.add(reading("a.txt", *paragraphs, between=between))


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("free", [1, 3]),
        ("free press", [1]),
        ('"free press"', [1]),
        ('"press free"', []),
        ("free OR york", [1, 2, 3]),
        ("-york", [1, 3, 4]),
        ("free -press", [3]),
        ("fr*", [1, 3, 4]),
        ("free*", [1, 3, 4]),
        ("freedo*", [4]),
        ("-free -york", [4]),
        ("new (york OR press)", [2]),
        ("DÉJÀ", [4]),
        ("deja", [4]),
        ("don't", [3]),
        ("don", [3]),
        ("nowhere", []),
        ("-nowhere", [1, 2, 3, 4]),
    ],
)
def test_words(library: Library, line: str, expected: list[int]) -> None:
    library.add(
        plain(
            "a.txt",
            "A free press.",
            "In New York.",
            "Free? I don’t know.",
            "Freedom, déjà vu.",
        )
    )
    assert found(library, line) == expected


def test_a_phrase_goes_over_line_breaks_and_punctuation(library: Library) -> None:
    library.add(plain("a.txt", "the free\n   press, of New\r\nYork"))
    assert lit(library, '"free press of new york"') == [["free\n   press, of New\r\nYork"]]


def test_each_word_is_lit_wherever_it_stands(library: Library) -> None:
    library.add(plain("a.txt", "Free, freed; FREE’s un-free"))
    assert lit(library, "free") == [["Free", "FREE", "free"]]
    assert lit(library, "free*") == [["Free", "freed", "FREE", "free"]]


def test_places_that_overlap_are_lit_as_one(library: Library) -> None:
    library.add(plain("a.txt", "no no no, New York and York"))
    assert lit(library, '"no no"') == [["no no no"]]
    assert lit(library, '"new york" OR york') == [["New York", "York"]]


def test_places_that_only_touch_stay_apart(library: Library) -> None:
    library.add(plain("a.txt", "人権"))
    assert lit(library, "人 OR 権") == [["人", "権"]]
    assert lit(library, "人権") == [["人権"]]


def test_only_alternatives_that_hold_are_lit(library: Library) -> None:
    library.add(plain("a.txt", "free as air"))
    assert lit(library, "(free press) OR air") == [["air"]]


def test_what_only_excludes_lights_nothing(library: Library) -> None:
    library.add(plain("a.txt", "free"))
    assert lit(library, "-york") == [[]]


SPEECH: tuple[list[Piece], ...] = (
    ["Anna Smith wrote: ", said("“The press is free.”", cue="wrote"), " The author was free."],
    [
        "According to police, ",
        said(
            "nobody was hurt",
            voice="State Police/the police",
            kind=VoiceKind.ORGANIZATION,
            mode=Mode.INDIRECT,
            cue="According to",
        ),
        ".",
    ],
    ["A free country."],
    [
        said("“We”", key=4),
        ", she said, ",
        said("“are free”", key=4),
        ", while ",
        said("he was hurt", voice="Bo Berg", mode=Mode.INDIRECT, certainty=Certainty.CARRIED),
    ],
    [
        "The report says ",
        said(
            "that ",
            said("“nobody heard us”", voice="a witness", kind=VoiceKind.ANONYMOUS),
            voice="Annual Report",
            kind=VoiceKind.DOCUMENT,
            mode=Mode.MIXED,
        ),
    ],
    [said("“Silence”", voice=None, kind=None, certainty=Certainty.UNRESOLVED), " was all."],
)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("voice:smith", [1, 4]),
        ('voice:"anna smith"', [1, 4]),
        ('voice:"smith anna"', []),
        ("voice:smi", []),
        ("voice:smi*", [1, 4]),
        ("voice:police", [2]),
        ('voice:"the police"', [2]),
        ("kind:organization", [2]),
        ("kind:anonymous", [5]),
        ("mode:direct", [1, 4, 5, 6]),
        ("mode:indirect", [2, 4]),
        ("cue:wrote", [1]),
        ("cue:according", [2]),
        ('cue:"according to"', [2]),
        ("certainty:unresolved", [6]),
        ("certainty:carried", [4]),
        # Several fields ask for one and the same quotation.
        ("voice:smith mode:indirect", []),
        ("voice:berg mode:indirect", [4]),
        ("voice:smith OR voice:berg mode:indirect", [4]),
        ("voice:smith OR voice:berg mode:direct", [1, 4]),
        ("(voice:smith) (mode:indirect)", []),
        # Minus excludes the paragraph.
        ("voice:smith -mode:indirect", [1]),
        ("-voice:smith", [2, 3, 5, 6]),
        # Without in: the words may stand anywhere in the paragraph.
        ("voice:smith author", [1]),
        # in:quotes asks each quotation.
        ("in:quotes", [1, 2, 4, 5, 6]),
        ("in:quotes free", [1, 4]),
        ("in:quotes author", []),
        ("in:quotes hurt", [2, 4]),
        ("in:quotes hurt mode:direct", []),
        ("in:quotes voice:smith hurt", []),
        ("in:quotes voice:berg hurt", [4]),
        ("in:quotes free hurt", []),
        ("in:quotes hurt -voice:police", [4]),
        ("in:quotes -mode:indirect -free", [5, 6]),
        ("in:quotes kind:document heard", [5]),
        ("in:quotes kind:anonymous heard", [5]),
        ("in:quotes kind:anonymous that", []),
        ('in:quotes "we are free"', [4]),
        ('"we are free"', []),
        ("in:quotes silence", [6]),
        # in:author asks the rest.
        ("in:author", [1, 2, 3, 4, 5, 6]),
        ("in:author free", [1, 3]),
        ("in:author free -voice:smith", [3]),
        ("in:author free voice:smith", [1]),
        ("in:author hurt", []),
        ("in:author -free", [2, 4, 5, 6]),
        ('in:author "she said"', [4]),
        ('in:author "said while"', []),
        ("(in:quotes free) -(in:author free)", [4]),
        ("(in:quotes heard) OR (in:author country)", [3, 5]),
    ],
)
def test_voices(library: Library, line: str, expected: list[int]) -> None:
    add(library, *SPEECH)
    assert found(library, line) == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("in:quotes free", [["free"], ["free"]]),
        ("in:author free", [["free"], ["free"]]),
        ('in:quotes "we are free"', [["We", "are free"]]),
        ("voice:police", [["nobody was hurt"]]),
        ("voice:police police", [["police"]]),
        ("in:quotes voice:smith -free", []),
        ("voice:smith -country", [["“The press is free.”"], ["“We”", "“are free”"]]),
        ("kind:document", [["that “nobody heard us”"]]),
    ],
)
def test_what_is_lit(library: Library, line: str, expected: list[list[str]]) -> None:
    add(library, *SPEECH)
    assert lit(library, line) == expected


def test_the_author_is_lit_outside_the_quotation_only(library: Library) -> None:
    add(library, *SPEECH)
    (first, _) = library.search("in:author free", ranked=False).hits
    known = library.reading("a.txt")
    assert known is not None
    (span,) = first.spans
    assert known.document.text[span.start - 4 : span.end] == "was free"


def test_a_quotation_over_paragraphs_is_asked_in_each(library: Library) -> None:
    add(library, [said("“Free as", key=1)], [said("the press”", key=1)])
    assert found(library, "in:quotes voice:smith press") == [2]
    assert found(library, "in:quotes free") == [1]
    assert found(library, '"as the"') == []
    assert lit(library, "voice:smith") == [["“Free as"], ["the press”"]]


def test_paragraphs_not_read_for_voices_are_known_by_their_words_only(library: Library) -> None:
    half = reading("a.txt", [said("free")], ["free"], ["free"], covers=1)
    library.add(half)
    assert found(library, "free") == [1, 2, 3]
    assert found(library, "in:quotes free") == [1]
    assert found(library, "in:author free") == []
    assert found(library, "free -voice:smith") == []
    assert library.search("free").covered == 3
    assert library.search("in:author free").covered == 1
    assert library.search("in:author free").paragraphs == 3


def test_words_cut_by_the_edge_of_a_quotation_are_the_authors(library: Library) -> None:
    add(library, ["un", said("free"), "dom ", said("press"), ""], [said("a free"), "dom"])
    assert found(library, "in:quotes free") == []
    assert found(library, "in:author unfreedom") == [1]
    assert found(library, "in:quotes freedom") == []
    assert found(library, "in:author freedom") == [2]
    assert found(library, "in:quotes press") == [1]
