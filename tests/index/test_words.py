"""The tokenizer: what is a word, and which words are the same."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from texts.words import Word, cut, fold, words


def folded(text: str) -> list[str]:
    return [word.folded for word in words(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        ("… — ! “”", []),
        ("Free Press", ["free", "press"]),
        ("Iran's Iran’s", ["iran", "s", "iran", "s"]),
        ("don't don’t", ["don", "t", "don", "t"]),
        ("l’homme", ["l", "homme"]),
        ("hard-won hard\u2011won hard–won", ["hard", "won"] * 3),
        ("É é e\u0301 ÉCOLE", ["e", "e", "e", "ecole"]),
        ("Łukasz Ørsted Đorđe Erdoğan İstanbul", "lukasz orsted dorde erdogan istanbul".split()),
        ("Straße STRASSE", ["strasse", "strasse"]),
        ("ﬁne Ｆｕｌｌ", ["fine", "full"]),
        (
            "co\u00adop\u00aderate zero\u200bwidth \u200bword\u200b",
            ["cooperate", "zerowidth", "word"],
        ),
        ("a\ufeffb c\u2060d", ["ab", "cd"]),
        ("said.¹ said¹ x²", ["said", "said", "x"]),
        ("_free_ snake_case", ["free", "snake", "case"]),
        ("1,000 3.5 2nd", ["1", "000", "3", "5", "2nd"]),
        ("人権を", ["人", "権", "を"]),
        ("が か\u3099", ["が", "が"]),
        ("ｶﾞ", ["ガ"]),
        ("한국어 뉴스", ["한국어", "뉴스"]),
        ("हिन्दी", ["हिन्दी"]),
        ("مُحَمَّد محمد مـحمد", ["محمد"] * 3),
        ("שָׁלוֹם שלום", ["שלום", "שלום"]),
        ("Свобода ЁЖ", ["свобода", "еж"]),
        ("ΛΟΓΟΣ λόγος", ["λογοσ", "λογοσ"]),
        ("\x1b[31mred\x00", ["31mred"]),
    ],
)
def test_cuts_and_folds(text: str, expected: list[str]) -> None:
    assert folded(text) == expected


def test_thai_is_cut_by_the_character_and_keeps_its_vowels() -> None:
    cut = folded("กรุง")
    assert cut == ["ก", "รุ", "ง"]


def test_offsets_are_of_the_text_as_it_stands() -> None:
    text = "“É\u0301cole” co\u00adop"
    assert list(words(text)) == [Word(1, 7, "ecole"), Word(9, 14, "coop")]
    assert text[1:7] == "É\u0301cole"


@given(st.text(max_size=60))
def test_words_are_cut_the_same_one_by_one_and_at_once(text: str) -> None:
    one_by_one = [(word.folded, word.start, word.end) for word in words(text)]
    assert list(zip(*cut(text), strict=True)) == one_by_one


@given(st.text(max_size=60))
def test_words_are_in_order_apart_and_never_empty(text: str) -> None:
    end = 0
    for word in words(text):
        assert end <= word.start < word.end <= len(text)
        assert word.folded
        assert not set(word.folded) & set(" \n\t|\"'-")
        end = word.end


@given(st.text(max_size=60))
def test_folded_words_are_words_that_fold_to_themselves(text: str) -> None:
    for word in words(text):
        assert folded(word.folded) == [word.folded]
        assert fold(word.folded) == word.folded


@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=40))
def test_case_and_composition_make_no_difference(text: str) -> None:
    assert folded(unicodedata.normalize("NFD", text)) == folded(text)


def test_every_letter_of_unicode_folds_to_itself_once_folded() -> None:
    """Two of a letter's neighbours in the same script may not change what it is."""
    for code in range(0x20000):
        for word in words(chr(code)):
            assert folded(word.folded) == [word.folded], hex(code)


def test_a_mark_never_cuts_a_word_and_never_is_one() -> None:
    """All marks of Unicode 3.2, which every Python knows alike."""
    marks = [
        chr(code)
        for code in range(0x20000)
        if unicodedata.ucd_3_2_0.category(chr(code)) in ("Mn", "Mc")
    ]
    assert len(marks) > 600
    for mark in marks:
        assert len(folded(f"a{mark}b")) == 1, hex(ord(mark))
        assert folded(mark) == [], hex(ord(mark))


def test_a_long_word_is_one_word() -> None:
    assert folded("x" * 10_000) == ["x" * 10_000]
    assert folded("é" * 10_000) == ["e" * 10_000]
    assert len(folded("é\u0301\u00ad" * 300_000)) == 1
