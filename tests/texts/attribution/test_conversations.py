"""Conversations: turns, calls, beats, scenes, three who speak, and whoever tells the story."""

from __future__ import annotations

import pytest

from tests.texts.attribution.readings import read, verbatim_voices
from texts.attribution.beats import beat_of
from texts.attribution.clauses import clause_subject
from texts.attribution.dialogue import Conversation, ends_scene
from texts.attribution.mentions import mention_of
from texts.attribution.names import Names
from texts.attribution.nicknames import first_names_of
from texts.attribution.tokens import tokenize
from texts.document import Paragraph, ParagraphKind, Span

OPENING = (
    "Tom Reed and Ann Lee stood on the quay with Mrs. Harle.\n\n"
    "“Is it far?” asked Tom Reed.\n\n“Too far to walk!” said Ann Lee.\n\n"
    "“Then who has a boat?” said Tom.\n\n“Ask at the mill!” said Ann.\n\n"
)
"""Enough of a conversation to tell a story by."""

TURNS = [
    (
        "“And if it is shut?”\n\n“It never is!”\n\n“We shall see.”\n",
        ["Tom Reed", "Ann Lee", "Tom Reed"],
    ),
    # narration that moves nobody leaves the turns as they were
    (
        "The tide was coming in.\n\n“And if it is shut?”\n\n“It never is!”\n",
        ["Tom Reed", "Ann Lee"],
    ),
    # who is named as the next to speak does not speak before
    (
        "Mrs. Harle joined them.\n\n“What do you want there?”\n\n“A boat!” said Tom.\n",
        ["Mrs. Harle", "Tom Reed"],
    ),
    (
        "Mrs. Harle laughed. She had seen Ann before.\n\n“You are late!” she said.\n\n"
        "“I know it!” said Ann.\n",
        ["Mrs. Harle", "Ann Lee"],
    ),
]
CALLS = [
    ("“Shall we go, Mrs. Harle?” said Ann.\n\n“At once!”\n", ["Ann Lee", "Mrs. Harle"]),
    ("“Shall we go?” said Ann to Mrs. Harle.\n\n“At once!”\n", ["Ann Lee", "Mrs. Harle"]),
    # a name said alone is a call
    (
        "“Good!” said Tom.\n\n“Come along!” said Mrs. Harle.\n\n“Tom.”\n\n“Yes, Ann.”\n",
        ["Tom Reed", "Mrs. Harle", "Ann Lee", "Tom Reed"],
    ),
    # whom the words before called is meant by the pronoun, rather than the other
    ("“Sit down, Mrs. Harle!” said Tom.\n\n“I will not!” she said.\n", ["Tom Reed", "Mrs. Harle"]),
]
BEATS = [
    ("Mrs. Harle put down her basket. “It is shut!”\n", ["Mrs. Harle"]),
    ("“It is shut!” Mrs. Harle put down her basket.\n", ["Mrs. Harle"]),
    # the owner of a face, of a hand
    ("Mrs. Harle’s eyes narrowed. “It is shut!”\n", ["Mrs. Harle"]),
    ("“It is shut!” Ann’s hands were in her lap.\n", ["Ann Lee"]),
    # a paragraph that tells of somebody right before the words
    ("“Well?” said Tom.\n\nMrs. Harle shook her head.\n\n“It is shut!” she said.\n",
     ["Tom Reed", "Mrs. Harle"]),
    # the last sentence of the paragraph before
    ("“You eat nothing!” said Mrs. Harle sharply. Ann sighed.\n\n“I never do!” she said.\n",
     ["Mrs. Harle", "Ann Lee"]),
    # a person without a name
    ("The porter came out.\n\n“It is shut!” he said.\n", ["The porter"]),
    ("A girl ran up. She had lost a shoe.\n\n“It is shut!” she said.\n", ["A girl"]),
]  # fmt: skip
PRONOUNS = [
    # who is told of by a pronoun goes on being meant
    (
        "Mrs. Harle came back to the quay. Ann looked up at the gulls. Mrs. Harle was out of "
        "breath, and her hat was gone. She took off her gloves.\n\n“It is shut!” she said.\n",
        ["Mrs. Harle"],
    ),
    # who has just spoken is not meant by the next "he"
    (
        "Mr. Pell met Tom there.\n\n“It is shut!” said Tom.\n\n“It is not!” he said.\n",
        ["Tom Reed", "Mr. Pell"],
    ),
    # his brother is less likely than he is
    ("Mr. Pell had seen his brother at the mill. “It is shut!” he said.\n", ["Mr. Pell"]),
    # a noun tells the sex
    (
        "The old man had a lamp. Tom looked at the water.\n\n"
        "“It is shut!” said Tom.\n\n“Then knock!” he said.\n",
        ["Tom Reed", "The old man"],
    ),
]
SCENES = [
    # nobody answers over a heading
    (
        "“Until to-morrow, then!” said Mrs. Harle.\n\nCHAPTER TWO\n\n"
        "Ann Lee woke late. Tom was in the garden.\n\n“It rains!” said Ann.\n\n“It does not!”\n",
        ["Mrs. Harle", "Ann Lee", "Tom Reed"],
    ),
    # nor over a line of stars
    (
        "“Until to-morrow, then!” said Mrs. Harle.\n\n* * *\n\n"
        "Ann Lee woke late. Tom was in the garden.\n\n“It rains!” said Ann.\n\n“It does not!”\n",
        ["Mrs. Harle", "Ann Lee", "Tom Reed"],
    ),
]
NARRATORS = [
    ("“Who is it?” I asked.\n\n“Nobody!” said Ann.\n\n“Then let us go.”\n",
     ["the narrator", "Ann Lee", "the narrator"]),
    # whoever tells the story bears the name that the others use
    (
        "“Who is it?” I asked.\n\n“Nobody, Ned!” said Ann.\n\n“Nobody?” I said.\n\n"
        "“Come, Ned, let us go!” said Tom.\n\n“At once.”\n",
        ["Ned", "Ann Lee", "Ned", "Tom Reed", "Ned"],
    ),
]  # fmt: skip
EPITHETS = [
    # somebody who has a name is called by a noun
    ("Mrs. Harle put down her basket.\n\n“It is shut!” said the good woman.\n", ["Mrs. Harle"]),
    # but a noun that has described somebody means the same again
    (
        "A woman came along the quay. Mrs. Harle put down her basket.\n\n"
        "“It is shut!” said the woman.\n",
        ["the woman"],
    ),
]


