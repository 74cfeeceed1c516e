"""What a paper says of figures is what docs/agreement.md and docs/paper.md say; the licence is read of project.yaml."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from annotations.agreement.figures import RESAMPLES
from annotations.paper.card import fields
from annotations.paper.definitions import DEFINITIONS, REFERENCES
from annotations.schema import reader
from annotations.schema.changes import add
from annotations.schema.licence import licence_of
from annotations.schema.rewriting import rewritten

DOCS = Path(__file__).parents[3] / "docs"


def plain(text: str) -> str:
    return re.sub(r"[*\s]+", " ", text)


def test_every_source_stands_in_the_docs() -> None:
    said = plain((DOCS / "agreement.md").read_text("utf-8") + (DOCS / "paper.md").read_text("utf-8"))
    lacking = [name for name, text in REFERENCES.items() if text.split(" (")[0].split(", ")[-1] not in said]
    assert lacking == []
    assert {source for _, _, source in DEFINITIONS} <= REFERENCES.keys()
    assert any(f"{RESAMPLES:,}" in meaning for _, meaning, _ in DEFINITIONS)


@pytest.mark.parametrize(
    ("text", "licence"),
    [
        ("name: x\nlicence: CC-BY-4.0\n", "CC-BY-4.0"),
        ("name: x\nlicense: >-\n  free\n  for all\n", "free for all"),
        ("name: x\n", ""),
        ("name: x\nlicence: [a, b]\n", ""),
        ("no yaml: [", ""),
    ],
)
def test_the_licence_is_the_line_of_project_yaml(text: str, licence: str) -> None:
    assert licence_of(text) == licence


def test_a_change_of_the_schema_keeps_the_licence_and_no_notice_is_made_of_it() -> None:
    text, notes = "name: x\nlicence: CC-BY-4.0\nlabels:\n  A:\n", list[str]()
    schema = reader.parse(text, notes=notes)
    assert notes == []
    assert licence_of(rewritten(text, add(schema, "labels", "B"))) == "CC-BY-4.0"


@pytest.mark.parametrize(
    ("licence", "said"),
    [
        ("", {}),
        ("CC BY 4.0", {"license": "cc-by-4.0"}),
        ("Mine", {"license": "other", "license_name": "Mine"}),
    ],
)
def test_the_card_has_the_licence_that_is_known(licence: str, said: dict[str, str]) -> None:
    found = {
        "data_set": {"name": "x"},
        "sizes": {"articles": 1_000, "spans": 0, "facts": 0},
        "languages": {"project": "xx-invalid language", "articles": [], "without": 1_000},
        "licence": {"project": licence},
        "annotators": [{"machine": "en_news 1.0"}],
    }
    head = fields(found)
    assert {name: head[name] for name in head if name.startswith("license")} == said
    assert (head["size_categories"], head["annotations_creators"]) == (["1K<n<10K"], ["machine-generated"])
    assert "language" not in head
