"""The line of a search, read; docs/search.md says what it means."""

from __future__ import annotations

import re
import warnings
from collections.abc import Callable, Mapping
from itertools import islice

from annotations.fact_attributes import Modality
from annotations.search.mistakes import SearchMistake, cited, unknown
from annotations.search.parts import NOT, LinePart, LinePiece, is_closed, opened, parts_of
from annotations.search.query import ANY, FIELDS, AskedField, Query, Term, TermKind
from annotations.search.values import period, role_comparison, score_range, words_said, words_value
from annotations.sets import State
from annotations.spans import Status
from annotations.text.controls import written_out

KnownValues = Mapping[
    str, Mapping[str, str]
]  # field: its values in a project, each with a few words about it

#: The values of fields that have no others, in the order in which they are offered.
FIXED: Mapping[str, tuple[str, ...]] = {
    "status": tuple(map(str, Status)),
    "modality": tuple(map(str, Modality)),
    "negated": ("yes", "no"),
    "state": (*map(str, State), "skipped"),
    "boilerplate": ("in", "out"),
}
READERS: Mapping[str, Callable[[str], object]] = {
    "score": score_range,
    "date": period,
    "value": role_comparison,
    "filler": words_value,
    "according": words_value,
    "article": words_value,
}
LOOKED_UP = ("label", "fact", "annotator", "topic", "source")  # a project has them, or nothing answers
FEW = 4  # values that a mistake names
SINGLE = "annotator"
ENOUGH = ("spans", "marks", "facts")  # what a field must be of for a line to need no words


def parse(line: str, known: KnownValues | None = None) -> Query:
    """Return the search that the line asks for.  SearchMistake with the place of the first mistake.

    `known`: the values that a project has; with them a label and the like that it lacks is a mistake.
    """
    query = asked_by(line, known)
    if not line.strip():
        raise SearchMistake("Type what to look for: words, or a field like label:PERSON.", 0, len(line))
    if not _says_enough(query):
        start = len(line) - len(line.lstrip())
        raise SearchMistake(_too_little(query), start, len(line.rstrip()))
    return query


def asked_by(line: str, known: KnownValues | None = None) -> Query:
    """Return the same of any line whose parts have no mistakes, whether they are enough to look for or not."""
    terms, asked = list[Term](), list[AskedField]()
    parts = list(parts_of(line))
    for part in parts:
        if part.field is None:
            terms.append(term_of(part))
        else:
            asked.append(_asked(part, part.field, known or {}))
    _check_single(parts, asked)
    return Query(tuple(terms), tuple(asked))


