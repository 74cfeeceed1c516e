"""A search as the texts of a form: what each entry says, and what it asks; nothing of the search is lost in it.

An entry of words is written as in a line.  An entry of a field has its values with commas between them, and blanks in
a value need no quotes there.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import field, replace

from annotations.processes.quick_dataclass import dataclass
from annotations.search.mistakes import SearchMistake
from annotations.search.parsing import KnownValues, compiled, term_of, value_of
from annotations.search.parts import listed, parts_of
from annotations.search.query import ANY, FIELDS, AskedField, Query, Term, TermKind
from annotations.search.values import words_written
from annotations.search.writing import quoted, written_term

_PLAIN = re.compile(r'[^\s",](?:[^",]*[^\s",])?')


@dataclass(frozen=True)
class FieldEntry:
    """An entry of a field: its values as text, "" for none."""

    text: str = ""
    negated: bool = False


@dataclass(frozen=True)
class SearchForm:
    """A form's entries.

    `words`, `without`: parts of words as in a line, those wanted and those not; `phrase`: one without its quotes;
    `pattern`: a regular expression without its slashes.  `fields`: an entry for each field that is asked; `rest`: what
    is asked of such a field once more.
    """

    words: str = ""
    phrase: str = ""
    pattern: str = ""
    any_case: bool = False
    without: str = ""
    fields: Mapping[str, FieldEntry] = field(default_factory=dict)
    rest: tuple[AskedField, ...] = ()


def form_of(query: Query) -> SearchForm:
    """Return the form that asks for the same: the first phrase and the first pattern in their entries."""
    wanted = [term for term in query.terms if not term.negated]
    phrase = next((term for term in wanted if term.kind is TermKind.PHRASE), None)
    pattern = next((term for term in wanted if term.kind is TermKind.PATTERN), None)
    words = [written_term(term) for term in wanted if term is not phrase and term is not pattern]
    without = [written_term(replace(term, negated=False)) for term in query.terms if term.negated]
    fields, rest = dict[str, FieldEntry](), list[AskedField]()
    for asked in query.asked:
        if asked.field in fields:
            rest.append(asked)
        else:
            fields[asked.field] = FieldEntry(", ".join(map(listed_value, asked.values)), asked.negated)
    return SearchForm(
        " ".join(words),
        words_written(phrase.text, phrase.goes_on) if phrase else "",
        pattern.text if pattern else "",
        pattern is not None and pattern.any_case,
        " ".join(without),
        fields,
        tuple(rest),
    )


def query_of(form: SearchForm, known: KnownValues | None = None) -> Query:
    """Return what the form asks, whether that is enough for a search or not.  SearchMistake of the first entry."""
    terms = (
        *phrase_entry(form.phrase),  # first, so that the next form has the same ones in these entries
        *pattern_entry(form.pattern, form.any_case),
        *words_entry(form.words),
        *words_entry(form.without, negated=True),
    )
    asked = [one for name, entry in form.fields.items() if (one := field_entry(name, entry, known))]
    return Query(terms, (*asked, *form.rest))


def words_entry(text: str, *, negated: bool = False) -> tuple[Term, ...]:
    """Return the words of an entry.  SearchMistake at their place in it."""
    terms = list[Term]()
    for part in parts_of(text):
        if part.field is not None:
            raise SearchMistake(
                "Fields have entries of their own; put it in quotes.", part.whole.start, part.whole.end
            )
        if part.negated:
            raise SearchMistake(
                "What is not wanted has an entry of its own.", part.whole.start, part.whole.end
            )
        terms.append(replace(term_of(part), negated=negated))
    return tuple(terms)


def phrase_entry(text: str) -> tuple[Term, ...]:
    """Return the phrase of an entry, none where it is empty."""
    if not text.strip():
        return ()
    (part,) = parts_of(quoted(text))
    try:
        return (term_of(part),)
    except SearchMistake as mistake:
        raise mistake.at(0, len(text)) from None


def pattern_entry(text: str, any_case: bool) -> tuple[Term, ...]:
    """Return the regular expression of an entry, none where it is empty."""
    if not text:
        return ()
    term = Term(TermKind.PATTERN, text, any_case=any_case)
    try:
        compiled(term)
    except SearchMistake as mistake:
        raise mistake.at(0, len(text)) from None
    return (term,)


def field_entry(name: str, entry: FieldEntry, known: KnownValues | None = None) -> AskedField | None:
    """Return what the entry of a field asks, None where it is empty.  SearchMistake at the place of the value."""
    pieces = list(listed(entry.text))
    values = tuple(value_of(name, piece, len(pieces) > 1, known or {}) for piece in pieces)
    if FIELDS[name].of == "work" and (len(values) > 1 or (values and entry.negated)):
        raise SearchMistake("One annotator’s work is looked at: name one.", 0, len(entry.text))
    return AskedField(name, values, entry.negated) if values else None


def listed_value(value: str) -> str:
    """Return a value as it stands among others in an entry."""
    return value if value == ANY or _PLAIN.fullmatch(value) else quoted(value)