SHORT = [
    # the one who spoke does not answer; the other is nobody known
    (
        "“The bus is late,” I said.\n\n“It is always late.”\n\n“You could walk.”\n",
        ["the narrator", None, "the narrator"],
    ),
    (
        "Ruth was alone in the hall with Mr. Vane. He rose when she came in.\n\n"
        "“Good morning,” he said. “Is your brother well?”\n\n“Quite well.”\n\n“And your mother?”\n",
        ["Mr. Vane", "Ruth", "Mr. Vane"],
    ),
    # a first name that acts where a sentence begins
    (
        "Ann looked at the map.\n\n“Say something,” she said.\n\n“Like what?”\n\n“Anything.”\n\n"
        "Tom slowed the car.\n\n“It is raining,” he said.\n",
        ["Ann", None, "Ann", "Tom"],
    ),
    # two without names
    (
        "The rain had stopped. An old man came into the post office. The clerk did not look up.\n\n"
        "“Is there anything for me?” the old man asked.\n\n“What name?”\n\n“You know my name.”\n",
        ["An old man", "The clerk", "An old man"],
    ),
    # whoever tells the story answers
    (
        "My uncle met me at the gate.\n\n“Have you eaten?” he said.\n\n“Not yet.”\n\n“Then come in.”\n",
        ["My uncle", "the narrator", "My uncle"],
    ),
]  # fmt: skip
PRESENT = [
    # no thing speaks beside somebody's words
    (
        "Ann opened the door.\n\n“Nothing.” The kettle hissed. “She said so herself.”\n\n"
        "“When?” asked Tom.\n\n“Last night.”\n",
        ["Ann", "Ann", "Tom", "Ann"],
    ),
    # the person after a determiner that leads to none; an adverb in between
    (
        "Ann and Tom stood by the palms.\n\n“Is it open?” asked Ann.\n\n"
        "A door opened behind the palms and a very old porter came out. He looked at the trunk.\n\n"
        "“Third floor,” he said.\n\n“Is there a lift?”\n\n“No.”\n",
        ["Ann", "a very old porter", "Ann", "a very old porter"],
    ),
    # a title tells a person, and a sex
    (
        "Mr. Pell bent his head. He had thought on the road of the house at Much Marling.\n\n"
        "“Three hundred pounds,” he whispered.\n\n“A year?” said Ann.\n\n“A year.”\n",
        ["Mr. Pell", "Ann", "Mr. Pell"],
    ),
    (
        "Sir Giles was asleep. The mistress of the house rang.\n\n"
        "“Is it tea?” said Sir Giles.\n\n“It is supper,” she said.\n",
        ["Sir Giles", "The mistress"],
    ),
    # a fear is no general
    (
        "Ann was there with Tom. There was a general fear of the dog.\n\n"
        "“Is it out?” said Tom.\n\n“No.”\n",
        ["Tom", "Ann"],
    ),
]
STATEMENTS = [
    # nobody is asked, and nobody answers in a few words
    (
        "“I saw it fall,” said Ann Lee.\n\n“It was loud,” she said.\n\n“It shook the house.”\n",
        ["Ann Lee", "Ann Lee", "Ann Lee"],
    ),
    # a day or a year: a report
    (
        "“Where is the money?” said Ann Lee on Monday.\n\n"
        "“It should have come by now. It is needed.”\n",
        ["Ann Lee", "Ann Lee"],
    ),
]


