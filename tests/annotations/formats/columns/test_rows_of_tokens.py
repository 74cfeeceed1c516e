"""Rows of tokens with tags or spans of tokens, as data sets of many makers have them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pyarrow
import pyarrow.parquet
import pytest

from annotations.formats.columns.hf_rows import NAMELESS
from annotations.formats.columns.tag_words import AS_IO
from tests.annotations.formats.columns.given import taken
from tests.round_trips import said

WORDS = ["Ann", "Holt", "left", "Oslo"]
TAGS = ["B-PER", "I-PER", "O", "B-LOC"]
BOTH = [("Ann Holt", "PER"), ("Oslo", "LOC")]
NAMES = ["O", "B-PER", "I-PER", "B-LOC", "I-LOC"]
NUMBERS = [1, 2, 0, 3]
ROWS: dict[str, dict[str, Any]] = {
    "words and ner": {"words": WORDS, "ner": TAGS},
    "tokens and tags": {"tokens": WORDS, "tags": TAGS},
    "tokens and labels": {"tokens": WORDS, "labels": TAGS},
    "BILUO": {"tokens": WORDS, "ner_tags": ["B-PER", "L-PER", "O", "U-LOC"]},
    "spans of tokens": {"tokens": WORDS, "spans": [[0, 2, "PER"], [3, 4, "LOC"]]},
    "entities as objects": {
        "tokens": WORDS,
        "entities": [{"type": "PER", "start": 0, "end": 2}, {"type": "LOC", "start": 3, "end": 4}],
    },
    "ends with the last token": {"tokenized_text": WORDS, "ner": [[0, 1, "PER"], [3, 3, "LOC"]]},
}


def lines(*rows: dict[str, Any]) -> str:
    return "".join(json.dumps(one) + "\n" for one in rows)


@pytest.mark.parametrize("name", ROWS)
def test_each_shape_of_a_row_gives_its_spans(name: str, tmp_path: Path) -> None:
    (entry,), problems = taken(tmp_path / "a.jsonl", lines(ROWS[name]))
    assert (entry.article.text, said(entry), problems) == ("Ann Holt left Oslo", BOTH, [])


def test_tags_without_signs_are_said(tmp_path: Path) -> None:
    (entry,), (notice,) = taken(
        tmp_path / "a.jsonl", lines({"tokens": WORDS, "tags": ["PER", "PER", "O", "LOC"]})
    )
    assert (said(entry), notice.reason) == (BOTH, AS_IO)


CARD = (
    "---\ndataset_info:\n  features:\n  - name: ner\n    {}: \n      class_label:\n        names: {}\n---\n"
)


@pytest.mark.parametrize("key", ["sequence", "list"])
@pytest.mark.parametrize("names", [NAMES, {str(number): name for number, name in enumerate(NAMES)}])
def test_numbers_are_named_by_the_card(key: str, names: object, tmp_path: Path) -> None:
    (tmp_path / "README.md").write_text(CARD.format(key, json.dumps(names)))
    (entry,), _ = taken(tmp_path / "a.jsonl", lines({"tokens": WORDS, "ner": NUMBERS}))
    assert said(entry) == BOTH


def test_numbers_are_named_by_the_description_beside_them(tmp_path: Path) -> None:
    about = {"features": {"ner_tags": {"feature": {"names": NAMES, "_type": "ClassLabel"}, "_type": "List"}}}
    (tmp_path / "dataset_info.json").write_text(json.dumps(about))
    (entry,), _ = taken(tmp_path / "a.jsonl", lines({"tokens": WORDS, "ner_tags": NUMBERS}))
    assert said(entry) == BOTH


def test_numbers_without_names_are_refused_with_what_is_missing(tmp_path: Path) -> None:
    records, (problem,) = taken(tmp_path / "a.jsonl", lines({"tokens": WORDS, "tags": NUMBERS}))
    assert not records
    assert NAMELESS in problem.reason


def test_parquet_is_read_by_the_names_of_its_own_columns(tmp_path: Path) -> None:
    features = {"tags": {"feature": {"names": NAMES, "_type": "ClassLabel"}, "_type": "Sequence"}}
    table = pyarrow.table({"id": ["a"], "words": [WORDS], "tags": [NUMBERS], "lang": ["en"]})
    meta = {"huggingface": json.dumps({"info": {"features": features}})}
    pyarrow.parquet.write_table(table.replace_schema_metadata(meta), tmp_path / "a.parquet")
    (entry,), _ = taken(tmp_path / "a.parquet", (tmp_path / "a.parquet").read_bytes())
    assert (said(entry), entry.article.id, entry.article.meta) == (BOTH, "a", {"lang": "en"})


def test_what_else_a_row_says_is_kept_or_said(tmp_path: Path) -> None:
    row = {"id": 7, "tokens": WORDS, "ner_tags": TAGS, "pos_tags": [1, 2, 3, 1], "domain": "news"}
    (entry,), (notice,) = taken(tmp_path / "a.jsonl", lines(row))
    assert entry.article.meta == {"id": 7, "domain": "news"}
    assert "pos_tags" in notice.reason


def test_relations_of_spans_are_plain_facts(tmp_path: Path) -> None:
    relations = [{"type": "left", "head": 0, "tail": 1}, {"type": "x", "head": 0, "tail": 9}]
    (entry,), (problem,) = taken(
        tmp_path / "a.json", lines({**ROWS["entities as objects"], "relations": relations})
    )
    (fact,) = entry.facts()
    assert [(role.role, role.fillers[0].start) for role in fact.roles] == [("head", 0), ("child", 14)]
    assert "relation was left out" in problem.reason


def test_tokens_that_lie_in_the_rows_own_text_are_placed_there(tmp_path: Path) -> None:
    rows = lines(
        {"tokens": WORDS, "ner_tags": TAGS},
        {"text": "Ann Holt  left\nOslo!", "tokens": WORDS, "ner_tags": TAGS},
    )
    (_, entry), _ = taken(tmp_path / "a.jsonl", rows)
    assert (entry.article.text, said(entry)) == ("Ann Holt  left\nOslo!", BOTH)


@pytest.mark.parametrize(
    "broken", [{"tokens": WORDS}, {"tokens": [], "ner_tags": []}, {"tokens": [1], "ner_tags": ["O"]}]
)
def test_a_broken_row_loses_only_itself(broken: dict[str, Any], tmp_path: Path) -> None:
    rows = lines({"tokens": WORDS, "ner_tags": TAGS}, broken, {"tokens": WORDS[:1], "ner_tags": TAGS[:1]})
    found, (problem,) = taken(tmp_path / "a.jsonl", rows)
    assert ([len(one.spans()) for one in found], problem.line) == ([2, 1], 2)
