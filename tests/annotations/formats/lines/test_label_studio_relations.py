"""Label Studio's relations: a direction to the left swaps the ends, one to both sides is a symmetric fact."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from annotations.formats import read
from annotations.formats.lines.json_values import dumped
from tests.round_trips import exported

TEXT = "Ann works for Acme."
PLACES = {"a": (0, 3, "PER"), "b": (14, 18, "ORG")}


def region(id_: str) -> dict:
    start, end, label = PLACES[id_]
    value = {"start": start, "end": end, "text": TEXT[start:end], "labels": [label]}
    return {"id": id_, "from_name": "label", "to_name": "text", "type": "labels", "value": value}


def task(folder: Path, **relation: object) -> Path:
    ends = {"from_id": "b", "to_id": "a", "type": "relation", "labels": ["works_for"], **relation}
    work = {"completed_by": 1, "result": [region("a"), region("b"), ends]}
    path = folder / "tasks.json"
    path.write_text(dumped([{"id": 1, "data": {"text": TEXT}, "annotations": [work]}]), "utf-8")
    return path


@pytest.mark.parametrize(
    ("direction", "head", "symmetric"),
    [("left", (0, 3), False), ("right", (14, 18), False), ("bi", (14, 18), True), (None, (14, 18), False)],
)
def test_the_direction_says_which_end_is_the_head(
    direction: str | None, head: tuple, symmetric: bool, tmp_path: Path
) -> None:
    (entry,) = read(task(tmp_path, direction=direction))
    (fact,) = entry.facts()
    heads = [(one.start, one.end) for one in fact.by_role()["head"]]
    assert (fact.type, heads, fact.attribute("symmetric")) == ("works_for", [head], symmetric)


def test_one_that_leads_both_ways_leaves_so(tmp_path: Path) -> None:
    (entry,) = read(task(tmp_path, direction="bi"))
    exported([entry], "label-studio", tmp_path)
    (back,) = json.loads((tmp_path / "out").read_text("utf-8"))
    (relation,) = [one for one in back["annotations"][0]["result"] if one["type"] == "relation"]
    assert (relation["direction"], relation["labels"]) == ("bi", ["works_for"])


def test_a_relation_with_two_labels_is_two_facts_and_one_without_is_a_relation(tmp_path: Path) -> None:
    for labels, types in ((["knows", "likes"], ["knows", "likes"]), ([], ["relation"]), (None, ["relation"])):
        (entry,) = read(task(tmp_path, labels=labels))
        assert sorted(fact.type for fact in entry.facts()) == types
