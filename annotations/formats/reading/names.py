"""Names that a file brings, without control characters: no terminal, schema or XML file can hold them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any

from annotations.facts import Fact
from annotations.formats.base import Record
from annotations.plain_names import names_of, plain
from annotations.problems import Notice, Problem, worded
from annotations.sets import AnnotationSet, Topic
from annotations.spans import Span

TAKEN = "The name {name}, which the file writes {written}, is taken without its control characters."
NAMELESS = "A {kind} named {written} was left out: its name is nothing but control characters."


def plainly_named(entries: Iterable[Record | Problem]) -> Iterator[Record | Problem]:
    """Yield the entries, records without control characters in names, and a notice for each name that had some."""
    for entry in entries:
        if isinstance(entry, Problem) or not (bad := _bad_names(entry)):
            yield entry
            continue
        yield _renamed(entry)
        for kind, name in bad:
            written, left = ascii(name), plain(name)
            if left:
                yield Notice(entry.file, entry.line, worded(TAKEN, name=left, written=written))
            else:
                yield Problem(entry.file, entry.line, worded(NAMELESS, kind=kind, written=written))


def _bad_names(entry: Record) -> list[tuple[str, str]]:
    """Return kind and name of all that have control characters, each once."""
    names = dict.fromkeys(_names(entry))
    return [(kind, name) for kind, name in names if plain(name) != name]


def _names(entry: Record) -> Iterator[tuple[str, str]]:
    if entry.set is not None:
        yield "annotator", entry.set.annotator
        yield from (name for item in entry.set for name in names_of(item))
    yield from (name for item in entry.pool for name in names_of(item))


def _renamed(entry: Record) -> Record:
    made = entry.set
    pool = tuple(one for item in entry.pool if (one := _plain(item)))
    if made is not None:
        items = (one for item in made if (one := _plain(item)))
        made = AnnotationSet.of(made.article, plain(made.annotator), items)
    return replace(entry, set=made, pool=pool)


def _plain(item: Any) -> Any:
    """Return the item with plain names; None when no name is left."""
    if isinstance(item, Span):
        return replace(item, label=plain(item.label)) if plain(item.label) else None
    if isinstance(item, Topic):
        return replace(item, name=plain(item.name)) if plain(item.name) else None
    if isinstance(item, Fact):
        roles = tuple(
            replace(role, role=plain(role.role)) for role in item.roles if plain(role.role) or not role.role
        )
        return replace(item, type=plain(item.type), roles=roles) if plain(item.type) else None
    return item
