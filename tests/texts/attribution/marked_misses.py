"""What is not right yet in the marked texts, by the place of the quotation in its text."""

from __future__ import annotations

from typing import Final

__all__ = ["MISSES"]

MISSES: Final[dict[str, tuple[int, ...]]] = {
    "blog": (0, 4, 7, 8, 15, 16, 17),
    "court": (5, 6, 8, 21),
    "dashes": (5, 8, 9, 10, 12, 14),
    "email": (0, 1, 4, 5, 6),
    "indian": (1, 12, 18),
    "interview": (1, 8, 9, 20),
    "novel-three": (3, 4, 7, 9, 18, 22, 24, 27),
    "obituary": (4, 5, 6, 10, 11, 14),
    "parliament": (8, 15),
    "sport": (0,),
    "un": (9, 10, 11, 17),
    "victorian": (10, 12, 17, 20, 21, 22, 23),
}
