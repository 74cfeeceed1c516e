"""The table of a comparison written out: as CSV whose cells are no formulas, as an HTML page that needs nothing else."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence
from html import escape

from annotations.compare.comparison import ComparedGroup
from annotations.compare.table import ComparedTable, TableCell, TableColumn, shown_roles
from annotations.text.cells import defused
from annotations.text.controls import written_out

HEADS = ("group", "type", "status", "verdict", "roles")
SILENT = "–"
STYLE = """
body { font: 14px/1.45 system-ui, sans-serif; margin: 24px; color: #1c1d20; background: #fff }
table { border-collapse: collapse }
th, td { border: 1px solid #c9c6bf; padding: 6px 8px; text-align: left; vertical-align: top; min-width: 9em }
thead th { background: #f5f4f1; position: sticky; top: 0 }
tbody th { background: #fff; position: sticky; left: 0; font-weight: 600 }
tbody th.suggested { border-style: dashed }
small { color: #5b5d64; display: block; font-weight: 400 }
.differs { background: #fbeed6 } .contradicts { background: #fbe7e5 }
b.differs, b.contradicts { background: none }
"""


def as_csv(table: ComparedTable, groups: Sequence[ComparedGroup]) -> str:
    """Return those groups as CSV, a row each, with an apostrophe before a cell that a spreadsheet takes for a formula."""
    out = io.StringIO()
    rows = csv.writer(out, lineterminator="\r\n")
    rows.writerow(map(defused, (*HEADS, *map(_head, table.columns))))
    for group in groups:
        cells = (_written(table.cell(group, n)) for n in range(len(table.columns)))
        roles = "; ".join(_roles(group))
        rows.writerow(
            map(defused, (group.name, group.type, group.status.value, group.verdict.value, roles, *cells))
        )
    return out.getvalue()


def as_html(table: ComparedTable, groups: Sequence[ComparedGroup], title: str) -> str:
    """Return those groups as a page of HTML with that title; every word of theirs is escaped."""
    heads = "".join(
        f'<th scope="col">{_html(column.title)}<small>{_html(_day(column))}</small></th>'
        for column in table.columns
    )
    rows = "\n".join(_row(table, group) for group in groups)
    return (
        f'<!DOCTYPE html>\n<html lang="en"><head><meta charset="utf-8"><title>{_html(title)}</title>'
        f"<style>{STYLE}</style></head>\n<body><h1>{_html(title)}</h1>\n<table><thead><tr><td></td>{heads}</tr></thead>\n"
        f"<tbody>\n{rows}\n</tbody></table></body></html>\n"
    )


def _row(table: ComparedTable, group: ComparedGroup) -> str:
    roles = "".join(f"<small>{_html(role)}</small>" for role in _roles(group))
    head = f'<th scope="row" class="{group.status.value}">{_html(group.name)}<small>{_html(group.type)}, {group.status.value}</small>{roles}</th>'
    return f"<tr>{head}{''.join(_cell(table, group, n) for n in range(len(table.columns)))}</tr>"


def _cell(table: ComparedTable, group: ComparedGroup, column: int) -> str:
    cell, said = table.cell(group, column), _html(table.said(group, column))
    if cell.is_silent:
        return f'<td title="{said}">{SILENT}</td>'
    worst = cell.worst
    first = f"<b>{worst.verdict.sign} {_html(cell.differing)}</b> " if worst else ""
    below = "".join(f"<small>{_html(part)}</small>" for part in _below(cell))
    return f'<td class="{cell.verdict.value}" title="{said}">{first}{_html(cell.other)}{below}</td>'


def _below(cell: TableCell) -> Iterator[str]:
    """Yield modality with sources, and that it is said again."""
    yield f"{cell.stance} · {cell.sources}" if cell.sources else cell.stance
    if cell.more:
        yield f"+{cell.more}"


def _written(cell: TableCell) -> str:
    if cell.is_silent:
        return SILENT
    return "; ".join(filter(None, (cell.differing, cell.other, *_below(cell))))


def _roles(group: ComparedGroup) -> list[str]:
    """Return the verdict on each role with its sign, and whose it is."""
    return [
        f"{row.role} {row.verdict.sign} {row.verdict}{', judged' if row.judged else ''}"
        for row in shown_roles(group)
    ]


def _head(column: TableColumn) -> str:
    return f"{column.title}, {_day(column)}"


def _day(column: TableColumn) -> str:
    return ", ".join(filter(None, (column.outlet, column.day)))


def _html(text: str) -> str:
    return escape(written_out(text), quote=True)
