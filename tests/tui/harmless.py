"""What a hostile text may never do: order the terminal about, or lead anywhere."""

from __future__ import annotations

import re
from typing import Final

from tests.tui.conftest import Stage

__all__ = ["ORDERS", "assert_harmless", "assert_shows"]

ORDERS: Final = re.compile(
    "[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]"
)
"""What no terminal may be sent: controls, line ends, bidirectional overrides, broken bytes."""


def assert_harmless(stage: Stage) -> None:
    """Nothing on the screen gives the terminal an order, or leads anywhere when it is clicked.

    The driver writes the words of the segments as they are, and between them only colours.
    """
    for line in stage.app.screen._compositor.render_strips():
        for segment in line:
            assert not ORDERS.search(segment.text), segment.text
            if segment.style is not None:
                assert segment.style.link is None
                assert "@click" not in segment.style.meta


def assert_shows(stage: Stage, *expected: str) -> None:
    """Each of `expected` stands on the screen, to the letter."""
    seen = stage.seen()
    for words in expected:
        assert words in seen, words
    assert_harmless(stage)
    assert stage.app.is_running
