"""What can go wrong when a text is opened, as sentences a reader can act on.

TextsError
├── NotFound      there is no such file or folder
├── NotAllowed    it is there, and may not be read
├── NoText        there is nothing to read in it: empty, a folder without texts, scanned pages
├── NotText       it is not what can be read: a picture, a program, a format not known
├── Damaged       it is not whole, or not what its name says
├── Locked        it is encrypted, and only its owner has the key
├── TooMuch       it is larger, deeper or slower than is safely loaded
├── NotInstalled  its format needs a package that is not there
└── BadMetadata   the .toml beside a text cannot be used
"""

from __future__ import annotations

__all__ = [
    "BadMetadata",
    "Damaged",
    "Locked",
    "NoText",
    "NotAllowed",
    "NotFound",
    "NotInstalled",
    "NotText",
    "TextsError",
    "TooMuch",
]


class TextsError(Exception):
    """Any failure of this package that is not a defect. Its text is one clear sentence."""


class NotFound(TextsError):
    """There is no such file or folder."""


class NotAllowed(TextsError):
    """It is there, and may not be read."""


class NoText(TextsError):
    """There is nothing to read in it."""


class NotText(TextsError):
    """It is not what can be read."""


class Damaged(TextsError):
    """It is not whole, or not what its name says."""


class Locked(TextsError):
    """It is encrypted."""


class TooMuch(TextsError):
    """It is larger, deeper or slower than is safely loaded."""


class NotInstalled(TextsError):
    """Its format needs a package that is not there."""


class BadMetadata(TextsError):
    """The ``.toml`` beside a text cannot be used."""