@pytest.mark.parametrize(("text", "expected"), [*SHORT, *PRESENT, *STATEMENTS])
def test_a_text_of_a_few_turns(text: str, expected: list[str | None]) -> None:
    assert verbatim_voices(text) == expected


@pytest.mark.parametrize(
    ("more", "expected"),
    [*TURNS, *CALLS, *BEATS, *PRONOUNS, *SCENES, *NARRATORS, *EPITHETS],
)
def test_who_speaks(more: str, expected: list[str]) -> None:
    assert verbatim_voices(OPENING + more)[4:] == expected


def test_the_narrators_name_is_an_alias_apart() -> None:
    reading = read(OPENING + NARRATORS[1][0])
    voice = next(voice for voice in reading.voices if voice.name == "Ned")
    assert "the narrator" in voice.names


@pytest.mark.parametrize(
    ("words", "beat"),
    [
        ("Ann put down her cup.", "Ann"),
        ("Ann’s lips moved.", "Ann"),
        ("His voice was low.", "His"),
        ("Her brother’s face fell.", "Her brother"),
        ("Ann’s boat was gone.", None),
        ("The door opened.", None),
    ],
)
def test_of_whom_a_beat_tells(words: str, beat: str | None) -> None:
    tokens = tokenize(words, 0, len(words), [])
    subject = clause_subject(tokens, 0, len(tokens.words))
    assert subject is not None
    found = beat_of(tokens, mention_of(tokens, 0, subject), 0, subject)
    assert (found.words if found is not None else None) == beat


@pytest.mark.parametrize(
    ("text", "kind", "ends"),
    [
        ("CHAPTER TWO", ParagraphKind.HEADING, True),
        ("* * *", ParagraphKind.PROSE, True),
        ("———", ParagraphKind.PROSE, True),
        ("“!”", ParagraphKind.PROSE, True),
        ("It rained.", ParagraphKind.PROSE, False),
    ],
)
def test_what_ends_a_scene(text: str, kind: ParagraphKind, ends: bool) -> None:
    assert ends_scene(Paragraph(1, Span(0, len(text)), kind), text) is ends


def test_the_last_speaker_does_not_take_the_next_turn() -> None:
    talk = Conversation()
    for paragraph, voice in enumerate([7, 9, 7, 9, 7], start=1):
        talk.spoke(paragraph, voice)
    assert set(talk.turns(6, str)) == {"9"}


def test_turns_fade_with_distance_and_narration() -> None:
    talk = Conversation()
    for paragraph, voice in [(1, 3), (2, 5), (3, 7)]:
        talk.spoke(paragraph, voice)
    near, far = talk.turns(4, str), talk.turns(6, str)
    assert near["5"] > near["3"]
    assert near["5"] > far["5"]
    assert talk.turns(40, str) == {}


@pytest.mark.parametrize(
    ("text", "called", "full"),
    [
        ("Elizabeth Lee came in. Lizzy sat down.", "Lizzy", "Elizabeth Lee"),
        ("They saw Elizabeth. They call Lizzy late.", "Lizzy", "Elizabeth"),
        # two whom it may stand for
        ("Elizabeth Lee met Elizabeth Ray. Lizzy sat down.", "Lizzy", "Lizzy"),
        # a name of its own
        ("Elizabeth Lee met Lizzy Ray. Lizzy sat down.", "Lizzy", "Lizzy Ray"),
        ("Mrs. Ann Lee came in. They saw Mrs. Ann again.", "Ann", "Ann Lee"),
        ("ANN Lee came in. They saw Ann Lee again.", "Ann", "Ann Lee"),
        ("He saw Young Tom again, and then Tom Lee.", "Tom", "Tom Lee"),
    ],
)
def test_who_is_called_so(text: str, called: str, full: str) -> None:
    assert Names(text, [Span(0, len(text))], []).identity(called) == full


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Then to Oslo I went.", ["Oslo"]),
        ("In Oslo I’ll be free.", ["Oslo"]),
        ("They saw Ann Lee--not a moment too soon.", ["Ann Lee"]),
        ("I’m late, and You’re Ann, they say.", ["Ann"]),
    ],
)
def test_what_is_no_part_of_a_name(text: str, names: list[str]) -> None:
    assert [named.name for named in Names(text, [Span(0, len(text))], []).all] == names


@pytest.mark.parametrize(
    ("nickname", "name"), [("bess", "elizabeth"), ("ned", "edward"), ("peggy", "margaret")]
)
def test_nicknames(nickname: str, name: str) -> None:
    assert name in first_names_of(nickname)


def test_no_first_name_is_its_own_nickname() -> None:
    assert "elizabeth" not in first_names_of("elizabeth")
