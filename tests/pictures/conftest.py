"""Lets the report of pictures that differ be written where every warning is an error."""

from __future__ import annotations

import pytest


def pytest_configure(config: pytest.Config) -> None:
    """The plugin dates its report by a function that Python 3.12 deprecates."""
    config.addinivalue_line(
        "filterwarnings",
        r"ignore:datetime\.datetime\.utcnow:DeprecationWarning:pytest_textual_snapshot",
    )
