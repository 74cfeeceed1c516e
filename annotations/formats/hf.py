"""Token classification for Hugging Face's `datasets`: a folder with JSONL, Parquet and a dataset card.

`ner_tags` are numbers of a ClassLabel, whose names stand in the card and in the Parquet files' metadata.
The card names the Parquet files alone: `datasets` reads all configurations of a folder in one way.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path
from typing import Any, BinaryIO

import yaml

from annotations.errors import UserError
from annotations.formats.base import How, Problem, Record
from annotations.formats.building import Given, build
from annotations.formats.json_values import values, wrong
from annotations.formats.output import Output
from annotations.formats.placing import Found
from annotations.formats.tagged import OUTSIDE, article_of, rows, spans_of, tags
from annotations.record import BadItem, Json, listed

CARD, ALL = "README.md", "train"  # a dataset without a split is all "train" to `datasets`
GROUP = 1_000  # rows of a Parquet file that are written at once
SIDES = {"dev": "validation"}  # what `datasets` calls the parts
MISSING = "pyarrow is not installed; install factmark[export], or choose another format."


class Rows:
    """A sink that keeps tags as text until all labels are known."""

    def __init__(self, out: Output, how: How) -> None:
        self._out, self._schema = out, how.schema
        self._labels = dict.fromkeys(how.schema.labels)
        self._spans: dict[str, Counter[str]] = {}
        self._records: Counter[str] = Counter()
        self._bytes: dict[str, int] = {}  # of each part as Arrow, which `datasets` wants to know

    def add(self, entry: Record, part: str) -> None:
        lines, spans = rows(entry)
        tokens = [form for line in lines for form in line]
        self._labels.update(dict.fromkeys(label for _, _, label in spans))
        self._spans.setdefault(part, Counter()).update(label for _, _, label in spans)
        self._records[part] += 1
        value = {"id": entry.article.id, "tokens": tokens, "ner_tags": tags(len(tokens), spans, "bio")}
        self._out.text(part, _draft(part)).write(json.dumps(value, ensure_ascii=False) + "\n")
        self._out.at = f"{_side(part)}.jsonl"

    def close(self) -> None:
        parts = {**dict.fromkeys(self._out.parts), **self._records}
        for part in parts:
            self._out.text(part, _draft(part))
        self._out.close()
        names = [OUTSIDE, *(f"{sign}-{label}" for label in self._labels for sign in "BI")]
        numbers = {name: number for number, name in enumerate(names)}
        for part in parts:
            draft, final = self._out.stage / _draft(part), f"{_side(part)}.jsonl"
            with draft.open(encoding="utf-8", newline="") as file:
                for line in file:
                    value = json.loads(line)
                    value["ner_tags"] = [numbers[tag] for tag in value["ner_tags"]]
                    self._out.text(part, final).write(json.dumps(value, ensure_ascii=False) + "\n")
            draft.unlink()
            self._out.close()
            parquet = f"{_side(part)}.parquet"
            self._bytes[part] = write_parquet(self._out.stage / final, self._out.stage / parquet, names)
            self._out.twins[final] = parquet
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
        for label in self._labels:
            found = [f"{self._spans.get(part, Counter())[label]:,}" for part in parts]
            counts.append(f"| {_cell(label)} | {' | '.join(found)} |")
        records = "".join(f"- {_side(part)}: {self._records[part]:,} articles\n" for part in parts)
        top = yaml.safe_dump(head, allow_unicode=True, sort_keys=False)
        table = "\n".join(counts)
        return f"---\n{top}---\n\n# {self._schema.name}\n\n{records}\nSpans by label:\n\n{table}\n"


def write(out: Output, how: How) -> Rows:
    """UserError when pyarrow is not there."""
    _pyarrow()
    return Rows(out, how)


def _pyarrow() -> Any:
    try:
        import pyarrow
        import pyarrow.parquet
    except ImportError as error:
        raise UserError(MISSING) from error
    return pyarrow


def _side(part: str) -> str:
    """The part as `datasets` allows it to be called."""
    side, dot, layer = part.partition(".")
    return (SIDES.get(side, side or ALL) + (dot and f"_{layer}")).replace("-", "_")


def _draft(part: str) -> str:
    return f"{_side(part)}.draft"


def _cell(label: str) -> str:
    return label.replace("|", "\\|")


def write_parquet(source: Path, target: Path, names: list[str]) -> int:
    """The same rows as Parquet, group by group, with the features that `datasets` looks for; their bytes as Arrow."""
    pa, size = _pyarrow(), 0
    features = {
        "id": {"dtype": "string", "_type": "Value"},
        "tokens": {"feature": {"dtype": "string", "_type": "Value"}, "_type": "Sequence"},
        "ner_tags": {"feature": {"names": names, "_type": "ClassLabel"}, "_type": "Sequence"},
    }
    fields = [("id", pa.string()), ("tokens", pa.list_(pa.string())), ("ner_tags", pa.list_(pa.int64()))]
    meta = {"huggingface": json.dumps({"info": {"features": features}})}
    schema = pa.schema(fields, metadata=meta)
    with (
        source.open(encoding="utf-8", newline="") as file,
        pa.parquet.ParquetWriter(target, schema) as writer,
    ):
        while lines := list(islice(file, GROUP)):
            table = pa.Table.from_pylist([json.loads(line) for line in lines], schema=schema)
            writer.write_table(table)
            size += table.nbytes
    return size


# --- reading


def read(path: Path, file: BinaryIO) -> Iterator[Record | Problem]:
    """A record a row.  A JSONL file's tag names come from the card beside it, unless its tags are text."""
    if path.suffix.lower() == ".parquet":
        yield from _read_parquet(path, file)
        return
    names = _names_in_card(path.parent / CARD)
    for entry in values(path, file):
        yield from [entry] if isinstance(entry, Problem) else _row(path, *entry, names)


