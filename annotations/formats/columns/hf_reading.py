"""The reader of token classification as Hugging Face's `datasets` has it: JSONL with a card beside it, or Parquet."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, BinaryIO

import yaml

from annotations.errors import UserError
from annotations.formats.columns.hf_rows import Names, row
from annotations.formats.lines.json_values import values
from annotations.formats.reading.given import Given
from annotations.formats.reading.how_read import AS_IT_IS, HowRead
from annotations.json_fields import Json
from annotations.problems import Problem
from annotations.processes.door import lacking

CARD, INFO = "README.md", "dataset_info.json"
MOST, LARGEST = 2_000_000, 64 * 2**20  # values and bytes that a Parquet file of any size may have unpacked
GROUP = 1_000  # rows of a Parquet file that are read at once


def pyarrow() -> Any:
    """Return the library.  UserError when it is not installed."""
    try:
        import pyarrow
        import pyarrow.parquet
    except ImportError as error:
        raise UserError(lacking("pyarrow", "export", "choose another format")) from error
    return pyarrow


def read(path: Path, file: BinaryIO, reading: HowRead = AS_IT_IS) -> Iterator[Given | Problem]:
    """Yield a record a row.

    A JSONL file's tag names come from the card or the description beside it, unless its tags are text.
    """
    if path.suffix.lower() == ".parquet":
        yield from _read_parquet(path, file)
        return
    names = names_in_card(path.parent / CARD) or _names_in_info(path.parent / INFO)
    for entry in values(path, file, reading):
        yield from [entry] if isinstance(entry, Problem) else row(path, *entry, names)


def _read_parquet(path: Path, file: BinaryIO) -> Iterator[Given | Problem]:
    pa = pyarrow()
    try:
        table = pa.parquet.ParquetFile(file)
        _check_size(table, path.stat().st_size)
        names = names_in(table) or names_in_card(path.parent / CARD)
        found = (one for batch in table.iter_batches(GROUP) for one in batch.to_pylist())
        for number, one in enumerate(found, 1):
            yield from row(path, number, one, names)
    except (pa.ArrowException, ValueError, AttributeError) as error:
        raise UserError(f"The Parquet file cannot be read: {error}.") from error


def _check_size(table: Any, size: int) -> None:
    """UserError when the file says that it holds far more than a file of its size can."""
    groups = [table.metadata.row_group(number) for number in range(table.num_row_groups)]
    columns = [group.column(number) for group in groups for number in range(group.num_columns)]
    values, unpacked = max(MOST, 20 * size), max(LARGEST, 40 * size)
    counted = sum(column.num_values for column in columns)
    if counted > values or sum(column.total_uncompressed_size for column in columns) > unpacked:
        sizes = f"more than {values:,} values, or more than {unpacked // 2**20:,} MB unpacked"
        raise UserError(f"This Parquet file is not read: it holds {sizes}. Divide it.")


def names_in(file: Any) -> Names:
    """Return the names of the tags' numbers by field, as a Parquet file itself has them."""
    meta = json.loads((file.schema_arrow.metadata or {}).get(b"huggingface", b"{}"))
    return _of_features(meta.get("info", {}).get("features", {}))


def _of_features(features: Any) -> Names:
    """Return the names of those features, by their field, that have any."""
    held = {name: _names(one) for name, one in features.items()} if isinstance(features, dict) else {}
    return {name: one for name, one in held.items() if one}


def _names(feature: Any) -> list[str]:
    """Return the names that a feature, or that of its items, gives to numbers."""
    if not isinstance(feature, dict):
        return []
    names = feature.get("names")
    if isinstance(names, list):
        return [str(one) for one in names]
    if isinstance(names, dict):
        return [str(names[key]) for key in sorted(names, key=int)]
    inner = (feature.get(key) for key in ("feature", "sequence", "list", "class_label"))
    return next((found for one in inner if (found := _names(one))), [])


def _names_in_info(path: Path) -> Names:
    """Return the names in the description that `datasets` writes beside the data."""
    try:
        about = json.loads(path.read_text("utf-8"))
        return _of_features(about["features"])
    except (OSError, ValueError, LookupError, TypeError, RecursionError):
        return {}


def names_in_card(path: Path) -> Names:
    """Return the names of the tags' numbers by field, as the dataset card has them."""
    try:
        head = path.read_text("utf-8").split("---\n")[1]
        about = yaml.safe_load(head)["dataset_info"]
        features: list[Json] = (about[0] if isinstance(about, list) else about)["features"]
        return _of_features({one["name"]: one for one in features})
    except (OSError, ValueError, LookupError, TypeError, AttributeError, RecursionError, yaml.YAMLError):
        return {}
