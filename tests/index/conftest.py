"""Libraries for tests."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from index.library import Library


@pytest.fixture
def library() -> Iterator[Library]:
    """An empty library in memory."""
    library = Library()
    yield library
    library.close()
