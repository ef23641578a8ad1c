"""How different two colours are to an eye that sees all of them, and to eyes that lack a kind of cone.

What such an eye sees is reckoned as G. M. Machado, M. M. Oliveira and L. A. F. Fernandes do in “A
Physiologically-based Model for Simulation of Color Vision Deficiency” (2009), at full severity; the
difference is the distance in CIE L*a*b* of 1976, of which about 2 can be noticed side by side.
"""

from __future__ import annotations

from math import dist
from typing import Final

from textual.color import Color

__all__ = ["SIGHTS", "difference"]

_Matrix = tuple[tuple[float, float, float], ...]

SIGHTS: Final[dict[str, _Matrix]] = {
    "every cone": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "no long cones": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "no middle cones": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "no short cones": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
}
"""What each kind of eye makes of linear red, green and blue."""

_TO_XYZ: Final[_Matrix] = (
    (0.4124564, 0.3575761, 0.1804375),
    (0.2126729, 0.7151522, 0.0721750),
    (0.0193339, 0.1191920, 0.9503041),
)
_WHITE: Final = (0.95047, 1.0, 1.08883)


def difference(one: Color, other: Color, sight: str) -> float:
    """The distance of two colours to an eye."""
    return dist(_lab(one, SIGHTS[sight]), _lab(other, SIGHTS[sight]))


def _lab(colour: Color, sight: _Matrix) -> tuple[float, float, float]:
    linear = [_linear(value) for value in colour.normalized]
    seen = [min(1.0, max(0.0, value)) for value in _times(sight, linear)]
    x, y, z = (_root(v / white) for v, white in zip(_times(_TO_XYZ, seen), _WHITE, strict=True))
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def _times(matrix: _Matrix, vector: list[float]) -> list[float]:
    return [sum(a * b for a, b in zip(row, vector, strict=True)) for row in matrix]


def _linear(value: float) -> float:
    return float(value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4)


def _root(value: float) -> float:
    return float(value ** (1 / 3) if value > 216 / 24389 else (24389 / 27 * value + 16) / 116)
