"""Texts of every script: shown whole, each cell standing for its own character, copied as written."""

from __future__ import annotations

import pytest
from rich.cells import split_graphemes
from textual.geometry import Offset
from textual.selection import Selection

from tests.tui.test_reader_view import pane
from texts.loading import read_text
from tui.layout.anchors import Place

TEXTS = {
    "Chinese": "部长说：“我们别无选择。”他没有回答问题，也没有说明原因。",
    "Japanese": "大臣は「選択肢はない」と述べた。それ以上は答えなかった。",
    "Thai": "รัฐมนตรีกล่าวว่า “เราไม่มีทางเลือก” แล้วก็เดินออกไป",
    "Arabic": "قال الوزير: «ليس لدينا خيار»، ثم غادر القاعة دون أن يجيب.",
    "Hebrew": "אָמַר הַשַּׂר: „אֵין לָנוּ בְּרֵרָה”, וְיָצָא מִן הָאוּלָם.",
    "Devanagari": "मंत्री ने कहा, “हमारे पास कोई विकल्प नहीं है” और चले गए।",
    "emoji": "They wrote “👨\u200d👩\u200d👧 🇩🇪 👍🏽 ✊🏿 ❤️” and left, e\u0301 and o\u0308 too.",
    "ambiguous": "“Yes” — he said … · § 3 × 4 ± 1 → α Ж ■ ○ and no more than that.",
}


@pytest.mark.parametrize("size", [(120, 24), (58, 24), (30, 24)])
@pytest.mark.parametrize("script", TEXTS)
async def test_shown_pointed_at_and_copied(script: str, size: tuple[int, int]) -> None:
    words = TEXTS[script]
    document = read_text("made.txt", f"{words}\n\nThe end.\n".encode())
    async with pane(document, None, size) as stage:
        view = stage.view
        shown = " ".join(stage.text_of(row) for row in range(size[1]))
        assert shown.replace(" ", "") == f"{words}The end.".replace(" ", "")
        assert all(
            view.render_line(row).cell_length == view.scrollable_content_region.width
            for row in range(10)
        )
        rows = view._rows
        assert rows is not None
        columns = rows.blocks.columns
        # Of each grapheme the cell that it begins in stands for it: for a click, and for the cursor.
        for start, _, cells in split_graphemes(words)[0]:
            place = Place(0, start)
            index, line = rows.line_of(place)
            row = rows.row_of(place)
            if not cells or words[start].isspace():
                continue
            there = view.place_at(row, columns.left + columns.margin + rows.cell_of(place))
            assert there == place, (script, words[start:])
            assert rows.line_of(there) == (index, line)
        everything = Selection(Offset(0, 0), Offset(len(words), 0))
        assert view.get_selection(everything) == (words, "\n")
