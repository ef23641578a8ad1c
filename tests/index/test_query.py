"""The language of the query box."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from index.errors import NothingYet, QueryError
from index.query import (
    EVERYTHING,
    LONGEST,
    About,
    And,
    Dated,
    Field,
    Name,
    Not,
    Or,
    Phrase,
    Prefix,
    Query,
    Scope,
    Subject,
    Term,
    Within,
    asks_for_voices,
    parse,
)

A, B, C = Term("a"), Term("b"), Term("c")
QUOTES, AUTHOR = Scope.QUOTES, Scope.AUTHOR


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("free", Term("free")),
        ("via:amnesty", Field(Name.VIA, ("amnesty",))),
        ("stance:doubt", Field(Name.STANCE, ("doubt",))),
        ('doc:"Iran report"', About(Subject.DOC, ("iran", "report"))),
        ("outlet:guard*", About(Subject.OUTLET, ("guard",), open=True)),
        ("date:2021", Dated("2021-01-01", "2021-12-31")),
        ("date:2020-02", Dated("2020-02-01", "2020-02-29")),
        ("date:2021..2022", Dated("2021-01-01", "2022-12-31")),
        ("date:2021-05-03..", Dated("2021-05-03", None)),
        ("date:..2021-04", Dated(None, "2021-04-30")),
        ("-date:2021 a", And((Not(Dated("2021-01-01", "2021-12-31")), Term("a")))),
        ("  free  ", Term("free")),
        ("free press", And((Term("free"), Term("press")))),
        ("free AND press", And((Term("free"), Term("press")))),
        ("FREE", Term("free")),
        ("École", Term("ecole")),
        ('"free press"', Phrase(("free", "press"))),
        ("“free press”", Phrase(("free", "press"))),
        ("„free press“", Phrase(("free", "press"))),
        ("«free press»", Phrase(("free", "press"))),
        ('"free"', Term("free")),
        ('"a OR b"', Phrase(("a", "or", "b"))),
        ('"a -b"', Phrase(("a", "b"))),
        ("don’t", Phrase(("don", "t"))),
        ("don't", Phrase(("don", "t"))),
        ("hard-won", Phrase(("hard", "won"))),
        ("12:30", Phrase(("12", "30"))),
        ("why?", Term("why")),
        ("a & b, c", And((A, B, C))),
        ("人権", Phrase(("人", "権"))),
        ("fre*", Prefix("fre")),
        ("hard-w*", Phrase(("hard", "w"), open=True)),
        ('"free pre*"', Phrase(("free", "pre"), open=True)),
        ("a OR b", Or((A, B))),
        ("a OR b OR c", Or((A, B, C))),
        ("a b OR c", And((A, Or((B, C))))),
        ("a OR b c", And((Or((A, B)), C))),
        ("(a b) OR c", Or((And((A, B)), C))),
        ("a (b OR c)", And((A, Or((B, C))))),
        ("((a))", A),
        ("or and not", And((Term("or"), Term("and"), Term("not")))),
        ("-york", Not(Term("york"))),
        ("−york", Not(Term("york"))),
        ("NOT york", Not(Term("york"))),
        ("a -b", And((A, Not(B)))),
        ('a -"b c"', And((A, Not(Phrase(("b", "c")))))),
        ("a -(b OR c)", And((A, Not(Or((B, C)))))),
        ("a OR -b", Or((A, Not(B)))),
        ("-voice:smith", Not(Field(Name.VOICE, ("smith",)))),
        ("voice:smith", Field(Name.VOICE, ("smith",))),
        ("VOICE:Smith", Field(Name.VOICE, ("smith",))),
        ('voice:"anna smith"', Field(Name.VOICE, ("anna", "smith"))),
        ("voice:“anna smith”", Field(Name.VOICE, ("anna", "smith"))),
        ("voice:smi*", Field(Name.VOICE, ("smi",), open=True)),
        ("voice:o’neill", Field(Name.VOICE, ("o", "neill"))),
        ("kind:person", Field(Name.KIND, ("person",))),
        ("mode:direct", Field(Name.MODE, ("direct",))),
        ("cue:wrote", Field(Name.CUE, ("wrote",))),
        ('cue:"according to"', Field(Name.CUE, ("according", "to"))),
        ("certainty:inferred", Field(Name.CERTAINTY, ("inferred",))),
        ("in:quotes", Within(QUOTES, EVERYTHING)),
        ("in:quotes a", Within(QUOTES, A)),
        ("a in:quotes", Within(QUOTES, A)),
        ("a in:author b", Within(AUTHOR, And((A, B)))),
        ("in:quotes in:quotes a", Within(QUOTES, A)),
        ("in:quotes a OR b", Within(QUOTES, Or((A, B)))),
        ("(in:quotes a) OR (in:author b)", Or((Within(QUOTES, A), Within(AUTHOR, B)))),
        ("(in:quotes a) -(in:author b)", And((Within(QUOTES, A), Not(Within(AUTHOR, B))))),
    ],
)
def test_understands(line: str, expected: Query) -> None:
    assert parse(line) == expected


@pytest.mark.parametrize(
    ("line", "message", "position"),
    [
        ("*", "* can only end a word, as in free*", 0),
        ("fr*e", "* can only end a word, as in free*", 2),
        ("a *b", "* can only end a word, as in free*", 2),
        ("free**", "* can only end a word, as in free*", 4),
        ("free,*", "* can only end a word, as in free*", 5),
        ('"fr* press"', "* can only end a word, as in free*", 3),
        ("voice:*", "* can only end a word, as in free*", 6),
        ('a "b', "This phrase is not closed: add a mark after its last word", 2),
        ('voice:"b', "This phrase is not closed: add a mark after its last word", 6),
        ('a ""', "There is nothing to look for between these marks: write words between them", 2),
        ("a -", "Nothing follows this minus: write it right before a word, as in -york", 2),
        ("a - b", "Nothing follows this minus: write it right before a word, as in -york", 2),
        ("(a -)", "Nothing follows this minus: write it right before a word, as in -york", 3),
        ("a NOT", "Nothing follows NOT: write the word to exclude, as in NOT york", 2),
        ("--a", "Two exclusions in a row: leave one out", 1),
        ("NOT -a", "Two exclusions in a row: leave one out", 4),
        ("a -…", "There is no word here to exclude", 3),
        ("-in:quotes a", "in: cannot be excluded: in:author is the opposite of in:quotes", 1),
        ("OR a", "OR stands between two words, as in free OR bound", 0),
        ("a OR", "OR stands between two words, as in free OR bound", 2),
        ("a OR OR b", "OR stands between two words, as in free OR bound", 5),
        ("(a OR) b", "OR stands between two words, as in free OR bound", 3),
        ("AND", "AND stands between two words, as in free AND bound", 0),
        (
            "a AND b OR c",
            "AND beside OR can be read in two ways: put parentheses around one of them",
            8,
        ),
        ("(a", "This parenthesis is not closed: add )", 0),
        ("a)", "This parenthesis closes nothing: remove it", 1),
        ("a ()", "There is nothing in these parentheses: remove them", 2),
        ("(" * 21 + "a", "More than 20 groups inside each other: use fewer", 20),
        ("voice:", "voice: needs its word right after it, as in voice:smith", 0),
        ("a cue: b", "cue: needs its word right after it, as in cue:wrote", 2),
        (
            "vioce:smith",
            "There is no field “vioce”: did you mean voice:? "
            "Plain words with a colon go in quotation marks",
            0,
        ),
        (
            "a speaker:smith",
            "There is no field “speaker”: did you mean voice:? "
            "Plain words with a colon go in quotation marks",
            2,
        ),
        (
            "http://example.org",
            "There is no field “http”: there are voice, kind, mode, cue, certainty, via, stance, doc, outlet, date and in. "
            "Plain words with a colon go in quotation marks",
            0,
        ),
        ("mode:drect", "mode: cannot be “drect”: did you mean mode:direct?", 5),
        ("a mode:x", "mode: cannot be “x”: it is one of direct, mixed, indirect, block", 7),
        (
            "mode:term",
            "Terms quote nobody, so they have no mode to look for: look for their words",
            5,
        ),
        (
            "certainty:sure",
            "certainty: cannot be “sure”: it is one of explicit, carried, "
            "inferred, unresolved, confirmed",
            10,
        ),
        ("in:", "in: is followed by quotes or author: write in:quotes or in:author", 0),
        ("in:marks", "in: is followed by quotes or author: write in:quotes or in:author", 0),
        (
            "in:quotes a in:author",
            "in:quotes and in:author exclude each other: write (in:quotes …) OR (in:author …)",
            12,
        ),
        ("a OR in:quotes", "in: holds for its whole group: write (in:quotes …) OR (…)", 5),
        ("in:quotes OR a", "OR stands between two words, as in free OR bound", 10),
        ("a in:quotes OR b", "OR stands between two words, as in free OR bound", 12),
        (
            "in:quotes (in:author a)",
            "There is an in: inside another in: keep one of them",
            0,
        ),
        ("a" * 257, "A query has at most 256 characters: leave out what comes after", 256),
    ],
)
def test_says_what_is_wrong_and_where(line: str, message: str, position: int) -> None:
    with pytest.raises(QueryError) as raised:
        parse(line)
    assert (raised.value.message, raised.value.position) == (message, position)
    assert str(raised.value) == f"{message} (at character {position + 1})"


@pytest.mark.parametrize("line", ["", "  \n\t", "…", "— , ;"])
def test_nothing_to_look_for_is_no_fault(line: str) -> None:
    with pytest.raises(NothingYet):
        parse(line)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("fr", Prefix("fr")),
        ("fr ", Term("fr")),
        ("free p", And((Term("free"), Prefix("p")))),
        ("p free ", And((Term("p"), Term("free")))),
        ("don’t", Phrase(("don", "t"), open=True)),
        ('"free pr', Phrase(("free", "pr"), open=True)),
        ('"free press ', Phrase(("free", "press"), open=True)),
        ('"free press"', Phrase(("free", "press"))),
        ('"fr', Prefix("fr")),
        ('free "', Term("free")),
        ("free -", Term("free")),
        ("free -yor", And((Term("free"), Not(Term("yor"))))),
        ("free -(yor", And((Term("free"), Not(Term("yor"))))),
        ("free OR", Term("free")),
        ("free OR ", Term("free")),
        ("free AND", Term("free")),
        ("free NOT", Term("free")),
        ("free voice:", Term("free")),
        ("free voice:smi", And((Term("free"), Field(Name.VOICE, ("smi",), open=True)))),
        ('free voice:"anna s', And((Term("free"), Field(Name.VOICE, ("anna", "s"), open=True)))),
        ("mode:di", Field(Name.MODE, ("di",), open=True)),
        ("free -mode:di", Term("free")),
        ("free in:", Term("free")),
        ("free in:q", Within(QUOTES, Term("free"))),
        ("(free pr", And((Term("free"), Prefix("pr")))),
        ("free (", Term("free")),
        ("free, ", Term("free")),
        ("人", Prefix("人")),
        ("in:quotes", Within(QUOTES, EVERYTHING)),
    ],
)
def test_understands_while_typing(line: str, expected: Query) -> None:
    assert parse(line, typing=True) == expected


@pytest.mark.parametrize("line", ["", "f", "5", "é", "(", '"', '"f', "-", "voice:", "in:", "NOT",
                                  "in:quotes f"])  # fmt: skip
def test_waits_while_too_little_is_typed(line: str) -> None:
    with pytest.raises(NothingYet):
        parse(line, typing=True)


@pytest.mark.parametrize("line", ["mode:x", "vioce:a", "a)", "fr*e", "a OR OR b", "in:x"])
def test_faults_that_typing_on_cannot_mend_are_told_while_typing(line: str) -> None:
    with pytest.raises(QueryError) as raised:
        parse(line, typing=True)
    assert not isinstance(raised.value, NothingYet)


def test_typing_an_exclusion_never_excludes_more_than_is_written() -> None:
    line = "free -york"
    for end in range(len("free -y"), len(line) + 1):
        excluded = line[len("free -") : end]
        assert parse(line[:end], typing=True) == And((Term("free"), Not(Term(excluded))))


SYNTAX = st.text(alphabet="ab é\"“”()-−*: ORANDTincevo'’.人\n", max_size=40)
PIECES = st.lists(
    st.sampled_from(
        ["a", "b*", '"a b"', '"', "OR", "AND", "NOT", "-", "(", ")", "voice:", "voice:x",
         'cue:"y z"', "mode:direct", "in:quotes", "in:author", "certainty:", "*", "é", "don't"]
    ),
    max_size=12,
).flatmap(lambda parts: st.sampled_from([" ".join(parts), "".join(parts)]))  # fmt: skip


@given(st.one_of(st.text(max_size=300), SYNTAX, PIECES), st.booleans())
@example("(" * 256, False)
@example("-" * 256, False)
@example("NOT " * 64, False)
@example("a OR " * 51, True)
@example('"' * 256, True)
@example("ǆ:ǅ", False)
def test_any_line_is_a_query_or_one_clear_complaint(line: str, typing: bool) -> None:
    query, error = attempt(line, typing)
    if error is not None:
        assert 0 <= error.position <= len(line)
        assert error.message
    elif len(written := str(query)) <= LONGEST:
        assert parse(written) == query


@given(PIECES)
def test_what_is_right_when_it_is_done_is_no_fault_while_typing(line: str) -> None:
    if attempt(line, typing=False)[1] is None:
        error = attempt(line, typing=True)[1]
        assert error is None or isinstance(error, NothingYet)


def attempt(line: str, typing: bool) -> tuple[Query | None, QueryError | None]:
    """The query or the complaint; any other exception is a failure of the test."""
    try:
        return parse(line, typing), None
    except QueryError as error:
        return None, error


def test_who_asks_for_voices_is_known() -> None:
    assert not asks_for_voices(parse('a OR -("b c" d*)'))
    assert asks_for_voices(parse("a -voice:x"))
    assert asks_for_voices(parse("a OR (b in:author)"))


@pytest.mark.parametrize(
    "line", ["date:", "date:May", "date:2021-13", "date:2021-02-30", "date:.."]
)
def test_a_date_that_is_none_is_explained(line: str) -> None:
    with pytest.raises(QueryError, match=r"write date:2021 or date:2021-05\.\.2022"):
        parse(line)
    # While it is typed it may become one.
    assert parse(f"a {line}", typing=True) == Prefix("a") or parse(f"a {line}", typing=True) == A


def test_dates_in_the_wrong_order_are_explained() -> None:
    with pytest.raises(QueryError, match="exchange them"):
        parse("date:2022..2021")
    assert parse("a date:2021..2022-0", typing=True) == A
