"""The hues of voices, before they are fitted to a ground: six that colour-blind eyes tell apart."""

from __future__ import annotations

__all__ = ["ON_DARK", "ON_LIGHT", "UNRESOLVED_ON_DARK", "UNRESOLVED_ON_LIGHT"]

ON_DARK = ("#609ecf", "#df9541", "#6fcf8f", "#b9a2ff", "#e1d363", "#f29bc6")
ON_LIGHT = ("#195096", "#9d4c00", "#176e4e", "#583fb4", "#4e4000", "#a01a72")
UNRESOLVED_ON_DARK = "#ff7b72"
UNRESOLVED_ON_LIGHT = "#b20d2a"
