"""An export: files written whole or not at all, proved by reading them again, and their manifest."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from contextlib import closing
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from annotations.errors import UserError, cause
from annotations.formats import find
from annotations.formats.base import Format, How, Losses, Record
from annotations.formats.units import CODE_POINTS
from annotations.formats.writing.fit import LAYER, Fitter
from annotations.formats.writing.output import Output, summed
from annotations.formats.writing.pools import pools_for
from annotations.formats.writing.proof import MISREAD, Proof
from annotations.formats.writing.selection import Choice, Count, chosen
from annotations.processes.quick_dataclass import dataclass
from annotations.schema.types import Schema


@dataclass(frozen=True)
class Plan:
    """The further options of an export.

    `sides`: the split, by article id; None: one file.  `more` goes into the manifest.  `strict`: a loss is an
    error.  `wrote` is called for each record that leaves; `proving`, before the files are read again, with
    how many records they hold; the function it returns is called for each of those.
    """

    sides: Mapping[str, str] | None = None
    more: Callable[[], Mapping[str, Any]] = dict
    strict: bool = False
    wrote: Callable[[Record], None] = lambda entry: None
    proving: Callable[[int], Callable[[], None]] = lambda count: lambda: None

    def parts(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys((self.sides or {}).values())) or ("",)


def export(
    records: Iterable[Record],
    out: Path,
    *,
    format: str,
    schema: Schema,
    choice: Choice,
    how: How | None = None,
    plan: Plan | None = None,
) -> dict[str, Any]:
    """Write the chosen records and the manifest; return it, with what was there and is `set_aside` under other names.

    UserError when the file cannot be written, or when the plan is strict and anything could not be carried;
    then what was there before stays.
    """
    form, count, losses, plan = find(format, to="write"), Count(), Losses(), plan or Plan()
    how = how or How(schema, form.units[0] if form.units else CODE_POINTS)
    output = Output(out, folder=form.folder, parts=plan.parts())

    def write() -> dict[str, Any]:
        leaving = chosen(records, choice, count, pools_for(form, how.offsets), form.rows)
        _write(leaving, output, form, how, losses, plan)
        return manifest(output, form, how, choice, count, losses) | dict(plan.more())

    return whole(output, losses, write, strict=plan.strict)


def whole(
    output: Output, losses: Losses, write: Callable[[], dict[str, Any]], *, strict: bool
) -> dict[str, Any]:
    """Write the files with `write`, which gives the manifest, and put them in place of what was there.  As `export`."""
    try:
        output.start()
        try:
            made = write()
            if strict and losses.counts:
                raise UserError(
                    f"Nothing was written: {said(losses)}. Leave out --strict to write it anyway."
                )
            output.beside(output.manifest, json_text(made))
            kept = output.land()
        finally:
            output.discard()
    except OSError as error:
        raise UserError(f"The export could not be written: {cause(error)}.", where=output.out) from error
    return {**made, "files": summed(made["files"]), **({"set_aside": kept} if kept else {})}


def _write(
    leaving: Iterable[Record],
    output: Output,
    form: Format,
    how: How,
    losses: Losses,
    plan: Plan,
) -> None:
    if form.write is None:
        return
    sink, fitter = form.write(output, how), Fitter(form, how, losses)
    with closing(Proof(form, how, output)) as proof:
        for entry in leaving:
            side = plan.sides[entry.article.id] if plan.sides else ""
            for number, fitted in enumerate(fitter.layers(entry)):
                part = side if number == 0 else ".".join(filter(None, (side, _layer(number))))
                sink.add(fitted, part)
                proof.expect(fitted if number else entry, fitted, part, losses.told)
            plan.wrote(entry)
        sink.close()
        output.close()
        proof.compare(losses, plan.proving(proof.count))


def _layer(number: int) -> str:
    return LAYER if number == 1 else f"{LAYER}-{number}"


def said(losses: Losses) -> str:
    """Return what the format cannot carry, in words."""
    kinds = ", ".join(f"{count:,} {kind}" for kind, count in losses.counts.items())
    return f"the format cannot carry {kinds}"


def json_text(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"


def manifest(
    output: Output, form: Format, how: How, choice: Choice, count: Count, losses: Losses
) -> dict[str, Any]:
    """Return the manifest of what was staged."""
    schema, files = how.schema, output.files()
    left = output.left(files)
    return {
        "made": datetime.now(UTC).isoformat(timespec="seconds"),
        "project": schema.name,
        "format": form.name,
        **asdict(choice),
        **{name: getattr(how, name) for name in ("offsets", "overlaps", "misaligned")},
        "records": count.records,
        "spans_by_label": dict(sorted(count.spans.items())),
        "facts_by_type": dict(sorted(count.facts.items())),
        "labels": list(schema.labels),
        "schema_hash": schema.hash(),
        "files": files,
        **({"earlier": left} if left else {}),
        "left_out": dict(sorted(count.left_out.items())),
        "not_carried": losses.as_json(),
        **output.told,
        "proved": MISREAD not in losses.counts,
    }
