"""The language of the rules: classes, groups, macros and words over encoded units."""

from __future__ import annotations

import pytest

from annotations.suggest.rules.patterns import Language, Rule, expanded

CLASSES = {"month": ["january", "May"], "pronoun": ["us"]}
GROUPS = {"number": "day year", "name": "capital - month"}


def spans(pattern: str, line: str) -> list[tuple[int, int]]:
    language = Language(CLASSES, GROUPS, frozenset({"pronoun"}))
    [compiled] = language.compile([Rule("X", pattern, 1.0)], {"DATE": "<month> <number>"})
    return [match.span() for match in compiled.regex.finditer(language.encode(line.split()))]


@pytest.mark.parametrize(
    ("pattern", "line", "expected"),
    [
        ("<month>", "JANUARY january May may MAY", [(0, 1), (1, 2), (2, 3)]),
        ("<number>", "12 2024 99999", [(0, 1), (1, 2)]),
        ("<name>", "Ann May ann", [(0, 1)]),
        ("until DATE", "Until May 5", [(0, 3)]),
        ("<pronoun>", "us Us US", [(0, 1), (1, 2)]),
        ("(?<= in ) <name>{1,2}", "in Ann Ann Ann", [(1, 3)]),
    ],
)
def test_a_pattern_reads_units(pattern: str, line: str, expected: list[tuple[int, int]]) -> None:
    assert spans(pattern, line) == expected


def test_macros_are_written_out_in_macros() -> None:
    assert expanded("A B?", {"A": "x B", "B": "y"}) == "(?:x (?:y)) (?:y)?"


def test_an_unknown_class_is_an_error_of_ours() -> None:
    with pytest.raises(KeyError):
        spans("<nonsense>", "a")
