"""The language of the query box: one line in, one query tree or one clear complaint out.

    free press          both words, anywhere in the paragraph
    "free press"        the words one after the other; straight, curly, low or angled marks
    free OR bound       either; OR joins just what stands beside it: ``a b OR c`` is ``a (b OR c)``
    free -york          not this word; also NOT york
    free*               any word that begins so
    (…)                 a group
    voice:smith         somebody of that name is quoted; voice:"anna smith"
    kind:person         person, organization, document, group, anonymous, author
    mode:direct         direct, mixed, indirect, block
    cue:wrote           the words that say that they speak; cue:"according to"
    certainty:inferred  explicit, carried, inferred, unresolved, confirmed
    via:amnesty         the words came through that voice, which quotes their own
    stance:doubt        the choice of the cue: neutral, doubt, concession, endorsement …
    doc:report          documents with the word in their title or the name of their file
    outlet:guardian     documents of that outlet
    date:2021..2022     documents of these years, months (2021-05) or days; date:..2021
    in:quotes           the words of this group must stand inside a quotation …
    in:author           … or outside every quotation

What each of these means for a paragraph is told in `index.tree`. Only ``OR``, ``AND`` and ``NOT``
in capitals are operators. ``AND`` may be left out; beside ``OR`` it needs parentheses, since
readers disagree on which of the two binds first.
"""

from __future__ import annotations

from index.errors import NothingYet, QueryError
from index.fields import DATE, EXAMPLES, VALUES, dated, field_name, is_value, no_such_value
from index.lexing import Kind, Token, tokens
from index.tree import (
    EVERYTHING,
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
)
from texts.words import words

__all__ = [
    "EVERYTHING",
    "LONGEST",
    "About",
    "And",
    "Dated",
    "Field",
    "Name",
    "Not",
    "Or",
    "Phrase",
    "Prefix",
    "Query",
    "Scope",
    "Subject",
    "Term",
    "Within",
    "asks_for_voices",
    "parse",
]

LONGEST = 256
"""The most characters a line may have."""

_DEEPEST = 20  # groups inside each other


def parse(line: str, typing: bool = False) -> Query:
    """The query a line asks.

    With `typing` the line is still being typed, its end is where the next letter goes: the last
    word counts as a beginning (an excluded one not, so that typing ``-york`` does not first
    exclude every *y*), an open phrase or group as closed, and what is only begun (``voice:``,
    ``free OR``) is left out. A single letter is not looked for until a second one is there.

    Raises `QueryError` when the line cannot be understood and `NothingYet` when there is nothing
    to look for; never anything else, for any string. Linear in the line.
    """
    if len(line) > LONGEST:
        raise QueryError(
            f"A query has at most {LONGEST} characters: leave out what comes after", LONGEST
        )
    return _Parser(tokens(line), len(line), typing).query()


