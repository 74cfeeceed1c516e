"""A file's format is told by what is in it, with the reason."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from annotations import formats
from annotations.articles import Article
from annotations.formats.base import Record
from annotations.sets import AnnotationSet, Progress, State
from tests.making import TEXT, span
from tests.round_trips import exported

MADE = AnnotationSet.of("a", "anna", [span(0, 10), span(18, 22, "ORG"), Progress(State.DONE)])
TOLD = [
    name for name, row in formats.FORMATS.items() if row.write and name not in ("facts", "doccano-relation")
]
LINES = {
    "doccano-relation": {"text": "x", "entities": [], "relations": []},
    "facts": {"type": "A", "roles": [], "evidence": {}, "text": "x"},
    "prodigy": {
        "text": "x",
        "spans": [{"start": 0, "end": 1, "label": "A", "token_start": 0, "token_end": 0}],
    },
    "jsonl": {"text": "x", "spans": [{"start": 0, "end": 1, "label": "A"}]},
    "label-studio": {"data": {"text": "x"}, "predictions": []},
}


@pytest.mark.parametrize("name", TOLD)
def test_an_export_is_told_by_its_content_alone(name: str, tmp_path: Path) -> None:
    exported([Record(Article("a", TEXT, "T"), MADE)], name, tmp_path)
    out = tmp_path / "out"
    path = next(iter(formats.files([out]))).path if out.is_dir() else out
    if name in ("spacy", "csv"):  # they have no mark of their own
        path = path.rename(path.with_name(f"out.{name}"))
    assert formats.detected(path).name == name


@pytest.mark.parametrize("name", LINES)
@pytest.mark.parametrize("listed", [False, True])
def test_json_is_told_by_its_fields(name: str, listed: bool, tmp_path: Path) -> None:
    value = [LINES[name]] if listed else LINES[name]
    (tmp_path / "a.json").write_text(json.dumps(value, indent=1 if listed else None))
    assert formats.detected(tmp_path / "a.json").name == name


ARTICLE = {"kind": "article", "id": "a", "text": "Oslo."}


@pytest.mark.parametrize(
    ("line", "name"),
    [
        (ARTICLE, "clusters"),
        (ARTICLE | {"title": "T", "published": "2024-01-12"}, "clusters"),
        (ARTICLE | {"text": "Oslo. " * 50_000}, "clusters"),
        ({"text": "Oslo. " * 50_000, "kind": "article", "id": "a"}, "clusters"),
        ({"kind": "story", "id": "s", "articles": ["a"]}, "clusters"),
        (ARTICLE | {"kind": "essay"}, "jsonl"),
        (ARTICLE | {"kind": ["article"]}, "jsonl"),
        (ARTICLE | {"author": "Ann"}, "jsonl"),
        ({"id": "a", "text": 'Oslo, "kind": "article"'}, "jsonl"),
    ],
)
def test_the_least_lines_of_clusters_are_told_by_their_kind(line: object, name: str, tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text(json.dumps(line) + "\n" + json.dumps(ARTICLE))
    assert formats.detected(tmp_path / "a.jsonl").name == name


COLUMNS = {
    "conll": "-DOCSTART- O\n\nMaria B-PER\nRuiz I-PER\nleft O\n",
    "iob1": "Maria I-PER\nleft O\n\nOslo I-LOC\nParis B-LOC\n",
    "biluo": "Maria\tB-PER\nRuiz\tL-PER\nOslo\tU-LOC\n",
    "conll2003": "Maria NNP B-NP B-PER\nleft VBD B-VP O\n",
    "txt": "Maria left.\nI saw O\nher at B-Side and nowhere else.\n",
}


@pytest.mark.parametrize("name", COLUMNS)
def test_columns_are_told_by_their_tags(name: str, tmp_path: Path) -> None:
    (tmp_path / "a.data").write_text(COLUMNS[name])
    told = formats.detected(tmp_path / "a.data")
    assert told.name == name
    assert told.reason


@pytest.mark.parametrize(
    ("head", "name"), [("<!DOCTYPE html><p>", "html"), (" <HTML>", "html"), ("%PDF-1", "pdf")]
)
def test_pages_are_told_by_their_first_signs(head: str, name: str, tmp_path: Path) -> None:
    (tmp_path / "a").write_text(head)
    assert formats.detected(tmp_path / "a").name == name


@pytest.mark.parametrize(
    "text", ["{Oslo} The talks began.", "[Agency] The talks began.", "[1] Oslo.", "[] {}"]
)
def test_a_text_file_that_begins_with_brackets_is_text(text: str, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(text)
    assert formats.detected(tmp_path / "a.txt").name == "txt"


def test_json_is_json_whatever_its_file_is_called(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text('{"text": "so the leak began"}')
    assert formats.detected(tmp_path / "a.txt").name == "jsonl"


@pytest.mark.parametrize("empty", ["[]", "[ ]\n", "[\n]\n", "{}"])
def test_an_empty_list_or_object_is_no_text(empty: str, tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text(empty)
    (problem,) = formats.read(tmp_path / "a.json")
    assert re.search("This record was not taken|JSON without records", problem.reason)


def test_a_folder_gives_each_article_once_and_no_manifest(tmp_path: Path) -> None:
    for name in ("brat", "hf", "webanno", "cas-json"):
        exported([Record(Article("a", TEXT, "T"), MADE)], name, tmp_path / name)
        (source,) = formats.files([tmp_path / name])
        (entry,) = formats.read(source)
        assert sorted(s.label for s in entry.spans()) == ["ORG", "PERSON"]
