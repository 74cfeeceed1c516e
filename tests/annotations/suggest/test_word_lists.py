"""Lists of wordings that people have: texts, tables, patterns."""

from __future__ import annotations

from pathlib import Path

import pytest

from annotations.errors import UserError
from annotations.suggest.word_lists import LabelWanted, WordList, read_list


def listed(folder: Path, name: str, content: str | bytes, label: str = "") -> WordList:
    path = folder / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return read_list(path, label)


def pairs(found: WordList) -> list[tuple[str, object]]:
    return [(one.label, one.pattern) for one in found.patterns]


DISHES = [("DISH", "Crème brûlée"), ("PLACE", "Oslo")]
TABLES = {
    "comma": ("a.csv", "wording,label\nCrème brûlée,DISH\nOslo,PLACE\n"),
    "the other order": ("a.csv", "Type,Name\r\nDISH,Crème brûlée\r\nPLACE,Oslo\r\n"),
    "semicolons": ("a.csv", "term;class\nCrème brûlée;DISH\nOslo;PLACE\n"),
    "tabs": ("a.tsv", "text\ttag\nCrème brûlée\tDISH\nOslo\tPLACE\n"),
    "mark": ("a.csv", "\ufeffwording,label\nCrème brûlée,DISH\nOslo,PLACE\n"),
    "sep": ("a.csv", "sep=;\nwording;label\nCrème brûlée;DISH\nOslo;PLACE\n"),
    "utf-16": ("a.txt", "wording\tlabel\r\nCrème brûlée\tDISH\r\nOslo\tPLACE\r\n".encode("utf-16")),
    "western": ("a.csv", "wording;label\nCrème brûlée;DISH\nOslo;PLACE\n".encode("cp1252")),
    "no names": ("a.csv", "Crème brûlée,DISH\nOslo,PLACE\n"),
    "no names, the other order": ("a.csv", "DISH,Crème brûlée\nPLACE,Oslo\n"),
    "a text with semicolons": ("a.txt", "Crème brûlée;DISH\nOslo;PLACE"),
    "one known name": ("a.csv", "dish,label\nCrème brûlée,DISH\nOslo,PLACE"),
    "a further column": ("a.csv", "n,label,wording\n1,DISH,Crème brûlée\n2,PLACE,Oslo\n"),
    "patterns": (
        "a.jsonl",
        '{"label": "DISH", "pattern": "Crème brûlée"}\n{"label": "PLACE", "pattern": "Oslo"}\n',
    ),
}


@pytest.mark.parametrize(("name", "content"), TABLES.values(), ids=TABLES)
def test_tables_of_every_make_are_read(tmp_path: Path, name: str, content: str | bytes) -> None:
    found = listed(tmp_path, name, content)
    assert (pairs(found), len(found.problems), found.labels()) == (DISHES, 0, {"DISH": 1, "PLACE": 1})


def test_a_text_has_a_wording_a_line_and_the_label_given(tmp_path: Path) -> None:
    found = listed(tmp_path, "dishes.txt", "Pad  Thai \r\n\r\nName\r\nPad Thai\r\n🍕\r\n", "DISH")
    assert pairs(found) == [("DISH", "Pad Thai"), ("DISH", "Name"), ("DISH", "🍕")]
    assert ([one.line for one in found.patterns], found.twice) == ([1, 3, 5], 1)
    assert found.said() == "3 wordings, 1 there twice"


@pytest.mark.parametrize(("name", "content"), [("a.txt", "Oslo"), ("a.csv", "wording\nOslo\n")])
def test_a_list_without_labels_asks_for_one(tmp_path: Path, name: str, content: str) -> None:
    with pytest.raises(LabelWanted, match="names no labels"):
        listed(tmp_path, name, content)
    assert pairs(listed(tmp_path, name, content, "GPE")) == [("GPE", "Oslo")]


LEFT = {
    "Oslo, Norway,GPE": "more cells",
    '"Oslo,GPE': "quotation mark",
    ",GPE": "No wording",
    "Oslo,": "No label",
    "...,GPE": "punctuation alone",
    "Os\u202elo,GPE": "invisible character",
    "x" * 301 + ",GPE": "more than 300 characters",
}


@pytest.mark.parametrize(("line", "sentence"), LEFT.items())
def test_a_line_that_is_left_out_is_named_and_takes_no_other_along(
    tmp_path: Path, line: str, sentence: str
) -> None:
    found = listed(tmp_path, "a.csv", f"wording,label\nParis,GPE\n{line}\nRome,GPE\n")
    assert pairs(found) == [("GPE", "Paris"), ("GPE", "Rome")]
    (problem,) = found.problems
    assert (problem.line, sentence in problem.reason) == (3, True)


def test_lines_of_patterns_that_are_none_are_named(tmp_path: Path) -> None:
    lines = ["{", '{"label": "A"}', '{"label": "A", "pattern": [{"LOWER": "x"}]}']
    found = listed(tmp_path, "patterns.jsonl", "\n".join(lines))
    assert pairs(found) == [("A", [{"LOWER": "x"}])]
    assert [problem.line for problem in found.problems] == [1, 2]


def test_what_was_guessed_or_not_read_is_said(tmp_path: Path) -> None:
    guessed = listed(tmp_path, "a.csv", "Oslo,GPE\nRome,GPE\n").notices
    assert "labels are read from column 2, wordings from column 1" in str(*guessed)
    further = listed(tmp_path, "b.csv", "wording,label,note\nOslo,GPE,x\n").notices
    assert "Not read: the column note." in str(*further)
    commas = listed(tmp_path, "c.txt", "Oslo, Norway\nRome, Italy\n", "GPE").notices
    assert "Every line has a comma" in str(*commas)


def test_a_table_without_names_of_its_many_columns_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UserError, match=r"a\.csv: The first line names no column of wordings"):
        listed(tmp_path, "a.csv", "Oslo,GPE,x\nRome,GPE,y\n")


@pytest.mark.parametrize("content", [b"", b"\0\1\2", b" \n "])
def test_what_is_no_list_is_one_sentence_with_the_file(tmp_path: Path, content: bytes) -> None:
    with pytest.raises(UserError, match=r"a\.txt: The file|a\.txt: This is a binary file"):
        listed(tmp_path, "a.txt", content, "GPE")
