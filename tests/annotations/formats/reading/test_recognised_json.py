"""JSON and text of tools that are not read: a sentence says what it looks like and what to do."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from annotations.formats import read
from annotations.formats.reading.recognised_json import JSON
from annotations.problems import Problem

TEXT = "Ann works for Acme."
KINDS: dict[str, Any] = {
    "bdocjs": {
        "text": TEXT,
        "annotation_sets": {"": {"annotations": []}},
        "features": {},
        "offset_type": "p",
    },
    "Twitter": {"text": TEXT, "entities": {"PER": [{"indices": [0, 3]}]}},
    "brat's": {"text": TEXT, "entities": [["T1", "PER", [[0, 3]]]], "relations": []},
    "BioC": {"source": "us", "documents": [{"id": "1", "passages": [{"text": TEXT, "annotations": []}]}]},
    "tagtog": {"annotatable": {"parts": ["s1v1"]}, "anncomplete": True, "entities": []},
    "LightTag": {"examples": [{"content": TEXT, "annotations": [{"start": 0, "end": 3, "tag": "PER"}]}]},
    "labelling tool": [{"id": 1, "text": "PER", "suffix_key": "p", "background_color": "#fff"}],
    "DyGIE": {"doc_key": "a", "sentences": [TEXT.split()], "ner": [[[0, 0, "PER"]]]},
    "DocRED": {"title": "a", "sents": [TEXT.split()], "vertexSet": []},
    "SQuAD": {"data": [{"title": "a", "paragraphs": [{"context": TEXT, "qas": []}]}]},
    "Jupyter": {"cells": [{"cell_type": "markdown", "source": [TEXT]}], "nbformat": 4},
    "GeoJSON": {"type": "FeatureCollection", "features": []},
    "manifest": {"made": "x", "offsets": "codepoints", "overlaps": "all", "misaligned": 0},
    "HAR": {"log": {"version": "1.2", "entries": [{"request": {}, "response": {}}]}},
}


def refusal(path: Path, content: str) -> str:
    """Return the one sentence that a file of this content gets."""
    path.write_text(content)
    (problem,) = read(path)
    assert isinstance(problem, Problem)
    return str(problem.reason)


def test_every_kind_of_the_table_is_tried() -> None:
    assert len(KINDS) == len(JSON)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("indent", [None, 2])
def test_a_kind_of_json_that_is_not_read_is_named(kind: str, indent: int | None, tmp_path: Path) -> None:
    why = refusal(tmp_path / "a.json", json.dumps(KINDS[kind], indent=indent))
    assert kind in why
    assert "which is not read: " in why


TEXTS = {
    "names between tags": "Then <PERSON>Ann Holt</PERSON> met <ORG>Acme</ORG> in Oslo.\n",
    "names": 'Then <ENAMEX TYPE="PERSON">Ann</ENAMEX> met <ENAMEX TYPE="ORG">Acme</ENAMEX>.\n',
    "part of speech": "The/DT dog/NN barked/VBD ./.\nAnn_NNP left_VBD ._.\n",
    "GATE's": "<?xml version='1.0'?><GateDocument><TextWithNodes>Ann</TextWithNodes></GateDocument>",
    "TEI": '<TEI xmlns="http://www.tei-c.org/ns/1.0"><text><body><p>Ann</p></body></text></TEI>',
}


@pytest.mark.parametrize("kind", TEXTS)
def test_a_kind_of_text_that_is_not_read_is_named(kind: str, tmp_path: Path) -> None:
    why = refusal(tmp_path / "a.txt", TEXTS[kind])
    assert kind in why
    assert "which is not read: " in why
