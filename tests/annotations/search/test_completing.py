"""What a half-typed line may go on with."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotations.search.completing import completions, entry_completions
from annotations.search.mistakes import SearchMistake
from annotations.search.parsing import parse

KNOWN = {
    "label": {"PERSON": "people", "ORG": "agency", "GPE": "", "A, B": ""},
    "source": {"The New Arab": "", "Reuters": ""},
    "value": {"count": "number", "time": "date"},
    "annotator": {"anna": ""},
}


def offered(line: str, caret: int | None = None) -> list[str]:
    """Return the line with each completion taken."""
    at = len(line) if caret is None else caret
    return [line[: one.start] + one.text + line[one.end :] for one in completions(line, at, KNOWN)]


@pytest.mark.parametrize(
    ("line", "taken"),
    [
        ("la", ["label:"]),
        ("x -LA", ["x -label:"]),
        ("x s", ["x score:", "x status:", "x state:", "x source:"]),
        ("label:", ["label:PERSON", "label:ORG", "label:GPE", 'label:"A, B"', "label:*"]),
        ("label:p", ["label:PERSON"]),
        ("label:PERSON,o", ["label:PERSON,ORG"]),
        ('label:"A', ['label:"A, B"']),
        ("source:arab x", []),
        ('x source:"the n', ['x source:"The New Arab"']),
        ("status:r", ["status:rejected"]),
        ("state:in", ['state:"in review"']),
        ("value:", ['value:"count ', 'value:"time ']),
        ("score:n", ["score:none"]),
        ("annotator:", ["annotator:anna"]),
        ('"la', []),
        ("/la", []),
        ("label:pe", ["label:PERSON", "label:GPE"]),
        ("la1", []),
        ("zzz:a", []),
    ],
)
def test_fields_and_their_values_are_offered(line: str, taken: list[str]) -> None:
    assert offered(line) == taken


def test_what_stands_behind_the_caret_stays() -> None:
    assert offered("label:PER x", 9) == ["label:PERSON x"]
    assert offered("la x", 2) == ["label: x"]
    assert offered('label:"PER x', 10) == ["label:PERSON x"]
    assert offered("la:PERSON", 2) == ["label:PERSON"]
    assert offered("x  y", 2)[0] == "x label: y"


def test_every_value_that_is_offered_is_one() -> None:
    for field in ("label", "source", "status", "state", "boilerplate", "negated", "modality"):
        for line in offered(f"x {field}:"):
            parse(line, KNOWN)
    with pytest.raises(SearchMistake, match="compares nothing"):
        parse(offered("value:")[0] + '"')


@given(st.text('la:"/,\\- *x\u0301🙂א\x00\ud800'), st.integers(0, 30))
def test_any_line_and_caret_is_completed_within_the_line(line: str, caret: int) -> None:
    for one in completions(line, min(caret, len(line)), KNOWN):
        assert 0 <= one.start <= one.end <= len(line)


def test_entries_of_a_form_are_completed_too() -> None:
    def taken(field: str, text: str, caret: int) -> list[str]:
        found = entry_completions(field, text, caret, KNOWN)
        return [text[: one.start] + one.text + text[one.end :] for one in found]

    assert taken("label", "or, PERSON", 2) == ["ORG, PERSON"]
    assert taken("label", "PERSON, ", 8)[:2] == ["PERSON, ORG", "PERSON, GPE"]
    assert taken("label", '"A', 2) == ['"A, B"']
    assert taken("source", "the n", 5) == ["The New Arab"]
    assert taken("value", "c", 1) == ["count "]
