"""Cells that a spreadsheet would run: told in the manifest, and neutralised without a loss."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotations.articles import Article
from annotations.formats.base import How, Record
from annotations.formats.tables.csv_spans import RUN
from annotations.sets import AnnotationSet
from tests.making import span
from tests.round_trips import SCHEMA, exported, written

SAFE = How(SCHEMA, safe_cells=True)
NASTY = [
    '=HYPERLINK("http://example.org","x") said Maria',
    "-2+3",
    "@SUM(1)",
    "'=1+1",
    "''",
    "+1\n=2",
    "plain",
]


def record(text: str, label: str = "=cmd|' /C calc'!A0", id_: str = "=1+1") -> Record:
    made = AnnotationSet.of(id_, "-anna", [span(0, len(text), label), span(0, 1, "ORG")])
    return Record(Article(id_, text, "@SUM(1)"), made)


def cells(path: Path) -> list[str]:
    with path.open(encoding="utf-8", newline="") as file:
        return [cell for row in csv.reader(file) for cell in row]


def said(entry: Record) -> tuple:
    spans = sorted((s.start, s.end, s.label) for s in entry.spans())
    return entry.article.text, entry.article.title, entry.article.meta, entry.set.annotator, spans


@pytest.mark.parametrize("text", NASTY)
def test_no_safe_cell_runs_and_none_is_changed_when_it_is_read_again(text: str, tmp_path: Path) -> None:
    manifest = exported([record(text)], "csv", tmp_path, how=SAFE)
    assert not [cell for cell in cells(tmp_path / "out") if cell.startswith(RUN)]
    (back,), _ = written([record(text)], "csv", how=SAFE)
    assert (said(back), manifest["proved"]) == (said(record(text)), True)


@given(st.text(st.sampled_from([*"=+-@'\t aé"]), min_size=1).filter(str.strip))
def test_any_text_comes_back_from_safe_cells(text: str) -> None:
    manifest = written([record(text)], "csv", how=SAFE)[1]
    assert manifest["proved"]


def test_the_manifest_says_which_cells_would_run(tmp_path: Path) -> None:
    for how, is_safe in ((None, False), (SAFE, True)):
        found = exported([record("Plain.")], "csv", tmp_path, how=how)["cells_that_run"]
        assert (found["safe"], found["examples"]) == (is_safe, ["=1+1", "-anna", "@SUM(1)"])
        assert found["count"] == 6


def test_where_no_cell_would_run_nothing_is_said(tmp_path: Path) -> None:
    entry = Record(Article("a", "Plain.", "T"), AnnotationSet.of("a", "anna", [span(0, 5)]))
    assert "cells_that_run" not in exported([entry], "csv", tmp_path)
