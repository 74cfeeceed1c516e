"""The line of a search, read and written again."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from annotations.search.mistakes import SearchMistake
from annotations.search.parsing import parse
from annotations.search.query import AskedField, Query, SearchTarget, Term, TermKind
from annotations.search.writing import write
from tests.annotations.search.lines import QUERIES

KNOWN = {
    "label": {"PERSON": "", "ORG": ""},
    "fact": {"ATTACK": ""},
    "source": {"The New Arab": ""},
    "topic": {},
}


@given(QUERIES)
@settings(max_examples=50)
def test_a_query_is_read_as_it_was_written(query: Query) -> None:
    assert parse(write(query)) == query


@given(
    st.lists(st.sampled_from([*'ab *-"/\\:,.\n\x00\ud800🙂א', "label:", "date:", "/i", "2024"])).map("".join)
)
@example('"\\')
@example("/\\/")
@example("\\*")
def test_any_line_is_a_search_or_one_sentence_at_its_place(line: str) -> None:
    outcome = read_or_told(line)
    if isinstance(outcome, Query):
        assert parse(write(outcome)) == outcome
    else:
        assert outcome.sentence.encode().endswith((b".", b"?"))
        assert 0 <= outcome.start <= outcome.end <= len(line) + 1


def read_or_told(line: str) -> Query | SearchMistake:
    """Return what the line asks for, or its mistake."""
    try:
        return parse(line)
    except SearchMistake as mistake:
        return mistake


@pytest.mark.parametrize(
    ("line", "term"),
    [
        ("missile", Term(TermKind.WORD, "missile")),
        ('"Red Sea"', Term(TermKind.PHRASE, "Red Sea")),
        ("houth*", Term(TermKind.WORD, "houth", goes_on=True)),
        ('"red se*"', Term(TermKind.PHRASE, "red se", goes_on=True)),
        (r'"5\*"', Term(TermKind.PHRASE, "5*")),
        (r'"a \"b\" \\"', Term(TermKind.PHRASE, 'a "b" \\')),
        (r"/(\d+) (dead|killed)/", Term(TermKind.PATTERN, r"(\d+) (dead|killed)")),
        (r"/a\/b/i", Term(TermKind.PATTERN, "a/b", any_case=True)),
        ("U.S.", Term(TermKind.WORD, "U.S.")),
        ('צה"ל', Term(TermKind.WORD, 'צה"ל')),
        ("15:30", Term(TermKind.WORD, "15:30")),
        ("$", Term(TermKind.WORD, "$")),
    ],
)
def test_each_part_of_words_is_read(line: str, term: Term) -> None:
    assert parse(line) == Query((term,))


def test_fields_have_several_values_and_may_be_negated() -> None:
    query = parse('x label:ORG,"A, B" -Source:"The New Arab" status:Confirmed')
    assert query.asked == (
        AskedField("label", ("ORG", "A, B")),
        AskedField("source", ("The New Arab",), negated=True),
        AskedField("status", ("confirmed",)),
    )


@pytest.mark.parametrize(
    ("line", "target"),
    [
        ("x", SearchTarget.WORDS),
        ("x source:a", SearchTarget.WORDS),
        ("score:<0.6", SearchTarget.SPANS),
        ("score:<0.6 role:actor", SearchTarget.FACTS),
    ],
)
def test_what_is_found_follows_from_the_fields(line: str, target: SearchTarget) -> None:
    assert parse(line).target == target


@pytest.mark.parametrize(
    ("line", "bad", "said"),
    [
        ("", "", "Type what to look for"),
        ("x labl:A", "labl", "did you mean label"),
        ("zzzzz:A", "zzzzz", "fields are label, was, origin"),
        ("x label:PERSN", "PERSN", "did you mean PERSON?"),
        ("x label:org", "org", "did you mean ORG?"),
        ("fact:zzz", "zzz", "the project has “ATTACK”."),
        ("x topic:zzz", "zzz", "the project has none."),
        ("x source:Times", "Times", "no source"),
        ('x "Red Sea', '"Red Sea', "is not closed"),
        ('x "Red"Sea', '"Red"Sea', "A blank is missing"),
        ("x /Red Sea", "/Red Sea", "none ends it"),
        ("/a/x", "/a/x", "Only an i"),
        ("//", "//", "between the slashes"),
        ("x /a(/", "/a(/", "missing ), unterminated subpattern"),
        (
            "/a{99999999999999999999}/",
            "/a{99999999999999999999}/",
            "none: the repetition number is too large",
        ),
        ("score:0.6", "0.6", "no range of scores"),
        ("score:>60", ">60", "between 0 and 1"),
        ("score:0.7..0.5", "0.7..0.5", "ends before it begins"),
        ("x date:2024-02-30", "2024-02-30", "in the calendar"),
        ("x date:yesterday", "yesterday", "is no date"),
        ("x date:2024-03..2024-01", "2024-03..2024-01", "ends before it begins"),
        ('value:"count"', '"count"', "compares nothing"),
        ('value:"count > many"', '"count > many"', "neither a number nor a date"),
        ("x state:strted", "strted", "did you mean started?"),
        ("negated:maybe", "maybe", "write one of yes, no"),
        ("x annotator:a annotator:b", "annotator:b", "names two"),
        ("x annotator:a,b", "annotator:a,b", "name one"),
        ("x -annotator:a", "-annotator:a", "without a minus"),
        ("x annotator:*", "*", "name one"),
        ("x label:ORG,*", "*", "stands alone"),
        ("-x -label:ORG", "-x -label:ORG", "only says what is not wanted"),
        ("source:*", "source:*", "only says where to look"),
        ("a - b", "-", "A minus stands"),
        ("--b", "-b", "A minus stands"),
        ("ho*th", "ho*th", "before the end of the word"),
        (r"hou\*", r"hou\*", "only in quotes"),
        ("*", "*", "no beginning of a word"),
        ('""', '""', "Nothing stands between the quotes"),
        ("x label: ORG", " ", "wants one right behind it"),
    ],
)
def test_every_mistake_is_a_sentence_with_its_place(line: str, bad: str, said: str) -> None:
    with pytest.raises(SearchMistake) as caught:
        parse(line, KNOWN)
    assert said in caught.value.sentence
    assert line[caught.value.start : caught.value.end] == bad


def test_a_source_of_the_project_is_known_whatever_its_case() -> None:
    assert parse('x source:"the new arab"', KNOWN).asked[0].values == ("the new arab",)


def test_a_long_line_costs_no_more_than_its_length() -> None:
    line = " ".join(['word "two words" label:A,B /x+/'] * 2_000)
    assert len(parse(line).terms) == 6_000
    for hostile in ('"' + "\\" * 200_000, "/" + "\\" * 200_000, "x" * 200_000 + ":", "-" * 200_000):
        with pytest.raises(SearchMistake):
            parse(hostile)
