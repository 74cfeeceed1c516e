"""Token classification for Hugging Face's `datasets`: a folder with JSONL, Parquet and a dataset card.

`ner_tags` are numbers of a ClassLabel, whose names stand in the card and in the Parquet files' metadata.
The card names the Parquet files alone: `datasets` reads all configurations of a folder in one way.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from itertools import zip_longest
from pathlib import Path
from typing import Any

import yaml

from annotations.formats.base import How, Record
from annotations.formats.columns.hf_reading import CARD, names_in, names_in_card, pyarrow
from annotations.formats.columns.tagged import OUTSIDE, tags
from annotations.formats.lines.json_values import dumped
from annotations.formats.writing.output import Output
from annotations.text.controls import markdown

ALL = "train"  # a dataset without a split is all "train" to `datasets`
BLOCK = 1 << 20  # bytes of JSONL that Arrow reads at once, where no line is longer
SIDES = {"dev": "validation"}  # what `datasets` calls the parts


class TaggedRows:
    """A sink that numbers tags: the schema's labels first, then labels that it lacks, as they come."""

    def __init__(self, out: Output, how: How) -> None:
        self._out, self._schema = out, how.schema
        self._numbers = {OUTSIDE: 0}
        self._longest = BLOCK  # bytes of a line
        self._spans: dict[str, Counter[str]] = {}
        self._records: Counter[str] = Counter()
        self._bytes: dict[str, int] = {}  # of each part as Arrow, which `datasets` wants to know
        for label in how.schema.labels:
            self._number(label)

    def _number(self, label: str) -> None:
        for tag in (f"B-{label}", f"I-{label}"):
            self._numbers.setdefault(tag, len(self._numbers))

    def add(self, entry: Record, part: str) -> None:
        tokens, spans = [form for line in entry.tokenized.lines for form in line], entry.tokenized.spans
        labels = [label for _, _, label in spans]
        for label in dict.fromkeys(labels):
            self._number(label)
        self._spans.setdefault(part, Counter()).update(labels)
        self._records[part] += 1
        numbers = [self._numbers[tag] for tag in tags(len(tokens), spans, "bio")]
        value = {"id": entry.article.id, "tokens": tokens, "ner_tags": numbers}
        line = dumped(value).encode() + b"\n"
        self._longest = max(self._longest, len(line))
        self._out.binary(part, f"{_side(part)}.jsonl").write(line)

    def close(self) -> None:
        parts = {**dict.fromkeys(self._out.parts), **self._records}
        for part in parts:
            self._out.binary(part, f"{_side(part)}.jsonl")
        self._out.close()
        names = list(self._numbers)
        for part in parts:
            rows, parquet = f"{_side(part)}.jsonl", f"{_side(part)}.parquet"
            source, target = self._out.stage / rows, self._out.stage / parquet
            self._bytes[part] = write_parquet(source, target, names, self._longest)
            self._out.twins[rows] = parquet
        self._out.beside(CARD, self._card(names, list(parts)))

    def _card(self, names: list[str], parts: list[str]) -> str:
        features = [
            {"name": "id", "dtype": "string"},
            {"name": "tokens", "sequence": "string"},
            {
                "name": "ner_tags",
                "sequence": {"class_label": {"names": {str(n): x for n, x in enumerate(names)}}},
            },
        ]
        splits = [
            {"name": _side(part), "num_bytes": self._bytes[part], "num_examples": self._records[part]}
            for part in parts
        ]
        files = [{"split": _side(part), "path": f"{_side(part)}.parquet"} for part in parts]
        head = {
            "language": [self._schema.language],
            "task_categories": ["token-classification"],
            "configs": [{"config_name": "default", "data_files": files}],
            "dataset_info": {"features": features, "splits": splits},
        }
        counts = [f"| {' | '.join(['label', *map(_side, parts)])} |", f"|{'---|' * (len(parts) + 1)}"]
        labels = [name.removeprefix("B-") for name in names if name.startswith("B-")]
        for label in labels:
            found = [f"{self._spans.get(part, Counter())[label]:,}" for part in parts]
            counts.append(f"| {markdown(label)} | {' | '.join(found)} |")
        records = "".join(f"- {_side(part)}: {self._records[part]:,} articles\n" for part in parts)
        top = yaml.safe_dump(head, allow_unicode=True, sort_keys=False)
        table = "\n".join(counts)
        return f"---\n{top}---\n\n# {markdown(self._schema.name)}\n\n{records}\nSpans by label:\n\n{table}\n"


def write(out: Output, how: How) -> TaggedRows:
    """Return a sink for a folder of `datasets`.  UserError when pyarrow is not installed."""
    pyarrow()
    return TaggedRows(out, how)


def _side(part: str) -> str:
    """Return the part under the name that `datasets` allows for it."""
    side, dot, layer = part.partition(".")
    return (SIDES.get(side, side or ALL) + (dot and f"_{layer}")).replace("-", "_")


def write_parquet(source: Path, target: Path, names: list[str], longest: int) -> int:
    """Write the JSONL's rows as Parquet, block by block, with the features that `datasets` looks for.

    Return their bytes as Arrow.  `longest`: bytes of the longest line.
    """
    features = {
        "id": {"dtype": "string", "_type": "Value"},
        "tokens": {"feature": {"dtype": "string", "_type": "Value"}, "_type": "Sequence"},
        "ner_tags": {"feature": {"names": names, "_type": "ClassLabel"}, "_type": "Sequence"},
    }
    meta = {"huggingface": json.dumps({"info": {"features": features}})}
    schema = _schema().with_metadata(meta)
    size = 0
    with pyarrow().parquet.ParquetWriter(target, schema) as writer:
        for block in _blocks(source, longest):
            writer.write_batch(block.replace_schema_metadata(meta))
            size += block.nbytes
    return size


def same(rows: Path, parquet: Path) -> bool:
    """Return whether the Parquet file holds the same as the JSONL beside it and the card, block by block."""
    file = pyarrow().parquet.ParquetFile(parquet)
    if names_in(file) != names_in_card(rows.parent / CARD):
        return False
    with rows.open("rb") as lines:
        longest = max(map(len, lines), default=0)
    groups = (file.read_row_group(number) for number in range(file.num_row_groups))
    pairs = zip_longest(_blocks(rows, max(longest, BLOCK)), groups)
    table = pyarrow().Table.from_batches
    return all(one and other and table([one]).equals(other) for one, other in pairs)


def _blocks(rows: Path, longest: int) -> Iterator[Any]:
    """Yield the rows of the JSONL as Arrow's record batches."""
    from pyarrow.json import ParseOptions, ReadOptions, open_json

    if rows.stat().st_size:
        reading = ReadOptions(block_size=longest + 1)
        yield from open_json(rows, reading, ParseOptions(explicit_schema=_schema()))


def _schema() -> Any:
    pa = pyarrow()
    fields = [("id", pa.string()), ("tokens", pa.list_(pa.string())), ("ner_tags", pa.list_(pa.int64()))]
    return pa.schema(fields)
