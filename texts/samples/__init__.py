"""The texts that ship with the program, each beside a ``.toml`` that says where it comes from."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path
from typing import Final

__all__ = ["FIRST", "path_of", "sample_names", "sample_path"]

FIRST: Final = "amnesty-iran-impunity"
"""The name of the text that opens when nothing else is asked for."""

_SUFFIXES: Final = (".txt", ".md")


def sample_path() -> Path:
    """Where the first sample lies."""
    return path_of(FIRST)


def sample_names() -> tuple[str, ...]:
    """The names of all samples: file names without their ending; the first sample first."""
    names = {path.stem for path in _folder().iterdir() if path.suffix in _SUFFIXES}
    return (FIRST, *sorted(names - {FIRST}))


def path_of(name: str) -> Path:
    """Where the sample `name` lies. A name that is none of `sample_names` is a `KeyError`."""
    if name not in sample_names():
        raise KeyError(name)
    return next(path for suffix in _SUFFIXES if (path := _folder() / (name + suffix)).is_file())


def _folder() -> Path:
    folder = files(__name__)
    # A reader keeps its place by path, so the samples must be files: both ways of installing
    # that are supported, wheel and editable, unpack them.
    if not isinstance(folder, Path):
        raise TypeError(f"the samples are not files: {folder}")
    return folder
