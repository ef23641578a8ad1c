"""Quotation marks: each style, nested, interrupted, unbalanced, and what only looks like one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from texts.attribution.marks import MAX_DEPTH, Marked, find_marked, opens_with_mark


def marked(text: str, following: str | None = None) -> list[str]:
    return [text[m.start : m.end] for m in find_marked(text, 0, len(text), following)]


def inner(text: str) -> list[str]:
    return [
        text[child.start : child.end]
        for outer in find_marked(text, 0, len(text))
        for child in outer.children
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("“We close at six,” he said.", ["“We close at six,”"]),
        ('"We close at six," he said.', ['"We close at six,"']),
        ("‘We close at six,’ he said.", ["‘We close at six,’"]),
        ("'We close at six,' he said.", ["'We close at six,'"]),
        ("«We close at six», he said.", ["«We close at six»"]),
        ("„We close at six“, he said.", ["„We close at six“"]),
        ("„We close at six”, he said.", ["„We close at six”"]),
        ("»We close at six«, he said.", ["»We close at six«"]),
        ("”We close at six,” he said.", ["”We close at six,”"]),
        ("''We close at six,'' he said.", ["''We close at six,''"]),
        ("``We close at six,'' he said.", ["``We close at six,''"]),
        ("‘‘We close at six,’’ he said.", ["‘‘We close at six,’’"]),
        ("‹We close at six›, he said.", ["‹We close at six›"]),
        ("He said 「we close at six」 and left.", ["「we close at six」"]),
        ("『We close at six』 he said.", ["『We close at six』"]),
        ("＂We close at six,＂ he said.", ["＂We close at six,＂"]),
        ("`We close at six,' he said.", ["`We close at six,'"]),
        ("“We close at six,“ he said. “Good.“", ["“We close at six,“", "“Good.“"]),
        ("”We close at six,” he said. ”Good.”", ["”We close at six,”", "”Good.”"]),
        ("“ We close at six , ” he said .", ["“ We close at six , ”"]),
        ('" We close at six , " he said .', ['" We close at six , "']),
        ("“We close at six,”7 he said.", ["“We close at six,”"]),
        ("‘We close at six,’7 he said.", ["‘We close at six,’"]),
        ("‘We close at six,’[7] he said.", ["‘We close at six,’"]),
        ("*“We close at six,”* he said.", ["“We close at six,”"]),
        ('**"We close at six,"** he said.', ['"We close at six,"']),
        ("_'We close at six,'_ he said.", ["'We close at six,'"]),
        ('"... we close at six ..." he said.', ['"... we close at six ..."']),
        ('"We close—" he said. "—at six."', ['"We close—"', '"—at six."']),
        ('He said—"we close"—and left.', ['"we close"']),
        ('"One. Two? Three!" he said.', ['"One. Two? Three!"']),
        ('“We close at six," he said.', ['“We close at six,"']),
        ('"We close at six,” he said.', ['"We close at six,”']),
        ("He said “no” and then “yes.”", ["“no”", "“yes.”"]),
        ('He said "no" and then "yes."', ['"no"', '"yes."']),
        ('A note ("open late") hung there.', ['"open late"']),
        ("One word—“no”—was enough.", ["“no”"]),
    ],
)
def test_styles(text: str, found: list[str]) -> None:
    assert marked(text) == found


@pytest.mark.parametrize(
    ("text", "outer", "nested"),
    [
        ("“He told me ‘no’ twice,” she said.", "“He told me ‘no’ twice,”", "‘no’"),
        ("‘He told me “no” twice,’ she said.", "‘He told me “no” twice,’", "“no”"),
        ("“He told me “no” twice,” she said.", "“He told me “no” twice,”", "“no”"),
        ('"He told me "no" twice," she said.', '"He told me "no" twice,"', '"no"'),
        ("\"He told me 'no' twice,\" she said.", "\"He told me 'no' twice,\"", "'no'"),
        ("“He said, ‘Go home.’”", "“He said, ‘Go home.’”", "‘Go home.’"),
        ("‘“For J.,”’ he read.", "‘“For J.,”’", "“For J.,”"),
        ("“‘We close’ is on it,” she said.", "“‘We close’ is on it,”", "‘We close’"),
        ("«He said “no” twice», she said.", "«He said “no” twice»", "“no”"),
        ("「He said『no』twice」 she said.", "「He said『no』twice」", "『no』"),
        ("“The boys’ dog, the ‘beast,’ left.”", "“The boys’ dog, the ‘beast,’ left.”", "‘beast,’"),
    ],
)
def test_nested(text: str, outer: str, nested: str) -> None:
    assert marked(text) == [outer]
    assert inner(text) == [nested]


@pytest.mark.parametrize(
    "text",
    [
        "It’s the dogs’ dinner, and the dog’s too.",
        "It's the dogs' dinner, and the dog's too.",
        "the ’90s and the '80s",
        "rock ’n’ roll, rock 'n' roll",
        "'Tis late and 'twas late before",
        "It is 6'2\" by 5' wide",
        'a 12" pipe and a 10" pipe',
        "O’Neill’s and O'Neill's",
        "call `main` and the boys' `other`",
        'an un"like"ly word',
        "no marks at all",
        "",
    ],
)
def test_what_only_looks_like_marks(text: str) -> None:
    assert marked(text) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("‘It’s the dogs’ dinner,’ he said.", "‘It’s the dogs’ dinner,’"),
        ("'It's the dogs' dinner,' he said.", "'It's the dogs' dinner,'"),
        ("‘I don’t know whose it is,’ she said.", "‘I don’t know whose it is,’"),
        ('"It is 6\'2" tall," he said.', '"It is 6\'2" tall,"'),
        ("‘Nobody’s stoppin’ us goin’ home,’ he said.", "‘Nobody’s stoppin’ us goin’ home,’"),
        ("‘It’s th’ boys’ way o’ talkin’, sir,’ he said.", "‘It’s th’ boys’ way o’ talkin’, sir,’"),
        ("'I told 'em. 'Twas the boys' way,' he said.", "'I told 'em. 'Twas the boys' way,'"),
        ("‘Rock ’n’ roll from the ’60s,’ he said.", "‘Rock ’n’ roll from the ’60s,’"),
        ("‘It isn’t the Hughes’,’ he said.", "‘It isn’t the Hughes’,’"),
        ("‘’Tis late,’ he said.", "‘’Tis late,’"),
        ("‘the boys’ mother told me to wait’ he said", "‘the boys’ mother told me to wait’"),
    ],
)
def test_apostrophes_and_inches_inside(text: str, found: str) -> None:
    assert marked(text) == [found]


def test_a_mark_stays_open_where_the_next_paragraph_opens_again() -> None:
    text = "“The first part of it."
    [found] = find_marked(text, 0, len(text), "double")
    assert found == Marked(0, len(text), closed=False, continues=True, closing=0)


def test_a_mark_left_open_is_not_closed_otherwise() -> None:
    text = "“The first part of it."
    [found] = find_marked(text, 0, len(text), None)
    assert not found.closed
    assert not found.continues


def test_a_missing_closing_mark_spoils_only_its_own_stretch() -> None:
    assert marked("“No, he said. “Yes,” she said.") == ["“No, he said.", "“Yes,”"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("No,” he said.", ["No,”"]),
        ("It was late. I did not go,” he said.", ["I did not go,”"]),
        ('It was late. I did not go," he said.', ['I did not go,"']),
        ("“Yes.” I did not go,” he said.", ["“Yes.”", "I did not go,”"]),
        ("The plan” failed, and a 12” pipe broke.", []),
        (",” he said.", []),
    ],
)
def test_a_missing_opening_mark_leaves_the_last_sentence_in_doubt(
    text: str, found: list[str]
) -> None:
    assert marked(text) == found
    assert all(m.astray for m in find_marked(text, 0, len(text)) if not m.opening)


@pytest.mark.parametrize(
    ("text", "family"),
    [("“No", "double"), ('"No', "double"), ("‘No", "single"), ("«No", "angle"), ("No", None)],
)
def test_opening_of_a_paragraph(text: str, family: str | None) -> None:
    assert opens_with_mark(text, 0, len(text)) == family


def depth(found: Marked) -> int:
    return 1 + max(map(depth, found.children), default=0)


SIGNS = st.text(alphabet="“”„‘’‚'\"«»‹›` .,a5sS\n—", max_size=80)


@given(SIGNS, st.sampled_from([None, "double", "single", "angle"]))
def test_marked_stretches_are_in_order_apart_and_nested(text: str, following: str | None) -> None:
    def check(stretches: list[Marked], start: int, end: int) -> None:
        for stretch in stretches:
            assert start <= stretch.start < stretch.end <= end
            check(list(stretch.children), stretch.start, stretch.end)
            start = stretch.end

    found = find_marked(text, 0, len(text), following)
    check(found, 0, len(text))
    assert all(depth(stretch) <= MAX_DEPTH for stretch in found)
