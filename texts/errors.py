"""What can go wrong when a text is opened, as sentences a reader can act on.

TextsError
├── NotFound      there is no such file or folder
├── NotAllowed    it is there, and may not be read
├── NoText        there is nothing to read in it: empty, or a folder without texts
├── NotText       it is not plain text: a picture, a program, a format not known
└── BadMetadata   the .toml beside a text cannot be used
"""

from __future__ import annotations

__all__ = ["BadMetadata", "NoText", "NotAllowed", "NotFound", "NotText", "TextsError"]


class TextsError(Exception):
    """Any failure of this package that is not a defect. Its text is one clear sentence."""


class NotFound(TextsError):
    """There is no such file or folder."""


class NotAllowed(TextsError):
    """It is there, and may not be read."""


class NoText(TextsError):
    """There is nothing to read in it."""


class NotText(TextsError):
    """It is not plain text."""


class BadMetadata(TextsError):
    """The ``.toml`` beside a text cannot be used."""
