"""A missing mark: the words beside it are credited to nobody, and nothing else suffers."""

from __future__ import annotations

import pytest

from tests.texts.attribution.readings import credited


def test_what_another_says_does_not_go_on() -> None:
    text = 'The mayor said, "We will win this. She left.\n\n"It is over," said Ann Lee.\n'
    assert credited(text)[1] == ("Ann Lee", '"It is over,"')


@pytest.mark.parametrize("source", ["he said", "said Lee", "the mayor said"])
def test_what_the_same_one_says_goes_on(source: str) -> None:
    text = f'Ann Lee said, "We will win.\n\n"It is not over," {source}.\n'
    if source == "the mayor said":
        text = text.replace("Ann Lee", "The mayor")
    ((_, words),) = credited(text)
    assert words == '"We will win. | "It is not over,"'


SURE = "Ann Lee said, “Nobody came.”"


@pytest.mark.parametrize(
    ("text", "doubtful"),
    [
        (
            "Tom Fay said, “We will win and then he left. Nobody knew.",
            "“We will win and then he left. Nobody knew.",
        ),
        ("“We will win, Tom Fay said.", "“We will win, Tom Fay said."),
        ("We will win,” Tom Fay said.", "We will win,”"),
        ("It rained. We will win.” Nobody cheered.", "We will win.”"),
        ("Tom Fay said that “we will win.", "“we will win."),
        ("Tom Fay called the plan “a joke and left.", "the plan “a joke and left."),
        ('Tom Fay said, "We will win. The band played.', '"We will win. The band played.'),
        ("Tom Fay said, «We will win. The band played.", "«We will win. The band played."),
    ],
)
def test_words_beside_a_missing_mark_are_credited_to_nobody(text: str, doubtful: str) -> None:
    found = credited(f"{SURE}\n\n{text}\n\n{SURE}\n")
    assert found == [
        ("Ann Lee", "“Nobody came.”"),
        (None, doubtful),
        ("Ann Lee", "“Nobody came.”"),
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "“We close,” said Ann Lee. “We open at six. And we left.",
            [("Ann Lee", "“We close,”"), (None, "“We open at six. And we left.")],
        ),
        (
            "“We close,” said Ann Lee, “and open at six. And we left.",
            [("Ann Lee", "“We close,”"), (None, "“and open at six. And we left.")],
        ),
        (
            "Ann Lee said, “Yes.” Tom Fay said, “No. Then “it ended,” said Bob Ray.",
            [("Ann Lee", "“Yes.”"), (None, "“No. Then"), ("Bob Ray", "“it ended,”")],
        ),
    ],
)
def test_what_is_whole_beside_them_stays_credited(
    text: str, found: list[tuple[str | None, str]]
) -> None:
    assert credited(text) == found


def test_the_last_paragraph_of_a_run_alone_is_in_doubt_when_somebody_else_follows() -> None:
    text = "“We close,” said Ann Lee. “We open at six.\n\n“No,” said Bob Ray.\n"
    assert credited(text) == [
        ("Ann Lee", "“We close,”"),
        (None, "“We open at six."),
        ("Bob Ray", "“No,”"),
    ]
