"""What is known of a text's origin, from the small ``.toml`` that may lie beside it."""

from __future__ import annotations

import datetime
import tomllib
from dataclasses import fields
from pathlib import Path

from texts.document import Origin
from texts.errors import BadMetadata, TextsError
from texts.loading.controls import harmless, harmless_path
from texts.loading.files import opened

__all__ = ["origin_beside"]

_KEYS = tuple(field.name for field in fields(Origin))
_LARGEST = 65_536


def origin_beside(path: Path) -> Origin:
    """The origin stated in ``NAME.toml`` beside ``NAME.txt``; all unknown when there is none.

    The keys are those of `Origin`; others are left for other programs. Raises `BadMetadata` when
    the file is no TOML or gives something else than words or a date.
    """
    beside = path.with_suffix(".toml")
    shown = harmless_path(str(beside))
    try:
        with opened(beside) as file:
            raw = file.read(_LARGEST + 1)
    except TextsError:
        return Origin()
    if len(raw) > _LARGEST:
        raise BadMetadata(f"{shown} is too large to describe a text; move it away or shorten it.")
    try:
        values = tomllib.loads(raw.decode("utf-8"))
    # Wrong TOML, bytes that are no UTF-8, and numbers with too many digits.
    except (ValueError, RecursionError) as problem:
        raise BadMetadata(
            f"{shown} is not valid TOML ({problem}); mend it or move it away."
        ) from None
    return Origin(**{key: _words(values[key], key, shown) for key in _KEYS if key in values})


def _words(value: object, key: str, shown: str) -> str:
    if isinstance(value, datetime.date | datetime.datetime):
        return value.isoformat()
    if isinstance(value, str):
        return harmless(" ".join(value.split()))
    raise BadMetadata(f"{shown}: {key} must be words in quotation marks or a date.")
