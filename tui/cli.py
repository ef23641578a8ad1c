"""The command line: what is asked for, and how it ends.

Nothing is imported here that a command does not need: `--help` and `text` start no search engine and
no screen.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence

from texts.errors import TextsError
from tui import __version__
from tui.command_lines import COMMAND_LINES, READING
from tui.errors import ConfigError, UserError

__all__ = ["main"]

FOUND, ERROR = 0, 2
_INTERRUPTED = 130

_EPILOG = """\
commands:
  quoth [PATH[:PARAGRAPH] ...]   read; without a path, the last place read (at first, the sample)
  quoth --find WORDS PATH ...    read, at the first place of words
  quoth 'PATH#WORDS'             the same, of words just as they stand one after the other
  quoth 'doc:PATH#p6.14-88'      read, at the words of a link, as the reader copies it
  quoth --plain PATH ...         print it to be heard: each paragraph after whose words it holds
  quoth text PATH                print a document's text exactly as offsets count it
  quoth quotes PATH ...          print its quotations, who says them and how that is known
  quoth decisions PATH ...       print what you have decided on it in the reader
  quoth why FILE:PARAGRAPH ...   print what was weighed for each quotation, and what decided
  quoth picture FILE -o OUT.svg  draw whose words it holds, or as a page: OUT.html
  quoth search QUERY [PATH ...]  print the paragraphs that match, like grep; without a path,
                                 those of the library
  quoth add [PATH ...]           keep files and folders in the library; without a path, look
                                 again at all that were added; --watch stays and adds what changes
  quoth forget PATH ...          let go of files and folders of the library
  quoth library                  list what the library keeps
  quoth serve [PATH ...]         read in a browser, on this machine alone
  quoth config                   print the settings and keys there are, to begin a configuration;
                                 --path where it is, --check what is wrong in it
  quoth doctor                   print versions, the terminal, and whether all works

A path is a file, a folder of files, or - for standard input. Read are
.txt .md .html .pdf .docx .odt .epub .rtf .eml .mbox and compressed plain text.
A file called like a command is reached by its folder: quoth ./text

exit status: 0 found, 1 nothing found, 2 an error, told in one sentence."""


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


def _run(arguments: Sequence[str]) -> int:
    if not arguments or arguments[0] not in COMMAND_LINES:
        parser = _parser("quoth", READING.purpose, epilog=_EPILOG)
        parser.add_argument("--version", action="version", version=f"quoth {__version__}")
        READING.take(parser)
        return READING.run(parser.parse_args(arguments))
    command, *given = arguments
    line = COMMAND_LINES[command]
    parser = _parser(f"quoth {command}", line.purpose)
    line.take(parser)
    return line.run(parser.parse_args(_with_piped(given) if command == "why" else given))


def _with_piped(arguments: Sequence[str]) -> list[str]:
    """The arguments, with a space before ``-:6``, which is a place in standard input, no option."""
    return [f" {given}" if given.startswith("-:") else given for given in arguments]


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
    except Exception as problem:
        # What finds words is loaded for nothing else.
        from index.errors import FindingError

        if isinstance(problem, FindingError):
            return _tell(problem)
        raise
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

    for sentence in problem.args if isinstance(problem, ConfigError) else (problem,):
        print(f"quoth: {harmless_path(str(sentence))}", file=sys.stderr)
    return ERROR


def _speak_utf8() -> None:
    """The texts hold what a narrow locale cannot say, and line ends that must stay as they are."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")


if __name__ == "__main__":
    sys.exit(main())
