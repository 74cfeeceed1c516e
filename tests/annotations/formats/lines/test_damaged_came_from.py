"""What is kept for a tool and was damaged by somebody since: the export goes without it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from annotations.articles import Article
from annotations.formats.base import Record
from annotations.sets import AnnotationSet
from tests.making import TEXT, span
from tests.round_trips import exported

DAMAGED: list[dict[str, Any]] = [
    {"works": {"anna": {"items": [["p", {"at": 0, "raw": {}}]], "work": {}}}},
    {
        "works": {
            "anna": {"items": [["p", [3]]], "work": {"about": 3, "choices": [3], "own": [], "fields": 3}}
        }
    },
    {
        "record": {"skipped": [3], "predictions": 3, "task": 3, "own": "x"},
        "works": {"anna": {"work": {"names": 3}}},
    },
    {"record": {"predictions": [{"result": [{"type": "labels", "value": {"labels": 3}}]}], "text": ["x"]}},
]


@pytest.mark.parametrize("kept", DAMAGED, ids=range(len(DAMAGED)))
@pytest.mark.parametrize(("format", "tool"), [("doccano", "doccano"), ("label-studio", "label-studio")])
def test_an_export_goes_on_without_it(kept: dict[str, Any], format: str, tool: str, tmp_path: Path) -> None:
    article = Article("a", TEXT, "T", {"came_from": {"tool": tool, **kept}})
    entry = Record(article, AnnotationSet.of("a", "anna", [span(0, 10, id_="p")]))
    assert exported([entry], format, tmp_path)["proved"]
