"""A search as the texts of a form."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given, settings

from annotations.search.form import FieldEntry, SearchForm, form_of, query_of
from annotations.search.mistakes import SearchMistake
from annotations.search.parsing import parse
from annotations.search.query import Query
from tests.annotations.search.lines import QUERIES


@given(QUERIES)
@settings(max_examples=50)
def test_a_form_asks_all_that_the_query_asked(query: Query) -> None:
    again = query_of(form_of(query))
    assert Counter(again.terms) == Counter(query.terms)
    assert Counter(again.asked) == Counter(query.asked)
    assert query_of(form_of(again)) == again


def test_each_part_has_its_entry() -> None:
    line = 'houth* "Red Sea" "Gulf" -x /a\\/b/i label:ORG,"A, B" -label:GPE value:"count > 60"'
    assert form_of(parse(line)) == SearchForm(
        'houth* "Gulf"',
        "Red Sea",
        "a/b",
        True,
        "x",
        {"label": FieldEntry('ORG, "A, B"'), "value": FieldEntry("count > 60")},
        parse(line).about("label")[1:],
    )


@pytest.mark.parametrize(
    ("form", "said", "place"),
    [
        (SearchForm(words="a label:ORG"), "entries of their own", (2, 11)),
        (SearchForm(words="a -b"), "an entry of its own", (2, 4)),
        (SearchForm(words='a "b'), "not closed", (2, 4)),
        (SearchForm(without='"'), "not closed", (0, 1)),
        (SearchForm(phrase="red *"), "no beginning of a word", (0, 5)),
        (SearchForm(pattern="a("), "is none", (0, 2)),
        (SearchForm(fields={"score": FieldEntry("<0.5, many")}), "no range of scores", (6, 10)),
        (SearchForm(fields={"label": FieldEntry('ORG, "A')}), "not closed", (5, 7)),
        (SearchForm(fields={"label": FieldEntry("ORGS")}), "did you mean ORG", (0, 4)),
        (SearchForm(fields={"annotator": FieldEntry("a, b")}), "name one", (0, 4)),
    ],
)
def test_a_mistake_of_an_entry_has_its_place_in_it(
    form: SearchForm, said: str, place: tuple[int, int]
) -> None:
    with pytest.raises(SearchMistake, match=said) as caught:
        query_of(form, {"label": {"ORG": ""}})
    assert (caught.value.start, caught.value.end) == place


def test_an_empty_form_asks_nothing() -> None:
    assert query_of(SearchForm(words="  ", phrase=" ", fields={"label": FieldEntry(" , ")})) == Query()
