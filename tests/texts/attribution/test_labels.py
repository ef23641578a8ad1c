"""Labels: whose turn it is in a transcript, however the label is written, and where turns end."""

from __future__ import annotations

import pytest

from tests.texts.attribution.readings import credited


@pytest.mark.parametrize(
    ("labels", "names"),
    [
        (("LEE", "RAY"), ("Lee", "Ray")),
        (("MS. LEE", "MR. RAY"), ("Ms. Lee", "Mr. Ray")),
        (("Ann Lee", "Bob Ray"), ("Ann Lee", "Bob Ray")),
        (("MRS. NÚÑEZ", "MR. ÅS"), ("Mrs. Núñez", "Mr. Ås")),
        (("MS. OAKE-LEE", "MR. RAY"), ("Ms. Oake-Lee", "Mr. Ray")),
        (("LEE (North)", "RAY (South)"), ("Lee", "Ray")),
        (("THE CHAIR", "MR. RAY"), ("Chair", "Mr. Ray")),
    ],
)
def test_labels(labels: tuple[str, str], names: tuple[str, str]) -> None:
    first, second = labels
    text = (
        f"{first}: Is the road shut?\n\n{second}: It is.\n\n"
        f"{first}: Since when?\n\n{second}: Since May.\n"
    )
    assert credited(text, "block") == [
        (names[0], "Is the road shut?"),
        (names[1], "It is."),
        (names[0], "Since when?"),
        (names[1], "Since May."),
    ]


@pytest.mark.parametrize(
    "after",
    [
        "The House then rose.",
        "[The witness left the room.]",
        "Her book, “Roads,” is out in May.",
    ],
)
def test_the_last_turn_ends_with_its_paragraph(after: str) -> None:
    text = f"Q. Is it shut?\n\nA. It is.\n\nQ. Since when?\n\nA. Since May.\n\n{after}\n"
    assert credited(text, "block")[-1][1] == "Since May."


def test_the_head_of_a_letter_is_no_transcript() -> None:
    text = (
        "From: Ann Lee\nTo: Bob Ray\nDate: 4 May\nSubject: The road\n\nBob,\n\nIt is shut.\n\n--\n\n"
        "From: Bob Ray\nTo: Ann Lee\nDate: 5 May\nSubject: Re: The road\n\nAnn,\n\nSince when?\n"
    )
    assert credited(text, "block") == []
