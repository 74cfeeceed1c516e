"""An export: the file, written whole or not at all, and its manifest beside it."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from dataclasses import asdict
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from typing import Any

from annotations.errors import UserError
from annotations.formats import MANIFEST, find
from annotations.formats.base import Losses, Record
from annotations.formats.choice import Choice, Count, chosen
from annotations.schema import Schema


def export(
    records: Iterable[Record],
    out: Path,
    *,
    format: str,
    schema: Schema,
    choice: Choice,
    tick: Callable[[], None] = lambda: None,
) -> dict[str, Any]:
    """Writes the chosen records and the manifest; the manifest.

    `tick` is called after each record that was looked at.  UserError when the file cannot be written; what
    was there before stays then.
    """
    form, count, losses = find(format, to="write"), Count(), Losses()
    part = out.with_name(out.name + ".part")
    if form.write is None or out.is_dir():
        raise UserError("This is a folder; name a file to write.", where=out)
    try:
        out.parent.mkdir(parents=True, exist_ok=True)
        try:
            with part.open("w", encoding="utf-8", newline="\n") as file:
                form.write(chosen(records, choice, count, tick), file, losses)
            manifest = _manifest(out, part, format, schema, choice, count, losses)
            write_json(out.with_name(f"{out.name}.{MANIFEST}"), manifest)
            part.replace(out)
        finally:
            part.unlink(missing_ok=True)
    except OSError as error:
        raise UserError(f"The export could not be written: {error.strerror}.", where=out) from error
    return manifest


def write_json(path: Path, value: Any) -> None:
    part = path.with_name(path.name + ".part")
    try:
        part.write_text(json.dumps(value, ensure_ascii=False, indent=2) + "\n", "utf-8")
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)


def _manifest(
    out: Path, part: Path, format: str, schema: Schema, choice: Choice, count: Count, losses: Losses
) -> dict[str, Any]:
    return {
        "made": datetime.now(UTC).isoformat(timespec="seconds"),
        "project": schema.name,
        "format": format,
        **asdict(choice),
        "records": count.records,
        "spans_by_label": dict(sorted(count.spans.items())),
        "facts_by_type": dict(sorted(count.facts.items())),
        "labels": list(schema.labels),
        "schema_hash": schema.hash(),
        "files": {out.name: {"sha256": _hash(part), "bytes": part.stat().st_size}},
        "left_out": dict(sorted(count.left_out.items())),
        "not_carried": {
            kind: {"count": n, "examples": losses.examples[kind]} for kind, n in losses.counts.items()
        },
    }


def _hash(path: Path) -> str:
    digest = sha256()
    with path.open("rb") as file:
        while block := file.read(1 << 20):
            digest.update(block)
    return digest.hexdigest()
