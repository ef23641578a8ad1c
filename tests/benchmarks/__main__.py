"""Runs the benchmarks: `python -m tests.benchmarks [NAME ...]`.

Each prints figures beside something run in the same minute on the same machine; the ratios are what
can be compared. Nothing is asserted: clocks on a shared machine prove nothing.
"""

from __future__ import annotations

import importlib
import sys

BENCHMARKS = (
    "attribution",
    "hostile",
    "typing",
    "opening",
    "smooth",
    "startup",
    "round_trip",
    "hostile_files",
    "safety",
    "library",
)


def main(names: list[str]) -> int:
    unknown = [name for name in names if name not in BENCHMARKS]
    if unknown:
        print(f"no benchmark {unknown[0]!r}; there are {', '.join(BENCHMARKS)}", file=sys.stderr)
        return 2
    for name in names or BENCHMARKS:
        print(f"== {name}", flush=True)
        print(importlib.import_module(f"tests.benchmarks.{name}").run(), flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
