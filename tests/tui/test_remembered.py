"""Places and marks of earlier times: by the bytes of a file, and by its path once it was edited."""

from __future__ import annotations

from texts.document import Document
from texts.loading import read_text
from tui.remembered import Recalled, Remembered, is_mark, recall, remember
from tui.spots import Spot

_TEXT = "The first line.\n\nThe second, about a crane.\n\nThe third line.\n"


def document(text: str = _TEXT) -> Document:
    return read_text("a.txt", text.encode())


def remembered(path: str | None = "/a.txt") -> dict[str, Remembered]:
    marks = {"a": _TEXT.index("third"), "7": 0}
    return {document().digest: remember(document(), path, _TEXT.index("crane"), marks)}


def test_the_same_bytes_wherever_they_are() -> None:
    wanted = Recalled(_TEXT.index("crane"), {"a": _TEXT.index("third"), "7": 0})
    assert recall(remembered(), document(), "/elsewhere.txt") == wanted
    assert recall(remembered(None), document(), None) == wanted


def test_an_edited_file_by_its_path() -> None:
    new = document("A new beginning.\n\n" + _TEXT)
    recalled = recall(remembered(), new, "/a.txt")
    assert recalled is not None
    assert new.text[recalled.offset :].startswith("crane")
    assert new.text[recalled.marks["a"] :].startswith("third")
    assert new.text[recalled.marks["7"] :].startswith("The first")


def test_what_was_never_read_has_no_place() -> None:
    other = document("Other words.\n")
    assert recall(remembered(), other, "/b.txt") is None
    assert recall(remembered(None), other, None) is None


def test_of_several_states_of_a_file_the_latest_counts() -> None:
    older = {"0" * 64: Remembered(Spot(0, 0), {}, "/a.txt")}
    recalled = recall({**older, **remembered()}, document(_TEXT + "More.\n"), "/a.txt")
    assert recalled is not None
    assert recalled.offset == _TEXT.index("crane")


def test_a_place_beyond_the_end_is_the_end() -> None:
    kept = {document().digest: Remembered(Spot(10_000), {"a": Spot(10_000)})}
    assert recall(kept, document(), None) == Recalled(len(_TEXT) - 1, {"a": len(_TEXT) - 1})


def test_marks_are_letters_and_digits() -> None:
    assert [letter for letter in ("a", "Z", "5", "'", "é", "", "ab", " ") if is_mark(letter)] == [
        "a", "Z", "5",
    ]  # fmt: skip
    assert remember(document(), None, 0, {"'": 3}).marks == {}
