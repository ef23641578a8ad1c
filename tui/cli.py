"""The command line: what is asked for, and how it ends.

Nothing is imported here that a command does not need: `--help` and `text` start no search engine and
no screen.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable, Sequence

from texts.errors import TextsError
from tui import __version__
from tui.errors import UserError

__all__ = ["main"]

FOUND, ERROR = 0, 2
_INTERRUPTED = 130

_COMMANDS = (
    "text",
    "quotes",
    "decisions",
    "why",
    "picture",
    "search",
    "add",
    "forget",
    "library",
    "serve",
    "doctor",
)

_EPILOG = """\
commands:
  quoth [PATH[:PARAGRAPH] ...]   read; without a path, the last place read (at first, the sample)
  quoth --find WORDS PATH ...    read, at the first place of words
  quoth 'PATH#WORDS'             the same, of words just as they stand one after the other
  quoth 'doc:PATH#p6.14-88'      read, at the words of a link: in the reader, y l copies one
  quoth text PATH                print a document's text exactly as offsets count it
  quoth quotes PATH ...          print its quotations, who says them and how that is known
  quoth decisions PATH ...       print what you have decided on it with c in the reader
  quoth why FILE:PARAGRAPH ...   print what was weighed for each quotation, and what decided
  quoth picture FILE -o OUT.svg  draw whose words it holds, or as a page: OUT.html
  quoth search QUERY [PATH ...]  print the paragraphs that match, like grep; without a path,
                                 those of the library
  quoth add [PATH ...]           keep files and folders in the library; without a path, look
                                 again at all that were added; --watch stays and adds what changes
  quoth forget PATH ...          let go of files and folders of the library
  quoth library                  list what the library keeps
  quoth serve [PATH ...]         read in a browser, on this machine alone
  quoth doctor                   print versions, the terminal, and whether all works

A path is a file, a folder of files, or - for standard input. Read are
.txt .md .html .pdf .docx .odt .epub .rtf .eml .mbox and compressed plain text.
A file called like a command is reached by its folder: quoth ./text

