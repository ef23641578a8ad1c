"""The round trip as a table: an article with a block quote and a note in every format, and what is read."""

from __future__ import annotations

import tempfile
from collections import Counter
from pathlib import Path

from tests.data.articles import feature
from tests.data.round_trip import round_trips
from texts.document import ParagraphKind


def run() -> str:
    """The table: what each format gives beside what Markdown gives."""
    with tempfile.TemporaryDirectory() as folder:
        trips = list(round_trips(feature(note=True), Path(folder)))
    expected = next(trip.said for trip in trips if trip.suffix == ".md")
    lines = [
        f"{'format':9}{'paragraphs':>11}{'headings':>9}{'block quotes':>13}{'notes':>6}"
        f"{'quotations':>11}{'same words, modes, voices':>27}  stated"
    ]
    for trip in trips:
        document = trip.reading.document
        kinds = Counter(paragraph.kind for paragraph in document.paragraphs)
        same = sum(said in expected for said in trip.said)
        origin = document.origin
        stated = [name for name in ("title", "author", "outlet", "date") if getattr(origin, name)]
        lines.append(
            f"{trip.suffix:9}{len(document.paragraphs):11}{kinds[ParagraphKind.HEADING]:9}"
            f"{kinds[ParagraphKind.BLOCK_QUOTE]:13}{kinds[ParagraphKind.FOOTNOTE]:6}"
            f"{len(trip.said):11}{f'{same} of {len(expected)}':>27}  {', '.join(stated) or '-'}"
        )
    return "\n".join(lines)
