"""The line of each key of a TOML text, however it is written."""

from __future__ import annotations

import tomllib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.config_lines import line_of, lines_of

_TEXT = """\
# theme = "not this one"
theme = "nord" # width = 3

  width=60
title = \"\"\"
margin = false
x = [\"\"\"
list = [
  "glyphs = 1", # bidi = 2 ]
  '[keys]',
]
margin = true
[ keys ]
find = ["/", "f3"]
"move.down" = "j"
'move.up'   = 'k'
voices.more.a = 1
"esc\\u0061ped" = "]"
[keys.below]
a = { b = 1, c = "}" }
["a.b".c]
d = '''
e = 1'''
[[many]]
f = 1
"""


@pytest.mark.parametrize(
    ("path", "line"),
    [
        (("theme",), 2),
        (("width",), 4),
        (("title",), 5),
        (("list",), 8),
        (("margin",), 12),
        (("keys",), 13),
        (("keys", "find"), 14),
        (("keys", "move.down"), 15),
        (("keys", "move.up"), 16),
        (("keys", "voices"), 17),
        (("keys", "voices", "more", "a"), 17),
        (("keys", "escaped"), 18),
        (("keys", "below"), 19),
        (("keys", "below", "a"), 20),
        (("keys", "below", "a", "c"), 20),
        (("a.b", "c", "d"), 22),
        (("many", "f"), 25),
        (("nowhere",), 1),
    ],
)
def test_the_line_of_a_key(path: tuple[str, ...], line: int) -> None:
    tomllib.loads(_TEXT)
    assert line_of(lines_of(_TEXT), path) == line


def test_lines_that_end_as_on_windows() -> None:
    assert lines_of('a = 1\r\n\r\n[b]\r\nc = "x"\r\n') == {
        ("a",): 1, ("b",): 3, ("b", "c"): 4,
    }  # fmt: skip


_KEYS = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), max_size=6)
_VALUES = st.sampled_from(
    ["1", '"a # b"', "'c = 1'", "[\n1,\n2]", '"""\nx = 1\n"""', "{y = 1}", "1.5", "'''\n[t]\n'''"]
)


@given(st.dictionaries(_KEYS, _VALUES, max_size=6), st.integers(0, 3))
def test_every_key_is_found_where_it_was_written(entries: dict[str, str], blanks: int) -> None:
    text, wanted = "", {}
    for key, value in entries.items():
        text += "\n# a = 1" * blanks + "\n"
        quoted = '"' + key.replace("\\", "\\\\").replace('"', '\\"') + '"'
        wanted[(key,)] = text.count("\n") + 1
        text += f"{quoted} = {value}"
    assert set(tomllib.loads(text)) == set(entries)
    assert lines_of(text) == wanted
