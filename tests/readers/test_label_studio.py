"""Label Studio's SDK finds the configuration valid, the tasks fit for it, and its converter reads them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from expected import LABELS, MADE, RECORDS, spans
from label_studio_sdk.converter import Converter
from label_studio_sdk.label_interface import LabelInterface

CONFIG = (MADE / "tasks.config.xml").read_text("utf-8")
TASKS: list[dict[str, Any]] = json.loads((MADE / "tasks.json").read_text("utf-8"))
WITH_SUGGESTIONS: list[dict[str, Any]] = json.loads((MADE / "tasks-all.json").read_text("utf-8"))


def placed(regions: list[dict[str, Any]]) -> list[tuple[int, int, str]]:
    """The spans; triggers and bare ranges of facts have labels that are none of the schema's."""
    found = ((one["start"], one["end"], label) for one in regions for label in one["labels"])
    return sorted(one for one in found if one[2] in LABELS)


def test_the_configuration_is_valid_and_has_every_label() -> None:
    interface = LabelInterface(CONFIG)
    interface.validate()
    assert set(LABELS) < set(interface.get_control("label").labels)


@pytest.mark.parametrize("task", TASKS[:10], ids=lambda task: task["data"]["article_id"])
def test_a_task_with_its_regions_and_relations_fits_the_configuration(task: dict[str, Any]) -> None:
    interface, (annotation,) = LabelInterface(CONFIG), task["annotations"]
    assert interface.validate_task({"data": task["data"]})
    assert (
        interface.validate_prediction(annotation, return_errors=True) == []
    )  # the same rules, and it says why


def test_suggestions_are_predictions_that_fit_too() -> None:
    interface = LabelInterface(CONFIG)
    found = [one for task in WITH_SUGGESTIONS for one in task["predictions"]]
    assert [interface.validate_prediction(one, return_errors=True) for one in found] == [[], [], []]
    assert [len(one["result"]) for one in found] == [1, 1, 1]


def test_the_converter_finds_the_texts_and_spans_of_the_record(tmp_path: Path) -> None:
    converter = Converter(CONFIG, str(tmp_path), download_resources=False)
    found = list(converter.iter_from_json_file(str(MADE / "tasks.json")))
    for record, one in zip(RECORDS, found, strict=True):
        assert one["input"]["text"] == record["text"]
        assert placed(one["output"].get("label", [])) == spans(record)
        for region in one["output"].get("label", []):
            assert record["text"][region["start"] : region["end"]] == region["text"]


@pytest.mark.parametrize("format", ["JSON", "JSON_MIN", "CSV", "CONLL2003"])
def test_the_converter_writes_its_own_formats_from_ours(format: str, tmp_path: Path) -> None:
    converter = Converter(CONFIG, str(tmp_path), download_resources=False)
    converter.convert(str(MADE / "tasks.json"), str(tmp_path / "out"), format, is_dir=False)
    assert any(path.stat().st_size for path in tmp_path.rglob("*") if path.is_file())


def test_its_conll_has_the_entities_of_plain_articles(tmp_path: Path) -> None:
    plain = [task for task in TASKS if task["data"]["article_id"].startswith("plain")]
    (tmp_path / "tasks.json").write_text(json.dumps(plain), "utf-8")
    Converter(CONFIG, str(tmp_path), download_resources=False).convert_to_conll2003(
        str(tmp_path / "tasks.json"), str(tmp_path / "out"), is_dir=False
    )
    tags = [
        line.split(" ")[-1] for line in (tmp_path / "out" / "result.conll").read_text("utf-8").split("\n")
    ]
    begun = sum(tag.startswith("B-") for tag in tags)
    assert begun == sum(len(record["spans"]) for record in RECORDS if record["id"].startswith("plain"))
