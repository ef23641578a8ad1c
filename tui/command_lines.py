"""The commands of the command line: what each is for, what it is given, and what carries it out.

Nothing that carries a command out is imported before that command is given.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Mapping
from dataclasses import dataclass

__all__ = ["COMMAND_LINES", "READING", "CommandLine"]


@dataclass(frozen=True, slots=True)
class CommandLine:
    """One command."""

    purpose: str
    take: Callable[[argparse.ArgumentParser], None]
    """Tells a parser what the command is given."""
    run: Callable[[argparse.Namespace], int]
    """Carries it out, and gives the exit status."""


def _take_library(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--library", metavar="DIR", help="the library in this folder, not your own")


def _take_reading(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--find", metavar="WORDS", help="begin at the first place of words, or of any query"
    )
    parser.add_argument(
        "--plain", action="store_true", help="print it, to be heard: whose words, then the words"
    )
    parser.add_argument("--ascii", action="store_true", help="draw all signs in ASCII this time")
    _take_library(parser)
    parser.add_argument("paths", nargs="*", metavar="PATH[:PARAGRAPH]", help="what to read")


def _read(options: argparse.Namespace) -> int:
    from tui.start import read

    return read(
        options.paths,
        find=options.find,
        library=options.library,
        plain=options.ascii or None,
        heard=options.plain,
    )


READING = CommandLine("See whose words you are reading.", _take_reading, _read)
"""What is done where no command is named."""


def _take_text(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("path", metavar="PATH", help="a file, or - for standard input")


def _text(options: argparse.Namespace) -> int:
    from tui.headless.text import print_text

    return print_text(options.path)


def _take_quotes(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("paths", nargs="+", metavar="PATH", help="files, folders or -")
    parser.add_argument(
        "--format",
        choices=("jsonl", "csv", "markdown"),
        default="jsonl",
        help="one object a line (if nothing is said), a table, or a page to read",
    )
    parser.add_argument(
        "--terms", action="store_true", help="also words in marks that quote nobody"
    )
    parser.add_argument(
        "--attitudes",
        action="store_true",
        help="also what somebody is told to believe, feel or mean to do",
    )
    parser.add_argument(
        "--decisions",
        action="store_true",
        help="as you have decided, with what quoth had said and your notes",
    )


def _quotes(options: argparse.Namespace) -> int:
    from tui.headless.quotes import print_quotes

    return print_quotes(
        options.paths,
        options.format,
        terms=options.terms,
        attitudes=options.attitudes,
        decisions=options.decisions,
    )


def _take_deciding(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("paths", nargs="+", metavar="PATH", help="files, folders or -")
    parser.add_argument(
        "--format",
        choices=("jsonl", "csv"),
        default="jsonl",
        help="one object a line (if nothing is said), or a table",
    )
    parser.add_argument(
        "--take",
        metavar="FILE",
        help="take in decisions on PATH that were printed as jsonl; of two, the later stays",
    )
    parser.add_argument("--who", metavar="NAME", help="print as NAME's what nobody is named for")


def _decisions(options: argparse.Namespace) -> int:
    from tui.headless.decisions import print_decisions, take_decisions

    if options.take is not None:
        return take_decisions(options.paths, options.take)
    return print_decisions(options.paths, options.format, options.who)


_PIPED = " -:"


def _piped(given: str) -> str:
    return given[1:] if given.startswith(_PIPED) else given


def _take_why(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "places",
        nargs="+",
        type=_piped,
        metavar="FILE:PARAGRAPH",
        help="as in report.txt:6, or -:6 for standard input",
    )
    parser.add_argument("--format", choices=("plain", "jsonl"), default="plain")


def _why(options: argparse.Namespace) -> int:
    from tui.headless.why import print_why

    return print_why(options.places, options.format)


def _take_picture(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("path", metavar="FILE", help="a file, or - for standard input")
    parser.add_argument(
        "-o", "--output", metavar="OUT", help="a file that ends in .svg or .html; else printed"
    )
    parser.add_argument("--format", choices=("svg", "html"), help="whatever OUT ends in")
    parser.add_argument("--decisions", action="store_true", help="with what you have decided")


def _picture(options: argparse.Namespace) -> int:
    from tui.headless.picture import draw_picture

    return draw_picture(options.path, options.output, options.format, decisions=options.decisions)


def _take_search(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "query",
        metavar="QUERY",
        help='words, "a phrase", voice:NAME, in:quotes and the like: see Queries in README',
    )
    parser.add_argument(
        "paths", nargs="*", metavar="PATH", help="files, folders or -; none: the library"
    )
    parser.add_argument("--format", choices=("plain", "jsonl"), default="plain")
    parser.add_argument(
        "--sort",
        choices=("rank", "date", "place"),
        default="rank",
        help="of the library's paragraphs: best first, oldest first, or as they were added",
    )
    _take_library(parser)


def _search(options: argparse.Namespace) -> int:
    from tui.headless.search import print_hits, print_kept_hits

    if options.paths:
        return print_hits(options.query, options.paths, options.format)
    return print_kept_hits(options.query, options.library, options.format, options.sort)


def _take_add(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("paths", nargs="*", metavar="PATH", help="files and folders")
    parser.add_argument("--quiet", action="store_true", help="print nothing but problems")
    parser.add_argument(
        "--watch",
        action="store_true",
        help="stay, and add what changes in the folders, until ctrl+c",
    )
    _take_library(parser)


def _add(options: argparse.Namespace) -> int:
    from tui.headless.add import add_to_library

    return add_to_library(options.paths, options.library, quiet=options.quiet, stay=options.watch)


def _take_forget(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("paths", nargs="+", metavar="PATH", help="files and folders")
    _take_library(parser)


def _forget(options: argparse.Namespace) -> int:
    from tui.headless.library import forget_documents

    return forget_documents(options.paths, options.library)


def _take_listing(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--format", choices=("table", "jsonl"), default="table")
    _take_library(parser)


def _library(options: argparse.Namespace) -> int:
    from tui.headless.library import print_documents

    return print_documents(options.library, options.format)


def _take_config(parser: argparse.ArgumentParser) -> None:
    asked = parser.add_mutually_exclusive_group()
    asked.add_argument("--path", action="store_true", help="print where the configuration is")
    asked.add_argument("--check", action="store_true", help="tell what is wrong in it")


def _config(options: argparse.Namespace) -> int:
    from tui.headless.config import check, print_defaults, print_path

    if options.path:
        return print_path()
    return check() if options.check else print_defaults()


def _take_serve(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("paths", nargs="*", metavar="PATH[:PARAGRAPH]", help="what to read")
    parser.add_argument(
        "--host", default="127.0.0.1", metavar="ADDRESS", help="address to serve at (127.0.0.1)"
    )
    parser.add_argument("--port", type=int, default=8000, help="port to serve at (8000)")
    _take_library(parser)


def _serve(options: argparse.Namespace) -> int:
    from tui.headless.serve import serve

    return serve(options.paths, options.host, options.port, options.library)


def _take_doctor(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--repair", action="store_true", help="build the library's index again if it is damaged"
    )
    _take_library(parser)


def _doctor(options: argparse.Namespace) -> int:
    from tui.headless.doctor import print_health

    return print_health(options.library, repair_library=options.repair)


COMMAND_LINES: Mapping[str, CommandLine] = {
    "text": CommandLine("Print a document's text exactly as offsets count it.", _take_text, _text),
    "quotes": CommandLine(
        "Print the quotations of documents: whose words they are, and how that is known.",
        _take_quotes,
        _quotes,
    ),
    "decisions": CommandLine(
        "Print what you have decided on documents, or take in what others have.",
        _take_deciding,
        _decisions,
    ),
    "why": CommandLine(
        "Print why each quotation of a paragraph is credited as it is, and who else was weighed.",
        _take_why,
        _why,
    ),
    "picture": CommandLine(
        "Draw whose words a document holds, where, how many, and which.", _take_picture, _picture
    ),
    "search": CommandLine(
        "Print the paragraphs that match a query, of files or of the library.",
        _take_search,
        _search,
    ),
    "add": CommandLine(
        "Keep files and folders in the library, or look again at all that were added.",
        _take_add,
        _add,
    ),
    "forget": CommandLine(
        "Let go of files and folders of the library. The files themselves stay.",
        _take_forget,
        _forget,
    ),
    "library": CommandLine("List the documents that the library keeps.", _take_listing, _library),
    "serve": CommandLine(
        "Read in a browser. Nobody but this machine reaches it, unless --host says otherwise.",
        _take_serve,
        _serve,
    ),
    "config": CommandLine(
        "Print the settings and keys there are, as a configuration to begin with.",
        _take_config,
        _config,
    ),
    "doctor": CommandLine(
        "Print versions, the terminal, and whether everything works: for bug reports.",
        _take_doctor,
        _doctor,
    ),
}
"""By the word that names it, in the order of the help."""
