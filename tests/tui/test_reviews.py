"""Decisions are kept where only the user sees them, are found again, and are never lost silently."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.texts.review.made import TEXT, decided, read, voiced
from texts.document import Document
from texts.loading import load
from texts.review.sidecar import Review
from tui import reviews
from tui.reviews import NotKept, Reviews

_ONE = decided(read(), "“We have", voiced("Peter Lund"))
_TWO = decided(read(), "“Nobody", voiced("Ruth Alder"))


@pytest.fixture
def kept(tmp_path: Path) -> Reviews:
    """Where decisions may be kept; nothing is there yet."""
    return Reviews(tmp_path / "reviews")


def written(path: Path, text: str = TEXT) -> tuple[Document, Path]:
    """A file, as a document."""
    path.parent.mkdir(exist_ok=True)
    path.write_text(text)
    return load(path), path


def found(kept: Reviews, document: Document, path: Path | None) -> Review | None:
    review, problem = kept.of(document, path)
    assert problem is None
    return review


def test_nothing_is_kept_at_first_and_nothing_is_made(kept: Reviews, tmp_path: Path) -> None:
    assert found(kept, *written(tmp_path / "a.txt")) is None
    assert not kept.place.exists()


def test_a_decision_comes_back_and_only_the_user_can_read_it(kept: Reviews, tmp_path: Path) -> None:
    document, path = written(tmp_path / "texts" / "a.txt")
    review = kept.change(document, path, lambda review: review.with_decision(_ONE))
    assert review.decisions == (_ONE,)
    assert found(Reviews(kept.place), document, path) == review
    everything = [kept.place, *kept.place.rglob("*")]
    assert all(one.stat().st_mode & 0o077 == 0 for one in everything)
    assert [one.name for one in path.parent.iterdir()] == ["a.txt"]


def test_it_is_found_when_the_file_was_moved_or_edited_or_both(
    kept: Reviews, tmp_path: Path
) -> None:
    document, path = written(tmp_path / "a.txt")
    review = kept.change(document, path, lambda review: review.with_decision(_ONE))
    moved = written(tmp_path / "moved.txt")
    assert found(kept, *moved) == review
    edited = written(path, f"A word before.\n\n{TEXT}")
    assert found(kept, *edited) == review
    both = kept.change(*edited, lambda review: review.with_decision(_TWO))
    assert both.decisions == (_ONE, _TWO)
    assert found(kept, *written(tmp_path / "b.txt", f"A word before.\n\n{TEXT}")) == both
    assert found(kept, document, None) == both
    assert found(kept, *written(tmp_path / "other.txt", "Other words.\n")) is None


def test_two_that_decide_at_once_lose_nothing(kept: Reviews, tmp_path: Path) -> None:
    document, path = written(tmp_path / "a.txt")
    Reviews(kept.place).change(document, path, lambda review: review.with_decision(_ONE))
    kept.change(document, path, lambda review: review.with_decision(_TWO))
    again = found(kept, document, path)
    assert again is not None
    assert again.decisions == (_ONE, _TWO)


@pytest.mark.parametrize("damage", [b"", b"{", b'{"schema": 1}', b"\xff\x00", b"[" * 50_000])
def test_damage_is_set_aside_with_a_sentence(kept: Reviews, tmp_path: Path, damage: bytes) -> None:
    document, path = written(tmp_path / "a.txt")
    kept.change(document, path, lambda review: review.with_decision(_ONE))
    file = kept.place / f"{document.digest}.json"
    for number in (1, 2):
        file.write_bytes(damage)
        review, said = kept.of(document, path)
        assert review is None
        assert said is not None
        assert "set aside" in said
        assert len(list(kept.place.glob("*.broken*.json"))) == number
    assert found(kept, document, path) is None


def test_what_a_newer_quoth_wrote_stays_as_it_is(kept: Reviews, tmp_path: Path) -> None:
    document, path = written(tmp_path / "a.txt")
    kept.change(document, path, lambda review: review.with_decision(_ONE))
    file = kept.place / f"{document.digest}.json"
    file.write_bytes(newer := b'{"schema": 2, "new": []}')
    review, said = kept.of(document, path)
    assert review is None
    assert said is not None
    assert "newer quoth" in said
    with pytest.raises(NotKept, match="newer quoth"):
        kept.change(document, path, lambda review: review.with_decision(_TWO))
    assert file.read_bytes() == newer


def test_what_cannot_be_read_is_not_written_over(
    kept: Reviews, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    document, path = written(tmp_path / "a.txt")
    review = kept.change(document, path, lambda review: review.with_decision(_ONE))

    def refused(*_: object, **__: object) -> None:
        raise OSError(5, "Input/output error")

    with monkeypatch.context() as patched:
        patched.setattr(Path, "open", refused)
        found_none, said = kept.of(document, path)
        assert found_none is None
        assert said is not None
        assert "Input/output error" in said
        with pytest.raises(NotKept, match="Input/output error"):
            kept.change(document, path, lambda review: review.with_decision(_TWO))
    assert found(kept, document, path) == review


def test_a_pointer_is_not_believed(kept: Reviews, tmp_path: Path) -> None:
    document, path = written(tmp_path / "a.txt")
    kept.change(document, path, lambda review: review.with_decision(_ONE))
    for pointer in (kept.place / "at").iterdir():
        pointer.write_bytes(b"../../elsewhere")
    assert found(kept, *written(path, "Edited.\n")) is None


def test_what_cannot_be_kept_gives_a_sentence(kept: Reviews, tmp_path: Path) -> None:
    kept.place.write_text("in the way")
    with pytest.raises(NotKept, match="not kept"):
        kept.change(*written(tmp_path / "a.txt"), lambda review: review.with_decision(_ONE))


def test_the_folder_is_the_platforms_for_data(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.undo()
    assert reviews.folder().name == "reviews"
