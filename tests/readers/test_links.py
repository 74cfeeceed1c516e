"""Plain relations as doccano, Label Studio's SDK and dkpro-cassis have them: their own names, ends and number."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from typing import Any
from urllib.parse import unquote
from xml.etree import ElementTree

import pytest
from cassis import load_cas_from_json
from expected import MADE, RECORDS, units
from label_studio_sdk.converter import Converter
from label_studio_sdk.label_interface import LabelInterface
from linked import EITHER_WAY, LINKS, NAMES

Links = Counter[tuple[str, str, str]]
LINKED = MADE / "linked"
CONFIG = (LINKED / "tasks.config.xml").read_text("utf-8")
TASKS: list[dict[str, Any]] = json.loads((LINKED / "tasks.json").read_text("utf-8"))
ROWS = [json.loads(line) for line in (LINKED / "doccano.jsonl").open(encoding="utf-8", newline="\n")]
RELATION = "webanno.custom.FactmarkRelation"
USUAL = [("one head", 3), ("a chain", 4), ("one child", 3), ("both ways", 2), ("either way", 2)]


def wanted(id_: str) -> Links:
    return Counter((type_, NAMES[head], NAMES[child]) for type_, head, child in LINKS[id_])


def quoted(text: str, start: int, end: int) -> str:
    """What stands between two places that are counted as JavaScript counts them."""
    return text.encode("utf-16-le")[2 * start : 2 * end].decode("utf-16-le")


def of_doccano(rows: list[dict[str, Any]]) -> dict[str, Links]:
    """The relations as doccano's import has them: every entity of the file in one table by its number."""
    table = {
        one["id"]: quoted(row["text"], one["start_offset"], one["end_offset"])
        for row in rows
        for one in row["entities"]
    }
    assert len(table) == sum(len(row["entities"]) for row in rows)  # no number stands for two entities
    return {
        row["article_id"]: Counter(
            (one["type"], table[one["from_id"]], table[one["to_id"]]) for one in row["relations"]
        )
        for row in rows
    }


def test_doccano_finds_every_relation_by_its_name() -> None:
    assert [(row["article_id"], len(row["relations"])) for row in ROWS] == USUAL
    assert of_doccano(ROWS) == {id_: wanted(id_) for id_ in LINKS}


def test_doccano_makes_a_type_of_each_name_and_of_no_other_word() -> None:
    assert {one["type"] for row in ROWS for one in row["relations"]} == {
        type_ for links in LINKS.values() for type_, _, _ in links
    }
    assert {one["label"] for row in ROWS for one in row["entities"]} == {"NAME"}


def test_doccano_finds_an_arc_from_the_trigger_to_each_filler_of_a_fact() -> None:
    rows = [json.loads(line) for line in (MADE / "doccano-relation.jsonl").open(encoding="utf-8")]
    for record, row in zip(RECORDS, rows, strict=True):
        arcs = Counter(
            (f"{fact['type']}:{role['role']}", record["text"][slice(*fact["trigger"])], record["text"][f["start"] : f["end"]])
            for fact in record["facts"] for role in fact["roles"] for f in role["fillers"]
        )  # fmt: skip
        assert of_doccano(rows)[record["id"]] == arcs
        assert len({one["id"] for one in row["entities"]}) >= len(units(record))


@pytest.mark.parametrize("task", TASKS, ids=lambda task: task["data"]["article_id"])
def test_label_studio_finds_every_relation_valid_and_by_its_name(task: dict[str, Any]) -> None:
    interface, (annotation,) = LabelInterface(CONFIG), task["annotations"]
    assert interface.validate_prediction(annotation, return_errors=True) == []
    regions = {one["id"]: one["value"]["text"] for one in annotation["result"] if "id" in one}
    arcs = [one for one in annotation["result"] if one["type"] == "relation"]
    found = ((*one["labels"], regions[one["from_id"]], regions[one["to_id"]]) for one in arcs)
    assert Counter(found) == wanted(task["data"]["article_id"])


def test_label_studio_has_only_what_is_marked_symmetric_both_ways() -> None:
    arcs = [one for task in TASKS for one in task["annotations"][0]["result"] if one["type"] == "relation"]
    ways = {(*one["labels"], one["direction"]) for one in arcs}
    names = {type_ for links in LINKS.values() for type_, _, _ in links}
    assert ways == {(name, "bi" if name in EITHER_WAY else "right") for name in names}


def test_label_studios_configuration_names_every_relation_and_its_converter_reads_on(tmp_path: Path) -> None:
    relations = ElementTree.fromstring(CONFIG).findall("Relations/Relation")
    assert {one.get("value") for one in relations} == {
        name for links in LINKS.values() for name, _, _ in links
    }
    found = Converter(CONFIG, str(tmp_path), download_resources=False)
    labelled = [one["output"]["label"] for one in found.iter_from_json_file(str(LINKED / "tasks.json"))]
    assert [[region["text"] for region in regions] for regions in labelled] == [list(NAMES)] * len(LINKS)


@pytest.mark.parametrize("id_", LINKS)
def test_cassis_finds_every_relation_between_the_entities_it_is_about(id_: str) -> None:
    (path,) = (path for path in (LINKED / "cas").glob("*.json") if unquote(path.stem) == id_)
    with path.open("rb") as file:
        cas = load_cas_from_json(file)
    found = cas.select(RELATION)
    arcs = ((one.value, one.Governor.get_covered_text(), one.Dependent.get_covered_text()) for one in found)
    assert Counter(arcs) == wanted(id_)
    assert all((one.begin, one.end) == (one.Dependent.begin, one.Dependent.end) for one in found)
