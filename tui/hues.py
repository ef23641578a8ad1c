"""The hues of voices, before they are fitted to a ground: six that colour-blind eyes tell apart."""

from __future__ import annotations

__all__ = ["ON_DARK", "ON_LIGHT", "UNRESOLVED_ON_DARK", "UNRESOLVED_ON_LIGHT"]

ON_DARK = ("#6cb6f5", "#f0a85a", "#6fcf8f", "#b9a2ff", "#dcd463", "#f29bc6")
ON_LIGHT = ("#0b57a4", "#9a4a00", "#0b6646", "#5b3fb0", "#655600", "#a01a72")
UNRESOLVED_ON_DARK = "#ff7b72"
UNRESOLVED_ON_LIGHT = "#b3121d"
