"""What is kept between sessions comes back, and damage is set aside, never lost and never fatal."""

from __future__ import annotations

from pathlib import Path

import pytest

from tui import state
from tui.state import State


@pytest.fixture(autouse=True)
def kept_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    place = tmp_path / "state"
    monkeypatch.setattr(state, "folder", lambda: place)
    return place


def test_nothing_is_kept_at_first() -> None:
    assert state.load() == (State(), None)


def test_it_comes_back() -> None:
    kept = State(("/a.txt", "/b.txt"), {"ab": 12}, "quoth-light", welcomed=True)
    assert state.save(kept) is None
    assert state.load() == (kept, None)


def test_only_the_user_can_read_it(kept_in: Path) -> None:
    state.save(State())
    assert kept_in.stat().st_mode & 0o077 == 0
    assert (kept_in / "state.json").stat().st_mode & 0o077 == 0


@pytest.mark.parametrize(
    "content",
    [
        "",
        "[]",
        "{",
        '{"schema": 2}',
        '{"schema": 1, "last": 3, "places": {}, "theme": null}',
        '{"schema": 1, "last": [], "places": {"a": "b"}, "theme": null}',
        "[" * 100_000,
    ],
)
def test_damage_is_set_aside_with_a_sentence(kept_in: Path, content: str) -> None:
    kept_in.mkdir()
    (kept_in / "state.json").write_text(content)
    found, said = state.load()
    assert found == State()
    assert said is not None
    assert "set aside" in said
    assert (kept_in / "state.broken.json").read_text() == content
    assert state.load() == (State(), None)


def test_a_folder_that_cannot_be_made_gives_a_sentence(kept_in: Path) -> None:
    kept_in.write_text("in the way")
    said = state.save(State())
    assert said is not None
    assert "could not be kept" in said


def test_the_oldest_places_are_forgotten() -> None:
    kept = State()
    for number in range(510):
        kept = kept.at(f"d{number}", number)
    kept = kept.at("d20", 7)
    assert len(kept.places) == 500
    assert "d9" not in kept.places
    assert list(kept.places)[-1] == "d20"
