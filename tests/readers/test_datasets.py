"""Hugging Face's `datasets` loads the JSONL and the Parquet, with the names of the tags, by the card alone too."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

os.environ |= {"HF_DATASETS_OFFLINE": "1", "HF_HUB_OFFLINE": "1"}  # read when it is imported

import pytest
from datasets import Dataset, load_dataset, load_dataset_builder
from expected import BY_ID, LABELS, MADE, doc, told, words

NAMES = ["O", *(f"{sign}-{label}" for label in LABELS for sign in "BI")]


def entities(row: dict[str, Any], names: list[str]) -> list[tuple[list[str], str]]:
    found: list[tuple[list[str], str]] = []
    for token, tag in zip(row["tokens"], (names[number] for number in row["ner_tags"]), strict=True):
        if tag.startswith("B-"):
            found.append(([], tag[2:]))
        if tag != "O":
            found[-1][0].append(token)
    return found


def names_of(data: Dataset) -> list[str]:
    tags = data.features["ner_tags"]
    return tags.feature.names


def check(data: Dataset, names: list[str], ids: list[str]) -> None:
    assert sorted(data["id"]) == sorted(ids)
    for row in data:
        assert row["tokens"] == words(doc(row["id"]))
        assert entities(row, names) == told(row["id"])


@pytest.fixture
def cache(tmp_path: Path) -> str:
    return str(tmp_path / "cache")


def test_parquet_is_loaded_with_the_names_of_its_tags(cache: str) -> None:
    data = load_dataset(
        "parquet", data_files=str(MADE / "hf" / "train.parquet"), split="train", cache_dir=cache
    )
    assert names_of(data) == NAMES
    check(data, NAMES, list(BY_ID))


def test_jsonl_is_loaded_with_the_features_of_the_card(cache: str) -> None:
    features = load_dataset_builder(str(MADE / "hf"), cache_dir=cache).info.features
    path = str(MADE / "hf" / "train.jsonl")
    data = load_dataset("json", data_files=path, split="train", features=features, cache_dir=cache)
    check(data, names_of(data), list(BY_ID))


def test_jsonl_alone_is_loaded_with_numbers_for_tags(cache: str) -> None:
    path = str(MADE / "hf" / "train.jsonl")
    data = load_dataset("json", data_files=path, split="train", cache_dir=cache)
    check(data, NAMES, list(BY_ID))


@pytest.mark.parametrize("folder", ["hf", "hf-split"])
def test_a_folder_is_loaded_by_its_card(folder: str, cache: str) -> None:
    data = load_dataset(str(MADE / folder), cache_dir=cache)
    assert list(data) == (["train"] if folder == "hf" else ["train", "validation", "test"])
    assert sorted(id_ for part in data.values() for id_ in part["id"]) == sorted(BY_ID)
    for part in data.values():
        assert names_of(part) == NAMES
        check(part, NAMES, part["id"])


def test_overlaps_that_are_kept_are_splits_of_their_own(cache: str) -> None:
    data = load_dataset(str(MADE / "hf-layers"), cache_dir=cache)
    assert list(data) == ["train", "overlaps", "overlaps_2", "overlaps_3"][: len(data)]
    check(data["train"], NAMES, list(BY_ID))
    found = [one for part in data.values() for row in part for one in entities(row, NAMES)]
    every = [(words(one), one.label_) for id_ in BY_ID for one in doc(id_).spans["all"]]
    assert sorted(found) == sorted(every)


def test_the_card_says_what_datasets_counts(cache: str) -> None:
    said = load_dataset_builder(str(MADE / "hf-split"), cache_dir=cache).info.splits
    found = load_dataset(str(MADE / "hf-split"), cache_dir=cache)
    assert {name: (one.num_examples, one.num_bytes > 0) for name, one in said.items()} == {
        name: (len(part), True) for name, part in found.items()
    }