class _Parser:
    """Recursive descent over the tokens of one line."""

    def __init__(self, tokens: list[Token], length: int, typing: bool) -> None:
        self._tokens = tokens
        self._at = 0
        self._length = length
        self._typing = typing
        self._leaves = 0
        self._begun_with: str | None = None

    def query(self) -> Query:
        query = self._group(depth=0, excluded=False)
        if stray := self._next():
            raise QueryError("This parenthesis closes nothing: remove it", stray.position)
        if query is None:
            raise NothingYet("Type a word to look for", self._length)
        begun = self._begun_with
        # Thai and what comes after it in Unicode says more with one character than a letter does.
        if begun is not None and len(begun) == 1 and begun < "\u0e00" and self._leaves == 1:
            raise NothingYet("One letter is too little while typing: type on", self._length)
        return query

    def _next(self) -> Token | None:
        return self._tokens[self._at] if self._at < len(self._tokens) else None

    def _group(self, depth: int, excluded: bool) -> Query | None:
        """Everything up to the closing parenthesis or the end; `None` if that is nothing."""
        joined: list[list[Query]] = []
        scope: Scope | None = None
        scope_at = 0
        pending: Token | None = None
        used: dict[Kind, int] = {}
        joinable = False  # whether an operator may come now
        while (token := self._next()) and token.kind is not Kind.CLOSE:
            if token.kind in (Kind.AND, Kind.OR):
                self._at += 1
                if pending or not joinable:
                    raise _stands_between(token)
                used.setdefault(token.kind, token.position)
                pending, joinable = token, False
                continue
            either = pending is not None and pending.kind is Kind.OR
            if token.kind is Kind.FIELD and token.name.lower() == "in":
                self._at += 1
                scope, scope_at = self._scope(token, scope, either), token.position
                pending, joinable = None, False
                continue
            part = self._operand(token, depth, excluded)
            if part is not None and either:
                joined[-1].append(part)
            elif part is not None:
                joined.append([part])
            if part is not None:
                pending, joinable = None, True
        if pending and not (self._typing and self._next() is None):
            raise _stands_between(pending)
        if len(used) > 1:
            raise QueryError(
                "AND beside OR can be read in two ways: put parentheses around one of them",
                max(used.values()),
            )
        parts = tuple(Or(tuple(some)) if len(some) > 1 else some[0] for some in joined)
        query = parts[0] if len(parts) == 1 else And(parts)
        if scope is not None:
            if _holds_scope(query):
                raise QueryError("There is an in: inside another in: keep one of them", scope_at)
            return Within(scope, query)
        return query if parts else None

    def _scope(self, token: Token, before: Scope | None, either: bool) -> Scope | None:
        """What an ``in:`` says; what was said before it if it is only begun."""
        if either:
            raise QueryError(
                "in: holds for its whole group: write (in:quotes …) OR (…)", token.position
            )
        value = token.text.strip().lower()
        begun = self._is_begun(token)
        if begun and not value:
            return before
        for scope in Scope:
            if value == scope or (begun and scope.startswith(value)):
                if before not in (None, scope):
                    raise QueryError(
                        "in:quotes and in:author exclude each other: "
                        "write (in:quotes …) OR (in:author …)",
                        token.position,
                    )
                return scope
        raise QueryError(
            "in: is followed by quotes or author: write in:quotes or in:author", token.position
        )

    def _operand(self, token: Token, depth: int, excluded: bool) -> Query | None:
        self._at += 1
        match token.kind:
            case Kind.MINUS | Kind.NOT:
                return self._exclusion(token, depth)
            case Kind.OPEN:
                return self._parenthesis(token, depth, excluded)
            case Kind.FIELD:
                return self._field(token, excluded)
            case _:
                return self._words(token, excluded)

    def _exclusion(self, sign: Token, depth: int) -> Query | None:
        what = self._next()
        apart = sign.kind is Kind.MINUS and what is not None and what.position != sign.end
        if what is None and self._typing and sign.end == self._length:
            return None
        if what is None or apart or what.kind in (Kind.AND, Kind.OR, Kind.CLOSE):
            raise QueryError(
                "Nothing follows NOT: write the word to exclude, as in NOT york"
                if sign.kind is Kind.NOT
                else "Nothing follows this minus: write it right before a word, as in -york",
                sign.position,
            )
        if what.kind in (Kind.MINUS, Kind.NOT):
            raise QueryError("Two exclusions in a row: leave one out", what.position)
        if what.kind is Kind.FIELD and what.name.lower() == "in":
            raise QueryError(
                "in: cannot be excluded: in:author is the opposite of in:quotes", what.position
            )
        part = self._operand(what, depth, excluded=True)
        if part is None:
            if self._typing and self._next() is None:
                return None
            raise QueryError("There is no word here to exclude", what.position)
        return Not(part)

    def _parenthesis(self, opening: Token, depth: int, excluded: bool) -> Query | None:
        if depth == _DEEPEST:
            raise QueryError(
                f"More than {_DEEPEST} groups inside each other: use fewer", opening.position
            )
        query = self._group(depth + 1, excluded)
        closing = self._next()
        self._at += 1
        if closing is None and not self._typing:
            raise QueryError("This parenthesis is not closed: add )", opening.position)
        if query is None and closing is not None:
            raise QueryError("There is nothing in these parentheses: remove them", opening.position)
        return query

    def _field(self, token: Token, excluded: bool) -> Query | None:
        begun = self._is_begun(token)
        if token.name.lower() == DATE:
            self._leaves += 1
            return dated(token, begun)
        name = field_name(token)
        parts, starred = _cut(token, begun)
        if not parts:
            if begun:
                return None
            raise QueryError(
                f"{name}: needs its word right after it, as in {EXAMPLES[name]}", token.position
            )
        open_ = starred or (begun and not excluded)
        values = VALUES.get(name)
        if values is not None and not is_value(parts, values, open_):
            if begun and is_value(parts, values, True):
                return None
            raise QueryError(no_such_value(name, " ".join(parts), values), token.text_at)
        self._leaves += 1
        if isinstance(name, Subject):
            return About(name, parts, open_)
        return Field(name, parts, open_)

    def _words(self, token: Token, excluded: bool) -> Query | None:
        begun = self._is_begun(token)
        parts, starred = _cut(token, begun)
        if not parts:
            if token.kind is Kind.PHRASE and not begun:
                raise QueryError(
                    "There is nothing to look for between these marks: write words between them",
                    token.position,
                )
            return None  # a dash, a comma: nothing that could be looked for
        open_ = starred or (begun and not excluded)
        self._leaves += 1
        if len(parts) > 1:
            return Phrase(parts, open_)
        if open_ and not starred:
            self._begun_with = parts[0]
        return Prefix(parts[0]) if open_ else Term(parts[0])

    def _is_begun(self, token: Token) -> bool:
        """Whether the next letter typed would still belong to this token."""
        if not self._typing:
            return False
        return not token.closed or (token.end == self._length and not token.marked)


def _cut(token: Token, begun: bool) -> tuple[tuple[str, ...], bool]:
    """The words of a token, and whether a star ends them."""
    if not token.closed and not begun:
        raise QueryError(
            "This phrase is not closed: add a mark after its last word", token.text_at - 1
        )
    text = token.text.rstrip()
    cut = list(words(text))
    star = text.find("*")
    if star >= 0 and (star != len(text) - 1 or not cut or cut[-1].end != star):
        raise QueryError("* can only end a word, as in free*", token.text_at + star)
    return tuple(word.folded for word in cut), star >= 0


def _holds_scope(query: Query) -> bool:
    match query:
        case And(parts) | Or(parts):
            return any(map(_holds_scope, parts))
        case Not(part):
            return _holds_scope(part)
        case _:
            return isinstance(query, Within)


def _stands_between(operator: Token) -> QueryError:
    word = operator.text
    return QueryError(
        f"{word} stands between two words, as in free {word} bound", operator.position
    )
