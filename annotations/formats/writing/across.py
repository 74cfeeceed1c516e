"""An export across articles: written whole or not at all, proved by reading it again, and its manifest.

The proof compares what the files say with what the comparison says: each statement must be there once, and no other.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from annotations.errors import UserError
from annotations.formats import find
from annotations.formats.across.leaving import CrossExport
from annotations.formats.base import AcrossFormat, Format, How, Losses, Statement
from annotations.formats.writing.export import manifest, whole
from annotations.formats.writing.output import Output
from annotations.formats.writing.preview import shown
from annotations.formats.writing.proof import MISREAD
from annotations.formats.writing.selection import Choice, Count

LONGEST = 300  # code points of a difference that are told
Prepared = tuple[Format, AcrossFormat]


def export_across(
    leaving: CrossExport, out: Path, *, format: str, choice: Choice, how: How, strict: bool = False
) -> dict[str, Any]:
    """Write the comparison and the manifest; return it.  UserError as for other exports: what was there stays then."""
    form, across = _found(format)
    output, losses = Output(out, folder=form.folder), Losses()

    def write() -> dict[str, Any]:
        across.write(leaving, output, how, losses)
        output.close()
        prove(across.said(leaving, how), lambda: across.reread(output.stage), losses)
        made = manifest(output, form, how, choice, count(leaving), losses)
        return {**made, **counted_across(leaving), "split": None, "since_last_export": {}}

    return whole(output, losses, write, strict=strict)


def preview_across(
    leaving: CrossExport, out: Path, *, format: str, choice: Choice, how: How
) -> dict[str, Any]:
    """Return what `export_across` would do, with the beginning of the files; nothing is written at OUT."""
    form, across = _found(format)
    Output(out, folder=form.folder)  # says what is wrong with OUT
    losses, found = Losses(), count(leaving)
    with TemporaryDirectory() as folder:
        output = Output(Path(folder) / (out.name or "out"), folder=form.folder)
        output.start()
        try:
            across.write(leaving, output, how, losses)
            output.close()
            sample = shown(output.stage, {})
        finally:
            output.discard()
    return {
        "records": found.records,
        "articles_by_state": {},
        "spans_by_label": {label: {"leave": n, "left_out": 0} for label, n in sorted(found.spans.items())},
        "facts_by_type": {type_: {"leave": n, "left_out": 0} for type_, n in sorted(found.facts.items())},
        "left_out": {},
        "not_carried": losses.as_json(),
        "fields": [],
        "sample": sample,
        **counted_across(leaving),
        **output.told,
    }


def prove(wanted: Iterable[Statement], reread: Callable[[], Iterable[Statement]], losses: Losses) -> None:
    """Note as losses each statement that is not read as it was to be written, and each that was not to be."""
    left: dict[str, Any] = {}
    for name, value in wanted:
        if left.setdefault(name, value) is not value:
            losses.note(MISREAD, f"{name}: it was to be written twice")
    try:
        for name, got in reread():
            if name not in left:
                losses.note(MISREAD, f"{name}: more than was written")
            elif (want := left.pop(name)) != got:
                losses.note(MISREAD, f"{name}: {f'{got!r} instead of {want!r}'[:LONGEST]}")
    except (UserError, ValueError, LookupError, TypeError) as error:
        losses.note(MISREAD, str(error) or type(error).__name__)
    for name in left:
        losses.note(MISREAD, f"{name}: nothing")


def count(leaving: CrossExport) -> Count:
    """Return how many articles leave, and mentions and facts in groups, by label and type."""
    found = leaving.comparison
    return Count(
        len(found.articles),
        Counter(mention.label for entity in found.entities for mention in entity.mentions),
        Counter(fact.type for group in found.groups for fact in group.facts),
    )


def counted_across(leaving: CrossExport) -> dict[str, int]:
    """Return how many entities, groups and stories leave."""
    found = leaving.comparison
    return {
        "entities": len(found.entities),
        "groups": len(found.groups),
        "stories": len(leaving.stories),
    }


def _found(format: str) -> Prepared:
    form = find(format, to="write")
    if form.across is None:
        raise UserError(f"{format} is no format across articles.")
    return form, form.across
