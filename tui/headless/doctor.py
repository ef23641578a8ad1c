"""`quoth doctor`: versions, the terminal, and whether the program works here; for bug reports."""

from __future__ import annotations

import platform
import sys
import tempfile
from collections.abc import Callable, Iterator
from importlib import import_module, metadata
from pathlib import Path

from tui import __version__
from tui.headless.surroundings import surroundings

__all__ = ["print_health"]

_PACKAGES = ("textual", "rich", "whoosh3", "platformdirs")
_EXTRAS = {
    "pypdfium2": "pdf",
    "trafilatura": "web",
    "watchfiles": "watch",
    "textual_serve": "serve",
}


def print_health(library: str | None = None, *, repair_library: bool = False) -> int:
    """Print the report; 0 when every check went well, else 2.

    `library` is the folder of the library where it is not the user's own. With `repair_library`,
    one that is damaged is mended.
    """
    for name, value in _facts():
        print(f"{name:<12} {value}")
    well = True
    checks: dict[str, Callable[[], str]] = {
        **_CHECKS,
        "library": lambda: _look_at_library(library, mend=repair_library),
    }
    for name, check in checks.items():
        try:
            print(f"{name:<12} {check()}")
        except Exception as problem:
            well = False
            print(f"{name:<12} FAILED: {type(problem).__name__}: {problem}")
    return 0 if well else 2


def _facts() -> Iterator[tuple[str, str]]:
    yield "quoth", __version__
    yield "python", f"{platform.python_version()} ({sys.executable})"
    yield "system", platform.platform()
    for package in _PACKAGES:
        yield package, _version(package)
    for package, extra in _EXTRAS.items():
        yield package, f"{_usable(package)} (optional: .venv/bin/pip install '.[{extra}]')"
    if _version("Whoosh") != "not installed" or _version("whoosh-reloaded") != "not installed":
        yield "whoosh", "another Whoosh is installed beside whoosh3: remove one of the two"
    yield from surroundings()


def _version(package: str) -> str:
    try:
        return metadata.version(package)
    except metadata.PackageNotFoundError:
        return "not installed"


def _usable(package: str) -> str:
    version = _version(package)
    try:
        import_module(package)
    except ImportError as problem:
        return version if version == "not installed" else f"{version}, NOT USABLE: {problem}"
    return version


def _read_the_sample() -> str:
    from texts.attribution import attribute
    from texts.loading import load
    from texts.samples import sample_path

    reading = attribute(load(sample_path()))
    found, voices = len(reading.quotations), len(reading.voices) - 1
    return f"well: {found} quotations of {voices} voices in the sample"


def _search_the_sample() -> str:
    from index.library import Library
    from texts.attribution import attribute
    from texts.loading import load
    from texts.samples import sample_path

    reading = attribute(load(sample_path()))
    quotation = next(q for q in reading.quotations if q.voice is not None)
    library = Library()
    library.add(reading)
    word = reading.document.words_of(quotation.spans[0]).split()[1]
    results = library.search(f'"{word}" in:quotes')
    if not results.hits:
        raise LookupError(f"{word!r} is in the sample and was not found")
    return "well: the sample is indexed and searched"


def _write_state() -> str:
    from tui.state import folder

    place = folder()
    nearest = next(path for path in (place, *place.parents) if path.exists())
    with tempfile.TemporaryFile(dir=nearest):
        pass
    return f"well: kept in {_from_home(place)}"


def _look_at_library(given: str | None, *, mend: bool) -> str:
    from index.errors import OutdatedIndex
    from index.kept.folder import Folder
    from index.kept.repairing import in_words, problems_of, repair
    from tui.library_place import library_folder

    folder = library_folder(given)
    place = _from_home(folder)
    if not Folder(folder).exists:
        return f"none yet; quoth add begins one in {place}"
    try:
        problems = problems_of(folder)
    except OutdatedIndex as outdated:
        if not mend:
            return f"{outdated}; it is built again when it is next used"
        problems = [str(outdated)]
    if problems and mend:
        return f"mended: {in_words(repair(folder))}"
    if problems:
        more = f" (and {len(problems) - 1:,} more)" if len(problems) > 1 else ""
        raise LookupError(f"{problems[0]}{more}; quoth doctor --repair mends it")
    return f"well: every byte in {place} is as it was written"


def _from_home(path: Path) -> str:
    home = Path.home()
    return f"~/{path.relative_to(home)}" if path.is_relative_to(home) else str(path)


_CHECKS: dict[str, Callable[[], str]] = {
    "attribution": _read_the_sample,
    "search": _search_the_sample,
    "your place": _write_state,
}