def compiled(term: Term) -> re.Pattern[str]:
    """Return the regular expression of the term, as it is looked for.  SearchMistake with re's reason."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of what may mean something else in a later Python
            return re.compile(term.text, re.IGNORECASE if term.any_case else 0)
    except (re.error, ValueError, OverflowError, RecursionError, MemoryError) as error:
        reason = "it is nested too deeply" if isinstance(error, RecursionError) else written_out(str(error))
        raise SearchMistake(f"The regular expression {cited(term.text)} is none: {reason}.") from None


# --- words


def term_of(part: LinePart) -> Term:
    """Return the words that a part without a field asks for.  SearchMistake at its place."""
    (said,) = part.values
    try:
        if said.text.startswith("/"):
            return _pattern(said.text, part.negated)
        if said.text.startswith('"'):
            words, goes_on = words_said(unquoted(said.text))
            return Term(TermKind.PHRASE, words, part.negated, goes_on)
        return _word(said.text, part.negated)
    except SearchMistake as mistake:
        place = said if said.text else part.whole
        raise mistake.at(place.start, place.end) from None


def _word(text: str, negated: bool) -> Term:
    if not text or text.startswith(NOT):
        raise SearchMistake(
            'A minus stands right before what is not wanted; the sign itself is "-" in quotes.'
        )
    if text.endswith("\\*"):
        raise SearchMistake(
            f"The star in {cited(text)} is the sign itself only in quotes; put the word in them."
        )
    if ANY in text[:-1]:
        raise SearchMistake(
            f"A star in {cited(text)} stands before the end of the word; put it in quotes for the sign itself, "
            "or write a regular expression between slashes."
        )
    words, goes_on = words_said(text)
    return Term(TermKind.WORD, words, negated, goes_on)


def _pattern(text: str, negated: bool) -> Term:
    if not is_closed(text, "/"):
        raise SearchMistake(
            f"The slash in {cited(text)} opens a regular expression and none ends it; put the words in quotes "
            "to look for a slash."
        )
    said, flags = opened(text, "/")
    if flags not in ("", "i"):
        raise SearchMistake(
            f"Only an i may stand behind the closing slash, not {cited(flags)}; a slash within is \\/."
        )
    if not said:
        raise SearchMistake("Nothing stands between the slashes; write a regular expression there.")
    pattern = re.sub(r"\\(.)", lambda two: "/" if two[1] == "/" else two[0], said, flags=re.DOTALL)
    term = Term(TermKind.PATTERN, pattern, negated, any_case=flags == "i")
    compiled(term)
    return term


def unquoted(text: str) -> str:
    r"""Return what stands in the quotes that the text begins with; `\"` and `\\` are the sign itself."""
    if not is_closed(text, '"'):
        raise SearchMistake(f'The quote in {cited(text)} is not closed; write " at its end.')
    said, behind = opened(text, '"')
    if behind:
        raise SearchMistake(f"A blank is missing between the closing quote and {cited(behind)}.")
    return re.sub(r'\\(["\\])', r"\1", said)


# --- fields


def _asked(part: LinePart, name: LinePiece, known: KnownValues) -> AskedField:
    field = name.text.casefold()
    if field not in FIELDS:
        otherwise = f"fields are {', '.join(FIELDS)}; put it in quotes to look for the words."
        raise unknown("field", name.text, FIELDS, otherwise).at(name.start, name.end)
    if field == SINGLE and (part.negated or len(part.values) > 1):
        sentence = "One annotator’s work is looked at: name one, without a minus."
        raise SearchMistake(sentence, part.whole.start, part.whole.end)
    values = tuple(value_of(field, one, len(part.values) > 1, known) for one in part.values)
    return AskedField(field, values, part.negated)


def value_of(field: str, said: LinePiece, is_one_of_several: bool, known: KnownValues) -> str:
    """Return one value of a field, without its quotes.  SearchMistake at its place."""
    try:
        text = unquoted(said.text) if said.text.startswith('"') else said.text
        if not text.strip():
            raise SearchMistake(f"A value is missing: {field}: wants one right behind it, without a blank.")
        if text == ANY:
            if is_one_of_several or field == SINGLE:
                raise SearchMistake("A star means any, so it stands alone." if field != SINGLE else ONE_NAME)
            return text
        return _checked(field, text, known)
    except SearchMistake as mistake:
        raise mistake.at(said.start, max(said.end, said.start + 1)) from None


ONE_NAME = "One annotator’s work is looked at; name one in place of the star."


def _checked(field: str, text: str, known: KnownValues) -> str:
    if field in READERS:
        READERS[field](text)
    if field in FIXED:
        if (folded := text.casefold()) not in FIXED[field]:
            raise unknown(field, text, FIXED[field], f"write one of {', '.join(FIXED[field])}.")
        return folded
    if field in LOOKED_UP:
        check_known(field, text, known)
    return text


def check_known(field: str, text: str, known: KnownValues) -> None:
    """Raise SearchMistake when the project is known not to have that value of the field."""
    if field in known and not _is_known(field, text, known[field]):
        raise unknown(field, text, known[field], had(known[field]))


def had(values: Mapping[str, str]) -> str:
    """Return what a project has in place of a value that it lacks."""
    some = ", ".join(cited(one) for one in islice(values, FEW))
    more = " and more" if len(values) > FEW else ""
    return f"the project has {some}{more}." if values else "the project has none."


def _is_known(field: str, text: str, values: Mapping[str, str]) -> bool:
    folded = text.casefold()
    return text in values or (field == "source" and any(one.casefold() == folded for one in values))


# --- the whole


def _check_single(parts: list[LinePart], asked: list[AskedField]) -> None:
    fields = [part for part in parts if part.field is not None]
    named = [part.whole for part, one in zip(fields, asked, strict=True) if one.field == SINGLE]
    if len(named) > 1:
        sentence = "One annotator’s work is looked at; this line names two."
        raise SearchMistake(sentence, named[1].start, named[1].end)


def _says_enough(query: Query) -> bool:
    return any(not term.negated for term in query.terms) or any(
        not one.negated and FIELDS[one.field].of in ENOUGH for one in query.asked
    )


def _too_little(query: Query) -> str:
    if any(term.negated for term in query.terms) or any(one.negated for one in query.asked):
        return "This only says what is not wanted; add words, a label or a fact to look for."
    return "This only says where to look; add words, a label or a fact to look for."