def _read_parquet(path: Path, file: BinaryIO) -> Iterator[Record | Problem]:
    pa = _pyarrow()
    try:
        table = pa.parquet.ParquetFile(file)
        meta = json.loads((table.schema_arrow.metadata or {}).get(b"huggingface", b"{}"))
        names = (
            meta.get("info", {}).get("features", {}).get("ner_tags", {}).get("feature", {}).get("names", [])
        )
        found = (row for batch in table.iter_batches(GROUP) for row in batch.to_pylist())
        for number, row in enumerate(found, 1):
            yield from _row(path, number, row, names)
    except (pa.ArrowException, ValueError, AttributeError) as error:
        raise UserError(f"The Parquet file cannot be read: {error}.") from error


def _row(path: Path, line: int, value: Json, names: Iterable[str]) -> Iterator[Record | Problem]:
    try:
        tokens, raw = listed(value, "tokens"), listed(value, "ner_tags")
        known = list(names)
        found = [known[tag] if type(tag) is int and 0 <= tag < len(known) else tag for tag in raw]
        if (
            len(tokens) != len(raw)
            or not tokens
            or not all(isinstance(form, str) and form for form in tokens)
        ):
            raise BadItem("it has no tokens with a tag each")
        if not all(isinstance(tag, str) for tag in found):
            raise BadItem("its tags are numbers without names; the dataset card README.md must lie beside it")
    except BadItem as error:
        yield Problem(path, line, wrong(error))
        return
    text, spans = article_of([tokens], spans_of(found))
    id_ = value.get("id")
    places = [Found(start, end, label) for start, end, label in spans]
    yield from build(path, line, Given(text, id_ if isinstance(id_, str) else "", spans=places))


def _names_in_card(path: Path) -> list[str]:
    try:
        head = path.read_text("utf-8").split("---\n")[1]
        about = yaml.safe_load(head)["dataset_info"]
        features = (about[0] if isinstance(about, list) else about)["features"]
        tagged = next(
            one["sequence"]["class_label"]["names"] for one in features if one["name"] == "ner_tags"
        )
        return [str(tagged[key]) for key in sorted(tagged, key=int)]
    except (OSError, ValueError, LookupError, TypeError, StopIteration, yaml.YAMLError):
        return []
