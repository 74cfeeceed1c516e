"""The preview of an export: counts, what is left out, what is lost, and the first records.

Nothing is written.  Every record is counted and fitted as by the export itself, so that the two never
disagree.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing
from dataclasses import field
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from annotations.articles import Article
from annotations.facts import Fact
from annotations.formats import find
from annotations.formats.base import Format, How, Losses, Record
from annotations.formats.writing.fit import Fitter
from annotations.formats.writing.output import Output
from annotations.formats.writing.pools import pools_for
from annotations.formats.writing.selection import Choice, Count, chosen
from annotations.processes.quick_dataclass import dataclass
from annotations.sets import State
from annotations.spans import Span

FIRST = 3  # records that are shown
LINE, FILE = 700, 6_000  # characters shown of a line, of a file
MOST_FILES, MOST_FIELDS = 8, 50


@dataclass
class _Whole:
    """The counts of everything in the project, whether it leaves or not."""

    states: Counter[str] = field(default_factory=Counter)
    spans: Counter[str] = field(default_factory=Counter)
    facts: Counter[str] = field(default_factory=Counter)
    fields: dict[str, None] = field(default_factory=dict)  # of the metadata, which a split may group by


def preview(
    records: Iterable[Record],
    out: Path,
    *,
    format: str,
    choice: Choice,
    how: How,
    sides: Mapping[str, str] | None = None,
) -> dict[str, Any]:
    """Return how much of each state, label and fact type leaves and how much does not.

    With it why, what is lost, and the first records.  UserError when OUT cannot be written to.
    """
    form = find(format, to="write")
    Output(out, folder=form.folder)  # says what is wrong with OUT
    count, whole, losses, leaving = Count(), _Whole(), Losses(), Counter[str]()
    fitter, first = Fitter(form, how, losses), list[tuple[Record, str]]()
    for entry in chosen(_seen(records, whole), choice, count, pools_for(form, how.offsets), form.rows):
        leaving[_state(entry)] += 1
        layers = fitter.layers(entry)
        if count.records <= FIRST:
            first += [(layer, sides[entry.article.id] if sides else "") for layer in layers[:1]]
    return {
        "records": count.records,
        "articles_by_state": _beside(leaving, whole.states),
        "spans_by_label": _beside(count.spans, whole.spans),
        "facts_by_type": _beside(count.facts, whole.facts),
        "left_out": dict(sorted(count.left_out.items())),
        "not_carried": losses.as_json(),
        "fields": list(whole.fields),
        "sample": _sample(first, out.name, form, how),
    }


def _seen(records: Iterable[Record], whole: _Whole) -> Iterator[Record]:
    for entry in records:
        whole.states[_state(entry)] += 1
        items = {item.id: item for item in (*entry.pool, *(entry.set or ()))}
        whole.spans.update(item.label for item in items.values() if isinstance(item, Span))
        whole.facts.update(item.type for item in items.values() if isinstance(item, Fact))
        _note_fields(entry.article, whole.fields)
        yield entry


def _note_fields(article: Article, fields: dict[str, None]) -> None:
    for name, value in article.meta.items():
        if isinstance(value, str) and len(fields) < MOST_FIELDS:
            fields.setdefault(name)


def _state(entry: Record) -> str:
    return (entry.set.state if entry.set else State.NEW).value


def _beside(leaving: Counter[str], whole: Counter[str]) -> dict[str, dict[str, int]]:
    """Return for each name how many leave and how many do not, those with most first."""
    return {
        name: {"leave": leaving[name], "left_out": max(0, n - leaving[name])}
        for name, n in sorted((whole | leaving).items(), key=lambda pair: (-pair[1], pair[0]))
    }


# --- the first records


def _sample(first: list[tuple[Record, str]], name: str, form: Format, how: How) -> str:
    """Return the text of the files that the format's own writer makes of the first records."""
    if form.write is None or not first:
        return ""
    with TemporaryDirectory() as folder:
        parts = tuple(dict.fromkeys(part for _, part in first))
        output = Output(Path(folder) / (name or "out"), folder=form.folder, parts=parts)
        output.start()
        held = dict[str, list[Record]]()  # by the file they lie in
        with closing(output):
            sink = form.write(output, how)
            for entry, part in first:
                sink.add(entry, part)
                held.setdefault(output.at, []).append(entry)
            sink.close()
        return shown(output.stage, held)


def shown(stage: Path, held: dict[str, list[Record]]) -> str:
    """Return the beginning of the staged files; `held` are the records of each, which tell those that are no text."""
    found = {path.relative_to(stage).as_posix(): path for path in stage.rglob("*") if path.is_file()}
    names = sorted(found, key=lambda name: (name not in held, name))
    several = len(names) > 1
    files = [
        (f"--- {name}\n" if several else "") + _text(found[name], held.get(name, []))
        for name in names[:MOST_FILES]
    ]
    return "\n".join(files)


def _text(path: Path, entries: list[Record]) -> str:
    try:
        text = path.read_bytes().decode()
        if "\0" not in text:
            return _cut("\n".join(_cut(line, LINE) for line in text.split("\n")), FILE)
    except UnicodeDecodeError:
        pass  # a file of another kind: said in words
    return "\n".join([f"({path.stat().st_size:,} bytes that are no text)", *map(_in_words, entries)])


def _in_words(entry: Record) -> str:
    text = entry.article.text
    spans = [
        f"  {span.start}-{span.end} {span.label} {text[span.start : span.end]!r}" for span in entry.spans()
    ]
    return _cut("\n".join([entry.article.id, *spans]), FILE // FIRST)


def _cut(text: str, most: int) -> str:
    return text if len(text) <= most else text[:most] + "…"


def refused(losses: Mapping[str, Any], strict: bool) -> str:
    """Return why a strict export would write nothing; "" when it would write."""
    kinds = ", ".join(f"{lost['count']:,} {kind}" for kind, lost in losses.items())
    return f"the format cannot carry {kinds}" if strict and kinds else ""
