"""The tables of the schema: labels, fact types with their roles, topics, each with counts and an example of the data."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from annotations.paper.blocks import Block, Cell, PaperTable, PaperText, percent
from annotations.paper.quotes import WorkQuote

Json = Mapping[str, Any]


def schema_tables(found: Json) -> Iterator[Block]:
    """Yield the tables; a part that the schema has not got says so."""
    if found["labels"]:
        yield _table("Labels", "Label", found["labels"], "Spans")
    else:
        yield PaperText("The schema has no labels.")
    if found["fact_types"]:
        yield _table("Fact types", "Type", found["fact_types"], "Facts")
        yield from _roles(found)
        yield from _modalities(found)
    else:
        yield PaperText("The schema has no fact types.")
    if found["topics"]:
        rows = tuple((one["name"], f"{one['count']:,}") for one in found["topics"])
        yield PaperTable("Topics", ("Topic", "Articles"), rows)


def _table(caption: str, what: str, entries: list[Json], counted: str) -> PaperTable:
    has_examples = any(one["example"] for one in entries)
    rows = []
    for one in entries:
        name = f"{one['name']} (archived)" if one["archived"] else one["name"]
        cells: list[Cell] = [name, one["gloss"], f"{one['count']:,}", percent(one["share"])]
        rows.append((*cells, *(_example(one["example"]),) * has_examples))
    header = (what, "For", counted, "Share", *("Example",) * has_examples)
    wide = frozenset({1, 4} if has_examples else {1})
    return PaperTable(caption, header, tuple(rows), names=2, wide=wide)


def _example(quote: Json | None) -> Cell:
    return WorkQuote(**quote) if quote else "none"


def _roles(found: Json) -> Iterator[Block]:
    rows = tuple(
        (one["name"], role["name"], f"{role['fillers']:,}", f"{role['facts']:,}", percent(role["share"]))
        for one in found["fact_types"]
        for role in one["roles"]
    )
    if rows:
        header = ("Type", "Role", "Fillers", "Facts with it", "Share")
        yield PaperTable("Roles of the fact types, and how often they are filled", header, rows, names=2)


def _modalities(found: Json) -> Iterator[Block]:
    rows = tuple((one["name"], f"{one['facts']:,}", percent(one["share"])) for one in found["modalities"])
    if rows:
        yield PaperTable("Facts by modality", ("Modality", "Facts", "Share"), rows)
