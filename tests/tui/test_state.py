"""What is kept between sessions comes back, and damage is set aside, never lost and never fatal."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tui import state
from tui.remembered import Remembered
from tui.spots import Spot
from tui.state import State

_SPOT = [1, 2, 3, "", "", ""]
_SOUND = {
    "schema": 2, "last": [], "texts": {}, "queries": [], "theme": None, "width": None,
    "margin": None, "configured": {}, "welcomed": False,
}  # fmt: skip


_WRONG: tuple[dict[str, object], ...] = (
    {"last": [1]},
    {"texts": {"ab": {"path": None, "place": [1, 2], "marks": {}}}},
    {"texts": {"ab": {"path": None, "place": [1, 2, 3, "", "", None], "marks": {}}}},
    {"texts": {"ab": {"path": 3, "place": _SPOT, "marks": {}}}},
    {"texts": {"ab": {"path": "/a", "place": _SPOT, "marks": {"ab": _SPOT}}}},
    {"queries": [None]},
    {"saved": [1]},
    {"width": "72"},
    {"margin": 1},
    {"configured": {"theme": None}},
)


@pytest.fixture(autouse=True)
def kept_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    place = tmp_path / "state"
    monkeypatch.setattr(state, "folder", lambda: place)
    return place


def test_nothing_is_kept_at_first() -> None:
    assert state.load() == (State(), None)


def kept_of_a_text() -> Remembered:
    spot = Spot(12, 1, 3, ("0a", "0b", ""))
    return Remembered(spot, {"a": Spot(0, 0), "7": Spot(5)}, "/a.txt")


def test_it_comes_back() -> None:
    kept = State(
        last=("/a.txt", "/b.txt", "/bad-\udcff-name"),
        texts={"ab": kept_of_a_text(), "cd": Remembered(Spot(7))},
        queries=("“fair trial”", "voice:amnesty"),
        saved=("in:quotes iran",),
        theme="quoth-light",
        width=60,
        margin=False,
        configured={"theme": "nord", "width": 64, "margin": True},
        welcomed=True,
    )
    assert state.save(kept) is None
    assert state.load() == (kept, None)


def test_what_an_earlier_version_kept_is_read(kept_in: Path) -> None:
    kept_in.mkdir()
    (kept_in / "state.json").write_text(
        '{"schema": 1, "last": ["/a"], "places": {"ab": 12}, "theme": "nord", "welcomed": true}'
    )
    earlier = State(("/a",), {"ab": Remembered(Spot(12))}, theme="nord", welcomed=True)
    assert state.load() == (earlier, None)


def test_what_a_later_version_kept_is_set_aside(kept_in: Path) -> None:
    kept_in.mkdir()
    (kept_in / "state.json").write_text('{"schema": 3}')
    found, said = state.load()
    assert found == State()
    assert said == "state.json was written by a newer quoth; it was set aside as state.newer.json."
    assert (kept_in / "state.newer.json").exists()


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
        '{"schema": "2"}',
        *(json.dumps({**_SOUND, **wrong}) for wrong in _WRONG),
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


def test_the_oldest_texts_are_forgotten() -> None:
    kept = State()
    for number in range(510):
        kept = kept.with_text(f"d{number}", Remembered(Spot(number)))
    kept = kept.with_text("d20", Remembered(Spot(7)))
    assert len(kept.texts) == 500
    assert "d9" not in kept.texts
    assert list(kept.texts)[-1] == "d20"


def test_each_query_is_kept_once_the_latest_first_and_not_too_many() -> None:
    kept = State().with_queries(["b", "a", "b", "", "  ", "x" * 257, *map(str, range(200))])
    assert kept.queries[:3] == ("b", "a", "0")
    assert len(kept.queries) == 100


def test_a_sound_state_is_sound(kept_in: Path) -> None:
    kept_in.mkdir()
    (kept_in / "state.json").write_text(json.dumps(_SOUND))
    assert state.load() == (State(), None)
