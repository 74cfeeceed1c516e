"""A table whose rows are spans, each with the text or only the first of its article."""

from __future__ import annotations

from pathlib import Path

import pytest

from annotations.formats.base import Record
from annotations.formats.reading.how_read import HowRead
from tests.annotations.formats.documents.test_tables_of_articles import table


def spans(records: list[Record]) -> list[list[tuple[str, str]]]:
    """What each record's spans quote, with their labels."""
    return [[(r.article.text[s.start : s.end], s.label) for s in r.spans()] for r in records]


PEOPLE = [[("Ann", "PER"), ("Ben", "PER")], [("Cleo", "PER")]]


@pytest.mark.parametrize("places", ["0,3 8,11", "0.0,3.0 8.0,11.0"])
@pytest.mark.parametrize("text", ["Ann met Ben.", ""])
def test_rows_on_one_text_are_one_set(tmp_path: Path, places: str, text: str) -> None:
    one, two = places.split()
    content = f"text,start,end,label\nAnn met Ben.,{one},PER\n{text},{two},PER\nCleo slept.,0,4,PER\n"
    found, said = table(tmp_path / "a.csv", content)
    assert (spans(found), said) == (PEOPLE, [])


def test_rows_of_two_annotators_are_two_sets(tmp_path: Path) -> None:
    content = "annotator;text;start;end;label\nanna;Ann met Ben.;0;3;PER\nbert;Ann met Ben.;8;11;PER\n"
    found, _ = table(tmp_path / "a.csv", content)
    assert [(r.set.annotator, len(r.spans())) for r in found if r.set] == [("anna", 1), ("bert", 1)]


def test_other_names_and_units_are_taken_as_they_are_asked_for(tmp_path: Path) -> None:
    asked = HowRead("csv", offsets="utf16", fields={"text": "sentence"})
    found, said = table(
        tmp_path / "a.csv", "sentence\tStart\tEnd\tLabel\n😀 Ann met Ben.\t3\t6\tPER\n", asked
    )
    assert (spans(found), said) == ([[("Ann", "PER")]], [])


def test_a_table_of_spans_is_read_in_utf_16_and_with_lone_carriage_returns(tmp_path: Path) -> None:
    content = (
        "sep=;\rtext;start;end;label\rAnn met Ben.;0;3;PER\rAnn met Ben.;8;11;PER\rCleo slept.;0;4;PER\r"
    )
    found, said = table(tmp_path / "a.csv", content.encode("utf-16"))
    assert (spans(found), said) == (PEOPLE, [])


def test_bad_rows_of_spans_are_listed_and_the_others_taken(tmp_path: Path) -> None:
    content = "text,start,end,label\nAnn met Ben.,zero,3,PER\n,8,11,PER\nCleo, too, slept.,0,4,PER\nCleo slept.,0,4,PER\n"
    found, said = table(tmp_path / "a.csv", content)
    assert spans(found) == [[("Ben", "PER")], [("Cleo", "PER")]]
    assert [one.split(":")[0] for one in said] == ["2", "4"]


def test_a_span_that_does_not_fit_its_text_is_listed_by_its_own_line(tmp_path: Path) -> None:
    content = "text,start,end,label\nAnn met Ben.,0,3,PER\nAnn met Ben.,8,11,PER\n,90,99,PER\n"
    found, said = table(tmp_path / "a.csv", content)
    assert (spans(found), len(said)) == (PEOPLE[:1], 1)
    assert said[0].startswith("4: The span 90-99 PER was left out")
