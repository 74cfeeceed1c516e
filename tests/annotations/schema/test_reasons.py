"""The reasons of a reviewer, as a list in `project.yaml`."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotations.errors import UserError
from annotations.schema import reader as schema_reader
from annotations.schema import writer as schema_writer
from annotations.schema.types import REASONS
from tests.making import SMALL
from tests.strategies import words


@pytest.mark.parametrize("name", schema_reader.SHIPPED)
def test_the_shipped_schemas_list_the_reasons(name: str) -> None:
    assert f"reasons: [{', '.join(REASONS)}]" in schema_reader.shipped(name)
    assert schema_reader.parse(schema_reader.shipped(name)).reasons == REASONS


def test_a_file_without_reasons_has_those_and_an_empty_list_has_none() -> None:
    assert schema_reader.parse("name: P").reasons == REASONS
    assert schema_reader.parse("name: P\nreasons: []").reasons == ()


@given(st.lists(words, max_size=4, unique=True).map(tuple))
def test_reasons_survive_the_file(reasons: tuple[str, ...]) -> None:
    made = replace(SMALL, reasons=reasons)
    assert schema_reader.parse(schema_writer.dump(made)) == made


def test_reasons_do_not_change_what_the_schema_is() -> None:
    assert replace(SMALL, reasons=("other",)).hash() == SMALL.hash()


WRONG = [
    ("name: P\nreasons: missed", "p.yaml:2: The reasons should be a list like"),
    ("name: P\nreasons:\n  - missed\n  - missed", "p.yaml:4: The reason missed stands twice; remove one."),
    ("name: P\nreasons:\n  - missed\n  - [a]", "p.yaml:4: The reasons should be a text."),
]


@pytest.mark.parametrize(("text", "sentence"), WRONG)
def test_a_mistake_is_a_sentence_with_its_line(text: str, sentence: str) -> None:
    with pytest.raises(UserError, match=sentence.replace("[", r"\[")):
        schema_reader.parse(text, "p.yaml")
