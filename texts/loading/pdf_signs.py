"""The signs on a page of a PDF, and where and how each is printed: pypdfium2's view, made whole."""

from __future__ import annotations

import ctypes
from typing import Final

import pypdfium2
from pypdfium2 import raw

__all__ = ["Signs", "whole"]

_BOLD: Final = 600


class Signs:
    """The text of a page, in UTF-16 units as PDFium counts: what is beyond the first plane is two.

    Offsets are into `units`. Lengths are in points.
    """

    def __init__(self, text: pypdfium2.PdfTextPage) -> None:
        words: str = text.get_text_range(errors="surrogatepass")
        data = words.encode("utf-16-le", "surrogatepass")
        self.units = words if len(data) == 2 * len(words) else _units(data)
        self._text = text.raw
        # Where PDFium adds or leaves out signs, its list of them and its text count differently.
        self._differs = len(self.units) != text.count_chars()

    def place(self, at: int) -> tuple[float, float]:
        """How far to the right a sign begins, and how high the line is that it stands on."""
        x, y = ctypes.c_double(), ctypes.c_double()
        raw.FPDFText_GetCharOrigin(self._text, self._index(at), x, y)
        return x.value, y.value

    def left(self, at: int) -> float:
        """How far to the right the ink of a sign begins."""
        start, ignored = ctypes.c_double(), ctypes.c_double()
        raw.FPDFText_GetCharBox(self._text, self._index(at), start, ignored, ignored, ignored)
        return start.value

    def right(self, at: int) -> float:
        """How far to the right a sign ends."""
        end, ignored = ctypes.c_double(), ctypes.c_double()
        raw.FPDFText_GetCharBox(self._text, self._index(at), ignored, end, ignored, ignored)
        return end.value

    def size(self, at: int) -> float:
        """The size of a sign as it is printed: its type's size, scaled as the page scales it."""
        matrix = raw.FS_MATRIX()
        index = self._index(at)
        scale = 1.0
        if raw.FPDFText_GetMatrix(self._text, index, matrix):
            scale = (matrix.b**2 + matrix.d**2) ** 0.5 or 1.0
        return float(raw.FPDFText_GetFontSize(self._text, index)) * scale

    def is_bold(self, at: int) -> bool:
        """Whether a sign is printed bold."""
        return bool(raw.FPDFText_GetFontWeight(self._text, self._index(at)) >= _BOLD)

    def _index(self, at: int) -> int:
        if not self._differs:
            return at
        return max(0, int(raw.FPDFText_GetCharIndexFromTextIndex(self._text, at)))


def whole(units: str) -> str:
    """Characters for UTF-16 units; half a character becomes U+FFFD."""
    if units.isascii():
        return units
    return units.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def _units(data: bytes) -> str:
    return "".join(map(chr, memoryview(data).cast("H")))
