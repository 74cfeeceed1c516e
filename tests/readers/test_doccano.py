"""doccano's documented shapes as JSON schemas, and the spans counted as its client counts them."""

from __future__ import annotations

import json
from typing import Any

import pytest
from expected import LABELS, MADE, RECORDS, spans, units
from jsonschema import Draft202012Validator

NUMBER = {"type": "integer", "minimum": 0}
TEXT = {"type": "string", "minLength": 1}
COMMENTS = {"type": "array", "items": {"type": "object", "required": ["id", "comment"]}}
LABEL = {"type": "array", "prefixItems": [NUMBER, NUMBER, TEXT], "items": False, "minItems": 3}
ENTITY = {
    "type": "object",
    "properties": {"id": NUMBER, "label": TEXT, "start_offset": NUMBER, "end_offset": NUMBER},
    "required": ["id", "label", "start_offset", "end_offset"],
    "additionalProperties": False,
}
RELATION = {
    "type": "object",
    "properties": {"id": NUMBER, "from_id": NUMBER, "to_id": NUMBER, "type": TEXT},
    "required": ["id", "from_id", "to_id", "type"],
    "additionalProperties": False,
}
META = {"type": ["string", "number", "boolean", "null"]}  # metadata lies beside the fields


def shape(**fields: Any) -> Draft202012Validator:
    every = {"id": NUMBER, "text": TEXT, "Comments": COMMENTS, **fields}
    schema = {"type": "object", "properties": every, "required": list(every), "additionalProperties": META}
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema)


PLAIN = shape(label={"type": "array", "items": LABEL})
RELATED = shape(
    entities={"type": "array", "items": ENTITY},
    relations={"type": "array", "items": RELATION},
)


def rows(name: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (MADE / name).open(encoding="utf-8", newline="\n")]


@pytest.mark.parametrize(
    ("name", "validator"),
    [("doccano.jsonl", PLAIN), ("doccano-points.jsonl", PLAIN), ("doccano-relation.jsonl", RELATED)],
)
def test_every_row_has_the_shape_and_an_id_of_its_own(name: str, validator: Draft202012Validator) -> None:
    found = rows(name)
    assert [error.message for row in found for error in validator.iter_errors(row)] == []
    assert len({row["id"] for row in found}) == len(found) == len(RECORDS)


def test_labels_are_counted_in_utf16_units_or_in_code_points_when_asked() -> None:
    for record, row, points in zip(RECORDS, rows("doccano.jsonl"), rows("doccano-points.jsonl"), strict=True):
        assert row["text"] == points["text"] == record["text"]
        assert sorted(map(tuple, row["label"])) == units(record)
        assert sorted(map(tuple, points["label"])) == spans(record)


def test_entities_are_the_spans_and_relations_refer_to_entities() -> None:
    for record, row in zip(RECORDS, rows("doccano-relation.jsonl"), strict=True):
        found = {one["id"]: (one["start_offset"], one["end_offset"], one["label"]) for one in row["entities"]}
        assert sorted(one for one in found.values() if one[2] in LABELS) == units(record)
        assert all({one["from_id"], one["to_id"]} <= found.keys() for one in row["relations"])
        fillers = [f for fact in record["facts"] for role in fact["roles"] for f in role["fillers"]]
        assert len(row["relations"]) == len(fillers)
