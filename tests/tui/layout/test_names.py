"""Names: short enough, and still telling who is meant."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from texts.reading import Voice, VoiceKind
from tui.layout.names import short_name


@pytest.mark.parametrize(
    ("name", "kind", "names", "width", "short"),
    [
        ("Mara Lindqvist", VoiceKind.PERSON, (), 20, "Mara Lindqvist"),
        ("Mara Lindqvist", VoiceKind.PERSON, (), 11, "Lindqvist"),
        ("Mara Lindqvist, city engineer", VoiceKind.PERSON, (), 11, "Lindqvist"),
        ("Ottoline van der Berg", VoiceKind.PERSON, (), 12, "van der Berg"),
        ("Ruth Ashdown-Clay Jr.", VoiceKind.PERSON, (), 12, "Ashdown-Clay"),
        ("Ruth Ashdown-Clay", VoiceKind.PERSON, (), 8, "Ashdown…"),
        ("Harbour Council of Northmouth", VoiceKind.ORGANIZATION, (), 12, "Harbour Cou…"),
        ("Harbour Council of Northmouth", VoiceKind.ORGANIZATION, (), 10, "Harbour…"),
        (
            "Harbour Council of Northmouth",
            VoiceKind.ORGANIZATION,
            ("the council", "Harbour Council", "they"),
            15,
            "Harbour Council",
        ),
        ("nine harbour pilots", VoiceKind.GROUP, ("the pilots", "pilots"), 10, "pilots"),
        ("漢字漢字漢字", None, (), 5, "漢字…"),
        ("漢字漢字漢字", None, (), 4, "漢…"),
        ("a  broken\nname", None, (), 20, "a broken name"),
    ],
)
def test_short_names(
    name: str, kind: VoiceKind | None, names: tuple[str, ...], width: int, short: str
) -> None:
    assert short_name(Voice(1, name, kind, names), width) == short


@given(
    st.text(min_size=1),
    st.sampled_from([None, *VoiceKind]),
    st.lists(st.text(), max_size=3),
    st.integers(1, 30),
)
def test_it_always_fits(name: str, kind: VoiceKind | None, names: list[str], width: int) -> None:
    assert cell_len(short_name(Voice(1, name, kind, tuple(names)), width)) <= width
