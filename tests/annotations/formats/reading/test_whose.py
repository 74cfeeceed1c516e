"""Whose work a file holds that does not say it."""

from __future__ import annotations

import pytest

from annotations.formats.reading.whose import names_of

PEOPLE = [
    ("d/alice.jsonl d/bob.jsonl", "alice bob"),
    ("p.zip/d/admin.json p.zip/d/bob.json", "admin bob"),
    ("c/anna/doc1.ann c/bert/doc1.ann", "anna bert"),
    ("c/anna/batch1/doc1.ann c/bert/batch1/doc1.ann", "anna bert"),
    ("anna/export.jsonl bert/export2.jsonl", "anna bert"),
    ("a/anna.jsonl bert.jsonl", "anna bert"),
    ("alice.doccano.jsonl bob.doccano.jsonl", "alice bob"),
    ("project_alice_new.json project_bob_new.json", "alice bob"),
    ("annotator-1.json annotator-2.json", "annotator-1 annotator-2"),
    ("j.smith.json m.ruiz.json", "j.smith m.ruiz"),
]
NOBODY = [
    "train.jsonl dev.jsonl test.jsonl",
    "data/a.jsonl copies/a.jsonl",
    "all.jsonl unknown.jsonl",
    "anna.jsonl all.jsonl",
    "data.jsonl data-copy.jsonl",
    "anna.jsonl anna(1).jsonl",
    "2024-01.jsonl 2024-02.jsonl",
    "part1.jsonl part2.jsonl",
    "ner.jsonl relations.jsonl",
    "doc.jsonl doc.conll",
    "anna.jsonl bert.conll",
    "project-3-at-2024-01-02-03-04-a1b2.json project-4-at-2024-01-02-03-04-c3d4.json",
]


@pytest.mark.parametrize(("files", "names"), PEOPLE)
def test_files_on_the_same_text_are_named_after_people(files: str, names: str) -> None:
    assert list(names_of({key: [1] for key in files.split()}).values()) == names.split()


@pytest.mark.parametrize("files", NOBODY)
def test_files_named_after_parts_and_copies_are_nobodys(files: str) -> None:
    assert set(names_of({key: [1] for key in files.split()}).values()) == {""}


def test_a_third_file_beside_two_annotators_is_a_third_ones() -> None:
    works = {"alice.jsonl": [1], "bob.jsonl": [1], "cleo.jsonl": [2], "unknown.jsonl": [3]}
    assert list(names_of(works).values()) == ["alice", "bob", "cleo", ""]


def test_few_texts_in_common_are_no_sign_of_two_annotators() -> None:
    assert set(names_of({"spring.jsonl": range(100), "autumn.jsonl": range(95, 200)}).values()) == {""}


def test_one_annotator_in_two_folders_is_one() -> None:
    works = {"x/anna.jsonl": [1], "x/bert.jsonl": [1], "y/anna.jsonl": [2], "y/bert.jsonl": [2]}
    assert list(names_of(works).values()) == ["anna", "bert", "anna", "bert"]
