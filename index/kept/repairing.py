"""Finding damage in the library, and mending it: the index is built again from the readings.

Everything the index and the catalogue know is in the readings too, but for which of them are
current. So that is asked of the newest catalogue that is as it was written; if there is none for
the newest commit, every reading that is there counts, of each file the one written last.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from shutil import rmtree
from typing import TypeVar

from index.engines.folders import refusals_named
from index.engines.whoosh_kept import newest_generation
from index.errors import DamagedIndex, OutdatedIndex
from index.kept.catalogue import Catalogue, KeptDocument, Stamp, listed
from index.kept.folder import Folder
from index.kept.library import KeptLibrary, catalogue_of
from index.kept.lock import held
from index.kept.making import Made, Work, kept_as
from index.kept.readings import Readings
from index.kept.writing import BATCH, Writing

__all__ = ["Repaired", "in_words", "mended", "problems_of", "repair"]

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Repaired:
    """What mending came to."""

    documents: int
    """How many the library has now."""
    lost: tuple[str, ...]
    """The names of those whose readings were damaged or missing; they are in it no more."""
    aside: Path | None
    """Where the index is that was there before; `None` if it was only of another version."""


def mended(
    folder: Path, damage: DamagedIndex, use: Callable[[], T], tell: Callable[[str], None]
) -> T:
    """What using the library in a folder gives, after its damaged index was built again.

    `tell` gets a sentence on that before it is begun, and one after. Raises `BadIndex` where it
    cannot be done, or the library not be used even so.
    """
    tell(f"{damage}; the index is built again from the readings that are kept …")
    tell(in_words(repair(folder)))
    return use()


def in_words(repaired: Repaired) -> str:
    """What mending came to, in a sentence or two."""
    told = f"The index was built again with {repaired.documents:,} documents"
    if repaired.lost:
        some = ", ".join(repaired.lost[:3]) + (" …" if len(repaired.lost) > 3 else "")
        told += (
            f"; readings that were damaged too, and are left out until added again: "
            f"{len(repaired.lost):,} ({some})"
        )
    return (
        told if repaired.aside is None else f"{told}. What was there before is in {repaired.aside}"
    )


def problems_of(folder: Path) -> list[str]:
    """What is wrong with the library in a folder, a sentence each. Reads every byte of it.

    Raises `OutdatedIndex` where nothing is wrong, but another version wrote the index.
    """
    try:
        library = KeptLibrary(folder)
    except OutdatedIndex:
        raise
    except DamagedIndex as problem:
        return [str(problem)]
    try:
        found = []
        readings = Readings(Folder(folder).readings)
        for document in library.documents:
            with suppress(DamagedIndex):
                readings.read(document.address)
                continue
            found.append(f"{document.name}: its reading is missing or damaged")
        if library.addresses() != {document.address for document in library.documents}:
            found.append(f"The index in {folder} does not have the documents of its catalogue")
        return found
    finally:
        library.close()


def repair(folder: Path, tell: Callable[[int, int], None] = lambda _, __: None) -> Repaired:
    """Build the index of the library in a folder again. `tell` gets how many of how many.

    Raises `BadIndex` where that cannot be done, `Busy` where somebody is adding.
    """
    place = Folder(folder)
    place.begin()
    with held(place.lock):
        readings = Readings(place.readings)
        known = _known(place, readings)
        with refusals_named(folder):
            # While there is an index, nobody takes the one that is being built for complete.
            place.index.mkdir(mode=0o700, exist_ok=True)
            rmtree(place.rebuilt, ignore_errors=True)
        session = Writing(Folder(folder, rebuilt=True), tidy=False)
        try:
            lost: list[str] = []
            batch: list[Made] = []
            words = 0
            for at, document in enumerate(known.documents, 1):
                made = _made(readings, document)
                if made is None:
                    lost.append(document.name)
                else:
                    batch.append(made)
                    words += made.words
                if words >= BATCH or at == len(known.documents):
                    session.commit(batch, folders=known.folders)
                    batch, words = [], 0
                    tell(at, len(known.documents))
            documents = len(session.catalogue.documents)
        finally:
            session.close()
        outdated = _is_outdated(place)
        place.set_aside()
        if outdated:
            place.drop_aside()
        return Repaired(documents, tuple(lost), None if outdated else place.damaged)


def _is_outdated(place: Folder) -> bool:
    return (
        newest_generation(place.index) is None
        and newest_generation(place.index, of_any_version=True) is not None
    )


def _made(readings: Readings, document: KeptDocument) -> Made | None:
    try:
        data = readings.bytes_of(document.address)
        reading = readings.read(document.address)
    except DamagedIndex:
        return None
    work = Work(document.path, document.stamp or Stamp(0, 0), document.made)
    return kept_as(work, document, data, reading)


def _known(place: Folder, readings: Readings) -> Catalogue:
    """The documents that the library should have."""
    there = place.index.is_dir()
    newest = newest_generation(place.index, of_any_version=True) if there else None
    usable = list(_catalogues(place))
    for catalogue in usable:
        if catalogue.generation == newest:
            return catalogue
    before = usable[0] if usable else Catalogue()
    stamps = {document.address: document for document in before.documents}
    found: dict[str, KeptDocument] = {}
    for address in readings.addresses():
        document = stamps.get(address)
        if document is None:
            try:
                reading = readings.read(address)
            except DamagedIndex:
                continue
            # Its name is its path, unless that holds what no terminal should get.
            document = listed(reading, address, reading.document.name, None, "")
        found[document.path] = document
    return Catalogue(0, tuple(found.values()), before.folders)


def _catalogues(place: Folder) -> Iterator[Catalogue]:
    """The catalogues that are as they were written, the newest first."""
    numbers = [
        int(path.name.partition("-")[2])
        for path in place.index.glob("catalogue-*")
        if path.name.partition("-")[2].isdigit()
    ]
    for number in sorted(numbers, reverse=True):
        with suppress(DamagedIndex):
            yield catalogue_of(place, number)
