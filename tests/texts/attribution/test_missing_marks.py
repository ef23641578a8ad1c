"""A missing closing mark lends nobody's words to somebody else in the next paragraph."""

from __future__ import annotations

import pytest

from texts.attribution import attribute
from texts.loading import read_text


def credited(text: str) -> list[tuple[str | None, list[str]]]:
    document = read_text("a.txt", text.encode())
    reading = attribute(document)
    found = []
    for quotation in reading.quotations:
        voice = reading.voice_of(quotation)
        words = [document.words_of(span) for span in quotation.spans]
        found.append((voice.name if voice else None, words))
    return found


def test_what_another_says_does_not_go_on() -> None:
    text = 'The mayor said, "We will win this. She left.\n\n"It is over," said Ann Lee.\n'
    assert credited(text)[1] == ("Ann Lee", ['"It is over,"'])


@pytest.mark.parametrize("source", ["he said", "said Lee", "the mayor said"])
def test_what_the_same_one_says_goes_on(source: str) -> None:
    text = f'Ann Lee said, "We will win.\n\n"It is not over," {source}.\n'
    if source == "the mayor said":
        text = text.replace("Ann Lee", "The mayor")
    ((_, words),) = credited(text)
    assert words == ['"We will win.', '"It is not over,"']
