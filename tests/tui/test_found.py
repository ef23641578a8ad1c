"""What a search found, made ready for the screen."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tests.tui.made import article
from texts.document import Span
from tui.found import Lights


@given(starts=st.sets(st.integers(0, len(article().text) - 2), max_size=30))
def test_lights_are_the_places_by_their_paragraphs(starts: set[int]) -> None:
    paragraphs = article().paragraphs
    inside = [
        Span(start, start + 1)
        for start in sorted(starts)
        if start in paragraphs[paragraphs.index_at(start)].span
    ]
    lights = Lights(inside, paragraphs)
    assert [span for index in lights for span in lights[index]] == inside
    assert len(lights) == len({paragraphs.index_at(span.start) for span in inside})
    for index in range(len(paragraphs)):
        assert (index in lights) == any(span.start in paragraphs[index].span for span in inside)
