"""What is asked of documents as a whole, and hits counted by document, voice and mode."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from index.hits import Counts
from index.kept.library import KeptLibrary
from index.library import Library
from index.subjects import days_of
from tests.index.kept.made import keep
from tests.index.readings import plain, reading, said
from texts.document import Origin
from texts.reading import Mode, Reading, Stance


def of(one: Reading, **origin: str) -> Reading:
    return replace(one, document=replace(one.document, origin=Origin(**origin)))


READINGS = [
    of(
        reading(
            "/texts/iran-report.txt",
            ["Free words. ", said("“Be free”", voice="Anna Smith", stance=Stance.DOUBT)],
            [said("“Free”", voice="Bo", via="Amnesty International"), " free"],
            [
                said("“free,”", voice="Bo"),
                " he said, ",
                said("we are free", voice="Bo", mode=Mode.INDIRECT),
            ],
        ),
        title="Impunity in Iran",
        outlet="The Daily Gull",
        date="2021-05-03",
    ),
    of(plain("/texts/tides.txt", "free tides"), title="Tides", date="2022"),
    plain("/texts/loose.txt", "free and loose"),
]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("free doc:impunity", "iran-report 1 2 3"),
        ('doc:"iran report"', "iran-report 1 2 3"),
        ('doc:"in iran" -smith', "iran-report 1 2 3"),
        ("doc:texts", "iran-report 1 2 3 tides 1 loose 1"),
        ("outlet:gull", "iran-report 1 2 3"),
        ('outlet:"daily gu*"', "iran-report 1 2 3"),
        ("-outlet:gull", "tides 1 loose 1"),
        ("date:2021", "iran-report 1 2 3"),
        ("date:2021-05..2022", "iran-report 1 2 3 tides 1"),
        ("date:2022-01", ""),  # of the other, only the year is known
        ("date:2021-06..", "tides 1"),
        ("date:..2021-05-02", ""),
        ("-date:2021", "tides 1 loose 1"),
        ("via:amnesty", "iran-report 2"),
        ("via:bo", ""),
        ("in:quotes via:international free", "iran-report 2"),
        ("stance:doubt", "iran-report 1"),
        ("in:quotes date:2021 free", "iran-report 1 2 3"),
        ("in:quotes (date:2021 -free)", ""),
        ("in:author doc:tides free", "tides 1"),
        ("doc:tides OR stance:doubt", "iran-report 1 tides 1"),
    ],
)
def test_documents_are_asked_for(line: str, expected: str, tmp_path: Path) -> None:
    memory = Library()
    for one in READINGS:
        memory.add(one)
    keep(tmp_path / "l", *READINGS)
    kept = KeptLibrary(tmp_path / "l")
    for library in (memory, kept):
        found = sorted((hit.document, hit.paragraph) for hit in library.search(line).hits)
        wanted: list[tuple[str, int]] = []
        name = ""
        for word in expected.split():
            if word.isdigit():
                wanted.append((f"/texts/{name}.txt", int(word)))
            name = name if word.isdigit() else word
        assert found == sorted(wanted)
    kept.close()
    memory.close()


def test_hits_are_counted(tmp_path: Path) -> None:
    memory = Library()
    for one in READINGS:
        memory.add(one)
    keep(tmp_path / "l", *READINGS)
    kept = KeptLibrary(tmp_path / "l")
    expected = Counts(
        {"/texts/iran-report.txt": 3, "/texts/loose.txt": 1, "/texts/tides.txt": 1},
        {"Bo": 2, "Anna Smith": 1},
        {"direct": 3, "indirect": 1},
    )
    for library in (memory, kept):
        # Of all of them, however few are given.
        counts = library.search("free", limit=1).counts()
        assert counts == expected
        assert list(counts.voices) == ["Bo", "Anna Smith"]
        some = library.search("free").counts({"/texts/iran-report.txt"})
        assert some.documents == {"/texts/iran-report.txt": 3}
        assert sum(some.voices.values()) < 4
        assert library.search('"nowhere at all"').counts() == Counts()
    results = kept.search("free")
    keep(tmp_path / "l", plain("/texts/tides.txt", "bound"))
    kept.refresh()
    assert results.counts().documents == {"/texts/iran-report.txt": 3, "/texts/loose.txt": 1}
    kept.close()
    memory.close()


@pytest.mark.parametrize(
    ("date", "expected"),
    [
        ("2021", ("2021-01-01", "2021-12-31")),
        ("2024-02", ("2024-02-01", "2024-02-29")),
        ("2021-05-03", ("2021-05-03", "2021-05-03")),
        ("2021-05-03T10:00:00Z", ("2021-05-03", "2021-05-03")),
        ("2021-13", None),
        ("2021-02-30", None),
        ("0000", None),
        ("20211", None),
        ("3 May 2021", None),
        ("", None),
    ],
)
def test_what_a_date_may_mean(date: str, expected: tuple[str, str] | None) -> None:
    assert days_of(date) == expected
