"""No schema costs more than it is worth: its limits, and what reading the largest costs."""

from __future__ import annotations

import time

import pytest

from annotations.errors import UserError
from annotations.schema import reader

TOO_MUCH = {
    "values": "labels: [" + "a," * 500_000 + "]",
    "labels": "name: x\nlabels:\n" + "".join(f"  L{n}:\n" for n in range(90_000)),
    "lists": "a: " + "[" * 1_000_000,
    "characters": "name: " + "x" * 3_000_000,
}


@pytest.mark.parametrize("text", TOO_MUCH.values(), ids=TOO_MUCH)
def test_more_than_a_schema_can_have_is_refused_with_the_limit(text: str) -> None:
    with pytest.raises(UserError, match=r"for a schema: more than [0-9,]+ (values|characters)") as caught:
        reader.parse(text, "p/project.yaml")
    assert str(caught.value).startswith("p/project.yaml: ")


def test_ten_thousand_labels_are_read_in_seconds() -> None:
    begun = time.process_time()
    made = reader.parse("name: x\nlabels:\n" + "".join(f"  L{n}:\n" for n in range(10_000)))
    assert len(made.labels) == 10_000
    assert time.process_time() - begun < 10