exit status: 0 found, 1 nothing found, 2 an error, told in one sentence."""


def _reader_parser() -> argparse.ArgumentParser:
    parser = _parser("quoth", "See whose words you are reading.", epilog=_EPILOG)
    parser.add_argument("--version", action="version", version=f"quoth {__version__}")
    parser.add_argument("--find", metavar="WORDS", help="go to the first place of words, a query")
    _name_library(parser)
    parser.add_argument("paths", nargs="*", metavar="PATH[:PARAGRAPH]", help="what to read")
    return parser


def _command_parser(command: str) -> argparse.ArgumentParser:
    parser = _parser(f"quoth {command}", _PURPOSES[command])
    if command == "text":
        parser.add_argument("path", metavar="PATH", help="a file, or - for standard input")
    elif command == "quotes":
        parser.add_argument("paths", nargs="+", metavar="PATH", help="files, folders or -")
        parser.add_argument("--format", choices=("jsonl", "csv", "markdown"), default="jsonl")
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
    elif command == "decisions":
        parser.add_argument("paths", nargs="+", metavar="PATH", help="files, folders or -")
        parser.add_argument("--format", choices=("jsonl", "csv"), default="jsonl")
        parser.add_argument(
            "--take",
            metavar="FILE",
            help="take in decisions on PATH that were printed as jsonl; of two, the later stays",
        )
    elif command == "why":
        parser.add_argument(
            "places",
            nargs="+",
            type=_piped,
            metavar="FILE:PARAGRAPH",
            help="as in report.txt:6, or -:6 for standard input",
        )
        parser.add_argument("--format", choices=("plain", "jsonl"), default="plain")
    elif command == "picture":
        parser.add_argument("path", metavar="FILE", help="a file, or - for standard input")
        parser.add_argument(
            "-o", "--output", metavar="OUT", help="a file that ends in .svg or .html; else printed"
        )
        parser.add_argument("--format", choices=("svg", "html"), help="whatever OUT ends in")
    elif command == "search":
        parser.add_argument("query", metavar="QUERY", help="see QUERIES in the README")
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
        _name_library(parser)
    elif command == "add":
        parser.add_argument("paths", nargs="*", metavar="PATH", help="files and folders")
        parser.add_argument("--quiet", action="store_true", help="print nothing but problems")
        parser.add_argument(
            "--watch",
            action="store_true",
            help="stay, and add what changes in the folders, until ctrl+c",
        )
        _name_library(parser)
    elif command == "forget":
        parser.add_argument("paths", nargs="+", metavar="PATH", help="files and folders")
        _name_library(parser)
    elif command == "library":
        parser.add_argument("--format", choices=("table", "jsonl"), default="table")
        _name_library(parser)
    elif command == "serve":
        parser.add_argument("paths", nargs="*", metavar="PATH[:PARAGRAPH]", help="what to read")
        parser.add_argument(
            "--host", default="127.0.0.1", metavar="ADDRESS", help="to be reached by"
        )
        parser.add_argument("--port", type=int, default=8000, help="to be reached by (8000)")
        _name_library(parser)
    elif command == "doctor":
        parser.add_argument(
            "--repair", action="store_true", help="build the library's index again if it is damaged"
        )
        _name_library(parser)
    return parser


def _name_library(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--library", metavar="DIR", help="the library in this folder, not your own")


_PURPOSES = {
    "text": "Print a document's text exactly as offsets count it.",
    "quotes": "Print the quotations of documents: whose words they are, and how that is known.",
    "decisions": "Print what you have decided on documents, or take in what others have.",
    "why": "Print why each quotation of a paragraph is credited as it is, and who else was weighed.",
    "picture": "Draw whose words a document holds, where, how many, and which.",
    "search": "Print the paragraphs that match a query, of files or of the library.",
    "add": "Keep files and folders in the library, or look again at all that were added.",
    "forget": "Let go of files and folders of the library. The files themselves stay.",
    "library": "List the documents that the library keeps.",
    "serve": "Read in a browser. Nobody but this machine reaches it, unless --host says otherwise.",
    "doctor": "Print versions, the terminal, and whether everything works: for bug reports.",
}


class _OneSentence(argparse.ArgumentParser):
    """A parser whose errors are one line, as all errors of this program are."""

    def error(self, message: str) -> None:  # type: ignore[override]
        raise UserError(f"{message}; see {self.prog} --help.")


def _parser(prog: str, description: str, epilog: str | None = None) -> argparse.ArgumentParser:
    return _OneSentence(
        prog=prog,
        description=description,
        epilog=epilog,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )


_PIPED = " -:"


def _with_piped(arguments: Sequence[str]) -> list[str]:
    """The arguments, with a space before ``-:6``, which is a place in standard input, no option."""
    return [f" {given}" if given.startswith("-:") else given for given in arguments]


def _piped(given: str) -> str:
    return given[1:] if given.startswith(_PIPED) else given


def _run(arguments: Sequence[str]) -> int:
    command = arguments[0] if arguments and arguments[0] in _COMMANDS else None
    if command is None:
        options = _reader_parser().parse_args(arguments)
        from tui.start import read

        return _told(lambda: read(options.paths, find=options.find, library=options.library))
    given = _with_piped(arguments[1:]) if command == "why" else arguments[1:]
    options = _command_parser(command).parse_args(given)
    if command == "text":
        from tui.headless.text import print_text

        return print_text(options.path)
    if command == "quotes":
        from tui.headless.quotes import print_quotes

        return print_quotes(
            options.paths,
            options.format,
            terms=options.terms,
            attitudes=options.attitudes,
            decisions=options.decisions,
        )
    if command == "decisions":
        from tui.headless.decisions import print_decisions, take_decisions

        if options.take is not None:
            return take_decisions(options.paths, options.take)
        return print_decisions(options.paths, options.format)
    if command == "why":
        from tui.headless.why import print_why

        return print_why(options.places, options.format)
    if command == "picture":
        from tui.headless.picture import draw_picture

        return draw_picture(options.path, options.output, options.format)
    if command == "serve":
        from tui.headless.serve import serve

        return serve(options.paths, options.host, options.port, options.library)
    if command == "doctor":
        from tui.headless.doctor import print_health

        return print_health(options.library, repair_library=options.repair)
    return _told(lambda: _with_index(command, options))


def _with_index(command: str, options: argparse.Namespace) -> int:
    """The commands that need what finds words."""
    if command == "add":
        from tui.headless.add import add_to_library

        return add_to_library(
            options.paths, options.library, quiet=options.quiet, stay=options.watch
        )
    if command == "forget":
        from tui.headless.library import forget_documents

        return forget_documents(options.paths, options.library)
    if command == "library":
        from tui.headless.library import print_documents

        return print_documents(options.library, options.format)
    from tui.headless.search import print_hits, print_kept_hits

    if options.paths:
        return print_hits(options.query, options.paths, options.format)
    return print_kept_hits(options.query, options.library, options.format, options.sort)


def _told(run: Callable[[], int]) -> int:
    """What needs the search, with its errors told; it is loaded for nothing else."""
    try:
        return run()
    except Exception as problem:
        from index.errors import FindingError

        if isinstance(problem, FindingError):
            return _tell(problem)
        raise


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and give its exit status: 0 found, 1 nothing found, 2 an error.

    Results go to standard output as UTF-8, messages to standard error. A reader that goes away, as
    `head` does, ends the run quietly; so does ctrl+c, with 130.
    """
    _open_what_is_closed()
    _speak_utf8()
    try:
        status = _run(sys.argv[1:] if arguments is None else arguments)
        sys.stdout.flush()
    except (TextsError, UserError) as problem:
        return _tell(problem)
    except BrokenPipeError:
        _close_quietly()
        return FOUND
    except KeyboardInterrupt:
        return _INTERRUPTED
    except OSError as problem:
        # Reading has errors of its own, so what fails here is writing: a full disk, a closed file.
        _close_quietly()
        return _tell(UserError(f"the output cannot be written: {problem.strerror}."))
    return status


def _open_what_is_closed() -> None:
    """A script may start us with its streams closed: then nothing is read, and nothing is heard."""
    if sys.stdin is None:
        sys.stdin = open(os.devnull, encoding="utf-8")  # noqa: PTH123, SIM115
    if sys.stdout is None:
        sys.stdout = open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123, SIM115
    if sys.stderr is None:
        sys.stderr = open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123, SIM115


def _close_quietly() -> None:
    """What is still buffered has nowhere to go; else the interpreter would complain at its end."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _tell(problem: Exception) -> int:
    # With it comes all of loading, which a search of the library does without.
    from texts.loading.controls import harmless_path

    print(f"quoth: {harmless_path(str(problem))}", file=sys.stderr)
    return ERROR


def _speak_utf8() -> None:
    """The texts hold what a narrow locale cannot say, and line ends that must stay as they are."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")


if __name__ == "__main__":
    sys.exit(main())
