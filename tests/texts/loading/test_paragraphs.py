"""How plain text and Markdown are cut into paragraphs, and what each paragraph is."""

from __future__ import annotations

import pytest

from texts.document import Paragraph, ParagraphKind, Span
from texts.loading import read_text

PROSE, HEADING, FURNITURE, BLOCK, _ = ParagraphKind


def cut(text: str, name: str = "a.txt") -> list[tuple[str, ParagraphKind]]:
    document = read_text(name, text.encode())
    return [(document.words_of(p.span), p.kind) for p in document.paragraphs]


WRAPPED = (
    "It was late when the ferry came in, and nobody on the quay had\n"
    "thought to light the lamps. The harbour master stood alone with his\n"
    "lantern, counting the crates as they came ashore, one after another,\n"
    "until the last.\n"
    "\n"
    "“Seven,” he said, and wrote it down in the book that hung by a string\n"
    "from the post.\n"
)
TURNS = (
    "ANNA: Where were you?\nBEN: At home, all evening. I have told you that already, more than once.\n"
    "ANNA: Alone?\nBEN: Yes.\nANNA: Nobody saw you?\nBEN: How should I know who saw me that night?\n"
)


def test_a_line_is_a_paragraph() -> None:
    assert cut("One is here.\nTwo is here.\n\n\nThree is here.") == [
        ("One is here.", PROSE),
        ("Two is here.", PROSE),
        ("Three is here.", PROSE),
    ]


def test_hard_wrapped_lines_are_joined() -> None:
    found = cut(WRAPPED)
    assert len(found) == 2
    assert found[0][0].endswith("until the last.")
    assert found[1][0].startswith("“Seven,”")


def test_hard_wrapped_with_carriage_returns() -> None:
    assert len(cut(WRAPPED.replace("\n", "\r\n"))) == 2


def test_turns_are_not_taken_for_wrapped_lines() -> None:
    assert len(cut(TURNS)) == 6


def test_indents_part_wrapped_paragraphs_where_no_line_is_blank() -> None:
    text = "    " + WRAPPED.replace("\n\n", "\n    ")
    assert [words[:6] for words, _ in cut(text)] == ["It was", "“Seven"]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Council Votes to Close the Old Bridge", HEADING),
        ("Council votes to close the old bridge", HEADING),
        ("CHAPTER I.", HEADING),
        ("IV", HEADING),
        ("The council has voted to close the bridge.", PROSE),
        ("MARIA: I was not there.", PROSE),
        ("Home > News > World", FURNITURE),
        ("StartNews TodayWorld & EuropeCouncil Votes to Close the Old Bridge and Then...", FURNITURE),
        ("Advertisement", FURNITURE),
        ("Share this article", FURNITURE),
    ],
)  # fmt: skip
def test_the_kind_of_a_first_paragraph(text: str, kind: ParagraphKind) -> None:
    body = "The bridge was built long ago, and it has been closed before, but never for so long."
    assert cut(f"{text}\n\n{body}")[0] == (text, kind)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("What happened next", HEADING),
        ("“I never saw it”", PROSE),
        ("By Nobody In Particular", PROSE),
        ("He went home, and slept", PROSE),
        ("and so it went", PROSE),
        ("The McDonald brothers met an iPhone salesman.", PROSE),
    ],
)
def test_the_kind_of_a_paragraph_further_on(text: str, kind: ParagraphKind) -> None:
    body = "The bridge was built long ago, and it has been closed before, but never for so long."
    assert cut(f"{body}\n\n{text}\n\n{body}")[1] == (text, kind)


def test_markdown_blocks() -> None:
    text = (
        "---\ntitle: x\n---\n# The *bridge* #\n\nFirst line\nand second.\n> They closed it.\n> For ever.\n\n"
        "- one item\n- another\n  of two lines\n\n```\ncode\n```\nUnder\n=====\n***\n![a](b.png)\nLast."
    )
    assert cut(text, "a.md") == [
        ("---", FURNITURE),
        ("title: x", FURNITURE),
        ("---", FURNITURE),
        ("The *bridge*", HEADING),
        ("First line\nand second.", PROSE),
        ("They closed it.", BLOCK),
        ("For ever.", BLOCK),
        ("one item", PROSE),
        ("another\n  of two lines", PROSE),
        ("```", FURNITURE),
        ("code", FURNITURE),
        ("```", FURNITURE),
        ("Under", HEADING),
        ("=====", FURNITURE),
        ("***", FURNITURE),
        ("![a](b.png)", FURNITURE),
        ("Last.", PROSE),
    ]


