"""Markup: whatever is put in comes out as words, and what is made is well-formed."""

from __future__ import annotations

import re
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.picture.markup import element, words

texts = st.text(st.characters())


@given(texts, texts)
def test_words_come_back_as_words_wherever_they_are_put(said: str, named: str) -> None:
    made = element("p", element("b", words(said)), title=named)
    root = ElementTree.fromstring(made)  # noqa: S314 - what we made ourselves
    (child,) = root
    assert [each.tag for each in root.iter()] == ["p", "b"]
    assert list(root.attrib) == ["title"]
    for given_words, shown in ((said, child.text or ""), (named, root.attrib["title"])):
        plain = re.compile("[^\\W_]").findall(given_words)
        assert "".join(plain) == "".join(re.compile("[^\\W_]").findall(shown))


@pytest.mark.parametrize(
    ("said", "safe"),
    [
        ("</text><script>alert(1)</script>", "&lt;/text&gt;&lt;script&gt;alert(1)&lt;/script&gt;"),
        ("\" onload='x()' ", "&quot; onload=&#39;x()&#39;"),
        ("&lt;", "&amp;lt;"),
        ("]]>", "]]&gt;"),
        ("a\n\t b", "a b"),
        ("\x1b]0;title\x07", "␛]0;title␇"),
        ("\u202egnp\u2066", "\ufffdgnp\ufffd"),
        ("\u200fright", "\ufffdright"),
        ("\ud800\ufffe\uffff", "\ufffd\ufffd\ufffd"),
    ],
)
def test_what_would_be_obeyed_is_shown(said: str, safe: str) -> None:
    assert words(said) == safe


def test_attributes_are_named_as_the_page_names_them() -> None:
    made = element("rect", class_="x", stroke_width=1.5, width=3.0, x=-0.004)
    assert made == '<rect class="x" stroke-width="1.5" width="3" x="-0"/>'
    assert element("p") == "<p></p>"
