"""The sections on what was measured: agreement, with the definitions of its figures, and the splits with their leaks."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from annotations.agreement.tables import ARTICLES, UNDEFINED, Cell, tables
from annotations.paper.blocks import Block, PaperHeading, PaperList, PaperTable, PaperText, percent
from annotations.paper.definitions import DEFINITIONS
from annotations.text.counts import counted

Json = Mapping[str, Any]
SOURCE_AND_DATE = "source and date"  # what articles are grouped by unless a field is named


def agreement(found: Json) -> Iterator[Block]:
    """Yield the tables of agreement, or why there are none."""
    said = found["agreement"]
    if not said.get("compared"):
        yield PaperText(f"Agreement was not measured: {said['why']}")
        return
    states = ", ".join(f"{count:,} {state}" for state, count in said["articles"].items())
    yield PaperText(
        f"{', '.join(said['annotators'])}, compared on {counted(said['compared'], 'article')} that two of them have "
        f"({states}), {counted(said['tokens']['count'], 'token')}; confirmed items alone, boilerplate left out."
    )
    whys = dict[str, None]()
    for table in tables(said, {}):
        if table.title == ARTICLES:
            continue
        rows = tuple(tuple(cell.words for cell in row) for row in table.rows)
        wide = frozenset({table.wide} if table.wide else ())
        yield PaperTable(f"{table.question} {table.title}", table.header, rows, table.names, wide)
        whys |= dict.fromkeys(cell.why for row in table.rows for cell in row if _is_explained(cell))
    if whys:
        yield PaperHeading("Where a figure is not defined, or rough", 3)
        yield PaperList(tuple(whys))
    yield PaperTable("What the figures mean", ("Figure", "Meaning", "After"), DEFINITIONS, 3, frozenset({1}))


def _is_explained(cell: Cell) -> bool:
    return cell.why not in ("", cell.words) and (UNDEFINED in cell.words or "rough" in cell.words)


def splits(found: Json) -> Iterator[Block]:
    """Yield the splits that the project stores, with what was looked at for leaks between their sides."""
    if not found["splits"]:
        yield PaperText("The project stores no split.")
    for said in found["splits"]:
        yield PaperHeading(f"Split {said['name']}", 3)
        rows = tuple(
            (
                one["side"],
                *(f"{one[what]:,}" for what in ("articles", "spans", "facts")),
                percent(one["share"]),
            )
            for one in said["sides"]
        )
        yield PaperTable(
            f"Sides of the split {said['name']}", ("Side", "Articles", "Spans", "Facts", "Share"), rows
        )
        if said["labels"]:
            names = tuple(one["side"] for one in said["sides"])
            rows = tuple(
                (one["name"], *(f"{one['sides'][side]:,}" for side in names)) for one in said["labels"]
            )
            yield PaperTable(f"Spans by label and side of the split {said['name']}", ("Label", *names), rows)
        yield PaperText(
            f"{_sided(said['without_side'])} Looked at: whether articles of one {said['group_by']} lie on two sides"
            f"{_groupless(said, found)}, and {_alike(said)}. {_leaking(said['leak_count'])}"
        )
        if said["leaks"]:
            yield PaperList(tuple(said["leaks"]))


def _sided(without: int) -> str:
    if not without:
        return "Every article of the data set has a side."
    return f"{counted(without, 'article')} of the data set without a side."


def _leaking(count: int) -> str:
    if not count:
        return "No two articles that belong together by this lie on two sides."
    return f"{counted(count, 'pair')} of articles that belong together {'lies' if count == 1 else 'lie'} on two sides."


def _groupless(said: Json, found: Json) -> str:
    """Return that the look at sources can show nothing where no article names one."""
    if said["group_by"] != SOURCE_AND_DATE or found["sources"]["known"]:
        return ""
    return " (which cannot show, since no article names its source)"


def _alike(said: Json) -> str:
    return (
        f"whether articles are nearly the same: {percent(said['alike'])} or more of the groups of "
        f"{said['shingle']} words in common among the first {said['words']:,}, as MinHash estimates it"
    )