@pytest.mark.parametrize("mark", [">  ", "> \u00a0", "-  ", "1.\u00a0 ", "#  ", "# \u3000"])
def test_no_white_space_is_left_of_a_markdown_paragraph(mark: str) -> None:
    assert [words for words, _ in cut(f"{mark}word ##\n", "a.md")] in (["word ##"], ["word"])


def test_paragraphs_are_a_sequence() -> None:
    paragraphs = read_text("a.txt", b"One.\n\nTwo.\nThree.").paragraphs
    assert len(paragraphs) == 3
    assert paragraphs[-1] == Paragraph(3, Span(11, 17), PROSE)
    assert [p.number for p in paragraphs[1:]] == [2, 3]
    assert paragraphs.lengths() == [4, 4, 6]
    assert [paragraphs.index_at(at) for at in (0, 3, 5, 6, 11, 99)] == [0, 0, 0, 1, 2, 2]
    with pytest.raises(IndexError):
        paragraphs[3]


def test_a_rule_at_the_beginning_is_no_front_matter() -> None:
    assert cut("---\n\nHe said so.\n\nShe did too.\n", "a.md") == [
        ("---", FURNITURE),
        ("He said so.", PROSE),
        ("She did too.", PROSE),
    ]


def test_a_long_fence_is_looked_at_once() -> None:
    # Hours, were it looked at from each of its marks.
    text = "`" * 1_000_000 + " x`"
    assert cut(text, "a.md") == [(text, PROSE)]


def test_a_fence_ends_at_one_as_long() -> None:
    text = "````\n```\ncode\n````\nHe said so.\n\n``` not a fence ``` but words.\n"
    assert cut(text, "a.md")[-2:] == [
        ("He said so.", PROSE),
        ("``` not a fence ``` but words.", PROSE),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "[00:01:02] ANN: How old is it?\n[00:01:05] BOB: Older than the town.\n"
        "[00:01:09] ANN: And the gate?\n[00:01:12] BOB: The gate is mine.\n",
        "Q: Were you there?\nA: I was there, he said.\nQ: All day?\nA: Until six.\n",
        "**Ann:** How old is it?\n**Bob:** Older than it.\n**Ann:** And the gate?\n**Bob:** Mine, mine.\n",
    ],
)
def test_labels_of_turns_are_stronger_than_a_width(text: str) -> None:
    assert len(cut(text)) == 4


def test_signs_of_quotation_are_no_part_of_the_words() -> None:
    text = "Ann wrote:\n> The quay is shut.\n>> Is it?\n>\n> It is.\nI see.\n"
    assert cut(text) == [
        ("Ann wrote:", PROSE),
        ("The quay is shut.", BLOCK),
        ("Is it?", BLOCK),
        ("It is.", BLOCK),
        ("I see.", PROSE),
    ]


@pytest.mark.parametrize("indent", ["    ", "  ", "\t"])
def test_what_is_indented_after_a_colon_is_a_block_quote(indent: str) -> None:
    text = f"The trust wrote:\n\n{indent}The quay is not safe.\n\n{indent}It must be shut.\n\nNobody came.\n"
    assert [kind for _, kind in cut(text)] == [PROSE, BLOCK, BLOCK, PROSE]


def test_every_line_of_a_wrapped_block_quote_is_indented() -> None:
    quoted = "    The quay is not safe. It never was safe, and nobody has\n    repaired it.\n"
    text = (
        WRAPPED + "\nThe trust wrote in its report of last year, on the second page:\n\n" + quoted
    )
    assert [kind for _, kind in cut(text)] == [PROSE, PROSE, PROSE, BLOCK]
    assert [kind for _, kind in cut(text.replace("    repaired", "repaired"))][-1] is PROSE


@pytest.mark.parametrize(
    "text",
    [
        "Nobody came.\n\n    The river rose and rose.\n\nIt rained.\n",
        "    They had come to the point:\n\n    The river rose and rose.\n\n    It rained.\n",
    ],
)
def test_an_indent_alone_is_no_block_quote(text: str) -> None:
    assert BLOCK not in [kind for _, kind in cut(text)]
